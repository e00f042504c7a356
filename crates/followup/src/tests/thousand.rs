//! A thousand random histories of fifteen years, with moves, further dosings, registries and amended versions: everyone
//! is in exactly one state on every day, and no obligation is without a standing.

use facts::fact::{Amendment, Missed, Status, StatusChange, Track};
use facts::{CivilDate, Fact};
use protocol::{Anchor, DosingPick, Protocol};

use super::study::{Story, dosing, fifteen_years, on, period, protocol, visit, yearly};
use crate::{Accounted, Course, Settled, Standing, Tally, accounted, most_pressing, owed, standing};

/// The same numbers for ever: a failure can be looked at again.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % most
    }

    fn day(&mut self, start: CivilDate) -> CivilDate {
        start.plus_days(i32::try_from(self.below(5_600)).unwrap())
    }
}

fn texts() -> [Protocol; 3] {
    let mut visits = fifteen_years();
    visits.push(visit("R3", Anchor::Dosing(DosingPick::Last), "P3M"));
    let first = protocol(visits.clone());
    visits.retain(|visit| visit.code != "M3");
    visits.push(yearly("H{n}", "P18M", "P15Y", 1));
    let second = Protocol { version: "2".into(), ..protocol(visits) };
    let registry = vec![visit("D100", dosing(), "P100D"), yearly("Y{n}", "P1Y", "P15Y", 1)];
    [first, second, Protocol { id: "reg".into(), track: true, rules: Vec::new(), ..protocol(registry) }]
}

fn history(chance: &mut Chance) -> Story {
    let start = on("2010-01-31").plus_days(i32::try_from(chance.below(1_500)).unwrap());
    let mut story = Story::of("2008-02-29", &start.to_string());
    for _ in 0..chance.below(3) {
        let day = start.plus_days(i32::try_from(chance.below(900)).unwrap());
        story = story.dose(&day.to_string());
    }
    let codes = ["BASE", "M1", "M3", "M6", "Y1", "Y7", "H2", "R3", "reg/Y1", "reg/D100"];
    let statuses =
        [Status::OnFollowUp, Status::LostToFollowUp, Status::Transferred, Status::Deceased, Status::Completed];
    for _ in 0..chance.below(14) {
        let day = chance.day(start);
        match chance.below(8) {
            0..=3 => drop(story.contact(Some(codes[chance.below(10) as usize]), day)),
            4 => {
                let status = statuses[chance.below(5) as usize];
                story.add(Fact::StatusChange(StatusChange { status, on: day, because: String::new() }));
            }
            5 => {
                let obligation = format!("visit:{}", codes[chance.below(10) as usize]);
                story.add(Fact::Missed(Missed { obligation, declared_on: day, because: "away".into() }));
            }
            6 => match chance.below(4) {
                found @ 0..=1 => drop(story.shed_on("urine", day, found == 0)),
                share => story = story.marked(&day.to_string(), Some(i32::try_from(share).unwrap() * 4 - 8)),
            },
            _ => {
                let moves_on = (chance.below(3) > 0).then_some(day);
                let (protocol, because) = ("story@2".to_owned(), String::new());
                story.add(Fact::Amendment(Amendment {
                    protocol,
                    moves_on,
                    reconsented_on: None,
                    without_consent: false,
                    because,
                }));
            }
        }
    }
    if chance.below(2) == 0 {
        let until_on = (chance.below(3) == 0).then(|| start.plus_days(3_000));
        story.add(Fact::Track(Track {
            protocol: "reg@1".into(),
            from_on: start,
            until_on,
            clinic: String::new(),
            because: String::new(),
        }));
    }
    if chance.below(3) == 0 {
        // Followed again after a while.
        story.add(Fact::Track(Track {
            protocol: "reg@1".into(),
            from_on: start.plus_days(3_100),
            until_on: None,
            clinic: String::new(),
            because: String::new(),
        }));
    }
    story
}

#[test]
fn everyone_enrolled_is_counted_once_and_nothing_owed_is_without_a_standing() {
    let texts = texts();
    let mut chance = Chance(2_026);
    let days = ["2012-05-05", "2016-02-29", "2021-08-31", "2026-11-25", "2031-01-01"].map(on);
    let mut tallies = [Tally::default(); 5];
    let (mut obligations, mut superseded, mut seen) = (0, 0, 0);
    for _ in 0..1_000 {
        let life = history(&mut chance).life();
        let find = |reference: &str| texts.iter().find(|text| text.reference() == reference);
        let course = Course::of(&life, find).unwrap();
        let findings = course.findings(&life);
        // Both versions have the same rules: an amendment of visits changes no finding.
        assert_eq!(findings, signals::findings(course.current().unwrap(), &life));
        seen += findings.len();
        let all = owed(&course, &life, &findings);
        let mut keys: Vec<&str> = all.iter().map(|o| o.key.as_str()).collect();
        keys.sort_unstable();
        assert!(keys.windows(2).all(|pair| pair[0] != pair[1]), "a key stands twice: {keys:?}");
        for (tally, today) in tallies.iter_mut().zip(days) {
            let pressing = most_pressing(&all, today, &period("P30D"));
            let state = accounted(life.status_on(today), pressing.map(|(_, standing)| standing));
            tally.add(state);
            let stands = |o| standing(o, today, &period("P30D"));
            let overdue = all.iter().any(|o| matches!(stands(o), Standing::Overdue { .. }));
            assert_eq!(state == Accounted::Overdue, overdue && life.status_on(today) == Status::OnFollowUp);
        }
        for o in &all {
            assert!(o.window.earliest_on <= o.window.due_on && o.window.due_on <= o.window.latest_on, "{o:?}");
            assert!(course.demands(o).is_some(), "nobody demands {}", o.key);
            superseded += usize::from(matches!(o.settled, Some(Settled::Superseded { .. })));
        }
        obligations += all.len();
    }
    for tally in tallies {
        assert_eq!(tally.enrolled(), 1_000);
    }
    assert!(obligations > 20_000 && superseded > 100, "{obligations} {superseded}: the histories are too tame");
    assert!(seen > 50, "{seen} findings");
}
