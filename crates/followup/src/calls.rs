//! Obligations that no schedule foresaw: what findings call for, and results that a laboratory still owes.
//!
//! A report is settled when a person marks the finding as reported; neither death nor loss stops a reporting
//! clock, nor the wait for a result. What a finding calls for and by when comes from the protocol's clause
//! (`signals`).

use std::sync::Arc;

use facts::fact::Action;
use facts::{CivilDate, Closure, Life, Period, RecordId};
use protocol::{Anchor, CallFor, Protocol};
use signals::{Call, Finding};

use crate::condition::Case;
use crate::explain::Explanation;
use crate::obligation::{Dates, Obligation, Settled, What, WhyNot};
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
    owed
}

/// Of the tests that several findings call for, the one due first is asked for. The others stand beside it and
/// come back if it is settled by a sample that is too old for them.
fn ask_once(owed: &mut [Obligation]) {
    let open = owed.iter().filter(|o| o.settled.is_none());
    let asked: Vec<(CivilDate, String, String)> =
        open.filter_map(|o| Some((o.window.due_on, o.key.clone(), test(o)?.to_owned()))).collect();
    for later in owed.iter_mut().filter(|o| o.settled.is_none()) {
        let Some(task) = test(later) else { continue };
        let own = (later.window.due_on, &later.key);
        if asked.iter().any(|(due_on, key, same)| same == task && (*due_on, key) < own) {
            later.settled = Some(Settled::NotRequired { why: WhyNot::AskedAlready });
        }
    }
}

fn test(obligation: &Obligation) -> Option<&str> {
    match &obligation.what {
        What::Test { task, .. } => Some(task),
        _ => None,
    }
}

fn called_for(case: &Case<'_>, finding: &Finding, call: &Call) -> Option<Obligation> {
    let by = call.by?;
    let (key, what, within, tasks) = match &call.what {
        CallFor::Repeat { task, within } => {
            let record = begun(case, finding, task);
            let what = What::Test { task: task.clone(), finding: finding.key.clone(), record };
            // What goes on in a record that exists is no form of a visit: a second one would tell of a second cause.
            let tasks = if record.is_none() { vec![task.clone()] } else { Vec::new() };
            (format!("test:{task}:{}", finding.key), what, Some(*within), tasks)
        }
        CallFor::Report { to, .. } => {
            let what = What::Report { to: to.clone(), finding: finding.key.clone() };
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
    let task = case.protocol.task(task).filter(|task| task.settled_by.is_some())?;
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
            let task = case.protocol.task(task);
            let made = task.and_then(|task| settle::by_assessment(case, task, finding, window));
            let settled = made.or_else(declared).or_else(gone);
            settled.or_else(|| settle::by_status(life, window)).or_else(|| settle::by_leaving(life))
        }
        What::Report { to, .. } => {
            let told = finding.reported.filter(|_| to == "sponsor").map(|report| (report.record, report.on));
            let by_form = || settle::done(told, window);
            reported(finding, life, window).or_else(by_form).or_else(declared).or_else(gone)
        }
        _ => declared().or_else(gone),
    }
}

/// A report is made when a person says so on the finding; the first time counts, unless it was reopened since. A form
/// that says when it was reported counts as well, for the sponsor: who else was told is said on the finding.
fn reported(finding: &Finding, life: &Life, window: &Dates) -> Option<Settled> {
    let mut report = None;
    for kept in life.handlings.iter().filter(|kept| kept.fact.finding == finding.key) {
        match kept.fact.action {
            Action::Reported => report = report.or(Some(kept)),
            Action::Reopened => report = None,
            _ => {}
        }
    }
    let report = report?;
    Some(Settled::Done { record: report.record, on: report.fact.on, timing: timing(window, report.fact.on) })
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
        modes: Vec::new(),
        tasks: Vec::new(),
        citation: None,
        because: Explanation::of(Anchor::Event(from.to_owned()), on, within, within, Period::ZERO),
        left_out: Vec::new(),
        settled: None,
    }
}
