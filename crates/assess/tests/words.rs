//! Every form, field, column and answer has its word in every language, and so has every problem.

use std::collections::BTreeMap;

use assess::cohort::{Verdict, read_rates};
use assess::grading::WhyNot;
use assess::reference_range::{NoRange, read, read_one};
use assess::{FieldSpec, Input, kinds};
use words::Words;

/// Codes that say themselves: numbers, strands, editions.
fn says_itself(option: &str) -> bool {
    option.chars().all(|letter| letter.is_ascii_digit() || ".+-".contains(letter))
}

fn missing(words: &Words, prefix: &str, field: &FieldSpec, found: &mut Vec<String>) {
    let key = format!("{prefix}-{}", field.key);
    if !words.knows(&key) {
        found.push(key.clone());
    }
    match &field.input {
        Input::Choice { options } | Input::Choices { options } => {
            for option in options.iter().filter(|option| !says_itself(option)) {
                if !words.knows(&format!("{key}-{option}")) && !words.knows(&format!("option-{option}")) {
                    found.push(format!("{key}-{option}"));
                }
            }
        }
        Input::Table { columns } => columns.iter().for_each(|column| missing(words, &key, column, found)),
        _ => {}
    }
}

#[test]
fn every_form_can_be_read_in_every_language() {
    for language in ["en", "zh-Hans", "ja"] {
        let words = Words::of(language);
        let mut found = Vec::new();
        for form in kinds() {
            if !words.knows(form.kind) {
                found.push(form.kind.to_owned());
            }
            form.fields.iter().for_each(|field| missing(&words, form.kind, field, &mut found));
        }
        assert!(found.is_empty(), "{language} lacks {found:#?}");
    }
}

#[test]
fn every_problem_and_note_has_its_sentence() {
    let codes = "kind-unknown not-a-date future-date before-birth reason-needed form-empty not-answered \
        does-not-apply field-unknown too-long gene-damaged not-an-option not-a-count not-a-number not-a-unit \
        below-its-limit not-a-result unit-slip implausible";
    for language in ["en", "zh-Hans", "ja"] {
        let words = Words::of(language);
        for code in codes.split_whitespace() {
            assert!(words.knows(&format!("problem-{code}")), "{language}: problem-{code}");
        }
        for code in [
            "growth-implausible",
            "times-uln",
            "times-uln-last",
            "times-uln-graded",
            "times-uln-graded-last",
            "graded",
            "graded-last",
            "top-clone",
        ] {
            assert!(words.knows(&format!("note-{code}")), "{language}: note-{code}");
        }
        for why in WhyNot::ALL {
            assert!(words.knows(&format!("note-not-gradable-{}", why.code())), "{language}: {why:?}");
        }
    }
}

#[test]
fn every_verdict_on_a_cohort_has_its_sentence() {
    for language in ["en", "zh-Hans", "ja"] {
        let words = Words::of(language);
        for verdict in [Verdict::NoneSeen, Verdict::Unclear, Verdict::More, Verdict::Fewer] {
            assert!(words.knows(&verdict.key()), "{language}: {}", verdict.key());
        }
    }
}

/// Every fault that the two tables can have, made; and what each is told as.
#[test]
fn whatever_is_wrong_in_a_table_of_ranges_or_rates_has_its_sentence_with_its_place() {
    let heading = "laboratory,analyte,sex,age_from,age_to,low,high,unit,valid_from,valid_to\n";
    let ranges = [
        "laboratory,analyte\n",
        &format!("{heading}central,alt\n"),
        &format!("{heading},alt,boy,x,P1Y,a,b,U/L,2026-13-01,\ncentral,alt,,P2Y,P1Y,,,U/L,2026-01-02,2026-01-01"),
        &format!(
            "{heading}c,alt,,P0D,,50,40,U/L,2020-01-01,\nc,alt,,P0D,,,40,U/L,2020-01-01,\nc,alt,,P0D,,,40,U/L,2020-01-01,"
        ),
    ];
    let rates = [
        "sex,age_from\n",
        "sex,age_from,age_to,per_100000\nmale,1\n",
        "sex,age_from,age_to,per_100000\nboy,1,,1\nmale,x,,1\nmale,1,,y\nmale,9,5,1\nmale,0,9,1\nmale,5,,1\n",
    ];
    let mut told: BTreeMap<String, words::Args> = BTreeMap::new();
    let mut add = |key: String, at: u64, column: &str, args: &BTreeMap<&'static str, String>| {
        let own = args.iter().map(|(name, value)| ((*name).to_owned(), value.clone().into()));
        let place = [("at".to_owned(), at.to_string().into()), ("column".to_owned(), column.to_owned().into())];
        told.insert(key, own.chain(place).collect());
    };
    for wrong in ranges.iter().flat_map(|table| read(table.as_bytes()).expect_err("a faulty table")) {
        add(wrong.key(), wrong.line, wrong.column, &wrong.args);
    }
    for wrong in rates.iter().flat_map(|table| read_rates(table.as_bytes()).expect_err("a faulty table")) {
        add(wrong.key(), wrong.line, wrong.column, &wrong.args);
    }
    let one = [
        "",
        "c,alt,,P0D,,,40,U/L,2020-01-01,\nd,ast,,P0D,,,40,U/L,2020-01-01,",
        "c,ferritin,,P0D,,,300,ug/L,2020-01-01,\nc,alt,,P0D,,,40,IU,2020-01-01,",
    ];
    for wrong in one.iter().flat_map(|rows| match read_one(&format!("{heading}{rows}")) {
        Ok((_, notes)) => notes,
        Err(problems) => problems,
    }) {
        add(wrong.key(), wrong.line, wrong.column, &wrong.args);
    }
    let fields = BTreeMap::from([("fields", "ALT".to_owned())]);
    NoRange::ALL.iter().for_each(|none| add(none.key(), 0, "", &fields));
    assert_eq!(told.len(), 14 + 7 + 2, "{:?}", told.keys());
    for language in ["en", "zh-Hans", "ja"] {
        let words = Words::of(language);
        for (key, args) in &told {
            let said = words.say(key, args);
            assert!(words.knows(key) && !said.contains("{$") && !said.contains('⟦'), "{language}: {key}: {said}");
        }
    }
}
