//! Test-only: the presets that ship ask for rules that exist, with the limits they need, in words that exist.

use std::collections::BTreeSet;

use facts::Period;
use protocol::{CallFor, Condition, Protocol};
use words::Words;

use crate::rules;

fn shipped() -> Vec<(String, Protocol)> {
    let presets = protocol::presets().into_iter();
    let read: Vec<_> = presets.filter_map(|(path, text)| Some((path, protocol::read(text).0?))).collect();
    assert!(!read.is_empty());
    read
}

#[test]
fn no_rule_of_a_preset_is_silent_for_want_of_a_limit() {
    for (path, protocol) in shipped() {
        for clause in &protocol.rules {
            let rule = rules().iter().find(|rule| rule.id == clause.rule);
            let rule = rule.unwrap_or_else(|| panic!("{path} asks for {}, which is no rule", clause.rule));
            assert!(rule.lacks(clause).is_empty(), "{path}: {} lacks {:?}", clause.rule, rule.lacks(clause));
        }
    }
}

#[test]
fn no_preset_gives_a_limit_that_its_rule_does_not_read() {
    for (path, protocol) in shipped() {
        for clause in &protocol.rules {
            let rule = rules().iter().find(|rule| rule.id == clause.rule).unwrap();
            let read = |name: &String| rule.limits.iter().chain(rule.optional).any(|known| known == name);
            let unread: Vec<_> = clause.limits.keys().filter(|name| !read(name)).collect();
            assert!(unread.is_empty(), "{path}: {}: {unread:?}", clause.rule);
        }
    }
}

/// Cleared means one thing in a protocol: where sampling ends, there the rule begins to watch.
#[test]
fn sampling_ends_where_the_rule_calls_a_matrix_cleared() {
    fn ends(when: &Condition) -> Vec<(u32, Option<Period>)> {
        match when {
            Condition::UntilCleared { consecutive, spacing, .. } => vec![(*consecutive, *spacing)],
            Condition::All(all) | Condition::Any(all) => all.iter().flat_map(ends).collect(),
            _ => Vec::new(),
        }
    }
    let mut compared = 0;
    for (path, protocol) in shipped() {
        let Some(clause) = protocol.rule("shedding-after-clearance") else { continue };
        let number = clause.limits["consecutive"].parse().unwrap();
        let wanted = (number, clause.limits.get("spacing").map(|text| text.parse().unwrap()));
        for used in protocol.visits.iter().flat_map(|visit| &visit.tasks) {
            let ends = ends(&used.when);
            assert!(ends.iter().all(|end| *end == wanted), "{path}: {}: {ends:?}, the rule {wanted:?}", used.task);
            compared += ends.len();
        }
    }
    assert!(compared > 50, "{compared}");
}

/// The register of rules: header, version, limits, the citation of each preset that asks for it, and its words. A rule
/// that lacks one of them fails here; the register itself is the snapshot.
#[test]
fn every_rule_is_registered_with_its_header_its_words_and_a_citation_in_each_preset_that_asks_for_it() {
    let presets = shipped();
    let mut lines: Vec<String> = Vec::new();
    for (rule, source) in rules().iter().zip(crate::sentences::headers()) {
        lines.push(format!("{} v{}", rule.id, rule.version));
        let header: Vec<&str> = source.lines().map_while(|line| line.strip_prefix("//!")).map(str::trim).collect();
        let header = header.join(" ");
        for heading in ["*Looks for*:", "*Because*:", "*Threshold and source*:", "*Silent when*:"] {
            let (_, after) = header.split_once(heading).unwrap_or_else(|| panic!("{} has no {heading}", rule.id));
            let said = after.split_once(" *").map_or(after, |(said, _)| said).trim();
            assert!(said.len() > 20, "{} says nothing under {heading}", rule.id);
            lines.push(format!("  {heading} {said}"));
        }
        lines.push(format!("  limits: {:?}, optional {:?}", rule.limits, rule.optional));
        for tag in ["en", "zh-Hans", "ja"] {
            let name = format!("rule-{}-name", rule.id);
            assert!(Words::of(tag).knows(&name), "{tag}: {name}");
            lines.push(format!("  {tag}: {}", Words::of(tag).say(&name, &Default::default())));
        }
        let mut asked = 0;
        for (path, protocol) in &presets {
            let Some(clause) = protocol.rule(rule.id) else { continue };
            let cited = protocol.source(&clause.citation.source);
            assert!(cited.is_some() && !clause.citation.clause.is_empty(), "{path}: {} has no citation", rule.id);
            lines.push(format!("  {path}: {:?} {}: {}", clause.limits, clause.citation.source, clause.citation.clause));
            asked += 1;
        }
        assert!(asked > 0, "no preset asks for {}", rule.id);
    }
    insta::assert_snapshot!(lines.join("\n"));
}

#[test]
fn a_watch_list_is_never_empty() {
    for (path, protocol) in shipped() {
        let clause = protocol.rule("clone-near-watch-gene");
        assert!(clause.is_none_or(|clause| !clause.genes.is_empty()), "{path}");
    }
}

#[test]
fn the_limits_and_recipients_of_presets_have_words() {
    let mut keys = BTreeSet::new();
    for (_, protocol) in shipped() {
        for clause in protocol.rules {
            keys.extend(clause.limits.into_keys().map(|name| format!("limit-{name}")));
            keys.extend(clause.calls_for.into_iter().filter_map(|call| match call {
                CallFor::Report { to, .. } => Some(format!("recipient-{to}")),
                _ => None,
            }));
        }
    }
    for tag in ["en", "zh-Hans", "ja"] {
        let missing: Vec<_> = keys.iter().filter(|key| !Words::of(tag).knows(key)).collect();
        assert!(missing.is_empty(), "{tag}: {missing:?}");
    }
}
