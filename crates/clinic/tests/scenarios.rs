//! Runs the clinical stories of tests/scenarios/*.md: a table of what happens, a table of what is then true.
//!
//! The format is explained in tests/scenarios/README.md for the people who write and review the stories.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]
#![allow(clippy::disallowed_methods, reason = "stories are files")]

use std::collections::BTreeMap;
use std::path::Path;

use assess::{Entered, EnteredClosure, EnteredForm, Mark};
use clinic::wire::enrol::{DosingForm, EnrolForm, StatusForm};
use clinic::wire::signal::{HandlingForm, SentForm};
use clinic::wire::start::NewStore;
use clinic::wire::visit::{Correction, Missing, TaskForm, VisitDraft};
use clinic::{Clinic, Now, SubjectId};
use facts::CivilDate;
use facts::fact::{Action, DosingOutcome, Mode, Site, Status};

struct Story {
    title: String,
    study: String,
    born: String,
    sex: String,
    dosed: String,
    outcome: String,
    happens: Vec<Vec<String>>,
    expected: Vec<Vec<String>>,
}

fn read(text: &str) -> Story {
    let told = |name: &str| {
        let line = text.lines().find_map(|line| line.split(&format!("{name}:")).nth(1));
        line.map(|rest| rest.split(". ").next().unwrap_or(rest).trim().trim_end_matches('.').to_owned())
            .unwrap_or_default()
    };
    let table = |heading: &str| -> Vec<Vec<String>> {
        let rows = text.lines().skip_while(|line| line.trim() != heading).skip_while(|line| !line.starts_with('|'));
        let rows = rows.take_while(|line| line.starts_with('|')).skip(2);
        rows.map(|row| row.trim().trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect()).collect()
    };
    Story {
        title: text.lines().next().unwrap_or_default().trim_start_matches("# ").to_owned(),
        study: told("Study"),
        born: told("Born"),
        sex: told("Sex"),
        dosed: told("Dosed"),
        outcome: told("Outcome"),
        happens: table("## What happens"),
        expected: table("## What is then true"),
    }
}

fn moment(day: &str, minute: usize) -> Now {
    let date: CivilDate = day.parse().unwrap_or_else(|_| panic!("`{day}` is not a day"));
    let days = date.days_since(CivilDate::new(1970, 1, 1).unwrap());
    let text = format!("{date}T{:02}:{:02}:00+00:00", 8 + minute / 60, minute % 60);
    clinic::now_of(&text, i64::from(days) * 86_400_000 + 28_800_000 + minute as i64 * 60_000)
}

fn open(folder: &Path, story: &Story) -> (Clinic, SubjectId) {
    let asked = NewStore {
        path: folder.join("story.perennial").display().to_string(),
        site_name: "Story".into(),
        telephone: String::new(),
        address: String::new(),
        admin_login: "author".into(),
        admin_name: "Author".into(),
        admin_role: facts::Role::Investigator,
        passphrase: "a story of one life".into(),
        language: "en".into(),
    };
    let site = Site { name: "Story".into(), telephone: "1".into(), practice: true, ..Site::default() };
    let start = moment(&story.born, 0);
    let (mut clinic, _) = Clinic::create_with(&asked, site, store::Cost::practice(), &start).unwrap();
    let protocol = clinic.adopt_protocol(&story.study, &start).unwrap();
    let enrolled_on = if story.dosed.is_empty() { story.born.clone() } else { story.dosed.clone() };
    let form = EnrolForm {
        code: "S-001".into(),
        sex: serde_json::from_str(&format!("\"{}\"", story.sex)).ok(),
        born_on: story.born.clone(),
        enrolled_on: enrolled_on.clone(),
        language: "en".into(),
        protocol,
        because: "story".into(),
        ..EnrolForm::default()
    };
    let enrolled = clinic.enrol(&form, &moment(&enrolled_on, 0)).unwrap();
    let subject = enrolled.subject.unwrap_or_else(|| panic!("{}: {:?}", story.title, enrolled.problems));
    if !story.dosed.is_empty() {
        let outcome = match story.outcome.as_str() {
            "failed" => DosingOutcome::Failed,
            "partial" => DosingOutcome::Partial,
            _ => DosingOutcome::Complete,
        };
        let form = DosingForm { on: story.dosed.clone(), outcome: Some(outcome), ..DosingForm::default() };
        clinic.record_dosing(subject, &form, &moment(&story.dosed, 1)).unwrap();
    }
    (clinic, subject)
}

