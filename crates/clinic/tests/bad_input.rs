//! What bad input gets: the field, the value and what would be right; and a ledger that is as it was.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

mod site;

use clinic::wire::enrol::EnrolForm;
use clinic::wire::visit::{ProblemLine, VisitDraft};
use site::{Stage, now, stage, visit};

const TODAY: &str = "2026-11-24";

struct Case {
    what: &'static str,
    change: fn(&mut EnrolForm),
    place: &'static str,
    code: &'static str,
    /// The value as it was typed stands in the sentence.
    says: &'static str,
}

const ENROLMENTS: &[Case] = &[
    Case {
        what: "a day that no calendar has",
        change: |form| form.born_on = "2021-02-30".into(),
        place: "born_on",
        code: "not-a-date",
        says: "2021-02-30",
    },
    Case {
        what: "born in the future",
        change: |form| form.born_on = "2027-01-01".into(),
        place: "born_on",
        code: "future-date",
        says: "2027",
    },
    Case {
        what: "enrolled in the future",
        change: |form| form.enrolled_on = "2026-11-25".into(),
        place: "enrolled_on",
        code: "future-date",
        says: "2026",
    },
    Case {
        what: "born after dosing",
        change: |form| form.dosing.as_mut().unwrap().on = "2020-08-31".into(),
        place: "dosing.on",
        code: "birth-after-dosing",
        says: "2020",
    },
    Case {
        what: "enrolled before birth",
        change: |form| form.enrolled_on = "2020-08-31".into(),
        place: "enrolled_on",
        code: "before-birth",
        says: "2020",
    },
    Case {
        what: "a code that is in use, whatever its case",
        change: |form| form.code = "s-001".into(),
        place: "code",
        code: "duplicate-code",
        says: "s-001",
    },
    Case { what: "no code", change: |form| form.code = " ".into(), place: "code", code: "needed", says: "" },
    Case { what: "no sex", change: |form| form.sex = None, place: "sex", code: "needed", says: "" },
    Case {
        what: "a gestation in days",
        change: |form| form.gestation_weeks = "220".into(),
        place: "gestation_weeks",
        code: "outside-range",
        says: "220",
    },
    Case {
        what: "a protocol nobody adopted",
        change: |form| form.protocol = "unknown@9".into(),
        place: "protocol",
        code: "protocol-not-adopted",
        says: "",
    },
    Case {
        what: "consent after enrolment without a reason",
        change: |form| form.consented_on = "2024-09-15".into(),
        place: "consented_on",
        code: "consent-after-enrolment",
        says: "2024",
    },
];

fn told<'a>(problems: &'a [ProblemLine], place: &str, code: &str) -> &'a ProblemLine {
    let found = problems.iter().find(|problem| problem.place == place && problem.code == code);
    found.unwrap_or_else(|| panic!("{place} {code} in {problems:#?}"))
}

#[test]
fn an_enrolment_that_cannot_be_names_field_and_value_and_saves_nothing() {
    let mut stage = stage("fda/lentiviral-hsc-15y");
    stage.enrol("S-001");
    let before = stage.lines();
    for case in ENROLMENTS {
        let mut form = stage.form("S-002");
        (case.change)(&mut form);
        let answer = stage.clinic.enrol(&form, &now(TODAY)).unwrap();
        assert_eq!(answer.subject, None, "{}", case.what);
        let problem = told(&answer.problems, case.place, case.code);
        assert!(problem.text.contains(case.says), "{}: {}", case.what, problem.text);
        assert!(!problem.text.contains("input-"), "{}: no sentence for {}", case.what, problem.code);
        assert_eq!(stage.lines(), before, "{}: nothing is half-saved", case.what);
    }
    let mut form = stage.form("S-002");
    form.consented_on = "2024-09-15".into();
    form.because = "The family signed at home; the form arrived later.".into();
    assert!(stage.clinic.enrol(&form, &now(TODAY)).unwrap().subject.is_some(), "unusual and explained is kept");
}

/// Reviews and saves; gives the problems, and whether it was saved.
fn save(stage: &mut Stage, draft: &VisitDraft) -> (Vec<ProblemLine>, bool) {
    let review = stage.clinic.review_visit(draft, &now(TODAY)).unwrap();
    let problems = review.problems.into_iter().flat_map(|form| form.problems).collect();
    let before = stage.lines();
    let saved = stage.clinic.record_visit(draft, &now(TODAY));
    assert_eq!(saved.is_ok(), review.may_save, "the review says what saving does");
    assert_eq!(stage.lines() == before, saved.is_err(), "whole or not at all");
    (problems, saved.is_ok())
}

#[test]
fn a_visit_on_a_day_that_cannot_be_is_refused_and_one_that_is_odd_is_kept_with_its_reason() {
    let mut stage = stage("fda/lentiviral-hsc-15y");
    let subject = stage.enrol("S-001");
    for (on, code, says) in [
        ("2026-11-25", "future-date", "2026"),
        ("2026-02-30", "not-a-date", "2026-02-30"),
        ("", "needed", ""),
        ("2020-01-01", "before-birth", "2020"),
    ] {
        let draft = VisitDraft { because: "so it was".into(), ..visit(subject, "", on) };
        let (problems, saved) = save(&mut stage, &draft);
        let problem = told(&problems, "on", code);
        assert!(!saved && problem.text.contains(says), "{on}: {}", problem.text);
    }
    let early = visit(subject, "", "2024-08-01");
    let (problems, saved) = save(&mut stage, &early);
    assert!(!saved && told(&problems, "on", "visit-before-dosing").severity == assess::Severity::AsksReason);
    let (_, saved) = save(&mut stage, &VisitDraft { because: "Baseline at the referring clinic.".into(), ..early });
    assert!(saved, "the truth is never blocked, only asked for a reason");
    let (problems, saved) = save(&mut stage, &visit(subject, "M600", TODAY));
    assert!(!saved && told(&problems, "code", "no-such-visit").text.contains("M600"));
}

#[test]
fn markup_and_long_notes_are_text() {
    let mut stage = stage("fda/lentiviral-hsc-15y");
    let mut form = stage.form("S-001");
    form.identity.name = "王𠮷 <script>alert(1)</script> 🩺".into();
    let name = form.identity.name.clone();
    let subject = stage.clinic.enrol(&form, &now(TODAY)).unwrap().subject.unwrap();
    assert_eq!(stage.clinic.identity(subject).unwrap().name, name);
    let note = "很".repeat(10_000);
    let draft = VisitDraft { note: note.clone(), because: "told".into(), ..visit(subject, "", TODAY) };
    assert!(save(&mut stage, &draft).1);
    let page = stage.clinic.subject(subject, &now(TODAY)).unwrap();
    assert_eq!(page.contacts[0].note, note);
}
