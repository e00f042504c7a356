//! Agreeing on days with families: planning, moving, calling off, closures, other calendars, the work ahead. Through the
//! use cases of an encrypted store, as the window calls them.

#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "tests stop at the first surprise and read files")]

mod site;

use clinic::SubjectId;
use clinic::wire::calendar::{
    AppointmentForm, AppointmentLine, AppointmentsAsked, Becomes, CalendarMonth, ClosureForm,
};
use clinic::wire::kits::{CourierForm, KitForm, KitStep};
use clinic::wire::page::AuditAsked;
use clinic::wire::today::TodayAsked;
use clinic::wire::visit::VisitDraft;
use facts::{AppointmentState, KitState, Role};
use site::{Stage, now, stage, visit};

/// Dosed on 31 Aug 2024: the window of month 6 lies around 28 Feb 2025, a Friday.
const TODAY: &str = "2025-01-20";

fn form(subject: SubjectId, on: &str) -> AppointmentForm {
    AppointmentForm {
        subject: Some(subject),
        visits: vec!["visit:M6".into()],
        on: on.into(),
        at: "10:30".into(),
        minutes: "60".into(),
        ..AppointmentForm::default()
    }
}

fn month(site: &Stage, on: &str) -> CalendarMonth {
    site.clinic.calendar_month(on, &now(TODAY)).unwrap()
}

fn only(month: &CalendarMonth) -> &AppointmentLine {
    assert_eq!(month.appointments.len(), 1);
    &month.appointments[0]
}

#[test]
fn an_appointment_stands_in_the_month_beside_its_line_of_work_and_on_the_persons_page() {
    let mut site = stage("fda/lentiviral-hsc-15y");
    let subject = site.enrol("S-001");
    let before = month(&site, "2025-02-01");
    assert!(before.to_plan.iter().any(|line| line.key == "visit:M6" && line.code == "S-001"));
    let planned = site.clinic.plan_appointment(&form(subject, "2025-02-27"), &now(TODAY)).unwrap();
    assert!(planned.record.is_some() && planned.warnings.is_empty(), "{planned:?}");
    let after = month(&site, "2025-02-01");
    let line = only(&after);
    assert_eq!((line.at.as_str(), line.minutes, line.visits[0].key.as_str()), ("10:30", Some(60), "visit:M6"));
    assert!(!line.what.is_empty());
    assert!(!after.to_plan.iter().any(|line| line.key == "visit:M6"), "it has a date now");
    let page = site.clinic.subject(subject, &now("2025-02-20")).unwrap();
    let booked = &page.visits.iter().find(|visit| visit.key == "visit:M6").unwrap().booked;
    assert_eq!(booked, "booked 27 Feb 2025 10:30");
    let list = site.clinic.worklist(&TodayAsked { limit: 50, ..TodayAsked::default() }, &now("2025-02-20")).unwrap();
    assert!(list.rows.iter().any(|row| row.key == "visit:M6" && row.booked == *booked));
}

#[test]
fn whole_weeks_surround_a_month_and_count_what_opens_and_closes() {
    let mut site = stage("fda/lentiviral-hsc-15y");
    site.enrol("S-001");
    let shown = month(&site, "2025-02-14");
    assert_eq!((shown.days.len() % 7, shown.days[0].on.weekday()), (0, 1));
    assert_eq!(shown.month_on.to_string(), "2025-02-01");
    let page =
        site.clinic.subject_of_code("S-001").and_then(|subject| site.clinic.subject(subject, &now(TODAY))).unwrap();
    let m6 = page.visits.iter().find(|visit| visit.key == "visit:M6").unwrap();
    let day = shown.days.iter().find(|day| day.on == m6.earliest_on).unwrap();
    assert!(day.opens >= 1);
    let told = site.clinic.calendar_day(&m6.earliest_on.to_string(), &now(TODAY)).unwrap();
    assert!(told.opens.iter().any(|line| line.key == "visit:M6" && line.latest_on == m6.latest_on));
}

