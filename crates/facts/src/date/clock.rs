//! A time on the clock of the site, without a zone: `10:30`, as a family is told it.
//!
//! An appointment is kept in the time of the place where it happens; which instant that is depends on the zone's rules
//! of that day, which nobody knows fifteen years ahead.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// Minutes since midnight, 0 to 1439.
///
/// ```
/// use facts::ClockTime;
/// let at: ClockTime = "9:05".parse().unwrap();
/// assert_eq!((at.to_string(), at.minutes()), ("09:05".into(), 545));
/// assert!("24:00".parse::<ClockTime>().is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ClockTime(u16);

/// The text is not a time of the day such as `10:30`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a time of the day: {text}")]
pub struct NotATime {
    pub text: String,
}

impl ClockTime {
    /// `None` when no clock shows it.
    pub fn new(hour: u16, minute: u16) -> Option<Self> {
        (hour < 24 && minute < 60).then_some(Self(hour * 60 + minute))
    }

    /// Since midnight.
    pub fn minutes(self) -> u16 {
        self.0
    }

    pub fn hour(self) -> u16 {
        self.0 / 60
    }

    pub fn minute(self) -> u16 {
        self.0 % 60
    }
}

impl FromStr for ClockTime {
    type Err = NotATime;

    /// `9:05` and `09:05`, also with the full-width colon that a Chinese or Japanese keyboard types.
    fn from_str(text: &str) -> Result<Self, NotATime> {
        let wrong = || NotATime { text: text.to_owned() };
        let (hour, minute) = text.trim().split_once([':', '：']).ok_or_else(wrong)?;
        let digits = |part: &str, least: usize| {
            let counted = (least..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
            if counted { part.parse::<u16>().ok() } else { None }
        };
        digits(hour, 1).zip(digits(minute, 2)).and_then(|(hour, minute)| Self::new(hour, minute)).ok_or_else(wrong)
    }
}

impl fmt::Display for ClockTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.hour(), self.minute())
    }
}

impl TryFrom<String> for ClockTime {
    type Error = NotATime;

    fn try_from(text: String) -> Result<Self, NotATime> {
        text.parse()
    }
}

impl From<ClockTime> for String {
    fn from(time: ClockTime) -> Self {
        time.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_minute_of_a_day_is_written_as_it_is_read() {
        for minutes in 0..1_440 {
            let time = ClockTime::new(minutes / 60, minutes % 60).unwrap();
            assert_eq!(time.to_string().parse::<ClockTime>().unwrap(), time);
            assert_eq!(time.minutes(), minutes);
        }
    }

    #[test]
    fn what_no_clock_shows_is_refused() {
        for text in ["", "10", "10:3", "10:60", "24:00", "-1:00", "10:030", "noon", "1 0:00"] {
            assert!(text.parse::<ClockTime>().is_err(), "{text} was taken");
        }
        assert_eq!("9：05".parse::<ClockTime>().unwrap().to_string(), "09:05");
    }
}
