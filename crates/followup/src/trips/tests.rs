//! Examples, brute force over everything small, and the number of states over everything large.

use facts::fact::{Fact, Track};
use proptest::prelude::*;

use super::search::Score;
use super::*;
use crate::tests::study::Story;

fn day(n: i32) -> CivilDate {
    CivilDate::new(2027, 1, 1).unwrap().plus_days(n)
}

fn errand(source: Option<&str>, from: i32, to: i32, modes: &[Mode]) -> Errand {
    let (source, modes) = (source.map(str::to_owned), modes.to_vec());
    Errand { who: 0, source, clinic: None, from_on: day(from), to_on: day(to), modes }
}

fn planned(errands: &[Errand]) -> Vec<(i32, Vec<usize>)> {
    trips(errands).into_iter().map(|trip| (trip.from_on.days_since(day(0)), trip.settles)).collect()
}

#[test]
fn three_sources_and_a_test_are_one_visit_where_their_windows_meet() {
    let clinic = &[Mode::Clinic];
    let wanted = [
        errand(Some("protocol"), 0, 60, clinic),
        errand(Some("registry"), 30, 90, clinic),
        errand(Some("label"), 45, 50, clinic),
        errand(None, 0, 48, clinic),
    ];
    assert_eq!(planned(&wanted), [(45, vec![0, 1, 2, 3])]);
}

#[test]
fn visits_of_one_source_are_never_made_on_one_day() {
    let wanted = [errand(Some("p"), 0, 60, &[Mode::Clinic]), errand(Some("p"), 30, 90, &[Mode::Clinic])];
    assert_eq!(planned(&wanted), [(0, vec![0]), (30, vec![1])]);
    let mut siblings = wanted;
    siblings[1].who = 1;
    assert_eq!(planned(&siblings), [(30, vec![0, 1])]);
}

#[test]
fn what_can_only_be_done_by_telephone_is_no_part_of_a_blood_draw() {
    let wanted = [errand(Some("a"), 0, 60, &[Mode::Phone]), errand(Some("b"), 0, 60, &[Mode::Clinic])];
    assert_eq!(planned(&wanted), [(0, vec![0]), (0, vec![1])]);
}

#[test]
fn two_clinics_share_a_journey_and_no_telephone_call() {
    let both = &[Mode::Clinic, Mode::Phone];
    let mut wanted = [errand(Some("a"), 0, 60, both), errand(Some("b"), 20, 80, both)];
    assert_eq!(trips(&wanted)[0].modes, [Mode::Clinic, Mode::Phone]);
    wanted[1].clinic = Some("elsewhere".into());
    assert_eq!(planned(&wanted), [(20, vec![0, 1])]);
    assert_eq!(trips(&wanted)[0].modes, [Mode::Clinic]);
    wanted[1].modes = vec![Mode::Phone];
    assert_eq!(planned(&wanted), [(0, vec![0]), (20, vec![1])]);
}

#[test]
fn of_equal_plans_the_one_with_fewer_journeys_is_proposed() {
    // Two contacts either way; joined with the telephone call the third needs no journey of its own.
    let both = &[Mode::Clinic, Mode::Phone];
    let wanted = [
        errand(Some("a"), 0, 10, &[Mode::Phone]),
        errand(Some("b"), 5, 40, both),
        errand(Some("b"), 5, 45, both),
        errand(None, 5, 40, &[Mode::Clinic]),
    ];
    let journeys = trips(&wanted).iter().filter(|trip| bits(&trip.modes) & !JOURNEYS == 0).count();
    assert_eq!((trips(&wanted).len(), journeys), (2, 1));
}

