//! Clonality metrics of a table of integration sites.

use std::ops::ControlFlow;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result};
use assess::integration::{Measure, Metrics};
use exchange::integration::{Problems, Table, Unread, preview, propose_mapping, read};
use words::{Args, Words};

#[derive(clap::Args)]
pub struct Clonality {
    /// CSV, TSV or XLSX with one site a row and a column of abundances, or one sample a column.
    file: PathBuf,
    #[arg(long)]
    json: bool,
}

pub fn run(asked: &Clonality, words: &Words) -> Result<ExitCode> {
    let bytes = std::fs::read(&asked.file).with_context(|| asked.file.display().to_string())?;
    let table = match table(&bytes) {
        Ok(table) => table,
        Err(problems) => {
            tell(asked, words, problems);
            return Ok(ExitCode::FAILURE);
        }
    };
    let measured: Vec<(&str, Metrics)> =
        table.samples.iter().filter_map(|sample| Some((sample.name.as_str(), sample.metrics()?))).collect();
    if measured.is_empty() {
        eprintln!("{}", words.say("cli-clonality-none", &Args::new()));
        return Ok(ExitCode::FAILURE);
    }
    // The heading where the table has one: a person who reads `cells` or `reads` knows what was counted.
    let measure = match table.counted_in.as_str() {
        "" => table.measure.map_or("–", Measure::code),
        heading => heading,
    };
    for (sample, metrics) in &measured {
        if asked.json {
            println!("{}", json(sample, measure, metrics));
        } else {
            print(sample, measure, metrics, words);
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn table(bytes: &[u8]) -> Result<Table, Problems> {
    let mapping = propose_mapping(&preview(bytes)?);
    read(bytes, &mapping, &mut |_| ControlFlow::Continue(())).map_err(|unread| match unread {
        Unread::Problems(problems) => problems,
        Unread::Stopped => Problems::default(),
    })
}

fn tell(asked: &Clonality, words: &Words, problems: Problems) {
    for problem in problems.first {
        let args: Args = problem.args.into_iter().map(|(name, value)| (name, value.into())).collect();
        let said = words.say(&format!("clones-{}", problem.code), &args);
        eprintln!("{}:{}: {}: {said}", asked.file.display(), problem.line, problem.column);
    }
}

/// One line a sample.
fn json(sample: &str, measure: &str, found: &Metrics) -> serde_json::Value {
    serde_json::json!({
        "sample": sample, "measure": measure, "sites": found.sites, "total": found.total, "shannon": found.shannon,
        "pielou": found.pielou, "simpson": found.simpson, "inverseSimpson": found.inverse_simpson,
        "gini": found.gini, "uc50": found.uc50, "uc50Ascending": found.uc50_ascending, "chao1": found.chao1,
        "topShare": found.top_share, "top10Share": found.top10_share,
    })
}

fn print(sample: &str, measure: &str, found: &Metrics, words: &Words) {
    if !sample.is_empty() {
        println!("{sample}");
    }
    let lines = [
        ("sites", found.sites.to_string()),
        ("total", format!("{} ({measure})", found.total)),
        ("shannon", format!("{:.6}", found.shannon)),
        ("pielou", found.pielou.map_or_else(|| "–".to_owned(), |value| format!("{value:.6}"))),
        ("simpson", format!("{:.6}", found.simpson)),
        ("inverse-simpson", format!("{:.2}", found.inverse_simpson)),
        ("gini", format!("{:.6}", found.gini)),
        ("uc50", found.uc50.to_string()),
        ("uc50-ascending", found.uc50_ascending.to_string()),
        ("chao1", format!("{:.2}", found.chao1)),
        ("top-share", format!("{:.2}", found.top_share * 100.0)),
    ];
    for (name, value) in lines {
        println!("{}\t{value}", words.say(&format!("metric-{name}"), &Args::new()));
    }
}
