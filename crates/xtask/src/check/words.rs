//! One catalogue of words: same keys and placeholders in each language, no unused key, no literal sentence
//! in Svelte or Rust.
//!
//! A key counts as used when it stands in the code, or when the code builds it from a beginning and a name
//! (`standing-{…}` in Rust, `standing-${…}` in the pages), or when a form's kind begins it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::Result;

use super::{files, shown};
use crate::step;

/// Parts of a date, among which each language takes those it writes.
const OF_A_DATE: [&str; 7] = ["weekday", "day", "month", "month-short", "month-number", "year", "era"];

pub fn check(_: &[&str]) -> Result<Vec<String>> {
    let root = step::root();
    let locales = root.join("assets/locales");
    let mut places = Vec::new();
    let mut languages: BTreeMap<String, BTreeMap<String, BTreeSet<String>>> = BTreeMap::new();
    for item in std::fs::read_dir(&locales)?.flatten().filter(|item| item.path().is_dir()) {
        let tag = item.file_name().to_string_lossy().into_owned();
        languages.insert(tag, catalogue(&item.path(), &mut places)?);
    }
    compare(&languages, &mut places);
    unused(&root, &languages, &mut places)?;
    for path in files(&root.join("ui/src"), &["svelte"]) {
        literals(&std::fs::read_to_string(&path)?, &shown(&path), &mut places);
    }
    for crate_name in ["facts", "assess", "protocol", "signals", "followup", "store", "clinic", "documents"] {
        let sources = files(&root.join("crates").join(crate_name).join("src"), &["rs"]).into_iter();
        for path in sources.filter(|path| !path.components().any(|part| part.as_os_str() == "tests")) {
            sentences(&std::fs::read_to_string(&path)?, &shown(&path), &mut places);
        }
    }
    Ok(places)
}

/// Keys (with `.attribute`) and the placeholders of each.
fn catalogue(folder: &Path, places: &mut Vec<String>) -> Result<BTreeMap<String, BTreeSet<String>>> {
    let mut keys: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for path in files(folder, &["ftl"]) {
        let text = std::fs::read_to_string(&path)?;
        let mut key = String::new();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let starts = line.split_once('=').filter(|(name, _)| is_key(name.trim_end()));
            match starts {
                Some((name, _)) if !line.starts_with(' ') => key = name.trim().to_owned(),
                Some((name, _)) if name.trim_start().starts_with('.') => {
                    let base = key.split('.').next().unwrap_or_default().to_owned();
                    key = format!("{base}{}", name.trim());
                }
                _ => {
                    keys.entry(key.clone()).or_default().extend(placeholders(line));
                    continue;
                }
            }
            if keys.insert(key.clone(), placeholders(line).collect()).is_some() {
                places.push(format!("{}: `{key}` stands twice", shown(&path)));
            }
        }
    }
    keys.remove("");
    Ok(keys)
}

fn is_key(name: &str) -> bool {
    let name = name.trim_start().trim_start_matches('.');
    !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
}

/// What a sentence shows. A number that only chooses between singular and plural is no part of it: Chinese and
/// Japanese have nothing to choose.
fn placeholders(line: &str) -> impl Iterator<Item = String> + '_ {
    line.split('$')
        .skip(1)
        .filter(|rest| !rest.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '-').starts_with(" ->"))
        .map(|rest| rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-' || *c == '_').collect())
}

fn compare(languages: &BTreeMap<String, BTreeMap<String, BTreeSet<String>>>, places: &mut Vec<String>) {
    let Some(english) = languages.get("en") else {
        places.push("assets/locales/en is missing".into());
        return;
    };
    for (tag, keys) in languages.iter().filter(|(tag, _)| *tag != "en") {
        for (key, holders) in english {
            match keys.get(key) {
                None => places.push(format!("{tag}: `{key}` is missing")),
                Some(theirs) if theirs != holders && !of_a_date(holders, theirs) => {
                    places.push(format!("{tag}: `{key}` has placeholders {theirs:?}, English has {holders:?}"));
                }
                Some(_) => {}
            }
        }
        places.extend(
            keys.keys()
                .filter(|key| !english.contains_key(*key))
                .map(|key| format!("{tag}: `{key}` is not in English")),
        );
    }
}

