//! A line that another site wrote and handed over. It is kept word for word inside the line that took it over, with
//! every field that its hash covers, so that the first hash can be computed again from this ledger alone
//! (docs/decisions/015).
//!
//! What follows from a fact counts from when and by whom it was first written; who took it over, and when, stands in the
//! entry around it. Does not know how lines are chained or packed (`store`).

use serde::{Deserialize, Serialize};

use crate::entry::Author;
use crate::fact::Fact;
use crate::id::{DeviceId, EntryId};

/// The line as it stood at the site that handed it over; record and subject are those of the entry that bears it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// Name of that site when it handed the line over.
    pub site: String,
    pub entry: EntryId,
    pub device: DeviceId,
    pub sequence: u64,
    pub supersedes: Option<EntryId>,
    pub author: Author,
    pub recorded_at: String,
    pub reason: Option<String>,
    /// Hexadecimal, as are all hashes on the wire.
    pub previous_hash: String,
    pub hash: String,
}

/// The payload of a line that was taken over: `{"fact":"carried","origin":{…},"payload":"…"}`. The text is the other
/// site's payload as it stands, which may be carried itself when that site had taken it over from a third.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Carried {
    fact: Tag,
    pub origin: Origin,
    pub payload: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
enum Tag {
    #[serde(rename = "carried")]
    Carried,
}

impl Carried {
    pub fn of(origin: Origin, payload: String) -> Self {
        Self { fact: Tag::Carried, origin, payload }
    }

    /// What a payload carries; `None` of a fact that was written where it stands.
    pub fn in_payload(payload: &str) -> Option<Self> {
        serde_json::from_str(payload).ok()
    }

    pub fn to_payload(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

/// The fact of a payload and the sites it came through, the nearest first; none when it was written where it stands.
///
/// # Errors
/// Only when a text is not JSON at all, which means a damaged ledger.
pub fn read(payload: &str) -> Result<(Vec<Origin>, Fact), serde_json::Error> {
    let mut origins = Vec::new();
    let mut fact = Fact::from_payload(payload)?;
    // Tried only on what is no fact of ours: reading an ordinary line costs nothing more.
    while let Fact::Foreign(value) = &fact {
        let Ok(carried) = Carried::deserialize(value) else { break };
        fact = Fact::from_payload(&carried.payload)?;
        origins.push(carried.origin);
    }
    Ok((origins, fact))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entry::Role;
    use uuid::Uuid;

    fn origin(site: &str) -> Origin {
        Origin {
            site: site.into(),
            entry: EntryId(Uuid::from_u128(7)),
            device: DeviceId(Uuid::from_u128(8)),
            sequence: 3,
            supersedes: None,
            author: Author { login: "mei".into(), name: "Mei Lin".into(), role: Role::Coordinator },
            recorded_at: "2026-01-01T00:00:00+08:00".into(),
            reason: None,
            previous_hash: "00".into(),
            hash: "11".into(),
        }
    }

    #[test]
    fn a_fact_is_read_through_every_site_it_came_through() {
        let first = r#"{"fact":"event","name":"transplant","on":"2025-01-01","note":"\"quoted\""}"#;
        let once = Carried::of(origin("A"), first.into()).to_payload();
        let twice = Carried::of(origin("B"), once.clone()).to_payload();
        let (origins, fact) = read(&twice).unwrap();
        assert_eq!(origins.iter().map(|origin| origin.site.as_str()).collect::<Vec<_>>(), ["B", "A"]);
        assert_eq!(fact, Fact::from_payload(first).unwrap());
        assert_eq!(Carried::in_payload(&twice).unwrap().payload, once);
        assert_eq!(Carried::in_payload(&once).unwrap().payload, first, "word for word");
    }

    #[test]
    fn what_nobody_knows_is_carried_untouched() {
        let newer = r#"{"fact":"scan","of":"brain"}"#;
        let (origins, fact) = read(&Carried::of(origin("A"), newer.into()).to_payload()).unwrap();
        assert!(matches!(fact, Fact::Foreign(_)) && origins.len() == 1);
        assert!(read(newer).unwrap().0.is_empty());
        assert!(read(&Carried::of(origin("A"), "no json".into()).to_payload()).is_err());
    }
}
