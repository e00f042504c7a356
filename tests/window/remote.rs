//! The remote years through the window: a kit of samples from its order to its return, the script of a call, every date
//! on paper with its reason, and the list of the day on paper.

use std::path::Path;
use std::process::Command;

use jiff::{ToSpan, Zoned};

use super::first_day::{create_store, enrol, usable};
use crate::harness::App;

#[tokio::test(flavor = "multi_thread")]
async fn samples_taken_elsewhere_are_followed_and_papers_say_why() {
    let home = tempfile::tempdir().unwrap();
    let app = App::open(home.path(), "en_GB.UTF-8").await;
    create_store(&app).await;
    // Month 66 is drawn at a laboratory near the family, and was due some days ago.
    enrol(&app, &Zoned::now().date().saturating_sub(66.months()).saturating_sub(3.days()).to_string()).await;
    courier(&app).await;
    kit(&app).await;
    papers(&app, home.path()).await;
    app.close().await;
}

async fn courier(app: &App) {
    app.click("go-calendar").await;
    app.click("calendar-kits").await;
    app.at("kits-no-lead").await;
    usable(app, "kits").await;
    app.type_into("courier-lead", "400").await;
    app.click("courier-keep").await;
    app.shows("is not a number of days up to 120").await;
    app.type_into("courier-lead", "3").await;
    app.click("courier-keep").await;
    app.gone("kits-no-lead").await;
}

/// Says where the kit is now; the state that is likely comes chosen.
async fn now_it_is(app: &App, state: &str) {
    app.press(&format!("[data-testid=\"kit-state\"] [value=\"{state}\"]")).await;
    app.click("kit-keep").await;
    app.gone("kit").await;
}

async fn kit(app: &App) {
    app.click("kit-record").await;
    app.type_into("kit-carrier", "SF Express").await;
    app.type_into("kit-number", "SF 1020 3040").await;
    usable(app, "where a kit is").await;
    app.picture("50-kit").await;
    now_it_is(app, "sent").await;
    app.reads("kits", |text| text.contains("SF 1020 3040")).await;
    app.click("kit-record").await;
    now_it_is(app, "posted").await;
    app.settled().await;
    app.picture("51-kits").await;
    // It is on its way back: a line of the day's work, which leads to it.
    app.click("go-today").await;
    app.press("[data-testid=\"filter\"] [value=\"kit\"]").await;
    app.reads("worklist", |text| text.contains("BJ-001")).await;
    app.click("work-row").await;
    app.at("kit").await;
    now_it_is(app, "received").await;
    app.shows("No kit has to leave").await;
}

/// What poppler reads in the paper whose path stands on screen.
async fn paper(app: &App, path: &str, home: &Path) -> String {
    let path = app.at(path).await.text().await.unwrap();
    assert!(Path::new(&path).starts_with(home), "{path}");
    if let Some(folder) = std::env::var_os("PERENNIAL_DEMO_OUTPUT") {
        let name = Path::new(&path).file_name().unwrap();
        std::fs::copy(&path, Path::new(&folder).join(name)).unwrap();
    }
    let told = Command::new("pdftotext").args([path.as_str(), "-"]).output().unwrap();
    String::from_utf8(told.stdout).unwrap().split_whitespace().collect::<Vec<_>>().join(" ")
}

async fn papers(app: &App, home: &Path) {
    app.click("go-subjects").await;
    app.click("subject-row").await;
    app.click("action-print").await;
    app.at("print-preview").await;
    app.click("script-save").await;
    let script = paper(app, "script-path", home).await;
    assert!(script.contains("小宇") && script.contains("the child: mother") && !script.contains("王芳"), "{script}");
    app.click("reasons-save").await;
    let reasons = paper(app, "reasons-path", home).await;
    assert!(reasons.contains("Every date of BJ-001") && reasons.contains("66 months"), "{reasons}");
    assert!(!reasons.contains("小宇"), "a paper for the file bears no name");
    usable(app, "papers").await;
    app.picture("52-papers").await;
    app.click("go-today").await;
    app.click("today-print").await;
    let list = paper(app, "today-path", home).await;
    assert!(list.contains("1 enrolled: 1 overdue"), "{list}");
    app.settled().await;
    usable(app, "a list that was printed").await;
    app.picture("53-today-printed").await;
}
