//! Fields of the form.

use crate::form::{Family, FieldSpec, FormSpec};

pub static FORM: FormSpec =
    FormSpec { kind: "integration-site", edition: 1, family: Family::IntegrationSite, fields: FIELDS };

const DONE: &[&str] = &["done"];

const FIELDS: &[FieldSpec] = &[
    FieldSpec::choice(
        "specimen",
        &[
            "whole-blood",
            "pbmc",
            "bone-marrow",
            "granulocytes",
            "monocytes",
            "t-cells",
            "b-cells",
            "nk-cells",
            "tumour",
            "other",
        ],
    )
    .required(),
    FieldSpec::text("cell-type"),
    FieldSpec::number("vcn", &["{copies}/{cell}"], 3).plausible("0", "30", "{copies}/{cell}"),
    FieldSpec::number("vector-positive", &["%"], 2).plausible("0", "100", "%"),
    FieldSpec::choice("analysis", &["done", "not-done-below-limit", "not-done"]).required(),
    FieldSpec::choice("method", &["la-pcr", "lam-pcr", "s-epts", "target-enrichment", "other"]).when("analysis", DONE),
    // Reads and cells are never mixed: the share of a clone depends on which was counted.
    FieldSpec::choice("measure", &["sonic-abundance", "fragments", "reads"]).required().when("analysis", DONE),
    FieldSpec::choice("genome-build", &["hg38", "hg19"]).required().when("analysis", DONE),
    FieldSpec::table("clones", CLONES).when("analysis", DONE),
    FieldSpec::computed("unique-sites", "", 0),
    FieldSpec::computed("total", "", 0),
    FieldSpec::computed("inferred-cells", "", 0),
    FieldSpec::computed("top-share", "%", 2),
    FieldSpec::computed("top10-share", "%", 2),
    FieldSpec::computed("shannon", "", 3),
    FieldSpec::computed("pielou", "", 3),
    FieldSpec::computed("simpson", "", 4),
    FieldSpec::computed("inverse-simpson", "", 2),
    FieldSpec::computed("gini", "", 3),
    FieldSpec::computed("uc50", "", 0),
    FieldSpec::computed("chao1", "", 1),
    FieldSpec::computed("near-50kb", "%", 1),
    FieldSpec::computed("near-100kb", "%", 1),
    FieldSpec::count("reported-unique-sites").when("analysis", DONE),
    FieldSpec::number("reported-top-share", &["%"], 2).when("analysis", DONE).plausible("0", "100", "%"),
    FieldSpec::text("top-gene").when("analysis", DONE),
    FieldSpec::prose("laboratory-comment"),
];

const CLONES: &[FieldSpec] = &[
    FieldSpec::text("gene"),
    FieldSpec::text("chromosome").required(),
    FieldSpec::count("position").required(),
    FieldSpec::choice("strand", &["+", "-"]),
    FieldSpec::number("abundance", &["1"], 1).required(),
    FieldSpec::count("distance-bp"),
];
