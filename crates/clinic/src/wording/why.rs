//! Why something is as it is: which day it counts from, what took its place.

use documents::CountedFrom;
use followup::{ConsentCause, Explanation, Obligation, What};
use protocol::{Anchor, Protocol, Visit};
use words::Words;

use super::{age_of, anchor, consent, ground, numbered, period, plain, texts};

/// The day that a date counts from: of a visit by its name, and whether that one has taken place.
pub(super) fn counted_day(words: &Words, language: &str, because: &Explanation, protocol: &Protocol) -> String {
    let Some(after) = &because.after else { return anchor_in(words, language, &because.anchor, protocol) };
    let visit = visit_named(language, &after.code, protocol).unwrap_or_else(|| after.code.clone());
    if after.planned { words.say("explain-after-planned", &texts(&[("visit", &visit)])) } else { visit }
}

/// Why a date of the family's sheet is what it is, "5 years after the treatment of 31 Aug 2021", and what it is counted
/// from.
pub(crate) fn for_family(
    words: &Words,
    language: &str,
    obligation: &Obligation,
    protocol: &Protocol,
) -> (String, CountedFrom) {
    let because = &obligation.because;
    let on = words.date_short(&because.anchor_on.to_string());
    if let What::Consent { cause, .. } = &obligation.what {
        let key = match cause {
            ConsentCause::Enrolment => "sheet-sign-enrolment",
            ConsentCause::Age => "sheet-sign-age",
            ConsentCause::Majority => "sheet-sign-majority",
            ConsentCause::Version { .. } => "sheet-sign-version",
            ConsentCause::Guardian { .. } => "sheet-sign-guardian",
        };
        let told = consent::told(words, language, obligation, protocol);
        let age = told.iter().find(|(name, _)| *name == "age").map_or("", |(_, age)| age.as_str());
        return (words.say(key, &texts(&[("on", &on), ("age", age)])), CountedFrom::Otherwise);
    }
    if because.anchor == Anchor::Birth && !because.offset.is_negative() {
        let offset = age_of(words, &because.offset);
        let said = words.say("sheet-counted-age", &texts(&[("offset", &offset)]));
        return (said, CountedFrom::Birthday);
    }
    let from = family_from(words, language, because, protocol, &on);
    let key = match because.offset {
        offset if offset.is_zero() => "sheet-counted-on",
        offset if offset.is_negative() => "sheet-counted-before",
        _ => "sheet-counted-after",
    };
    let said = words.say(key, &texts(&[("offset", &period(words, &because.offset)), ("from", &from)]));
    let by_age = because.anchor == Anchor::Majority && because.offset.is_zero();
    (said, if by_age { CountedFrom::Birthday } else { CountedFrom::Day(from) })
}

/// The day itself, as a family knows it.
fn family_from(words: &Words, language: &str, because: &Explanation, protocol: &Protocol, on: &str) -> String {
    let say = |key: &str, name: &str, value: &str| words.say(key, &texts(&[(name, value), ("on", on)]));
    if let Some(after) = &because.after {
        let visit = visit_named(language, &after.code, protocol).unwrap_or_else(|| after.code.clone());
        let key = if after.planned { "sheet-from-visit-planned" } else { "sheet-from-visit" };
        return say(key, "visit", &visit);
    }
    match &because.anchor {
        Anchor::Dosing(_) => say("sheet-from-dosing", "on", on),
        Anchor::Enrolment => say("sheet-from-enrolment", "on", on),
        Anchor::Consent => say("sheet-from-consent", "on", on),
        Anchor::Majority => say("sheet-from-majority", "on", on),
        Anchor::Birth | Anchor::PreviousVisit | Anchor::Event(_) => {
            say("sheet-from-event", "event", &anchor_in(words, language, &because.anchor, protocol))
        }
    }
}

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

/// The rule of the finding that calls for a test or a report, with the limits that were passed.
pub(super) fn called_for_by(words: &Words, obligation: &Obligation, protocol: &Protocol) -> String {
    match (&obligation.what, &obligation.because.anchor) {
        (What::Test { .. } | What::Report { .. }, Anchor::Event(rule)) => match protocol.rule(rule) {
            Some(clause) => ground::rule(words, rule, &clause.limits),
            None => super::rule_name(words, rule),
        },
        _ => String::new(),
    }
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
