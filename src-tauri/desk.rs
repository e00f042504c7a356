//! The desk: the open or locked session, and the only reader of the clock. Hands out `today`.

#![allow(clippy::disallowed_methods, reason = "the desk is where the clock, the home folder and the language are read")]

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use clinic::{Clinic, Now, Refusal};
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

use crate::failure::Failure;

/// What the shell keeps between commands.
#[derive(Clone, Default)]
pub struct Desk {
    seat: Arc<Mutex<Seat>>,
    /// Set when a person breaks off what runs beside the seat.
    stop: Arc<AtomicBool>,
}

#[derive(Default)]
pub(crate) struct Seat {
    pub clinic: Option<Clinic>,
    /// Language before anyone is known.
    pub language: Option<String>,
}

impl Desk {
    /// Long work that needs no store, on a thread of its own: nobody else waits for it.
    pub(crate) async fn beside<T, F>(work: F) -> Result<T, Failure>
    where
        T: Send + 'static,
        F: FnOnce() -> Result<T, Refusal> + Send + 'static,
    {
        match tauri::async_runtime::spawn_blocking(work).await {
            Ok(outcome) => outcome.map_err(Failure::from),
            Err(error) => Err(Failure::of_panic(&error)),
        }
    }

    /// The sign to stop, lowered for work that begins.
    pub(crate) fn fresh_stop(&self) -> Arc<AtomicBool> {
        self.stop.store(false, Ordering::Relaxed);
        Arc::clone(&self.stop)
    }

    pub(crate) fn stop(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }

    /// Runs `work` on a thread that may wait for the disk, with whatever seat there is.
    pub(crate) async fn seated<T, F>(&self, work: F) -> Result<T, Failure>
    where
        T: Send + 'static,
        F: FnOnce(&mut Seat, &Now) -> Result<T, Refusal> + Send + 'static,
    {
        let seat = Arc::clone(&self.seat);
        let done = tauri::async_runtime::spawn_blocking(move || {
            // A panic in an earlier command must not lock people out of their data.
            let mut seat = seat.lock().unwrap_or_else(PoisonError::into_inner);
            work(&mut seat, &now())
        });
        match done.await {
            Ok(outcome) => outcome.map_err(Failure::from),
            Err(error) => Err(Failure::of_panic(&error)),
        }
    }

    /// The same for work that needs an open store, at the moment that it shows.
    pub(crate) async fn open<T, F>(&self, work: F) -> Result<T, Failure>
    where
        T: Send + 'static,
        F: FnOnce(&mut Clinic, &Now) -> Result<T, Refusal> + Send + 'static,
    {
        self.seated(|seat, now| match seat.clinic.as_mut() {
            Some(clinic) => {
                let shown = clinic.shown(now);
                work(clinic, &shown)
            }
            None => Err(Refusal::not_allowed("locked")),
        })
        .await
    }
}

/// This moment, as the civil day here and as the stamp of what is written.
pub(crate) fn now() -> Now {
    let zoned = Zoned::now().round(jiff::Unit::Second).unwrap_or_else(|_| Zoned::now());
    clinic::now_of(&zoned.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string(), zoned.timestamp().as_millisecond())
}

/// How far the system's clock stands from UTC at an instant, in seconds from 1970.
pub(crate) fn minutes_east(unix_seconds: i64) -> i32 {
    let at = Timestamp::from_second(unix_seconds).unwrap_or(Timestamp::UNIX_EPOCH);
    TimeZone::system().to_offset(at).seconds() / 60
}

/// Folder of the stores: `PERENNIAL_HOME`, else `Perennial` in the person's home.
pub(crate) fn home() -> PathBuf {
    std::env::var_os("PERENNIAL_HOME")
        .map_or_else(|| std::env::home_dir().unwrap_or_else(|| PathBuf::from(".")).join("Perennial"), PathBuf::from)
}

pub(crate) fn default_store() -> PathBuf {
    home().join("site.perennial")
}

pub(crate) fn practice_store() -> PathBuf {
    home().join("practice").join("practice.perennial")
}

/// Stores in the home folder, and the practice study.
pub(crate) fn stores() -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = std::fs::read_dir(home())
        .into_iter()
        .flatten()
        .filter_map(|item| Some(item.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "perennial"))
        .collect();
    found.sort();
    let practice = practice_store();
    if Path::new(&practice).exists() {
        found.push(practice);
    }
    found
}

/// The system's language, as far as the environment tells.
pub(crate) fn system_language() -> String {
    let told =
        ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(|name| std::env::var(name).ok().filter(|v| !v.is_empty()));
    clinic::known_language(&told.unwrap_or_default())
}
