//! Looking for a family through the use cases: the line of work, the attempt, the letter, and calling somebody lost.

#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "tests stop at the first surprise and read files")]

mod site;

use clinic::wire::consent::GuardianForm;
use clinic::wire::contact::{AttemptForm, LetterAsked};
use clinic::wire::enrol::StatusForm;
use clinic::wire::page::PaperSize;
use clinic::wire::today::{Group, TodayAsked, WorkAction, WorkRow};
use clinic::wire::visit::VisitDraft;
use clinic::{Identity, SubjectId};
use facts::Relation;
use facts::fact::Status;
use facts::person::Contact;
use site::{Stage, now, stage, visit};

/// Dosed on 31 August 2024 and seen until M12; nobody came for M18 (window to 29 April 2026).
fn missed() -> (Stage, SubjectId) {
    let mut stage = stage("fda/lentiviral-hsc-15y");
    let subject = stage.enrol("S-001");
    for (code, on) in
        [("BL", "2024-08-31"), ("M1", "2024-09-30"), ("M3", "2024-11-30"), ("M6", "2025-02-28"), ("M12", "2025-08-31")]
    {
        let draft = VisitDraft { because: "left out".into(), ..visit(subject, code, on) };
        stage.clinic.record_visit(&draft, &now(on)).unwrap();
    }
    (stage, subject)
}

fn line(stage: &Stage, day: &str) -> Option<WorkRow> {
    let asked = TodayAsked { limit: 500, ..TodayAsked::default() };
    let rows = stage.clinic.worklist(&asked, &now(day)).unwrap().rows;
    rows.into_iter().find(|row| row.action == WorkAction::RecordAttempt)
}

fn attempt(stage: &mut Stage, subject: SubjectId, channel: &str, reached: &str, on: &str) {
    let form =
        AttemptForm { subject, channel: channel.into(), reached: reached.into(), on: on.into(), note: String::new() };
    let done = stage.clinic.record_attempt(&form, &now(on)).unwrap();
    assert!(done.subject.is_some(), "{:?}", done.problems);
}

/// The last day of M18, as the page says it.
fn last_day(stage: &Stage, subject: SubjectId) -> facts::CivilDate {
    let page = stage.clinic.subject(subject, &now("2026-02-01")).unwrap();
    page.visits.iter().find(|line| line.code == "M18").unwrap().latest_on
}

#[test]
fn the_next_step_is_a_line_of_work_from_the_day_the_visit_is_missed() {
    let (mut stage, subject) = missed();
    let last = last_day(&stage, subject);
    let first = last.plus_days(1).to_string();
    assert!(line(&stage, &last.to_string()).is_none(), "the visit can still take place");
    let row = line(&stage, &first).unwrap();
    assert_eq!((row.group, row.target.as_deref()), (Group::Due, Some("phone")));
    assert!(row.what.contains("telephone (1 of 2)"), "{}", row.what);
    assert!(row.because.contains("did not take place by"), "{}", row.because);
    attempt(&mut stage, subject, "phone", "no", &first);
    assert!(line(&stage, &first).is_none(), "not called twice on one day");
    let week = last.plus_days(8).to_string();
    assert!(line(&stage, &week).unwrap().what.contains("telephone (2 of 2)"));
    let page = stage.clinic.contact_ladder(subject, &now(&week)).unwrap();
    assert_eq!((page.is.as_str(), page.steps[0].made, page.attempts.len()), ("attempt", 1, 1));
    attempt(&mut stage, subject, "phone", "yes", &week);
    assert!(line(&stage, &last.plus_days(60).to_string()).is_none(), "reached: nobody is looked for");
    assert!(stage.clinic.contact_ladder(subject, &now(&week)).unwrap().visit.is_empty());
}

#[test]
fn nobody_is_called_lost_before_the_end_of_the_ladder_without_a_reason_and_it_can_be_taken_back() {
    let (mut stage, subject) = missed();
    let last = last_day(&stage, subject);
    let day = |n: i32| last.plus_days(n).to_string();
    let lost = |on: &str, because: &str| StatusForm {
        subject,
        status: Status::LostToFollowUp,
        on: on.into(),
        because: because.into(),
        call_off: false,
    };
    let refused = stage.clinic.change_status(&lost(&day(2), " "), &now(&day(2))).unwrap();
    assert!(refused.subject.is_none());
    assert_eq!(refused.problems[0].code, "ladder-unfinished");
    assert!(refused.problems[0].text.contains("telephone (1 of 2)"), "{}", refused.problems[0].text);
    let mut on = 3;
    for (channel, times) in
        [("phone", 2), ("letter", 1), ("registered-letter", 1), ("practitioner", 1), ("relative", 1), ("registry", 1)]
    {
        for _ in 0..times {
            attempt(&mut stage, subject, channel, "no", &day(on));
            on += 30;
        }
    }
    let end = day(on);
    let page = stage.clinic.contact_ladder(subject, &now(&end)).unwrap();
    assert_eq!(page.is, "complete", "{page:?}");
    assert!(line(&stage, &end).unwrap().what.contains("decide on lost"));
    // The ladder is the reason.
    stage.clinic.change_status(&lost(&end, ""), &now(&end)).unwrap().subject.unwrap();
    let page = stage.clinic.subject(subject, &now(&end)).unwrap();
    assert_eq!(page.status, Status::LostToFollowUp);
    assert_eq!(page.statuses[0].because, "Every step of the contact ladder was taken");
    let later = day(on + 1);
    let back = StatusForm { status: Status::OnFollowUp, because: "The mother called".into(), ..lost(&later, "") };
    stage.clinic.change_status(&back, &now(&later)).unwrap().subject.unwrap();
    assert_eq!(stage.clinic.subject(subject, &now(&later)).unwrap().status, Status::OnFollowUp);
}

