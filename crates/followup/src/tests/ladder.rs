//! Looking for a family, step by step: what counts as an attempt, what is next, and what ends it.

use facts::answer::{Answer, Closure};
use facts::fact::Status;
use proptest::prelude::*;
use protocol::{Ladder, Protocol, Step};

use super::study::{Story, citation, dates, dosing, get, on, period, protocol, stands, visit};
use crate::{Climb, Next, climb};

/// Two calls, a letter, the practitioner.
fn study() -> Protocol {
    let step = |channel: &str, times, after: &str, within: &str| Step {
        channel: channel.into(),
        times,
        after: period(after),
        within: period(within),
    };
    let steps =
        vec![step("phone", 2, "P7D", "P7D"), step("letter", 1, "P7D", "P7D"), step("practitioner", 1, "P21D", "P14D")];
    let visits = vec![visit("M6", dosing(), "P6M"), visit("M12", dosing(), "P1Y")];
    Protocol { ladder: Some(Ladder { steps, citation: citation() }), ..protocol(visits) }
}

/// Dosed on 1 January 2024: the window of M6 is 17 June to 15 July.
fn story() -> Story {
    Story::dosed("2024-01-01")
}

fn tried(mut story: Story, day: &str, channel: &str, reached: &str) -> Story {
    let answers = [("channel", Answer::choice(channel)), ("reached", Answer::choice(reached))];
    story.assessed("contact-attempt", on(day), Closure::Answered, &answers);
    story
}

fn climbed(story: &Story) -> Option<Climb> {
    climb(&study(), &story.life(), &story.owes(&study()))
}

/// `phone 1 2024-07-16 2024-07-23`, `complete 2024-09-01` …
fn next(story: &Story) -> String {
    match climbed(story).map(|climb| (climb.next.clone(), climb)) {
        None => "none".into(),
        Some((Next::Attempt { step, number, window }, climb)) => {
            format!("{} {number} {} {}", climb.steps[step].channel, window.earliest_on, window.latest_on)
        }
        Some((Next::Complete { since }, _)) => format!("complete {since}"),
        Some((Next::NothingArrived { since }, _)) => format!("nothing arrived {since}"),
    }
}

#[test]
fn it_begins_the_day_after_the_window_closed_undone() {
    let story = story();
    assert_eq!(dates(get(&story.owes(&study()), "visit:M6")), "2024-06-17 2024-07-01 2024-07-15");
    assert_eq!(next(&story), "phone 1 2024-07-16 2024-07-23");
    let owed = story.owes(&study());
    assert_eq!(stands(&owed, "contact:visit:M6", "2024-07-15"), "opens in 1");
    assert_eq!(stands(&owed, "contact:visit:M6", "2024-07-16"), "due soon 7");
    assert_eq!(stands(&owed, "contact:visit:M6", "2024-07-24"), "overdue 1");
}

#[test]
fn each_attempt_leads_to_the_next_step_and_the_last_to_the_end() {
    let mut story = story();
    for (day, channel, then) in [
        ("2024-07-18", "phone", "phone 2 2024-07-25 2024-08-01"),
        ("2024-07-25", "phone", "letter 1 2024-08-01 2024-08-08"),
        ("2024-08-02", "letter", "practitioner 1 2024-08-23 2024-09-06"),
        ("2024-09-01", "practitioner", "complete 2024-09-01"),
    ] {
        story = tried(story, day, channel, "no");
        assert_eq!(next(&story), then);
    }
}

#[test]
fn what_does_not_arrive_is_no_contact_and_never_completes_the_ladder_alone() {
    let returned = tried(
        tried(tried(story(), "2024-07-18", "phone", "no"), "2024-07-26", "phone", "no"),
        "2024-08-20",
        "letter",
        "undelivered",
    );
    let climb = climbed(&returned).unwrap();
    assert!(!climb.steps[1].is_made() && climb.steps[1].failed.len() == 1);
    assert_eq!(next(&returned), "practitioner 1 2024-09-10 2024-09-24", "it goes on by another channel");
    let mut nothing = story();
    for (day, channel, outcome) in [
        ("2024-07-18", "phone", "wrong-number"),
        ("2024-07-19", "phone", "wrong-number"),
        ("2024-08-01", "letter", "undelivered"),
        ("2024-08-20", "practitioner", "undelivered"),
    ] {
        nothing = tried(nothing, day, channel, outcome);
    }
    assert_eq!(next(&nothing), "nothing arrived 2024-08-20");
}

