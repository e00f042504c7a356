//! Fields of the form.

use crate::form::{Family, FieldSpec, FormSpec};

pub static FORM: FormSpec =
    FormSpec { kind: "development", edition: 1, family: Family::PediatricDevelopment, fields: FIELDS };

const FIELDS: &[FieldSpec] = &[
    FieldSpec::choice("instrument", &["bayley", "vineland", "gmfcs", "hfmse", "wppsi", "wisc", "asq", "other"])
        .required(),
    // Scores of two editions are never compared, so the edition is part of the result.
    FieldSpec::text("edition").required(),
    FieldSpec::text("norm"),
    FieldSpec::table("domains", DOMAINS),
    FieldSpec::text("tested-by"),
    FieldSpec::table("milestones", MILESTONES),
];

const DOMAINS: &[FieldSpec] = &[
    FieldSpec::text("domain").required(),
    FieldSpec::number("score", &["{score}"], 1).required(),
    FieldSpec::choice("score-type", &["raw", "scaled", "composite", "percentile", "age-equivalent"]).required(),
];

/// The six of the WHO Multicentre Growth Reference Study.
const MILESTONES: &[FieldSpec] = &[
    FieldSpec::choice("milestone", &["sits", "stands-help", "crawls", "walks-help", "stands", "walks"]).required(),
    FieldSpec::choice("reached", &["no", "yes"]).required(),
    FieldSpec::number("age-months", &["mo"], 1).plausible("0", "60", "mo"),
];
