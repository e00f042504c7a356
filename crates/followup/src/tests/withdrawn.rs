//! Parts of the consent that were withdrawn: what came before stays as it was, what comes after is not asked.

use facts::fact::{ConsentPart, Mode, Status};
use protocol::{Condition, Icon, Protocol};

use super::study::*;
use crate::{LeftOut, WhyNot, tasks_due};

/// Every visit asks for a talk and a urine sample.
fn study() -> Protocol {
    let mut visits = fifteen_years();
    for visit in &mut visits {
        visit.tasks = vec![use_of("call", Condition::Always), use_of("shed-urine", Condition::Always)];
    }
    let mut protocol = protocol(visits);
    protocol.tasks[0].icon = Icon::Talk;
    protocol
}

fn tasks(owed: &[crate::Obligation], key: &str) -> Vec<String> {
    get(owed, key).tasks.iter().map(ToString::to_string).collect()
}

#[test]
fn a_visit_made_before_samples_were_withdrawn_keeps_what_was_asked_there() {
    let story = Story::dosed("2024-08-31").came("Y2", "2026-08-31");
    let before = story.owes(&study());
    let story = story.withdrew(ConsentPart::FurtherSamples, "2030-05-20", None);
    let after = story.owes(&study());
    assert_eq!(get(&after, "visit:Y2"), get(&before, "visit:Y2"));
    assert_eq!(tasks(&after, "visit:Y2"), ["call", "shed-urine"]);
    // What is still to be made is made without.
    for key in ["visit:Y1", "visit:Y7"] {
        assert_eq!(tasks(&after, key), ["call"]);
        let why = WhyNot::Withdrawn { part: ConsentPart::FurtherSamples, on: on("2030-05-20") };
        assert_eq!(get(&after, key).left_out, [LeftOut { task: "shed-urine".into(), why }], "{key}");
    }
}

#[test]
fn a_visit_entered_after_the_withdrawal_offers_the_samples_that_were_taken_before_it() {
    let story = Story::dosed("2024-08-31").withdrew(ConsentPart::FurtherSamples, "2030-09-10", None);
    let due = |day: &str| tasks_due(&(&study()).into(), &story.life(), &[], &["Y6".to_owned()], on(day));
    assert_eq!(due("2030-09-09"), ["call", "shed-urine"]);
    assert_eq!(due("2030-09-10"), ["call"]);
}

#[test]
fn a_visit_missed_before_further_visits_were_withdrawn_stays_missed() {
    let story = || Story::dosed("2024-08-31").came("M1", "2024-09-30");
    let withdrew = story().withdrew(ConsentPart::FurtherVisits, "2026-06-01", None).owes(&study());
    assert_eq!(stands(&withdrew, "visit:M1", "2027-01-01"), "done InWindow");
    assert_eq!(stands(&withdrew, "visit:M6", "2027-01-01"), "missed: withdrawn 2026-06-01");
    assert_eq!(stands(&withdrew, "visit:Y2", "2027-01-01"), "not required: withdrawn");
    // As somebody who left altogether.
    let left = story().status(Status::Withdrawn, "2026-06-01").owes(&study());
    assert_eq!(stands(&left, "visit:M6", "2027-01-01"), "missed: Withdrawn 2026-06-01");
    // Whichever came first made it so.
    let both = story().withdrew(ConsentPart::FurtherVisits, "2026-06-01", None).status(Status::Deceased, "2026-07-01");
    assert_eq!(stands(&both.owes(&study()), "visit:M6", "2027-01-01"), "missed: withdrawn 2026-06-01");
    // Before enrolment nobody missed anything.
    let late = Story::of("2021-02-11", "2025-09-15").dose("2024-08-31");
    let late = late.withdrew(ConsentPart::FurtherVisits, "2026-06-01", None).owes(&study());
    assert_eq!(stands(&late, "visit:M6", "2027-01-01"), "not required: before-enrolment");
}

#[test]
fn what_fell_into_a_withdrawal_that_ended_is_not_required_and_what_came_before_it_is_owed_again() {
    let story = Story::dosed("2024-08-31").withdrew(ConsentPart::FurtherVisits, "2025-08-01", Some("2026-06-01"));
    let owed = story.owes(&study());
    assert_eq!(stands(&owed, "visit:M6", "2026-07-01"), "overdue 474");
    assert_eq!(stands(&owed, "visit:Y1", "2026-07-01"), "not required: withdrawn");
    assert_eq!(stands(&owed, "visit:Y2", "2026-07-01"), "opens in 47");
}

#[test]
fn a_visit_for_samples_alone_was_missed_when_its_window_closed_before_they_were_withdrawn() {
    let mut protocol = study();
    for visit in &mut protocol.visits {
        visit.tasks.retain(|used| &*used.task == "shed-urine");
    }
    let owed = Story::dosed("2024-08-31").withdrew(ConsentPart::FurtherSamples, "2026-06-01", None).owes(&protocol);
    assert_eq!(stands(&owed, "visit:M6", "2027-01-01"), "missed: withdrawn 2026-06-01");
    assert_eq!(stands(&owed, "visit:Y2", "2027-01-01"), "not required: withdrawn");
}

#[test]
fn who_is_not_to_be_called_is_seen_in_the_ways_that_are_left() {
    let mut protocol = study();
    for visit in protocol.visits.iter_mut().filter(|visit| visit.code != "M6") {
        visit.modes = [Mode::Phone, Mode::Video, Mode::Letter, Mode::LocalLaboratory, Mode::Clinic].into();
    }
    protocol.visits.iter_mut().find(|visit| visit.code == "M3").unwrap().modes = [Mode::Phone, Mode::Letter].into();
    let story = || Story::dosed("2024-08-31").came("M1", "2024-09-30");
    let before = story().owes(&protocol);
    let owed = story().withdrew(ConsentPart::Contact, "2026-05-20", None).owes(&protocol);
    let (since, left) = (Some(on("2026-05-20")), [Mode::LocalLaboratory, Mode::Clinic]);
    for key in ["visit:Y1", "visit:Y7"] {
        assert_eq!((&*get(&owed, key).modes, get(&owed, key).uncalled), (left.as_slice(), since), "{key}");
    }
    // Whoever arranges the visit is told, though nothing of it was by telephone.
    assert_eq!((&*get(&owed, "visit:M6").modes, get(&owed, "visit:M6").uncalled), ([Mode::Clinic].as_slice(), since));
    assert_eq!(get(&owed, "visit:M1"), get(&before, "visit:M1"), "what took place stays as it was");
    assert_eq!(stands(&owed, "visit:M3", "2027-01-01"), "missed: withdrawn 2026-05-20");
}

#[test]
fn a_contact_for_which_no_way_is_left_is_not_required_until_they_may_be_called_again() {
    let mut protocol = study();
    for visit in &mut protocol.visits {
        visit.modes = [Mode::Phone, Mode::Letter].into();
    }
    let owed = |until| Story::dosed("2024-08-31").withdrew(ConsentPart::Contact, "2025-08-01", until).owes(&protocol);
    let y1 = owed(None);
    assert_eq!(stands(&y1, "visit:Y1", "2027-01-01"), "not required: withdrawn");
    assert_eq!(get(&y1, "visit:Y1").uncalled, None, "nobody is to arrange it");
    let again = owed(Some("2026-06-01"));
    assert_eq!(stands(&again, "visit:Y1", "2026-07-01"), "not required: withdrawn");
    assert_eq!(stands(&again, "visit:Y2", "2026-07-01"), "opens in 47");
    assert_eq!(&*get(&again, "visit:Y2").modes, [Mode::Phone, Mode::Letter]);
}
