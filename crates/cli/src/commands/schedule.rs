//! The schedule of a protocol for one dosing date, without any store.

use std::process::ExitCode;

use anyhow::Result;
use words::Words;

#[derive(clap::Args)]
pub struct Schedule {
    /// A protocol file, or the path of a preset such as `fda/lentiviral-hsc-15y`.
    #[arg(long)]
    protocol: String,
    #[arg(long)]
    dosed: facts::CivilDate,
    #[arg(long)]
    born: facts::CivilDate,
    /// Day on which standings are judged; the computer's day when left out.
    #[arg(long)]
    today: Option<facts::CivilDate>,
    #[arg(long)]
    json: bool,
}

pub fn run(asked: &Schedule, words: &Words, language: &str) -> Result<ExitCode> {
    let _ = (asked, words, language);
    Ok(ExitCode::SUCCESS)
}
