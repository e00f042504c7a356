//! Is every line still what its author wrote? Each device's chain is walked and each hash recomputed; the
//! deep check also has SQLCipher authenticate every page and SQLite check its own structure.

use std::collections::BTreeSet;

use facts::{DeviceId, Entry, EntryId, Fact};
use rusqlite::Connection;

use crate::error::Doing;
use crate::ledger::chain::{self, Hash};
use crate::ledger::{self, Head, Line, whole};
use crate::{Result, Store, StoreError, attachments};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    pub entries: u64,
    pub devices: u64,
    pub ok: bool,
    pub first_break: Option<Break>,
    /// What SQLCipher and SQLite report, in their own words; empty when all is well or was not asked.
    pub integrity: Vec<String>,
}

/// The first line that is not what it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Break {
    pub device: DeviceId,
    pub sequence: u64,
    pub entry: EntryId,
    pub what: Broken,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Broken {
    /// A line before this one is missing.
    Sequence,
    /// It does not name the line before it.
    Previous,
    /// Its content is not what was hashed, here or at the site that first wrote it.
    Content,
    /// A document that it names is missing, or not what its digest says.
    Document,
}

impl Store {
    pub fn verify(&self, deep: bool) -> Result<Verdict> {
        let mut verdict = match walk(&self.connection) {
            Ok(verdict) => verdict,
            // A page that cannot be read at all is an answer too.
            Err(StoreError::Damaged { place, detail }) => unreadable(format!("{place}: {detail}")),
            Err(StoreError::Sql { doing, source }) => unreadable(format!("{doing}: {source}")),
            Err(other) => return Err(other),
        };
        if deep {
            verdict.integrity.extend(integrity(&self.connection)?);
        }
        verdict.ok = verdict.first_break.is_none() && verdict.integrity.is_empty();
        Ok(verdict)
    }
}

fn unreadable(what: String) -> Verdict {
    Verdict { entries: 0, devices: 0, ok: false, first_break: None, integrity: vec![what] }
}

/// Walks every chain; the first break of any device ends up in the verdict.
pub(crate) fn walk(connection: &Connection) -> Result<Verdict> {
    let mut statement = connection.prepare(include_str!("ledger/chains.sql")).doing("walk the chains")?;
    let mut rows = statement.query([]).doing("walk the chains")?;
    let mut entries = 0;
    let mut devices: BTreeSet<DeviceId> = BTreeSet::new();
    let mut head = Head { sequence: 0, hash: chain::GENESIS };
    let mut first_break = None;
    let mut left_behind: BTreeSet<String> = BTreeSet::new();
    while let Some(row) = rows.next().doing("walk the chains")? {
        let line = ledger::read_line(row)?;
        let previous: Hash = row.get("previous_hash").doing("walk the chains")?;
        let hash: Hash = row.get("hash").doing("walk the chains")?;
        entries += 1;
        if let Fact::Transfer(transfer) = &line.entry.fact {
            left_behind.extend(transfer.left_behind.iter().cloned());
        }
        if devices.insert(line.entry.device) {
            head = Head { sequence: 0, hash: chain::GENESIS };
        }
        let what = if line.entry.sequence != head.sequence + 1 {
            Some(Broken::Sequence)
        } else if previous != head.hash {
            Some(Broken::Previous)
        } else if chain::hash(&line.entry, &line.payload, &previous) != hash || !carried_whole(&line) {
            Some(Broken::Content)
        } else if !has_documents(connection, &line.entry, &left_behind)? {
            Some(Broken::Document)
        } else {
            None
        };
        let here =
            |what| Break { device: line.entry.device, sequence: line.entry.sequence, entry: line.entry.id, what };
        first_break = first_break.or(what.map(here));
        head = Head { sequence: line.entry.sequence, hash };
    }
    let devices = devices.len() as u64;
    Ok(Verdict { entries, devices, ok: first_break.is_none(), first_break, integrity: Vec::new() })
}

/// True unless a line that another site wrote is not what that site hashed.
fn carried_whole(line: &Line) -> bool {
    let (entry, subject) = (&line.entry, line.entry.subject);
    entry.origins.is_empty()
        || subject.is_some_and(|subject| whole::carried_whole(&line.payload, entry.record, subject))
}

/// `left_behind`: documents that stayed with the site that handed the entry over, which the chain says before.
fn has_documents(connection: &Connection, entry: &Entry, left_behind: &BTreeSet<String>) -> Result<bool> {
    let stayed = |sha256: &String| !entry.origins.is_empty() && left_behind.contains(sha256);
    for named in entry.fact.attachments().into_iter().filter(|named| !stayed(&named.sha256)) {
        match attachments::document(connection, &named.sha256) {
            Ok(_) => {}
            Err(StoreError::Damaged { .. }) => return Ok(false),
            Err(other) => return Err(other),
        }
    }
    Ok(true)
}

fn integrity(connection: &Connection) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for (check, fine) in [("PRAGMA cipher_integrity_check", None), ("PRAGMA integrity_check", Some("ok"))] {
        let mut statement = connection.prepare(check).doing("check the pages")?;
        // These pragmas name their one column each in their own way.
        let rows = statement.query_map([], |row| row.get::<_, String>(0)).doing("check the pages")?;
        for row in rows {
            match row {
                Ok(line) if Some(line.as_str()) == fine => {}
                Ok(line) => found.push(line),
                Err(error) => {
                    found.push(error.to_string());
                    break;
                }
            }
        }
    }
    Ok(found)
}
