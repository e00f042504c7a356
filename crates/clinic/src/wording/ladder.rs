//! A step of the contact ladder in words, and the visit it is about in the study's own.

use followup::{Obligation, What};
use protocol::Protocol;
use words::{Value, Words};

use super::why::visit_named;
use super::{option, plain, texts};

/// "Reach the family: telephone (2 of 2)"; what is left to do when no step of the ladder is.
pub(crate) fn contact_step(words: &Words, channel: &str, number: u32, of: u32) -> String {
    if matches!(channel, "decide" | "find") {
        return plain(words, &format!("what-contact-{channel}"));
    }
    let channel = option(words, "contact-attempt", "channel", channel);
    let mut args = texts(&[("channel", &channel)]);
    args.insert("n".to_owned(), Value::Number(number.to_string()));
    args.insert("of".to_owned(), Value::Number(of.to_string()));
    words.say(if of > 1 { "what-contact-of" } else { "what-contact" }, &args)
}

/// Label of the visit that a step of the ladder is about.
pub(super) fn missed_visit(language: &str, obligation: &Obligation, protocol: &Protocol) -> String {
    let What::Contact { visit: code, .. } = &obligation.what else { return String::new() };
    let plain_code = code.split('@').next().unwrap_or(code);
    visit_named(language, plain_code, protocol).unwrap_or_else(|| code.clone())
}
