//! Why something is as it is: which day it counts from, what took its place.

use protocol::{Anchor, Protocol, Visit};
use words::Words;

use super::{anchor, numbered, plain, texts};

/// The day that a row of visits counts from, as the study calls it. What counts from the row before it waits for the
/// last visit of that row.
pub(super) fn counted_from(words: &Words, language: &str, visit: &Visit, protocol: &Protocol) -> String {
    let before = || {
        let row = protocol.visits.iter().position(|known| known.code == visit.code)?.checked_sub(1)?;
        let last = protocol.visits[row].occurrences().pop()?;
        visit_named(language, &last.code, protocol)
    };
    let named = if visit.anchor == Anchor::PreviousVisit { before() } else { None };
    named.unwrap_or_else(|| anchor_in(words, language, &visit.anchor, protocol))
}

/// An event that the protocol names, or one of its visits, is called as it calls it.
pub(crate) fn anchor_in(words: &Words, language: &str, anchor_of: &Anchor, protocol: &Protocol) -> String {
    let named = match anchor_of {
        Anchor::Event(name) => match protocol.event(name) {
            Some(event) => Some(protocol::text(&event.label, language).to_owned()),
            None => visit_named(language, name, protocol),
        },
        _ => None,
    };
    named.unwrap_or_else(|| anchor(words, anchor_of))
}

/// "Month 6": a visit by its code.
pub(super) fn visit_named(language: &str, code: &str, protocol: &Protocol) -> Option<String> {
    let visit = protocol.visits.iter().find(|visit| visit.gives(code))?;
    let number = visit.occurrences().into_iter().find(|one| one.code == code).map_or(0, |one| one.number);
    Some(numbered(protocol::text(&visit.label, language), number))
}

/// What took the place of something that is not done any more: the same visit counted from a later dosing, a later
/// version of the form, or a version of the protocol without it. `by` is that one's key, or the version's reference.
pub(super) fn superseded(words: &Words, by: &str) -> String {
    if by.starts_with("visit:") {
        return plain(words, "superseded-by-dosing");
    }
    let (key, version) = match by.strip_prefix("consent:") {
        Some(form) => ("superseded-by-consent", form.splitn(3, ':').nth(2)),
        None => ("superseded-by-version", by.split_once('@').map(|(_, version)| version)),
    };
    words.say(key, &texts(&[("version", version.unwrap_or(by))]))
}
