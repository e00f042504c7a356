//! A table of the ward comes in with its preview, an appointment is called off and other calendars are told, an old file
//! does not bring it back unseen; somebody leaves, and what is still booked is called off or listed.

use std::path::Path;

use super::calendar::book_by_keyboard;
use super::first_day::{create_store, enrol, usable};
use crate::harness::App;
use jiff::civil::Date;
use jiff::{ToSpan, Zoned};

#[tokio::test(flavor = "multi_thread")]
async fn what_is_called_off_is_told_and_stays_so() {
    let home = tempfile::tempdir().unwrap();
    let app = App::open(home.path(), "en_GB.UTF-8").await;
    create_store(&app).await;
    // Month 6 is about to fall due.
    enrol(&app, &Zoned::now().date().saturating_sub(6.months()).saturating_add(5.days()).to_string()).await;
    let day = book_by_keyboard(&app).await;
    table_in(&app, home.path(), day).await;
    let before = saved(&app).await;
    call_off_in_the_day(&app).await;
    cancellation_out(&app, &before).await;
    old_file_in(&app, home.path(), &before).await;
    let day = book_by_keyboard(&app).await;
    leaves(&app, day).await;
    app.close().await;
}

/// What every entry of the table becomes, by its line.
async fn becomes(app: &App) -> Vec<String> {
    let mut told = Vec::new();
    for one in app.client.find_all(fantoccini::Locator::Css("[data-testid=\"becomes\"]")).await.unwrap() {
        told.push(one.attr("data-becomes").await.unwrap().unwrap_or_default());
    }
    told
}

async fn look_at(app: &App, path: &Path) {
    app.type_into("calendar-path-in", &path.display().to_string()).await;
    app.click("calendar-look").await;
    app.at("becomes").await;
    app.settled().await;
}

/// As Excel saves it: a byte order mark, and a cell of two lines.
async fn table_in(app: &App, home: &Path, day: Date) {
    let table = home.join("ward.csv");
    let rows = format!("BJ-001,{day},11:15,\"Room 2\r\nEast\"\r\nBJ-009,{day},09:00,\r\n");
    std::fs::write(&table, format!("\u{feff}Code,Date,Time,Location\r\n{rows}")).unwrap();
    app.click("calendar-files").await;
    app.at("calendar-exchange").await;
    look_at(app, &table).await;
    assert_eq!(becomes(app).await, ["moved", "unmatched"]);
    app.shows("nobody here has the code BJ-009").await;
    usable(app, "what a table becomes").await;
    app.picture("41-calendar-table").await;
    app.click("calendar-import-keep").await;
    app.gone("calendar-exchange").await;
    let chip = app.css(&format!("[data-day=\"{day}\"] [data-code=\"BJ-001\"]")).await;
    assert!(chip.text().await.unwrap().contains("11:15"));
    app.shows("Room 2").await;
}

/// The file for other calendars, as it lies on the disk.
async fn saved(app: &App) -> String {
    app.click("calendar-files").await;
    app.at("calendar-exchange").await;
    app.click("calendar-save").await;
    let text = std::fs::read_to_string(app.attribute("calendar-saved", "data-path").await).unwrap();
    assert!(text.contains("\r\nSTATUS:CONFIRMED\r\n") && text.contains("\r\nLOCATION:Room 2\\nEast\r\n"), "{text}");
    app.css("[data-testid=\"calendar-exchange\"] button").await;
    app.keys(&char::from(fantoccini::key::Key::Escape).to_string()).await;
    app.gone("calendar-exchange").await;
    text
}

async fn call_off_in_the_day(app: &App) {
    app.click("appointment-off").await;
    app.at("call-off").await;
    app.click("off-yes").await;
    app.gone("call-off").await;
    app.gone("day-appointment").await;
}

async fn cancellation_out(app: &App, before: &str) {
    app.click("calendar-files").await;
    app.at("calendar-exchange").await;
    app.click("calendar-save").await;
    let path = app.attribute("calendar-saved-off", "data-path").await;
    let text = std::fs::read_to_string(&path).unwrap();
    let uid = before.lines().find(|line| line.starts_with("UID:")).unwrap();
    // Booked, moved by the table, called off: the third version.
    for line in ["METHOD:CANCEL", uid, "SEQUENCE:2", "STATUS:CANCELLED"] {
        assert!(text.contains(&format!("\r\n{line}\r\n")), "{line} in\n{text}");
    }
    let whole = std::fs::read_to_string(app.attribute("calendar-saved", "data-path").await).unwrap();
    assert!(whole.contains("\r\nSTATUS:CANCELLED\r\n") && !whole.contains("CONFIRMED"), "{whole}");
}

/// The file of an hour ago: what it would revive is not ticked.
async fn old_file_in(app: &App, home: &Path, before: &str) {
    let old = home.join("old.ics");
    std::fs::write(&old, before).unwrap();
    look_at(app, &old).await;
    assert_eq!(becomes(app).await, ["revived"]);
    assert!(!app.at("take").await.is_selected().await.unwrap(), "nobody wanted it");
    assert!(!app.at("calendar-import-keep").await.is_enabled().await.unwrap());
    usable(app, "an old file").await;
    app.picture("42-calendar-old-file").await;
    app.keys(&char::from(fantoccini::key::Key::Escape).to_string()).await;
    app.gone("calendar-exchange").await;
}

/// Withdrawn with the tick taken away: the calendar lists what nobody comes for. Then with it.
async fn leaves(app: &App, day: Date) {
    status(app, "withdrawn").await;
    app.at("beyond").await;
    assert!(app.at("call-off-with").await.is_selected().await.unwrap(), "the tick is set");
    usable(app, "a status with what is still booked").await;
    app.picture("43-status-call-off").await;
    app.click("call-off-with").await;
    app.click("life-keep").await;
    app.gone("life-because").await;
    app.click("go-calendar").await;
    app.at("to-call-off-line").await;
    app.shows("nobody is expected any more").await;
    app.settled().await;
    usable(app, "what is to be called off").await;
    app.picture("44-to-call-off").await;
    looks(app).await;
    app.click("go-subjects").await;
    app.click("subject-row").await;
    status(app, "on-follow-up").await;
    app.gone("beyond").await;
    app.click("life-keep").await;
    app.gone("life-because").await;
    status(app, "deceased").await;
    app.at("beyond").await;
    app.click("life-keep").await;
    app.gone("life-because").await;
    app.click("go-calendar").await;
    app.at("month").await;
    app.css(&format!("[data-day=\"{day}\"]")).await;
    app.settled().await;
    app.gone("to-call-off").await;
    app.gone("appointment").await;
}

async fn status(app: &App, status: &str) {
    if app.client.find(fantoccini::Locator::Css("[data-testid=\"appointment-person\"]")).await.is_ok() {
        app.click("appointment-person").await;
    }
    app.at("screen-subject").await;
    app.click("action-status").await;
    app.at("status-status").await.select_by_value(status).await.unwrap();
    app.type_into("life-because", "told by the family").await;
}

/// The list in the dark and in Chinese.
async fn looks(app: &App) {
    app.click("go-settings").await;
    app.press("[data-testid=\"theme\"] [value=\"dark\"]").await;
    app.press("[data-testid=\"language\"] [value=\"zh-Hans\"]").await;
    app.click("go-calendar").await;
    app.at("to-call-off-line").await;
    app.settled().await;
    usable(app, "what is to be called off, in the dark and in Chinese").await;
    app.picture("45-to-call-off-dark-zh").await;
}
