//! The power goes while someone types: what was typed is there again.

use fantoccini::Locator;

use crate::harness::App;

const NOTE: &str = "Grandmother came along; new telephone number to follow";

#[tokio::test(flavor = "multi_thread")]
async fn what_was_typed_survives_a_power_cut() {
    let home = tempfile::tempdir().unwrap();
    let app = App::open(home.path(), "en_GB.UTF-8").await;
    let subject = open_a_visit(&app).await;
    app.type_into("visit-note", NOTE).await;
    app.reads("draft-kept", |said| said.contains(|letter: char| letter.is_ascii_digit())).await;
    app.kill().await;

    let app = App::open(home.path(), "en_GB.UTF-8").await;
    app.click("explore-practice").await;
    app.press("[data-testid=\"draft-left\"] button").await;
    app.at("draft-restored").await;
    assert_eq!(app.at("visit-subject").await.text().await.unwrap(), subject);
    let note = app.at("visit-note").await.prop("value").await.unwrap();
    assert_eq!(note.as_deref(), Some(NOTE));
    app.close().await;
}

async fn open_a_visit(app: &App) -> String {
    app.click("explore-practice").await;
    app.at("work-row").await;
    app.click("go-subjects").await;
    app.click("subject-row").await;
    app.click("action-visit").await;
    app.at("visit-note").await;
    app.client.find(Locator::Css("[data-testid=\"visit-subject\"]")).await.unwrap().text().await.unwrap()
}
