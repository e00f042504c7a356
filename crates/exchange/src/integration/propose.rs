//! Which heading means what, by the names that laboratories and the programs of the field use: INSPIIRED, AAVengeR,
//! VISPA2 and ISAnalytics, barcodetrackR, and what people write by hand. A proposal only: a person confirms it.

use assess::integration::{Build, Measure, Site};

use super::mapping::{DamagedGenes, Layout, Mapping, Multihits, Place, Repeats};
use super::number::amount;
use super::preview::Preview;

// Headings in lower case without anything but letters and digits; the first that a table has counts.
const CHROMOSOME: &[&str] = &["chromosome", "chr", "chrom", "seqnames", "seqname", "染色体"];
const POSITION: &[&str] = &["position", "pos", "integrationlocus", "locus", "start", "bp", "位置"];
const STRAND: &[&str] = &["strand", "orientation", "链", "鎖"];
const SITE: &[&str] = &["posid", "siteid", "site", "integrationsite", "intsite"];
const GENE: &[&str] =
    &["gene", "nearestgene", "genename", "genesymbol", "symbol", "nearestfeature", "closestgene", "基因", "遺伝子"];
const SAMPLE: &[&str] =
    &["completeamplificationid", "sample", "sampleid", "samplename", "gtsp", "externalsampleid", "样本", "検体"];
const SUBJECT: &[&str] = &["subject", "subjectid", "patient", "patientid"];
const CELL_TYPE: &[&str] = &["celltype", "cellmarker", "lineage", "celltypes"];
const TISSUE: &[&str] = &["tissue", "specimen"];
const TIME_POINT: &[&str] = &["timepoint", "time", "visit", "months", "month"];
const BUILD: &[&str] = &["refgenome", "genome", "genomebuild", "build", "assembly", "referencegenome"];
const SONIC: &[&str] =
    &["estabund", "sonicabundance", "estimatedabundance", "estimatedcells", "inferredcells", "cells", "estcells"];
const FRAGMENTS: &[&str] =
    &["fragmentestimate", "fragmentestimatesum", "soniclengths", "fragments", "fragmentcount", "uniquefragments"];
const READS: &[&str] = &["reads", "seqcount", "seqcountsum", "readcount", "numreads"];
/// Abundances of which the heading does not say what they count.
const UNNAMED: &[&str] = &["abundance", "count", "counts", "value"];
/// How a laboratory may call the column, as a hint.
pub(super) const ABUNDANCES: &str = "estAbund, sonicAbundance, cells, fragmentEstimate, reads, seqCount, abundance";
/// Numbers that describe a site and are no sample's.
const NO_SAMPLE: &[&str] = &[
    "id",
    "numsubg",
    "numexp",
    "subg",
    "relabund",
    "distance",
    "distancebp",
    "nearestgenedist",
    "genestrand",
    "nrepsobs",
    "replicate",
    "repsobserved",
    "end",
    "width",
    "ingene",
    "inexon",
];
/// Spellings of an absent number in matrices.
pub(super) const ABSENT: [&[u8]; 3] = [b"", b"NA", b"NaN"];

