//! A small practice store in a folder of its own, and a toy projection: the tests' stand-in for `clinic`.

use std::path::{Path, PathBuf};

use facts::fact::{Enrolment, Mode, Site, Visit};
use facts::{Appointment, AppointmentState, Author, Entry, Fact, Role, Sex, SubjectId};
use tempfile::TempDir;

use crate::{
    AppointmentRow, Cost, Creation, FindingRow, NewEntry, NewUser, ObligationRow, Rekeyed, Stamp, Store, SubjectRow,
    SubjectRows,
};

pub const PASSPHRASE: &str = "mild oysters at noon";

pub struct Place {
    pub folder: TempDir,
    pub path: PathBuf,
}

pub fn place() -> Place {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("site.perennial");
    Place { folder, path }
}

pub fn stamp(second: u64) -> Stamp {
    Stamp {
        at: format!("2031-05-02T{:02}:{:02}:{:02}+08:00", 9 + second / 3600, second / 60 % 60, second % 60),
        unix_millis: 1_935_000_000_000 + second * 1000,
    }
}

pub fn rekeyed() -> Rekeyed {
    Rekeyed { reason: "new passphrase".into(), at: stamp(5) }
}

pub fn practice_site() -> Site {
    Site { name: "North".into(), practice: true, ..Site::default() }
}

pub fn admin() -> NewUser {
    NewUser { login: "mei".into(), name: "Mei Lin".into(), role: Role::Investigator }
}

pub fn author() -> Author {
    let NewUser { login, name, role } = admin();
    Author { login, name, role }
}

pub fn create(path: &Path) -> Creation {
    Store::create(path, practice_site(), admin(), PASSPHRASE, Cost::practice(), stamp(0)).unwrap()
}

/// A store that is already open and whose kit is thrown away.
pub fn open_store(place: &Place) -> Store {
    create(&place.path).store
}

pub fn new(second: u64, fact: Fact) -> NewEntry {
    NewEntry { record: None, supersedes: None, author: author(), at: stamp(second), reason: None, taken: None, fact }
}

pub fn enrolment(code: &str) -> Fact {
    Fact::Enrolment(Enrolment {
        code: code.into(),
        sex: Sex::Female,
        born_on: "2021-02-11".parse().unwrap(),
        gestation_weeks: None,
        consented_on: None,
        enrolled_on: "2024-08-01".parse().unwrap(),
        language: "en".into(),
        protocol: "p@1".into(),
    })
}

pub fn visit(on: &str, note: &str) -> Fact {
    Fact::Visit(Visit { code: None, also: Vec::new(), on: on.parse().unwrap(), mode: Mode::Clinic, note: note.into() })
}

pub fn appointment(on: &str, at: &str) -> Fact {
    Fact::Appointment(Appointment {
        visits: Vec::new(),
        on: on.parse().unwrap(),
        at: at.parse().ok(),
        minutes: None,
        mode: Mode::Clinic,
        place: String::new(),
        note: String::new(),
        state: AppointmentState::Planned,
        sequence: 0,
        uid: None,
        aliases: Vec::new(),
    })
}

/// Enrols a subject and gives its identifier.
pub fn enrol(store: &mut Store, code: &str) -> SubjectId {
    let subject = SubjectId(Store::new_record_id(&stamp(1)).0);
    store.append(Some(subject), vec![new(1, enrolment(code))], |entries| rows(subject, entries)).unwrap();
    subject
}

/// One obligation and one finding a visit: enough to see that rows follow the ledger.
pub fn rows(subject: SubjectId, entries: &[Entry]) -> Option<SubjectRows> {
    let code = entries.iter().find_map(|entry| match &entry.fact {
        Fact::Enrolment(enrolment) => Some(enrolment.code.clone()),
        _ => None,
    })?;
    let visits = entries.iter().filter_map(|entry| match &entry.fact {
        Fact::Visit(visit) => Some((entry, visit)),
        _ => None,
    });
    let mut obligations = Vec::new();
    let mut findings = Vec::new();
    for (entry, visit) in visits {
        obligations.push(ObligationRow {
            subject,
            subject_code: code.clone(),
            key: format!("visit:{}", entry.id),
            what: "{}".into(),
            earliest_on: visit.on.plus_days(-7),
            due_on: visit.on,
            latest_on: visit.on.plus_days(7),
            settled: (visit.note == "settled").then(|| "{}".into()),
            tasks: "blood-count growth".into(),
            json: entry.fact.to_payload(),
        });
        findings.push(FindingRow {
            subject,
            subject_code: code.clone(),
            key: format!("seen:{}", entry.id),
            rule: "toy".into(),
            severity: "caution".into(),
            seen_on: visit.on,
            standing: "open".into(),
            open: visit.note != "settled",
            json: "{}".into(),
        });
    }
    let subject_row = SubjectRow {
        subject,
        code: code.clone(),
        sex: "female".into(),
        born_on: "2021-02-11".parse().unwrap(),
        status: "on-follow-up".into(),
        protocol: "p@1".into(),
        language: "en".into(),
        first_dosed_on: None,
        enrolled_on: "2024-08-01".parse().unwrap(),
        pressing_earliest_on: obligations.first().map(|row| row.earliest_on),
        pressing_due_on: obligations.first().map(|row| row.due_on),
        pressing_latest_on: obligations.first().map(|row| row.latest_on),
        next_label: String::new(),
        open_findings: u32::try_from(findings.iter().filter(|row| row.open).count()).unwrap(),
        worst_severity: String::new(),
    };
    let appointments = entries.iter().filter_map(|entry| match &entry.fact {
        Fact::Appointment(fact) => Some(AppointmentRow {
            subject,
            record: entry.record,
            subject_code: code.clone(),
            planned_on: fact.on,
            planned_at: fact.at.map(|at| at.to_string()).unwrap_or_default(),
            open: true,
            keys: "visit:M6".into(),
            uid: format!("{}@perennial", entry.record),
            json: entry.fact.to_payload(),
        }),
        _ => None,
    });
    let appointments = appointments.collect();
    Some(SubjectRows { search: code, subject: subject_row, obligations, findings, appointments, kits: Vec::new() })
}
