//! An instant with the offset it was written in, as the ledger keeps it: `2031-05-02T09:41:07+08:00`.
//!
//! Only reporting clocks need the hour; everything else in the product is a civil day. Knows no zone rules and no
//! clock: an offset is what the laptop of the site said when the line was written.

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use jiff::fmt::temporal::Pieces;
use jiff::tz::Offset;
use serde::{Deserialize, Serialize};

use super::civil::CivilDate;

/// ```
/// use facts::Moment;
/// let learned: Moment = "2026-11-24T09:41:00+08:00".parse().unwrap();
/// let due = learned.plus_hours(24);
/// assert_eq!(due.to_string(), "2026-11-25T09:41:00+08:00");
/// let there: Moment = "2026-11-25T01:41:00+00:00".parse().unwrap();
/// assert_eq!(due.minutes_since(&there), 0);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Moment {
    at: Timestamp,
    offset: Offset,
}

/// The text is not an instant with an offset.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not an instant: {text}")]
pub struct NotAMoment {
    pub text: String,
}

impl Moment {
    /// The instant from which computers count.
    pub const EPOCH: Self = Self { at: Timestamp::UNIX_EPOCH, offset: Offset::UTC };

    /// The civil day there.
    pub fn on(&self) -> CivilDate {
        let there = self.offset.to_datetime(self.at);
        CivilDate::new(there.year(), there.month(), there.day()).unwrap_or(CivilDate::EPOCH)
    }

    /// `09:41`, there.
    pub fn time(&self) -> String {
        let there = self.offset.to_datetime(self.at);
        format!("{:02}:{:02}", there.hour(), there.minute())
    }

    /// Hours that pass, whatever the clock on the wall does.
    #[must_use]
    pub fn plus_hours(&self, hours: u32) -> Self {
        let span = jiff::SignedDuration::from_hours(i64::from(hours));
        Self { at: self.at.checked_add(span).unwrap_or(Timestamp::MAX), offset: self.offset }
    }

    /// Whole minutes from `earlier` to this instant, rounded down; negative when this one comes first.
    pub fn minutes_since(&self, earlier: &Self) -> i64 {
        (self.at.as_second() - earlier.at.as_second()).div_euclid(60)
    }

    pub fn is_after(&self, other: &Self) -> bool {
        self.at > other.at
    }

    /// The earlier of two.
    #[must_use]
    pub fn first(self, other: Self) -> Self {
        if other.at < self.at { other } else { self }
    }

    /// The same instant, read on the clock of another place.
    #[must_use]
    pub fn seen_from(&self, other: &Self) -> Self {
        Self { at: self.at, offset: other.offset }
    }

    /// Seconds from 1970 in UTC.
    pub fn unix_seconds(&self) -> i64 {
        self.at.as_second()
    }

    /// The same instant on a clock so many minutes east of UTC; `None` where no clock can be.
    #[must_use]
    pub fn at_minutes_east(&self, minutes: i32) -> Option<Self> {
        let offset = Offset::from_seconds(minutes.checked_mul(60)?).ok()?;
        Some(Self { at: self.at, offset })
    }

    /// The last minute of `day` where this instant was written.
    #[must_use]
    pub fn end_of(&self, day: CivilDate) -> Self {
        self.at_time(day, 23, 59).unwrap_or(*self)
    }

    /// A day and a time (`09:41`) on the clock where this instant was written.
    pub fn on_clock(&self, day: CivilDate, time: &str) -> Option<Self> {
        let (hour, minute) = time.trim().split_once(':')?;
        self.at_time(day, hour.parse().ok()?, minute.parse().ok()?)
    }

    fn at_time(&self, day: CivilDate, hour: i8, minute: i8) -> Option<Self> {
        let there = jiff::civil::DateTime::new(day.year(), day.month(), day.day(), hour, minute, 0, 0).ok()?;
        Some(Self { at: self.offset.to_timestamp(there).ok()?, offset: self.offset })
    }
}

impl FromStr for Moment {
    type Err = NotAMoment;

    fn from_str(text: &str) -> Result<Self, NotAMoment> {
        let wrong = || NotAMoment { text: text.to_owned() };
        let at = text.parse().map_err(|_| wrong())?;
        let offset = Pieces::parse(text).ok().and_then(|pieces| pieces.to_numeric_offset()).ok_or_else(wrong)?;
        Ok(Self { at, offset })
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let there = self.offset.to_datetime(self.at);
        let (sign, away) = (if self.offset.seconds() < 0 { '-' } else { '+' }, self.offset.seconds().abs());
        let (hours, minutes) = (away / 3_600, away / 60 % 60);
        write!(f, "{}T{}:{:02}{sign}{hours:02}:{minutes:02}", self.on(), self.time(), there.second())
    }
}

impl TryFrom<String> for Moment {
    type Error = NotAMoment;

    fn try_from(text: String) -> Result<Self, NotAMoment> {
        text.parse()
    }
}

impl From<Moment> for String {
    fn from(moment: Moment) -> Self {
        moment.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(text: &str) -> Moment {
        text.parse().unwrap()
    }

    #[test]
    fn an_instant_stays_what_it_is_on_every_clock() {
        let noon = at("2026-07-01T12:00:00+00:00");
        for (minutes, there) in [(120, "2026-07-01T14:00:00+02:00"), (-210, "2026-07-01T08:30:00-03:30")] {
            let seen = noon.at_minutes_east(minutes).unwrap();
            assert_eq!((seen.to_string().as_str(), seen.unix_seconds()), (there, noon.unix_seconds()));
        }
        assert_eq!(noon.at_minutes_east(100_000), None);
    }

    #[test]
    fn an_instant_is_printed_as_it_was_written() {
        for text in ["2026-11-24T09:41:07+08:00", "2026-11-24T09:41:07-03:30", "2026-03-01T00:00:00+00:00"] {
            assert_eq!(at(text).to_string(), text);
        }
        assert!("2026-11-24".parse::<Moment>().is_err());
        assert!("2026-11-24T09:41:07".parse::<Moment>().is_err(), "without an offset it is no instant");
    }

    #[test]
    fn the_day_is_that_of_the_place() {
        let morning = at("2026-11-25T01:30:00+09:00");
        assert_eq!(morning.on().to_string(), "2026-11-25");
        assert_eq!(morning.seen_from(&at("2026-01-01T00:00:00+00:00")).on().to_string(), "2026-11-24");
        assert_eq!(morning.end_of(morning.on()).to_string(), "2026-11-25T23:59:00+09:00");
    }

    #[test]
    fn what_no_clock_shows_is_no_time() {
        let now = at("2026-11-24T09:41:07+08:00");
        assert_eq!(now.on_clock(now.on(), "7:05").unwrap().to_string(), "2026-11-24T07:05:00+08:00");
        assert_eq!(now.on_clock(now.on(), "24:00"), None);
        assert_eq!(now.on_clock(now.on(), "soon"), None);
    }

    proptest! {
        #[test]
        fn hours_are_hours_across_any_offset(hours in 0_u32..2_000, away in -14_i32..=14) {
            let start = at(&format!("2026-06-30T12:00:00{}{:02}:00", if away < 0 { '-' } else { '+' }, away.abs()));
            prop_assert_eq!(start.plus_hours(hours).minutes_since(&start), i64::from(hours) * 60);
            prop_assert_eq!(at(&start.plus_hours(hours).to_string()), start.plus_hours(hours));
        }
    }
}
