//! Audit: the ledger, line by line.

use clinic::wire::page::{AuditAsked, AuditLine};
use tauri::State;

use crate::desk::Desk;
use crate::failure::Failure;

#[tauri::command]
#[specta::specta]
pub async fn audit(desk: State<'_, Desk>, asked: AuditAsked) -> Result<Vec<AuditLine>, Failure> {
    desk.open(move |clinic, _| clinic.audit(&asked)).await
}
