//! Whole real tables in each format, compared with metrics that other programs computed.

use std::io::Read;
use std::ops::ControlFlow;

use assess::integration::{Build, Measure, Metrics};

use super::super::mapping::{DamagedGenes, Format, Layout, Multihits, Place, Repeats};
use super::super::{Association, Sample, preview, propose_mapping};
use super::*;

mod faults;

const WAS5: &[u8] = include_bytes!("../../../../assess/src/integration/published/WAS5_reads.txt");
const BARCODES: &[u8] =
    include_bytes!("../../../../assess/src/integration/published/Belderbos_count_matrix_mouse_C21.txt");
const POOLS: &[u8] =
    include_bytes!("../../../../assess/src/integration/published/ISAnalytics_integration_matrices.tsv");
const PATIENT: &[u8] =
    include_bytes!("../../../../assess/src/integration/published/ISAnalytics_test_population_iss.tsv.gz");
const VEGAN: &[u8] = include_bytes!("../../../../assess/src/integration/published/diversity_expected_vegan.csv");
const MIXTURE: &[u8] = include_bytes!("../published/InCliniGene_invitro_clonal_expansion_matrix.csv.gz");
const WORKBOOK: &[u8] = include_bytes!("../published/ISAnalytics_matrices_opened_in_excel.xlsx");

fn proposed(bytes: &[u8]) -> Mapping {
    propose_mapping(&preview(bytes).unwrap())
}

fn whole(bytes: &[u8], mapping: &Mapping) -> Table {
    read(bytes, mapping, &mut |_| ControlFlow::Continue(())).unwrap()
}

fn unpacked(packed: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    flate2::read::GzDecoder::new(packed).read_to_end(&mut bytes).unwrap();
    bytes
}

fn close(place: &str, expected: &str, got: f64) {
    let expected: f64 = expected.parse().unwrap();
    assert!((expected - got).abs() <= 1e-9 * expected.abs().max(1.0), "{place}: expected {expected}, got {got}");
}

/// Compares the samples of a table with the rows of a data set in vegan's table; tells how many there were.
fn agree_with_vegan(data_set: &str, table: &Table) -> usize {
    let mut reader = csv::Reader::from_reader(VEGAN);
    let mut compared = 0;
    for row in reader.records().map(Result::unwrap).filter(|row| &row[0] == data_set) {
        let sample = table.samples.iter().find(|sample| sample.name == row[1]).unwrap();
        let found: Metrics = sample.metrics().unwrap();
        assert_eq!(found.sites.to_string(), &row[2], "{}", &row[1]);
        assert_eq!(found.uc50_ascending.to_string(), &row[11], "{}", &row[1]);
        let values = [(3, found.total), (4, found.shannon), (5, found.simpson), (8, found.chao1), (10, found.gini)];
        for (column, value) in values.into_iter().chain([(12, found.top_share), (13, found.top10_share)]) {
            close(&row[1], &row[column], value);
        }
        compared += 1;
    }
    assert_eq!(compared, table.samples.len(), "every sample of {data_set}");
    compared
}

#[test]
fn a_real_patients_matrix_is_read_by_its_row_names() {
    let mapping = proposed(WAS5);
    assert_eq!(mapping.place, Place::Name { column: String::new() });
    assert_eq!(mapping.measure, None, "the table does not say what it counts: a person has to");
    let table = whole(WAS5, &mapping);
    assert_eq!(table.rows, 7523);
    assert_eq!(agree_with_vegan("WAS5", &table), 20);
    assert_eq!(table.samples[0].clones[0].site.as_ref().unwrap().to_string(), "chr1:1016499:-");
    assert_eq!(table.samples[0].clones[0].line, 2);
}

#[test]
fn fifty_three_pools_are_read_in_the_fields_own_format_with_their_association_file() {
    let mapping = proposed(POOLS);
    assert_eq!(mapping.measure, Some(Measure::Fragments), "fragments come before reads");
    let mut table = whole(POOLS, &mapping);
    assert_eq!((table.rows, table.counted_in.as_str(), table.build), (1689, "fragmentEstimate", None));
    assert_eq!(agree_with_vegan("ISAnalytics_integration_matrices(fragmentEstimate)", &table), 53);
    let association = Association::read(include_bytes!("../published/ISAnalytics_association_file.tsv")).unwrap();
    assert_eq!(association.samples.len(), 53);
    association.annotate(&mut table).unwrap();
    let told =
        |sample: &Sample| !sample.subject.is_empty() && !sample.cell_type.is_empty() && sample.time_point.len() == 4;
    assert!(table.samples.iter().all(told));
    let first = &table.samples[0];
    let of = (first.subject.as_str(), first.cell_type.as_str(), first.tissue.as_str(), first.time_point.as_str());
    assert_eq!(of, ("PT001", "MNC", "PB", "0060"));
    assert_eq!(table.gene(&first.clones[0]), "NFATC3");
}

