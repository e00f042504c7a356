//! The contact ladder of one subject, and an attempt that is recorded.

use facts::{CivilDate, RecordId, SubjectId};
use serde::{Deserialize, Serialize};
use specta::Type;

use super::page::PaperSize;
use super::signal::CitationLine;

/// How a family that missed a visit was looked for, and what is next.
#[derive(Clone, Debug, Serialize, Type)]
pub struct LadderPage {
    /// False when the protocol has no ladder: attempts are kept all the same.
    pub known: bool,
    /// The visit it is about, in words; empty when nobody needs to be looked for.
    pub visit: String,
    /// First day on which that visit was, or will be, overdue.
    pub since: Option<CivilDate>,
    /// One line: what is next and by when, that all was done, or that nothing arrived.
    pub next: String,
    /// `attempt`, `waiting`, `complete`, `nothing-arrived` or empty.
    pub is: String,
    /// Channel of the next attempt, as the form names it.
    pub channel: Option<String>,
    pub steps: Vec<LadderStep>,
    /// Every attempt ever recorded, newest first.
    pub attempts: Vec<AttemptLine>,
    pub channels: Vec<Choosable>,
    pub outcomes: Vec<Choosable>,
    pub citation: Option<CitationLine>,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct Choosable {
    pub value: String,
    pub text: String,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct LadderStep {
    pub channel: String,
    pub text: String,
    pub times: u32,
    pub made: u32,
    pub failed: u32,
    /// `made`, `failed`, `next` or `later`.
    pub is: String,
    pub is_text: String,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct AttemptLine {
    pub record: RecordId,
    pub on: CivilDate,
    pub channel_text: String,
    pub outcome: String,
    pub outcome_text: String,
    pub next: String,
    pub author: String,
}

#[derive(Clone, Debug, Deserialize, Type)]
pub struct AttemptForm {
    pub subject: SubjectId,
    pub channel: String,
    pub reached: String,
    /// Day of the attempt, ISO; empty = today.
    pub on: String,
    /// What was said or agreed.
    pub note: String,
}

#[derive(Clone, Debug, Deserialize, Type)]
pub struct LetterAsked {
    pub subject: SubjectId,
    pub paper: PaperSize,
    /// BCP 47; empty = the family's own.
    pub language: String,
}