#[test]
fn what_lies_in_the_way_is_told_first_and_kept_when_it_was_seen() {
    let mut site = stage("fda/lentiviral-hsc-15y");
    let (one, other) = (site.enrol("S-001"), site.enrol("S-002"));
    let because = "Spring Festival".to_owned();
    let closure = ClosureForm { record: None, from: "2025-02-26".into(), to: "2025-02-27".into(), because };
    site.clinic.keep_closure(&closure, &now(TODAY)).unwrap();
    site.clinic.plan_appointment(&AppointmentForm { despite: true, ..form(other, "2025-03-01") }, &now(TODAY)).unwrap();
    let lines = site.lines();
    let mut told = |on: &str| site.clinic.plan_appointment(&form(one, on), &now(TODAY)).unwrap();
    let closed = told("2025-02-27");
    assert_eq!(closed.warnings, ["The clinic is closed: Spring Festival."]);
    assert!(closed.record.is_none());
    // A Saturday, and S-002 is there at the same hour.
    let both = told("2025-03-01");
    assert_eq!(both.warnings, ["This is a weekend.", "S-002 is expected at 10:30 on the same day."]);
    assert!(told("2024-12-02").warnings[0].starts_with("The window opens only on"));
    assert!(told("2025-09-01").warnings[0].starts_with("The window closes on"));
    assert_eq!(site.lines(), lines, "nothing was kept");
    let kept = site.clinic.plan_appointment(&AppointmentForm { despite: true, ..form(one, "2025-03-01") }, &now(TODAY));
    assert!(kept.unwrap().record.is_some(), "a warning forbids nothing");
    let march = month(&site, "2025-03-01");
    assert_eq!(march.appointments.iter().map(|line| line.warnings.len()).collect::<Vec<_>>(), [2, 2]);
}

#[test]
fn a_move_is_a_version_that_says_from_when_to_when_and_by_whom() {
    let mut site = stage("fda/lentiviral-hsc-15y");
    let subject = site.enrol("S-001");
    let record = site.clinic.plan_appointment(&form(subject, "2025-02-27"), &now(TODAY)).unwrap().record;
    let to = AppointmentForm { record, visits: Vec::new(), ..form(subject, "2025-02-25") };
    site.clinic.move_appointment(&to, &now("2025-02-01")).unwrap();
    let lines = site.lines();
    site.clinic.move_appointment(&to, &now("2025-02-02")).unwrap();
    assert_eq!(site.lines(), lines, "the same again is no version");
    let shown = month(&site, "2025-02-01");
    assert_eq!(only(&shown).visits[0].key, "visit:M6", "what it is for stays");
    let history = site.clinic.audit(&AuditAsked { subject: Some(subject) }).unwrap();
    let version = history.iter().find(|line| line.version == 2).unwrap();
    let change = version.changes.iter().find(|change| change.field == "on").unwrap();
    assert_eq!((change.before.as_str(), change.after.as_str()), ("2025-02-27", "2025-02-25"));
    assert!(version.reason.is_empty() && !version.author.is_empty());
    assert_eq!(version.what, "25 Feb 2025 10:30");
}

#[test]
fn what_was_called_off_is_gone_from_the_month_and_to_be_booked_again() {
    let mut site = stage("fda/lentiviral-hsc-15y");
    let subject = site.enrol("S-001");
    let record = site.clinic.plan_appointment(&form(subject, "2025-02-27"), &now(TODAY)).unwrap().record.unwrap();
    site.clinic.cancel_appointment(subject, record, "the child is ill", &now(TODAY)).unwrap();
    let shown = month(&site, "2025-02-01");
    assert!(shown.appointments.is_empty());
    assert!(shown.to_plan.iter().any(|line| line.key == "visit:M6"));
    let again = AppointmentForm { record: Some(record), ..form(subject, "2025-02-26") };
    assert_eq!(site.clinic.move_appointment(&again, &now(TODAY)).unwrap_err().code, "appointment-cancelled");
}

