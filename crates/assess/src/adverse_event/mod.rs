//! A delayed adverse event in the categories that FDA and CDE ask for by name, graded by CTCAE.

mod form;

pub use form::FORM;
