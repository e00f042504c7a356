//! The window's build tools, exactly as locked in package-lock.json.

use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use super::debian;
use crate::step;

/// Oldest Node.js that the locked Vite accepts.
const OLDEST: (u32, u32) = (20, 19);

/// What Debian and Ubuntu get when their own Node.js is older: the same program as a package of npm's registry,
/// whose checksum npm verifies, in this repository's target folder and nowhere else.
const OWN: &str = "22.23.3";

pub fn install() -> Result<()> {
    let found = version()?;
    if found.is_none_or(|found| found < OLDEST) {
        own(found)?;
        let found = version()?;
        if found.is_none_or(|found| found < OLDEST) {
            bail!("{}", wanted(found));
        }
    }
    let root = step::root();
    let lock = std::fs::read(root.join("package-lock.json")).context("package-lock.json")?;
    let mark = root.join("node_modules/.perennial-lock");
    if std::fs::read(&mark).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    step::run("Installing the window's build tools as locked", "npm", &["ci", "--no-audit", "--no-fund"])?;
    std::fs::write(mark, lock)?;
    Ok(())
}

/// Major and minor version of the Node.js that is used; `None` without one.
fn version() -> Result<Option<(u32, u32)>> {
    if !step::there_is("node") && !step::there_is("node.exe") {
        return Ok(None);
    }
    let told = step::output("node", &["--version"])?;
    let mut parts = told.trim().trim_start_matches('v').split('.').map(|part| part.parse::<u32>().unwrap_or(0));
    Ok(Some((parts.next().unwrap_or(0), parts.next().unwrap_or(0))))
}

fn wanted(found: Option<(u32, u32)>) -> String {
    let found = found.map_or_else(|| "there is none".to_owned(), |(major, minor)| format!("{major}.{minor} is here"));
    format!("Node.js {}.{} or newer is needed to build the window; {found}: https://nodejs.org", OLDEST.0, OLDEST.1)
}

fn own(found: Option<(u32, u32)>) -> Result<()> {
    let processor = match std::env::consts::ARCH {
        "x86_64" => "x64",
        "aarch64" => "arm64",
        _ => bail!("{}", wanted(found)),
    };
    if !cfg!(target_os = "linux") || !debian::is_here() {
        bail!("{}", wanted(found));
    }
    step::say(&format!("{}: this repository gets one of its own", wanted(found)));
    if !step::there_is("npm") {
        debian::install_those(&[("npm", "fetches Node.js and the window's build tools")])?;
    }
    let package = format!("node-linux-{processor}@{OWN}");
    let folder = step::own_node().to_string_lossy().into_owned();
    let args = ["install", "--prefix", &folder, "--no-save", "--no-audit", "--no-fund", "--ignore-scripts", &package];
    step::run("Fetching Node.js", "npm", &args)?;
    let program = PathBuf::from(&folder).join(format!("node_modules/node-linux-{processor}/bin"));
    std::fs::create_dir_all(step::own_node().join("bin"))?;
    std::fs::copy(program.join("node"), step::own_node().join("bin/node")).context("Node.js as fetched")?;
    Ok(())
}
