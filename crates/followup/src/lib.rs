//! From a protocol and one subject's facts to obligations with dates, and where each stands on a day.
//!
//! The only place in the product that computes a due date or a window, and the only one that says
//! "overdue". Knows no clock (`today` is an argument), no storage, no sentences.

mod accounted;
mod condition;
mod explain;
mod obligation;
mod plan;
mod schedule;
mod settle;
mod standing;

pub use accounted::{Accounted, accounted};
pub use explain::Explanation;
pub use obligation::{Dates, Obligation, Settled, Timing, What, WhyNot};
pub use plan::{Anchors, plan};
pub use schedule::{obligations, suggest, tasks_due};
pub use standing::{Standing, standing, standing_of, timing};
