//! From anchors to dates: every visit of the protocol, each counted from its anchor and never from the one
//! before it, because stepping from a clamped date drifts.
//!
//! What exists depends on the anchors alone; what was recorded only settles it. Visits after another visit
//! count from the day that one took place, and from its planned day until then. When a schedule counts from
//! the last dosing, a further dosing starts it anew: what the earlier run had left open is superseded.

use std::borrow::Cow;
use std::sync::Arc;

use facts::fact::Dosing;
use facts::{CivilDate, Life, Period};
use protocol::{Anchor, DosingPick, Occurrence, Protocol, Task, Visit};
use signals::Finding;

use crate::calls;
use crate::condition::{Case, Day, strongest};
use crate::consent;
use crate::explain::{AfterVisit, Explanation};
use crate::obligation::{Asked, Dates, LeftOut, Obligation, Settled, What, WhyNot};
use crate::settle::{self, Span};

/// What findings call for and what laboratories owe: no schedule foresaw it.
pub(crate) fn arisen(case: &Case<'_>, findings: &[Finding]) -> Vec<Obligation> {
    let mut all = calls::of_findings(case, findings);
    all.extend(calls::awaited(case.protocol, case.life));
    all
}

pub(crate) fn in_order(mut all: Vec<Obligation>) -> Vec<Obligation> {
    all.sort_unstable_by(|a, b| {
        (a.window.due_on, a.window.latest_on, &a.key).cmp(&(b.window.due_on, b.window.latest_on, &b.key))
    });
    all
}

/// The day of an anchor that depends on no visit; `None` while it has not come about.
pub(crate) fn fixed_day(anchor: &Anchor, protocol: &Protocol, life: &Life) -> Option<CivilDate> {
    let enrolment = &life.enrolment.fact;
    match anchor {
        // A failed or partial administration starts follow-up like any other (CDE 2021).
        Anchor::Dosing(DosingPick::First) => life.first_dosed_on(),
        Anchor::Dosing(DosingPick::Last | DosingPick::Each) => life.dosings.last().map(|kept| kept.fact.on),
        Anchor::Dosing(DosingPick::Number(n)) => {
            life.dosings.iter().find(|kept| kept.fact.number == *n).map(|kept| kept.fact.on)
        }
        Anchor::Enrolment => Some(enrolment.enrolled_on),
        Anchor::Consent => consent::first_on(life),
        Anchor::Birth => Some(enrolment.born_on),
        Anchor::Majority => Some(enrolment.born_on.plus(&protocol.age_of_majority)),
        Anchor::Event(name) if protocol.event(name).is_some() => {
            life.events.iter().rev().find(|kept| kept.fact.name == *name).map(|kept| kept.fact.on)
        }
        Anchor::PreviousVisit | Anchor::Event(_) => None,
    }
}

/// One run of a row of visits from one day; more than one only where each dosing starts the row anew.
#[derive(Clone, Copy)]
struct Run {
    on: CivilDate,
    /// Contacts before it belong to the run before.
    restarts: bool,
    /// Day from which the next run counts.
    next_on: Option<CivilDate>,
    /// Place of its dosing, from 1, when a later run replaced it.
    replaced: Option<usize>,
    /// Number of its dosing, from 2, in a row that follows each dosing beside the others.
    beside: Option<usize>,
    /// Number of its dosing, in a row that a further dosing starts anew or follows beside the others.
    dosing: Option<u8>,
    /// The visit that its day is one of.
    after: Option<After>,
}

/// An occurrence of a row that another row counts from.
#[derive(Clone, Copy)]
struct After {
    row: usize,
    index: u32,
    took_place: bool,
}

fn runs(case: &Case<'_>, row: usize, depth: usize) -> Vec<Run> {
    let anchor = &case.protocol.visits[row].anchor;
    let alone =
        |(on, after)| Run { on, restarts: false, next_on: None, replaced: None, beside: None, dosing: None, after };
    let dosings = &case.life.dosings;
    match anchor {
        Anchor::Dosing(DosingPick::Last) => {}
        Anchor::Dosing(DosingPick::Each) => {
            // By the number that the dosing bears: one that is taken back, or found later, renames no other.
            let beside = |number: u8| (number > 1).then_some(usize::from(number));
            let run = |kept: &facts::Kept<Dosing>| Run {
                beside: beside(kept.fact.number),
                dosing: Some(kept.fact.number),
                ..alone((kept.fact.on, None))
            };
            return dosings.iter().map(run).collect();
        }
        _ => return anchor_day(case, row, depth).map(alone).into_iter().collect(),
    }
    let run = |(index, fact): (usize, &Dosing)| {
        let next_on = dosings.get(index + 1).map(|next| next.fact.on);
        let (replaced, dosing) = (next_on.map(|_| index + 1), Some(fact.number));
        Run { restarts: index > 0, next_on, replaced, dosing, ..alone((fact.on, None)) }
    };
    dosings.iter().map(|kept| &kept.fact).enumerate().map(run).collect()
}

