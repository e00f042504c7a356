//! Where a passphrase may come from: a file, a file descriptor, or the person at the terminal.

use std::fs::File;
use std::io::{BufRead, BufReader};

use anyhow::{Context, Result};

use crate::Opening;

pub fn read(opening: &Opening, prompt: &str) -> Result<String> {
    let file = match (&opening.passphrase_file, opening.passphrase_fd) {
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
