//! What presets put on a source is what the domain facts say of it: every `cites` against the list beside the presets.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

use std::collections::{BTreeMap, BTreeSet};

use protocol::{Confidence, Protocol};

const CLAIMS: &str = include_str!("../../../assets/regulations/citations.toml");
/// Sections of the domain facts that hold claims on guidance: how long, vector, shedding, liver, oncogenicity,
/// development, clocks, China and Japan, stopping.
const SECTIONS: std::ops::RangeInclusive<i64> = 1..=9;

/// `(source, topic)` to the sections that give it.
fn claims() -> BTreeMap<(String, String), Vec<i64>> {
    let table: toml::Table = CLAIMS.parse().unwrap();
    let claims = table["claim"].as_array().unwrap();
    let text = |claim: &toml::Value, key: &str| claim[key].as_str().unwrap().to_owned();
    let sections =
        |claim: &toml::Value| claim["domain"].as_array().unwrap().iter().flat_map(|n| n.as_integer()).collect();
    let read: BTreeMap<_, Vec<i64>> =
        claims.iter().map(|claim| ((text(claim, "source"), text(claim, "topic")), sections(claim))).collect();
    assert_eq!(read.len(), claims.len(), "a claim stands twice");
    read
}

fn presets() -> impl Iterator<Item = (String, Protocol)> {
    protocol::presets().into_iter().map(|(path, text)| (path, protocol::read(text).0.unwrap()))
}

fn cited(protocol: &Protocol) -> Vec<(String, String)> {
    protocol.citations().map(|citation| (citation.source.clone(), citation.clause.clone())).collect()
}

#[test]
fn no_preset_puts_a_claim_on_a_source_that_is_not_known_to_make_it() {
    let claims = claims();
    let mut counted = 0;
    for (path, protocol) in presets() {
        for cited in cited(&protocol) {
            assert!(claims.contains_key(&cited), "{path}: {}: {}", cited.0, cited.1);
            counted += 1;
        }
    }
    assert!(counted >= 12 * 14, "{counted}");
}

#[test]
fn every_known_claim_is_made_by_a_preset() {
    let made: BTreeSet<(String, String)> = presets().flat_map(|(_, protocol)| cited(&protocol)).collect();
    let stale: Vec<_> = claims().into_keys().filter(|claim| !made.contains(claim)).collect();
    assert!(stale.is_empty(), "{stale:?}");
}

#[test]
fn a_claim_names_its_section_unless_the_sponsor_is_to_confirm_it() {
    let claims = claims();
    for (path, protocol) in presets() {
        for (id, topic) in cited(&protocol) {
            let sections = &claims[&(id.clone(), topic.clone())];
            let open = protocol.source(&id).unwrap().confidence == Confidence::ToBeConfirmed;
            assert_eq!(sections.is_empty(), open, "{path}: {id}: {topic}");
            assert!(sections.iter().all(|section| SECTIONS.contains(section)), "{topic}: {sections:?}");
        }
    }
}

#[test]
fn every_preset_says_where_its_study_wide_values_come_from() {
    for (path, protocol) in presets() {
        let cites = &protocol.cites;
        assert!(cites.results_within.is_some() && cites.age_of_majority.is_some(), "{path}");
        let of = cites.follow_up.as_ref().unwrap_or_else(|| panic!("{path}: no citation of its length"));
        let authority = &protocol.source(&of.source).unwrap().authority;
        assert_eq!(*authority, protocol.authority, "{path}: the length is that of another authority");
    }
}
