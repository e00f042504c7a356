//! Every form, field, column and answer has its word in every language, and so has every problem.

use assess::cohort::Verdict;
use assess::grading::WhyNot;
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
        for code in ["growth-implausible", "times-uln", "top-clone"] {
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
