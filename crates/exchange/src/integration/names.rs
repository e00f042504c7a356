//! Names that recur in a million rows, each kept once and known by its number.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Mixes eight bytes at a time. The names are a laboratory's own, so nobody is served by a hash that resists attack.
#[derive(Default)]
pub(super) struct Quick(u64);

impl Quick {
    fn mix(&mut self, word: u64) {
        // Both halves of the product: the upper bits of a word must reach the lower bits of the hash.
        let product = u128::from(self.0 ^ word) * 0x9e37_79b9_7f4a_7c15;
        self.0 = (product as u64) ^ (product >> 64) as u64;
    }
}

impl Hasher for Quick {
    fn write(&mut self, bytes: &[u8]) {
        let (words, rest) = bytes.as_chunks::<8>();
        for word in words {
            self.mix(u64::from_le_bytes(*word));
        }
        self.mix(rest.iter().fold(rest.len() as u64, |word, byte| word << 8 | u64::from(*byte)));
    }

    fn write_u128(&mut self, word: u128) {
        self.mix(word as u64);
        self.mix((word >> 64) as u64);
    }

    fn write_usize(&mut self, length: usize) {
        self.mix(length as u64);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

/// Longest name that fits a word together with its length.
const SHORT: usize = 15;

#[derive(Default)]
pub(super) struct Names {
    /// Names of a few letters, as genes and chromosomes are, lie in the table itself: no pointer is followed.
    short: HashMap<u128, u32, BuildHasherDefault<Quick>>,
    long: HashMap<Box<[u8]>, u32, BuildHasherDefault<Quick>>,
    /// The long name asked for last: the rows of a sample mostly stand together.
    last: (Vec<u8>, u32),
}

impl Names {
    /// The number of a name, and whether it is new.
    pub fn number(&mut self, name: &[u8]) -> (u32, bool) {
        let next = u32::try_from(self.short.len() + self.long.len()).unwrap_or(u32::MAX);
        if name.len() <= SHORT {
            let number = *self.short.entry(word(name)).or_insert(next);
            return (number, number == next);
        }
        if self.last.0 == name {
            return (self.last.1, false);
        }
        let number = match self.long.get(name) {
            Some(number) => *number,
            None => {
                self.long.insert(name.into(), next);
                next
            }
        };
        self.last.0.clear();
        self.last.0.extend_from_slice(name);
        self.last.1 = number;
        (number, number == next)
    }
}

/// A name of at most [`SHORT`] bytes with its length, different for every name. Loads of fixed length that overlap:
/// copying a few bytes one way and loading them another would wait for the copy.
fn word(name: &[u8]) -> u128 {
    let length = name.len();
    let four = |bytes: Option<&[u8; 4]>| bytes.map_or(0, |bytes| u64::from(u32::from_le_bytes(*bytes)));
    let (low, high) = match (name.first_chunk::<8>(), name.last_chunk::<8>()) {
        (Some(first), Some(last)) => {
            // What the first eight hold already is shifted out; fifteen bytes leave the uppermost one free.
            let rest = if length == 8 { 0 } else { u64::from_le_bytes(*last) >> (8 * (16 - length)) };
            (u64::from_le_bytes(*first), rest)
        }
        _ if length >= 4 => (four(name.first_chunk()) | four(name.last_chunk()) << (8 * (length - 4)), 0),
        _ => (name.iter().rev().fold(0, |word, byte| word << 8 | u64::from(*byte)), 0),
    };
    u128::from(low) | u128::from(high) << 64 | (length as u128) << 120
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn a_word_holds_every_byte_of_its_name(name in proptest::collection::vec(0_u8.., 0..=SHORT)) {
            let mut plain = [0; 16];
            plain[..name.len()].copy_from_slice(&name);
            plain[SHORT] = name.len() as u8;
            assert_eq!(word(&name), u128::from_le_bytes(plain));
        }
    }

    #[test]
    fn a_name_keeps_its_number_whether_short_or_long() {
        let mut names = Names::default();
        let given: [&[u8]; 6] = [b"", b"\0", b"chr1", b"fifteen letters", b"sixteen letters!", b"chr10"];
        for (number, name) in (0..).zip(given) {
            assert_eq!(names.number(name), (number, true));
        }
        for (number, name) in (0..6).zip(given).rev() {
            assert_eq!(names.number(name), (number, false));
        }
    }
}
