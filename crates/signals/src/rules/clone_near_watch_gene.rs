//! *Looks for*: an integration site in or near a gene on the protocol's watch list.
//! *Because*: insertions near these genes have led to leukaemia in clinical trials.
//! *Threshold and source*: clause limit `distance-bp`, genes of the clause (FDA LTFU 2020: site near a known
//! oncogene; clinical genotoxicity: LMO2, CCND2, MECOM and others).
//! *Silent when*: the site's distance is larger, or no gene was named.

use assess::integration::Sample;
use protocol::RuleClause;
use rust_decimal::Decimal;

use super::{Case, Rule, dominant_clone::percent, limit};
use crate::evidence::{Arg, Evidence};
use crate::finding::Finding;

pub(crate) static RULE: Rule =
    Rule { id: "clone-near-watch-gene", version: 1, reads: &["integration-site"], limits: &["distance-bp"], judge };

fn judge(rule: &Rule, case: &Case<'_>, clause: &RuleClause) -> Vec<Finding> {
    let Some(most) = limit(clause, "distance-bp") else { return Vec::new() };
    let watched = |gene: &str| clause.genes.iter().any(|watch| watch.eq_ignore_ascii_case(gene));
    let mut findings: Vec<Finding> = Vec::new();
    for kept in case.of_kind("integration-site") {
        let Some(sample) = Sample::read(&kept.fact.assessment).filter(|sample| sample.analysed) else { continue };
        let on = kept.fact.assessment.collected_on;
        for clone in sample.clones.iter().filter(|clone| watched(&clone.gene)) {
            // A laboratory that names the gene without a distance means the nearest one: it counts.
            if clone.distance_bp.is_some_and(|distance| distance > most) {
                continue;
            }
            let finding =
                Finding::of(rule, clause, &clone.site(&sample.genome_build), on, vec![Evidence::of(kept, "clones")])
                    .with("gene", Arg::Text(clone.gene.clone()))
                    .with("distance", Arg::Number(clone.distance_bp.unwrap_or(Decimal::ZERO).to_string()))
                    .with("share", Arg::Number(percent(clone.share)))
                    .with("specimen", Arg::Term(format!("integration-site-specimen-{}", sample.specimen)))
                    .with("on", Arg::Date(on));
            findings.retain(|older| older.key != finding.key);
            findings.push(finding);
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::story::Story;

    fn story(gene: &str, distance: &str) -> Story {
        Story::of("clone-near-watch-gene", &[("distance-bp", "100000")]).watching(&["LMO2", "MECOM"]).site(
            "2026-01-10",
            gene,
            distance,
        )
    }

    #[test]
    fn fires_up_to_the_distance_and_not_beyond() {
        assert_eq!(story("LMO2", "100000").findings().len(), 1);
        assert!(story("LMO2", "100001").keys().is_empty());
        assert_eq!(story("lmo2", "0").findings().len(), 1);
    }

    #[test]
    fn other_genes_are_not_watched() {
        assert!(story("KMT2A", "0").keys().is_empty());
    }

    #[test]
    fn a_gene_named_without_a_distance_counts() {
        assert_eq!(story("MECOM", "").findings().len(), 1);
    }

    #[test]
    fn the_same_site_seen_again_is_one_finding() {
        let twice = story("LMO2", "10").site("2026-07-10", "LMO2", "10");
        assert_eq!(twice.findings().len(), 1);
        assert_eq!(twice.findings()[0].seen_on.to_string(), "2026-07-10");
    }
}
