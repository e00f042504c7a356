//! How far around its due day a visit may take place. Never negative, so a window can never invert.

use facts::Period;
use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct Window {
    pub early: Period,
    pub late: Period,
}
