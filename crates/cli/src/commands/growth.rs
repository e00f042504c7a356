//! Growth z-scores for one child on one day.

use std::process::ExitCode;

use anyhow::{Result, bail};
use rust_decimal::Decimal;
use words::Words;

#[derive(clap::Args)]
pub struct Growth {
    /// f or m.
    #[arg(long)]
    sex: String,
    #[arg(long)]
    age_days: i32,
    /// Kilograms.
    #[arg(long)]
    weight: Option<Decimal>,
    /// Centimetres.
    #[arg(long)]
    height: Option<Decimal>,
    /// Head circumference, centimetres.
    #[arg(long)]
    head: Option<Decimal>,
    /// Measured standing; lying is assumed under two years.
    #[arg(long)]
    standing: bool,
    #[arg(long)]
    json: bool,
}

pub fn run(asked: &Growth, words: &Words) -> Result<ExitCode> {
    let _ = (asked, words);
    bail!("not yet")
}
