//! Corrections of anchors, amendments, tracks and the plan of contacts, through the use cases and a real store.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

mod site;

use std::collections::BTreeSet;

use clinic::wire::course::{CourseChange, CourseForm, CoursePreview, Decision, MovedKind, TripsAsked};
use clinic::wire::page::{CallAsked, CallKind, PaperSize, SubjectPage, VisitLine};
use clinic::wire::today::{Group, TodayAsked, WorkAction};
use clinic::wire::visit::{VisitAsked, VisitDraft};
use clinic::{RecordId, SubjectId};
use facts::Role;
use facts::fact::{ConsentPart, DosingOutcome, GivenBy, Mode};
use followup::Standing;
use site::{Stage, now, stage, visit};

const PRESET: &str = "fda/lentiviral-hsc-15y";
const TRACK: &str = "tracks/cibmtr-genetically-modified-cells";

fn form(subject: SubjectId, change: CourseChange, because: &str) -> CourseForm {
    CourseForm { subject, change, because: because.into() }
}

/// The preset as its next version: month 3 a month earlier, month 9 new, consent asked again from 2025 on.
fn amended() -> String {
    let (_, text) = protocol::presets().into_iter().find(|(path, _)| path == PRESET).unwrap();
    let row = "[[visit]]\ncode = \"M3\"";
    let new = "[[visit]]\ncode = \"M9\"\nlabel = { en = \"Month 9\", zh-Hans = \"第 9 个月\", ja = \"9 か月\" }\nanchor = \"dosing\"\nafter = \"P9M\"\nearly = \"P14D\"\nlate = \"P14D\"\nmodes = [\"phone\"]\ndo = [\"vital-status\"]\ncites = \"sponsor: values before dosing, so that later ones can be compared\"\n\n";
    let amendment = "[amendment]\namends = \"1.0\"\neffective-on = \"2025-01-01\"\nreconsent = true\ncites = \"sponsor: values before dosing, so that later ones can be compared\"\n\n";
    let mut text = text.to_owned();
    for (from, to) in [
        ("version = \"1.0\"", "version = \"2.0\"".to_owned()),
        (row, format!("{new}{row}")),
        ("[product]", format!("{amendment}[product]")),
    ] {
        assert!(text.contains(from), "the preset no longer has `{from}`");
        text = text.replacen(from, &to, 1);
    }
    text
}

fn line<'a>(page: &'a SubjectPage, key: &str) -> &'a VisitLine {
    page.visits.iter().find(|line| line.key == key).unwrap_or_else(|| panic!("no {key}"))
}

fn dosing(stage: &Stage, subject: SubjectId) -> RecordId {
    stage.clinic.subject(subject, &now("2024-09-10")).unwrap().dosings[0].record
}

fn moved_to(record: RecordId, on: &str) -> CourseChange {
    CourseChange::Dosing {
        record,
        on: on.into(),
        outcome: DosingOutcome::Complete,
        batch: "B-1".into(),
        note: String::new(),
    }
}

fn keys(preview: &CoursePreview, kind: MovedKind) -> usize {
    preview.moved.iter().filter(|line| line.kind == kind).count()
}

#[test]
fn a_corrected_dosing_day_shows_every_date_that_would_move_before_it_is_saved() {
    let mut stage = stage(PRESET);
    let subject = stage.enrol("S-001");
    let today = now("2024-09-10");
    let before = stage.clinic.subject(subject, &today).unwrap();
    let lines = stage.lines();
    let change = form(subject, moved_to(dosing(&stage, subject), "2024-08-28"), "the infusion record says so");
    let preview = stage.clinic.preview_course(&change, &today).unwrap();
    assert!(preview.problems.is_empty(), "{:?}", preview.problems);
    assert_eq!(stage.lines(), lines, "looking writes nothing");
    let counted = before.visits.iter().filter(|line| line.key.starts_with("visit:")).count();
    assert!(keys(&preview, MovedKind::Moved) >= 20, "{:#?}", preview.moved);
    // The next step of the contact ladder is owed as well, and no line of the schedule.
    assert_eq!(preview.moved.len() + preview.stay as usize, counted + 1);
    let first = preview.moved.iter().find(|line| line.label.contains("Month 1")).unwrap();
    assert!(first.before.contains("23 Sep 2024") && first.after.contains("21 Sep 2024"), "{first:?}");
    let done = stage.clinic.change_course(&change, &today).unwrap();
    assert_eq!(done.subject, Some(subject));
    let after = stage.clinic.subject(subject, &today).unwrap();
    assert_eq!(after.dosings[0].version, 2);
    assert_eq!(line(&after, "visit:M1").due_on.to_string(), "2024-09-28");
}

