//! A subject handed over to another site as one sealed file, and taken over from one.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Result, bail};
use clinic::wire::transfer::{PackAsked, TransferInForm, TransferOutForm};
use clinic::wire::visit::ProblemLine;
use words::Args;

use super::{Refused, now, open};
use crate::{Opening, passphrase};

#[derive(clap::Subcommand)]
pub enum Verb {
    /// Write the whole record of a subject for another site, and record the transfer.
    Out(Out),
    /// What such a file would bring; writes nothing.
    Preview(Preview),
    /// Take the subject of such a file over, whole or not at all.
    In(In),
}

/// Where the passphrase of the file comes from; without either it is asked for.
#[derive(clap::Args)]
pub struct PackSecret {
    /// File whose first line is the passphrase of the hand-over file.
    #[arg(long, conflicts_with = "pack_passphrase_fd")]
    pack_passphrase_file: Option<PathBuf>,
    /// Open file descriptor to read it from.
    #[arg(long)]
    pack_passphrase_fd: Option<u32>,
}

#[derive(clap::Args)]
pub struct Out {
    #[command(flatten)]
    opening: Opening,
    #[command(flatten)]
    secret: PackSecret,
    /// Code of the subject.
    #[arg(long)]
    subject: String,
    /// Name of the site that goes on.
    #[arg(long)]
    to: String,
    /// First day on which it answers for the follow-up.
    #[arg(long, value_name = "YYYY-MM-DD")]
    on: String,
    #[arg(long)]
    because: String,
    /// Name and contacts as well.
    #[arg(long)]
    with_identity: bool,
    /// Call off the appointments here from that day on.
    #[arg(long)]
    call_off: bool,
    /// File to write; in the folder `handovers` beside the store when left out.
    #[arg(long)]
    out: Option<PathBuf>,
}

#[derive(clap::Args)]
pub struct Preview {
    #[command(flatten)]
    opening: Opening,
    #[command(flatten)]
    secret: PackSecret,
    file: PathBuf,
}

#[derive(clap::Args)]
pub struct In {
    #[command(flatten)]
    opening: Opening,
    #[command(flatten)]
    secret: PackSecret,
    /// Code of the subject here; that of the other site when left out.
    #[arg(long)]
    code: Option<String>,
    file: PathBuf,
}

pub fn run(verb: &Verb, language: &str) -> Result<ExitCode> {
    match verb {
        Verb::Out(asked) => out(asked, language),
        Verb::Preview(asked) => preview(asked, language),
        Verb::In(asked) => take_over(asked, language),
    }
}

fn out(asked: &Out, language: &str) -> Result<ExitCode> {
    let mut clinic = open(&asked.opening, language)?;
    let form = TransferOutForm {
        subject: clinic.subject_of_code(&asked.subject).map_err(Refused)?,
        site: asked.to.clone(),
        on: asked.on.clone(),
        because: asked.because.clone(),
        passphrase: new_secret(&asked.secret, language)?,
        identity: asked.with_identity,
        path: asked.out.as_ref().map(|path| path.display().to_string()).unwrap_or_default(),
        call_off: asked.call_off,
    };
    let done = clinic.transfer_out(&form, clinic::key_cost(), &now()).map_err(Refused)?;
    if done.path.is_empty() {
        return Ok(told(&done.problems));
    }
    println!("{}\n{}", done.path, done.sha256);
    done.told.iter().for_each(|line| println!("{line}"));
    Ok(ExitCode::SUCCESS)
}

fn preview(asked: &Preview, language: &str) -> Result<ExitCode> {
    let clinic = open(&asked.opening, language)?;
    let seen = clinic.look_at_pack(&pack(&asked.file, &asked.secret, language)?, &now()).map_err(Refused)?;
    println!("{}", seen.sha256);
    seen.told.iter().for_each(|line| println!("{line}"));
    Ok(ExitCode::SUCCESS)
}

fn take_over(asked: &In, language: &str) -> Result<ExitCode> {
    let mut clinic = open(&asked.opening, language)?;
    let pack = pack(&asked.file, &asked.secret, language)?;
    let code = match &asked.code {
        Some(code) => code.clone(),
        None => clinic.look_at_pack(&pack, &now()).map_err(Refused)?.code,
    };
    let done = clinic.transfer_in(&TransferInForm { pack, code: code.clone() }, &now()).map_err(Refused)?;
    if done.subject.is_none() {
        return Ok(told(&done.problems));
    }
    println!("{}", clinic.words().say("transfer-in-said", &Args::from([("code".to_owned(), code.into())])));
    Ok(ExitCode::SUCCESS)
}

fn pack(file: &std::path::Path, secret: &PackSecret, language: &str) -> Result<PackAsked> {
    Ok(PackAsked { path: file.display().to_string(), passphrase: read_secret(secret, language)? })
}

fn read_secret(secret: &PackSecret, language: &str) -> Result<String> {
    let prompt = words::Words::of(language).say("cli-pack-passphrase", &Args::new());
    passphrase::read(secret.pack_passphrase_file.as_deref(), secret.pack_passphrase_fd, &prompt)
}

/// A passphrase that is typed is typed twice: nobody can open the file when it was mistyped.
fn new_secret(secret: &PackSecret, language: &str) -> Result<String> {
    let first = read_secret(secret, language)?;
    let typed = secret.pack_passphrase_file.is_none() && secret.pack_passphrase_fd.is_none();
    if typed && read_secret(secret, language)? != first {
        bail!(words::Words::of(language).say("unlock-differs", &Args::new()));
    }
    Ok(first)
}

fn told(problems: &[ProblemLine]) -> ExitCode {
    problems.iter().for_each(|problem| eprintln!("{}", problem.text));
    ExitCode::FAILURE
}
