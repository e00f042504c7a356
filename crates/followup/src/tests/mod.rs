//! Promises, stories and published schedules, over lives written as entries of a ledger.

mod clocks;
mod counted;
mod ladder;
mod obliged;
mod presets;
mod promises;
mod published;
mod results;
mod snapshot;
mod stories;
mod study;
