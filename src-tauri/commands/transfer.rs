//! A subject handed over to another site, and one taken over from it.

use clinic::wire::enrol::Enrolled;
use clinic::wire::transfer::{PackAsked, PackSeen, TransferInForm, TransferOutForm, TransferredOut};
use tauri::{AppHandle, State};

use super::clones::{chosen_file, chosen_place};
use crate::desk::Desk;
use crate::failure::Failure;

const NAME: &str = "Perennial";
const ENDING: &str = "perennial-handover";

/// Where to write a pack, in the system's own window; `None` when it was closed without a name.
#[tauri::command]
#[specta::specta]
pub async fn choose_pack_place(app: AppHandle, title: String, code: String) -> Result<Option<String>, Failure> {
    Ok(chosen_place(&app, title, NAME, ENDING, &format!("{code}-handover.{ENDING}")).await)
}

#[tauri::command]
#[specta::specta]
pub async fn transfer_out(desk: State<'_, Desk>, form: TransferOutForm) -> Result<TransferredOut, Failure> {
    desk.open(move |clinic, now| clinic.transfer_out(&form, clinic::key_cost(), now)).await
}

#[tauri::command]
#[specta::specta]
pub async fn choose_pack(app: AppHandle, title: String) -> Result<Option<String>, Failure> {
    Ok(chosen_file(&app, title, NAME, &[ENDING]).await)
}

#[tauri::command]
#[specta::specta]
pub async fn look_at_pack(desk: State<'_, Desk>, asked: PackAsked) -> Result<PackSeen, Failure> {
    desk.open(move |clinic, now| clinic.look_at_pack(&asked, now)).await
}

#[tauri::command]
#[specta::specta]
pub async fn transfer_in(desk: State<'_, Desk>, form: TransferInForm) -> Result<Enrolled, Failure> {
    desk.open(move |clinic, now| clinic.transfer_in(&form, now)).await
}
