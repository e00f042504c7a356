//! What was typed, before anything is believed: kept in drafts, checked by [`crate::check`].

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use specta::Type;

/// One form as typed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, Type)]
pub struct EnteredForm {
    pub kind: String,
    /// Day of the examination or sample, ISO.
    pub collected_on: String,
    pub closure: EnteredClosure,
    /// Why the whole form was not done.
    pub because: String,
    pub fields: BTreeMap<String, Entered>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum EnteredClosure {
    #[default]
    Answered,
    NothingToReport,
    NotDone,
    Awaited,
}

/// One field as typed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, Type)]
pub struct Entered {
    pub mark: Mark,
    /// Number (comma or point, `<`, `<=`, `>=`, `>` before it), date, option code or text.
    pub text: String,
    /// Chosen options where several may be.
    pub codes: Vec<String>,
    pub unit: String,
    pub lod: String,
    pub lloq: String,
    /// Why it was not done, or why an unusual value is right.
    pub because: String,
    pub rows: Vec<BTreeMap<String, Entered>>,
}

/// What was said instead of a value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Mark {
    /// A value, or nothing yet.
    #[default]
    Typed,
    NotDone,
    NothingToReport,
    NotDetected,
    BelowQuantification,
}
