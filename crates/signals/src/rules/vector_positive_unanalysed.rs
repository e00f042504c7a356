//! *Looks for*: vector-positive cells above the limit in a sample whose integration sites were not analysed.
//! *Because*: above it the pattern of integration can tell a growing clone from many small ones.
//! *Threshold and source*: clause limit `percent` (FDA LTFU 2020: 1 % of cells in the surrogate sample).
//! *Silent when*: a later sample of the same specimen was analysed, or no percentage was given.

use assess::integration::Sample;
use protocol::RuleClause;

use super::{Case, Rule, keep, limit};
use crate::evidence::{Arg, Evidence};
use crate::finding::Finding;

pub(crate) static RULE: Rule = Rule {
    id: "vector-positive-unanalysed",
    version: 1,
    reads: &["integration-site"],
    limits: &["percent"],
    optional: &[],
    judge,
};

fn judge(rule: &Rule, case: &Case<'_>, clause: &RuleClause) -> Vec<Finding> {
    let Some(most) = limit(clause, "percent") else { return Vec::new() };
    let samples: Vec<_> = case
        .of_kind("integration-site")
        .filter_map(|kept| Some((kept, Sample::read(&kept.fact.assessment)?)))
        .collect();
    let mut findings: Vec<Finding> = Vec::new();
    for (at, (kept, sample)) in samples.iter().enumerate() {
        let analysed_since = samples[at..].iter().any(|(_, later)| later.specimen == sample.specimen && later.analysed);
        let Some(percent) = sample.vector_positive_percent.filter(|percent| *percent >= most) else { continue };
        if analysed_since {
            continue;
        }
        let on = kept.fact.assessment.collected_on;
        let evidence = vec![Evidence::of(kept, "vector-positive"), Evidence::of(kept, "analysis")];
        let finding = Finding::of(rule, clause, &sample.specimen, on, evidence)
            .with("percent", Arg::Number(percent.normalize().to_string()))
            .with("limit", Arg::Number(most.normalize().to_string()))
            .with("specimen", Arg::Term(format!("integration-site-specimen-{}", sample.specimen)))
            .with("on", Arg::Date(on));
        // One finding a specimen: the newest sample speaks for the older ones.
        keep(&mut findings, finding);
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::story::Story;

    fn sample(story: Story, on: &str, percent: &str, unit: &str, analysis: &str) -> Story {
        story.form(
            on,
            "integration-site",
            &[("specimen", "whole-blood", ""), ("vector-positive", percent, unit), ("analysis", analysis, "")],
        )
    }

    #[test]
    fn fires_at_the_limit_and_not_below() {
        let story = |percent| {
            sample(Story::of("vector-positive-unanalysed", &[("percent", "1")]), "2026-01-10", percent, "%", "not-done")
        };
        assert_eq!(story("1").keys(), ["vector-positive-unanalysed:whole-blood"]);
        assert!(story("0.99").keys().is_empty());
    }

    #[test]
    fn an_analysis_of_the_same_or_a_later_sample_silences_it() {
        let story = Story::of("vector-positive-unanalysed", &[("percent", "1")]);
        let positive = sample(story, "2026-01-10", "6.4", "%", "not-done");
        assert!(sample(positive.clone(), "2026-02-10", "5", "%", "done").keys().is_empty());
        assert_eq!(sample(positive, "2026-02-10", "5", "%", "not-done").findings().len(), 1);
    }

    #[test]
    fn without_its_limit_the_rule_is_silent() {
        assert!(
            sample(Story::of("vector-positive-unanalysed", &[]), "2026-01-10", "50", "%", "not-done").keys().is_empty()
        );
    }
}
