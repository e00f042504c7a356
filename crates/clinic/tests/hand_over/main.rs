//! A subject handed over from one site to another and back: two stores, one file between them.

#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "tests read files and stop at the first surprise")]

mod life;
mod refused;
#[path = "../site/mod.rs"]
mod site;

use std::path::PathBuf;

use clinic::Clinic;
use clinic::SubjectId;
use clinic::wire::calendar::AppointmentForm;
use clinic::wire::consent::GuardianForm;
use clinic::wire::course::{ConsentEntry, CourseChange, CourseForm};
use clinic::wire::page::AuditLine;
use clinic::wire::signal::FindingPage;
use clinic::wire::transfer::TransferOutForm;
use clinic::wire::visit::{Correction, VisitDraft};
use facts::fact::Status;
use facts::{Fact, FactKind, RecordId, Relation};
use life::*;
use site::{PASSPHRASE, Stage, empty, now, stage, visit};
use store::{Cost, NewEntry, Pack, Store};

#[test]
fn what_follows_there_is_what_followed_here_and_every_line_is_found_again() {
    let (mut here, subject) = lived();
    let before = here.clinic.subject(subject, &now(DAY)).unwrap();
    let evidence = |pages: &[FindingPage]| -> Vec<(String, Vec<bool>, usize)> {
        let one = |page: &FindingPage| {
            let new = page.evidence.iter().map(|line| line.new).collect();
            (page.line.standing_text.clone(), new, page.handlings.len())
        };
        pages.iter().map(one).collect()
    };
    let judged = evidence(&findings(&here, subject, DAY));
    assert!(judged.iter().any(|(_, _, handled)| *handled > 0));
    let written = audit(&here, subject);
    let form = out_form(&here, subject, "Harbour", DAY);
    let path = hand_over(&mut here, &form);

    let mut there = empty("Harbour");
    let seen = there.clinic.look_at_pack(&asked(&path), &now(DAY)).unwrap();
    assert_eq!((seen.site.as_str(), seen.code.as_str(), seen.code_taken, seen.known), ("Stage", "S-001", false, false));
    assert!(seen.told.iter().any(|line| line.contains("3 protocol texts")), "{:#?}", seen.told);
    assert!(there.clinic.subject(subject, &now(DAY)).is_err(), "looking writes nothing");
    assert_eq!(take_over(&mut there, &path, "S-001", DAY).unwrap(), subject);

    let after = there.clinic.subject(subject, &now(DAY)).unwrap();
    same(&after, &before);
    assert_eq!(evidence(&findings(&there, subject, DAY)), judged, "what was judged stays judged");
    let clones = |stage: &Stage| {
        let page = stage.clinic.clonality(subject, &now(DAY)).unwrap();
        serde_json::json!([page.groups[0].answers, page.groups[0].clones, page.groups[0].plots])
    };
    assert_eq!(clones(&there), clones(&here));
    let told = audit(&there, subject);
    for line in written.iter().filter(|line| line.kind != FactKind::Identity) {
        let found: Vec<&AuditLine> = told.iter().filter(|told| told.handed_over.contains(&line.hash)).collect();
        let [found] = found.as_slice() else { panic!("{line:#?}") };
        assert!(found.handed_over.contains("Stage") && found.handed_over.contains(&line.author), "{found:?}");
        let same = |a: &AuditLine| (a.record, a.version, a.kind, a.what.clone(), a.reason.clone(), a.changes.len());
        assert_eq!(same(found), same(line));
        assert_ne!(found.hash, line.hash, "a line of its own");
    }
    assert!(after.transfers[0].text.contains("Taken over from Stage"), "{:?}", after.transfers);
    assert!(after.assessments.iter().all(|one| one.author == "Investigator (Stage)"));
    for stage in [&here, &there] {
        whole(stage);
    }
}

