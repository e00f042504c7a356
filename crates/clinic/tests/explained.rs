//! Every line says why it is as it is: what took its place, which day it counts from, which result asked for it.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

mod site;

use assess::{Entered, EnteredForm};
use clinic::SubjectId;
use std::process::Command;

use clinic::wire::course::{CourseChange, CourseForm, TripsAsked};
use clinic::wire::enrol::DosingForm;
use clinic::wire::page::{PaperSize, PrintAsked, SubjectPage, VisitLine};
use clinic::wire::today::TodayAsked;
use clinic::wire::visit::{TaskForm, VisitAsked, VisitDraft};
use facts::fact::DosingOutcome;
use site::{Stage, now, stage, visit};

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
    let moves = CourseChange::Amendment {
        protocol: reference,
        moves_on: "2024-10-01".into(),
        reconsented_on: String::new(),
        without_consent: true,
    };
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

fn came(stage: &mut Stage, subject: SubjectId, code: &str, on: &str) {
    let draft = VisitDraft { because: "the form follows on paper".into(), ..visit(subject, code, on) };
    stage.clinic.record_visit(&draft, &now(on)).unwrap();
}

fn told(stage: &Stage, subject: SubjectId, key: &str, today: &str) -> String {
    line(&stage.clinic.subject(subject, &now(today)).unwrap(), key).explanation.clone()
}

#[test]
fn after_a_further_dosing_each_date_names_the_dosing_it_counts_from() {
    let rows = [row("M1", "Month 1", "dosing:last", "P1M"), row("M6", "Month 6", "dosing:last", "P6M")];
    let mut stage = stage(&[STUDY, &rows.concat(), &row("E3", "Each month 3", "dosing:each", "P3M")].concat());
    let subject = stage.enrol("S-001");
    came(&mut stage, subject, "M1", "2024-09-30");
    dosed_again(&mut stage, subject, "2024-12-01");
    for (key, counted) in [
        ("visit:M1@1", "Dosing 1 31 Aug 2024 + 1 month"),
        ("visit:M6@1", "Dosing 1 31 Aug 2024 + 6 months"),
        ("visit:M6", "Dosing 2 1 Dec 2024 + 6 months"),
        ("visit:E3", "Dosing 1 31 Aug 2024 + 3 months"),
        ("visit:E3@2", "Dosing 2 1 Dec 2024 + 3 months"),
    ] {
        let said = told(&stage, subject, key, "2024-12-02");
        assert!(said.starts_with(counted), "{key}: {said}");
    }
}

#[test]
fn a_date_that_counts_from_a_visit_names_it_and_says_when_its_day_is_only_planned() {
    let rows = [
        row("M3", "Month 3", "dosing", "P3M"),
        row("W2", "Two weeks later", "previous-visit", "P2W"),
        row("X", "A month later", "event:M3", "P1M"),
    ];
    let mut stage = stage(&[STUDY, &rows.concat()].concat());
    let subject = stage.enrol("S-001");
    let planned = "Month 3 (planned day, not made so far) 30 Nov 2024 + ";
    for key in ["visit:W2", "visit:X"] {
        let said = told(&stage, subject, key, "2024-09-10");
        assert!(said.starts_with(planned), "{key}: {said}");
    }
    came(&mut stage, subject, "M3", "2024-12-03");
    for (key, counted) in [("visit:W2", "Month 3 3 Dec 2024 + 2 weeks"), ("visit:X", "Month 3 3 Dec 2024 + 1 month")] {
        let said = told(&stage, subject, key, "2024-12-04");
        assert!(said.starts_with(counted), "{key}: {said}");
    }
    let when: Vec<String> =
        stage.clinic.study(&stage.protocol).unwrap().visits.into_iter().map(|visit| visit.when).collect();
    assert_eq!(when, ["First dosing + 3 months", "Month 3 + 2 weeks", "Month 3 + 1 month"]);
}

