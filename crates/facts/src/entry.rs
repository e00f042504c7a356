//! One line of the ledger: who wrote which version of which record, when and why.
//!
//! Does not know how lines are chained or stored (`store::ledger`).

use serde::{Deserialize, Serialize};

use crate::fact::Fact;
use crate::id::{DeviceId, EntryId, RecordId, SubjectId};
use crate::origin::Origin;

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
    /// Sites that the line was handed over by, the nearest first; empty when it was first written here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub origins: Vec<Origin>,
    #[serde(with = "as_payload")]
    pub fact: Fact,
}

impl Entry {
    /// The line it was first written as, wherever that was.
    pub fn first_id(&self) -> EntryId {
        self.origins.last().map_or(self.id, |origin| origin.entry)
    }

    /// Who first wrote it.
    pub fn first_author(&self) -> &Author {
        self.origins.last().map_or(&self.author, |origin| &origin.author)
    }

    /// When it was first written.
    pub fn first_recorded_at(&self) -> &str {
        self.origins.last().map_or(&self.recorded_at, |origin| &origin.recorded_at)
    }

    /// Why it was changed, in the words of who changed it: the reason of a line that was taken over says only that.
    pub fn first_reason(&self) -> Option<&str> {
        self.origins.last().map_or(self.reason.as_deref(), |origin| origin.reason.as_deref())
    }
}

/// A fact on the wire is its payload, also when only a newer program knows what it says.
mod as_payload {
    use serde::de::Error as _;
    use serde::ser::Error as _;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};
    use serde_json::Value;

    use crate::fact::Fact;

    pub fn serialize<S: Serializer>(fact: &Fact, serializer: S) -> Result<S::Ok, S::Error> {
        let payload: Value = serde_json::from_str(&fact.to_payload()).map_err(S::Error::custom)?;
        payload.serialize(serializer)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Fact, D::Error> {
        let payload = Value::deserialize(deserializer)?;
        Fact::from_payload(&payload.to_string()).map_err(D::Error::custom)
    }
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
