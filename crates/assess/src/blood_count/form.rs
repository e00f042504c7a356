//! Fields of the form.

use crate::form::{Family, FieldSpec, FormSpec};

pub static FORM: FormSpec = FormSpec { kind: "blood-count", edition: 1, family: Family::Oncogenicity, fields: FIELDS };

const CELLS: &[&str] = &["10*9/L", "10*3/uL"];

const FIELDS: &[FieldSpec] = &[
    FieldSpec::number("wbc", CELLS, 2).required().plausible("0", "500", "10*9/L"),
    FieldSpec::number("neutrophils", CELLS, 2).required().plausible("0", "200", "10*9/L"),
    FieldSpec::number("lymphocytes", CELLS, 2).plausible("0", "300", "10*9/L"),
    FieldSpec::number("monocytes", CELLS, 2).plausible("0", "100", "10*9/L"),
    FieldSpec::number("eosinophils", CELLS, 2).plausible("0", "100", "10*9/L"),
    FieldSpec::number("basophils", CELLS, 2).plausible("0", "50", "10*9/L"),
    FieldSpec::number("platelets", CELLS, 0).required().plausible("0", "3000", "10*9/L"),
    FieldSpec::number("haemoglobin", &["g/L", "g/dL", "mmol/L"], 0).required().plausible("20", "260", "g/L"),
    FieldSpec::number("mcv", &["fL"], 0).plausible("40", "160", "fL"),
    FieldSpec::number("blasts", &["%"], 1).plausible("0", "100", "%"),
];
