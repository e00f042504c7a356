//! Live remarks beside a field while it is being typed. They inform; they never block.

use std::collections::BTreeMap;

use facts::answer::Assessment;
use serde::Serialize;
use specta::Type;

use crate::value::About;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct Note {
    pub place: String,
    /// Fluent id `note-<code>`.
    pub code: String,
    pub args: BTreeMap<String, String>,
    pub level: Level,
}

/// How much attention a remark wants. What is a finding is decided by rules of the protocol, not here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    Plain,
    Caution,
}

impl Note {
    pub(crate) fn of(place: &str, code: &str, args: &[(&str, String)], level: Level) -> Self {
        let args = args.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
        Self { place: place.to_owned(), code: code.to_owned(), args, level }
    }
}

pub fn notes(assessment: &Assessment, about: &About) -> Vec<Note> {
    match assessment.kind.as_str() {
        "integration-site" => crate::integration::notes(assessment),
        "liver" => crate::liver::notes(assessment, about.ctcae),
        "blood-count" => crate::blood_count::notes(assessment, about.ctcae),
        "growth" => crate::growth::notes(assessment, about),
        _ => Vec::new(),
    }
}
