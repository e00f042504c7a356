//! *Looks for*: vector found again in a matrix that had been cleared.
//! *Because*: it may mean a reservoir or a replicating contaminant, and precautions must start again.
//! *Threshold and source*: clause limit `consecutive` (FDA 2015: three consecutive negative results).
//! *Silent when*: the matrix was never cleared, or has been cleared again since.

use std::collections::BTreeMap;

use assess::shedding::{Outcome, Sample, clearance};
use facts::fact::Recorded;
use facts::{CivilDate, Kept};
use protocol::RuleClause;
use rust_decimal::prelude::ToPrimitive;

use super::{Case, Rule, limit};
use crate::evidence::{Arg, Evidence};
use crate::finding::Finding;

pub(crate) static RULE: Rule =
    Rule { id: "shedding-after-clearance", version: 1, reads: &["shedding"], limits: &["consecutive"], judge };

fn judge(rule: &Rule, case: &Case<'_>, clause: &RuleClause) -> Vec<Finding> {
    let Some(consecutive) = limit(clause, "consecutive").and_then(|n| n.to_u32()) else { return Vec::new() };
    let mut by_matrix: BTreeMap<String, Vec<(&Kept<Recorded>, Outcome)>> = BTreeMap::new();
    for kept in case.of_kind("shedding") {
        if let Some(sample) = Sample::read(&kept.fact.assessment) {
            by_matrix.entry(sample.matrix).or_default().push((kept, sample.outcome));
        }
    }
    let mut findings = Vec::new();
    for (matrix, samples) in by_matrix {
        let series: Vec<(CivilDate, Outcome)> =
            samples.iter().map(|(kept, outcome)| (kept.fact.assessment.collected_on, *outcome)).collect();
        let found = clearance(&series, consecutive);
        let (Some(cleared), Some(again)) = (found.cleared_on, found.redetected_on) else { continue };
        if found.clear_now {
            continue;
        }
        let seen = samples.iter().filter(|(kept, outcome)| {
            kept.fact.assessment.collected_on >= again && matches!(outcome, Outcome::Detected(_))
        });
        let evidence: Vec<Evidence> = seen.map(|(kept, _)| Evidence::of(kept, "result")).collect();
        findings.push(
            Finding::of(rule, clause, &format!("{matrix}:{again}"), again, evidence)
                .with("matrix", Arg::Term(format!("shedding-matrix-{matrix}")))
                .with("cleared", Arg::Date(cleared))
                .with("on", Arg::Date(again))
                .with("consecutive", Arg::Number(consecutive.to_string())),
        );
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::story::Story;

    fn story(told: &str, unit: &str) -> Story {
        let mut story = Story::of("shedding-after-clearance", &[("consecutive", "3")]);
        for (week, sign) in told.chars().enumerate() {
            let on = format!("2026-01-{:02}", 1 + week * 3);
            story = if sign == '+' {
                story.form(&on, "shedding", &[("matrix", "urine", ""), ("assay", "qpcr", ""), ("result", "31", unit)])
            } else {
                story.not_detected(&on, "urine", unit)
            };
        }
        story
    }

    #[test]
    fn fires_when_the_vector_returns() {
        assert_eq!(story("+---+", "{copies}/mL").keys(), ["shedding-after-clearance:urine:2026-01-13"]);
    }

    #[test]
    fn stays_silent_before_clearance_and_after_a_second_one() {
        assert!(story("+--+", "{copies}/mL").keys().is_empty());
        assert!(story("+---+---", "{copies}/mL").keys().is_empty());
    }

    #[test]
    fn a_cycle_threshold_is_a_detection_not_an_amount() {
        assert_eq!(story("+---+", "{Ct}").findings().len(), 1);
    }
}
