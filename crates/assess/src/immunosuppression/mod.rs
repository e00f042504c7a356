//! A course of steroids or another immunosuppressant.

mod form;

pub use form::FORM;
