//! Checking a protocol file.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result};
use words::Words;

#[derive(clap::Subcommand)]
pub enum Verb {
    /// Every fault with line, key and remedy; exit code 0 when the file may be adopted.
    Check { file: PathBuf },
    /// What one version changes against another, in words.
    Diff { before: PathBuf, after: PathBuf },
    /// The events of a REDCap project (its XML export) as the draft of a protocol, one arm at a time.
    FromRedcap {
        file: PathBuf,
        /// Number of the arm.
        #[arg(long, default_value_t = 1)]
        arm: u32,
    },
    /// The presets and tracks that ship.
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
        Verb::Diff { before, after } => {
            let read = |file: &PathBuf| -> Result<protocol::Protocol> {
                let text = std::fs::read_to_string(file).with_context(|| file.display().to_string())?;
                let (protocol, _) = protocol::read(&text);
                if protocol.is_none() {
                    tell(&file.display().to_string(), &clinic::protocol_faults(words, &text));
                }
                protocol.with_context(|| file.display().to_string())
            };
            for line in clinic::version_changes(words, &read(before)?, &read(after)?) {
                println!("{line}");
            }
            Ok(ExitCode::SUCCESS)
        }
        Verb::FromRedcap { file, arm } => {
            let xml = std::fs::read_to_string(file).with_context(|| file.display().to_string())?;
            let events = exchange::redcap::events(&xml).with_context(|| file.display().to_string())?;
            let of_arm: Vec<_> = events.into_iter().filter(|event| event.arm_number == *arm).collect();
            anyhow::ensure!(!of_arm.is_empty(), "{}: no arm {arm}", file.display());
            let title = file.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
            print!("{}", exchange::redcap::draft(&title, &of_arm));
            Ok(ExitCode::SUCCESS)
        }
        Verb::List => {
            for (path, protocol, _) in clinic::default_protocols().into_iter().chain(clinic::default_tracks()) {
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
