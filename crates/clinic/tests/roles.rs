//! Every use case, asked by every role: who may not is told so before anything else is looked at.

#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "tests stop at the first surprise, and read files")]

mod site;

use clinic::wire::calendar::{AppointmentsAsked, ClosureForm, StatusAsked};
use clinic::wire::consent::GuardianForm;
use clinic::wire::contact::{AttemptForm, LetterAsked};
use clinic::wire::course::{CourseChange, CourseForm, TripsAsked};
use clinic::wire::enrol::{DosingForm, StatusForm};
use clinic::wire::growth::{GrowthAsked, GrowthPrintAsked};
use clinic::wire::import::TableAsked;
use clinic::wire::kits::{CourierForm, KitForm};
use clinic::wire::page::{AuditAsked, CallAsked, CallKind, PaperSize, PrintAsked};
use clinic::wire::ranges::RangesForm;
use clinic::wire::settings::{NewUserForm, SiteForm};
use clinic::wire::signal::{HandlingForm, SignalsAsked};
use clinic::wire::today::TodayAsked;
use clinic::wire::transfer::{PackAsked, TransferInForm, TransferOutForm};
use clinic::wire::visit::{Correction, Missing, VisitAsked};
use clinic::{Clinic, EnteredForm, Identities, Identity, Kind, RecordId, Refusal, SubjectId, go_on};
use facts::Role::{self, Administrator, Coordinator, Investigator, Monitor};
use facts::fact::{Action, Status};
use facts::{KitState, Relation};
use site::{now, stage, visit};

type Asked = fn(&mut Clinic, SubjectId) -> Result<(), Refusal>;

const EVERYBODY: &[Role] = &[Coordinator, Investigator, Monitor, Administrator];
const CLINICAL: &[Role] = &[Coordinator, Investigator];
const RUNS_THE_SITE: &[Role] = &[Investigator, Administrator];
const KEEPS_RANGES: &[Role] = &[Coordinator, Investigator, Administrator];
const TAKES_OUT: &[Role] = &[Coordinator, Investigator, Administrator];

fn person(login: &str) -> NewUserForm {
    let passphrase = site::PASSPHRASE.to_owned();
    NewUserForm { login: login.into(), name: "New".into(), role: Monitor, passphrase }
}

fn print(subject: SubjectId) -> PrintAsked {
    PrintAsked { subject, paper: PaperSize::A4, language: String::new(), show_product: false, folder: String::new() }
}

fn handling(subject: SubjectId, action: Action) -> HandlingForm {
    HandlingForm {
        subject,
        key: "none".into(),
        action,
        comment: "seen".into(),
        also: Vec::new(),
        sent: None,
        signature_passphrase: String::new(),
    }
}

fn stays(subject: SubjectId) -> CourseForm {
    let (protocol, none) = ("none".to_owned(), String::new());
    let change =
        CourseChange::Amendment { protocol, moves_on: none.clone(), reconsented_on: none, without_consent: false };
    CourseForm { subject, change, because: "declined".into() }
}

const TODAY: &str = "2026-11-24";

/// A laboratory's table of one clone.
fn table() -> (tempfile::TempDir, TableAsked) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("sites.csv");
    std::fs::write(&path, "posid,cells,refGenome\nchr1+5,3,hg38\n").unwrap();
    let asked = TableAsked { path: path.display().to_string(), ..TableAsked::default() };
    (folder, asked)
}

fn pack() -> PackAsked {
    PackAsked { path: "/none/S-001.perennial-handover".into(), passphrase: String::new() }
}

