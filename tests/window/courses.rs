//! The dates and texts that a schedule is made from, changed through the window: a dosing day is corrected after the
//! dates that move were shown, a registry is followed beside the protocol, one visit answers both, and an amended
//! protocol is read in words and followed from a day on.

use std::path::Path;

use jiff::{ToSpan, Zoned};

use super::first_day::{create_store, enrol, usable};
use crate::harness::App;

const TRACK: &str = "tracks/cibmtr-genetically-modified-cells";

#[tokio::test(flavor = "multi_thread")]
async fn a_schedule_follows_its_corrections_its_sources_and_its_versions() {
    let home = tempfile::tempdir().unwrap();
    let app = App::open(home.path(), "en_GB.UTF-8").await;
    create_store(&app).await;
    // Six months and some days: the visits of protocol and registry are both open.
    let dosed = Zoned::now().date().saturating_sub(6.months()).saturating_sub(4.days());
    enrol(&app, &dosed.to_string()).await;
    correct(&app, &dosed.saturating_add(1.day()).to_string()).await;
    follow_the_registry(&app).await;
    one_visit_for_both(&app).await;
    withdraw(&app).await;
    amend(&app, home.path()).await;
    app.close().await;
}

/// The stepping stone of each part: the subject's page on its part "Dates and versions".
async fn to_course(app: &App) {
    app.click("go-subjects").await;
    app.click("subject-row").await;
    app.at("screen-subject").await;
    // By the keyboard: what was just saved may still be told above the tabs.
    app.at("tab-course").await.send_keys("\u{E007}").await.unwrap();
    app.at("trips").await;
}

async fn correct(app: &App, on: &str) {
    to_course(app).await;
    usable(app, "dates and versions").await;
    app.click("course-dosing-1").await;
    app.type_into("course-on", on).await;
    // Every date counted from the infusion moves by a day, and is listed before anything is saved.
    app.at("course-moved-line").await;
    app.reads("course-moves", |text| text.starts_with(char::is_numeric)).await;
    app.type_into("course-because", "the infusion record says so").await;
    app.settled().await;
    usable(app, "what a correction moves").await;
    app.picture("40-course-correct").await;
    app.click("course-keep").await;
    app.gone("course-dialog").await;
}

async fn follow_the_registry(app: &App) {
    app.click("go-study").await;
    app.press(&format!("[data-testid=\"study-protocol\"][data-reference=\"{TRACK}\"]")).await;
    app.click("study-adopt").await;
    app.click("study-adopt-confirm").await;
    app.shows("cibmtr-genetically-modified-cells@1.0").await;
    to_course(app).await;
    app.click("course-follow").await;
    app.at("course-moved-line").await;
    app.click("course-keep").await;
    app.gone("course-dialog").await;
    app.at("course-track").await;
    // Nobody bears the code of a brother that was never enrolled.
    app.type_into("trips-code", "BJ-404").await;
    app.click("trips-add").await;
    app.shows("There is no such subject in this store.").await;
    // Why each part lies where it lies, with the clause of whoever demands it.
    app.press("[data-testid=\"trip-why\"] summary").await;
    let why = app.css("[data-testid=\"trip-why\"] [data-testid=\"reason\"]").await.text().await.unwrap();
    assert!(why.contains(" = ") && why.contains("): "), "{why}");
    app.settled().await;
    usable(app, "a registry beside the protocol").await;
    app.picture("41-course-trips").await;
}

async fn one_visit_for_both(app: &App) {
    app.click("go-today").await;
    app.at("screen-today").await;
    to_course(app).await;
    app.press("[data-testid=\"trips\"] ol button").await;
    app.at("visit-also").await;
    app.settled().await;
    usable(app, "a visit that two sources ask for").await;
    app.picture("42-visit-also").await;
}

/// The mother no longer wants samples taken: the rest goes on, and every screen of the child says so.
async fn withdraw(app: &App) {
    to_course(app).await;
    app.at("tab-consent").await.send_keys("\u{E007}").await.unwrap();
    app.at("consent").await;
    app.click("course-withdraw").await;
    app.click("course-part-further-samples").await;
    app.type_into("course-because", "the mother signed the form").await;
    app.at("course-moved-line").await;
    app.settled().await;
    usable(app, "a part of the consent is withdrawn").await;
    app.picture("44-withdrawal").await;
    app.click("course-keep").await;
    app.gone("course-dialog").await;
    app.reads("withdrawn", |text| text.contains("further samples")).await;
    app.settled().await;
    usable(app, "a person who withdrew a part").await;
    app.picture("45-withdrawn").await;
}

/// The next version from a file: what it changes is told against the version followed.
async fn amend(app: &App, home: &Path) {
    let text = std::fs::read_to_string(format!("{}/assets/{TRACK}.toml", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let amended = text.replace("version = \"1.0\"", "version = \"1.1\"").replace("late = \"P30D\"", "late = \"P45D\"");
    app.click("go-study").await;
    app.click("study-own").await;
    let path = home.join("amended.toml");
    std::fs::write(&path, amended).unwrap();
    app.at("protocol-file").await.send_keys(&path.display().to_string()).await.unwrap();
    app.at("protocol-good").await;
    // By the keyboard: what was just saved may still be told above the button.
    app.at("protocol-adopt").await.send_keys("\u{E007}").await.unwrap();
    app.shows("cibmtr-genetically-modified-cells@1.1").await;
    app.click("tab-changes").await;
    app.reads("compare-changes", |text| text.contains("1 month 15 days") || text.contains("45 days")).await;
    app.settled().await;
    usable(app, "what an amendment changes").await;
    app.picture("43-amendment").await;
}
