//! Replication-competent retrovirus or lentivirus: tested, or archived untested as the guidance allows.

mod form;
mod result;

pub use form::FORM;
pub use result::{positive, tested};