#[test]
fn what_is_overdue_joins_the_contact_that_comes_next() {
    let study = crate::tests::study::protocol(crate::tests::study::fifteen_years());
    let owed = crate::tests::study::Story::dosed("2026-01-10").owes(&study);
    let today = "2026-07-05".parse().unwrap();
    let until = "2026-12-31".parse().unwrap();
    let found = errands(0, &(&study).into(), &owed, today, until, &Period::days(14));
    let keys: Vec<&str> = found.iter().map(|(place, _)| owed[*place].key.as_str()).collect();
    assert_eq!(keys, ["visit:BASE", "visit:M1", "visit:M3", "visit:M6", "visit:Y1"]);
    let wanted: Vec<Errand> = found.into_iter().map(|(_, errand)| errand).collect();
    assert_eq!(trips(&wanted).iter().map(|trip| trip.settles.clone()).collect::<Vec<_>>(), [vec![0, 1, 2, 3], vec![4]]);
}

/// States that the searches went through.
fn states(errands: &[Errand]) -> usize {
    let implied = |at: &usize| (0..errands.len()).any(|by| implies(errands, by, *at));
    let wanted = (0..errands.len()).filter(|at| !implied(at)).collect();
    together(errands, wanted).into_iter().map(|near| Search::of(errands, near).states()).sum()
}

/// A family of which nothing was entered for five years: what each owes in the shipped protocol and registry.
fn nothing_entered(preset: &str, dosed: &[(&str, &str)], months: i32) -> Vec<Errand> {
    let texts: Vec<protocol::Protocol> = protocol::presets()
        .into_iter()
        .filter(|(name, _)| name == preset)
        .chain(protocol::tracks())
        .map(|(_, text)| protocol::read(text).0.unwrap())
        .collect();
    let family = dosed.iter().enumerate().flat_map(|(who, (born, dosed))| {
        let mut story = Story::of(born, dosed).dose(dosed);
        for track in &texts[1..] {
            story.add(Fact::Track(Track {
                protocol: track.reference(),
                from_on: dosed.parse().unwrap(),
                until_on: None,
                clinic: String::new(),
                because: String::new(),
            }));
        }
        story.entries.iter_mut().for_each(|entry| {
            if let Fact::Enrolment(enrolment) = &mut entry.fact {
                enrolment.protocol = texts[0].reference();
            }
        });
        let life = story.life();
        let course = Course::of(&life, |reference| texts.iter().find(|text| text.reference() == reference)).unwrap();
        let today: CivilDate = "2026-09-10".parse().unwrap();
        let owed = crate::owed(&course, &life, &[]);
        let found = errands(who, &course, &owed, today, today.plus(&Period::months(months)), &texts[0].due_soon);
        found.into_iter().map(|(_, errand)| errand).collect::<Vec<_>>()
    });
    family.collect()
}

/// Twelve years old, so that assent and the yearly visit are open at once: two contacts, whatever joins them.
#[test]
fn a_family_of_which_nothing_was_entered_is_planned_at_once() {
    let dosed = ["2021-08-31", "2021-11-02", "2022-03-15", "2022-08-20"];
    let family = dosed.map(|dosed| ("2014-02-11", dosed));
    let check = |many: usize, months: i32, (owed, contacts): (usize, usize)| {
        let wanted = nothing_entered("fda/lentiviral-hsc-15y", &family[..many], months);
        assert!(states(&wanted) < 2_000, "{many}: {} errands, {} states", wanted.len(), states(&wanted));
        let planned = trips(&wanted);
        let mut settled: Vec<usize> = planned.iter().flat_map(|trip| trip.settles.clone()).collect();
        settled.sort_unstable();
        assert_eq!(settled, (0..wanted.len()).collect::<Vec<_>>());
        assert_eq!((wanted.len(), planned.len()), (owed, contacts), "{many}");
    };
    check(1, 12, (25, 4));
    check(2, 12, (49, 5));
    check(4, 36, (116, 13));
}

/// Every way to put the errands into groups.
fn partitions(n: usize) -> Vec<Vec<usize>> {
    let mut all = vec![vec![]];
    for _ in 0..n {
        let longer = |groups: Vec<usize>| {
            let many = groups.iter().max().map_or(0, |most| most + 1);
            (0..=many).map(move |group| [groups.clone(), vec![group]].concat())
        };
        all = all.into_iter().flat_map(longer).collect();
    }
    all
}

