//! Fields of the form.

use crate::form::{Family, FieldSpec, FormSpec};

pub static FORM: FormSpec = FormSpec { kind: "liver", edition: 1, family: Family::Immunogenicity, fields: FIELDS };

const ENZYME: &[&str] = &["U/L", "ukat/L"];
const BILIRUBIN: &[&str] = &["umol/L", "mg/dL"];

const ALBUMIN: &[&str] = &["g/L", "g/dL"];

const FIELDS: &[FieldSpec] = &[
    FieldSpec::number("alt", ENZYME, 0).required().plausible("1", "20000", "U/L"),
    FieldSpec::number("alt-uln", ENZYME, 0).required().plausible("10", "120", "U/L"),
    FieldSpec::computed("alt-x-uln", "", 2),
    FieldSpec::number("alt-baseline", ENZYME, 0).plausible("1", "20000", "U/L"),
    FieldSpec::computed("alt-x-baseline", "", 2),
    FieldSpec::computed("alt-grade", "", 0),
    FieldSpec::number("ast", ENZYME, 0).required().plausible("1", "20000", "U/L"),
    FieldSpec::number("ast-uln", ENZYME, 0).required().plausible("10", "120", "U/L"),
    FieldSpec::computed("ast-x-uln", "", 2),
    FieldSpec::number("ast-baseline", ENZYME, 0).plausible("1", "20000", "U/L"),
    FieldSpec::computed("ast-x-baseline", "", 2),
    FieldSpec::computed("ast-grade", "", 0),
    FieldSpec::number("bilirubin", BILIRUBIN, 1).plausible("0.5", "900", "umol/L"),
    FieldSpec::number("bilirubin-uln", BILIRUBIN, 1).plausible("5", "40", "umol/L"),
    FieldSpec::computed("bilirubin-x-uln", "", 2),
    FieldSpec::number("bilirubin-baseline", BILIRUBIN, 1).plausible("0.5", "900", "umol/L"),
    FieldSpec::computed("bilirubin-x-baseline", "", 2),
    FieldSpec::computed("bilirubin-grade", "", 0),
    FieldSpec::number("direct-bilirubin", BILIRUBIN, 1).plausible("0", "900", "umol/L"),
    FieldSpec::number("alp", ENZYME, 0).plausible("5", "5000", "U/L"),
    FieldSpec::number("alp-uln", ENZYME, 0).plausible("30", "900", "U/L"),
    FieldSpec::computed("alp-x-uln", "", 2),
    FieldSpec::number("alp-baseline", ENZYME, 0).plausible("5", "5000", "U/L"),
    FieldSpec::computed("alp-x-baseline", "", 2),
    FieldSpec::computed("alp-grade", "", 0),
    FieldSpec::number("ggt", ENZYME, 0).plausible("1", "10000", "U/L"),
    FieldSpec::number("ggt-uln", ENZYME, 0).plausible("5", "300", "U/L"),
    FieldSpec::computed("ggt-x-uln", "", 2),
    FieldSpec::number("ggt-baseline", ENZYME, 0).plausible("1", "10000", "U/L"),
    FieldSpec::computed("ggt-x-baseline", "", 2),
    FieldSpec::computed("ggt-grade", "", 0),
    FieldSpec::number("albumin", ALBUMIN, 0).plausible("5", "80", "g/L"),
    FieldSpec::number("albumin-lln", ALBUMIN, 0).plausible("20", "50", "g/L"),
    FieldSpec::computed("albumin-grade", "", 0),
    FieldSpec::number("inr", &["1"], 2).plausible("0.5", "20", "1"),
    FieldSpec::choice("ctcae-version", &["5.0", "6.0"]),
    FieldSpec::text("laboratory"),
    FieldSpec::choice("other-cause", &["no", "yes", "unknown"]),
    FieldSpec::number("steroid-dose", &["mg/d"], 1).plausible("0", "2000", "mg/d"),
    FieldSpec::choice("steroid-course", &["none", "full-dose", "taper", "finished"]),
];
