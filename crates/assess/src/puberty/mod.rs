//! Tanner stages, testicular volume and menarche.

mod form;

pub use form::FORM;
