//! The schedule of a protocol for one dosing date, without any store.

use std::process::ExitCode;

use anyhow::{Context, Result};
use followup::Anchors;
use words::{Args, Words};

use super::{Refused, now};

#[derive(clap::Args)]
pub struct Schedule {
    /// A protocol file, or the path of a preset such as `fda/lentiviral-hsc-15y`.
    #[arg(long)]
    protocol: String,
    /// Day of the dosing; give it again for each further one.
    #[arg(long, required = true)]
    dosed: Vec<facts::CivilDate>,
    #[arg(long)]
    born: facts::CivilDate,
    /// f or m, for tests that only one sex has.
    #[arg(long, default_value = "")]
    sex: super::SexAsked,
    /// Day on which standings are judged; the computer's day when left out.
    #[arg(long)]
    today: Option<facts::CivilDate>,
    #[arg(long)]
    json: bool,
}

pub fn run(asked: &Schedule, words: &Words) -> Result<ExitCode> {
    let presets = protocol::presets();
    let preset = presets.iter().find(|(path, _)| *path == asked.protocol);
    let text = match preset {
        Some((_, text)) => (*text).to_owned(),
        None => std::fs::read_to_string(&asked.protocol).with_context(|| asked.protocol.clone())?,
    };
    let (Some(protocol), _) = protocol::read(&text) else {
        super::protocol::tell(&asked.protocol, &clinic::protocol_faults(words, &text));
        return Ok(ExitCode::FAILURE);
    };
    for dosed in &asked.dosed {
        if *dosed < asked.born {
            let refusal = clinic::Refusal::fix("born-after-dosing").about("born");
            return Err(Refused(refusal.with("value", asked.born).with("dosed", dosed)).into());
        }
    }
    let anchors = Anchors { born_on: asked.born, sex: asked.sex.0, dosed_on: asked.dosed.clone() };
    let today = asked.today.unwrap_or_else(|| now().today);
    let lines = clinic::plan_schedule(words, &protocol, &anchors, today);
    if asked.json {
        println!("{}", serde_json::to_string_pretty(&lines)?);
        return Ok(ExitCode::SUCCESS);
    }
    println!("{}", protocol::text(&protocol.title, words.tag()));
    for line in &lines {
        let date = |on: facts::CivilDate| words.date_short(&on.to_string());
        let pairs = [
            ("label", line.label.clone()),
            ("earliest", date(line.earliest_on)),
            ("due", date(line.due_on)),
            ("latest", date(line.latest_on)),
            ("standing", line.standing_text.clone()),
        ];
        let args: Args = pairs.into_iter().map(|(name, value)| (name.to_owned(), value.into())).collect();
        println!("\n{}", words.say("cli-schedule-line", &args));
        println!("    {}", line.explanation);
        if let Some(citation) = &line.citation {
            println!("    {citation}");
        }
    }
    Ok(ExitCode::SUCCESS)
}
