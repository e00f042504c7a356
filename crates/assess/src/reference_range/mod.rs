//! The limits of normal of each laboratory: by analyte, sex and age, with the days on which they were in force.
//!
//! Limits are a laboratory's and change when it changes a method, so a result is always judged by the range that was
//! in force on its day. Ships no ranges; does not convert them: whoever uses one converts by its unit.

mod range;
mod table;

pub use range::{NoRange, ReferenceRange, range_for};
pub use table::{RangeProblem, read};
