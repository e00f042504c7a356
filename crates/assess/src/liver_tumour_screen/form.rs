//! Fields of the form.

use crate::form::{Family, FieldSpec, FormSpec};

pub static FORM: FormSpec =
    FormSpec { kind: "liver-tumour-screen", edition: 1, family: Family::Oncogenicity, fields: FIELDS };

const AFP: &[&str] = &["ng/mL", "ug/L"];

const FIELDS: &[FieldSpec] = &[
    FieldSpec::choice("at-risk", &["no", "yes", "not-known"]).required(),
    FieldSpec::prose("risk").when("at-risk", &["yes"]),
    FieldSpec::number("afp", AFP, 1).plausible("0", "100000", "ng/mL"),
    FieldSpec::number("afp-uln", AFP, 1).plausible("1", "100", "ng/mL"),
    FieldSpec::choice("ultrasound", &["not-called-for", "normal", "abnormal"]).required(),
    FieldSpec::prose("ultrasound-detail").when("ultrasound", &["abnormal"]),
    FieldSpec::text("laboratory"),
];
