//! A damaged or edited file is told from a wrong passphrase, and the first break is named.

use std::path::Path;

use super::site::*;
use crate::ledger::chain;
use crate::verify::Broken;
use crate::{Store, StoreError};

fn flip(path: &Path, at: usize) {
    let mut bytes = std::fs::read(path).unwrap();
    bytes[at] ^= 0x40;
    std::fs::write(path, bytes).unwrap();
}

/// A store with enough in it that pages beyond the first hold entries.
fn filled(place: &Place) {
    let mut store = open_store(place);
    let subject = enrol(&mut store, "S-001");
    let long = "x".repeat(3000);
    for second in 2..40 {
        store.append(Some(subject), vec![new(second, visit("2025-01-01", &long))], |_| None).unwrap();
    }
}

#[test]
fn a_damaged_first_page_is_damage_and_not_a_wrong_passphrase() {
    for at in [3, 20, 100, 4090] {
        let place = place();
        filled(&place);
        flip(&place.path, at);
        let opened = Store::open(&place.path, "mei", PASSPHRASE);
        assert!(matches!(opened, Err(StoreError::Damaged { .. })), "byte {at}: {opened:?}");
        // A wrong passphrase is still one.
        assert!(matches!(Store::open(&place.path, "mei", "mild oysters at one"), Err(StoreError::WrongPassphrase)));
    }
}

#[test]
fn a_file_cut_short_is_damage() {
    let place = place();
    filled(&place);
    let bytes = std::fs::read(&place.path).unwrap();
    std::fs::write(&place.path, &bytes[..bytes.len() / 2 / 4096 * 4096]).unwrap();
    match Store::open(&place.path, "mei", PASSPHRASE) {
        Err(error) => assert!(matches!(error, StoreError::Damaged { .. }), "{error:?}"),
        Ok((store, _)) => assert!(!store.verify(true).unwrap().ok),
    }
}

#[test]
fn a_flipped_byte_anywhere_is_found() {
    let place = place();
    filled(&place);
    let length = std::fs::metadata(&place.path).unwrap().len() as usize;
    for page in 1..length / 4096 {
        flip(&place.path, page * 4096 + 700);
        match Store::open(&place.path, "mei", PASSPHRASE) {
            Err(error) => assert!(matches!(error, StoreError::Damaged { .. }), "page {page}: {error:?}"),
            Ok((store, _)) => {
                let read = store.all_entries(&mut |_, _| {});
                assert!(matches!(read, Ok(()) | Err(StoreError::Damaged { .. })), "page {page}: {read:?}");
                let verdict = store.verify(true).unwrap();
                assert!(!verdict.ok && !verdict.integrity.is_empty(), "page {page}: {verdict:?}");
            }
        }
        flip(&place.path, page * 4096 + 700);
    }
    assert!(Store::open(&place.path, "mei", PASSPHRASE).unwrap().0.verify(true).unwrap().ok);
}

#[test]
fn reading_a_damaged_page_is_damage() {
    let place = place();
    filled(&place);
    let length = std::fs::metadata(&place.path).unwrap().len() as usize;
    for page in 1..length / 4096 {
        flip(&place.path, page * 4096 + 700);
    }
    let opened = Store::open(&place.path, "mei", PASSPHRASE);
    assert!(matches!(opened, Err(StoreError::Damaged { .. })), "{opened:?}");
}

#[test]
fn damaged_slots_are_damage_and_lost_slots_are_lost() {
    let place = place();
    let kit = create(&place.path).kit;
    let slots = place.folder.path().join("site.perennial.keys");
    let text = std::fs::read(&slots).unwrap();
    std::fs::write(&slots, b"{").unwrap();
    assert!(matches!(Store::open(&place.path, "mei", PASSPHRASE), Err(StoreError::Damaged { .. })));
    std::fs::remove_file(&slots).unwrap();
    assert!(matches!(Store::open(&place.path, "mei", PASSPHRASE), Err(StoreError::SlotsMissing { .. })));
    assert!(Store::peek(&place.path).unwrap().slots_missing);
    assert!(Store::open_with_kit(&place.path, &kit.words.join(" ")).is_ok());
    std::fs::write(&slots, text).unwrap();
    assert!(Store::open(&place.path, "mei", PASSPHRASE).is_ok());
}

/// What someone with the key and a database tool could do.
fn tamper(store: &Store, sql: &str) {
    store
        .connection
        .execute_batch("DROP TRIGGER entries_are_never_updated; DROP TRIGGER entries_are_never_deleted")
        .unwrap();
    store.connection.execute(sql, []).unwrap();
}

#[test]
fn a_tampered_line_is_found_and_named() {
    let cases = [
        ("UPDATE entries SET payload = replace(payload, 'first', 'worst') WHERE position = 4", 4, Broken::Content),
        ("UPDATE entries SET recorded_at = '2030-01-01T00:00:00Z' WHERE position = 4", 4, Broken::Content),
        ("UPDATE entries SET reason = 'because' WHERE position = 5", 5, Broken::Content),
        ("UPDATE entries SET author_name = 'Someone' WHERE position = 1", 1, Broken::Content),
        ("UPDATE entries SET previous_hash = zeroblob(32) WHERE position = 4", 4, Broken::Previous),
        ("DELETE FROM entries WHERE position = 4", 5, Broken::Sequence),
    ];
    for (sql, sequence, what) in cases {
        let place = place();
        let mut store = open_store(&place);
        let subject = enrol(&mut store, "S-001");
        for (second, note) in [(2, "first"), (3, "second"), (4, "third")] {
            store.append(Some(subject), vec![new(second, visit("2025-01-01", note))], |_| None).unwrap();
        }
        assert!(store.verify(true).unwrap().ok);
        tamper(&store, sql);
        let verdict = store.verify(false).unwrap();
        let found = verdict.first_break.unwrap();
        assert_eq!((found.sequence, found.what, verdict.ok), (sequence, what, false), "{sql}");
    }
}

/// Worked example of docs/decisions/003: anybody can recompute it.
#[test]
fn the_layout_of_the_hash_is_fixed_for_ever() {
    let uuid = |n: u128| uuid::Uuid::from_u128(n);
    let entry = facts::Entry {
        id: facts::EntryId(uuid(1)),
        device: facts::DeviceId(uuid(2)),
        sequence: 1,
        record: facts::RecordId(uuid(1)),
        supersedes: None,
        subject: Some(facts::SubjectId(uuid(3))),
        author: author(),
        recorded_at: stamp(0).at,
        reason: None,
        origins: Vec::new(),
        fact: visit("2025-03-01", "well"),
    };
    let payload = r#"{"fact":"visit","code":null,"on":"2025-03-01","mode":"clinic","note":"well"}"#;
    assert_eq!(entry.fact.to_payload(), payload);
    let hash = chain::hash(&entry, payload, &chain::GENESIS);
    assert_eq!(hex::encode(hash), "2f66728262561d643031fa83dc694c2165d676b57b4dc540dcf727dfac99423f");
}
