//! Midnight, wake-up and the backup of the day: what happens while nobody types.

use std::time::Duration;

use tokio::time::Instant;

use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::{AppHandle, Manager};
use tauri_specta::Event;

use crate::desk::{self, Desk};

/// The civil day is another one than before: midnight has passed or the laptop woke up.
#[derive(Clone, Debug, Serialize, Deserialize, Type, Event)]
pub struct DayChanged {
    pub today: String,
}

/// The backup of the day could not be made; tried again within the hour.
#[derive(Clone, Debug, Serialize, Deserialize, Type, Event)]
pub struct BackupFailed {
    pub code: String,
}

/// How often the day is looked at; after a sleep the first look comes at once.
const LOOK: Duration = Duration::from_secs(20);
/// How long a backup that failed is left alone: each try copies and walks the whole store.
const AGAIN: Duration = Duration::from_secs(60 * 60);

/// Watches the day as long as the program runs.
pub fn watch(app: AppHandle) {
    tauri::async_runtime::spawn(async move {
        let mut day = desk::now().today;
        let mut not_before = Instant::now();
        let mut ticks = tokio::time::interval(LOOK);
        loop {
            ticks.tick().await;
            let today = desk::now().today;
            if today != day {
                day = today;
                // A window that is just closing cannot listen any more; there is nothing to mend then.
                let _ = DayChanged { today: today.to_string() }.emit(&app);
            }
            if Instant::now() >= not_before
                && let Err(code) = back_up(&app).await
            {
                not_before = Instant::now() + AGAIN;
                eprintln!("perennial: backup of the day failed: {code}");
                let _ = BackupFailed { code }.emit(&app);
            }
        }
    });
}

/// One proven backup a day, made beside the work.
async fn back_up(app: &AppHandle) -> Result<(), String> {
    let desk = app.state::<Desk>().inner().clone();
    let outcome = desk
        .seated(|seat, now| match seat.clinic.as_mut() {
            Some(clinic) if clinic.backup_is_due(now)? => clinic.backup_of_the_day(now).map(|made| made.proven),
            _ => Ok(true),
        })
        .await;
    match outcome {
        Ok(true) => Ok(()),
        Ok(false) => Err("backup-not-proven".to_owned()),
        Err(failure) => Err(failure.code),
    }
}
