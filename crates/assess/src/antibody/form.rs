//! Fields of the form.

use crate::form::{Family, FieldSpec, FormSpec};

pub static FORM: FormSpec = FormSpec { kind: "antibody", edition: 1, family: Family::Immunogenicity, fields: FIELDS };

const FIELDS: &[FieldSpec] = &[
    FieldSpec::choice("target", &["vector-total", "vector-neutralising", "transgene-binding", "transgene-inhibitor"])
        .required(),
    FieldSpec::text("assay"),
    FieldSpec::result("titre", &["{titer}", "[BU]"]).required(),
    FieldSpec::choice("interpretation", &["negative", "positive", "indeterminate"]),
    FieldSpec::choice("occasion", &["before-treatment", "planned", "event-onset", "event-recovery"]),
    FieldSpec::choice("isotype", &["igg", "igm", "total", "not-known"]),
    FieldSpec::text("laboratory"),
];
