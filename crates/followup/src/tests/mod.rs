//! Promises, stories and published schedules, over lives written as entries of a ledger.

mod clocks;
mod counted;
mod presets;
mod promises;
mod published;
mod snapshot;
mod stories;
mod study;
