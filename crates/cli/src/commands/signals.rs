//! Signals of a store: the list, and one finding as a person would read it.

use std::process::ExitCode;

use anyhow::Result;
use clinic::wire::signal::{FindingPage, SignalsAsked};
use words::{Args, Words};

use super::{Refused, open};
use crate::Opening;

#[derive(clap::Subcommand)]
pub enum Verb {
    /// What was found and still waits for someone; `--all` with what was judged.
    List(List),
    /// One finding: what was seen, why it counts, on what evidence, what it calls for, what people did.
    Explain(Explain),
}

#[derive(clap::Args)]
pub struct List {
    #[command(flatten)]
    opening: Opening,
    #[arg(long)]
    all: bool,
}

#[derive(clap::Args)]
pub struct Explain {
    #[command(flatten)]
    opening: Opening,
    /// Code of the subject.
    #[arg(long)]
    subject: String,
    /// Rule or key, as the list names it; without one, every finding of the subject.
    rule: Option<String>,
}

pub fn run(verb: &Verb, language: &str) -> Result<ExitCode> {
    match verb {
        Verb::List(asked) => list(asked, language),
        Verb::Explain(asked) => explain(asked, language),
    }
}

fn list(asked: &List, language: &str) -> Result<ExitCode> {
    let clinic = open(&asked.opening, language)?;
    let standing = if asked.all { String::new() } else { "open".to_owned() };
    let lines = clinic.signals(&SignalsAsked { standing, severity: None, subject: None }).map_err(Refused)?;
    for line in lines {
        println!("{}  {}  {}  {}", line.code, line.key, line.severity_text, line.standing_text);
        println!("    {}", line.sentence);
    }
    Ok(ExitCode::SUCCESS)
}

fn explain(asked: &Explain, language: &str) -> Result<ExitCode> {
    let clinic = open(&asked.opening, language)?;
    let subject = clinic.subject_of_code(&asked.subject).map_err(Refused)?;
    let of_subject = SignalsAsked { standing: String::new(), severity: None, subject: Some(subject) };
    let mut lines = clinic.signals(&of_subject).map_err(Refused)?;
    lines.retain(|line| asked.rule.as_ref().is_none_or(|rule| line.rule == *rule || line.key == *rule));
    if lines.is_empty() {
        println!("{}", clinic.words().say("signals-none", &Args::new()));
    }
    for line in lines {
        print(&clinic.finding(subject, &line.key).map_err(Refused)?, clinic.words());
    }
    Ok(ExitCode::SUCCESS)
}

/// The sentence first, then why it counts, the evidence, what it calls for, what people did.
fn print(page: &FindingPage, words: &Words) {
    let heading = |key: &str| println!("\n{}", words.say(key, &Args::new()));
    let line = &page.line;
    println!("{}  {}  {}  {}\n", line.code, line.name, line.severity_text, line.standing_text);
    println!("{}", line.sentence);
    heading("signals-why");
    println!("  {}", page.why);
    for limit in &page.threshold {
        println!("  {}: {}", limit.label, limit.value);
    }
    println!("  {} ({})", page.citation.text, page.citation.confidence);
    heading("signals-evidence");
    for seen in &page.evidence {
        println!("  {}  {}  {}  {}", seen.on, seen.kind_title, seen.field_label, seen.shown);
    }
    heading("signals-calls");
    for call in &line.calls {
        println!("  {}{}", call.text, call.by.map(|by| format!("  {by}")).unwrap_or_default());
    }
    heading("signals-history");
    for told in &page.handlings {
        println!("  {}  {}  {}  {}", told.at, told.who, told.action_text, told.comment);
    }
    println!();
}
