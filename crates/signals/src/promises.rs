//! Test-only: what holds for every life, not for one story.

use std::collections::BTreeSet;

use facts::answer::{Answer, Answers, Assessment, Closure};
use facts::entry::{Author, Role};
use facts::fact::{Enrolment, Fact, Recorded};
use facts::{CivilDate, DeviceId, Entry, EntryId, Life, RecordId, Sex, SubjectId};
use proptest::prelude::*;
use protocol::Protocol;
use uuid::Uuid;

use crate::{Evidence, Finding, findings};

const SUBJECT: SubjectId = SubjectId(Uuid::from_u128(1));
/// Kinds that no rule reads, one of them unknown to this program.
const UNREAD: [&str; 5] = ["development", "vital-status", "pregnancy", "fertility", "brain-scan"];
/// Rules whose findings later facts may answer: an analysis, a clearance, a recovery.
const ANSWERED: [&str; 4] =
    ["vector-positive-unanalysed", "shedding-after-clearance", "persistent-cytopenia", "infectivity-untested"];

/// Every rule in force: a lentiviral preset with the rules that only a systemic or an oncolytic one asks for.
fn protocol() -> Protocol {
    let read = |wanted: &str| {
        let preset = protocol::presets().into_iter().find(|(path, _)| path == wanted);
        preset.and_then(|(_, text)| protocol::read(text).0).unwrap()
    };
    let mut protocol = read("fda/lentiviral-hsc-15y");
    for other in ["fda/aav-systemic-5y", "fda/plasmid-oncolytic-2y"] {
        for clause in read(other).rules {
            if protocol.rule(&clause.rule).is_none() {
                protocol.rules.push(clause);
            }
        }
    }
    assert_eq!(protocol.rules.len(), crate::rules().len());
    protocol
}

fn number(value: u32, unit: &str) -> Answer {
    Answer::number(value.into(), unit)
}

/// A form whose values follow from two small numbers, so that every rule meets both sides of its limits.
fn form(kind: usize, size: u32) -> (&'static str, Vec<(&'static str, Answer)>) {
    let yes = |when: bool| Answer::choice(if when { "yes" } else { "no" });
    let specimen = ("specimen", Answer::choice(if size.is_multiple_of(2) { "whole-blood" } else { "t-cells" }));
    match kind {
        0 => {
            let row = |gene: &str, position: u32, size: u32| {
                Answers::from([
                    ("gene".to_owned(), Answer::text(gene)),
                    ("chromosome".to_owned(), Answer::text("chr11")),
                    ("position".to_owned(), number(position, "")),
                    ("strand".to_owned(), Answer::choice("+")),
                    ("abundance".to_owned(), number(size, "1")),
                ])
            };
            let rows = vec![row("LMO2", 7, 1 + size), row("GENE", 8, 40), row("OTHER", 9, 41)];
            let clones = ("clones", Answer::Table { rows });
            let measure = ("measure", Answer::choice("sonic-abundance"));
            let build = ("genome-build", Answer::choice("hg38"));
            ("integration-site", vec![specimen, ("analysis", Answer::choice("done")), measure, build, clones])
        }
        1 => {
            let analysis = ("analysis", Answer::choice("not-done"));
            ("integration-site", vec![specimen, analysis, ("vector-positive", number(size / 8, "%"))])
        }
        2 => {
            let unit = "{copies}/mL";
            let result = match size % 3 {
                0 => number(size, unit),
                _ => Answer::NotDetected { unit: unit.to_owned(), lod: None },
            };
            ("shedding", vec![("matrix", Answer::choice("urine")), ("result", result)])
        }
        3 => {
            let enzyme = [("alt", number(size * 10, "U/L")), ("alt-uln", number(40, "U/L"))];
            let bile = [("bilirubin", number(size * 4, "umol/L")), ("bilirubin-uln", number(20, "umol/L"))];
            ("liver", enzyme.into_iter().chain(bile).collect())
        }
        4 => {
            let target = ("target", Answer::choice("vector-total"));
            ("antibody", vec![target, ("titre", number(50 << (size % 8), "{titer}"))])
        }
        5 => ("cancer-screen", vec![("new-malignancy", yes(size.is_multiple_of(7)))]),
        6 => ("rcr-rcl", vec![("result", Answer::choice(if size < 5 { "positive" } else { "negative" }))]),
        7 => {
            let blasts = ("blasts", number(size % 3, "%"));
            ("blood-count", vec![("platelets", number(size * 4, "10*9/L")), ("mcv", number(80 + size, "fL")), blasts])
        }
        8 => ("growth", vec![("weight", number(8 + size / 3, "kg")), ("measured", Answer::choice("standing"))]),
        9 => ("puberty", vec![("breast", Answer::choice(if size.is_multiple_of(3) { "1" } else { "2" }))]),
        _ => {
            let category = if size.is_multiple_of(5) { "malignancy" } else { "infection" };
            let serious = ("serious", yes(size < 10));
            let grade = ("ctcae-grade", Answer::choice(if size.is_multiple_of(2) { "1" } else { "3" }));
            let onset = ("onset", Answer::Date { on: "2023-02-01".parse().unwrap() });
            (
                "adverse-event",
                vec![("category", Answer::choice(category)), ("term", Answer::text("x")), serious, grade, onset],
            )
        }
    }
}

fn entry(n: usize, fact: Fact) -> Entry {
    Entry {
        id: EntryId(Uuid::from_u128(n as u128 + 1_000)),
        device: DeviceId(Uuid::from_u128(9)),
        sequence: 1,
        record: RecordId(Uuid::from_u128(n as u128 + 1)),
        supersedes: None,
        subject: Some(SUBJECT),
        author: Author { login: "a".into(), name: "A".into(), role: Role::Coordinator },
        recorded_at: "2026-01-01T00:00:00+08:00".into(),
        reason: None,
        origins: Vec::new(),
        fact,
    }
}