/// The day that a row counts from, and the visit it is one of.
fn anchor_day(case: &Case<'_>, row: usize, depth: usize) -> Option<(CivilDate, Option<After>)> {
    let visits = &case.protocol.visits;
    // Visits that wait for each other: the protocol's check refuses them, and here they never begin.
    if depth > visits.len() {
        return None;
    }
    match &visits[row].anchor {
        Anchor::PreviousVisit => {
            let before = row.checked_sub(1)?;
            visit_day(case, before, visits[before].occurrences().last()?, depth + 1)
        }
        Anchor::Event(code) if case.protocol.event(code).is_none() => {
            let before = visits.iter().position(|visit| visit.gives(code))?;
            let occurrences = visits[before].occurrences();
            visit_day(case, before, occurrences.iter().find(|occurrence| occurrence.code == *code)?, depth + 1)
        }
        anchor => fixed_day(anchor, case.protocol, case.life).map(|on| (on, None)),
    }
}

/// Day on which a visit took place, else its planned day.
fn visit_day(case: &Case<'_>, row: usize, occurrence: &Occurrence, depth: usize) -> Option<(CivilDate, Option<After>)> {
    let visit = &case.protocol.visits[row];
    let run = runs(case, row, depth).pop()?;
    let window = Dates::of(visit, run.on, occurrence);
    let answer =
        case.contacts.answering(&bears(case, &occurrence.code, &run), &window, span(visit, occurrence, &run, &window));
    let after = After { row, index: occurrence.index, took_place: answer.is_some() };
    Some((answer.map_or(window.due_on, |(_, on)| on), Some(after)))
}

/// The code that a contact bears which answers an occurrence.
fn bears<'c>(case: &Case<'_>, code: &'c str, run: &Run) -> Cow<'c, str> {
    match run.beside {
        None if case.prefix.is_empty() => Cow::Borrowed(code),
        None => Cow::Owned([&case.prefix, code].concat()),
        Some(place) => Cow::Owned(format!("{}{code}@{place}", case.prefix)),
    }
}

pub(crate) fn visits(case: &Case<'_>) -> Vec<Obligation> {
    let mut all = Vec::with_capacity(64);
    for (row, visit) in case.protocol.visits.iter().enumerate() {
        let runs = runs(case, row, 0);
        let Some((last, before)) = runs.split_last() else { continue };
        for occurrence in visit.occurrences() {
            all.extend(before.iter().map(|run| owed(case, visit, occurrence.clone(), run)));
            all.push(owed(case, visit, occurrence, last));
        }
    }
    all
}

/// A run takes the contacts from its own day, or from its first early one, up to the next run's.
fn span(visit: &Visit, occurrence: &Occurrence, run: &Run, own: &Dates) -> Span {
    let before = run.next_on.map(|next_on| Dates::of(visit, next_on, occurrence).earliest_on.min(next_on));
    Span { from: run.restarts.then(|| own.earliest_on.min(run.on)), before }
}

fn owed(case: &Case<'_>, visit: &Visit, occurrence: Occurrence, run: &Run) -> Obligation {
    let window = Dates::of(visit, run.on, &occurrence);
    let span = span(visit, &occurrence, run, &window);
    let Occurrence { code, number, offset, index } = occurrence;
    let mut code = match bears(case, &code, run) {
        Cow::Owned(other) => other,
        Cow::Borrowed(_) => code,
    };
    let answer = case.contacts.answering(&code, &window, span);
    // A visit that took place asks for what was due on its own day.
    let on = answer.map_or(window.due_on, |(_, on)| on);
    let day = Day { planned_on: window.due_on, on, made: answer.is_some(), dosed_on: dosed_on(visit, run) };
    let Tasks { due: tasks, left_out, mut asked, untold } = tasks(case, visit, index, day);
    // Plain joining: formatting would cost more than the dates do.
    let mut key = ["visit:", &code].concat();
    let signed = || {
        if case.life.consents.is_empty() {
            return None;
        }
        let asked: Vec<Option<&Task>> = tasks.iter().map(|code| case.protocol.task(code)).collect();
        consent::made_by_signing(case.life, &visit.anchor, &asked, &window)
    };
    let mut settled = settle::done(answer.or_else(signed), &window)
        .or_else(|| settle::by_declaration(case.life, &key, span))
        .or_else(|| run.replaced.map(|_| Settled::Superseded { by: key.clone() }))
        .or_else(|| settle::by_status(case.life, &window))
        .or_else(|| settle::by_withdrawal(case.life, &window));
    let uncalled = if settled.is_none() { settle::uncalled(case.life, &window) } else { None };
    let modes = uncalled.map_or_else(|| visit.modes.clone(), |_| settle::without_calling(&visit.modes));
    if settled.is_none() {
        let unmet = || case.unmet(&visit.when, day).map(|why| case.told(why, &visit.when, day));
        let why = settle::by_place(case, visit, &window).or_else(unmet);
        let no_way_left = || uncalled.filter(|_| modes.is_empty() && !visit.modes.is_empty()).map(settle::not_called);
        let nothing = || {
            let told = || strongest(left_out.iter().map(|left| left.why.clone()));
            if tasks.is_empty() {
                told().or_else(|| untold.then(|| nothing_due(case, visit, index, day)))
            } else {
                None
            }
        };
        let why = why.or_else(no_way_left).or_else(nothing);
        settled = why.map(|why| settle::unasked(why, &window)).or_else(|| settle::by_leaving(case.life, &window));
    }
    let switched_on = case.switched_on(&visit.when, day);
    if !switched_on.is_empty() {
        asked.insert(0, Asked { task: None, because: switched_on });
    }
    if let Some(place) = run.replaced {
        key = format!("{key}@{place}");
        code = format!("{code}@{place}");
    }
    Obligation {
        key,
        what: What::Visit { code, number },
        window,
        modes,
        tasks,
        citation: Some(visit.citation.clone()),
        because: because(case.protocol, visit, run, offset),
        left_out,
        uncalled: uncalled.filter(|_| settled.is_none()),
        asked,
        settled,
        of: None,
    }
}

