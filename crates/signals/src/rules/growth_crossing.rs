//! *Looks for*: weight, height or head circumference falling away from the child's own line, or beyond the limits.
//! *Because*: growth shows early what a treatment, or a disease, does to a child.
//! *Threshold and source*: clause limits `z-fall` within `within`, `z-low`, `z-high` (WHO 2006/2007 z-scores).
//! *Silent when*: age or sex has no reference, or only one measurement exists and it lies within the limits.

use assess::growth::{Measured, measured};
use facts::fact::Recorded;
use facts::{Kept, Period};
use protocol::RuleClause;
use rust_decimal::prelude::ToPrimitive;

use super::{Case, Rule, limit};
use crate::evidence::{Arg, Evidence};
use crate::finding::Finding;

pub(crate) static RULE: Rule = Rule {
    id: "growth-crossing",
    version: 1,
    reads: &["growth"],
    limits: &["z-fall", "within", "z-low", "z-high"],
    judge,
};

/// Field of the z-score, field measured.
const INDICES: [(&str, &str); 3] =
    [("weight-z", "weight"), ("height-z", "length-or-height"), ("head-z", "head-circumference")];

fn score(measured: &Measured, field: &str) -> Option<f64> {
    match field {
        "weight-z" => measured.weight_z,
        "height-z" => measured.height_z,
        _ => measured.head_z,
    }
}

fn judge(rule: &Rule, case: &Case<'_>, clause: &RuleClause) -> Vec<Finding> {
    let number = |name| limit(clause, name).and_then(|value| value.to_f64());
    let (Some(fall), Some(low), Some(high)) = (number("z-fall"), number("z-low"), number("z-high")) else {
        return Vec::new();
    };
    let Some(within) = clause.limits.get("within").and_then(|text| text.parse::<Period>().ok()) else {
        return Vec::new();
    };
    let enrolment = &case.life.enrolment.fact;
    let all: Vec<(&Kept<Recorded>, Measured)> = case
        .of_kind("growth")
        .filter_map(|kept| Some((kept, measured(&kept.fact.assessment, enrolment.sex, enrolment.born_on)?)))
        .collect();
    let mut findings = Vec::new();
    for (field, measured_field) in INDICES {
        let series: Vec<_> = all.iter().filter_map(|(kept, measured)| Some((*kept, score(measured, field)?))).collect();
        let Some((newest, z)) = series.last().copied() else { continue };
        let on = newest.fact.assessment.collected_on;
        let from = on.minus(&within);
        // The highest earlier score within the period is what the child has fallen from.
        let before = series[..series.len() - 1]
            .iter()
            .filter(|(kept, _)| kept.fact.assessment.collected_on >= from)
            .max_by(|a, b| a.1.total_cmp(&b.1));
        let fallen = before.filter(|(_, then)| then - z > fall);
        if fallen.is_none() && (low..=high).contains(&z) {
            continue;
        }
        let (then, then_on, what) = match fallen {
            Some((kept, then)) => (*then, kept.fact.assessment.collected_on, "fall"),
            None => (z, on, "limit"),
        };
        let mut evidence: Vec<Evidence> = fallen.iter().map(|(kept, _)| Evidence::of(kept, measured_field)).collect();
        evidence.push(Evidence::of(newest, measured_field));
        findings.push(
            Finding::of(rule, clause, &format!("{measured_field}:{what}"), on, evidence)
                .with("what", Arg::Term(format!("growth-{measured_field}")))
                .with("z", Arg::Number(format!("{z:.1}")))
                .with("before", Arg::Number(format!("{then:.1}")))
                .with("before-on", Arg::Date(then_on))
                .with("kind", Arg::Text(what.to_owned()))
                .with("on", Arg::Date(on)),
        );
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::story::Story;

    const LIMITS: [(&str, &str); 4] = [("z-fall", "1"), ("within", "P1Y"), ("z-low", "-2"), ("z-high", "2")];

    fn weights(values: &[(&str, &str, &str)]) -> Vec<String> {
        let mut story = Story::of("growth-crossing", &LIMITS);
        for (on, weight, unit) in values {
            story = story.form(on, "growth", &[("weight", weight, unit), ("measured", "standing", "")]);
        }
        story.keys()
    }

    // The child of the stories is a girl born on 2021-02-11.
    #[test]
    fn a_fall_of_more_than_one_z_within_a_year_fires() {
        assert_eq!(
            weights(&[("2024-02-11", "13.9", "kg"), ("2024-08-11", "12.6", "kg")]),
            ["growth-crossing:weight:fall"]
        );
    }

    #[test]
    fn a_steady_child_and_a_slow_fall_are_silent() {
        assert!(weights(&[("2024-02-11", "13.9", "kg"), ("2024-08-11", "14.9", "kg")]).is_empty());
        assert!(weights(&[("2023-02-11", "12.4", "kg"), ("2025-02-11", "14.2", "kg")]).is_empty());
    }

    #[test]
    fn beyond_the_limits_one_measurement_is_enough() {
        assert_eq!(weights(&[("2024-02-11", "9.5", "kg")]), ["growth-crossing:weight:limit"]);
    }

    #[test]
    fn grams_and_kilograms_are_the_same_child() {
        assert!(weights(&[("2024-02-11", "13900", "g"), ("2024-08-11", "14.9", "kg")]).is_empty());
    }
}
