//! *Looks for*: a mean cell volume that has risen since the last count before treatment.
//! *Because*: a rise without another reason can be the first sign of a clonal marrow disorder, before cytopenia.
//! *Threshold and source*: clause limits `rise-fl` and `consecutive` (the protocol's).
//! *Silent when*: there is no earlier count, or fewer counts in a row show the rise. Without a count before treatment
//! the first one is the reference.

use assess::blood_count::{Count, trend};
use facts::fact::Recorded;
use facts::{CivilDate, Kept};
use protocol::RuleClause;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::{Case, Rule, keep, limit};
use crate::evidence::{Arg, Evidence};
use crate::finding::Finding;

pub(crate) static RULE: Rule = Rule {
    id: "mean-cell-volume-rise",
    version: 1,
    reads: &["blood-count"],
    limits: &["rise-fl", "consecutive"],
    optional: &[],
    judge,
};

fn judge(rule: &Rule, case: &Case<'_>, clause: &RuleClause) -> Vec<Finding> {
    let (Some(least), Some(wanted)) =
        (limit(clause, "rise-fl"), limit(clause, "consecutive").and_then(|count| count.to_usize()))
    else {
        return Vec::new();
    };
    let counts: Vec<(&Kept<Recorded>, CivilDate, Decimal)> = case
        .of_kind("blood-count")
        .filter_map(|kept| Some((kept, kept.fact.assessment.collected_on, Count::read(&kept.fact.assessment).mcv?)))
        .collect();
    let values: Vec<(CivilDate, Decimal)> = counts.iter().map(|(_, on, mcv)| (*on, *mcv)).collect();
    let mut findings = Vec::new();
    let mut run: Vec<usize> = Vec::new();
    for at in 0..values.len() {
        let reference_on = case.life.first_dosed_on().unwrap_or(values[0].0);
        let risen = trend(&values[..=at], reference_on).filter(|trend| trend.change() >= least);
        let Some(risen) = risen else {
            run.clear();
            continue;
        };
        run.push(at);
        if run.len() < wanted {
            continue;
        }
        let evidence = run.iter().map(|at| Evidence::of(counts[*at].0, "mcv")).collect();
        let since = values[run[0]].0;
        let shown = |value: Decimal| Arg::Number(value.normalize().to_string());
        let finding = Finding::of(rule, clause, &since.to_string(), risen.to_on, evidence)
            .with("mcv", shown(risen.to))
            .with("before", shown(risen.from))
            .with("before-on", Arg::Date(risen.from_on))
            .with("rise", shown(risen.change()))
            .with("on", Arg::Date(risen.to_on));
        keep(&mut findings, finding);
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::story::Story;

    fn counts(volumes: &[&str]) -> Vec<String> {
        let mut story = Story::of("mean-cell-volume-rise", &[("rise-fl", "8"), ("consecutive", "2")]);
        for (month, value) in volumes.iter().enumerate() {
            story = story.form(&format!("2026-{:02}-10", month + 1), "blood-count", &[("mcv", value, "fL")]);
        }
        story.keys()
    }

    #[test]
    fn fires_when_counts_in_a_row_show_the_rise() {
        assert_eq!(counts(&["84", "92", "93"]), ["mean-cell-volume-rise:2026-02-10"]);
    }

    #[test]
    fn one_high_count_a_smaller_rise_or_a_return_is_silent() {
        assert!(counts(&["84", "92"]).is_empty());
        assert!(counts(&["84", "91.9", "91.9"]).is_empty());
        assert!(counts(&["84", "92", "85", "92"]).is_empty());
        assert!(counts(&["92"]).is_empty());
    }
}