#[test]
fn a_correction_without_a_reason_is_not_saved() {
    let mut stage = stage(PRESET);
    let subject = stage.enrol("S-001");
    let lines = stage.lines();
    let change = form(subject, moved_to(dosing(&stage, subject), "2024-08-28"), " ");
    let answer = stage.clinic.change_course(&change, &now("2024-09-10")).unwrap();
    assert_eq!(answer.subject, None);
    assert_eq!(answer.problems[0].place, "because");
    let birth = CourseChange::Enrolment {
        sex: facts::Sex::Female,
        born_on: "2024-12-01".into(),
        gestation_weeks: String::new(),
        consented_on: String::new(),
        enrolled_on: "2024-08-31".into(),
        language: "en".into(),
    };
    let answer = stage.clinic.change_course(&form(subject, birth, "typed wrong"), &now("2024-12-10")).unwrap();
    assert!(answer.problems.iter().any(|problem| problem.place == "born_on"), "{:?}", answer.problems);
    assert_eq!(stage.lines(), lines);
}

#[test]
fn a_dosing_that_never_took_place_leaves_the_schedule_waiting_and_stays_in_the_ledger() {
    let mut stage = stage(PRESET);
    let subject = stage.enrol("S-001");
    let today = now("2024-09-10");
    let change = form(subject, CourseChange::NoDosing { record: dosing(&stage, subject) }, "cancelled that morning");
    let preview = stage.clinic.preview_course(&change, &today).unwrap();
    assert!(keys(&preview, MovedKind::Gone) > 20);
    stage.clinic.change_course(&change, &today).unwrap();
    let page = stage.clinic.subject(subject, &today).unwrap();
    assert!(page.dosings.is_empty() && page.visits.iter().all(|line| line.key != "visit:M1"));
}

