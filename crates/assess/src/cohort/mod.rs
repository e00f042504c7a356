//! What a whole cohort says that no single person can: more tumours than expected, more events than allowed.
//!
//! Pure numbers from counts, dates and tables that the protocol supplies. Ships no background rates and no limits,
//! and decides nothing: a boundary that is crossed is for the safety board.

mod beta;
mod boundary;
mod expected;
mod poisson;

pub use boundary::{StoppingRule, Stops, calibrated};
pub use expected::{AtRisk, BackgroundRate, Expected, RateProblem, expected, read_rates};
pub use poisson::{Interval, ObservedExpected, Verdict, observed_expected, poisson_interval};
