//! Appointments of people whose follow-up has ended: listed, called off with the status, and told to the calendars that
//! were given them.

#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "tests stop at the first surprise and read files")]

mod site;

use std::collections::BTreeMap;

use clinic::SubjectId;
use clinic::wire::calendar::{AppointmentForm, StatusAsked};
use clinic::wire::enrol::StatusForm;
use clinic::wire::page::{AuditAsked, PaperSize, PrintAsked};
use clinic::wire::visit::VisitDraft;
use facts::fact::Status;
use site::{Stage, now, stage, visit};

const TODAY: &str = "2025-01-20";

fn book(site: &mut Stage, subject: SubjectId, visits: &[&str], on: &str) -> clinic::RecordId {
    let form = AppointmentForm {
        subject: Some(subject),
        visits: visits.iter().map(|key| (*key).to_owned()).collect(),
        on: on.into(),
        at: "10:30".into(),
        despite: true,
        ..AppointmentForm::default()
    };
    site.clinic.plan_appointment(&form, &now("2025-01-10")).unwrap().record.unwrap()
}

fn left(subject: SubjectId, status: Status, on: &str, call_off: bool) -> StatusForm {
    StatusForm { subject, status, on: on.into(), because: "told by the family".into(), call_off }
}

fn beyond(site: &Stage, subject: SubjectId, status: Status, on: &str) -> Vec<String> {
    let asked = StatusAsked { subject, status, on: on.into() };
    site.clinic.status_ends(&asked).unwrap().appointments.iter().map(|line| line.on.to_string()).collect()
}

#[test]
fn appointments_of_people_who_left_are_listed_until_they_are_called_off() {
    for status in [Status::Deceased, Status::Withdrawn, Status::Transferred, Status::Completed] {
        let mut site = stage("fda/lentiviral-hsc-15y");
        let (gone, stays) = (site.enrol("S-001"), site.enrol("S-002"));
        let record = book(&mut site, gone, &["visit:M6"], "2025-02-27");
        book(&mut site, gone, &[], "2025-01-15");
        book(&mut site, stays, &["visit:M6"], "2025-02-26");
        site.clinic.change_status(&left(gone, status, "2025-01-18", false), &now(TODAY)).unwrap();
        // Whatever month is looked at; what lies in the past is nobody's to call off.
        let month = site.clinic.calendar_month("2025-07-01", &now(TODAY)).unwrap();
        let listed: Vec<_> = month.to_call_off.iter().map(|line| line.record).collect();
        assert_eq!(listed, [record], "{status:?}");
        assert!(month.to_call_off[0].warnings[0].ends_with("nobody is expected any more."), "{status:?}");
        let shown = site.clinic.calendar_month("2025-02-01", &now(TODAY)).unwrap();
        let warned: Vec<usize> = shown.appointments.iter().map(|line| line.warnings.len()).collect();
        assert_eq!(warned, [0, 1], "beside the day as well");
        site.clinic.cancel_appointment(gone, record, "", &now(TODAY)).unwrap();
        assert!(site.clinic.calendar_month("", &now(TODAY)).unwrap().to_call_off.is_empty());
    }
}

#[test]
fn whoever_is_lost_is_still_expected() {
    let mut site = stage("fda/lentiviral-hsc-15y");
    let subject = site.enrol("S-001");
    book(&mut site, subject, &["visit:M6"], "2025-02-27");
    assert!(beyond(&site, subject, Status::LostToFollowUp, TODAY).is_empty());
    site.clinic.change_status(&left(subject, Status::LostToFollowUp, TODAY, true), &now(TODAY)).unwrap();
    let month = site.clinic.calendar_month("2025-02-01", &now(TODAY)).unwrap();
    assert_eq!((month.appointments.len(), month.to_call_off.len()), (1, 0));
}

