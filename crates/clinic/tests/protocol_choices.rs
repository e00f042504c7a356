//! What a protocol chooses for the whole study reaches the form while it is typed and the record that is kept.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

mod site;

use std::collections::BTreeMap;

use assess::{Entered, EnteredForm};
use clinic::SubjectId;
use site::{Stage, now, stage};

const TODAY: &str = "2026-11-24";

/// A stage whose protocol chose otherwise than its preset.
fn choosing(ctcae: &str, growth: &str) -> (Stage, SubjectId) {
    let mut stage = stage("fda/aav-systemic-5y");
    let (_, preset) = protocol::presets().into_iter().find(|(path, _)| path == "fda/aav-systemic-5y").unwrap();
    let text = preset
        .replacen("version = \"1.0\"", "version = \"2.0\"", 1)
        .replacen("ctcae = \"5.0\"", &format!("ctcae = \"{ctcae}\""), 1)
        .replacen("growth = \"who\"", &format!("growth = \"{growth}\""), 1);
    stage.protocol = stage.clinic.adopt_protocol(&text, &now("2024-01-03")).unwrap();
    let subject = stage.enrol("S-001");
    (stage, subject)
}

fn computed(stage: &Stage, subject: SubjectId, kind: &str, fields: &[(&str, &str, &str)]) -> BTreeMap<String, String> {
    let typed = |text: &str, unit: &str| Entered { text: text.into(), unit: unit.into(), ..Entered::default() };
    let fields = fields.iter().map(|(key, text, unit)| ((*key).to_owned(), typed(text, unit))).collect();
    let form = EnteredForm { kind: kind.into(), collected_on: TODAY.into(), fields, ..EnteredForm::default() };
    stage.clinic.check_form(subject, &form, &now(TODAY)).unwrap().computed
}

#[test]
fn the_form_grades_by_the_edition_and_scores_by_the_reference_of_the_protocol() {
    // 2.17 times a baseline that was abnormal: v5 grade 1 (1.5 to 3), v6 grade 3 (above 2).
    let panel = [("alt", "130", "U/L"), ("alt-uln", "40", "U/L"), ("alt-baseline", "60", "U/L")];
    let taken = [("weight", "19", "kg"), ("length-or-height", "112", "cm"), ("measured", "standing", "")];
    for (ctcae, growth, grade, charts) in [("5.0", "who", "1", "WHO"), ("6.0", "cdc-2000", "3", "CDC")] {
        let (stage, subject) = choosing(ctcae, growth);
        assert_eq!(computed(&stage, subject, "liver", &panel)["alt-grade"], grade, "{ctcae}");
        let reference = &computed(&stage, subject, "growth", &taken)["reference"];
        assert!(reference.contains(charts), "{growth}: {reference}");
    }
}

#[test]
fn the_study_page_says_what_the_protocol_chose_and_on_whose_authority() {
    let (stage, _) = choosing("6.0", "cdc-2000");
    let page = stage.clinic.study(&stage.protocol).unwrap();
    let told: Vec<(&str, &str)> =
        page.choices.iter().map(|choice| (choice.label.as_str(), choice.value.as_str())).collect();
    assert!(told.contains(&("Laboratory values are graded by CTCAE", "6.0")), "{told:?}");
    assert!(told.contains(&("Growth is scored by", "CDC 2000")), "{told:?}");
    for choice in &page.choices {
        assert!(choice.citation.as_ref().is_some_and(|citation| !citation.text.contains('⟦')), "{}", choice.label);
    }
}
