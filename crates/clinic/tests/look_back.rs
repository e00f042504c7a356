//! As known on a past day: what the lists and pages said that evening is what they say of it for ever.

#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "tests stop at the first surprise and read files")]

mod site;

use std::collections::BTreeSet;

use clinic::wire::calendar::ClosureForm;
use clinic::wire::enrol::StatusForm;
use clinic::wire::kits::CourierForm;
use clinic::wire::page::{AuditAsked, PaperSize, PrintAsked};
use clinic::wire::ranges::RangesForm;
use clinic::wire::signal::SignalsAsked;
use clinic::wire::today::TodayAsked;
use clinic::wire::visit::{Missing, TaskForm};
use clinic::{Clinic, Identity, Kind, Now, SubjectId};
use facts::fact::Status;
use serde_json::{Value, json};
use site::{Stage, now, stage, visit};

/// The evening of a day: everything of the day is known.
fn evening(day: &str) -> Now {
    clinic::now_of(&format!("{day}T23:59:59+08:00"), now(day).stamp.unix_millis as i64)
}

/// Whatever a person could have read, as one value.
fn everything(clinic: &mut Clinic, people: &[SubjectId], now: &Now) -> Value {
    let asked = TodayAsked { limit: 500, ..TodayAsked::default() };
    let signals = SignalsAsked { standing: String::new(), severity: None, subject: None };
    let signals = clinic.signals(&signals, now).unwrap();
    let findings: Vec<_> = signals.iter().map(|line| clinic.finding(line.subject, &line.key, now).unwrap()).collect();
    let known: BTreeSet<SubjectId> =
        clinic.list_subjects("", "", now).unwrap().into_iter().map(|line| line.subject).collect();
    let people: Vec<SubjectId> = people.iter().copied().filter(|one| known.contains(one)).collect();
    let pages: Vec<_> = people.iter().map(|one| clinic.subject(*one, now).unwrap()).collect();
    json!({
        "worklist": clinic.worklist(&asked, now).unwrap(),
        "subjects": clinic.list_subjects("", "", now).unwrap(),
        "signals": signals,
        "findings": findings,
        "pages": pages,
        "audit": people.iter().map(|one| clinic.audit(&AuditAsked { subject: Some(*one) }).unwrap()).collect::<Vec<_>>(),
        "site": clinic.audit(&AuditAsked { subject: None }).unwrap(),
        "cohort": clinic.cohort(now).unwrap(),
        "calendar": clinic.calendar_month("", now).unwrap(),
        "kits": clinic.kits(now).unwrap(),
        "limits": clinic.reference_ranges().unwrap(),
    })
}

/// A sample so vector-positive that the rule for an analysis that was not made sees it.
fn vector_positive(on: &str) -> TaskForm {
    let text = |text: &str, unit: &str| assess::Entered { text: text.into(), unit: unit.into(), ..Default::default() };
    let fields = [("specimen", "whole-blood", ""), ("vector-positive", "6.4", "%"), ("analysis", "not-done", "")];
    let form = assess::EnteredForm {
        kind: "integration-site".into(),
        collected_on: on.into(),
        closure: assess::EnteredClosure::Answered,
        because: String::new(),
        fields: fields.into_iter().map(|(key, value, unit)| (key.to_owned(), text(value, unit))).collect(),
    };
    TaskForm { task: String::new(), form }
}

fn come(stage: &mut Stage, subject: SubjectId, code: &str, on: &str, forms: Vec<TaskForm>) {
    let draft = clinic::wire::visit::VisitDraft { forms, because: "left out".into(), ..visit(subject, code, on) };
    let review = stage.clinic.review_visit(&draft, &now(on)).unwrap();
    stage.clinic.record_visit(&draft, &now(on)).unwrap_or_else(|refusal| panic!("{refusal:?} {review:?}"));
}

