//! One attempt to reach the family. An undelivered letter is not a contact.

mod form;

pub use form::FORM;
