//! Fields of the form. Scores that are computed name their chart in `reference`.

use crate::form::{Family, FieldSpec, FormSpec};

pub static FORM: FormSpec =
    FormSpec { kind: "growth", edition: 1, family: Family::PediatricDevelopment, fields: FIELDS };

const FIELDS: &[FieldSpec] = &[
    FieldSpec::number("weight", &["kg", "g"], 2).required().plausible("0.4", "250", "kg"),
    FieldSpec::number("length-or-height", &["cm", "m"], 1).required().plausible("25", "230", "cm"),
    FieldSpec::choice("measured", &["lying", "standing"]).required(),
    FieldSpec::number("head-circumference", &["cm"], 1).plausible("20", "70", "cm"),
    FieldSpec::choice("oedema", &["no", "yes"]),
    FieldSpec::count("gestation-weeks"),
    FieldSpec::count("gestation-days"),
    FieldSpec::number("mother-height", &["cm", "m"], 1).plausible("120", "210", "cm"),
    FieldSpec::number("father-height", &["cm", "m"], 1).plausible("130", "230", "cm"),
    FieldSpec::computed("age", "mo", 1),
    FieldSpec::computed("corrected-age", "mo", 1),
    FieldSpec::computed("reference", "", 0),
    FieldSpec::computed("weight-z", "", 2),
    FieldSpec::computed("weight-centile", "%", 1),
    FieldSpec::computed("weight-z-corrected", "", 2),
    FieldSpec::computed("height-z", "", 2),
    FieldSpec::computed("height-centile", "%", 1),
    FieldSpec::computed("height-z-corrected", "", 2),
    FieldSpec::computed("weight-for-height-z", "", 2),
    FieldSpec::computed("weight-for-height-centile", "%", 1),
    FieldSpec::computed("weight-for-height-z-corrected", "", 2),
    FieldSpec::computed("bmi", "kg/m2", 1),
    FieldSpec::computed("bmi-z", "", 2),
    FieldSpec::computed("bmi-centile", "%", 1),
    FieldSpec::computed("bmi-z-corrected", "", 2),
    FieldSpec::computed("head-z", "", 2),
    FieldSpec::computed("head-centile", "%", 1),
    FieldSpec::computed("head-z-corrected", "", 2),
    FieldSpec::computed("target-height", "cm", 1),
];
