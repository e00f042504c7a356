//! Fields of the form.

use crate::form::{Family, FieldSpec, FormSpec};

pub static FORM: FormSpec =
    FormSpec { kind: "growth", edition: 1, family: Family::PediatricDevelopment, fields: FIELDS };

const FIELDS: &[FieldSpec] = &[
    FieldSpec::number("weight", &["kg", "g"], 2).required().plausible("0.4", "250", "kg"),
    FieldSpec::number("length-or-height", &["cm", "m"], 1).required().plausible("25", "230", "cm"),
    FieldSpec::choice("measured", &["lying", "standing"]).required(),
    FieldSpec::number("head-circumference", &["cm"], 1).plausible("20", "70", "cm"),
    FieldSpec::choice("oedema", &["no", "yes"]),
    FieldSpec::computed("weight-z", "", 2),
    FieldSpec::computed("height-z", "", 2),
    FieldSpec::computed("bmi", "kg/m2", 1),
    FieldSpec::computed("bmi-z", "", 2),
    FieldSpec::computed("head-z", "", 2),
];
