//! *Looks for*: an antibody titre several times an earlier one of the same target, assay and unit.
//! *Because*: two dilution steps are more than the assay's own scatter: the immune system has responded.
//! *Threshold and source*: clause limit `fold` (common practice: fourfold).
//! *Silent when*: there is no earlier titre, the assay or unit differs, or the newer titre has no number. A titre that
//! stays at the height it reached is not told again; the next rise is counted from there, or from its later low.

use std::collections::BTreeMap;

use assess::antibody::{Reading, Titre, fold_change};
use facts::Kept;
use facts::fact::Recorded;
use protocol::RuleClause;
use rust_decimal::Decimal;

use super::{Case, Rule, keep, limit};
use crate::evidence::{Arg, Evidence};
use crate::finding::Finding;

pub(crate) static RULE: Rule =
    Rule { id: "titre-fourfold-rise", version: 1, reads: &["antibody"], limits: &["fold"], optional: &[], judge };

type Taken<'a> = (&'a Kept<Recorded>, Titre);

fn judge(rule: &Rule, case: &Case<'_>, clause: &RuleClause) -> Vec<Finding> {
    let Some(least) = limit(clause, "fold") else { return Vec::new() };
    // By what lets titres be compared: the one that the next rise is counted from.
    let mut references: BTreeMap<[String; 3], Taken<'_>> = BTreeMap::new();
    let mut findings = Vec::new();
    for kept in case.of_kind("antibody") {
        let Some(titre) = Titre::read(&kept.fact.assessment).filter(|titre| titre.floor().is_some()) else { continue };
        let series = [titre.target.clone(), titre.assay.to_lowercase(), titre.unit.clone()];
        let Some(reference) = references.get(&series) else {
            references.insert(series, (kept, titre));
            continue;
        };
        match fold_change(&reference.1, &titre).filter(|fold| *fold >= least) {
            Some(fold) => {
                keep(&mut findings, rise(rule, clause, reference, (kept, &titre), fold));
                references.insert(series, (kept, titre));
            }
            None if titre.floor() < reference.1.floor() => {
                references.insert(series, (kept, titre));
            }
            None => {}
        }
    }
    findings
}

fn rise(rule: &Rule, clause: &RuleClause, low: &Taken<'_>, high: (&Kept<Recorded>, &Titre), fold: Decimal) -> Finding {
    let ((before, low), (kept, titre)) = (low, high);
    let (before_on, on) = (before.fact.assessment.collected_on, kept.fact.assessment.collected_on);
    let shown = |titre: &Titre| Arg::Number(titre.floor().unwrap_or_default().normalize().to_string());
    let baseline = if matches!(low.value, Reading::At(_)) { "measured" } else { "below-limit" };
    let evidence = vec![Evidence::of(before, "titre"), Evidence::of(kept, "titre")];
    Finding::of(rule, clause, &format!("{}:{before_on}", titre.target), on, evidence)
        .with("target", Arg::Term(format!("antibody-target-{}", titre.target)))
        .with("titre", shown(titre))
        .with("before", shown(low))
        .with("baseline", Arg::Text(baseline.to_owned()))
        .with("fold", Arg::Number(fold.round_dp(1).normalize().to_string()))
        .with("before-on", Arg::Date(before_on))
        .with("on", Arg::Date(on))
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
    fn a_titre_that_stays_high_is_told_once_and_a_second_rise_again() {
        let mut story = Story::of("titre-fourfold-rise", &[("fold", "4")]);
        for (on, value) in
            [("2026-01-10", "100"), ("2026-02-10", "6400"), ("2026-08-10", "3200"), ("2027-02-10", "6400")]
        {
            story = titre(story, on, value, "{titer}", "ELISA");
        }
        assert_eq!(story.keys(), ["titre-fourfold-rise:vector-total:2026-01-10"]);
        let again =
            titre(titre(story, "2027-08-10", "800", "{titer}", "ELISA"), "2028-02-10", "3200", "{titer}", "ELISA");
        assert_eq!(again.keys()[1..], ["titre-fourfold-rise:vector-total:2027-08-10"]);
    }

    #[test]
    fn a_baseline_below_its_limit_counts_from_the_limit_and_says_so() {
        let story = Story::of("titre-fourfold-rise", &[("fold", "4")]).below("2026-01-10", "vector-total", "50");
        let findings = titre(story, "2026-07-10", "200", "{titer}", "").findings();
        assert_eq!(findings[0].args["baseline"], crate::Arg::Text("below-limit".into()));
        assert_eq!(findings[0].evidence[0].shown, "<1:50");
    }

    #[test]
    fn another_unit_is_not_compared() {
        let story = titre(Story::of("titre-fourfold-rise", &[("fold", "4")]), "2026-01-10", "1", "[BU]", "ELISA");
        assert!(titre(story, "2026-07-10", "400", "{titer}", "ELISA").keys().is_empty());
    }
}
