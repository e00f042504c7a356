//! The window's bindings are those of the commands: a test of the desktop package compares them, or writes them anew.

use anyhow::Result;

use crate::step;

pub fn check(asked: &[&str]) -> Result<Vec<String>> {
    // The same selection as every other test: see `test::unit`.
    let args = ["test", "--locked", "--workspace", "--", "the_bindings_are"];
    let write = asked.contains(&"--write").then_some(("PERENNIAL_WRITE_BINDINGS", "yes"));
    step::run_with("Comparing the window's bindings with its commands", "cargo", &args[..], write.as_slice())?;
    Ok(Vec::new())
}
