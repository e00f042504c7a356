//! Fields of the form.

use crate::form::{Family, FieldSpec, FormSpec};

pub static FORM: FormSpec = FormSpec { kind: "pregnancy", edition: 1, family: Family::Safety, fields: FIELDS };

const FIELDS: &[FieldSpec] = &[
    FieldSpec::choice("whose", &["subject", "partner"]).required(),
    FieldSpec::date("confirmed-on").required(),
    FieldSpec::date("due").ahead(),
    FieldSpec::choice("outcome", &["ongoing", "live-birth", "loss", "termination", "unknown"]).required(),
    FieldSpec::date("outcome-on"),
    FieldSpec::prose("child"),
];
