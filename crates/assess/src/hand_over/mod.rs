//! Hand-over from children's to adult care: who goes on with the follow-up, and whether they know what was given.

mod form;

pub use form::FORM;
