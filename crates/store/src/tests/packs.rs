//! A pack opens as it was written, or says which of the things that can go wrong did.

use std::path::{Path, PathBuf};

use proptest::prelude::*;

use crate::{Cost, Pack, Part, StoreError};

const PASSPHRASE: &str = "told by telephone";

fn parts() -> Vec<Part> {
    let part = |name: &str, bytes: &[u8]| Part { name: name.into(), bytes: bytes.to_vec() };
    vec![part("record", b"{\"lines\":[\"Wang Xiaomei\"]}"), part("document", &[0, 10, 255, 10]), part("empty", b"")]
}

fn written(folder: &Path) -> PathBuf {
    let path = folder.join("S-001.handover");
    Pack::write(&path, &parts(), PASSPHRASE, Cost::practice(), true).unwrap();
    path
}

/// The file with its last bytes made those of its content, as somebody who means harm would.
fn resealed(mut bytes: Vec<u8>) -> Vec<u8> {
    use sha2::{Digest, Sha256};
    bytes.truncate(bytes.len() - 32);
    let seal = Sha256::digest(&bytes);
    bytes.extend_from_slice(&seal);
    bytes
}

#[test]
fn a_pack_opens_as_it_was_written_and_shows_nothing_before() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("S-001.handover");
    let made = Pack::write(&path, &parts(), PASSPHRASE, Cost::practice(), true).unwrap();
    let bytes = std::fs::read(&path).unwrap();
    assert_eq!(made.bytes, bytes.len() as u64);
    assert!(!bytes.windows(4).any(|seen| seen == b"Wang"), "sealed");
    let read = Pack::read(&path, PASSPHRASE).unwrap();
    assert_eq!((&read.id, &read.sha256, read.practice), (&made.id, &made.sha256, true));
    assert_eq!(read.parts, parts());
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left beside it");
}

#[test]
fn each_thing_that_is_wrong_has_its_own_word() {
    let folder = tempfile::tempdir().unwrap();
    let path = written(folder.path());
    let whole = std::fs::read(&path).unwrap();
    let read = |bytes: &[u8]| {
        std::fs::write(&path, bytes).unwrap();
        Pack::read(&path, PASSPHRASE)
    };
    assert!(matches!(Pack::read(&path, "told by a stranger"), Err(StoreError::WrongPassphrase)));
    assert!(matches!(Pack::read(&folder.path().join("none"), PASSPHRASE), Err(StoreError::Missing { .. })));
    for cut in [30, whole.len() / 2, whole.len() - 1] {
        assert!(matches!(read(&whole[..cut]), Err(StoreError::PackCutOff { .. })), "{cut}");
    }
    assert!(matches!(read(&[whole.as_slice(), b"x"].concat()), Err(StoreError::PackChanged { .. })));
    assert!(matches!(read(b"%PDF-1.7"), Err(StoreError::NotAPack { .. })));
    assert!(matches!(read(b""), Err(StoreError::NotAPack { .. })));
    let text = String::from_utf8_lossy(&whole).into_owned();
    assert!(text.starts_with("{\"perennial-hand-over\":1,"));
    let mut newer = whole.clone();
    newer[23] = b'2';
    assert!(matches!(read(&resealed(newer)), Err(StoreError::NewerPack { found: 2, known: 1 })));
    let mut dear = whole.clone();
    let at = text.find("\"memory_kib\":64").unwrap();
    dear.splice(at + 13..at + 15, *b"9999999");
    assert!(matches!(read(&resealed(dear)), Err(StoreError::PackChanged { .. })), "nobody waits for that key");
    let mut harmed = whole.clone();
    let at = harmed.len() - 40;
    harmed[at] ^= 1;
    assert!(matches!(read(&resealed(harmed)), Err(StoreError::PackChanged { .. })));
    assert!(read(&whole).is_ok());
}

#[test]
fn a_file_that_is_there_stays_and_a_short_passphrase_writes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("S-001.handover");
    let write = |passphrase, practice| Pack::write(&path, &parts(), passphrase, Cost::practice(), practice);
    assert!(matches!(write("short", true), Err(StoreError::WeakPassphrase { .. })));
    assert!(matches!(write(PASSPHRASE, false), Err(StoreError::WeakCost { .. })));
    assert!(!path.exists());
    std::fs::write(&path, "a letter").unwrap();
    assert!(matches!(write(PASSPHRASE, true), Err(StoreError::AlreadyExists { .. })));
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "a letter");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    let nowhere = folder.path().join("unplugged").join("S-001.handover");
    let refused = Pack::write(&nowhere, &parts(), PASSPHRASE, Cost::practice(), true);
    assert!(matches!(refused, Err(StoreError::DiskMissing { .. })));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    /// Whatever byte is changed, and also when its sum is made to fit: nothing is read from it.
    #[test]
    fn no_changed_byte_is_ever_read(at in any::<prop::sample::Index>(), by in 1_u8..=255, fitted in any::<bool>()) {
        let folder = tempfile::tempdir().unwrap();
        let path = written(folder.path());
        let mut bytes = std::fs::read(&path).unwrap();
        let at = at.index(bytes.len() - if fitted { 32 } else { 0 });
        bytes[at] ^= by;
        let bytes = if fitted { resealed(bytes) } else { bytes };
        std::fs::write(&path, bytes).unwrap();
        prop_assert!(Pack::read(&path, PASSPHRASE).is_err(), "byte {}", at);
    }
}
