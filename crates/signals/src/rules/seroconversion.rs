//! *Looks for*: antibodies of one target that were negative and are positive now.
//! *Because*: new antibodies or an inhibitor can end the effect of the product or cause the event they came with.
//! *Threshold and source*: none of its own: the laboratory's interpretation, else the limit of its assay (Shankar et
//! al., AAPS J 2014: treatment-induced antibodies).
//! *Silent when*: there was no negative sample before by the same assay and unit, or a sample is indeterminate.

use std::collections::BTreeMap;

use assess::antibody::{Status, Titre, status};
use facts::Kept;
use facts::fact::Recorded;
use protocol::RuleClause;

use super::{Case, Rule, keep};
use crate::evidence::{Arg, Evidence};
use crate::finding::Finding;

pub(crate) static RULE: Rule =
    Rule { id: "seroconversion", version: 1, reads: &["antibody"], limits: &[], optional: &[], judge };

fn judge(rule: &Rule, case: &Case<'_>, clause: &RuleClause) -> Vec<Finding> {
    // By what lets samples be compared: the last one that was clear.
    let mut last: BTreeMap<[String; 3], (&Kept<Recorded>, Status)> = BTreeMap::new();
    let mut findings = Vec::new();
    for kept in case.of_kind("antibody") {
        let assessment = &kept.fact.assessment;
        let (Some(titre), Some(now)) = (Titre::read(assessment), status(assessment)) else { continue };
        if now == Status::Indeterminate {
            continue;
        }
        let series = [titre.target.clone(), titre.assay.to_lowercase(), titre.unit];
        let before = last.insert(series, (kept, now));
        let Some((negative, Status::Negative)) = before.filter(|_| now == Status::Positive) else { continue };
        let (before_on, on) = (negative.fact.assessment.collected_on, assessment.collected_on);
        let evidence = vec![Evidence::of(negative, "titre"), Evidence::of(kept, "titre")];
        let finding = Finding::of(rule, clause, &format!("{}:{on}", titre.target), on, evidence)
            .with("target", Arg::Term(format!("antibody-target-{}", titre.target)))
            .with("before-on", Arg::Date(before_on))
            .with("on", Arg::Date(on));
        keep(&mut findings, finding);
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::story::Story;

    fn titre(story: Story, on: &str, value: &str, interpretation: &str) -> Story {
        let mut fields = vec![("target", "vector-total", ""), ("titre", value, "{titer}")];
        if !interpretation.is_empty() {
            fields.push(("interpretation", interpretation, ""));
        }
        story.form(on, "antibody", &fields)
    }

    fn negative() -> Story {
        Story::of("seroconversion", &[]).below("2026-01-10", "vector-total", "50")
    }

    #[test]
    fn fires_when_a_negative_target_becomes_positive_and_once() {
        let story = titre(titre(negative(), "2026-02-10", "60", ""), "2026-03-10", "6000", "");
        assert_eq!(story.keys(), ["seroconversion:vector-total:2026-02-10"]);
    }

    #[test]
    fn the_laboratory_decides_and_an_unclear_sample_says_nothing() {
        assert!(titre(negative(), "2026-02-10", "60", "negative").keys().is_empty());
        let unclear = titre(negative(), "2026-02-10", "60", "indeterminate");
        assert!(unclear.keys().is_empty());
        assert_eq!(titre(unclear, "2026-03-10", "90", "").keys(), ["seroconversion:vector-total:2026-03-10"]);
    }

    #[test]
    fn without_a_negative_sample_before_there_is_no_conversion() {
        let positive = titre(Story::of("seroconversion", &[]), "2026-01-10", "60", "");
        assert!(titre(positive, "2026-02-10", "6000", "").keys().is_empty());
    }
}
