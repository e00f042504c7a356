//! What a coordinator waits for: a visit with five forms saved durably, the store after unlocking, the first page
//! of *Today*, one person's page. All through the use cases, on the practice study. Numbers: docs/performance.md.

#![allow(clippy::unwrap_used, reason = "a measurement that cannot be set up has nothing to measure")]

use std::path::PathBuf;

use assess::{Entered, EnteredForm};
use clinic::wire::calendar::AppointmentForm;
use clinic::wire::enrol::{DosingForm, EnrolForm};
use clinic::wire::start::Unlocking;
use clinic::wire::today::TodayAsked;
use clinic::wire::visit::{TaskForm, VisitDraft};
use clinic::{Clinic, Now, SubjectId};
use divan::{Bencher, black_box};
use facts::fact::{DosingOutcome, Mode};
use tempfile::TempDir;

fn main() {
    divan::main();
}

fn now() -> Now {
    clinic::now_of("2031-05-02T09:00:00+08:00", 1_935_451_200_000)
}

fn study() -> (TempDir, PathBuf, Clinic) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("practice.perennial");
    let clinic = practice::create(&path, practice::SEED, practice::PEOPLE, "en", &now()).unwrap();
    (folder, path, clinic)
}

fn form(kind: &str, fields: &[(&str, &str, &str)]) -> TaskForm {
    let entered = |text: &str, unit: &str| Entered { text: text.into(), unit: unit.into(), ..Entered::default() };
    let fields = fields.iter().map(|(key, text, unit)| ((*key).to_owned(), entered(text, unit))).collect();
    let form = EnteredForm { kind: kind.into(), collected_on: "2031-05-02".into(), fields, ..EnteredForm::default() };
    TaskForm { task: String::new(), form }
}

/// Five forms as they are filled at a visit.
fn visit(subject: SubjectId) -> VisitDraft {
    let cells = "10*9/L";
    VisitDraft {
        subject,
        code: String::new(),
        also: Vec::new(),
        on: "2031-05-02".into(),
        mode: Some(Mode::Clinic),
        note: "as always".into(),
        forms: vec![
            form("vital-status", &[("status", "alive", ""), ("as-of", "2031-05-02", ""), ("source", "seen", "")]),
            form(
                "growth",
                &[("weight", "31.5", "kg"), ("length-or-height", "135", "cm"), ("measured", "standing", "")],
            ),
            form(
                "blood-count",
                &[
                    ("wbc", "6.1", cells),
                    ("neutrophils", "3.2", cells),
                    ("platelets", "250", cells),
                    ("haemoglobin", "130", "g/L"),
                ],
            ),
            form("shedding", &[("matrix", "urine", ""), ("assay", "qpcr", ""), ("result", "120", "{copies}/mL")]),
            form("rcr-rcl", &[("archived", "archived-untested", "")]),
        ],
        because: "measured".into(),
        signature_passphrase: String::new(),
    }
}

#[divan::bench(sample_count = 60, sample_size = 1)]
fn save_a_visit_with_five_forms(bencher: Bencher<'_, '_>) {
    let (_folder, _, mut clinic) = study();
    let subject = clinic.subject_of_code("S-006").unwrap();
    bencher.bench_local(|| clinic.record_visit(&visit(subject), &now()).unwrap());
}

#[divan::bench(sample_count = 60)]
fn first_page_of_today(bencher: Bencher<'_, '_>) {
    let (_folder, _, clinic) = study();
    bencher.bench_local(|| {
        black_box(clinic.worklist(&TodayAsked { limit: 50, ..TodayAsked::default() }, &now())).unwrap()
    });
}

/// A large and busy site: 5,000 children dosed within the last ten weeks, so that every one has work on the list.
fn large_site() -> (TempDir, Clinic) {
    site_of(5_000, 70, None)
}

