//! Signals of a store: the list, and one finding as a person would read it.

use std::process::ExitCode;

use anyhow::Result;
use clinic::wire::signal::{CallLine, FindingLine, FindingPage, SignalsAsked};
use words::{Args, Words};

use super::{Refused, read};
use crate::Reading;

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
    reading: Reading,
    #[arg(long)]
    all: bool,
}

#[derive(clap::Args)]
pub struct Explain {
    #[command(flatten)]
    reading: Reading,
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
    let (clinic, now) = read(&asked.reading, language)?;
    let standing = if asked.all { String::new() } else { "open".to_owned() };
    let lines = clinic.signals(&SignalsAsked { standing, severity: None, subject: None }, &now).map_err(Refused)?;
    for line in lines {
        println!("{}  {}  {}  {}", line.code, line.key, line.severity_text, line.standing_text);
        println!("    {}", line.sentence);
        for other in &line.others {
            println!("    + {}  {}", other.name, other.key);
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn explain(asked: &Explain, language: &str) -> Result<ExitCode> {
    let (clinic, now) = read(&asked.reading, language)?;
    let subject = clinic.subject_of_code(&asked.subject).map_err(Refused)?;
    let of_subject = SignalsAsked { standing: String::new(), severity: None, subject: Some(subject) };
    let mut lines = clinic.signals(&of_subject, &now).map_err(Refused)?;
    let named = |line: &FindingLine| {
        let others = line.others.iter().map(|one| one.key.as_str());
        asked.rule.as_ref().is_none_or(|rule| others.chain([line.key.as_str()]).any(|key| names(rule, key)))
    };
    lines.retain(named);
    if lines.is_empty() {
        println!("{}", clinic.words().say("signals-none", &Args::new()));
    }
    // Every finding of a cause is explained, the one that leads first.
    let keys = lines.iter().flat_map(|line| std::iter::once(&line.key).chain(line.others.iter().map(|one| &one.key)));
    for key in keys.filter(|key| asked.rule.as_ref().is_none_or(|rule| names(rule, key))) {
        print(&clinic.finding(subject, key, &now).map_err(Refused)?, clinic.words());
    }
    Ok(ExitCode::SUCCESS)
}

/// Whether a rule's id or a finding's key names a finding.
fn names(asked: &str, key: &str) -> bool {
    key == asked || key.split_once(':').is_some_and(|(rule, _)| rule == asked)
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
        println!("    {}  {}", seen.who, seen.at);
    }
    heading("signals-calls");
    line.calls.iter().for_each(|call| print_call(call, words));
    if !line.others.is_empty() {
        heading("signals-others");
    }
    for other in &line.others {
        println!("  {}  {}  {}  {}", other.name, other.key, other.severity_text, other.standing_text);
        println!("    {}", other.sentence);
    }
    heading("signals-history");
    for told in &page.handlings {
        println!("  {}  {}  {}  {}", told.at, told.who, told.action_text, told.comment);
        if !told.sent_text.is_empty() {
            println!("    {}", told.sent_text);
        }
    }
    println!();
}

/// What is called for, by when, and what became of it.
fn print_call(call: &CallLine, words: &Words) {
    let by = call.clock.as_ref().map(|clock| clock.text.clone()).or(call.by.map(|by| by.to_string()));
    println!("  {}  {}", call.text, by.unwrap_or_default());
    if let Some(clock) = &call.clock {
        println!("    {}", clock.since);
    }
    if let Some(sent) = &call.sent {
        println!("    {} ({})", sent.text, sent.who);
    } else if call.report {
        let key = if call.owed { "signals-owed" } else { "signals-not-owed" };
        let key = if call.elsewhere { "signals-elsewhere" } else { key };
        println!("    {}", words.say(key, &Args::new()));
    }
}
