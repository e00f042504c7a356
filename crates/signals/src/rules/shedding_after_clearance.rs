//! *Looks for*: vector found again in a matrix that had been cleared.
//! *Because*: it may mean a reservoir or a replicating contaminant, and precautions must start again.
//! *Threshold and source*: clause limits `consecutive` (FDA 2015: three consecutive negative results) and, when given,
//! `spacing` (least time between counted negatives; the guidance gives none).
//! *Silent when*: the matrix was never cleared, or has been cleared again since.

use assess::shedding::{Outcome, Taken, by_matrix};
use protocol::RuleClause;

use super::{Case, Rule, clearance_rule};
use crate::evidence::{Arg, Evidence};
use crate::finding::Finding;

pub(crate) static RULE: Rule = Rule {
    id: "shedding-after-clearance",
    version: 2,
    reads: &["shedding"],
    limits: &["consecutive"],
    optional: &["spacing"],
    judge,
};

fn judge(rule: &Rule, case: &Case<'_>, clause: &RuleClause) -> Vec<Finding> {
    let Some(wanted) = clearance_rule(clause) else { return Vec::new() };
    let mut findings = Vec::new();
    for (matrix, samples) in by_matrix(case.of_kind("shedding")) {
        let Some(spell) = wanted.spells(&samples).pop().filter(|spell| spell.ended_on.is_some()) else { continue };
        let detected = |taken: &&Taken| matches!(taken.sample.outcome, Outcome::Detected(_));
        let seen: Vec<&Taken> = samples.iter().filter(detected).filter(|taken| taken.on > spell.cleared_on).collect();
        let Some(again) = seen.first().map(|taken| taken.on) else { continue };
        let evidence =
            seen.iter().filter_map(|taken| case.record(taken.record)).map(|kept| Evidence::of(kept, "result"));
        findings.push(
            Finding::of(rule, clause, &format!("{matrix}:{again}"), again, evidence.collect())
                .about("matrix", &matrix)
                .with("matrix", Arg::Term(format!("shedding-matrix-{matrix}")))
                .with("cleared", Arg::Date(spell.cleared_on))
                .with("on", Arg::Date(again))
                .with("consecutive", Arg::Number(wanted.consecutive.to_string())),
        );
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::story::Story;

    fn story(told: &str, unit: &str) -> Story {
        story_of(Story::of("shedding-after-clearance", &[("consecutive", "3")]), told, unit)
    }

    fn story_of(mut story: Story, told: &str, unit: &str) -> Story {
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
    fn a_return_after_a_second_clearance_is_a_finding_of_its_own() {
        assert_eq!(story("+---+---+", "{copies}/mL").keys(), ["shedding-after-clearance:urine:2026-01-25"]);
    }

    #[test]
    fn negatives_closer_than_the_spacing_had_cleared_nothing() {
        let spaced = |spacing: &str| {
            let limits = [("consecutive", "3"), ("spacing", spacing)];
            story_of(Story::of("shedding-after-clearance", &limits), "+---+", "{copies}/mL").keys().len()
        };
        assert_eq!(["P3D", "P4D", "P1M"].map(spaced), [1, 0, 0]);
    }

    #[test]
    fn negatives_of_two_assays_clear_nothing_together() {
        let one = |story: Story, on: &str, assay: &str| {
            story.form(on, "shedding", &[("matrix", "urine", ""), ("assay", assay, ""), ("result", "0", "{copies}/mL")])
        };
        let days = ["2026-01-04", "2026-01-07", "2026-01-10"];
        let told = |assays: [&str; 3]| {
            let story = Story::of("shedding-after-clearance", &[("consecutive", "3")]);
            let story = days.iter().zip(assays).fold(story, |story, (on, assay)| one(story, on, assay));
            let again = [("matrix", "urine", ""), ("assay", "qpcr", ""), ("result", "31", "{copies}/mL")];
            story.form("2026-02-01", "shedding", &again).keys().len()
        };
        assert_eq!((told(["qpcr", "qpcr", "qpcr"]), told(["qpcr", "ddpcr", "qpcr"])), (1, 0));
    }

    #[test]
    fn a_cycle_threshold_is_a_detection_not_an_amount() {
        assert_eq!(story("+---+", "{Ct}").findings().len(), 1);
    }
}
