//! One straight line of imports: a crate may import only what stands to its left.
//!
//! Reads `cargo metadata` and compares with the table in ARCHITECTURE.md, and keeps foreign crates with
//! side effects (database, window, runtime, paper) in the one crate that may hold them (deny.toml `wrappers`).

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result};
use serde_json::Value;

use crate::step;

pub fn check(_: &[&str]) -> Result<Vec<String>> {
    let allowed = table(&std::fs::read_to_string(step::root().join("ARCHITECTURE.md"))?);
    let metadata: Value =
        serde_json::from_str(&step::output("cargo", &["metadata", "--no-deps", "--format-version", "1"])?)?;
    let deny: toml::Table = toml::from_str(&std::fs::read_to_string(step::root().join("deny.toml"))?)?;
    let wrappers = wrappers(&deny);
    let packages = metadata["packages"].as_array().context("cargo metadata without packages")?;
    let ours: BTreeSet<&str> = packages.iter().filter_map(|package| package["name"].as_str()).collect();
    let mut places = Vec::new();
    for package in packages {
        let name = package["name"].as_str().unwrap_or_default();
        let Some(may) = allowed.get(name) else {
            places.push(format!("{name} stands in no row of the table in ARCHITECTURE.md"));
            continue;
        };
        for dependency in package["dependencies"].as_array().into_iter().flatten() {
            let wanted = dependency["name"].as_str().unwrap_or_default();
            let for_tests = dependency["kind"].as_str() == Some("dev");
            if ours.contains(wanted) && !for_tests && !may.contains(wanted) {
                places.push(format!("{name} imports {wanted}, which does not stand to its left"));
            }
            if let Some(holders) = wrappers.get(wanted)
                && !for_tests
                && !holders.contains(name)
            {
                places.push(format!("{name} depends on {wanted}; only {holders:?} may"));
            }
        }
    }
    Ok(places)
}

/// Rows `| crate | imports |` of the table headed "crate".
fn table(page: &str) -> BTreeMap<String, BTreeSet<String>> {
    let rows = page.lines().skip_while(|line| !line.starts_with("| crate ")).skip(2);
    rows.take_while(|line| line.starts_with('|'))
        .filter_map(|line| {
            let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
            let names = |cell: &str| {
                cell.split([',', ' '])
                    .map(|n| n.trim_matches('`'))
                    .filter(|n| !n.is_empty())
                    .map(str::to_owned)
                    .collect()
            };
            Some((cells.first()?.trim_matches('`').to_owned(), names(cells.get(1)?)))
        })
        .collect()
}

fn wrappers(deny: &toml::Table) -> BTreeMap<String, BTreeSet<String>> {
    let rows = deny.get("bans").and_then(|bans| bans.get("deny")).and_then(toml::Value::as_array);
    let row = |row: &toml::Value| {
        let holders =
            row.get("wrappers")?.as_array()?.iter().filter_map(|name| Some(name.as_str()?.to_owned())).collect();
        Some((row.get("crate")?.as_str()?.to_owned(), holders))
    };
    rows.into_iter().flatten().filter_map(row).collect()
}
