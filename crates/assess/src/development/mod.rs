//! Development: tests by instrument, edition and norm, the WHO motor milestones, school and daily life.

mod form;
mod milestone;
mod series;

pub use form::FORM;
pub use milestone::{Milestone, Progress, Reached, milestones, progress};
pub use series::{Scale, Series, series};
