//! A family is given a date with the keyboard alone, the date is dragged with the mouse, a closure warns and forbids
//! nothing, the calendar goes out as a file and comes back changed; the month in the light, in the dark, in Chinese.

use std::path::Path;
use std::time::Duration;

use fantoccini::actions::{InputSource, MouseActions, PointerAction};
use fantoccini::key::Key;
use jiff::civil::{Date, Weekday};
use jiff::{ToSpan, Zoned};

use super::first_day::{create_store, enrol, usable};
use crate::harness::App;

#[tokio::test(flavor = "multi_thread")]
async fn a_date_is_agreed_on_moved_and_sent() {
    let home = tempfile::tempdir().unwrap();
    let app = App::open(home.path(), "en_GB.UTF-8").await;
    create_store(&app).await;
    // Month 6 is about to fall due.
    enrol(&app, &Zoned::now().date().saturating_sub(6.months()).saturating_add(5.days()).to_string()).await;
    let booked = book_by_keyboard(&app).await;
    let moved = move_by_keyboard(&app, booked).await;
    let closed = close_a_day(&app, moved).await;
    let dragged = drag_by_mouse(&app, moved, closed).await;
    file_out_and_in(&app, home.path(), dragged).await;
    looks(&app).await;
    app.close().await;
}

fn is_weekend(day: Date) -> bool {
    matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}

/// The next day that is no weekend.
fn weekday_after(day: Date) -> Date {
    let mut next = day.tomorrow().unwrap();
    while is_weekend(next) {
        next = next.tomorrow().unwrap();
    }
    next
}

async fn key(app: &App, key: Key) {
    app.keys(&char::from(key).to_string()).await;
}

/// Where the appointment in hand is.
async fn carried_on(app: &App) -> Date {
    app.attribute("carried", "data-on").await.parse().unwrap()
}

