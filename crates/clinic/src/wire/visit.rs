//! Recording a visit: the forms due, the checks while typing, the review, the receipt.

use std::collections::BTreeMap;

use assess::{EnteredForm, FormSpec};
use facts::fact::Mode;
use facts::{CivilDate, RecordId, SubjectId};
use serde::{Deserialize, Serialize};
use specta::Type;

#[derive(Clone, Debug, Deserialize, Type)]
pub struct VisitAsked {
    pub subject: SubjectId,
    /// Day of the visit, ISO; empty = today.
    pub on: String,
    /// Visit chosen by the person; `None` lets the window suggest. `""` = unscheduled.
    pub code: Option<String>,
    /// Visits of other sources that the contact answers too; `None` proposes those whose window holds the day.
    pub also: Option<Vec<String>>,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct VisitChoice {
    pub code: String,
    pub label: String,
    pub earliest_on: CivilDate,
    pub due_on: CivilDate,
    pub latest_on: CivilDate,
    pub standing: followup::Standing,
    pub standing_text: String,
}

/// A visit that another source demands.
#[derive(Clone, Debug, Serialize, Type)]
pub struct AlsoChoice {
    pub visit: VisitChoice,
    /// Title of the text that demands it.
    pub source: String,
    pub chosen: bool,
    /// Its window is over on the day: it would be made up for.
    pub late: bool,
}

/// An earlier value of a field, as typed then.
#[derive(Clone, Debug, Serialize, Type)]
pub struct Previous {
    pub on: CivilDate,
    pub shown: String,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct FormDue {
    pub kind: String,
    /// Task of the protocol that asks for it; empty when the person added the form.
    pub task: String,
    pub label: String,
    pub because: String,
    pub spec: FormSpec,
    /// Values that the task fixes, such as the matrix of a shedding sample.
    pub fixed: BTreeMap<String, String>,
    /// Up to two earlier values a field, newest first.
    pub previous: BTreeMap<String, Vec<Previous>>,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct VisitPlan {
    pub subject: SubjectId,
    pub subject_code: String,
    pub age: String,
    pub on: CivilDate,
    pub choices: Vec<VisitChoice>,
    /// Code of the visit the day falls to; empty = unscheduled.
    pub chosen: String,
    pub modes: Vec<Mode>,
    /// Visits that other sources demand and that the same contact may answer.
    pub also: Vec<AlsoChoice>,
    pub forms: Vec<FormDue>,
    /// Every other form, to be added by hand.
    pub more: Vec<FormDue>,
    /// What the person no longer agrees to on the day, worded.
    pub withdrawn: Vec<String>,
    /// Forms of consent open on the day.
    pub to_sign: Vec<ToSign>,
    pub draft: Option<DraftKept>,
}

/// What is owed by its key, worded with its last day.
#[derive(Clone, Debug, Serialize, Type)]
pub struct ToSign {
    pub key: String,
    pub text: String,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct DraftKept {
    pub json: String,
    pub kept_at: String,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct DraftLine {
    pub key: String,
    pub subject: Option<SubjectId>,
    pub subject_code: String,
    pub kept_at: String,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct ProblemLine {
    pub place: String,
    pub code: String,
    pub text: String,
    pub severity: assess::Severity,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct NoteLine {
    pub place: String,
    pub text: String,
    pub level: assess::Level,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct FormChecked {
    pub problems: Vec<ProblemLine>,
    pub notes: Vec<NoteLine>,
    /// Values the program computes from the others.
    pub computed: BTreeMap<String, String>,
    /// Limits of laboratories for this person on the day of the form.
    pub limits: Vec<super::ranges::LimitsOffered>,
}

#[derive(Clone, Debug, Deserialize, Serialize, Type)]
pub struct VisitDraft {
    pub subject: SubjectId,
    /// `""` = unscheduled.
    pub code: String,
    /// Visits of other sources that the same contact answers.
    #[serde(default)]
    pub also: Vec<String>,
    pub on: String,
    pub mode: Option<Mode>,
    pub note: String,
    pub forms: Vec<TaskForm>,
    /// Why unusual values or dates are right.
    pub because: String,
    /// Given when the person signs off.
    pub signature_passphrase: String,
}

#[derive(Clone, Debug, Deserialize, Serialize, Type)]
pub struct TaskForm {
    pub task: String,
    pub form: EnteredForm,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct ReviewLine {
    pub form: String,
    pub field: String,
    pub shown: String,
}

/// What will be recorded, what was left out and why, and what is to be mended first.
#[derive(Clone, Debug, Serialize, Type)]
pub struct VisitReview {
    pub timing_text: String,
    pub will_record: Vec<ReviewLine>,
    pub left_out: Vec<ReviewLine>,
    pub problems: Vec<FormProblems>,
    pub may_save: bool,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct FormProblems {
    pub task: String,
    pub kind: String,
    pub title: String,
    pub problems: Vec<ProblemLine>,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct Receipt {
    pub visit: Option<RecordId>,
    pub saved_at: String,
    pub entries: u32,
    /// Findings that this save brought up or reopened, worded.
    pub findings: Vec<super::signal::FindingLine>,
}

#[derive(Clone, Debug, Deserialize, Type)]
pub struct Missing {
    pub subject: SubjectId,
    pub obligation: String,
    pub because: String,
}

#[derive(Clone, Debug, Deserialize, Type)]
pub struct Correction {
    pub subject: SubjectId,
    pub record: RecordId,
    pub form: EnteredForm,
    pub because: String,
}

/// A stored record as it would be typed, to correct it or to enter its result.
#[derive(Clone, Debug, Serialize, Type)]
pub struct FormOpened {
    pub record: RecordId,
    pub form: EnteredForm,
    pub due: FormDue,
}