/// `matrix=urine; result=not detected; unit …`: fields with `;` between, a unit after the value.
fn form(kind: &str, on: &str, told: &str) -> EnteredForm {
    let mut fields: BTreeMap<String, Entered> = BTreeMap::new();
    let mut closure = EnteredClosure::Answered;
    for part in told.split(';').map(str::trim).filter(|part| !part.is_empty()) {
        match part {
            "nothing to report" => closure = EnteredClosure::NothingToReport,
            "awaited" => closure = EnteredClosure::Awaited,
            _ => {
                let (key, value) = part.split_once('=').unwrap_or_else(|| panic!("`{part}` has no `=`"));
                let (key, value) = (key.trim(), value.trim());
                if key == "clone" {
                    fields.entry("clones".into()).or_default().rows.push(clone_row(value));
                } else {
                    fields.insert(key.to_owned(), entered(value));
                }
            }
        }
    }
    EnteredForm { kind: kind.to_owned(), collected_on: on.to_owned(), closure, because: String::new(), fields }
}

fn entered(value: &str) -> Entered {
    if let Some(unit) = value.strip_prefix("not detected") {
        return Entered { mark: Mark::NotDetected, unit: unit.trim().into(), lod: "50".into(), ..Entered::default() };
    }
    let numeric = value.starts_with(|c: char| c.is_ascii_digit() || c == '<' || c == '>');
    match value.split_once(' ').filter(|_| numeric) {
        Some((text, unit)) => Entered { text: text.into(), unit: unit.into(), ..Entered::default() },
        None => Entered { text: value.into(), codes: vec![value.into()], ..Entered::default() },
    }
}

/// `LMO2 chr11 33891204 + 120 12480`: gene, chromosome, position, strand, abundance, distance.
fn clone_row(value: &str) -> BTreeMap<String, Entered> {
    let keys = ["gene", "chromosome", "position", "strand", "abundance", "distance-bp"];
    let text = |text: &str| Entered { text: text.into(), ..Entered::default() };
    keys.iter().zip(value.split_whitespace()).map(|(key, cell)| ((*key).to_owned(), text(cell))).collect()
}

fn visit(clinic: &mut Clinic, subject: SubjectId, code: &str, on: &str, forms: Vec<EnteredForm>, now: &Now) {
    let draft = VisitDraft {
        subject,
        code: code.to_owned(),
        also: Vec::new(),
        on: on.to_owned(),
        mode: Some(Mode::Clinic),
        note: String::new(),
        forms: forms.into_iter().map(|form| TaskForm { task: String::new(), form }).collect(),
        because: "as told in the story".into(),
        signature_passphrase: String::new(),
    };
    let review = clinic.review_visit(&draft, now).unwrap();
    assert!(review.may_save, "{on} {code}: {:#?}", review.problems);
    clinic.record_visit(&draft, now).unwrap();
}

/// One thing done about a finding; a report goes to each who is owed one.
fn handle(clinic: &mut Clinic, subject: SubjectId, key: &str, action: Action, now: &Now) {
    let calls = clinic.finding(subject, key, now).unwrap().line.calls;
    let owed = calls.into_iter().filter(|call| call.report && action == Action::Reported);
    let mut sent: Vec<Option<SentForm>> =
        owed.map(|call| Some(SentForm { to: call.to, ..SentForm::default() })).collect();
    if sent.is_empty() {
        sent.push((action == Action::Reported).then(|| SentForm { to: "sponsor".into(), ..SentForm::default() }));
    }
    for sent in sent {
        let form = HandlingForm {
            subject,
            key: key.to_owned(),
            action,
            comment: "story".into(),
            also: Vec::new(),
            sent,
            signature_passphrase: String::new(),
        };
        clinic.review_finding(&form, now).unwrap();
    }
}

