//! The ledger as it is read: whole entries, never rows. Nothing here changes one.

pub(crate) mod chain;
pub(crate) mod whole;

use facts::{Author, CivilDate, DeviceId, Entry, EntryId, Fact, Origin, RecordId, SubjectId};
use rusqlite::{Connection, OptionalExtension, Row, named_params};
use uuid::Uuid;

use crate::error::Doing;
use crate::{Result, Store, StoreError};
use chain::Hash;

/// An entry and the text its fact is stored as, which is what the hash covers.
pub(crate) struct Line {
    pub entry: Entry,
    pub payload: String,
}

/// The last link of a device's chain.
pub(crate) struct Head {
    pub sequence: u64,
    pub hash: Hash,
}

pub(crate) fn head_of_device(connection: &Connection, device: DeviceId) -> Result<Head> {
    let mut statement =
        connection.prepare_cached(include_str!("head_of_device.sql")).doing("read the head of the chain")?;
    let head = statement
        .query_row(named_params! { ":device": device.0.into_bytes() }, |row| {
            Ok(Head { sequence: sequence(row)?, hash: row.get("hash")? })
        })
        .optional()
        .doing("read the head of the chain")?;
    Ok(head.unwrap_or(Head { sequence: 0, hash: chain::GENESIS }))
}

pub(crate) fn append(connection: &Connection, line: &Line, previous: &Hash, hash: &Hash) -> Result<()> {
    let entry = &line.entry;
    let mut statement = connection.prepare_cached(include_str!("append.sql")).doing("append")?;
    statement
        .execute(named_params! {
            ":id": entry.id.0.into_bytes(),
            ":device": entry.device.0.into_bytes(),
            ":sequence": i64::try_from(entry.sequence).unwrap_or(i64::MAX),
            ":record": entry.record.0.into_bytes(),
            ":supersedes": entry.supersedes.map(|id| id.0.into_bytes()),
            ":subject": entry.subject.map(|id| id.0.into_bytes()),
            ":author_login": entry.author.login,
            ":author_name": entry.author.name,
            ":author_role": chain::role_name(entry.author.role),
            ":recorded_at": entry.recorded_at,
            ":reason": entry.reason,
            ":payload": line.payload,
            ":previous_hash": previous,
            ":hash": hash,
        })
        .doing("append")?;
    Ok(())
}

pub(crate) fn entries_of_subject(connection: &Connection, subject: SubjectId) -> Result<Vec<Entry>> {
    let mut statement =
        connection.prepare_cached(include_str!("entries_of_subject.sql")).doing("read a subject's ledger")?;
    let mut rows =
        statement.query(named_params! { ":subject": subject.0.into_bytes() }).doing("read a subject's ledger")?;
    let mut entries = Vec::new();
    while let Some(row) = rows.next().doing("read a subject's ledger")? {
        entries.push(read_line(row)?.entry);
    }
    Ok(entries)
}

/// Record and subject of the version that is to be superseded.
pub(crate) fn superseded(connection: &Connection, id: EntryId) -> Result<(RecordId, Option<SubjectId>)> {
    let mut statement = connection.prepare_cached(include_str!("superseded.sql")).doing("read what is superseded")?;
    let found = statement
        .query_row(named_params! { ":id": id.0.into_bytes() }, |row| {
            let record: [u8; 16] = row.get("record")?;
            let subject: Option<[u8; 16]> = row.get("subject")?;
            Ok((RecordId(Uuid::from_bytes(record)), subject.map(|bytes| SubjectId(Uuid::from_bytes(bytes)))))
        })
        .optional()
        .doing("read what is superseded")?;
    found.ok_or(StoreError::NoSuchEntry { entry: id })
}

/// One row of the columns that every reading statement of this folder selects.
pub(crate) fn read_line(row: &Row<'_>) -> Result<Line> {
    let columns = read_columns(row).doing("read an entry")?;
    let Columns { mut entry, role, payload } = columns;
    let unknown = || StoreError::Damaged { place: format!("entry {}", entry.id), detail: "role".to_owned() };
    entry.author.role = chain::role_named(&role).ok_or_else(unknown)?;
    (entry.origins, entry.fact) = understood(&payload, entry.id)?;
    Ok(Line { entry, payload })
}

/// The fact of a payload, and the sites it came through.
pub(crate) fn understood(payload: &str, id: EntryId) -> Result<(Vec<Origin>, Fact)> {
    let damaged =
        |error: serde_json::Error| StoreError::Damaged { place: format!("entry {id}"), detail: error.to_string() };
    facts::origin::read(payload).map_err(damaged)
}

/// Positive by the table's own CHECK; anything else is left to the chain to find.
fn sequence(row: &Row<'_>) -> rusqlite::Result<u64> {
    row.get::<_, i64>("sequence").map(i64::unsigned_abs)
}

