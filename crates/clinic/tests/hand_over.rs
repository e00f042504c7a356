//! A subject handed over from one site to another and back: two stores, one file between them.

#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "tests read files and stop at the first surprise")]

mod site;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use assess::{Entered, EnteredClosure, EnteredForm};
use clinic::wire::calendar::AppointmentForm;
use clinic::wire::course::{CourseChange, CourseForm};
use clinic::wire::import::{ImportForm, SampleChosen, TableAsked};
use clinic::wire::page::{AuditAsked, AuditLine, SubjectPage};
use clinic::wire::signal::{FindingPage, HandlingForm, SignalsAsked};
use clinic::wire::transfer::{PackAsked, TransferInForm, TransferOutForm};
use clinic::wire::visit::{Correction, TaskForm, VisitDraft};
use clinic::{Clinic, Identity, Refusal, SubjectId, go_on};
use facts::fact::{Action, ConsentPart, GivenBy, Status};
use facts::{Fact, FactKind, RecordId};
use proptest::prelude::*;
use site::{PASSPHRASE, Stage, empty, now, stage, visit};
use store::{Cost, NewEntry, Pack, Part, Store};

const PRESET: &str = "fda/lentiviral-hsc-15y";
const TRACK: &str = "tracks/cibmtr-genetically-modified-cells";
const SECRET: &str = "told by telephone";
const DAY: &str = "2026-01-20";
const LATER: &str = "2026-03-02";

fn person() -> Identity {
    let contact = facts::person::Contact { telephone: "+86 555 MARKER".into(), ..facts::person::Contact::default() };
    Identity { name: "Wang MARKER Xiaomei".into(), contacts: vec![contact], ..Identity::default() }
}

fn event(term: &str) -> EnteredForm {
    let told = [("term", term), ("category", "malignancy"), ("serious", "yes"), ("onset", "2024-09-20")];
    let entered = |value: &str| Entered { text: value.into(), codes: vec![value.into()], ..Entered::default() };
    let fields: BTreeMap<String, Entered> = told.iter().map(|(key, told)| ((*key).into(), entered(told))).collect();
    let (kind, collected_on) = ("adverse-event".to_owned(), "2024-09-25".to_owned());
    EnteredForm { kind, collected_on, closure: EnteredClosure::Answered, because: String::new(), fields }
}

/// The preset as its next version.
fn amended(text: &str) -> String {
    let amendment = "[amendment]\namends = \"1.0\"\neffective-on = \"2025-01-01\"\nreconsent = true\ncites = \"sponsor: values before dosing, so that later ones can be compared\"\n\n";
    text.replacen("version = \"1.0\"", "version = \"2.0\"", 1).replacen(
        "[product]",
        &format!("{amendment}[product]"),
        1,
    )
}

fn preset() -> &'static str {
    protocol::presets().into_iter().find(|(path, _)| path == PRESET).unwrap().1
}

fn change(stage: &mut Stage, subject: SubjectId, change: CourseChange, day: &str) {
    let form = CourseForm { subject, change, because: "as told".into() };
    let done = stage.clinic.change_course(&form, &now(day)).unwrap();
    assert_eq!(done.subject, Some(subject), "{:?}", done.problems);
}

