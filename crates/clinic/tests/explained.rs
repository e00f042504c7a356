//! Every line says why it is as it is: what took its place, which day it counts from, which result asked for it.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

mod site;

use clinic::SubjectId;
use clinic::wire::course::{CourseChange, CourseForm};
use clinic::wire::enrol::DosingForm;
use clinic::wire::page::{SubjectPage, VisitLine};
use facts::fact::DosingOutcome;
use site::{Stage, now, stage};

/// A small study: what it asks for in visits follows by test.
const STUDY: &str = r#"
id = "told"
version = "1.0"
title = { en = "Told", zh-Hans = "说明", ja = "説明" }
authority = "fda"
follow-up = "P15Y"

[cites]
follow-up = "sponsor: 15 years"
results-within = "sponsor: six weeks"
age-of-majority = "sponsor: 18 years"
ctcae = "sponsor: 5.0"
growth = "sponsor: WHO"

[product]
name = { en = "Product", zh-Hans = "产品", ja = "製品" }
class = "lentiviral-hsc"
integrating = true

[[source]]
id = "sponsor"
title = "The sponsor's protocol"
issued = "2024"
authority = "sponsor"
confidence = "verified"

[[task]]
code = "call"
kind = "vital-status"
label = { en = "Talk", zh-Hans = "谈话", ja = "面談" }
icon = "talk"
"#;

fn row(code: &str, label: &str, anchor: &str, after: &str) -> String {
    format!(
        "\n[[visit]]\ncode = \"{code}\"\nlabel = {{ en = \"{label}\", zh-Hans = \"{label}\", ja = \"{label}\" }}\nanchor = \"{anchor}\"\nafter = \"{after}\"\nearly = \"P14D\"\nlate = \"P14D\"\nmodes = [\"clinic\"]\ndo = [\"call\"]\ncites = \"sponsor: visits\"\n"
    )
}

fn line<'a>(page: &'a SubjectPage, key: &str) -> &'a VisitLine {
    let known = || page.visits.iter().map(|line| line.key.as_str()).collect::<Vec<_>>();
    page.visits.iter().find(|line| line.key == key).unwrap_or_else(|| panic!("no {key} in {:?}", known()))
}

fn change(stage: &mut Stage, subject: SubjectId, change: CourseChange, today: &str) {
    let form = CourseForm { subject, change, because: "as decided".into() };
    let answer = stage.clinic.change_course(&form, &now(today)).unwrap();
    assert_eq!(answer.subject, Some(subject), "{:?}", answer.problems);
}

fn dosed_again(stage: &mut Stage, subject: SubjectId, on: &str) {
    let again = DosingForm { on: on.into(), outcome: Some(DosingOutcome::Complete), ..DosingForm::default() };
    assert_eq!(stage.clinic.record_dosing(subject, &again, &now(on)).unwrap().subject, Some(subject));
}

/// A second version without month 3, with a form that was asked in two versions within one time.
fn second_version() -> String {
    let forms = r#"
[[consent]]
code = "main"
kind = "consent"
label = { en = "Main consent", zh-Hans = "主要同意书", ja = "同意書" }
within = "P3M"
cites = "sponsor: consent"

[[consent.version]]
version = "1.0"

[[consent.version]]
version = "2.0"
effective-on = "2024-10-10"
reconsent-within = "P3M"

[[consent.version]]
version = "3.0"
effective-on = "2024-11-01"
reconsent-within = "P3M"
"#;
    let amendment = "[amendment]\namends = \"1.0\"\neffective-on = \"2024-09-01\"\nreconsent = false\ncites = \"sponsor: amendment\"\n\n[product]";
    let text = STUDY.replace("version = \"1.0\"\ntitle", "version = \"2.0\"\ntitle").replace("[product]", amendment);
    [text, row("M6", "Month 6", "dosing:last", "P6M"), forms.into()].concat()
}

#[test]
fn what_took_the_place_of_a_line_is_named_by_what_it_was() {
    let first = [STUDY, &row("M3", "Month 3", "dosing", "P3M"), &row("M6", "Month 6", "dosing:last", "P6M")].concat();
    let mut stage = stage(&first);
    let mut form = stage.form("S-001");
    form.consented_on = "2024-08-31".into();
    let subject = stage.clinic.enrol(&form, &now("2024-08-31")).unwrap().subject.unwrap();
    let reference = stage.clinic.adopt_protocol(&second_version(), &now("2024-09-02")).unwrap();
    let moves =
        CourseChange::Amendment { protocol: reference, moves_on: "2024-10-01".into(), reconsented_on: String::new() };
    change(&mut stage, subject, moves, "2024-10-01");
    dosed_again(&mut stage, subject, "2024-12-01");
    let page = stage.clinic.subject(subject, &now("2024-12-02")).unwrap();
    for (key, said) in [
        ("visit:M3", "superseded: version 2.0 of the protocol no longer asks for it"),
        ("visit:M6@1", "superseded: a later dosing gave it a new date"),
        ("consent:main:version:2.0", "superseded: version 3.0 of the form is to be signed instead"),
    ] {
        assert_eq!(line(&page, key).standing_text, said, "{key}");
    }
}