#[test]
fn who_is_handed_over_stays_readable_owes_nothing_and_may_come_back_by_a_status() {
    let (mut here, subject) = lived();
    let owed = |stage: &Stage, day: &str| {
        let page = stage.clinic.subject(subject, &now(day)).unwrap();
        page.visits.iter().filter(|line| format!("{:?}", line.standing).contains("Overdue")).count()
    };
    assert!(owed(&here, "2026-09-01") > 0);
    let form = out_form(&here, subject, "Harbour", DAY);
    hand_over(&mut here, &form);
    let page = here.clinic.subject(subject, &now("2027-09-01")).unwrap();
    assert_eq!((page.status, page.accounted.as_str()), (Status::Transferred, "transferred"));
    assert!(page.statuses.iter().any(|line| line.because.contains("Harbour") && line.because.contains("moved")));
    let after: Vec<_> = page.visits.iter().filter(|line| line.due_on > DAY.parse().unwrap()).collect();
    assert!(after.len() > 10 && after.iter().all(|line| format!("{:?}", line.standing).contains("NotRequired")));
    assert!(!page.assessments.is_empty());
    let back = clinic::wire::enrol::StatusForm {
        subject,
        status: Status::OnFollowUp,
        on: "2026-02-01".into(),
        because: "stayed after all".into(),
        call_off: false,
    };
    here.clinic.change_status(&back, &now("2026-02-01")).unwrap();
    assert!(owed(&here, "2027-09-01") > 0);
}

#[test]
fn names_go_along_only_when_asked_and_are_sealed_anew() {
    let (mut here, subject) = lived();
    let bare = out_form(&here, subject, "Harbour", DAY);
    let path = hand_over(&mut here, &bare);
    let holds = |bytes: &[u8]| bytes.windows(6).any(|seen| seen == b"MARKER");
    assert!(!holds(&std::fs::read(&path).unwrap()));
    let parts = Pack::read(&path, SECRET).unwrap().parts;
    assert!(parts.iter().all(|part| !holds(&part.bytes)), "not even when it is opened");
    assert!(!String::from_utf8_lossy(&parts[0].bytes).contains("sealed"), "nor under a key that stays here");
    let with = TransferOutForm {
        identity: true,
        path: here.folder.path().join("named").display().to_string(),
        ..out_form(&here, subject, "Harbour", DAY)
    };
    let path = hand_over(&mut here, &with);
    assert!(path.display().to_string().ends_with("named.perennial-handover"));
    assert!(!holds(&std::fs::read(&path).unwrap()));
    let mut there = empty("Harbour");
    take_over(&mut there, &path, "S-001", DAY).unwrap();
    assert_eq!(there.clinic.identity(subject).unwrap(), person());
    let kept = there.clinic.export_file(&now(DAY)).unwrap();
    let exported = there.folder.path().join("exports");
    assert!(!holds(&std::fs::read(kept.path).unwrap()));
    for file in std::fs::read_dir(exported.join("documents")).unwrap() {
        assert!(!holds(&std::fs::read(file.unwrap().path()).unwrap()), "no document keeps a name");
    }
    there.clinic.erase_identity(subject).unwrap();
    let refused = there.clinic.transfer_out(
        &TransferOutForm { identity: true, ..out_form(&there, subject, "Third", DAY) },
        Cost::practice(),
        &now(DAY),
    );
    assert_eq!(refused.unwrap_err().code, "store-identity-erased");
    assert!(!there.folder.path().join("out.perennial-handover").exists());
    whole(&there);
}

