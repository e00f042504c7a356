//! Promises, stories and published schedules, over lives written as entries of a ledger.

mod amending;
mod clocks;
mod consent;
mod counted;
mod courses;
mod ladder;
mod obliged;
mod presets;
mod promises;
mod published;
mod results;
mod snapshot;
mod stories;
pub(crate) mod study;
mod thousand;
mod withdrawn;
