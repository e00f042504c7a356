//! One row an obligation: its window, and whether it is settled. What it obliges to is opaque here.

use facts::{CivilDate, SubjectId};
use rusqlite::{Connection, OptionalExtension, Row, named_params};

use super::{day, subject};
use crate::error::Doing;
use crate::{Result, Store};

pub(super) const CLEAR: &str = include_str!("clear.sql");
pub(super) const REMOVE: &str = include_str!("remove.sql");

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ObligationRow {
    pub subject: SubjectId,
    pub subject_code: String,
    /// Stable name within the subject.
    pub key: String,
    /// JSON, opaque here.
    pub what: String,
    pub earliest_on: CivilDate,
    pub due_on: CivilDate,
    pub latest_on: CivilDate,
    /// JSON, opaque here; `None` while nothing settled it.
    pub settled: Option<String>,
    /// The whole obligation as JSON, opaque here.
    pub json: String,
}

/// The window of an unsettled obligation, without what it obliges to: cheap enough to sort and count them all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenWindow {
    pub subject: SubjectId,
    pub subject_code: String,
    pub key: String,
    pub earliest_on: CivilDate,
    pub due_on: CivilDate,
    pub latest_on: CivilDate,
}

pub(super) fn insert(connection: &Connection, position: usize, row: &ObligationRow) -> Result<()> {
    let mut statement = connection.prepare_cached(include_str!("insert.sql")).doing("keep an obligation")?;
    statement
        .execute(named_params! {
            ":subject": row.subject.0.into_bytes(),
            ":position": i64::try_from(position).unwrap_or(i64::MAX),
            ":subject_code": row.subject_code,
            ":key": row.key,
            ":what": row.what,
            ":earliest_on": row.earliest_on.to_string(),
            ":due_on": row.due_on.to_string(),
            ":latest_on": row.latest_on.to_string(),
            ":settled": row.settled,
            ":json": row.json,
        })
        .doing("keep an obligation")?;
    Ok(())
}

fn read(row: &Row<'_>) -> rusqlite::Result<ObligationRow> {
    Ok(ObligationRow {
        subject: subject(row)?,
        subject_code: row.get("subject_code")?,
        key: row.get("key")?,
        what: row.get("what")?,
        earliest_on: day(row, "earliest_on")?,
        due_on: day(row, "due_on")?,
        latest_on: day(row, "latest_on")?,
        settled: row.get("settled")?,
        json: row.get("json")?,
    })
}

impl Store {
    /// Unsettled obligations whose window opens on or before `horizon`, by latest day, due day and code.
    pub fn open_obligations(&self, horizon: CivilDate, limit: usize, offset: usize) -> Result<Vec<ObligationRow>> {
        let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
        let mut statement =
            self.connection.prepare_cached(include_str!("open_obligations.sql")).doing("read the worklist")?;
        let rows = statement
            .query_map(
                named_params! { ":horizon": horizon.to_string(), ":limit": count(limit), ":offset": count(offset) },
                read,
            )
            .doing("read the worklist")?;
        rows.collect::<rusqlite::Result<_>>().doing("read the worklist")
    }

    /// The same obligations, all of them, without their JSON; [`Store::obligation`] gives one in full.
    pub fn open_windows(&self, horizon: CivilDate) -> Result<Vec<OpenWindow>> {
        let mut statement =
            self.connection.prepare_cached(include_str!("open_windows.sql")).doing("read the worklist")?;
        let rows = statement
            .query_map(named_params! { ":horizon": horizon.to_string() }, |row| {
                Ok(OpenWindow {
                    subject: subject(row)?,
                    subject_code: row.get("subject_code")?,
                    key: row.get("key")?,
                    earliest_on: day(row, "earliest_on")?,
                    due_on: day(row, "due_on")?,
                    latest_on: day(row, "latest_on")?,
                })
            })
            .doing("read the worklist")?;
        rows.collect::<rusqlite::Result<_>>().doing("read the worklist")
    }

    pub fn obligation(&self, subject: SubjectId, key: &str) -> Result<Option<ObligationRow>> {
        let mut statement =
            self.connection.prepare_cached(include_str!("obligation.sql")).doing("read an obligation")?;
        let params = named_params! { ":subject": subject.0.into_bytes(), ":key": key };
        statement.query_row(params, read).optional().doing("read an obligation")
    }

    /// One subject's obligations, settled or not, by due day.
    pub fn obligations_of(&self, subject: SubjectId) -> Result<Vec<ObligationRow>> {
        let sql = include_str!("obligations_of_subject.sql");
        let mut statement = self.connection.prepare_cached(sql).doing("read a subject's obligations")?;
        let rows = statement
            .query_map(named_params! { ":subject": subject.0.into_bytes() }, read)
            .doing("read a subject's obligations")?;
        rows.collect::<rusqlite::Result<_>>().doing("read a subject's obligations")
    }
}
