//! z-scores a second, over all ages and both sexes. Numbers: docs/performance.md.

use assess::growth::{Index, z};
use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use facts::Sex;

fn main() {
    divan::main();
}

#[divan::bench]
fn height_and_weight_for_age(bencher: Bencher<'_, '_>) {
    let days = 6_900;
    bencher.counter(ItemsCount::new(usize::try_from(days).unwrap_or(0) * 2)).bench_local(|| {
        for age in 0..days {
            let sex = if age % 2 == 0 { Sex::Female } else { Sex::Male };
            let _ = black_box(z(Index::HeightForAge, sex, age, black_box(50.0 + f64::from(age) / 60.0)));
            let _ = black_box(z(Index::WeightForAge, sex, age, black_box(3.3 + f64::from(age) / 300.0)));
        }
    });
}
