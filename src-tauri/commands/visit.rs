//! Visit: plan, check while typing, keep the draft, review, record, correct.

use clinic::wire::visit::{
    Correction, DraftKept, DraftLine, FormChecked, FormOpened, Receipt, VisitAsked, VisitDraft, VisitPlan, VisitReview,
};
use clinic::{EnteredForm, RecordId, SubjectId};
use tauri::State;

use crate::desk::Desk;
use crate::failure::Failure;

#[tauri::command]
#[specta::specta]
pub async fn plan_visit(desk: State<'_, Desk>, asked: VisitAsked) -> Result<VisitPlan, Failure> {
    desk.open(move |clinic, now| clinic.plan_visit(&asked, now)).await
}

#[tauri::command]
#[specta::specta]
pub async fn check_form(desk: State<'_, Desk>, subject: SubjectId, form: EnteredForm) -> Result<FormChecked, Failure> {
    desk.open(move |clinic, now| clinic.check_form(subject, &form, now)).await
}

#[tauri::command]
#[specta::specta]
pub async fn keep_draft(
    desk: State<'_, Desk>,
    key: String,
    subject: Option<SubjectId>,
    json: String,
) -> Result<(), Failure> {
    desk.open(move |clinic, now| clinic.keep_draft(&key, subject, &json, now)).await
}

#[tauri::command]
#[specta::specta]
pub async fn draft(desk: State<'_, Desk>, key: String) -> Result<Option<DraftKept>, Failure> {
    desk.open(move |clinic, _| clinic.draft(&key)).await
}

#[tauri::command]
#[specta::specta]
pub async fn drafts(desk: State<'_, Desk>) -> Result<Vec<DraftLine>, Failure> {
    desk.open(|clinic, _| clinic.drafts()).await
}

#[tauri::command]
#[specta::specta]
pub async fn drop_draft(desk: State<'_, Desk>, key: String) -> Result<(), Failure> {
    desk.open(move |clinic, _| clinic.drop_draft(&key)).await
}

#[tauri::command]
#[specta::specta]
pub async fn review_visit(desk: State<'_, Desk>, draft: VisitDraft) -> Result<VisitReview, Failure> {
    desk.open(move |clinic, now| clinic.review_visit(&draft, now)).await
}

#[tauri::command]
#[specta::specta]
pub async fn record_visit(desk: State<'_, Desk>, draft: VisitDraft) -> Result<Receipt, Failure> {
    desk.open(move |clinic, now| clinic.record_visit(&draft, now)).await
}

#[tauri::command]
#[specta::specta]
pub async fn form_of(desk: State<'_, Desk>, subject: SubjectId, record: RecordId) -> Result<FormOpened, Failure> {
    desk.open(move |clinic, _| clinic.form_of(subject, record)).await
}

#[tauri::command]
#[specta::specta]
pub async fn correct_record(desk: State<'_, Desk>, correction: Correction) -> Result<Receipt, Failure> {
    desk.open(move |clinic, now| clinic.correct_record(&correction, now)).await
}
