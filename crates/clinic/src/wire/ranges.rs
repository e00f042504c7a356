//! What laboratories call normal: the table as it is looked at, as it is kept, and as a form offers it.

use serde::{Deserialize, Serialize};
use specta::Type;

#[derive(Clone, Debug, Deserialize, Type)]
pub struct RangesForm {
    /// The table as text.
    pub csv: String,
    /// Why it supersedes the laboratory's earlier table; not asked of the first.
    pub because: String,
}

/// A table as it was read. Nothing of a table with a fault is kept.
#[derive(Clone, Debug, Serialize, Type)]
pub struct RangesSeen {
    /// Empty when the table has faults.
    pub laboratory: String,
    pub rows: Vec<RangeLine>,
    pub problems: Vec<RangeProblemLine>,
    /// The laboratory has a table already: this one supersedes it.
    pub supersedes: bool,
    /// It says the same as that one.
    pub unchanged: bool,
    /// Nothing stops it.
    pub sound: bool,
    pub kept: bool,
}

/// One range, worded.
#[derive(Clone, Debug, Serialize, Type)]
pub struct RangeLine {
    /// What is measured.
    pub label: String,
    /// Sex and ages.
    pub whom: String,
    /// "35 to 50 g/L".
    pub limits: String,
    /// Days on which it is in force.
    pub days: String,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct RangeProblemLine {
    pub line: u32,
    pub column: String,
    pub text: String,
    pub stops: bool,
}

/// A laboratory's table in force.
#[derive(Clone, Debug, Serialize, Type)]
pub struct RangesKept {
    pub laboratory: String,
    pub recorded_at: String,
    pub author: String,
    pub rows: Vec<RangeLine>,
    /// The table as it was given, to be corrected.
    pub csv: String,
}

/// What one laboratory gives for the limits that a form asks for, for this person on the day of the sample.
#[derive(Clone, Debug, Serialize, Type)]
pub struct LimitsOffered {
    pub laboratory: String,
    pub limits: Vec<LimitOffered>,
    /// What it does not give, and why, one sentence each.
    pub lacking: Vec<String>,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct LimitOffered {
    /// Key of the limit's field: `alt-uln`.
    pub field: String,
    /// Key of the field that it limits.
    pub of: String,
    /// The limit in each unit in which it is exact, the laboratory's own first.
    pub values: Vec<LimitValue>,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct LimitValue {
    /// UCUM code.
    pub unit: String,
    /// As it would be typed.
    pub text: String,
}
