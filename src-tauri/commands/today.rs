//! Today: the worklist.

use clinic::wire::today::{TodayAsked, TodayPage};
use tauri::State;

use crate::desk::Desk;
use crate::failure::Failure;

#[tauri::command]
#[specta::specta]
pub async fn today(desk: State<'_, Desk>, asked: TodayAsked) -> Result<TodayPage, Failure> {
    desk.open(move |clinic, now| clinic.worklist(&asked, now)).await
}
