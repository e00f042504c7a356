//! Subject: one life, and the facts of the person.

use clinic::wire::contact::{AttemptForm, LadderPage, LetterAsked};
use clinic::wire::course::CoursePreview;
use clinic::wire::enrol::{DosingForm, Enrolled, StatusForm};
use clinic::wire::growth::{GrowthAsked, GrowthChart};
use clinic::wire::page::{DateExplained, Printed, SubjectPage};
use clinic::wire::visit::Missing;
use clinic::{Identity, SubjectId};
use tauri::State;

use crate::desk::Desk;
use crate::failure::Failure;

#[tauri::command]
#[specta::specta]
pub async fn subject(desk: State<'_, Desk>, subject: SubjectId) -> Result<SubjectPage, Failure> {
    desk.open(move |clinic, now| clinic.subject(subject, now)).await
}

#[tauri::command]
#[specta::specta]
pub async fn explain_date(desk: State<'_, Desk>, subject: SubjectId, key: String) -> Result<DateExplained, Failure> {
    desk.open(move |clinic, _| clinic.explain_date(subject, &key)).await
}

#[tauri::command]
#[specta::specta]
pub async fn growth_chart(desk: State<'_, Desk>, asked: GrowthAsked) -> Result<GrowthChart, Failure> {
    desk.open(move |clinic, now| clinic.growth_chart(&asked, now)).await
}

#[tauri::command]
#[specta::specta]
pub async fn subject_of_code(desk: State<'_, Desk>, code: String) -> Result<SubjectId, Failure> {
    desk.open(move |clinic, _| clinic.subject_of_code(&code)).await
}

#[tauri::command]
#[specta::specta]
pub async fn identity(desk: State<'_, Desk>, subject: SubjectId) -> Result<Identity, Failure> {
    desk.open(move |clinic, _| clinic.identity(subject)).await
}

#[tauri::command]
#[specta::specta]
pub async fn set_identity(
    desk: State<'_, Desk>,
    subject: SubjectId,
    identity: Identity,
    because: String,
) -> Result<(), Failure> {
    desk.open(move |clinic, now| clinic.set_identity(subject, &identity, &because, now)).await
}

#[tauri::command]
#[specta::specta]
pub async fn change_status(desk: State<'_, Desk>, form: StatusForm) -> Result<Enrolled, Failure> {
    desk.open(move |clinic, now| clinic.change_status(&form, now)).await
}

#[tauri::command]
#[specta::specta]
pub async fn preview_dosing(
    desk: State<'_, Desk>,
    subject: SubjectId,
    form: DosingForm,
) -> Result<CoursePreview, Failure> {
    desk.open(move |clinic, now| clinic.preview_dosing(subject, &form, now)).await
}

#[tauri::command]
#[specta::specta]
pub async fn record_dosing(desk: State<'_, Desk>, subject: SubjectId, form: DosingForm) -> Result<Enrolled, Failure> {
    desk.open(move |clinic, now| clinic.record_dosing(subject, &form, now)).await
}

#[tauri::command]
#[specta::specta]
pub async fn declare_missed(desk: State<'_, Desk>, missing: Missing) -> Result<(), Failure> {
    desk.open(move |clinic, now| clinic.declare_missed(&missing, now)).await
}

#[tauri::command]
#[specta::specta]
pub async fn contact_ladder(desk: State<'_, Desk>, subject: SubjectId) -> Result<LadderPage, Failure> {
    desk.open(move |clinic, now| clinic.contact_ladder(subject, now)).await
}

#[tauri::command]
#[specta::specta]
pub async fn record_attempt(desk: State<'_, Desk>, form: AttemptForm) -> Result<Enrolled, Failure> {
    desk.open(move |clinic, now| clinic.record_attempt(&form, now)).await
}

#[tauri::command]
#[specta::specta]
pub async fn print_contact_letter(desk: State<'_, Desk>, asked: LetterAsked) -> Result<Printed, Failure> {
    desk.open(move |clinic, now| clinic.print_contact_letter(&asked, now)).await
}
