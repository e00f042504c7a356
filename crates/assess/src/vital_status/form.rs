//! Fields of the form.

use crate::form::{Family, FieldSpec, FormSpec};

pub static FORM: FormSpec = FormSpec { kind: "vital-status", edition: 1, family: Family::Contact, fields: FIELDS };

const FIELDS: &[FieldSpec] = &[
    FieldSpec::choice("status", &["alive", "deceased", "unknown"]).required(),
    FieldSpec::date("as-of").required(),
    FieldSpec::choice("source", &["seen", "telephone", "relative", "registry", "record"]).required(),
    FieldSpec::date("died-on").when("status", &["deceased"]),
    FieldSpec::text("cause").when("status", &["deceased"]),
];
