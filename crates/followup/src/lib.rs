//! From a protocol and one subject's facts to obligations with dates, and where each stands on a day.
//!
//! The only place in the product that computes a due date or a window, and the only one that says
//! "overdue". Knows no clock (`today` is an argument), no storage, no sentences.

mod accounted;
mod awaited;
mod calls;
mod condition;
mod day;
mod explain;
mod ladder;
mod obligation;
mod plan;
mod schedule;
mod settle;
mod standing;
mod suggest;

pub use accounted::{Accounted, Tally, accounted, followed_until, most_pressing};
pub use awaited::{Awaited, awaited};
pub use day::Day;
pub use explain::Explanation;
pub use ladder::{Climb, Next, StepTaken, climb};
pub use obligation::{Cleared, Dates, LeftOut, Obligation, Settled, Timing, What, WhyNot};
pub use plan::{Anchors, plan};
pub use schedule::{obligations, one_form_each, tasks_due};
pub use standing::{Clocked, Standing, clocked, passed, standing, standing_of, timing};
pub use suggest::suggest;

#[cfg(test)]
mod tests;