/// The dosing that a run follows, in rows that follow another than the first.
fn dosed_on(visit: &Visit, run: &Run) -> Option<CivilDate> {
    matches!(visit.anchor, Anchor::Dosing(DosingPick::Last | DosingPick::Each)).then_some(run.on)
}

/// The dosing by its number and the visit by its code: "last" and "before" would say another thing to each reader.
fn because(protocol: &Protocol, visit: &Visit, run: &Run, offset: Period) -> Explanation {
    let number = run.dosing.map(|number| Anchor::Dosing(DosingPick::Number(number)));
    let anchor = number.unwrap_or_else(|| visit.anchor.clone());
    let mut because = Explanation::of(anchor, run.on, offset, visit.window.early, visit.window.late);
    because.after = run.after.and_then(|after| {
        let code = protocol.visits[after.row].occurrences().into_iter().find(|one| one.index == after.index)?.code;
        Some(AfterVisit { code, planned: !after.took_place })
    });
    because
}

/// Tasks due at an occurrence, and those that are not.
struct Tasks {
    due: Vec<Arc<str>>,
    /// Those whose reason a reader is told.
    left_out: Vec<LeftOut>,
    /// Those that results switched on.
    asked: Vec<Asked>,
    /// Others do not apply to this person or have no turn.
    untold: bool,
}

fn tasks(case: &Case<'_>, visit: &Visit, index: u32, day: Day) -> Tasks {
    let due = Vec::with_capacity(visit.tasks.len());
    let mut tasks = Tasks { due, left_out: Vec::new(), asked: Vec::new(), untold: false };
    for wanted in &visit.tasks {
        let not_now = (!wanted.has_turn(index)).then_some(WhyNot::Condition);
        let why = not_now.or_else(|| case.withdrawn_from(&wanted.task, day));
        let unmet = || Some(case.switched_off(case.unmet(&wanted.when, day)?, &wanted.when, day));
        match why.or_else(unmet) {
            None => {
                tasks.due.push(wanted.task.clone());
                let because = case.switched_on(&wanted.when, day);
                if !because.is_empty() {
                    tasks.asked.push(Asked { task: Some(wanted.task.clone()), because });
                }
            }
            Some(why) if why.is_told() => tasks.left_out.push(LeftOut { task: wanted.task.clone(), why }),
            Some(_) => tasks.untold = true,
        }
    }
    tasks
}

/// Why nothing is done at a visit of which no task is due: what the tasks ask of the person, each ground once.
fn nothing_due(case: &Case<'_>, visit: &Visit, index: u32, day: Day) -> WhyNot {
    let mut because = Vec::new();
    for wanted in visit.tasks.iter().filter(|wanted| wanted.has_turn(index)) {
        let WhyNot::Unmet { because: grounds } = case.told(WhyNot::Condition, &wanted.when, day) else { continue };
        because.extend(grounds.into_iter().filter(|ground| !because.contains(ground)).collect::<Vec<_>>());
    }
    if because.is_empty() { WhyNot::Condition } else { WhyNot::Unmet { because } }
}

/// Codes of the tasks that the protocol asks for at a visit which takes place on `on`.
pub(crate) fn tasks_of(case: &Case<'_>, code: &str, on: CivilDate) -> Vec<Arc<str>> {
    let code = code.strip_prefix(&case.prefix).unwrap_or(code);
    let (code, beside) = code.split_once('@').map_or((code, None), |(code, number)| (code, number.parse().ok()));
    for (row, visit) in case.protocol.visits.iter().enumerate().filter(|(_, visit)| visit.gives(code)) {
        let Some(occurrence) = visit.occurrences().into_iter().find(|occurrence| occurrence.code == code) else {
            continue;
        };
        // Without its anchor the visit has no planned day yet: the contact itself is its day.
        let mut all = runs(case, row, 0);
        let own = all.iter().position(|run| run.beside == beside);
        let run = own.map(|at| all.swap_remove(at)).or_else(|| all.pop());
        let dosed_on = run.as_ref().and_then(|run| dosed_on(visit, run));
        let planned_on = run.map_or(on, |run| Dates::of(visit, run.on, &occurrence).due_on);
        return tasks(case, visit, occurrence.index, Day { planned_on, on, made: true, dosed_on }).due;
    }
    Vec::new()
}
