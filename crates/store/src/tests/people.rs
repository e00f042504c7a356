//! Users come and go; the last administrator stays; identities can be erased.

use facts::{Author, Identity, Role};

use super::site::*;
use crate::{Cost, NewUser, Store, StoreError};

fn kim() -> NewUser {
    NewUser { login: "Kim".into(), name: "Kim Sato".into(), role: Role::Coordinator }
}

const KIMS: &str = "seven quiet rivers";

#[test]
fn several_people_open_the_store_each_with_their_own_passphrase() {
    let place = place();
    let mut store = open_store(&place);
    store.add_user(kim(), KIMS, Cost::practice(), author(), stamp(1)).unwrap();
    drop(store);
    let (store, user) = Store::open(&place.path, "kim", KIMS).unwrap();
    assert_eq!((user.name.as_str(), user.role), ("Kim Sato", Role::Coordinator));
    assert_eq!(store.users().unwrap().len(), 2);
    assert!(store.check_passphrase("kim", KIMS).is_ok());
    assert!(matches!(store.check_passphrase("kim", PASSPHRASE), Err(StoreError::WrongPassphrase)));
    drop(store);
    assert!(matches!(Store::open(&place.path, "kim", PASSPHRASE), Err(StoreError::WrongPassphrase)));
    assert!(Store::open(&place.path, "mei", PASSPHRASE).is_ok());
}

#[test]
fn a_login_is_given_to_one_person_only_and_for_ever() {
    let place = place();
    let mut store = open_store(&place);
    let add = |store: &mut Store, login: &str| {
        store.add_user(NewUser { login: login.into(), ..kim() }, KIMS, Cost::practice(), author(), stamp(1))
    };
    add(&mut store, "kim").unwrap();
    assert!(matches!(add(&mut store, "KIM "), Err(StoreError::LoginTaken { .. })));
    store.retire_user("kim", author(), stamp(2)).unwrap();
    assert!(matches!(add(&mut store, "kim"), Err(StoreError::LoginTaken { .. })));
}

#[test]
fn a_retired_user_is_unknown_and_stays_in_the_ledger() {
    let place = place();
    let mut store = open_store(&place);
    store.add_user(kim(), KIMS, Cost::practice(), author(), stamp(1)).unwrap();
    let slots = std::fs::read(place.folder.path().join("site.perennial.keys")).unwrap();
    store.retire_user("kim", author(), stamp(2)).unwrap();
    assert_eq!(
        store.users().unwrap()[1],
        facts::fact::User { login: "Kim".into(), name: "Kim Sato".into(), role: Role::Coordinator, active: false }
    );
    drop(store);
    assert!(matches!(Store::open(&place.path, "kim", KIMS), Err(StoreError::UnknownUser { .. })));
    // Nor does an old copy of the slots let them in.
    std::fs::write(place.folder.path().join("site.perennial.keys"), slots).unwrap();
    assert!(matches!(Store::open(&place.path, "kim", KIMS), Err(StoreError::UnknownUser { .. })));
}

#[test]
fn someone_who_can_manage_users_always_stays() {
    let place = place();
    let mut store = open_store(&place);
    store.add_user(kim(), KIMS, Cost::practice(), author(), stamp(1)).unwrap();
    assert!(matches!(store.retire_user("mei", author(), stamp(2)), Err(StoreError::LastAdministrator)));
    let lee = NewUser { login: "lee".into(), name: "Lee".into(), role: Role::Administrator };
    store.add_user(lee, KIMS, Cost::practice(), author(), stamp(3)).unwrap();
    store.retire_user("mei", author(), stamp(4)).unwrap();
    assert!(matches!(store.retire_user("mei", author(), stamp(5)), Err(StoreError::UnknownUser { .. })));
}

#[test]
fn a_changed_passphrase_replaces_the_old_one() {
    let place = place();
    let mut store = open_store(&place);
    let change = |store: &mut Store, old, new| store.change_passphrase("mei", old, new, Cost::practice(), rekeyed());
    assert!(matches!(change(&mut store, KIMS, "nine slow herons"), Err(StoreError::WrongPassphrase)));
    assert!(matches!(change(&mut store, PASSPHRASE, "short"), Err(StoreError::WeakPassphrase { .. })));
    change(&mut store, PASSPHRASE, "nine slow herons").unwrap();
    drop(store);
    assert!(matches!(Store::open(&place.path, "mei", PASSPHRASE), Err(StoreError::WrongPassphrase)));
    assert!(Store::open(&place.path, "mei", "nine slow herons").is_ok());
    assert!(place.folder.path().join("site.perennial.keys.bak").exists());
}

#[test]
fn an_identity_is_sealed_opened_and_forgotten_for_good() {
    let place = place();
    let mut store = open_store(&place);
    let (subject, other) = (enrol(&mut store, "S-001"), enrol(&mut store, "S-002"));
    let identity = Identity { name: "𠮷田 はな".into(), ..Identity::default() };
    let sealed = store.seal_identity(subject, &identity).unwrap();
    let foreign = store.seal_identity(other, &identity).unwrap();
    store.append(Some(subject), vec![new(2, facts::Fact::Identity(sealed.clone()))], |_| None).unwrap();
    assert_eq!(store.open_identity(subject, &sealed).unwrap(), identity);
    assert!(matches!(store.open_identity(subject, &foreign), Err(StoreError::Damaged { .. })));
    let before = store.verify(true).unwrap();
    store.keep_draft("life:1", "mei", Some(subject), "{\"name\":\"Ada\"}", stamp(3)).unwrap();
    store.erase_identity(subject).unwrap();
    assert!(store.draft("life:1", "mei").unwrap().is_none(), "what was typed about the person goes too");
    assert!(matches!(store.open_identity(subject, &sealed), Err(StoreError::IdentityErased)));
    assert!(matches!(store.seal_identity(subject, &identity), Err(StoreError::IdentityErased)));
    assert_eq!(store.open_identity(other, &foreign).unwrap(), identity);
    assert_eq!(before, store.verify(true).unwrap());
    assert!(before.ok);
}

#[test]
fn the_author_is_written_as_given() {
    let place = place();
    let mut store = open_store(&place);
    let subject = enrol(&mut store, "S-001");
    for role in [Role::Coordinator, Role::Investigator, Role::Monitor, Role::Administrator] {
        let author = Author { login: "a".into(), name: "A".into(), role };
        let entry = crate::NewEntry { author: author.clone(), ..new(2, visit("2025-01-01", "")) };
        store.append(Some(subject), vec![entry], |_| None).unwrap();
        assert_eq!(store.entries_of(subject).unwrap().pop().unwrap().author, author);
    }
}
