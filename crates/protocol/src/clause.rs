//! Where a demand comes from: the source, the clause in it, and how sure the preset is of it.

use serde::{Deserialize, Serialize};

/// A guidance, label or paper that clauses are taken from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, specta::Type)]
pub struct Source {
    pub id: String,
    pub title: String,
    /// Year or date of issue, as the document states it.
    pub issued: String,
    pub authority: String,
    pub confidence: Confidence,
}

/// How well a value is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum Confidence {
    /// Read in the source itself or in two independent copies of it.
    Verified,
    /// Well known to practitioners; cited, and the protocol may override it.
    WellKnown,
    /// The sponsor is to confirm it before use.
    ToBeConfirmed,
}

/// A clause of a source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct Citation {
    pub source: String,
    pub clause: String,
}
