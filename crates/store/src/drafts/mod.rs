//! What was being typed: kept across lock, crash and power loss, in the encrypted file and not in the ledger.

use facts::SubjectId;
use rusqlite::{Connection, OptionalExtension, Row, named_params};
use uuid::Uuid;

use crate::error::Doing;
use crate::{Result, Stamp, Store};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    pub key: String,
    pub subject: Option<SubjectId>,
    /// Opaque here.
    pub json: String,
    /// RFC 3339, as stamped by the caller.
    pub kept_at: String,
}

fn read(row: &Row<'_>) -> rusqlite::Result<Draft> {
    let subject: Option<[u8; 16]> = row.get("subject")?;
    Ok(Draft {
        key: row.get("key")?,
        subject: subject.map(|bytes| SubjectId(Uuid::from_bytes(bytes))),
        json: row.get("json")?,
        kept_at: row.get("kept_at")?,
    })
}

impl Store {
    /// Answers when the disk has it.
    pub fn keep_draft(
        &mut self,
        key: &str,
        login: &str,
        subject: Option<SubjectId>,
        json: &str,
        at: Stamp,
    ) -> Result<()> {
        let subject = subject.map(|subject| subject.0.into_bytes());
        let params = named_params! {
            ":login": login, ":key": key, ":subject": subject, ":json": json, ":kept_at": at.at,
        };
        self.connection.execute(include_str!("keep_draft.sql"), params).doing("keep a draft")?;
        Ok(())
    }

    pub fn draft(&self, key: &str, login: &str) -> Result<Option<Draft>> {
        let params = named_params! { ":login": login, ":key": key };
        self.connection.query_row(include_str!("draft.sql"), params, read).optional().doing("read a draft")
    }

    /// Newest first.
    pub fn drafts(&self, login: &str) -> Result<Vec<Draft>> {
        let mut statement = self.connection.prepare(include_str!("drafts_of_user.sql")).doing("read the drafts")?;
        let rows = statement.query_map(named_params! { ":login": login }, read).doing("read the drafts")?;
        rows.collect::<rusqlite::Result<_>>().doing("read the drafts")
    }

    pub fn drop_draft(&mut self, key: &str, login: &str) -> Result<()> {
        remove(&self.connection, key, login)
    }
}

pub(crate) fn remove(connection: &Connection, key: &str, login: &str) -> Result<()> {
    let params = named_params! { ":login": login, ":key": key };
    connection.execute(include_str!("drop_draft.sql"), params).doing("drop a draft")?;
    Ok(())
}
