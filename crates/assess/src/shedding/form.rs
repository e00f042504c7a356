//! Fields of the form.

use crate::form::{Family, FieldSpec, FormSpec};

pub static FORM: FormSpec = FormSpec { kind: "shedding", edition: 1, family: Family::Shedding, fields: FIELDS };

const FIELDS: &[FieldSpec] = &[
    FieldSpec::choice(
        "matrix",
        &["blood", "plasma", "urine", "saliva", "stool", "semen", "tears", "nasal", "milk", "injection-site"],
    )
    .required(),
    FieldSpec::choice("assay", &["qpcr", "ddpcr", "rt-qpcr", "infectivity"]).required(),
    FieldSpec::result("result", &["{copies}/mL", "{copies}/ug", "{copies}/g", "{Ct}"]).required(),
    FieldSpec::choice("infectivity", &["not-tested", "negative", "positive"]),
    FieldSpec::date("infectivity-on").when("infectivity", &["negative", "positive"]),
    FieldSpec::text("infectivity-assay").when("infectivity", &["negative", "positive"]),
    FieldSpec::text("laboratory"),
    FieldSpec::choice("sample-quality", &["valid", "inhibited", "insufficient"]),
];
