//! The yearly question after the five delayed events that FDA names, each asked and each answered.

mod form;

pub use form::FORM;
