//! Names and telephones: sealed under the subject's own key, shown on request only.

use facts::{Fact, Identity, SubjectId};
use store::NewEntry;

use crate::role::Deed;
use crate::{Clinic, Now, Refusal, Result};

impl Clinic {
    /// The subject's identity; empty when none was given, a refusal when it was erased.
    pub fn identity(&self, subject: SubjectId) -> Result<Identity> {
        self.need(Deed::ReadIdentity)?;
        let entries = self.store.entries_of(subject)?;
        let (newest, _) = facts::life::heads(&entries);
        let sealed = newest.iter().find_map(|entry| match &entry.fact {
            Fact::Identity(sealed) => Some(sealed),
            _ => None,
        });
        sealed.map_or(Ok(Identity::default()), |sealed| Ok(self.store.open_identity(subject, sealed)?))
    }

    /// Keeps a new version of the identity. Guardians have days that schedules follow: they are kept by their own use case
    /// and stay here as they are.
    pub fn set_identity(&mut self, subject: SubjectId, identity: &Identity, because: &str, now: &Now) -> Result<()> {
        self.need(Deed::Enter)?;
        let entries = self.store.entries_of(subject)?;
        self.life_in(subject, &entries)?;
        let (newest, _) = facts::life::heads(&entries);
        let before = newest.iter().find(|entry| matches!(entry.fact, Fact::Identity(_)));
        if before.is_some() && because.trim().is_empty() {
            return Err(Refusal::ask("reason-for-change").about("because"));
        }
        let guardians = self.identity(subject)?.guardians;
        let identity = Identity { guardians, ..identity.clone() };
        let sealed = self.store.seal_identity(subject, &identity)?;
        let entry = NewEntry {
            record: before.map(|entry| entry.record),
            supersedes: before.map(|entry| entry.id),
            reason: before.map(|_| because.trim().to_owned()),
            ..self.new_entry(Fact::Identity(sealed), now)
        };
        self.write(subject, vec![entry])?;
        Ok(())
    }

    /// Destroys the key of the identity: the person is forgotten, the ledger's chain stays whole.
    pub fn erase_identity(&mut self, subject: SubjectId) -> Result<()> {
        self.need(Deed::Administer)?;
        Ok(self.store.erase_identity(subject)?)
    }
}
