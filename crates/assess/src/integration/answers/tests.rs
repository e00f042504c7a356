//! One clone inside LMO2 through a few samples: at the limit, above it, below the floor, rising.

use super::super::{Build, Counted, Site, Taken, track};
use super::*;

fn limits(watch: &GeneList) -> Limits<'_> {
    let growing = Growing { points: 3, fold: 2.0, share: 0.0 };
    Limits { share: 0.2, min_cells: 50.0, growing, watch, distance_bp: 50_000 }
}

/// One clone inside LMO2 with these cells among 100, 12 months apart; the rest far from every gene of the list.
fn story(cells: &[f64], of: f64, measure: Measure) -> Tracks {
    let site = |name: &str| Site::named(name).unwrap();
    let sample = |held: &f64| {
        vec![
            Counted { site: site("chr11:33870000:+"), abundance: *held },
            Counted { site: site("chr5:1000000:-"), abundance: (of - held) / 2.0 },
            Counted { site: site("chr5:90000000:-"), abundance: (of - held) / 2.0 },
        ]
    };
    let samples: Vec<Vec<Counted>> = cells.iter().map(sample).collect();
    let taken: Vec<Taken<'_>> = (0..)
        .zip(&samples)
        .map(|(year, sites)| Taken {
            name: "",
            cell_type: "T",
            time: year * 12,
            build: Build::Hg38,
            measure,
            sites,
            unplaced: 0.0,
        })
        .collect();
    track(&taken, 3).unwrap().unwrap()
}

fn about(tracks: &Tracks, list: &[Grown]) -> Vec<String> {
    let of = |grown: &Grown| tracks.clones[grown.clone].site.to_string();
    list.iter().map(of).filter(|site| site.starts_with("chr11")).collect()
}

#[test]
fn a_clone_at_the_limit_is_not_above_it() {
    let watch = GeneList::of(["LMO2"]);
    let at = story(&[20.0], 100.0, Measure::SonicAbundance);
    assert_eq!(about(&at, &answers(&at, &limits(&watch)).above), [""; 0]);
    let above = story(&[21.0], 100.0, Measure::SonicAbundance);
    let found = answers(&above, &limits(&watch));
    assert_eq!(about(&above, &found.above), ["chr11:33870000:+"]);
    let shares: Vec<f64> = found.above.iter().map(|grown| grown.points[0].share).collect();
    assert!(shares.windows(2).all(|pair| pair[0] >= pair[1]), "the largest first");
}

#[test]
fn below_the_floor_nothing_is_said_about_shares_and_the_gene_is_still_named() {
    let watch = GeneList::of(["LMO2", "LM02"]);
    let tracks = story(&[5.0, 10.0, 40.0], 49.0, Measure::SonicAbundance);
    let found = answers(&tracks, &limits(&watch));
    assert!(found.above.is_empty() && found.rising.is_empty());
    assert_eq!(
        found.silent.iter().map(|silent| (silent.time, silent.cells)).collect::<Vec<_>>(),
        [(0, 49.0), (12, 49.0), (24, 49.0)]
    );
    assert_eq!((found.near.len(), found.near[0].gene.symbol, found.near[0].distance_bp), (1, "LMO2", 0));
    assert_eq!(found.unknown_genes, ["LM02"], "a slip in the protocol's list is told, not passed over");
    let reads = story(&[5.0, 10.0, 40.0], 49.0, Measure::Reads);
    let found = answers(&reads, &limits(&watch));
    assert_eq!((about(&reads, &found.above).len(), found.silent.len()), (1, 0), "reads are no cells and have no floor");
}

#[test]
fn growth_is_told_with_the_points_it_rests_on() {
    let watch = GeneList::of([]);
    let times = |cells: &[f64]| {
        let tracks = story(cells, 100.0, Measure::SonicAbundance);
        let found = answers(&tracks, &limits(&watch));
        assert!(found.near.is_empty());
        let ours = found.rising.iter().filter(|grown| tracks.clones[grown.clone].site.to_string().starts_with("chr11"));
        ours.map(|grown| grown.points.iter().map(|point| point.time).collect()).collect::<Vec<Vec<i32>>>()
    };
    assert_eq!(times(&[1.0, 2.0, 3.0, 6.0]), [[12, 24, 36]]);
    assert_eq!(times(&[6.0, 3.0, 2.0, 4.0]), [[24, 36]], "doubled at once");
    assert_eq!(times(&[6.0, 3.0, 5.0, 5.5]), [[0; 0]; 0], "three in a row, and not doubled on the way");
    assert_eq!(times(&[0.0, 9.0]), [[0; 0]; 0], "new is not grown");
}
