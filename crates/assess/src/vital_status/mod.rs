//! Alive, deceased or unknown, as of which day and told by whom.

mod form;

pub use form::FORM;
