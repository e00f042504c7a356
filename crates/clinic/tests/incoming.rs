//! Entries of other calendars against what is kept here: versions, names, hours. Through the use cases of an encrypted
//! store, as the window calls them.

#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "tests stop at the first surprise and write files")]

mod site;

use clinic::SubjectId;
use clinic::wire::calendar::{AppointmentForm, AppointmentLine, AppointmentsAsked, Becomes, IncomingLine};
use site::{Stage, now, stage};

/// Dosed on 31 Aug 2024: the window of month 6 lies around 28 Feb 2025, a Friday.
const TODAY: &str = "2025-01-20";

fn form(subject: SubjectId, on: &str, at: &str) -> AppointmentForm {
    let (visits, on, at) = (vec!["visit:M6".into()], on.into(), at.into());
    AppointmentForm { subject: Some(subject), visits, on, at, minutes: "60".into(), ..AppointmentForm::default() }
}

fn file(events: &[&str]) -> String {
    let event = |lines: &&str| format!("BEGIN:VEVENT\r\n{lines}\r\nEND:VEVENT\r\n");
    format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{}END:VCALENDAR\r\n", events.iter().map(event).collect::<String>())
}

fn asked(site: &Stage, text: &str) -> AppointmentsAsked {
    let path = site.folder.path().join("incoming.ics");
    std::fs::write(&path, text).unwrap();
    AppointmentsAsked { path: path.display().to_string(), sha256: String::new(), leave_out: Vec::new() }
}

fn look(site: &Stage, text: &str) -> Vec<IncomingLine> {
    site.clinic.look_at_appointments(&asked(site, text), &site::china, &now(TODAY)).unwrap().lines
}

fn only(site: &Stage, text: &str) -> IncomingLine {
    let mut lines = look(site, text);
    assert_eq!(lines.len(), 1);
    lines.remove(0)
}

/// Keeps all of a file but the lines that are left out.
fn keep(site: &mut Stage, text: &str, leave_out: &[u32]) -> u32 {
    let asked = asked(site, text);
    let sha256 = site.clinic.look_at_appointments(&asked, &site::china, &now(TODAY)).unwrap().sha256;
    let asked = AppointmentsAsked { sha256, leave_out: leave_out.to_vec(), ..asked };
    site.clinic.import_appointments(&asked, &site::china, &now(TODAY)).unwrap().changes
}

fn shown(site: &Stage) -> Vec<AppointmentLine> {
    site.clinic.calendar_month("2025-02-01", &now(TODAY)).unwrap().appointments
}

/// The file that goes out, as it is written.
fn sent(site: &Stage) -> String {
    let folder = site.folder.path().join("out").display().to_string();
    std::fs::read_to_string(site.clinic.export_appointments(&folder, &now(TODAY)).unwrap().path).unwrap()
}

#[test]
fn the_next_version_is_above_ours_and_theirs() {
    let mut site = stage("fda/lentiviral-hsc-15y");
    site.enrol("S-001");
    let event = |start: &str, sequence: u32| {
        file(&[&format!("UID:h-1\r\nSUMMARY:S-001\r\nSEQUENCE:{sequence}\r\nDTSTART:{start}")])
    };
    keep(&mut site, &event("20250227T093000", 5), &[]);
    assert!(sent(&site).contains("\r\nSEQUENCE:5\r\n"), "a new one begins where the other calendar stands");
    let line = shown(&site).remove(0);
    let moved = AppointmentForm { record: Some(line.record), ..form(line.subject, "2025-02-26", "09:30") };
    site.clinic.move_appointment(&moved, &now(TODAY)).unwrap();
    assert!(sent(&site).contains("\r\nSEQUENCE:6\r\n"));
    // Moved there, where they counted further than we did.
    assert_eq!(only(&site, &event("20250225T093000", 9)).becomes, Becomes::Moved);
    keep(&mut site, &event("20250225T093000", 9), &[]);
    assert!(sent(&site).contains("\r\nSEQUENCE:10\r\n"));
}