#[test]
fn a_recorded_visit_keeps_its_appointment_by_itself() {
    let mut site = stage("fda/lentiviral-hsc-15y");
    let subject = site.enrol("S-001");
    site.clinic.plan_appointment(&form(subject, "2025-02-27"), &now(TODAY)).unwrap();
    let seen = VisitDraft { because: "forms follow".into(), ..visit(subject, "M6", "2025-02-27") };
    site.clinic.record_visit(&seen, &now("2025-02-27")).unwrap();
    let shown = month(&site, "2025-02-01");
    assert_eq!(only(&shown).state, AppointmentState::Kept);
    assert!(only(&shown).warnings.is_empty());
}

#[test]
fn an_overdue_visit_waits_for_a_date_in_the_month_that_is_now() {
    let mut site = stage("fda/lentiviral-hsc-15y");
    site.enrol("S-001");
    let late = now("2026-12-01");
    let shown = site.clinic.calendar_month("", &late).unwrap();
    assert!(shown.to_plan.iter().any(|line| line.key == "visit:M6"), "its window closed long ago");
    let next = site.clinic.calendar_month("2027-03-01", &late).unwrap();
    assert!(!next.to_plan.iter().any(|line| line.key == "visit:M6"));
}

#[test]
fn a_slip_in_a_form_is_told_at_its_field() {
    let mut site = stage("fda/lentiviral-hsc-15y");
    let subject = site.enrol("S-001");
    let at = |at: &str| AppointmentForm { at: at.into(), ..form(subject, "2025-02-27") };
    let minutes = |minutes: &str| AppointmentForm { minutes: minutes.into(), ..form(subject, "2025-02-27") };
    let visits = |key: &str| AppointmentForm { visits: vec![key.into()], ..form(subject, "2025-02-27") };
    for (form, code, field) in [
        (at("25:00"), "not-a-time", "at"),
        (minutes("0"), "not-a-length", "minutes"),
        (minutes("2000"), "not-a-length", "minutes"),
        (form(subject, "2025-02-30"), "not-a-date", "on"),
        (visits("visit:M7"), "no-such-obligation", "visits"),
    ] {
        let refusal = site.clinic.plan_appointment(&form, &now(TODAY)).unwrap_err();
        assert_eq!((refusal.code.as_str(), refusal.field.as_deref()), (code, Some(field)));
    }
}

#[test]
fn a_closure_is_changed_and_taken_back_in_versions() {
    let mut site = stage("fda/lentiviral-hsc-15y");
    let form = |record, from: &str, to: &str| ClosureForm {
        record,
        from: from.into(),
        to: to.into(),
        because: "stock".into(),
    };
    assert_eq!(
        site.clinic.keep_closure(&form(None, "2025-02-05", "2025-02-04"), &now(TODAY)).unwrap_err().code,
        "closure-ends-before"
    );
    site.clinic.keep_closure(&form(None, "2025-02-03", "2025-02-05"), &now(TODAY)).unwrap();
    let record = month(&site, "2025-02-01").closures[0].record;
    site.clinic.keep_closure(&form(Some(record), "2025-02-03", ""), &now(TODAY)).unwrap();
    let shown = month(&site, "2025-02-01");
    assert_eq!(shown.days.iter().filter(|day| !day.closed.is_empty()).count(), 1, "one day when the last is left out");
    site.clinic.drop_closure(record, &now(TODAY)).unwrap();
    assert!(month(&site, "2025-02-01").closures.is_empty());
}

#[test]
fn a_monitor_sees_the_calendar_and_changes_nothing() {
    let mut site = stage("fda/lentiviral-hsc-15y");
    let subject = site.enrol("S-001");
    let record = site.clinic.plan_appointment(&form(subject, "2025-02-27"), &now(TODAY)).unwrap().record.unwrap();
    let mut site = site.sit_down(Role::Monitor);
    assert_eq!(month(&site, "2025-02-01").appointments.len(), 1);
    let kind = clinic::Kind::NotAllowed;
    let n = now(TODAY);
    assert_eq!(site.clinic.plan_appointment(&form(subject, "2025-02-26"), &n).unwrap_err().kind, kind);
    assert_eq!(site.clinic.move_appointment(&form(subject, "2025-02-26"), &n).unwrap_err().kind, kind);
    assert_eq!(site.clinic.cancel_appointment(subject, record, "", &n).unwrap_err().kind, kind);
    assert_eq!(site.clinic.export_appointments("", &n).unwrap_err().kind, kind);
}

