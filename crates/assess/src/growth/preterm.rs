//! The two ages of a child born before term.
//!
//! Corrected age counts from the day on which the child would have been 40 weeks (American Academy of Pediatrics, Age
//! terminology during the perinatal period, Pediatrics 2004;114:1362). It is used until the second birthday, by the
//! chronological age; both are always given, so that a screen can show both.

use facts::{Age, CivilDate};

/// Weeks of a pregnancy at term.
const TERM_DAYS: i32 = 40 * 7;
/// Born before 37 completed weeks is preterm (WHO).
const PRETERM_UNDER_DAYS: i32 = 37 * 7;
const CORRECTED_UNTIL_YEARS: i32 = 2;

/// Length of the pregnancy at birth, in days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Gestation(i32);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ages {
    pub chronological_days: i32,
    /// For a child born preterm, until two years; negative before the day of term.
    pub corrected_days: Option<i32>,
}

impl Gestation {
    /// `None` unless 20 to 45 weeks and 0 to 6 days.
    pub fn of(weeks: u32, days: u32) -> Option<Self> {
        let (weeks, days) = (i32::try_from(weeks).ok()?, i32::try_from(days).ok()?);
        ((20..=45).contains(&weeks) && days < 7).then_some(Self(weeks * 7 + days))
    }

    pub fn is_preterm(self) -> bool {
        self.0 < PRETERM_UNDER_DAYS
    }

    /// Days that the child came before term.
    pub fn early_days(self) -> i32 {
        TERM_DAYS - self.0
    }
}

/// Both ages on a day; `None` before birth.
///
/// ```
/// use assess::growth::{Gestation, ages};
/// let day = |text: &str| text.parse().unwrap();
/// let ages = ages(day("2026-01-01"), day("2026-07-01"), Gestation::of(28, 3)).unwrap();
/// assert_eq!((ages.chronological_days, ages.corrected_days), (181, Some(100)));
/// ```
pub fn ages(born_on: CivilDate, on: CivilDate, gestation: Option<Gestation>) -> Option<Ages> {
    let age = Age::on(born_on, on)?;
    let preterm = gestation.filter(|gestation| gestation.is_preterm() && age.years < CORRECTED_UNTIL_YEARS);
    Some(Ages {
        chronological_days: age.total_days,
        corrected_days: preterm.map(|gestation| age.total_days - gestation.early_days()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn corrected(weeks: u32, days: u32, on: &str) -> Option<i32> {
        let born = "2024-02-29".parse().unwrap();
        ages(born, on.parse().unwrap(), Gestation::of(weeks, days)).unwrap().corrected_days
    }

    #[test]
    fn thirty_seven_weeks_are_term_and_a_day_less_is_not() {
        assert_eq!(corrected(37, 0, "2024-03-10"), None);
        assert_eq!(corrected(36, 6, "2024-03-31"), Some(31 - 22));
    }

    #[test]
    fn before_the_day_of_term_the_corrected_age_is_negative() {
        assert_eq!(corrected(30, 0, "2024-03-30"), Some(30 - 70));
    }

    #[test]
    fn correction_ends_with_the_second_birthday_by_chronological_age() {
        assert_eq!(corrected(30, 0, "2026-02-27"), Some(729 - 70));
        assert_eq!(corrected(30, 0, "2026-02-28"), None);
    }

    #[test]
    fn a_pregnancy_that_cannot_be_is_no_gestation() {
        for (weeks, days) in [(19, 6), (46, 0), (30, 7)] {
            assert_eq!(Gestation::of(weeks, days), None);
        }
        assert!(ages("2026-02-01".parse().unwrap(), "2026-01-31".parse().unwrap(), None).is_none());
    }
}
