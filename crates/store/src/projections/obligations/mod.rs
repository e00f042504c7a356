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
    /// Codes of what is to be done, with spaces between; opaque here.
    pub tasks: String,
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

impl ObligationRow {
    pub fn window(self) -> OpenWindow {
        OpenWindow {
            subject: self.subject,
            subject_code: self.subject_code,
            key: self.key,
            earliest_on: self.earliest_on,
            due_on: self.due_on,
            latest_on: self.latest_on,
        }
    }
}

/// So many unsettled obligations of one kind in one month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExpectedRow {
    /// First day of the month.
    pub month_on: CivilDate,
    pub protocol: String,
    pub key: String,
    pub tasks: String,
    pub count: u32,
}

/// So many that fall due on one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueRow {
    pub due_on: CivilDate,
    /// What stands before the colon of their keys.
    pub kind: String,
    pub count: u32,
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
            ":tasks": row.tasks,
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
        tasks: row.get("tasks")?,
        json: row.get("json")?,
    })
}

fn read_window(row: &Row<'_>) -> rusqlite::Result<OpenWindow> {
    Ok(OpenWindow {
        subject: subject(row)?,
        subject_code: row.get("subject_code")?,
        key: row.get("key")?,
        earliest_on: day(row, "earliest_on")?,
        due_on: day(row, "due_on")?,
        latest_on: day(row, "latest_on")?,
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
            .query_map(named_params! { ":horizon": horizon.to_string() }, read_window)
            .doing("read the worklist")?;
        rows.collect::<rusqlite::Result<_>>().doing("read the worklist")
    }

    /// Unsettled obligations whose window holds a day from `from` to `to`, both included.
    pub fn windows_between(&self, from: CivilDate, to: CivilDate) -> Result<Vec<OpenWindow>> {
        let sql = include_str!("windows_between.sql");
        let mut statement = self.connection.prepare_cached(sql).doing("read the calendar")?;
        let params = named_params! { ":from": from.to_string(), ":to": to.to_string() };
        let rows = statement.query_map(params, read_window).doing("read the calendar")?;
        rows.collect::<rusqlite::Result<_>>().doing("read the calendar")
    }

    /// Everything unsettled, counted by month, protocol, key and tasks.
    pub fn expected_by_month(&self) -> Result<Vec<ExpectedRow>> {
        let sql = include_str!("expected_by_month.sql");
        let mut statement = self.connection.prepare_cached(sql).doing("count the work ahead")?;
        let rows = statement.query_map([], |row| {
            let month: String = row.get("month")?;
            let month_on = format!("{month}-01").parse::<CivilDate>().map_err(|error| {
                rusqlite::Error::FromSqlConversionFailure(0, rusqlite::types::Type::Text, Box::new(error))
            })?;
            Ok(ExpectedRow {
                month_on,
                protocol: row.get("protocol")?,
                key: row.get("key")?,
                tasks: row.get("tasks")?,
                count: row.get("count")?,
            })
        });
        rows.doing("count the work ahead")?.collect::<rusqlite::Result<_>>().doing("count the work ahead")
    }

    /// What falls due each day from `from` to `to`, counted.
    pub fn due_by_day(&self, from: CivilDate, to: CivilDate) -> Result<Vec<DueRow>> {
        let sql = include_str!("due_by_day.sql");
        let mut statement = self.connection.prepare_cached(sql).doing("count the work ahead")?;
        let params = named_params! { ":from": from.to_string(), ":to": to.to_string() };
        let rows = statement
            .query_map(params, |row| {
                Ok(DueRow { due_on: day(row, "due_on")?, kind: row.get("kind")?, count: row.get("count")? })
            })
            .doing("count the work ahead")?;
        rows.collect::<rusqlite::Result<_>>().doing("count the work ahead")
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
