//! A contact that was recorded wrong: its day, its visit, its child.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

mod site;

use std::collections::BTreeSet;

use clinic::wire::course::{CourseChange, CourseForm};
use clinic::wire::page::{SubjectPage, VisitLine};
use clinic::wire::visit::VisitDraft;
use clinic::{RecordId, SubjectId};
use facts::fact::Mode;
use followup::Standing;
use site::{now, stage, visit};

const PRESET: &str = "fda/lentiviral-hsc-15y";

fn form(subject: SubjectId, change: CourseChange, because: &str) -> CourseForm {
    CourseForm { subject, change, because: because.into() }
}

fn line<'a>(page: &'a SubjectPage, key: &str) -> &'a VisitLine {
    page.visits.iter().find(|line| line.key == key).unwrap_or_else(|| panic!("no {key}"))
}

fn contact(record: RecordId, codes: &[&str], on: &str, forms_too: bool) -> CourseChange {
    let codes = codes.iter().map(|code| (*code).to_owned()).collect();
    CourseChange::Visit { record, codes, on: on.into(), mode: Mode::Clinic, note: String::new(), forms_too }
}

#[test]
fn a_contact_with_the_wrong_day_or_visit_is_corrected_and_shows_what_it_moves() {
    let mut stage = stage(PRESET);
    let subject = stage.enrol("S-001");
    let today = now("2025-06-10");
    let draft = VisitDraft { because: "left out".into(), ..visit(subject, "M3", "2025-03-04") };
    stage.clinic.record_visit(&draft, &now("2025-03-04")).unwrap();
    let before = stage.clinic.subject(subject, &today).unwrap();
    let record = before.contacts[0].record;
    assert_eq!(before.contacts[0].codes, ["M3"]);
    // It was the visit of month 6, and a day earlier.
    let change = form(subject, contact(record, &["M6"], "2025-03-03", true), "typed into the wrong line");
    let preview = stage.clinic.preview_course(&change, &today).unwrap();
    let moved: Vec<&str> = preview.moved.iter().map(|line| line.label.as_str()).collect();
    assert!(moved.iter().any(|label| label.contains("Month 3")) && moved.iter().any(|label| label.contains("Month 6")));
    assert!(stage.clinic.change_course(&change, &today).unwrap().subject.is_some());
    let after = stage.clinic.subject(subject, &today).unwrap();
    assert_eq!((after.contacts[0].version, after.contacts[0].codes.as_slice()), (2, &["M6".to_owned()][..]));
    assert_eq!(line(&after, "visit:M6").done_on.unwrap().to_string(), "2025-03-03");
    assert!(matches!(line(&after, "visit:M3").standing, Standing::Overdue { .. }));
    let forms: Vec<_> = after.assessments.iter().filter(|one| one.visit == Some(record)).collect();
    assert!(!forms.is_empty() && forms.iter().all(|one| one.collected_on.to_string() == "2025-03-03"), "{forms:?}");
    // An unknown visit and a day to come are told, not kept.
    let wrong = form(subject, contact(record, &["M7"], "2025-07-01", true), "x");
    let told = stage.clinic.change_course(&wrong, &today).unwrap();
    let codes: BTreeSet<&str> = told.problems.iter().map(|problem| problem.code.as_str()).collect();
    assert_eq!((told.subject, codes), (None, BTreeSet::from(["future-date", "no-such-visit"])));
}

#[test]
fn a_contact_of_another_child_is_taken_back_with_its_forms_and_the_visit_is_owed_again() {
    let mut stage = stage(PRESET);
    let subject = stage.enrol("S-001");
    let today = now("2025-06-10");
    let draft = VisitDraft { because: "left out".into(), ..visit(subject, "M6", "2025-03-04") };
    stage.clinic.record_visit(&draft, &now("2025-03-04")).unwrap();
    let before = stage.clinic.subject(subject, &today).unwrap();
    let record = before.contacts[0].record;
    assert!(before.assessments.iter().any(|one| one.visit == Some(record)));
    let change = |forms_too| form(subject, CourseChange::NoVisit { record, forms_too }, "another child");
    let unsaid = CourseForm { because: String::new(), ..change(true) };
    assert!(stage.clinic.change_course(&unsaid, &today).unwrap().subject.is_none(), "a reason is needed");
    stage.clinic.change_course(&change(true), &today).unwrap();
    let after = stage.clinic.subject(subject, &today).unwrap();
    assert!(after.contacts.is_empty() && after.assessments.is_empty());
    assert!(matches!(line(&after, "visit:M6").standing, Standing::Overdue { .. }));
    let audit = stage.clinic.audit(&clinic::wire::page::AuditAsked { subject: Some(subject) }).unwrap();
    assert!(audit.iter().any(|line| line.record == record && line.reason == "another child"), "{audit:?}");
    assert_eq!(stage.clinic.change_course(&change(true), &today).unwrap_err().code, "no-such-record");
}
