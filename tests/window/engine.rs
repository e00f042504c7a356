//! What the schedule engine says in the window: results switch tests off and call for others, each with its reason, and
//! a computer whose date lies before the last entry judges nothing and says so.

use std::path::Path;

use clinic::wire::page::{SubjectPage, VisitLine};
use clinic::{Clinic, Now};
use fantoccini::Locator;
use jiff::{SignedDuration, Zoned};

use super::first_day::usable;
use crate::harness::App;

/// So far into the cast that somebody sheds again after clearance and somebody has a clone to look at.
const PEOPLE: usize = 16;

fn now_and(days: i64) -> Now {
    let then = Zoned::now().checked_add(SignedDuration::from_hours(24 * days)).unwrap();
    let text = then.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string();
    clinic::now_of(&text, then.timestamp().as_millisecond())
}

/// The practice people in the store that this computer opens to explore, lived until some days from now.
fn lived(home: &Path, days: i64) -> Clinic {
    let folder = home.join("practice");
    std::fs::create_dir(&folder).unwrap();
    practice::create(&folder.join("practice.perennial"), practice::SEED, PEOPLE, "en", &now_and(days)).unwrap()
}

/// The first line of anybody's schedule whose reason holds some words.
fn told(clinic: &Clinic, words: &str) -> (String, VisitLine) {
    let pages = clinic.list_subjects("", "", &now_and(0)).unwrap().into_iter();
    let mut pages = pages.map(|line| clinic.subject(line.subject, &now_and(0)).unwrap());
    let found = pages.find_map(|SubjectPage { code, visits, .. }| {
        Some((code, visits.into_iter().find(|visit| visit.explanation.contains(words))?))
    });
    found.unwrap_or_else(|| panic!("nobody's schedule says `{words}`"))
}

async fn opens_to(app: &App, code: &str, visit: &VisitLine, words: &str) {
    app.click("go-subjects").await;
    app.type_into("search", code).await;
    app.settled().await;
    app.click("subject-row").await;
    app.click("tab-visits").await;
    app.at("visit-lines").await;
    let row = format!("//table[@data-testid='visit-lines']//tr[.//strong[text()='{}']]", visit.label);
    let why = app.client.find(Locator::XPath(&format!("{row}//summary"))).await.unwrap();
    why.click().await.unwrap();
    app.reads("visit-lines", |text| text.contains(words) && text.contains(&visit.explanation)).await;
    app.settled().await;
    usable(app, "a date that says why").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn results_switch_tests_on_and_off_and_the_screen_says_why() {
    let home = tempfile::tempdir().unwrap();
    let clinic = lived(home.path(), 0);
    let (cleared, visit) = told(&clinic, "negative samples in a row");
    let (found, test) = told(&clinic, "Called for by the finding");
    drop(clinic);
    let app = App::open(home.path(), "en_GB.UTF-8").await;
    app.click("explore-practice").await;
    app.at("screen-today").await;
    opens_to(&app, &cleared, &visit, "negative samples in a row").await;
    app.picture("60-cleared").await;
    opens_to(&app, &found, &test, "Called for by the finding").await;
    app.picture("61-called-for").await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_computer_behind_its_ledger_judges_nothing() {
    let home = tempfile::tempdir().unwrap();
    drop(lived(home.path(), 40));
    let app = App::open(home.path(), "en_GB.UTF-8").await;
    app.click("explore-practice").await;
    app.at("screen-today").await;
    app.at("clock-behind").await;
    app.reads("accounted", |said| said.contains("not judged") && !said.contains("overdue")).await;
    app.press("[data-testid=\"filter\"] [value=\"not-judged\"]").await;
    app.reads("worklist", |said| said.contains("not judged") && !said.contains("overdue")).await;
    app.settled().await;
    usable(&app, "a list that is not judged").await;
    app.picture("62-not-judged").await;
    app.click("work-row").await;
    app.at("clock-behind").await;
    // Whoever looked at a calendar says that this date is right: all is judged again.
    app.click("confirm-date").await;
    app.type_into("confirm-date-because", "the battery was changed").await;
    app.settled().await;
    usable(&app, "vouching for the date").await;
    app.picture("62-confirm-date").await;
    app.click("confirm-date-yes").await;
    app.gone("clock-behind").await;
    app.click("go-today").await;
    app.reads("accounted", |said| !said.contains("not judged") && said.contains("overdue")).await;
    app.close().await;
}
