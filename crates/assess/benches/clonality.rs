//! The metrics of one sample of 100,000 clones. Numbers: docs/performance.md.

use assess::integration::metrics;
use divan::counter::ItemsCount;
use divan::{Bencher, black_box};

fn main() {
    divan::main();
}

#[divan::bench]
fn a_hundred_thousand_clones(bencher: Bencher<'_, '_>) {
    // A long tail of single cells below few large clones, as in blood.
    let abundances: Vec<f64> = (1..=100_000_u32).map(|rank| f64::from((40_000 / rank).max(1))).collect();
    bencher.counter(ItemsCount::new(abundances.len())).bench_local(|| black_box(metrics(black_box(&abundances))));
}
