//! ISO 8601 periods of calendar units (`P6M`, `P1Y6M`, `P2W`, `-P14D`): offsets and windows of a protocol.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// Years, months, weeks and days, all of one sign. No hours: a visit falls on a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(try_from = "String", into = "String")]
#[specta(type = String)]
pub struct Period {
    pub years: i32,
    pub months: i32,
    pub weeks: i32,
    pub days: i32,
}

/// The text is not a period such as `P6M`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not an ISO 8601 period of years, months, weeks or days: {text}")]
pub struct NotAPeriod {
    pub text: String,
}

/// Longest count of one unit; keeps arithmetic far inside `i32`.
const MOST: i32 = 100_000;

impl Period {
    pub const ZERO: Self = Self { years: 0, months: 0, weeks: 0, days: 0 };

    pub const fn days(days: i32) -> Self {
        Self { days, ..Self::ZERO }
    }

    pub const fn months(months: i32) -> Self {
        Self { months, ..Self::ZERO }
    }

    pub const fn years(years: i32) -> Self {
        Self { years, ..Self::ZERO }
    }

    pub fn is_zero(&self) -> bool {
        *self == Self::ZERO
    }

    /// True for `-P7D`.
    pub fn is_negative(&self) -> bool {
        self.years < 0 || self.months < 0 || self.weeks < 0 || self.days < 0
    }

    #[must_use]
    pub fn negated(&self) -> Self {
        self.times(-1)
    }

    /// The period `n` times over: recurrences are counted from the anchor, never stepwise, because
    /// stepping from a clamped date drifts (31 Aug, 28 Feb, 28 Aug …).
    #[must_use]
    pub fn times(&self, n: i32) -> Self {
        let by = |part: i32| part.saturating_mul(n);
        Self { years: by(self.years), months: by(self.months), weeks: by(self.weeks), days: by(self.days) }
    }

    #[must_use]
    pub fn and(&self, other: &Self) -> Self {
        Self {
            years: self.years.saturating_add(other.years),
            months: self.months.saturating_add(other.months),
            weeks: self.weeks.saturating_add(other.weeks),
            days: self.days.saturating_add(other.days),
        }
    }

    /// Length in days with 30.4375-day months: for comparing lengths, never for dates.
    pub fn rough_days(&self) -> i32 {
        let months = i64::from(self.years) * 12 + i64::from(self.months);
        let days = months * 304_375 / 10_000 + i64::from(self.weeks) * 7 + i64::from(self.days);
        i32::try_from(days).unwrap_or(i32::MAX)
    }
}

impl FromStr for Period {
    type Err = NotAPeriod;

    fn from_str(text: &str) -> Result<Self, NotAPeriod> {
        let wrong = || NotAPeriod { text: text.to_owned() };
        let (sign, rest) = match text.strip_prefix('-') {
            Some(rest) => (-1, rest),
            None => (1, text),
        };
        let mut rest = rest.strip_prefix('P').filter(|r| !r.is_empty()).ok_or_else(wrong)?;
        let mut period = Self::ZERO;
        let mut last_rank = 0;
        while !rest.is_empty() {
            let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
            let count: i32 = rest[..digits].parse().map_err(|_| wrong())?;
            if count > MOST {
                return Err(wrong());
            }
            let unit = rest[digits..].chars().next().ok_or_else(wrong)?;
            let (rank, slot) = match unit {
                'Y' => (1, &mut period.years),
                'M' => (2, &mut period.months),
                'W' => (3, &mut period.weeks),
                'D' => (4, &mut period.days),
                _ => return Err(wrong()),
            };
            if rank <= last_rank {
                return Err(wrong());
            }
            last_rank = rank;
            *slot = sign * count;
            rest = &rest[digits + 1..];
        }
        Ok(period)
    }
}

impl TryFrom<String> for Period {
    type Error = NotAPeriod;
    fn try_from(text: String) -> Result<Self, NotAPeriod> {
        text.parse()
    }
}

impl From<Period> for String {
    fn from(period: Period) -> Self {
        period.to_string()
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_zero() {
            return f.write_str("P0D");
        }
        f.write_str(if self.is_negative() { "-P" } else { "P" })?;
        for (count, unit) in [(self.years, 'Y'), (self.months, 'M'), (self.weeks, 'W'), (self.days, 'D')] {
            if count != 0 {
                write!(f, "{}{unit}", count.abs())?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::CivilDate;

    #[test]
    fn a_period_prints_as_it_was_written() {
        for text in ["P6M", "P15Y", "P1Y6M", "P2W", "-P14D", "P1Y2M3W4D", "P0D"] {
            assert_eq!(text.parse::<Period>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn times_of_day_disorder_and_emptiness_are_refused() {
        for text in ["", "P", "6M", "PT6H", "P6", "P6MP1D", "P1D1Y", "P1M1M", "P-6M", "P9999999D", "p6m"] {
            assert!(text.parse::<Period>().is_err(), "{text} was taken");
        }
    }

    #[test]
    fn recurrences_are_counted_from_the_anchor() {
        let table = include_str!("published/recurrence_from_anchor_vs_cumulative.csv");
        let mut rows = 0;
        for record in csv::Reader::from_reader(table.as_bytes()).records() {
            let record = record.unwrap();
            let anchor: CivilDate = record[0].parse().unwrap();
            let every: Period = record[1].parse().unwrap();
            assert_eq!(anchor.plus(&every.times(record[2].parse().unwrap())).to_string(), record[3]);
            rows += 1;
        }
        assert_eq!(rows, 119);
    }
}
