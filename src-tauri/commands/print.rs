//! Print: papers are saved as files and handed to the system.

use clinic::SubjectId;
use clinic::wire::calendar::CalendarSaved;
use clinic::wire::growth::GrowthPrintAsked;
use clinic::wire::page::{CallAsked, PaperSize, PrintAsked, Printed};
use clinic::wire::today::TodayAsked;
use tauri::AppHandle;
use tauri::State;

use crate::desk::Desk;
use crate::failure::Failure;

#[tauri::command]
#[specta::specta]
pub async fn print_schedule(desk: State<'_, Desk>, asked: PrintAsked) -> Result<Printed, Failure> {
    desk.open(move |clinic, now| clinic.print_schedule(&asked, now)).await
}

#[tauri::command]
#[specta::specta]
pub async fn print_calendar(desk: State<'_, Desk>, asked: PrintAsked) -> Result<CalendarSaved, Failure> {
    desk.open(move |clinic, now| clinic.print_calendar(&asked, now)).await
}

#[tauri::command]
#[specta::specta]
pub async fn print_growth(desk: State<'_, Desk>, asked: GrowthPrintAsked) -> Result<Printed, Failure> {
    desk.open(move |clinic, now| clinic.print_growth(&asked, now)).await
}

#[tauri::command]
#[specta::specta]
pub async fn print_call(desk: State<'_, Desk>, asked: CallAsked) -> Result<Printed, Failure> {
    desk.open(move |clinic, now| clinic.print_call(&asked, now)).await
}

#[tauri::command]
#[specta::specta]
pub async fn print_worklist(desk: State<'_, Desk>, asked: TodayAsked, paper: PaperSize) -> Result<Printed, Failure> {
    desk.open(move |clinic, now| clinic.print_worklist(&asked, paper, now)).await
}

#[tauri::command]
#[specta::specta]
pub async fn print_reasons(desk: State<'_, Desk>, subject: SubjectId, paper: PaperSize) -> Result<Printed, Failure> {
    desk.open(move |clinic, now| clinic.print_reasons(subject, paper, now)).await
}

#[tauri::command]
#[specta::specta]
pub async fn open_path(app: AppHandle, desk: State<'_, Desk>, path: String) -> Result<(), Failure> {
    desk.open(move |_, _| crate::paper::open(&app, &path)).await
}
