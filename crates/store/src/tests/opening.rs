//! What each way of not opening says.

use super::site::*;
use crate::connection::{self, Access};
use crate::keys::secret::DataKey;
use crate::{Cost, Store, StoreError, files, migrate};

#[test]
fn a_store_opens_with_the_passphrase_and_knows_its_user() {
    let place = place();
    drop(create(&place.path));
    let (store, user) = Store::open(&place.path, "MEI", PASSPHRASE).unwrap();
    assert_eq!((user.login.as_str(), user.active), ("mei", true));
    assert_eq!(store.entries_of_site().unwrap().len(), 2);
    assert_eq!(store.last_recorded_at().unwrap().as_deref(), Some(stamp(0).at.as_str()));
}

#[test]
fn a_wrong_passphrase_and_an_unknown_user_are_told_apart() {
    let place = place();
    drop(create(&place.path));
    assert!(matches!(Store::open(&place.path, "mei", "mild oysters at one"), Err(StoreError::WrongPassphrase)));
    assert!(matches!(Store::open(&place.path, "mai", PASSPHRASE), Err(StoreError::UnknownUser { .. })));
    // Neither left the store locked.
    assert!(Store::open(&place.path, "mei", PASSPHRASE).is_ok());
}

#[test]
fn what_exists_is_never_replaced() {
    let place = place();
    drop(create(&place.path));
    let again = || Store::create(&place.path, practice_site(), admin(), PASSPHRASE, Cost::practice(), stamp(9));
    assert!(matches!(again(), Err(StoreError::AlreadyExists { .. })));
    std::fs::rename(&place.path, place.folder.path().join("elsewhere")).unwrap();
    assert!(matches!(again(), Err(StoreError::AlreadyExists { path }) if path.extension().unwrap() == "keys"));
}

#[test]
fn opening_never_makes_a_file() {
    let place = place();
    assert!(matches!(Store::open(&place.path, "mei", PASSPHRASE), Err(StoreError::Missing { .. })));
    assert!(matches!(Store::peek(&place.path), Err(StoreError::Missing { .. })));
    let unplugged = place.folder.path().join("disk").join("site.perennial");
    assert!(matches!(Store::open(&unplugged, "mei", PASSPHRASE), Err(StoreError::DiskMissing { .. })));
    assert_eq!(std::fs::read_dir(place.folder.path()).unwrap().count(), 0);
}

#[test]
fn a_folder_is_made_one_level_deep_and_no_deeper() {
    let place = place();
    let near = place.folder.path().join("new").join("site.perennial");
    let far = place.folder.path().join("no").join("such").join("site.perennial");
    let make = |path| Store::create(path, practice_site(), admin(), PASSPHRASE, Cost::practice(), stamp(0));
    assert!(make(near.as_path()).is_ok());
    assert!(matches!(make(far.as_path()), Err(StoreError::DiskMissing { .. })));
}

#[test]
fn a_file_that_is_no_store_is_called_so() {
    let place = place();
    for content in [b"a letter to the editor".repeat(200), b"SQLite format 3\0".repeat(256), Vec::new()] {
        std::fs::write(&place.path, content).unwrap();
        assert!(matches!(Store::open(&place.path, "mei", PASSPHRASE), Err(StoreError::NotAStore { .. })));
        assert!(matches!(Store::peek(&place.path), Err(StoreError::NotAStore { .. })));
    }
}

#[test]
fn a_second_opener_waits_outside() {
    let place = place();
    let store = open_store(&place);
    assert!(matches!(Store::open(&place.path, "mei", PASSPHRASE), Err(StoreError::LockedByAnother)));
    assert!(Store::peek(&place.path).unwrap().locked_by_another);
    drop(store);
    assert!(!Store::peek(&place.path).unwrap().locked_by_another);
    assert!(Store::open(&place.path, "mei", PASSPHRASE).is_ok());
}

#[test]
fn practice_is_known_without_a_key() {
    let place = place();
    drop(create(&place.path));
    let peek = Store::peek(&place.path).unwrap();
    assert!(peek.practice && !peek.slots_missing);
}

#[test]
fn a_newer_schema_is_refused_and_left_as_it_is() {
    let place = place();
    let store = open_store(&place);
    store.connection.pragma_update(None, "user_version", 99).unwrap();
    drop(store);
    let before = std::fs::read(&place.path).unwrap();
    let opened = Store::open(&place.path, "mei", PASSPHRASE);
    assert!(matches!(opened, Err(StoreError::NewerSchema { found: 99, known }) if known == migrate::known()));
    assert_eq!(before, std::fs::read(&place.path).unwrap());
}

#[test]
fn a_schema_made_by_other_steps_is_refused() {
    let place = place();
    let store = open_store(&place);
    store.connection.execute("UPDATE migrations SET sha256 = 'edited' WHERE number = 1", []).unwrap();
    drop(store);
    assert!(matches!(Store::open(&place.path, "mei", PASSPHRASE), Err(StoreError::Damaged { .. })));
}

#[test]
fn a_creation_that_was_cut_off_does_not_stand_in_the_way() {
    let place = place();
    std::fs::write(files::beside(&place.path, "new"), b"half").unwrap();
    let made = create(&place.path);
    assert!(made.store.verify(true).unwrap().ok);
    assert!(!files::beside(&place.path, "new").exists());
}

#[test]
fn a_short_passphrase_is_refused_before_anything_is_made() {
    let place = place();
    let made = Store::create(&place.path, practice_site(), admin(), "short", Cost::practice(), stamp(0));
    assert!(matches!(made, Err(StoreError::WeakPassphrase { least: 12 })));
    let mut real = practice_site();
    real.practice = false;
    let made = Store::create(&place.path, real, admin(), PASSPHRASE, Cost::practice(), stamp(0));
    assert!(matches!(made, Err(StoreError::WeakCost { .. })));
    assert_eq!(std::fs::read_dir(place.folder.path()).unwrap().count(), 0);
}

#[cfg(unix)]
#[test]
fn what_cannot_be_written_is_called_so() {
    use std::os::unix::fs::PermissionsExt;
    let place = place();
    drop(create(&place.path));
    let mode = |mode| std::fs::set_permissions(&place.path, std::fs::Permissions::from_mode(mode)).unwrap();
    mode(0o444);
    // The superuser may write anyway; there is nothing to see then.
    if std::fs::OpenOptions::new().write(true).open(&place.path).is_err() {
        assert!(matches!(Store::open(&place.path, "mei", PASSPHRASE), Err(StoreError::ReadOnly)));
    }
    mode(0o644);
}

/// The first openings of a process may come at once: the cipher must be there for each. Without one opening that goes
/// first, 2 of 1,500 fresh processes under load failed here.
#[test]
fn threads_that_open_at_once_all_find_the_cipher() {
    let folder = tempfile::tempdir().unwrap();
    let barrier = std::sync::Barrier::new(16);
    std::thread::scope(|scope| {
        for n in 0..16 {
            let (path, barrier) = (folder.path().join(format!("{n}.db")), &barrier);
            scope.spawn(move || {
                barrier.wait();
                connection::open(&path, &DataKey::new(), Access::Create).unwrap();
            });
        }
    });
}
