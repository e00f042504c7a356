//! Appointments as a hospital's calendar gives them: an ICS file (RFC 5545) or a table (CSV).
//!
//! Reads what is written and says what cannot be read. Does not know whom an entry is about: a calendar names people
//! as it likes, and who that is in the study is for `clinic` to say. Our own reader, because the crates for it bring a
//! system clock and random identifiers into a line that has neither.
//!
//! ```
//! let text = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:7\r\nDTSTART:20260512T103000\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
//! let (entries, problems) = exchange::appointments::read(text.as_bytes());
//! assert_eq!((entries[0].on.to_string(), entries[0].at.unwrap().to_string()), ("2026-05-12".into(), "10:30".into()));
//! assert!(problems.is_empty());
//! ```

mod calendar_file;
mod table;

use facts::{CivilDate, ClockTime};

pub use crate::integration::Problem;

/// One entry of a calendar, as it stands there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Line of the file on which it begins, from 1.
    pub line: u64,
    /// Empty when the file gives none.
    pub uid: String,
    /// Where a column says whom it is about; empty in an ICS file.
    pub code: String,
    /// Title of the entry.
    pub title: String,
    pub on: CivilDate,
    pub at: Option<ClockTime>,
    pub minutes: Option<u16>,
    pub place: String,
    pub note: String,
    pub cancelled: bool,
    /// How often it was changed there (RFC 5545, 3.8.7.4); `None` when the file does not count.
    pub sequence: Option<u32>,
    /// It comes again by a rule, of which only its first day is read here.
    pub repeats: bool,
    pub zone: Zone,
}

impl Entry {
    /// Nothing said yet.
    fn at_line(line: u64) -> Self {
        Self {
            line,
            uid: String::new(),
            code: String::new(),
            title: String::new(),
            on: CivilDate::EPOCH,
            at: None,
            minutes: None,
            place: String::new(),
            note: String::new(),
            cancelled: false,
            sequence: None,
            repeats: false,
            zone: Zone::Floating,
        }
    }
}

/// On which clock its hour is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Zone {
    /// The clock on the wall, wherever that is.
    Floating,
    Utc,
    /// A zone by the name the file gives it.
    Named(String),
}

/// Every entry that can be read, and what is wrong with the others, at their lines.
pub fn read(bytes: &[u8]) -> (Vec<Entry>, Vec<Problem>) {
    let text = crate::integration::rows::as_utf8(bytes);
    let calendar = text.trim_ascii_start();
    if calendar.get(..15).is_some_and(|start| start.eq_ignore_ascii_case(b"BEGIN:VCALENDAR")) {
        calendar_file::read(&text)
    } else {
        table::read(&text)
    }
}
