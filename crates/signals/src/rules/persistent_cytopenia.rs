//! *Looks for*: neutrophils, platelets or haemoglobin below their limits in consecutive counts.
//! *Because*: it may be graft failure, immune destruction, or the first sign of a marrow malignancy.
//! *Threshold and source*: clause limits `neutrophils-below`, `platelets-below` (10^9/L), `haemoglobin-below`
//! (g/L) and `consecutive` (the protocol's, oriented at CTCAE grade 3).
//! *Silent when*: the newest count of that line is at or above its limit.

use facts::Kept;
use facts::answer::{Answer, Assessment};
use facts::fact::Recorded;
use protocol::RuleClause;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::{Case, Rule, limit};
use crate::evidence::{Arg, Evidence};
use crate::finding::Finding;

pub(crate) static RULE: Rule = Rule {
    id: "persistent-cytopenia",
    version: 1,
    reads: &["blood-count"],
    limits: &["neutrophils-below", "platelets-below", "haemoglobin-below", "consecutive"],
    optional: &[],
    judge,
};

/// Field, its limit, and the unit of the limit.
const LINES: [(&str, &str, &str); 3] = [
    ("neutrophils", "neutrophils-below", "10*9/L"),
    ("platelets", "platelets-below", "10*9/L"),
    ("haemoglobin", "haemoglobin-below", "g/L"),
];

fn value(assessment: &Assessment, field: &str, unit: &str) -> Option<Decimal> {
    match assessment.get(field)? {
        Answer::Number { value, unit: given, .. } => assess::units::convert_of(field, *value, given, unit),
        _ => None,
    }
}

fn judge(rule: &Rule, case: &Case<'_>, clause: &RuleClause) -> Vec<Finding> {
    let Some(wanted) = limit(clause, "consecutive").and_then(|n| n.to_usize()) else { return Vec::new() };
    let mut findings = Vec::new();
    for (field, limit_name, unit) in LINES {
        let Some(least) = limit(clause, limit_name) else { continue };
        let counts: Vec<(&Kept<Recorded>, Decimal)> = case
            .of_kind("blood-count")
            .filter_map(|kept| Some((kept, value(&kept.fact.assessment, field, unit)?)))
            .collect();
        let low = counts.iter().rev().take_while(|(_, value)| *value < least).count();
        if low == 0 || low < wanted {
            continue;
        }
        let run = &counts[counts.len() - low..];
        let (Some((first, _)), Some((newest, value))) = (run.first(), run.last()) else { continue };
        let on = newest.fact.assessment.collected_on;
        let started = first.fact.assessment.collected_on;
        let evidence = run.iter().map(|(kept, _)| Evidence::of(kept, field)).collect();
        findings.push(
            Finding::of(rule, clause, &format!("{field}:{started}"), on, evidence)
                .with("line", Arg::Term(format!("blood-count-{field}")))
                .with("value", Arg::Number(value.normalize().to_string()))
                .with("limit", Arg::Number(least.normalize().to_string()))
                .with("unit", Arg::Text(assess::units::shown(unit).to_owned()))
                .with("count", Arg::Number(low.to_string()))
                .with("since", Arg::Date(started))
                .with("on", Arg::Date(on)),
        );
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::story::Story;

    fn counts(values: &[&str], unit: &str) -> Vec<String> {
        let limits = [
            ("neutrophils-below", "1.0"),
            ("platelets-below", "50"),
            ("haemoglobin-below", "80"),
            ("consecutive", "2"),
        ];
        let mut story = Story::of("persistent-cytopenia", &limits);
        for (month, value) in values.iter().enumerate() {
            let on = format!("2026-{:02}-10", month + 1);
            story = story.form(&on, "blood-count", &[("neutrophils", value, "10*9/L"), ("haemoglobin", "12", unit)]);
        }
        story.keys()
    }

    #[test]
    fn two_low_counts_in_a_row_fire() {
        assert_eq!(counts(&["0.9", "0.99"], "g/dL"), ["persistent-cytopenia:neutrophils:2026-01-10"]);
    }

    #[test]
    fn one_low_count_the_limit_itself_or_a_recovery_is_silent() {
        assert!(counts(&["0.9"], "g/dL").is_empty());
        assert!(counts(&["1.0", "1.0"], "g/dL").is_empty());
        assert!(counts(&["0.9", "0.9", "2.0"], "g/dL").is_empty());
    }

    #[test]
    fn a_haemoglobin_in_grams_per_decilitre_is_converted() {
        // 12 g/dL are 120 g/L and fine; 12 g/L would be far below.
        assert!(counts(&["3", "3"], "g/dL").is_empty());
        assert_eq!(counts(&["3", "3"], "g/L").len(), 1);
    }
}
