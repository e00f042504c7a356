//! Unlock: create, open, recover, explore, lock.

use clinic::wire::start::{KitUnlocking, NewStore, Session, Start, StoreMade, Unlocking};
use clinic::{Clinic, Refusal};
use tauri::{AppHandle, State};

use crate::desk::{self, Desk};
use crate::failure::Failure;

#[tauri::command]
#[specta::specta]
pub async fn start(app: AppHandle, desk: State<'_, Desk>) -> Result<Start, Failure> {
    let version = app.package_info().version.to_string();
    desk.seated(move |seat, _| {
        let language = seat.language.get_or_insert_with(desk::system_language).clone();
        let found = desk::stores();
        let places: Vec<_> = found.iter().map(std::path::PathBuf::as_path).collect();
        // Whatever ended the program while the kit was on the table: the page does not stay.
        if seat.clinic.is_none() {
            tell(clinic::forget_kit_beside(&desk::default_store()));
        }
        Ok(clinic::start(&places, &desk::default_store(), &version, &language))
    })
    .await
}

#[tauri::command]
#[specta::specta]
pub async fn create_store(desk: State<'_, Desk>, asked: NewStore) -> Result<StoreMade, Failure> {
    desk.seated(move |seat, now| {
        let (clinic, kit) = Clinic::create(&asked, now)?;
        let printed = clinic.print_kit(&kit, now)?;
        let session = clinic.session(now)?;
        seat.clinic = Some(clinic);
        Ok(StoreMade { kit_words: kit.words.clone(), kit_pdf: printed.path, session })
    })
    .await
}

#[tauri::command]
#[specta::specta]
pub async fn unlock(desk: State<'_, Desk>, asked: Unlocking) -> Result<Session, Failure> {
    desk.seated(move |seat, now| {
        let language = seat.language.clone().unwrap_or_else(desk::system_language);
        // The same store cannot be opened twice: let go of it before taking it up again.
        seat.clinic = None;
        let clinic = Clinic::unlock(&asked, &language)?;
        let session = clinic.session(now);
        seat.clinic = Some(clinic);
        session
    })
    .await
}

#[tauri::command]
#[specta::specta]
pub async fn unlock_with_kit(desk: State<'_, Desk>, asked: KitUnlocking) -> Result<Session, Failure> {
    desk.seated(move |seat, now| {
        let language = seat.language.clone().unwrap_or_else(desk::system_language);
        seat.clinic = None;
        let clinic = Clinic::unlock_with_kit(&asked, clinic::key_cost(), &language, now)?;
        let session = clinic.session(now);
        seat.clinic = Some(clinic);
        session
    })
    .await
}

#[tauri::command]
#[specta::specta]
pub async fn explore_practice(desk: State<'_, Desk>) -> Result<Session, Failure> {
    desk.seated(|seat, now| {
        let language = seat.language.clone().unwrap_or_else(desk::system_language);
        seat.clinic = None;
        let clinic = practice::open_or_create(&desk::practice_store(), &language, now)?;
        let session = clinic.session(now);
        seat.clinic = Some(clinic);
        session
    })
    .await
}

#[tauri::command]
#[specta::specta]
pub async fn lock(desk: State<'_, Desk>) -> Result<(), Failure> {
    desk.seated(|seat, _| {
        if let Some(clinic) = seat.clinic.take() {
            tell(clinic.forget_kit());
        }
        Ok(())
    })
    .await
}

/// A page that cannot be removed must keep nobody from starting or locking; whoever confirms the kit is told on screen.
fn tell(removed: Result<(), Refusal>) {
    if let Err(refusal) = removed {
        eprintln!("perennial: the page of the recovery kit was not removed: {}", refusal.code);
    }
}

/// The kit is printed and its words were typed back: its page leaves the disk.
#[tauri::command]
#[specta::specta]
pub async fn forget_kit(desk: State<'_, Desk>) -> Result<(), Failure> {
    desk.open(|clinic, _| clinic.forget_kit()).await
}

#[tauri::command]
#[specta::specta]
pub async fn session(desk: State<'_, Desk>) -> Result<Option<Session>, Failure> {
    desk.seated(|seat, now| seat.clinic.as_ref().map(|clinic| clinic.session(now)).transpose()).await
}

/// Language of the screens before anyone unlocks, and of the session after.
pub(super) fn speak(seat: &mut crate::desk::Seat, language: &str) -> Result<(), Refusal> {
    seat.language = Some(clinic::known_language(language));
    seat.clinic.as_mut().map_or(Ok(()), |clinic| clinic.set_language(language))
}
