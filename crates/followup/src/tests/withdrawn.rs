//! Parts of the consent that were withdrawn: what came before stays as it was, what comes after is not asked.

use facts::Closure;
use facts::answer::Answer;
use facts::fact::{ConsentPart, Fact, Mode, SampleFate, SamplesDecided, Status};
use protocol::{Condition, Icon, Protocol};

use super::study::*;
use crate::{Course, LeftOut, Matter, What, WhyNot, kit_needs};

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

fn preset() -> Protocol {
    let (_, text) = protocol::presets().into_iter().find(|(path, _)| path == "fda/lentiviral-hsc-15y").unwrap();
    protocol::read(text).0.unwrap()
}

/// In the years of telephone contacts the yearly sample is archived, nothing else is drawn.
#[test]
fn a_sample_that_is_only_kept_falls_away_with_the_consent_to_keeping_samples() {
    let preset = preset();
    let story = || Story::dosed("2024-08-31").came("Y6", "2030-08-31");
    let asks = |owed: &[crate::Obligation], key: &str| tasks(owed, key).contains(&"rcr-rcl-archive".to_owned());
    let before = story().owes(&preset);
    assert!(asks(&before, "visit:Y6") && asks(&before, "visit:Y7"));
    let story = story().withdrew(ConsentPart::StoredSamples, "2030-10-01", None);
    let (life, owed) = (story.life(), story.owes(&preset));
    assert!(asks(&owed, "visit:Y6"), "what was made stays as it was");
    for n in 7..=15 {
        let key = format!("visit:Y{n}");
        assert!(!asks(&owed, &key), "{key}");
        let why = WhyNot::Withdrawn { part: ConsentPart::StoredSamples, on: on("2030-10-01") };
        assert!(get(&owed, &key).left_out.contains(&LeftOut { task: "rcr-rcl-archive".into(), why }), "{key}");
    }
    // What is tested is still taken.
    let tested = |owed: &[crate::Obligation]| owed.iter().filter(|o| o.tasks.contains(&"blood-count".into())).count();
    assert_eq!(tested(&owed), tested(&before));
    let course = Course::from(&preset);
    let kit = |owed: &[crate::Obligation]| {
        let of_y7 = kit_needs(&course, &life, owed).into_iter().find(|need| need.key == "visit:Y7");
        of_y7.is_some_and(|need| need.tasks.contains(&"rcr-rcl-archive".to_owned()))
    };
    assert!(kit(&before) && !kit(&owed));
}

/// The key of the line, and the day since which samples are kept.
fn to_decide(story: &Story, protocol: &Protocol) -> Vec<(String, String)> {
    let since = |o: crate::Obligation| match o.what {
        What::Decide { matter: Matter::Samples { since, .. } } => Some((o.key, since.to_string())),
        _ => None,
    };
    story.owes(protocol).into_iter().filter_map(since).collect()
}

fn archived(story: &mut Story, day: &str, how: &str) {
    story.assessed("rcr-rcl", on(day), Closure::Answered, &[("archived", Answer::choice(how))]);
}

#[test]
fn samples_that_were_kept_are_to_be_decided_on_until_somebody_did() {
    let preset = preset();
    let mut story = Story::dosed("2024-08-31");
    archived(&mut story, "2025-08-31", "tested");
    archived(&mut story, "2026-08-31", "archived-untested");
    assert_eq!(to_decide(&story, &preset), []);
    let mut story = story.withdrew(ConsentPart::StoredSamples, "2030-10-01", None);
    let asked = to_decide(&story, &preset);
    assert_eq!(asked.len(), 1);
    let (key, since) = &asked[0];
    assert_eq!(since, "2026-08-31", "what was tested is no sample that was kept");
    assert_eq!(stands(&story.owes(&preset), key, "2030-10-01"), "waits 0");
    assert_eq!(stands(&story.owes(&preset), key, "2030-10-08"), "waits 7");
    // Whoever leaves or dies leaves the samples behind.
    let decided = |story: &mut Story| {
        let Fact::Withdrawal(fact) = &mut story.entries.iter_mut().find(|e| e.fact.kind() == WITHDRAWAL).unwrap().fact
        else {
            unreachable!()
        };
        fact.samples = Some(SamplesDecided { fate: SampleFate::Destroyed, on: on("2030-11-05") });
    };
    let mut left = story.status(Status::Withdrawn, "2030-10-02");
    assert_eq!(stands(&left.owes(&preset), key, "2030-10-08"), "waits 7");
    decided(&mut left);
    assert_eq!(stands(&left.owes(&preset), key, "2031-01-01"), "done InWindow");
    story = Story::dosed("2024-08-31");
    archived(&mut story, "2026-08-31", "archived-untested");
    let again = story.withdrew(ConsentPart::StoredSamples, "2030-10-01", Some("2030-10-20"));
    assert_eq!(to_decide(&again, &preset), [], "they may be kept again");
}

const WITHDRAWAL: facts::fact::FactKind = facts::fact::FactKind::Withdrawal;

#[test]
fn where_no_sample_was_taken_to_be_kept_any_other_may_be_and_without_samples_there_is_nothing_to_decide() {
    let preset = preset();
    let withdrew = |story: Story| story.withdrew(ConsentPart::StoredSamples, "2026-10-01", None);
    assert_eq!(to_decide(&withdrew(Story::dosed("2024-08-31")), &preset), []);
    let counted = withdrew(Story::dosed("2024-08-31").marked("2025-03-03", None).marked("2027-03-03", None));
    assert_eq!(to_decide(&counted, &preset)[0].1, "2025-03-03");
    let later = withdrew(Story::dosed("2024-08-31").marked("2027-03-03", None));
    assert_eq!(to_decide(&later, &preset), [], "nothing was kept then");
}
