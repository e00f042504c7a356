//! *Looks for*: an integration site in or near a gene on the protocol's watch list.
//! *Because*: insertions near these genes have led to leukaemia in clinical trials.
//! *Threshold and source*: clause limit `distance-bp`, genes of the clause (FDA LTFU 2020: site near a known
//! oncogene; clinical genotoxicity: LMO2, CCND2, MECOM and others). The distance is measured from the site to the
//! shipped bounds of the gene (`assets/references/genes`); the laboratory's own statement counts beside it.
//! A clause may give `share-percent`: a table of thousands of sites holds some near watched genes by chance.
//! *Silent when*: the clone holds less than the share, the site's distance is larger by both, or no gene was named, or another one. A gene named without a
//! distance is the nearest one for the laboratory: it counts.

use assess::integration::{Clone, GeneList, Sample, genes};
use facts::CivilDate;
use protocol::RuleClause;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::dominant_clone::{analysed, printed};
use super::{Case, Rule, keep, limit};
use crate::evidence::{Arg, Evidence};
use crate::finding::Finding;

pub(crate) static RULE: Rule = Rule {
    id: "clone-near-watch-gene",
    version: 1,
    reads: &["integration-site"],
    limits: &["distance-bp"],
    optional: &["share-percent"],
    judge,
};

/// The watched gene among those named for the site: laboratories write `LMO2`, `LMO2*`, `LMO2,CAPRIN1`.
fn watched<'a>(genes: &'a [String], named: &str) -> Option<&'a String> {
    let symbols = || named.split(|c: char| !c.is_alphanumeric() && c != '-' && c != '.');
    genes.iter().find(|watch| symbols().any(|symbol| watch.eq_ignore_ascii_case(symbol)))
}

/// The watched gene and how far it is: by the bounds of genes where the site has a place, else as the laboratory says.
fn near(clause: &RuleClause, watch: &GeneList, clone: &Clone, sample: &Sample, most: Decimal) -> Option<(String, Arg)> {
    let told = |distance: Decimal| match distance {
        distance if distance.is_zero() => Arg::Text("inside".into()),
        distance => Arg::Number(distance.normalize().to_string()),
    };
    let by_place = sample.build().zip(clone.place()).zip(most.to_u32());
    let by_place = by_place.and_then(|((build, site), most)| watch.nearest(genes(build), &site, most));
    if let Some((gene, distance)) = by_place {
        let listed = clause.genes.iter().find(|listed| GeneList::of([listed.as_str()]).has(gene.symbol));
        return Some((listed.map_or_else(|| gene.symbol.to_owned(), String::clone), told(distance.into())));
    }
    let gene = watched(&clause.genes, &clone.gene)?;
    match clone.distance_bp.map(|distance| distance.abs()) {
        Some(distance) if distance > most => None,
        Some(distance) => Some((gene.clone(), told(distance))),
        None => Some((gene.clone(), Arg::Text("unknown".into()))),
    }
}

fn judge(rule: &Rule, case: &Case<'_>, clause: &RuleClause) -> Vec<Finding> {
    let Some(most) = limit(clause, "distance-bp") else { return Vec::new() };
    let least = limit(clause, "share-percent").unwrap_or_default();
    let watch = GeneList::of(clause.genes.iter().map(String::as_str));
    let samples = analysed(case);
    let mut seen: Vec<(CivilDate, Decimal, Finding)> = Vec::new();
    for (kept, sample) in &samples {
        let on = kept.fact.assessment.collected_on;
        for clone in &sample.clones {
            let percent = sample.percent(clone);
            let near = (percent >= least).then(|| near(clause, &watch, clone, sample, most)).flatten();
            let Some((gene, distance)) = near else { continue };
            let share = printed(percent);
            let shown = Evidence::of(kept, "clones").showing(format!("{gene} {share} %"));
            let finding = Finding::of(rule, clause, &clone.site(&sample.genome_build), on, vec![shown])
                .with("gene", Arg::Text(gene))
                .with("distance", distance)
                .with("share", Arg::Number(share))
                .with("measure", Arg::Term(format!("integration-site-measure-{}", sample.measure)))
                .with("specimen", Arg::Term(format!("integration-site-specimen-{}", sample.specimen)))
                .with("on", Arg::Date(on));
            seen.push((on, percent, finding));
        }
    }
    // Of the samples of one day the one with the largest share speaks.
    seen.sort_by_key(|(on, percent, _)| (*on, *percent));
    let mut findings: Vec<Finding> = Vec::new();
    seen.into_iter().for_each(|(_, _, finding)| keep(&mut findings, finding));
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
    fn a_symbol_among_several_or_with_a_mark_is_found_and_a_longer_one_is_not() {
        assert_eq!(story("CAPRIN1,LMO2*", "0").findings().len(), 1);
        assert!(story("LMO2-AS1", "0").keys().is_empty());
        assert!(story("", "0").keys().is_empty());
    }

    #[test]
    fn an_unknown_distance_is_not_told_as_none() {
        let distance = |given| story("LMO2", given).findings()[0].args["distance"].clone();
        assert_eq!(distance("0"), crate::Arg::Text("inside".into()));
        assert_eq!(distance(""), crate::Arg::Text("unknown".into()));
        assert_eq!(distance("2100"), crate::Arg::Number("2100".into()));
    }

    #[test]
    fn a_site_inside_a_watched_gene_is_found_whatever_gene_the_laboratory_named() {
        let watching = |place: &str| {
            let story = Story::of("clone-near-watch-gene", &[("distance-bp", "100000")]).watching(&["LMO2", "EVI1"]);
            story.placed("2026-01-10", "CAPRIN1", place).findings()
        };
        let distance = |place| watching(place)[0].args["distance"].clone();
        assert_eq!(distance("chr11:33870000"), crate::Arg::Text("inside".into()));
        assert!(matches!(distance("chr11:33950000"), crate::Arg::Number(_)));
        assert!(watching("chr11:60000000").is_empty());
        let mecom = watching("chr3:169100000");
        assert_eq!(mecom[0].args["gene"], crate::Arg::Text("EVI1".into()), "as the protocol calls MECOM");
    }

    #[test]
    fn a_clone_below_the_share_of_the_clause_is_not_told() {
        let told = |share| {
            let limits = [("distance-bp", "100000"), ("share-percent", share)];
            let story = Story::of("clone-near-watch-gene", &limits).watching(&["LMO2"]);
            story.site("2026-01-10", "LMO2", "0").findings().len()
        };
        assert_eq!((told("9"), told("10")), (1, 0), "3 of 33 cells");
    }

    #[test]
    fn the_same_site_seen_again_is_one_finding() {
        let twice = story("LMO2", "10").site("2026-07-10", "LMO2", "10");
        assert_eq!(twice.findings().len(), 1);
        assert_eq!(twice.findings()[0].seen_on.to_string(), "2026-07-10");
    }
}
