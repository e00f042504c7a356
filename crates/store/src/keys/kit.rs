//! The recovery kit: 24 words of the BIP39 English list that are the data key itself, to be printed and put
//! in a safe. The paper alone opens the store, also when the file of key slots is lost
//! (docs/decisions/002).

use bip39::{Error, Language, Mnemonic};
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use super::secret::DataKey;
use crate::{Result, StoreError};

const QR_PREFIX: &str = "perennial-kit:1:";
const WORDS: usize = 24;

/// Shown and printed once, when the store is made.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct RecoveryKit {
    pub words: Vec<String>,
    /// Says to which store the paper belongs.
    pub store_id: String,
}

impl std::fmt::Debug for RecoveryKit {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // Words never reach a log.
        f.debug_struct("RecoveryKit").field("store_id", &self.store_id).finish_non_exhaustive()
    }
}

impl RecoveryKit {
    pub(crate) fn of(key: &DataKey) -> Self {
        // 32 bytes are one of the lengths BIP39 encodes, so this cannot fail.
        let mnemonic = Mnemonic::from_entropy_in(Language::English, key.0.as_slice()).expect("32 bytes of entropy");
        Self { words: mnemonic.words().map(str::to_owned).collect(), store_id: key.store_id() }
    }

    /// What the printed QR code holds; [`crate::Store::open_with_kit`] takes it as it is.
    pub fn qr_text(&self) -> String {
        format!("{QR_PREFIX}{}:{}", self.store_id, self.words.join(" "))
    }
}

/// The key from words as a person typed them, or from the text of the QR code.
pub(crate) fn key(typed: &str) -> Result<DataKey> {
    let typed = typed.trim();
    let words = if typed.starts_with(QR_PREFIX) { typed.rsplit(':').next().unwrap_or_default() } else { typed };
    let words = Zeroizing::new(tidy(words));
    let count = words.split_whitespace().count();
    let mnemonic = Mnemonic::parse_in(Language::English, words.as_str()).map_err(|error| StoreError::KitWords {
        word: match error {
            Error::UnknownWord(index) => Some(index + 1),
            _ => None,
        },
    })?;
    if count != WORDS {
        return Err(StoreError::KitWords { word: None });
    }
    let entropy = Zeroizing::new(mnemonic.to_entropy());
    let bytes = <[u8; 32]>::try_from(entropy.as_slice()).map_err(|_| StoreError::KitWords { word: None })?;
    Ok(DataKey(Zeroizing::new(bytes)))
}

/// Lower case, single spaces, without the numbers and dots that stand before the words on paper.
fn tidy(words: &str) -> String {
    let plain = super::passphrase::bytes(words);
    let text = String::from_utf8_lossy(&plain).to_lowercase();
    let parts = text.split(|c: char| !c.is_alphabetic()).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_are_the_key() {
        let made = DataKey::new();
        let kit = RecoveryKit::of(&made);
        assert_eq!(kit.words.len(), 24);
        let numbered: String = kit.words.iter().enumerate().map(|(i, word)| format!("{}. {word}\n", i + 1)).collect();
        for typed in [kit.words.join(" "), numbered.to_uppercase(), kit.qr_text()] {
            assert_eq!(key(&typed).unwrap().0, made.0);
        }
    }

    /// Vector of the BIP39 standard (trezor/python-mnemonic, vectors.json).
    #[test]
    fn the_words_are_those_of_the_standard() {
        let kit = RecoveryKit::of(&DataKey(Zeroizing::new([0x7f; 32])));
        let published = "legal winner thank year wave sausage worth useful legal winner thank year wave sausage worth \
                         useful legal winner thank year wave sausage worth title";
        assert_eq!(kit.words.join(" "), published);
    }

    #[test]
    fn a_wrong_word_is_named_by_its_place() {
        let mut kit = RecoveryKit::of(&DataKey::new());
        kit.words[6] = "perennial".into();
        assert!(matches!(key(&kit.words.join(" ")), Err(StoreError::KitWords { word: Some(7) })));
        assert!(matches!(key("abandon ability"), Err(StoreError::KitWords { word: None })));
    }
}
