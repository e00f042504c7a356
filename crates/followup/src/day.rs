//! The day by which standings are judged, or why none is: the one definition of the clock guard.
//!
//! A computer whose date lies before the last entry of the ledger is wrong now or was wrong then. "Overdue" would be a
//! guess either way, and a false one is as harmful as a missed one, so nothing is judged until the date is mended;
//! windows are computed from facts and stay. Knows no clock and no ledger: both days are told.

use facts::CivilDate;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Day {
    Judged(CivilDate),
    /// The computer says a day before the last entry was written.
    Behind {
        today: CivilDate,
        last_entry_on: CivilDate,
    },
}

impl Day {
    /// `last_entry_on`: the day of the newest entry by its author's clock, if there is any.
    pub fn of(today: CivilDate, last_entry_on: Option<CivilDate>) -> Self {
        match last_entry_on {
            Some(last_entry_on) if today < last_entry_on => Self::Behind { today, last_entry_on },
            _ => Self::Judged(today),
        }
    }

    pub fn is_judged(&self) -> bool {
        matches!(self, Self::Judged(_))
    }

    /// The latest day that has surely come.
    pub fn latest(&self) -> CivilDate {
        match self {
            Self::Judged(today) => *today,
            Self::Behind { last_entry_on, .. } => *last_entry_on,
        }
    }

    /// The last day that something recorded now may bear. Without a date to believe in it is the last of the calendar:
    /// whatever a person says took place is kept.
    pub fn recorded_until(&self) -> CivilDate {
        match self {
            Self::Judged(today) => *today,
            Self::Behind { last_entry_on, .. } => CivilDate::new(2300, 12, 31).unwrap_or(*last_entry_on),
        }
    }
}

impl From<CivilDate> for Day {
    fn from(today: CivilDate) -> Self {
        Self::Judged(today)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> CivilDate {
        text.parse().unwrap()
    }

    #[test]
    fn the_day_of_the_last_entry_itself_is_believed_and_the_day_before_is_not() {
        let last = Some(day("2031-05-14"));
        assert_eq!(Day::of(day("2031-05-14"), last), Day::Judged(day("2031-05-14")));
        let behind = Day::of(day("2031-05-13"), last);
        assert!(!behind.is_judged());
        assert_eq!(behind.latest(), day("2031-05-14"));
        assert!(behind.recorded_until() > day("2090-01-01"), "what took place can be recorded");
        assert!(Day::of(day("1970-01-01"), None).is_judged(), "a new store has no entry to compare with");
    }
}
