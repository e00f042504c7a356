//! Files of others: tables that laboratories send.
//!
//! Knows formats, columns and rows. Does not know what a value means for a person, nor where a file lies.

pub mod integration;
