//! Fields of the form.

use crate::form::{Family, FieldSpec, FormSpec};

pub static FORM: FormSpec = FormSpec { kind: "fertility", edition: 1, family: Family::Safety, fields: FIELDS };

const FIELDS: &[FieldSpec] = &[
    FieldSpec::choice("counselled", &["no", "yes", "declined"]).required(),
    FieldSpec::choice("preserved", &["none", "egg-cells", "ovarian-tissue", "sperm", "testicular-tissue", "not-known"])
        .required(),
    FieldSpec::choice("periods", &["not-applicable", "regular", "irregular", "none"]),
    FieldSpec::choice("trying", &["not-asked", "no", "yes", "declined"]).required(),
    FieldSpec::date("trying-since").when("trying", &["yes"]),
    FieldSpec::number("fsh", &["[IU]/L"], 1),
    FieldSpec::result("amh", &["ng/mL", "ug/L", "pmol/L"]),
    FieldSpec::choice("semen", &["not-done", "normal", "abnormal"]),
    FieldSpec::result("sperm-concentration", &["10*6/mL"]).when("semen", &["normal", "abnormal"]),
    FieldSpec::prose("detail"),
    FieldSpec::text("laboratory"),
];