#[test]
fn a_patient_over_two_years_is_read_by_its_parts_and_by_the_measure_that_a_person_chose() {
    let bytes = unpacked(PATIENT);
    let mut mapping = proposed(&bytes);
    let Layout::Long { abundance, sample, .. } = &mut mapping.layout else { panic!("one site a row") };
    assert_eq!(abundance, "fragmentEstimate_sum");
    assert_eq!(sample.as_slice(), ["SubjectID", "CellMarker", "Tissue", "TimePoint"]);
    *abundance = "seqCount_sum".into();
    mapping.measure = Some(Measure::Reads);
    let table = whole(&bytes, &mapping);
    assert_eq!((table.rows, table.measure), (22_958, Some(Measure::Reads)));
    assert_eq!(agree_with_vegan("ISAnalytics_test_population_iss(seqCount_sum)", &table), 14);
    let last = table.samples.iter().find(|sample| sample.name == "PATIENT01_CD3_PB_24").unwrap();
    assert_eq!((last.cell_type.as_str(), last.time_point.as_str()), ("CD3", "24"));
}

#[test]
fn barcodes_without_a_place_are_counted_and_not_followed() {
    let head = preview(BARCODES).unwrap();
    let mut mapping = propose_mapping(&head);
    assert_eq!(mapping.place, Place::Unplaced);
    mapping.layout = Layout::Wide { samples: head.headings[1..].to_vec() };
    let table = whole(BARCODES, &mapping);
    assert_eq!(agree_with_vegan("Belderbos_C21", &table), 23);
    assert!(table.samples[0].counted().is_empty());
    assert_eq!(table.samples[0].unplaced(), table.samples[0].metrics().unwrap().total);
}

#[test]
fn sixty_four_thousand_rows_of_a_hundred_and_twenty_samples_are_read_whole() {
    let bytes = unpacked(MIXTURE);
    let mut mapping = proposed(&bytes);
    let Err(Unread::Problems(problems)) = read(&bytes, &mapping, &mut |_| ControlFlow::Continue(())) else {
        panic!("6,295 clones of the mixture lie in repeats and have no place");
    };
    assert_eq!((problems.total, problems.first[0].code), (6295, "not-a-position"));
    mapping.multihits = Multihits::Count;
    let table = whole(&bytes, &mapping);
    assert_eq!((table.rows, table.samples.len()), (64_181, 120));
    let mut reader = csv::Reader::from_reader(include_bytes!("../published/InCliniGene_expected_numpy.csv").as_slice());
    let (mut measured, mut empty) = (0, 0);
    for (row, sample) in reader.records().map(Result::unwrap).zip(&table.samples) {
        assert_eq!(&row[0], sample.name);
        let Some(found) = sample.metrics() else {
            assert_eq!(&row[1], "0", "{}", sample.name);
            empty += 1;
            continue;
        };
        assert_eq!((found.sites.to_string(), found.uc50_ascending.to_string()), (row[1].to_owned(), row[5].to_owned()));
        let values = [(2, found.total), (3, found.shannon), (4, found.gini), (6, found.chao1), (7, found.top_share)];
        for (column, value) in values {
            close(&sample.name, &row[column], value);
        }
        let largest = |a: &f64, b: &f64| a.total_cmp(b);
        let top = sample.clones.iter().rev().max_by(|a, b| largest(&a.abundance, &b.abundance)).unwrap();
        let place = top.site.as_ref().map_or("R:-1:R".to_owned(), ToString::to_string);
        assert_eq!(place, &row[8], "the dominant clone of {}", sample.name);
        measured += 1;
    }
    assert_eq!((measured, empty), (54, 66));
}

