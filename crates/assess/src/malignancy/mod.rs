//! A malignancy: what it is, and what was done to learn whether the vector has a part in it.

mod form;

pub use form::FORM;
