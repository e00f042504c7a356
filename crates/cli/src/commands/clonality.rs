//! Clonality metrics of a table of integration sites.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result};
use assess::integration::metrics;
use words::{Args, Words};

#[derive(clap::Args)]
pub struct Clonality {
    /// CSV or TSV with one site a row and a column of abundances (cells or reads).
    file: PathBuf,
    #[arg(long)]
    json: bool,
}

pub fn run(asked: &Clonality, words: &Words) -> Result<ExitCode> {
    let bytes = std::fs::read(&asked.file).with_context(|| asked.file.display().to_string())?;
    let table = match exchange::clones_csv::read(&bytes) {
        Ok(table) => table,
        Err(faults) => {
            for fault in faults {
                let args: Args = fault.args.into_iter().map(|(name, value)| (name, value.into())).collect();
                let said = words.say(&format!("clones-{}", fault.code), &args);
                eprintln!("{}:{}: {}: {said}", asked.file.display(), fault.line, fault.column);
            }
            return Ok(ExitCode::FAILURE);
        }
    };
    let abundances: Vec<f64> = table.rows.iter().map(|row| row.abundance).collect();
    let Some(found) = metrics(&abundances) else {
        eprintln!("{}", words.say("cli-clonality-none", &Args::new()));
        return Ok(ExitCode::FAILURE);
    };
    if asked.json {
        let json = serde_json::json!({
            "measure": table.measure, "sites": found.sites, "total": found.total, "shannon": found.shannon,
            "pielou": found.pielou, "simpson": found.simpson, "gini": found.gini, "uc50": found.uc50,
            "chao1": found.chao1, "topShare": found.top_share, "top10Share": found.top10_share,
        });
        println!("{json}");
        return Ok(ExitCode::SUCCESS);
    }
    let lines = [
        ("sites", found.sites.to_string()),
        ("total", format!("{} ({})", found.total, table.measure)),
        ("shannon", format!("{:.6}", found.shannon)),
        ("pielou", found.pielou.map_or_else(|| "–".to_owned(), |value| format!("{value:.6}"))),
        ("simpson", format!("{:.6}", found.simpson)),
        ("gini", format!("{:.6}", found.gini)),
        ("uc50", found.uc50.to_string()),
        ("chao1", format!("{:.2}", found.chao1)),
        ("top-share", format!("{:.2}", found.top_share * 100.0)),
    ];
    for (name, value) in lines {
        println!("{}\t{value}", words.say(&format!("metric-{name}"), &Args::new()));
    }
    Ok(ExitCode::SUCCESS)
}