#[test]
fn every_line_of_a_list_opens_to_the_sum_and_the_clause_of_its_date() {
    let mut stage = stage("fda/lentiviral-hsc-15y");
    let subject = stage.enrol("S-001");
    let track = stage.clinic.adopt_protocol("tracks/cibmtr-genetically-modified-cells", &now("2024-09-01")).unwrap();
    let follow = CourseChange::Track {
        record: None,
        protocol: track,
        from_on: "2024-08-31".into(),
        until_on: String::new(),
        clinic: String::new(),
    };
    change(&mut stage, subject, follow, "2024-09-01");
    let today = now("2025-02-20");
    let asked = TodayAsked { limit: 200, ..TodayAsked::default() };
    let rows = stage.clinic.worklist(&asked, &today).unwrap().rows;
    let month = stage.clinic.calendar_month("2025-02-01", &today).unwrap();
    assert!(rows.len() > 3 && month.to_plan.len() > 2, "{} {}", rows.len(), month.to_plan.len());
    let keys = rows.iter().map(|row| &row.key).chain(month.to_plan.iter().map(|line| &line.key));
    for key in keys {
        let why = stage.clinic.explain_date(subject, key).unwrap();
        let cited = why.citation.unwrap_or_else(|| panic!("{key} names no clause"));
        assert!(cited.text.contains(": ") && !cited.confidence.is_empty(), "{key}: {}", cited.text);
        assert!(!why.explanation.is_empty() && !why.what.contains('⟦'), "{key}: {}", why.explanation);
    }
    let plan = stage.clinic.plan_trips(&TripsAsked { subjects: vec![subject], months: 12 }, &today).unwrap();
    for part in plan.trips.iter().flat_map(|trip| &trip.parts) {
        assert!(part.explanation.contains('=') && part.citation.is_some(), "{part:?}");
    }
    let refused = stage.clinic.explain_date(subject, "visit:none").unwrap_err();
    assert_eq!(refused.code, "no-such-obligation");
}

/// As poppler reads the family's sheet, without its line breaks, and how many pages it has.
fn sheet(stage: &Stage, subject: SubjectId, language: &str, today: &str) -> (String, u32) {
    let asked = PrintAsked {
        subject,
        paper: PaperSize::A4,
        language: language.into(),
        show_product: false,
        folder: String::new(),
    };
    let printed = stage.clinic.print_schedule(&asked, &now(today)).unwrap();
    let told = Command::new("pdftotext").args([printed.path.as_str(), "-"]).output().expect("poppler is installed");
    let text = String::from_utf8(told.stdout).unwrap();
    (text.split_whitespace().collect::<Vec<_>>().join(" "), printed.pages)
}

#[test]
fn a_family_reads_why_each_visit_lies_where_it_lies() {
    let mut stage = stage("fda/lentiviral-hsc-15y");
    let subject = stage.enrol("S-001");
    for (language, near, all) in [
        (
            "en",
            "6 months after the treatment of 31 Aug 2024",
            "Counted from the treatment of 31 Aug 2024 or from a birthday.",
        ),
        ("zh-Hans", "治疗后6个月", "治疗或生日起算"),
        ("ja", "の治療から6か月後", "の治療または誕生日から数えています"),
    ] {
        let (text, _) = sheet(&stage, subject, language, "2024-10-20");
        let text = if language == "en" { text } else { text.replace(' ', "") };
        for said in [near, all] {
            assert!(text.contains(said), "{language}: {said}\n{text}");
        }
        assert!(!text.contains('⟦'), "{text}");
    }
    let rows = [row("M3", "Month 3", "dosing", "P3M"), row("W2", "Two weeks later", "previous-visit", "P2W")];
    let mut stage = site::stage(&[STUDY, &rows.concat()].concat());
    let subject = stage.enrol("S-001");
    let (text, _) = sheet(&stage, subject, "en", "2024-09-10");
    assert!(text.contains("2 weeks after the visit “Month 3”, planned for 30 Nov 2024"), "{text}");
}

#[test]
fn follow_up_ends_where_the_protocol_counts_its_length_from() {
    let text = [STUDY, &row("M6", "Month 6", "dosing:last", "P6M")].concat();
    let mut stage =
        stage(&text.replace("follow-up = \"P15Y\"\n", "follow-up = \"P15Y\"\nfollow-up-from = \"dosing:last\"\n"));
    let subject = stage.enrol("S-001");
    dosed_again(&mut stage, subject, "2025-03-01");
    let page = stage.clinic.subject(subject, &now("2025-03-02")).unwrap();
    assert_eq!(page.until.map(|on| on.to_string()).as_deref(), Some("2040-03-01"));
}

