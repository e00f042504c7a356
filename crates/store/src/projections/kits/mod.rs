//! One row a kit of samples taken elsewhere: by when it is needed. Where it is, is opaque here.

use facts::{CivilDate, SubjectId};
use rusqlite::{Connection, Row, named_params};

use super::{day, subject};
use crate::error::Doing;
use crate::{Result, Store};

pub(super) const CLEAR: &str = include_str!("clear.sql");
pub(super) const REMOVE: &str = include_str!("remove.sql");

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KitRow {
    pub subject: SubjectId,
    pub subject_code: String,
    /// Key of the obligation it is for.
    pub key: String,
    pub needed_on: CivilDate,
    /// Still wants somebody.
    pub open: bool,
    /// JSON, opaque here.
    pub json: String,
}

pub(super) fn insert(connection: &Connection, position: usize, row: &KitRow) -> Result<()> {
    let mut statement = connection.prepare_cached(include_str!("insert.sql")).doing("keep a kit")?;
    statement
        .execute(named_params! {
            ":subject": row.subject.0.into_bytes(),
            ":position": i64::try_from(position).unwrap_or(i64::MAX),
            ":subject_code": row.subject_code,
            ":key": row.key,
            ":needed_on": row.needed_on.to_string(),
            ":open": i64::from(row.open),
            ":json": row.json,
        })
        .doing("keep a kit")?;
    Ok(())
}

fn read(row: &Row<'_>) -> rusqlite::Result<KitRow> {
    Ok(KitRow {
        subject: subject(row)?,
        subject_code: row.get("subject_code")?,
        key: row.get("key")?,
        needed_on: day(row, "needed_on")?,
        open: row.get("open")?,
        json: row.get("json")?,
    })
}

impl Store {
    /// Kits that are not back and are needed on or before `horizon`.
    pub fn open_kits(&self, horizon: CivilDate) -> Result<Vec<KitRow>> {
        let mut statement = self.connection.prepare_cached(include_str!("open_kits.sql")).doing("read the kits")?;
        let rows =
            statement.query_map(named_params! { ":horizon": horizon.to_string() }, read).doing("read the kits")?;
        rows.collect::<rusqlite::Result<_>>().doing("read the kits")
    }
}
