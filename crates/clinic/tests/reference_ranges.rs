//! A laboratory's limits from its table to the form: kept whole or not at all, superseded with a reason, offered to the
//! person they are for.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

mod site;

use assess::{Entered, EnteredForm};
use clinic::SubjectId;
use clinic::wire::page::AuditAsked;
use clinic::wire::ranges::{LimitsOffered, RangesForm};
use clinic::wire::visit::TaskForm;
use facts::Role;
use facts::fact::FactKind;
use site::{Stage, now, stage, visit};

const TODAY: &str = "2026-11-24";
const HEADING: &str = "laboratory,analyte,sex,age_from,age_to,low,high,unit,valid_from,valid_to\n";
const CENTRAL: &str = "central,alt,female,P1Y,P12Y,,35,U/L,2024-01-01,2026-06-30\n\
                       central,alt,female,P1Y,P12Y,,33,U/L,2026-07-01,\n\
                       central,alt,male,P1Y,,,45,U/L,2024-01-01,\n\
                       central,bilirubin,,P1M,,,1.2,mg/dL,2024-01-01,\n\
                       central,albumin,,P1Y,,38,54,g/L,2024-01-01,\n";

fn form(rows: &str, because: &str) -> RangesForm {
    RangesForm { csv: format!("{HEADING}{rows}"), because: because.into() }
}

/// A girl of five years, at a site that kept the table.
fn kept() -> (Stage, SubjectId) {
    let mut stage = stage("fda/aav-systemic-5y");
    let subject = stage.enrol("S-001");
    assert!(stage.clinic.keep_reference_ranges(&form(CENTRAL, ""), &now(TODAY)).unwrap().kept);
    (stage, subject)
}

fn offered(stage: &Stage, subject: SubjectId, kind: &str, on: &str) -> Vec<LimitsOffered> {
    let form = EnteredForm { kind: kind.into(), collected_on: on.into(), ..EnteredForm::default() };
    stage.clinic.check_form(subject, &form, &now(TODAY)).unwrap().limits
}

fn told(offers: &[LimitsOffered]) -> Vec<String> {
    let limits = offers.iter().flat_map(|offer| offer.limits.iter().map(|limit| (&offer.laboratory, limit)));
    limits
        .map(|(laboratory, limit)| {
            let values: Vec<_> = limit.values.iter().map(|value| format!("{} {}", value.text, value.unit)).collect();
            format!("{laboratory} {} {}", limit.field, values.join(" = "))
        })
        .collect()
}

#[test]
fn the_form_is_offered_the_limits_of_this_person_on_the_day_of_the_sample() {
    let (stage, subject) = kept();
    let same = ["central bilirubin-uln 1.2 mg/dL", "central albumin-lln 38 g/L = 3.8 g/dL"];
    let found = offered(&stage, subject, "liver", "2026-06-30");
    assert_eq!(told(&found), [&["central alt-uln 35 U/L"], &same[..]].concat());
    assert_eq!(told(&offered(&stage, subject, "liver", "2026-07-01"))[0], "central alt-uln 33 U/L = 0.55 ukat/L");
    let lacking = &found[0].lacking;
    assert_eq!(lacking.len(), 1, "{lacking:?}");
    assert!(lacking[0].contains("AST") && !lacking[0].contains("ALT"), "{lacking:?}");
    assert!(told(&offered(&stage, subject, "liver", "2023-12-31")).is_empty());
    assert!(offered(&stage, subject, "blood-count", TODAY).is_empty(), "a laboratory that gives nothing is left out");
    assert!(offered(&stage, subject, "liver", "no day").is_empty());
}

#[test]
fn a_limit_that_was_filled_in_grades_the_value() {
    let (stage, subject) = kept();
    let typed = |text: &str| Entered { text: text.into(), unit: "U/L".into(), ..Entered::default() };
    let mut form = EnteredForm { kind: "liver".into(), collected_on: TODAY.into(), ..EnteredForm::default() };
    form.fields.insert("alt".into(), typed("112"));
    let limit = offered(&stage, subject, "liver", TODAY)[0].limits[0].clone();
    form.fields.insert(limit.field, typed(&limit.values[0].text));
    let checked = stage.clinic.check_form(subject, &form, &now(TODAY)).unwrap();
    assert_eq!(checked.computed["alt-grade"], "2");
}