#[test]
fn a_workbook_reads_as_the_text_it_was_made_from_once_its_damaged_genes_are_repaired() {
    let head = preview(WORKBOOK).unwrap();
    assert_eq!((head.heading_row, head.sheets.as_slice()), (3, ["Matrix".to_owned(), "Notes".to_owned()].as_slice()));
    let mut mapping = propose_mapping(&head);
    let Unread::Problems(problems) = read(WORKBOOK, &mapping, &mut |_| ControlFlow::Continue(())).unwrap_err() else {
        panic!("damaged genes are told");
    };
    // The dates of 1 March 2021: MTARC1 would make them too, but lies on chromosome 1 and the sites on 4.
    let told: Vec<(u64, &str, &str, &str)> = problems
        .first
        .iter()
        .map(|problem| (problem.line, problem.code, problem.args["value"].as_str(), problem.args["likely"].as_str()))
        .collect();
    let expected = [1184, 1311, 1323, 1332].map(|line| (line, "gene-damaged", "44256", "MARCHF1"));
    assert_eq!((told.as_slice(), problems.total), (expected.as_slice(), 4));
    mapping.damaged_genes = DamagedGenes::Repair;
    let repaired = whole(WORKBOOK, &mapping);
    assert_eq!(
        (repaired.repairs[0].symbol.as_str(), repaired.repairs[0].rows, repaired.repairs.len()),
        ("MARCHF1", 4, 1)
    );
    let text = whole(POOLS, &proposed(POOLS));
    assert_eq!(repaired.rows, text.rows);
    let mut renamed = 0;
    for (ours, theirs) in repaired.samples.iter().zip(&text.samples) {
        assert_eq!((&ours.name, ours.clones.len()), (&theirs.name, theirs.clones.len()));
        for (one, other) in ours.clones.iter().zip(&theirs.clones) {
            assert_eq!((&one.site, one.abundance, one.line), (&other.site, other.abundance, other.line + 2));
            match (repaired.gene(one), text.gene(other)) {
                ("MARCHF1", "MARCH1") => renamed += 1,
                (symbol, expected) => assert_eq!(symbol, expected),
            }
        }
    }
    assert_eq!(renamed, 4);
}

#[test]
fn the_headings_of_the_fields_programs_are_known() {
    let aavenger = "trial\tsubject\tsample\treplicate\trefGenome\tposid\tsonicLengths\treads\trepLeader\tnearestGene\t\
                    nearestGeneDist\nT\tP1\tGTSP1\t1\thg38\tchr11+33870000\t7\t90\tx\tLMO2\t0\n";
    let mapping = proposed(aavenger.as_bytes());
    assert_eq!(mapping.place, Place::Name { column: "posid".into() });
    assert_eq!((mapping.measure, mapping.build), (Some(Measure::Fragments), Some(Build::Hg38)));
    let table = whole(aavenger.as_bytes(), &mapping);
    assert_eq!((table.samples[0].name.as_str(), table.samples[0].clones[0].abundance), ("GTSP1", 7.0));
    let inspiired = "seqnames,start,strand,estAbund,relAbund,celltype,timepoint,patient,GTSP,nearest_gene\n\
                     chr3,169000000,-,61,0.4,T cells,m24,p7,GTSP0042,MECOM\n";
    let mapping = proposed(inspiired.as_bytes());
    let table = whole(inspiired.as_bytes(), &mapping);
    let sample = &table.samples[0];
    assert_eq!((mapping.measure, sample.cell_type.as_str()), (Some(Measure::SonicAbundance), "T cells"));
    assert_eq!((sample.name.as_str(), sample.time_point.as_str()), ("GTSP0042", "m24"));
    let wide = "chr\tintegration_locus\tstrand\tGeneName\tGeneStrand\tID1\tID2\n1\t100\t+\tA\t+\t5\tNA\n1\t900\t-\tB\t-\t\t3\n";
    let table = whole(wide.as_bytes(), &proposed(wide.as_bytes()));
    let told: Vec<(&str, usize)> = table.samples.iter().map(|one| (one.name.as_str(), one.clones.len())).collect();
    assert_eq!(told, [("ID1", 1), ("ID2", 1)]);
}

#[test]
fn a_mapping_is_kept_as_text_and_read_again() {
    for bytes in [WAS5, POOLS, WORKBOOK] {
        let mapping = proposed(bytes);
        let kept = serde_json::to_string(&mapping).unwrap();
        assert_eq!(serde_json::from_str::<Mapping>(&kept).unwrap(), mapping);
    }
}

#[test]
fn commas_tabs_semicolons_and_unicode_text_read_alike() {
    let of = |separator: &str| {
        ["gene", "chr", "pos", "strand", "reads", "\nLMO2", "11", "33870000", "+", "40\n"]
            .join(separator)
            .replace(&format!("{separator}\n"), "\n")
    };
    let tables = [of(","), of("\t"), of(";")];
    let utf16: Vec<u8> = std::iter::once(0xfeff).chain(of("\t").encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let bom = [b"\xef\xbb\xbf".as_slice(), of(",").as_bytes()].concat();
    let expected = whole(tables[0].as_bytes(), &proposed(tables[0].as_bytes()));
    assert_eq!(expected.samples[0].clones[0].site.as_ref().unwrap().to_string(), "chr11:33870000:+");
    for bytes in [tables[1].as_bytes(), tables[2].as_bytes(), &utf16, &bom] {
        assert_eq!(whole(bytes, &proposed(bytes)), expected);
    }
}
