//! Consent in words: what is to be signed and why, and what was signed by whom.

use facts::fact::GivenBy;
use facts::{CivilDate, Relation};
use followup::{ConsentCause, Matter, Obligation, Signed, What};
use protocol::{Anchor, ConsentForm, Protocol};
use words::Words;

use super::{age_of, plain, texts, wire};

/// What a form is called in the study; the word of its kind where the study has none.
pub(crate) fn form_label(words: &Words, language: &str, form: Option<&ConsentForm>, one: &Signed) -> String {
    match form {
        Some(form) => protocol::text(&form.label, language).to_owned(),
        None if !one.form.is_empty() => one.form.clone(),
        None => plain(words, &format!("signed-kind-{}", wire(&one.kind))),
    }
}

pub(crate) fn relation(words: &Words, relation: Relation) -> String {
    plain(words, &format!("relation-{}", wire(&relation)))
}

/// "the mother", "the subject", "a parent"; empty where nobody wrote it down.
pub(crate) fn signer(words: &Words, by: Option<GivenBy>, of: Option<Relation>) -> String {
    match (of, by) {
        (Some(of), _) => relation(words, of),
        (None, Some(by)) => plain(words, &format!("consent-by-{}", wire(&by))),
        (None, None) => String::new(),
    }
}

/// "Main consent, version 2.0: signed 3 May 2026 (mother)".
pub(crate) fn signed(words: &Words, label: &str, one: &Signed) -> String {
    let who = signer(words, one.by, one.relation);
    let on = words.date_short(&one.on.to_string());
    let key = match (one.declined, who.is_empty()) {
        (true, _) => "signed-declined",
        (false, true) => "signed-on",
        (false, false) => "signed-by",
    };
    let named = match one.version.is_empty() {
        true => label.to_owned(),
        false => words.say("signed-version", &texts(&[("form", label), ("version", &one.version)])),
    };
    words.say(key, &texts(&[("form", &named), ("on", &on), ("by", &who)]))
}

/// "Sign: main consent", "Own consent, now of age: main consent".
pub(super) fn what(words: &Words, language: &str, obligation: &Obligation, protocol: &Protocol) -> String {
    let What::Consent { cause, .. } = &obligation.what else { return String::new() };
    let told = told(words, language, obligation, protocol);
    let pairs: Vec<(&str, &str)> = told.iter().map(|(name, value)| (*name, value.as_str())).collect();
    words.say(&format!("what-consent-{}", cause.word()), &texts(&pairs))
}

fn label_of(language: &str, code: &str, protocol: &Protocol) -> String {
    protocol.consent(code).map_or_else(|| code.to_owned(), |form| protocol::text(&form.label, language).to_owned())
}

/// What the family reads on paper.
pub(crate) fn family_text(language: &str, obligation: &Obligation, protocol: &Protocol) -> Option<String> {
    let What::Consent { form, .. } = &obligation.what else { return None };
    let form = protocol.consent(form)?;
    let own = protocol::text(&form.family, language);
    Some(if own.is_empty() { protocol::text(&form.label, language) } else { own }.to_owned())
}

/// Key of the sentence that says why a form is asked for: "Main consent is in force in version 2.0 since 1 Mar 2026: to
/// be signed within 3 months, by 1 Jun 2026".
pub(super) fn explained(cause: &ConsentCause, anchor: &Anchor) -> String {
    // A child who was old enough on joining is asked from that day on.
    let joined = *cause == ConsentCause::Age && *anchor == Anchor::Enrolment;
    format!("explain-consent-{}", if joined { "joined" } else { cause.word() })
}

/// "Decide on the samples kept since 3 May 2024".
pub(super) fn to_decide(words: &Words, language: &str, obligation: &Obligation, protocol: &Protocol) -> String {
    let What::Decide { matter } = &obligation.what else { return String::new() };
    let told = of_matter(words, language, obligation, protocol);
    let pairs: Vec<(&str, &str)> = told.iter().map(|(name, value)| (*name, value.as_str())).collect();
    words.say(&format!("what-decide-{}", matter.word()), &texts(&pairs))
}

/// What the words of a matter tell besides its dates; nothing of other obligations.
pub(super) fn of_matter(
    words: &Words,
    language: &str,
    obligation: &Obligation,
    protocol: &Protocol,
) -> Vec<(&'static str, String)> {
    let What::Decide { matter } = &obligation.what else { return Vec::new() };
    match matter {
        Matter::Samples { since, .. } => vec![("since", words.date_short(&since.to_string()))],
        Matter::Version { version, reconsent } => {
            let reconsent = if *reconsent { "yes" } else { "no" };
            vec![("version", version.clone()), ("reconsent", reconsent.to_owned())]
        }
        Matter::NoGuardian { until, of_age_on } => {
            let day = |on: &CivilDate| words.date_short(&on.to_string());
            vec![("until", day(until)), ("of-age", day(of_age_on))]
        }
        Matter::Declined { form } if form.is_empty() => vec![("form", plain(words, "signed-kind-consent"))],
        Matter::Declined { form } => vec![("form", label_of(language, form, protocol))],
    }
}

/// What that sentence tells besides its dates; nothing of other obligations.
pub(super) fn told(
    words: &Words,
    language: &str,
    obligation: &Obligation,
    protocol: &Protocol,
) -> Vec<(&'static str, String)> {
    let What::Consent { form, cause } = &obligation.what else { return Vec::new() };
    let age = match cause {
        ConsentCause::Majority => Some(protocol.age_of_majority),
        _ => protocol.consent(form).and_then(|form| form.age_from),
    };
    let (mut version, mut of) = (String::new(), String::new());
    match cause {
        ConsentCause::Version { version: asked } => version.clone_from(asked),
        ConsentCause::Guardian { relation: new, .. } => of = relation(words, *new),
        _ => {}
    }
    let age = age.map(|age| age_of(words, &age)).unwrap_or_default();
    let form = label_of(language, form, protocol);
    vec![("form", form), ("age", age), ("relation", of), ("version", version)]
}
