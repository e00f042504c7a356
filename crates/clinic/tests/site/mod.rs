//! A small practice site in a folder of its own: the stage of the use cases' tests.

#![allow(clippy::unwrap_used, dead_code, reason = "a stage that cannot be set up has nothing to show")]

use clinic::wire::enrol::{DosingForm, EnrolForm};
use clinic::wire::settings::NewUserForm;
use clinic::wire::start::{NewStore, Unlocking};
use clinic::wire::visit::VisitDraft;
use clinic::{Clinic, Now, SubjectId};
use facts::Role;
use facts::fact::{DosingOutcome, Mode, Site};
use store::Cost;
use tempfile::TempDir;

pub const PASSPHRASE: &str = "a site for the tests";

pub struct Stage {
    pub folder: TempDir,
    pub clinic: Clinic,
    pub protocol: String,
}

/// Noon of a day, by its distance from 1970.
pub fn now(day: &str) -> Now {
    let date: facts::CivilDate = day.parse().unwrap();
    let days = date.days_since(facts::CivilDate::EPOCH);
    clinic::now_of(&format!("{day}T12:00:00+08:00"), i64::from(days) * 86_400_000 + 14_400_000)
}

/// The zone of that laptop, all year.
pub fn china(_: i64) -> i32 {
    480
}

pub fn stage(preset: &str) -> Stage {
    let mut stage = empty("Stage");
    stage.protocol = stage.clinic.adopt_protocol(preset, &now("2024-01-01")).unwrap();
    stage
}

/// A site that has no protocol in force yet.
pub fn empty(name: &str) -> Stage {
    let folder = tempfile::tempdir().unwrap();
    let asked = NewStore {
        path: folder.path().join("site.perennial").display().to_string(),
        site_name: String::new(),
        telephone: String::new(),
        address: String::new(),
        admin_login: "investigator".into(),
        admin_name: "Investigator".into(),
        admin_role: Role::Investigator,
        passphrase: PASSPHRASE.into(),
        language: "en".into(),
    };
    let site = Site { name: name.into(), telephone: "+86 10 5550".into(), practice: true, ..Site::default() };
    let start = now("2024-01-01");
    let (clinic, _) = Clinic::create_with(&asked, site, Cost::practice(), &start).unwrap();
    Stage { folder, clinic, protocol: String::new() }
}

impl Stage {
    /// A child dosed on 31 August 2024; the form may be changed first.
    pub fn form(&self, code: &str) -> EnrolForm {
        EnrolForm {
            code: code.into(),
            sex: Some(facts::Sex::Female),
            born_on: "2021-02-11".into(),
            enrolled_on: "2024-08-31".into(),
            language: "en".into(),
            protocol: self.protocol.clone(),
            dosing: Some(DosingForm {
                on: "2024-08-31".into(),
                outcome: Some(DosingOutcome::Complete),
                ..DosingForm::default()
            }),
            ..EnrolForm::default()
        }
    }

    pub fn enrol(&mut self, code: &str) -> SubjectId {
        let form = self.form(code);
        let enrolled = self.clinic.enrol(&form, &now("2024-08-31")).unwrap();
        enrolled.subject.unwrap_or_else(|| panic!("{:?}", enrolled.problems))
    }

    /// Gives the desk to a person of `role`.
    pub fn sit_down(self, role: Role) -> Self {
        let Self { folder, mut clinic, protocol } = self;
        if role == Role::Investigator {
            return Self { folder, clinic, protocol };
        }
        let login = format!("{role:?}").to_lowercase();
        let user = NewUserForm { login: login.clone(), name: login.clone(), role, passphrase: PASSPHRASE.into() };
        clinic.add_user(&user, Cost::practice(), &now("2024-01-02")).unwrap();
        let path = folder.path().join("site.perennial").display().to_string();
        drop(clinic);
        let clinic = Clinic::unlock(&Unlocking { path, login, passphrase: PASSPHRASE.into() }, "en").unwrap();
        Self { folder, clinic, protocol }
    }

    /// How many lines the ledger has: what was refused leaves it as it was.
    pub fn lines(&self) -> u32 {
        self.clinic.verify(false).unwrap().entries
    }
}

pub fn visit(subject: SubjectId, code: &str, on: &str) -> VisitDraft {
    VisitDraft {
        subject,
        code: code.into(),
        also: Vec::new(),
        on: on.into(),
        mode: Some(Mode::Clinic),
        note: String::new(),
        forms: Vec::new(),
        because: String::new(),
        signature_passphrase: String::new(),
    }
}
