//! One family sheet of a 15-year schedule, in each language.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

mod sheet;

use documents::{Paper, family_schedule};
use words::Words;

fn main() {
    // The first page reads the fonts; a clinic prints many from one run of the program.
    let _ = family_schedule(&sheet::sheet(), &Words::of("ja"), Paper::A4);
    divan::main();
}

#[divan::bench(args = ["en", "zh-Hans", "ja"])]
fn family_pdf(language: &str) -> usize {
    family_schedule(&sheet::sheet(), &Words::of(language), Paper::A4).expect("a page").len()
}