#[test]
fn who_comes_back_brings_only_what_is_new() {
    let (mut here, subject) = lived();
    let first = out_form(&here, subject, "Harbour", DAY);
    let path = hand_over(&mut here, &first);
    let mut there = empty("Harbour");
    take_over(&mut there, &path, "H-7", DAY).unwrap();
    let told = VisitDraft { because: "called".into(), ..visit(subject, "", "2026-02-10") };
    let review = there.clinic.review_visit(&told, &now("2026-02-10")).unwrap();
    assert!(review.may_save, "{:?}", review.problems);
    there.clinic.record_visit(&told, &now("2026-02-10")).unwrap();
    let page = there.clinic.subject(subject, &now("2026-02-11")).unwrap();
    assert_eq!(page.code, "H-7");
    let record = page.assessments.iter().find(|one| one.kind == "adverse-event").unwrap().record;
    let correction = Correction { subject, record, form: event("Myeloid leukaemia"), because: "review".into() };
    there.clinic.correct_record(&correction, &now("2026-02-11")).unwrap();
    let followed = there.clinic.subject(subject, &now(LATER)).unwrap();
    let back = out_form(&there, subject, "Stage", LATER);
    let path = hand_over(&mut there, &back);

    let lines = here.lines();
    let seen = here.clinic.look_at_pack(&asked(&path), &now(LATER)).unwrap();
    assert!(seen.known && seen.code == "S-001" && !seen.code_taken, "{seen:?}");
    take_over(&mut here, &path, "S-001", LATER).unwrap();
    // There: transfer, code, status, visit, correction. Here: transfer, code, status.
    assert_eq!(here.lines() - lines, 5 + 3);
    let returned = here.clinic.subject(subject, &now(LATER)).unwrap();
    assert_eq!((returned.code.as_str(), returned.status), ("S-001", Status::OnFollowUp));
    same(&returned, &followed);
    assert_eq!(here.clinic.identity(subject).unwrap(), person(), "what stayed here is still here");
    let corrected = audit(&here, subject);
    let versions: Vec<u32> = corrected.iter().filter(|line| line.record == record).map(|line| line.version).collect();
    assert_eq!(versions, [3, 2, 1]);

    // And once more: the other site knows what it wrote, and what it was given.
    let again = TransferOutForm { path: String::new(), ..out_form(&here, subject, "Harbour", LATER) };
    let path = hand_over(&mut here, &again);
    assert!(path.ends_with("handovers/S-001-handover.perennial-handover"), "{path:?}");
    let lines = there.lines();
    take_over(&mut there, &path, "H-7", LATER).unwrap();
    // Here since: status and transfer out, transfer in, code, status in. There: transfer, code, status.
    assert_eq!(there.lines() - lines, 5 + 3);
    assert_eq!(there.clinic.subject(subject, &now(LATER)).unwrap().code, "H-7");
    // A third site gets lines that came through two others, each with its own hash.
    let on = out_form(&there, subject, "Third", LATER);
    let path = hand_over(&mut there, &TransferOutForm { path: format!("{}3", on.path), ..on });
    let mut third = empty("Third");
    take_over(&mut third, &path, "S-001", LATER).unwrap();
    let through = audit(&third, subject);
    assert!(through.iter().any(|line| line.handed_over.contains("Harbour") && line.handed_over.contains("Stage")));
    for stage in [&here, &there, &third] {
        whole(stage);
    }
}

#[test]
fn a_file_with_other_peoples_results_stays_and_the_store_that_misses_it_is_whole() {
    let mut here = stage(PRESET);
    let (subject, _) = (here.enrol("S-001"), here.enrol("S-002"));
    table(&mut here, subject, &["S-001", "S-002"]);
    let form = out_form(&here, subject, "Harbour", DAY);
    let done = here.clinic.transfer_out(&form, Cost::practice(), &now(DAY)).unwrap();
    assert!(done.told.iter().any(|line| line.contains("One laboratory file stays here")), "{:#?}", done.told);
    let path = PathBuf::from(done.path);
    for part in Pack::read(&path, SECRET).unwrap().parts {
        assert!(!String::from_utf8_lossy(&part.bytes).contains("S-002"), "{}", part.name);
    }
    let mut there = empty("Harbour");
    take_over(&mut there, &path, "S-001", DAY).unwrap();
    whole(&there);
    there.clinic.export_file(&now(DAY)).unwrap();
    let clones = there.clinic.clonality(subject, &now(DAY)).unwrap();
    assert_eq!(clones.groups[0].clone_count, 2, "the subject's own sites came along");
    let on = out_form(&there, subject, "Third", DAY);
    let path = hand_over(&mut there, &on);
    let mut third = empty("Third");
    take_over(&mut third, &path, "S-001", DAY).unwrap();
    whole(&third);
    let back = TransferOutForm { path: format!("{}-back", on.path), ..out_form(&there, subject, "Stage", LATER) };
    let path = hand_over(&mut there, &back);
    take_over(&mut here, &path, "S-001", LATER).unwrap();
    whole(&here);
}

