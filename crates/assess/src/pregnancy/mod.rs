//! A pregnancy of the subject or the partner, and how it went.

mod form;

pub use form::FORM;
