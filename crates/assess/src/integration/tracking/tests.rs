//! Against the shared and lasting sites of a real patient, counted independently, and against promises.

use std::collections::{BTreeMap, BTreeSet};

use super::*;

/// The twenty samples of a real patient: name, cell type, month, sites with their reads.
fn patient() -> Vec<(String, String, i32, Vec<Counted>)> {
    let mut lines = include_str!("../published/WAS5_reads.txt").lines();
    let mut samples: Vec<(String, String, i32, Vec<Counted>)> = Vec::new();
    for name in lines.next().unwrap().split('\t') {
        let (month, cell_type) = name.split_once('_').unwrap();
        samples.push((name.to_owned(), cell_type.to_owned(), month[1..].parse().unwrap(), Vec::new()));
    }
    for line in lines {
        let mut cells = line.split('\t');
        let site = Site::named(cells.next().unwrap()).unwrap();
        for (sample, cell) in samples.iter_mut().zip(cells) {
            sample.3.push(Counted { site: site.clone(), abundance: cell.parse().unwrap() });
        }
    }
    samples
}

type Sample = (String, String, i32, Vec<Counted>);

fn taken(samples: &[Sample]) -> Vec<Taken<'_>> {
    fn of((name, cell_type, time, sites): &Sample) -> Taken<'_> {
        Taken { name, cell_type, time: *time, build: Build::Hg38, measure: Measure::Reads, sites, unplaced: 0.0 }
    }
    samples.iter().map(of).collect()
}

fn counted(sites: &[(&str, f64)]) -> Vec<Counted> {
    sites.iter().map(|(name, abundance)| Counted { site: Site::named(name).unwrap(), abundance: *abundance }).collect()
}

fn follow(samples: &[Vec<Counted>], tolerance_bp: u32) -> Tracks {
    let taken = |(time, sites)| Taken {
        name: "",
        cell_type: "T",
        time,
        build: Build::Hg38,
        measure: Measure::SonicAbundance,
        sites,
        unplaced: 0.0,
    };
    let samples: Vec<Taken<'_>> = (0..).zip(samples.iter().map(Vec::as_slice)).map(taken).collect();
    track(&samples, tolerance_bp).unwrap().unwrap()
}

#[test]
fn every_pair_of_a_real_patients_samples_shares_what_was_counted_independently() {
    let samples = patient();
    let tracks = track(&taken(&samples), 0).unwrap().unwrap();
    assert_eq!(tracks.clones.len(), 7523);
    let name = |at: usize| tracks.samples[at].name.as_str();
    let shared: BTreeMap<BTreeSet<&str>, u32> =
        tracks.shared().iter().map(|pair| ([name(pair.pair.0), name(pair.pair.1)].into(), pair.clones)).collect();
    let sites: BTreeMap<&str, u32> = tracks.samples.iter().map(|one| (one.name.as_str(), one.clones)).collect();
    let mut reader = csv::Reader::from_reader(include_bytes!("../published/WAS5_shared_sites_expected.csv").as_slice());
    let mut compared = 0;
    for row in reader.records().map(Result::unwrap) {
        let told = (sites[&row[0]], sites[&row[1]], shared[&[&row[0], &row[1]].into()]);
        let expected = (row[2].parse().unwrap(), row[3].parse().unwrap(), row[4].parse().unwrap());
        assert_eq!(told, expected, "{row:?}");
        compared += 1;
    }
    assert_eq!((compared, shared.len()), (190, 190));
}

#[test]
fn clones_that_last_through_all_four_time_points_are_those_of_the_publication() {
    let samples = patient();
    let tracks = track(&taken(&samples), 0).unwrap().unwrap();
    let lasting = ["TCELLS", "BCELLS", "NKCELLS", "GRANULOCYTES", "MONOCYTES"].map(|of| tracks.persistent(of).count());
    assert_eq!(lasting, [106, 59, 43, 47, 18]);
}

#[test]
fn what_each_cell_type_held_is_told_for_every_time_point_also_when_the_clone_was_not_seen() {
    let samples = patient();
    let tracks = track(&taken(&samples), 0).unwrap().unwrap();
    let clone = tracks.clones.iter().find(|clone| clone.site.to_string() == "chr1:11200060:-").unwrap();
    // The row of the table: 14 of the 1,800,038 reads of T cells at month 13, and 76 of B cells at month 55.
    let t = tracks.series(clone, "TCELLS");
    assert_eq!(t.iter().map(|point| point.time).collect::<Vec<_>>(), [13, 36, 43, 55]);
    assert!((t[0].share - 14.0 / 1_800_038.0).abs() < 1e-15);
    assert!(t[1..].iter().all(|point| point.share == 0.0));
    let first = &tracks.samples[clone.first_seen().unwrap()];
    assert_eq!((first.name.as_str(), first.time), ("m13_TCELLS", 13));
    let last = &tracks.samples[clone.last_seen().unwrap()];
    let lineages: Vec<&str> = tracks.lineages(clone).into_iter().collect();
    assert_eq!((last.name.as_str(), lineages.as_slice()), ("m55_BCELLS", ["BCELLS", "TCELLS"].as_slice()));
}

