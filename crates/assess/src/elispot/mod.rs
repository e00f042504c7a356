//! T-cell response by ELISpot.

mod form;

pub use form::FORM;
