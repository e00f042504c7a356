//! One line of the ledger: who wrote which version of which record, when and why.
//!
//! Does not know how lines are chained or stored (`store::ledger`).

use serde::{Deserialize, Serialize};

use crate::fact::Fact;
use crate::id::{DeviceId, EntryId, RecordId, SubjectId};

/// A version of a record. Never changed; a later version names it in `supersedes`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    pub id: EntryId,
    pub device: DeviceId,
    /// Position on that device's chain, from 1.
    pub sequence: u64,
    pub record: RecordId,
    pub supersedes: Option<EntryId>,
    /// `None` for facts of the site.
    pub subject: Option<SubjectId>,
    pub author: Author,
    /// RFC 3339 with the site's offset: `2031-05-02T09:41:07+08:00`.
    pub recorded_at: String,
    /// Why the record was changed; required when `supersedes` is set.
    pub reason: Option<String>,
    pub fact: Fact,
}

/// Printed name and role at the moment of writing (21 CFR 11.50).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct Author {
    pub login: String,
    pub name: String,
    pub role: Role,
}

/// What a person may do; `clinic` decides, screens only follow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Enrols, records, prints.
    Coordinator,
    /// The same, and signs and decides on findings.
    Investigator,
    /// Reads everything clinical; writes nothing.
    Monitor,
    /// Users, backups, site and protocol; no clinical entries.
    Administrator,
}