#[test]
fn an_amendment_is_told_in_words_and_moves_one_subject_on_a_day() {
    let mut stage = stage(PRESET);
    let (one, other) = (stage.enrol("S-001"), stage.enrol("S-002"));
    stage
        .clinic
        .record_visit(&VisitDraft { because: "called".into(), ..visit(one, "M1", "2024-09-30") }, &now("2024-09-30"))
        .unwrap();
    let reference = stage.clinic.adopt_protocol(&amended(), &now("2025-01-02")).unwrap();
    let compared = stage.clinic.compare_versions(&stage.protocol.clone(), &reference).unwrap();
    assert_eq!(compared.changes.len(), 1, "{:?}", compared.changes);
    assert!(compared.changes[0].starts_with("Adds Month 9"), "{:?}", compared.changes);
    assert!(compared.subjects.iter().all(|subject| subject.decision == Decision::Undecided));
    let amend = |on: &str, consent: &str| CourseChange::Amendment {
        protocol: reference.clone(),
        moves_on: on.into(),
        reconsented_on: consent.into(),
        without_consent: false,
    };
    // Before its day with a reason; without the consent that it asks for only where somebody says so.
    let early = form(one, amend("2024-12-01", ""), "");
    let codes: Vec<String> = stage
        .clinic
        .preview_course(&early, &now("2025-01-02"))
        .unwrap()
        .problems
        .into_iter()
        .map(|problem| problem.code)
        .collect();
    assert_eq!(codes, ["before-effective", "reconsent-missing"]);
    let refused = stage.clinic.change_course(&early, &now("2025-01-02")).unwrap();
    assert!(refused.subject.is_none() && refused.problems.iter().any(|problem| problem.code == "needed"));
    let unasked = stage.clinic.change_course(&form(one, amend("2025-01-15", ""), "asked"), &now("2025-01-16")).unwrap();
    assert!(unasked.subject.is_none(), "a reason alone is no consent: {:?}", unasked.problems);
    let waived = CourseChange::Amendment {
        protocol: reference.clone(),
        moves_on: "2025-01-15".into(),
        reconsented_on: String::new(),
        without_consent: true,
    };
    let seen = stage.clinic.preview_course(&form(one, waived, ""), &now("2025-01-16")).unwrap();
    assert!(seen.problems.is_empty() && keys(&seen, MovedKind::Added) == 1, "{:?}", seen.problems);
    let moved = form(one, amend("2025-01-15", "2025-01-10"), "consented to version 2");
    let preview = stage.clinic.preview_course(&moved, &now("2025-01-12")).unwrap();
    assert_eq!((keys(&preview, MovedKind::Added), preview.moved.len()), (1, 1), "{:#?}", preview.moved);
    stage.clinic.change_course(&moved, &now("2025-01-12")).unwrap();
    let stays = form(other, amend("", ""), "the family declined");
    assert_eq!(stage.clinic.change_course(&stays, &now("2025-01-12")).unwrap().subject, Some(other));
    let page = stage.clinic.subject(one, &now("2025-01-20")).unwrap();
    assert_eq!(page.protocol, reference);
    assert_eq!(line(&page, "visit:M9").due_on.to_string(), "2025-05-31");
    assert!(matches!(line(&page, "visit:M1").standing, Standing::Done { .. }), "a visit done never changes");
    let page = stage.clinic.subject(other, &now("2025-01-20")).unwrap();
    assert!(page.visits.iter().all(|line| line.key != "visit:M9"));
    let compared = stage.clinic.compare_versions(&stage.protocol.clone(), &reference).unwrap();
    let decided: Vec<Decision> = compared.subjects.iter().map(|subject| subject.decision).collect();
    assert_eq!(decided, [Decision::Moved, Decision::Stays]);
    let course = stage.clinic.course(one, &now("2025-01-20")).unwrap();
    assert_eq!(course.versions.len(), 2);
    assert!(course.offers.is_empty());
    assert_eq!(
        stage.clinic.course(other, &now("2025-01-20")).unwrap().offers[0].stays_because.as_deref(),
        Some("the family declined")
    );
    // Twice to the same version is no move.
    let again = stage.clinic.preview_course(&moved, &now("2025-01-20")).unwrap();
    assert_eq!(again.problems[0].code, "version-followed-already");
}

fn follow(stage: &mut Stage, subject: SubjectId) -> String {
    let track = stage.clinic.adopt_protocol(TRACK, &now("2024-09-01")).unwrap();
    let change = CourseChange::Track {
        record: None,
        protocol: track.clone(),
        from_on: "2024-08-31".into(),
        until_on: String::new(),
        clinic: String::new(),
    };
    let answer = stage.clinic.change_course(&form(subject, change, ""), &now("2024-09-01")).unwrap();
    assert_eq!(answer.subject, Some(subject), "{:?}", answer.problems);
    track
}

#[test]
fn a_registry_is_settled_by_the_visit_of_the_protocol_when_the_person_says_so() {
    let mut stage = stage(PRESET);
    let subject = stage.enrol("S-001");
    follow(&mut stage, subject);
    let asked =
        |also: Option<Vec<String>>| VisitAsked { subject, on: "2025-03-02".into(), code: Some("M6".into()), also };
    let today = now("2025-03-02");
    let plan = stage.clinic.plan_visit(&asked(None), &today).unwrap();
    let registry = "cibmtr-genetically-modified-cells/M6";
    let offered = |chosen: bool| {
        let also = plan.also.iter().filter(move |other| other.chosen == chosen);
        also.map(|other| other.visit.code.as_str()).collect::<Vec<_>>()
    };
    assert_eq!(offered(true), [registry]);
    // What is overdue can be made up for at the same contact, of either source; nobody is asked to.
    assert_eq!(offered(false), ["BL", "M1", "M3", "cibmtr-genetically-modified-cells/D100"]);
    // What both ask alike is one form.
    let vital = plan.forms.iter().filter(|form| form.kind == "vital-status").count();
    assert_eq!(vital, 1, "{:?}", plan.forms.iter().map(|form| &form.task).collect::<Vec<_>>());
    let plan = stage.clinic.plan_visit(&asked(Some(Vec::new())), &today).unwrap();
    assert!(!plan.also[0].chosen);
    let draft = VisitDraft {
        also: vec![registry.into()],
        because: "forms follow on paper".into(),
        ..visit(subject, "M6", "2025-03-02")
    };
    stage.clinic.record_visit(&draft, &today).unwrap();
    let page = stage.clinic.subject(subject, &today).unwrap();
    for key in ["visit:M6".to_owned(), format!("visit:{registry}")] {
        assert!(matches!(line(&page, &key).standing, Standing::Done { .. }), "{key}");
    }
    assert!(line(&page, &format!("visit:{registry}")).label.contains("CIBMTR"));
    let unknown = VisitDraft { also: vec!["cibmtr/none".into()], ..draft };
    let review = stage.clinic.review_visit(&unknown, &today).unwrap();
    assert!(review.problems[0].problems.iter().any(|problem| problem.code == "no-such-visit"));
}

