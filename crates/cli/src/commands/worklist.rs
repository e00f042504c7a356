//! The worklist of a store, most urgent first.

use std::process::ExitCode;

use anyhow::Result;
use clinic::wire::today::TodayAsked;

use super::{Refused, read};
use crate::Reading;

#[derive(clap::Args)]
pub struct Worklist {
    #[command(flatten)]
    reading: Reading,
    /// Lines to show.
    #[arg(long, default_value_t = 40)]
    limit: u32,
    #[arg(long)]
    json: bool,
}

pub fn run(asked: &Worklist, language: &str) -> Result<ExitCode> {
    let (clinic, now) = read(&asked.reading, language)?;
    let page = clinic.worklist(&TodayAsked { limit: asked.limit, ..TodayAsked::default() }, &now).map_err(Refused)?;
    if asked.json {
        println!("{}", serde_json::to_string_pretty(&page)?);
        return Ok(ExitCode::SUCCESS);
    }
    let words = clinic.words();
    let mut args = words::Args::default();
    for (name, count) in [
        ("enrolled", page.tally.enrolled),
        ("up-to-date", page.tally.up_to_date),
        ("due", page.tally.due),
        ("overdue", page.tally.overdue),
        ("not-judged", page.tally.not_judged),
        ("lost", page.tally.lost),
        ("withdrawn", page.tally.withdrawn),
        ("transferred", page.tally.transferred),
        ("deceased", page.tally.deceased),
        ("completed", page.tally.completed),
    ] {
        args.insert(name.to_owned(), words::Value::Number(count.to_string()));
    }
    println!("{}\n", words.say("cli-accounted", &args));
    for row in &page.rows {
        let standing = if row.clock_text.is_empty() { &row.standing_text } else { &row.clock_text };
        println!("{}  {}  {standing}", row.code, row.what);
        println!("    {}", row.because);
    }
    Ok(ExitCode::SUCCESS)
}
