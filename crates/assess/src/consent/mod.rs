//! Consent or assent: which version, given or not, and by whom.

mod form;

pub use form::FORM;
