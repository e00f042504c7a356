//! Completed age, consistent with the clamped anniversary.
//!
//! At month ends two readings exist (born 29 Feb 2016: is 28 Feb 2021 "five years"?). The product
//! chooses the one that agrees with its own anniversaries, so that a visit due "at five years" never
//! meets a child of "4 years 11 months" on the same screen.

use serde::{Deserialize, Serialize};

use super::civil::CivilDate;
use super::period::Period;

/// Completed years, months beyond them, and days beyond those; `total_days` is the age in days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct Age {
    pub years: i32,
    pub months: i32,
    pub days: i32,
    pub total_days: i32,
}

impl Age {
    /// Age of someone born on `born_on`; `None` before birth.
    ///
    /// ```
    /// use facts::{Age, CivilDate};
    /// let born: CivilDate = "2016-02-29".parse().unwrap();
    /// let age = Age::on(born, "2021-02-28".parse().unwrap()).unwrap();
    /// assert_eq!((age.years, age.months, age.days), (5, 0, 0));
    /// ```
    pub fn on(born_on: CivilDate, on: CivilDate) -> Option<Self> {
        if on < born_on {
            return None;
        }
        let mut months = (i32::from(on.year()) - i32::from(born_on.year())) * 12
            + (i32::from(on.month()) - i32::from(born_on.month()));
        if born_on.plus(&Period::months(months)) > on {
            months -= 1;
        }
        let days = on.days_since(born_on.plus(&Period::months(months)));
        Some(Self { years: months / 12, months: months % 12, days, total_days: on.days_since(born_on) })
    }

    pub fn completed_months(&self) -> i32 {
        self.years * 12 + self.months
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(table: &str) -> Vec<csv::StringRecord> {
        csv::Reader::from_reader(table.as_bytes()).records().map(Result::unwrap).collect()
    }

    #[test]
    fn undisputed_ages_agree_with_two_tools() {
        let rows = rows(include_str!("published/age_completed_two_tools.csv"));
        for row in &rows {
            let age = Age::on(row[0].parse().unwrap(), row[1].parse().unwrap()).unwrap();
            let got = [age.years, age.months, age.days, age.total_days, age.completed_months()];
            let expected: Vec<i32> = (2..7).map(|i| row[i].parse().unwrap()).collect();
            assert_eq!(got.as_slice(), expected, "{row:?}");
        }
        assert_eq!(rows.len(), 1975);
    }

    #[test]
    fn disputed_month_ends_follow_the_clamped_anniversary() {
        let rows = rows(include_str!("published/age_disagreements_temporal_vs_dateutil.csv"));
        for row in &rows {
            let (born, on): (CivilDate, CivilDate) = (row[0].parse().unwrap(), row[1].parse().unwrap());
            let age = Age::on(born, on).unwrap();
            assert_eq!(format!("{}Y{}M{}D", age.years, age.months, age.days), row[7], "{row:?}");
            assert!(born.plus(&Period::months(age.completed_months())) <= on);
        }
        assert_eq!(rows.len(), 25);
    }
}
