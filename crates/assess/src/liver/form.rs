//! Fields of the form.

use crate::form::{Family, FieldSpec, FormSpec};

pub static FORM: FormSpec = FormSpec { kind: "liver", edition: 1, family: Family::Immunogenicity, fields: FIELDS };

const ENZYME: &[&str] = &["U/L", "ukat/L"];
const BILIRUBIN: &[&str] = &["umol/L", "mg/dL"];

const FIELDS: &[FieldSpec] = &[
    FieldSpec::number("alt", ENZYME, 0).required().plausible("1", "20000", "U/L"),
    FieldSpec::number("alt-uln", ENZYME, 0).required().plausible("10", "120", "U/L"),
    FieldSpec::computed("alt-x-uln", "", 2),
    FieldSpec::number("ast", ENZYME, 0).required().plausible("1", "20000", "U/L"),
    FieldSpec::number("ast-uln", ENZYME, 0).required().plausible("10", "120", "U/L"),
    FieldSpec::computed("ast-x-uln", "", 2),
    FieldSpec::number("bilirubin", BILIRUBIN, 1).plausible("0.5", "900", "umol/L"),
    FieldSpec::number("bilirubin-uln", BILIRUBIN, 1).plausible("5", "40", "umol/L"),
    FieldSpec::computed("bilirubin-x-uln", "", 2),
    FieldSpec::number("alp", ENZYME, 0).plausible("5", "5000", "U/L"),
    FieldSpec::number("alp-uln", ENZYME, 0).plausible("30", "900", "U/L"),
    FieldSpec::computed("alp-x-uln", "", 2),
    FieldSpec::choice("other-cause", &["no", "yes", "unknown"]),
    FieldSpec::number("steroid-dose", &["mg/d"], 1).plausible("0", "2000", "mg/d"),
];