/// So many children, dosed within so many days; enrolled with their dosing, or all on one day later on.
fn site_of(people: i32, within: i32, enrolled_on: Option<&str>) -> (TempDir, Clinic) {
    let folder = tempfile::tempdir().unwrap();
    let mut clinic = practice::empty(&folder.path().join("large.perennial"), "en", &now()).unwrap();
    let protocol = clinic.protocols().unwrap().into_iter().find(|line| line.adopted).unwrap().reference;
    let first = facts::CivilDate::new(2031, 5, 1).unwrap().plus_days(-within);
    for number in 0..people {
        let dosed_on = first.plus_days(number % within).to_string();
        let form = EnrolForm {
            code: format!("S-{number:05}"),
            sex: Some(facts::Sex::Female),
            born_on: first.plus_days(number % within - 1_500).to_string(),
            enrolled_on: enrolled_on.map_or_else(|| dosed_on.clone(), str::to_owned),
            language: "en".into(),
            protocol: protocol.clone(),
            dosing: Some(DosingForm { on: dosed_on, outcome: Some(DosingOutcome::Complete), ..DosingForm::default() }),
            because: "measured".into(),
            ..EnrolForm::default()
        };
        let enrolled = clinic.enrol(&form, &now()).unwrap();
        assert!(enrolled.subject.is_some(), "{:?}", enrolled.problems);
    }
    (folder, clinic)
}

#[divan::bench(sample_count = 60)]
fn first_page_of_today_at_5000_subjects(bencher: Bencher<'_, '_>) {
    let (_folder, clinic) = large_site();
    bencher.bench_local(|| {
        black_box(clinic.worklist(&TodayAsked { limit: 50, ..TodayAsked::default() }, &now())).unwrap()
    });
}

/// 20,000 people in the first eleven years of their follow-up, who all came to this site a week ago, so that nothing
/// earlier is asked: one is seen, and the list is fresh. The disk's time to keep the visit is in it.
#[divan::bench(sample_count = 60, sample_size = 1)]
fn change_to_fresh_worklist_at_20000_subjects(bencher: Bencher<'_, '_>) {
    let (_folder, mut clinic) = site_of(20_000, 4_000, Some("2031-04-25"));
    let subject = clinic.subject_of_code("S-00007").unwrap();
    let asked = TodayAsked { limit: 50, ..TodayAsked::default() };
    black_box(clinic.worklist(&asked, &now())).unwrap();
    bencher.bench_local(|| {
        let saved = clinic.record_visit(&VisitDraft { forms: Vec::new(), ..visit(subject) }, &now());
        black_box(saved).unwrap();
        black_box(clinic.worklist(&asked, &now())).unwrap()
    });
}

/// A month of a large and busy site: 800 people have a date in it, everybody else still wants one.
#[divan::bench(sample_count = 60)]
fn month_calendar_at_5000_subjects(bencher: Bencher<'_, '_>) {
    let (_folder, clinic) = booked_site();
    let month = clinic.calendar_month("", &now()).unwrap();
    assert_eq!(month.appointments.len(), 800);
    bencher.bench_local(|| black_box(clinic.calendar_month("", &now())).unwrap());
}

#[divan::bench(sample_count = 30)]
fn year_calendar_at_5000_subjects(bencher: Bencher<'_, '_>) {
    let (_folder, clinic) = booked_site();
    bencher.bench_local(|| black_box(clinic.calendar_year("", &now())).unwrap());
}

#[divan::bench(sample_count = 10)]
fn forecast_of_15_years_at_5000_subjects(bencher: Bencher<'_, '_>) {
    let (_folder, clinic) = large_site();
    bencher.bench_local(|| black_box(clinic.forecast(&now())).unwrap());
}

fn booked_site() -> (TempDir, Clinic) {
    let (folder, mut clinic) = large_site();
    for number in 0..800_u16 {
        let form = AppointmentForm {
            subject: Some(clinic.subject_of_code(&format!("S-{number:05}")).unwrap()),
            visits: vec!["visit:M3".into()],
            on: format!("2031-05-{:02}", 5 + number % 25),
            at: format!("{:02}:{:02}", 8 + number % 9, number % 60),
            despite: true,
            ..AppointmentForm::default()
        };
        assert!(clinic.plan_appointment(&form, &now()).unwrap().record.is_some());
    }
    (folder, clinic)
}

#[divan::bench(sample_count = 60)]
fn one_persons_page(bencher: Bencher<'_, '_>) {
    let (_folder, _, clinic) = study();
    let subject = clinic.subject_of_code("S-006").unwrap();
    bencher.bench_local(|| black_box(clinic.subject(subject, &now())).unwrap());
}

/// The practice store's key costs little on purpose, so that this is the opening and not the derivation.
#[divan::bench(sample_count = 30)]
fn open_after_unlock(bencher: Bencher<'_, '_>) {
    let (_folder, path, clinic) = study();
    drop(clinic);
    let asked = Unlocking {
        path: path.display().to_string(),
        login: practice::LOGIN.into(),
        passphrase: practice::PASSPHRASE.into(),
    };
    bencher.bench_local(|| Clinic::unlock(&asked, "en").unwrap());
}
