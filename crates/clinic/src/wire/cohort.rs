//! The cohort against its stopping rules and the background rates, as people read it.

use facts::{CivilDate, RecordId, SubjectId};
use serde::Serialize;
use specta::Type;

use super::signal::CitationLine;

/// A subject's event that counts.
#[derive(Clone, Debug, Serialize, Type)]
pub struct CohortEvent {
    pub subject: SubjectId,
    pub code: String,
    pub on: CivilDate,
    pub what: String,
    /// The finding, where a rule saw it.
    pub key: Option<String>,
    /// The record, where a form told it.
    pub record: Option<RecordId>,
}

/// From so many to so many subjects, the fewest events that reach the boundary; none while no number does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct BoundaryRow {
    pub from: u32,
    pub to: u32,
    pub events: Option<u32>,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct StoppingLine {
    pub code: String,
    pub label: String,
    /// What counts, and how soon after dosing.
    pub counts: String,
    /// How the boundary is drawn.
    pub boundary: String,
    pub reached: bool,
    /// "2 events in 12 subjects; the boundary is 5: 3 more would reach it."
    pub standing: String,
    /// Who is judged, who is still inside the period, who left.
    pub people: String,
    pub judged: u32,
    pub fewest: Option<u32>,
    pub events: Vec<CohortEvent>,
    pub table: Vec<BoundaryRow>,
    pub citation: CitationLine,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct ObservedLine {
    pub sentence: String,
    /// Time for which the table has no rate; empty when it has one for all.
    pub without_rate: String,
    pub events: Vec<CohortEvent>,
    pub citation: CitationLine,
}

/// Who withdrew the use of their data, and what that means for this page.
#[derive(Clone, Debug, Serialize, Type)]
pub struct NoDataUse {
    pub sentence: String,
    /// "S-004 since 3 May 2028", oldest first.
    pub people: Vec<String>,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct CohortStudy {
    pub protocol: String,
    pub title: String,
    pub enrolled: u32,
    /// None while nobody withdrew the use of their data.
    pub no_data_use: Option<NoDataUse>,
    pub stopping: Vec<StoppingLine>,
    /// None when the protocol brings no table of background rates.
    pub observed: Option<ObservedLine>,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct CohortPage {
    pub as_of: CivilDate,
    pub studies: Vec<CohortStudy>,
}
