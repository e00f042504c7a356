//! Amended versions in force at the site: who is to be decided on, by when, and what settles it.

use facts::Fact;
use facts::fact::{Amendment, Status};
use protocol::{Amends, Protocol};

use super::study::*;
use crate::{Course, Obligation, owed};

fn version(number: &str, amends: &str, effective: Option<&str>) -> Protocol {
    let amendment =
        Amends { version: amends.into(), effective_on: effective.map(on), reconsent: true, citation: citation() };
    Protocol { version: number.into(), amendment: Some(amendment), ..protocol(fifteen_years()) }
}

/// What is owed by somebody who follows the first version, or moves on, when others were adopted on a day.
fn owes(story: &Story, adopted: &[(&Protocol, &str)]) -> Vec<Obligation> {
    let first = protocol(fifteen_years());
    let life = story.life();
    let find = |reference: &str| {
        let amended = adopted.iter().map(|(text, _)| *text).find(|text| text.reference() == reference);
        amended.or_else(|| (first.reference() == reference).then_some(&first))
    };
    let course = Course::of(&life, find).unwrap().beside(adopted.iter().map(|(text, day)| (*text, on(day))));
    owed(&course, &life, &[])
}

fn asked(all: &[Obligation]) -> Vec<&str> {
    all.iter().map(|o| o.key.as_str()).filter(|key| key.starts_with("version:")).collect()
}

fn child() -> Story {
    Story::of("2021-02-11", "2024-08-01").dose("2024-08-31")
}

fn stays(mut story: Story, on_version: &str) -> Story {
    let because = "the family wants to wait".to_owned();
    story.add(Fact::Amendment(Amendment {
        protocol: on_version.into(),
        moves_on: None,
        reconsented_on: None,
        without_consent: false,
        because,
    }));
    story
}

#[test]
fn an_amended_version_is_to_be_decided_on_from_its_adoption_by_the_day_on_which_it_takes_effect() {
    let two = version("2", "1", Some("2026-03-01"));
    let all = owes(&child(), &[(&two, "2026-01-10")]);
    let key = "version:story@2";
    assert_eq!(asked(&all), [key]);
    assert_eq!(dates(get(&all, key)), "2026-01-10 2026-03-01 2026-03-01");
    assert_eq!(stands(&all, key, "2026-03-02"), "waits 51");
    // Adopted later than it took effect, or with no day of its own, it is asked about on the day of its adoption.
    let late = owes(&child(), &[(&two, "2026-05-10")]);
    assert_eq!(dates(get(&late, key)), "2026-05-10 2026-05-10 2026-05-10");
    let open = version("2", "1", None);
    assert_eq!(dates(get(&owes(&child(), &[(&open, "2026-05-10")]), key)), "2026-05-10 2026-05-10 2026-05-10");
    // Nobody is asked about before they are enrolled.
    let later = Story::of("2021-02-11", "2026-06-01").dose("2026-06-10");
    assert_eq!(dates(get(&owes(&later, &[(&two, "2026-01-10")]), key)), "2026-06-01 2026-06-01 2026-06-01");
}

#[test]
fn moving_and_staying_both_decide_and_leaving_ends_the_question() {
    let two = version("2", "1", Some("2026-03-01"));
    let key = "version:story@2";
    let at = |story: &Story, day: &str| stands(&owes(story, &[(&two, "2026-01-10")]), key, day);
    assert_eq!(at(&child().moved("story@2", "2026-04-01"), "2026-05-01"), "done InWindow");
    assert_eq!(at(&stays(child(), "story@2"), "2026-05-01"), "done InWindow");
    // Another site adopted it on another day: what was decided is the same there.
    let moved = child().moved("story@2", "2026-04-01");
    let there = owes(&moved, &[(&two, "2029-09-09")]);
    assert_eq!(get(&owes(&moved, &[(&two, "2026-01-10")]), key), get(&there, key));
    assert_eq!(at(&child().status(Status::Deceased, "2026-04-01"), "2026-05-01"), "not required: status");
    assert_eq!(at(&child().status(Status::LostToFollowUp, "2026-02-01"), "2026-05-01"), "not required: status");
    let back = child().status(Status::LostToFollowUp, "2026-02-01").status(Status::OnFollowUp, "2026-04-01");
    assert_eq!(at(&back, "2026-05-01"), "waits 111");
}

#[test]
fn what_comes_before_the_version_followed_is_nothing_to_decide_on() {
    let (two, three) = (version("2", "1", Some("2026-03-01")), version("3", "2", Some("2027-03-01")));
    let both = [(&two, "2026-01-10"), (&three, "2026-12-01")];
    assert_eq!(asked(&owes(&child(), &both)), ["version:story@2", "version:story@3"]);
    // Straight to the third: the second is told with it.
    let moved = owes(&child().moved("story@3", "2027-04-01"), &both);
    assert_eq!(asked(&moved), ["version:story@3"]);
    assert_eq!(stands(&moved, "version:story@3", "2027-05-01"), "done InWindow");
    // Of two asked about by one day the later tells both.
    let at_once = owes(&child(), &[(&two, "2028-01-10"), (&three, "2028-01-10")]);
    assert_eq!(stands(&at_once, "version:story@2", "2028-05-01"), "superseded");
    assert_eq!(stands(&at_once, "version:story@3", "2028-01-11"), "waits 1");
    // Who stays on the first is asked about the third all the same.
    let stayed = owes(&stays(child(), "story@2"), &both);
    assert_eq!(stands(&stayed, "version:story@3", "2027-03-02"), "waits 91");
}

#[test]
fn whoever_was_enrolled_on_the_amended_version_is_asked_nothing_and_a_circle_ends() {
    let two = version("2", "1", Some("2026-03-01"));
    let mut story = child();
    let Fact::Enrolment(fact) = &mut story.entries[0].fact else { unreachable!() };
    fact.protocol = "story@2".into();
    assert_eq!(asked(&owes(&story, &[(&two, "2026-01-10")])), [""; 0]);
    let (two, three) = (version("2", "3", None), version("3", "2", None));
    assert_eq!(asked(&owes(&child(), &[(&two, "2026-01-10"), (&three, "2026-01-10")])), [""; 0]);
    // Another protocol's versions, and those of tracks, are nobody's here.
    let other = Protocol { id: "other".into(), ..version("2", "1", None) };
    let track = Protocol { track: true, ..version("2", "1", None) };
    assert_eq!(asked(&owes(&child(), &[(&other, "2026-01-10"), (&track, "2026-01-10")])), [""; 0]);
}
