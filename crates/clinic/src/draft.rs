//! Drafts: what was being typed, kept encrypted in the store across lock, crash and power loss.

use facts::SubjectId;

use crate::role::Deed;
use crate::wire::visit::{DraftKept, DraftLine};
use crate::{Clinic, Now, Result};

impl Clinic {
    pub fn keep_draft(&mut self, key: &str, subject: Option<SubjectId>, json: &str, now: &Now) -> Result<()> {
        self.need(Deed::Enter)?;
        Ok(self.store.keep_draft(key, &self.author.login, subject, json, now.stamp.clone())?)
    }

    pub fn draft(&self, key: &str) -> Result<Option<DraftKept>> {
        self.need(Deed::Enter)?;
        let draft = self.store.draft(key, &self.author.login)?;
        Ok(draft.map(|draft| DraftKept { json: draft.json, kept_at: draft.kept_at }))
    }

    /// Everything this person left unfinished.
    pub fn drafts(&self) -> Result<Vec<DraftLine>> {
        self.need(Deed::Enter)?;
        let rows = self.store.subject_rows()?;
        let code = |subject: Option<SubjectId>| {
            rows.iter().find(|row| Some(row.subject) == subject).map(|row| row.code.clone()).unwrap_or_default()
        };
        let drafts = self.store.drafts(&self.author.login)?.into_iter();
        Ok(drafts
            .map(|draft| DraftLine {
                subject_code: code(draft.subject),
                key: draft.key,
                subject: draft.subject,
                kept_at: draft.kept_at,
            })
            .collect())
    }

    pub fn drop_draft(&mut self, key: &str) -> Result<()> {
        self.need(Deed::Enter)?;
        Ok(self.store.drop_draft(key, &self.author.login)?)
    }
}
