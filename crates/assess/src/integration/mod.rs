//! Integration sites and clonality: one sample, its metrics, and what the form shows.

mod clonality;
mod form;
mod sample;

pub use clonality::{Metrics, metrics};
pub use form::FORM;
pub use sample::{Clone, Sample, compute, notes};
