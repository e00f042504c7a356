//! A calendar day without time or zone, and the month-end rule of the product.
//!
//! Adding months or years clamps to the last day of the month (31 Aug + 6 months = 28/29 Feb).
//! CDC's immunisation rules move forward instead, so papers print the rule they follow.

use std::fmt;
use std::str::FromStr;

use jiff::ToSpan;
use serde::{Deserialize, Serialize};

use super::period::Period;

/// A day of the Gregorian calendar between 1800-01-01 and 2300-12-31.
///
/// ```
/// use facts::{CivilDate, Period};
/// let dosed: CivilDate = "2024-08-31".parse().unwrap();
/// let half_year: Period = "P6M".parse().unwrap();
/// assert_eq!(dosed.plus(&half_year).to_string(), "2025-02-28");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, specta::Type)]
#[serde(try_from = "String", into = "String")]
#[specta(transparent)]
pub struct CivilDate(#[specta(type = String)] jiff::civil::Date);

/// The text is not a day of the calendar.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a calendar day: {text}")]
pub struct NotADate {
    /// What was given.
    pub text: String,
}

impl CivilDate {
    /// The day from which computers count: 1 January 1970.
    pub const EPOCH: Self = Self(jiff::civil::Date::constant(1970, 1, 1));

    /// A day from its parts; `None` when the calendar has no such day.
    pub fn new(year: i16, month: i8, day: i8) -> Option<Self> {
        if !(1800..=2300).contains(&year) {
            return None;
        }
        jiff::civil::Date::new(year, month, day).ok().map(Self)
    }

    pub fn year(self) -> i16 {
        self.0.year()
    }

    /// 1 to 12.
    pub fn month(self) -> i8 {
        self.0.month()
    }

    /// 1 to 31.
    pub fn day(self) -> i8 {
        self.0.day()
    }

    /// ISO weekday, Monday 1 to Sunday 7.
    pub fn weekday(self) -> i8 {
        self.0.weekday().to_monday_one_offset()
    }

    /// Years and months first (clamped to the month's last day), then weeks and days.
    /// Saturates at the ends of the calendar.
    #[must_use]
    pub fn plus(self, period: &Period) -> Self {
        let months = i64::from(period.years) * 12 + i64::from(period.months);
        let days = i64::from(period.weeks) * 7 + i64::from(period.days);
        self.months_later(months).days_later(days)
    }

    /// Every date of every schedule comes through here and through [`Self::days_later`]: plain parts cost a tenth of
    /// a general span of time. What leaves the parts' range is left to the library, which saturates.
    fn months_later(self, months: i64) -> Self {
        if months == 0 {
            return self;
        }
        let count = i64::from(self.year()) * 12 + i64::from(self.month()) - 1 + months;
        let first = match (i16::try_from(count.div_euclid(12)), i8::try_from(count.rem_euclid(12) + 1)) {
            (Ok(year), Ok(month)) => jiff::civil::Date::new(year, month, 1).ok(),
            _ => None,
        };
        let clamped = first.and_then(|first| {
            jiff::civil::Date::new(first.year(), first.month(), self.day().min(first.days_in_month())).ok()
        });
        Self(clamped.unwrap_or_else(|| self.0.saturating_add(months.months())))
    }

    /// Windows are of days and weeks: a few months are walked through, which is cheaper than counting days from an epoch
    /// and back.
    fn days_later(self, days: i64) -> Self {
        const MOST_WALKED: i64 = 200;
        let (mut first, mut day) = (self.0.first_of_month(), i64::from(self.day()) + days);
        if days.abs() <= MOST_WALKED {
            while day < 1 {
                let Ok(before) = first.yesterday() else { break };
                first = before.first_of_month();
                day += i64::from(first.days_in_month());
            }
            while day > i64::from(first.days_in_month()) {
                day -= i64::from(first.days_in_month());
                let Ok(after) = first.last_of_month().tomorrow() else { break };
                first = after;
            }
        }
        let within =
            i8::try_from(day).ok().and_then(|day| jiff::civil::Date::new(first.year(), first.month(), day).ok());
        Self(within.unwrap_or_else(|| self.0.saturating_add(days.days())))
    }

    /// The same arithmetic backwards.
    #[must_use]
    pub fn minus(self, period: &Period) -> Self {
        self.plus(&period.negated())
    }

    #[must_use]
    pub fn plus_days(self, days: i32) -> Self {
        self.days_later(i64::from(days))
    }

    /// Days from `earlier` to this day; negative when this day comes first.
    pub fn days_since(self, earlier: Self) -> i32 {
        (self.0 - earlier.0).get_days()
    }
}

impl FromStr for CivilDate {
    type Err = NotADate;

    /// Accepts `YYYY-MM-DD` only, so that day and month can never be exchanged.
    fn from_str(text: &str) -> Result<Self, NotADate> {
        let wrong = || NotADate { text: text.to_owned() };
        let mut parts = text.split('-');
        let (Some(y), Some(m), Some(d), None) = (parts.next(), parts.next(), parts.next(), parts.next()) else {
            return Err(wrong());
        };
        if y.len() != 4 || m.len() != 2 || d.len() != 2 || !text.bytes().all(|b| b.is_ascii_digit() || b == b'-') {
            return Err(wrong());
        }
        let number = |part: &str| part.parse::<i16>().map_err(|_| wrong());
        let (y, m, d) = (number(y)?, number(m)?, number(d)?);
        Self::new(y, m as i8, d as i8).ok_or_else(wrong)
    }
}

impl TryFrom<String> for CivilDate {
    type Error = NotADate;
    fn try_from(text: String) -> Result<Self, NotADate> {
        text.parse()
    }
}

impl From<CivilDate> for String {
    fn from(date: CivilDate) -> Self {
        date.to_string()
    }
}

impl fmt::Display for CivilDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

impl fmt::Debug for CivilDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn impossible_days_are_refused() {
        for text in
            ["2023-02-29", "2024-13-01", "2024-00-10", "24-01-01", "2024-1-1", "", "2024/01/01", "2024-01-01T00:00"]
        {
            assert!(text.parse::<CivilDate>().is_err(), "{text} was taken");
        }
    }

    proptest::proptest! {
        #[test]
        fn plain_parts_agree_with_the_library(
            day in -719_528_i32..2_932_896, months in -400_i32..400, days in -900_i32..900, far in -200_000_i32..200_000,
        ) {
            let start = jiff::civil::date(1970, 1, 1).saturating_add(i64::from(day).days());
            for (months, days) in [(months, days), (months, 0), (0, days), (far, far)] {
                let general = start.saturating_add(i64::from(months).months()).saturating_add(i64::from(days).days());
                let period = Period { months, days, ..Period::ZERO };
                proptest::prop_assert_eq!(CivilDate(start).plus(&period), CivilDate(general));
            }
        }
    }

    #[test]
    fn windows_agree_with_the_published_clamp_table() {
        let table = include_str!("published/window_arithmetic_clamp.csv");
        let mut reader = csv::Reader::from_reader(table.as_bytes());
        let headers = reader.headers().unwrap().clone();
        let at = |name: &str| headers.iter().position(|h| h == name).unwrap();
        let (anchor, period, early, late) = (at("anchor"), at("period"), at("early"), at("late"));
        let (target, earliest, latest) = (at("target"), at("earliest"), at("latest"));
        let mut rows = 0;
        for record in reader.records() {
            let record = record.unwrap();
            let date = |i: usize| record[i].parse::<CivilDate>().unwrap();
            let span = |i: usize| record[i].parse::<Period>().unwrap();
            let due = date(anchor).plus(&span(period));
            assert_eq!(due, date(target), "{record:?}");
            assert_eq!(due.minus(&span(early)), date(earliest), "{record:?}");
            assert_eq!(due.plus(&span(late)), date(latest), "{record:?}");
            rows += 1;
        }
        assert_eq!(rows, 3000);
    }
}
