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
    /// Of a test: made since, declared missed, or asked for by another finding.
    pub done: bool,
    /// Something to be told to someone, rather than done.
    pub report: bool,
    /// Of a report: its recipient, as a code and in words.
    pub to: String,
    pub to_text: String,
    /// A report that nobody has sent yet.
    pub owed: bool,
    /// A report that another finding of the same cause owes or has made.
    pub elsewhere: bool,
    pub clock: Option<ClockLine>,
    pub sent: Option<SentLine>,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct ClockLine {
    /// "by Wed 25 Nov 2026 09:41 (23 h left)".
    pub text: String,
    /// "by Wed 25 Nov 2026 09:41" alone, and "23 h left" alone; empty when nothing is owed any more.
    pub by: String,
    pub left: String,
    /// From when it counts.
    pub since: String,
    pub over: bool,
}

/// A report that was sent: when and under which number, and who said so when.
#[derive(Clone, Debug, Serialize, Type)]
pub struct SentLine {
    pub text: String,
    pub late: bool,
    pub who: String,
    pub at: String,
}

/// Another finding of the same cause.
#[derive(Clone, Debug, Serialize, Type)]
pub struct SameCause {
    pub key: String,
    pub rule: String,
    pub name: String,
    pub sentence: String,
    pub severity: protocol::Severity,
    pub severity_text: String,
    pub standing: signals::Standing,
    pub standing_text: String,
    pub open: bool,
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
    /// The others of its cause, worst first.
    pub others: Vec<SameCause>,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct Labelled {
    pub label: String,
    pub value: String,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct EvidenceLine {
    pub record: RecordId,
    /// How many versions the record has: the evidence is the newest.
    pub version: u32,
    pub kind_title: String,
    pub field_label: String,
    pub on: CivilDate,
    pub shown: String,
    /// Who wrote this version, and when.
    pub who: String,
    pub at: String,
    /// It was not there when somebody last judged the finding.
    pub new: bool,
}

/// What became of the evidence since the finding was last judged.
#[derive(Clone, Debug, Serialize, Type)]
pub struct SinceLine {
    pub at: String,
    pub who: String,
    pub action_text: String,
    /// Records that came or were corrected.
    pub came: u32,
    /// Versions that were looked at then and are no longer evidence.
    pub gone: u32,
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
    /// Of a report: to whom, when, under which number; empty for anything else.
    pub sent_text: String,
    pub late: bool,
    pub signed_by: Option<String>,
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
    /// What is new since it was last judged; none while nothing is.
    pub since: Option<SinceLine>,
    pub handlings: Vec<HandlingLine>,
}

#[derive(Clone, Debug, Deserialize, Type)]
pub struct HandlingForm {
    pub subject: SubjectId,
    pub key: String,
    pub action: Action,
    pub comment: String,
    /// Other findings of the same cause that are handled with it.
    #[serde(default)]
    pub also: Vec<String>,
    /// Of a report: needed.
    #[serde(default)]
    pub sent: Option<SentForm>,
    /// Signs what is kept when it is not empty.
    #[serde(default)]
    pub signature_passphrase: String,
}

/// To whom a report went, and when by the site's clock; without day and time, now.
#[derive(Clone, Debug, Default, Deserialize, Type)]
pub struct SentForm {
    pub to: String,
    pub on: String,
    /// `09:41`.
    pub time: String,
    pub reference: String,
}
