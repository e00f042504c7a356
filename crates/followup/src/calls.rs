//! Obligations that no schedule foresaw: what findings call for, and results that a laboratory still owes.
//!
//! A report is settled when a person says that it was sent to its recipient, each recipient for itself; neither death
//! nor loss stops a reporting clock, nor the wait for a result. Findings of one cause owe a recipient one report, by
//! the shorter clock. What a finding calls for and by when comes from the protocol's clause
//! (`signals`).

use std::sync::Arc;

use facts::{CivilDate, Closure, Life, Moment, Period, RecordId};
use protocol::{Anchor, CallFor, Protocol};
use signals::{Call, Finding};

use crate::asked::FormAsked;
use crate::condition::{Case, Day};
use crate::explain::Explanation;
use crate::obligation::{Dates, Obligation, Settled, Timing, What, WhyNot};
use crate::settle::{self, Span};
use crate::standing::timing;

/// Repeats and reports, from the day of the finding to the day by which they are called for.
pub(crate) fn of_findings(case: &Case<'_>, findings: &[Finding]) -> Vec<Obligation> {
    let mut owed: Vec<Obligation> = Vec::new();
    for finding in findings {
        for call in &finding.calls_for {
            let Some(obligation) = called_for(case, finding, call) else { continue };
            // Two clocks for one recipient: the shorter one is kept.
            match owed.iter_mut().find(|known| known.key == obligation.key) {
                None => owed.push(obligation),
                Some(known) if obligation.window.due_on < known.window.due_on => *known = obligation,
                Some(_) => {}
            }
        }
    }
    ask_once(&mut owed);
    report_once(&mut owed, findings, case.life);
    owed
}

/// Of the reports that findings of one cause owe one recipient, the one due first is owed. Once any of them was made
/// the cause is reported; each that was made stays as it is.
fn report_once(owed: &mut [Obligation], findings: &[Finding], life: &Life) {
    let all: Vec<(&Finding, signals::Standing)> =
        findings.iter().map(|finding| (finding, signals::standing(finding, life))).collect();
    for group in signals::causes(&all).iter().filter(|group| group.len() > 1) {
        let keys: Vec<&str> = group.iter().map(|at| all[*at].0.key.as_str()).collect();
        let of_cause =
            |o: &Obligation| matches!(&o.what, What::Report { finding, .. } if keys.contains(&finding.as_str()));
        let places: Vec<usize> = (0..owed.len()).filter(|at| of_cause(&owed[*at])).collect();
        for at in &places {
            let rivals =
                places.iter().filter(|other| *other != at && recipient(&owed[**other]) == recipient(&owed[*at]));
            let made = |o: &Obligation| matches!(o.settled, Some(Settled::Done { .. }));
            let first = |o: &Obligation| o.settled.is_none() && due(o) < due(&owed[*at]);
            let told = rivals.map(|other| &owed[*other]).any(|other| made(other) || first(other));
            if owed[*at].settled.is_none() && told {
                owed[*at].settled = Some(Settled::NotRequired { why: WhyNot::ReportedOnce });
            }
        }
    }
}

fn recipient(obligation: &Obligation) -> Option<&str> {
    match &obligation.what {
        What::Report { to, .. } => Some(to),
        _ => None,
    }
}

/// Order of reports of one cause: by day, within it by the minute.
fn due(obligation: &Obligation) -> (CivilDate, Option<i64>, &str) {
    let minute = match &obligation.what {
        What::Report { by_at: Some(by_at), .. } => Some(by_at.minutes_since(&Moment::EPOCH)),
        _ => None,
    };
    (obligation.window.due_on, minute, &obligation.key)
}

/// Of the tests that several findings call for of the same sample, the one due first is asked for. The others stand beside
/// it and come back if it is settled by a sample that is too old for them.
fn ask_once(owed: &mut [Obligation]) {
    let open = owed.iter().filter(|o| o.settled.is_none());
    let asked: Vec<(CivilDate, String, FormAsked)> =
        open.filter_map(|o| Some((o.window.due_on, o.key.clone(), test(o)?))).collect();
    for later in owed.iter_mut().filter(|o| o.settled.is_none()) {
        let Some(own_test) = test(later) else { continue };
        let own = (later.window.due_on, &later.key);
        if asked.iter().any(|(due_on, key, same)| *same == own_test && (*due_on, key) < own) {
            later.settled = Some(Settled::NotRequired { why: WhyNot::AskedAlready });
        }
    }
}

fn test(obligation: &Obligation) -> Option<FormAsked> {
    match &obligation.what {
        What::Test { task, about, .. } => Some(FormAsked { task: task.clone(), about: about.clone() }),
        _ => None,
    }
}

/// Forms of the tests that are open on a day.
pub(crate) fn open_on(case: &Case<'_>, findings: &[Finding], on: CivilDate) -> Vec<FormAsked> {
    let open = of_findings(case, findings).into_iter().filter(|o| o.settled.is_none() && o.window.earliest_on <= on);
    // What goes on in a record that exists is no form of a visit: a second one would tell of a second cause.
    open.filter(|o| !o.tasks.is_empty()).filter_map(|o| test(&o)).collect()
}