/// Name of the use case, who may, and how it is asked. Only the role is looked at: other refusals are fine.
const USE_CASES: &[(&str, &[Role], Asked)] = &[
    ("contact_ladder", EVERYBODY, |c, s| c.contact_ladder(s, &now(TODAY)).map(|_| ())),
    ("record_attempt", CLINICAL, |c, subject| {
        let form = AttemptForm {
            subject,
            channel: "phone".into(),
            reached: "no".into(),
            on: String::new(),
            note: String::new(),
        };
        c.record_attempt(&form, &now(TODAY)).map(|_| ())
    }),
    ("print_contact_letter", CLINICAL, |c, subject| {
        let asked = LetterAsked { subject, paper: PaperSize::A4, language: String::new() };
        c.print_contact_letter(&asked, &now(TODAY)).map(|_| ())
    }),
    ("consent_page", EVERYBODY, |c, s| c.consent_page(s, &now(TODAY)).map(drop)),
    ("keep_guardian", CLINICAL, |c, subject| {
        let none = String::new;
        let form = GuardianForm {
            subject,
            guardian: None,
            relation: Relation::Mother,
            name: none(),
            telephone: none(),
            email: none(),
            address: none(),
            from_on: none(),
            until_on: none(),
            lives_with: true,
            may_decide: true,
            because: none(),
        };
        c.keep_guardian(&form, &now(TODAY)).map(drop)
    }),
    ("look_back", EVERYBODY, |c, _| {
        c.look_back("2024-02-01".parse().unwrap(), &now(TODAY))?;
        c.look_ahead(&now(TODAY)).map(|_| ())
    }),
    ("confirm_date", TAKES_OUT, |c, _| c.confirm_date("", &now(TODAY))),
    ("explain_date", EVERYBODY, |c, s| c.explain_date(s, "visit:M6").map(drop)),
    ("worklist", EVERYBODY, |c, _| c.worklist(&TodayAsked::default(), &now(TODAY)).map(drop)),
    ("list_subjects", EVERYBODY, |c, _| c.list_subjects("", "", &now(TODAY)).map(drop)),
    ("subject", EVERYBODY, |c, s| c.subject(s, &now(TODAY)).map(drop)),
    ("subject_of_code", EVERYBODY, |c, _| c.subject_of_code("S-001").map(drop)),
    ("signals", EVERYBODY, |c, _| {
        let asked = SignalsAsked { standing: String::new(), severity: None, subject: None };
        c.signals(&asked, &now(TODAY)).map(drop)
    }),
    ("finding", EVERYBODY, |c, s| c.finding(s, "none", &now(TODAY)).map(drop)),
    ("clonality", EVERYBODY, |c, s| c.clonality(s, &now(TODAY)).map(drop)),
    ("cohort", EVERYBODY, |c, _| c.cohort(&now(TODAY)).map(drop)),
    ("calendar_month", EVERYBODY, |c, _| c.calendar_month("", &now(TODAY)).map(drop)),
    ("calendar_day", EVERYBODY, |c, _| c.calendar_day("", &now(TODAY)).map(drop)),
    ("calendar_year", EVERYBODY, |c, _| c.calendar_year("", &now(TODAY)).map(drop)),
    ("forecast", EVERYBODY, |c, _| c.forecast(&now(TODAY)).map(drop)),
    ("export_forecast", TAKES_OUT, |c, _| c.export_forecast("", &now(TODAY)).map(drop)),
    ("export_appointments", TAKES_OUT, |c, _| c.export_appointments("", &now(TODAY)).map(drop)),
    ("plan_appointment", CLINICAL, |c, _| c.plan_appointment(&Default::default(), &now(TODAY)).map(drop)),
    ("move_appointment", CLINICAL, |c, _| c.move_appointment(&Default::default(), &now(TODAY)).map(drop)),
    ("cancel_appointment", CLINICAL, |c, s| c.cancel_appointment(s, RecordId(s.0), "", &now(TODAY))),
    ("status_ends", EVERYBODY, |c, subject| {
        let asked = StatusAsked { subject, status: Status::Withdrawn, on: TODAY.into() };
        c.status_ends(&asked).map(drop)
    }),
    ("mark_kept", CLINICAL, |c, s| c.mark_kept(s, RecordId(s.0), &now(TODAY))),
    ("kits", EVERYBODY, |c, _| c.kits(&now(TODAY)).map(drop)),
    ("record_kit", CLINICAL, |c, subject| {
        let (key, on, carrier, number) = ("none".to_owned(), String::new(), String::new(), String::new());
        c.record_kit(&KitForm { subject, key, state: KitState::Sent, on, carrier, number }, &now(TODAY))
    }),
    ("keep_courier", CLINICAL, |c, _| {
        c.keep_courier(&CourierForm { lead_days: "x".into(), not_on: Vec::new() }, &now(TODAY))
    }),
    ("keep_closure", CLINICAL, |c, _| {
        let (from, because) = (TODAY.to_owned(), String::new());
        c.keep_closure(&ClosureForm { record: None, from, to: String::new(), because }, &now(TODAY))
    }),
    ("drop_closure", CLINICAL, |c, s| c.drop_closure(RecordId(s.0), &now(TODAY))),
    ("look_at_appointments", CLINICAL, |c, _| {
        let asked = AppointmentsAsked { path: String::new(), sha256: String::new(), leave_out: Vec::new() };
        c.look_at_appointments(&asked, &site::china, &now(TODAY)).map(drop)
    }),
    ("import_appointments", CLINICAL, |c, _| {
        let asked = AppointmentsAsked { path: String::new(), sha256: String::new(), leave_out: Vec::new() };
        c.import_appointments(&asked, &site::china, &now(TODAY)).map(drop)
    }),
    ("transfer_out", CLINICAL, |c, subject| {
        let (site, on) = ("Harbour".to_owned(), TODAY.to_owned());
        let (because, passphrase, path) = (String::new(), String::new(), String::new());
        let form = TransferOutForm { subject, site, on, because, passphrase, identity: false, path, call_off: false };
        c.transfer_out(&form, store::Cost::practice(), &now(TODAY)).map(drop)
    }),
    ("look_at_pack", CLINICAL, |c, _| c.look_at_pack(&pack(), &now(TODAY)).map(drop)),
    ("transfer_in", CLINICAL, |c, _| {
        c.transfer_in(&TransferInForm { pack: pack(), code: "S-9".into() }, &now(TODAY)).map(drop)
    }),
    ("growth_chart", EVERYBODY, |c, _| c.growth_chart(&GrowthAsked::default(), &now(TODAY)).map(drop)),
    ("look_at_table", CLINICAL, |c, _| c.look_at_table(&table().1).map(drop)),
    ("samples_of_table", CLINICAL, |c, s| {
        let (_folder, asked) = table();
        c.samples_of_table(&clinic::read_table(&asked, &mut go_on).unwrap(), s, &now(TODAY)).map(drop)
    }),
    ("import_sites", CLINICAL, |c, _| {
        let (_folder, asked) = table();
        let packed = clinic::read_table(&asked, &mut go_on).unwrap().pack(&mut go_on).unwrap();
        c.import_sites(packed, &Default::default(), &now(TODAY), &mut go_on).map(drop)
    }),
    ("undo_import", CLINICAL, |c, s| c.undo_import(s, RecordId(s.0), "wrong", &now(TODAY))),
    ("print_clones", CLINICAL, |c, s| c.print_clones(s, 0, PaperSize::A4, &now(TODAY)).map(drop)),
    ("print_growth", CLINICAL, |c, _| {
        let (chart, language, folder) = (GrowthAsked::default(), String::new(), String::new());
        c.print_growth(&GrowthPrintAsked { chart, paper: PaperSize::A4, language, folder }, &now(TODAY)).map(drop)
    }),
    ("course", EVERYBODY, |c, s| c.course(s, &now(TODAY)).map(drop)),
    ("preview_course", EVERYBODY, |c, s| c.preview_course(&stays(s), &now(TODAY)).map(drop)),
    ("change_course", CLINICAL, |c, s| c.change_course(&stays(s), &now(TODAY)).map(drop)),
    ("compare_versions", EVERYBODY, |c, _| c.compare_versions("none", "none").map(drop)),
    ("plan_trips", EVERYBODY, |c, s| {
        c.plan_trips(&TripsAsked { subjects: vec![s], months: 12 }, &now(TODAY)).map(drop)
    }),
    ("study", EVERYBODY, |c, _| c.study("none").map(drop)),
    ("protocols", EVERYBODY, |c, _| c.protocols().map(drop)),
    ("audit", EVERYBODY, |c, s| c.audit(&AuditAsked { subject: Some(s) }).map(drop)),
    ("users", EVERYBODY, |c, _| c.users().map(drop)),
    ("site_details", EVERYBODY, |c, _| c.site_details().map(drop)),
    ("verify", EVERYBODY, |c, _| c.verify(false).map(drop)),
    ("backup_now", EVERYBODY, |c, _| c.backup_now(&now(TODAY)).map(drop)),
    ("rebuild", EVERYBODY, |c, _| c.rebuild().map(drop)),
    ("form_of", EVERYBODY, |c, s| c.form_of(s, RecordId(s.0)).map(drop)),
    ("identity", CLINICAL, |c, s| c.identity(s).map(drop)),
    ("set_identity", CLINICAL, |c, s| c.set_identity(s, &Identity::default(), "told", &now(TODAY))),
    ("enrol", CLINICAL, |c, _| c.enrol(&Default::default(), &now(TODAY)).map(drop)),
    ("check_enrol", CLINICAL, |c, _| c.check_enrol(&Default::default(), &now(TODAY)).map(drop)),
    ("preview_dosing", EVERYBODY, |c, s| c.preview_dosing(s, &DosingForm::default(), &now(TODAY)).map(drop)),
    ("record_dosing", CLINICAL, |c, s| c.record_dosing(s, &DosingForm::default(), &now(TODAY)).map(drop)),
    ("change_status", CLINICAL, |c, subject| {
        let form = StatusForm {
            subject,
            status: Status::Withdrawn,
            on: String::new(),
            because: String::new(),
            call_off: false,
        };
        c.change_status(&form, &now(TODAY)).map(drop)
    }),
    ("declare_missed", CLINICAL, |c, subject| {
        let obligation = "visit:none".to_owned();
        c.declare_missed(&Missing { subject, obligation, because: String::new() }, &now(TODAY))
    }),
    ("plan_visit", CLINICAL, |c, subject| {
        c.plan_visit(&VisitAsked { subject, on: String::new(), code: None, also: None }, &now(TODAY)).map(drop)
    }),
    ("check_form", EVERYBODY, |c, s| c.check_form(s, &EnteredForm::default(), &now(TODAY)).map(drop)),
    ("review_visit", EVERYBODY, |c, s| c.review_visit(&visit(s, "", TODAY), &now(TODAY)).map(drop)),
    ("record_visit", CLINICAL, |c, s| c.record_visit(&visit(s, "none", TODAY), &now(TODAY)).map(drop)),
    ("correct_record", CLINICAL, |c, subject| {
        let form = EnteredForm::default();
        let correction = Correction { subject, record: RecordId(subject.0), form, because: "wrong".into() };
        c.correct_record(&correction, &now(TODAY)).map(drop)
    }),
    ("keep_draft", CLINICAL, |c, s| c.keep_draft("k", Some(s), "{}", &now(TODAY))),
    ("draft", CLINICAL, |c, _| c.draft("k").map(drop)),
    ("drafts", CLINICAL, |c, _| c.drafts().map(drop)),
    ("drop_draft", CLINICAL, |c, _| c.drop_draft("k")),
    ("print_schedule", CLINICAL, |c, s| c.print_schedule(&print(s), &now(TODAY)).map(drop)),
    ("print_calendar", CLINICAL, |c, s| c.print_calendar(&print(s), &now(TODAY)).map(drop)),
    ("print_call", CLINICAL, |c, subject| {
        let (key, language, folder) = (String::new(), String::new(), String::new());
        let asked = CallAsked { subject, key, kind: CallKind::Script, paper: PaperSize::A4, language, folder };
        c.print_call(&asked, &now(TODAY)).map(drop)
    }),
    ("print_worklist", CLINICAL, |c, _| c.print_worklist(&TodayAsked::default(), PaperSize::A4, &now(TODAY)).map(drop)),
    ("print_reasons", CLINICAL, |c, s| c.print_reasons(s, PaperSize::A4, &now(TODAY)).map(drop)),
    ("comment on a finding", CLINICAL, |c, s| c.review_finding(&handling(s, Action::Comment), &now(TODAY)).map(drop)),
    ("judge a finding", &[Investigator], |c, s| {
        c.review_finding(&handling(s, Action::Dismissed), &now(TODAY)).map(drop)
    }),
    ("adopt_protocol", RUNS_THE_SITE, |c, _| c.adopt_protocol("none", &now(TODAY)).map(drop)),
    ("add_user", RUNS_THE_SITE, |c, _| c.add_user(&person("new"), store::Cost::practice(), &now(TODAY))),
    ("retire_user", RUNS_THE_SITE, |c, _| c.retire_user("nobody", &now(TODAY))),
    ("correct_site", RUNS_THE_SITE, |c, _| {
        let form =
            SiteForm { name: String::new(), telephone: String::new(), address: String::new(), because: String::new() };
        c.correct_site(&form, &now(TODAY))
    }),
    ("reference_ranges", EVERYBODY, |c, _| c.reference_ranges().map(drop)),
    ("look_at_ranges", KEEPS_RANGES, |c, _| c.look_at_ranges("").map(drop)),
    ("keep_reference_ranges", KEEPS_RANGES, |c, _| {
        let form = RangesForm { csv: String::new(), because: String::new() };
        c.keep_reference_ranges(&form, &now(TODAY)).map(drop)
    }),
    ("erase_identity", RUNS_THE_SITE, |c, s| c.erase_identity(s)),
    ("export_json_lines", TAKES_OUT, |c, _| c.export_json_lines(&mut Vec::new(), Identities::LeftOut).map(drop)),
    ("export_file", TAKES_OUT, |c, _| c.export_file(&now(TODAY)).map(drop)),
    ("export with names", CLINICAL, |c, _| c.export_json_lines(&mut Vec::new(), Identities::Opened).map(drop)),
];

