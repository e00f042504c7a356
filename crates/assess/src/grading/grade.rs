//! From a value with its limits to a grade, or to the reason why there is none.

use rust_decimal::Decimal;

use super::condition::{Name, Truth};
use super::criterion::{Criterion, Direction, Version, criteria};
use crate::units;

/// One result with what its grade may need; limits and baseline are in `unit` as well.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Measured<'a> {
    pub value: Option<Decimal>,
    /// UCUM code.
    pub unit: &'a str,
    /// Limits of normal of the laboratory.
    pub lower: Option<Decimal>,
    pub upper: Option<Decimal>,
    pub baseline: Option<Decimal>,
    /// Where the baseline lay; unknown counts as normal, as CTCAE's multiples of the limit do.
    pub baseline_range: Option<Range>,
}

/// Where a value lies within its laboratory's limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Range {
    Low,
    Normal,
    High,
}

/// 0 is "no adverse event of this term"; a laboratory value alone never makes a grade 5.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Grade(u8);

/// Why there is no grade. Codes for `note-not-gradable-<code>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
#[error("{}", self.code())]
pub enum WhyNot {
    /// This version of CTCAE does not grade it.
    NoTerm,
    NoValue,
    NoUnit,
    /// The unit cannot be converted into one that CTCAE names.
    OtherUnit,
    NoLowerLimit,
    NoUpperLimit,
    NoBaseline,
    /// CTCAE leaves this value to another term (creatinine clearance below 10 mL/min).
    BeyondTerm,
}

impl Grade {
    pub fn number(self) -> u8 {
        self.0
    }
}

impl Range {
    /// `None` when the limit that would decide is missing.
    pub fn of(value: Decimal, lower: Option<Decimal>, upper: Option<Decimal>) -> Option<Self> {
        match (lower, upper) {
            (Some(lower), _) if value < lower => Some(Self::Low),
            (_, Some(upper)) if value > upper => Some(Self::High),
            (Some(_), Some(_)) => Some(Self::Normal),
            _ => None,
        }
    }
}

impl WhyNot {
    /// For whoever must have a sentence for each.
    pub const ALL: [Self; 8] = [
        Self::NoTerm,
        Self::NoValue,
        Self::NoUnit,
        Self::OtherUnit,
        Self::NoLowerLimit,
        Self::NoUpperLimit,
        Self::NoBaseline,
        Self::BeyondTerm,
    ];

    pub fn code(self) -> &'static str {
        match self {
            Self::NoTerm => "no-term",
            Self::NoValue => "no-value",
            Self::NoUnit => "no-unit",
            Self::OtherUnit => "other-unit",
            Self::NoLowerLimit => "no-lower-limit",
            Self::NoUpperLimit => "no-upper-limit",
            Self::NoBaseline => "no-baseline",
            Self::BeyondTerm => "beyond-term",
        }
    }

    fn missing(name: Name) -> Self {
        match name {
            Name::Value => Self::NoValue,
            Name::LowerLimit => Self::NoLowerLimit,
            Name::UpperLimit => Self::NoUpperLimit,
            Name::Baseline | Name::Change => Self::NoBaseline,
        }
    }
}

impl Measured<'_> {
    pub(super) fn named(&self, name: Name) -> Option<Decimal> {
        match name {
            Name::Value => self.value,
            Name::LowerLimit => self.lower,
            Name::UpperLimit => self.upper,
            Name::Baseline => self.baseline,
            Name::Change => {
                let baseline = self.baseline?;
                let change = self.value?.checked_sub(baseline)?.checked_mul(Decimal::ONE_HUNDRED)?;
                change.checked_div(baseline)
            }
        }
    }

    /// Everything in another unit; `None` when the value cannot be told in it.
    fn in_unit<'b>(&self, analyte: &str, unit: &'b str) -> Option<Measured<'b>> {
        let convert = |number: Option<Decimal>| match number {
            Some(number) => units::convert_of(analyte, number, self.unit, unit).map(Some),
            None => Some(None),
        };
        Some(Measured {
            value: convert(self.value)?,
            unit,
            lower: convert(self.lower)?,
            upper: convert(self.upper)?,
            baseline: convert(self.baseline)?,
            baseline_range: self.baseline_range,
        })
    }
}

/// Grades one value by one CTCAE term (NCI's name, upper or lower case).
///
/// ```
/// use assess::grading::{Measured, Version, WhyNot, grade};
/// let alt = |upper| Measured { value: Some(130.into()), unit: "U/L", upper, ..Measured::default() };
/// let term = "Alanine aminotransferase increased";
/// assert_eq!(grade(Version::V5, term, &alt(Some(40.into()))).unwrap().number(), 2);
/// assert_eq!(grade(Version::V5, term, &alt(None)), Err(WhyNot::NoUpperLimit));
/// ```
///
/// # Errors
/// [`WhyNot`] when the term, the value, or what the grade depends on is missing. A grade that would depend on
/// something missing is never guessed.
pub fn grade(version: Version, term: &str, measured: &Measured<'_>) -> Result<Grade, WhyNot> {
    let named = |criterion: &&Criterion| criterion.version == version && criterion.term.eq_ignore_ascii_case(term);
    let rows: Vec<&Criterion> = criteria().iter().filter(named).collect();
    by_unit(&rows, measured)
}

/// As [`grade`], for whatever term this version has for `analyte` on that side of normal: platelets are "Platelet
/// count decreased" in v5 and "Thrombocytopenia" in v6.
///
/// # Errors
/// As [`grade`].
pub fn grade_of(
    version: Version,
    analyte: &str,
    direction: Direction,
    measured: &Measured<'_>,
) -> Result<Grade, WhyNot> {
    let about = |criterion: &&Criterion| {
        (criterion.version, criterion.direction) == (version, direction) && criterion.analyte == analyte
    };
    let rows: Vec<&Criterion> = criteria().iter().filter(about).collect();
    by_unit(&rows, measured)
}

/// CTCAE's own limits in the unit of the value where it names that unit; else the value in CTCAE's first unit.
fn by_unit(rows: &[&Criterion], measured: &Measured<'_>) -> Result<Grade, WhyNot> {
    let first = rows.first().ok_or(WhyNot::NoTerm)?;
    if measured.value.is_none() {
        return Err(WhyNot::NoValue);
    }
    if let Some(row) = rows.iter().find(|row| row.unit.is_empty() || row.unit == measured.unit) {
        return judge(row, measured);
    }
    if measured.unit.is_empty() {
        return Err(WhyNot::NoUnit);
    }
    let converted = rows.iter().find_map(|row| Some((row, measured.in_unit(&first.analyte, &row.unit)?)));
    let (row, converted) = converted.ok_or(WhyNot::OtherUnit)?;
    judge(row, &converted)
}

/// The first clause that holds. Before it, a clause that depends on something missing makes the grade unknowable.
fn judge(row: &Criterion, measured: &Measured<'_>) -> Result<Grade, WhyNot> {
    let mut unknown = None;
    for clause in &row.clauses {
        match (clause.when.holds(measured), clause.grade) {
            (Truth::False, _) => {}
            (Truth::Unknown(name), _) => {
                unknown.get_or_insert(name);
            }
            (Truth::True, None) => {
                return Err(clause.when.missing(measured).map_or(WhyNot::BeyondTerm, WhyNot::missing));
            }
            (Truth::True, Some(grade)) => return unknown.map_or(Ok(Grade(grade)), |name| Err(WhyNot::missing(name))),
        }
    }
    unknown.map_or(Ok(Grade(0)), |name| Err(WhyNot::missing(name)))
}
