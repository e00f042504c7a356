//! *Looks for*: ALT or AST and bilirubin high in the same panel without cholestasis and without another cause.
//! *Because*: together they predict fatal liver injury in about one of ten.
//! *Threshold and source*: clause limits `x-uln`, `bilirubin-x-uln`, `alp-x-uln` (FDA guidance on drug-induced
//! liver injury, 2009: 3, 2 and 2 times the upper limit of normal).
//! *Silent when*: another cause was found, alkaline phosphatase is at or above its multiple, or enzyme or bilirubin
//! cannot be read as a multiple. A missing alkaline phosphatase shows no cholestasis: it does not silence.

use assess::liver::Panel;
use facts::CivilDate;
use protocol::RuleClause;

use super::{Case, Rule, keep, limit};
use crate::evidence::{Arg, Evidence};
use crate::finding::Finding;

pub(crate) static RULE: Rule = Rule {
    id: "hys-law",
    version: 1,
    reads: &["liver"],
    limits: &["x-uln", "bilirubin-x-uln", "alp-x-uln"],
    optional: &[],
    judge,
};

fn judge(rule: &Rule, case: &Case<'_>, clause: &RuleClause) -> Vec<Finding> {
    let (Some(enzymes), Some(bilirubin), Some(alp)) =
        (limit(clause, "x-uln"), limit(clause, "bilirubin-x-uln"), limit(clause, "alp-x-uln"))
    else {
        return Vec::new();
    };
    let mut findings = Vec::new();
    let mut started: Option<CivilDate> = None;
    for kept in case.of_kind("liver") {
        let panel = Panel::read(&kept.fact.assessment);
        let (Some((enzyme, times)), Some(bile)) = (panel.highest(), panel.bilirubin) else { continue };
        let cholestatic = panel.alp.is_some_and(|times| times >= alp);
        if times < enzymes || bile <= bilirubin || cholestatic || panel.other_cause {
            started = None;
            continue;
        }
        let on = kept.fact.assessment.collected_on;
        // Panels in a row are one injury, named by its first day.
        let since = *started.get_or_insert(on);
        let fields = [enzyme, "bilirubin", "alp"];
        let evidence = fields.into_iter().filter(|field| kept.fact.assessment.get(field).is_some());
        let shown = |times: rust_decimal::Decimal| Arg::Number(times.round_dp(1).normalize().to_string());
        let finding = Finding::of(
            rule,
            clause,
            &since.to_string(),
            on,
            evidence.map(|field| Evidence::of(kept, field)).collect(),
        )
        .with("enzyme", Arg::Term(format!("liver-{enzyme}")))
        .with("times", shown(times))
        .with("bilirubin", shown(bile))
        .with("alp", panel.alp.map_or_else(|| Arg::Text("none".into()), shown))
        .with("on", Arg::Date(on));
        keep(&mut findings, finding);
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
    fn a_missing_phosphatase_does_not_hide_it_and_a_missing_bilirubin_does() {
        let limits = [("x-uln", "3"), ("bilirubin-x-uln", "2"), ("alp-x-uln", "2")];
        let enzyme = [("alt", "120", "U/L"), ("alt-uln", "40", "U/L")];
        let jaundice = [("bilirubin", "60", "umol/L"), ("bilirubin-uln", "20", "umol/L")];
        let without_alp = Story::of("hys-law", &limits).form("2026-01-10", "liver", &[enzyme, jaundice].concat());
        assert_eq!(without_alp.findings()[0].args["alp"], crate::Arg::Text("none".into()));
        assert!(Story::of("hys-law", &limits).form("2026-01-10", "liver", &enzyme).keys().is_empty());
    }

    #[test]
    fn values_of_two_panels_are_not_put_together() {
        let story = Story::of("hys-law", &[("x-uln", "3"), ("bilirubin-x-uln", "2"), ("alp-x-uln", "2")])
            .form("2026-01-10", "liver", &[("alt", "120", "U/L"), ("alt-uln", "40", "U/L")])
            .form("2026-01-10", "liver", &[("bilirubin", "60", "umol/L"), ("bilirubin-uln", "20", "umol/L")]);
        assert!(story.keys().is_empty());
    }

    #[test]
    fn bilirubin_in_milligrams_is_converted() {
        // 2.4 mg/dL are 41 umol/L, above twice 20.
        let story = |bilirubin| {
            Story::of("hys-law", &[("x-uln", "3"), ("bilirubin-x-uln", "2"), ("alp-x-uln", "2")]).form(
                "2026-01-10",
                "liver",
                &[
                    ("alt", "120", "U/L"),
                    ("alt-uln", "40", "U/L"),
                    ("bilirubin", bilirubin, "mg/dL"),
                    ("bilirubin-uln", "20", "umol/L"),
                ],
            )
        };
        assert_eq!(story("2.4").findings().len(), 1);
        assert!(story("2.3").keys().is_empty());
    }

    #[test]
    fn weekly_panels_of_one_injury_are_one_finding_with_one_report() {
        let panels = story("120", "60", "100", "no").reporting();
        let panel = [
            ("alt", "200", "U/L"),
            ("alt-uln", "40", "U/L"),
            ("bilirubin", "80", "umol/L"),
            ("bilirubin-uln", "20", "umol/L"),
        ];
        let findings = panels.form("2026-01-17", "liver", &panel).findings();
        assert_eq!(findings.len(), 1);
        assert_eq!(findings[0].key, "hys-law:2026-01-10");
        let reports: Vec<_> = findings[0].calls_for.iter().filter_map(|call| Some(call.by?.to_string())).collect();
        assert_eq!(reports, ["2026-01-11"], "the clock runs from the first panel");
    }

    #[test]
    fn another_cause_silences_it() {
        assert!(story("300", "90", "100", "yes").keys().is_empty());
    }
}
