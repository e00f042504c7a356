//! Growth against the WHO standards (2006, birth to five years) and reference (2007, five to nineteen).

mod form;
mod measure;
mod table;
mod zscore;

pub use form::FORM;
pub use measure::{Measured, compute, measured, notes};
pub use zscore::{Height, How, Index, WhyNot, Z, height_for_reference, z};
