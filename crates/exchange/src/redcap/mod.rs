//! The events of a REDCap project (its ODM export) as the draft of a protocol: day offsets and ranges go in as they
//! are, and what REDCap does not know is left to whoever finishes the text: tasks, ways, anchors, citations.
//!
//! `redcap:DayOffset` is the day counted from the first event of the arm, `OffsetMin` and `OffsetMax` the days that the
//! visit may be early or late.

mod draft;
mod events;

#[cfg(test)]
mod tests;

pub use draft::draft;
pub use events::{Event, Trouble, events};
