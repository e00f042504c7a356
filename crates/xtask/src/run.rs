//! `cargo xtask run`: from a fresh machine to an open window.

use std::path::PathBuf;

use anyhow::Result;

use crate::{demo, setup, step};

pub fn build_ui() -> Result<()> {
    step::run("Building the window's pages", "npm", &["run", "--silent", "build"])
}

/// Builds pages and program; returns the program.
fn build() -> Result<PathBuf> {
    build_ui()?;
    step::run(
        "Building the program (the first time takes some minutes)",
        "cargo",
        &["build", "--locked", "--workspace", "--bin", "perennial"],
    )?;
    Ok(step::target().join("debug").join(format!("perennial{}", std::env::consts::EXE_SUFFIX)))
}

pub fn run() -> Result<()> {
    setup::everything()?;
    let screen = ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| std::env::var_os(name).is_some());
    if cfg!(target_os = "linux") && !screen {
        step::say("There is no display here: showing the practice study on a virtual screen instead");
        build_ui()?;
        return demo::on_virtual_screen();
    }
    let program = build()?;
    step::run("Opening the window", &program.to_string_lossy(), &[])
}
