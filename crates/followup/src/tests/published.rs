//! Sixteen real schedules with 837 dates that two other programs agree on, and 798 real visits judged.

use std::collections::BTreeMap;

use protocol::{Anchor, Visit, Window};

use super::study::{Story, dates, dosing, get, on, period, protocol, visit};
use crate::{Settled, Timing};

type Row = BTreeMap<String, String>;

fn rows(table: &str) -> Vec<Row> {
    csv::Reader::from_reader(table.as_bytes()).deserialize().map(Result::unwrap).collect()
}

/// A visit of a published row, counted from the first dosing.
fn published(code: &str, row: &Row) -> Visit {
    // A schedule that names no window means the day itself.
    let reach = |side: &str| if row[side].is_empty() { period("P0D") } else { period(&row[side]) };
    let window = Window { early: reach("early"), late: reach("late") };
    Visit { window, ..visit(code, dosing(), &row["base"]) }
}

#[test]
fn sixteen_real_schedules_fall_on_the_days_that_other_programs_compute() {
    let mut schedules: BTreeMap<String, Vec<Visit>> = BTreeMap::new();
    for row in rows(include_str!("published/real_schedules.csv")) {
        schedules.entry(row["schedule"].clone()).or_default().push(published(&row["visit"], &row));
    }
    assert_eq!(schedules.len(), 16);
    let expected = rows(include_str!("published/real_schedules_expected.csv"));
    for row in &expected {
        let owed = Story::dosed(&row["anchor"]).owes(&protocol(schedules[&row["schedule"]].clone()));
        let visit = get(&owed, &format!("visit:{}", row["visit"]));
        let named = |side: &str| if row[side].is_empty() { &row["target"] } else { &row[side] };
        let published = format!("{} {} {}", named("earliest"), row["target"], named("latest"));
        assert_eq!(dates(visit), published, "{row:?}");
    }
    assert_eq!(expected.len(), 837);
}

#[test]
fn real_visits_of_the_cdisc_pilot_are_judged_as_its_protocol_does() {
    let rows = rows(include_str!("published/lzzt_real_visits_expected.csv"));
    let mut subjects: BTreeMap<&str, Vec<&Row>> = BTreeMap::new();
    rows.iter().for_each(|row| subjects.entry(&row["subject"]).or_default().push(row));
    let mut judged = 0;
    for visits in subjects.values() {
        // Randomisation at visit 3 is day 0 of this trial, as dosing is of ours.
        let anchor = &visits[0]["visit3_date"];
        let days = |row: &Row, from: &str, to: &str| format!("P{}D", on(&row[to]).days_since(on(&row[from])));
        let planned = visits.iter().map(|row| {
            let early = period(&days(row, "earliest", "target"));
            let late = period(&days(row, "target", "latest"));
            let planned = visit(&row["visit"], dosing(), &days(row, "visit3_date", "target"));
            Visit { window: Window { early, late }, ..planned }
        });
        let mut story = Story::dosed(anchor);
        for row in visits {
            story.contact(Some(&row["visit"]), on(&row["actual"]));
        }
        let owed = story.owes(&protocol(planned.collect()));
        for row in visits {
            let verdict = match get(&owed, &format!("visit:{}", row["visit"])).settled {
                Some(Settled::Done { timing: Timing::Early, .. }) => "early",
                Some(Settled::Done { timing: Timing::InWindow, .. }) => "in window",
                Some(Settled::Done { timing: Timing::Late, .. }) => "late",
                _ => "not done",
            };
            assert_eq!(verdict, row["verdict"], "{row:?}");
            judged += 1;
        }
    }
    assert_eq!(judged, 798);
}

#[test]
fn every_visit_of_a_published_schedule_counts_from_its_anchor() {
    let visits = [Anchor::Enrolment, Anchor::Birth].map(|anchor| visit("X", anchor, "P1M"));
    let [enrolled, born] = visits.map(|visit| Story::of("2021-01-31", "2024-02-29").owes(&protocol(vec![visit])));
    assert_eq!(get(&enrolled, "visit:X").window.due_on, on("2024-03-29"));
    assert_eq!(get(&born, "visit:X").window.due_on, on("2021-02-28"));
}
