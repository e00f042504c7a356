//! The pages that are read: subject, study, audit, print.

use facts::fact::{DosingOutcome, FactKind, Mode, Status};
use facts::{CivilDate, EntryId, RecordId, Role, SubjectId};
use followup::Standing;
use serde::{Deserialize, Serialize};
use specta::Type;

use super::chart::{Chart, MatrixLine, PrecautionLine};
use super::signal::{CitationLine, FindingLine, Labelled};

#[derive(Clone, Debug, Serialize, Type)]
pub struct VisitLine {
    pub key: String,
    /// Visit code; empty for tests, reports and results.
    pub code: String,
    pub label: String,
    pub earliest_on: CivilDate,
    pub due_on: CivilDate,
    pub latest_on: CivilDate,
    pub standing: Standing,
    pub standing_text: String,
    /// "booked 12 May 2026 10:30"; empty without an appointment.
    pub booked: String,
    pub explanation: String,
    pub done_on: Option<CivilDate>,
    pub record: Option<RecordId>,
    pub modes: Vec<Mode>,
    pub tasks: Vec<String>,
    pub citation: Option<CitationLine>,
}

/// Why one date is what it is: the sum, the clause that asks for it, and what is done then.
#[derive(Clone, Debug, Serialize, Type)]
pub struct DateExplained {
    pub what: String,
    pub explanation: String,
    pub citation: Option<CitationLine>,
    pub tasks: Vec<String>,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct FieldShown {
    pub key: String,
    pub label: String,
    pub shown: String,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct AssessmentShown {
    pub record: RecordId,
    pub entry: EntryId,
    pub version: u32,
    /// The visit it was recorded at.
    pub visit: Option<RecordId>,
    pub kind: String,
    pub title: String,
    pub collected_on: CivilDate,
    pub visit_label: String,
    pub closure_text: String,
    pub awaited: bool,
    pub fields: Vec<FieldShown>,
    pub author: String,
    pub recorded_at: String,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct StatusLine {
    pub record: RecordId,
    pub version: u32,
    pub status: Status,
    pub text: String,
    pub on: CivilDate,
    pub because: String,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct DosingLine {
    pub record: RecordId,
    pub version: u32,
    pub number: u8,
    pub on: CivilDate,
    pub outcome: DosingOutcome,
    pub outcome_text: String,
    pub batch: String,
    pub note: String,
}

/// A contact that took place, scheduled or not.
#[derive(Clone, Debug, Serialize, Type)]
pub struct ContactLine {
    pub record: RecordId,
    pub version: u32,
    pub on: CivilDate,
    pub label: String,
    pub mode: Mode,
    pub note: String,
    pub signed_by: Option<String>,
    /// Visits that it answers; none when it was not planned.
    pub codes: Vec<String>,
}

/// A visit or test that was said not to have taken place.
#[derive(Clone, Debug, Serialize, Type)]
pub struct MissedLine {
    pub record: RecordId,
    pub version: u32,
    pub on: CivilDate,
    pub label: String,
    pub because: String,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct SubjectPage {
    pub subject: SubjectId,
    pub code: String,
    /// The family's language, BCP 47.
    pub language: String,
    pub sex_text: String,
    pub born_on: CivilDate,
    pub age_now: String,
    pub age_at_dosing: Option<String>,
    pub product: String,
    pub class_text: String,
    pub protocol: String,
    pub protocol_title: String,
    pub enrolled_on: CivilDate,
    pub consented_on: Option<CivilDate>,
    pub first_dosed_on: Option<CivilDate>,
    pub day_since_dosing: Option<i32>,
    pub year_since_dosing: Option<i32>,
    /// Last day of follow-up.
    pub until: Option<CivilDate>,
    pub status: Status,
    pub status_text: String,
    pub accounted: String,
    pub next: Option<VisitLine>,
    pub visits: Vec<VisitLine>,
    pub contacts: Vec<ContactLine>,
    pub assessments: Vec<AssessmentShown>,
    pub findings: Vec<FindingLine>,
    pub charts: Vec<Chart>,
    /// Each matrix that is followed: cleared, not yet, or returned.
    pub shedding: Vec<MatrixLine>,
    pub precautions: Vec<PrecautionLine>,
    pub statuses: Vec<StatusLine>,
    pub missed: Vec<MissedLine>,
    pub dosings: Vec<DosingLine>,
    /// Parts of the consent that were withdrawn, newest first.
    pub withdrawals: Vec<super::course::WithdrawalLine>,
    /// Out to other sites and in from them, newest first.
    pub transfers: Vec<super::transfer::TransferLine>,
    pub conflicts: Vec<RecordId>,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct StudyVisit {
    pub code: String,
    pub label: String,
    pub when: String,
    pub window: String,
    pub modes: Vec<Mode>,
    pub tasks: Vec<Labelled>,
    pub citation: CitationLine,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct StudyRule {
    pub rule: String,
    pub name: String,
    pub looks_for: String,
    pub because: String,
    pub silent_when: String,
    pub severity: protocol::Severity,
    pub severity_text: String,
    pub limits: Vec<Labelled>,
    pub genes: Vec<String>,
    pub calls: Vec<String>,
    pub citation: CitationLine,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct SourceLine {
    pub id: String,
    pub title: String,
    pub issued: String,
    pub authority: String,
    pub confidence: String,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct StudyPage {
    pub reference: String,
    pub title: String,
    pub authority: String,
    pub product: String,
    pub class_text: String,
    pub integrating: bool,
    pub follow_up: String,
    pub month_end_rule: String,
    /// What the protocol chooses for everybody, with its citation.
    pub choices: Vec<StudyChoice>,
    pub notes: Vec<String>,
    pub visits: Vec<StudyVisit>,
    pub rules: Vec<StudyRule>,
    pub sources: Vec<SourceLine>,
    pub toml: String,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct StudyChoice {
    pub label: String,
    pub value: String,
    /// None where the protocol leaves it to the program's default.
    pub citation: Option<super::signal::CitationLine>,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct FaultLine {
    pub line: u32,
    pub column: u32,
    pub key: String,
    pub text: String,
    pub stops: bool,
}

#[derive(Clone, Debug, Default, Deserialize, Type)]
pub struct AuditAsked {
    /// `None` = facts of the site.
    pub subject: Option<SubjectId>,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct ChangeLine {
    pub field: String,
    pub label: String,
    pub before: String,
    pub after: String,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct AuditLine {
    pub entry: EntryId,
    pub record: RecordId,
    pub version: u32,
    pub recorded_at: String,
    pub author: String,
    pub role: Role,
    pub role_text: String,
    pub kind: FactKind,
    pub kind_text: String,
    pub what: String,
    pub reason: String,
    /// Where, by whom and when it was first written, when another site handed it over; empty otherwise.
    pub handed_over: String,
    pub changes: Vec<ChangeLine>,
    pub hash: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum PaperSize {
    A4,
    Letter,
}

#[derive(Clone, Debug, Deserialize, Type)]
pub struct PrintAsked {
    pub subject: SubjectId,
    pub paper: PaperSize,
    /// BCP 47; empty = the family's own.
    pub language: String,
    pub show_product: bool,
    /// Folder; empty = the papers folder beside the store.
    pub folder: String,
}

/// Which paper of a contact from afar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum CallKind {
    Script,
    Questionnaire,
}

#[derive(Clone, Debug, Deserialize, Type)]
pub struct CallAsked {
    pub subject: SubjectId,
    /// Key of the visit; empty for the next one from afar.
    pub key: String,
    pub kind: CallKind,
    pub paper: PaperSize,
    /// Empty for the family's own.
    pub language: String,
    pub folder: String,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct Printed {
    pub path: String,
    pub pages: u32,
    pub visits: u32,
}
