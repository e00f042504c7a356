//! Laboratory values graded by CTCAE v5.0 and v6.0, and why a value cannot be graded.
//!
//! Criteria are data (`assets/references/ctcae`), read once. Knows nothing of symptoms: where CTCAE leaves a choice
//! to the clinician the data take the worse. Does not know which version a protocol wants: that is an argument, and
//! whoever keeps a grade keeps the version beside it.

mod condition;
mod criterion;
mod form;
mod grade;

pub use criterion::{Criterion, Direction, Version, criteria};
pub use form::grade_field;
pub(crate) use form::{Graded, compute, notes};
pub use grade::{Grade, Measured, Range, WhyNot, grade, grade_of};

#[cfg(test)]
mod tests;