#[test]
fn the_fewest_contacts_of_a_year_are_told_with_who_demands_each_part() {
    let mut stage = stage(PRESET);
    let (one, sibling) = (stage.enrol("S-001"), stage.enrol("S-002"));
    follow(&mut stage, one);
    let today = now("2025-01-20");
    let plan =
        |subjects: Vec<SubjectId>| stage.clinic.plan_trips(&TripsAsked { subjects, months: 12 }, &today).unwrap();
    let alone = plan(vec![one]);
    assert!((alone.trips.len() as u32) < alone.apart, "{alone:#?}");
    let joined = alone.trips.iter().find(|trip| trip.parts.iter().any(|part| part.visit == "M6")).unwrap();
    let sources: Vec<&str> = joined.parts.iter().map(|part| part.source.as_str()).collect();
    assert!(sources.iter().any(|source| source.contains("CIBMTR")) && sources.len() >= 2, "{sources:?}");
    for trip in &alone.trips {
        for part in &trip.parts {
            let inside = part.earliest_on <= trip.to_on && (part.overdue || trip.to_on <= part.latest_on);
            assert!(inside, "{part:?} does not hold the days of its contact");
        }
    }
    // A sister dosed on the same day comes along.
    let both = plan(vec![one, sibling]);
    assert_eq!(both.trips.len(), alone.trips.len());
    // The registry's visits move to another clinic: still one journey where the windows meet, and by no telephone.
    let kept = stage.clinic.course(one, &today).unwrap().tracks.remove(0);
    let moved = CourseChange::Track {
        record: Some(kept.record),
        protocol: kept.reference,
        from_on: kept.from_on.to_string(),
        until_on: String::new(),
        clinic: "Wuhan Union Hospital".into(),
    };
    stage.clinic.change_course(&form(one, moved, "nearer to the family"), &today).unwrap();
    let plan = stage.clinic.plan_trips(&TripsAsked { subjects: vec![one], months: 12 }, &today).unwrap();
    let joined = plan.trips.iter().find(|trip| trip.parts.iter().any(|part| part.visit == "M6")).unwrap();
    let clinics: BTreeSet<&str> = joined.parts.iter().map(|part| part.clinic.as_str()).collect();
    assert_eq!(clinics.into_iter().collect::<Vec<_>>(), ["", "Wuhan Union Hospital"]);
    assert!(!joined.modes.contains(&Mode::Phone) && joined.modes.contains(&Mode::Clinic), "{joined:?}");
}

/// Whatever a contact of the plan settles can be recorded with it.
#[test]
fn every_part_of_a_proposed_contact_can_be_recorded_at_it() {
    let mut stage = stage(PRESET);
    let subject = stage.enrol("S-001");
    follow(&mut stage, subject);
    let today = now("2026-09-10");
    let plan = stage.clinic.plan_trips(&TripsAsked { subjects: vec![subject], months: 12 }, &today).unwrap();
    let first = &plan.trips[0];
    let codes: Vec<String> =
        first.parts.iter().map(|part| part.visit.clone()).filter(|code| !code.is_empty()).collect();
    assert!(first.parts.iter().filter(|part| part.overdue).count() > 5, "{codes:?}");
    for main in &codes {
        let others: Vec<String> = codes.iter().filter(|code| *code != main).cloned().collect();
        let on = first.from_on.to_string();
        let asked = VisitAsked { subject, on, code: Some(main.clone()), also: Some(others.clone()) };
        let offered = stage.clinic.plan_visit(&asked, &today).unwrap().also;
        let mut chosen: Vec<&String> = offered.iter().filter(|o| o.chosen).map(|o| &o.visit.code).collect();
        let mut wanted: Vec<&String> = others.iter().collect();
        chosen.sort_unstable();
        wanted.sort_unstable();
        assert_eq!(chosen, wanted, "as {main}");
    }
}

