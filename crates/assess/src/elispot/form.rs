//! Fields of the form.

use crate::form::{Family, FieldSpec, FormSpec};

pub static FORM: FormSpec = FormSpec { kind: "elispot", edition: 1, family: Family::Immunogenicity, fields: FIELDS };

const SPOTS: &[&str] = &["{SFU}/10*6.{cells}"];

const FIELDS: &[FieldSpec] = &[
    FieldSpec::choice("antigen", &["vector", "transgene"]).required(),
    FieldSpec::result("sfu", SPOTS).required(),
    FieldSpec::number("control", SPOTS, 0),
    FieldSpec::computed("times-control", "", 1),
    FieldSpec::choice("positive-control", &["valid", "invalid", "not-done"]),
    FieldSpec::text("peptide-pool"),
    FieldSpec::count("replicates"),
    FieldSpec::choice("interpretation", &["negative", "positive", "indeterminate"]),
    FieldSpec::choice("occasion", &["before-treatment", "planned", "event-onset", "event-recovery"]),
    FieldSpec::text("laboratory"),
];
