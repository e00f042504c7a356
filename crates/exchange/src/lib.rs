//! Files of others: tables that laboratories send, calendars that hospitals keep, projects of other systems.
//!
//! Knows formats, columns and rows. Does not know what a value means for a person, nor where a file lies.

pub mod appointments;
pub mod integration;
pub mod redcap;