#[test]
fn a_track_cannot_be_followed_alone_and_ends_on_its_last_day() {
    let mut stage = stage(PRESET);
    let subject = stage.enrol("S-001");
    let track = follow(&mut stage, subject);
    let mut alone = stage.form("S-009");
    alone.protocol.clone_from(&track);
    let refused = stage.clinic.enrol(&alone, &now("2024-08-31")).unwrap();
    assert!(refused.problems.iter().any(|problem| problem.code == "protocol-not-adopted"), "{:?}", refused.problems);
    let record = stage.clinic.course(subject, &now("2025-06-01")).unwrap().tracks[0].record;
    let ends = CourseChange::Track {
        record: Some(record),
        protocol: track,
        from_on: "2024-08-31".into(),
        until_on: "2025-06-30".into(),
        clinic: String::new(),
    };
    let today = now("2025-06-01");
    stage.clinic.change_course(&form(subject, ends, "the registry closed"), &today).unwrap();
    let page = stage.clinic.subject(subject, &today).unwrap();
    let year = line(&page, "visit:cibmtr-genetically-modified-cells/Y2");
    assert_eq!(year.standing, Standing::NotRequired);
    assert!(year.standing_text.contains("did not apply"), "{}", year.standing_text);
}

#[test]
fn a_monitor_sees_what_would_move_and_changes_nothing() {
    let mut stage = stage(PRESET);
    let subject = stage.enrol("S-001");
    let record = dosing(&stage, subject);
    let mut stage = stage.sit_down(Role::Monitor);
    let change = form(subject, moved_to(record, "2024-08-28"), "as the chart says");
    assert!(!stage.clinic.preview_course(&change, &now("2024-09-10")).unwrap().moved.is_empty());
    assert!(stage.clinic.change_course(&change, &now("2024-09-10")).is_err());
}

fn withdraws(record: Option<RecordId>, of: &[ConsentPart], until: &str) -> CourseChange {
    CourseChange::Withdrawal {
        record,
        of: of.to_vec(),
        on: "2024-10-15".into(),
        until_on: until.into(),
        by: GivenBy::Parent,
        document: "3.1".into(),
        samples: None,
        samples_on: String::new(),
    }
}

#[test]
fn who_no_longer_agrees_to_samples_is_seen_and_not_pricked_until_they_agree_again() {
    let mut stage = stage(PRESET);
    let subject = stage.enrol("S-001");
    let today = now("2024-11-01");
    let nothing = stage.clinic.change_course(&form(subject, withdraws(None, &[], ""), "told"), &today).unwrap();
    assert_eq!(nothing.problems[0].place, "of");
    let change = form(subject, withdraws(None, &[ConsentPart::FurtherSamples], ""), "the mother signed");
    assert_eq!(stage.clinic.change_course(&change, &today).unwrap().subject, Some(subject));
    let page = stage.clinic.subject(subject, &today).unwrap();
    assert!(
        page.withdrawals[0].holds && page.withdrawals[0].text.contains("further samples"),
        "{:?}",
        page.withdrawals
    );
    let month = line(&page, "visit:M3");
    assert!(month.tasks.iter().all(|task| !task.contains("Blood")), "{:?}", month.tasks);
    assert!(month.explanation.contains("withdrew"), "{}", month.explanation);
    let asked = VisitAsked { subject, on: "2024-11-30".into(), code: Some("M3".into()), also: None };
    let plan = stage.clinic.plan_visit(&asked, &now("2024-11-30")).unwrap();
    assert!(plan.forms.iter().any(|form| form.kind == "vital-status"));
    assert!(plan.forms.iter().all(|form| form.kind != "blood-count"));
    assert!(plan.withdrawn[0].contains("further samples"));
    // A visit made before they were withdrawn is written down with the samples that were taken.
    let before = VisitAsked { subject, on: "2024-10-14".into(), code: Some("M1".into()), also: None };
    let plan = stage.clinic.plan_visit(&before, &today).unwrap();
    assert!(plan.forms.iter().any(|form| form.kind == "blood-count") && plan.withdrawn.is_empty());
    let again = form(
        subject,
        withdraws(Some(page.withdrawals[0].record), &[ConsentPart::FurtherSamples], "2024-11-20"),
        "agreed again",
    );
    stage.clinic.change_course(&again, &now("2024-11-21")).unwrap();
    let plan = stage.clinic.plan_visit(&asked, &now("2024-11-30")).unwrap();
    assert!(plan.forms.iter().any(|form| form.kind == "blood-count") && plan.withdrawn.is_empty());
}

