//! How much work it is to try one passphrase (Argon2id, RFC 9106): at least 64 MiB, about half a second
//! on the machine where the slot is made. Each slot records its own cost.

use std::time::{Duration, Instant};

use argon2::{Algorithm, Argon2, Params, Version};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::secret::{self, KEY_BYTES};
use crate::{Result, StoreError};

/// Memory below which no slot of a real store is made.
pub(crate) const LEAST_MIB: u32 = 64;
const LEAST_KIB: u32 = LEAST_MIB * 1024;
/// Memory and passes above which no slot was ever made here: a file that asks for more is not worth the wait.
const MOST_KIB: u32 = 1024 * 1024;
const MOST_PASSES: u32 = 1024;
const AIM: Duration = Duration::from_millis(500);

/// Argon2id parameters of one slot. One lane: ours computes lanes one after another, an attacker would not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cost {
    pub(crate) memory_kib: u32,
    pub(crate) passes: u32,
}

impl Cost {
    /// Measured here: memory first (it is what an attacker pays for), then passes, to about half a second.
    pub fn chosen_here() -> Self {
        let probe = Self { memory_kib: LEAST_KIB, passes: 1 };
        let before = Instant::now();
        // The result is thrown away: only the time counts.
        let _ = probe.derive(b"probe", &[0; 16]);
        let spent = before.elapsed().max(Duration::from_millis(1));
        let affordable = u32::try_from(AIM.as_micros() / spent.as_micros().max(1)).unwrap_or(1).max(1);
        let memory = match affordable {
            12.. => 4,
            6.. => 2,
            _ => 1,
        };
        Self { memory_kib: memory * LEAST_KIB, passes: (affordable / memory).max(1) }
    }

    /// For the practice study and for tests of other crates: its passphrase is no secret. A store that is
    /// not marked as practice refuses it.
    pub fn practice() -> Self {
        Self { memory_kib: 64, passes: 1 }
    }

    /// Refuses what is too cheap for a real store.
    pub(crate) fn allowed(self, practice: bool) -> Result<()> {
        if practice || self.memory_kib >= LEAST_KIB {
            return Ok(());
        }
        Err(StoreError::WeakCost { least_mib: LEAST_MIB })
    }

    /// False for what would only tie up the machine: the cost stands in a file that came from elsewhere.
    pub(crate) fn is_bearable(self) -> bool {
        self.memory_kib <= MOST_KIB && self.passes <= MOST_PASSES
    }

    /// The slot's key from the passphrase. `None` when the parameters are none of Argon2's.
    pub(crate) fn derive(self, passphrase: &[u8], salt: &[u8]) -> Option<Zeroizing<[u8; KEY_BYTES]>> {
        let params = Params::new(self.memory_kib, self.passes, 1, Some(secret::KEY_BYTES)).ok()?;
        let mut key = Zeroizing::new([0_u8; KEY_BYTES]);
        let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        argon.hash_password_into(passphrase, salt, key.as_mut_slice()).ok()?;
        Some(key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_real_store_refuses_a_cheap_slot() {
        assert!(Cost::practice().allowed(true).is_ok());
        assert!(matches!(Cost::practice().allowed(false), Err(StoreError::WeakCost { least_mib: 64 })));
    }

    #[test]
    fn the_chosen_cost_is_never_below_the_least() {
        let cost = Cost::chosen_here();
        assert!(cost.memory_kib >= LEAST_KIB && cost.passes >= 1 && cost.is_bearable());
        assert!(cost.allowed(false).is_ok());
    }

    /// RFC 9106 has no vector without secret and associated data; this one is of the reference
    /// implementation (`argon2 -id -k 256 -t 2 -p 1`, P-H-C/phc-winner-argon2, test.c).
    #[test]
    fn the_derivation_is_argon2id() {
        let key = Cost { memory_kib: 256, passes: 2 }.derive(b"password", b"somesalt").unwrap();
        assert_eq!(hex::encode(key.as_slice()), "9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe");
    }
}
