//! The work ahead of a store, month by month.

use std::process::ExitCode;

use anyhow::Result;

use super::{Refused, now, open};
use crate::Opening;

#[derive(clap::Args)]
pub struct Forecast {
    #[command(flatten)]
    opening: Opening,
    /// Months to show; all 180 in a table or as JSON.
    #[arg(long, default_value_t = 24)]
    months: usize,
    /// The whole as a table (CSV).
    #[arg(long, conflicts_with = "json")]
    csv: bool,
    #[arg(long)]
    json: bool,
}

pub fn run(asked: &Forecast, language: &str) -> Result<ExitCode> {
    let clinic = open(&asked.opening, language)?;
    let page = clinic.forecast(&now()).map_err(Refused)?;
    if asked.json {
        println!("{}", serde_json::to_string_pretty(&page)?);
        return Ok(ExitCode::SUCCESS);
    }
    if asked.csv {
        print!("{}", clinic::forecast_table(&page));
        return Ok(ExitCode::SUCCESS);
    }
    let words = clinic.words();
    for month in page.months.iter().take(asked.months) {
        let hours = (month.visit_minutes + 30) / 60;
        let mut args = words::Args::default();
        for (name, count) in [("visits", month.visits), ("tests", month.tests), ("late", month.late), ("hours", hours)]
        {
            args.insert(name.to_owned(), words::Value::Number(count.to_string()));
        }
        let month_on = month.month_on.to_string();
        args.insert("month".to_owned(), words.date_partial(&month_on[..7]).into());
        let cost: Vec<String> = month.cost.iter().map(|cost| format!("{} {}", cost.amount, cost.currency)).collect();
        println!("{}  {}", words.say("cli-forecast-line", &args), cost.join(", "));
    }
    Ok(ExitCode::SUCCESS)
}
