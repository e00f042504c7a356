//! The practice study: sixty synthetic people over twelve years, made through the use cases from a seed.
//!
//! Same seed and same day give the same people. Shared by the program ("Explore the practice study"), the
//! tests and the measurements. Marked as practice in the store itself, so that it can never be mixed with
//! a real one. Nobody here exists.

mod agreed;
mod booked;
mod cast;
mod chance;
mod fill;
mod live;

use std::path::Path;

use clinic::wire::ranges::RangesForm;
use clinic::wire::start::{NewStore, Unlocking};
use clinic::{Clinic, Now, Refusal};
use facts::fact::Site;
use facts::{CivilDate, Period, Role};
use store::Cost;

pub use cast::{Character, Fate, Plot, cast};

/// What opens the practice store: no secret, it is written on the first screen.
pub const LOGIN: &str = "practice";
pub const PASSPHRASE: &str = "practice study";
/// Seed of the study that everyone explores.
pub const SEED: u64 = 2_025;
/// People in it.
pub const PEOPLE: usize = 60;

/// Limits of a laboratory that does not exist: round numbers, so that nobody takes them for anybody's.
const LABORATORY: &str = include_str!("laboratory.csv");

/// Presets that the study follows, as their paths; the first with consent forms of the practice sponsor.
pub const PROTOCOLS: [&str; 5] =
    ["cde/lentiviral-hsc-15y", "fda/car-t-15y", "fda/aav-systemic-5y", "fda/genome-editing-15y", "fda/aav-ocular-5y"];

/// Opens the practice study, making it first where there is none.
///
/// # Errors
/// Whatever the store says; a half-made study is never left behind under the final name.
pub fn open_or_create(path: &Path, language: &str, now: &Now) -> Result<Clinic, Refusal> {
    if !path.exists() {
        drop(create(path, SEED, PEOPLE, language, now)?);
    }
    let asked = Unlocking { path: path.display().to_string(), login: LOGIN.into(), passphrase: PASSPHRASE.into() };
    let mut clinic = Clinic::unlock(&asked, language)?;
    if !clinic.is_practice() {
        return Err(Refusal::fix("not-practice").about("path"));
    }
    clinic.speak(language);
    Ok(clinic)
}

/// Makes a study of `people` from `seed`, lived up to `now`.
///
/// # Errors
/// Refused where a store exists, like any store.
pub fn create(path: &Path, seed: u64, people: usize, language: &str, now: &Now) -> Result<Clinic, Refusal> {
    create_watched(path, seed, people, language, now, &mut |_, _| ())
}

/// The same, looked at on the way: `watch` is called at the end of each day on which something was written about a
/// person. People live one after the other, so that only a study of one is lived in the order of its days.
///
/// # Errors
/// As there.
pub fn create_watched(
    path: &Path,
    seed: u64,
    people: usize,
    language: &str,
    now: &Now,
    watch: &mut dyn FnMut(&mut Clinic, CivilDate),
) -> Result<Clinic, Refusal> {
    let mut clinic = empty(path, language, now)?;
    for character in cast(seed, people, now.today) {
        live::live(&mut clinic, &character, now, watch)?;
    }
    booked::book(&mut clinic, now)?;
    Ok(clinic)
}

/// A practice store with its protocols and nobody in it.
///
/// # Errors
/// Refused where a store exists.
pub fn empty(path: &Path, language: &str, now: &Now) -> Result<Clinic, Refusal> {
    let asked = NewStore {
        path: path.display().to_string(),
        site_name: String::new(),
        telephone: String::new(),
        address: String::new(),
        admin_login: LOGIN.into(),
        admin_name: "Practice".into(),
        admin_role: Role::Investigator,
        passphrase: PASSPHRASE.into(),
        language: language.to_owned(),
    };
    let site = Site {
        name: "Practice Clinic 演示诊所".into(),
        telephone: "+86 10 5550 0100".into(),
        address: "1 Practice Road".into(),
        practice: true,
    };
    // The study began before its first person; the ledger is written in the order of its days.
    let first_day = live::moment(now.today.minus(&Period::years(13)), 0);
    let (mut clinic, _) = Clinic::create_with(&asked, site, Cost::practice(), &first_day)?;
    for preset in &PROTOCOLS[1..] {
        clinic.adopt_protocol(preset, &first_day)?;
    }
    let presets = clinic::default_protocols();
    let text = presets.iter().find(|(path, ..)| path == PROTOCOLS[0]).map(|(_, _, text)| *text);
    clinic.adopt_protocol(&agreed::with_forms(text.unwrap_or_default(), now.today), &first_day)?;
    let form = RangesForm { csv: LABORATORY.into(), because: String::new() };
    clinic.keep_reference_ranges(&form, &first_day)?;
    Ok(clinic)
}
