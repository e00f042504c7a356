//! The file of key slots beside the store, `<store>.keys`: readable JSON, replaced whole and durably, with
//! the version before it kept as `.keys.bak`.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::cost::Cost;
use super::secret::{self, DataKey};
use super::slot::{self, Bound, Slot};
use crate::error::At;
use crate::{Result, StoreError, files};

const FORMAT: u32 = 1;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Sidecar {
    #[serde(rename = "perennial-keys")]
    pub format: u32,
    pub store: String,
    pub practice: bool,
    pub tag_salt: String,
    pub slots: Vec<Slot>,
}

/// `<store>.keys`
pub(crate) fn path_beside(store: &Path) -> PathBuf {
    files::beside(store, "keys")
}

impl Sidecar {
    pub fn new(key: &DataKey, practice: bool) -> Self {
        Self {
            format: FORMAT,
            store: key.store_id(),
            practice,
            tag_salt: hex::encode(secret::random::<16>()),
            slots: Vec::new(),
        }
    }

    /// `None` when there is no such file.
    pub fn read(store: &Path) -> Result<Option<Self>> {
        let path = path_beside(store);
        let text = match std::fs::read(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(StoreError::io(&path, error)),
        };
        let sidecar: Self =
            serde_json::from_slice(&text).map_err(|error| StoreError::damaged(&path.display().to_string(), error))?;
        if sidecar.format > FORMAT {
            return Err(StoreError::NewerSchema { found: sidecar.format, known: FORMAT });
        }
        Ok(Some(sidecar))
    }

    pub fn write(&self, store: &Path) -> Result<()> {
        let path = path_beside(store);
        let mut text =
            serde_json::to_vec_pretty(self).map_err(|error| StoreError::damaged(&path.display().to_string(), error))?;
        text.push(b'\n');
        if path.exists() {
            let kept = files::beside(store, "keys.bak");
            std::fs::copy(&path, &kept).at(&kept)?;
        }
        files::replace(&path, &text)
    }

    pub fn find(&self, login: &str) -> Option<&Slot> {
        let tag = self.tag(login);
        self.slots.iter().find(|slot| slot.tag == tag)
    }

    /// The data key that `passphrase` opens, or `None` when it opens nothing.
    pub fn open(&self, slot: &Slot, passphrase: &str) -> Option<DataKey> {
        slot.open(&self.bound(), passphrase)
    }

    /// The same file with a new slot in place of any that the login had.
    pub fn with_slot(&self, login: &str, passphrase: &str, cost: Cost, key: &DataKey) -> Result<Self> {
        super::passphrase::check(passphrase)?;
        cost.allowed(self.practice)?;
        let slot = Slot::new(&self.bound(), self.tag(login), passphrase, cost, key);
        let slot = slot.ok_or(StoreError::WeakCost { least_mib: super::cost::LEAST_MIB })?;
        let mut next = self.without_slot(login);
        next.slots.push(slot);
        Ok(next)
    }

    pub fn without_slot(&self, login: &str) -> Self {
        let tag = self.tag(login);
        let slots = self.slots.iter().filter(|slot| slot.tag != tag).cloned().collect();
        Self { slots, ..self.clone() }
    }

    fn tag(&self, login: &str) -> String {
        slot::tag(self.tag_salt.as_bytes(), login)
    }

    fn bound(&self) -> Bound<'_> {
        Bound { store_id: &self.store, practice: self.practice }
    }
}
