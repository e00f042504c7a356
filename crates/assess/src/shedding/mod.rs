//! Vector in what leaves the body: one sample, and when a matrix counts as cleared.

mod clearance;
mod form;
mod sample;

pub use clearance::{Clearance, clearance};
pub use form::FORM;
pub use sample::{Outcome, Sample};
