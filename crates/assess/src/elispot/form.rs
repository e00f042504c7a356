//! Fields of the form.

use crate::form::{Family, FieldSpec, FormSpec};

pub static FORM: FormSpec = FormSpec { kind: "elispot", edition: 1, family: Family::Immunogenicity, fields: FIELDS };

const SPOTS: &[&str] = &["{SFU}/10*6.{cells}"];

const FIELDS: &[FieldSpec] = &[
    FieldSpec::choice("antigen", &["vector", "transgene"]).required(),
    FieldSpec::result("sfu", SPOTS).required(),
    FieldSpec::number("control", SPOTS, 0),
    FieldSpec::choice("interpretation", &["negative", "positive", "indeterminate"]),
];
