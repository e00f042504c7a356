//! A family's schedule as a file.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use clinic::wire::page::{PaperSize, PrintAsked};

use super::{Refused, read};
use crate::Reading;

#[derive(clap::Args)]
pub struct Print {
    #[command(flatten)]
    reading: Reading,
    /// Code of the subject.
    #[arg(long)]
    subject: String,
    /// Language of the paper; the family's own when left out.
    #[arg(long, default_value = "")]
    paper_language: String,
    /// US Letter instead of A4.
    #[arg(long)]
    letter: bool,
    /// Name the product on the sheet.
    #[arg(long)]
    show_product: bool,
    /// Calendar entries instead of the sheet.
    #[arg(long)]
    calendar: bool,
    /// Folder to save in.
    #[arg(long, default_value = ".")]
    folder: PathBuf,
}

pub fn run(asked: &Print, language: &str) -> Result<ExitCode> {
    let (clinic, now) = read(&asked.reading, language)?;
    let wanted = PrintAsked {
        subject: clinic.subject_of_code(&asked.subject).map_err(Refused)?,
        paper: if asked.letter { PaperSize::Letter } else { PaperSize::A4 },
        language: asked.paper_language.clone(),
        show_product: asked.show_product,
        folder: asked.folder.display().to_string(),
    };
    if asked.calendar {
        let saved = clinic.print_calendar(&wanted, &now).map_err(Refused)?;
        println!("{}", saved.path);
        if saved.cancelled > 0 {
            println!("{}", saved.cancelled_path);
        }
    } else {
        println!("{}", clinic.print_schedule(&wanted, &now).map_err(Refused)?.path);
    }
    Ok(ExitCode::SUCCESS)
}
