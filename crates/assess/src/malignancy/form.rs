//! Fields of the form.

use crate::form::{Family, FieldSpec, FormSpec};

pub static FORM: FormSpec = FormSpec { kind: "malignancy", edition: 1, family: Family::Oncogenicity, fields: FIELDS };

const FIELDS: &[FieldSpec] = &[
    FieldSpec::date("diagnosed-on").required(),
    FieldSpec::text("diagnosis").required(),
    FieldSpec::text("icd-o"),
    FieldSpec::text("site"),
    FieldSpec::choice("tissue-kept", &["yes", "no", "planned"]).required(),
    FieldSpec::choice("vector-tested", &["not-yet", "negative", "positive"]).required(),
    FieldSpec::choice("integration-in-tumour", &["not-yet", "no", "yes"]),
    FieldSpec::choice("outcome", &["ongoing", "remission", "fatal", "unknown"]),
    FieldSpec::choice("related", &["related", "possibly", "unlikely", "not-related", "not-assessed"]),
];
