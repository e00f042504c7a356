//! Is the store whole? Exit code 0 only when it is.

use std::process::ExitCode;

use anyhow::Result;

use super::{Refused, open};
use crate::Opening;

#[derive(clap::Args)]
pub struct Verify {
    #[command(flatten)]
    opening: Opening,
    /// Also every page of the file.
    #[arg(long)]
    deep: bool,
}

pub fn run(asked: &Verify, language: &str) -> Result<ExitCode> {
    let clinic = open(&asked.opening, language)?;
    let verdict = clinic.verify(asked.deep).map_err(Refused)?;
    println!("{}", verdict.text);
    for detail in &verdict.details {
        println!("  {detail}");
    }
    Ok(if verdict.ok { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
