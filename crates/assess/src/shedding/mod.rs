//! Vector in what leaves the body: one sample, and when a matrix counts as cleared.

mod clearance;
mod form;
mod matrix;
mod sample;
mod series;

pub use clearance::{Clearance, ClearanceRule, clearance};
pub use form::FORM;
pub use matrix::{ClearSpell, Taken, by_matrix};
pub use sample::{Outcome, Sample, Scale};
pub use series::{Drawn, Level, Point, Series, series};
