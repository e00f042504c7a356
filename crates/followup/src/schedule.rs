//! Anchors to dates to obligations: every visit of the protocol, every test and report a finding calls for,
//! every result that is awaited.

use facts::{CivilDate, Closure, Life, Period};
use protocol::{Anchor, CallFor, DosingPick, Occurrence, Protocol, Visit, anchor::MAJORITY};
use signals::Finding;

use crate::condition::Facts;
use crate::explain::Explanation;
use crate::obligation::{Dates, Obligation, Settled, Timing, What, WhyNot};
use crate::settle;

/// How long a laboratory usually takes before its result is asked after; the end of the window of a result.
const RESULT_WITHIN: Period = Period::days(42);

/// Every obligation of one subject, by due date. No `today`: dates do not depend on when one looks.
///
/// `findings` are those that still call for something (not dismissed).
pub fn obligations(protocol: &Protocol, life: &Life, findings: &[Finding]) -> Vec<Obligation> {
    let facts = Facts { life, findings };
    let mut all: Vec<Obligation> = Vec::new();
    for visit in &protocol.visits {
        for occurrence in visit.occurrences() {
            let anchor_on = anchor_day(&visit.anchor, life, &all, protocol);
            if let Some(anchor_on) = anchor_on {
                all.push(of_visit(visit, &occurrence, anchor_on, protocol, &facts));
            }
        }
    }
    all.extend(findings.iter().flat_map(|finding| of_finding(finding, protocol, life)));
    all.extend(awaited(life));
    all.sort_by(|a, b| (a.window.due_on, &a.key).cmp(&(b.window.due_on, &b.key)));
    all
}

/// The day an anchor stands for; `None` while it has not come about.
fn anchor_day(anchor: &Anchor, life: &Life, before: &[Obligation], protocol: &Protocol) -> Option<CivilDate> {
    let enrolment = &life.enrolment.fact;
    match anchor {
        // A failed or partial administration starts follow-up like any other (CDE 2021).
        Anchor::Dosing(DosingPick::First) => life.first_dosed_on(),
        Anchor::Dosing(DosingPick::Last) => life.dosings.last().map(|kept| kept.fact.on),
        Anchor::Dosing(DosingPick::Number(n)) => {
            life.dosings.iter().find(|kept| kept.fact.number == *n).map(|kept| kept.fact.on)
        }
        Anchor::Enrolment => Some(enrolment.enrolled_on),
        Anchor::Consent => enrolment.consented_on,
        Anchor::Birth => Some(enrolment.born_on),
        Anchor::Majority => Some(enrolment.born_on.plus(&MAJORITY)),
        Anchor::PreviousVisit => before.last().map(day_of),
        Anchor::Event(code) => {
            let of_code = |o: &&Obligation| matches!(&o.what, What::Visit { code: found, .. } if found == code);
            let known = protocol.visits.iter().any(|visit| visit.gives(code));
            before.iter().find(of_code).filter(|_| known).map(day_of)
        }
    }
}

/// The day an obligation took place, else the day it is due.
fn day_of(obligation: &Obligation) -> CivilDate {
    match &obligation.settled {
        Some(Settled::Done { on, .. }) => *on,
        _ => obligation.window.due_on,
    }
}

fn window(due_on: CivilDate, early: &Period, late: &Period) -> Dates {
    Dates { earliest_on: due_on.minus(early), due_on, latest_on: due_on.plus(late) }
}

fn of_visit(
    visit: &Visit,
    occurrence: &Occurrence,
    anchor_on: CivilDate,
    protocol: &Protocol,
    facts: &Facts<'_>,
) -> Obligation {
    let because =
        Explanation::of(visit.anchor.clone(), anchor_on, occurrence.offset, visit.window.early, visit.window.late);
    let window = window(anchor_on.plus(&occurrence.offset), &visit.window.early, &visit.window.late);
    let key = format!("visit:{}", occurrence.code);
    let applies = facts.holds(&visit.when, window.due_on) && !already_of_age(visit, window.due_on, facts.life);
    let settled = settle::by_visit(facts.life, &occurrence.code, &window)
        .or_else(|| settle::by_declaration(facts.life, &key))
        .or_else(|| settle::by_status(facts.life, &window))
        .or_else(|| (!applies).then_some(Settled::NotRequired { why: WhyNot::Condition }));
    // A visit that took place asks for what was due on its own day.
    let on = match &settled {
        Some(Settled::Done { on, .. }) => *on,
        _ => window.due_on,
    };
    Obligation {
        key,
        what: What::Visit { code: occurrence.code.clone(), number: occurrence.number },
        tasks: tasks(visit, occurrence.index, on, protocol, facts),
        window,
        modes: visit.modes.clone(),
        citation: Some(visit.citation.clone()),
        because,
        settled,
    }
}

/// Coming of age is asked only of those who came of age during follow-up.
fn already_of_age(visit: &Visit, due_on: CivilDate, life: &Life) -> bool {
    visit.anchor == Anchor::Majority
        && due_on <= life.enrolment.fact.consented_on.unwrap_or(life.enrolment.fact.enrolled_on)
}

