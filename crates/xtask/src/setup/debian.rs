//! Packages of Debian and Ubuntu.

use std::process::Command;

use anyhow::{Result, bail};

use crate::step;

/// Package, and why it is needed.
const PACKAGES: &[(&str, &str)] = &[
    ("build-essential", "compiles SQLCipher and OpenSSL into the program"),
    ("perl", "OpenSSL's build asks for it"),
    ("pkg-config", "finds the window system's libraries"),
    ("libwebkit2gtk-4.1-dev", "the window (WebKitGTK)"),
    ("librsvg2-dev", "icons in the window"),
    ("webkit2gtk-driver", "drives the real window in tests"),
    ("xvfb", "a screen for machines without one"),
    ("poppler-utils", "reads the printed pages back in tests"),
    ("fonts-noto-cjk", "Chinese and Japanese on screen"),
];

pub fn is_here() -> bool {
    step::there_is("apt-get") && step::there_is("dpkg-query")
}

pub fn install() -> Result<()> {
    install_those(PACKAGES)
}

/// Installs what is missing of `packages`, each with its reason.
pub fn install_those(packages: &[(&str, &str)]) -> Result<()> {
    let missing: Vec<_> = packages.iter().filter(|(package, _)| !is_installed(package)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    step::say("This machine lacks some Debian packages:");
    for (package, why) in &missing {
        println!("  {package:24} {why}");
    }
    let as_root = step::output("id", &["-u"])?.trim() == "0";
    if !as_root && !step::there_is("sudo") {
        let names: Vec<&str> = missing.iter().map(|(package, _)| *package).collect();
        bail!("neither root nor sudo: ask someone to run `apt-get install {}`", names.join(" "));
    }
    apt(as_root, "Refreshing the list of packages", &["update", "-qq"])?;
    let mut args = vec!["install", "-y", "-qq", "--no-install-recommends"];
    args.extend(missing.iter().map(|(package, _)| *package));
    apt(as_root, "Installing them", &args)
}

fn apt(as_root: bool, why: &str, args: &[&str]) -> Result<()> {
    let quiet = [("DEBIAN_FRONTEND", "noninteractive")];
    if as_root {
        return step::run_with(why, "apt-get", args, &quiet);
    }
    let mut sudo = vec!["apt-get"];
    sudo.extend(args);
    step::run_with(why, "sudo", &sudo, &quiet)
}

fn is_installed(package: &str) -> bool {
    let asked = Command::new("dpkg-query").args(["-W", "-f", "${db:Status-Status}", package]).output();
    asked.is_ok_and(|told| told.stdout == b"installed")
}
