//! What must hold whatever is recorded, in whatever order.

use std::collections::BTreeSet;

use facts::answer::{Answer, Closure};
use facts::fact::{Action, DosingOutcome, Handling, Missed, Status, StatusChange};
use facts::{CivilDate, Fact};
use proptest::prelude::*;
use protocol::{Anchor, DosingPick, Protocol, Visit, Window};

use super::study::{SUBJECT, Story, fifteen_years, on, period, protocol, visit};
use crate::{Accounted, Obligation, Settled, Standing, Timing, What, accounted, most_pressing, standing, timing};

/// Something that may happen on a day of a life.
#[derive(Clone, Debug)]
enum Event {
    Visit(Option<&'static str>),
    Missed(&'static str),
    Status(Status),
    Shed(&'static str, bool),
    Marked(Option<i32>),
    Awaited,
    Handled(Action),
    EnteredInError(usize),
}

fn any_event() -> impl Strategy<Value = Event> {
    let codes =
        vec![None, Some("BASE"), Some("M1"), Some("M3"), Some("M6"), Some("Y1"), Some("Y15"), Some("R3"), Some("OLD")];
    let keys = vec!["visit:M1", "visit:Y1", "visit:R3", "visit:gone"];
    let statuses =
        vec![Status::OnFollowUp, Status::LostToFollowUp, Status::Withdrawn, Status::Deceased, Status::Completed];
    let actions = vec![Action::Take, Action::Reported, Action::Dismissed, Action::Reopened];
    prop_oneof![
        4 => prop::sample::select(codes).prop_map(Event::Visit),
        1 => prop::sample::select(keys).prop_map(Event::Missed),
        1 => prop::sample::select(statuses).prop_map(Event::Status),
        2 => (prop::sample::select(vec!["urine", "stool"]), any::<bool>()).prop_map(|(matrix, found)| Event::Shed(matrix, found)),
        2 => prop::option::of(0_i32..9).prop_map(Event::Marked),
        1 => Just(Event::Awaited),
        1 => prop::sample::select(actions).prop_map(Event::Handled),
        1 => (0_usize..12).prop_map(Event::EnteredInError),
    ]
}

fn study() -> Protocol {
    let mut visits = fifteen_years();
    visits.push(visit("R3", Anchor::Dosing(DosingPick::Last), "P3M"));
    visits.push(visit("AFTER", Anchor::PreviousVisit, "P1M"));
    visits.push(visit("SECOND", Anchor::Dosing(DosingPick::Number(2)), "P1Y"));
    protocol(visits)
}

fn begun(dosings: &[i32]) -> Story {
    let mut story = Story::of("2021-02-28", "2024-01-31");
    for (index, day) in dosings.iter().enumerate() {
        let outcome = [DosingOutcome::Complete, DosingOutcome::Failed, DosingOutcome::Partial][index % 3];
        story.dose_with(&on("2024-01-31").plus_days(*day).to_string(), outcome);
    }
    story
}

fn happen(story: &mut Story, event: &Event, day: CivilDate) {
    match event {
        Event::Visit(code) => drop(story.contact(*code, day)),
        Event::Missed(key) => {
            let missed = Missed { obligation: (*key).into(), declared_on: day, because: "ill".into() };
            story.add(Fact::Missed(missed));
        }
        Event::Status(status) => {
            story.add(Fact::StatusChange(StatusChange { status: *status, on: day, because: String::new() }));
        }
        Event::Shed(matrix, found) => drop(story.shed_on(matrix, day, *found)),
        Event::Marked(percent) => {
            let share =
                percent.map_or(Answer::NotDetected { unit: "%".into(), lod: None }, |n| Answer::number(n.into(), "%"));
            let answers = [("specimen", Answer::choice("pbmc")), ("vector-positive", share)];
            story.assessed("integration-site", day, Closure::Answered, &answers);
        }
        Event::Awaited => drop(story.assessed("shedding", day, Closure::Awaited, &[])),
        Event::Handled(action) => {
            let life = story.life();
            for finding in signals::findings(&study(), &life) {
                let evidence = finding.digest();
                let handling = Handling {
                    finding: finding.key,
                    evidence,
                    action: *action,
                    on: day,
                    comment: String::new(),
                    sent: None,
                };
                story.add(Fact::Handling(handling));
            }
        }
        Event::EnteredInError(place) => void(story, *place),
    }
}

/// Withdraws one of the entries, unless an anchor hangs on it.
fn void(story: &mut Story, place: usize) {
    let Some(entry) = story.entries.get(place) else { return };
    if matches!(entry.fact, Fact::Enrolment(_) | Fact::Dosing(_)) {
        return;
    }
    let (record, entry) = (entry.record, entry.id);
    story.add(Fact::EnteredInError(facts::fact::EnteredInError {}));
    if let Some(last) = story.entries.last_mut() {
        last.record = record;
        last.supersedes = Some(entry);
    }
}

fn lived(dosings: &[i32], events: &[(Event, i32)]) -> Story {
    let mut story = begun(dosings);
    for (event, day) in events {
        happen(&mut story, event, on("2023-12-01").plus_days(*day));
    }
    story
}

fn keys(all: &[Obligation]) -> BTreeSet<&str> {
    all.iter().map(|o| o.key.as_str()).collect()
}

fn events() -> impl Strategy<Value = Vec<(Event, i32)>> {
    prop::collection::vec((any_event(), 0_i32..6200), 0..25)
}

proptest! {
    #[test]
    fn no_obligation_is_ever_lost(dosings in prop::collection::vec(0_i32..900, 0..3), events in events()) {
        let study = study();
        let bare = begun(&dosings).owes(&study);
        let full = lived(&dosings, &events).owes(&study);
        prop_assert!(keys(&bare).is_subset(&keys(&full)), "{:?}", keys(&bare).difference(&keys(&full)));
        prop_assert_eq!(keys(&full).len(), full.len(), "a key stands twice");
        let earlier = begun(&dosings[..dosings.len().saturating_sub(1)]).owes(&study);
        prop_assert!(keys(&earlier).is_subset(&keys(&full)), "a dosing took an obligation away");
    }

    #[test]
    fn windows_never_invert_and_hold_their_due_day(
        dosed in 0_i32..1500, early in 0_i32..400, late in 0_i32..400, months in 0_i32..200, unit in 0_usize..3,
    ) {
        let reach = |n: i32| period(&format!("P{n}{}", ["D", "W", "M"][unit]));
        let window = Window { early: reach(early), late: reach(late) };
        let visit = Visit { window, ..visit("X", Anchor::Dosing(DosingPick::First), &format!("P{months}M")) };
        let owed = begun(&[dosed]).owes(&protocol(vec![visit]));
        let dates = owed[0].window;
        prop_assert!(dates.earliest_on <= dates.due_on && dates.due_on <= dates.latest_on);
        let rebuilt = owed[0].because.anchor_on.plus(&owed[0].because.offset);
        prop_assert_eq!(rebuilt, dates.due_on);
        let due = dates.due_on;
        let clamped = owed[0].because.clamped;
        prop_assert_eq!(clamped, due.day() != owed[0].because.anchor_on.day());
        prop_assert!(!clamped || due.plus_days(1).day() == 1, "only a last day of the month is clamped");
    }

    #[test]
    fn the_order_of_entries_does_not_matter(
        dosings in prop::collection::vec(0_i32..900, 0..3), events in events(), seed in any::<u64>(),
    ) {
        let study = study();
        let story = lived(&dosings, &events);
        let straight = story.owes(&study);
        let mut entries = story.entries;
        // A fixed walk through the places; the same seed shuffles in the same way for ever.
        let mut state = seed | 1;
        for place in (1..entries.len()).rev() {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            entries.swap(place, (state >> 33) as usize % (place + 1));
        }
        let life = facts::Life::of(SUBJECT, &entries).unwrap();
        prop_assert_eq!(straight, crate::obligations(&study, &life, &signals::findings(&study, &life)));
    }

    #[test]
    fn boundary_days_agree_everywhere(dosings in prop::collection::vec(0_i32..900, 1..3), events in events()) {
        let soon = period("P7D");
        for owed in lived(&dosings, &events).owes(&study()) {
            let window = owed.window;
            let open = Obligation { settled: None, ..owed };
            for (day, expected) in [
                (window.earliest_on.plus_days(-1), Timing::Early),
                (window.earliest_on, Timing::InWindow),
                (window.due_on, Timing::InWindow),
                (window.latest_on, Timing::InWindow),
                (window.latest_on.plus_days(1), Timing::Late),
            ] {
                prop_assert_eq!(timing(&window, day), expected);
                let now = standing(&open, day, &soon);
                let state = accounted(Status::OnFollowUp, most_pressing(std::slice::from_ref(&open), day, &soon).map(|(_, standing)| standing));
                let (stands, counted) = match expected {
                    Timing::Early => (matches!(now, Standing::NotYetOpen { days: 1 }), Accounted::UpToDate),
                    Timing::InWindow => (matches!(now, Standing::Open { .. } | Standing::DueSoon { .. }), Accounted::Due),
                    Timing::Late => (matches!(now, Standing::Overdue { days: 1 }), Accounted::Overdue),
                };
                prop_assert!(stands, "{day}: {now:?}");
                prop_assert_eq!(state, counted);
            }
        }
    }

    #[test]
    fn whoever_came_has_done_it(dosings in prop::collection::vec(0_i32..900, 1..2), events in events(), day in 0_i32..6000) {
        let mut story = lived(&dosings, &events);
        story.contact(Some("Y2"), on("2023-12-01").plus_days(day));
        let owed = story.owes(&study());
        let year_two = owed.iter().find(|o| o.key == "visit:Y2").unwrap();
        prop_assert!(matches!(year_two.settled, Some(Settled::Done { .. })), "{:?}", year_two.settled);
    }

    /// Nobody is asked for a visit or a test of someone who is not on follow-up; reports and results go on.
    #[test]
    fn who_is_not_on_follow_up_has_no_visit_open(dosings in prop::collection::vec(0_i32..900, 1..3), events in events()) {
        let story = lived(&dosings, &events);
        let gone = story.life().statuses.last().is_some_and(|kept| kept.fact.status != Status::OnFollowUp);
        for owed in story.owes(&study()).iter().filter(|o| gone && o.settled.is_none()) {
            prop_assert!(matches!(owed.what, What::Report { .. } | What::Result { .. }), "{}", owed.key);
        }
    }

    #[test]
    fn an_obligation_written_down_reads_back_the_same(dosings in prop::collection::vec(0_i32..900, 0..3), events in events()) {
        for owed in lived(&dosings, &events).owes(&study()) {
            let text = serde_json::to_string(&owed).unwrap();
            prop_assert_eq!(serde_json::from_str::<Obligation>(&text).unwrap(), owed);
        }
    }
}
