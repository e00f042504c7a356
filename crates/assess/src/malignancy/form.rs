//! Fields of the form.

use crate::form::{Family, FieldSpec, FormSpec};

pub static FORM: FormSpec = FormSpec { kind: "malignancy", edition: 1, family: Family::Oncogenicity, fields: FIELDS };

const YES: &[&str] = &["yes"];

const FIELDS: &[FieldSpec] = &[
    FieldSpec::date("diagnosed-on").required(),
    FieldSpec::text("diagnosis").required(),
    FieldSpec::text("icd-o"),
    FieldSpec::text("site"),
    FieldSpec::choice("tissue-kept", &["yes", "no", "planned"]).required(),
    FieldSpec::choice("vector-tested", &["not-yet", "negative", "positive"]).required(),
    FieldSpec::choice("integration-in-tumour", &["not-yet", "no", "yes"]),
    FieldSpec::choice("outcome", &["ongoing", "remission", "fatal", "unknown"]),
    FieldSpec::choice("lineage", &["t-cell", "b-cell", "myeloid", "solid", "skin", "other", "not-known"]),
    FieldSpec::choice("grading", &["malignant", "in-situ", "uncertain", "benign"]),
    FieldSpec::choice("earlier-malignancy", &["no", "yes", "not-known"]),
    FieldSpec::choice("known-predisposition", &["no", "yes", "not-known"]),
    FieldSpec::choice("normal-tissue-kept", &["yes", "no", "planned"]),
    FieldSpec::number("vector-copies", &["{copies}/{cell}", "{copies}/ug"], 3).when("vector-tested", &["positive"]),
    FieldSpec::text("integration-gene").when("integration-in-tumour", &["yes"]),
    FieldSpec::choice("clonal", &["not-yet", "no", "yes"]),
    FieldSpec::date("reported-on"),
    FieldSpec::date("tissue-kept-on").when("tissue-kept", YES),
    FieldSpec::date("normal-tissue-kept-on").when("normal-tissue-kept", YES),
    FieldSpec::date("vector-tested-on").when("vector-tested", &["negative", "positive"]),
    FieldSpec::date("integration-on").when("integration-in-tumour", &["no", "yes"]),
    FieldSpec::choice("related", &["related", "possibly", "unlikely", "not-related", "not-assessed"]),
];
