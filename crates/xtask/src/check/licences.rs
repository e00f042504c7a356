//! Every dependency carries a licence from the list in deny.toml, and their number stays in its budget.

use std::collections::BTreeSet;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::step;

/// Packages in Cargo.lock. Raised only with a reason: 2026-11: WebKitGTK window, SQLCipher, PDF with text layout.
const BUDGET: usize = 720;

pub fn check(_: &[&str]) -> Result<Vec<String>> {
    let deny: toml::Table = toml::from_str(&std::fs::read_to_string(step::root().join("deny.toml"))?)?;
    let licences = deny.get("licenses").context("deny.toml without [licenses]")?;
    let list = |key: &str| {
        licences.get(key).and_then(toml::Value::as_array).into_iter().flatten().cloned().collect::<Vec<_>>()
    };
    let allowed: BTreeSet<String> = list("allow").iter().filter_map(|name| Some(name.as_str()?.to_owned())).collect();
    let told = step::output("cargo", &["metadata", "--locked", "--format-version", "1"])?;
    let metadata: Value = serde_json::from_str(&told)?;
    let packages = metadata["packages"].as_array().context("cargo metadata without packages")?;
    let mut places = Vec::new();
    for package in packages {
        let (name, licence) =
            (package["name"].as_str().unwrap_or_default(), package["license"].as_str().unwrap_or_default());
        if package["source"].is_null() {
            continue;
        }
        let excepted = list("clarify").iter().any(|row| row.get("crate").and_then(toml::Value::as_str) == Some(name));
        if !excepted && !permits(licence, &allowed) {
            places.push(format!("{name}: licence \"{licence}\" is not in deny.toml"));
        }
    }
    println!("  {} packages of {BUDGET}", packages.len());
    if packages.len() > BUDGET {
        places.push(format!("{} packages exceed the budget of {BUDGET}", packages.len()));
    }
    Ok(places)
}

/// An SPDX expression of AND and OR (no nesting beyond brackets): some OR branch has every part allowed.
fn permits(expression: &str, allowed: &BTreeSet<String>) -> bool {
    let flat = expression.replace('/', " OR ").replace(['(', ')'], " ");
    !flat.trim().is_empty()
        && flat.split(" OR ").any(|branch| branch.split(" AND ").all(|licence| allowed.contains(licence.trim())))
}
