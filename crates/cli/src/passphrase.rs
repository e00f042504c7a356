//! Where a passphrase may come from: a file, a file descriptor, or the person at the terminal.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;

use anyhow::{Context, Result};

pub fn read(file: Option<&Path>, descriptor: Option<u32>, prompt: &str) -> Result<String> {
    let file = match (file, descriptor) {
        (Some(path), _) => Some(File::open(path).with_context(|| path.display().to_string())?),
        // Opening the descriptor's own name works on Linux and macOS without unsafe code.
        (None, Some(fd)) => Some(File::open(format!("/dev/fd/{fd}")).with_context(|| format!("/dev/fd/{fd}"))?),
        (None, None) => None,
    };
    let Some(file) = file else { return Ok(rpassword::prompt_password(prompt)?) };
    let mut line = String::new();
    BufReader::new(file).read_line(&mut line)?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}
