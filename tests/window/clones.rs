//! A laboratory's table of a real patient (WAS5, 7,523 sites in 20 samples) brought in through the window: what the table
//! does not say is asked, the answers come first, the evidence is opened, the signal reviewed, the page printed, and
//! the table taken back.

use std::path::Path;

use jiff::{ToSpan, Zoned};

use super::first_day::{create_store, enrol, usable};
use crate::harness::App;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/crates");

#[tokio::test(flavor = "multi_thread")]
async fn a_laboratorys_table_becomes_answers() {
    let home = tempfile::tempdir().unwrap();
    let app = App::open(home.path(), "en_GB.UTF-8").await;
    create_store(&app).await;
    // The newest sample was taken 55 months after the infusion.
    enrol(&app, &Zoned::now().date().saturating_sub(60.months()).to_string()).await;
    app.click("subject-clones").await;
    app.at("screen-clones").await;
    usable(&app, "clones of nobody").await;
    app.click("clones-import").await;
    app.at("screen-import").await;
    a_table_with_faults(&app, home.path()).await;
    bring_in(&app).await;
    answers(&app).await;
    print(&app, home.path()).await;
    looks(&app).await;
    evidence_and_review(&app).await;
    take_back(&app).await;
    app.close().await;
}

/// A spreadsheet made a date of SEPT9, and somebody typed a letter into a position: both are told at their places, in
/// the language of the page; one is repaired on request, the other only by the laboratory.
async fn a_table_with_faults(app: &App, home: &Path) {
    let path = home.join("faulty.csv");
    let table = "chr,pos,strand,gene,cells,refGenome\n17,77300000,+,9-Sep,60,hg38\n1,5x,-,A,40,hg38\n";
    std::fs::write(&path, table).unwrap();
    app.press("[data-testid=\"language\"] [value=\"zh-Hans\"]").await;
    app.shows("实验室").await;
    app.settled().await;
    app.type_into("import-path", &path.display().to_string()).await;
    app.type_into("import-laboratory", "载体实验室").await;
    app.click("import-look").await;
    app.at("import-columns").await;
    app.click("import-read").await;
    app.at("import-problems").await;
    app.shows("SEPTIN9").await;
    app.shows("5x").await;
    app.settled().await;
    usable(app, "the faults of a table").await;
    app.picture("19-import-faults-zh").await;
    app.click("import-repair-now").await;
    app.reads("import-problems", |text| !text.contains("SEPTIN9") && text.contains("5x")).await;
    app.press("[data-testid=\"language\"] [value=\"en\"]").await;
    app.shows("Laboratory").await;
    app.settled().await;
}

async fn bring_in(app: &App) {
    app.type_into("import-path", &format!("{FOLDER}/assess/src/integration/published/no-such-table.txt")).await;
    app.type_into("import-laboratory", "Vector laboratory").await;
    app.click("import-look").await;
    app.shows("no-such-table.txt").await;
    app.type_into("import-path", &format!("{FOLDER}/assess/src/integration/published/WAS5_reads.txt")).await;
    app.type_into("import-association", &format!("{FOLDER}/exchange/src/integration/published/WAS5_metadata.txt"))
        .await;
    app.click("import-look").await;
    app.at("import-columns").await;
    // A matrix of numbers does not say what it counts, nor on which genome: both are asked.
    app.at("import-lacking").await;
    usable(app, "the columns of a table").await;
    app.picture("20-import-columns").await;
    app.press("[data-testid=\"import-measure\"] [value=\"reads\"]").await;
    app.press("[data-testid=\"import-build\"] [value=\"hg19\"]").await;
    app.gone("import-lacking").await;
    app.click("import-read").await;
    app.at("import-samples").await;
    let rows = app.client.find_all(fantoccini::Locator::Css("tr[data-testid=\"import-sample\"]")).await.unwrap();
    assert_eq!(rows.len(), 20);
    assert!(!app.value("import-day").await.is_empty(), "thirteen months after the infusion is a day");
    usable(app, "the samples of a table").await;
    app.picture("21-import-samples").await;
    app.click("import-save").await;
    app.at("screen-clones").await;
    app.at("clone-answers").await;
}

/// What the data say: no clone holds more than 20 % of the reads at 55 months, some near LMO2, MECOM and others.
async fn answers(app: &App) {
    app.settled().await;
    for (key, said) in [("answer-near", "yes"), ("answer-above", "no"), ("answer-rising", "yes")] {
        assert_eq!(app.attribute(key, "data-said").await, said, "{key}");
    }
    let plots = app.client.find_all(fantoccini::Locator::Css("[data-testid=\"stacked-shares\"] svg")).await.unwrap();
    assert!(plots.len() >= 5, "one plot a cell type");
    usable(app, "the clones").await;
    app.picture("22-clones").await;
}

async fn print(app: &App, home: &Path) {
    app.click("clones-print").await;
    let path = app.at("clones-path").await.text().await.unwrap();
    let path = Path::new(path.trim());
    assert!(path.starts_with(home), "{}", path.display());
    let text = std::process::Command::new("pdftotext").args(["-layout"]).arg(path).arg("-").output().unwrap();
    let text = String::from_utf8_lossy(&text.stdout).into_owned();
    for wanted in ["BJ-001", "hg19", "Is any clone above the limit?", "chr"] {
        assert!(text.contains(wanted), "{wanted} is not on the page:\n{text}");
    }
    assert!(!text.contains("小宇"), "the page of the file bears no name");
    if let Some(folder) = std::env::var_os("PERENNIAL_DEMO_OUTPUT") {
        std::fs::copy(path, Path::new(&folder).join("clones.pdf")).unwrap();
    }
}

/// The same page as it looks by night and in Chinese.
async fn looks(app: &App) {
    app.click("go-settings").await;
    app.press("[data-testid=\"theme\"] [value=\"dark\"]").await;
    to_clones(app).await;
    usable(app, "the clones in the dark").await;
    app.picture("23-clones-dark").await;
    app.click("go-settings").await;
    app.press("[data-testid=\"theme\"] [value=\"light\"]").await;
    app.press("[data-testid=\"language\"] [value=\"zh-Hans\"]").await;
    to_clones(app).await;
    app.shows("有克隆超过界值吗？").await;
    usable(app, "the clones in Chinese").await;
    app.picture("24-clones-zh").await;
    app.press("[data-testid=\"language\"] [value=\"en\"]").await;
    app.shows("Is any clone above the limit?").await;
}

async fn to_clones(app: &App) {
    app.click("go-subjects").await;
    app.click("subject-row").await;
    app.click("subject-clones").await;
    app.at("clone-answers").await;
    app.settled().await;
}

async fn evidence_and_review(app: &App) {
    app.click("clone-finding").await;
    app.at("screen-signals").await;
    app.at("finding-sentence").await;
    app.settled().await;
    usable(app, "a finding on clones").await;
    app.picture("25-clone-finding").await;
    app.click("evidence-open").await;
    app.at("screen-subject").await;
    app.shows("Largest clone").await;
}

async fn take_back(app: &App) {
    to_clones(app).await;
    app.click("import-undo").await;
    app.type_into("undo-because", "the table of another patient").await;
    usable(app, "taking a table back").await;
    app.picture("26-take-back").await;
    app.click("undo-confirm").await;
    app.gone("clone-answers").await;
    app.at("empty").await;
}
