//! The map is true: every path that ARCHITECTURE.md and CONTRIBUTING.md name exists, every crate is named,
//! and every module begins by saying what it decides.

use anyhow::Result;

use super::{files, shown};
use crate::step;

pub fn check(_: &[&str]) -> Result<Vec<String>> {
    let root = step::root();
    let mut places = Vec::new();
    let architecture = std::fs::read_to_string(root.join("ARCHITECTURE.md"))?;
    for page in ["ARCHITECTURE.md", "CONTRIBUTING.md", "README.md"] {
        let text = std::fs::read_to_string(root.join(page))?;
        for path in paths(&text) {
            if !root.join(path).exists() {
                places.push(format!("{page} names `{path}`, which does not exist"));
            }
        }
    }
    for item in std::fs::read_dir(root.join("crates"))?.flatten() {
        let name = item.file_name().to_string_lossy().into_owned();
        if !architecture.contains(&format!("crates/{name}")) {
            places.push(format!("ARCHITECTURE.md does not name crates/{name}"));
        }
    }
    for folder in ["crates", "src-tauri"] {
        for path in files(&root.join(folder), &["rs"]) {
            let text = std::fs::read_to_string(&path)?;
            let is_module = path.components().any(|c| c.as_os_str() == "src" || c.as_os_str() == "src-tauri");
            if is_module && !text.trim_start().starts_with("//!") {
                places.push(format!("{} does not begin with `//!`", shown(&path)));
            }
        }
    }
    Ok(places)
}

/// Words in backquotes that look like paths of this repository (no placeholders).
fn paths(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2).filter(|word| {
        let known = ["crates/", "src-tauri/", "ui/", "assets/", "tests/", "docs/", ".ci/", ".cargo/"];
        known.iter().any(|start| word.starts_with(start)) && !word.contains(['<', '*', ' ', '{'])
    })
}
