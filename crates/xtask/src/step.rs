//! Running one outside command, visibly: what, why, how long.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context, Result, bail};

/// The repository.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here).to_owned()
}

/// Where cargo puts what it builds.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

pub fn say(text: &str) {
    println!("\n\x1b[1m▸ {text}\x1b[0m");
}

/// Runs `program` with `args`; its output passes through, so that progress is seen.
pub fn run(why: &str, program: &str, args: &[&str]) -> Result<()> {
    run_with(why, program, args, &[])
}

pub fn run_with(why: &str, program: &str, args: &[&str], env: &[(&str, &str)]) -> Result<()> {
    say(why);
    println!("  {program} {}", args.join(" "));
    let start = Instant::now();
    let mut command = Command::new(program);
    command.args(args).current_dir(root()).stdin(Stdio::null()).env("PATH", path()?);
    for (name, value) in env {
        command.env(name, value);
    }
    let status = command.status().with_context(|| format!("could not start `{program}`"))?;
    if !status.success() {
        bail!("`{program} {}` failed ({status})", args.join(" "));
    }
    println!("  done in {:.1} s", start.elapsed().as_secs_f64());
    Ok(())
}

/// Standard output of a quiet command.
pub fn output(program: &str, args: &[&str]) -> Result<String> {
    let mut command = Command::new(program);
    let output = command.args(args).current_dir(root()).stdin(Stdio::null()).env("PATH", path()?).output();
    let output = output.with_context(|| format!("could not start `{program}`"))?;
    if !output.status.success() {
        bail!("`{program} {}` failed: {}", args.join(" "), String::from_utf8_lossy(&output.stderr));
    }
    Ok(String::from_utf8(output.stdout)?)
}

/// True when the program can be found.
pub fn there_is(program: &str) -> bool {
    path().is_ok_and(|path| std::env::split_paths(&path).any(|folder| folder.join(program).is_file()))
}

/// Where a Node.js of this repository's own lies, when the machine's is too old.
pub fn own_node() -> PathBuf {
    root().join("target/node")
}

/// Programs are looked for in what this repository fetched for itself, then where the machine looks.
fn path() -> Result<OsString> {
    let own = own_node().join("bin");
    let mut folders: Vec<PathBuf> = own.is_dir().then_some(own).into_iter().collect();
    folders.extend(std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default()));
    Ok(std::env::join_paths(folders)?)
}
