//! A laboratory's table of 1,000,000 rows: read into 100 samples, and the metrics of each. Numbers: docs/performance.md.
//!
//! The same table is left in the folder for temporary files, where `benches/peers/clones_table.py` reads it.
#![allow(clippy::disallowed_methods, reason = "the table is handed to another program")]

use std::fmt::Write as _;
use std::ops::ControlFlow;
use std::sync::LazyLock;

use divan::counter::{BytesCount, ItemsCount};
use divan::{Bencher, black_box};
use exchange::integration::{Layout, Mapping, Place, Repeats, Table, preview, propose_mapping, read};

const SAMPLES: u32 = 100;
const SITES: u32 = 10_000;

static TABLE: LazyLock<String> = LazyLock::new(generate);

fn main() {
    let path = std::env::temp_dir().join("perennial_clones_table.csv");
    std::fs::write(path, TABLE.as_bytes()).expect("the folder for temporary files is writable");
    divan::main();
}

/// Sites of a patient in five cell types at twenty time points: a long tail of single cells below few large clones.
fn generate() -> String {
    let cells = ["T", "B", "NK", "Granulocytes", "Monocytes"];
    let mut table =
        String::from("subject,sample,celltype,timepoint,chr,position,strand,nearestGene,estAbund,refGenome\n");
    let mut state = 1_u64;
    let mut random = |below: u32| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u32::try_from((state >> 33) % u64::from(below)).unwrap_or_default()
    };
    for sample in 0..SAMPLES {
        let (cell, month) = (cells[sample as usize % 5], 6 * (sample / 5 + 1));
        for site in 0..SITES {
            let (chromosome, strand) = (site % 22 + 1, if site % 2 == 0 { '+' } else { '-' });
            let position = 1_000_000 + site * 9_973 + random(9_000);
            let abundance = (3_000 / (random(SITES) + 1)).max(1);
            let gene = random(20_000);
            let _ = writeln!(
                table,
                "P1,GTSP{sample:04},{cell},m{month},chr{chromosome},{position},{strand},GENE{gene},{abundance},hg38"
            );
        }
    }
    table
}

fn read_all(mapping: &Mapping) -> Table {
    let go_on = &mut |_| ControlFlow::Continue(());
    read(TABLE.as_bytes(), mapping, go_on).expect("the table has no fault")
}

fn mapping() -> Mapping {
    propose_mapping(&preview(TABLE.as_bytes()).expect("the table has rows"))
}

#[divan::bench(sample_count = 20)]
fn a_million_rows_read(bencher: Bencher<'_, '_>) {
    let mapping = mapping();
    let rows = ItemsCount::new(SAMPLES * SITES);
    bencher.counter(rows).counter(BytesCount::of_str(&*TABLE)).bench_local(|| black_box(read_all(&mapping)));
}

/// What reading costs without one of its parts: the difference is the part's share.
#[divan::bench(sample_count = 20, args = ["genes", "sites", "samples", "genomes", "all but the abundance"])]
fn a_million_rows_read_without(bencher: Bencher<'_, '_>, part: &str) {
    let mut mapping = mapping();
    let all = part == "all but the abundance";
    if all || part == "genes" {
        mapping.gene = None;
    }
    if all || part == "sites" {
        mapping.place = Place::Unplaced;
    }
    if all || part == "genomes" {
        mapping.build_column = None;
    }
    if (all || part == "samples")
        && let Layout::Long { sample, cell_type, time_point, .. } = &mut mapping.layout
    {
        // One sample of a million sites would find sites twice; they are summed, as replicates are.
        mapping.repeats = Repeats::Sum;
        (*sample, *cell_type, *time_point) = (Vec::new(), None, None);
    }
    bencher.counter(ItemsCount::new(SAMPLES * SITES)).bench_local(|| black_box(read_all(&mapping)));
}

#[divan::bench(sample_count = 20)]
fn a_million_rows_read_and_measured(bencher: Bencher<'_, '_>) {
    let mapping = mapping();
    bencher.counter(ItemsCount::new(SAMPLES * SITES)).bench_local(|| {
        let table = read_all(&mapping);
        table.samples.iter().map(|sample| black_box(sample.metrics())).collect::<Vec<_>>()
    });
}

#[divan::bench(sample_count = 20)]
fn a_hundred_samples_measured(bencher: Bencher<'_, '_>) {
    let table = read_all(&mapping());
    let measure = || table.samples.iter().map(|sample| black_box(sample.metrics())).collect::<Vec<_>>();
    bencher.counter(ItemsCount::new(SAMPLES * SITES)).bench_local(measure);
}