struct Columns {
    /// Complete but for role and fact, which still have to be understood.
    entry: Entry,
    role: String,
    payload: String,
}

fn read_columns(row: &Row<'_>) -> rusqlite::Result<Columns> {
    let id = |column: &str| row.get::<_, [u8; 16]>(column).map(Uuid::from_bytes);
    let id_if_any = |column: &str| row.get::<_, Option<[u8; 16]>>(column).map(|id| id.map(Uuid::from_bytes));
    Ok(Columns {
        entry: Entry {
            id: EntryId(id("id")?),
            device: DeviceId(id("device")?),
            sequence: sequence(row)?,
            record: RecordId(id("record")?),
            supersedes: id_if_any("supersedes")?.map(EntryId),
            subject: id_if_any("subject")?.map(SubjectId),
            author: Author {
                login: row.get("author_login")?,
                name: row.get("author_name")?,
                role: facts::Role::Monitor,
            },
            recorded_at: row.get("recorded_at")?,
            reason: row.get("reason")?,
            origins: Vec::new(),
            fact: Fact::Foreign(serde_json::Value::Null),
        },
        role: row.get("author_role")?,
        payload: row.get("payload")?,
    })
}

impl Store {
    /// One subject's ledger, in the order in which this file got it; empty when there is none.
    pub fn entries_of(&self, subject: SubjectId) -> Result<Vec<Entry>> {
        entries_of_subject(&self.connection, subject)
    }

    /// Facts of the site: the site itself, its users, its protocols.
    pub fn entries_of_site(&self) -> Result<Vec<Entry>> {
        let mut entries = Vec::new();
        let mut statement =
            self.connection.prepare_cached(include_str!("entries_of_site.sql")).doing("read the site's ledger")?;
        let mut rows = statement.query([]).doing("read the site's ledger")?;
        while let Some(row) = rows.next().doing("read the site's ledger")? {
            entries.push(read_line(row)?.entry);
        }
        Ok(entries)
    }

    /// Every entry with its hash in hexadecimal, in the order in which this file got it.
    pub fn all_entries(&self, each: &mut dyn FnMut(Entry, String)) -> Result<()> {
        let mut statement = self.connection.prepare(include_str!("all_entries.sql")).doing("read the ledger")?;
        let mut rows = statement.query([]).doing("read the ledger")?;
        while let Some(row) = rows.next().doing("read the ledger")? {
            let hash: Hash = row.get("hash").doing("read the ledger")?;
            each(read_line(row)?.entry, hex::encode(hash));
        }
        Ok(())
    }

    /// Every subject the ledger speaks of, oldest identifier first.
    pub fn subjects(&self) -> Result<Vec<SubjectId>> {
        subjects(&self.connection)
    }

    /// Hash of one entry, in hexadecimal: what a signature binds to.
    pub fn hash_of(&self, entry: EntryId) -> Result<String> {
        hash_of(&self.connection, entry)
    }

    /// When the newest line was written, as its author's clock said.
    pub fn last_recorded_at(&self) -> Result<Option<String>> {
        self.connection
            .query_row(include_str!("last_entry.sql"), [], |row| row.get("recorded_at"))
            .optional()
            .doing("read the newest entry")
    }

    /// The latest civil day that a line bears, as its author's clock said; `since` and what came after it alone, when
    /// one is named. Not the newest line's day: a clock that once ran behind wrote after a day that it did not know of.
    pub fn latest_day(&self, since: Option<EntryId>) -> Result<Option<CivilDate>> {
        let mut statement =
            self.connection.prepare_cached(include_str!("latest_day.sql")).doing("read the latest day")?;
        let since = since.map(|entry| entry.0.into_bytes());
        let day: Option<String> = statement
            .query_row(named_params! { ":since": since }, |row| row.get("day"))
            .optional()
            .doing("read the latest day")?;
        Ok(day.and_then(|day| day.parse().ok()))
    }
}

pub(crate) fn hash_of(connection: &Connection, entry: EntryId) -> Result<String> {
    let mut statement = connection.prepare_cached(include_str!("hash_of_entry.sql")).doing("read an entry's hash")?;
    let hash: Option<Hash> = statement
        .query_row(named_params! { ":id": entry.0.into_bytes() }, |row| row.get("hash"))
        .optional()
        .doing("read an entry's hash")?;
    hash.map(hex::encode).ok_or(StoreError::NoSuchEntry { entry })
}

pub(crate) fn subjects(connection: &Connection) -> Result<Vec<SubjectId>> {
    let mut statement = connection.prepare(include_str!("subjects.sql")).doing("list the subjects")?;
    let rows = statement
        .query_map([], |row| row.get::<_, [u8; 16]>("subject").map(|bytes| SubjectId(Uuid::from_bytes(bytes))))
        .doing("list the subjects")?;
    rows.collect::<rusqlite::Result<_>>().doing("list the subjects")
}
