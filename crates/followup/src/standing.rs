//! Where an obligation stands on a day. The one definition of early, late, due soon and overdue.

use facts::{CivilDate, Moment, Period};
use serde::{Deserialize, Serialize};

use crate::day::Day;
use crate::decide;
use crate::obligation::{Dates, Obligation, Settled, Timing};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum Standing {
    /// Opens in so many days.
    NotYetOpen {
        days: i32,
    },
    Open {
        days_left: i32,
    },
    /// Open, and its last day is near.
    DueSoon {
        days_left: i32,
    },
    /// Somebody has to decide it, for so many days. Nobody gives a time for that, so it is never overdue.
    Waits {
        days: i32,
    },
    /// Its last day was so many days ago.
    Overdue {
        days: i32,
    },
    Done {
        timing: Timing,
    },
    Missed,
    NotRequired,
    Superseded,
    /// Still owed, and the computer's date is not to be believed: neither early nor late.
    NotJudged,
}

/// `due_soon`: how long before its last day an open obligation counts as due soon.
pub fn standing(obligation: &Obligation, day: impl Into<Day>, due_soon: &Period) -> Standing {
    match &obligation.settled {
        Some(Settled::Done { timing, .. }) => Standing::Done { timing: *timing },
        Some(Settled::Missed { .. } | Settled::Lapsed { .. }) => Standing::Missed,
        Some(Settled::NotRequired { .. }) => Standing::NotRequired,
        Some(Settled::Superseded { .. }) => Standing::Superseded,
        None => standing_of_key(&obligation.key, &obligation.window, day, due_soon),
    }
}

/// The same for what nothing has settled, where only its key and window are known.
pub fn standing_of_key(key: &str, window: &Dates, day: impl Into<Day>, due_soon: &Period) -> Standing {
    let day = day.into();
    match (standing_of(window, day, due_soon), day) {
        (standing @ (Standing::NotYetOpen { .. } | Standing::NotJudged), _) => standing,
        (_, Day::Judged(today)) if decide::is_matter(key) => {
            Standing::Waits { days: today.days_since(window.earliest_on) }
        }
        (standing, _) => standing,
    }
}

/// The same for a window that nothing has settled.
pub fn standing_of(window: &Dates, day: impl Into<Day>, due_soon: &Period) -> Standing {
    let Day::Judged(today) = day.into() else { return Standing::NotJudged };
    if today < window.earliest_on {
        Standing::NotYetOpen { days: window.earliest_on.days_since(today) }
    } else if today > window.latest_on {
        Standing::Overdue { days: today.days_since(window.latest_on) }
    } else {
        let days_left = window.latest_on.days_since(today);
        if window.latest_on <= today.plus(due_soon) {
            Standing::DueSoon { days_left }
        } else {
            Standing::Open { days_left }
        }
    }
}

/// True when the last day of a window is surely over; never by a date that is not to be believed.
pub fn passed(window: &Dates, day: impl Into<Day>) -> bool {
    matches!(standing_of(window, day, &Period::days(0)), Standing::Overdue { .. })
}

/// How a clock that counts to an instant stands. Beside the day's standing, which the lists are grouped by: a day has
/// no hour, so on its last day a report may be over its clock and not overdue yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum Clocked {
    Left {
        minutes: i64,
    },
    Over {
        minutes: i64,
    },
    /// The computer's date is not to be believed.
    NotJudged,
}

/// The minute itself is still in time, as the last day is.
pub fn clocked(by_at: &Moment, now: &Moment, day: Day) -> Clocked {
    if !day.is_judged() {
        return Clocked::NotJudged;
    }
    match by_at.minutes_since(now) {
        _ if now.is_after(by_at) => Clocked::Over { minutes: now.minutes_since(by_at) },
        minutes => Clocked::Left { minutes },
    }
}

