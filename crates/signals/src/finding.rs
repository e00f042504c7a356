//! A finding: what a rule saw, on what evidence, by which threshold, and what it calls for.

use std::collections::BTreeMap;

use facts::{CivilDate, Period};
use protocol::{CallFor, Citation, RuleClause, Severity};
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
}

/// Something to be done, and by when.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Call {
    pub what: CallFor,
    pub by: Option<CivilDate>,
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
        let calls_for = clause.calls_for.iter().filter(|call| !matches!(call, CallFor::Report { .. }));
        Self {
            rule: rule.id.to_owned(),
            version: rule.version,
            key: format!("{}:{what}", rule.id),
            seen_on,
            severity: clause.severity,
            evidence,
            args: BTreeMap::new(),
            citation: clause.citation.clone(),
            calls_for: calls_for.map(|call| Call { what: call.clone(), by: by(call, seen_on) }).collect(),
        }
    }

    /// Adds an argument of the sentence.
    #[must_use]
    pub(crate) fn with(mut self, name: &str, arg: Arg) -> Self {
        self.args.insert(name.to_owned(), arg);
        self
    }

    /// Adds the reports that the clause calls for, counted from when the site learned of it.
    #[must_use]
    pub(crate) fn reporting(
        mut self,
        clause: &RuleClause,
        learned_on: CivilDate,
        wanted: impl Fn(protocol::ReportWhen) -> bool,
    ) -> Self {
        for call in &clause.calls_for {
            if let CallFor::Report { when, .. } = call {
                if wanted(*when) {
                    self.calls_for.push(Call { what: call.clone(), by: by(call, learned_on) });
                }
            }
        }
        self
    }

    /// Names the evidence: other records or other versions give another digest, which reopens the finding.
    pub fn digest(&self) -> String {
        let mut entries: Vec<String> = self.evidence.iter().map(|evidence| evidence.entry.to_string()).collect();
        entries.sort();
        entries.dedup();
        entries.join("+")
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