#[test]
fn every_use_case_asks_for_the_role_first() {
    let mut wrong = Vec::new();
    for role in EVERYBODY {
        let mut stage = stage("fda/lentiviral-hsc-15y");
        let subject = stage.enrol("S-001");
        let mut stage = stage.sit_down(*role);
        for (name, may, ask) in USE_CASES {
            let refused = ask(&mut stage.clinic, subject).is_err_and(|refusal| refusal.kind == Kind::NotAllowed);
            if refused == may.contains(role) {
                wrong.push(format!("{role:?} {name}: refused {refused}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_table_names_every_use_case() {
    // Read from the sources: a use case that nobody added to the table is found here.
    let exempt = [
        // Whoever opened the store may read and change what is their own.
        "session",
        "speak",
        "set_language",
        "set_auto_lock",
        "change_passphrase",
        "words",
        "author",
        "site",
        "role",
        "is_practice",
        "folder",
        "new_store",
        // Made by the desk itself, whoever is there.
        "backup_of_the_day",
        "backup_is_due",
        "print_kit",
        // What is shown, and the way back to the present.
        "look_ahead",
        "looking_back",
        "shown",
        "forget_kit",
        // Reads a text that the person typed, and nothing of the store.
        "check_protocol",
    ];
    let mut missing = Vec::new();
    let sources = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut seen = 0;
    for file in std::fs::read_dir(sources).unwrap() {
        let path = file.unwrap().path();
        if path.extension().is_none_or(|ending| ending != "rs") {
            continue;
        }
        let text = std::fs::read_to_string(&path).unwrap();
        let lines: Vec<&str> = text.lines().collect();
        let mut inside = false;
        for (at, line) in lines.iter().enumerate() {
            inside = inside && *line != "}" || *line == "impl Clinic {";
            let Some(rest) = line.strip_prefix("    pub fn ").filter(|_| inside) else { continue };
            let name = rest.split('(').next().unwrap_or_default();
            // The receiver stands on the next line where the arguments take several.
            let receiver = if rest.ends_with('(') { lines[at + 1].trim() } else { rest };
            let takes_self = receiver.contains("&self") || receiver.contains("&mut self");
            let named = USE_CASES.iter().any(|(known, ..)| *known == name) || name == "review_finding";
            seen += u32::from(takes_self);
            if takes_self && !named && !exempt.contains(&name) {
                missing.push(format!("{}: {name}", path.display()));
            }
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
    assert!(seen > 50, "{seen} use cases were read");
}