/// Timing of something that took place on `on`.
pub fn timing(window: &Dates, on: CivilDate) -> Timing {
    if on < window.earliest_on {
        Timing::Early
    } else if on > window.latest_on {
        Timing::Late
    } else {
        Timing::InWindow
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(n: i32) -> CivilDate {
        CivilDate::new(2026, 1, 1).unwrap().plus_days(n)
    }

    fn window(early: i32, late: i32) -> Dates {
        Dates { earliest_on: day(100 - early), due_on: day(100), latest_on: day(100 + late) }
    }

    #[test]
    fn the_last_day_is_still_in_time_and_the_next_is_overdue() {
        let soon = Period::days(7);
        let on = |n| standing_of(&window(10, 20), day(n), &soon);
        assert_eq!(on(89), Standing::NotYetOpen { days: 1 });
        assert_eq!(on(90), Standing::Open { days_left: 30 });
        assert_eq!(on(112), Standing::Open { days_left: 8 });
        assert_eq!(on(113), Standing::DueSoon { days_left: 7 });
        assert_eq!(on(120), Standing::DueSoon { days_left: 0 });
        assert_eq!(on(121), Standing::Overdue { days: 1 });
    }

    #[test]
    fn what_somebody_decides_waits_and_is_never_overdue() {
        let on = |key: &str, n| standing_of_key(key, &window(10, 0), day(n), &Period::days(7));
        for key in ["consent:decide:declined", "version:p@2"] {
            assert_eq!(on(key, 89), Standing::NotYetOpen { days: 1 });
            assert_eq!(on(key, 90), Standing::Waits { days: 0 });
            assert_eq!(on(key, 490), Standing::Waits { days: 400 });
            let behind = Day::of(day(0), Some(day(1)));
            assert_eq!(standing_of_key(key, &window(10, 0), behind, &Period::days(7)), Standing::NotJudged);
        }
        assert_eq!(on("consent:main:majority", 101), Standing::Overdue { days: 1 });
    }

    #[test]
    fn the_minute_of_a_clock_is_still_in_time() {
        let at = |text: &str| text.parse::<Moment>().unwrap();
        let by = at("2026-11-25T09:41:00+08:00");
        let today = Day::Judged(by.on());
        assert_eq!(clocked(&by, &at("2026-11-24T10:41:00+08:00"), today), Clocked::Left { minutes: 23 * 60 });
        assert_eq!(clocked(&by, &at("2026-11-25T01:41:00+00:00"), today), Clocked::Left { minutes: 0 });
        assert_eq!(clocked(&by, &at("2026-11-25T09:41:30+08:00"), today), Clocked::Over { minutes: 0 });
        assert_eq!(clocked(&by, &at("2026-11-25T11:41:00+08:00"), today), Clocked::Over { minutes: 120 });
    }

    #[test]
    fn a_date_that_is_not_believed_judges_nothing_and_leaves_what_is_done() {
        let behind = Day::of(day(0), Some(day(1)));
        for n in [0, 95, 121, 5_000] {
            assert_eq!(standing_of(&window(10 + n, n), behind, &Period::days(7)), Standing::NotJudged);
        }
        let at = |text: &str| text.parse::<Moment>().unwrap();
        assert_eq!(
            clocked(&at("2026-11-25T09:41:00+08:00"), &at("2020-01-01T00:00:00+00:00"), behind),
            Clocked::NotJudged
        );
    }

    proptest! {
        /// List, subject page and visit agree on every day, the boundary days among them.
        #[test]
        fn timing_and_standing_agree_on_each_day(early in 0_i32..60, late in 0_i32..60, n in 0_i32..220) {
            let window = window(early, late);
            let standing = standing_of(&window, day(n), &Period::days(14));
            match timing(&window, day(n)) {
                Timing::Early => prop_assert!(matches!(standing, Standing::NotYetOpen { .. }), "{standing:?}"),
                Timing::Late => prop_assert!(matches!(standing, Standing::Overdue { .. }), "{standing:?}"),
                Timing::InWindow => prop_assert!(matches!(standing, Standing::Open { .. } | Standing::DueSoon { .. }), "{standing:?}"),
            }
        }
    }
}