fn plain(heading: &str) -> String {
    heading.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn among(heading: &str, names: &[&str]) -> bool {
    names.contains(&plain(heading).as_str())
}

/// The heading is one of a table of integration sites.
pub(super) fn is_known(heading: &str) -> bool {
    let lists =
        [CHROMOSOME, POSITION, STRAND, SITE, GENE, SAMPLE, CELL_TYPE, TIME_POINT, SONIC, FRAGMENTS, READS, UNNAMED];
    lists.iter().any(|names| among(heading, names))
}

/// What a column of this heading counts; `None` when the heading does not say.
///
/// ```
/// use assess::integration::Measure;
/// use exchange::integration::measure_of;
/// assert_eq!(measure_of("estAbund"), Some(Measure::SonicAbundance));
/// assert_eq!(measure_of("fragmentEstimate"), Some(Measure::Fragments));
/// assert_eq!(measure_of("abundance"), None);
/// ```
pub fn measure_of(heading: &str) -> Option<Measure> {
    let lists = [(Measure::SonicAbundance, SONIC), (Measure::Fragments, FRAGMENTS), (Measure::Reads, READS)];
    lists.iter().find(|(_, names)| among(heading, names)).map(|(measure, _)| *measure)
}

/// The mapping that the headings and the first rows suggest. Of several measures, cells come before fragments and
/// fragments before reads; only one is ever read.
pub fn propose_mapping(preview: &Preview) -> Mapping {
    let found = |names: &[&str]| {
        let heading = |name: &&str| preview.headings.iter().find(|heading| plain(heading) == **name);
        names.iter().find_map(heading).cloned()
    };
    let place = match (found(CHROMOSOME), found(POSITION)) {
        (Some(chromosome), Some(position)) => Place::Columns { chromosome, position, strand: found(STRAND) },
        _ => named_place(preview).map_or(Place::Unplaced, |column| Place::Name { column }),
    };
    let abundance = [SONIC, FRAGMENTS, READS, UNNAMED].iter().find_map(|names| found(names));
    let layout = match &abundance {
        Some(abundance) => Layout::Long {
            abundance: abundance.clone(),
            sample: found(SAMPLE).map_or_else(|| by_parts(&found), |sample| vec![sample]),
            cell_type: found(CELL_TYPE),
            time_point: found(TIME_POINT),
        },
        None => Layout::Wide { samples: sample_columns(preview, &place) },
    };
    let build_column = found(BUILD);
    Mapping {
        format: preview.format.clone(),
        heading_row: preview.heading_row,
        place,
        gene: found(GENE),
        layout,
        measure: abundance.as_deref().and_then(measure_of),
        build: build_column.as_ref().and_then(|column| build(preview, column)),
        build_column,
        damaged_genes: DamagedGenes::Refuse,
        repeats: Repeats::Refuse,
        multihits: Multihits::Refuse,
    }
}

/// A sample without an identifier is a subject's cells of a tissue at a time.
fn by_parts(found: &dyn Fn(&[&str]) -> Option<String>) -> Vec<String> {
    let parts = [SUBJECT, CELL_TYPE, TISSUE, TIME_POINT];
    parts.iter().filter_map(|names| found(names)).collect()
}

fn build(preview: &Preview, column: &str) -> Option<Build> {
    let at = preview.headings.iter().position(|heading| heading == column)?;
    preview.rows.iter().find_map(|row| Build::named(row.get(at)?))
}

/// A column whose cells are sites, by its heading or, for row names, by its cells.
fn named_place(preview: &Preview) -> Option<String> {
    let is_site = |at: usize| {
        let cells = preview.rows.iter().filter_map(|row| row.get(at));
        cells.clone().next().is_some() && cells.clone().all(|cell| Site::named(cell).is_some())
    };
    let known = |(at, heading): (usize, &String)| (heading.is_empty() || among(heading, SITE)) && is_site(at);
    let at = preview.headings.iter().enumerate().position(known)?;
    preview.headings.get(at).cloned()
}

/// In a table of sites without a column of abundances, every column of numbers that is not known as something else.
fn sample_columns(preview: &Preview, place: &Place) -> Vec<String> {
    if *place == Place::Unplaced {
        return Vec::new();
    }
    let of_place = |heading: &String| match place {
        Place::Columns { chromosome, position, strand } => {
            [Some(chromosome), Some(position), strand.as_ref()].contains(&Some(heading))
        }
        Place::Name { column } => column == heading,
        Place::Unplaced => false,
    };
    let other = [GENE, STRAND, SAMPLE, CELL_TYPE, TIME_POINT, BUILD, NO_SAMPLE];
    let numbers = |at: usize| {
        let mut cells = preview.rows.iter().filter_map(|row| row.get(at)).map(String::as_bytes);
        cells.all(|cell| amount(cell).is_some() || ABSENT.contains(&cell))
    };
    let columns = preview.headings.iter().enumerate();
    let wanted = columns.filter(|(at, heading)| {
        !heading.is_empty() && !of_place(heading) && !other.iter().any(|names| among(heading, names)) && numbers(*at)
    });
    wanted.map(|(_, heading)| heading.clone()).collect()
}