#[test]
fn a_higher_version_is_noted_where_nothing_else_changed() {
    let mut site = stage("fda/lentiviral-hsc-15y");
    site.enrol("S-001");
    let event =
        |sequence: u32| file(&[&format!("UID:h-1\r\nSUMMARY:S-001\r\nSEQUENCE:{sequence}\r\nDTSTART:20250227T093000")]);
    keep(&mut site, &event(0), &[]);
    let line = only(&site, &event(7));
    assert_eq!((line.becomes, line.takes), (Becomes::Same, true));
    assert!(line.text.ends_with("are noted"), "{}", line.text);
    assert_eq!(keep(&mut site, &event(7), &[]), 1);
    assert_eq!(keep(&mut site, &event(7), &[]), 0, "once");
    let line = shown(&site).remove(0);
    site.clinic.cancel_appointment(line.subject, line.record, "", &now(TODAY)).unwrap();
    assert!(sent(&site).contains("\r\nSEQUENCE:8\r\n"), "the other calendar believes that it was called off");
}

#[test]
fn an_entry_older_than_ours_says_so_and_can_be_left_out() {
    let mut site = stage("fda/lentiviral-hsc-15y");
    let subject = site.enrol("S-001");
    let record = site.clinic.plan_appointment(&form(subject, "2025-02-27", "10:30"), &now(TODAY)).unwrap().record;
    let before = sent(&site);
    let moved = AppointmentForm { record, ..form(subject, "2025-02-26", "10:30") };
    site.clinic.move_appointment(&moved, &now(TODAY)).unwrap();
    let line = only(&site, &before);
    assert_eq!((line.becomes, line.takes, line.doubtful), (Becomes::Moved, true, true));
    assert!(line.warnings[0].contains("version 0 there, 1 here"), "{:?}", line.warnings);
    assert_eq!(keep(&mut site, &before, &[line.line]), 0);
    assert_eq!(shown(&site)[0].on.to_string(), "2025-02-26");
    // The same version, and one that does not count, are no older ones.
    let current = sent(&site).replace("20250226T103000", "20250226T113000");
    assert!(!only(&site, &current).doubtful);
    assert!(!only(&site, &current.replace("SEQUENCE:1\r\n", "")).doubtful);
    // Whoever knows better takes it all the same.
    assert_eq!(keep(&mut site, &before, &[]), 1);
    assert_eq!(shown(&site)[0].on.to_string(), "2025-02-27");
}

#[test]
fn an_entry_that_revives_what_was_called_off_says_so() {
    let mut site = stage("fda/lentiviral-hsc-15y");
    let subject = site.enrol("S-001");
    let record = site.clinic.plan_appointment(&form(subject, "2025-02-27", "10:30"), &now(TODAY)).unwrap().record;
    let before = sent(&site);
    site.clinic.cancel_appointment(subject, record.unwrap(), "", &now(TODAY)).unwrap();
    let line = only(&site, &before);
    assert_eq!((line.becomes, line.doubtful, line.warnings.len()), (Becomes::Revived, true, 1), "{:?}", line.warnings);
    assert_eq!(line.text, "planned again; it had been called off (27 Feb 2025 10:30)");
    // Also when the other calendar counts it as newer.
    let newer = before.replace("SEQUENCE:0", "SEQUENCE:4");
    let line = only(&site, &newer);
    assert_eq!((line.becomes, line.doubtful, line.warnings.len()), (Becomes::Revived, true, 0));
    keep(&mut site, &newer, &[]);
    assert_eq!(shown(&site).len(), 1);
    assert!(sent(&site).contains("\r\nSEQUENCE:5\r\n"));
}

