//! *Looks for*: a positive test for replication-competent retrovirus or lentivirus.
//! *Because*: a replicating virus infects further cells and can be passed on.
//! *Threshold and source*: none: every positive is confirmed and reported (FDA RCR guidance 2020).
//! *Silent when*: a confirmation test said no.

use protocol::RuleClause;

use super::{Case, Rule};
use crate::evidence::{Arg, Evidence};
use crate::finding::Finding;

pub(crate) static RULE: Rule =
    Rule { id: "rcr-rcl-positive", version: 1, reads: &["rcr-rcl"], limits: &[], optional: &[], judge };

fn judge(rule: &Rule, case: &Case<'_>, clause: &RuleClause) -> Vec<Finding> {
    let positive =
        case.of_kind("rcr-rcl").filter(|kept| assess::rcr_rcl::positive(&kept.fact.assessment) == Some(true));
    positive
        .map(|kept| {
            let assessment = &kept.fact.assessment;
            let on = assessment.collected_on;
            let confirmed = assessment.code("confirmed").unwrap_or("not-done");
            Finding::of(
                rule,
                clause,
                &on.to_string(),
                on,
                vec![Evidence::of(kept, "result"), Evidence::of(kept, "confirmed")],
            )
            .reporting(clause, on, |when| when == protocol::ReportWhen::Always)
            .with("assay", Arg::Term(format!("rcr-rcl-assay-{}", assessment.code("assay").unwrap_or("other"))))
            .with("confirmed", Arg::Term(format!("rcr-rcl-confirmed-{confirmed}")))
            .with("on", Arg::Date(on))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::story::Story;

    fn story(result: &str, confirmed: &str) -> Vec<String> {
        Story::of("rcr-rcl-positive", &[])
            .form(
                "2026-01-10",
                "rcr-rcl",
                &[("assay", "pcr-env", ""), ("result", result, ""), ("confirmed", confirmed, "")],
            )
            .keys()
    }

    #[test]
    fn a_positive_fires_before_and_after_its_confirmation() {
        assert_eq!(story("positive", "not-done"), ["rcr-rcl-positive:2026-01-10"]);
        assert_eq!(story("positive", "confirmed").len(), 1);
    }

    #[test]
    fn a_refuted_positive_and_a_negative_are_silent() {
        assert!(story("positive", "not-confirmed").is_empty());
        assert!(story("negative", "not-done").is_empty());
        assert!(story("indeterminate", "not-done").is_empty());
    }
}
