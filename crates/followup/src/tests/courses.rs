//! Amendments, tracks and further dosings: which text holds for which visit.

use facts::fact::{Event, Mode, Track, Visit as Contact};
use facts::{CivilDate, Fact};
use proptest::prelude::*;
use protocol::{Anchor, CallFor, Condition, DosingPick, NamedEvent, Protocol, Task, Visit, Window};

use super::study::{
    Story, dates, dosing, fifteen_years, get, label, on, period, protocol, stands, tasks_due, use_of, visit, yearly,
};
use crate::{Course, Obligation, Settled, obligations, owed};

fn version(number: &str, visits: Vec<Visit>) -> Protocol {
    Protocol { version: number.into(), ..protocol(visits) }
}

fn registry() -> Protocol {
    let visits = vec![visit("D100", dosing(), "P100D"), yearly("Y{n}", "P1Y", "P15Y", 1)];
    Protocol { id: "reg".into(), track: true, rules: Vec::new(), ..protocol(visits) }
}

fn course_owes(story: &Story, texts: &[&Protocol]) -> Vec<Obligation> {
    let life = story.life();
    let find = |reference: &str| texts.iter().find(|text| text.reference() == reference).copied();
    let course = Course::of(&life, find).unwrap();
    owed(&course, &life, &course.findings(&life))
}

/// Month 6 earlier by a month, month 9 new, month 3 gone.
fn amended() -> [Protocol; 2] {
    let row = |code: &str, after: &str| visit(code, dosing(), after);
    let old = version("1", vec![row("M1", "P1M"), row("M3", "P3M"), row("M6", "P6M"), yearly("Y{n}", "P1Y", "P5Y", 1)]);
    let new = version("2", vec![row("M1", "P1M"), row("M6", "P5M"), row("M9", "P9M"), yearly("Y{n}", "P1Y", "P8Y", 1)]);
    [old, new]
}

#[test]
fn a_visit_belongs_to_the_version_in_force_on_the_last_day_of_its_window() {
    let [old, new] = amended();
    let story = Story::dosed("2026-01-10").came("M1", "2026-02-12").moved("story@2", "2026-04-01");
    let all = course_owes(&story, &[&old, &new]);
    // Done before the move: as it was then.
    assert_eq!(stands(&all, "visit:M1", "2026-04-02"), "done InWindow");
    assert_eq!(get(&all, "visit:M1").of.as_deref(), Some("story@1"));
    // Its window (to 24 Apr) reaches past the move and the new version has no month 3.
    assert_eq!(stands(&all, "visit:M3", "2026-04-02"), "superseded");
    assert_eq!(get(&all, "visit:M3").settled, Some(Settled::Superseded { by: "story@2".into() }));
    assert_eq!(dates(get(&all, "visit:M6")), "2026-05-27 2026-06-10 2026-06-24");
    assert_eq!(get(&all, "visit:M6").of, None);
    assert_eq!(dates(get(&all, "visit:M9")), "2026-09-26 2026-10-10 2026-10-24");
    assert_eq!(get(&all, "visit:Y8").window.due_on, on("2034-01-10"));
}

#[test]
fn what_was_overdue_before_the_move_is_still_owed() {
    let [old, new] = amended();
    let all = course_owes(&Story::dosed("2026-01-10").moved("story@2", "2026-05-01"), &[&old, &new]);
    assert_eq!(stands(&all, "visit:M3", "2026-05-02"), "overdue 8");
    assert_eq!(get(&all, "visit:M3").of.as_deref(), Some("story@1"));
}

#[test]
fn a_new_visit_whose_time_had_passed_before_the_move_is_not_asked_for() {
    let [old, new] = amended();
    let all = course_owes(&Story::dosed("2026-01-10").moved("story@2", "2026-12-01"), &[&old, &new]);
    assert_eq!(stands(&all, "visit:M9", "2026-12-02"), "not required: not-in-force");
    // Month 6 was over under both: the version of its day says when.
    assert_eq!(dates(get(&all, "visit:M6")), "2026-06-26 2026-07-10 2026-07-24");
}

