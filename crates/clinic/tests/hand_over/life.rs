//! Somebody's life at one site, and the use cases by which it goes to another.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use assess::{Entered, EnteredClosure, EnteredForm};
use clinic::wire::course::{CourseChange, CourseForm};
use clinic::wire::import::{ImportForm, SampleChosen, TableAsked};
use clinic::wire::page::{AuditAsked, AuditLine, SubjectPage};
use clinic::wire::signal::{FindingPage, HandlingForm, SignalsAsked};
use clinic::wire::transfer::{PackAsked, TransferInForm, TransferOutForm};
use clinic::wire::visit::{Correction, TaskForm, VisitDraft};
use clinic::{Identity, Refusal, SubjectId, go_on};
use facts::fact::{Action, ConsentPart, GivenBy};
use store::Cost;

use crate::site::{PASSPHRASE, Stage, now, stage, visit};

pub const PRESET: &str = "fda/lentiviral-hsc-15y";
pub const TRACK: &str = "tracks/cibmtr-genetically-modified-cells";
pub const SECRET: &str = "told by telephone";
pub const DAY: &str = "2026-01-20";
pub const LATER: &str = "2026-03-02";

pub fn person() -> Identity {
    let contact = facts::person::Contact { telephone: "+86 555 MARKER".into(), ..facts::person::Contact::default() };
    Identity { name: "Wang MARKER Xiaomei".into(), contacts: vec![contact], ..Identity::default() }
}

pub fn event(term: &str) -> EnteredForm {
    let told = [("term", term), ("category", "malignancy"), ("serious", "yes"), ("onset", "2024-09-20")];
    let entered = |value: &str| Entered { text: value.into(), codes: vec![value.into()], ..Entered::default() };
    let fields: BTreeMap<String, Entered> = told.iter().map(|(key, told)| ((*key).into(), entered(told))).collect();
    let (kind, collected_on) = ("adverse-event".to_owned(), "2024-09-25".to_owned());
    EnteredForm { kind, collected_on, closure: EnteredClosure::Answered, because: String::new(), fields }
}

/// The preset as its next version.
pub fn amended(text: &str) -> String {
    let amendment = "[amendment]\namends = \"1.0\"\neffective-on = \"2025-01-01\"\nreconsent = true\ncites = \"sponsor: values before dosing, so that later ones can be compared\"\n\n";
    text.replacen("version = \"1.0\"", "version = \"2.0\"", 1).replacen(
        "[product]",
        &format!("{amendment}[product]"),
        1,
    )
}

pub fn preset() -> &'static str {
    protocol::presets().into_iter().find(|(path, _)| path == PRESET).unwrap().1
}

pub fn change(stage: &mut Stage, subject: SubjectId, change: CourseChange, day: &str) {
    let form = CourseForm { subject, change, because: "as told".into() };
    let done = stage.clinic.change_course(&form, &now(day)).unwrap();
    assert_eq!(done.subject, Some(subject), "{:?}", done.problems);
}

/// A laboratory's table of one sample for each of the subjects.
pub fn table(stage: &mut Stage, subject: SubjectId, codes: &[&str]) {
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
pub fn lived() -> (Stage, SubjectId) {
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
        without_consent: false,
    };
    change(&mut stage, subject, moves, "2025-01-12");
    let from_on = "2024-08-31".into();
    let beside = CourseChange::Track { record: None, protocol: track, from_on, until_on: none(), clinic: none() };
    change(&mut stage, subject, beside, "2025-01-12");
    let withdrawn = CourseChange::Withdrawal {
        record: None,
        of: vec![ConsentPart::StoredSamples],
        on: "2025-06-01".into(),
        until_on: none(),
        by: GivenBy::Parent,
        document: none(),
        samples: None,
        samples_on: String::new(),
    };
    change(&mut stage, subject, withdrawn, "2025-06-02");
    table(&mut stage, subject, &["S-001"]);
    (stage, subject)
}

pub fn findings(stage: &Stage, subject: SubjectId, day: &str) -> Vec<FindingPage> {
    let asked = SignalsAsked { standing: String::new(), severity: None, subject: Some(subject) };
    let lines = stage.clinic.signals(&asked, &now(day)).unwrap();
    let keys = lines.iter().flat_map(|line| std::iter::once(&line.key).chain(line.others.iter().map(|one| &one.key)));
    keys.map(|key| stage.clinic.finding(subject, key, &now(day)).unwrap()).collect()
}

pub fn judge(stage: &mut Stage, subject: SubjectId, day: &str) {
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

pub fn out_form(stage: &Stage, subject: SubjectId, to: &str, on: &str) -> TransferOutForm {
    let path = stage.folder.path().join("out.perennial-handover").display().to_string();
    let (site, on, because) = (to.to_owned(), on.to_owned(), "moved".to_owned());
    TransferOutForm { subject, site, on, because, passphrase: SECRET.into(), identity: false, path, call_off: false }
}

pub fn hand_over(stage: &mut Stage, form: &TransferOutForm) -> PathBuf {
    let done = stage.clinic.transfer_out(form, Cost::practice(), &now(&form.on)).unwrap();
    assert!(done.problems.is_empty(), "{:?}", done.problems);
    PathBuf::from(done.path)
}

pub fn asked(path: &Path) -> PackAsked {
    PackAsked { path: path.display().to_string(), passphrase: SECRET.into() }
}

pub fn take_over(stage: &mut Stage, path: &Path, code: &str, day: &str) -> Result<SubjectId, Refusal> {
    let form = TransferInForm { pack: asked(path), code: code.into() };
    let done = stage.clinic.transfer_in(&form, &now(day))?;
    Ok(done.subject.unwrap_or_else(|| panic!("{:?}", done.problems)))
}

pub fn audit(stage: &Stage, subject: SubjectId) -> Vec<AuditLine> {
    stage.clinic.audit(&AuditAsked { subject: Some(subject) }).unwrap()
}

/// What follows from a life, without who is told to have written it where and without the code, which is the site's.
pub fn follows(page: &SubjectPage) -> serde_json::Value {
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

pub fn same(one: &SubjectPage, other: &SubjectPage) {
    let (one, other) = (follows(one), follows(other));
    for (at, (one, other)) in one.as_array().unwrap().iter().zip(other.as_array().unwrap()).enumerate() {
        let lines = |value: &serde_json::Value| value.as_array().cloned().unwrap_or_else(|| vec![value.clone()]);
        for (one, other) in lines(one).iter().zip(&lines(other)) {
            assert_eq!(one, other, "part {at}");
        }
        assert_eq!(one, other, "part {at}");
    }
}

pub fn whole(stage: &Stage) {
    let verdict = stage.clinic.verify(true).unwrap();
    assert!(verdict.ok, "{verdict:?}");
}
