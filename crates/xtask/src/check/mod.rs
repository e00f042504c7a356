//! The rules of the house as failing checks.

mod bindings;
mod layers;
mod licences;
mod map;
mod sizes;
mod words;

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use crate::step;

type Part = (&'static str, fn(&[&str]) -> Result<Vec<String>>);

/// Checks that report places; an empty list is a pass.
const PARTS: &[Part] = &[
    ("layers", layers::check),
    ("map", map::check),
    ("words", words::check),
    ("sizes", sizes::check),
    ("licences", licences::check),
    ("bindings", bindings::check),
];

pub fn check(asked: &[&str]) -> Result<()> {
    let wanted = |name: &str| asked.is_empty() || asked.first() == Some(&name);
    if wanted("fmt") {
        step::run("Formatting", "cargo", &["fmt", "--all", "--check"])?;
    }
    if wanted("clippy") {
        let args = ["clippy", "--locked", "--workspace", "--all-targets", "--", "-D", "warnings"];
        step::run("Lints: no clock or files in the pure line, no unwrap, short functions", "cargo", &args)?;
    }
    let mut failed = Vec::new();
    for (name, part) in PARTS.iter().filter(|(name, _)| wanted(name)) {
        step::say(&format!("Check: {name}"));
        let places = part(asked.get(1..).unwrap_or_default())?;
        for place in &places {
            println!("  ✗ {place}");
        }
        if places.is_empty() {
            println!("  ok");
        } else {
            failed.push(*name);
        }
    }
    if failed.is_empty() { Ok(()) } else { bail!("failed: {}", failed.join(", ")) }
}

/// Files below `folder` with one of the endings, without generated and foreign ones.
fn files(folder: &Path, endings: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut waiting = vec![folder.to_owned()];
    while let Some(folder) = waiting.pop() {
        for item in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = item.path();
            let name = item.file_name();
            if path.is_dir() {
                if !["target", "node_modules", "dist", ".git", "gen"].iter().any(|skip| name == *skip) {
                    waiting.push(path);
                }
            } else if endings.iter().any(|ending| path.extension().is_some_and(|e| e == *ending)) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

fn shown(path: &Path) -> String {
    path.strip_prefix(step::root()).unwrap_or(path).display().to_string()
}
