//! A development test by instrument, edition and norm, and the motor milestones.

mod form;

pub use form::FORM;