/// What a calendar that was sent out says when it comes back.
fn seen(site: &Stage, text: &str) -> (AppointmentsAsked, Vec<(Becomes, String, String)>) {
    let path = site.folder.path().join("incoming.ics");
    std::fs::write(&path, text).unwrap();
    let asked = AppointmentsAsked { path: path.display().to_string(), sha256: String::new(), leave_out: Vec::new() };
    let seen = site.clinic.look_at_appointments(&asked, &site::china, &now(TODAY)).unwrap();
    let lines = seen.lines.iter().map(|line| (line.becomes, line.code.clone(), line.text.clone())).collect();
    (AppointmentsAsked { sha256: seen.sha256, ..asked }, lines)
}

#[test]
fn a_file_for_other_calendars_holds_codes_and_no_notes_and_comes_back_as_the_same() {
    let mut site = stage("fda/lentiviral-hsc-15y");
    let subject = site.enrol("S-001");
    let noted = AppointmentForm {
        note: "grandmother brings him".into(),
        place: "Room 2; east".into(),
        ..form(subject, "2025-02-27")
    };
    let record = site.clinic.plan_appointment(&noted, &now(TODAY)).unwrap().record.unwrap();
    let folder = site.folder.path().join("out").display().to_string();
    let saved = site.clinic.export_appointments(&folder, &now(TODAY)).unwrap();
    let text = std::fs::read_to_string(&saved.path).unwrap();
    for line in [
        format!("UID:{record}@perennial"),
        "SEQUENCE:0".into(),
        "DTSTART:20250227T103000".into(),
        "DURATION:PT60M".into(),
        "LOCATION:Room 2\\; east".into(),
    ] {
        assert!(text.contains(&format!("\r\n{line}\r\n")), "{line} in\n{text}");
    }
    assert!(text.contains("SUMMARY:S-001 ") && !text.contains("grandmother"));
    assert_eq!(seen(&site, &text).1[0].0, Becomes::Same);
    // Moved there: the same name, another hour.
    let (asked, lines) = seen(&site, &text.replace("20250227T103000", "20250226T140000"));
    assert_eq!((lines[0].0, lines[0].2.as_str()), (Becomes::Moved, "moved; it was 27 Feb 2025 10:30"));
    site.clinic.import_appointments(&asked, &site::china, &now(TODAY)).unwrap();
    let shown = month(&site, "2025-02-01");
    assert_eq!(
        (only(&shown).on.to_string().as_str(), only(&shown).at.as_str(), only(&shown).note.as_str()),
        ("2025-02-26", "14:00", "grandmother brings him")
    );
    // Sent again under the same name with a higher sequence; called off as a cancellation.
    site.clinic.cancel_appointment(subject, record, "", &now(TODAY)).unwrap();
    let saved = site.clinic.export_appointments(&folder, &now(TODAY)).unwrap();
    assert_eq!((saved.appointments, saved.cancelled), (0, 1));
    let off = std::fs::read_to_string(&saved.cancelled_path).unwrap();
    for line in ["METHOD:CANCEL", &format!("UID:{record}@perennial"), "SEQUENCE:2", "STATUS:CANCELLED"] {
        assert!(off.contains(&format!("\r\n{line}\r\n")), "{line} in\n{off}");
    }
}

