//! Checking a protocol file.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result};
use words::Words;

#[derive(clap::Subcommand)]
pub enum Verb {
    /// Every fault with line, key and remedy; exit code 0 when the file may be adopted.
    Check { file: PathBuf },
    /// The presets that ship.
    List,
}

pub fn run(verb: &Verb, words: &Words) -> Result<ExitCode> {
    match verb {
        Verb::Check { file } => {
            let text = std::fs::read_to_string(file).with_context(|| file.display().to_string())?;
            let faults = clinic::protocol_faults(words, &text);
            tell(&file.display().to_string(), &faults);
            let stops = faults.iter().any(|fault| fault.stops);
            if !stops {
                println!("{}", words.say("cli-protocol-good", &words::Args::default()));
            }
            Ok(if stops { ExitCode::FAILURE } else { ExitCode::SUCCESS })
        }
        Verb::List => {
            for (path, protocol, _) in clinic::default_protocols() {
                println!("{path}\t{}", protocol.reference());
            }
            Ok(ExitCode::SUCCESS)
        }
    }
}

/// One line a fault, in the form that editors make a link of.
pub fn tell(file: &str, faults: &[clinic::wire::page::FaultLine]) {
    for fault in faults {
        println!("{file}:{}:{}: {}: {}", fault.line, fault.column, fault.key, fault.text);
    }
}