#[test]
fn what_one_site_booked_is_in_no_calendar_of_the_other() {
    let (mut here, subject) = lived();
    let booked = AppointmentForm {
        subject: Some(subject),
        visits: vec!["visit:M18".into()],
        on: "2026-02-12".into(),
        at: "10:30".into(),
        minutes: "60".into(),
        despite: true,
        ..AppointmentForm::default()
    };
    here.clinic.plan_appointment(&booked, &now(DAY)).unwrap().record.unwrap();
    let form = out_form(&here, subject, "Harbour", DAY);
    let done = here.clinic.transfer_out(&form, Cost::practice(), &now(DAY)).unwrap();
    assert!(done.told.iter().any(|line| line.starts_with("One appointment here")), "{:#?}", done.told);
    let path = PathBuf::from(done.path);
    let mut there = empty("Harbour");
    let seen = there.clinic.look_at_pack(&asked(&path), &now(DAY)).unwrap();
    assert!(seen.told.iter().any(|line| line.starts_with("One appointment that the sending")), "{:#?}", seen.told);
    take_over(&mut there, &path, "S-001", DAY).unwrap();
    let open = |stage: &Stage| {
        let month = stage.clinic.calendar_month("2026-02-01", &now(DAY)).unwrap();
        month.appointments.iter().filter(|line| line.state == facts::AppointmentState::Planned).count()
    };
    assert_eq!((open(&here), open(&there)), (1, 0));
    let back = out_form(&there, subject, "Stage", LATER);
    let path = hand_over(&mut there, &back);
    take_over(&mut here, &path, "S-001", LATER).unwrap();
    assert_eq!(open(&here), 1, "who comes back finds what was booked");
    assert!(here.clinic.subject(subject, &now(LATER)).unwrap().conflicts.is_empty());
}

/// Writes lines beside the use cases, as another laptop or a newer program would.
fn beside(stage: Stage, subject: SubjectId, lines: Vec<NewEntry>) -> Stage {
    let Stage { folder, clinic, protocol } = stage;
    drop(clinic);
    let path = folder.path().join("site.perennial");
    let (mut store, _) = Store::open(&path, "investigator", PASSPHRASE).unwrap();
    store.append(Some(subject), lines, |_| None).unwrap();
    drop(store);
    let unlocking = clinic::wire::start::Unlocking {
        path: path.display().to_string(),
        login: "investigator".into(),
        passphrase: PASSPHRASE.into(),
    };
    Stage { folder, clinic: Clinic::unlock(&unlocking, "en").unwrap(), protocol }
}

