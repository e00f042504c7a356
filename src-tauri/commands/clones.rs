//! Clones: a laboratory's table looked at, read, saved or taken back; the clones of one subject.

use std::ops::ControlFlow;

use clinic::wire::clones::ClonalityPage;
use clinic::wire::import::{ImportForm, ImportReceipt, TableAsked, TableRead, TableSeen};
use clinic::wire::page::{PaperSize, Printed};
use clinic::{Progress, RecordId, SubjectId};
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::{AppHandle, State};
use tauri_plugin_dialog::DialogExt;
use tauri_specta::Event;

use crate::desk::Desk;
use crate::failure::Failure;

/// How far a table is: of `all` steps, or rows while it is read (then `all` is 0).
#[derive(Clone, Debug, Serialize, Deserialize, Type, Event)]
pub struct ImportProgress {
    pub stage: String,
    pub done: u32,
    pub all: u32,
}

/// Tells the window, and asks whether to go on.
fn teller(app: &AppHandle, desk: &Desk) -> impl FnMut(Progress) -> ControlFlow<()> + use<> {
    let (app, stop) = (app.clone(), desk.fresh_stop());
    move |progress| {
        let number = |value: usize| u32::try_from(value).unwrap_or(u32::MAX);
        let (stage, done, all) = match progress {
            Progress::Read(rows) => ("read", u32::try_from(rows).unwrap_or(u32::MAX), 0),
            Progress::Packed(done, all) => ("packed", number(done), number(all)),
            Progress::Kept(done, all) => ("kept", number(done), number(all)),
        };
        // A window that is just closing cannot listen any more; the import ends with the program.
        let _ = ImportProgress { stage: stage.to_owned(), done, all }.emit(&app);
        if stop.load(std::sync::atomic::Ordering::Relaxed) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }
}

/// The system's own window for choosing a file; `None` when it was closed without one.
#[tauri::command]
#[specta::specta]
pub async fn choose_table(app: AppHandle, title: String) -> Result<Option<String>, Failure> {
    Ok(chosen_file(&app, title, "CSV, TSV, XLSX", &["csv", "tsv", "txt", "xlsx"]).await)
}

/// The path of a file with one of these endings that a person chose in the system's own window.
pub(crate) async fn chosen_file(app: &AppHandle, title: String, name: &str, endings: &[&str]) -> Option<String> {
    let (answer, asked) = tokio::sync::oneshot::channel();
    app.dialog().file().set_title(title).add_filter(name, endings).pick_file(move |chosen| {
        let path = chosen.and_then(|file| file.into_path().ok());
        // The command may have been given up meanwhile.
        let _ = answer.send(path.map(|path| path.display().to_string()));
    });
    asked.await.ok().flatten()
}

/// The path of a file to be written that a person chose in the system's own window.
pub(crate) async fn chosen_place(
    app: &AppHandle,
    title: String,
    name: &str,
    ending: &str,
    file: &str,
) -> Option<String> {
    let (answer, asked) = tokio::sync::oneshot::channel();
    let window = app.dialog().file().set_title(title).add_filter(name, &[ending]).set_file_name(file);
    window.save_file(move |chosen| {
        let path = chosen.and_then(|file| file.into_path().ok());
        // The command may have been given up meanwhile.
        let _ = answer.send(path.map(|path| path.display().to_string()));
    });
    asked.await.ok().flatten()
}

#[tauri::command]
#[specta::specta]
pub async fn look_at_table(desk: State<'_, Desk>, asked: TableAsked) -> Result<TableSeen, Failure> {
    desk.open(move |clinic, _| clinic.look_at_table(&asked)).await
}

/// Reads the table without holding the store; only then is it looked at with the person's records.
#[tauri::command]
#[specta::specta]
pub async fn samples_of_table(
    app: AppHandle,
    desk: State<'_, Desk>,
    subject: SubjectId,
    asked: TableAsked,
) -> Result<TableRead, Failure> {
    let mut told = teller(&app, &desk);
    let read = Desk::beside(move || clinic::read_table(&asked, &mut told)).await?;
    desk.open(move |clinic, now| clinic.samples_of_table(&read, subject, now)).await
}

#[tauri::command]
#[specta::specta]
pub async fn import_sites(app: AppHandle, desk: State<'_, Desk>, form: ImportForm) -> Result<ImportReceipt, Failure> {
    let mut told = teller(&app, &desk);
    let (packed, form, mut told) = Desk::beside(move || {
        let packed = clinic::read_table(&form.table, &mut told)?.pack(&mut told)?;
        Ok((packed, form, told))
    })
    .await?;
    desk.open(move |clinic, now| clinic.import_sites(packed, &form, now, &mut told)).await
}

/// Breaks off whatever table is being read or saved: nothing of it is kept.
#[tauri::command]
#[specta::specta]
pub async fn stop_import(desk: State<'_, Desk>) -> Result<(), Failure> {
    desk.stop();
    Ok(())
}

#[tauri::command]
#[specta::specta]
pub async fn undo_import(
    desk: State<'_, Desk>,
    subject: SubjectId,
    record: RecordId,
    because: String,
) -> Result<(), Failure> {
    desk.open(move |clinic, now| clinic.undo_import(subject, record, &because, now)).await
}

#[tauri::command]
#[specta::specta]
pub async fn clonality(desk: State<'_, Desk>, subject: SubjectId) -> Result<ClonalityPage, Failure> {
    desk.open(move |clinic, now| clinic.clonality(subject, now)).await
}

#[tauri::command]
#[specta::specta]
pub async fn print_clones(
    desk: State<'_, Desk>,
    subject: SubjectId,
    group: u32,
    paper: PaperSize,
) -> Result<Printed, Failure> {
    desk.open(move |clinic, now| clinic.print_clones(subject, group, paper, now)).await
}
