//! Cohort: stopping rules and background rates against everyone.

use clinic::wire::cohort::CohortPage;
use tauri::State;

use crate::desk::Desk;
use crate::failure::Failure;

#[tauri::command]
#[specta::specta]
pub async fn cohort(desk: State<'_, Desk>) -> Result<CohortPage, Failure> {
    desk.open(|clinic, now| clinic.cohort(now)).await
}
