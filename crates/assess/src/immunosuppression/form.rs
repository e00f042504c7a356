//! Fields of the form.

use crate::form::{Family, FieldSpec, FormSpec};

pub static FORM: FormSpec =
    FormSpec { kind: "immunosuppression", edition: 1, family: Family::Immunogenicity, fields: FIELDS };

const FIELDS: &[FieldSpec] = &[
    FieldSpec::text("drug").required(),
    FieldSpec::number("dose", &["mg/d", "mg/kg/d", "ug/d"], 2),
    FieldSpec::date("started").required(),
    FieldSpec::date("stopped"),
    FieldSpec::text("why"),
];
