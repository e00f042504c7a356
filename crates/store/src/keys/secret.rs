//! The store's data key, randomness, and the one way anything is sealed (XChaCha20-Poly1305).
//!
//! 24-byte nonces are drawn at random: with XChaCha20 that is safe for any number of messages we write.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

pub(crate) const KEY_BYTES: usize = 32;
const NONCE_BYTES: usize = 24;
/// How much longer a sealed text is than the plain one: the nonce and Poly1305's tag.
pub(crate) const SEAL_OVERHEAD: usize = NONCE_BYTES + 16;

/// The 256-bit key of the database file; wiped from memory when the store is locked.
#[derive(Clone)]
pub(crate) struct DataKey(pub Zeroizing<[u8; KEY_BYTES]>);

impl DataKey {
    pub fn new() -> Self {
        Self(Zeroizing::new(random()))
    }

    /// Names the store without saying anything about the key: a truncated one-way digest of 256 random
    /// bits. It stands on the recovery kit and in the sidecar, and shows that the two belong together.
    pub fn store_id(&self) -> String {
        let mut digest = Sha256::new();
        digest.update(b"perennial store id 1");
        digest.update(self.0.as_slice());
        hex::encode(&digest.finalize()[..8])
    }
}

/// Random bytes of the operating system.
///
/// # Panics
/// When the operating system has no randomness: no key may be made then, so there is nothing to go on with.
pub(crate) fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0_u8; N];
    // Documented by getrandom as impossible on the systems we run on once they have started.
    getrandom::fill(&mut bytes).expect("the operating system gives randomness");
    bytes
}

/// Nonce and ciphertext of `plain`, bound to `about`.
pub(crate) fn seal(key: &[u8; KEY_BYTES], about: &[u8], plain: &[u8]) -> Vec<u8> {
    let nonce = random::<NONCE_BYTES>();
    let cipher = XChaCha20Poly1305::new(&Key::from(*key));
    // Fails only beyond 256 GiB of plain text.
    let sealed = cipher.encrypt(&XNonce::from(nonce), Payload { msg: plain, aad: about }).expect("a short message");
    [nonce.as_slice(), &sealed].concat()
}

/// The plain text, or `None` when the key or the binding is not the one it was sealed with.
pub(crate) fn unseal(key: &[u8; KEY_BYTES], about: &[u8], sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let (nonce, text) = sealed.split_first_chunk::<NONCE_BYTES>()?;
    let cipher = XChaCha20Poly1305::new(&Key::from(*key));
    cipher.decrypt(&XNonce::from(*nonce), Payload { msg: text, aad: about }).ok().map(Zeroizing::new)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sealed_opens_with_the_same_key_and_binding_only() {
        let (key, other) = (random(), random());
        let sealed = seal(&key, b"S-001", b"text");
        assert_eq!(unseal(&key, b"S-001", &sealed).unwrap().as_slice(), b"text");
        assert!(unseal(&key, b"S-002", &sealed).is_none());
        assert!(unseal(&other, b"S-001", &sealed).is_none());
        assert!(unseal(&key, b"S-001", &sealed[..20]).is_none());
    }
}
