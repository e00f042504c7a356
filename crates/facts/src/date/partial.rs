//! A date of which only the year, or year and month, may be known, and which may be estimated.
//!
//! "June 2024" stays June 2024: a silent first-of-the-month could never be told from a true one.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::civil::{CivilDate, NotADate};
use super::period::Period;

/// `2024`, `2024-05` or `2024-05-31`; a trailing `~` marks an estimate (ISO 8601-2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(try_from = "String", into = "String")]
#[specta(type = String)]
pub struct PartialDate {
    pub precision: Precision,
    /// First day that the date may mean.
    pub first_on: CivilDate,
    pub certainty: Certainty,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Precision {
    Year,
    Month,
    Day,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Certainty {
    Known,
    Estimated,
}

impl PartialDate {
    pub fn exact(on: CivilDate) -> Self {
        Self { precision: Precision::Day, first_on: on, certainty: Certainty::Known }
    }

    /// Last day that the date may mean.
    pub fn last_on(&self) -> CivilDate {
        match self.precision {
            Precision::Year => self.first_on.plus(&Period::years(1)).plus_days(-1),
            Precision::Month => self.first_on.plus(&Period::months(1)).plus_days(-1),
            Precision::Day => self.first_on,
        }
    }
}

impl FromStr for PartialDate {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        let (plain, certainty) = match text.strip_suffix('~') {
            Some(plain) => (plain, Certainty::Estimated),
            None => (text, Certainty::Known),
        };
        let (precision, full) = match plain.len() {
            4 => (Precision::Year, format!("{plain}-01-01")),
            7 => (Precision::Month, format!("{plain}-01")),
            _ => (Precision::Day, plain.to_owned()),
        };
        let first_on = full.parse().map_err(|_| NotADate { text: text.to_owned() })?;
        Ok(Self { precision, first_on, certainty })
    }
}

impl TryFrom<String> for PartialDate {
    type Error = NotADate;
    fn try_from(text: String) -> Result<Self, NotADate> {
        text.parse()
    }
}

impl From<PartialDate> for String {
    fn from(date: PartialDate) -> Self {
        date.to_string()
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let full = self.first_on.to_string();
        let shown = match self.precision {
            Precision::Year => &full[..4],
            Precision::Month => &full[..7],
            Precision::Day => &full[..],
        };
        f.write_str(shown)?;
        f.write_str(if self.certainty == Certainty::Estimated { "~" } else { "" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_known_is_not_invented() {
        let june: PartialDate = "2024-06~".parse().unwrap();
        assert_eq!(june.to_string(), "2024-06~");
        assert_eq!((june.first_on.to_string(), june.last_on().to_string()), ("2024-06-01".into(), "2024-06-30".into()));
        assert_eq!("2024".parse::<PartialDate>().unwrap().last_on().to_string(), "2024-12-31");
        assert!("2024-1".parse::<PartialDate>().is_err());
        assert!("2023-02-29".parse::<PartialDate>().is_err());
    }
}
