//! Why a date is what it is, as data from the same function that computed it.

use facts::{CivilDate, Period};
use protocol::Anchor;
use serde::{Deserialize, Serialize};

/// "Infusion 31 Aug 2021 + 6 months = 28 Feb 2022, last day of the month; 14 days before to 14 days after".
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Explanation {
    pub anchor: Anchor,
    pub anchor_on: CivilDate,
    pub offset: Period,
    /// The month has no such day, so its last day was taken.
    pub clamped: bool,
    pub early: Period,
    pub late: Period,
    /// The visit that the day is one of, where the anchor names a visit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<AfterVisit>,
}

/// A visit that another one counts from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AfterVisit {
    pub code: String,
    /// It has not taken place: its planned day counts until it does.
    pub planned: bool,
}

impl Explanation {
    pub(crate) fn of(anchor: Anchor, anchor_on: CivilDate, offset: Period, early: Period, late: Period) -> Self {
        let months = Period { years: offset.years, months: offset.months, ..Period::ZERO };
        let clamped = anchor_on.plus(&months).day() != anchor_on.day();
        Self { anchor, anchor_on, offset, clamped, early, late, after: None }
    }
}
