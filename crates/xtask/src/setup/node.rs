//! The window's build tools, exactly as locked in package-lock.json.

use anyhow::{Context, Result, bail};

use crate::step;

/// Oldest Node.js that the locked Vite accepts.
const OLDEST: (u32, u32) = (20, 19);

pub fn install() -> Result<()> {
    if !step::there_is("node") && !step::there_is("node.exe") {
        bail!(
            "Node.js {}.{} or newer is needed to build the window: https://nodejs.org or your system's packages",
            OLDEST.0,
            OLDEST.1
        );
    }
    let told = step::output("node", &["--version"])?;
    let mut parts = told.trim().trim_start_matches('v').split('.').map(|part| part.parse::<u32>().unwrap_or(0));
    let found = (parts.next().unwrap_or(0), parts.next().unwrap_or(0));
    if found < OLDEST {
        bail!("Node.js {}.{} is too old; {}.{} or newer is needed", found.0, found.1, OLDEST.0, OLDEST.1);
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
