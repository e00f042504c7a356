//! Calendar entries (RFC 5545): stable identifiers and a rising sequence, so that the next file updates the entry
//! instead of adding a second one. What is due is all-day; an appointment has its hour on the clock of the site
//! (floating time, 3.3.5): a zone would need rules that nobody can promise for fifteen years.

use facts::{CivilDate, ClockTime};
use words::{Args, Value, Words};

use crate::family_sheet::{FamilySheet, SheetVisit};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarEvent {
    pub uid: String,
    pub sequence: u32,
    /// The due day; the window stands in the description.
    pub on: CivilDate,
    /// Of an appointment; `None` makes the entry all-day.
    pub at: Option<ClockTime>,
    pub minutes: Option<u16>,
    pub stands: Stands,
    pub summary: String,
    pub description: String,
    pub location: String,
}

/// STATUS of an entry (3.8.1.11).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stands {
    Confirmed,
    Cancelled,
}

/// What a file of entries is sent for (RFC 5546, 1.4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    Publish,
    Cancel,
}

/// The entry of one visit, in the family's words and without a diagnosis.
pub fn event(visit: &SheetVisit, sheet: &FamilySheet, words: &Words, sequence: u32) -> CalendarEvent {
    let long = |on: CivilDate| words.date_long(&on.to_string());
    let given = |pairs: &[(&str, String)]| -> Args {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), Value::from(value.as_str()))).collect()
    };
    let window =
        given(&[("from", long(visit.earliest_on)), ("to", long(visit.latest_on)), ("best", long(visit.due_on))]);
    let call = given(&[("telephone", sheet.site_telephone.clone())]);
    CalendarEvent {
        uid: visit.uid.clone(),
        sequence,
        on: visit.due_on,
        at: None,
        minutes: None,
        stands: Stands::Confirmed,
        summary: summary(&visit.label, &sheet.site_name, words),
        description: format!("{}\n{}", words.say("sheet-any-day", &window), words.say("calendar-call", &call)),
        location: sheet.site_address.clone(),
    }
}

/// What a family reads in a row of its calendar.
pub fn summary(visit: &str, site: &str, words: &Words) -> String {
    let args = [("visit", visit), ("site", site)];
    let args: Args = args.into_iter().map(|(name, value)| (name.to_owned(), Value::from(value))).collect();
    words.say("calendar-summary", &args)
}

/// A calendar file. `stamp` is the moment of making, RFC 3339.
pub fn calendar(events: &[CalendarEvent], method: Method, stamp: &str) -> String {
    let method = match method {
        Method::Publish => "PUBLISH",
        Method::Cancel => "CANCEL",
    };
    let mut lines = vec![
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".into(),
        "PRODID:-//Perennial//Follow-up//EN".into(),
        "CALSCALE:GREGORIAN".into(),
        format!("METHOD:{method}"),
    ];
    for event in events {
        lines.push("BEGIN:VEVENT".into());
        lines.push(format!("UID:{}", escape(&event.uid)));
        lines.push(format!("SEQUENCE:{}", event.sequence));
        lines.push(format!("DTSTAMP:{}", utc(stamp)));
        lines.extend(span(event));
        lines.push(format!("SUMMARY:{}", escape(&event.summary)));
        lines.push(format!("DESCRIPTION:{}", escape(&event.description)));
        if !event.location.is_empty() {
            lines.push(format!("LOCATION:{}", escape(&event.location)));
        }
        let status = if event.stands == Stands::Cancelled { "CANCELLED" } else { "CONFIRMED" };
        lines.push(format!("STATUS:{status}"));
        // What is due some day keeps nobody busy; an hour does.
        let busy = event.at.is_some() && event.stands == Stands::Confirmed;
        lines.push(if busy { "TRANSP:OPAQUE" } else { "TRANSP:TRANSPARENT" }.into());
        lines.push("END:VEVENT".into());
    }
    lines.push("END:VCALENDAR".into());
    lines.iter().flat_map(|line| fold(line)).map(|line| line + "\r\n").collect()
}

/// The least that a telephone's camera needs: small enough for a code square.
pub(crate) fn compact(events: &[CalendarEvent]) -> String {
    let mut text = String::from("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n");
    for event in events {
        let [start, end] = days(event);
        let summary = escape(&event.summary);
        text.push_str(&format!(
            "BEGIN:VEVENT\r\nUID:{}\r\n{start}\r\n{end}\r\nSUMMARY:{summary}\r\nEND:VEVENT\r\n",
            escape(&event.uid)
        ));
    }
    text + "END:VCALENDAR\r\n"
}

/// When it is: a day, or a time with its length where that is known.
fn span(event: &CalendarEvent) -> Vec<String> {
    let Some(at) = event.at else { return days(event).into() };
    let day = event.on.to_string().replace('-', "");
    let start = format!("DTSTART:{day}T{:02}{:02}00", at.hour(), at.minute());
    std::iter::once(start).chain(event.minutes.map(|minutes| format!("DURATION:PT{minutes}M"))).collect()
}

/// The end of an all-day entry is the day after it.
fn days(event: &CalendarEvent) -> [String; 2] {
    let plain = |on: CivilDate| on.to_string().replace('-', "");
    [format!("DTSTART;VALUE=DATE:{}", plain(event.on)), format!("DTEND;VALUE=DATE:{}", plain(event.on.plus_days(1)))]
}