#[test]
fn who_no_longer_agrees_to_visits_or_to_be_looked_for_is_left_in_peace() {
    let mut stage = stage(PRESET);
    let subject = stage.enrol("S-001");
    let today = now("2025-06-01");
    let parts = [ConsentPart::FurtherVisits, ConsentPart::Contact];
    let change = form(subject, withdraws(None, &parts, ""), "they move abroad");
    let preview = stage.clinic.preview_course(&change, &today).unwrap();
    assert!(keys(&preview, MovedKind::Changed) > 20 && keys(&preview, MovedKind::Gone) == 1, "{:#?}", preview.moved);
    stage.clinic.change_course(&change, &today).unwrap();
    let page = stage.clinic.subject(subject, &today).unwrap();
    // What was missed before stays missed, and says since when nobody can make up for it.
    let (over, ahead): (Vec<&VisitLine>, Vec<&VisitLine>) =
        page.visits.iter().partition(|line| line.latest_on < "2024-10-15".parse().unwrap());
    assert!(!over.is_empty() && over.iter().all(|line| line.standing == Standing::Missed), "{over:#?}");
    assert!(over[0].standing_text.contains("further visits on 15 Oct 2024"), "{}", over[0].standing_text);
    assert!(ahead.iter().all(|line| line.standing == Standing::NotRequired), "{ahead:#?}");
    assert!(line(&page, "visit:M12").standing_text.contains("withdrew"));
}

#[test]
fn what_was_said_to_be_missed_and_a_move_to_another_version_are_taken_back() {
    let mut stage = stage(PRESET);
    let subject = stage.enrol("S-001");
    let today = now("2025-06-10");
    let missing = clinic::wire::visit::Missing { subject, obligation: "visit:M6".into(), because: "travelling".into() };
    stage.clinic.declare_missed(&missing, &today).unwrap();
    let page = stage.clinic.subject(subject, &today).unwrap();
    assert!(matches!(line(&page, "visit:M6").standing, Standing::Missed));
    assert!(page.missed[0].label.contains("Month 6") && page.missed[0].because == "travelling");
    let change = form(subject, CourseChange::NoMissed { record: page.missed[0].record }, "they came after all");
    stage.clinic.change_course(&change, &today).unwrap();
    let page = stage.clinic.subject(subject, &today).unwrap();
    assert!(page.missed.is_empty() && matches!(line(&page, "visit:M6").standing, Standing::Overdue { .. }));

    let second = stage.clinic.adopt_protocol(&amended(), &now("2025-01-02")).unwrap();
    let moves = |on: &str| CourseChange::Amendment {
        protocol: second.clone(),
        moves_on: on.into(),
        reconsented_on: "2025-02-01".into(),
        without_consent: false,
    };
    // The year was typed wrong.
    stage.clinic.change_course(&form(subject, moves("2062-02-01"), "re-consented"), &today).unwrap();
    let course = stage.clinic.course(subject, &today).unwrap();
    let record = course.versions[1].record.unwrap();
    let back = form(subject, CourseChange::NoAmendment { record }, "2062 was a slip");
    stage.clinic.change_course(&back, &today).unwrap();
    let course = stage.clinic.course(subject, &today).unwrap();
    assert_eq!((course.versions.len(), course.offers.len()), (1, 1), "and the version is offered again");
    let again = stage.clinic.change_course(&form(subject, moves("2025-02-01"), "re-consented"), &today).unwrap();
    assert!(again.subject.is_some(), "{:?}", again.problems);
}