/// The defect: matched by person and day, the entry's own name was forgotten, and its next move was a second appointment.
#[test]
fn an_entry_matched_by_person_and_day_is_found_again_by_its_own_name() {
    let mut site = stage("fda/lentiviral-hsc-15y");
    let subject = site.enrol("S-001");
    let record = site.clinic.plan_appointment(&form(subject, "2025-02-27", "10:30"), &now(TODAY)).unwrap().record;
    let record = record.unwrap();
    let event = |title: &str, start: &str| file(&[&format!("UID:h-9\r\nSUMMARY:{title}\r\nDTSTART:{start}")]);
    let line = only(&site, &event("S-001", "20250227T103000"));
    assert_eq!((line.becomes, line.takes), (Becomes::Same, true));
    assert_eq!(keep(&mut site, &event("S-001", "20250227T103000"), &[]), 1);
    assert_eq!(keep(&mut site, &event("S-001", "20250227T103000"), &[]), 0, "noted once");
    // Another day, another hour, and a title without the code.
    let moved = event("Follow-up", "20250225T140000");
    let line = only(&site, &moved);
    assert_eq!((line.becomes, line.code.as_str()), (Becomes::Moved, "S-001"));
    keep(&mut site, &moved, &[]);
    let shown = shown(&site);
    assert_eq!((shown.len(), shown[0].record, shown[0].at.as_str()), (1, record, "14:00"));
    // Our own name stays: whoever had our file before finds it by that.
    assert!(sent(&site).contains(&format!("\r\nUID:{record}@perennial\r\n")));
    // Somebody else's code under that name moves nobody.
    site.enrol("S-002");
    assert_eq!(only(&site, &event("S-002", "20250225T150000")).becomes, Becomes::Unmatched);
    let off = moved.replace("DTSTART", "STATUS:CANCELLED\r\nDTSTART");
    assert_eq!(only(&site, &off).becomes, Becomes::Cancelled);
}

#[test]
fn an_entry_with_a_name_at_another_hour_is_another_appointment() {
    let mut site = stage("fda/lentiviral-hsc-15y");
    let subject = site.enrol("S-001");
    site.clinic.plan_appointment(&form(subject, "2025-02-27", "10:30"), &now(TODAY)).unwrap();
    let event = |start: &str| file(&[&format!("UID:h-9\r\nSUMMARY:S-001\r\nDTSTART{start}")]);
    assert_eq!(only(&site, &event(":20250227T140000")).becomes, Becomes::New, "a second contact of that day");
    assert_eq!(only(&site, &event(":20250227T103000")).becomes, Becomes::Same);
    assert_eq!(only(&site, &event(";VALUE=DATE:20250227")).becomes, Becomes::Same, "it says no other hour");
    // Of two on one day the one at that hour is meant.
    let second = AppointmentForm { despite: true, ..form(subject, "2025-02-27", "14:00") };
    let second = site.clinic.plan_appointment(&second, &now(TODAY)).unwrap().record.unwrap();
    keep(&mut site, &event(":20250227T140000"), &[]);
    keep(&mut site, &event(":20250227T153000"), &[]);
    let hours: Vec<_> = shown(&site).into_iter().map(|line| (line.record == second, line.at)).collect();
    assert_eq!(hours, [(false, "10:30".to_owned()), (true, "15:30".to_owned())]);
}

/// Central European time of 2025: an hour east, two from 30 March to 26 October, 01:00 UTC (Directive 2000/84/EC).
fn central_europe(unix_seconds: i64) -> i32 {
    if (1_743_296_400..1_761_440_400).contains(&unix_seconds) { 120 } else { 60 }
}

#[test]
fn an_hour_in_utc_is_turned_to_the_clock_of_the_site_and_says_so() {
    let mut site = stage("fda/lentiviral-hsc-15y");
    site.enrol("S-001");
    let line = only(&site, &file(&["UID:z\r\nSUMMARY:S-001\r\nDTSTART:20250226T200000Z"]));
    // The laptop of these tests stands at +08:00: four in the morning of the next day.
    assert_eq!((line.on.unwrap().to_string().as_str(), line.at.as_str()), ("2025-02-27", "04:00"));
    assert!(line.warnings.iter().any(|warning| warning.contains("UTC")), "{:?}", line.warnings);
}