#[test]
fn nobody_is_late_by_a_date_that_came_later() {
    let [old, new] = amended();
    // On the move the new month 6 was over, the old one is still open.
    let all = course_owes(&Story::dosed("2026-01-10").moved("story@2", "2026-07-01"), &[&old, &new]);
    assert_eq!(dates(get(&all, "visit:M6")), "2026-06-26 2026-07-10 2026-07-24");
    assert_eq!(stands(&all, "visit:M6", "2026-07-02"), "open 22");
    // What stood open in the list is in time once it is recorded.
    let came = Story::dosed("2026-01-10").moved("story@2", "2026-07-01").came("M6", "2026-07-05");
    let all = course_owes(&came, &[&old, &new]);
    assert_eq!(dates(get(&all, "visit:M6")), "2026-06-26 2026-07-10 2026-07-24");
    assert_eq!(stands(&all, "visit:M6", "2026-07-06"), "done InWindow");
}

#[test]
fn a_visit_that_took_place_keeps_the_window_of_its_day_whatever_comes_later() {
    let [old, new] = amended();
    let story = Story::dosed("2026-01-10").came("M6", "2026-07-12");
    let before = course_owes(&story, &[&old, &new]);
    let after = course_owes(&story.moved("story@2", "2026-08-01"), &[&old, &new]);
    assert_eq!(dates(get(&before, "visit:M6")), dates(get(&after, "visit:M6")));
    assert_eq!(stands(&after, "visit:M6", "2026-08-02"), "done InWindow");
}

#[test]
fn whoever_stays_is_followed_as_before() {
    let [old, new] = amended();
    let mut story = Story::dosed("2026-01-10");
    let alone = course_owes(&story, &[&old, &new]);
    let stays = facts::fact::Amendment {
        protocol: "story@2".into(),
        moves_on: None,
        reconsented_on: None,
        without_consent: false,
        because: "no consent".into(),
    };
    story.add(Fact::Amendment(stays));
    assert_eq!(course_owes(&story, &[&old, &new]), alone);
}

/// The first version calls for the sites from 1 % of cells on, the second from 10 % and under another name.
fn stricter() -> [Protocol; 2] {
    let [old, mut new] = [version("1", fifteen_years()), version("2", fifteen_years())];
    new.rules.truncate(1);
    new.rules[0].limits.insert("percent".into(), "10".into());
    new.rules[0].calls_for = vec![CallFor::Repeat { task: "sites-2".into(), within: period("P1M") }];
    let sites = new.tasks.iter().find(|task| task.code == "sites").unwrap().clone();
    new.tasks.retain(|task| task.code != "sites");
    new.tasks.push(Task { code: "sites-2".into(), ..sites });
    [old, new]
}

fn tests_owed(story: &Story, texts: &[&Protocol]) -> Vec<(String, Option<String>)> {
    let all = course_owes(story, texts).into_iter().filter(|o| o.key.starts_with("test:"));
    all.map(|o| (format!("{} {}", o.key, o.window.due_on), o.of.map(|of| of.to_string()))).collect()
}

#[test]
fn an_amendment_judges_only_what_is_seen_from_its_day_on() {
    let [old, new] = stricter();
    let by_old = |on: &str| {
        vec![(format!("test:sites:vector-positive-unanalysed:whole-blood {on}"), Some("story@1".to_owned()))]
    };
    // Typed now, for next year: nothing changes before.
    let story = Story::dosed("2026-01-10").moved("story@2", "2027-03-01").marked("2026-07-10", Some(5));
    assert_eq!(tests_owed(&story, &[&old, &new]), by_old("2026-10-10"));
    // Seen after the move: judged by the new version, which asks for more before it says anything.
    let late = Story::dosed("2026-01-10").moved("story@2", "2027-03-01");
    assert_eq!(tests_owed(&late.marked("2027-03-01", Some(5)), &[&old, &new]), []);
    let late = Story::dosed("2026-01-10").moved("story@2", "2027-03-01").marked("2027-03-01", Some(12));
    let key = "test:sites-2:vector-positive-unanalysed:whole-blood 2027-04-01".to_owned();
    assert_eq!(tests_owed(&late, &[&old, &new]), [(key, None)]);
    // What the old version saw does not vanish because a later sample is harmless by the new one.
    let story = story.marked("2027-04-01", Some(5));
    assert_eq!(tests_owed(&story, &[&old, &new]), by_old("2026-10-10"));
    // And it answers the test that only the old text names.
    let key = "test:sites:vector-positive-unanalysed:whole-blood";
    assert_eq!(stands(&course_owes(&story, &[&old, &new]), key, "2027-04-02"), "done Late");
}

