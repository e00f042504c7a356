//! z-scores a second, over all ages and both sexes. Numbers: docs/performance.md; a peer: peers/growth_rcpch.py.

use assess::growth::{Child, How, Index, Reference, reference, who};
use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use facts::Sex;

fn main() {
    divan::main();
}

const DAYS: i32 = 6_900;
/// First age that CDC's charts of standing children know.
const CDC_FROM: i32 = 761;

/// Heights at every age, weights through the last day of the reference: only what has a score is counted.
fn height_and_weight(bencher: Bencher<'_, '_>, reference: &Reference, from: i32, weights_through: i32) {
    let scores = usize::try_from(DAYS - from + weights_through + 1 - from).unwrap_or(0);
    bencher.counter(ItemsCount::new(scores)).bench_local(|| {
        for age_days in from..DAYS {
            let sex = if age_days % 2 == 0 { Sex::Female } else { Sex::Male };
            let child = Child { sex, age_days, how: How::Standing };
            let _ = black_box(reference.z(Index::HeightForAge, child, black_box(50.0 + f64::from(age_days) / 60.0)));
            if age_days <= weights_through {
                let kg = 3.3 + f64::from(age_days) / 300.0;
                let _ = black_box(reference.z(Index::WeightForAge, child, black_box(kg)));
            }
        }
    });
}

#[divan::bench]
fn height_and_weight_for_age(bencher: Bencher<'_, '_>) {
    // WHO weighs until 120 months.
    height_and_weight(bencher, who(), 0, 3_652);
}

#[divan::bench]
fn height_and_weight_for_age_cdc(bencher: Bencher<'_, '_>) {
    height_and_weight(bencher, reference("cdc-2000").unwrap_or(who()), CDC_FROM, DAYS - 1);
}

/// The extended formula: the heaviest of all.
#[divan::bench]
fn bmi_above_p95_cdc(bencher: Bencher<'_, '_>) {
    let cdc = reference("cdc-2000").unwrap_or(who());
    bencher.counter(ItemsCount::new(usize::try_from(DAYS - CDC_FROM).unwrap_or(0))).bench_local(|| {
        for age_days in CDC_FROM..DAYS {
            let child = Child { sex: Sex::Female, age_days, how: How::Standing };
            let _ = black_box(cdc.z(Index::BmiForAge, child, black_box(36.0)));
        }
    });
}