/// A laboratory's table of one sample for each of the subjects.
fn table(stage: &mut Stage, subject: SubjectId, codes: &[&str]) {
    let path = stage.folder.path().join("sites.csv");
    let rows: String = codes.iter().map(|code| format!("chr3,5,+,MECOM,300,{code}\nchr2,9,-,B,200,{code}\n")).collect();
    std::fs::write(&path, format!("chr,pos,strand,gene,cells,sample\n{rows}")).unwrap();
    let laboratory = "Vector laboratory".into();
    let path = path.display().to_string();
    let mut table = TableAsked { path, association: String::new(), laboratory, mapping: None };
    let mut mapping = stage.clinic.look_at_table(&table).unwrap().mapping;
    (mapping.measure, mapping.build) = ("sonic-abundance".into(), "hg38".into());
    table.mapping = Some(mapping);
    let read = clinic::read_table(&table, &mut go_on).unwrap();
    let found = stage.clinic.samples_of_table(&read, subject, &now(DAY)).unwrap();
    let sample = |found: &clinic::wire::import::SampleFound| SampleChosen {
        name: found.name.clone(),
        subject_code: found.name.clone(),
        specimen: found.specimen.clone(),
        cell_type: found.cell_type.clone(),
        collected_on: "2025-03-01".into(),
        ..SampleChosen::default()
    };
    let samples = found.samples.iter().map(sample).collect();
    let packed = clinic::read_table(&table, &mut go_on).unwrap().pack(&mut go_on).unwrap();
    let form = ImportForm { table, sha256: found.sha256, samples, because: "as sent".into() };
    let kept = stage.clinic.import_sites(packed, &form, &now(DAY), &mut go_on).unwrap();
    assert_eq!(kept.samples as usize, codes.len(), "{:?}", kept.problems);
}

/// Somebody with a name, a signed visit, a corrected and a judged event, a table, a track, an amendment and a part of
/// the consent withdrawn.
fn lived() -> (Stage, SubjectId) {
    let mut stage = stage(PRESET);
    let mut form = stage.form("S-001");
    form.identity = person();
    let subject = stage.clinic.enrol(&form, &now("2024-08-31")).unwrap().subject.unwrap();
    let forms = vec![TaskForm { task: String::new(), form: event("Leukaemia") }];
    let draft = VisitDraft {
        forms,
        because: "told by telephone".into(),
        signature_passphrase: PASSPHRASE.into(),
        ..visit(subject, "M1", "2024-09-30")
    };
    stage.clinic.record_visit(&draft, &now("2024-09-30")).unwrap();
    let page = stage.clinic.subject(subject, &now("2024-10-02")).unwrap();
    let record = page.assessments.iter().find(|one| one.kind == "adverse-event").unwrap().record;
    let correction = Correction { subject, record, form: event("Acute leukaemia"), because: "pathology".into() };
    stage.clinic.correct_record(&correction, &now("2024-10-02")).unwrap();
    judge(&mut stage, subject, "2024-10-03");
    let reference = stage.clinic.adopt_protocol(&amended(preset()), &now("2025-01-02")).unwrap();
    let track = stage.clinic.adopt_protocol(TRACK, &now("2025-01-02")).unwrap();
    let none = String::new;
    let moves = CourseChange::Amendment {
        protocol: reference,
        moves_on: "2025-01-15".into(),
        reconsented_on: "2025-01-10".into(),
    };
    change(&mut stage, subject, moves, "2025-01-12");
    let beside = CourseChange::Track { record: None, protocol: track, from_on: "2024-08-31".into(), until_on: none() };
    change(&mut stage, subject, beside, "2025-01-12");
    let withdrawn = CourseChange::Withdrawal {
        record: None,
        of: vec![ConsentPart::StoredSamples],
        on: "2025-06-01".into(),
        until_on: none(),
        by: GivenBy::Parent,
        document: none(),
    };
    change(&mut stage, subject, withdrawn, "2025-06-02");
    table(&mut stage, subject, &["S-001"]);
    (stage, subject)
}

fn findings(stage: &Stage, subject: SubjectId, day: &str) -> Vec<FindingPage> {
    let asked = SignalsAsked { standing: String::new(), severity: None, subject: Some(subject) };
    let lines = stage.clinic.signals(&asked, &now(day)).unwrap();
    let keys = lines.iter().flat_map(|line| std::iter::once(&line.key).chain(line.others.iter().map(|one| &one.key)));
    keys.map(|key| stage.clinic.finding(subject, key, &now(day)).unwrap()).collect()
}

