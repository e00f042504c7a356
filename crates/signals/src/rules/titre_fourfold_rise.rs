//! *Looks for*: an antibody titre several times an earlier one of the same target and assay.
//! *Because*: two dilution steps are more than the assay's own scatter: the immune system has responded.
//! *Threshold and source*: clause limit `fold` (common practice: fourfold).
//! *Silent when*: there is no earlier titre, the assay or unit differs, or the newer titre has no number.

use std::collections::BTreeMap;

use assess::antibody::{Titre, fold_change};
use protocol::RuleClause;

use super::{Case, Rule, limit};
use crate::evidence::{Arg, Evidence};
use crate::finding::Finding;

pub(crate) static RULE: Rule =
    Rule { id: "titre-fourfold-rise", version: 1, reads: &["antibody"], limits: &["fold"], judge };

fn judge(rule: &Rule, case: &Case<'_>, clause: &RuleClause) -> Vec<Finding> {
    let Some(least) = limit(clause, "fold") else { return Vec::new() };
    let titres: Vec<_> =
        case.of_kind("antibody").filter_map(|kept| Some((kept, Titre::read(&kept.fact.assessment)?))).collect();
    let mut newest: BTreeMap<String, Finding> = BTreeMap::new();
    for (at, (kept, titre)) in titres.iter().enumerate() {
        // The lowest earlier titre is the baseline a rise is told from.
        let earlier = titres[..at]
            .iter()
            .filter_map(|(before, low)| Some((before, low, fold_change(low, titre)?)))
            .max_by_key(|(.., fold)| *fold);
        let Some((before, low, fold)) = earlier.filter(|(.., fold)| *fold >= least) else { continue };
        let on = kept.fact.assessment.collected_on;
        let shown = |titre: &Titre| titre.floor().map(|value| value.normalize().to_string()).unwrap_or_default();
        let what = format!("{}:{}", titre.target, before.fact.assessment.collected_on);
        let finding =
            Finding::of(rule, clause, &what, on, vec![Evidence::of(before, "titre"), Evidence::of(kept, "titre")])
                .with("target", Arg::Term(format!("antibody-target-{}", titre.target)))
                .with("titre", Arg::Number(shown(titre)))
                .with("before", Arg::Number(shown(low)))
                .with("fold", Arg::Number(fold.round_dp(1).normalize().to_string()))
                .with("before-on", Arg::Date(before.fact.assessment.collected_on))
                .with("on", Arg::Date(on));
        newest.insert(what, finding);
    }
    newest.into_values().collect()
}

#[cfg(test)]
mod tests {
    use super::super::story::Story;

    fn titre(story: Story, on: &str, value: &str, unit: &str, assay: &str) -> Story {
        story.form(on, "antibody", &[("target", "vector-total", ""), ("=assay", assay, ""), ("titre", value, unit)])
    }

    fn pair(low: &str, high: &str, assay: &str) -> Vec<String> {
        let story = titre(Story::of("titre-fourfold-rise", &[("fold", "4")]), "2026-01-10", low, "{titer}", "ELISA");
        titre(story, "2026-07-10", high, "{titer}", assay).keys()
    }

    #[test]
    fn fires_at_four_times_and_not_below() {
        assert_eq!(pair("100", "400", "ELISA"), ["titre-fourfold-rise:vector-total:2026-01-10"]);
        assert!(pair("100", "399", "ELISA").is_empty());
    }

    #[test]
    fn a_fall_or_another_assay_is_no_rise() {
        assert!(pair("400", "100", "ELISA").is_empty());
        assert!(pair("100", "800", "neutralisation").is_empty());
    }

    #[test]
    fn another_unit_is_not_compared() {
        let story = titre(Story::of("titre-fourfold-rise", &[("fold", "4")]), "2026-01-10", "1", "[BU]", "ELISA");
        assert!(titre(story, "2026-07-10", "400", "{titer}", "ELISA").keys().is_empty());
    }
}