#[test]
fn a_status_calls_off_what_is_open_from_its_day_on_and_nothing_else() {
    let mut site = stage("fda/lentiviral-hsc-15y");
    let subject = site.enrol("S-001");
    let before = book(&mut site, subject, &[], "2025-02-20");
    let on_the_day = book(&mut site, subject, &["visit:M6"], "2025-02-27");
    let after = book(&mut site, subject, &[], "2025-03-20");
    // The visit of that day took place: what was recorded keeps its appointment.
    let told = VisitDraft { because: "forms follow".into(), ..visit(subject, "M6", "2025-02-27") };
    site.clinic.record_visit(&told, &now("2025-02-27")).unwrap();
    assert_eq!(beyond(&site, subject, Status::Withdrawn, "2025-02-27"), ["2025-03-20"]);
    assert_eq!(beyond(&site, subject, Status::Withdrawn, "2025-02-20"), ["2025-02-20", "2025-03-20"]);
    assert!(beyond(&site, subject, Status::OnFollowUp, "2025-02-20").is_empty());
    assert!(beyond(&site, subject, Status::Withdrawn, "no day").is_empty());
    site.clinic.change_status(&left(subject, Status::Withdrawn, "2025-02-27", true), &now("2025-03-01")).unwrap();
    let history = site.clinic.audit(&AuditAsked { subject: Some(subject) }).unwrap();
    let versions = |record| history.iter().filter(|line| line.record == record).map(|line| line.version).max();
    assert_eq!([before, on_the_day, after].map(versions), [Some(1), Some(1), Some(2)]);
    let off = history.iter().find(|line| line.record == after && line.version == 2).unwrap();
    assert_eq!(off.reason, "told by the family");
}

#[test]
fn what_a_status_called_off_goes_to_other_calendars_with_the_next_sequence() {
    let mut site = stage("fda/lentiviral-hsc-15y");
    let subject = site.enrol("S-001");
    let record = book(&mut site, subject, &["visit:M6"], "2025-02-27");
    let folder = site.folder.path().join("out").display().to_string();
    let sent = site.clinic.export_appointments(&folder, &now(TODAY)).unwrap();
    assert!(std::fs::read_to_string(sent.path).unwrap().contains("\r\nSEQUENCE:0\r\n"));
    site.clinic.change_status(&left(subject, Status::Deceased, "2025-01-18", true), &now(TODAY)).unwrap();
    let sent = site.clinic.export_appointments(&folder, &now(TODAY)).unwrap();
    assert_eq!((sent.appointments, sent.cancelled), (0, 1));
    let off = std::fs::read_to_string(sent.cancelled_path).unwrap();
    for line in ["METHOD:CANCEL", &format!("UID:{record}@perennial"), "SEQUENCE:1", "STATUS:CANCELLED"] {
        assert!(off.contains(&format!("\r\n{line}\r\n")), "{line} in\n{off}");
    }
}

#[test]
fn a_new_appointment_of_somebody_who_left_is_warned_of() {
    let mut site = stage("fda/lentiviral-hsc-15y");
    let subject = site.enrol("S-001");
    site.clinic.change_status(&left(subject, Status::Withdrawn, "2025-01-18", true), &now(TODAY)).unwrap();
    let form = AppointmentForm { subject: Some(subject), on: "2025-02-27".into(), ..AppointmentForm::default() };
    let told = site.clinic.plan_appointment(&form, &now(TODAY)).unwrap();
    assert_eq!((told.record, told.warnings.len()), (None, 1), "{told:?}");
}

fn family(subject: SubjectId) -> PrintAsked {
    PrintAsked { subject, paper: PaperSize::A4, language: String::new(), show_product: false, folder: String::new() }
}

/// Events of a file by their name: status, sequence, start.
fn events(path: &str) -> BTreeMap<String, (String, u32, String)> {
    let text = std::fs::read_to_string(path).unwrap().replace("\r\n ", "");
    let value = |event: &str, name: &str| {
        let line = event.lines().find(|line| line.starts_with(name));
        line.map(|line| line.split_once(':').unwrap().1.to_owned()).unwrap_or_default()
    };
    let event = |event: &str| {
        let (status, sequence) = (value(event, "STATUS"), value(event, "SEQUENCE").parse().unwrap());
        (value(event, "UID"), (status, sequence, value(event, "DTSTART")))
    };
    text.split("BEGIN:VEVENT").skip(1).map(event).collect()
}

