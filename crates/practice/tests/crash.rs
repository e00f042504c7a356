//! Saves killed at random moments: whatever was acknowledged is found again, and the chain is whole.
//!
//! The test runs itself as a child that records visit after visit and says each one when `record_visit`
//! has returned; the parent kills it with signal 9 after a random while, opens the store and looks.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]
#![allow(clippy::disallowed_methods, reason = "a test of processes and files")]

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, SystemTime};

use clinic::wire::enrol::{DosingForm, EnrolForm};
use clinic::wire::start::Unlocking;
use clinic::wire::visit::VisitDraft;
use clinic::{Clinic, Now};
use facts::fact::{DosingOutcome, Mode};
use facts::{Sex, SubjectId};

/// Kills in one run of the test: enough to meet every step of a save.
const KILLS: u32 = 50;

/// Hours after midnight on a fixed day: no clock is read for what is written.
fn at(step: u32) -> Now {
    let (hour, minute, second) = (step / 3_600 % 24, step / 60 % 60, step % 60);
    clinic::now_of(
        &format!("2026-03-02T{hour:02}:{minute:02}:{second:02}+08:00"),
        1_772_380_800_000 + i64::from(step) * 1_000,
    )
}

fn open(path: &Path) -> Clinic {
    let asked = Unlocking {
        path: path.display().to_string(),
        login: practice::LOGIN.into(),
        passphrase: practice::PASSPHRASE.into(),
    };
    Clinic::unlock(&asked, "en").expect("the store opens after a kill")
}

fn enrol(clinic: &mut Clinic) -> SubjectId {
    let protocol = clinic.protocols().unwrap().into_iter().find(|line| line.adopted).unwrap().reference;
    let form = EnrolForm {
        code: "S-001".into(),
        sex: Some(Sex::Female),
        born_on: "2021-02-11".into(),
        enrolled_on: "2024-08-20".into(),
        language: "en".into(),
        protocol,
        because: "test".into(),
        ..EnrolForm::default()
    };
    let subject = clinic.enrol(&form, &at(0)).unwrap().subject.expect("enrolled");
    let dosing =
        DosingForm { on: "2024-08-31".into(), outcome: Some(DosingOutcome::Complete), ..DosingForm::default() };
    clinic.record_dosing(subject, &dosing, &at(0)).unwrap().subject.expect("dosed");
    subject
}

fn draft(subject: SubjectId, note: &str) -> VisitDraft {
    VisitDraft {
        subject,
        code: String::new(),
        also: Vec::new(),
        on: "2026-03-01".into(),
        mode: Some(Mode::Clinic),
        note: note.to_owned(),
        forms: Vec::new(),
        because: "test".into(),
        signature_passphrase: String::new(),
    }
}

/// The child: saves until it is killed. Does nothing when it is not asked to.
#[test]
fn child_that_saves_until_it_is_killed() {
    let Ok(path) = std::env::var("PERENNIAL_CRASH_STORE") else { return };
    let first: u32 = std::env::var("PERENNIAL_CRASH_FIRST").unwrap().parse().unwrap();
    let mut clinic = open(Path::new(&path));
    let subject = clinic.subject_of_code("S-001").unwrap();
    for step in first.. {
        clinic.record_visit(&draft(subject, &format!("visit {step}")), &at(step)).unwrap();
        println!("acknowledged {step}");
    }
}

#[test]
fn every_acknowledged_save_survives_a_kill() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("practice.perennial");
    let mut clinic = practice::empty(&path, "en", &at(0)).unwrap();
    let subject = enrol(&mut clinic);
    drop(clinic);
    let seed = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap().subsec_nanos();
    println!("seed of the moments: {seed}");
    let (mut acknowledged, mut next, mut state) = (Vec::new(), 1, u64::from(seed) | 1);
    for _ in 0..KILLS {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let seen = one_life(&path, next, Duration::from_micros(state >> 33 & 0x3_FFFF));
        next = seen.last().map_or(next, |last| last + 1) + 1;
        acknowledged.extend(seen);
        let clinic = open(&path);
        assert!(clinic.verify(true).unwrap().ok, "the chain broke");
        let notes: Vec<String> =
            clinic.subject(subject, &at(next)).unwrap().contacts.into_iter().map(|contact| contact.note).collect();
        for step in &acknowledged {
            assert!(notes.contains(&format!("visit {step}")), "visit {step} was acknowledged and is gone");
        }
    }
    println!("{KILLS} kills, {} acknowledged saves, all found again", acknowledged.len());
    assert!(acknowledged.len() > KILLS as usize, "the kills came before anything was saved");
}

/// Lets a child save from `first` on, kills it `after` its first acknowledgement; returns what it acknowledged.
fn one_life(path: &Path, first: u32, after: Duration) -> Vec<u32> {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "child_that_saves_until_it_is_killed", "--nocapture", "--test-threads=1"])
        .env("PERENNIAL_CRASH_STORE", path)
        .env("PERENNIAL_CRASH_FIRST", first.to_string())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut seen = Vec::new();
    let number = |line: &str| line.split("acknowledged ").nth(1).and_then(|n| n.trim().parse::<u32>().ok());
    for line in lines.by_ref() {
        if let Some(step) = number(&line.unwrap()) {
            seen.push(step);
            break;
        }
    }
    let (send, wait) = std::sync::mpsc::channel::<()>();
    let killer = std::thread::spawn(move || {
        let _ = wait.recv_timeout(after);
        let _ = child.kill();
        let _ = child.wait();
    });
    seen.extend(lines.map_while(Result::ok).filter_map(|line| number(&line)));
    drop(send);
    killer.join().unwrap();
    seen
}
