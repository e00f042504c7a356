//! *Looks for*: blasts in the blood count at or above the limit.
//! *Because*: blasts in the blood may be the first sign of a leukaemia, with or without the vector's part in it.
//! *Threshold and source*: clause limit `blasts-percent` (the protocol's).
//! *Silent when*: blasts were not counted, or none was seen. Counts in a row are one finding.

use assess::blood_count::Count;
use facts::CivilDate;
use protocol::RuleClause;
use rust_decimal::Decimal;

use super::{Case, Rule, keep, limit};
use crate::evidence::{Arg, Evidence};
use crate::finding::Finding;

pub(crate) static RULE: Rule =
    Rule { id: "blasts-seen", version: 1, reads: &["blood-count"], limits: &["blasts-percent"], optional: &[], judge };

fn judge(rule: &Rule, case: &Case<'_>, clause: &RuleClause) -> Vec<Finding> {
    let Some(least) = limit(clause, "blasts-percent") else { return Vec::new() };
    let mut findings = Vec::new();
    let mut started: Option<CivilDate> = None;
    for kept in case.of_kind("blood-count") {
        let Some(blasts) = Count::read(&kept.fact.assessment).blasts else { continue };
        if blasts < least || blasts <= Decimal::ZERO {
            started = None;
            continue;
        }
        let on = kept.fact.assessment.collected_on;
        let since = *started.get_or_insert(on);
        let finding = Finding::of(rule, clause, &since.to_string(), on, vec![Evidence::of(kept, "blasts")])
            .with("blasts", Arg::Number(blasts.normalize().to_string()))
            .with("on", Arg::Date(on));
        keep(&mut findings, finding);
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::story::Story;

    fn counts(limit: &str, blasts: &[&str]) -> Vec<String> {
        let mut story = Story::of("blasts-seen", &[("blasts-percent", limit)]);
        for (month, value) in blasts.iter().enumerate() {
            story = story.form(&format!("2026-{:02}-10", month + 1), "blood-count", &[("blasts", value, "%")]);
        }
        story.keys()
    }

    #[test]
    fn fires_at_the_limit_and_never_at_none() {
        assert_eq!(counts("1", &["1"]), ["blasts-seen:2026-01-10"]);
        assert!(counts("1", &["0.9"]).is_empty());
        assert!(counts("0", &["0"]).is_empty());
    }

    #[test]
    fn counts_in_a_row_are_one_finding_and_a_return_is_another() {
        assert_eq!(counts("1", &["2", "3", "0", "4"]), ["blasts-seen:2026-01-10", "blasts-seen:2026-04-10"]);
    }
}
