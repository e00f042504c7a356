//! Blood count with differential, and the values that tell a thrombotic microangiopathy.

mod count;
mod form;
mod trend;

pub use count::{Count, MicroangiopathySigns, compute, microangiopathy, notes};
pub use form::FORM;
pub use trend::{Run, Trend, run_below, trend};
