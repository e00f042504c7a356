//! The limits of normal of each laboratory: by analyte, sex and age, with the days on which they were in force.
//!
//! Limits are a laboratory's and change when it changes a method, so a result is always judged by the range that was
//! in force on its day. Ships no ranges. Converts one only where the converted number ends: a limit that would have to be rounded
//! is offered in the laboratory's own unit.

mod offer;
mod range;
mod table;

pub use offer::{Offer, offers};
pub use range::{NoRange, ReferenceRange, range_for};
pub use table::{RangeProblem, read, read_one};