fn of_a_date(holders: &BTreeSet<String>, theirs: &BTreeSet<String>) -> bool {
    holders.iter().chain(theirs).all(|holder| OF_A_DATE.contains(&holder.as_str()))
}

fn unused(
    root: &Path,
    languages: &BTreeMap<String, BTreeMap<String, BTreeSet<String>>>,
    places: &mut Vec<String>,
) -> Result<()> {
    let mut code = String::new();
    for folder in ["crates", "src-tauri", "ui/src"] {
        for path in files(&root.join(folder), &["rs", "ts", "svelte"]) {
            code.push_str(&std::fs::read_to_string(path)?);
        }
    }
    // Forms name their fields; their labels are built from kind and field.
    let kinds: Vec<String> = files(&root.join("assets/locales/en"), &["ftl"])
        .iter()
        .filter_map(|path| Some(path.file_stem()?.to_str()?.strip_prefix("assess-")?.to_owned()))
        .collect();
    for key in languages.get("en").into_iter().flat_map(|keys| keys.keys()) {
        let base = key.split('.').next().unwrap_or_default();
        let family = base.match_indices('-').any(|(at, _)| {
            let beginning = &base[..=at];
            let family = beginning.trim_end_matches('-');
            code.contains(&format!("{beginning}{{"))
                || code.contains(&format!("{beginning}${{"))
                || code.contains(&format!("named(words, \"{family}\""))
        });
        let of_form = kinds.iter().any(|kind| base == kind || base.starts_with(&format!("{kind}-")));
        if !family && !of_form && !code.contains(base) {
            places.push(format!("`{key}` is used nowhere"));
        }
    }
    Ok(())
}

/// Text between tags, or in an attribute that is read aloud, that was typed rather than looked up.
fn literals(page: &str, path: &str, places: &mut Vec<String>) {
    let markup = without(&without(&without(page, "<script", "</script>"), "<style", "</style>"), "<!--", "-->");
    let mut depth = 0_i32;
    let mut text = String::new();
    let mut in_tag = false;
    for c in markup.chars() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            '<' if depth == 0 => {
                report(&text, path, places);
                text.clear();
                in_tag = true;
            }
            '>' if depth == 0 && in_tag => in_tag = false,
            _ if depth == 0 && !in_tag => text.push(c),
            _ => {}
        }
    }
    report(&text, path, places);
    for attribute in ["aria-label=\"", "title=\"", "placeholder=\"", "alt=\"", "label=\""] {
        for rest in markup.split(attribute).skip(1) {
            let value: String = rest.chars().take_while(|c| *c != '"').collect();
            if !value.contains('{') {
                report(&value, path, places);
            }
        }
    }
}

fn report(text: &str, path: &str, places: &mut Vec<String>) {
    let words = text.trim();
    if words.chars().filter(|c| c.is_alphabetic()).count() > 1 {
        places.push(format!("{path}: literal text \"{}\"", words.chars().take(60).collect::<String>()));
    }
}

fn without(text: &str, start: &str, end: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some(from) = rest.find(start) {
        kept.push_str(&rest[..from]);
        let Some(to) = rest[from..].find(end) else { return kept };
        rest = &rest[from + to + end.len()..];
    }
    kept + rest
}

/// A string of several words in the pure line or the use cases is a sentence somebody would read. Error
/// attributes, documentation, tests and panics of proven invariants are for developers.
fn sentences(source: &str, path: &str, places: &mut Vec<String>) {
    let code = source.split("#[cfg(test)]").next().unwrap_or_default();
    for (index, line) in code.lines().enumerate() {
        let line = line.trim();
        let excused = ["//", "#[", "#![", "*"].iter().any(|start| line.starts_with(start))
            || [
                "#[error(",
                // What the store was doing or found damaged: for the log and for support, never for a screen.
                ".doing(",
                "StoreError::damaged(",
                "reason = ",
                ".expect(",
                "panic!(",
                "assert",
                "unreachable!(",
                "write!(",
                "SELECT",
                "PRAGMA",
            ]
            .iter()
            .any(|part| line.contains(part));
        if excused {
            continue;
        }
        for literal in line.split('"').skip(1).step_by(2) {
            let words = literal.split(' ').filter(|w| w.len() > 1 && w.chars().all(char::is_alphabetic)).count();
            if words >= 4 {
                places.push(format!("{path}:{}: sentence in code \"{literal}\"", index + 1));
            }
        }
    }
}
