//! One row a subject: what lists show without looking at the ledger.

use facts::{CivilDate, SubjectId};
use rusqlite::{Connection, OptionalExtension, Row, named_params};

use super::{day, day_if_any, subject};
use crate::error::Doing;
use crate::{Result, Store, StoreError};

pub(super) const CLEAR: &str = include_str!("clear.sql");
pub(super) const REMOVE: &str = include_str!("remove.sql");

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SubjectRow {
    pub subject: SubjectId,
    /// Unique in the store, capital letters or not.
    pub code: String,
    pub sex: String,
    pub born_on: CivilDate,
    pub status: String,
    /// `id@version`
    pub protocol: String,
    pub language: String,
    pub first_dosed_on: Option<CivilDate>,
    pub enrolled_on: CivilDate,
    /// Window of the unsettled obligation that opens first.
    pub first_earliest_on: Option<CivilDate>,
    pub first_due_on: Option<CivilDate>,
    pub first_latest_on: Option<CivilDate>,
    /// That obligation as JSON, opaque here; empty when there is none.
    pub first_label: String,
    pub open_findings: u32,
    /// Of the open findings; empty when there is none.
    pub worst_severity: String,
}

/// The part of a row that says in which state the subject is counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SubjectState {
    pub subject: SubjectId,
    pub code: String,
    pub status: String,
    /// `id@version`
    pub protocol: String,
    /// Window of the unsettled obligation that opens first: earliest, due, latest.
    pub first: Option<[CivilDate; 3]>,
}

impl SubjectRow {
    pub fn state(&self) -> SubjectState {
        let first = (self.first_earliest_on, self.first_due_on, self.first_latest_on);
        SubjectState {
            subject: self.subject,
            code: self.code.clone(),
            status: self.status.clone(),
            protocol: self.protocol.clone(),
            first: match first {
                (Some(earliest), Some(due), Some(latest)) => Some([earliest, due, latest]),
                _ => None,
            },
        }
    }
}

pub(super) fn insert(connection: &Connection, row: &SubjectRow) -> Result<()> {
    let text = |day: CivilDate| day.to_string();
    let mut statement = connection.prepare_cached(include_str!("insert.sql")).doing("keep a subject's row")?;
    let kept = statement.execute(named_params! {
        ":subject": row.subject.0.into_bytes(),
        ":code": row.code,
        ":sex": row.sex,
        ":born_on": text(row.born_on),
        ":status": row.status,
        ":protocol": row.protocol,
        ":language": row.language,
        ":first_dosed_on": row.first_dosed_on.map(text),
        ":enrolled_on": text(row.enrolled_on),
        ":first_earliest_on": row.first_earliest_on.map(text),
        ":first_due_on": row.first_due_on.map(text),
        ":first_latest_on": row.first_latest_on.map(text),
        ":first_label": row.first_label,
        ":open_findings": row.open_findings,
        ":worst_severity": row.worst_severity,
    });
    match kept {
        Err(error) if of_unique_code(&error) => Err(StoreError::DuplicateCode { code: row.code.clone() }),
        kept => kept.map(|_| ()).doing("keep a subject's row"),
    }
}

fn of_unique_code(error: &rusqlite::Error) -> bool {
    error.sqlite_error().is_some_and(|error| error.extended_code == rusqlite::ffi::SQLITE_CONSTRAINT_UNIQUE)
}

pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<SubjectRow> {
    Ok(SubjectRow {
        subject: subject(row)?,
        code: row.get("code")?,
        sex: row.get("sex")?,
        born_on: day(row, "born_on")?,
        status: row.get("status")?,
        protocol: row.get("protocol")?,
        language: row.get("language")?,
        first_dosed_on: day_if_any(row, "first_dosed_on")?,
        enrolled_on: day(row, "enrolled_on")?,
        first_earliest_on: day_if_any(row, "first_earliest_on")?,
        first_due_on: day_if_any(row, "first_due_on")?,
        first_latest_on: day_if_any(row, "first_latest_on")?,
        first_label: row.get("first_label")?,
        open_findings: row.get("open_findings")?,
        worst_severity: row.get("worst_severity")?,
    })
}

impl Store {
    /// Everybody, by code.
    pub fn subject_rows(&self) -> Result<Vec<SubjectRow>> {
        let mut statement =
            self.connection.prepare_cached(include_str!("subject_rows.sql")).doing("read the subjects")?;
        let rows = statement.query_map([], read).doing("read the subjects")?;
        rows.collect::<rusqlite::Result<_>>().doing("read the subjects")
    }

    /// Everybody's state, by code: one walk through an index.
    pub fn subject_states(&self) -> Result<Vec<SubjectState>> {
        let mut statement =
            self.connection.prepare_cached(include_str!("subject_states.sql")).doing("count the subjects")?;
        let read = |row: &Row<'_>| {
            let days = ["first_earliest_on", "first_due_on", "first_latest_on"];
            let [earliest, due, latest] = days.map(|column| day_if_any(row, column));
            Ok(SubjectState {
                subject: subject(row)?,
                code: row.get("code")?,
                status: row.get("status")?,
                protocol: row.get("protocol")?,
                first: match (earliest?, due?, latest?) {
                    (Some(earliest), Some(due), Some(latest)) => Some([earliest, due, latest]),
                    _ => None,
                },
            })
        };
        let rows = statement.query_map([], read).doing("count the subjects")?;
        rows.collect::<rusqlite::Result<_>>().doing("count the subjects")
    }

    pub fn subject_row_by_code(&self, code: &str) -> Result<Option<SubjectRow>> {
        let mut statement =
            self.connection.prepare_cached(include_str!("subject_row_by_code.sql")).doing("look a code up")?;
        statement.query_row(named_params! { ":code": code }, read).optional().doing("look a code up")
    }
}
