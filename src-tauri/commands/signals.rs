//! Signals: the list, one finding, what people do about it.

use clinic::SubjectId;
use clinic::wire::signal::{FindingLine, FindingPage, HandlingForm, SignalsAsked};
use tauri::State;

use crate::desk::Desk;
use crate::failure::Failure;

#[tauri::command]
#[specta::specta]
pub async fn signals(desk: State<'_, Desk>, asked: SignalsAsked) -> Result<Vec<FindingLine>, Failure> {
    desk.open(move |clinic, now| clinic.signals(&asked, now)).await
}

#[tauri::command]
#[specta::specta]
pub async fn finding(desk: State<'_, Desk>, subject: SubjectId, key: String) -> Result<FindingPage, Failure> {
    desk.open(move |clinic, now| clinic.finding(subject, &key, now)).await
}

#[tauri::command]
#[specta::specta]
pub async fn review_finding(desk: State<'_, Desk>, form: HandlingForm) -> Result<FindingPage, Failure> {
    desk.open(move |clinic, now| clinic.review_finding(&form, now)).await
}
