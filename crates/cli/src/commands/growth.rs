//! Growth z-scores for one child on one day.

use std::process::ExitCode;

use anyhow::Result;
use assess::growth::{How, Index, height_for_reference, z};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use words::{Args, Words};

use super::SexAsked;

/// Under two years a child is measured lying.
const LYING_UNDER_DAYS: i32 = 731;

#[derive(clap::Args)]
pub struct Growth {
    /// f or m.
    #[arg(long)]
    sex: SexAsked,
    #[arg(long)]
    age_days: i32,
    /// Kilograms.
    #[arg(long)]
    weight: Option<Decimal>,
    /// Centimetres.
    #[arg(long)]
    height: Option<Decimal>,
    /// Head circumference, centimetres.
    #[arg(long)]
    head: Option<Decimal>,
    /// Measured standing although under two years.
    #[arg(long, conflicts_with = "lying")]
    standing: bool,
    /// Measured lying although two years or older.
    #[arg(long)]
    lying: bool,
    #[arg(long)]
    json: bool,
}

pub fn run(asked: &Growth, words: &Words) -> Result<ExitCode> {
    let lying = asked.lying || (asked.age_days < LYING_UNDER_DAYS && !asked.standing);
    let how = if lying { How::Lying } else { How::Standing };
    let weight = asked.weight.and_then(|kg| kg.to_f64());
    let height =
        asked.height.and_then(|cm| height_for_reference(cm, how, asked.age_days)).map(assess::growth::Height::cm);
    let bmi = weight.zip(height.map(|cm| cm / 100.0)).map(|(kg, m)| kg / (m * m));
    let head = asked.head.and_then(|cm| cm.to_f64());
    let indices = [
        ("weight", Index::WeightForAge, weight),
        ("height", Index::HeightForAge, height),
        ("bmi", Index::BmiForAge, bmi),
        ("head", Index::HeadForAge, head),
    ];
    let mut scores = serde_json::Map::new();
    let mut none = true;
    for (name, index, value) in indices {
        let Some(value) = value else { continue };
        none = false;
        let scored = z(index, asked.sex.0, asked.age_days, value);
        scores.insert(format!("{name}-z"), serde_json::json!(scored.as_ref().ok().map(|z| z.z)));
        if !asked.json {
            let key = match scored {
                Ok(_) => "cli-z",
                Err(_) => "cli-no-z",
            };
            let mut args = Args::new();
            args.insert("index".into(), words.say(&format!("index-{name}"), &Args::new()).into());
            args.insert("z".into(), scored.map(|z| format!("{:+.2}", z.z)).unwrap_or_default().into());
            println!("{}", words.say(key, &args));
        }
    }
    if none {
        eprintln!("{}", words.say("cli-nothing-measured", &Args::new()));
        return Ok(ExitCode::FAILURE);
    }
    if asked.json {
        println!("{}", serde_json::Value::Object(scores));
    }
    Ok(ExitCode::SUCCESS)
}
