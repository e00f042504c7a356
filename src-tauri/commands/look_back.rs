//! As known on a past day, and back: the session that comes with either says which day is shown.

use clinic::Refusal;
use clinic::wire::start::Session;
use tauri::State;

use crate::desk::Desk;
use crate::failure::Failure;

#[tauri::command]
#[specta::specta]
pub async fn look_back(desk: State<'_, Desk>, day: String) -> Result<Session, Failure> {
    let day = day.trim().to_owned();
    desk.seated(move |seat, now| {
        let clinic = seat.clinic.as_mut().ok_or_else(|| Refusal::not_allowed("locked"))?;
        let day = day.parse().map_err(|_| Refusal::fix("not-a-date").about("as_of").with("value", &day))?;
        clinic.look_back(day, now)
    })
    .await
}

#[tauri::command]
#[specta::specta]
pub async fn look_ahead(desk: State<'_, Desk>) -> Result<Session, Failure> {
    desk.seated(|seat, now| seat.clinic.as_mut().ok_or_else(|| Refusal::not_allowed("locked"))?.look_ahead(now)).await
}
