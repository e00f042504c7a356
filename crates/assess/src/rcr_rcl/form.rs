//! Fields of the form.

use crate::form::{Family, FieldSpec, FormSpec};

pub static FORM: FormSpec = FormSpec { kind: "rcr-rcl", edition: 1, family: Family::Oncogenicity, fields: FIELDS };

const TESTED: &[&str] = &["tested"];

const FIELDS: &[FieldSpec] = &[
    FieldSpec::choice("archived", &["tested", "archived-untested"]).required(),
    FieldSpec::choice("assay", &["pcr-env", "s-plus-l-minus", "culture", "other"]).when("archived", TESTED),
    FieldSpec::choice("result", &["negative", "positive", "indeterminate"]).required().when("archived", TESTED),
    FieldSpec::choice("confirmed", &["not-done", "confirmed", "not-confirmed"]).when("result", &["positive"]),
    FieldSpec::choice("sample", &["blood", "product", "tissue", "other"]),
    FieldSpec::number("lod", &["{copies}/ug", "{copies}/mL"], 0).when("archived", TESTED),
    FieldSpec::text("laboratory").when("archived", TESTED),
    FieldSpec::text("stored-at").when("archived", &["archived-untested"]),
];