/// TEXT (3.3.11). A line ends only where we end it: whatever a spreadsheet calls an end of line is the text's own, and
/// no other control character may stand in one.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut after_return = false;
    for c in text.chars() {
        match c {
            '\n' if after_return => {}
            '\r' | '\n' => escaped.push_str("\\n"),
            '\\' | ';' | ',' => escaped.extend(['\\', c]),
            c if c.is_control() && c != '\t' => {}
            c => escaped.push(c),
        }
        after_return = c == '\r';
    }
    escaped
}

/// `2026-11-21T09:41:07+08:00` -> `20261121T014107Z`; a stamp that cannot be read gives midnight of its day.
fn utc(stamp: &str) -> String {
    let day: Option<CivilDate> = stamp.get(..10).and_then(|day| day.parse().ok());
    let two = |from: usize| stamp.get(from..from + 2).and_then(|text| text.parse::<i32>().ok()).unwrap_or(0);
    let offset = match stamp.get(19..20) {
        Some("+") => two(20) * 60 + two(23),
        Some("-") => -(two(20) * 60 + two(23)),
        _ => 0,
    };
    let minutes = two(11) * 60 + two(14) - offset;
    let day = day.map(|day| day.plus_days(minutes.div_euclid(1440)).to_string().replace('-', "")).unwrap_or_default();
    let minutes = minutes.rem_euclid(1440);
    format!("{day}T{:02}{:02}{:02}Z", minutes / 60, minutes % 60, two(17))
}

/// At most 75 octets a line, never inside a character.
fn fold(line: &str) -> Vec<String> {
    let mut folded = Vec::new();
    let mut current = String::new();
    for c in line.chars() {
        if current.len() + c.len_utf8() > 74 {
            folded.push(std::mem::replace(&mut current, String::from(" ")));
        }
        current.push(c);
    }
    folded.push(current);
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event() -> CalendarEvent {
        CalendarEvent {
            uid: "a-M6@perennial".into(),
            sequence: 3,
            on: "2025-12-31".parse().unwrap(),
            at: None,
            minutes: None,
            stands: Stands::Confirmed,
            summary: "访视；第 6 个月, one; two".into(),
            description: "很".repeat(60) + "\nsecond line",
            location: String::new(),
        }
    }

    #[test]
    fn an_entry_is_all_day_and_ends_on_the_next() {
        let text = calendar(&[event()], Method::Publish, "2026-11-21T09:41:07+08:00");
        for line in [
            "UID:a-M6@perennial\r\n",
            "SEQUENCE:3\r\n",
            "DTSTAMP:20261121T014107Z\r\n",
            "DTSTART;VALUE=DATE:20251231\r\n",
            "DTEND;VALUE=DATE:20260101\r\n",
        ] {
            assert!(text.contains(line), "{line} in\n{text}");
        }
        assert!(text.contains("one\\; two"));
    }

    #[test]
    fn no_text_ends_a_line_or_begins_a_property() {
        let cell = "Room 2\r\nwest\rwing\nSTATUS:CANCELLED\u{7}; a, b\\c";
        let loud = CalendarEvent { uid: cell.into(), location: cell.into(), summary: cell.into(), ..event() };
        let text = calendar(std::slice::from_ref(&loud), Method::Publish, "2026-11-21T09:41:07+08:00");
        let unfolded = text.replace("\r\n ", "");
        let said = "Room 2\\nwest\\nwing\\nSTATUS:CANCELLED\\; a\\, b\\\\c";
        for line in [format!("UID:{said}"), format!("LOCATION:{said}"), format!("SUMMARY:{said}")] {
            assert!(unfolded.contains(&format!("\r\n{line}\r\n")), "{line} in\n{unfolded}");
        }
        let lines = unfolded.matches("\r\n").count();
        assert_eq!(lines, calendar(&[event()], Method::Publish, "").replace("\r\n ", "").matches("\r\n").count() + 1);
        for text in [unfolded, compact(&[loud])] {
            assert!(!text.replace("\r\n", "").contains(['\r', '\n', '\u{7}']), "{text:?}");
        }
    }

    #[test]
    fn an_appointment_has_its_hour_and_its_length() {
        let at = "10:30".parse().ok();
        let timed = CalendarEvent { at, minutes: Some(90), ..event() };
        let text = calendar(std::slice::from_ref(&timed), Method::Publish, "2026-11-21T09:41:07+08:00");
        for line in ["METHOD:PUBLISH", "DTSTART:20251231T103000", "DURATION:PT90M", "STATUS:CONFIRMED", "TRANSP:OPAQUE"]
        {
            assert!(text.contains(&format!("\r\n{line}\r\n")), "{line} in\n{text}");
        }
        assert!(!text.contains("DTEND"), "an end and a length exclude each other (3.6.1)");
        let called_off = CalendarEvent { stands: Stands::Cancelled, ..timed };
        let text = calendar(&[called_off], Method::Cancel, "2026-11-21T09:41:07+08:00");
        assert!(text.contains("\r\nMETHOD:CANCEL\r\n") && text.contains("\r\nSTATUS:CANCELLED\r\n"));
    }

    #[test]
    fn lines_are_folded_between_characters() {
        let text = calendar(&[event()], Method::Publish, "2026-11-21T09:41:07+08:00");
        assert!(text.split("\r\n").all(|line| line.len() <= 75));
        let unfolded = text.replace("\r\n ", "");
        assert!(unfolded.contains(&"很".repeat(60)));
    }

    #[test]
    fn the_stamp_crosses_midnight() {
        assert_eq!(utc("2026-01-01T03:00:00+08:00"), "20251231T190000Z");
        assert_eq!(utc("2026-01-01T03:00:00Z"), "20260101T030000Z");
    }
}
