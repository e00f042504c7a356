//! The contact ladder as a person writes it: what is read, and what is refused at which place.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

use facts::Period;
use protocol::Protocol;

const PRESET: &str = "fda/car-t-15y";

fn preset() -> &'static str {
    protocol::presets().into_iter().find(|(path, _)| path == PRESET).unwrap().1
}

/// The preset with one thing written otherwise: code and key of every fault.
fn faults(from: &str, to: &str) -> Vec<(String, String)> {
    assert!(preset().contains(from), "the preset no longer has `{from}`");
    let (_, faults) = protocol::read(&preset().replacen(from, to, 1));
    faults.into_iter().map(|fault| (fault.code, fault.key)).collect()
}

fn read() -> Protocol {
    protocol::read(preset()).0.unwrap()
}

#[test]
fn steps_are_read_in_their_order_with_their_waits() {
    let ladder = read().ladder.unwrap();
    let channels: Vec<&str> = ladder.steps.iter().map(|step| step.channel.as_str()).collect();
    assert_eq!(channels, ["phone", "letter", "registered-letter", "practitioner", "relative", "registry"]);
    assert_eq!((ladder.steps[0].times, ladder.steps[1].times), (2, 1), "one attempt where nothing is said");
    assert_eq!((ladder.steps[0].after, ladder.steps[5].within), (Period::days(7), Period::days(30)));
}

/// No guidance gives the numbers, so no preset may put them on one.
#[test]
fn every_preset_marks_its_ladder_as_the_sponsors_to_confirm() {
    for (path, text) in protocol::presets() {
        let protocol = protocol::read(text).0.unwrap();
        let ladder = protocol.ladder.as_ref().unwrap_or_else(|| panic!("{path} has no ladder"));
        let source = protocol.source(&ladder.citation.source).unwrap();
        assert_eq!(source.confidence, protocol::Confidence::ToBeConfirmed, "{path}");
    }
}

#[test]
fn a_protocol_without_a_ladder_asks_for_no_step() {
    let start = preset().find("[ladder]").unwrap();
    let end = preset().find("[family]").unwrap();
    let text = [&preset()[..start], &preset()[end..]].concat();
    assert_eq!(protocol::read(&text).0.unwrap().ladder, None);
}

#[test]
fn what_cannot_be_climbed_is_refused_at_its_place() {
    let letter = "{ channel = \"letter\", after = \"P7D\", within = \"P7D\" }";
    for (from, to, code, key) in [
        (letter, "{ channel = \"pigeon\", after = \"P7D\", within = \"P7D\" }", "not-one-of", "ladder.step[2].channel"),
        (
            letter,
            "{ channel = \"phone\", after = \"P7D\", within = \"P7D\" }",
            "ladder-channel-twice",
            "ladder.step[2].channel",
        ),
        (letter, "{ channel = \"letter\", within = \"P7D\" }", "key-missing", "ladder.step[2].after"),
        (letter, "{ channel = \"letter\", after = \"P0D\", within = \"P7D\" }", "not-positive", "ladder.step[2].after"),
        ("times = 2, after", "times = 0, after", "not-a-count", "ladder.step[1].times"),
        ("cites = \"sponsor: contact ladder", "cites = \"nobody: contact ladder", "source-unknown", "ladder.cites"),
    ] {
        let found = faults(from, to);
        assert!(found.contains(&(code.to_owned(), key.to_owned())), "{to}: {found:?}");
    }
    let start = preset().find("step = [").unwrap();
    let end = start + preset()[start..].find("]\ncites").unwrap() + 1;
    let steps = preset()[start..end].to_owned();
    assert!(faults(&steps, "step = []").iter().any(|(code, _)| code == "ladder-empty"));
}
