//! Fields of the form.

use crate::form::{Family, FieldSpec, FormSpec};

pub static FORM: FormSpec =
    FormSpec { kind: "cancer-screen", edition: 1, family: Family::Oncogenicity, fields: FIELDS };

const ANSWERS: &[&str] = &["no", "yes", "not-known"];
const YES: &[&str] = &["yes"];
const ABNORMAL: &[&str] = &["abnormal"];

const FIELDS: &[FieldSpec] = &[
    FieldSpec::choice("new-malignancy", ANSWERS).required(),
    FieldSpec::prose("new-malignancy-detail").when("new-malignancy", YES),
    FieldSpec::choice("neurologic", ANSWERS).required(),
    FieldSpec::prose("neurologic-detail").when("neurologic", YES),
    FieldSpec::choice("autoimmune", ANSWERS).required(),
    FieldSpec::prose("autoimmune-detail").when("autoimmune", YES),
    FieldSpec::choice("haematologic", ANSWERS).required(),
    FieldSpec::prose("haematologic-detail").when("haematologic", YES),
    FieldSpec::choice("infection", ANSWERS).required(),
    FieldSpec::prose("infection-detail").when("infection", YES),
    FieldSpec::choice("exam", &["normal", "abnormal"]),
    FieldSpec::prose("exam-detail").when("exam", ABNORMAL),
    FieldSpec::choice("imaging", &["not-called-for", "normal", "abnormal"]),
    FieldSpec::prose("imaging-detail").when("imaging", ABNORMAL),
];