#[test]
fn what_a_newer_program_wrote_and_what_two_people_wrote_at_once_come_along() {
    let (here, subject) = lived();
    let written = audit(&here, subject);
    let visit = written.iter().find(|line| line.kind == FactKind::Visit).unwrap();
    let record: RecordId = visit.record;
    let at = now("2025-08-01").stamp;
    let author = here.clinic.author().clone();
    let line = |record, supersedes, fact| NewEntry {
        record,
        supersedes,
        author: author.clone(),
        at: at.clone(),
        reason: Some("beside".into()),
        taken: None,
        fact,
    };
    let said = |note: &str| {
        Fact::from_payload(&format!(
            r#"{{"fact":"visit","code":"M1","on":"2024-09-29","mode":"clinic","note":"{note}"}}"#
        ))
        .unwrap()
    };
    let newer = Fact::from_payload(r#"{"fact":"scan","of":"brain","depth":3}"#).unwrap();
    let lines = vec![
        line(None, None, newer),
        line(Some(record), Some(visit.entry), said("one")),
        line(Some(record), Some(visit.entry), said("two")),
    ];
    let mut here = beside(here, subject, lines);
    let before = here.clinic.subject(subject, &now(DAY)).unwrap();
    assert_eq!(before.conflicts, [record]);
    let form = out_form(&here, subject, "Harbour", DAY);
    let path = hand_over(&mut here, &form);
    let mut there = empty("Harbour");
    let seen = there.clinic.look_at_pack(&asked(&path), &now(DAY)).unwrap();
    assert!(seen.told.iter().any(|line| line.contains("newer version")), "{:#?}", seen.told);
    take_over(&mut there, &path, "S-001", DAY).unwrap();
    let after = there.clinic.subject(subject, &now(DAY)).unwrap();
    same(&after, &before);
    let export = there.clinic.export_file(&now(DAY)).unwrap();
    let text = std::fs::read_to_string(export.path).unwrap();
    assert!(text.contains(r#""depth":3"#) && text.contains(r#""fact":"scan""#), "kept as it is");
    whole(&there);
}

#[test]
fn guardians_without_names_sign_get_a_name_and_nobody_is_lost_on_the_way_back() {
    let (mut here, subject) = lived();
    let guardian = |id, name: &str, because: &str| GuardianForm {
        subject,
        guardian: id,
        relation: Relation::Mother,
        name: name.into(),
        telephone: String::new(),
        email: String::new(),
        address: String::new(),
        from_on: String::new(),
        until_on: String::new(),
        lives_with: true,
        may_decide: true,
        because: because.into(),
    };
    here.clinic.keep_guardian(&guardian(None, "Mother Here", ""), &now(DAY)).unwrap();
    let id = here.clinic.identity(subject).unwrap().guardians[0].id;
    let bare = out_form(&here, subject, "Harbour", DAY);
    let path = hand_over(&mut here, &bare);
    let mut there = empty("Harbour");
    take_over(&mut there, &path, "S-001", DAY).unwrap();
    assert!(there.clinic.identity(subject).unwrap().guardians.is_empty(), "names stay here");
    // She signs before anybody wrote her name down.
    let entry = ConsentEntry {
        record: None,
        kind: facts::ConsentKind::Consent,
        form: String::new(),
        version: "2.0".into(),
        on: "2026-02-03".into(),
        relation: None,
        guardian: Some(id),
        language: "en".into(),
        copy_given: true,
        witness: false,
        interpreter: false,
        declined: false,
    };
    let form = CourseForm { subject, change: CourseChange::Consent(entry), because: "signed at home".into() };
    let signed = there.clinic.change_course(&form, &now("2026-02-03")).unwrap();
    assert!(signed.subject.is_some(), "{:?}", signed.problems);
    // Her name comes after, and somebody new beside her.
    let named =
        there.clinic.keep_guardian(&guardian(Some(id), "Mother There", "told today"), &now("2026-02-03")).unwrap();
    assert!(named.subject.is_some(), "{:?}", named.problems);
    let aunt = GuardianForm { relation: Relation::OtherRelative, ..guardian(None, "Aunt There", "") };
    there.clinic.keep_guardian(&aunt, &now("2026-02-03")).unwrap();
    let names = |stage: &Stage| -> Vec<String> {
        stage.clinic.identity(subject).unwrap().guardians.into_iter().map(|one| one.name).collect()
    };
    assert_eq!(names(&there), ["Mother There", "Aunt There"]);
    assert_eq!(there.clinic.identity(subject).unwrap().guardians[0].id, id, "the same person");
    // Back with names: whom only the first site knew stays.
    here.clinic.keep_guardian(&guardian(None, "Foster Here", ""), &now("2026-02-04")).unwrap();
    let back = TransferOutForm { identity: true, ..out_form(&there, subject, "Stage", LATER) };
    let path = hand_over(&mut there, &back);
    take_over(&mut here, &path, "S-001", LATER).unwrap();
    assert_eq!(names(&here), ["Mother There", "Aunt There", "Foster Here"]);
    whole(&here);
}
