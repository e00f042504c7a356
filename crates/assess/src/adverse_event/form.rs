//! Fields of the form.

use crate::form::{Family, FieldSpec, FormSpec};

pub static FORM: FormSpec = FormSpec { kind: "adverse-event", edition: 1, family: Family::Safety, fields: FIELDS };

const YES: &[&str] = &["yes"];

const FIELDS: &[FieldSpec] = &[
    FieldSpec::text("term").required(),
    FieldSpec::choice(
        "category",
        &["malignancy", "neurologic", "autoimmune", "haematologic", "infection", "hepatic", "other"],
    )
    .required(),
    FieldSpec::date("onset").required(),
    FieldSpec::choice("ctcae-grade", &["1", "2", "3", "4", "5"]).required(),
    FieldSpec::choice("ctcae-version", &["5.0", "6.0"]),
    FieldSpec::choice("serious", &["no", "yes"]).required(),
    // ICH E2A criteria of seriousness.
    FieldSpec::choices(
        "seriousness",
        &["death", "life-threatening", "hospitalisation", "disability", "congenital-anomaly", "other-important"],
    )
    .when("serious", YES),
    FieldSpec::choice("expected", &["yes", "no", "unknown"]).when("serious", YES),
    FieldSpec::choice("related", &["related", "possibly", "unlikely", "not-related", "not-assessed"]),
    FieldSpec::choice("outcome", &["recovered", "recovering", "not-recovered", "sequelae", "fatal", "unknown"]),
    FieldSpec::date("resolved"),
    FieldSpec::date("learned-on").when("serious", YES),
];