fn called_for(case: &Case<'_>, finding: &Finding, call: &Call) -> Option<Obligation> {
    let by = call.by?;
    let (key, what, within, tasks) = match &call.what {
        CallFor::Repeat { task, within } => {
            let record = begun(case, finding, task);
            let about = case.task(task).map(|task| settle::shared(task, finding)).into_iter().flatten();
            let about = about.map(|(field, code)| (field.clone(), code.clone())).collect();
            let what = What::Test { task: task.clone(), finding: finding.key.clone(), record, about };
            let tasks = if record.is_none() { vec![task.as_str().into()] } else { Vec::new() };
            (format!("test:{task}:{}", finding.key), what, Some(*within), tasks)
        }
        CallFor::Report { to, .. } => {
            let by_at = call.clock.map(|clock| clock.by_at);
            let what = What::Report { to: to.clone(), finding: finding.key.clone(), by_at };
            (format!("report:{to}:{}", finding.key), what, None, Vec::new())
        }
        // An evaluation is the finding itself: it stays open until somebody closes it.
        CallFor::Evaluate { .. } => return None,
    };
    // The period as written explains better than its length in days.
    let within = within.filter(|within| finding.seen_on.plus(within) == by);
    let within = within.unwrap_or_else(|| Period::days(by.days_since(finding.seen_on)));
    let mut owed = arisen(key, what, &finding.rule, finding.seen_on, within);
    owed.tasks = tasks;
    // What was done from the day the cause began is not early.
    owed.window.earliest_on = owed.window.earliest_on.min(finding.since.unwrap_or(finding.seen_on));
    owed.citation = Some(Arc::new(finding.citation.clone()));
    owed.settled = settled(case, finding, &owed);
    Some(owed)
}

/// The record of the finding on whose form the task's answer is missing.
fn begun(case: &Case<'_>, finding: &Finding, task: &str) -> Option<RecordId> {
    let task = case.task(task).filter(|task| task.settled_by.is_some())?;
    finding.evidence.iter().rev().find(|evidence| evidence.kind == task.kind).map(|evidence| evidence.record)
}

fn settled(case: &Case<'_>, finding: &Finding, owed: &Obligation) -> Option<Settled> {
    let (life, window) = (case.life, &owed.window);
    let declared = || settle::by_declaration(life, &owed.key, Span::default());
    let gone = || {
        let dismissed = signals::standing(finding, life) == signals::Standing::Dismissed;
        dismissed.then_some(Settled::NotRequired { why: WhyNot::FindingGone })
    };
    match &owed.what {
        What::Test { task, .. } => {
            let task = case.task(task);
            let made = task.and_then(|task| settle::by_assessment(case, task, finding, window));
            let settled = made.or_else(declared).or_else(gone);
            let withdrawn = || {
                let day = Day { planned_on: window.due_on, on: window.latest_on, made: false, dosed_on: None };
                let why = task.and_then(|task| case.withdrawn_from(&task.code, day))?;
                Some(settle::unasked(why, window))
            };
            let settled = settled.or_else(|| settle::by_status(life, window));
            settled
                .or_else(|| settle::by_withdrawal(life, window))
                .or_else(withdrawn)
                .or_else(|| settle::by_leaving(life, window))
        }
        What::Report { to, by_at, .. } => {
            let told = finding.reported.filter(|_| to == "sponsor").map(|report| (report.record, report.on));
            let by_form = || settle::done(told, window);
            let by_hand = reported(finding, life, window, to, by_at.as_ref());
            by_hand.or_else(by_form).or_else(declared).or_else(gone)
        }
        _ => declared().or_else(gone),
    }
}

/// A report is made when a person says that it was sent; the first time counts, unless the finding was reopened since.
/// Before the finding is early enough: the telephone may come before the form. A form that says when it was reported
/// counts as well, for the sponsor: who else was told is said on the finding.
fn reported(finding: &Finding, life: &Life, window: &Dates, to: &str, by_at: Option<&Moment>) -> Option<Settled> {
    let report = signals::report_to(finding, life, to)?;
    let on = report.fact.on;
    let over = |(sent, by_at): (&facts::fact::Sent, &Moment)| sent.at.is_after(by_at);
    let late = match report.fact.sent.as_ref().zip(by_at) {
        Some(both) => over(both),
        None => timing(window, on) == Timing::Late,
    };
    let timing = if late { Timing::Late } else { Timing::InWindow };
    Some(Settled::Done { record: report.record, on, timing })
}

/// Results that a laboratory owes: open from the day of the sample for as long as the protocol gives it. The record itself is superseded when they come.
pub(crate) fn awaited<'a>(protocol: &'a Protocol, life: &'a Life) -> impl Iterator<Item = Obligation> + 'a {
    let open = life.assessments.iter().filter(|kept| kept.fact.assessment.closure == Closure::Awaited);
    open.map(move |kept| {
        let assessment = &kept.fact.assessment;
        let key = format!("result:{}", kept.record);
        let what = What::Result { record: kept.record, kind: assessment.kind.clone() };
        let mut owed = arisen(key, what, &assessment.kind, assessment.collected_on, protocol.results_within);
        owed.citation = protocol.cites.results_within.clone().map(Arc::new);
        owed.settled = settle::by_declaration(life, &owed.key, Span::default());
        owed
    })
}

/// Open from the day it arose, due on its last day.
fn arisen(key: String, what: What, from: &str, on: CivilDate, within: Period) -> Obligation {
    let due_on = on.plus(&within);
    Obligation {
        key,
        what,
        window: Dates { earliest_on: on.min(due_on), due_on, latest_on: due_on },
        modes: Arc::default(),
        tasks: Vec::new(),
        citation: None,
        because: Explanation::of(Anchor::Event(from.to_owned()), on, within, within, Period::ZERO),
        left_out: Vec::new(),
        asked: Vec::new(),
        settled: None,
        uncalled: None,
        of: None,
    }
}
