//! Files small enough to hold in the head: the five largest are shown, above 600 lines one fails
//! unless it says `// size: reason`.

use anyhow::Result;

use super::{files, shown};
use crate::step;

const MOST: usize = 600;

pub fn check(_: &[&str]) -> Result<Vec<String>> {
    let mut sizes = Vec::new();
    for folder in ["crates", "src-tauri", "ui/src", "tests"] {
        for path in files(&step::root().join(folder), &["rs", "ts", "svelte", "css", "sql"]) {
            let text = std::fs::read_to_string(&path)?;
            let generated = text.starts_with("// Written by");
            if !generated {
                sizes.push((text.lines().count(), path, text.contains("// size: ")));
            }
        }
    }
    sizes.sort_by_key(|size| std::cmp::Reverse(size.0));
    for (lines, path, _) in sizes.iter().take(5) {
        println!("  {lines:5} {}", shown(path));
    }
    let too_long = sizes.iter().filter(|(lines, _, excused)| *lines > MOST && !excused);
    Ok(too_long.map(|(lines, path, _)| format!("{} has {lines} lines (most {MOST})", shown(path))).collect())
}