fn score(errands: &[Errand], groups: &[usize]) -> Option<Score> {
    let many = groups.iter().max().map_or(0, |most| most + 1);
    let (mut journeys, mut days) = (0, Vec::new());
    for group in 0..many {
        let of: Vec<&Errand> = errands.iter().zip(groups).filter(|(_, g)| **g == group).map(|(e, _)| e).collect();
        let (from, to) = (of.iter().map(|e| e.from_on).max()?, of.iter().map(|e| e.to_on).min()?);
        let apart = of.iter().any(|e| e.clinic != of[0].clinic);
        let ways = if apart { JOURNEYS } else { u8::MAX };
        let modes = of.iter().fold(ways, |modes, e| modes & bits(&e.modes));
        let apart = of
            .iter()
            .enumerate()
            .all(|(i, a)| of[..i].iter().all(|b| a.who != b.who || a.source.is_none() || a.source != b.source));
        if from > to || modes == 0 || !apart {
            return None;
        }
        journeys += usize::from(modes & !JOURNEYS == 0);
        days.push(from);
    }
    days.sort_unstable();
    Some((many, journeys, days))
}

/// What somebody of four siblings may owe in two years: a third of it overdue, in the ways of the shipped protocols,
/// one of three sources at another clinic.
fn family_errand() -> impl Strategy<Value = Errand> {
    use Mode::{Clinic, Home, Letter, LocalLaboratory, Phone, Video};
    let ways: [&[Mode]; 8] = [
        &[Clinic],
        &[Clinic, Home],
        &[Clinic, Video],
        &[Clinic, Video, Phone],
        &[Clinic, Video, Letter],
        &[LocalLaboratory, Home, Clinic],
        &[Phone, Video, Letter, LocalLaboratory, Clinic],
        &[Clinic, Home, Video, Phone, Letter],
    ];
    let source = prop::sample::select(vec![None, None, Some("a"), Some("b"), Some("c")]);
    let window = (prop_oneof![Just(0_i32), 0_i32..400], 14_i32..120);
    (0_usize..4, source, window, prop::sample::select(ways.to_vec())).prop_map(
        |(who, source, (from, length), modes)| {
            let clinic = (source == Some("c")).then(|| "elsewhere".to_owned());
            let length = if source.is_none() && from == 0 { 14 } else { length };
            Errand { who, clinic, ..errand(source, from, from + length, modes) }
        },
    )
}

fn any_errand() -> impl Strategy<Value = Errand> {
    let source = prop::sample::select(vec![None, Some("a"), Some("b"), Some("c")]);
    let clinic = prop::option::weighted(0.3, Just("elsewhere".to_owned()));
    // Half of them open on one day, as whatever is overdue does.
    let window = (prop_oneof![Just(0_i32), 0_i32..40], 0_i32..25);
    (0_usize..2, source, clinic, window, 1_u8..64).prop_map(|(who, source, clinic, (from, length), modes)| {
        let modes: Vec<Mode> = (0..6).filter(|at| modes & 1 << at != 0).map(|at| MODES[at]).collect();
        Errand { who, clinic, ..errand(source, from, from + length, &modes) }
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]
    #[test]
    fn no_other_set_of_contacts_is_better(errands in prop::collection::vec(any_errand(), 0..7)) {
        let planned = trips(&errands);
        let mut groups = vec![usize::MAX; errands.len()];
        for (group, trip) in planned.iter().enumerate() {
            for at in &trip.settles {
                prop_assert_eq!(groups[*at], usize::MAX, "settled twice");
                groups[*at] = group;
            }
        }
        let found = score(&errands, &groups);
        prop_assert!(found.is_some(), "no plan that can be kept: {planned:?}");
        let best = partitions(errands.len()).iter().filter_map(|groups| score(&errands, groups)).min();
        prop_assert_eq!(found, best);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]
    #[test]
    fn no_family_makes_the_plan_wait(errands in prop::collection::vec(family_errand(), 40)) {
        let many = states(&errands);
        prop_assert!(many < 100_000, "{many} states");
    }
}
