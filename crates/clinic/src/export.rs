//! The ledger as JSON lines, one entry a line, readable without this program. No identity unless asked.

use std::io::Write;

use facts::{Fact, Identity};

use crate::role::Deed;
use crate::{Clinic, Refusal, Result};

/// Whether names and telephones go along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Identities {
    LeftOut,
    Opened,
}

impl Clinic {
    /// Writes every entry with its hash; returns how many.
    pub fn export_json_lines(&self, out: &mut dyn Write, identities: Identities) -> Result<u32> {
        self.need(Deed::Export)?;
        if identities == Identities::Opened {
            self.need(Deed::ReadIdentity)?;
        }
        let mut lines = 0;
        let mut failed: Option<std::io::Error> = None;
        self.store.all_entries(&mut |entry, hash| {
            if failed.is_some() {
                return;
            }
            let mut value = serde_json::json!({ "entry": entry, "hash": hash });
            if let (Identities::Opened, Fact::Identity(sealed), Some(subject)) = (identities, &entry.fact, entry.subject) {
                let opened: Option<Identity> = self.store.open_identity(subject, sealed).ok();
                value["identity"] = serde_json::json!(opened);
            }
            lines += 1;
            failed = writeln!(out, "{value}").err();
        })?;
        failed.map_or(Ok(lines), |error| Err(Refusal::fix("cannot-write").with("detail", error.kind())))
    }
}
