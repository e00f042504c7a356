//! Backups that are proven by opening them, and the check of the whole store.

use std::path::{Path, PathBuf};

use crate::role::Deed;
use crate::wire::settings::{BackupLine, VerdictLine};
use crate::{Clinic, Now, Result, refresh, wording};

/// Rotating backups kept: two weeks of working days.
const KEPT: usize = 10;

impl Clinic {
    /// Folder of backups and papers beside the store.
    pub fn folder(&self, name: &str) -> PathBuf {
        self.store.path().parent().unwrap_or_else(|| Path::new(".")).join(name)
    }

    pub fn backup_now(&self, now: &Now) -> Result<BackupLine> {
        self.need(Deed::Guard)?;
        self.backup_of_the_day(now)
    }

    /// The rotating backup that the desk makes by itself, whoever is there.
    pub fn backup_of_the_day(&self, now: &Now) -> Result<BackupLine> {
        self.need_present()?;
        let made = self.store.backup(&self.folder("backups"), KEPT, now.stamp.clone())?;
        Ok(BackupLine {
            path: made.path.display().to_string(),
            at: now.stamp.at.clone(),
            entries: u32::try_from(made.entries).unwrap_or(u32::MAX),
            proven: made.proven,
        })
    }

    /// True on a day that has no proven backup yet. While a past day is shown it waits: nothing is written meanwhile.
    pub fn backup_is_due(&self, now: &Now) -> Result<bool> {
        if self.looking_back.is_some() {
            return Ok(false);
        }
        let today = now.today.to_string();
        Ok(self.store.last_proven_backup()?.is_none_or(|made| made.at.get(..10) != Some(today.as_str())))
    }

    pub fn verify(&self, deep: bool) -> Result<VerdictLine> {
        self.need(Deed::Guard)?;
        let verdict = self.store.verify(deep)?;
        let mut details = verdict.integrity.clone();
        if let Some(place) = &verdict.first_break {
            details.push(format!("{place:?}"));
        }
        let count = |n: u64| u32::try_from(n).unwrap_or(u32::MAX);
        Ok(VerdictLine {
            entries: count(verdict.entries),
            devices: count(verdict.devices),
            ok: verdict.ok,
            text: wording::verdict(&self.words, verdict.ok, verdict.entries),
            details,
        })
    }

    /// Drops every projection and computes it again from the ledger.
    pub fn rebuild(&mut self) -> Result<usize> {
        self.need(Deed::Guard)?;
        self.need_present()?;
        self.compute_anew()
    }

    /// Not a deed of anyone: the rows say what the ledger says.
    pub(crate) fn compute_anew(&mut self) -> Result<usize> {
        let protocols = &self.protocols;
        Ok(self
            .store
            .rebuild(&refresh::edition(), &mut |subject, entries| refresh::rows(subject, entries, protocols))?)
    }
}
