//! *Looks for*: one clone holding a large share of all marked cells.
//! *Because*: dominance may precede insertional leukaemia.
//! *Threshold and source*: clause limits `share-percent` and `min-cells` (report practice of the Bushman
//! laboratory: above 20 %, nothing said below 50 inferred cells).
//! *Silent when*: fewer inferred cells than the floor (sonic abundance), or the sample was not analysed.

use assess::integration::Sample;
use protocol::RuleClause;
use rust_decimal::Decimal;
use rust_decimal::prelude::{FromPrimitive, ToPrimitive};

use super::{Case, Rule, limit};
use crate::evidence::{Arg, Evidence};
use crate::finding::Finding;

pub(crate) static RULE: Rule = Rule {
    id: "dominant-clone",
    version: 1,
    reads: &["integration-site"],
    limits: &["share-percent", "min-cells"],
    judge,
};

/// Share in percent with one decimal, as reports print it.
pub(super) fn percent(share: f64) -> String {
    Decimal::from_f64(share * 100.0).map(|percent| percent.round_dp(1).to_string()).unwrap_or_default()
}

fn judge(rule: &Rule, case: &Case<'_>, clause: &RuleClause) -> Vec<Finding> {
    let (Some(most), Some(floor)) = (limit(clause, "share-percent"), limit(clause, "min-cells")) else {
        return Vec::new();
    };
    let Some(most) = most.to_f64() else { return Vec::new() };
    let mut findings: Vec<Finding> = Vec::new();
    for kept in case.of_kind("integration-site") {
        let Some(sample) = Sample::read(&kept.fact.assessment).filter(|sample| sample.analysed) else { continue };
        // Reads cannot be counted as cells: the floor is asked where cells were inferred.
        let too_few = sample.inferred_cells.is_some_and(|cells| cells < floor);
        let Some(share) = sample.top_share.filter(|share| share * 100.0 > most) else { continue };
        if too_few {
            continue;
        }
        let top = sample.top_clone();
        let gene = top.map(|clone| clone.gene.clone()).or_else(|| sample.top_gene.clone()).unwrap_or_default();
        let what = top.map_or_else(|| format!("{}:{gene}", sample.specimen), |clone| clone.site(&sample.genome_build));
        let on = kept.fact.assessment.collected_on;
        let cells = sample.inferred_cells.map(|cells| cells.normalize().to_string());
        let finding = Finding::of(rule, clause, &what, on, vec![Evidence::of(kept, "clones")])
            .with("gene", Arg::Text(if gene.is_empty() { "–".into() } else { gene }))
            .with("share", Arg::Number(percent(share)))
            .with("cells", Arg::Text(cells.unwrap_or_else(|| "–".into())))
            .with("measure", Arg::Term(format!("integration-site-measure-{}", sample.measure)))
            .with("specimen", Arg::Term(format!("integration-site-specimen-{}", sample.specimen)))
            .with("limit", Arg::Number(most.to_string()))
            .with("on", Arg::Date(on));
        findings.retain(|older| older.key != finding.key);
        findings.push(finding);
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::story::Story;

    fn story(measure: &str, sizes: &[&str]) -> Story {
        Story::of("dominant-clone", &[("share-percent", "20"), ("min-cells", "50")]).clones(
            "2026-01-10",
            measure,
            sizes,
        )
    }

    #[test]
    fn fires_above_the_share_and_not_at_it() {
        assert_eq!(story("sonic-abundance", &["21", "30", "30", "19"]).findings().len(), 1);
        assert!(story("sonic-abundance", &["20", "20", "20", "20", "20"]).keys().is_empty());
    }

    #[test]
    fn below_the_floor_of_cells_nothing_is_said() {
        assert!(story("sonic-abundance", &["40", "9"]).keys().is_empty());
        assert_eq!(story("sonic-abundance", &["40", "10"]).findings().len(), 1);
    }

    #[test]
    fn reads_are_named_as_reads_and_have_no_floor_of_cells() {
        let findings = story("reads", &["40", "9"]).findings();
        assert_eq!(findings[0].args["measure"], crate::Arg::Term("integration-site-measure-reads".into()));
    }
}
