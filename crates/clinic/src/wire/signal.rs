//! Findings as a person reads them.

use facts::fact::Action;
use facts::{CivilDate, RecordId, SubjectId};
use serde::{Deserialize, Serialize};
use specta::Type;

#[derive(Clone, Debug, Default, Deserialize, Type)]
pub struct SignalsAsked {
    /// `open`, `closed` or empty for all.
    pub standing: String,
    pub severity: Option<String>,
    pub subject: Option<SubjectId>,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct CallLine {
    pub text: String,
    pub by: Option<CivilDate>,
    /// Something to be told to someone, rather than done.
    pub report: bool,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct FindingLine {
    pub subject: SubjectId,
    pub code: String,
    pub key: String,
    pub rule: String,
    pub name: String,
    pub sentence: String,
    pub severity: protocol::Severity,
    pub severity_text: String,
    pub standing: signals::Standing,
    pub standing_text: String,
    pub open: bool,
    pub seen_on: CivilDate,
    pub calls: Vec<CallLine>,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct Labelled {
    pub label: String,
    pub value: String,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct EvidenceLine {
    pub record: RecordId,
    pub kind_title: String,
    pub field_label: String,
    pub on: CivilDate,
    pub shown: String,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct CitationLine {
    pub text: String,
    pub confidence: String,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct HandlingLine {
    pub at: String,
    pub who: String,
    pub action: Action,
    pub action_text: String,
    pub comment: String,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct FindingPage {
    pub line: FindingLine,
    pub version: u16,
    pub why: String,
    pub looks_for: String,
    pub silent_when: String,
    pub threshold: Vec<Labelled>,
    pub citation: CitationLine,
    pub evidence: Vec<EvidenceLine>,
    pub handlings: Vec<HandlingLine>,
}

#[derive(Clone, Debug, Deserialize, Type)]
pub struct HandlingForm {
    pub subject: SubjectId,
    pub key: String,
    pub action: Action,
    pub comment: String,
}
