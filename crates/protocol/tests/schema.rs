//! The published JSON Schema and the parser agree: presets fit both, and what one refuses by its form so does the
//! other.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

use serde_json::Value;

const SCHEMA: &str = include_str!("../../../assets/regulations/preset.schema.json");

fn fits(text: &str) -> Result<(), String> {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    let table: toml::Table = text.parse().unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let value = serde_json::to_value(table).unwrap();
    let faults: Vec<String> =
        validator.iter_errors(&value).map(|fault| format!("{}: {fault}", fault.instance_path())).collect();
    if faults.is_empty() { Ok(()) } else { Err(faults.join("\n")) }
}

#[test]
fn every_preset_fits_the_schema() {
    for (path, text) in protocol::presets() {
        fits(text).unwrap_or_else(|faults| panic!("{path}:\n{faults}"));
    }
}

/// A reference whose tables ship can be chosen, in the editor as in the program.
#[test]
fn the_schema_offers_the_growth_references_and_editions_of_ctcae_that_there_are() {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    let offered = |key: &str| -> Vec<String> {
        let words = schema["properties"][key]["enum"].as_array().unwrap();
        words.iter().map(|word| word.as_str().unwrap().to_owned()).collect()
    };
    let references: Vec<&str> = assess::growth::references().iter().map(|reference| reference.name()).collect();
    assert_eq!(offered("growth"), references);
    let editions = assess::grading::criteria().iter().map(|row| row.version.code());
    assert_eq!(offered("ctcae"), editions.collect::<std::collections::BTreeSet<_>>().into_iter().collect::<Vec<_>>());
}

#[test]
fn schema_and_parser_refuse_the_same_forms() {
    let (_, good) = protocol::presets().into_iter().find(|(path, _)| path == "fda/car-t-15y").unwrap();
    for (from, to) in [
        ("follow-up = \"P15Y\"", "follow-up = \"15 years\""),
        ("results-within = \"P42D\"", "results-within = 42"),
        ("age-of-majority = \"P18Y\"", "age-of-majority = \"18\""),
        ("results-within = \"sponsor: ", "results-in = \"sponsor: "),
        ("every-nth = 2, from-nth = 3", "every-nth = 2, from-nth = 0"),
        ("ctcae = \"5.0\"", "ctcae = \"4.03\""),
        ("growth = \"who\"", "growth = \"cdc\""),
        ("settled-by = { field = ", "settled-by = { key = "),
        ("rcr-rcl-positive = 2", "rcr-rcl-positive = \"2\""),
        ("integrating = true", "integrating = \"yes\""),
        ("class = \"car-t\"", "class = \"car-tt\""),
        ("modes = [\"clinic\"]", "modes = []"),
        ("severity = \"alarm\"", "severity = \"loud\""),
        ("id = \"fda-car-t-15y\"", "identity = \"fda-car-t-15y\""),
    ] {
        assert!(good.contains(from), "the preset no longer has `{from}`");
        let bad = good.replacen(from, to, 1);
        assert!(fits(&bad).is_err(), "the schema takes `{to}`");
        let (_, faults) = protocol::read(&bad);
        assert!(!faults.is_empty(), "the parser takes `{to}`");
        assert!(faults.iter().all(|fault| fault.line > 0), "a fault without its line: {faults:?}");
    }
}
