//! Fields of the form.

use crate::form::{Family, FieldSpec, FormSpec};

pub static FORM: FormSpec =
    FormSpec { kind: "puberty", edition: 1, family: Family::PediatricDevelopment, fields: FIELDS };

const STAGES: &[&str] = &["1", "2", "3", "4", "5"];

const FIELDS: &[FieldSpec] = &[
    FieldSpec::choice("breast", STAGES),
    FieldSpec::choice("genital", STAGES),
    FieldSpec::choice("pubic-hair", STAGES),
    FieldSpec::number("testis-left", &["mL"], 0).plausible("0", "40", "mL"),
    FieldSpec::number("testis-right", &["mL"], 0).plausible("0", "40", "mL"),
    FieldSpec::choice("menarche", &["no", "yes"]),
    FieldSpec::date("menarche-on").when("menarche", &["yes"]),
    FieldSpec::number("bone-age", &["a"], 1).plausible("0", "20", "a"),
    FieldSpec::choice("bone-age-method", &["greulich-pyle", "tanner-whitehouse", "automated", "other"]),
    FieldSpec::date("bone-age-on"),
    FieldSpec::computed("bone-age-difference", "a", 1),
];
