//! Blood count with differential.

mod form;

pub use form::FORM;
