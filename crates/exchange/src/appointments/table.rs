//! Appointments as a table: a row each, its columns told by their headings in English, Chinese or Japanese.
//!
//! A day that can be read two ways (3/4/2026) is not guessed: year first, or it is told.

use std::ops::ControlFlow;

use facts::{CivilDate, ClockTime};

use super::calendar_file::compact_day;
use super::{Entry, Problem, Zone};
use crate::integration::delimited;
use crate::integration::rows::Row;

// Headings in lower case without anything but letters and digits.
const CODE: &[&str] = &[
    "code",
    "subject",
    "subjectcode",
    "subjectid",
    "patient",
    "patientid",
    "受试者",
    "受试者编号",
    "编号",
    "対象者",
    "被験者",
    "被験者番号",
];
const DAY: &[&str] = &["date", "day", "on", "startdate", "appointmentdate", "日期", "预约日期", "日付", "予約日"];
const TIME: &[&str] = &["time", "at", "hour", "starttime", "appointmenttime", "时间", "预约时间", "時刻", "時間"];
const MINUTES: &[&str] = &["minutes", "duration", "length", "durationminutes", "分钟", "时长", "分", "所要時間"];
const PLACE: &[&str] = &["place", "location", "room", "地点", "场所", "場所"];
const NOTE: &[&str] = &["note", "notes", "comment", "description", "备注", "備考", "メモ"];
const TITLE: &[&str] = &["title", "what", "visit", "summary", "访视", "来院", "件名"];
// No plain "id": in a list of people that is the person's.
const UID: &[&str] = &["uid", "appointmentid", "预约号", "予約番号"];
const STATUS: &[&str] = &["status", "state", "状态", "状態"];
const CANCELLED: &[&str] = &["cancelled", "canceled", "取消", "已取消", "キャンセル", "中止"];

/// Where the columns are; a table without a day column is none of ours.
struct Columns {
    day: usize,
    others: [Option<usize>; 8],
}

/// Their order in `others`.
const OTHERS: [&[&str]; 8] = [CODE, TIME, MINUTES, PLACE, NOTE, TITLE, UID, STATUS];

pub(super) fn read(text: &[u8]) -> (Vec<Entry>, Vec<Problem>) {
    let delimiter = delimiter(text);
    let (mut entries, mut problems) = (Vec::new(), Vec::new());
    let mut columns: Option<Columns> = None;
    let read = delimited::each(text, delimiter, &mut |row: &Row<'_>| {
        if row.is_blank() {
            return ControlFlow::Continue(());
        }
        match &columns {
            None => match Columns::of(&row.texts()) {
                Some(found) => columns = Some(found),
                None => {
                    problems.push(Problem::of(row.line, "", "calendar-headings", &[]));
                    return ControlFlow::Break(());
                }
            },
            Some(columns) => match columns.entry(row) {
                Ok(entry) => entries.push(entry),
                Err(problem) => problems.push(problem),
            },
        }
        ControlFlow::Continue(())
    });
    problems.extend(read.err());
    if columns.is_none() && problems.is_empty() {
        problems.push(Problem::of(1, "", "calendar-headings", &[]));
    }
    (entries, problems)
}

/// The one that the headings hold most of between them; a heading may have a line end of its own inside quotation marks.
fn delimiter(text: &[u8]) -> u8 {
    let mut quoted = false;
    let outside = text.iter().copied().filter(|byte| {
        quoted ^= *byte == b'"';
        !quoted
    });
    let first: Vec<u8> = outside.take_while(|byte| *byte != b'\n').collect();
    let count = |wanted: u8| first.iter().filter(|byte| **byte == wanted).count();
    [b',', b';', b'\t'].into_iter().rev().max_by_key(|delimiter| count(*delimiter)).unwrap_or(b',')
}

