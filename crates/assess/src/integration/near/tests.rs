//! Against the genes that a laboratory named for 7,832 real sites, and against looking at every gene.

use std::io::Read;

use super::super::{GeneList, Shipped};
use super::*;

/// Chromosome, position and the laboratory's nearest gene of both ISAnalytics tables (hg19).
fn published() -> Vec<(Site, String)> {
    let mut patient = String::new();
    let packed = include_bytes!("../published/ISAnalytics_test_population_iss.tsv.gz");
    flate2::read::GzDecoder::new(packed.as_slice()).read_to_string(&mut patient).unwrap();
    let pools = include_str!("../published/ISAnalytics_integration_matrices.tsv");
    let mut sites = Vec::new();
    for line in pools.lines().skip(1).chain(patient.lines().skip(1)) {
        let cells: Vec<&str> = line.split('\t').collect();
        let site = Site::named(&format!("{}:{}:{}", cells[0], cells[1], cells[2]));
        sites.extend(site.map(|site| (site, cells[3].to_owned())));
    }
    sites.sort();
    sites.dedup();
    sites
}

/// The nearest genes by looking at each gene of the chromosome.
fn plainly(genes: &Genes, site: &Site) -> Option<Nearest> {
    let row = genes.by_chromosome.get(&site.chromosome)?;
    let distance_bp = row.genes.iter().map(|gene| gene.distance_bp(site.position)).min()?;
    let near = row.genes.iter().filter(|gene| gene.distance_bp(site.position) == distance_bp);
    Some(Nearest { genes: near.copied().collect(), distance_bp })
}

#[test]
fn the_gene_that_a_laboratory_named_is_among_the_nearest() {
    let sites = published();
    let genes = genes(Build::Hg19);
    let (mut agree, mut unknown, mut differ) = (0, 0, 0);
    for (site, named) in &sites {
        let nearest = genes.nearest(site).unwrap();
        match nearest.genes.iter().any(|gene| gene.symbol == named) {
            true => agree += 1,
            false if !genes.knows(named) => unknown += 1,
            false => differ += 1,
        }
    }
    // The seventeen: genes whose copies the published bounds join (MIR5096, ZNRD1ASP) or of which they know another
    // place (CRELD2 on chromosome 15, HTR4 on 6) than the laboratory's own table did.
    assert_eq!((sites.len(), agree, unknown, differ), (7832, 7810, 5, 17));
}

#[test]
fn searching_finds_what_looking_at_every_gene_finds() {
    let sites = published();
    for build in [Build::Hg19, Build::Hg38] {
        let genes = genes(build);
        for (site, _) in sites.iter().step_by(9) {
            let expected = plainly(genes, site);
            assert_eq!(genes.nearest(site), expected, "{site}");
            let row = &genes.by_chromosome[&site.chromosome];
            let within = row.genes.iter().copied().filter(|gene| gene.distance_bp(site.position) <= 50_000);
            assert_eq!(genes.within(site, 50_000).collect::<Vec<_>>(), within.collect::<Vec<_>>(), "{site}");
        }
    }
}

#[test]
fn the_ends_of_a_gene_belong_to_it() {
    let genes = genes(Build::Hg38);
    let (chromosome, lmo2) = genes.named("LMO2").next().unwrap();
    let distance = |position| genes.named("LMO2").map(|(_, gene)| gene.distance_bp(position)).min();
    assert_eq!(chromosome.to_string(), "chr11");
    assert_eq!((distance(lmo2.start), distance(lmo2.end)), (Some(0), Some(0)));
    assert_eq!((distance(lmo2.start - 1), distance(lmo2.end + 7)), (Some(1), Some(7)));
    let nowhere = Site::named("chrUn_KI270742v1+100").unwrap();
    assert_eq!(genes.nearest(&nowhere), None, "no gene is known there, which is not the same as far away");
}

#[test]
fn every_listed_gene_has_a_place_on_both_genomes_or_is_named_as_without_one() {
    let all = GeneList::shipped(Shipped::CancerAssociated);
    assert_eq!(all.len(), 855);
    assert_eq!(all.unknown_to(genes(Build::Hg38)), [""; 0]);
    assert_eq!(all.unknown_to(genes(Build::Hg19)), ["RSPH10B2"]);
    assert_eq!(GeneList::of(["EVI1", "SEPTIN9", "LM02"]).unknown_to(genes(Build::Hg38)), ["LM02"]);
    let sizes = [Shipped::ProtoOncogenes, Shipped::TumourSuppressors, Shipped::Intogen, Shipped::Watch];
    assert_eq!(sizes.map(|list| GeneList::shipped(list).len()), [233, 182, 568, 12]);
}

#[test]
fn a_site_upstream_of_a_watch_gene_is_near_it_even_inside_another_gene() {
    let genes = genes(Build::Hg38);
    let watch = GeneList::shipped(Shipped::Watch);
    let (_, lmo2) = genes.named("LMO2").next().unwrap();
    let upstream = Site { position: lmo2.end + 30_000, ..Site::named("chr11:1:+").unwrap() };
    let found = watch.nearest(genes, &upstream, 50_000);
    assert_eq!(found, Some((lmo2, 30_000)));
    assert_eq!(watch.nearest(genes, &upstream, 29_999), None);
    assert_eq!(watch.share_near(genes, &[], 50_000), None);
}
