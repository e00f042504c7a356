//! What is typed wrongly is told with its field, its value and what would be right; what is merely unusual is asked
//! about and kept.

use std::collections::BTreeMap;

use assess::{About, Checked, Entered, EnteredForm, Mark, Severity, check};
use facts::Sex;
use facts::answer::Answer;

fn about() -> About {
    let day = |text: &str| text.parse().expect("a day");
    About {
        sex: Sex::Female,
        born_on: day("2021-02-11"),
        today: day("2026-11-21"),
        dosed_on: Some(day("2024-08-31")),
        gestation: None,
        growth: assess::growth::who(),
        ctcae: assess::grading::Version::V5,
    }
}

fn typed(kind: &str, on: &str, fields: &[(&str, &str, &str)]) -> Checked {
    let entered = |text: &str, unit: &str| Entered { text: text.into(), unit: unit.into(), ..Entered::default() };
    let fields: BTreeMap<String, Entered> =
        fields.iter().map(|(key, text, unit)| ((*key).to_owned(), entered(text, unit))).collect();
    let form = EnteredForm { kind: kind.into(), collected_on: on.into(), fields, ..EnteredForm::default() };
    check(&form, &about())
}

fn told(checked: &Checked, place: &str) -> Vec<(String, Severity)> {
    let here = checked.problems.iter().filter(|problem| problem.place == place);
    here.map(|problem| (problem.code.clone(), problem.severity)).collect()
}

#[test]
fn slips_of_unit_are_recognised_and_asked_about() {
    for (field, text, unit, code, meant) in [
        ("weight", "14200", "kg", "unit-slip", Some("g")),
        ("length-or-height", "1.02", "cm", "unit-slip", Some("m")),
        ("head-circumference", "500", "cm", "unit-slip", Some("mm")),
        ("weight", "-3", "kg", "implausible", None),
    ] {
        let checked = typed("growth", "2026-11-20", &[(field, text, unit)]);
        let asked = (code.to_owned(), Severity::AsksReason);
        assert!(told(&checked, field).contains(&asked), "{field} {text} {unit}: {:?}", checked.problems);
        let problem = checked.problems.iter().find(|problem| problem.code == code).expect("just seen");
        assert_eq!(problem.args.get("meant").map(String::as_str), meant, "{field}");
    }
}

#[test]
fn days_that_cannot_be_stop_the_form() {
    for (on, code) in [
        ("2026-02-30", "not-a-date"),
        ("yesterday", "not-a-date"),
        ("2027-01-01", "future-date"),
        ("2020-01-01", "before-birth"),
    ] {
        let checked = typed("growth", on, &[("weight", "14.2", "kg")]);
        assert!(told(&checked, "collected_on").contains(&(code.into(), Severity::Stops)), "{on}");
        assert!(checked.assessment.is_none(), "nothing is half-saved");
    }
}

#[test]
fn days_inside_a_form_have_been_lived_unless_they_are_planned() {
    for (kind, field, day, code) in [
        ("adverse-event", "onset", "2026-12-01", Some("future-date")),
        ("adverse-event", "onset", "2027", Some("future-date")),
        ("adverse-event", "onset", "2020-12", Some("before-birth")),
        ("vital-status", "died-on", "2026-11-22", Some("future-date")),
        // Not known more exactly: the year and the month of birth may mean a day after it.
        ("adverse-event", "onset", "2021", None),
        ("adverse-event", "onset", "2026-11", None),
        ("pregnancy", "due", "2027-05-01", None),
        ("contact-attempt", "next-on", "2026-12-01", None),
    ] {
        let checked = typed(kind, "2026-11-20", &[(field, day, "")]);
        let stops: Vec<_> =
            told(&checked, field).into_iter().filter(|(_, severity)| *severity == Severity::Stops).collect();
        assert_eq!(stops, Vec::from_iter(code.map(|code| (code.to_owned(), Severity::Stops))), "{kind} {field} {day}");
    }
}

#[test]
fn a_comma_that_may_part_thousands_is_not_guessed() {
    for (text, kept) in [("4,5", Some("4.5")), ("0,500", Some("0.500")), ("1,200", None), ("12,500", None)] {
        let checked = typed("growth", "2026-11-20", &[("weight", text, "kg")]);
        let number = checked.assessment.as_ref().and_then(|kept| kept.decimal("weight")).map(|n| n.to_string());
        assert_eq!(number.as_deref(), kept, "{text}");
        let told = told(&checked, "weight").contains(&("comma-or-thousands".into(), Severity::Stops));
        assert_eq!(told, kept.is_none(), "{text}");
    }
}

#[test]
fn a_gene_that_a_spreadsheet_damaged_is_named() {
    let cell = |text: &str| Entered { text: text.into(), ..Entered::default() };
    let row = BTreeMap::from([("gene".to_owned(), cell("1-Mar")), ("abundance".to_owned(), cell("12"))]);
    let mut form = EnteredForm { kind: "integration-site".into(), ..EnteredForm::default() };
    form.collected_on = "2026-11-20".into();
    form.fields.insert("analysis".into(), Entered { codes: vec!["done".into()], ..cell("done") });
    form.fields.insert("clones".into(), Entered { rows: vec![row], ..Entered::default() });
    let checked = check(&form, &about());
    let problem = checked.problems.iter().find(|problem| problem.code == "gene-damaged").expect("told");
    assert_eq!(problem.args.get("repair").map(String::as_str), Some("MARCHF1"));
    assert!(problem.place.starts_with("clones["), "{}", problem.place);
}

#[test]
fn long_notes_are_refused_whole_and_signs_of_any_script_are_kept() {
    let screen = |note: &str| {
        typed("cancer-screen", "2026-11-20", &[("new-malignancy", "yes", ""), ("new-malignancy-detail", note, "")])
    };
    let checked = screen(&"很".repeat(20_001));
    assert!(told(&checked, "new-malignancy-detail").contains(&("too-long".into(), Severity::Stops)));
    let long = "很".repeat(10_000);
    let kept = screen(&long).assessment.expect("ten thousand signs are a long note, and a note");
    assert_eq!(kept.get("new-malignancy-detail"), Some(&Answer::Text { text: long }));
    let rare = "王𠮷 <b>🩺</b>";
    let kept = screen(rare).assessment.expect("nothing stops it");
    assert_eq!(kept.get("new-malignancy-detail"), Some(&Answer::Text { text: rare.into() }));
}

#[test]
fn a_result_below_a_limit_is_no_zero() {
    let unit = "{copies}/mL".to_owned();
    let clean = Entered { mark: Mark::NotDetected, lod: "50".into(), unit, ..Entered::default() };
    let mut form = EnteredForm { kind: "shedding".into(), ..EnteredForm::default() };
    form.collected_on = "2026-11-20".into();
    form.fields.insert("result".into(), clean);
    let kept = check(&form, &about()).assessment.expect("nothing stops it");
    assert!(matches!(kept.get("result"), Some(Answer::NotDetected { lod: Some(lod), .. }) if lod.to_string() == "50"));
    let words = typed("shedding", "2026-11-20", &[("result", "a lot", "{copies}/mL")]);
    assert!(told(&words, "result").contains(&("not-a-number".into(), Severity::Stops)), "{:?}", words.problems);
}
