//! Parts of the consent that concern samples that were kept and the use of the data, through the use cases.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

mod site;

use std::collections::BTreeMap;

use assess::Entered;
use clinic::wire::consent::AskedAct;
use clinic::wire::course::{CourseChange, CourseForm};
use clinic::wire::page::AuditAsked;
use clinic::wire::today::{TodayAsked, WorkAction, WorkRow};
use clinic::wire::visit::{TaskForm, VisitAsked, VisitDraft};
use clinic::{EnteredForm, Identities, SubjectId};
use facts::fact::{ConsentPart, GivenBy, SampleFate};
use site::{Stage, now, stage, visit};

const PRESET: &str = "fda/lentiviral-hsc-15y";

fn withdraws(stage: &mut Stage, subject: SubjectId, part: ConsentPart, on: &str) {
    let change = CourseChange::Withdrawal {
        record: None,
        of: vec![part],
        on: on.into(),
        until_on: String::new(),
        by: GivenBy::Parent,
        document: String::new(),
        samples: None,
        samples_on: String::new(),
    };
    let form = CourseForm { subject, change, because: "the mother said so".into() };
    assert!(stage.clinic.change_course(&form, &now(on)).unwrap().subject.is_some());
}

fn line(stage: &Stage, day: &str) -> Option<WorkRow> {
    let asked = TodayAsked { limit: 500, ..TodayAsked::default() };
    let rows = stage.clinic.worklist(&asked, &now(day)).unwrap().rows;
    rows.into_iter().find(|row| row.action == WorkAction::Decide)
}

/// A child whose sample of month 3 was kept and not tested.
fn with_a_sample() -> (Stage, SubjectId) {
    let mut stage = stage(PRESET);
    let subject = stage.enrol("S-001");
    let entered = |text: &str| Entered { text: text.into(), codes: vec![text.into()], ..Entered::default() };
    let form = EnteredForm {
        kind: "rcr-rcl".into(),
        collected_on: "2024-11-30".into(),
        fields: BTreeMap::from([("archived".to_owned(), entered("archived-untested"))]),
        ..EnteredForm::default()
    };
    let draft = VisitDraft {
        forms: vec![TaskForm { task: String::new(), form }],
        because: "the rest is entered later".into(),
        ..visit(subject, "M3", "2024-11-30")
    };
    stage.clinic.record_visit(&draft, &now("2024-11-30")).unwrap();
    (stage, subject)
}

#[test]
fn samples_that_were_kept_stand_on_the_list_until_somebody_writes_down_what_became_of_them() {
    let (mut stage, subject) = with_a_sample();
    withdraws(&mut stage, subject, ConsentPart::StoredSamples, "2030-10-01");
    let row = line(&stage, "2030-10-08").unwrap();
    assert_eq!(row.what, "Decide on the samples kept since 30 Nov 2024");
    assert!(row.because.contains("1 Oct 2030"), "{}", row.because);
    let page = stage.clinic.consent_page(subject, &now("2030-10-08")).unwrap();
    let asked = page.asked.iter().find(|asked| Some(&asked.line.key) == row.target.as_ref()).unwrap();
    assert_eq!((asked.act, asked.of), (AskedAct::Samples, Some(page.withdrawals[0].record)));
    // Nobody is told of a date of their visits, nor is anything to be signed.
    let plan = VisitAsked { subject, on: "2030-10-08".into(), code: Some("Y6".into()), also: None };
    assert!(stage.clinic.plan_visit(&plan, &now("2030-10-08")).unwrap().to_sign.is_empty());
    let decided = |stage: &mut Stage, on: &str, because: &str| {
        let known = stage.clinic.consent_page(subject, &now("2030-11-05")).unwrap().withdrawals.remove(0);
        let change = CourseChange::Withdrawal {
            record: Some(known.record),
            of: known.of,
            on: known.on.to_string(),
            until_on: String::new(),
            by: known.by,
            document: known.document,
            samples: Some(SampleFate::Destroyed),
            samples_on: on.into(),
        };
        let form = CourseForm { subject, change, because: because.into() };
        stage.clinic.change_course(&form, &now("2030-11-05")).unwrap()
    };
    for (on, because, place) in [
        ("2030-09-30", "x", "samples_on"),
        ("", "x", "samples_on"),
        ("2030-11-06", "x", "samples_on"),
        ("2030-11-04", "", "because"),
    ] {
        let answer = decided(&mut stage, on, because);
        assert!(answer.subject.is_none() && answer.problems[0].place == place, "{on}: {:?}", answer.problems);
    }
    assert!(decided(&mut stage, "2030-11-04", "the bank's protocol 77").subject.is_some());
    assert!(line(&stage, "2030-11-06").is_none());
    let told = stage.clinic.consent_page(subject, &now("2030-11-06")).unwrap();
    assert_eq!(told.withdrawals[0].samples_text, "samples kept until then: destroyed on 4 Nov 2030");
    assert!(told.asked.iter().all(|asked| asked.act == AskedAct::Sign));
    let audit = stage.clinic.audit(&AuditAsked { subject: Some(subject) }).unwrap();
    let change = audit.iter().flat_map(|line| &line.changes).find(|change| change.field == "samples").unwrap();
    assert_eq!((change.label.as_str(), change.after.as_str()), ("Samples", told.withdrawals[0].samples_text.as_str()));
}

