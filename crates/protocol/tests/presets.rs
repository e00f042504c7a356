//! What each preset must hold, by the domain facts (sections 1 to 5): read from the presets, not from a schedule.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

use std::collections::BTreeSet;

use facts::Period;
use protocol::{Anchor, CallFor, Condition, Protocol, VectorClass, Visit};

fn presets() -> Vec<(String, Protocol)> {
    let read = |(path, text): (String, &str)| Some((path, protocol::read(text).0?));
    protocol::presets().into_iter().filter_map(read).collect()
}

fn of(classes: &[VectorClass]) -> Vec<(String, Protocol)> {
    let found: Vec<_> = presets().into_iter().filter(|(_, p)| classes.contains(&p.product.class)).collect();
    assert!(!found.is_empty());
    found
}

fn notes(protocol: &Protocol) -> String {
    protocol.notes.iter().map(|note| protocol::text(note, "en")).collect::<Vec<_>>().join("\n")
}

/// Offsets in rough days from dosing at which a task is asked for unconditionally.
fn offsets(protocol: &Protocol, task: &str) -> Vec<i32> {
    let dosed = protocol.visits.iter().filter(|visit| matches!(visit.anchor, Anchor::Dosing(_)));
    let mut days: Vec<i32> = dosed
        .flat_map(|visit| {
            let uses = visit.tasks.iter().find(|used| *used.task == *task && used.when == Condition::Always);
            let asked =
                visit.occurrences().into_iter().filter(move |o| uses.is_some_and(|used| used.has_turn(o.index)));
            asked.map(|occurrence| occurrence.offset.rough_days()).collect::<Vec<_>>()
        })
        .collect();
    days.sort_unstable();
    days
}

/// Longest stretch without the task up to a day, dosing included.
fn longest_gap(days: &[i32], until: i32) -> i32 {
    let within = std::iter::once(0).chain(days.iter().copied().filter(|day| *day <= until)).chain([until]);
    let within: Vec<i32> = within.collect();
    within.windows(2).map(|pair| pair[1] - pair[0]).max().unwrap_or(until)
}

#[test]
fn car_t_is_watched_for_life_and_its_tumours_are_tested_for_the_transgene() {
    for (path, protocol) in of(&[VectorClass::CarT]) {
        let notes = notes(&protocol);
        for wanted in ["T-cell malignanc", "life-long", "tested for the transgene"] {
            assert!(notes.contains(wanted), "{path}: {wanted}");
        }
        let near = protocol.rule("clone-near-watch-gene").unwrap_or_else(|| panic!("{path}: no watch genes"));
        assert!(near.genes.len() >= 10 && near.limits.contains_key("distance-bp"), "{path}");
        let calls = &protocol.rule("new-malignancy").unwrap().calls_for;
        let evaluated = calls.iter().any(
            |call| matches!(call, CallFor::Evaluate { what, .. } if protocol::text(what, "en").contains("transgene")),
        );
        assert!(evaluated, "{path}");
    }
}

/// Labels of Lyfgenia and Skysona: at least every 6 months for 15 years.
#[test]
fn blood_stem_cells_have_a_blood_count_every_half_year_for_fifteen_years() {
    let half_year = Period::months(6).rough_days() + 1;
    for (path, protocol) in of(&[VectorClass::LentiviralHsc, VectorClass::GammaretroviralHsc]) {
        let gap = longest_gap(&offsets(&protocol, "blood-count"), Period::years(15).rough_days());
        assert!(gap <= half_year, "{path}: {gap} days without a blood count");
        let added = protocol.visits.iter().find(|visit| visit.gives("B66")).unwrap();
        assert!(added.citation.clause.contains("label example, to be confirmed by the sponsor"), "{path}");
    }
}

#[test]
fn who_cites_persistence_measures_it() {
    let mut measured = 0;
    for (path, protocol) in presets() {
        for visit in protocol.visits.iter().filter(|visit| visit.citation.clause.contains("persistence")) {
            let kinds = visit.tasks.iter().filter_map(|used| Some(protocol.task(&used.task)?.kind.as_str()));
            assert!(kinds.into_iter().any(|kind| kind == "integration-site"), "{path}: {}", visit.code);
            measured += 1;
        }
    }
    assert!(measured >= 6, "{measured}");
}

#[test]
fn aav_says_that_follow_up_often_goes_on_to_fifteen_years() {
    for (path, protocol) in of(&[VectorClass::AavSystemic, VectorClass::AavOcular]) {
        assert_eq!(protocol.follow_up, Period::years(5), "{path}");
        assert!(notes(&protocol).contains("to 15 years"), "{path}");
    }
}

/// Onasemnogene: liver and platelets weekly in month 1, every 2 weeks in months 2-3; troponin has no form yet.
#[test]
fn systemic_aav_follows_the_cadence_of_the_label_example() {
    for (path, protocol) in of(&[VectorClass::AavSystemic]) {
        for task in ["liver", "blood-count"] {
            let days = offsets(&protocol, task);
            assert!(longest_gap(&days, Period { weeks: 4, ..Period::ZERO }.rough_days()) <= 7, "{path}: {task}");
            assert!(longest_gap(&days, Period { weeks: 12, ..Period::ZERO }.rough_days()) <= 14, "{path}: {task}");
        }
        assert!(notes(&protocol).contains("troponin I weekly in month 1, monthly in months 2-3"), "{path}");
    }
}

/// Matrices sampled at a visit until they are cleared.
fn sampled(visit: &Visit) -> BTreeSet<String> {
    fn matrices(when: &Condition) -> Vec<String> {
        match when {
            Condition::UntilCleared { matrix, .. } => vec![matrix.clone()],
            Condition::All(all) => all.iter().flat_map(matrices).collect(),
            _ => Vec::new(),
        }
    }
    visit.tasks.iter().flat_map(|used| matrices(&used.when)).collect()
}

/// Sampling ends with three clear results, never with the calendar. Not for integrated vector: its cells stay in the
/// blood for life, and persistence is followed there by other means.
#[test]
fn shedding_of_a_vector_that_does_not_integrate_is_asked_until_cleared_at_the_last_visit_too() {
    let mut followed = 0;
    for (path, protocol) in presets().into_iter().filter(|(_, protocol)| !protocol.product.integrating) {
        let dosed = || protocol.visits.iter().filter(|visit| matches!(visit.anchor, Anchor::Dosing(_)));
        let last = |visit: &&Visit| visit.occurrences().last().map_or(0, |o| o.offset.rough_days());
        let at_the_end = sampled(dosed().max_by_key(last).unwrap());
        let ever: BTreeSet<String> = dosed().flat_map(sampled).collect();
        assert_eq!(at_the_end, ever, "{path}");
        followed += ever.len();
    }
    assert!(followed >= 12, "{followed}");
}
