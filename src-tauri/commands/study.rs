//! Study: the protocol in readable form.

use clinic::wire::page::{FaultLine, StudyPage};
use tauri::State;

use crate::desk::Desk;
use crate::failure::Failure;

#[tauri::command]
#[specta::specta]
pub async fn study(desk: State<'_, Desk>, reference: String) -> Result<StudyPage, Failure> {
    desk.open(move |clinic, _| clinic.study(&reference)).await
}

#[tauri::command]
#[specta::specta]
pub async fn check_protocol(desk: State<'_, Desk>, toml: String) -> Result<Vec<FaultLine>, Failure> {
    desk.open(move |clinic, _| Ok(clinic.check_protocol(&toml))).await
}

#[tauri::command]
#[specta::specta]
pub async fn adopt_protocol(desk: State<'_, Desk>, preset_or_text: String) -> Result<String, Failure> {
    desk.open(move |clinic, now| clinic.adopt_protocol(&preset_or_text, now)).await
}
