//! One sample of integration sites as rules and charts read it, and its computed fields.

use facts::answer::{self, Answer, Answers, Assessment};
use rust_decimal::Decimal;
use rust_decimal::prelude::{FromPrimitive, ToPrimitive};

use super::clonality::{Metrics, metrics};
use super::site::{Build, Chromosome, Measure, Site, Strand};
use super::tracking::Counted;
use super::whole::{COMPUTED, TABLE, put_metrics};
use crate::note::{Level, Note};

#[derive(Clone, Debug, PartialEq)]
pub struct Sample {
    pub specimen: String,
    pub vcn: Option<Decimal>,
    pub vector_positive_percent: Option<Decimal>,
    /// The integration sites were analysed.
    pub analysed: bool,
    /// `sonic-abundance`, `fragments` or `reads`.
    pub measure: String,
    pub genome_build: String,
    /// Inferred cells where the measure is sonic abundance.
    pub inferred_cells: Option<Decimal>,
    pub unique_sites: Option<u32>,
    /// Share of the largest clone, 0 to 1; the laboratory's own figure when no table was given.
    pub top_share: Option<f64>,
    pub clones: Vec<Clone>,
    /// Everything that was counted, in the sample's measure: what a share is a share of.
    pub total: Decimal,
    /// Only the largest clones and those near watched genes are in `clones`; all of them lie in a table beside the
    /// record, so a clone that is not among these is not a clone that was not seen.
    pub excerpt: bool,
    /// Of the table of clones; `None` when there is none, or it lies beside the record.
    pub metrics: Option<Metrics>,
    /// The laboratory's gene of the largest clone when no table was given.
    pub top_gene: Option<String>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Clone {
    pub gene: String,
    pub chromosome: String,
    pub position: Option<Decimal>,
    pub strand: String,
    pub abundance: Decimal,
    /// 0 to 1.
    pub share: f64,
    /// Distance to the gene named; 0 inside it.
    pub distance_bp: Option<Decimal>,
}

impl Clone {
    /// Stable name of the site: `hg38:chr11:33891204:+`. A laboratory that writes `11` means the same chromosome.
    pub fn site(&self, genome_build: &str) -> String {
        let position = self.position.map(|position| position.normalize().to_string()).unwrap_or_default();
        let chromosome = Chromosome::named(&self.chromosome).map(|known| known.to_string()).unwrap_or_default();
        format!("{genome_build}:{chromosome}:{position}:{}", self.strand)
    }

    /// The place, where chromosome and position are both stated.
    pub fn place(&self) -> Option<Site> {
        let position = self.position.and_then(|position| position.to_u32()).filter(|position| *position > 0)?;
        let chromosome = Chromosome::named(&self.chromosome)?;
        Some(Site { chromosome, strand: Strand::named(&self.strand)?, position })
    }
}

impl Sample {
    pub fn read(assessment: &Assessment) -> Option<Self> {
        let excerpt = assessment.attachment(TABLE).is_some();
        let stated = assessment.decimal("total").filter(|_| excerpt);
        let (clones, total) = clones(assessment.rows("clones"), stated);
        let sizes: Vec<f64> = clones.iter().filter_map(|clone| clone.abundance.to_f64()).collect();
        let metrics = metrics(&sizes).filter(|_| !excerpt);
        let measure = assessment.code("measure").unwrap_or_default().to_owned();
        let reported = |key: &str| assessment.decimal(key).and_then(|value| value.to_f64());
        let stated = |key: &str| assessment.decimal(key).filter(|_| excerpt);
        Some(Self {
            specimen: assessment.code("specimen")?.to_owned(),
            vcn: assessment.decimal("vcn"),
            vector_positive_percent: assessment.decimal("vector-positive"),
            analysed: assessment.code("analysis") == Some("done"),
            genome_build: assessment.code("genome-build").unwrap_or_default().to_owned(),
            inferred_cells: Some(total).filter(|cells| !cells.is_zero() && measure == "sonic-abundance"),
            unique_sites: metrics
                .map(|metrics| metrics.sites)
                .or_else(|| stated("unique-sites").and_then(|n| n.to_u32()))
                .or_else(|| assessment.decimal("reported-unique-sites").and_then(|n| n.to_u32())),
            top_share: metrics
                .map(|metrics| metrics.top_share)
                .or_else(|| stated("top-share").and_then(|percent| percent.to_f64()).map(|percent| percent / 100.0))
                .or_else(|| reported("reported-top-share").map(|percent| percent / 100.0)),
            top_gene: assessment.text("top-gene").map(str::to_owned),
            measure,
            clones,
            total,
            excerpt,
            metrics,
        })
    }

    /// Reference genome of the positions; `None` when the form does not say.
    pub fn build(&self) -> Option<Build> {
        Build::named(&self.genome_build)
    }

    /// What was counted; `None` when the form does not say.
    pub fn counted_by(&self) -> Option<Measure> {
        Measure::of_code(&self.measure)
    }

