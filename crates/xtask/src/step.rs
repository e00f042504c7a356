//! Running one outside command, visibly: what, why, how long.

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
    command.args(args).current_dir(root()).stdin(Stdio::null());
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
    let output = Command::new(program).args(args).current_dir(root()).stdin(Stdio::null()).output();
    let output = output.with_context(|| format!("could not start `{program}`"))?;
    if !output.status.success() {
        bail!("`{program} {}` failed: {}", args.join(" "), String::from_utf8_lossy(&output.stderr));
    }
    Ok(String::from_utf8(output.stdout)?)
}

/// True when the program can be found.
pub fn there_is(program: &str) -> bool {
    std::env::var_os("PATH")
        .is_some_and(|path| std::env::split_paths(&path).any(|folder| folder.join(program).is_file()))
}