#[test]
fn a_further_dosing_shows_what_it_restarts_before_it_is_kept() {
    let mut stage = stage(PRESET);
    let subject = stage.enrol("S-001");
    let today = now("2026-03-10");
    // The registry counts from the last dosing.
    let protocol = stage.clinic.adopt_protocol(TRACK, &now("2024-09-01")).unwrap();
    let (from_on, none) = ("2024-08-31".into(), String::new);
    let track = CourseChange::Track { record: None, protocol, from_on, until_on: none(), clinic: none() };
    stage.clinic.change_course(&form(subject, track, ""), &now("2024-09-02")).unwrap();
    let second = |on: &str| clinic::wire::enrol::DosingForm {
        on: on.into(),
        outcome: Some(DosingOutcome::Complete),
        ..clinic::wire::enrol::DosingForm::default()
    };
    let lines = stage.lines();
    let preview = stage.clinic.preview_dosing(subject, &second("2026-03-02"), &today).unwrap();
    assert!(preview.problems.is_empty() && !preview.moved.is_empty(), "{preview:?}");
    assert_eq!(stage.lines(), lines, "looking writes nothing");
    let before: Vec<VisitLine> = stage.clinic.subject(subject, &today).unwrap().visits;
    stage.clinic.record_dosing(subject, &second("2026-03-02"), &today).unwrap();
    let after = stage.clinic.subject(subject, &today).unwrap().visits;
    // What was told is what came.
    let differs = |line: &VisitLine| before.iter().all(|was| was.key != line.key || was.latest_on != line.latest_on);
    let changed = after.iter().filter(|line| differs(line)).count();
    let (added, moved) = (keys(&preview, MovedKind::Added), keys(&preview, MovedKind::Moved));
    assert_eq!(added + moved, changed, "{preview:#?}");
    let ahead = stage.clinic.preview_dosing(subject, &second("2026-04-02"), &today).unwrap();
    assert!(ahead.moved.is_empty() && ahead.problems[0].code == "future-date", "{ahead:?}");
}

#[test]
fn whoever_is_not_to_be_called_is_listed_as_a_visit_with_the_note_and_no_script_is_made() {
    let mut stage = stage(PRESET);
    let subject = stage.enrol("S-001");
    // Year 6 is a telephone call first.
    let today = now("2030-08-31");
    let row = |stage: &Stage| {
        let asked = TodayAsked { limit: 500, ..TodayAsked::default() };
        let rows = stage.clinic.worklist(&asked, &today).unwrap().rows;
        rows.into_iter().find(|row| row.key == "visit:Y6").unwrap()
    };
    let before = row(&stage);
    assert_eq!((before.action, before.uncalled.as_str()), (WorkAction::RecordCall, ""));
    let call = |kind| CallAsked {
        subject,
        key: "visit:Y6".into(),
        kind,
        paper: PaperSize::A4,
        language: String::new(),
        folder: String::new(),
    };
    assert!(stage.clinic.print_call(&call(CallKind::Script), &today).is_ok());
    let change = form(subject, withdraws(None, &[ConsentPart::Contact], ""), "the mother wrote");
    stage.clinic.change_course(&change, &today).unwrap();
    let after = row(&stage);
    assert_eq!(after.action, WorkAction::OpenVisit);
    assert!(after.uncalled.contains("15 Oct 2024"), "{}", after.uncalled);
    let plan = VisitAsked { subject, on: "2030-08-31".into(), code: Some("Y6".into()), also: None };
    let modes = stage.clinic.plan_visit(&plan, &today).unwrap().modes;
    assert_eq!(modes, [Mode::LocalLaboratory, Mode::Clinic]);
    for kind in [CallKind::Script, CallKind::Questionnaire] {
        let refused = stage.clinic.print_call(&call(kind), &today).unwrap_err();
        assert_eq!(refused.code, "not-to-be-called");
        assert_eq!(refused.args["since"], "15 Oct 2024");
    }
    let record = stage.clinic.subject(subject, &today).unwrap().withdrawals[0].record;
    let again = form(subject, withdraws(Some(record), &[ConsentPart::Contact], "2030-08-30"), "agreed again");
    stage.clinic.change_course(&again, &today).unwrap();
    assert_eq!(row(&stage).action, WorkAction::RecordCall);
    assert!(stage.clinic.print_call(&call(CallKind::Script), &today).is_ok());
}