fn judge(stage: &mut Stage, subject: SubjectId, day: &str) {
    let key = findings(stage, subject, day)[0].line.key.clone();
    let form = HandlingForm {
        subject,
        key,
        action: Action::Reviewed,
        comment: "with the oncologist".into(),
        also: Vec::new(),
        sent: None,
        signature_passphrase: PASSPHRASE.into(),
    };
    stage.clinic.review_finding(&form, &now(day)).unwrap();
}

fn out_form(stage: &Stage, subject: SubjectId, to: &str, on: &str) -> TransferOutForm {
    let path = stage.folder.path().join("out.perennial-handover").display().to_string();
    let (site, on, because) = (to.to_owned(), on.to_owned(), "moved".to_owned());
    TransferOutForm { subject, site, on, because, passphrase: SECRET.into(), identity: false, path }
}

fn hand_over(stage: &mut Stage, form: &TransferOutForm) -> PathBuf {
    let done = stage.clinic.transfer_out(form, Cost::practice(), &now(&form.on)).unwrap();
    assert!(done.problems.is_empty(), "{:?}", done.problems);
    PathBuf::from(done.path)
}

fn asked(path: &Path) -> PackAsked {
    PackAsked { path: path.display().to_string(), passphrase: SECRET.into() }
}

fn take_over(stage: &mut Stage, path: &Path, code: &str, day: &str) -> Result<SubjectId, Refusal> {
    let form = TransferInForm { pack: asked(path), code: code.into() };
    let done = stage.clinic.transfer_in(&form, &now(day))?;
    Ok(done.subject.unwrap_or_else(|| panic!("{:?}", done.problems)))
}

fn audit(stage: &Stage, subject: SubjectId) -> Vec<AuditLine> {
    stage.clinic.audit(&AuditAsked { subject: Some(subject) }).unwrap()
}

/// What follows from a life, without who is told to have written it where and without the code, which is the site's.
fn follows(page: &SubjectPage) -> serde_json::Value {
    let assessed: Vec<_> = page
        .assessments
        .iter()
        .map(|one| (one.record, one.version, &one.title, one.collected_on, &one.visit_label, &one.recorded_at))
        .collect();
    let mut findings = serde_json::json!(page.findings);
    findings.as_array_mut().unwrap().iter_mut().for_each(|line| line["code"] = serde_json::Value::Null);
    serde_json::json!([
        page.visits,
        findings,
        page.contacts,
        page.charts,
        page.shedding,
        page.withdrawals,
        page.dosings,
        page.protocol,
        page.conflicts,
        page.accounted,
        assessed,
    ])
}

fn same(one: &SubjectPage, other: &SubjectPage) {
    let (one, other) = (follows(one), follows(other));
    for (at, (one, other)) in one.as_array().unwrap().iter().zip(other.as_array().unwrap()).enumerate() {
        let lines = |value: &serde_json::Value| value.as_array().cloned().unwrap_or_else(|| vec![value.clone()]);
        for (one, other) in lines(one).iter().zip(&lines(other)) {
            assert_eq!(one, other, "part {at}");
        }
        assert_eq!(one, other, "part {at}");
    }
}

fn whole(stage: &Stage) {
    let verdict = stage.clinic.verify(true).unwrap();
    assert!(verdict.ok, "{verdict:?}");
}

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
fn a_pack_is_taken_over_once_under_a_code_that_is_free() {
    let (mut here, subject) = lived();
    let form = out_form(&here, subject, "Harbour", DAY);
    let path = hand_over(&mut here, &form);
    let mut there = stage(PRESET);
    there.enrol("S-001");
    let seen = there.clinic.look_at_pack(&asked(&path), &now(DAY)).unwrap();
    assert!(seen.code_taken);
    let lines = there.lines();
    let form = TransferInForm { pack: asked(&path), code: "s-001 ".into() };
    let refused = there.clinic.transfer_in(&form, &now(DAY)).unwrap();
    assert_eq!((refused.subject, refused.problems[0].code.as_str()), (None, "duplicate-code"));
    assert_eq!(there.lines(), lines);
    take_over(&mut there, &path, "S-002", DAY).unwrap();
    assert_eq!(there.clinic.subject_of_code("S-002").unwrap(), subject);
    let twice = take_over(&mut there, &path, "S-003", LATER).unwrap_err();
    assert_eq!(twice.code, "pack-taken-over-already");
    assert_eq!(twice.args["code"], "S-002");
    assert!(twice.args["at"].contains("2026"), "{twice:?}");
}

