//! A line with everything that its hash covers: what crosses to another site, and what can be proven there.
//!
//! A line that was taken over holds the whole line of the other site, so the same check runs inside it. Does not know
//! why a line crosses.

use facts::{Author, Carried, DeviceId, Entry, EntryId, Fact, Origin, RecordId, SubjectId};
use rusqlite::named_params;
use serde::{Deserialize, Serialize};

use super::chain::{self, Hash};
use super::{Line, read_line, understood};
use crate::error::Doing;
use crate::{Result, Store};

/// The columns of `entries` (docs/decisions/003); hashes in hexadecimal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WholeLine {
    pub id: EntryId,
    pub device: DeviceId,
    pub sequence: u64,
    pub record: RecordId,
    pub supersedes: Option<EntryId>,
    pub subject: SubjectId,
    pub author: Author,
    pub recorded_at: String,
    pub reason: Option<String>,
    /// The stored text as it stands.
    pub payload: String,
    pub previous_hash: String,
    pub hash: String,
}

impl WholeLine {
    /// What it says, and the sites it came through before this one.
    ///
    /// # Errors
    /// The payload is not JSON.
    pub fn read(&self) -> Result<(Vec<Origin>, Fact)> {
        understood(&self.payload, self.id)
    }

    /// True when its hash is that of its content, and so for every line carried inside it.
    pub fn is_whole(&self) -> bool {
        let Ok(previous) = unhexed(&self.previous_hash) else { return false };
        let entry = Entry {
            id: self.id,
            device: self.device,
            sequence: self.sequence,
            record: self.record,
            supersedes: self.supersedes,
            subject: Some(self.subject),
            author: self.author.clone(),
            recorded_at: self.recorded_at.clone(),
            reason: self.reason.clone(),
            origins: Vec::new(),
            fact: Fact::Foreign(serde_json::Value::Null),
        };
        let own = hex::encode(chain::hash(&entry, &self.payload, &previous)) == self.hash;
        own && carried_whole(&self.payload, self.record, self.subject)
    }

    /// The same line as another ledger takes it over from `site`.
    pub fn carried(self, site: &str) -> Carried {
        let origin = Origin {
            site: site.to_owned(),
            entry: self.id,
            device: self.device,
            sequence: self.sequence,
            supersedes: self.supersedes,
            author: self.author,
            recorded_at: self.recorded_at,
            reason: self.reason,
            previous_hash: self.previous_hash,
            hash: self.hash,
        };
        Carried::of(origin, self.payload)
    }

    fn of(line: Line, subject: SubjectId, previous: &Hash, hash: &Hash) -> Self {
        let Line { entry, payload } = line;
        Self {
            id: entry.id,
            device: entry.device,
            sequence: entry.sequence,
            record: entry.record,
            supersedes: entry.supersedes,
            subject,
            author: entry.author,
            recorded_at: entry.recorded_at,
            reason: entry.reason,
            payload,
            previous_hash: hex::encode(previous),
            hash: hex::encode(hash),
        }
    }
}

/// True when the payload carries no line of another site, or one whose hash is that of its content.
pub(crate) fn carried_whole(payload: &str, record: RecordId, subject: SubjectId) -> bool {
    let Some(Carried { origin, payload, .. }) = Carried::in_payload(payload) else { return true };
    let Origin { entry, device, sequence, supersedes, author, recorded_at, reason, previous_hash, hash, .. } = origin;
    let line = WholeLine {
        id: entry,
        device,
        sequence,
        record,
        supersedes,
        subject,
        author,
        recorded_at,
        reason,
        payload,
        previous_hash,
        hash,
    };
    line.is_whole()
}

fn unhexed(text: &str) -> std::result::Result<Hash, hex::FromHexError> {
    let mut hash = Hash::default();
    hex::decode_to_slice(text, &mut hash)?;
    Ok(hash)
}

impl Store {
    /// One subject's lines with their hashes, in the order in which this file got them.
    pub fn whole_lines_of(&self, subject: SubjectId) -> Result<Vec<WholeLine>> {
        let mut statement =
            self.connection.prepare(include_str!("whole_lines_of_subject.sql")).doing("read whole lines")?;
        let mut rows =
            statement.query(named_params! { ":subject": subject.0.into_bytes() }).doing("read whole lines")?;
        let mut lines = Vec::new();
        while let Some(row) = rows.next().doing("read whole lines")? {
            let previous: Hash = row.get("previous_hash").doing("read whole lines")?;
            let hash: Hash = row.get("hash").doing("read whole lines")?;
            lines.push(WholeLine::of(read_line(row)?, subject, &previous, &hash));
        }
        Ok(lines)
    }
}