#[test]
fn a_value_is_told_beside_what_it_was_last_time() {
    let (mut stage, subject) = kept();
    let typed = |text: &str| Entered { text: text.into(), unit: "U/L".into(), ..Entered::default() };
    let liver = |on: &str, alt: &str| {
        let fields = [("alt", alt), ("alt-uln", "35"), ("ast", "30"), ("ast-uln", "35")];
        let fields = fields.iter().map(|(key, text)| ((*key).to_owned(), typed(text))).collect();
        EnteredForm { kind: "liver".into(), collected_on: on.into(), fields, ..EnteredForm::default() }
    };
    let mut draft = visit(subject, "", "2026-06-12");
    draft.forms.push(TaskForm { task: String::new(), form: liver("2026-06-12", "31.5") });
    draft.because = "asked for".into();
    stage.clinic.record_visit(&draft, &now(TODAY)).unwrap();
    let checked = stage.clinic.check_form(subject, &liver(TODAY, "112"), &now(TODAY)).unwrap();
    let told: Vec<_> = checked.notes.iter().map(|note| (note.place.as_str(), note.text.as_str())).collect();
    assert_eq!(told, [("alt", "ALT 3.2 × ULN: grade 2; last 0.9 × ULN (12 Jun 2026)")]);
}

#[test]
fn every_fault_is_told_with_its_row_and_column_and_nothing_is_kept() {
    let (mut stage, _) = kept();
    let lines = stage.lines();
    let wrong = "central,alt,boy,P0D,,,40,U/L,2020-01-01,\ncentral,ast,,P0D,,,forty,U/L,2020-01-01,\n";
    let seen = stage.clinic.keep_reference_ranges(&form(wrong, "mended"), &now(TODAY)).unwrap();
    let places: Vec<_> = seen.problems.iter().map(|one| (one.line, one.column.as_str(), one.stops)).collect();
    assert_eq!(places, [(2, "sex", true), (3, "high", true)]);
    assert!(!seen.kept && !seen.sound);
    assert_eq!(stage.lines(), lines);
    for problem in seen.problems {
        assert!(!problem.text.contains('⟦'), "{}", problem.text);
    }
}

#[test]
fn a_later_table_supersedes_with_a_reason_and_the_audit_says_which_limit_changed() {
    let (mut stage, subject) = kept();
    let later = CENTRAL.replace(",33,", ",34,");
    let keep = |stage: &mut Stage, rows: &str, because: &str| {
        stage.clinic.keep_reference_ranges(&form(rows, because), &now(TODAY)).map_err(|refusal| refusal.code)
    };
    assert_eq!(keep(&mut stage, &later, " ").map(drop), Err("field-empty".into()));
    assert_eq!(keep(&mut stage, CENTRAL, "again").map(drop), Err("ranges-unchanged".into()));
    assert!(keep(&mut stage, &later, "new method").unwrap().kept);
    assert!(keep(&mut stage, "city,alt,,P0D,,,40,U/L,2020-01-01,\n", "").unwrap().kept, "another laboratory");
    let tables = stage.clinic.reference_ranges().unwrap();
    assert_eq!(tables.iter().map(|table| table.laboratory.as_str()).collect::<Vec<_>>(), ["central", "city"]);
    assert_eq!(told(&offered(&stage, subject, "liver", TODAY))[0], "central alt-uln 34 U/L");
    let audit = stage.clinic.audit(&AuditAsked { subject: None }).unwrap();
    let line = audit.iter().find(|line| line.kind == FactKind::ReferenceRanges && line.version == 2).unwrap();
    let changes: Vec<_> =
        line.changes.iter().map(|one| format!("{}: {} -> {}", one.label, one.before, one.after)).collect();
    let expected =
        "ALT (female, 1 year to under 12 years): up to 33 U/L; since 1 Jul 2026 -> up to 34 U/L; since 1 Jul 2026";
    assert_eq!(
        (line.what.as_str(), line.reason.as_str(), changes),
        ("central", "new method", vec![expected.to_owned()])
    );
}

#[test]
fn tables_outlive_the_session() {
    let (stage, subject) = kept();
    let stage = stage.sit_down(Role::Monitor);
    assert_eq!(told(&offered(&stage, subject, "liver", TODAY)).len(), 3);
    let refused = stage.clinic.look_at_ranges("").map(drop).unwrap_err();
    assert_eq!(refused.kind, clinic::Kind::NotAllowed);
}