#[test]
fn every_entry_of_a_foreign_calendar_says_what_it_becomes_and_all_are_kept_or_none() {
    let mut site = stage("fda/lentiviral-hsc-15y");
    let (one, _) = (site.enrol("S-001"), site.enrol("S-002"));
    let event = |properties: &str| format!("BEGIN:VEVENT\r\n{properties}\r\nEND:VEVENT\r\n");
    let text = format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{}{}{}{}{}{}END:VCALENDAR\r\n",
        event("UID:h-1\r\nSUMMARY:Follow-up s-001 (clinic)\r\nDTSTART:20250227T093000\r\nDTEND:20250227T103000"),
        event("UID:h-2\r\nSUMMARY:S-001 and S-002\r\nDTSTART:20250227T093000"),
        event("UID:h-3\r\nSUMMARY:Mrs Wang\r\nDTSTART:20250227T093000"),
        event("UID:h-4\r\nSUMMARY:S-002\r\nDTSTART:20250228T093000\r\nRRULE:FREQ=DAILY"),
        event("UID:h-5\r\nSUMMARY:S-002\r\nSTATUS:CANCELLED\r\nDTSTART:20250228T093000"),
        event("UID:h-6\r\nSUMMARY:S-002\r\nDTSTART:20250231T093000"),
    );
    let (asked, lines) = seen(&site, &text);
    let told: Vec<(Becomes, &str)> = lines.iter().map(|(becomes, _, text)| (*becomes, text.as_str())).collect();
    assert_eq!(told[0], (Becomes::New, "new"));
    assert!(told[1..].iter().all(|(becomes, _)| *becomes == Becomes::Unmatched), "{told:?}");
    for (at, word) in [(1, "several"), (2, "no subject code"), (3, "repeats"), (4, "calls off"), (5, "20250231T093000")]
    {
        assert!(told[at].1.contains(word), "{word} in {}", told[at].1);
    }
    let lines_before = site.lines();
    let stale = AppointmentsAsked { sha256: "0".repeat(64), ..asked.clone() };
    assert_eq!(
        site.clinic.import_appointments(&stale, &site::china, &now(TODAY)).unwrap_err().code,
        "appointments-changed"
    );
    assert_eq!(site.lines(), lines_before);
    site.clinic.import_appointments(&asked, &site::china, &now(TODAY)).unwrap();
    let shown = month(&site, "2025-02-01");
    assert_eq!(
        (only(&shown).code.as_str(), only(&shown).minutes, only(&shown).visits[0].key.as_str()),
        ("S-001", Some(60), "visit:M6")
    );
    assert!(site.clinic.subject(one, &now(TODAY)).unwrap().visits.iter().any(|visit| !visit.booked.is_empty()));
    // The other calendar keeps its own name for it: sent again it is the same, and its name goes out again.
    assert_eq!(seen(&site, &text).1[0].0, Becomes::Same);
    let folder = site.folder.path().join("out").display().to_string();
    let saved = site.clinic.export_appointments(&folder, &now(TODAY)).unwrap();
    assert!(std::fs::read_to_string(saved.path).unwrap().contains("\r\nUID:h-1\r\n"));
}

#[test]
fn a_table_without_names_of_entries_is_matched_by_person_and_day() {
    let mut site = stage("fda/lentiviral-hsc-15y");
    let subject = site.enrol("S-001");
    site.clinic.plan_appointment(&form(subject, "2025-02-27"), &now(TODAY)).unwrap();
    let (_, lines) = seen(&site, "code,date,time\nS-001,2025-02-27,10:30\nS-001,2025-02-26,10:30\nS-009,2025-02-26,\n");
    let told: Vec<Becomes> = lines.iter().map(|(becomes, ..)| *becomes).collect();
    assert_eq!(told, [Becomes::Same, Becomes::New, Becomes::Unmatched]);
    assert_eq!(lines[2].2, "not taken: nobody here has the code S-009.");
    let twice = "code,date,time\nS-001,2025-02-27,11:00\nS-001,2025-02-27,12:00\n";
    assert_eq!(
        seen(&site, twice).1.iter().map(|(becomes, ..)| *becomes).collect::<Vec<_>>(),
        [Becomes::Moved, Becomes::Unmatched]
    );
    // Another hour on the same day is the same appointment, moved.
    assert_eq!(seen(&site, "code,date,time\nS-001,2025-02-27,11:00\n").1[0].0, Becomes::Moved);
}