    /// Share of a clone in percent, exact: 0.14 * 100 exceeds 14 in binary.
    pub fn percent(&self, clone: &Clone) -> Decimal {
        (clone.abundance * Decimal::ONE_HUNDRED).checked_div(self.total).unwrap_or_default()
    }

    /// The clones that have a place, as they are followed through samples ([`super::track`]).
    pub fn counted(&self) -> Vec<Counted> {
        let of = |clone: &Clone| Some(Counted { site: clone.place()?, abundance: clone.abundance.to_f64()? });
        self.clones.iter().filter_map(of).collect()
    }

    /// Sum of the clones without a place, which belongs to the total that shares are of.
    pub fn unplaced(&self) -> f64 {
        let unplaced = self.clones.iter().filter(|clone| clone.place().is_none());
        unplaced.filter_map(|clone| clone.abundance.to_f64()).sum()
    }

    /// The largest clone of the table.
    pub fn top_clone(&self) -> Option<&Clone> {
        self.clones.iter().max_by(|a, b| a.abundance.cmp(&b.abundance))
    }
}

/// Clones of the rows, and the total that their shares are of: the one stated, else their sum.
fn clones(rows: &[Answers], stated: Option<Decimal>) -> (Vec<Clone>, Decimal) {
    let abundance = |row: &Answers| answer::decimal(row, "abundance").filter(|size| *size > Decimal::ZERO);
    let total = stated.unwrap_or_else(|| rows.iter().filter_map(abundance).sum());
    let text = |row: &Answers, key: &str| match row.get(key) {
        Some(Answer::Text { text }) => text.clone(),
        Some(Answer::Choice { code }) => code.clone(),
        _ => String::new(),
    };
    let clone = |row: &Answers| {
        let abundance = abundance(row)?;
        Some(Clone {
            gene: text(row, "gene"),
            chromosome: text(row, "chromosome"),
            position: answer::decimal(row, "position"),
            strand: text(row, "strand"),
            share: abundance.checked_div(total).and_then(|share| share.to_f64()).unwrap_or(0.0),
            abundance,
            distance_bp: answer::decimal(row, "distance-bp"),
        })
    };
    (rows.iter().filter_map(clone).collect(), total)
}

/// Fills the computed fields from the clones that were typed. Those of a table that lies beside the record were
/// computed from all of it and stay.
pub fn compute(assessment: &mut Assessment) {
    if assessment.attachment(TABLE).is_some() {
        return;
    }
    let Some(sample) = Sample::read(assessment) else { return };
    for key in COMPUTED {
        assessment.answers.remove(key);
    }
    let sites: Vec<Site> = sample.clones.iter().filter_map(Clone::place).collect();
    let (measure, build) = (sample.counted_by(), sample.build());
    put_metrics(&mut assessment.answers, sample.metrics.as_ref(), measure, build, sites.iter());
    if sample.metrics.is_none()
        && let Some(share) = sample.top_share.and_then(Decimal::from_f64)
    {
        let percent = (share * Decimal::ONE_HUNDRED).round_dp(2).normalize();
        assessment.answers.insert("top-share".to_owned(), Answer::number(percent, "%"));
    }
}

/// Gives a corrected version what nobody types: the table beside the record and what was computed from it. `false`
/// when the correction changes the clones, which only another table can.
pub fn carried(before: &Assessment, after: &mut Assessment) -> bool {
    let Some(table) = before.get(TABLE) else { return true };
    if before.rows("clones") != after.rows("clones") {
        return false;
    }
    after.answers.insert(TABLE.to_owned(), table.clone());
    for key in COMPUTED {
        match before.get(key) {
            Some(answer) => drop(after.answers.insert(key.to_owned(), answer.clone())),
            None => drop(after.answers.remove(key)),
        }
    }
    true
}

pub fn notes(assessment: &Assessment) -> Vec<Note> {
    let Some(sample) = Sample::read(assessment) else { return Vec::new() };
    let Some(top) = sample.top_clone() else { return Vec::new() };
    let share = format!("{:.1}", top.share * 100.0);
    let args = [("gene", top.gene.clone()), ("share", share), ("sites", sample.clones.len().to_string())];
    vec![Note::of("clones", "top-clone", &args, Level::Plain)]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clone(chromosome: &str, position: Option<u32>) -> Clone {
        let position = position.map(Decimal::from);
        let (gene, strand, abundance) = ("LMO2".to_owned(), "+".to_owned(), Decimal::TEN);
        let chromosome = chromosome.to_owned();
        Clone { gene, chromosome, position, strand, abundance, share: 1.0, distance_bp: None }
    }

    #[test]
    fn a_chromosome_written_with_and_without_chr_is_one_site() {
        assert_eq!(clone("11", Some(7)).site("hg38"), clone("chr11", Some(7)).site("hg38"));
        assert_eq!(clone("11", Some(7)).place(), Site::named("chr11:7:+"));
        assert_eq!(clone("11", None).place(), None);
        assert_eq!(clone("", Some(7)).place(), None);
    }
}