#[test]
fn whoever_stays_is_judged_by_their_version() {
    let [old, new] = stricter();
    let mut story = Story::dosed("2026-01-10").marked("2027-03-01", Some(5));
    let alone = course_owes(&story, &[&old, &new]);
    story.add(Fact::Amendment(facts::fact::Amendment {
        protocol: "story@2".into(),
        moves_on: None,
        reconsented_on: None,
        without_consent: false,
        because: "no consent".into(),
    }));
    assert_eq!(course_owes(&story, &[&old, &new]), alone);
}

fn follow(story: &mut Story, from: &str, until: Option<&str>) {
    story.add(Fact::Track(Track {
        protocol: "reg@1".into(),
        from_on: on(from),
        until_on: until.map(on),
        clinic: String::new(),
        because: String::new(),
    }));
}

#[test]
fn a_registry_asks_beside_the_protocol_and_one_contact_answers_both() {
    let (main, registry) = (protocol(fifteen_years()), registry());
    let mut story = Story::dosed("2026-01-10");
    follow(&mut story, "2026-01-10", None);
    let contact = Contact {
        code: Some("Y1".into()),
        also: vec!["reg/Y1".into()],
        on: on("2027-01-12"),
        mode: Mode::Clinic,
        note: String::new(),
    };
    story.add(Fact::Visit(contact));
    let all = course_owes(&story, &[&main, &registry]);
    for key in ["visit:Y1", "visit:reg/Y1"] {
        assert_eq!(stands(&all, key, "2027-02-01"), "done InWindow", "{key}");
    }
    assert_eq!(get(&all, "visit:reg/Y1").of.as_deref(), Some("reg@1"));
    assert_eq!(stands(&all, "visit:reg/D100", "2027-02-01"), "overdue 273");
    assert_eq!(get(&all, "visit:reg/D100").tasks, ["reg/call".into()]);
}

#[test]
fn a_track_asks_only_while_it_is_followed() {
    let (main, registry) = (protocol(fifteen_years()), registry());
    let mut story = Story::dosed("2026-01-10");
    follow(&mut story, "2026-06-01", Some("2030-01-01"));
    let all = course_owes(&story, &[&main, &registry]);
    assert_eq!(stands(&all, "visit:reg/D100", "2026-07-01"), "not required: not-in-force");
    assert_eq!(stands(&all, "visit:reg/Y1", "2027-01-11"), "open 13");
    assert_eq!(stands(&all, "visit:reg/Y5", "2026-07-01"), "not required: not-in-force");
    assert!(stands(&all, "visit:Y5", "2026-07-01").starts_with("opens in"));
}

#[test]
fn what_two_sources_ask_alike_is_asked_once() {
    let mut main = protocol(fifteen_years());
    main.visits[4].tasks.push(use_of("shed-urine", Condition::Always));
    let registry = registry();
    let mut story = Story::dosed("2026-01-10");
    follow(&mut story, "2026-01-10", None);
    let life = story.life();
    let texts = [&main, &registry];
    let course = Course::of(&life, |reference| texts.into_iter().find(|text| text.reference() == reference)).unwrap();
    let codes = ["Y1".to_owned(), "reg/Y1".to_owned()];
    assert_eq!(tasks_due(&course, &life, &[], &codes, on("2027-01-10")), ["call", "shed-urine"]);
    assert_eq!(tasks_due(&course, &life, &[], &codes[1..], on("2027-01-10")), ["reg/call"]);
    assert!(course.task("reg/call").is_some() && course.task("reg/none").is_none());
}

