//! Clauses of a protocol that no rule would answer, or that would leave their rule silent: told before adoption, because
//! afterwards silence looks like safety.
//!
//! `protocol` reads the form of a clause and knows no rule; here stand the rules. Knows nothing of what a threshold should
//! be.

use std::collections::BTreeMap;

use assess::Severity;
use protocol::{Fault, Protocol, nearest};

use crate::rules::{Rule, rules};

/// Every fault of the clauses of a protocol that was read from `text`, in the order of its lines.
///
/// ```
/// let (_, text) = protocol::presets().into_iter().find(|(path, _)| path == "fda/car-t-15y").unwrap();
/// let misspelt = text.replace("distance-bp", "distance-pb");
/// let found = signals::faults(&protocol::read(&misspelt).0.unwrap(), &misspelt);
/// assert_eq!(found.iter().map(|fault| fault.code.as_str()).collect::<Vec<_>>(), ["limit-unknown", "limit-missing"]);
/// ```
pub fn faults(protocol: &Protocol, text: &str) -> Vec<Fault> {
    let mut found = Vec::new();
    for (at, clause) in protocol.rules.iter().enumerate() {
        let key = format!("rule[{}]", at + 1);
        let begin = line_of(text, 0, &format!("rule = \"{}\"", clause.rule));
        let mut add = |line: usize, key: String, code: &str, args: &[(&str, &str)]| {
            let args: BTreeMap<String, String> =
                args.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
            let (line, column) = (line + 1, 1);
            found.push(Fault { line, column, key, code: code.to_owned(), args, severity: Severity::Stops });
        };
        let Some(rule) = rules().iter().find(|rule| rule.id == clause.rule) else {
            let known: Vec<&str> = rules().iter().map(|rule| rule.id).collect();
            let args =
                [("value", &*clause.rule), ("nearest", nearest(&clause.rule, &known)), ("allowed", &known.join(", "))];
            add(begin, key, "no-such-rule", &args);
            continue;
        };
        let known = known_limits(rule);
        for name in clause.limits.keys().filter(|name| !known.contains(&name.as_str())) {
            let line = line_of(text, begin, &format!("{name} ="));
            let args = [("value", &**name), ("nearest", nearest(name, &known)), ("allowed", &known.join(", "))];
            add(line, format!("{key}.limits.{name}"), "limit-unknown", &args);
        }
        for name in rule.lacks(clause) {
            add(begin, format!("{key}.limits"), "limit-missing", &[("rule", rule.id), ("value", name)]);
        }
    }
    found
}

fn known_limits(rule: &Rule) -> Vec<&'static str> {
    rule.limits.iter().chain(rule.optional).copied().collect()
}

/// The first line from `from` on that holds the words; `from` itself when none does, as in a text that is spaced
/// otherwise.
fn line_of(text: &str, from: usize, words: &str) -> usize {
    text.lines().enumerate().skip(from).find(|(_, line)| line.contains(words)).map_or(from, |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(from: &str, to: &str) -> Vec<(usize, String)> {
        let (_, preset) = protocol::presets().into_iter().find(|(path, _)| path == "fda/aav-systemic-5y").unwrap();
        assert!(preset.contains(from), "{from}");
        let text = preset.replacen(from, to, 1);
        let read = protocol::read(&text).0.unwrap();
        let line_of = |line: usize| text.lines().nth(line - 1).unwrap().to_owned();
        faults(&read, &text)
            .into_iter()
            .map(|fault| {
                assert!(line_of(fault.line).contains("rule = ") || line_of(fault.line).contains(to), "{fault:?}");
                (fault.line, fault.code)
            })
            .collect()
    }

    fn codes(from: &str, to: &str) -> Vec<String> {
        told(from, to).into_iter().map(|(_, code)| code).collect()
    }

    #[test]
    fn a_rule_that_is_none_and_a_limit_that_is_none_are_told_before_they_keep_silent() {
        assert!(codes("rule = \"hys-law\"", "rule = \"hys-law\"").is_empty());
        assert_eq!(codes("rule = \"hys-law\"", "rule = \"hys-lwa\""), ["no-such-rule"]);
        assert_eq!(codes("until-x-uln", "untill-x-uln"), ["limit-unknown"]);
        assert_eq!(codes("bilirubin-x-uln", "bilirubin-x-unl"), ["limit-unknown", "limit-missing"]);
    }

    #[test]
    fn no_preset_has_such_a_fault() {
        for (path, text) in protocol::presets() {
            let found = faults(&protocol::read(text).0.unwrap(), text);
            assert!(found.is_empty(), "{path}: {found:?}");
        }
    }
}
