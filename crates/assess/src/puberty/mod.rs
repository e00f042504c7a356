//! Tanner stages, testicular volume, menarche and bone age; and whether puberty comes early or late.

mod form;
mod timing;
mod view;

pub use form::FORM;
pub use timing::{AgeLimits, Sign, Timing, timing};
pub use view::{BoneAge, Menarche, Puberty, compute};