#[test]
fn a_sample_that_would_only_be_kept_is_asked_on_no_list_and_on_no_paper() {
    let (mut stage, subject) = with_a_sample();
    let asked = |stage: &Stage| {
        let page = stage.clinic.subject(subject, &now("2031-08-31")).unwrap();
        let y7 = page.visits.iter().find(|visit| visit.key == "visit:Y7").unwrap();
        let kits = stage.clinic.kits(&now("2031-08-31")).unwrap().lines;
        let archive = y7.tasks.iter().any(|task| task.contains("archived"));
        let kit = kits.iter().find(|kit| kit.key == "visit:Y7");
        let kept = kit.is_some_and(|kit| kit.tasks.iter().any(|task| task.contains("archived")));
        (archive, kept, y7.explanation.clone())
    };
    assert!(matches!(asked(&stage), (true, true, _)));
    withdraws(&mut stage, subject, ConsentPart::StoredSamples, "2030-10-01");
    let (archive, kit, explanation) = asked(&stage);
    assert!(!archive && !kit);
    assert!(explanation.contains("withdrew consent to keeping of stored samples on 1 Oct 2030"), "{explanation}");
}

#[test]
fn whoever_withdrew_the_use_of_their_data_is_named_beside_the_counts_and_marked_in_the_export() {
    let mut stage = stage(PRESET);
    let [one, two, _] = ["S-001", "S-002", "S-003"].map(|code| stage.enrol(code));
    let told = |stage: &mut Stage| stage.clinic.cohort(&now("2030-01-01")).unwrap().studies.remove(0);
    assert!(told(&mut stage).no_data_use.is_none());
    withdraws(&mut stage, two, ConsentPart::DataUse, "2028-05-03");
    withdraws(&mut stage, one, ConsentPart::DataUse, "2029-01-31");
    let study = told(&mut stage);
    let named = study.no_data_use.unwrap();
    assert_eq!(named.people, ["S-002 since 3 May 2028", "S-001 since 31 Jan 2029"]);
    assert!(
        named.sentence.starts_with("2 of these people withdrew the use of their data, the first since 3 May 2028.")
    );
    assert!(named.sentence.contains("still counted"), "{}", named.sentence);
    assert_eq!(study.enrolled, 3);
    let mut out = Vec::new();
    stage.clinic.export_json_lines(&mut out, Identities::LeftOut).unwrap();
    let marks: Vec<(Option<String>, Option<String>)> = String::from_utf8(out)
        .unwrap()
        .lines()
        .map(|line| {
            let value: serde_json::Value = serde_json::from_str(line).unwrap();
            let text = |value: &serde_json::Value| value.as_str().map(str::to_owned);
            (text(&value["entry"]["subject"]), text(&value["data_use_withdrawn_on"]))
        })
        .collect();
    let of = |subject: SubjectId| {
        marks.iter().filter(|(who, _)| *who == Some(subject.to_string())).map(|(_, on)| on.clone()).collect::<Vec<_>>()
    };
    assert!(of(two).len() > 1 && of(two).iter().all(|on| on.as_deref() == Some("2028-05-03")), "{marks:?}");
    assert!(of(one).iter().all(|on| on.as_deref() == Some("2029-01-31")));
    let others = marks.iter().filter(|(who, _)| *who != Some(one.to_string()) && *who != Some(two.to_string()));
    assert!(others.clone().count() > 2 && others.clone().all(|(_, on)| on.is_none()));
}
