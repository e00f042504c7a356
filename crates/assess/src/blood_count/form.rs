//! Fields of the form.

use crate::form::{Family, FieldSpec, FormSpec};

pub static FORM: FormSpec = FormSpec { kind: "blood-count", edition: 1, family: Family::Oncogenicity, fields: FIELDS };

const CELLS: &[&str] = &["10*9/L", "10*3/uL"];

const ENZYME: &[&str] = &["U/L", "ukat/L"];
const HAEMOGLOBIN: &[&str] = &["g/L", "g/dL", "mmol/L"];
const CREATININE: &[&str] = &["umol/L", "mg/dL"];

const FIELDS: &[FieldSpec] = &[
    FieldSpec::number("wbc", CELLS, 2).required().plausible("0", "500", "10*9/L"),
    FieldSpec::number("wbc-lln", CELLS, 2).plausible("0.5", "20", "10*9/L"),
    FieldSpec::computed("wbc-grade", "", 0),
    FieldSpec::number("neutrophils", CELLS, 2).required().plausible("0", "200", "10*9/L"),
    FieldSpec::number("neutrophils-lln", CELLS, 2).plausible("0.1", "10", "10*9/L"),
    FieldSpec::computed("neutrophils-grade", "", 0),
    FieldSpec::number("lymphocytes", CELLS, 2).plausible("0", "300", "10*9/L"),
    FieldSpec::number("lymphocytes-lln", CELLS, 2).plausible("0.1", "10", "10*9/L"),
    FieldSpec::computed("lymphocytes-grade", "", 0),
    FieldSpec::number("monocytes", CELLS, 2).plausible("0", "100", "10*9/L"),
    FieldSpec::number("eosinophils", CELLS, 2).plausible("0", "100", "10*9/L"),
    FieldSpec::number("basophils", CELLS, 2).plausible("0", "50", "10*9/L"),
    FieldSpec::number("platelets", CELLS, 0).required().plausible("0", "3000", "10*9/L"),
    FieldSpec::number("platelets-lln", CELLS, 0).plausible("50", "300", "10*9/L"),
    FieldSpec::number("platelets-baseline", CELLS, 0).plausible("0", "3000", "10*9/L"),
    FieldSpec::computed("platelets-grade", "", 0),
    FieldSpec::number("haemoglobin", HAEMOGLOBIN, 0).required().plausible("20", "260", "g/L"),
    FieldSpec::number("haemoglobin-lln", HAEMOGLOBIN, 0).plausible("70", "180", "g/L"),
    FieldSpec::computed("haemoglobin-grade", "", 0),
    FieldSpec::number("mcv", &["fL"], 0).plausible("40", "160", "fL"),
    FieldSpec::number("reticulocytes", CELLS, 0).plausible("0", "1000", "10*9/L"),
    FieldSpec::number("blasts", &["%"], 1).plausible("0", "100", "%"),
    FieldSpec::choice("dysplasia", &["no", "yes", "not-assessed"]),
    FieldSpec::choice("transfused", &["no", "yes", "not-known"]),
    FieldSpec::choice("schistocytes", &["no", "yes", "not-assessed"]),
    FieldSpec::number("ldh", ENZYME, 0).plausible("20", "20000", "U/L"),
    FieldSpec::number("ldh-uln", ENZYME, 0).plausible("100", "1000", "U/L"),
    FieldSpec::computed("ldh-grade", "", 0),
    FieldSpec::choice("haptoglobin", &["normal", "low", "not-assessed"]),
    FieldSpec::number("creatinine", CREATININE, 0).plausible("5", "2000", "umol/L"),
    FieldSpec::number("creatinine-uln", CREATININE, 0).plausible("20", "200", "umol/L"),
    FieldSpec::number("creatinine-baseline", CREATININE, 0).plausible("5", "2000", "umol/L"),
    FieldSpec::computed("creatinine-grade", "", 0),
    FieldSpec::text("laboratory"),
    FieldSpec::choice("ctcae-version", &["5.0", "6.0"]),
];