#[test]
fn another_text_under_the_same_version_stops_and_a_real_store_takes_no_practice() {
    let (mut here, subject) = lived();
    let form = out_form(&here, subject, "Harbour", DAY);
    let path = hand_over(&mut here, &form);
    let mut there = empty("Harbour");
    let other = preset().replacen("after = \"P3M\"", "after = \"P2M\"", 1);
    assert_ne!(other, preset());
    there.clinic.adopt_protocol(&other, &now(DAY)).unwrap();
    let lines = there.lines();
    let refused = take_over(&mut there, &path, "S-001", DAY).unwrap_err();
    assert_eq!((refused.code.as_str(), refused.args["value"].ends_with("@1.0")), ("pack-protocol-differs", true));
    let parts = Pack::read(&path, SECRET).unwrap().parts;
    let real = there.folder.path().join("real.perennial-handover");
    Pack::write(&real, &parts, SECRET, clinic::key_cost(), false).unwrap();
    assert_eq!(take_over(&mut there, &real, "S-001", DAY).unwrap_err().code, "pack-of-practice");
    assert_eq!(there.lines(), lines);
}

#[test]
fn each_thing_that_is_wrong_with_a_file_is_told_and_nothing_is_written() {
    let (mut here, subject) = lived();
    let form = out_form(&here, subject, "Harbour", DAY);
    let path = hand_over(&mut here, &form);
    let there = empty("Harbour");
    let bytes = std::fs::read(&path).unwrap();
    let told = |bytes: &[u8], passphrase: &str| {
        let file = there.folder.path().join("came.perennial-handover");
        std::fs::write(&file, bytes).unwrap();
        let asked = PackAsked { passphrase: passphrase.into(), ..asked(&file) };
        there.clinic.look_at_pack(&asked, &now(DAY)).map(|_| "fine".to_owned()).unwrap_or_else(|refused| refused.code)
    };
    assert_eq!(told(&bytes, SECRET), "fine");
    assert_eq!(told(&bytes, "told by nobody"), "pack-wrong-passphrase");
    assert_eq!(told(&bytes[..bytes.len() / 2], SECRET), "pack-cut-off");
    let mut changed = bytes.clone();
    changed[bytes.len() / 2] ^= 1;
    assert_eq!(told(&changed, SECRET), "pack-changed");
    assert_eq!(told(b"chr,pos\n", SECRET), "not-a-pack");
    let missing = there.clinic.look_at_pack(&asked(Path::new("/nowhere/x")), &now(DAY)).unwrap_err();
    assert_eq!(missing.code, "pack-missing");
}

/// The pack as somebody who knows the passphrase would forge it.
fn forged(stage: &Stage, path: &Path, name: &str, forge: impl Fn(&mut Vec<Part>)) -> Result<String, Refusal> {
    let mut parts = Pack::read(path, SECRET).unwrap().parts;
    forge(&mut parts);
    let file = stage.folder.path().join(name);
    Pack::write(&file, &parts, SECRET, Cost::practice(), true).unwrap();
    stage.clinic.look_at_pack(&asked(&file), &now(DAY)).map(|seen| seen.code)
}

