//! The text in which a subject is looked for.

use facts::SubjectId;
use rusqlite::{Connection, named_params};

use super::subjects::{self, SubjectRow};
use crate::error::Doing;
use crate::{Result, Store};

pub(super) const CLEAR: &str = include_str!("clear.sql");
pub(super) const REMOVE: &str = include_str!("remove.sql");

pub(super) fn insert(connection: &Connection, subject: SubjectId, text: &str) -> Result<()> {
    let mut statement = connection.prepare_cached(include_str!("insert.sql")).doing("keep a search text")?;
    statement
        .execute(named_params! { ":subject": subject.0.into_bytes(), ":text": text.to_lowercase() })
        .doing("keep a search text")?;
    Ok(())
}

impl Store {
    /// Subjects whose search text holds `text`, capital letters or not; by code. Everybody for an empty text.
    pub fn search(&self, text: &str) -> Result<Vec<SubjectRow>> {
        let text = text.trim().to_lowercase();
        if text.is_empty() {
            return self.subject_rows();
        }
        let mut statement = self.connection.prepare_cached(include_str!("found.sql")).doing("search")?;
        let rows = statement.query_map(named_params! { ":text": text }, subjects::read).doing("search")?;
        rows.collect::<rusqlite::Result<_>>().doing("search")
    }
}
