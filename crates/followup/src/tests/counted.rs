//! Everyone is counted once.

use facts::fact::Status;
use proptest::prelude::*;

use super::study::{Story, fifteen_years, on, period, protocol};
use crate::{Accounted, Standing, Tally, Timing, accounted, most_pressing};

const STATUSES: [Status; 6] = [
    Status::OnFollowUp,
    Status::LostToFollowUp,
    Status::Withdrawn,
    Status::Transferred,
    Status::Deceased,
    Status::Completed,
];

#[test]
fn the_most_pressing_thing_decides_for_those_on_follow_up() {
    let study = protocol(fifteen_years());
    let story = Story::dosed("2024-08-31").came("BASE", "2024-08-31");
    let state = |story: &Story, day: &str| {
        let owed = story.owes(&study);
        let pressing = most_pressing(&owed, on(day), &period("P7D"));
        accounted(story.life().status_on(on(day)), pressing.map(|(_, standing)| standing))
    };
    assert_eq!(state(&story, "2024-09-01"), Accounted::UpToDate);
    assert_eq!(state(&story, "2024-09-16"), Accounted::Due);
    assert_eq!(state(&story, "2024-10-14"), Accounted::Due);
    assert_eq!(state(&story, "2024-10-15"), Accounted::Overdue);
    let lost = story.status(Status::LostToFollowUp, "2024-11-01");
    assert_eq!(state(&lost, "2024-11-01"), Accounted::Lost);
}

#[test]
fn someone_not_dosed_yet_is_counted() {
    let story = Story::of("1990-01-01", "2024-08-01").came("BASE", "2024-08-01");
    let owed = story.owes(&protocol(fifteen_years()));
    let pressing = most_pressing(&owed, on("2030-01-01"), &period("P7D"));
    assert_eq!(accounted(Status::OnFollowUp, pressing.map(|(_, standing)| standing)), Accounted::UpToDate);
}

fn any_standing() -> impl Strategy<Value = Option<Standing>> {
    prop_oneof![
        Just(None),
        (1_i32..900).prop_map(|days| Some(Standing::NotYetOpen { days })),
        (0_i32..900).prop_map(|days_left| Some(Standing::Open { days_left })),
        (0_i32..30).prop_map(|days_left| Some(Standing::DueSoon { days_left })),
        (1_i32..900).prop_map(|days| Some(Standing::Overdue { days })),
        Just(Some(Standing::Done { timing: Timing::Late })),
        Just(Some(Standing::Missed)),
        Just(Some(Standing::NotJudged)),
    ]
}

proptest! {
    /// The sum shown is the sum of the parts, and nobody is in two of them or in none.
    #[test]
    fn the_parts_sum_to_everyone_enrolled(people in prop::collection::vec((0_usize..6, any_standing()), 0..200)) {
        let states: Vec<Accounted> =
            people.iter().map(|(status, pressing)| accounted(STATUSES[*status], *pressing)).collect();
        let tally: Tally = states.iter().copied().collect();
        prop_assert_eq!(tally.enrolled() as usize, people.len());
        prop_assert_eq!(tally.overdue as usize, states.iter().filter(|state| **state == Accounted::Overdue).count());
    }
}
