//! The cohort through the use case: events become rows with a way to them, and a save is seen at once.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

mod site;

use clinic::wire::cohort::StoppingLine;
use clinic::wire::enrol::StatusForm;
use clinic::{Clinic, SubjectId};
use facts::fact::Status;
use site::{Stage, now, stage};

const TODAY: &str = "2026-11-24";

fn rule(clinic: &mut Clinic, code: &str) -> StoppingLine {
    let studies = clinic.cohort(&now(TODAY)).unwrap().studies;
    assert_eq!(studies.len(), 1);
    studies.into_iter().flat_map(|study| study.stopping).find(|line| line.code == code).unwrap()
}

fn dies(stage: &mut Stage, subject: SubjectId, on: &str) {
    let form = StatusForm {
        subject,
        status: Status::Deceased,
        on: on.into(),
        because: "told by the family".into(),
        call_off: false,
    };
    stage.clinic.change_status(&form, &now(TODAY)).unwrap();
}

#[test]
fn a_death_in_the_first_year_counts_as_soon_as_it_is_saved() {
    let mut stage = stage("cde/lentiviral-hsc-15y");
    let subjects: Vec<SubjectId> = (1..=8).map(|n| stage.enrol(&format!("S-00{n}"))).collect();
    let before = rule(&mut stage.clinic, "grave-first-year");
    assert_eq!((before.judged, before.events.len(), before.fewest, before.reached), (8, 0, Some(2), false));
    dies(&mut stage, subjects[0], "2025-03-01");
    dies(&mut stage, subjects[1], "2026-03-01");
    let one = rule(&mut stage.clinic, "grave-first-year");
    assert_eq!(
        one.events.iter().map(|event| event.code.as_str()).collect::<Vec<_>>(),
        ["S-001"],
        "the other was later"
    );
    assert_eq!(one.standing, "1 event in 8 subjects; the boundary is 2: 1 more would reach it.");
    dies(&mut stage, subjects[2], "2025-03-02");
    let two = rule(&mut stage.clinic, "grave-first-year");
    assert!(two.reached);
    assert_eq!(two.standing, "Boundary reached: 2 events in 8 subjects; the boundary is 2.");
    assert_eq!(two.table[0].events, None, "nothing is said of fewer than six");
}

#[test]
fn nothing_is_held_against_rates_that_the_protocol_does_not_bring() {
    let mut stage = stage("cde/lentiviral-hsc-15y");
    stage.enrol("S-001");
    assert!(stage.clinic.cohort(&now(TODAY)).unwrap().studies[0].observed.is_none());
}
