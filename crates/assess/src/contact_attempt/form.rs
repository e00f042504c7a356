//! Fields of the form.

use crate::form::{Family, FieldSpec, FormSpec};

pub static FORM: FormSpec = FormSpec { kind: "contact-attempt", edition: 1, family: Family::Contact, fields: FIELDS };

const FIELDS: &[FieldSpec] = &[
    FieldSpec::choice(
        "channel",
        &["phone", "letter", "registered-letter", "email", "video", "home", "relative", "practitioner", "registry"],
    )
    .required(),
    FieldSpec::choice("reached", &["yes", "no", "wrong-number", "undelivered"]).required(),
    FieldSpec::text("next-step"),
    FieldSpec::date("next-on").ahead(),
];
