//! The words in which a reference is asked and answers: index, child, height, score, and why there is none.

use facts::Sex;

use super::normal::share_below;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Index {
    HeightForAge = 0,
    WeightForAge = 1,
    BmiForAge = 2,
    HeadForAge = 3,
    WeightForHeight = 4,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum How {
    Lying,
    Standing,
}

/// Length or height in tenths of millimetres: an integer, because 103.1 - 0.7 is not 102.4 in binary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Height(pub i64);

/// What decides which table is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Child {
    pub sex: Sex,
    pub age_days: i32,
    /// How length or height was measured.
    pub how: How,
}

/// A score and the chart it was read from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Z {
    pub z: f64,
    /// By LMS alone, without the reference's rule for its tails (CDC: the "original" BMI z).
    pub by_lms: f64,
    pub index: Index,
    pub reference: &'static str,
    /// `WHO 2006`.
    pub edition: &'static str,
}

/// Why there is no z-score.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WhyNot {
    #[error("the reference is by sex")]
    SexUnknown,
    #[error("the reference has no value for this age")]
    OutsideAges,
    #[error("the reference has no value for this height")]
    OutsideHeights,
    #[error("not a positive value")]
    NotPositive,
}

impl Index {
    pub const ALL: [Self; 5] =
        [Self::HeightForAge, Self::WeightForAge, Self::BmiForAge, Self::HeadForAge, Self::WeightForHeight];

    /// As table files spell it.
    pub fn name(self) -> &'static str {
        match self {
            Self::HeightForAge => "height-for-age",
            Self::WeightForAge => "weight-for-age",
            Self::BmiForAge => "bmi-for-age",
            Self::HeadForAge => "head-for-age",
            Self::WeightForHeight => "weight-for-height",
        }
    }
}

impl Height {
    pub fn cm(self) -> f64 {
        self.0 as f64 / 100.0
    }
}

impl Z {
    /// Percentage of the reference below, 0 to 100.
    pub fn centile(&self) -> f64 {
        100.0 * share_below(self.z)
    }
}
