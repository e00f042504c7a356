//! Why something is as it is: what took its place.

use words::Words;

use super::{plain, texts};

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
