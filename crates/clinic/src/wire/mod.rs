//! What crosses to a shell: one type a question or answer, in plain strings, numbers and dates.
//!
//! The pure crates keep their own types; these are the boundary, so a change here is a change of the
//! window's bindings and fails the build there, not the user. Text arrives worded in the session's language.

pub mod calendar;
pub mod chart;
pub mod clones;
pub mod cohort;
pub mod consent;
pub mod contact;
pub mod course;
pub mod enrol;
pub mod growth;
pub mod import;
pub mod kits;
pub mod page;
pub mod ranges;
pub mod settings;
pub mod signal;
pub mod start;
pub mod today;
pub mod transfer;
pub mod visit;
