//! One row a finding: what was seen, when, and whether someone still has to judge it.

use facts::{CivilDate, SubjectId};
use rusqlite::{Connection, Row, named_params};

use super::{day, subject};
use crate::error::Doing;
use crate::{Result, Store};

pub(super) const CLEAR: &str = include_str!("clear.sql");
pub(super) const REMOVE: &str = include_str!("remove.sql");

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FindingRow {
    pub subject: SubjectId,
    pub subject_code: String,
    /// Stable name within the subject.
    pub key: String,
    pub rule: String,
    pub severity: String,
    pub seen_on: CivilDate,
    pub standing: String,
    pub open: bool,
    /// The whole finding as JSON, opaque here.
    pub json: String,
}

pub(super) fn insert(connection: &Connection, position: usize, row: &FindingRow) -> Result<()> {
    let mut statement = connection.prepare_cached(include_str!("insert.sql")).doing("keep a finding")?;
    statement
        .execute(named_params! {
            ":subject": row.subject.0.into_bytes(),
            ":position": i64::try_from(position).unwrap_or(i64::MAX),
            ":subject_code": row.subject_code,
            ":key": row.key,
            ":rule": row.rule,
            ":severity": row.severity,
            ":seen_on": row.seen_on.to_string(),
            ":standing": row.standing,
            ":open": row.open,
            ":json": row.json,
        })
        .doing("keep a finding")?;
    Ok(())
}

fn read(row: &Row<'_>) -> rusqlite::Result<FindingRow> {
    Ok(FindingRow {
        subject: subject(row)?,
        subject_code: row.get("subject_code")?,
        key: row.get("key")?,
        rule: row.get("rule")?,
        severity: row.get("severity")?,
        seen_on: day(row, "seen_on")?,
        standing: row.get("standing")?,
        open: row.get("open")?,
        json: row.get("json")?,
    })
}

impl Store {
    /// Findings that someone still has to judge, newest first.
    pub fn open_findings(&self, limit: usize) -> Result<Vec<FindingRow>> {
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let mut statement =
            self.connection.prepare_cached(include_str!("open_findings.sql")).doing("read the findings")?;
        let rows = statement.query_map(named_params! { ":limit": limit }, read).doing("read the findings")?;
        rows.collect::<rusqlite::Result<_>>().doing("read the findings")
    }

    /// Every finding, judged or not, newest first.
    pub fn all_findings(&self) -> Result<Vec<FindingRow>> {
        let mut statement =
            self.connection.prepare_cached(include_str!("all_findings.sql")).doing("read the findings")?;
        let rows = statement.query_map([], read).doing("read the findings")?;
        rows.collect::<rusqlite::Result<_>>().doing("read the findings")
    }

    /// One subject's findings, judged or not, newest first.
    pub fn findings_of(&self, subject: SubjectId) -> Result<Vec<FindingRow>> {
        let sql = include_str!("findings_of_subject.sql");
        let mut statement = self.connection.prepare_cached(sql).doing("read a subject's findings")?;
        let rows = statement
            .query_map(named_params! { ":subject": subject.0.into_bytes() }, read)
            .doing("read a subject's findings")?;
        rows.collect::<rusqlite::Result<_>>().doing("read a subject's findings")
    }
}
