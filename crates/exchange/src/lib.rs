//! Files of others: tables that laboratories send, projects of other systems.
//!
//! Knows formats, columns and rows. Does not know what a value means for a person, nor where a file lies.

pub mod integration;
pub mod redcap;
