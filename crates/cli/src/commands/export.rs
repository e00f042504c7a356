//! The ledger as JSON lines, to a file or to the standard output.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result};
use clinic::Identities;

use super::{Refused, open};
use crate::Opening;

#[derive(clap::Args)]
pub struct Export {
    #[command(flatten)]
    opening: Opening,
    /// File to write; the standard output when left out.
    #[arg(long)]
    out: Option<PathBuf>,
    /// Names and telephones as well.
    #[arg(long)]
    with_identities: bool,
}

pub fn run(asked: &Export, language: &str) -> Result<ExitCode> {
    let clinic = open(&asked.opening, language)?;
    let identities = if asked.with_identities { Identities::Opened } else { Identities::LeftOut };
    let mut out: Box<dyn Write> = match &asked.out {
        Some(path) => Box::new(std::io::BufWriter::new(
            std::fs::OpenOptions::new()
                .write(true)
                .create_new(true)
                .open(path)
                .with_context(|| path.display().to_string())?,
        )),
        None => Box::new(std::io::stdout().lock()),
    };
    clinic.export_json_lines(&mut out, identities).map_err(Refused)?;
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}
