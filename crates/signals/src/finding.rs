//! A finding: what a rule saw, on what evidence, by which threshold, and what it calls for.

use std::collections::BTreeMap;

use facts::{CivilDate, Moment, Period, RecordId};
use protocol::{CallFor, Citation, ReportWhen, RuleClause, Severity};
use serde::{Deserialize, Serialize};

use crate::evidence::{Arg, Evidence};
use crate::rules::Rule;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    pub rule: String,
    pub version: u16,
    /// Stable while the cause is the same: `dominant-clone:hg38:chr11:33891204:+`.
    pub key: String,
    /// Day of the newest evidence.
    pub seen_on: CivilDate,
    pub severity: Severity,
    pub evidence: Vec<Evidence>,
    /// Arguments of the sentence `rule-<id>`.
    pub args: BTreeMap<String, Arg>,
    pub citation: Citation,
    pub calls_for: Vec<Call>,
    /// Answers that a test called for must share with the evidence: the matrix of a sample.
    #[serde(default)]
    pub about: BTreeMap<String, String>,
    /// First day whose samples answer it, where that is not `seen_on`: the day an event began, not that of its form.
    #[serde(default)]
    pub since: Option<CivilDate>,
    /// Where the evidence itself says that it was reported.
    #[serde(default)]
    pub reported: Option<Reported>,
}

/// A report that a form tells of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reported {
    pub record: RecordId,
    pub on: CivilDate,
}

/// Something to be done, and by when.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Call {
    pub what: CallFor,
    pub by: Option<CivilDate>,
    /// Of a report: the instants that its clock runs between (`learned`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clock: Option<ReportClock>,
}

/// From when the site learned of it to when the report must have left.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportClock {
    pub learned_at: Moment,
    pub by_at: Moment,
    /// Only the day of learning was told: the clock counts from its end.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub day_only: bool,
}

impl Finding {
    /// A finding of `rule` under `clause`; the evidence is newest last and must not be empty.
    pub(crate) fn of(
        rule: &Rule,
        clause: &RuleClause,
        what: &str,
        seen_on: CivilDate,
        evidence: Vec<Evidence>,
    ) -> Self {
        let calls_for = clause.calls_for.iter().filter(|call| match call {
            CallFor::Report { when, .. } => *when == ReportWhen::Always,
            _ => true,
        });
        Self {
            rule: rule.id.to_owned(),
            version: rule.version,
            key: format!("{}:{what}", rule.id),
            seen_on,
            severity: clause.severity,
            evidence,
            args: BTreeMap::new(),
            citation: clause.citation.clone(),
            calls_for: calls_for.map(|call| Call::of(call, seen_on)).collect(),
            about: BTreeMap::new(),
            since: None,
            reported: None,
        }
    }

    /// A test called for shares this answer with the evidence.
    #[must_use]
    pub(crate) fn about(mut self, field: &str, code: &str) -> Self {
        self.about.insert(field.to_owned(), code.to_owned());
        self
    }

    #[must_use]
    pub(crate) fn since(self, since: CivilDate) -> Self {
        Self { since: Some(since), ..self }
    }

    /// Adds an argument of the sentence.
    #[must_use]
    pub(crate) fn with(mut self, name: &str, arg: Arg) -> Self {
        self.args.insert(name.to_owned(), arg);
        self
    }

    #[must_use]
    pub(crate) fn reported(self, reported: Option<Reported>) -> Self {
        Self { reported, ..self }
    }

    /// Replaces the reports by those that are wanted, counted from when the site learned of it.
    #[must_use]
    pub(crate) fn reporting(
        mut self,
        clause: &RuleClause,
        learned_on: CivilDate,
        wanted: impl Fn(ReportWhen) -> bool,
    ) -> Self {
        self.calls_for.retain(|call| !matches!(call.what, CallFor::Report { .. }));
        for call in &clause.calls_for {
            if let CallFor::Report { when, .. } = call
                && wanted(*when)
            {
                self.calls_for.push(Call::of(call, learned_on));
            }
        }
        self
    }

    /// The same cause seen again in `newer`: the newer evidence speaks, the older stays beside it. Tests are
    /// counted from the newest evidence; a report is owed once, from when the cause was first seen.
    #[must_use]
    pub(crate) fn joined(self, mut newer: Self) -> Self {
        let mut evidence = self.evidence;
        for seen in newer.evidence {
            if !evidence.contains(&seen) {
                evidence.push(seen);
            }
        }
        newer.evidence = evidence;
        newer.since = self.since.into_iter().chain(newer.since).min();
        newer.reported = newer.reported.or(self.reported);
        newer.seen_on = newer.seen_on.max(self.seen_on);
        for call in newer.calls_for.iter_mut().filter(|call| matches!(call.what, CallFor::Report { .. })) {
            let first = self.calls_for.iter().find(|older| older.what == call.what).and_then(|older| older.by);
            call.by = first.into_iter().chain(call.by).min();
        }
        newer
    }

    pub fn reports(&self) -> impl Iterator<Item = &Call> {
        self.calls_for.iter().filter(|call| matches!(call.what, CallFor::Report { .. }))
    }

    /// Who is owed a report.
    pub fn recipients(&self) -> impl Iterator<Item = &str> {
        self.calls_for.iter().filter_map(|call| match &call.what {
            CallFor::Report { to, .. } => Some(to.as_str()),
            _ => None,
        })
    }

    /// Names the evidence: other records or other versions give another digest, which reopens the finding.
    pub fn digest(&self) -> String {
        let mut entries: Vec<String> = self.evidence.iter().map(|evidence| evidence.entry.to_string()).collect();
        entries.sort();
        entries.dedup();
        entries.join("+")
    }
}

impl Call {
    fn of(what: &CallFor, from: CivilDate) -> Self {
        Self { what: what.clone(), by: by(what, from), clock: None }
    }
}

fn by(call: &CallFor, from: CivilDate) -> Option<CivilDate> {
    use protocol::Clock::{Days, Hours};
    match call {
        CallFor::Repeat { within, .. } => Some(from.plus(within)),
        CallFor::Evaluate { within, .. } => within.map(|within| from.plus(&within)),
        // A civil date has no hours: 24 h end on the next day.
        CallFor::Report { within: Hours(hours), .. } => {
            Some(from.plus(&Period::days(i32::try_from(hours.div_ceil(24)).unwrap_or(1))))
        }
        CallFor::Report { within: Days(days), .. } => Some(from.plus(&Period::days(i32::try_from(*days).unwrap_or(1)))),
    }
}