#[test]
fn being_reached_ends_it_and_the_next_missed_visit_begins_another() {
    let reached = tried(tried(story(), "2024-07-18", "phone", "no"), "2024-07-26", "phone", "yes");
    // M12: 18 December to 15 January.
    assert_eq!(next(&reached), "phone 1 2025-01-16 2025-01-23");
    assert!(reached.owes(&study()).iter().all(|o| o.key != "contact:visit:M6"));
    // The family comes by itself.
    let mut came = tried(story(), "2024-07-18", "phone", "no");
    came.contact(None, on("2024-08-01"));
    assert_eq!(climbed(&came).unwrap().visit, "visit:M12");
}

#[test]
fn attempts_before_the_window_closed_are_reminders_and_count_for_nothing() {
    let reminded = tried(tried(story(), "2024-07-10", "phone", "no"), "2024-07-15", "phone", "no");
    assert_eq!(next(&reminded), "phone 1 2024-07-16 2024-07-23");
}

#[test]
fn a_visit_that_is_settled_needs_nobody_to_be_looked_for() {
    let done = story().came("M6", "2024-08-30");
    assert_eq!(climbed(&done).unwrap().visit, "visit:M12");
    let missed = story().missed("visit:M6", "2024-08-30");
    assert_eq!(climbed(&missed).unwrap().visit, "visit:M12");
    let lost = story().status(Status::LostToFollowUp, "2024-09-01");
    assert_eq!(climbed(&lost), None, "it comes back with the status");
    let found = lost.status(Status::OnFollowUp, "2024-10-01");
    assert_eq!(climbed(&found).unwrap().visit, "visit:M6");
    let without = Protocol { ladder: None, ..study() };
    assert_eq!(climb(&without, &story().life(), &story().owes(&without)), None);
}

proptest! {
    /// Whatever was tried, in whatever order it was written: nobody is complete before every step is closed, nothing
    /// that failed counts as made, and the window of the next step never inverts.
    #[test]
    fn the_end_is_never_reached_too_early(
        tries in prop::collection::vec((0_i32..200, 0_usize..4, 0_usize..3), 0..14),
    ) {
        let channels = ["phone", "letter", "practitioner", "email"];
        let outcomes = ["no", "wrong-number", "undelivered"];
        let mut story = story();
        let mut backwards = super::ladder::story();
        for (day, channel, outcome) in &tries {
            let date = on("2024-07-16").plus_days(*day).to_string();
            story = tried(story, &date, channels[*channel], outcomes[*outcome]);
        }
        for (day, channel, outcome) in tries.iter().rev() {
            let date = on("2024-07-16").plus_days(*day).to_string();
            backwards = tried(backwards, &date, channels[*channel], outcomes[*outcome]);
        }
        prop_assert_eq!(next(&story), next(&backwards));
        let climb = climbed(&story).unwrap();
        for (step, wanted) in climb.steps.iter().zip(["phone", "letter", "practitioner"]) {
            let arrived = tries.iter().filter(|(_, channel, outcome)| channels[*channel] == wanted && *outcome == 0);
            prop_assert_eq!(step.made.len(), arrived.count());
        }
        match &climb.next {
            Next::Attempt { step, window, .. } => {
                prop_assert!(!climb.steps[*step].is_closed() && climb.steps[..*step].iter().all(|s| s.is_closed()));
                prop_assert!(window.earliest_on <= window.latest_on);
            }
            Next::Complete { .. } => {
                prop_assert!(climb.steps.iter().all(|step| step.is_closed()));
                prop_assert!(climb.steps.iter().any(|step| !step.made.is_empty()));
            }
            Next::NothingArrived { .. } => {
                prop_assert!(climb.steps.iter().all(|step| step.is_closed() && step.made.is_empty()));
            }
        }
    }
}