/// Waits until the cell of a day has the focus: the month of another day is read first.
async fn focused(app: &App, day: Date) {
    let there = format!("return document.activeElement?.dataset.day === '{day}'");
    for _ in 0..200 {
        if app.client.execute(&there, vec![]).await.unwrap() == serde_json::Value::Bool(true) {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    app.picture("failure").await;
    panic!("the focus never came to {day}");
}

async fn carry_to(app: &App, day: Date) {
    loop {
        let on = carried_on(app).await;
        focused(app, on).await;
        if on == day {
            return;
        }
        key(app, if on < day { Key::Right } else { Key::Left }).await;
        focused(app, if on < day { on.tomorrow().unwrap() } else { on.yesterday().unwrap() }).await;
    }
}

pub async fn book_by_keyboard(app: &App) -> Date {
    app.chord(&[Key::Alt], '3').await;
    app.at("screen-calendar").await;
    app.at("month").await;
    app.settled().await;
    usable(app, "a month").await;
    app.tab_to("[data-testid=\"to-plan\"][data-key=\"visit:M6\"]").await;
    key(app, Key::Enter).await;
    let best = carried_on(app).await;
    focused(app, best).await;
    let window = app.client.find_all(fantoccini::Locator::Css("[data-band=\"inside\"]")).await.unwrap();
    assert!(window.len() > 7, "the window is drawn over its days");
    usable(app, "a window that is being planned").await;
    app.picture("30-calendar-window").await;
    let day = if is_weekend(best) { weekday_after(best) } else { best };
    carry_to(app, day).await;
    key(app, Key::Enter).await;
    app.at("plan").await;
    usable(app, "what an appointment says").await;
    app.tab_to("[data-testid=\"plan-at\"]").await;
    app.keys("10:30").await;
    app.picture("31-calendar-plan").await;
    app.tab_to("[data-testid=\"plan-keep\"]").await;
    key(app, Key::Enter).await;
    app.gone("plan").await;
    app.css(&format!("[data-day=\"{day}\"] [data-code=\"BJ-001\"]")).await;
    day
}

/// Enter on an appointment picks it up, the arrows carry it, Esc puts it back, Enter keeps it.
async fn move_by_keyboard(app: &App, booked: Date) -> Date {
    app.tab_to(&format!("[data-day=\"{booked}\"]")).await;
    key(app, Key::Enter).await;
    key(app, Key::Enter).await;
    app.at("carried").await;
    focused(app, booked).await;
    key(app, Key::Down).await;
    focused(app, booked.saturating_add(1.week())).await;
    key(app, Key::Escape).await;
    app.gone("carried").await;
    app.css(&format!("[data-day=\"{booked}\"] [data-code=\"BJ-001\"]")).await;
    focused(app, booked).await;
    key(app, Key::Enter).await;
    key(app, Key::Enter).await;
    app.at("carried").await;
    let to = weekday_after(booked);
    carry_to(app, to).await;
    key(app, Key::Enter).await;
    app.gone("carried").await;
    app.css(&format!("[data-day=\"{to}\"] [data-code=\"BJ-001\"]")).await;
    to
}

async fn close_a_day(app: &App, after: Date) -> Date {
    let closed = weekday_after(after);
    app.click("calendar-closures").await;
    app.at("closures").await;
    app.type_into("closure-from", &closed.to_string()).await;
    app.type_into("closure-to", &closed.to_string()).await;
    app.type_into("closure-because", "Spring Festival").await;
    usable(app, "closures").await;
    app.click("closure-add").await;
    app.at("closure").await;
    app.click("closures-close").await;
    app.gone("closures").await;
    app.css(&format!("[data-day=\"{closed}\"][data-closed=\"Spring Festival\"]")).await;
    closed
}

/// Presses on the appointment and lets go on a day.
async fn drag(app: &App, to: Date) {
    let chip = app.css("[data-testid=\"appointment\"][data-code=\"BJ-001\"]").await;
    let cell = app.css(&format!("[data-day=\"{to}\"]")).await;
    let (x, y, width, height) = chip.rectangle().await.unwrap();
    let (to_x, to_y, to_width, to_height) = cell.rectangle().await.unwrap();
    let to = |x: f64, y: f64, ms| PointerAction::MoveTo { duration: Some(Duration::from_millis(ms)), x, y };
    let button = fantoccini::actions::MOUSE_BUTTON_LEFT;
    let drag = MouseActions::new("mouse".into())
        .then(to(x + width / 2.0, y + height / 2.0, 0))
        .then(PointerAction::Down { button })
        .then(to((x + to_x) / 2.0 + 20.0, (y + to_y) / 2.0 + 20.0, 150))
        .then(to(to_x + to_width / 2.0, to_y + to_height / 2.0, 150))
        .then(PointerAction::Up { button });
    app.client.perform_actions(drag).await.unwrap();
}

async fn drag_by_mouse(app: &App, from: Date, closed: Date) -> Date {
    drag(app, closed).await;
    app.at("warned").await;
    app.shows("The clinic is closed: Spring Festival.").await;
    usable(app, "what lies in the way").await;
    app.picture("32-calendar-warned").await;
    app.click("despite-no").await;
    app.gone("warned").await;
    app.css(&format!("[data-day=\"{from}\"] [data-code=\"BJ-001\"]")).await;
    let free = weekday_after(closed);
    drag(app, free).await;
    app.css(&format!("[data-day=\"{free}\"] [data-code=\"BJ-001\"]")).await;
    // On the closed day after all: it warns, and does as it is told.
    drag(app, closed).await;
    app.click("despite-yes").await;
    app.gone("warned").await;
    app.css(&format!("[data-day=\"{closed}\"] [data-code=\"BJ-001\"]")).await;
    drag(app, free).await;
    app.css(&format!("[data-day=\"{free}\"] [data-code=\"BJ-001\"]")).await;
    free
}

async fn file_out_and_in(app: &App, home: &Path, on: Date) {
    app.click("calendar-files").await;
    app.at("calendar-exchange").await;
    app.click("calendar-save").await;
    let path = app.attribute("calendar-saved", "data-path").await;
    assert!(Path::new(&path).starts_with(home), "{path}");
    let text = std::fs::read_to_string(&path).unwrap();
    let start = format!("DTSTART:{}T103000", on.strftime("%Y%m%d"));
    assert!(text.contains(&start) && text.contains("SUMMARY:BJ-001"), "{text}");
    assert!(!text.contains("小宇"), "no name goes out");
    // Four moves, so the fifth version.
    assert!(text.contains("\r\nSEQUENCE:4\r\n"), "{text}");
    // The hospital's calendar moves it to the afternoon.
    let changed = home.join("hospital.ics");
    std::fs::write(&changed, text.replace(&start, &format!("DTSTART:{}T144500", on.strftime("%Y%m%d")))).unwrap();
    app.type_into("calendar-path-in", &changed.display().to_string()).await;
    app.click("calendar-look").await;
    app.at("becomes").await;
    assert_eq!(app.attribute("becomes", "data-becomes").await, "moved");
    usable(app, "what a file becomes").await;
    app.picture("33-calendar-import").await;
    app.click("calendar-import-keep").await;
    app.gone("calendar-exchange").await;
    let chip = app.css(&format!("[data-day=\"{on}\"] [data-code=\"BJ-001\"]")).await;
    assert!(chip.text().await.unwrap().contains("14:45"));
}

async fn looks(app: &App) {
    usable(app, "the month").await;
    app.picture("34-calendar-light").await;
    app.click("go-today").await;
    app.reads("booked", |said| said.contains("14:45")).await;
    app.click("go-settings").await;
    app.press("[data-testid=\"theme\"] [value=\"dark\"]").await;
    app.click("go-calendar").await;
    app.at("month").await;
    app.settled().await;
    usable(app, "the month in the dark").await;
    app.picture("35-calendar-dark").await;
    app.press("[data-testid=\"language\"] [value=\"zh-Hans\"]").await;
    app.shows("待预约").await;
    app.settled().await;
    usable(app, "the month in Chinese").await;
    app.picture("36-calendar-zh").await;
    app.press("[data-testid=\"calendar-view\"] [value=\"year\"]").await;
    app.at("year").await;
    app.at("ahead-chart").await;
    app.settled().await;
    usable(app, "the year").await;
    app.picture("37-calendar-year").await;
}
