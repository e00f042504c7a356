//! *Looks for*: ALT or AST at or above a multiple of the upper limit of normal.
//! *Because*: it may be an immune reaction to the vector in the liver, which early steroids can contain.
//! *Threshold and source*: clause limit `x-uln` (the product's label or protocol) and, when given, `until-x-uln`: an
//! episode goes on, and with it the sampling that the clause calls for, until both enzymes lie below. Not graded here.
//! *Silent when*: value or limit of normal is missing. Panels in a row at or above it are one episode, which stays a
//! finding of its own when it is over.

use assess::liver::Panel;
use facts::CivilDate;
use protocol::RuleClause;
use rust_decimal::Decimal;

use super::{Case, Rule, keep, limit};
use crate::evidence::{Arg, Evidence};
use crate::finding::Finding;

pub(crate) static RULE: Rule = Rule {
    id: "liver-enzyme-rise",
    version: 2,
    reads: &["liver"],
    limits: &["x-uln"],
    optional: &["until-x-uln"],
    judge,
};

fn of(panel: &Panel, enzyme: &str) -> Option<Decimal> {
    if enzyme == "alt" { panel.alt } else { panel.ast }
}

fn judge(rule: &Rule, case: &Case<'_>, clause: &RuleClause) -> Vec<Finding> {
    let Some(most) = limit(clause, "x-uln") else { return Vec::new() };
    let until = limit(clause, "until-x-uln").map_or(most, |until| until.min(most));
    let panels: Vec<_> = case.of_kind("liver").map(|kept| (kept, Panel::read(&kept.fact.assessment))).collect();
    let mut findings = Vec::new();
    let mut episode: Option<(CivilDate, usize)> = None;
    for (at, (kept, panel)) in panels.iter().enumerate() {
        let Some((enzyme, times)) = panel.highest() else { continue };
        if times < if episode.is_some() { until } else { most } {
            episode = None;
            continue;
        }
        let on = kept.fact.assessment.collected_on;
        let (since, earlier) = episode.unwrap_or((on, 0));
        episode = Some((since, earlier + 1));
        let last = panels[..at].iter().rev().find_map(|(_, panel)| of(panel, enzyme));
        let shown = |times: Decimal| Arg::Number(times.round_dp(1).normalize().to_string());
        let finding = Finding::of(rule, clause, &since.to_string(), on, vec![Evidence::of(kept, enzyme)])
            .with("enzyme", Arg::Term(format!("liver-{enzyme}")))
            .with("times", shown(times))
            .with("last", last.map_or_else(|| Arg::Text("none".into()), shown))
            .with("limit", Arg::Number(most.normalize().to_string()))
            .with("panels", Arg::Number((earlier + 1).to_string()))
            .with("since", Arg::Date(since))
            .with("on", Arg::Date(on));
        keep(&mut findings, finding);
    }
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
    fn an_episode_goes_on_until_the_enzymes_lie_below_its_own_limit() {
        let until = Story::of("liver-enzyme-rise", &[("x-uln", "3"), ("until-x-uln", "2")]);
        let falling = until.alt("2026-01-10", "130", "U/L").alt("2026-01-17", "90", "U/L");
        // 90 U/L are 2.25 times the limit: still watched, and the next sample is counted from here.
        assert_eq!(falling.findings()[0].seen_on, "2026-01-17".parse().unwrap());
        let over = falling.clone().alt("2026-01-24", "79", "U/L").alt("2026-01-31", "90", "U/L");
        assert_eq!(over.findings()[0].seen_on, "2026-01-17".parse().unwrap());
        assert_eq!(over.keys(), falling.keys());
    }

    #[test]
    fn the_value_before_is_that_of_the_same_enzyme() {
        let panel =
            |alt, ast| [("alt", alt, "U/L"), ("alt-uln", "40", "U/L"), ("ast", ast, "U/L"), ("ast-uln", "40", "U/L")];
        let rise =
            story().form("2026-01-10", "liver", &panel("36", "80")).form("2026-01-17", "liver", &panel("128", "60"));
        let args = rise.findings()[0].args.clone();
        assert_eq!(args["last"], crate::Arg::Number("0.9".into()));
        assert_eq!(args["times"], crate::Arg::Number("3.2".into()));
    }

    #[test]
    fn without_a_limit_of_normal_nothing_is_said() {
        assert!(story().form("2026-01-10", "liver", &[("alt", "900", "U/L")]).keys().is_empty());
    }

    #[test]
    fn the_unit_is_converted_before_it_is_judged() {
        // 2 µkat/L are 120 U/L.
        assert_eq!(story().alt("2026-01-10", "2", "ukat/L").findings().len(), 1);
    }
}
