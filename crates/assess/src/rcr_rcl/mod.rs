//! Replication-competent retrovirus or lentivirus: tested, or archived untested as the guidance allows.

mod form;

pub use form::FORM;
