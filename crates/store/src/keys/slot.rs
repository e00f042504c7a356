//! One key slot: the data key, wrapped under what a user's passphrase derives to.
//!
//! Holds no login and no name: the slot is found by a keyed digest of the login. The wrapping is bound to
//! the store, to the practice mark, to the digest and to the parameters, so that none can be exchanged.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::cost::Cost;
use super::passphrase;
use super::secret::{self, DataKey, KEY_BYTES};

/// What all slots of one store share.
pub(crate) struct Bound<'a> {
    pub store_id: &'a str,
    pub practice: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Slot {
    pub id: String,
    pub tag: String,
    /// Always `argon2id`; written out for whoever reads the file without this program.
    pub kdf: String,
    pub cost: Cost,
    pub salt: String,
    /// 24-byte nonce and XChaCha20-Poly1305 ciphertext of the data key.
    pub wrapped: String,
}

/// Digest that finds the slot of a login without naming it: keyed with the store's random salt.
pub(crate) fn tag(tag_salt: &[u8], login: &str) -> String {
    let login = passphrase::bytes(&login.trim().to_lowercase());
    let mut digest = Sha256::new();
    digest.update(b"perennial login tag 1");
    digest.update(tag_salt);
    digest.update(login.as_slice());
    hex::encode(digest.finalize())
}

impl Slot {
    /// `None` when the cost is none of Argon2's.
    pub fn new(bound: &Bound<'_>, tag: String, passphrase: &str, cost: Cost, key: &DataKey) -> Option<Self> {
        let salt = secret::random::<16>();
        let mut slot = Self {
            id: hex::encode(secret::random::<8>()),
            tag,
            kdf: "argon2id".into(),
            cost,
            salt: hex::encode(salt),
            wrapped: String::new(),
        };
        let derived = cost.derive(&passphrase::bytes(passphrase), &salt)?;
        slot.wrapped = hex::encode(secret::seal(&derived, &slot.about(bound), key.0.as_slice()));
        Some(slot)
    }

    /// The data key, or `None` when the passphrase is another.
    pub fn open(&self, bound: &Bound<'_>, passphrase: &str) -> Option<DataKey> {
        let salt = hex::decode(&self.salt).ok()?;
        let sealed = hex::decode(&self.wrapped).ok()?;
        let derived = self.cost.derive(&passphrase::bytes(passphrase), &salt)?;
        let plain = secret::unseal(&derived, &self.about(bound), &sealed)?;
        let bytes = <[u8; KEY_BYTES]>::try_from(plain.as_slice()).ok()?;
        Some(DataKey(Zeroizing::new(bytes)))
    }

    fn about(&self, bound: &Bound<'_>) -> Vec<u8> {
        let practice = if bound.practice { "practice" } else { "real" };
        let Cost { memory_kib, passes } = self.cost;
        let parts = [bound.store_id, practice, &self.id, &self.tag, &self.kdf, &self.salt];
        format!("perennial slot 1|{}|{memory_kib}|{passes}", parts.join("|")).into_bytes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slot_cannot_be_moved_to_another_store_or_made_practice() {
        let key = DataKey::new();
        let bound = Bound { store_id: "a", practice: false };
        let slot = Slot::new(&bound, tag(b"salt", "Mei"), "a long passphrase", Cost::practice(), &key).unwrap();
        assert_eq!(slot.open(&bound, "a long passphrase").unwrap().0, key.0);
        assert!(slot.open(&bound, "another passphrase").is_none());
        assert!(slot.open(&Bound { store_id: "b", practice: false }, "a long passphrase").is_none());
        assert!(slot.open(&Bound { store_id: "a", practice: true }, "a long passphrase").is_none());
        let cheaper = Slot { cost: Cost { passes: 2, ..slot.cost }, ..slot };
        assert!(cheaper.open(&bound, "a long passphrase").is_none());
    }

    #[test]
    fn a_login_is_found_however_it_is_written() {
        assert_eq!(tag(b"salt", "Mei "), tag(b"salt", "mei"));
        assert_ne!(tag(b"salt", "mei"), tag(b"pepper", "mei"));
    }
}
