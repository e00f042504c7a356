//! A coordinator's first day, in Chinese: a store is made, a child enrolled, a visit recorded with the keyboard
//! alone, its signal seen, the family's paper saved, the store locked and opened again.

use fantoccini::Locator;
use fantoccini::key::Key;
use jiff::{ToSpan, Zoned};

use crate::harness::App;

const PASSPHRASE: &str = "纸鹤 飞过 十五个 秋天";

#[tokio::test(flavor = "multi_thread")]
async fn from_an_empty_computer_to_a_printed_schedule() {
    let home = tempfile::tempdir().unwrap();
    let app = App::open(home.path(), "zh_CN.UTF-8").await;
    create_store(&app).await;
    enrol(&app, &dosed_on()).await;
    visit_by_keyboard(&app).await;
    signal(&app).await;
    print(&app, home.path()).await;
    lock_and_unlock(&app).await;
    nothing_in_plain_text(home.path());
    app.close().await;
}

/// Everyone can use what stands on the screen now.
pub(crate) async fn usable(app: &App, what: &str) {
    let mut faults = app.axe().await;
    // A colour on its way to another one is judged again once it has arrived.
    for _ in 0..5 {
        if !faults.is_empty() {
            app.settled().await;
            faults = app.axe().await;
        }
    }
    assert!(faults.is_empty(), "{what}: not everyone can use this:\n{}", faults.join("\n"));
}

pub(crate) async fn create_store(app: &App) {
    app.click("create-store").await;
    usable(app, "a new store").await;
    for (field, text) in [
        ("site-name", "北京儿童医院"),
        ("site-telephone", "+86 10 5550 0199"),
        ("admin-name", "李医生"),
        ("admin-login", "li"),
        ("passphrase", PASSPHRASE),
        ("passphrase-repeated", PASSPHRASE),
    ] {
        app.type_into(field, text).await;
    }
    app.click("create-confirm").await;
    app.at("kit").await;
    usable(app, "the recovery kit").await;
    app.picture("15-recovery-kit").await;
    for which in ["kit-typed-1", "kit-typed-2"] {
        let word = app.attribute(which, "data-word").await;
        let spelled = app.at(&format!("kit-word-{word}")).await.text().await.unwrap();
        app.type_into(which, spelled.trim()).await;
    }
    app.click("kit-confirm").await;
    app.at("screen-today").await;
}

/// Dosed a month ago, so that the visit of month 1 is open today.
fn dosed_on() -> String {
    Zoned::now().date().saturating_sub(1.month()).to_string()
}

/// A girl treated on that day.
pub(crate) async fn enrol(app: &App, dosed_on: &str) {
    app.click("go-subjects").await;
    app.click("enrol").await;
    app.press("[data-testid=\"enrol-protocol\"] option[value=\"cde/lentiviral-hsc-15y\"]").await;
    app.click("enrol-adopt").await;
    app.gone("enrol-adopt").await;
    for (field, text) in [
        ("enrol-code", "BJ-001"),
        ("enrol-born", "2021-02-11"),
        ("enrol-consented", dosed_on),
        ("enrol-enrolled", dosed_on),
        ("enrol-dosed", dosed_on),
        ("enrol-name", "王𠮷 <b>小宇</b>"),
        ("enrol-called", "小宇"),
    ] {
        app.type_into(field, text).await;
    }
    app.press("[data-testid=\"contact-decides-1\"] [value=\"mother\"]").await;
    app.type_into("contact-who-1", "王芳").await;
    app.press("[data-testid=\"enrol-sex\"] [value=\"female\"]").await;
    app.press("[data-testid=\"enrol-outcome\"] [value=\"complete\"]").await;
    app.click("enrol-confirm").await;
    app.at("screen-subject").await;
    app.shows("BJ-001").await;
    let visits = app.client.find_all(Locator::Css("[data-testid=\"timeline-visit\"]")).await.unwrap();
    assert!(visits.len() >= 20, "fifteen years are {} visits", visits.len());
}

