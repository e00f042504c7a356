//! An ICS file (RFC 5545): content lines unfolded by octets, properties with their parameters, events with their days.
//!
//! Of a calendar only its events are read; alarms, zones and tasks are passed over. An event that cannot be dated is
//! told and left out.

use facts::{CivilDate, ClockTime};

use super::{Entry, Problem, Zone};

/// A content line: `NAME;PARAM=value:VALUE` (RFC 5545, 3.1).
struct Line {
    number: u64,
    name: String,
    parameters: Vec<(String, String)>,
    value: String,
}

impl Line {
    fn parameter(&self, name: &str) -> Option<&str> {
        self.parameters.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

pub(super) fn read(text: &[u8]) -> (Vec<Entry>, Vec<Problem>) {
    let (mut entries, mut problems) = (Vec::new(), Vec::new());
    let (mut within, mut event): (Vec<String>, Option<Event>) = (Vec::new(), None);
    let mut cancels = false;
    for line in lines(text) {
        match line.name.as_str() {
            "BEGIN" => {
                within.push(line.value.to_ascii_uppercase());
                if within.last().is_some_and(|component| component == "VEVENT") {
                    event = Some(Event::from(line.number));
                }
            }
            "END" => {
                if within.pop().is_some_and(|component| component == "VEVENT")
                    && let Some(event) = event.take()
                {
                    match event.entry() {
                        Ok(entry) => entries.push(entry),
                        Err(problem) => problems.push(problem),
                    }
                }
            }
            "METHOD" if within.len() == 1 => cancels = line.value.eq_ignore_ascii_case("CANCEL"),
            // Properties of an alarm inside the event are not the event's.
            _ if within.last().is_some_and(|component| component == "VEVENT") => {
                if let Some(event) = &mut event {
                    event.take(line);
                }
            }
            _ => {}
        }
    }
    if !within.is_empty() {
        let last = lines(text).last().map_or(1, |line| line.number);
        problems.push(Problem::of(last, "", "calendar-cut-off", &[]));
    }
    for entry in entries.iter_mut().filter(|_| cancels) {
        entry.cancelled = true;
    }
    (entries, problems)
}

/// What an event said so far.
struct Event {
    entry: Entry,
    start: Option<Stamp>,
    end: Option<Stamp>,
    wrong: Option<Problem>,
}

/// A day, and the time where it has one.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Stamp {
    on: CivilDate,
    at: Option<ClockTime>,
}

impl Event {
    fn from(line: u64) -> Self {
        Self { entry: Entry::at_line(line), start: None, end: None, wrong: None }
    }

    fn take(&mut self, line: Line) {
        match line.name.as_str() {
            "UID" => self.entry.uid = unescaped(&line.value),
            "SUMMARY" => self.entry.title = unescaped(&line.value),
            "DESCRIPTION" => self.entry.note = unescaped(&line.value),
            "LOCATION" => self.entry.place = unescaped(&line.value),
            "STATUS" => self.entry.cancelled = line.value.trim().eq_ignore_ascii_case("CANCELLED"),
            "SEQUENCE" => self.entry.sequence = line.value.trim().parse().ok(),
            "RRULE" | "RDATE" => self.entry.repeats = true,
            "DTSTART" => {
                self.entry.zone = zone(&line);
                self.start = self.stamp(&line);
            }
            "DTEND" => self.end = self.stamp(&line),
            "DURATION" => match duration(line.value.trim()) {
                Some(minutes) => self.entry.minutes = minutes,
                None => self.fault(&line, "calendar-duration"),
            },
            _ => {}
        }
    }

    fn stamp(&mut self, line: &Line) -> Option<Stamp> {
        let read = stamp(line.value.trim());
        if read.is_none() {
            self.fault(line, "calendar-date");
        }
        read
    }

    fn fault(&mut self, line: &Line, code: &'static str) {
        let value = [("value", line.value.as_str())];
        self.wrong.get_or_insert_with(|| Problem::of(line.number, &line.name, code, &value));
    }

