//! The cohort of a store: each stopping rule with its boundary, and malignancies against the background.

use std::process::ExitCode;

use anyhow::Result;
use clinic::wire::cohort::{CohortEvent, StoppingLine};
use words::{Args, Words};

use super::{Refused, read};
use crate::Reading;

#[derive(clap::Args)]
pub struct Cohort {
    #[command(flatten)]
    reading: Reading,
    #[arg(long)]
    json: bool,
}

pub fn run(asked: &Cohort, language: &str) -> Result<ExitCode> {
    let (mut clinic, now) = read(&asked.reading, language)?;
    let page = clinic.cohort(&now).map_err(Refused)?;
    if asked.json {
        println!("{}", serde_json::to_string_pretty(&page)?);
        return Ok(ExitCode::SUCCESS);
    }
    let words = clinic.words();
    for study in &page.studies {
        println!("{}  {}\n", study.title, study.protocol);
        if let Some(told) = &study.no_data_use {
            println!("  {}", told.sentence);
            told.people.iter().for_each(|person| println!("      {person}"));
        }
        if study.stopping.is_empty() {
            println!("  {}", words.say("cohort-no-rules", &Args::new()));
        }
        study.stopping.iter().for_each(|line| print(line, words));
        match &study.observed {
            Some(observed) => {
                println!("  {}", observed.sentence);
                events(&observed.events);
            }
            None => println!("  {}", words.say("cohort-no-rates", &Args::new())),
        }
        println!();
    }
    println!("{}", words.say("cohort-advisory", &Args::new()));
    Ok(ExitCode::SUCCESS)
}

fn print(line: &StoppingLine, words: &Words) {
    println!("  {}\n    {}\n    {}\n    {}", line.label, line.counts, line.standing, line.people);
    println!("    {}", line.boundary);
    events(&line.events);
    for row in &line.table {
        let fewest = row.events.map_or_else(|| words.say("cohort-none-yet", &Args::new()), |n| n.to_string());
        println!("    {:>4}-{:<4} {fewest}", row.from, row.to);
    }
    println!("    {} ({})", line.citation.text, line.citation.confidence);
}

fn events(all: &[CohortEvent]) {
    for event in all {
        println!("      {}  {}  {}", event.code, event.on, event.what);
    }
}
