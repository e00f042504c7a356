//! The two commands of a newcomer, `run` and `test`, and the parts they are made of.
//!
//! Sets a fresh machine up, says why for each thing it installs, and shows what it is doing.

#![allow(clippy::disallowed_methods, reason = "a build tool reads files, the environment and the clock")]

mod bench;
mod check;
mod demo;
mod run;
mod setup;
mod step;
mod test;

use std::process::ExitCode;

use anyhow::{Result, bail};

const USAGE: &str = "\
cargo xtask run                 set this machine up, build, open the window
cargo xtask test                set this machine up, then every check and every test
cargo xtask check [PART]        fmt clippy layers map words sizes bindings licences
                                (`check bindings --write` writes them anew)
cargo xtask unit|ui|window|crash   one part of `test`
cargo xtask demo                the practice study under Xvfb: screenshots and papers in demo-output/
cargo xtask bench               the measurements of docs/performance.md
cargo xtask setup               only what the others need installed";

fn main() -> ExitCode {
    match act() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\n{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn act() -> Result<()> {
    std::env::set_current_dir(step::root())?;
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["run"] => run::run(),
        ["test"] => test::all(),
        ["setup"] => setup::everything(),
        ["demo"] => demo::demo(),
        ["bench", rest @ ..] => bench::bench(rest),
        ["check", rest @ ..] => check::check(rest),
        ["unit"] => test::unit(),
        ["ui"] => test::ui(),
        ["window"] => test::window(),
        ["crash"] => test::crash(),
        _ => {
            eprintln!("{USAGE}");
            bail!("which of these?")
        }
    }
}
