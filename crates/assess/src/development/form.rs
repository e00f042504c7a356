//! Fields of the form: tests and their scores, milestones, how the child gets on, and what vaccines left behind.

use crate::form::{Family, FieldSpec, FormSpec};

pub static FORM: FormSpec =
    FormSpec { kind: "development", edition: 1, family: Family::PediatricDevelopment, fields: FIELDS };

/// A visit may ask for milestones or school alone.
const NONE: &str = "none";
const INSTRUMENTS: &[&str] = &[
    "bayley",
    "vineland",
    "gmfcs",
    "hfmse",
    "wppsi",
    "wisc",
    "asq",
    "griffiths",
    "mullen",
    "gesell",
    "kspd",
    "other",
    NONE,
];
const TESTED: &[&str] =
    &["bayley", "vineland", "gmfcs", "hfmse", "wppsi", "wisc", "asq", "griffiths", "mullen", "gesell", "kspd", "other"];

const FIELDS: &[FieldSpec] = &[
    FieldSpec::choice("instrument", INSTRUMENTS).required(),
    // Scores of two editions are never compared, so the edition is part of the result.
    FieldSpec::text("edition").required().when("instrument", TESTED),
    FieldSpec::text("norm").when("instrument", TESTED),
    FieldSpec::table("domains", DOMAINS),
    FieldSpec::text("tested-by"),
    FieldSpec::table("milestones", MILESTONES),
    FieldSpec::choice("school", &["not-yet", "mainstream", "mainstream-support", "special", "home", "none"]),
    FieldSpec::choice("daily-living", &["as-peers", "some-help", "much-help", "full-care"]),
    FieldSpec::prose("function"),
    FieldSpec::table("vaccinations", VACCINATIONS),
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

/// Whether the immune system answers, also after conditioning: the antibody after a vaccine, judged by the laboratory.
const VACCINATIONS: &[FieldSpec] = &[
    FieldSpec::choice(
        "vaccine",
        &[
            "tetanus",
            "diphtheria",
            "pertussis",
            "polio",
            "hib",
            "pneumococcal",
            "meningococcal",
            "hepatitis-b",
            "measles",
            "mumps",
            "rubella",
            "varicella",
            "influenza",
            "covid-19",
            "other",
        ],
    )
    .required(),
    FieldSpec::date("given-on"),
    FieldSpec::date("sampled-on"),
    FieldSpec::number("titre", &["[IU]/mL", "m[IU]/mL", "ug/mL"], 2),
    FieldSpec::choice("response", &["protective", "partial", "none", "not-tested"]).required(),
];
