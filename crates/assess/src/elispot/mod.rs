//! T-cell response by ELISpot.

mod form;
mod spots;

pub use form::FORM;
pub use spots::{Positivity, Spots, compute};
