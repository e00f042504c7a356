//! A person handed over to another site through the window, and taken over in the window there: the file, what is told
//! of it, the code that is somebody else's, and where each line came from.

use serde_json::json;

use crate::harness::App;

const SECRET: &str = "told by telephone";

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

async fn wear(app: &App, theme: &str, language: &str) {
    let script = "document.documentElement.dataset.theme = arguments[0]";
    app.client.execute(script, vec![json!(theme)]).await.unwrap();
    app.press(&format!("[data-testid=\"language\"] [value=\"{language}\"]")).await;
}

/// Into the practice study and to the subjects.
async fn to_subjects(app: &App) {
    app.click("explore-practice").await;
    app.at("work-row").await;
    app.click("go-subjects").await;
    app.at("subject-row").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_person_goes_to_another_site_and_is_followed_there() {
    let (here, there) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let mut faults = Vec::new();
    let file = hand_over(&App::open(here.path(), "en_GB.UTF-8").await, &mut faults).await;
    take_over(&App::open(there.path(), "en_GB.UTF-8").await, &file, &mut faults).await;
    assert!(faults.is_empty(), "not everyone can use this:\n{}", faults.join("\n"));
}

async fn hand_over(app: &App, faults: &mut Vec<String>) -> String {
    to_subjects(app).await;
    app.press("[data-code=\"S-007\"]").await;
    app.at("timeline").await;
    app.click("action-transfer").await;
    app.at("transfer-dialog").await;
    app.type_into("transfer-site", "Harbour Children’s Hospital").await;
    app.type_into("transfer-because", "The family moved to the coast").await;
    app.type_into("transfer-passphrase", SECRET).await;
    app.type_into("transfer-repeated", "told by somebody").await;
    assert!(!app.at("transfer-keep").await.is_enabled().await.unwrap(), "the two passphrases differ");
    judged(app, "60-transfer-differs", faults).await;
    app.type_into("transfer-repeated", SECRET).await;
    judged(app, "61-transfer", faults).await;
    app.click("transfer-keep").await;
    app.at("transfer-made").await;
    judged(app, "62-transfer-made", faults).await;
    let file = app.at("transfer-path").await.text().await.unwrap();
    let bytes = std::fs::read(&file).unwrap();
    assert!(bytes.starts_with(b"{\"perennial-hand-over\":1"));
    app.click("transfer-close").await;
    app.gone("transfer-made").await;
    app.reads("subject-transfer", |text| text.contains("Harbour")).await;
    app.reads("subject-status", |text| text.contains("moved to the coast")).await;
    judged(app, "63-transferred", faults).await;
    wear(app, "dark", "zh-Hans").await;
    app.shows("移交").await;
    app.settled().await;
    app.click("action-transfer").await;
    app.at("transfer-dialog").await;
    judged(app, "64-transfer-dark-zh", faults).await;
    app.client.clone().close().await.unwrap();
    file
}

async fn take_over(app: &App, file: &str, faults: &mut Vec<String>) {
    to_subjects(app).await;
    judged(app, "65-subjects-takeover", faults).await;
    app.click("takeover").await;
    app.at("takeover-dialog").await;
    app.type_into("takeover-path", file).await;
    app.type_into("takeover-passphrase", "told by nobody").await;
    app.click("takeover-go").await;
    app.shows("The passphrase does not open this file.").await;
    judged(app, "66-takeover-refused", faults).await;
    app.type_into("takeover-passphrase", SECRET).await;
    app.click("takeover-go").await;
    app.at("takeover-seen").await;
    app.at("takeover-taken").await;
    judged(app, "67-takeover-seen", faults).await;
    app.type_into("takeover-code", "S-008").await;
    app.click("takeover-go").await;
    app.shows("S-008").await;
    app.reads("takeover-dialog", |text| text.contains("already")).await;
    app.type_into("takeover-code", "H-207").await;
    app.click("takeover-go").await;
    app.at("timeline").await;
    app.reads("subject-transfer", |text| text.starts_with("Taken over from")).await;
    judged(app, "68-taken-over", faults).await;
    let panel = "document.querySelector('[role=tablist]').scrollIntoView({ block: 'start' })";
    app.client.execute(panel, Vec::new()).await.unwrap();
    app.press("[data-tab=\"history\"]").await;
    judged(app, "69-taken-over-history", faults).await;
    app.client.execute("document.querySelector('header.sheet').scrollIntoView()", Vec::new()).await.unwrap();
    app.click("action-audit").await;
    app.reads("audit-handed-over", |text| text.contains("Recorded there by")).await;
    judged(app, "70-taken-over-audit", faults).await;
    wear(app, "dark", "zh-Hans").await;
    judged(app, "71-taken-over-audit-dark-zh", faults).await;
    app.shows("受试者").await;
    app.click("go-subjects").await;
    app.click("takeover").await;
    app.at("takeover-dialog").await;
    app.type_into("takeover-path", file).await;
    app.type_into("takeover-passphrase", SECRET).await;
    app.click("takeover-go").await;
    app.shows("本中心的编号为 H-207").await;
    judged(app, "72-takeover-twice-dark-zh", faults).await;
    app.client.clone().close().await.unwrap();
}
