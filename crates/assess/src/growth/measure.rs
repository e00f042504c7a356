//! One measurement of a child as rules and charts read it, and what the form shows while it is typed.

use facts::answer::{Answer, Assessment};
use facts::{Age, CivilDate, Sex};
use rust_decimal::Decimal;
use rust_decimal::prelude::{FromPrimitive, ToPrimitive};

use super::zscore::{How, Index, height_for_reference, z};
use crate::note::{Level, Note};
use crate::units;
use crate::value::About;

/// z-scores that could be computed.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Measured {
    pub weight_z: Option<f64>,
    pub height_z: Option<f64>,
    pub bmi: Option<f64>,
    pub bmi_z: Option<f64>,
    pub head_z: Option<f64>,
}

/// Reads a stored form against the references.
pub fn measured(assessment: &Assessment, sex: Sex, born_on: CivilDate) -> Option<Measured> {
    let age_days = Age::on(born_on, assessment.collected_on)?.total_days;
    let in_unit = |key: &str, unit: &str| match assessment.get(key)? {
        Answer::Number { value, unit: given, .. } => units::convert(*value, given, unit),
        _ => None,
    };
    // Oedema makes weight say nothing of growth (WHO 2006).
    let weight =
        in_unit("weight", "kg").and_then(|kg| kg.to_f64()).filter(|_| assessment.code("oedema") != Some("yes"));
    let how = if assessment.code("measured") == Some("lying") { How::Lying } else { How::Standing };
    let height = in_unit("length-or-height", "cm").and_then(|cm| height_for_reference(cm, how, age_days));
    let metres = height.map(|height| height.cm() / 100.0);
    let bmi = weight.zip(metres).map(|(kg, m)| kg / (m * m));
    let score = |index, value: Option<f64>| z(index, sex, age_days, value?).ok().map(|z| z.z);
    Some(Measured {
        weight_z: score(Index::WeightForAge, weight),
        height_z: score(Index::HeightForAge, height.map(|height| height.cm())),
        bmi,
        bmi_z: score(Index::BmiForAge, bmi),
        head_z: score(Index::HeadForAge, in_unit("head-circumference", "cm").and_then(|cm| cm.to_f64())),
    })
}

/// Fills the computed fields.
pub fn compute(assessment: &mut Assessment, about: &About) {
    let Some(measured) = measured(assessment, about.sex, about.born_on) else { return };
    let fields = [
        ("weight-z", measured.weight_z, 2, ""),
        ("height-z", measured.height_z, 2, ""),
        ("bmi", measured.bmi, 1, "kg/m2"),
        ("bmi-z", measured.bmi_z, 2, ""),
        ("head-z", measured.head_z, 2, ""),
    ];
    for (key, value, decimals, unit) in fields {
        assessment.answers.remove(key);
        if let Some(value) = value.and_then(Decimal::from_f64) {
            assessment.answers.insert(key.to_owned(), Answer::number(value.round_dp(decimals), unit));
        }
    }
}

/// WHO 2006: beyond these a value is more likely an error of measuring or typing than a child.
const IMPLAUSIBLE: [(&str, &str, f64, f64); 4] = [
    ("height-z", "length-or-height", -6.0, 6.0),
    ("weight-z", "weight", -6.0, 5.0),
    ("bmi-z", "weight", -5.0, 5.0),
    ("head-z", "head-circumference", -5.0, 5.0),
];

pub fn notes(assessment: &Assessment, about: &About) -> Vec<Note> {
    let Some(measured) = measured(assessment, about.sex, about.born_on) else { return Vec::new() };
    let of = |key: &str| match key {
        "height-z" => measured.height_z,
        "weight-z" => measured.weight_z,
        "bmi-z" => measured.bmi_z,
        _ => measured.head_z,
    };
    let mut notes = Vec::new();
    for (key, field, low, high) in IMPLAUSIBLE {
        if let Some(z) = of(key).filter(|z| !(low..=high).contains(z)) {
            notes.push(Note::of(field, "growth-implausible", &[("z", format!("{z:.1}"))], Level::Caution));
        }
    }
    notes
}