/// Two people over two years, and what was on the screens each evening on which something had been written.
fn lived() -> (Stage, Vec<SubjectId>, Vec<(&'static str, Value)>) {
    let mut stage = stage("fda/lentiviral-hsc-15y");
    let mut noted = Vec::new();
    let first = stage.enrol("S-001");
    let mut people = vec![first];
    let mut note = |stage: &mut Stage, people: &[SubjectId], day: &'static str| {
        noted.push((day, everything(&mut stage.clinic, people, &evening(day))));
    };
    note(&mut stage, &people, "2024-08-31");
    come(&mut stage, first, "M3", "2024-12-02", Vec::new());
    let closed =
        |record, to: &str| ClosureForm { record, from: "2024-12-30".into(), to: to.into(), because: "year end".into() };
    stage.clinic.keep_closure(&closed(None, "2024-12-31"), &now("2024-12-02")).unwrap();
    let courier = |days: &str| CourierForm { lead_days: days.into(), not_on: vec![7] };
    stage.clinic.keep_courier(&courier("3"), &now("2024-12-02")).unwrap();
    let limits = |high: u8, because: &str| RangesForm {
        csv: format!(
            "laboratory,analyte,sex,age_from,age_to,low,high,unit,valid_from,valid_to\ncentral,alt,,P1Y,,,{high},U/L,2024-01-01,\n"
        ),
        because: because.into(),
    };
    assert!(stage.clinic.keep_reference_ranges(&limits(35, ""), &now("2024-12-02")).unwrap().kept);
    note(&mut stage, &people, "2024-12-02");
    let form = stage.form("S-002");
    people.push(stage.clinic.enrol(&form, &now("2024-12-20")).unwrap().subject.unwrap());
    let identity = Identity { called: "Lin".into(), ..Identity::default() };
    stage.clinic.set_identity(first, &identity, "", &now("2024-12-20")).unwrap();
    let closure = stage.clinic.calendar_month("2024-12-30", &now("2024-12-20")).unwrap().closures[0].record;
    stage.clinic.keep_closure(&closed(Some(closure), "2025-01-03"), &now("2024-12-20")).unwrap();
    note(&mut stage, &people, "2024-12-20");
    stage.clinic.keep_courier(&courier("10"), &now("2025-03-04")).unwrap();
    assert!(stage.clinic.keep_reference_ranges(&limits(40, "new method"), &now("2025-03-04")).unwrap().kept);
    come(&mut stage, first, "M6", "2025-03-04", vec![vector_positive("2025-03-04")]);
    note(&mut stage, &people, "2025-03-04");
    let missing = Missing { subject: people[1], obligation: "visit:M6".into(), because: "travelling".into() };
    stage.clinic.declare_missed(&missing, &now("2025-06-01")).unwrap();
    note(&mut stage, &people, "2025-06-01");
    let status = |status, on: &str| StatusForm {
        subject: people[1],
        status,
        on: on.into(),
        because: "told".into(),
        call_off: false,
    };
    stage.clinic.change_status(&status(Status::LostToFollowUp, "2026-01-10"), &now("2026-01-10")).unwrap();
    note(&mut stage, &people, "2026-01-10");
    stage.clinic.change_status(&status(Status::OnFollowUp, "2026-02-28"), &now("2026-02-28")).unwrap();
    note(&mut stage, &people, "2026-02-28");
    (stage, people, noted)
}

#[test]
fn each_past_evening_is_shown_as_it_was_on_the_screens_then() {
    let (mut stage, people, noted) = lived();
    let today = now("2026-11-24");
    let present = everything(&mut stage.clinic, &people, &today);
    assert!(noted.iter().any(|(_, then)| !then["signals"].as_array().unwrap().is_empty()), "a signal is in the story");
    for (day, then) in noted.iter().rev().chain(&noted) {
        let session = stage.clinic.look_back(day.parse().unwrap(), &today).unwrap();
        assert_eq!((session.as_of, session.today), (day.parse().ok(), day.parse().unwrap()));
        assert!(session.practice, "the band stays");
        let shown = stage.clinic.shown(&today);
        let seen = everything(&mut stage.clinic, &people, &shown);
        for (part, then) in then.as_object().unwrap() {
            assert_eq!(&seen[part], then, "{part} on {day}");
        }
    }
    assert_eq!(stage.clinic.look_ahead(&today).unwrap().as_of, None);
    assert_eq!(everything(&mut stage.clinic, &people, &today), present, "the present is as it was left");
}

#[test]
fn days_between_show_the_entries_before_them_judged_on_that_day() {
    let (mut stage, people, _) = lived();
    let today = now("2026-11-24");
    stage.clinic.look_back("2025-02-01".parse().unwrap(), &today).unwrap();
    let shown = stage.clinic.shown(&today);
    let page = stage.clinic.subject(people[0], &shown).unwrap();
    assert_eq!(page.contacts.len(), 1, "the visit of March is not known yet");
    assert!(page.visits.iter().any(|line| line.code == "M6" && line.done_on.is_none()));
    assert_eq!(page.day_since_dosing, Some(154));
    stage.clinic.look_back("2024-11-30".parse().unwrap(), &today).unwrap();
    let refused = stage.clinic.subject(people[1], &shown).unwrap_err();
    assert_eq!(refused.code, "no-such-subject");
}