/// The defect: an appointment of July that was read in January stood an hour early.
#[test]
fn an_hour_in_utc_is_turned_by_the_offset_of_its_own_day() {
    let mut site = stage("fda/lentiviral-hsc-15y");
    site.enrol("S-001");
    let event = |start: &str| file(&[&format!("UID:z\r\nSUMMARY:S-001\r\nDTSTART:{start}")]);
    for (start, on, at) in [
        ("20250227T083000Z", "2025-02-27", "09:30"),
        ("20250701T073000Z", "2025-07-01", "09:30"),
        ("20250330T005900Z", "2025-03-30", "01:59"),
        ("20250330T010000Z", "2025-03-30", "03:00"),
        ("20250701T223000Z", "2025-07-02", "00:30"),
    ] {
        let asked = asked(&site, &event(start));
        let seen = site.clinic.look_at_appointments(&asked, &central_europe, &now(TODAY)).unwrap();
        let line = &seen.lines[0];
        assert_eq!((line.on.unwrap().to_string().as_str(), line.at.as_str()), (on, at), "{start}");
    }
}

/// The defect: a stay of three days came in and could never be moved, for its length was refused as a slip.
#[test]
fn an_entry_longer_than_a_day_can_be_moved_and_keeps_its_length() {
    let mut site = stage("fda/lentiviral-hsc-15y");
    site.enrol("S-001");
    let stay = file(&["UID:h-1\r\nSUMMARY:S-001\r\nDTSTART:20250225T090000\r\nDTEND:20250228T090000"]);
    keep(&mut site, &stay, &[]);
    let line = shown(&site).remove(0);
    assert_eq!(line.minutes, Some(4_320));
    let moved = |minutes: &str| AppointmentForm {
        record: Some(line.record),
        minutes: minutes.into(),
        ..form(line.subject, "2025-02-26", "09:00")
    };
    site.clinic.move_appointment(&moved("4320"), &now(TODAY)).unwrap();
    assert_eq!((shown(&site)[0].on.to_string().as_str(), shown(&site)[0].minutes), ("2025-02-26", Some(4_320)));
    let typed = site.clinic.move_appointment(&moved("4321"), &now(TODAY)).unwrap_err();
    assert_eq!((typed.code.as_str(), typed.field.as_deref()), ("not-a-length", Some("minutes")), "a slip stays one");
}

#[test]
fn a_cell_of_two_lines_leaves_as_one_and_comes_back_as_it_was() {
    let mut site = stage("fda/lentiviral-hsc-15y");
    site.enrol("S-001");
    let table = "\u{feff}uid,code,date,time,place\r\n\"a,b;1\r\nc\",S-001,2025-02-27,9:30,\"Room 2\r\nEast\"\r\n";
    assert_eq!(keep(&mut site, table, &[]), 1);
    let out = sent(&site);
    assert!(out.contains("\r\nUID:a\\,b\\;1\\nc\r\n") && out.contains("\r\nLOCATION:Room 2\\nEast\r\n"), "{out}");
    let line = only(&site, &out);
    assert_eq!((line.becomes, line.takes), (Becomes::Same, false), "{}", line.text);
    assert_eq!(only(&site, table).becomes, Becomes::Same);
}

/// The defect: what had been called off once was still lying beside a later file, and would have been sent again.
#[test]
fn a_file_without_cancellations_leaves_no_older_one_beside_it() {
    let mut site = stage("fda/lentiviral-hsc-15y");
    let subject = site.enrol("S-001");
    let record = site.clinic.plan_appointment(&form(subject, "2025-02-27", "10:30"), &now(TODAY)).unwrap().record;
    let folder = site.folder.path().join("out").display().to_string();
    let before = sent(&site);
    site.clinic.cancel_appointment(subject, record.unwrap(), "", &now(TODAY)).unwrap();
    let off = site.clinic.export_appointments(&folder, &now(TODAY)).unwrap().cancelled_path;
    assert!(std::path::Path::new(&off).exists());
    keep(&mut site, &before, &[]);
    let saved = site.clinic.export_appointments(&folder, &now(TODAY)).unwrap();
    assert_eq!((saved.cancelled, saved.cancelled_path.as_str()), (0, ""));
    assert!(!std::path::Path::new(&off).exists());
}