/// The defect: a list of people headed `id` was taken for names of entries, and moved somebody else's appointment.
#[test]
fn a_row_that_bears_anothers_code_moves_nobodys_appointment() {
    let mut site = stage("fda/lentiviral-hsc-15y");
    let (one, _) = (site.enrol("S-001"), site.enrol("S-002"));
    let record = site.clinic.plan_appointment(&form(one, "2025-02-27"), &now(TODAY)).unwrap().record.unwrap();
    let table = |code: &str| format!("uid,code,date,time\n{record}@perennial,{code},2025-02-26,09:00\n");
    for code in ["S-002", "S-999"] {
        let (_, lines) = seen(&site, &table(code));
        assert_eq!((lines[0].0, lines[0].1.as_str()), (Becomes::Unmatched, ""), "{code}");
        assert!(lines[0].2.contains("belongs to S-001"), "{}", lines[0].2);
    }
    assert_eq!(seen(&site, &table("s-001")).1[0].0, Becomes::Moved);
    let event = format!(
        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:{record}@perennial\r\nSUMMARY:S-002复查\r\nDTSTART:20250226T090000\r\n\
         END:VEVENT\r\nEND:VCALENDAR\r\n"
    );
    assert_eq!(seen(&site, &event).1[0].0, Becomes::Unmatched);
    // Headed as a list of people is: the row is S-002's own, and new.
    let people = format!("id,code,date,time\n{record}@perennial,S-002,2025-02-26,09:00\n");
    assert_eq!(seen(&site, &people).1[0].0, Becomes::New);
}

#[test]
fn the_year_and_the_work_ahead_count_every_visit_and_test_that_is_owed() {
    let mut site = stage("fda/lentiviral-hsc-15y");
    for code in ["S-001", "S-002", "S-003"] {
        site.enrol(code);
    }
    let subject = site.clinic.subject_of_code("S-001").unwrap();
    let page = site.clinic.subject(subject, &now(TODAY)).unwrap();
    let owed = page.visits.iter().filter(|visit| {
        !matches!(
            visit.standing,
            followup::Standing::Done { .. }
                | followup::Standing::NotRequired
                | followup::Standing::Missed
                | followup::Standing::Superseded
        )
    });
    let contacts =
        owed.clone().filter(|visit| visit.key.starts_with("visit:") || visit.key.starts_with("test:")).count();
    let ahead = site.clinic.forecast(&now(TODAY)).unwrap();
    let sum: u32 = ahead.months.iter().map(|month| month.visits + month.tests).sum();
    assert_eq!((sum + ahead.beyond) as usize, contacts * 3, "three people with the same dates");
    assert_eq!(ahead.months.len(), 180);
    let minutes: u32 = ahead.months.iter().map(|month| month.visit_minutes).sum();
    assert!(minutes > 0, "the preset gives the lengths of its visits");
    assert!(!ahead.has_prices && ahead.months.iter().all(|month| month.cost.is_empty()), "no price is invented");
    let of_2025 = owed.filter(|visit| visit.due_on.year() == 2025 && visit.key.starts_with("visit:")).count();
    let year = site.clinic.calendar_year("2025-06-01", &now(TODAY)).unwrap();
    assert_eq!(year.weeks.len() % 53, 0, "2025 touches 53 weeks");
    assert!(year.weeks.iter().map(|week| week.due).sum::<u32>() as usize >= of_2025 * 3);
    let table = clinic::forecast_table(&ahead);
    assert_eq!(table.lines().count(), 181);
    assert!(table.lines().nth(1).unwrap().starts_with("2025-01,"));
}

