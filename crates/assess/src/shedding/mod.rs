//! Vector in what leaves the body: one sample, and when a matrix counts as cleared.

mod clearance;
mod form;
mod sample;
mod series;

pub use clearance::{Clearance, ClearanceRule, clearance};
pub use form::FORM;
pub use sample::{Outcome, Sample};
pub use series::{Drawn, Level, Point, Series, series};