#[test]
fn nothing_is_recorded_while_a_past_day_is_shown() {
    let (mut stage, people, _) = lived();
    let today = now("2026-11-24");
    let lines = stage.lines();
    stage.clinic.look_back("2025-03-04".parse().unwrap(), &today).unwrap();
    let shown = stage.clinic.shown(&today);
    let subject = people[0];
    let clinic = &mut stage.clinic;
    let missing = Missing { subject, obligation: "visit:M12".into(), because: "x".into() };
    let status = StatusForm {
        subject,
        status: Status::Withdrawn,
        on: "2025-03-01".into(),
        because: "x".into(),
        call_off: false,
    };
    let form = site::stage("fda/lentiviral-hsc-15y").form("S-009");
    let refusals = [
        clinic.record_visit(&visit(subject, "M12", "2025-03-01"), &shown).err(),
        clinic.declare_missed(&missing, &shown).err(),
        clinic.change_status(&status, &shown).err(),
        clinic.enrol(&form, &shown).err(),
        clinic.set_identity(subject, &Identity::default(), "x", &shown).err(),
        clinic.keep_draft("visit:x", Some(subject), "{}", &shown).err(),
        clinic.adopt_protocol("fda/car-t-15y", &shown).err(),
        clinic.erase_identity(subject).err(),
        clinic.rebuild().err(),
        clinic.backup_now(&shown).err(),
    ];
    for (at, refusal) in refusals.into_iter().enumerate() {
        let refusal = refusal.unwrap_or_else(|| panic!("{at} was allowed"));
        assert_eq!((refusal.kind, refusal.code.as_str()), (Kind::NotAllowed, "as-of-read-only"), "{at}");
        assert!(refusal.say(clinic.words()).contains("4 Mar 2025"), "{}", refusal.say(clinic.words()));
    }
    clinic.look_ahead(&today).unwrap();
    assert_eq!(stage.lines(), lines);
}

#[test]
fn a_paper_of_a_past_day_says_so_on_every_page_and_in_its_name() {
    let (mut stage, people, _) = lived();
    let today = now("2026-11-24");
    stage.clinic.look_back("2025-03-04".parse().unwrap(), &today).unwrap();
    let shown = stage.clinic.shown(&today);
    let folder = stage.folder.path().display().to_string();
    let asked =
        PrintAsked { subject: people[0], paper: PaperSize::A4, language: "en".into(), show_product: false, folder };
    let printed = stage.clinic.print_schedule(&asked, &shown).unwrap();
    assert!(printed.path.ends_with("2026-11-24-as-of-2025-03-04.pdf"), "{}", printed.path);
    let text = std::process::Command::new("pdftotext").args(["-layout", &printed.path, "-"]).output().unwrap();
    let text = String::from_utf8_lossy(&text.stdout).into_owned();
    assert_eq!(text.matches("As known on Tuesday 4 March 2025").count(), printed.pages as usize, "{text}");
    assert!(text.contains("Printed on 24 Nov 2026"), "{text}");
    assert_eq!(stage.clinic.print_calendar(&asked, &shown).unwrap_err().code, "as-of-read-only");
}

#[test]
fn a_day_before_the_store_and_one_that_is_not_past_are_refused() {
    let mut stage = stage("fda/lentiviral-hsc-15y");
    let today = now("2026-11-24");
    for (day, code) in
        [("2023-12-31", "as-of-before-store"), ("2026-11-24", "as-of-not-past"), ("2027-01-01", "as-of-not-past")]
    {
        assert_eq!(stage.clinic.look_back(day.parse().unwrap(), &today).unwrap_err().code, code);
        assert_eq!(stage.clinic.looking_back(), None);
    }
    stage.enrol("S-001");
}

/// The clock stood still on the day before the protocol was put in force: the person is shown all the same.
#[test]
fn somebody_recorded_before_the_text_they_follow_is_not_left_out() {
    let mut stage = site::empty("as of a wrong clock");
    let protocol = "fda/lentiviral-hsc-15y";
    stage.protocol = stage.clinic.adopt_protocol(protocol, &now("2024-09-02")).unwrap();
    let form = stage.form("S-001");
    let subject = stage.clinic.enrol(&form, &now("2024-09-01")).unwrap().subject.unwrap();
    stage.clinic.look_back("2024-09-01".parse().unwrap(), &now("2026-11-24")).unwrap();
    let shown = stage.clinic.shown(&now("2026-11-24"));
    let listed = stage.clinic.list_subjects("", "", &shown).unwrap();
    assert_eq!(listed.iter().map(|line| line.subject).collect::<Vec<_>>(), [subject]);
    assert!(!stage.clinic.subject(subject, &shown).unwrap().visits.is_empty());
}
