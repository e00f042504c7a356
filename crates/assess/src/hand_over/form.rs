//! Fields of the form.

use crate::form::{Family, FieldSpec, FormSpec};

pub static FORM: FormSpec = FormSpec { kind: "hand-over", edition: 1, family: Family::Contact, fields: FIELDS };

const FOUND: &[&str] = &["arranged", "taken-over"];

const FIELDS: &[FieldSpec] = &[
    FieldSpec::choice("state", &["not-yet", "arranged", "taken-over"]).required(),
    FieldSpec::text("to").required().when("state", FOUND),
    FieldSpec::date("first-visit").ahead().when("state", FOUND),
    FieldSpec::choice("summary-given", &["no", "yes"]).when("state", FOUND),
    FieldSpec::prose("open-questions"),
];
