//! Fields of the form.

use crate::form::{Family, FieldSpec, FormSpec};

pub static FORM: FormSpec = FormSpec { kind: "consent", edition: 1, family: Family::Contact, fields: FIELDS };

const FIELDS: &[FieldSpec] = &[
    FieldSpec::choice("form", &["consent", "assent"]).required(),
    FieldSpec::choice("given", &["yes", "no", "partly"]).required(),
    FieldSpec::text("version").required(),
    FieldSpec::choice("by", &["subject", "parent", "guardian"]).required(),
    FieldSpec::prose("limits").when("given", &["partly"]),
];
