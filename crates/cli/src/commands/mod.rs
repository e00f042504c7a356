//! One file a verb.

pub mod clonality;
pub mod cohort;
pub mod export;
pub mod forecast;
pub mod growth;
pub mod print;
pub mod protocol;
pub mod ranges;
pub mod schedule;
pub mod signals;
pub mod transfer;
pub mod verify;
pub mod worklist;

use anyhow::Result;
use clinic::wire::start::Unlocking;
use clinic::{Clinic, Now, Refusal};

use crate::{Opening, Reading, passphrase};

/// A refusal on its way to the catalogue.
#[derive(Debug)]
pub struct Refused(pub Refusal);

impl std::fmt::Display for Refused {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0.code)
    }
}

impl std::error::Error for Refused {}

impl From<Refusal> for Refused {
    fn from(refusal: Refusal) -> Self {
        Self(refusal)
    }
}

/// This moment here.
pub fn now() -> Now {
    let zoned = jiff::Zoned::now();
    clinic::now_of(&zoned.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string(), zoned.timestamp().as_millisecond())
}

pub fn open(opening: &Opening, language: &str) -> Result<Clinic> {
    let words = words::Words::of(language);
    let prompt = words.say("cli-passphrase", &words::Args::default());
    let passphrase = passphrase::read(opening.passphrase_file.as_deref(), opening.passphrase_fd, &prompt)?;
    let asked = Unlocking { path: opening.store.display().to_string(), login: opening.login.clone(), passphrase };
    let mut clinic = Clinic::unlock(&asked, language).map_err(Refused)?;
    clinic.speak(language);
    Ok(clinic)
}

/// An opened store and the moment that is shown. Whatever keeps the answers from being those of today is said first,
/// where it cannot be taken for one of them.
pub fn read(reading: &Reading, language: &str) -> Result<(Clinic, Now)> {
    let mut clinic = open(&reading.opening, language)?;
    let now = now();
    let session = match reading.as_of {
        Some(day) => clinic.look_back(day, &now),
        None => clinic.session(&now),
    };
    let session = session.map_err(Refused)?;
    let words = clinic.words();
    if let Some(day) = session.as_of {
        let on = words.date_long(&day.to_string());
        eprintln!("{}", words.say("shell-as-of", &words::Args::from([("on".to_owned(), on.into())])));
    }
    if let Some(day) = session.last_entry_on {
        let last = words.date_long(&day.to_string());
        eprintln!("{}", words.say("shell-clock-behind", &words::Args::from([("last".to_owned(), last.into())])));
    }
    let shown = clinic.shown(&now);
    Ok((clinic, shown))
}

/// `f`, `m`, or nothing where it does not matter.
#[derive(Clone, Copy, Debug)]
pub struct SexAsked(pub facts::Sex);

impl std::str::FromStr for SexAsked {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text {
            "f" => Ok(Self(facts::Sex::Female)),
            "m" => Ok(Self(facts::Sex::Male)),
            "" => Ok(Self(facts::Sex::Unknown)),
            other => Err(format!("`{other}`: f or m")),
        }
    }
}
