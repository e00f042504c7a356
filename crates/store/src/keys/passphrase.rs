//! What is asked of a passphrase, and the bytes it stands for.
//!
//! Length only: composition rules make passphrases worse (NIST SP 800-63B 5.1.1.2). The text is brought to
//! Unicode NFKD first, the form BIP39 uses, so that an accent typed on another system, or letters that an
//! input method left full-width, are the same passphrase.

use std::borrow::Cow;

use bip39::Mnemonic;
use zeroize::Zeroizing;

use crate::{Result, StoreError};

/// Fewest characters of a passphrase.
pub(crate) const LEAST: usize = 12;

pub(crate) fn check(passphrase: &str) -> Result<()> {
    if passphrase.chars().count() < LEAST {
        return Err(StoreError::WeakPassphrase { least: LEAST });
    }
    Ok(())
}

pub(crate) fn bytes(passphrase: &str) -> Zeroizing<Vec<u8>> {
    let mut text = Cow::Borrowed(passphrase);
    Mnemonic::normalize_utf8_cow(&mut text);
    match text {
        Cow::Borrowed(same) => Zeroizing::new(same.as_bytes().to_vec()),
        Cow::Owned(other) => Zeroizing::new(other.into_bytes()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_passphrase_on_two_keyboards_is_the_same_bytes() {
        assert_eq!(bytes("caf\u{e9}"), bytes("cafe\u{301}"));
        assert_eq!(bytes("ａｂｃ１２"), bytes("abc12"));
    }

    #[test]
    fn length_counts_characters_and_not_bytes() {
        assert!(check("十二個の文字があるとよい").is_ok());
        assert!(matches!(check("short"), Err(StoreError::WeakPassphrase { least: 12 })));
    }
}
