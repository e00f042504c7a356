//! The practice study, screen by screen: each must be usable by everyone, and pictures and papers are kept
//! when `PERENNIAL_DEMO_OUTPUT` names a folder.

use std::path::PathBuf;

use fantoccini::Locator;
use fantoccini::key::Key;

use crate::harness::App;

/// Screens of the rail, in its order.
const RAIL: [&str; 8] = ["today", "subjects", "calendar", "signals", "print", "study", "audit", "settings"];

async fn judged(app: &App, name: &str, faults: &mut Vec<String>) {
    let mut found = app.axe().await;
    // A colour on its way to another one is judged again once it has arrived.
    for _ in 0..5 {
        if !found.is_empty() {
            app.settled().await;
            found = app.axe().await;
        }
    }
    faults.extend(found.into_iter().map(|fault| format!("{name}: {fault}")));
    app.picture(name).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_practice_study() {
    let home = tempfile::tempdir().unwrap();
    let app = App::open(home.path(), "en_GB.UTF-8").await;
    let mut faults = Vec::new();
    app.at("screen-unlock").await;
    judged(&app, "01-unlock", &mut faults).await;
    app.click("explore-practice").await;
    app.at("screen-today").await;
    app.at("work-row").await;
    for (place, key) in RAIL.iter().enumerate() {
        app.click(&format!("go-{key}")).await;
        app.at(&format!("screen-{key}")).await;
        app.settled().await;
        assert!(app.at("practice").await.is_displayed().await.unwrap(), "{key} does not say that this is practice");
        judged(&app, &format!("{:02}-{key}", place + 2), &mut faults).await;
    }
    reasons(&app, "light", &mut faults).await;
    calendar_looks(&app, "light", &mut faults).await;
    subject_and_visit(&app, &mut faults).await;
    to_decide(&app, "light", &mut faults).await;
    two_lives(&app, "light", &mut faults).await;
    laboratory(&app, "light", &mut faults).await;
    one_signal(&app, &mut faults).await;
    papers(&app).await;
    in_the_dark(&app, &mut faults).await;
    assert!(faults.is_empty(), "not everyone can use this:\n{}", faults.join("\n"));
    app.close().await;
}

/// A line of work, a window of the calendar and a mark of the timeline, each with why its date is what it is.
async fn reasons(app: &App, look: &str, faults: &mut Vec<String>) {
    app.click("go-today").await;
    app.at("work-row").await;
    app.click("work-why").await;
    app.reads("why-row", |said| said.contains('=') && said.contains("): ") || said.contains("）：")).await;
    app.settled().await;
    judged(app, &format!("12-{look}-today-why"), faults).await;
    app.click("why-close").await;
    app.gone("why-row").await;
    app.click("go-calendar").await;
    app.at("month").await;
    app.settled().await;
    app.press("[data-testid=\"to-plan-why\"] summary").await;
    app.at("reason").await;
    app.settled().await;
    judged(app, &format!("16-{look}-calendar-why"), faults).await;
}

/// A window while its appointment is chosen, the year, and the work ahead as a table.
async fn calendar_looks(app: &App, look: &str, faults: &mut Vec<String>) {
    app.click("go-calendar").await;
    app.at("month").await;
    app.settled().await;
    app.click("to-plan").await;
    app.at("carried").await;
    app.settled().await;
    judged(app, &format!("16-{look}-calendar-window"), faults).await;
    app.click("put-back").await;
    app.gone("carried").await;
    app.click("appointment").await;
    app.at("day-appointment").await;
    app.settled().await;
    judged(app, &format!("16-{look}-calendar-chosen"), faults).await;
    app.press("[data-testid=\"calendar-view\"] [value=\"year\"]").await;
    app.at("year").await;
    app.at("ahead-chart").await;
    app.settled().await;
    judged(app, &format!("16-{look}-calendar-year"), faults).await;
    app.press("[data-testid=\"ahead-as\"] [value=\"table\"]").await;
    app.at("ahead-table").await;
    let ahead = "document.querySelector('[data-testid=ahead]').scrollIntoView({ block: 'start' })";
    app.client.execute(ahead, Vec::new()).await.unwrap();
    judged(app, &format!("16-{look}-calendar-ahead"), faults).await;
    app.press("[data-testid=\"calendar-view\"] [value=\"month\"]").await;
    app.at("month").await;
    app.click("calendar-kits").await;
    app.at("kits").await;
    app.settled().await;
    judged(app, &format!("16-{look}-kits"), faults).await;
    app.click("kit-record").await;
    app.at("kit").await;
    app.settled().await;
    judged(app, &format!("16-{look}-kits-record"), faults).await;
    app.click("kit-keep").await;
    app.gone("kit").await;
}

async fn subject_and_visit(app: &App, faults: &mut Vec<String>) {
    app.click("go-subjects").await;
    app.click("subject-row").await;
    app.at("screen-subject").await;
    app.at("timeline").await;
    app.settled().await;
    judged(app, "09-subject", faults).await;
    for tab in ["charts", "shedding", "growth"] {
        app.press(&format!("[data-tab=\"{tab}\"]")).await;
        app.settled().await;
        judged(app, &format!("09-subject-{tab}"), faults).await;
    }
    app.click("action-visit").await;
    app.at("screen-visit").await;
    app.settled().await;
    judged(app, "10-visit", faults).await;
    app.click("go-subjects").await;
    app.click("enrol").await;
    app.at("screen-enrol").await;
    app.settled().await;
    judged(app, "11-enrol", faults).await;
}

/// A family that no longer agrees to samples being kept: the line of work leads to the record that says what became of
/// them.
async fn to_decide(app: &App, look: &str, faults: &mut Vec<String>) {
    app.click("go-today").await;
    app.at("work-row").await;
    app.type_into("search", "S-046").await;
    app.settled().await;
    app.settled().await;
    judged(app, &format!("15-{look}-today-decide"), faults).await;
    app.click("work-row").await;
    app.at("course-samples").await;
    app.settled().await;
    judged(app, &format!("15-{look}-samples"), faults).await;
    app.press("[data-testid=\"course-dialog\"] button").await;
    app.settled().await;
    let panel = "document.querySelector('[role=tablist]').scrollIntoView({ block: 'start' })";
    app.client.execute(panel, Vec::new()).await.unwrap();
    judged(app, &format!("15-{look}-consent"), faults).await;
}

/// Someone whose vector was seen again, then someone with a steroid course: the charts that have most to say.
async fn two_lives(app: &App, look: &str, faults: &mut Vec<String>) {
    for (code, tabs) in [("S-013", &["shedding", "charts"][..]), ("S-018", &["charts"]), ("S-001", &["growth"])] {
        app.click("go-subjects").await;
        app.at("subject-row").await;
        app.settled().await;
        app.type_into("search", code).await;
        app.settled().await;
        app.settled().await;
        app.click("subject-row").await;
        app.at("timeline").await;
        app.settled().await;
        for tab in tabs {
            app.press(&format!("[data-tab=\"{tab}\"]")).await;
            app.settled().await;
            let panel = "document.querySelector('[role=tablist]').scrollIntoView({ block: 'start' })";
            app.client.execute(panel, Vec::new()).await.unwrap();
            if *tab == "charts" {
                app.press("[data-testid=\"charts-axis\"] [value=\"own\"]").await;
            }
            judged(app, &format!("15-{look}-{code}-{tab}"), faults).await;
        }
    }
}

/// What a laboratory calls normal: kept in the settings, filled into a form, told beside the value; and forms by hand.
async fn laboratory(app: &App, look: &str, faults: &mut Vec<String>) {
    app.click("go-settings").await;
    app.click("ranges-kept").await;
    let heading = "laboratory,analyte,sex,age_from,age_to,low,high,unit,valid_from,valid_to";
    let table = format!("{heading}{}City,alt,boy,P0D,,,forty,U/L,2026-01-01,", char::from(Key::Return));
    app.at("ranges-csv").await.send_keys(&table).await.unwrap();
    app.click("ranges-look").await;
    app.at("ranges-refused").await;
    let there = "document.querySelector('[data-testid=ranges]').scrollIntoView({ block: 'start' })";
    app.client.execute(there, Vec::new()).await.unwrap();
    judged(app, &format!("16-{look}-ranges"), faults).await;
    app.click("go-subjects").await;
    app.at("subject-row").await;
    app.type_into("search", "S-018").await;
    app.settled().await;
    app.settled().await;
    app.click("subject-row").await;
    app.click("action-visit").await;
    app.at("visit-add").await;
    for kind in ["liver", "liver-tumour-screen", "hand-over", "fertility"] {
        let form = app.client.find(Locator::Css(&format!("[data-form=\"{kind}\"]"))).await;
        if form.is_err() {
            let there = "document.querySelector('[data-testid=visit-add]').scrollIntoView({ block: 'center' })";
            app.client.execute(there, Vec::new()).await.unwrap();
            app.at("visit-add").await.select_by_value(kind).await.unwrap();
        }
        let form = app.css(&format!("[data-form=\"{kind}\"]")).await;
        let there = format!("document.querySelector('[data-form=\"{kind}\"]').scrollIntoView({{ block: 'start' }})");
        // The draft of the first look is still there in the second.
        if kind == "liver" && look == "light" {
            let field = app.css("[data-form=\"liver\"] [data-field=\"alt\"] input").await;
            field.send_keys("128").await.unwrap();
            app.press("[data-form=\"liver\"] [data-testid=\"limits-fill\"]").await;
        }
        if kind == "liver" {
            app.css("[data-form=\"liver\"] [data-testid=\"flag\"]").await;
        }
        assert!(form.is_displayed().await.unwrap(), "{kind}");
        app.client.execute(&there, Vec::new()).await.unwrap();
        app.settled().await;
        judged(app, &format!("16-{look}-form-{kind}"), faults).await;
    }
}

async fn one_signal(app: &App, faults: &mut Vec<String>) {
    app.click("go-today").await;
    app.at("work-row").await;
    app.css("[data-testid=\"search\"]").await.send_keys("S-057").await.unwrap();
    app.settled().await;
    judged(app, "12-today-clock", faults).await;
    app.click("go-signals").await;
    app.click("finding-row").await;
    app.at("finding-sentence").await;
    app.settled().await;
    judged(app, "12-finding", faults).await;
    // A leukaemia told today: its clocks run.
    app.css("[data-testid=\"search\"]").await.send_keys("S-057").await.unwrap();
    app.click("finding-row").await;
    app.at("report-clock").await;
    app.settled().await;
    judged(app, "12-finding-clock", faults).await;
    app.click("finding-reported").await;
    app.at("report-to").await;
    app.settled().await;
    judged(app, "12-finding-report", faults).await;
    app.click("finding-save").await;
    app.at("report-sent").await;
    app.settled().await;
    judged(app, "12-finding-sent", faults).await;
    app.css("[data-testid=\"search\"]").await.clear().await.unwrap();
    // One cause that two rules see, and what a report of it asks for.
    app.press("[data-testid=\"signals-standing\"] [value=\"\"]").await;
    app.settled().await;
    app.css("[data-testid=\"search\"]").await.send_keys("LMO2").await.unwrap();
    app.click("finding-row").await;
    app.at("finding-others").await;
    app.settled().await;
    judged(app, "12-finding-cause", faults).await;
    app.click("cohort-open").await;
    app.at("screen-cohort").await;
    app.at("stopping-rule").await;
    app.settled().await;
    judged(app, "15-cohort", faults).await;
}

/// Prints one family's schedule and calendar, and keeps them beside the pictures.
async fn papers(app: &App) {
    app.click("go-subjects").await;
    app.click("subject-row").await;
    app.at("timeline").await;
    app.click("action-print").await;
    app.at("print-preview").await;
    app.settled().await;
    app.click("print-save").await;
    let schedule = PathBuf::from(app.at("print-path").await.text().await.unwrap().trim());
    app.click("calendar-save").await;
    let calendar = PathBuf::from(app.at("calendar-path").await.text().await.unwrap().trim());
    app.click("growth-save").await;
    let growth = PathBuf::from(app.at("growth-path").await.text().await.unwrap().trim());
    app.click("script-save").await;
    let script = PathBuf::from(app.at("script-path").await.text().await.unwrap().trim());
    app.click("questionnaire-save").await;
    let questionnaire = PathBuf::from(app.at("questionnaire-path").await.text().await.unwrap().trim());
    for path in [schedule, calendar, growth, script, questionnaire] {
        assert!(path.is_file(), "{} was not saved", path.display());
        if let Some(folder) = std::env::var_os("PERENNIAL_DEMO_OUTPUT").map(PathBuf::from) {
            std::fs::copy(&path, folder.join(path.file_name().unwrap())).unwrap();
        }
    }
    app.picture("13-printed").await;
}

async fn in_the_dark(app: &App, faults: &mut Vec<String>) {
    app.click("go-settings").await;
    app.press("[data-testid=\"theme\"] [value=\"dark\"]").await;
    for key in ["today", "calendar", "signals", "settings"] {
        app.click(&format!("go-{key}")).await;
        app.at(&format!("screen-{key}")).await;
        app.settled().await;
        judged(app, &format!("14-dark-{key}"), faults).await;
    }
    cohort_and_finding(app, "dark", faults).await;
    app.press("[data-testid=\"language\"] [value=\"zh-Hans\"]").await;
    reasons(app, "dark-zh", faults).await;
    calendar_looks(app, "dark-zh", faults).await;
    to_decide(app, "dark-zh", faults).await;
    two_lives(app, "dark-zh", faults).await;
    laboratory(app, "dark-zh", faults).await;
    cohort_and_finding(app, "dark-zh", faults).await;
}

async fn cohort_and_finding(app: &App, name: &str, faults: &mut Vec<String>) {
    app.click("go-signals").await;
    // The list comes after the page and moves what stands above it.
    app.at("finding-row").await;
    app.settled().await;
    app.click("cohort-open").await;
    app.at("stopping-rule").await;
    app.settled().await;
    judged(app, &format!("14-{name}-cohort"), faults).await;
    app.click("go-signals").await;
    app.css("[data-testid=\"search\"]").await.send_keys("S-057").await.unwrap();
    app.click("finding-row").await;
    app.at("report-clock").await;
    app.settled().await;
    judged(app, &format!("14-{name}-finding"), faults).await;
}
