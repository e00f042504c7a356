//! A backup is proven by opening it, and old ones make room.

use super::site::*;
use crate::{Store, StoreError};

#[test]
fn a_backup_opens_like_a_store_and_writes_a_chain_of_its_own() {
    let place = place();
    let mut store = open_store(&place);
    let subject = enrol(&mut store, "S-001");
    let folder = place.folder.path().join("backups");
    let made = store.backup(&folder, 3, stamp(5)).unwrap();
    assert!(made.proven);
    assert_eq!(made.entries, 3);
    assert_eq!(made.path.file_name().unwrap(), "site-20310502-090005.perennial");
    let noted = store.last_proven_backup().unwrap().unwrap();
    assert_eq!((noted.path, noted.at, noted.entries), (made.path.clone(), stamp(5).at, 3));
    let (mut copy, _) = Store::open(&made.path, "mei", PASSPHRASE).unwrap();
    assert_eq!(copy.entries_of(subject).unwrap(), store.entries_of(subject).unwrap());
    assert_eq!(copy.subject_rows().unwrap(), store.subject_rows().unwrap());
    assert_ne!(copy.device(), store.device());
    copy.append(Some(subject), vec![new(9, visit("2025-01-01", ""))], |_| None).unwrap();
    let verdict = copy.verify(true).unwrap();
    assert_eq!((verdict.ok, verdict.entries, verdict.devices), (true, 4, 2));
}

#[test]
fn the_newest_are_kept_and_other_files_left_alone() {
    let place = place();
    let store = open_store(&place);
    let folder = place.folder.path().join("backups");
    std::fs::create_dir(&folder).unwrap();
    for other in ["site-notes.perennial", "site2-20310502-090000.perennial", "letter.txt"] {
        std::fs::write(folder.join(other), b"mine").unwrap();
    }
    let made: Vec<_> = [1, 2, 2, 3].map(|second| store.backup(&folder, 2, stamp(second)).unwrap().path).into();
    let exists: Vec<bool> = made.iter().map(|path| path.exists()).collect();
    assert_eq!(exists, [false, false, true, true]);
    assert!(Store::open(&made[3], "mei", PASSPHRASE).is_ok());
    let mut names: Vec<String> =
        std::fs::read_dir(&folder).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    assert_eq!(names.iter().filter(|name| name.ends_with(".keys")).count(), 2);
    for other in ["site-notes.perennial", "site2-20310502-090000.perennial", "letter.txt"] {
        assert!(names.iter().any(|name| name == other), "{names:?}");
    }
}

#[test]
fn a_backup_of_a_tampered_ledger_is_not_proven_and_displaces_nothing() {
    let place = place();
    let mut store = open_store(&place);
    enrol(&mut store, "S-001");
    let folder = place.folder.path().join("backups");
    let good = store.backup(&folder, 1, stamp(1)).unwrap();
    store
        .connection
        .execute_batch("DROP TRIGGER entries_are_never_updated; UPDATE entries SET reason = 'x' WHERE position = 3")
        .unwrap();
    let bad = store.backup(&folder, 1, stamp(2)).unwrap();
    assert!(good.proven && !bad.proven);
    assert!(good.path.exists() && !bad.path.exists(), "a copy of damage fills no disk");
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 2, "the good one and its slots");
    assert_eq!(store.last_proven_backup().unwrap().unwrap().path, good.path);
}

#[test]
fn a_folder_that_is_not_there_is_a_missing_disk() {
    let place = place();
    let store = open_store(&place);
    let refused = store.backup(&place.folder.path().join("usb").join("backups"), 3, stamp(1));
    assert!(matches!(refused, Err(StoreError::DiskMissing { .. })));
}