fn happen(clinic: &mut Clinic, subject: SubjectId, row: &[String], minute: usize) {
    let (on, what) = (row[0].as_str(), row[1].as_str());
    let entered_on = row.get(2).filter(|cell| !cell.is_empty()).map_or(on, String::as_str);
    let now = moment(entered_on, minute);
    let mut words = what.split_whitespace();
    match words.next().unwrap_or_default() {
        "visit" => visit(clinic, subject, words.next().unwrap_or_default(), on, Vec::new(), &now),
        "unscheduled" => visit(clinic, subject, "", on, Vec::new(), &now),
        "missed" => {
            let obligation = format!("visit:{}", words.next().unwrap_or_default());
            clinic.declare_missed(&Missing { subject, obligation, because: "story".into() }, &now).unwrap();
        }
        "dosed" => {
            let form = DosingForm { on: on.into(), outcome: Some(DosingOutcome::Complete), ..DosingForm::default() };
            clinic.record_dosing(subject, &form, &now).unwrap().subject.expect("dosed again");
        }
        "status" => {
            let status: Status = serde_json::from_str(&format!("\"{}\"", words.next().unwrap_or_default())).unwrap();
            clinic
                .change_status(
                    &StatusForm { subject, status, on: on.into(), because: "story".into(), call_off: false },
                    &now,
                )
                .unwrap();
        }
        "finding" => {
            let rule = words.next().unwrap_or_default();
            let action: Action = serde_json::from_str(&format!("\"{}\"", words.next().unwrap_or_default())).unwrap();
            let key = key_of(clinic, subject, rule).unwrap_or_else(|| panic!("{on}: no finding {rule}"));
            handle(clinic, subject, &key, action, &now);
        }
        "result" => correct(clinic, subject, what.trim_start_matches("result").trim(), &now),
        kind => {
            let told = what[kind.len()..].trim_start_matches(':').trim();
            let kind = kind.trim_end_matches(':');
            visit(clinic, subject, "", on, vec![form(kind, on, told)], &now);
        }
    }
}

/// `result liver: alt=… `: the newest awaited form of that kind gets its result.
fn correct(clinic: &mut Clinic, subject: SubjectId, told: &str, now: &Now) {
    let (kind, told) = told.split_once(':').expect("a kind and its fields");
    let page = clinic.subject(subject, now).unwrap();
    let awaited = page.assessments.iter().find(|shown| shown.awaited && shown.kind == kind).expect("an awaited form");
    let form = form(kind, &awaited.collected_on.to_string(), told);
    clinic.correct_record(&Correction { subject, record: awaited.record, form, because: String::new() }, now).unwrap();
}

fn key_of(clinic: &Clinic, subject: SubjectId, rule: &str) -> Option<String> {
    let page = clinic.subject(subject, &moment("2100-01-01", 0)).unwrap();
    page.findings.into_iter().find(|finding| finding.rule == rule).map(|finding| finding.key)
}

/// The state of one thing on a day, in the words of the tables.
fn state(clinic: &Clinic, subject: SubjectId, on: &str, what: &str) -> String {
    let page = clinic.subject(subject, &moment(on, 0)).unwrap();
    if what == "accounted" {
        return page.accounted;
    }
    if let Some(rule) = what.strip_prefix("finding ") {
        let found = page.findings.iter().find(|finding| finding.rule == rule);
        return found
            .map_or("none".to_owned(), |f| serde_json::to_value(f.standing).unwrap().as_str().unwrap().to_owned());
    }
    if let Some(code) = what.strip_suffix(" due") {
        let line = page.visits.iter().find(|line| line.code == code);
        return line.map_or("none".to_owned(), |line| line.due_on.to_string());
    }
    if let Some(code) = what.strip_suffix(" window") {
        let line = page.visits.iter().find(|line| line.code == code);
        return line.map_or("none".to_owned(), |line| format!("{} to {}", line.earliest_on, line.latest_on));
    }
    let line = page.visits.iter().find(|line| line.code == what || line.key.starts_with(what));
    line.map_or("none".to_owned(), |line| {
        let wire = serde_json::to_value(line.standing).unwrap();
        let is = wire["is"].as_str().unwrap_or_default().to_owned();
        wire["timing"].as_str().map_or(is.clone(), |timing| format!("{is}, {timing}"))
    })
}

#[test]
fn every_story_comes_true() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/scenarios");
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|item| item.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|e| e == "md") && !path.ends_with("README.md"));
    paths.sort();
    assert!(paths.len() >= 8, "stories are missing");
    let mut wrong = Vec::new();
    for path in &paths {
        let story = read(&std::fs::read_to_string(path).unwrap());
        assert!(!story.expected.is_empty(), "{} expects nothing", path.display());
        let home = tempfile::tempdir().unwrap();
        let (mut clinic, subject) = open(home.path(), &story);
        for (index, row) in story.happens.iter().enumerate() {
            happen(&mut clinic, subject, row, index + 2);
        }
        for row in &story.expected {
            // A day before the last entry is asked as it was known then; by itself such a date would judge nothing.
            let day: CivilDate = row[0].parse().unwrap();
            let last = clinic.session(&moment(&row[0], 0)).unwrap().last_entry_on;
            if last.is_some_and(|last| day < last) {
                clinic.look_back(day, &moment("2100-01-01", 0)).unwrap();
            }
            let found = state(&clinic, subject, &row[0], &row[1]);
            clinic.look_ahead(&moment("2100-01-01", 0)).unwrap();
            if found != row[2] {
                wrong.push(format!("{}: on {} {} is `{found}`, not `{}`", story.title, row[0], row[1], row[2]));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
