//! `cargo xtask test`: every check and every test, cheapest first, each part callable alone.

use anyhow::Result;

use crate::{check, run, setup, step};

pub fn all() -> Result<()> {
    setup::everything()?;
    ui()?;
    check::check(&[])?;
    unit()?;
    crash()?;
    window()
}

/// Everything that needs no window: units, properties, published tables, scenarios, papers, command line.
pub fn unit() -> Result<()> {
    // Always the whole workspace: with fewer packages or targets cargo would choose other features and
    // compile everything anew.
    let args = ["test", "--locked", "--workspace", "--", "--skip", "window::", "--skip", "survives_a_kill"];
    step::run("Units, properties, published tables, scenarios, papers", "cargo", &args)
}

/// Formatting, lint, types and pure functions of the pages, and the pages themselves.
pub fn ui() -> Result<()> {
    for (why, script) in [
        ("Formatting of the pages", "format:check"),
        ("Lint of the pages", "lint"),
        ("Types of the pages", "check"),
        ("Pure functions of the pages", "test"),
    ] {
        step::run(why, "npm", &["run", "--silent", script])?;
    }
    run::build_ui()
}

/// Killing the program at random moments while it saves.
pub fn crash() -> Result<()> {
    let args = ["test", "--locked", "--workspace", "--", "survives_a_kill", "--nocapture"];
    step::run("Killing saves at random moments", "cargo", &args)
}

/// The real window, driven by keyboard.
pub fn window() -> Result<()> {
    run::build_ui()?;
    let args = ["test", "--locked", "--workspace", "--", "window::", "--test-threads=1", "--nocapture"];
    step::run("The real window", "cargo", &args)
}
