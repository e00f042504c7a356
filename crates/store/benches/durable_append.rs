//! How long a person waits: one visit saved so that a power cut cannot take it, and a page of the worklist
//! of a site with 5,000 subjects. Numbers: docs/performance.md.
#![allow(clippy::unwrap_used, reason = "a measurement that cannot be set up has nothing to measure")]

use divan::Bencher;
use facts::fact::{Enrolment, Mode, Site, Visit};
use facts::{Author, CivilDate, Entry, Fact, Role, Sex, SubjectId};
use store::{Cost, NewEntry, NewUser, ObligationRow, Stamp, Store, SubjectRow, SubjectRows};
use tempfile::TempDir;

const PASSPHRASE: &str = "measured passphrase";
const SUBJECTS: u32 = 5_000;
const OBLIGATIONS: i32 = 40;

fn main() {
    divan::main();
}

fn stamp() -> Stamp {
    Stamp { at: "2031-05-02T09:00:00+08:00".into(), unix_millis: 1_935_000_000_000 }
}

fn store() -> (TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let admin = NewUser { login: "mei".into(), name: "Mei".into(), role: Role::Investigator };
    let site = Site { practice: true, ..Site::default() };
    let path = folder.path().join("site.perennial");
    let made = Store::create(&path, site, admin, PASSPHRASE, Cost::practice(), stamp()).unwrap();
    (folder, made.store)
}

fn new(fact: Fact) -> NewEntry {
    let author = Author { login: "mei".into(), name: "Mei".into(), role: Role::Investigator };
    NewEntry { record: None, supersedes: None, author, at: stamp(), reason: None, taken: None, fact }
}

fn enrolment(code: &str) -> NewEntry {
    new(Fact::Enrolment(Enrolment {
        code: code.into(),
        sex: Sex::Female,
        born_on: "2021-02-11".parse().unwrap(),
        gestation_weeks: None,
        consented_on: None,
        enrolled_on: "2024-08-01".parse().unwrap(),
        language: "en".into(),
        protocol: "p@1".into(),
    }))
}

fn visit() -> NewEntry {
    let on = "2025-03-01".parse().unwrap();
    new(Fact::Visit(Visit { code: Some("M6".into()), also: Vec::new(), on, mode: Mode::Clinic, note: "x".repeat(400) }))
}

/// A schedule of fifteen years: forty windows, most of them far ahead.
fn rows(subject: SubjectId, entries: &[Entry]) -> Option<SubjectRows> {
    let code = entries.iter().find_map(|entry| match &entry.fact {
        Fact::Enrolment(enrolment) => Some(enrolment.code.clone()),
        _ => None,
    })?;
    let first: CivilDate = "2024-09-01".parse().ok()?;
    let obligation = |number: i32| {
        let due_on = first.plus_days(number * 137);
        ObligationRow {
            subject,
            subject_code: code.clone(),
            key: format!("visit:{number}"),
            what: format!("{{\"is\":\"visit\",\"code\":\"V{number}\"}}"),
            earliest_on: due_on.plus_days(-14),
            due_on,
            latest_on: due_on.plus_days(14),
            settled: (number < 18).then(|| "{}".into()),
            tasks: "vital-status blood-count".into(),
            json: "j".repeat(600),
        }
    };
    let subject_row = SubjectRow {
        subject,
        code: code.clone(),
        sex: "female".into(),
        born_on: first,
        status: "on-follow-up".into(),
        protocol: "p@1".into(),
        language: "en".into(),
        first_dosed_on: Some(first),
        enrolled_on: first,
        first_earliest_on: None,
        first_due_on: None,
        first_latest_on: None,
        first_label: String::new(),
        open_findings: 0,
        worst_severity: String::new(),
    };
    let obligations = (0..OBLIGATIONS).map(obligation).collect();
    Some(SubjectRows {
        search: code,
        subject: subject_row,
        obligations,
        findings: Vec::new(),
        kits: Vec::new(),
        appointments: Vec::new(),
    })
}

/// A visit with its five forms, for a subject of twelve years, with the subject's rows replaced.
#[divan::bench(sample_count = 100, sample_size = 1)]
fn one_visit_of_six_entries(bencher: Bencher<'_, '_>) {
    let (_folder, mut store) = store();
    let subject = SubjectId(Store::new_record_id(&stamp()).0);
    let life = (0..300).map(|_| visit()).chain([enrolment("S-0001")]).collect();
    store.append(Some(subject), life, |entries| rows(subject, entries)).unwrap();
    bencher.with_inputs(|| (0..6).map(|_| visit()).collect::<Vec<_>>()).bench_local_values(|entries| {
        store.append(Some(subject), entries, |entries| rows(subject, entries)).unwrap();
    });
}

fn large_site() -> (TempDir, Store) {
    let (folder, mut store) = store();
    for number in 0..SUBJECTS {
        let subject = SubjectId(Store::new_record_id(&stamp()).0);
        store.append(Some(subject), vec![enrolment(&format!("S-{number:04}"))], |_| None).unwrap();
    }
    store.rebuild("bench", &mut rows).unwrap();
    (folder, store)
}

#[divan::bench(sample_count = 50, sample_size = 1)]
fn a_page_of_the_worklist(bencher: Bencher<'_, '_>) {
    let (_folder, store) = large_site();
    let horizon: CivilDate = "2031-07-01".parse().unwrap();
    bencher.bench_local(|| store.open_obligations(horizon, 100, 0).unwrap());
}

/// What a screen needs to sort and count everything by its own rules, and everybody's state beside it.
#[divan::bench(sample_count = 50, sample_size = 1)]
fn all_open_windows_and_subjects(bencher: Bencher<'_, '_>) {
    let (_folder, store) = large_site();
    let horizon: CivilDate = "2031-07-01".parse().unwrap();
    bencher.bench_local(|| (store.open_windows(horizon).unwrap(), store.subject_states().unwrap()));
}

#[divan::bench(sample_count = 20, sample_size = 1)]
fn opening_a_large_store(bencher: Bencher<'_, '_>) {
    let (_folder, store) = large_site();
    let path = store.path().to_owned();
    drop(store);
    bencher.bench_local(|| Store::open(&path, "mei", PASSPHRASE).unwrap());
}