#[test]
fn a_source_that_is_followed_again_or_in_its_next_version_asks_for_nothing_twice() {
    let (study, first) = (protocol(vec![visit("M6", dosing(), "P6M")]), registry());
    let second = Protocol { version: "2".into(), ..registry() };
    let track = |text: &str, from: &str, until: Option<&str>| {
        let (protocol, until_on) = (text.to_owned(), until.map(on));
        Fact::Track(Track { protocol, from_on: on(from), until_on, clinic: String::new(), because: String::new() })
    };
    for again in ["reg@1", "reg@2"] {
        let mut story = Story::dosed("2026-01-10").came("reg/Y2", "2028-01-10");
        story.add(track("reg@1", "2026-01-10", Some("2026-12-31")));
        story.add(track(again, "2027-01-05", None));
        let all = course_owes(&story, &[&study, &first, &second]);
        let mut keys: Vec<&str> = all.iter().map(|o| o.key.as_str()).collect();
        keys.sort_unstable();
        assert!(keys.windows(2).all(|pair| pair[0] != pair[1]), "{keys:?}");
        assert!(get(&all, "visit:reg/Y1").settled.is_none(), "owed by the following of its days");
        assert_eq!(stands(&all, "visit:reg/Y2", "2028-01-12"), "done InWindow");
    }
}

#[test]
fn the_next_version_of_a_track_takes_over_from_its_day_and_judges_nothing_done() {
    let (main, first) = (protocol(fifteen_years()), registry());
    let next =
        vec![visit("D100", dosing(), "P90D"), Visit { offset: period("P13M"), ..yearly("Y{n}", "P1Y", "P15Y", 1) }];
    let next = Protocol { version: "2".into(), visits: next, ..first.clone() };
    let track = |text: &str, from: &str| {
        let (protocol, from_on) = (text.to_owned(), on(from));
        Fact::Track(Track { protocol, from_on, until_on: None, clinic: String::new(), because: String::new() })
    };
    let owes = |from: &str| {
        let mut story = Story::dosed("2026-01-10").came("reg/Y1", "2027-01-12");
        story.add(track("reg@1", "2026-01-10"));
        story.add(track("reg@2", from));
        course_owes(&story, &[&main, &first, &next])
    };
    // By the next version it would have been over before that was followed; what was done stays in time.
    let all = owes("2026-04-25");
    assert_eq!(stands(&all, "visit:reg/D100", "2026-04-26"), "open 8");
    let all = owes("2027-06-01");
    assert_eq!(stands(&all, "visit:reg/Y1", "2027-06-02"), "done InWindow");
    assert_eq!(get(&all, "visit:reg/Y1").of.as_deref(), Some("reg@1"));
    assert_eq!(dates(get(&all, "visit:reg/Y2")), "2028-01-27 2028-02-10 2028-02-24");
    assert_eq!(get(&all, "visit:reg/Y2").of.as_deref(), Some("reg@2"));
}

/// A test of the first 18 months comes back with the dosing that begins them anew.
#[test]
fn years_count_from_the_dosing_that_the_row_follows() {
    for pick in [DosingPick::Last, DosingPick::Each] {
        let within = Condition::YearsBefore(period("P18M"));
        let row = Visit { tasks: vec![use_of("shed-urine", within)], ..visit("M6", Anchor::Dosing(pick), "P6M") };
        let all = Story::dosed("2026-01-10").dose("2029-04-01").owes(&protocol(vec![row]));
        let due = all.iter().find(|o| o.window.due_on == on("2029-10-01")).unwrap();
        assert_eq!(due.tasks.iter().map(|task| &**task).collect::<Vec<_>>(), ["shed-urine"], "{due:?}");
    }
}

