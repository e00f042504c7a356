//! What a fresh machine lacks. Each thing is installed once, with its reason printed.

mod debian;
mod node;

use anyhow::{Result, bail};

/// Installs on Debian and Ubuntu; elsewhere checks and says what to install.
pub fn everything() -> Result<()> {
    match std::env::consts::OS {
        "linux" if debian::is_here() => debian::install()?,
        "linux" => say_what(
            "This Linux is not Debian or Ubuntu: install with its own packages",
            &[
                "WebKitGTK 4.1 with headers and WebKitWebDriver",
                "librsvg",
                "a C compiler, make and perl",
                "Xvfb, poppler-utils",
            ],
            &["cc", "make", "perl"],
        )?,
        "macos" => say_what(
            "macOS",
            &[
                "Xcode command line tools: xcode-select --install",
                "Node.js 20.19 or newer",
                "poppler (brew install poppler) for the tests",
            ],
            &["cc", "node", "npm"],
        )?,
        "windows" => say_what(
            "Windows",
            &[
                "Microsoft C++ Build Tools",
                "WebView2 (part of Windows 11)",
                "Strawberry Perl (for OpenSSL)",
                "Node.js 20.19 or newer",
            ],
            &["node.exe", "perl.exe"],
        )?,
        other => bail!("no instructions for {other} yet"),
    }
    node::install()
}

fn say_what(system: &str, needed: &[&str], programs: &[&str]) -> Result<()> {
    println!("{system}: this program needs");
    for line in needed {
        println!("  - {line}");
    }
    let missing: Vec<&&str> = programs.iter().filter(|program| !crate::step::there_is(program)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    bail!("not found: {missing:?}; install what is listed above and run the same command again")
}
