//! Settings: users, language, backups, checks, export.

use clinic::wire::ranges::{RangesForm, RangesKept, RangesSeen};
use clinic::wire::settings::{BackupLine, Exported, NewUserForm, PassphraseForm, SiteForm, UserLine, VerdictLine};
use tauri::{AppHandle, State};

use super::clones::chosen_file;
use crate::desk::Desk;
use crate::failure::Failure;

#[tauri::command]
#[specta::specta]
pub async fn users(desk: State<'_, Desk>) -> Result<Vec<UserLine>, Failure> {
    desk.open(|clinic, _| clinic.users()).await
}

#[tauri::command]
#[specta::specta]
pub async fn add_user(desk: State<'_, Desk>, form: NewUserForm) -> Result<(), Failure> {
    desk.open(move |clinic, now| clinic.add_user(&form, clinic::key_cost(), now)).await
}

#[tauri::command]
#[specta::specta]
pub async fn retire_user(desk: State<'_, Desk>, login: String) -> Result<(), Failure> {
    desk.open(move |clinic, now| clinic.retire_user(&login, now)).await
}

#[tauri::command]
#[specta::specta]
pub async fn change_passphrase(desk: State<'_, Desk>, form: PassphraseForm) -> Result<(), Failure> {
    desk.open(move |clinic, now| clinic.change_passphrase(&form, clinic::key_cost(), now)).await
}

#[tauri::command]
#[specta::specta]
pub async fn site_details(desk: State<'_, Desk>) -> Result<SiteForm, Failure> {
    desk.open(|clinic, _| clinic.site_details()).await
}

#[tauri::command]
#[specta::specta]
pub async fn correct_site(desk: State<'_, Desk>, form: SiteForm) -> Result<(), Failure> {
    desk.open(move |clinic, now| clinic.correct_site(&form, now)).await
}

#[tauri::command]
#[specta::specta]
pub async fn confirm_date(desk: State<'_, Desk>, because: String) -> Result<(), Failure> {
    desk.open(move |clinic, now| clinic.confirm_date(&because, now)).await
}

#[tauri::command]
#[specta::specta]
pub async fn set_language(desk: State<'_, Desk>, language: String) -> Result<(), Failure> {
    desk.seated(move |seat, _| super::unlock::speak(seat, &language)).await
}

#[tauri::command]
#[specta::specta]
pub async fn set_auto_lock(desk: State<'_, Desk>, minutes: u32) -> Result<(), Failure> {
    desk.open(move |clinic, _| clinic.set_auto_lock(minutes)).await
}

#[tauri::command]
#[specta::specta]
pub async fn backup_now(desk: State<'_, Desk>) -> Result<BackupLine, Failure> {
    desk.open(|clinic, now| clinic.backup_now(now)).await
}

#[tauri::command]
#[specta::specta]
pub async fn verify(desk: State<'_, Desk>, deep: bool) -> Result<VerdictLine, Failure> {
    desk.open(move |clinic, _| clinic.verify(deep)).await
}

#[tauri::command]
#[specta::specta]
pub async fn export(desk: State<'_, Desk>) -> Result<Exported, Failure> {
    desk.open(|clinic, now| clinic.export_file(now)).await
}

#[tauri::command]
#[specta::specta]
pub async fn reference_ranges(desk: State<'_, Desk>) -> Result<Vec<RangesKept>, Failure> {
    desk.open(|clinic, _| clinic.reference_ranges()).await
}

/// The text of the file that the person chooses in the system's own window; `None` when it was closed without one.
#[tauri::command]
#[specta::specta]
pub async fn choose_ranges(app: AppHandle, title: String) -> Result<Option<String>, Failure> {
    match chosen_file(&app, title, "CSV, TSV", &["csv", "tsv", "txt"]).await {
        Some(path) => Desk::beside(move || clinic::text_of_file(&path)).await.map(Some),
        None => Ok(None),
    }
}

#[tauri::command]
#[specta::specta]
pub async fn look_at_ranges(desk: State<'_, Desk>, csv: String) -> Result<RangesSeen, Failure> {
    desk.open(move |clinic, _| clinic.look_at_ranges(&csv)).await
}

#[tauri::command]
#[specta::specta]
pub async fn keep_reference_ranges(desk: State<'_, Desk>, form: RangesForm) -> Result<RangesSeen, Failure> {
    desk.open(move |clinic, now| clinic.keep_reference_ranges(&form, now)).await
}
