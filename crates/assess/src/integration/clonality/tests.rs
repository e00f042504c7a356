//! Against R vegan on 110 real samples, against the table of ties, and against the formulas as written.

use std::collections::BTreeMap;
use std::io::Read;

use proptest::strategy::Strategy;

use super::*;

/// Sizes of each sample, by data set and name, as `diversity_expected_vegan.csv` names them.
type Samples = BTreeMap<(String, String), Vec<f64>>;

fn matrix(name: &str, table: &str, samples: &mut Samples) {
    let mut lines = table.lines();
    let headings: Vec<&str> = lines.next().unwrap().split('\t').filter(|heading| !heading.is_empty()).collect();
    for cells in lines.map(|line| line.split('\t').skip(1)) {
        for (heading, cell) in headings.iter().zip(cells) {
            let key = (name.to_owned(), (*heading).to_owned());
            samples.entry(key).or_default().push(cell.parse().unwrap());
        }
    }
}

fn long(name: &str, table: &[u8], sample: &[&str], value: &str, samples: &mut Samples) {
    let mut reader = csv::ReaderBuilder::new().delimiter(b'\t').from_reader(table);
    let headings = reader.headers().unwrap().clone();
    let at = |wanted: &str| headings.iter().position(|heading| heading == wanted).unwrap();
    let named: Vec<usize> = sample.iter().map(|wanted| at(wanted)).collect();
    for row in reader.records().map(Result::unwrap) {
        let sample: Vec<&str> = named.iter().map(|index| &row[*index]).collect();
        let key = (name.to_owned(), sample.join("_"));
        samples.entry(key).or_default().push(row[at(value)].parse().unwrap());
    }
}

fn every_sample() -> Samples {
    let mut samples = Samples::new();
    matrix("WAS5", include_str!("../published/WAS5_reads.txt"), &mut samples);
    let barcodes = include_str!("../published/Belderbos_count_matrix_mouse_C21.txt");
    matrix("Belderbos_C21", barcodes, &mut samples);
    let pools = include_bytes!("../published/ISAnalytics_integration_matrices.tsv");
    let fragments = ("ISAnalytics_integration_matrices(fragmentEstimate)", "fragmentEstimate");
    long(fragments.0, pools, &["CompleteAmplificationID"], fragments.1, &mut samples);
    let packed = include_bytes!("../published/ISAnalytics_test_population_iss.tsv.gz");
    let mut patient = Vec::new();
    flate2::read::GzDecoder::new(packed.as_slice()).read_to_end(&mut patient).unwrap();
    let named = ["SubjectID", "CellMarker", "Tissue", "TimePoint"];
    long("ISAnalytics_test_population_iss(seqCount_sum)", &patient, &named, "seqCount_sum", &mut samples);
    samples
}

fn close(place: &str, expected: &str, got: f64) {
    let expected: f64 = expected.parse().unwrap();
    assert!((expected - got).abs() <= 1e-9 * expected.abs().max(1.0), "{place}: expected {expected}, got {got}");
}

#[test]
fn a_hundred_and_ten_real_samples_agree_with_vegan() {
    let samples = every_sample();
    let mut reader = csv::Reader::from_reader(include_bytes!("../published/diversity_expected_vegan.csv").as_slice());
    let headings = reader.headers().unwrap().clone();
    let mut compared = 0;
    for row in reader.records().map(Result::unwrap) {
        let sizes = &samples[&(row[0].to_owned(), row[1].to_owned())];
        let found = metrics(sizes).unwrap();
        let values = [
            (2, f64::from(found.sites)),
            (3, found.total),
            (4, found.shannon),
            (5, found.simpson),
            (6, found.inverse_simpson),
            (8, found.chao1),
            (10, found.gini),
            (11, f64::from(found.uc50_ascending)),
            (12, found.top_share),
            (13, found.top10_share),
        ];
        for (index, value) in values {
            close(&format!("{} {} {}", &row[0], &row[1], &headings[index]), &row[index], value);
        }
        match found.pielou {
            Some(pielou) => close(&row[1], &row[7], pielou),
            None => assert_eq!(&row[2], "1", "{}: only one site has no evenness", &row[1]),
        }
        compared += 1;
    }
    assert_eq!(compared, 110);
}

#[test]
fn on_an_exact_tie_the_two_definitions_of_uc50_part() {
    let mut reader = csv::Reader::from_reader(include_bytes!("../published/uc50_edge_cases.csv").as_slice());
    let mut cases = 0;
    for row in reader.records().map(Result::unwrap) {
        let sizes: Vec<f64> = row[0].split(' ').map(|n| n.parse().unwrap()).collect();
        let found = metrics(&sizes).unwrap();
        assert_eq!((&*found.uc50_ascending.to_string(), &*found.uc50.to_string()), (&row[1], &row[2]), "{row:?}");
        cases += 1;
    }
    assert_eq!(cases, 6);
}

#[test]
fn nothing_has_no_metrics() {
    assert_eq!(metrics(&[]), None);
    assert_eq!(metrics(&[0.0, 0.0, -1.0, f64::NAN, f64::INFINITY]), None);
    assert_eq!(metrics(&[5.0]).unwrap().pielou, None);
}

/// Every formula as it is written, without runs or counting.
fn plainly(sizes: &[f64]) -> (f64, f64, f64, f64) {
    let mut sizes: Vec<f64> = sizes.iter().copied().filter(|size| *size > 0.0).collect();
    sizes.sort_by(|a, b| a.total_cmp(b));
    let (total, n) = (sizes.iter().sum::<f64>(), sizes.len() as f64);
    let shannon = sizes.iter().map(|size| -(size / total) * libm::log(size / total)).sum();
    let gini: f64 = sizes.iter().zip(1_u32..).map(|(size, rank)| f64::from(rank) * size).sum();
    let mut sum = 0.0;
    let reached = sizes.iter().filter(|size| {
        sum += **size;
        sum >= total / 2.0
    });
    let top10: f64 = sizes.iter().rev().take(10).sum();
    (shannon, 2.0 * gini / (n * total) - (n + 1.0) / n, reached.count() as f64, top10 / total)
}

proptest::proptest! {
    #[test]
    fn counting_equal_clones_together_changes_no_metric(
        sizes in proptest::collection::vec(
            proptest::prop_oneof![(0_u32..5).prop_map(f64::from), (0_u32..3000).prop_map(f64::from), (1_u32..4000).prop_map(|n| f64::from(n) / 8.0)],
            1..200,
        )
    ) {
        let Some(found) = metrics(&sizes) else { return Ok(()) };
        let (shannon, gini, uc50, top10) = plainly(&sizes);
        assert!((found.shannon - shannon).abs() < 1e-9 && (found.gini - gini).abs() < 1e-9);
        assert_eq!(f64::from(found.uc50_ascending), uc50);
        assert!((found.top10_share - top10).abs() < 1e-12);
        let mut reversed = sizes;
        reversed.reverse();
        assert_eq!(metrics(&reversed), Some(found), "the order of the sites changes nothing");
    }
}
