//! Enrolling a subject, and the facts of a person that are corrected later.

use facts::fact::{DosingOutcome, Status};
use facts::{Identity, Relation, Sex, SubjectId};
use serde::{Deserialize, Serialize};
use specta::Type;

use super::visit::ProblemLine;

/// Dates as typed (ISO); parsed and judged in `clinic`, so that a bad one is named and not lost.
#[derive(Clone, Debug, Default, Deserialize, Serialize, Type)]
pub struct EnrolForm {
    pub code: String,
    pub sex: Option<Sex>,
    pub born_on: String,
    pub gestation_weeks: String,
    pub consented_on: String,
    pub enrolled_on: String,
    pub language: String,
    pub protocol: String,
    pub identity: Identity,
    /// Who decides for the child from its birth on; later changes have days and their own dialogue.
    #[serde(default)]
    pub guardians: Vec<FirstGuardian>,
    pub dosing: Option<DosingForm>,
    /// Why an unusual value is right, when the form asked.
    pub because: String,
}

/// Somebody who decides for the child when it is enrolled.
#[derive(Clone, Debug, Default, Deserialize, Serialize, Type)]
pub struct FirstGuardian {
    pub relation: Relation,
    pub name: String,
    pub telephone: String,
    pub email: String,
    pub address: String,
}

#[derive(Clone, Debug, Default, Deserialize, Serialize, Type)]
pub struct DosingForm {
    pub number: u8,
    pub on: String,
    pub outcome: Option<DosingOutcome>,
    pub batch: String,
    pub note: String,
    pub because: String,
}

/// Either saved, or what is to be mended.
#[derive(Clone, Debug, Serialize, Type)]
pub struct Enrolled {
    pub subject: Option<SubjectId>,
    pub problems: Vec<ProblemLine>,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct ProtocolLine {
    /// `id@version` when adopted, else the preset's path.
    pub reference: String,
    pub title: String,
    pub authority: String,
    pub class_text: String,
    pub adopted: bool,
    /// Followed beside a protocol, never alone.
    pub track: bool,
}

#[derive(Clone, Debug, Deserialize, Type)]
pub struct StatusForm {
    pub subject: SubjectId,
    pub status: Status,
    pub on: String,
    pub because: String,
    /// Appointments from that day on are called off with it, where the follow-up ends.
    pub call_off: bool,
}