#[test]
fn an_amendment_puts_everyone_on_the_list_until_it_is_decided_who_moves_and_who_stays() {
    let mut stage = stage(PRESET);
    let [one, two, three] = ["S-001", "S-002", "S-003"].map(|code| stage.enrol(code));
    let to_decide = |stage: &Stage, day: &str| {
        let asked = TodayAsked { limit: 500, ..TodayAsked::default() };
        let rows = stage.clinic.worklist(&asked, &now(day)).unwrap().rows.into_iter();
        rows.filter(|row| row.action == WorkAction::Decide).map(|row| (row.subject, row)).collect::<Vec<_>>()
    };
    // A list that was looked at before knows it as well.
    assert!(to_decide(&stage, "2025-01-02").is_empty());
    let reference = stage.clinic.adopt_protocol(&amended(), &now("2025-01-02")).unwrap();
    let rows = to_decide(&stage, "2025-01-02");
    assert_eq!(rows.iter().map(|(who, _)| *who).collect::<Vec<_>>(), [one, two, three]);
    let row = &rows[0].1;
    assert_eq!(
        (row.what.as_str(), row.key.as_str()),
        ("Decide on version 2.0 of the protocol", "version:fda-lentiviral-hsc-15y@2.0")
    );
    assert!(row.because.contains("2 Jan 2025") && row.because.contains("new consent"), "{}", row.because);
    // Nobody is late by it, and what has a last day stands before it.
    let list = stage.clinic.worklist(&TodayAsked { limit: 500, ..TodayAsked::default() }, &now("2025-02-20")).unwrap();
    let due: Vec<&str> = list.rows.iter().filter(|row| row.group == Group::Due).map(|row| row.key.as_str()).collect();
    assert_eq!(due, [vec!["visit:M6"; 3], vec!["version:fda-lentiviral-hsc-15y@2.0"; 3]].concat());
    let page = stage.clinic.subject(one, &now("2025-01-04")).unwrap();
    assert_eq!(line(&page, &row.key).standing, Standing::Waits { days: 2 });
    assert!(line(&page, &row.key).citation.is_some());
    let decides = |stage: &mut Stage, subject: SubjectId, moves_on: &str| {
        let change = CourseChange::Amendment {
            protocol: reference.clone(),
            moves_on: moves_on.into(),
            reconsented_on: if moves_on.is_empty() { String::new() } else { "2025-01-03".into() },
            without_consent: false,
        };
        let answer = stage.clinic.change_course(&form(subject, change, "decided"), &now("2025-01-04")).unwrap();
        assert_eq!(answer.subject, Some(subject), "{:?}", answer.problems);
    };
    decides(&mut stage, one, "2025-01-04");
    decides(&mut stage, two, "");
    assert_eq!(to_decide(&stage, "2025-01-05").iter().map(|(who, _)| *who).collect::<Vec<_>>(), [three]);
    // Who joins on the old text is asked, on the new one not.
    let mut enrols = |protocol: &str, code: &str| {
        let mut form = stage.form(code);
        (form.protocol, form.enrolled_on) = (protocol.to_owned(), "2025-01-06".into());
        form.dosing = None;
        stage.clinic.enrol(&form, &now("2025-01-06")).unwrap().subject.unwrap()
    };
    let old = enrols("fda-lentiviral-hsc-15y@1.0", "S-004");
    enrols(&reference, "S-005");
    let still: Vec<SubjectId> = to_decide(&stage, "2025-01-07").iter().map(|(who, _)| *who).collect();
    assert_eq!(still, [three, old]);
    // As known before it was adopted, nobody was to be decided on.
    stage.clinic.look_back("2025-01-01".parse().unwrap(), &now("2025-01-08")).unwrap();
    assert!(to_decide(&stage, "2025-01-01").is_empty());
}
