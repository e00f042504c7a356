//! One range, and the one that fits a person's sample.

use facts::{CivilDate, Period, Sex};
use rust_decimal::Decimal;

use crate::units;

/// Limits in `unit`; at least one of them is there.
#[derive(Clone, Debug, PartialEq)]
pub struct ReferenceRange {
    pub laboratory: String,
    /// Field key: `alt`, `haemoglobin`, `platelets`.
    pub analyte: String,
    /// `None` for everyone.
    pub sex: Option<Sex>,
    /// Included; counted from birth.
    pub age_from: Period,
    /// Not included; `None` for ever.
    pub age_to: Option<Period>,
    pub low: Option<Decimal>,
    pub high: Option<Decimal>,
    /// UCUM code.
    pub unit: String,
    pub valid_from: CivilDate,
    /// Last day; `None` until further notice.
    pub valid_to: Option<CivilDate>,
}

/// Why there are no limits. Codes for `range-<code>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoRange {
    #[error("no-range")]
    NoneGiven,
    #[error("two-ranges")]
    MoreThanOne,
}

impl NoRange {
    pub const ALL: [Self; 2] = [Self::NoneGiven, Self::MoreThanOne];

    /// Its sentence.
    pub fn key(self) -> String {
        format!("range-{self}")
    }
}

/// The range of `laboratory` for a sample taken `on`, as the person's age and sex ask.
///
/// ```
/// use assess::reference_range::{range_for, read};
/// let table = "laboratory,analyte,sex,age_from,age_to,low,high,unit,valid_from,valid_to\n\
///              central,alt,,P0D,,,40,U/L,2024-01-01,\n";
/// let ranges = read(table.as_bytes()).unwrap();
/// let day = |text: &str| text.parse().unwrap();
/// let alt = range_for(&ranges, "central", "alt", facts::Sex::Female, day("2021-02-11"), day("2026-01-10")).unwrap();
/// assert_eq!(alt.high, Some(40.into()));
/// ```
///
/// # Errors
/// [`NoRange`] when none fits, or two do.
pub fn range_for<'a>(
    ranges: &'a [ReferenceRange],
    laboratory: &str,
    analyte: &str,
    sex: Sex,
    born_on: CivilDate,
    on: CivilDate,
) -> Result<&'a ReferenceRange, NoRange> {
    let fitting = |range: &&ReferenceRange| {
        range.laboratory == laboratory && range.analyte == analyte && range.fits(sex, born_on, on)
    };
    let mut found = ranges.iter().filter(fitting);
    match (found.next(), found.next()) {
        (Some(range), None) => Ok(range),
        (None, _) => Err(NoRange::NoneGiven),
        // Two age bands in different units (one month, 30 days) can meet on one birthday and not on another.
        (Some(_), Some(_)) => Err(NoRange::MoreThanOne),
    }
}

impl ReferenceRange {
    /// Lower and upper limit in the unit of a result; `None` when it does not measure the same thing.
    pub fn limits_in(&self, unit: &str) -> Option<(Option<Decimal>, Option<Decimal>)> {
        let convert = |limit: Option<Decimal>| match limit {
            Some(limit) => units::convert_of(&self.analyte, limit, &self.unit, unit).map(Some),
            None => Some(None),
        };
        Some((convert(self.low)?, convert(self.high)?))
    }

    /// A range for one sex says nothing of someone whose sex is not recorded as that.
    fn fits(&self, sex: Sex, born_on: CivilDate, on: CivilDate) -> bool {
        self.sex.is_none_or(|only| only == sex)
            && on >= born_on.plus(&self.age_from)
            && self.age_to.is_none_or(|to| on < born_on.plus(&to))
            && on >= self.valid_from
            && self.valid_to.is_none_or(|last| on <= last)
    }

    /// Someone, born and sampled on some day, would have both.
    pub(super) fn overlaps(&self, other: &Self) -> bool {
        let same_people = self.sex.is_none() || other.sex.is_none() || self.sex == other.sex;
        let begins_before_end =
            |from: &Period, to: &Option<Period>| to.is_none_or(|to| from.rough_days() < to.rough_days());
        self.laboratory == other.laboratory
            && self.analyte == other.analyte
            && same_people
            && begins_before_end(&self.age_from, &other.age_to)
            && begins_before_end(&other.age_from, &self.age_to)
            && other.valid_to.is_none_or(|last| self.valid_from <= last)
            && self.valid_to.is_none_or(|last| other.valid_from <= last)
    }
}