#[test]
fn the_order_in_which_samples_are_given_changes_nothing() {
    let samples = patient();
    let forward = track(&taken(&samples), 6).unwrap().unwrap();
    let mut turned = taken(&samples);
    turned.reverse();
    let backward = track(&turned, 6).unwrap().unwrap();
    let told = |tracks: &Tracks| {
        let of = |clone: &Track| {
            let seen =
                clone.seen.iter().map(|seen| (tracks.samples[seen.sample].name.clone(), seen.abundance.to_bits()));
            (clone.site.clone(), seen.collect::<BTreeMap<_, _>>())
        };
        tracks.clones.iter().map(of).collect::<Vec<_>>()
    };
    assert_eq!(told(&forward), told(&backward));
    // The publication had joined what lay within 5 bases; no two of its sites are nearer than 6.
    assert_eq!(track(&taken(&samples), 5).unwrap().unwrap().clones.len(), 7523);
    assert!(forward.clones.len() < 7523);
}

#[test]
fn positions_within_the_tolerance_are_one_clone_and_no_chain_grows_past_it() {
    let chain: Vec<Counted> = counted(&[("chr1+100", 5.0), ("chr1+103", 9.0), ("chr1+106", 4.0), ("chr1+109", 3.0)]);
    let tracks = follow(std::slice::from_ref(&chain), 3);
    let told: Vec<(String, f64)> =
        tracks.clones.iter().map(|one| (one.site.to_string(), one.seen[0].abundance)).collect();
    assert_eq!(told, [("chr1:103:+".to_owned(), 18.0), ("chr1:109:+".to_owned(), 3.0)]);
    assert_eq!(tracks.clones[0].seen[0].row, 1, "the most abundant row");
    assert_eq!(follow(std::slice::from_ref(&chain), 2).clones.len(), 4);
    let strands = counted(&[("chr1+100", 1.0), ("chr1-100", 1.0), ("chr2+100", 1.0)]);
    assert_eq!(follow(&[strands], 50).clones.len(), 3, "another strand or chromosome is another clone");
}

#[test]
fn genomes_and_measures_are_never_mixed() {
    let sites = counted(&[("chr1+100", 1.0)]);
    let of = |build, measure| Taken { name: "", cell_type: "", time: 0, build, measure, sites: &sites, unplaced: 0.0 };
    let old = of(Build::Hg19, Measure::Reads);
    let told = track(&[old, of(Build::Hg38, Measure::Reads)], 3).unwrap_err();
    assert_eq!(told, NotComparable::Builds { at: 1, first: Build::Hg19, other: Build::Hg38 });
    assert_eq!(told.code(), "builds-differ");
    let told = track(&[old, old, of(Build::Hg19, Measure::Fragments)], 3).unwrap_err();
    assert_eq!(told, NotComparable::Measures { at: 2, first: Measure::Reads, other: Measure::Fragments });
    assert_eq!(track(&[], 3), Ok(None));
}

#[test]
fn replicates_of_a_time_point_count_together() {
    let sites = [counted(&[("chr1+1", 1.0), ("chr1+9000", 9.0)]), counted(&[("chr1+1", 3.0), ("chr1+9000", 7.0)])];
    let of = |time, sites: &'static [Counted]| Taken {
        name: "",
        cell_type: "",
        time,
        build: Build::Hg19,
        measure: Measure::Fragments,
        sites,
        unplaced: 0.0,
    };
    let [a, b] = sites.map(|sites| &*sites.leak());
    let tracks = track(&[of(24, a), of(12, a), of(12, b)], 0).unwrap().unwrap();
    let series = tracks.series(&tracks.clones[0], "");
    let told: Vec<(i32, f64, f64)> = series.iter().map(|point| (point.time, point.share, point.total)).collect();
    assert_eq!(told, [(12, 0.2, 20.0), (24, 0.1, 10.0)]);
}

#[test]
fn level_is_not_rising_and_one_point_is_no_series() {
    let of = |time, share| Point { time, share, total: 100.0 };
    assert!(rising(&[of(0, 0.0), of(6, 0.2)], 2));
    assert!(!rising(&[of(0, 0.2), of(6, 0.2)], 2), "level is not rising");
    assert!(!rising(&[of(0, 0.2)], 2) && !rising(&[of(0, 0.2)], 1) && !rising(&[], 0));
}

proptest::proptest! {
    #[test]
    fn no_abundance_is_lost_and_no_clone_spans_more_than_twice_the_tolerance(
        rows in proptest::collection::vec((1_u32..300, 1_u32..50, 0_usize..3), 1..80), tolerance in 0_u32..20,
    ) {
        let mut samples = vec![Vec::new(); 3];
        for (position, abundance, sample) in &rows {
            let site = Site::named(&format!("chr1+{position}")).unwrap();
            samples[*sample].push(Counted { site, abundance: f64::from(*abundance) });
        }
        let tracks = follow(&samples, tolerance);
        let sum: f64 = tracks.clones.iter().flat_map(|clone| &clone.seen).map(|seen| seen.abundance).sum();
        let given: f64 = rows.iter().map(|(_, abundance, _)| f64::from(*abundance)).sum();
        assert_eq!(sum, given);
        for clone in &tracks.clones {
            for seen in &clone.seen {
                let row = &samples[tracks.samples[seen.sample].given][seen.row];
                assert!(row.site.position.abs_diff(clone.site.position) <= tolerance);
            }
        }
        for pair in tracks.clones.windows(2) {
            assert!(pair[0].site < pair[1].site);
        }
    }
}
