//! Calendar: appointments, closures, files of other calendars, kits and courier, the work ahead.

use clinic::wire::calendar::{
    AppointmentForm, AppointmentsAsked, AppointmentsSeen, CalendarDay, CalendarMonth, CalendarSaved, CalendarYear,
    ClosureForm, ForecastPage, Planned, StatusAsked, StatusEnds,
};
use clinic::wire::kits::{CourierForm, KitForm, KitsPage};
use clinic::wire::settings::Exported;
use clinic::{RecordId, SubjectId};
use tauri::{AppHandle, State};

use super::clones::chosen_file;
use crate::desk::{self, Desk};
use crate::failure::Failure;

#[tauri::command]
#[specta::specta]
pub async fn calendar_month(desk: State<'_, Desk>, on: String) -> Result<CalendarMonth, Failure> {
    desk.open(move |clinic, now| clinic.calendar_month(&on, now)).await
}

#[tauri::command]
#[specta::specta]
pub async fn calendar_day(desk: State<'_, Desk>, on: String) -> Result<CalendarDay, Failure> {
    desk.open(move |clinic, now| clinic.calendar_day(&on, now)).await
}

#[tauri::command]
#[specta::specta]
pub async fn calendar_year(desk: State<'_, Desk>, on: String) -> Result<CalendarYear, Failure> {
    desk.open(move |clinic, now| clinic.calendar_year(&on, now)).await
}

#[tauri::command]
#[specta::specta]
pub async fn plan_appointment(desk: State<'_, Desk>, form: AppointmentForm) -> Result<Planned, Failure> {
    desk.open(move |clinic, now| clinic.plan_appointment(&form, now)).await
}

#[tauri::command]
#[specta::specta]
pub async fn move_appointment(desk: State<'_, Desk>, form: AppointmentForm) -> Result<Planned, Failure> {
    desk.open(move |clinic, now| clinic.move_appointment(&form, now)).await
}

#[tauri::command]
#[specta::specta]
pub async fn cancel_appointment(
    desk: State<'_, Desk>,
    subject: SubjectId,
    record: RecordId,
    because: String,
) -> Result<(), Failure> {
    desk.open(move |clinic, now| clinic.cancel_appointment(subject, record, &because, now)).await
}

/// What a status would leave without anybody to come.
#[tauri::command]
#[specta::specta]
pub async fn status_ends(desk: State<'_, Desk>, asked: StatusAsked) -> Result<StatusEnds, Failure> {
    desk.open(move |clinic, _| clinic.status_ends(&asked)).await
}

#[tauri::command]
#[specta::specta]
pub async fn mark_kept(desk: State<'_, Desk>, subject: SubjectId, record: RecordId) -> Result<(), Failure> {
    desk.open(move |clinic, now| clinic.mark_kept(subject, record, now)).await
}

#[tauri::command]
#[specta::specta]
pub async fn keep_closure(desk: State<'_, Desk>, form: ClosureForm) -> Result<(), Failure> {
    desk.open(move |clinic, now| clinic.keep_closure(&form, now)).await
}

#[tauri::command]
#[specta::specta]
pub async fn drop_closure(desk: State<'_, Desk>, record: RecordId) -> Result<(), Failure> {
    desk.open(move |clinic, now| clinic.drop_closure(record, now)).await
}

#[tauri::command]
#[specta::specta]
pub async fn export_appointments(desk: State<'_, Desk>) -> Result<CalendarSaved, Failure> {
    desk.open(|clinic, now| clinic.export_appointments("", now)).await
}

/// The system's own window for choosing a calendar file; `None` when it was closed without one.
#[tauri::command]
#[specta::specta]
pub async fn choose_calendar(app: AppHandle, title: String) -> Result<Option<String>, Failure> {
    Ok(chosen_file(&app, title, "ICS, CSV", &["ics", "csv", "tsv", "txt"]).await)
}

#[tauri::command]
#[specta::specta]
pub async fn look_at_appointments(
    desk: State<'_, Desk>,
    asked: AppointmentsAsked,
) -> Result<AppointmentsSeen, Failure> {
    desk.open(move |clinic, now| clinic.look_at_appointments(&asked, &desk::minutes_east, now)).await
}

#[tauri::command]
#[specta::specta]
pub async fn import_appointments(desk: State<'_, Desk>, asked: AppointmentsAsked) -> Result<AppointmentsSeen, Failure> {
    desk.open(move |clinic, now| clinic.import_appointments(&asked, &desk::minutes_east, now)).await
}

#[tauri::command]
#[specta::specta]
pub async fn kits(desk: State<'_, Desk>) -> Result<KitsPage, Failure> {
    desk.open(|clinic, now| clinic.kits(now)).await
}

#[tauri::command]
#[specta::specta]
pub async fn record_kit(desk: State<'_, Desk>, form: KitForm) -> Result<(), Failure> {
    desk.open(move |clinic, now| clinic.record_kit(&form, now)).await
}

#[tauri::command]
#[specta::specta]
pub async fn keep_courier(desk: State<'_, Desk>, form: CourierForm) -> Result<(), Failure> {
    desk.open(move |clinic, now| clinic.keep_courier(&form, now)).await
}

#[tauri::command]
#[specta::specta]
pub async fn forecast(desk: State<'_, Desk>) -> Result<ForecastPage, Failure> {
    desk.open(|clinic, now| clinic.forecast(now)).await
}

#[tauri::command]
#[specta::specta]
pub async fn export_forecast(desk: State<'_, Desk>) -> Result<Exported, Failure> {
    desk.open(|clinic, now| clinic.export_forecast("", now)).await
}
