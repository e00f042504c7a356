//! Backups beside the store: whole, encrypted with the same key, and proven by opening them and walking
//! their chain. The newest few are kept; one that is not proven is not kept and displaces nothing.
//!
//! A backup is a store: with its slots beside it, it opens like any other, and becomes a device of its own.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use rusqlite::named_params;
use serde::{Deserialize, Serialize};

use crate::connection::{self, Access};
use crate::error::{At, Doing};
use crate::keys::sidecar;
use crate::open::remove_database;
use crate::{Result, Stamp, Store, StoreError, files, settings, verify};

const ENDING: &str = "perennial";

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackupMade {
    /// Where it lies when it is proven; there is no file otherwise.
    pub path: PathBuf,
    pub entries: u64,
    /// It was opened with the key, its chain is whole and ends where the store's does.
    pub proven: bool,
}

/// The newest backup that was proven, as the store remembers it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProvenBackup {
    pub path: PathBuf,
    /// RFC 3339, as stamped by the caller.
    pub at: String,
    pub entries: u64,
}

impl Store {
    /// Makes and proves a backup in `folder` and keeps the newest `keep` of this store there.
    pub fn backup(&self, folder: &Path, keep: usize, at: Stamp) -> Result<BackupMade> {
        files::make_folder(folder)?;
        let path = self.free_name(folder, &at)?;
        let new = files::beside(&path, "new");
        let made = self.copy_to(&new).and_then(|()| self.prove(&new));
        let made = match made {
            Ok(verdict) => verdict,
            Err(error) => {
                // A half-written copy helps nobody; the error is the one to report.
                let _ = remove_database(&new);
                return Err(error);
            }
        };
        if !made.ok {
            // A copy of damage is no backup: kept, one a try would fill the disk that the proven ones lie on.
            remove_database(&new)?;
            return Ok(BackupMade { path, entries: made.entries, proven: false });
        }
        if let Some(slots) = &self.sidecar {
            slots.write(&path)?;
        }
        files::rename(&new, &path)?;
        let proven = ProvenBackup { path: path.clone(), at: at.at, entries: made.entries };
        let json = serde_json::to_string(&proven).map_err(|error| StoreError::damaged("backup", error))?;
        settings::keep_setting(&self.connection, settings::PROVEN_BACKUP, &json)?;
        self.rotate(folder, keep.max(1))?;
        Ok(BackupMade { path, entries: made.entries, proven: true })
    }

    pub fn last_proven_backup(&self) -> Result<Option<ProvenBackup>> {
        let kept = settings::setting(&self.connection, settings::PROVEN_BACKUP)?;
        // Only a convenience: an unreadable note is no reason to refuse anything.
        Ok(kept.and_then(|json| serde_json::from_str(&json).ok()))
    }

    /// SQLite's own compacting copy; SQLCipher encrypts it with the key of this store.
    fn copy_to(&self, new: &Path) -> Result<()> {
        remove_database(new)?;
        let name = new.to_str().ok_or_else(|| {
            let source = std::io::Error::from(std::io::ErrorKind::InvalidFilename);
            StoreError::Io { place: new.display().to_string(), source }
        })?;
        self.connection.execute("VACUUM INTO :path", named_params! { ":path": name }).doing("copy the store")?;
        // Opened as it would be after a disaster: with the key alone. It is another device from now on.
        let copy = connection::open(new, &self.key, Access::ReadWrite)?;
        settings::drop_setting(&copy, settings::DEVICE)?;
        copy.close().map_err(|(_, error)| StoreError::sql("close a backup", error))?;
        File::options().write(true).open(new).and_then(|file| file.sync_all()).at(new)
    }

    fn prove(&self, new: &Path) -> Result<verify::Verdict> {
        let copy = connection::open(new, &self.key, Access::ReadOnly)?;
        let mut verdict = verify::walk(&copy)?;
        let here = verify::walk(&self.connection)?;
        verdict.ok &= verdict.entries == here.entries && verdict.devices == here.devices;
        Ok(verdict)
    }

    /// `<store>-20310502-094107.perennial`: sorts by time; a second one in the same second gets a number.
    fn free_name(&self, folder: &Path, at: &Stamp) -> Result<PathBuf> {
        let digits: String = at.at.chars().take(19).filter(char::is_ascii_digit).collect();
        let (day, time) = digits.split_at(digits.len().min(8));
        for number in 1..100 {
            let again = if number == 1 { String::new() } else { format!("-{number:02}") };
            let path = folder.join(format!("{}-{day}-{time}{again}.{ENDING}", self.stem()));
            if !path.exists() && !sidecar::path_beside(&path).exists() {
                return Ok(path);
            }
        }
        Err(StoreError::AlreadyExists { path: folder.to_owned() })
    }

    fn stem(&self) -> String {
        self.path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
    }

    /// Removes the oldest backups of this store beyond `keep`. Files of any other name are left alone.
    fn rotate(&self, folder: &Path, keep: usize) -> Result<()> {
        let mut backups = Vec::new();
        for entry in fs::read_dir(folder).at(folder)? {
            let path = entry.at(folder)?.path();
            if self.is_backup(&path) {
                backups.push(path);
            }
        }
        // By name without its ending: the second backup of one second comes after the first.
        backups.sort_by_key(|path| path.file_stem().map(ToOwned::to_owned));
        let old = backups.len().saturating_sub(keep);
        for path in &backups[..old] {
            remove_database(path)?;
            files::remove(&sidecar::path_beside(path))?;
            files::remove(&files::beside(path, "keys.bak"))?;
            files::remove(&files::beside(path, "lock"))?;
        }
        Ok(())
    }

    fn is_backup(&self, path: &Path) -> bool {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let stamp = name
            .strip_prefix(&self.stem())
            .and_then(|rest| rest.strip_prefix('-'))
            .and_then(|rest| rest.strip_suffix(&format!(".{ENDING}")));
        stamp.is_some_and(|stamp| {
            stamp.len() >= 15 && stamp.chars().all(|c| c.is_ascii_digit() || c == '-') && path != self.path
        })
    }
}