#[test]
fn a_family_reads_the_hour_that_was_agreed_on_and_the_day_that_is_due_once_it_is_not() {
    let mut site = stage("fda/lentiviral-hsc-15y");
    let subject = site.enrol("S-001");
    let due = format!("{subject}-M6@perennial");
    let record = book(&mut site, subject, &["visit:M6"], "2025-02-27");
    let agreed = format!("{record}@perennial");
    let saved = site.clinic.print_calendar(&family(subject), &now(TODAY)).unwrap();
    let first = events(&saved.path);
    assert_eq!(first[&agreed], ("CONFIRMED".into(), 0, "20250227T103000".into()));
    assert_eq!(first[&due].0, "CANCELLED", "one entry for one visit");
    assert_eq!((events(&saved.cancelled_path).len(), saved.cancelled), (1, 1));
    site.clinic.cancel_appointment(subject, record, "", &now(TODAY)).unwrap();
    let second = events(&site.clinic.print_calendar(&family(subject), &now(TODAY)).unwrap().path);
    assert_eq!((second[&agreed].0.as_str(), second[&agreed].1), ("CANCELLED", 1));
    assert_eq!(second[&due].0, "CONFIRMED");
    assert!(second[&due].1 > first[&due].1, "a calendar believes the higher sequence");
}

#[test]
fn a_family_that_left_gets_its_cancellations_and_nothing_else() {
    for (status, call_off) in [(Status::Deceased, true), (Status::Withdrawn, false)] {
        let mut site = stage("fda/lentiviral-hsc-15y");
        let subject = site.enrol("S-001");
        let record = book(&mut site, subject, &["visit:M6"], "2025-02-27");
        let given = events(&site.clinic.print_calendar(&family(subject), &now(TODAY)).unwrap().path);
        site.clinic.change_status(&left(subject, status, "2025-01-18", call_off), &now(TODAY)).unwrap();
        let saved = site.clinic.print_calendar(&family(subject), &now(TODAY)).unwrap();
        assert_eq!(saved.appointments, 0);
        let taken_back = events(&saved.cancelled_path);
        assert_eq!(taken_back, events(&saved.path), "{status:?}");
        for (uid, (_, sequence, _)) in given.iter().filter(|(_, event)| event.0 == "CONFIRMED") {
            let off = &taken_back[uid];
            assert!(off.0 == "CANCELLED" && off.1 > *sequence, "{status:?} {uid}: {off:?} after {sequence}");
        }
        assert_eq!(taken_back[&format!("{record}@perennial")].1, 1, "{status:?}");
        let text = std::fs::read_to_string(&saved.path).unwrap();
        assert!(!text.contains("told by the family") && !text.contains("deceased"), "{text}");
        assert_eq!(
            site.clinic.print_schedule(&family(subject), &now(TODAY)).unwrap_err().code,
            "no-schedule-for-status",
            "the sheet invites, and nobody is invited"
        );
    }
}

#[test]
fn a_visit_that_was_made_before_its_day_leaves_no_entry_behind() {
    let mut site = stage("fda/lentiviral-hsc-15y");
    let subject = site.enrol("S-001");
    let due = format!("{subject}-M6@perennial");
    let given = events(&site.clinic.print_calendar(&family(subject), &now(TODAY)).unwrap().path);
    assert_eq!(given[&due].2, "20250228");
    let told = VisitDraft { because: "forms follow".into(), ..visit(subject, "M6", "2025-02-14") };
    site.clinic.record_visit(&told, &now("2025-02-14")).unwrap();
    let saved = site.clinic.print_calendar(&family(subject), &now("2025-02-14")).unwrap();
    assert_eq!(events(&saved.path)[&due].0, "CANCELLED");
    // Once the day is over it is nobody's future any more, and no old file of cancellations lies about.
    let later = site.clinic.print_calendar(&family(subject), &now("2025-03-10")).unwrap();
    assert!(!events(&later.path).contains_key(&due) && later.cancelled_path.is_empty());
    assert!(!std::path::Path::new(&saved.cancelled_path).exists());
}

#[test]
fn a_status_of_an_earlier_day_says_which_changes_it_takes_the_place_of() {
    let mut site = stage("fda/lentiviral-hsc-15y");
    let subject = site.enrol("S-001");
    let lost = left(subject, Status::LostToFollowUp, "2025-01-10", false);
    site.clinic.change_status(&lost, &now(TODAY)).unwrap();
    let replaces = |on: &str| {
        let asked = StatusAsked { subject, status: Status::Deceased, on: on.into() };
        site.clinic.status_ends(&asked).unwrap().replaces
    };
    assert_eq!(["2025-01-11", "2025-01", ""].map(replaces), ["", "", ""]);
    assert_eq!(replaces("2025-01-10"), "lost to follow-up since 10 Jan 2025");
}
