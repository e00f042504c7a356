//! A course of steroids or another immunosuppressant.

mod course;
mod form;

pub use course::{Course, Step, Taper, as_prednisolone, compute, courses, dose_per_weight};
pub use form::FORM;
