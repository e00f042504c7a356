//! Liver enzymes and bilirubin as multiples of the laboratory's upper limit of normal.

mod form;
mod panel;

pub use form::FORM;
pub use panel::{Panel, compute, notes, times_baseline};
