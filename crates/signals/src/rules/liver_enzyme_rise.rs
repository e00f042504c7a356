//! *Looks for*: ALT or AST at or above a multiple of the upper limit of normal.
//! *Because*: it may be an immune reaction to the vector in the liver, which early steroids can contain.
//! *Threshold and source*: clause limit `x-uln` (the product's label or protocol).
//! *Silent when*: value or limit of normal is missing, or the newest panel is below again for that enzyme.

use assess::liver::Panel;
use protocol::RuleClause;

use super::{Case, Rule, limit};
use crate::evidence::{Arg, Evidence};
use crate::finding::Finding;

pub(crate) static RULE: Rule =
    Rule { id: "liver-enzyme-rise", version: 1, reads: &["liver"], limits: &["x-uln"], judge };

fn judge(rule: &Rule, case: &Case<'_>, clause: &RuleClause) -> Vec<Finding> {
    let Some(most) = limit(clause, "x-uln") else { return Vec::new() };
    let panels: Vec<_> = case.of_kind("liver").map(|kept| (kept, Panel::read(&kept.fact.assessment))).collect();
    let mut findings = Vec::new();
    let mut episode: Option<Finding> = None;
    for (at, (kept, panel)) in panels.iter().enumerate() {
        let Some((enzyme, times)) = panel.highest() else { continue };
        if times < most {
            // The episode is over; it stays a finding of its own.
            findings.extend(episode.take());
            continue;
        }
        let on = kept.fact.assessment.collected_on;
        let last = panels[..at].iter().rev().find_map(|(_, earlier)| earlier.highest()).map(|(_, times)| times);
        let mut evidence = episode.as_ref().map(|finding| finding.evidence.clone()).unwrap_or_default();
        evidence.push(Evidence::of(kept, enzyme));
        let started =
            episode.as_ref().map_or_else(|| on.to_string(), |finding| finding.key[rule.id.len() + 1..].to_owned());
        let shown = |times: rust_decimal::Decimal| times.round_dp(1).normalize().to_string();
        episode = Some(
            Finding::of(rule, clause, &started, on, evidence)
                .with("enzyme", Arg::Term(format!("liver-{enzyme}")))
                .with("times", Arg::Number(shown(times)))
                .with("last", Arg::Text(last.map_or_else(|| "–".into(), shown)))
                .with("limit", Arg::Number(most.normalize().to_string()))
                .with("on", Arg::Date(on)),
        );
    }
    findings.extend(episode);
    findings
}

#[cfg(test)]
mod tests {
    use super::super::story::Story;

    fn story() -> Story {
        Story::of("liver-enzyme-rise", &[("x-uln", "3")])
    }

    #[test]
    fn fires_at_the_multiple_and_not_below() {
        assert_eq!(story().alt("2026-01-10", "120", "U/L").keys(), ["liver-enzyme-rise:2026-01-10"]);
        assert!(story().alt("2026-01-10", "119", "U/L").keys().is_empty());
    }

    #[test]
    fn a_rise_over_several_panels_is_one_episode() {
        let rise = story().alt("2026-01-10", "130", "U/L").alt("2026-01-17", "200", "U/L");
        assert_eq!(rise.findings().len(), 1);
        assert_eq!(rise.findings()[0].evidence.len(), 2);
        let again = rise.alt("2026-02-01", "30", "U/L").alt("2026-03-01", "150", "U/L");
        assert_eq!(again.findings().len(), 2);
    }

    #[test]
    fn the_unit_is_converted_before_it_is_judged() {
        // 2 µkat/L are 120 U/L.
        assert_eq!(story().alt("2026-01-10", "2", "ukat/L").findings().len(), 1);
    }
}