/// No mouse from here to the receipt.
async fn visit_by_keyboard(app: &App) {
    app.chord(&[Key::Alt], '1').await;
    app.at("screen-today").await;
    app.tab_to("[data-testid=\"work-row\"]").await;
    // The baseline visit is a day too late; month 1 stands below it.
    app.keys("j").await;
    app.tab_to("[data-testid=\"work-row\"][data-group=\"due\"]").await;
    app.keys(&char::from(Key::Enter).to_string()).await;
    app.at("screen-visit").await;
    app.settled().await;
    assert_eq!(app.value("visit-code").await, "M1");
    for form in ["adverse-events", "blood-count", "immunosuppression", "shedding-blood", "shedding-urine"] {
        app.tab_to(&format!("[data-key=\"{form}\"] [data-field] :is(input, select)")).await;
        app.chord(&[Key::Alt, Key::Shift], 'n').await;
        // The reason is asked for at once: the focus goes there by itself.
        app.css(&format!("[data-key=\"{form}\"] [data-closure]:focus")).await;
        app.keys("今日未采集").await;
    }
    app.tab_to("[data-key=\"cancer-screen\"] [data-field=\"new-malignancy\"] input").await;
    app.keys(" ").await;
    app.keys(&char::from(Key::Down).to_string()).await;
    app.tab_to("[data-field=\"new-malignancy-detail\"] textarea").await;
    app.keys("左颈部肿块，活检待定").await;
    usable(app, "a visit being typed").await;
    app.picture("16-visit-zh").await;
    app.chord(&[Key::Control], char::from(Key::Enter)).await;
    app.at("review").await;
    app.settled().await;
    app.tab_to("[data-testid=\"visit-because\"]").await;
    app.keys("首次访视，其余项目下次补做").await;
    // The reason is judged in Rust; a key pressed before the answer would do nothing.
    app.css("[data-testid=\"visit-record\"]:not(:disabled)").await;
    app.settled().await;
    usable(app, "the review").await;
    app.picture("17-review-zh").await;
    app.chord(&[Key::Control], char::from(Key::Enter)).await;
    app.at("receipt").await;
    app.settled().await;
    usable(app, "the receipt").await;
}

async fn signal(app: &App) {
    app.at("new-finding").await;
    app.chord(&[Key::Alt], '4').await;
    app.at("screen-signals").await;
    app.shows("BJ-001").await;
    let row = app.at("finding-row").await;
    assert_eq!(row.attr("data-rule").await.unwrap().as_deref(), Some("new-malignancy"));
    app.at("finding-sentence").await;
    app.picture("18-signal-zh").await;
}

async fn print(app: &App, home: &std::path::Path) {
    app.click("go-subjects").await;
    app.click("subject-row").await;
    app.click("action-print").await;
    app.at("print-preview").await;
    app.settled().await;
    app.click("print-save").await;
    let path = app.at("print-path").await.text().await.unwrap();
    let path = std::path::PathBuf::from(path.trim());
    assert!(path.starts_with(home), "{}", path.display());
    let text = std::process::Command::new("pdftotext").arg(&path).arg("-").output().expect("poppler is installed");
    let text = String::from_utf8_lossy(&text.stdout).into_owned();
    assert!(text.contains("小宇"), "the family's own name is printed:\n{text}");
    assert!(!text.contains("慢病毒"), "no product unless chosen:\n{text}");
    if let Some(folder) = std::env::var_os("PERENNIAL_DEMO_OUTPUT") {
        std::fs::copy(&path, std::path::Path::new(&folder).join("family-zh-Hans.pdf")).unwrap();
    }
}

/// The next visit is begun; the store is locked in the middle of a word, and the draft is there afterwards.
async fn lock_and_unlock(app: &App) {
    app.click("go-subjects").await;
    app.click("subject-row").await;
    app.click("action-visit").await;
    app.type_into("visit-note", "外婆陪同，新电话号码待").await;
    app.chord(&[Key::Control], 'l').await;
    app.at("screen-unlock").await;
    usable(app, "unlocking").await;
    app.type_into("login", "li").await;
    app.type_into("passphrase", "不是这个口令").await;
    app.click("unlock").await;
    app.shows("口令不正确").await;
    app.type_into("passphrase", PASSPHRASE).await;
    app.click("unlock").await;
    app.click("go-today").await;
    app.press("[data-testid=\"draft-left\"] button").await;
    app.at("draft-restored").await;
    assert_eq!(app.value("visit-note").await, "外婆陪同，新电话号码待");
}

/// What was typed about a person stands nowhere in the home folder that can be read without the key.
fn nothing_in_plain_text(home: &std::path::Path) {
    let mut waiting = vec![home.to_owned()];
    while let Some(folder) = waiting.pop() {
        for item in std::fs::read_dir(folder).unwrap().flatten() {
            let path = item.path();
            if path.is_dir() {
                waiting.push(path);
                continue;
            }
            // Papers are made to be read.
            if path.extension().is_some_and(|ending| ending == "pdf" || ending == "ics") {
                continue;
            }
            let bytes = std::fs::read(&path).unwrap();
            for secret in ["小宇", "王芳", "左颈部肿块", "外婆陪同", PASSPHRASE] {
                let found = bytes.windows(secret.len()).any(|window| window == secret.as_bytes());
                assert!(!found, "`{secret}` can be read in {}", path.display());
            }
        }
    }
}
