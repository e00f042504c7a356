//! Midnight, wake-up and the backup of the day: what happens while nobody types.

use std::time::Duration;

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

/// How often the day is looked at; after a sleep the first look comes at once.
const LOOK: Duration = Duration::from_secs(20);

/// Watches the day as long as the program runs.
pub fn watch(app: AppHandle) {
    tauri::async_runtime::spawn(async move {
        let mut day = desk::now().today;
        let mut ticks = tokio::time::interval(LOOK);
        loop {
            ticks.tick().await;
            let today = desk::now().today;
            if today != day {
                day = today;
                // A window that is just closing cannot listen any more; there is nothing to mend then.
                let _ = DayChanged { today: today.to_string() }.emit(&app);
            }
            back_up(&app).await;
        }
    });
}

/// One proven backup a day, made beside the work.
async fn back_up(app: &AppHandle) {
    let desk = app.state::<Desk>().inner().clone();
    let outcome = desk
        .seated(|seat, now| match seat.clinic.as_mut() {
            Some(clinic) if clinic.backup_is_due(now)? => clinic.backup_of_the_day(now).map(Some),
            _ => Ok(None),
        })
        .await;
    if let Err(failure) = outcome {
        eprintln!("perennial: backup of the day failed: {}", failure.code);
    }
}
