//! Subjects and enrolment.

use clinic::wire::enrol::{EnrolForm, Enrolled, ProtocolLine};
use clinic::wire::today::SubjectLine;
use clinic::wire::visit::ProblemLine;
use tauri::State;

use crate::desk::Desk;
use crate::failure::Failure;

#[tauri::command]
#[specta::specta]
pub async fn subjects(desk: State<'_, Desk>, search: String, state: String) -> Result<Vec<SubjectLine>, Failure> {
    desk.open(move |clinic, now| clinic.list_subjects(&search, &state, now)).await
}

#[tauri::command]
#[specta::specta]
pub async fn protocols(desk: State<'_, Desk>) -> Result<Vec<ProtocolLine>, Failure> {
    desk.open(|clinic, _| clinic.protocols()).await
}

#[tauri::command]
#[specta::specta]
pub async fn enrol(desk: State<'_, Desk>, form: EnrolForm) -> Result<Enrolled, Failure> {
    desk.open(move |clinic, now| clinic.enrol(&form, now)).await
}

#[tauri::command]
#[specta::specta]
pub async fn check_enrol(desk: State<'_, Desk>, form: EnrolForm) -> Result<Vec<ProblemLine>, Failure> {
    desk.open(move |clinic, now| clinic.check_enrol(&form, now)).await
}
