//! From a whole table of sites to the record of one sample: the metrics, and the clones that are told in the record
//! itself. The table lies beside the ledger; rules and pages that need one clone of thousands do not open it.
//!
//! Told are the largest clones and those that a caller names (near a watched gene, or told in another sample of the
//! person), each with its gene. Knows nothing about files or protocols.

use std::collections::BTreeSet;

use facts::answer::{Answer, Answers, Assessment, Attachment};
use rust_decimal::Decimal;
use rust_decimal::prelude::FromPrimitive;

use super::clonality::{Metrics, metrics};
use super::gene_list::{GeneList, Shipped};
use super::near::genes;
use super::site::{Build, Measure, Site};

/// Field of the record that names the table.
pub const TABLE: &str = "table";
/// Largest clones of a sample that are told in its record.
pub const LARGEST: usize = 20;
/// Distances for which reports of the field give the share of sites near a cancer-associated gene.
const NEAR_BP: [(&str, u32); 2] = [("near-50kb", 50_000), ("near-100kb", 100_000)];

/// One clone of a table.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    /// `None` in a repeat, or in a table without places.
    pub site: Option<&'a Site>,
    /// As the laboratory named it; empty when it did not.
    pub gene: &'a str,
    pub abundance: f64,
}

/// The table of one sample.
#[derive(Clone, Copy, Debug)]
pub struct Whole<'a> {
    /// `None` only without places.
    pub build: Option<Build>,
    pub measure: Measure,
    pub rows: &'a [Row<'a>],
}

impl<'a> Whole<'a> {
    pub fn metrics(&self) -> Option<Metrics> {
        let abundances: Vec<f64> = self.rows.iter().map(|row| row.abundance).collect();
        metrics(&abundances)
    }

    /// Places of the [`LARGEST`] clones.
    pub fn largest(&self) -> BTreeSet<Site> {
        let mut rows: Vec<&Row<'_>> = self.rows.iter().filter(|row| row.site.is_some()).collect();
        let count = LARGEST.min(rows.len());
        if count < rows.len() {
            rows.select_nth_unstable_by(count, |a, b| b.abundance.total_cmp(&a.abundance).then(a.site.cmp(&b.site)));
        }
        rows[..count].iter().filter_map(|row| row.site.cloned()).collect()
    }

    /// Places within the distance of a listed gene.
    pub fn near(&self, list: &GeneList, distance_bp: u32) -> BTreeSet<Site> {
        let Some(build) = self.build else { return BTreeSet::new() };
        let genes = genes(build);
        let sites = self.rows.iter().filter_map(|row| row.site);
        sites.filter(|site| list.nearest(genes, site, distance_bp).is_some()).cloned().collect()
    }

    /// Makes the assessment the record of this sample: computed fields, told clones, and the table's digest.
    pub fn put_into(&self, assessment: &mut Assessment, told: &BTreeSet<Site>, table: Attachment) {
        let rows = self.told(told);
        if !rows.is_empty() {
            assessment.answers.insert("clones".to_owned(), Answer::Table { rows });
        }
        assessment.answers.insert(TABLE.to_owned(), Answer::Attachment { attachment: table });
        let sites = self.rows.iter().filter_map(|row| row.site);
        put_metrics(&mut assessment.answers, self.metrics().as_ref(), Some(self.measure), self.build, sites);
    }

    fn told(&self, told: &BTreeSet<Site>) -> Vec<Answers> {
        let mut rows: Vec<&Row<'_>> =
            self.rows.iter().filter(|row| row.site.is_some_and(|site| told.contains(site))).collect();
        rows.sort_by(|a, b| b.abundance.total_cmp(&a.abundance).then(a.site.cmp(&b.site)));
        rows.into_iter().filter_map(|row| self.told_row(row)).collect()
    }

    fn told_row(&self, row: &Row<'_>) -> Option<Answers> {
        let site = row.site?;
        let mut cells = Answers::new();
        let mut put = |key: &str, answer: Answer| drop(cells.insert(key.to_owned(), answer));
        put("chromosome", Answer::text(&site.chromosome.to_string()));
        put("position", Answer::number(Decimal::from(site.position), ""));
        if matches!(site.strand.sign(), "+" | "-") {
            put("strand", Answer::choice(site.strand.sign()));
        }
        put("abundance", Answer::number(Decimal::from_f64(row.abundance)?, "1"));
        let nearest = self.build.and_then(|build| genes(build).nearest(site));
        if !row.gene.is_empty() {
            put("gene", Answer::text(row.gene));
            // The distance is told only of the gene that is named.
            let same = nearest.filter(|nearest| nearest.genes.iter().any(|gene| gene.symbol == row.gene));
            if let Some(same) = same {
                put("distance-bp", Answer::number(Decimal::from(same.distance_bp), ""));
            }
        } else if let Some(nearest) = nearest {
            let names: Vec<&str> = nearest.genes.iter().map(|gene| gene.symbol).collect();
            put("gene", Answer::text(&names.join(", ")));
            put("distance-bp", Answer::number(Decimal::from(nearest.distance_bp), ""));
        }
        Some(cells)
    }
}

/// Fields that [`put_metrics`] writes.
pub(super) const COMPUTED: [&str; 14] = [
    "unique-sites",
    "total",
    "inferred-cells",
    "shannon",
    "pielou",
    "simpson",
    "inverse-simpson",
    "gini",
    "uc50",
    "chao1",
    "top-share",
    "near-50kb",
    "near-100kb",
    "top10-share",
];

/// The computed fields of a sample, from its whole table.
pub(super) fn put_metrics<'a>(
    answers: &mut Answers,
    metrics: Option<&Metrics>,
    measure: Option<Measure>,
    build: Option<Build>,
    sites: impl Iterator<Item = &'a Site> + std::clone::Clone,
) {
    let Some(found) = metrics else { return };
    let mut put = |key: &str, value: Option<f64>, digits: u32, unit: &str| {
        if let Some(value) = value.and_then(Decimal::from_f64) {
            answers.insert(key.to_owned(), Answer::number(value.round_dp(digits).normalize(), unit));
        }
    };
    put("unique-sites", Some(f64::from(found.sites)), 0, "");
    put("total", Some(found.total), 6, "");
    put("inferred-cells", Some(found.total).filter(|_| measure == Some(Measure::SonicAbundance)), 6, "");
    put("shannon", Some(found.shannon), 3, "");
    put("pielou", found.pielou, 3, "");
    put("simpson", Some(found.simpson), 4, "");
    put("inverse-simpson", Some(found.inverse_simpson), 2, "");
    put("gini", Some(found.gini), 3, "");
    put("uc50", Some(f64::from(found.uc50)), 0, "");
    put("chao1", Some(found.chao1), 1, "");
    put("top-share", Some(found.top_share * 100.0), 2, "%");
    put("top10-share", Some(found.top10_share * 100.0), 2, "%");
    let Some(build) = build else { return };
    let list = GeneList::shipped(Shipped::CancerAssociated);
    for (key, distance_bp) in NEAR_BP {
        put(key, list.share_near(genes(build), sites.clone(), distance_bp).map(|share| share * 100.0), 1, "%");
    }
}