#[test]
fn a_record_that_its_hashes_do_not_prove_is_refused_also_with_the_passphrase() {
    let (mut here, subject) = lived();
    let form = out_form(&here, subject, "Harbour", DAY);
    let path = hand_over(&mut here, &form);
    let there = empty("Harbour");
    let text = |parts: &mut Vec<Part>, from: &str, to: &str| {
        let record = String::from_utf8(parts[0].bytes.clone()).unwrap();
        assert!(record.contains(from), "{from}");
        parts[0].bytes = record.replacen(from, to, 1).into_bytes();
    };
    assert_eq!(forged(&there, &path, "same", |_| {}).unwrap(), "S-001");
    for (name, from, to) in [
        ("payload", "Acute leukaemia", "Mild influenza"),
        (
            "author",
            "\"name\":\"Investigator\",\"role\":\"investigator\"},\"recorded_at\"",
            "\"name\":\"Nobody\",\"role\":\"investigator\"},\"recorded_at\"",
        ),
        ("moment", "2024-09-30T12:00:00", "2024-09-29T12:00:00"),
    ] {
        let refused = forged(&there, &path, name, |parts| text(parts, from, to));
        assert_eq!(refused.unwrap_err().code, "pack-changed", "{name}");
    }
    let document = |parts: &mut Vec<Part>| parts.last_mut().unwrap().bytes[0] ^= 1;
    assert_eq!(forged(&there, &path, "document", document).unwrap_err().code, "pack-changed");
    let without = |parts: &mut Vec<Part>| drop(parts.pop());
    assert_eq!(forged(&there, &path, "without", without).unwrap_err().code, "pack-changed");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]
    /// Whatever byte of the file is another: it is refused, and nothing is written.
    #[test]
    fn a_changed_byte_anywhere_takes_nobody_over(places in prop::collection::vec((any::<prop::sample::Index>(), 1_u8..=255), 1..4)) {
        let (bytes, there) = handed();
        let mut changed = bytes.clone();
        for (place, by) in &places {
            changed[place.index(bytes.len())] ^= *by;
        }
        prop_assume!(changed != *bytes);
        let file = there.join("changed.perennial-handover");
        std::fs::write(&file, &changed).unwrap();
        prop_assert!(Pack::read(&file, SECRET).is_err());
    }
}

/// One real pack for all cases.
fn handed() -> &'static (Vec<u8>, PathBuf) {
    static HANDED: std::sync::OnceLock<(Vec<u8>, PathBuf)> = std::sync::OnceLock::new();
    HANDED.get_or_init(|| {
        let (mut here, subject) = lived();
        let form = out_form(&here, subject, "Harbour", DAY);
        let bytes = std::fs::read(hand_over(&mut here, &form)).unwrap();
        (bytes, tempfile::tempdir().unwrap().keep())
    })
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
fn nothing_is_handed_over_without_site_reason_passphrase_and_a_day_that_came() {
    let (mut here, subject) = lived();
    let lines = here.lines();
    let form = TransferOutForm {
        site: " ".into(),
        because: String::new(),
        ..out_form(&here, subject, "Harbour", "2026-12-31")
    };
    let done = here.clinic.transfer_out(&form, Cost::practice(), &now(DAY)).unwrap();
    let codes: Vec<(&str, &str)> = done.problems.iter().map(|one| (one.place.as_str(), one.code.as_str())).collect();
    assert_eq!(codes, [("on", "future-date"), ("site", "needed"), ("because", "needed")]);
    let short = TransferOutForm { passphrase: "short".into(), ..out_form(&here, subject, "Harbour", DAY) };
    assert_eq!(
        here.clinic.transfer_out(&short, Cost::practice(), &now(DAY)).unwrap_err().code,
        "store-weak-passphrase"
    );
    let taken = out_form(&here, subject, "Harbour", DAY);
    std::fs::write(&taken.path, "a letter").unwrap();
    assert_eq!(here.clinic.transfer_out(&taken, Cost::practice(), &now(DAY)).unwrap_err().code, "file-exists");
    assert_eq!(std::fs::read_to_string(&taken.path).unwrap(), "a letter");
    assert_eq!(here.lines(), lines);
}
