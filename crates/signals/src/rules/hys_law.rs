//! *Looks for*: ALT or AST and bilirubin high in the same panel without cholestasis and without another cause.
//! *Because*: together they predict fatal liver injury in about one of ten.
//! *Threshold and source*: clause limits `x-uln`, `bilirubin-x-uln`, `alp-x-uln` (FDA guidance on drug-induced
//! liver injury, 2009: 3, 2 and 2 times the upper limit of normal).
//! *Silent when*: another cause was found, alkaline phosphatase is at or above its multiple, or a value is missing.

use assess::liver::Panel;
use protocol::RuleClause;

use super::{Case, Rule, limit};
use crate::evidence::{Arg, Evidence};
use crate::finding::Finding;

pub(crate) static RULE: Rule =
    Rule { id: "hys-law", version: 1, reads: &["liver"], limits: &["x-uln", "bilirubin-x-uln", "alp-x-uln"], judge };

fn judge(rule: &Rule, case: &Case<'_>, clause: &RuleClause) -> Vec<Finding> {
    let (Some(enzymes), Some(bilirubin), Some(alp)) =
        (limit(clause, "x-uln"), limit(clause, "bilirubin-x-uln"), limit(clause, "alp-x-uln"))
    else {
        return Vec::new();
    };
    let mut findings = Vec::new();
    for kept in case.of_kind("liver") {
        let panel = Panel::read(&kept.fact.assessment);
        let (Some((enzyme, times)), Some(bile)) = (panel.highest(), panel.bilirubin) else { continue };
        let cholestatic = panel.alp.is_some_and(|times| times >= alp);
        if times < enzymes || bile <= bilirubin || cholestatic || panel.other_cause {
            continue;
        }
        let on = kept.fact.assessment.collected_on;
        let evidence = vec![Evidence::of(kept, enzyme), Evidence::of(kept, "bilirubin"), Evidence::of(kept, "alp")];
        let shown = |times: rust_decimal::Decimal| Arg::Number(times.round_dp(1).normalize().to_string());
        findings.push(
            Finding::of(rule, clause, &on.to_string(), on, evidence)
                .with("enzyme", Arg::Term(format!("liver-{enzyme}")))
                .with("times", shown(times))
                .with("bilirubin", shown(bile))
                .with("on", Arg::Date(on)),
        );
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::story::Story;

    fn story(alt: &str, bilirubin: &str, alp: &str, cause: &str) -> Story {
        Story::of("hys-law", &[("x-uln", "3"), ("bilirubin-x-uln", "2"), ("alp-x-uln", "2")]).form(
            "2026-01-10",
            "liver",
            &[
                ("alt", alt, "U/L"),
                ("alt-uln", "40", "U/L"),
                ("bilirubin", bilirubin, "umol/L"),
                ("bilirubin-uln", "20", "umol/L"),
                ("alp", alp, "U/L"),
                ("alp-uln", "100", "U/L"),
                ("other-cause", cause, ""),
            ],
        )
    }

    #[test]
    fn fires_when_all_three_hold() {
        assert_eq!(story("120", "40.1", "199", "no").findings().len(), 1);
        assert_eq!(story("120", "40.1", "199", "unknown").findings().len(), 1);
    }

    #[test]
    fn the_boundaries_are_those_of_the_guidance() {
        assert!(story("119", "60", "100", "no").keys().is_empty());
        assert!(story("120", "40", "100", "no").keys().is_empty(), "bilirubin must exceed 2 x ULN");
        assert!(story("120", "60", "200", "no").keys().is_empty(), "cholestasis");
    }

    #[test]
    fn another_cause_silences_it() {
        assert!(story("300", "90", "100", "yes").keys().is_empty());
    }
}