#[test]
fn each_dosing_is_followed_beside_the_others_where_the_protocol_says_so() {
    let each = visit("M6", Anchor::Dosing(DosingPick::Each), "P6M");
    let study = protocol(vec![each]);
    let story = Story::dosed("2026-01-10").dose("2026-04-01").came("M6@2", "2026-10-03");
    let all = story.owes(&study);
    assert_eq!(dates(get(&all, "visit:M6")), "2026-06-26 2026-07-10 2026-07-24");
    assert_eq!(stands(&all, "visit:M6", "2026-08-01"), "overdue 8");
    assert_eq!(stands(&all, "visit:M6@2", "2026-10-04"), "done InWindow");
    // The first dosing never took place: the second keeps its name and its visit.
    let mut life = story.life();
    life.dosings.remove(0);
    let course = Course::from(&study);
    let all = owed(&course, &life, &[]);
    assert!(all.iter().all(|o| o.key != "visit:M6"), "{all:?}");
    assert_eq!(stands(&all, "visit:M6@2", "2026-10-04"), "done InWindow");
    assert_eq!(tasks_due(&course, &life, &[], &["M6@2".to_owned()], on("2026-10-03")), ["call"]);
}

#[test]
fn visits_count_from_an_event_that_the_protocol_names() {
    let mut study = protocol(vec![visit("T6", Anchor::Event("transplant".into()), "P6M")]);
    study.events.push(NamedEvent { name: "transplant".into(), label: label("Transplantation") });
    let mut story = Story::dosed("2026-01-10");
    assert!(story.owes(&study).is_empty());
    assert_eq!(crate::awaited(&study, &story.life())[0].visits, 1);
    story.add(Fact::Event(Event { name: "transplant".into(), on: on("2026-03-31"), note: String::new() }));
    assert_eq!(dates(get(&story.owes(&study), "visit:T6")), "2026-09-16 2026-09-30 2026-10-14");
    assert!(crate::awaited(&study, &story.life()).is_empty());
}

proptest! {
    /// Whenever somebody moves and whatever took place: nothing is asked twice, nothing that either version asks for
    /// vanishes, and what was done stays as it was.
    #[test]
    fn an_amendment_loses_nothing_and_changes_nothing_done(
        moved in 0_i32..3000, came in prop::collection::vec((0_usize..6, 0_i32..3000), 0..8), reach in 0_i32..90,
    ) {
        let [mut old, new] = amended();
        for visit in &mut old.visits {
            visit.window = Window { early: period("P14D"), late: period(&format!("P{reach}D")) };
        }
        let codes = ["M1", "M3", "M6", "M9", "Y1", "Y6"];
        let start: CivilDate = on("2026-01-10");
        let mut story = Story::dosed("2026-01-10");
        for (code, day) in &came {
            story.contact(Some(codes[*code]), start.plus_days(*day));
        }
        let life = story.life();
        let alone = [&old, &new].map(|text| obligations(text, &life, &[]));
        let move_on = start.plus_days(moved);
        let all = course_owes(&story.moved("story@2", &move_on.to_string()), &[&old, &new]);
        let mut keys: Vec<&str> = all.iter().map(|o| o.key.as_str()).collect();
        keys.sort_unstable();
        let many = keys.len();
        keys.dedup();
        prop_assert_eq!(many, keys.len(), "a key stands twice");
        for o in alone.iter().flatten() {
            prop_assert!(keys.contains(&o.key.as_str()), "{} is gone", o.key);
        }
        for o in &alone[0] {
            if let Some(Settled::Done { on, .. }) = o.settled && on < move_on {
                let now = get(&all, &o.key);
                prop_assert_eq!((&now.settled, now.window), (&o.settled, o.window));
            }
        }
        for o in all.iter().filter(|o| o.settled.is_none()) {
            let version = if o.of.is_some() { &alone[0] } else { &alone[1] };
            prop_assert!(version.iter().any(|own| own.key == o.key && own.window == o.window), "{} has a window of its own", o.key);
        }
    }
}
