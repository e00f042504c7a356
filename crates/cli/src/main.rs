//! `perennial-cli`: the same use cases for a terminal. Translates arguments and prints; decides nothing.
//!
//! A passphrase comes from a prompt, a file or a file descriptor, never from an argument, where any other
//! user of the machine could read it.

#![allow(clippy::disallowed_methods, reason = "a command line reads files, the clock and the environment")]

mod commands;
mod passphrase;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use commands::{
    clonality, cohort, export, forecast, growth, print, protocol, ranges, schedule, signals, transfer, verify, worklist,
};

#[derive(Parser)]
#[command(name = "perennial-cli", version, about = "Long-term follow-up after gene therapy, from a terminal")]
struct Arguments {
    /// Language of the answers: en, zh-Hans or ja. The system's by default.
    #[arg(long, global = true)]
    language: Option<String>,
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    /// Check a protocol file and say every fault with its line.
    #[command(subcommand)]
    Protocol(protocol::Verb),
    /// Every visit that a protocol asks for, with the explanation of each date.
    Schedule(schedule::Schedule),
    /// Growth z-scores by the WHO references.
    Growth(growth::Growth),
    /// Clonality of a table of integration sites (CSV or TSV).
    Clonality(clonality::Clonality),
    /// What must be done today, from a store.
    Worklist(worklist::Worklist),
    /// What may be a safety signal, and why.
    #[command(subcommand)]
    Signals(signals::Verb),
    /// The cohort against its stopping rules and the background rates; advisory.
    Cohort(cohort::Cohort),
    /// What laboratories call normal: reference ranges with the days they are in force.
    #[command(subcommand)]
    Ranges(ranges::Verb),
    /// Visits, hours and cost month by month for the next fifteen years.
    Forecast(forecast::Forecast),
    /// A family's schedule as a PDF, or as calendar entries.
    Print(print::Print),
    /// Hand a subject over to another site, or take one over from it.
    #[command(subcommand)]
    Transfer(transfer::Verb),
    /// Walk the ledger's chain and check the file.
    Verify(verify::Verify),
    /// The ledger as JSON lines.
    Export(export::Export),
}

/// Where a store is, who opens it, and where the passphrase comes from.
#[derive(clap::Args)]
pub struct Opening {
    /// The store file.
    #[arg(long)]
    store: PathBuf,
    /// Login of the person.
    #[arg(long)]
    login: String,
    /// File whose first line is the passphrase.
    #[arg(long, conflicts_with = "passphrase_fd")]
    passphrase_file: Option<PathBuf>,
    /// Open file descriptor to read the passphrase from.
    #[arg(long)]
    passphrase_fd: Option<u32>,
}

/// A store to be read: as it is, or as it was known on a past day.
#[derive(clap::Args)]
pub struct Reading {
    #[command(flatten)]
    opening: Opening,
    /// Everything as it was known at the end of this past day.
    #[arg(long, value_name = "YYYY-MM-DD")]
    as_of: Option<facts::CivilDate>,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let told = arguments.language.or_else(|| std::env::var("LC_ALL").ok()).or_else(|| std::env::var("LANG").ok());
    let language = clinic::known_language(&told.unwrap_or_default());
    let words = words::Words::of(&language);
    let outcome = match arguments.verb {
        Verb::Protocol(verb) => protocol::run(&verb, &words),
        Verb::Schedule(schedule) => schedule::run(&schedule, &words),
        Verb::Growth(growth) => growth::run(&growth, &words),
        Verb::Clonality(clonality) => clonality::run(&clonality, &words),
        Verb::Worklist(worklist) => worklist::run(&worklist, &language),
        Verb::Signals(verb) => signals::run(&verb, &language),
        Verb::Cohort(cohort) => cohort::run(&cohort, &language),
        Verb::Ranges(verb) => ranges::run(&verb, &language),
        Verb::Forecast(forecast) => forecast::run(&forecast, &language),
        Verb::Print(print) => print::run(&print, &language),
        Verb::Transfer(verb) => transfer::run(&verb, &language),
        Verb::Verify(verify) => verify::run(&verify, &language),
        Verb::Export(export) => export::run(&export, &language),
    };
    match outcome {
        Ok(code) => code,
        Err(error) => {
            match error.downcast_ref::<commands::Refused>() {
                Some(refused) => eprintln!("{}", refused.0.say(&words)),
                None => eprintln!("{error:#}"),
            }
            ExitCode::FAILURE
        }
    }
}