#[test]
fn a_reason_is_enough_where_the_ladder_cannot_be_climbed() {
    let (mut stage, subject) = missed();
    let on = last_day(&stage, subject).plus_days(2).to_string();
    let form = StatusForm {
        subject,
        status: Status::LostToFollowUp,
        on: on.clone(),
        because: "Left the country; no address".into(),
        call_off: false,
    };
    stage.clinic.change_status(&form, &now(&on)).unwrap().subject.unwrap();
}

#[test]
fn the_letter_speaks_the_familys_language_and_names_no_illness() {
    let (mut stage, subject) = missed();
    let address = "Garden Lane 4\nNorthtown".to_owned();
    let identity = Identity {
        guardians: Vec::new(),
        name: "Lin Xiaohua".into(),
        called: "Xiaohua".into(),
        contacts: vec![Contact { who: "mother".into(), address, ..Contact::default() }],
        note: String::new(),
    };
    stage.clinic.set_identity(subject, &identity, "", &now("2025-09-01")).unwrap();
    let on = last_day(&stage, subject).plus_days(10).to_string();
    for (language, greets) in [("en", "Dear family of Xiaohua"), ("zh-Hans", "Xiaohua的家人"), ("ja", "Xiaohuaさん")]
    {
        let asked = LetterAsked { subject, paper: PaperSize::A4, language: language.into() };
        let printed = stage.clinic.print_contact_letter(&asked, &now(&on)).unwrap();
        assert_eq!(printed.pages, 1);
        let out = std::process::Command::new("pdftotext").args(["-layout", &printed.path, "-"]).output().unwrap();
        let text = String::from_utf8_lossy(&out.stdout).into_owned();
        for part in [greets, "Lin Xiaohua", "Garden Lane 4", "Northtown", "+86 10 5550"] {
            assert!(text.contains(part), "{part}:\n{text}");
        }
        assert!(!text.contains('⟦'), "{text}");
        // Neither what was given nor what for, nor the study: whoever finds the letter learns of no illness.
        let lower = text.to_lowercase();
        for told in ["lentiviral", "gene", "vector", "fda", "基因", "遺伝子", "载体", "s-001"] {
            assert!(!lower.contains(told), "{told}:\n{text}");
        }
    }
    // A child's letter goes to whoever decides for it on the day; past ones are written to no more.
    let guardian = |name: &str, from: &str, until: &str| GuardianForm {
        subject,
        guardian: None,
        relation: Relation::Grandparent,
        name: name.into(),
        telephone: String::new(),
        email: String::new(),
        address: format!("House of {name}"),
        from_on: from.into(),
        until_on: until.into(),
        lives_with: true,
        may_decide: true,
        because: String::new(),
    };
    for form in [guardian("Grandma Early", "", "2025-09-01"), guardian("Grandpa Now", "2025-09-02", "")] {
        assert_eq!(stage.clinic.keep_guardian(&form, &now("2025-09-02")).unwrap().subject, Some(subject));
    }
    let asked = LetterAsked { subject, paper: PaperSize::A4, language: "en".into() };
    let printed = stage.clinic.print_contact_letter(&asked, &now(&on)).unwrap();
    let out = std::process::Command::new("pdftotext").args(["-layout", &printed.path, "-"]).output().unwrap();
    let text = String::from_utf8_lossy(&out.stdout).into_owned();
    assert!(text.contains("Grandpa Now") && text.contains("House of Grandpa Now"), "{text}");
    assert!(!text.contains("Grandma Early") && !text.contains("Lin Xiaohua"), "{text}");
    // Whoever decides has no address: nobody else's is put under their name.
    let ended = GuardianForm {
        guardian: Some(stage.clinic.identity(subject).unwrap().guardians[1].id),
        address: String::new(),
        because: "moved".into(),
        ..guardian("Grandpa Now", "2025-09-02", "")
    };
    assert_eq!(stage.clinic.keep_guardian(&ended, &now("2025-09-03")).unwrap().subject, Some(subject));
    let printed = stage.clinic.print_contact_letter(&asked, &now(&on)).unwrap();
    let out = std::process::Command::new("pdftotext").args(["-layout", &printed.path, "-"]).output().unwrap();
    let text = String::from_utf8_lossy(&out.stdout).into_owned();
    assert!(text.contains("Grandpa Now"), "{text}");
    assert!(!text.contains("Garden Lane") && !text.contains("House of"), "{text}");
}

/// There is nothing to write about.
#[test]
fn whoever_missed_nothing_gets_no_letter() {
    let mut other = stage("fda/lentiviral-hsc-15y");
    let fresh = other.enrol("S-002");
    let status = StatusForm {
        subject: fresh,
        status: Status::Withdrawn,
        on: "2024-09-01".into(),
        because: "told".into(),
        call_off: false,
    };
    other.clinic.change_status(&status, &now("2024-09-01")).unwrap();
    let asked = LetterAsked { subject: fresh, paper: PaperSize::A4, language: String::new() };
    let refused = other.clinic.print_contact_letter(&asked, &now("2024-09-02")).unwrap_err();
    assert_eq!(refused.code, "ladder-nobody-missed");
}
