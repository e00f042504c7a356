//! How lines are chained: each hash covers the line and the hash before it on the same device.
//!
//! The byte layout is fixed for ever and written down in docs/decisions/003, so that any program can
//! recompute it from the columns of `entries`.

use facts::{Entry, Role};
use sha2::{Digest, Sha256};

pub(crate) type Hash = [u8; 32];

/// What stands before the first line of a device.
pub(crate) const GENESIS: Hash = [0; 32];

const LAYOUT: &[u8] = b"perennial entry 1";

/// SHA-256 over the fields in this order, each as its length (8 bytes, big-endian) and its bytes; an absent
/// field is eight bytes of 0xff. `payload` is the stored text, not a second rendering of the fact.
pub(crate) fn hash(entry: &Entry, payload: &str, previous: &Hash) -> Hash {
    let sequence = entry.sequence.to_be_bytes();
    let fields: [Option<&[u8]>; 13] = [
        Some(entry.id.0.as_bytes()),
        Some(entry.device.0.as_bytes()),
        Some(&sequence),
        Some(entry.record.0.as_bytes()),
        entry.supersedes.as_ref().map(|id| id.0.as_bytes().as_slice()),
        entry.subject.as_ref().map(|id| id.0.as_bytes().as_slice()),
        Some(entry.author.login.as_bytes()),
        Some(entry.author.name.as_bytes()),
        Some(role_name(entry.author.role).as_bytes()),
        Some(entry.recorded_at.as_bytes()),
        entry.reason.as_ref().map(String::as_bytes),
        Some(payload.as_bytes()),
        Some(previous),
    ];
    let mut digest = Sha256::new();
    digest.update(LAYOUT);
    for field in fields {
        match field {
            Some(bytes) => {
                digest.update((bytes.len() as u64).to_be_bytes());
                digest.update(bytes);
            }
            None => digest.update([0xff; 8]),
        }
    }
    digest.finalize().into()
}

/// The role as it is stored and hashed: fixed here, whatever the enum is called later.
pub(crate) fn role_name(role: Role) -> &'static str {
    match role {
        Role::Coordinator => "coordinator",
        Role::Investigator => "investigator",
        Role::Monitor => "monitor",
        Role::Administrator => "administrator",
    }
}

pub(crate) fn role_named(name: &str) -> Option<Role> {
    [Role::Coordinator, Role::Investigator, Role::Monitor, Role::Administrator]
        .into_iter()
        .find(|role| role_name(*role) == name)
}
