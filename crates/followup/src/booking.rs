//! What an appointment lies in the way of: its own windows, a closure, the weekend, another family at the same hour.
//!
//! Warns only. A family that can come on Sunday alone is better seen on Sunday than not at all, so nothing here forbids.
//! Knows no clinic hours and no rooms: nobody told them.

use facts::{CivilDate, ClockTime, SiteClosure};
use serde::{Deserialize, Serialize};

use crate::obligation::{Dates, Timing};
use crate::standing::timing;

/// A time that is asked for, or that somebody else has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot {
    pub on: CivilDate,
    pub at: Option<ClockTime>,
    pub minutes: Option<u16>,
}

/// One thing in the way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum Conflict {
    /// Before the window of an obligation opens.
    Early {
        key: String,
        earliest_on: CivilDate,
    },
    /// After it has closed.
    Late {
        key: String,
        latest_on: CivilDate,
    },
    Closed {
        because: String,
    },
    Weekend,
    /// Somebody else is expected then.
    SameHour {
        code: String,
        at: ClockTime,
    },
}

/// Everything in the way, in a fixed order. `windows` are those of the obligations it is for; `others` the planned
/// appointments of other people.
///
/// ```
/// use followup::{Conflict, Slot, conflicts};
/// let sunday = Slot { on: "2026-05-10".parse().unwrap(), at: None, minutes: None };
/// assert_eq!(conflicts(&sunday, &[], &[], &[]), [Conflict::Weekend]);
/// ```
pub fn conflicts(
    slot: &Slot,
    windows: &[(&str, Dates)],
    closures: &[SiteClosure],
    others: &[(&str, Slot)],
) -> Vec<Conflict> {
    let outside = windows.iter().filter_map(|(key, window)| match timing(window, slot.on) {
        Timing::InWindow => None,
        Timing::Early => Some(Conflict::Early { key: (*key).to_owned(), earliest_on: window.earliest_on }),
        Timing::Late => Some(Conflict::Late { key: (*key).to_owned(), latest_on: window.latest_on }),
    });
    let closed = closures.iter().filter(|closure| closure.holds(slot.on));
    let closed = closed.map(|closure| Conflict::Closed { because: closure.because.clone() });
    let weekend = is_weekend(slot.on).then_some(Conflict::Weekend);
    let same_hour = others.iter().filter_map(|(code, other)| {
        let at = other.at.filter(|_| overlap(slot, other))?;
        Some(Conflict::SameHour { code: (*code).to_owned(), at })
    });
    outside.chain(closed).chain(weekend).chain(same_hour).collect()
}

/// Saturday or Sunday.
pub fn is_weekend(on: CivilDate) -> bool {
    on.weekday() >= 6
}

/// A contact whose length nobody told takes its minute alone; one without an hour meets nobody.
fn overlap(one: &Slot, other: &Slot) -> bool {
    let (Some(a), Some(b)) = (one.at, other.at) else { return false };
    let end = |at: ClockTime, minutes: Option<u16>| at.minutes().saturating_add(minutes.unwrap_or(1).max(1));
    one.on == other.on && a.minutes() < end(b, other.minutes) && b.minutes() < end(a, one.minutes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn slot(on: &str, at: &str, minutes: u16) -> Slot {
        Slot { on: on.parse().unwrap(), at: at.parse().ok(), minutes: (minutes > 0).then_some(minutes) }
    }

    fn window(earliest: &str, due: &str, latest: &str) -> Dates {
        let day = |text: &str| text.parse().unwrap();
        Dates { earliest_on: day(earliest), due_on: day(due), latest_on: day(latest) }
    }

    #[test]
    fn the_boundary_days_of_a_window_are_inside_it() {
        let windows = [("visit:M6", window("2026-05-11", "2026-05-13", "2026-05-15"))];
        let told = |on: &str| conflicts(&slot(on, "", 0), &windows, &[], &[]);
        assert!(told("2026-05-11").is_empty() && told("2026-05-15").is_empty());
        let key = "visit:M6".to_owned();
        let earliest_on = "2026-05-11".parse().unwrap();
        assert_eq!(told("2026-05-08"), [Conflict::Early { key: key.clone(), earliest_on }]);
        let late = Conflict::Late { key, latest_on: "2026-05-15".parse().unwrap() };
        assert_eq!(told("2026-05-16"), [late, Conflict::Weekend], "a Saturday after the window is both");
    }

    #[test]
    fn a_closure_holds_on_both_its_ends() {
        let day = |text: &str| text.parse().unwrap();
        let closures =
            [SiteClosure { from: day("2026-10-01"), to: day("2026-10-07"), because: "国庆节".to_owned() }];
        let told = |on: &str| conflicts(&slot(on, "", 0), &[], &closures, &[]).len();
        assert_eq!([told("2026-09-30"), told("2026-10-01"), told("2026-10-07"), told("2026-10-08")], [0, 1, 1, 0]);
    }

    #[test]
    fn two_families_meet_only_while_one_is_still_there() {
        let other = [("S-002", slot("2026-05-12", "10:30", 60))];
        let told = |at: &str, minutes| !conflicts(&slot("2026-05-12", at, minutes), &[], &[], &other).is_empty();
        assert!(told("10:30", 0) && told("11:29", 0) && told("10:00", 31));
        assert!(!told("11:30", 60) && !told("10:00", 30), "one leaves as the other comes");
        assert!(!told("", 60), "a day without an hour meets nobody");
    }

    proptest! {
        #[test]
        fn whoever_is_in_the_way_of_another_has_the_other_in_the_way(
            a in 0_u16..1440, b in 0_u16..1440, long_a in 0_u16..240, long_b in 0_u16..240
        ) {
            let made = |at: u16, minutes: u16| Slot {
                on: CivilDate::EPOCH,
                at: ClockTime::new(at / 60, at % 60),
                minutes: (minutes > 0).then_some(minutes),
            };
            let (one, other) = (made(a, long_a), made(b, long_b));
            prop_assert_eq!(overlap(&one, &other), overlap(&other, &one));
            prop_assert!(overlap(&one, &one));
        }
    }
}