fn tasks(visit: &Visit, index: u32, on: CivilDate, protocol: &Protocol, facts: &Facts<'_>) -> Vec<String> {
    let due = visit.tasks.iter().filter(|wanted| {
        let turn = wanted.every_nth.is_none_or(|nth| nth > 0 && (index + 1) % nth == 0);
        turn && protocol.task(&wanted.task).is_some() && facts.holds(&wanted.when, on)
    });
    due.map(|wanted| wanted.task.clone()).collect()
}

/// Codes of the tasks due when the visit takes place on `on`.
pub fn tasks_due(protocol: &Protocol, life: &Life, findings: &[Finding], code: &str, on: CivilDate) -> Vec<String> {
    let facts = Facts { life, findings };
    let visit = protocol.visits.iter().find(|visit| visit.gives(code));
    let found = visit.and_then(|visit| Some((visit, visit.occurrences().into_iter().find(|o| o.code == code)?)));
    found.map(|(visit, occurrence)| tasks(visit, occurrence.index, on, protocol, &facts)).unwrap_or_default()
}

/// Repeats and reports, from the day of the finding to the day by which they are called for.
fn of_finding(finding: &Finding, protocol: &Protocol, life: &Life) -> Vec<Obligation> {
    let mut owed = Vec::new();
    for call in &finding.calls_for {
        let Some(by) = call.by else { continue };
        let window = Dates { earliest_on: finding.seen_on.min(by), due_on: by, latest_on: by };
        let within = Period::days(by.days_since(finding.seen_on));
        let because =
            Explanation::of(Anchor::Event(finding.rule.clone()), finding.seen_on, within, within, Period::ZERO);
        let owe = |key: String, what, tasks, settled: Option<Settled>| Obligation {
            settled: settled
                .or_else(|| settle::by_declaration(life, &key))
                .or_else(|| settle::by_status(life, &window)),
            key,
            what,
            window,
            modes: Vec::new(),
            tasks,
            citation: Some(finding.citation.clone()),
            because: because.clone(),
        };
        match &call.what {
            CallFor::Repeat { task, .. } => {
                let Some(found) = protocol.task(task) else { continue };
                let settled = settle::by_assessment(life, found, finding, &window).map(|(_, settled)| settled);
                let what = What::Test { task: task.clone(), finding: finding.key.clone() };
                owed.push(owe(format!("test:{task}:{}", finding.key), what, vec![task.clone()], settled));
            }
            CallFor::Report { to, .. } => {
                let key = format!("report:{to}:{}", finding.key);
                let what = What::Report { to: to.clone(), finding: finding.key.clone() };
                owed.push(owe(key, what, Vec::new(), reported(finding, life, &window)));
            }
            CallFor::Evaluate { .. } => {}
        }
    }
    owed
}

/// A report is made when a person says so on the finding.
fn reported(finding: &Finding, life: &Life, window: &Dates) -> Option<Settled> {
    let of_finding = life.handlings.iter().filter(|kept| kept.fact.finding == finding.key);
    let report = of_finding.rev().find(|kept| kept.fact.action == facts::fact::Action::Reported)?;
    let on = report.fact.on;
    Some(Settled::Done { record: report.record, on, timing: crate::standing::timing(window, on) })
}

/// Results that a laboratory owes: open from the day of the sample. The record itself is superseded when they come.
fn awaited(life: &Life) -> impl Iterator<Item = Obligation> + '_ {
    let open = life.assessments.iter().filter(|kept| kept.fact.assessment.closure == Closure::Awaited);
    open.map(|kept| {
        let assessment = &kept.fact.assessment;
        let window = window(assessment.collected_on.plus(&RESULT_WITHIN), &RESULT_WITHIN, &Period::ZERO);
        let key = format!("result:{}", kept.record);
        let anchor = Anchor::Event(assessment.kind.clone());
        Obligation {
            what: What::Result { record: kept.record, kind: assessment.kind.clone() },
            settled: settle::by_declaration(life, &key),
            because: Explanation::of(anchor, assessment.collected_on, RESULT_WITHIN, RESULT_WITHIN, Period::ZERO),
            key,
            window,
            modes: Vec::new(),
            tasks: Vec::new(),
            citation: None,
        }
    })
}

/// Which visit a contact on this day answers: the open one whose window holds the day and ends first, else the
/// overdue one that is longest open, else one that opens within a week.
pub fn suggest(obligations: &[Obligation], on: CivilDate) -> Option<usize> {
    let unsettled = || {
        let open = obligations.iter().enumerate().filter(|(_, o)| o.settled.is_none());
        open.filter(|(_, o)| matches!(o.what, What::Visit { .. }))
    };
    let timed = |wanted: Timing| unsettled().filter(move |(_, o)| crate::standing::timing(&o.window, on) == wanted);
    let inside = timed(Timing::InWindow).min_by_key(|(_, o)| o.window.latest_on);
    let late = || timed(Timing::Late).min_by_key(|(_, o)| o.window.latest_on);
    let soon = || {
        timed(Timing::Early)
            .filter(|(_, o)| o.window.earliest_on <= on.plus_days(7))
            .min_by_key(|(_, o)| o.window.earliest_on)
    };
    inside.or_else(late).or_else(soon).map(|(index, _)| index)
}
