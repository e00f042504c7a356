//! Test-only: the presets that ship ask for rules that exist, with the limits they need, in words that exist.

use std::collections::BTreeSet;

use protocol::{CallFor, Protocol};
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