/// A test for replicating virus, at a contact that nobody planned.
fn tested(stage: &mut Stage, subject: SubjectId, on: &str, result: &str) {
    let typed = [("archived", "tested"), ("result", result), ("confirmed", "confirmed")];
    let typed = typed.into_iter().filter(|(key, _)| *key != "confirmed" || result == "positive").map(|(key, code)| {
        (key.to_owned(), Entered { codes: vec![code.into()], text: code.into(), ..Entered::default() })
    });
    let form = EnteredForm {
        kind: "rcr-rcl".into(),
        collected_on: on.into(),
        fields: typed.collect(),
        ..EnteredForm::default()
    };
    let draft = VisitDraft {
        code: String::new(),
        because: "as the laboratory wrote".into(),
        forms: vec![TaskForm { task: String::new(), form }],
        ..visit(subject, "", on)
    };
    stage.clinic.record_visit(&draft, &now(on)).unwrap();
}

#[test]
fn what_a_result_switched_on_or_off_says_which_result_on_which_day_and_until_when() {
    let mut stage = stage("fda/lentiviral-hsc-15y");
    let subject = stage.enrol("S-001");
    let said = |stage: &Stage, today: &str| told(stage, subject, "visit:M24", today);
    assert!(!said(&stage, "2024-09-10").contains("RCR/RCL"), "nothing was found: nothing to explain");
    tested(&mut stage, subject, "2025-02-28", "positive");
    let positive = "RCR/RCL was positive on 28 Feb 2025; until 2 negative tests in a row, none so far";
    let after = said(&stage, "2025-03-01");
    assert!(
        after.contains("asked for, Replication-competent virus (RCR/RCL): ") && after.contains(positive),
        "{after}"
    );
    assert!(after.contains("not required, ") && after.matches(positive).count() == 2, "{after}");
    let test = told(&stage, subject, "test:rcr-rcl:rcr-rcl-positive:2025-02-28", "2025-03-01");
    assert!(test.starts_with("Called for by the finding of 28 Feb 2025: Replication-competent virus"), "{test}");
    tested(&mut stage, subject, "2025-03-20", "negative");
    let after = said(&stage, "2025-03-21");
    assert!(after.contains("until 2 negative tests in a row, so far 20 Mar 2025"), "{after}");
    let asked = VisitAsked { subject, on: "2026-08-31".into(), code: Some("M24".into()), also: None };
    let plan = stage.clinic.plan_visit(&asked, &now("2026-08-31")).unwrap();
    let form = plan.forms.iter().find(|form| form.task == "rcr-rcl").unwrap();
    assert!(form.because.contains("FDA") || form.because.contains("Testing of Retroviral"), "{}", form.because);
    assert!(form.because.contains("RCR/RCL was positive on 28 Feb 2025"), "{}", form.because);
}

#[test]
fn a_visit_that_is_not_for_somebody_says_for_whom_it_is() {
    let own = [
        ("GIRL", "when = { sex = \"male\" }", "not required: only for: male"),
        ("TEEN", "when = { age-from = \"P12Y\" }", "not required: only from the age of 12 years"),
        ("LATE", "when = { years-after = \"P2Y\" }", "not required: only from 2 years after dosing"),
        ("VIRUS", "when = { rcr-rcl-positive = 2 }", "not required: no RCR/RCL test was positive"),
        (
            "MENSES",
            "when = { answered = { kind = \"puberty\", field = \"menarche\", is = [\"yes\"] } }",
            "not required: “Menarche” has not been answered; asked for after: yes",
        ),
        ("OTHERS", "when = { not = { sex = \"female\" } }", "not required: not for: female"),
    ];
    let rows: String = own
        .iter()
        .map(|(code, when, _)| row(code, code, "dosing", "P6M").replace("do = [", &format!("{when}\ndo = [")))
        .collect();
    let mut stage = stage(&[STUDY, &rows].concat());
    let subject = stage.enrol("S-001");
    let page = stage.clinic.subject(subject, &now("2024-09-10")).unwrap();
    for (code, _, said) in own {
        assert_eq!(line(&page, &format!("visit:{code}")).standing_text, said, "{code}");
    }
}