    fn entry(self) -> Result<Entry, Problem> {
        if let Some(problem) = self.wrong {
            return Err(problem);
        }
        let Some(start) = self.start else {
            return Err(Problem::of(self.entry.line, "DTSTART", "calendar-without-day", &[]));
        };
        let until = |end: Stamp| {
            let (from, to) = (start.at?, end.at?);
            let minutes = end.on.days_since(start.on) * 1440 + i32::from(to.minutes()) - i32::from(from.minutes());
            u16::try_from(minutes).ok().filter(|minutes| *minutes > 0)
        };
        let minutes = if start.at.is_some() { self.entry.minutes.or_else(|| self.end.and_then(until)) } else { None };
        Ok(Entry { on: start.on, at: start.at, minutes, ..self.entry })
    }
}

fn zone(line: &Line) -> Zone {
    match line.parameter("TZID") {
        Some(name) => Zone::Named(name.to_owned()),
        None if line.value.trim().ends_with(['Z', 'z']) => Zone::Utc,
        None => Zone::Floating,
    }
}

/// `20260512`, `20260512T103000` or `20260512T023000Z` (3.3.4 and 3.3.5). Seconds are passed over.
fn stamp(value: &str) -> Option<Stamp> {
    let (day, time) = value.split_once(['T', 't']).map_or((value, None), |(day, time)| (day, Some(time)));
    let on = compact_day(day)?;
    let Some(time) = time else { return Some(Stamp { on, at: None }) };
    let time = time.trim_end_matches(['Z', 'z']);
    let digits = (time.len() == 6 || time.len() == 4) && time.bytes().all(|byte| byte.is_ascii_digit());
    let part = |from: usize| time.get(from..from + 2)?.parse::<u16>().ok();
    let at = digits.then(|| ClockTime::new(part(0)?, part(2)?)).flatten()?;
    Some(Stamp { on, at: Some(at) })
}

/// `20260512`.
pub(super) fn compact_day(text: &str) -> Option<CivilDate> {
    if text.len() != 8 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    CivilDate::new(text[..4].parse().ok()?, text[4..6].parse().ok()?, text[6..].parse().ok()?)
}

/// Minutes of `PT1H30M`, `P1D`, `P1W`; `None` inside for a length of zero (3.3.6).
fn duration(text: &str) -> Option<Option<u16>> {
    let rest = text.trim_start_matches('+').strip_prefix('P')?;
    let (mut minutes, mut number, mut seen) = (0_u32, String::new(), false);
    for c in rest.chars() {
        if c.is_ascii_digit() {
            number.push(c);
            continue;
        }
        let unit = match c {
            'T' if number.is_empty() => continue,
            'W' => 10_080,
            'D' => 1_440,
            'H' => 60,
            'M' => 1,
            'S' => 0,
            _ => return None,
        };
        minutes = minutes.checked_add(number.parse::<u32>().ok()?.checked_mul(unit)?)?;
        number.clear();
        seen = true;
    }
    if !seen || !number.is_empty() {
        return None;
    }
    Some(u16::try_from(minutes).ok().filter(|minutes| *minutes > 0))
}

/// Lines with their continuations joined by octets, so that a character cut in two is whole again (3.1).
fn lines(text: &[u8]) -> Vec<Line> {
    let mut unfolded: Vec<(u64, Vec<u8>)> = Vec::new();
    for (line, number) in text.split(|byte| *byte == b'\n').zip(1..) {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        match (line.first(), unfolded.last_mut()) {
            (Some(b' ' | b'\t'), Some((_, before))) => before.extend_from_slice(&line[1..]),
            _ => unfolded.push((number, line.to_vec())),
        }
    }
    let parsed = unfolded.into_iter().filter_map(|(number, line)| parse(number, &String::from_utf8_lossy(&line)));
    parsed.collect()
}

/// Cuts a line at the first colon outside quotation marks; what has none is no property.
fn parse(number: u64, line: &str) -> Option<Line> {
    let mut quoted = false;
    let colon = line.char_indices().find(|(_, c)| {
        quoted ^= *c == '"';
        *c == ':' && !quoted
    });
    let (head, value) = (&line[..colon?.0], &line[colon?.0 + 1..]);
    let mut quoted = false;
    let mut parts = head.split(|c: char| {
        quoted ^= c == '"';
        c == ';' && !quoted
    });
    let name = parts.next()?.trim().to_ascii_uppercase();
    let parameter = |part: &str| {
        let (name, value) = part.split_once('=')?;
        Some((name.trim().to_ascii_uppercase(), value.trim_matches('"').to_owned()))
    };
    Some(Line { number, name, parameters: parts.filter_map(parameter).collect(), value: value.to_owned() })
}

/// TEXT without its backslashes (3.3.11).
fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut after_slash = false;
    for c in text.chars() {
        match (after_slash, c) {
            (false, '\\') => after_slash = true,
            (true, 'n' | 'N') => {
                plain.push('\n');
                after_slash = false;
            }
            _ => {
                plain.push(c);
                after_slash = false;
            }
        }
    }
    plain.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(properties: &str) -> Result<Entry, String> {
        let text = format!("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n{properties}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
        let (mut entries, problems) = read(text.as_bytes());
        match problems.first() {
            Some(problem) => Err(format!("{} {}", problem.line, problem.code)),
            None => Ok(entries.remove(0)),
        }
    }

    /// RFC 5545, 3.6.1 and 3.3.5: the examples of the standard.
    #[test]
    fn the_examples_of_the_standard_are_read() {
        let text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//hacksw/handcal//NONSGML v1.0//EN\r\nBEGIN:VEVENT\r\n\
            UID:19970610T172345Z-AF23B2@example.com\r\nDTSTAMP:19970610T172345Z\r\nDTSTART:19970714T170000Z\r\n\
            DTEND:19970715T040000Z\r\nSUMMARY:Bastille Day Party\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        let (entries, problems) = read(text.as_bytes());
        assert!(problems.is_empty());
        let party = &entries[0];
        assert_eq!(
            (party.uid.as_str(), party.title.as_str()),
            ("19970610T172345Z-AF23B2@example.com", "Bastille Day Party")
        );
        assert_eq!((party.on.to_string(), party.minutes, &party.zone), ("1997-07-14".into(), Some(660), &Zone::Utc));
        let zoned = one("DTSTART;TZID=America/New_York:19980119T020000").unwrap();
        assert_eq!(
            (zoned.at.unwrap().to_string(), zoned.zone),
            ("02:00".into(), Zone::Named("America/New_York".into()))
        );
        let all_day = one("DTSTART;VALUE=DATE:19970714\r\nDTEND;VALUE=DATE:19970715").unwrap();
        assert_eq!((all_day.at, all_day.minutes), (None, None));
        assert_eq!(one("DTSTART:19980118T230000\r\nDURATION:PT1H30M").unwrap().minutes, Some(90));
    }

    /// RFC 5545, 3.1: a line may be folded anywhere, even inside a character of several octets.
    #[test]
    fn lines_are_unfolded_by_octets() {
        let summary = "SUMMARY:第六个月访视".as_bytes();
        for cut in 1..summary.len() {
            let mut text = b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20260512\r\n".to_vec();
            text.extend_from_slice(&summary[..cut]);
            text.extend_from_slice(b"\r\n ");
            text.extend_from_slice(&summary[cut..]);
            text.extend_from_slice(b"\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
            assert_eq!(read(&text).0[0].title, "第六个月访视", "cut at {cut}");
        }
    }

    #[test]
    fn quoted_parameters_and_escaped_texts_are_what_they_say() {
        let read =
            one("DTSTART;X-A=\"a:b;c\";TZID=\"Asia/Shanghai\":20260512T103000\r\nSUMMARY:one\\, two\\; C:\\\\x\\nnext");
        let entry = read.unwrap();
        assert_eq!(entry.zone, Zone::Named("Asia/Shanghai".into()));
        assert_eq!(entry.title, "one, two; C:\\x\nnext");
    }

    #[test]
    fn an_alarm_inside_an_event_is_not_the_event() {
        let entry = one(
            "SUMMARY:visit\r\nDTSTART:20260512T103000\r\nBEGIN:VALARM\r\nSUMMARY:ring\r\nDURATION:PT15M\r\nEND:VALARM",
        );
        let entry = entry.unwrap();
        assert_eq!((entry.title.as_str(), entry.minutes), ("visit", None));
    }

    #[test]
    fn the_version_of_an_entry_is_read_and_never_made_up() {
        let of = |line: &str| one(&format!("DTSTART:20260512{line}")).unwrap().sequence;
        assert_eq!([of("\r\nSEQUENCE:7"), of("\r\nSEQUENCE: 0 ")], [Some(7), Some(0)]);
        assert_eq!([of(""), of("\r\nSEQUENCE:-1"), of("\r\nSEQUENCE:often")], [None, None, None]);
    }

    #[test]
    fn cancellations_and_repetitions_are_told() {
        assert!(one("DTSTART:20260512\r\nSTATUS:CANCELLED").unwrap().cancelled);
        assert!(one("DTSTART:20260512\r\nRRULE:FREQ=DAILY").unwrap().repeats);
        let all = "BEGIN:VCALENDAR\nMETHOD:CANCEL\nBEGIN:VEVENT\nDTSTART:20260512\nEND:VEVENT\nEND:VCALENDAR\n";
        assert!(read(all.as_bytes()).0[0].cancelled, "METHOD:CANCEL cancels each event (RFC 5546, 3.2.5)");
    }

    #[test]
    fn what_cannot_be_dated_is_told_at_its_line() {
        assert_eq!(one("DTSTART:20260230"), Err("3 calendar-date".into()));
        assert_eq!(one("DTSTART:20260512T250000"), Err("3 calendar-date".into()));
        assert_eq!(one("DTSTART:20260512T10300\u{e9}"), Err("3 calendar-date".into()));
        assert_eq!(one("SUMMARY:x"), Err("2 calendar-without-day".into()));
        assert_eq!(one("DTSTART:20260512T103000\r\nDURATION:soon"), Err("4 calendar-duration".into()));
        let (entries, problems) = read(b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20260512\r\n");
        assert!(entries.is_empty() && problems[0].code == "calendar-cut-off");
    }

    proptest::proptest! {
        #[test]
        fn no_bytes_bring_it_down(bytes in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..400)) {
            let mut text = b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:".to_vec();
            text.extend(bytes);
            let _ = super::super::read(&text);
        }
    }
}