fn plain(heading: &str) -> String {
    heading.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

impl Columns {
    fn of(headings: &[String]) -> Option<Self> {
        let place = |names: &[&str]| headings.iter().position(|heading| names.contains(&plain(heading).as_str()));
        Some(Self { day: place(DAY)?, others: OTHERS.map(place) })
    }

    fn entry(&self, row: &Row<'_>) -> Result<Entry, Problem> {
        let text = |column: Option<usize>| column.map(|column| one_line_end(row.cell(column))).unwrap_or_default();
        let [code, time, minutes, place, note, title, uid, status] = self.others.map(text);
        let wrong = |code, column: &str, value: &str| Problem::of(row.line, column, code, &[("value", value)]);
        let day = text(Some(self.day));
        let (day, of_day) = day.split_once([' ', 'T']).map_or((day.as_str(), ""), |(day, time)| (day, time.trim()));
        let on = day_of(day).ok_or_else(|| wrong("calendar-date", "date", day))?;
        let time = if time.is_empty() { of_day.to_owned() } else { time };
        let at = match time.as_str() {
            "" => None,
            time => Some(time_of(time).ok_or_else(|| wrong("calendar-time", "time", time))?),
        };
        let minutes = match minutes.as_str() {
            "" => None,
            text => {
                let number = text.parse::<u16>().ok().filter(|minutes| (1..=1440).contains(minutes));
                Some(number.ok_or_else(|| wrong("calendar-minutes", "minutes", text))?)
            }
        };
        Ok(Entry {
            line: row.line,
            uid,
            code,
            title,
            on,
            at,
            minutes,
            place,
            note,
            cancelled: CANCELLED.contains(&plain(&status).as_str()),
            sequence: None,
            repeats: false,
            zone: Zone::Floating,
        })
    }
}

/// A cell of several lines, whose ends every spreadsheet writes in its own way, as a calendar file gives it back.
fn one_line_end(cell: &[u8]) -> String {
    String::from_utf8_lossy(cell).trim().replace("\r\n", "\n").replace('\r', "\n")
}

/// `2026-05-12`, `2026/5/12`, `2026年5月12日`, `20260512`.
fn day_of(text: &str) -> Option<CivilDate> {
    if let Some(day) = compact_day(text) {
        return Some(day);
    }
    let text = text.trim_end_matches('日');
    let parts: Vec<&str> = text.split(['-', '/', '.', '年', '月']).map(str::trim).collect();
    let [year, month, day] = parts[..] else { return None };
    if year.len() != 4 {
        return None;
    }
    CivilDate::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

/// `10:30`, also with seconds that a spreadsheet added.
fn time_of(text: &str) -> Option<ClockTime> {
    let short = text.strip_suffix(":00").filter(|rest| rest.contains(':')).unwrap_or(text);
    short.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_told_by_their_headings_in_three_languages() {
        for table in [
            "Subject code,Date,Time,Minutes,Location\nS-001,2026-05-12,9:05,60,\"Room 2, east\"\n",
            "编号;日期;时间;时长;地点\nS-001;2026年5月12日;09:05;60;Room 2, east\n",
            "\u{feff}日付\t時刻\t被験者\t所要時間\t場所\n2026/5/12\t9:05:00\tS-001\t60\tRoom 2, east\n",
        ] {
            let (entries, problems) = super::super::read(table.as_bytes());
            assert!(problems.is_empty(), "{problems:?}");
            let entry = &entries[0];
            let told = (entry.code.as_str(), entry.on.to_string(), entry.at.unwrap().to_string());
            assert_eq!(told, ("S-001", "2026-05-12".to_owned(), "09:05".to_owned()));
            assert_eq!((entry.minutes, entry.place.as_str(), entry.line), (Some(60), "Room 2, east", 2));
        }
    }

    #[test]
    fn a_day_that_can_be_read_two_ways_is_not_guessed() {
        let (entries, problems) = read(b"code,date\nS-001,3/4/2026\nS-002,2026-02-30\nS-003,2026-04-03 08:15\n");
        assert_eq!(
            problems.iter().map(|p| (p.line, p.code)).collect::<Vec<_>>(),
            [(2, "calendar-date"), (3, "calendar-date")]
        );
        assert_eq!(entries.len(), 1);
        assert_eq!(entries[0].at.unwrap().to_string(), "08:15");
    }

    #[test]
    fn a_table_without_a_day_column_says_so() {
        let (entries, problems) = read(b"name,telephone\nMei,1\n");
        assert!(entries.is_empty());
        assert_eq!(problems[0].code, "calendar-headings");
        assert_eq!(read(b"").1[0].code, "calendar-headings");
    }

    #[test]
    fn a_byte_order_mark_and_a_cell_of_two_lines_are_read_as_they_are() {
        let table = "\u{feff}code,date,time,place,uid\r\n\
            S-001,2026-05-12,9:05,\"Room 2\r\nEast \"\"wing\"\"\",7\r\nS-002,2026-05-13,,,8\r\n";
        let (entries, problems) = super::super::read(table.as_bytes());
        assert!(problems.is_empty(), "{problems:?}");
        let told: Vec<_> =
            entries.iter().map(|entry| (entry.line, entry.code.as_str(), entry.place.as_str(), &*entry.uid)).collect();
        assert_eq!(told, [(2, "S-001", "Room 2\nEast \"wing\"", "7"), (4, "S-002", "", "8")]);
        // A heading of two lines, in a file that a spreadsheet in German saved.
        let headed = "\u{feff}\"Subject\ncode\";Date;Minutes\nS-001;2026-05-12;45\n";
        let (entries, problems) = super::super::read(headed.as_bytes());
        assert!(problems.is_empty(), "{problems:?}");
        assert_eq!((entries[0].code.as_str(), entries[0].minutes, entries[0].line), ("S-001", Some(45), 3));
        let cut = super::super::read(b"code,date,place\nS-001,2026-05-12,\"Room 2\n").1;
        assert_eq!((cut[0].line, cut[0].code), (2, "quote-open"));
    }

    #[test]
    fn a_column_headed_id_names_no_appointment() {
        let (entries, _) = read(b"id,code,date\n7,S-001,2026-05-12\n");
        assert_eq!((entries[0].uid.as_str(), entries[0].code.as_str()), ("", "S-001"));
        assert_eq!(read(b"UID,code,date\n7,S-001,2026-05-12\n").0[0].uid, "7");
    }

    #[test]
    fn a_cancelled_row_is_cancelled() {
        let (entries, _) = read("code,date,status\nS-001,2026-05-12,Cancelled\nS-002,2026-05-12,booked\n".as_bytes());
        assert_eq!(entries.iter().map(|entry| entry.cancelled).collect::<Vec<_>>(), [true, false]);
    }
}
