//! The worklist: what must be done, and is anyone lost?

use facts::{CivilDate, SubjectId};
use followup::Standing;
use serde::{Deserialize, Serialize};
use specta::Type;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Group {
    Overdue,
    /// Owed, and the computer's date cannot say how late.
    NotJudged,
    Due,
    Kit,
    Awaited,
    Signal,
    Coming,
}

impl Group {
    /// In the order in which lists show them.
    pub const ALL: [Self; 7] =
        [Self::Overdue, Self::NotJudged, Self::Due, Self::Kit, Self::Awaited, Self::Signal, Self::Coming];
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Sort {
    #[default]
    Urgency,
    Subject,
    Due,
}

#[derive(Clone, Debug, Default, Deserialize, Type)]
pub struct TodayAsked {
    pub group: Option<Group>,
    /// Only subjects in this accounted-for state (`overdue`, `lost` …).
    pub accounted: Option<String>,
    pub search: String,
    pub sort: Sort,
    pub offset: u32,
    pub limit: u32,
}

/// Everyone accounted for: the parts always sum to `enrolled`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Type)]
pub struct TallyLine {
    pub enrolled: u32,
    pub up_to_date: u32,
    pub due: u32,
    pub overdue: u32,
    pub not_judged: u32,
    pub lost: u32,
    pub withdrawn: u32,
    pub transferred: u32,
    pub deceased: u32,
    pub completed: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum WorkAction {
    OpenVisit,
    RecordCall,
    /// An attempt to reach the family, or what to do when no attempt is left.
    RecordAttempt,
    EnterResult,
    /// A form to be signed.
    RecordConsent,
    /// Something that somebody decides.
    Decide,
    ReviewSignal,
    Report,
    TrackKit,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct WorkRow {
    pub group: Group,
    pub subject: SubjectId,
    pub code: String,
    /// Key of the obligation or of the finding.
    pub key: String,
    pub what: String,
    pub because: String,
    pub earliest_on: CivilDate,
    pub due_on: CivilDate,
    pub latest_on: CivilDate,
    /// "booked 12 May 2026 10:30"; empty without an appointment.
    pub booked: String,
    /// "Not to be called or written to since 20 May 2030"; empty while the person agrees to it.
    pub uncalled: String,
    pub standing: Option<Standing>,
    pub standing_text: String,
    /// Of a report: "by Wed 25 Nov 2026 09:41 (23 h left)"; empty for anything else.
    pub clock_text: String,
    /// Its two parts, for where the whole has no room.
    pub clock_by: String,
    pub clock_left: String,
    /// Its clock has run out, though its last day may not be over.
    pub over: bool,
    /// Of a signal: how many other signals share its cause.
    pub others: u32,
    /// Accounted-for state of the subject.
    pub accounted: String,
    pub severity: Option<String>,
    pub action: WorkAction,
    /// Code of the visit to open, or record of the awaited result.
    pub target: Option<String>,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct NextDue {
    pub code: String,
    pub what: String,
    pub days: i32,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct GroupCount {
    pub group: Group,
    pub count: u32,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct TodayPage {
    pub as_of: CivilDate,
    pub tally: TallyLine,
    pub counts: Vec<GroupCount>,
    pub rows: Vec<WorkRow>,
    pub total: u32,
    pub next: Option<NextDue>,
    /// False while the computer's date lies before the last entry: nothing is called due or overdue.
    pub judged: bool,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct SubjectLine {
    pub subject: SubjectId,
    pub code: String,
    pub sex: String,
    pub born_on: CivilDate,
    pub age: String,
    pub first_dosed_on: Option<CivilDate>,
    pub status: String,
    pub status_text: String,
    pub accounted: String,
    pub accounted_text: String,
    pub next_what: String,
    pub next_due_on: Option<CivilDate>,
    pub next_latest_on: Option<CivilDate>,
    pub open_findings: u32,
    pub protocol: String,
}
