//! What a subject follows and agreed to: corrections of dates, amendments, tracks, consent, and the fewest contacts.

use clinic::SubjectId;
use clinic::wire::consent::{ConsentPage, GuardianForm};
use clinic::wire::course::{CourseForm, CoursePage, CoursePreview, TripsAsked, TripsPage, VersionsCompared};
use clinic::wire::enrol::Enrolled;
use tauri::State;

use crate::desk::Desk;
use crate::failure::Failure;

#[tauri::command]
#[specta::specta]
pub async fn course(desk: State<'_, Desk>, subject: SubjectId) -> Result<CoursePage, Failure> {
    desk.open(move |clinic, now| clinic.course(subject, now)).await
}

#[tauri::command]
#[specta::specta]
pub async fn preview_course(desk: State<'_, Desk>, form: CourseForm) -> Result<CoursePreview, Failure> {
    desk.open(move |clinic, now| clinic.preview_course(&form, now)).await
}

#[tauri::command]
#[specta::specta]
pub async fn change_course(desk: State<'_, Desk>, form: CourseForm) -> Result<Enrolled, Failure> {
    desk.open(move |clinic, now| clinic.change_course(&form, now)).await
}

#[tauri::command]
#[specta::specta]
pub async fn compare_versions(
    desk: State<'_, Desk>,
    before: String,
    after: String,
) -> Result<VersionsCompared, Failure> {
    desk.open(move |clinic, _| clinic.compare_versions(&before, &after)).await
}

#[tauri::command]
#[specta::specta]
pub async fn plan_trips(desk: State<'_, Desk>, asked: TripsAsked) -> Result<TripsPage, Failure> {
    desk.open(move |clinic, now| clinic.plan_trips(&asked, now)).await
}

#[tauri::command]
#[specta::specta]
pub async fn consent_page(desk: State<'_, Desk>, subject: SubjectId) -> Result<ConsentPage, Failure> {
    desk.open(move |clinic, now| clinic.consent_page(subject, now)).await
}

#[tauri::command]
#[specta::specta]
pub async fn keep_guardian(desk: State<'_, Desk>, form: GuardianForm) -> Result<Enrolled, Failure> {
    desk.open(move |clinic, now| clinic.keep_guardian(&form, now)).await
}
