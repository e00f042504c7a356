//! A past day in the window: the band, the lists of that day, no way to record, and the way back; the contact ladder;
//! consent signed again from the list of work, and another guardian.

use crate::harness::App;

async fn judged(app: &App, name: &str, faults: &mut Vec<String>) {
    app.settled().await;
    let mut found = app.axe().await;
    for _ in 0..5 {
        if !found.is_empty() {
            app.settled().await;
            found = app.axe().await;
        }
    }
    faults.extend(found.into_iter().map(|fault| format!("{name}: {fault}")));
    app.picture(name).await;
}

async fn nobody_has(app: &App, id: &str) {
    let selector = format!("[data-testid=\"{id}\"]");
    let found = app.client.find_all(fantoccini::Locator::Css(&selector)).await.unwrap();
    assert!(found.is_empty(), "{id} is offered on a past day");
}

async fn wear(app: &App, theme: &str) {
    let script = "document.documentElement.dataset.theme = arguments[0]";
    app.client.execute(script, vec![serde_json::json!(theme)]).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_past_day_is_looked_at_and_left_again() {
    let home = tempfile::tempdir().unwrap();
    let app = App::open(home.path(), "en_GB.UTF-8").await;
    let mut faults = Vec::new();
    app.click("explore-practice").await;
    app.at("work-row").await;
    app.settled().await;
    let present = app.at("accounted").await.text().await.unwrap();
    app.click("as-of-open").await;
    app.at("as-of-dialog").await;
    app.type_into("as-of-day", "2099-01-01").await;
    app.click("as-of-show").await;
    app.shows("is not in the past").await;
    judged(&app, "20-as-of-refused", &mut faults).await;
    app.type_into("as-of-day", "2023-03-03").await;
    app.click("as-of-show").await;
    app.at("as-of").await;
    app.reads("as-of", |said| said.contains("3 March 2023")).await;
    app.reads("today-date", |said| said.contains("3 March 2023")).await;
    app.reads("accounted", |said| said != present).await;
    judged(&app, "21-as-of-today", &mut faults).await;
    app.click("go-subjects").await;
    app.at("subject-row").await;
    nobody_has(&app, "enrol").await;
    judged(&app, "22-as-of-subjects", &mut faults).await;
    app.click("subject-row").await;
    app.at("timeline").await;
    app.settled().await;
    for id in ["action-visit", "ladder-record"] {
        nobody_has(&app, id).await;
    }
    judged(&app, "23-as-of-subject", &mut faults).await;
    wear(&app, "dark").await;
    judged(&app, "24-as-of-subject-dark", &mut faults).await;
    app.press("[data-testid=\"language\"] [value=\"zh-Hans\"]").await;
    app.shows("截至").await;
    judged(&app, "25-as-of-subject-dark-zh", &mut faults).await;
    app.click("as-of-back").await;
    app.gone("as-of").await;
    app.press("[data-testid=\"language\"] [value=\"en\"]").await;
    wear(&app, "light").await;
    app.click("go-today").await;
    app.reads("accounted", |said| said == present).await;
    assert!(faults.is_empty(), "not everyone can use this:\n{}", faults.join("\n"));
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_attempt_is_recorded_from_the_line_of_work() {
    let home = tempfile::tempdir().unwrap();
    let app = App::open(home.path(), "en_GB.UTF-8").await;
    let mut faults = Vec::new();
    app.click("explore-practice").await;
    app.at("work-row").await;
    judged(&app, "26-ladder-today", &mut faults).await;
    let line = "//*[@data-testid='work-row'][contains(., 'Reach the family')]";
    app.client.find(fantoccini::Locator::XPath(line)).await.unwrap().click().await.unwrap();
    app.at("attempt-form").await;
    app.press("[data-testid=\"attempt-reached\"] [value=\"no\"]").await;
    app.type_into("attempt-note", "Nobody answered").await;
    judged(&app, "27-ladder-attempt", &mut faults).await;
    app.click("attempt-keep").await;
    app.gone("attempt-form").await;
    app.reads("ladder-attempts", |said| said.contains("Nobody answered")).await;
    app.reads("ladder-next", |said| said.contains("telephone (2 of 2)")).await;
    judged(&app, "28-ladder", &mut faults).await;
    app.press("[data-testid=\"language\"] [value=\"zh-Hans\"]").await;
    app.shows("联系步骤").await;
    wear(&app, "dark").await;
    judged(&app, "29-ladder-dark-zh", &mut faults).await;
    assert!(faults.is_empty(), "not everyone can use this:\n{}", faults.join("\n"));
    app.close().await;
}

/// Someone of the practice study by their code, on the part of the page that tells of consent.
async fn consent_of(app: &App, code: &str) {
    app.click("go-subjects").await;
    app.type_into("search", code).await;
    app.reads("subject-row", |said| said.contains(code)).await;
    app.click("subject-row").await;
    app.at("timeline").await;
    app.click("tab-consent").await;
    app.at("consent").await;
    app.settled().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_version_is_signed_and_another_guardian_comes() {
    let home = tempfile::tempdir().unwrap();
    let app = App::open(home.path(), "en_GB.UTF-8").await;
    let mut faults = Vec::new();
    app.click("explore-practice").await;
    app.at("work-row").await;
    // From the line of work to the dialogue, which knows form, version and who decides.
    app.type_into("search", "S-021").await;
    app.reads("work-row", |said| said.contains("S-021")).await;
    app.settled().await;
    judged(&app, "30-consent-today", &mut faults).await;
    let line = "//*[@data-testid='work-row'][contains(., 'New guardian signs')]";
    app.client.find(fantoccini::Locator::XPath(line)).await.unwrap().click().await.unwrap();
    app.at("consent-version").await;
    assert_eq!(app.value("consent-version").await, "2.0");
    app.at("course-moved-line").await;
    app.settled().await;
    judged(&app, "31-consent-sign", &mut faults).await;
    app.click("course-keep").await;
    app.gone("course-dialog").await;
    app.reads("consent-holds", |said| said.contains("version 2.0") && said.contains("grandparent")).await;
    app.settled().await;
    judged(&app, "32-consent", &mut faults).await;
    // Names only for whoever asks; a father who decides as well is added, and the grandmother's days end.
    nobody_has(&app, "guardian-named").await;
    app.click("guardian-names").await;
    app.reads("guardians", |said| said.contains("mother") && said.contains("+86 10 5550 0102")).await;
    app.click("guardian-add").await;
    app.type_into("guardian-name", "Father of the practice").await;
    app.press("[data-testid=\"guardian-relation\"] [value=\"father\"]").await;
    app.type_into("guardian-from", "2026-01-15").await;
    app.settled().await;
    judged(&app, "33-guardian", &mut faults).await;
    app.click("guardian-keep").await;
    app.gone("guardian-dialog").await;
    app.reads("guardians", |said| said.contains("Father of the practice")).await;
    app.reads("consent-asked", |said| said.contains("New guardian signs (father)")).await;
    judged(&app, "34-consent-guardians", &mut faults).await;
    wear(&app, "dark").await;
    judged(&app, "35-consent-dark", &mut faults).await;
    app.press("[data-testid=\"language\"] [value=\"zh-Hans\"]").await;
    app.shows("今天有效的同意").await;
    judged(&app, "36-consent-dark-zh", &mut faults).await;
    app.press("[data-testid=\"language\"] [value=\"ja\"]").await;
    app.shows("今日有効な同意").await;
    wear(&app, "light").await;
    app.click("consent-record").await;
    app.at("consent-form").await;
    app.settled().await;
    judged(&app, "37-consent-ja", &mut faults).await;
    app.press("dialog button").await;
    app.press("[data-testid=\"language\"] [value=\"en\"]").await;
    consent_of(&app, "S-046").await;
    app.reads("consent-history", |said| said.contains("No longer agreed to")).await;
    judged(&app, "38-consent-withdrawn", &mut faults).await;
    assert!(faults.is_empty(), "not everyone can use this:\n{}", faults.join("\n"));
    app.close().await;
}
