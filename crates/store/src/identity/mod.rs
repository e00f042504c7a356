//! Who a subject is: sealed under a key of the subject's own, which can be destroyed (GDPR article 17,
//! PIPL article 47) while the ledger that holds the sealed text stays whole.
//!
//! A backup made before the erasure still holds the key: the erasure is complete when those are gone
//! (docs/decisions/002).

use facts::fact::SealedIdentity;
use facts::{Identity, SubjectId};
use rusqlite::{OptionalExtension, named_params};
use zeroize::Zeroizing;

use crate::error::Doing;
use crate::keys::secret::{self, KEY_BYTES};
use crate::{Result, Store, StoreError};

/// What the store knows of a subject's key.
enum SubjectKey {
    NeverMade,
    Erased,
    Kept(Zeroizing<[u8; KEY_BYTES]>),
}

impl Store {
    /// Seals an identity under the subject's key, which is made when there is none yet.
    ///
    /// # Errors
    /// [`StoreError::IdentityErased`] once the subject was erased: nobody is remembered by accident.
    pub fn seal_identity(&mut self, subject: SubjectId, identity: &Identity) -> Result<SealedIdentity> {
        let key = match self.subject_key(subject)? {
            SubjectKey::Kept(key) => key,
            SubjectKey::Erased => return Err(StoreError::IdentityErased),
            SubjectKey::NeverMade => self.make_subject_key(subject)?,
        };
        let plain = serde_json::to_vec(identity).map_err(|error| StoreError::damaged("identity", error))?;
        let sealed = secret::seal(&key, subject.0.as_bytes(), &Zeroizing::new(plain));
        Ok(SealedIdentity { sealed: hex::encode(sealed) })
    }

    pub fn open_identity(&self, subject: SubjectId, sealed: &SealedIdentity) -> Result<Identity> {
        let key = match self.subject_key(subject)? {
            SubjectKey::Kept(key) => key,
            SubjectKey::Erased => return Err(StoreError::IdentityErased),
            SubjectKey::NeverMade => return Err(StoreError::damaged("identity", "no key")),
        };
        let bytes = hex::decode(&sealed.sealed).map_err(|error| StoreError::damaged("identity", error))?;
        let plain = secret::unseal(&key, subject.0.as_bytes(), &bytes)
            .ok_or_else(|| StoreError::damaged("identity", "the key does not fit"))?;
        serde_json::from_slice(&plain).map_err(|error| StoreError::damaged("identity", error))
    }

    /// Destroys the subject's key, in the file and in its log. Nothing of the ledger changes.
    pub fn erase_identity(&mut self, subject: SubjectId) -> Result<()> {
        self.connection
            .execute(include_str!("erase_subject_key.sql"), named_params! { ":subject": subject.0.into_bytes() })
            .doing("erase an identity")?;
        // What was being typed about the person may hold the name, under the store's key and not the person's own.
        self.connection
            .execute(include_str!("drop_drafts_of_subject.sql"), named_params! { ":subject": subject.0.into_bytes() })
            .doing("erase an identity")?;
        // Old pages of the log still hold the key (encrypted): write them back and empty the log.
        self.empty_the_log()
    }

    fn subject_key(&self, subject: SubjectId) -> Result<SubjectKey> {
        let params = named_params! { ":subject": subject.0.into_bytes() };
        let key: Option<Option<[u8; KEY_BYTES]>> = self
            .connection
            .query_row(include_str!("subject_key.sql"), params, |row| row.get("key"))
            .optional()
            .doing("read a subject's key")?;
        Ok(match key {
            None => SubjectKey::NeverMade,
            Some(None) => SubjectKey::Erased,
            Some(Some(key)) => SubjectKey::Kept(Zeroizing::new(key)),
        })
    }

    fn make_subject_key(&mut self, subject: SubjectId) -> Result<Zeroizing<[u8; KEY_BYTES]>> {
        let key = Zeroizing::new(secret::random::<KEY_BYTES>());
        let params = named_params! { ":subject": subject.0.into_bytes(), ":key": key.as_slice() };
        self.connection.execute(include_str!("keep_subject_key.sql"), params).doing("keep a subject's key")?;
        Ok(key)
    }
}
