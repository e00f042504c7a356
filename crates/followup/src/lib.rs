//! From a protocol and one subject's facts to obligations with dates, and where each stands on a day.
//!
//! The only place in the product that computes a due date or a window, and the only one that says
//! "overdue". Knows no clock (`today` is an argument), no storage, no sentences.

mod accounted;
mod amending;
mod asked;
mod awaited;
mod booking;
mod calls;
mod condition;
mod consent;
mod course;
mod day;
mod decide;
mod explain;
mod forecast;
mod ground;
mod kits;
mod ladder;
mod moved;
mod obligation;
mod plan;
mod schedule;
mod settle;
mod signing;
mod standing;
mod suggest;
mod trips;

pub use accounted::{Accounted, Tally, accounted, followed_until, most_pressing, urgency};
pub use asked::{FormAsked, tasks_due};
pub use awaited::{Awaited, awaited};
pub use booking::{Conflict, Slot, conflicts, is_weekend};
pub use consent::{Signed, Told, holds, signed};
pub use course::{Course, obligations, owed};
pub use day::Day;
pub use decide::Matter;
pub use explain::{AfterVisit, Explanation};
pub use forecast::{Expected, Forecast, MONTHS_AHEAD, MonthAhead, TaskAhead};
pub use ground::{AnswerGiven, Because, Ground};
pub use kits::{KitNeed, kit_needs, post_on, send_by};
pub use ladder::{Climb, Next, StepTaken, climb};
pub use moved::{Moved, moved};
pub use obligation::{Asked, Cleared, Dates, LeftOut, Obligation, Settled, Timing, What, WhyNot, plain};
pub use plan::{Anchors, plan};
pub use signing::ConsentCause;
pub use standing::{Clocked, Standing, clocked, passed, standing, standing_of, standing_of_key, timing};
pub use suggest::suggest;
pub use trips::{Errand, Trip, errands, trips};

#[cfg(test)]
mod tests;
