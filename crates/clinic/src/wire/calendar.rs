//! The calendar: who is expected when, what may still be planned, and when the site is closed.

use facts::fact::{Mode, Status};
use facts::{AppointmentState, CivilDate, RecordId, SubjectId};
use serde::{Deserialize, Serialize};
use specta::Type;

/// An appointment as it is asked for. Without a record it is a new one.
#[derive(Clone, Debug, Default, Deserialize, Type)]
pub struct AppointmentForm {
    pub subject: Option<SubjectId>,
    pub record: Option<RecordId>,
    /// Keys of the obligations it is for; of one that is moved, those it has stay when none are given.
    pub visits: Vec<String>,
    pub on: String,
    /// `10:30`; may be empty.
    pub at: String,
    /// May be empty.
    pub minutes: String,
    pub mode: Option<Mode>,
    pub place: String,
    pub note: String,
    /// What lies in the way was seen, and it is to be kept all the same.
    pub despite: bool,
}

/// Kept when `record` is there; else what lies in its way, to be looked at first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct Planned {
    pub record: Option<RecordId>,
    pub warnings: Vec<String>,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct BookedFor {
    pub key: String,
    pub label: String,
    pub earliest_on: CivilDate,
    pub due_on: CivilDate,
    pub latest_on: CivilDate,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct AppointmentLine {
    pub subject: SubjectId,
    pub record: RecordId,
    pub code: String,
    pub on: CivilDate,
    /// Empty when only the day was agreed on.
    pub at: String,
    pub minutes: Option<u32>,
    pub mode: Mode,
    pub place: String,
    pub note: String,
    pub state: AppointmentState,
    /// What it is for, in words.
    pub what: String,
    pub visits: Vec<BookedFor>,
    pub warnings: Vec<String>,
}

/// What would a status put an end to?
#[derive(Clone, Debug, Deserialize, Type)]
pub struct StatusAsked {
    pub subject: SubjectId,
    pub status: Status,
    /// First day of the status, as typed.
    pub on: String,
}

#[derive(Clone, Debug, Default, Serialize, Type)]
pub struct StatusEnds {
    /// Appointments that nobody would come to.
    pub appointments: Vec<AppointmentLine>,
    /// Changes of state whose place it takes, in words; empty when there are none.
    pub replaces: String,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct DayLine {
    pub on: CivilDate,
    /// Windows of visits and tests that open or close on the day.
    pub opens: u32,
    pub closes: u32,
    pub weekend: bool,
    /// Why the site is closed; empty when it is not.
    pub closed: String,
}

/// A visit or test that may be planned in the month that is shown.
#[derive(Clone, Debug, Serialize, Type)]
pub struct ToPlanLine {
    pub subject: SubjectId,
    pub code: String,
    pub key: String,
    pub what: String,
    pub earliest_on: CivilDate,
    pub due_on: CivilDate,
    pub latest_on: CivilDate,
    pub standing: followup::Standing,
    pub standing_text: String,
    pub modes: Vec<Mode>,
    pub minutes: Option<u32>,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct ClosureLine {
    pub record: RecordId,
    pub from: CivilDate,
    pub to: CivilDate,
    pub because: String,
}

#[derive(Clone, Debug, Deserialize, Type)]
pub struct ClosureForm {
    /// The closure that is changed; a new one without it.
    pub record: Option<RecordId>,
    pub from: String,
    pub to: String,
    pub because: String,
}

/// Whole weeks from Monday to Sunday around one month.
#[derive(Clone, Debug, Serialize, Type)]
pub struct CalendarMonth {
    /// Its first day.
    pub month_on: CivilDate,
    pub today: CivilDate,
    pub days: Vec<DayLine>,
    /// Cancelled ones are not among them.
    pub appointments: Vec<AppointmentLine>,
    /// Still to come, of people whose follow-up has ended, whatever the month.
    pub to_call_off: Vec<AppointmentLine>,
    pub to_plan: Vec<ToPlanLine>,
    /// All there are, also those that the list has no room for.
    pub to_plan_total: u32,
    pub closures: Vec<ClosureLine>,
}

/// What opens and closes on one day.
#[derive(Clone, Debug, Serialize, Type)]
pub struct CalendarDay {
    pub on: CivilDate,
    pub opens: Vec<ToPlanLine>,
    pub closes: Vec<ToPlanLine>,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct WeekLine {
    /// Its Monday.
    pub from_on: CivilDate,
    pub to_on: CivilDate,
    /// Visits and tests that fall due.
    pub due: u32,
    pub planned: u32,
    pub closed_days: u32,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct CalendarYear {
    pub year: i32,
    pub today: CivilDate,
    pub weeks: Vec<WeekLine>,
    pub closures: Vec<ClosureLine>,
}

/// A file of appointments as the person chose it.
#[derive(Clone, Debug, Deserialize, Type)]
pub struct AppointmentsAsked {
    pub path: String,
    /// Digest of the file as it was looked at; empty before.
    pub sha256: String,
    /// Lines that are not to be kept.
    pub leave_out: Vec<u32>,
}

/// What an entry of the file becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Becomes {
    New,
    Moved,
    Cancelled,
    /// Planned again after it had been called off here.
    Revived,
    Same,
    Unmatched,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct IncomingLine {
    /// Line of the file.
    pub line: u32,
    /// As the file names it.
    pub title: String,
    pub on: Option<CivilDate>,
    pub at: String,
    /// Whom it is about; empty when nobody was found.
    pub code: String,
    /// The visit it would be for.
    pub what: String,
    pub becomes: Becomes,
    /// What it becomes in words, with why where it becomes nothing.
    pub text: String,
    /// Something would be kept of it.
    pub takes: bool,
    /// It was written without our last version, or revives what was called off: left out unless somebody wants it.
    pub doubtful: bool,
    pub warnings: Vec<String>,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct AppointmentsSeen {
    pub sha256: String,
    pub lines: Vec<IncomingLine>,
    /// Entries that would be kept.
    pub changes: u32,
}

/// Files that were written for other calendars.
#[derive(Clone, Debug, Serialize, Type)]
pub struct CalendarSaved {
    pub path: String,
    /// A second file with what was called off; empty when nothing was.
    pub cancelled_path: String,
    pub appointments: u32,
    pub cancelled: u32,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct TaskAheadLine {
    pub label: String,
    pub count: u32,
    /// 0 when the protocol gives no length.
    pub minutes: u32,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct CostLine {
    pub currency: String,
    pub amount: String,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct MonthAheadLine {
    pub month_on: CivilDate,
    pub visits: u32,
    pub tests: u32,
    pub late: u32,
    pub visit_minutes: u32,
    pub without_minutes: u32,
    pub tasks: Vec<TaskAheadLine>,
    pub cost: Vec<CostLine>,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct ForecastPage {
    pub as_of: CivilDate,
    pub months: Vec<MonthAheadLine>,
    pub beyond: u32,
    /// Whether any protocol in force gives lengths of tasks, or prices.
    pub has_task_minutes: bool,
    pub has_prices: bool,
}
