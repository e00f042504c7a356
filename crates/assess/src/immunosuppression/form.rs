//! Fields of the form.

use crate::form::{Family, FieldSpec, FormSpec};

pub static FORM: FormSpec =
    FormSpec { kind: "immunosuppression", edition: 1, family: Family::Immunogenicity, fields: FIELDS };

const AGENTS: &[&str] = &[
    "prednisolone",
    "prednisone",
    "methylprednisolone",
    "dexamethasone",
    "hydrocortisone",
    "deflazacort",
    "tacrolimus",
    "sirolimus",
    "rituximab",
    "eculizumab",
    "immunoglobulin",
    "other",
];

const FIELDS: &[FieldSpec] = &[
    FieldSpec::text("drug").required(),
    FieldSpec::choice("agent", AGENTS),
    FieldSpec::number("dose", &["mg/d", "mg/kg/d", "ug/d"], 2),
    FieldSpec::number("weight", &["kg", "g"], 1).plausible("1", "250", "kg"),
    FieldSpec::computed("dose-per-weight", "mg/kg/d", 2),
    FieldSpec::computed("prednisolone-dose", "mg/kg/d", 2),
    FieldSpec::choice("phase", &["prophylaxis", "full-dose", "taper", "maintenance"]),
    FieldSpec::date("started").required(),
    FieldSpec::date("stopped"),
    FieldSpec::text("why"),
    FieldSpec::choice("indication", &["planned", "transaminase-rise", "antibody", "microangiopathy", "other"]),
];