fn assessed(n: usize, kind: &str, day: i32, answers: Vec<(&str, Answer)>) -> Entry {
    let start: CivilDate = "2023-03-01".parse().unwrap();
    let assessment = Assessment {
        kind: kind.to_owned(),
        edition: 1,
        collected_on: start.plus_days(day),
        closure: Closure::Answered,
        answers: answers.into_iter().map(|(key, answer)| (key.to_owned(), answer)).collect(),
    };
    entry(n, Fact::Assessment(Recorded { visit: None, assessment }))
}

type Told = (usize, u32, i32);

fn life(told: &[Told]) -> Vec<Entry> {
    let enrolment = Enrolment {
        code: "S-001".into(),
        sex: Sex::Female,
        born_on: "2021-02-11".parse().unwrap(),
        gestation_weeks: None,
        consented_on: None,
        enrolled_on: "2022-01-01".parse().unwrap(),
        language: "en".into(),
        protocol: "p@1".into(),
    };
    let mut entries = vec![entry(0, Fact::Enrolment(enrolment))];
    for (index, (kind, size, day)) in told.iter().enumerate() {
        let (kind, answers) = form(*kind, *size);
        entries.push(assessed(index + 1, kind, *day, answers));
    }
    entries
}

fn found(protocol: &Protocol, entries: &[Entry]) -> Vec<Finding> {
    findings(protocol, &Life::of(SUBJECT, entries).unwrap())
}

fn keys(findings: &[Finding]) -> BTreeSet<&str> {
    findings.iter().map(|finding| finding.key.as_str()).collect()
}

fn lives() -> impl Strategy<Value = Vec<Told>> {
    prop::collection::vec((0_usize..11, 0_u32..30, 0_i32..1500), 0..24)
}

proptest! {
    #[test]
    fn the_order_of_entries_does_not_matter(told in lives(), turn in 0_usize..24) {
        let protocol = protocol();
        let mut entries = life(&told);
        let straight = found(&protocol, &entries);
        let by = turn % entries.len();
        entries.rotate_left(by);
        entries.reverse();
        prop_assert_eq!(straight, found(&protocol, &entries));
    }

    #[test]
    fn a_key_stands_once_and_evidence_is_never_empty(told in lives()) {
        let findings = found(&protocol(), &life(&told));
        prop_assert_eq!(keys(&findings).len(), findings.len());
        for finding in &findings {
            prop_assert!(!finding.evidence.is_empty());
            let in_time = |seen: &Evidence| seen.on <= finding.seen_on || finding.rule == "shedding-after-clearance";
            prop_assert!(finding.evidence.iter().all(in_time));
            let named = finding.key.split_once(':').is_some_and(|(rule, _)| rule == finding.rule);
            prop_assert!(named, "{}", finding.key);
        }
    }

    #[test]
    fn an_assessment_that_no_rule_reads_changes_nothing(told in lives(), kind in 0_usize..4, day in 0_i32..1500) {
        let protocol = protocol();
        let mut entries = life(&told);
        let before = found(&protocol, &entries);
        entries.push(assessed(99, UNREAD[kind], day, Vec::new()));
        prop_assert_eq!(before, found(&protocol, &entries));
    }

    #[test]
    fn an_assessment_changes_only_the_findings_of_rules_that_read_it(told in lives(), (kind, size, day) in (0_usize..11, 0_u32..30, 0_i32..1500)) {
        let protocol = protocol();
        let mut entries = life(&told);
        let before = found(&protocol, &entries);
        let (kind, answers) = form(kind, size);
        entries.push(assessed(99, kind, day, answers));
        let after = found(&protocol, &entries);
        let others = |findings: &[Finding]| -> Vec<Finding> {
            let reads = |finding: &&Finding| crate::rules().iter().any(|rule| rule.id == finding.rule && rule.reads.contains(&kind));
            findings.iter().filter(|finding| !reads(finding)).cloned().collect()
        };
        prop_assert_eq!(others(&before), others(&after));
    }

    #[test]
    fn a_later_fact_never_unmakes_a_finding_that_it_does_not_answer(told in lives(), (kind, size) in (0_usize..11, 0_u32..30)) {
        let protocol = protocol();
        let mut entries = life(&told);
        let before = found(&protocol, &entries);
        let (kind, answers) = form(kind, size);
        entries.push(assessed(99, kind, 1501, answers));
        let after = found(&protocol, &entries);
        for finding in before.iter().filter(|finding| !ANSWERED.contains(&finding.rule.as_str())) {
            let kept = after.iter().find(|newer| newer.key == finding.key);
            prop_assert!(kept.is_some(), "{} was lost", finding.key);
            prop_assert!(kept.is_some_and(|newer| finding.evidence.iter().all(|seen| newer.evidence.contains(seen))));
        }
    }

    #[test]
    fn one_rule_does_not_depend_on_another(told in lives(), index in 0_usize..20) {
        let protocol = protocol();
        let entries = life(&told);
        let mut alone = protocol.clone();
        alone.rules = vec![protocol.rules[index].clone()];
        let rule = &alone.rules[0].rule;
        let together: Vec<Finding> = found(&protocol, &entries).into_iter().filter(|finding| finding.rule == *rule).collect();
        prop_assert_eq!(together, found(&alone, &entries));
    }
}

#[test]
fn a_life_without_assessments_has_no_findings() {
    assert!(found(&protocol(), &life(&[])).is_empty());
}
