//! From one subject's ledger to the rows that lists read: the projection of design.md, computed whole.

use facts::{Entry, Life, SubjectId};
use followup::Obligation;
use protocol::Severity;
use signals::Finding;
use store::{FindingRow, ObligationRow, StoreError, SubjectRow, SubjectRows};

use crate::texts::{Adopted, Texts};
use crate::{Refusal, booked, kits, wording};

/// What follows from one life: its findings and its obligations, from the same facts in one go.
pub(crate) struct Outcome {
    pub findings: Vec<Finding>,
    pub obligations: Vec<Obligation>,
}

/// Who computes the rows: raised with each release, and by hand when rows say something else within one.
const EDITION: u32 = 7;

pub(crate) fn edition() -> String {
    format!("{}+{EDITION}", env!("CARGO_PKG_VERSION"))
}

pub(crate) fn outcome(texts: &Texts, life: &Life) -> Outcome {
    let course = texts.course(life);
    let findings = course.findings(life);
    // A finding that a person dismissed calls for nothing more.
    let live: Vec<Finding> = findings
        .iter()
        .filter(|finding| signals::standing(finding, life) != signals::Standing::Dismissed)
        .cloned()
        .collect();
    let obligations = followup::owed(&course, life, &live);
    Outcome { findings, obligations }
}

/// Rows of every projection for one subject; `None` while the ledger holds no enrolment of it.
pub(crate) fn rows(subject: SubjectId, entries: &[Entry], protocols: &Adopted) -> Option<SubjectRows> {
    let life = Life::of(subject, entries)?;
    let enrolment = &life.enrolment.fact;
    let texts = Texts::of(&life, protocols).ok()?;
    let Outcome { findings, obligations } = outcome(&texts, &life);
    let code = enrolment.code.clone();
    let finding_rows: Vec<FindingRow> =
        findings.iter().map(|finding| finding_row(subject, &code, finding, &life)).collect();
    // What presses depends on the day: that is for whoever reads the rows. Kept is what a day far off looks at.
    let first =
        obligations.iter().filter(|o| o.settled.is_none()).min_by_key(|o| (o.window.earliest_on, o.window.latest_on));
    let status = life.status();
    let subject_row = SubjectRow {
        subject,
        code: code.clone(),
        sex: wording::wire(&enrolment.sex),
        born_on: enrolment.born_on,
        status: wording::wire(&status),
        protocol: life.protocol().to_owned(),
        language: enrolment.language.clone(),
        first_dosed_on: life.first_dosed_on(),
        enrolled_on: enrolment.enrolled_on,
        first_earliest_on: first.map(|o| o.window.earliest_on),
        first_due_on: first.map(|o| o.window.due_on),
        first_latest_on: first.map(|o| o.window.latest_on),
        first_label: first.map(wording::json).unwrap_or_default(),
        open_findings: open_causes(&findings, &life),
        worst_severity: worst(&findings, &life).unwrap_or_default(),
    };
    let obligation_rows = obligations.iter().map(|o| obligation_row(subject, &code, o)).collect();
    Some(SubjectRows {
        search: code.to_lowercase(),
        subject: subject_row,
        obligations: obligation_rows,
        findings: finding_rows,
        appointments: booked::rows(subject, &life, &obligations),
        kits: kits::rows(subject, &texts, &life, &obligations),
    })
}

/// Causes that still want somebody: two rules that see the same thing count once.
fn open_causes(findings: &[Finding], life: &Life) -> u32 {
    let standing = |finding| (finding, signals::standing(finding, life));
    let open: Vec<_> = findings.iter().map(standing).filter(|(_, standing)| standing.is_open()).collect();
    u32::try_from(signals::causes(&open).len()).unwrap_or(u32::MAX)
}

fn worst(findings: &[Finding], life: &Life) -> Option<String> {
    let rank = |severity: &Severity| match severity {
        Severity::Notice => 0,
        Severity::Caution => 1,
        Severity::Alarm => 2,
    };
    let open = findings.iter().filter(|finding| signals::standing(finding, life).is_open());
    open.map(|finding| finding.severity).max_by_key(rank).map(|severity| wording::wire(&severity))
}

fn obligation_row(subject: SubjectId, code: &str, obligation: &Obligation) -> ObligationRow {
    ObligationRow {
        subject,
        subject_code: code.to_owned(),
        key: obligation.key.clone(),
        what: wording::json(&obligation.what),
        earliest_on: obligation.window.earliest_on,
        due_on: obligation.window.due_on,
        latest_on: obligation.window.latest_on,
        settled: obligation.settled.as_ref().map(wording::json),
        tasks: booked::tasks(obligation),
        json: wording::json(obligation),
    }
}

fn finding_row(subject: SubjectId, code: &str, finding: &Finding, life: &Life) -> FindingRow {
    let standing = signals::standing(finding, life);
    FindingRow {
        subject,
        subject_code: code.to_owned(),
        key: finding.key.clone(),
        rule: finding.rule.to_owned(),
        severity: wording::wire(&finding.severity),
        seen_on: finding.seen_on,
        standing: wording::wire(&standing),
        open: standing.is_open(),
        json: wording::json(finding),
    }
}

/// A row that nobody can read is told, not left out: a line of work or a signal would vanish with it.
pub(crate) fn unreadable(place: &str) -> Refusal {
    StoreError::Damaged { place: place.to_owned(), detail: "projection".to_owned() }.into()
}
