//! When something is asked: as data, so that the Study screen can say it and the engine can judge it.

use facts::{Period, Sex};
use serde::Serialize;

/// Judged by `followup` for one subject on one day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub enum Condition {
    #[default]
    Always,
    Sex(Sex),
    /// Younger than this on the day.
    AgeUnder(Period),
    AgeFrom(Period),
    /// At least this long after the first dosing.
    YearsAfter(Period),
    YearsBefore(Period),
    /// Until so many consecutive samples of the matrix were negative.
    UntilCleared {
        matrix: String,
        consecutive: u32,
        /// Least time between counted negatives; `None` when the protocol says nothing of it.
        spacing: Option<Period>,
    },
    /// From a positive test for replication-competent virus until so many consecutive negative ones.
    RcrRclPositive {
        until_negative: u32,
    },
    /// Until so many consecutive samples held no vector-positive cell (percent 0 or not detected).
    VectorDetected {
        consecutive: u32,
    },
    /// Once a form was answered so: the newest answer to the field before the day is one of these.
    Answered {
        kind: String,
        field: String,
        is: Vec<String>,
    },
    /// While a finding of the rule stands open.
    FindingOpen(String),
    All(Vec<Condition>),
    Any(Vec<Condition>),
    Not(Box<Condition>),
}