/// Years 6 to 15 of the preset are contacts from afar, with blood counts near the family.
#[test]
fn a_kit_is_followed_from_its_order_to_its_return() {
    let mut site = stage("fda/lentiviral-hsc-15y");
    let subject = site.enrol("S-001");
    let late = "2030-12-01";
    let page = site.clinic.subject(subject, &now(late)).unwrap();
    let remote = |visit: &&clinic::wire::page::VisitLine| {
        visit.modes.first().is_some_and(|mode| *mode != facts::fact::Mode::Clinic)
            && visit.earliest_on > now(late).today
    };
    let visit = page.visits.iter().find(remote).unwrap();
    let near = now(&visit.earliest_on.plus_days(-3).to_string());
    let mine = |site: &Stage, at: &clinic::Now| {
        site.clinic.kits(at).unwrap().lines.into_iter().find(|line| line.key == visit.key).unwrap()
    };
    let before = mine(&site, &near);
    assert_eq!((before.state, before.step, before.since_on), (KitState::ToOrder, KitStep::Wait, None));
    assert!(!before.tasks.is_empty());
    // Ten days on the way: it had to leave a week ago.
    let courier = CourierForm { lead_days: "10".into(), not_on: vec![5] };
    site.clinic.keep_courier(&courier, &near).unwrap();
    let told = mine(&site, &near);
    assert!(told.late && told.step == KitStep::Send && told.send_by <= visit.earliest_on.plus_days(-10));
    assert_ne!(told.send_by.weekday(), 5, "nothing is handed over on a Friday");
    let list = |site: &Stage, at: &clinic::Now| {
        let page = site.clinic.worklist(&TodayAsked { limit: 200, ..TodayAsked::default() }, at).unwrap();
        page.rows
            .into_iter()
            .filter(|row| row.target.as_deref() == Some(visit.key.as_str()))
            .map(|row| row.standing_text)
            .collect::<Vec<_>>()
    };
    assert_eq!(list(&site, &near).len(), 1, "a kit to be sent is a line of work");
    let record = |site: &mut Stage, state, on: facts::CivilDate, number: &str, at: &clinic::Now| {
        let form = KitForm {
            subject,
            key: visit.key.clone(),
            state,
            on: on.to_string(),
            carrier: String::new(),
            number: number.into(),
        };
        site.clinic.record_kit(&form, at)
    };
    record(&mut site, KitState::Sent, near.today, "SF 1024", &near).unwrap();
    assert!(list(&site, &near).is_empty(), "it is on its way: nothing to do");
    assert_eq!(record(&mut site, KitState::Posted, near.today.plus_days(1), "", &near).unwrap_err().code, "kit-ahead");
    let later = now(&visit.due_on.plus_days(2).to_string());
    record(&mut site, KitState::Posted, visit.due_on, "", &later).unwrap();
    let posted = mine(&site, &later);
    assert_eq!((posted.step, posted.number.as_str()), (KitStep::Trace, "SF 1024"), "the number stays");
    assert!(list(&site, &later)[0].ends_with("not received"));
    let lines = site.clinic.audit(&AuditAsked { subject: Some(subject) }).unwrap();
    let states: Vec<u32> =
        lines.iter().filter(|line| line.kind == facts::FactKind::Kit).map(|line| line.version).collect();
    assert_eq!(states, [2, 1], "each state is a version with its day");
    record(&mut site, KitState::Received, later.today, "", &later).unwrap();
    assert!(site.clinic.kits(&later).unwrap().lines.iter().all(|line| line.key != visit.key));
    let here = KitForm {
        subject,
        key: "visit:M6".into(),
        state: KitState::Sent,
        on: String::new(),
        carrier: String::new(),
        number: String::new(),
    };
    assert_eq!(site.clinic.record_kit(&here, &later).unwrap_err().code, "no-such-kit");
}

#[test]
fn the_quarter_counts_each_kit_in_the_week_in_which_it_has_to_leave() {
    let mut site = stage("fda/lentiviral-hsc-15y");
    for code in ["S-001", "S-002"] {
        site.enrol(code);
    }
    let at = now("2031-01-06");
    let page = site.clinic.kits(&at).unwrap();
    assert_eq!((page.lead_days, page.not_on.len()), (None, 0), "nothing is proposed");
    let due = page.lines.iter().filter(|line| matches!(line.state, KitState::ToOrder | KitState::Lost)).count();
    assert!(due >= 2, "two children of year 6");
    assert_eq!(page.weeks.iter().map(|week| week.to_send).sum::<u32>() as usize, due);
    assert_eq!(page.weeks[0].from_on.weekday(), 1);
    let courier = CourierForm { lead_days: "no".into(), not_on: Vec::new() };
    assert_eq!(site.clinic.keep_courier(&courier, &at).unwrap_err().field.as_deref(), Some("lead_days"));
}
