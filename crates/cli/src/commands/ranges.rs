//! What laboratories call normal: kept from a table, and listed.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use clinic::wire::ranges::{RangeLine, RangesForm};

use super::{Refused, now, open};
use crate::Opening;

#[derive(clap::Subcommand)]
pub enum Verb {
    /// Keep a laboratory's table of reference ranges, or say every fault with its line.
    Keep(Keep),
    /// The tables in force.
    List(List),
}

#[derive(clap::Args)]
pub struct Keep {
    #[command(flatten)]
    opening: Opening,
    /// Why it supersedes the laboratory's earlier table.
    #[arg(long, default_value = "")]
    because: String,
    /// CSV: laboratory, analyte, sex, age_from, age_to, low, high, unit, valid_from, valid_to.
    file: PathBuf,
}

#[derive(clap::Args)]
pub struct List {
    #[command(flatten)]
    opening: Opening,
    #[arg(long)]
    json: bool,
}

pub fn run(verb: &Verb, language: &str) -> Result<ExitCode> {
    match verb {
        Verb::Keep(asked) => keep(asked, language),
        Verb::List(asked) => list(asked, language),
    }
}

fn keep(asked: &Keep, language: &str) -> Result<ExitCode> {
    let mut clinic = open(&asked.opening, language)?;
    let csv = clinic::text_of_file(&asked.file.display().to_string()).map_err(Refused)?;
    let form = RangesForm { csv, because: asked.because.clone() };
    let seen = clinic.keep_reference_ranges(&form, &now()).map_err(Refused)?;
    for problem in &seen.problems {
        eprintln!("{}:{}: {}: {}", asked.file.display(), problem.line, problem.column, problem.text);
    }
    if !seen.kept {
        return Ok(ExitCode::FAILURE);
    }
    println!("{}", seen.laboratory);
    seen.rows.iter().for_each(print);
    Ok(ExitCode::SUCCESS)
}

fn list(asked: &List, language: &str) -> Result<ExitCode> {
    let clinic = open(&asked.opening, language)?;
    let kept = clinic.reference_ranges().map_err(Refused)?;
    if asked.json {
        println!("{}", serde_json::to_string_pretty(&kept)?);
        return Ok(ExitCode::SUCCESS);
    }
    for table in kept {
        println!("{}  {}  {}", table.laboratory, table.recorded_at, table.author);
        table.rows.iter().for_each(print);
    }
    Ok(ExitCode::SUCCESS)
}

fn print(row: &RangeLine) {
    println!("  {}  {}  {}  {}", row.label, row.whom, row.limits, row.days);
}
