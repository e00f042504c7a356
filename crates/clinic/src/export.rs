//! The ledger as JSON lines, one entry a line, readable without this program. No identity unless asked.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::Path;

use facts::fact::ConsentPart;
use facts::{CivilDate, Fact, SubjectId};
use store::StoreError;

use crate::role::Deed;
use crate::wire::settings::Exported;
use crate::{Clinic, Now, Refusal, Result};

/// Whether names and telephones go along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Identities {
    LeftOut,
    Opened,
}

impl Clinic {
    /// The ledger without names, as a new file beside the store.
    pub fn export_file(&self, now: &Now) -> Result<Exported> {
        self.need(Deed::Export)?;
        let folder = self.folder("exports");
        let path = folder.join(format!("ledger-{}.jsonl", file_moment(&now.stamp.at)));
        let cannot = |error: std::io::Error| {
            Refusal::fix("cannot-write").about("path").with("path", path.display()).with("detail", error.kind())
        };
        std::fs::create_dir_all(&folder).map_err(cannot)?;
        let file = std::fs::OpenOptions::new().write(true).create_new(true).open(&path).map_err(cannot)?;
        let mut out = std::io::BufWriter::new(file);
        let lines = self.export_json_lines(&mut out, Identities::LeftOut)?;
        out.flush().map_err(cannot)?;
        self.export_documents(&folder.join("documents"))?;
        Ok(Exported { path: path.display().to_string(), lines })
    }

    /// Every document that an entry names, as a file called by its digest; one that is there already is the same.
    #[allow(clippy::disallowed_methods, reason = "an export is files")]
    fn export_documents(&self, folder: &Path) -> Result<()> {
        let mut named: BTreeMap<String, String> = BTreeMap::new();
        let mut left_behind: BTreeSet<String> = BTreeSet::new();
        self.store.all_entries(&mut |entry, _| {
            if let Fact::Transfer(transfer) = &entry.fact {
                left_behind.extend(transfer.left_behind.iter().cloned());
            }
            for document in entry.fact.attachments() {
                named.insert(document.sha256.clone(), document.name.clone());
            }
        })?;
        for (sha256, name) in named {
            let ending = Path::new(&name).extension().map(|ending| ending.to_string_lossy().into_owned());
            let path = folder.join(format!("{sha256}.{}", ending.unwrap_or_else(|| "bin".to_owned())));
            let cannot = |error: std::io::Error| {
                Refusal::fix("cannot-write").about("path").with("path", path.display()).with("detail", error.kind())
            };
            std::fs::create_dir_all(folder).map_err(cannot)?;
            if path.exists() {
                continue;
            }
            match self.store.document(&sha256) {
                // It stayed with the site that handed the subject over; `verify` tells that from a loss.
                Err(StoreError::Damaged { .. }) if left_behind.contains(&sha256) => {}
                document => std::fs::write(&path, document?).map_err(cannot)?,
            }
        }
        Ok(())
    }

    /// Since when which person's data may not be used beyond what has to be kept.
    fn without_data_use(&self) -> Result<BTreeMap<SubjectId, CivilDate>> {
        let mut asked = BTreeSet::new();
        self.store.all_entries(&mut |entry, _| {
            if let Fact::Withdrawal(_) = &entry.fact {
                asked.extend(entry.subject);
            }
        })?;
        let mut withdrawn = BTreeMap::new();
        for subject in asked {
            let since = self.life(subject)?.still_withdrawn(ConsentPart::DataUse);
            withdrawn.extend(since.map(|since| (subject, since)));
        }
        Ok(withdrawn)
    }

    /// Writes every entry with its hash; returns how many. Lines of whoever withdrew the use of their data bear the day
    /// (`data_use_withdrawn_on`): the ledger keeps them, and whoever uses the file leaves them out.
    pub fn export_json_lines(&self, out: &mut dyn Write, identities: Identities) -> Result<u32> {
        self.need(Deed::Export)?;
        if identities == Identities::Opened {
            self.need(Deed::ReadIdentity)?;
        }
        let withdrawn = self.without_data_use()?;
        let mut lines = 0;
        let mut failed: Option<std::io::Error> = None;
        let mut unreadable: Option<StoreError> = None;
        self.store.all_entries(&mut |entry, hash| {
            if failed.is_some() {
                return;
            }
            let mut value = serde_json::json!({ "entry": entry, "hash": hash });
            if let Some(since) = entry.subject.and_then(|subject| withdrawn.get(&subject)) {
                value["data_use_withdrawn_on"] = serde_json::json!(since);
            }
            if let (Identities::Opened, Fact::Identity(sealed), Some(subject)) =
                (identities, &entry.fact, entry.subject)
            {
                match self.store.open_identity(subject, sealed) {
                    Ok(opened) => value["identity"] = serde_json::json!(opened),
                    Err(StoreError::IdentityErased) => value["identity"] = serde_json::Value::Null,
                    Err(error) => {
                        unreadable.get_or_insert(error);
                    }
                }
            }
            lines += 1;
            failed = writeln!(out, "{value}").err();
        })?;
        if let Some(error) = unreadable {
            return Err(error.into());
        }
        failed.map_or(Ok(lines), |error| Err(Refusal::fix("cannot-write").with("detail", error.kind())))
    }
}

/// A moment as part of a file name, on every system.
fn file_moment(at: &str) -> String {
    at.chars().take(19).map(|letter| if letter == ':' { '-' } else { letter }).collect()
}
