//! Slots, costs and the recovery kit.

use super::site::*;
use crate::{Cost, Store, StoreError};

#[test]
fn the_kit_opens_the_store_and_gives_a_new_passphrase() {
    let place = place();
    let kit = create(&place.path).kit;
    let mut store = Store::open_with_kit(&place.path, &kit.qr_text()).unwrap();
    store.reset_passphrase("mei", "a forgotten thing found", Cost::practice(), rekeyed()).unwrap();
    let nobody = store.reset_passphrase("kim", "a forgotten thing found", Cost::practice(), rekeyed());
    assert!(matches!(nobody, Err(StoreError::UnknownUser { .. })));
    drop(store);
    assert!(matches!(Store::open(&place.path, "mei", PASSPHRASE), Err(StoreError::WrongPassphrase)));
    let (store, _) = Store::open(&place.path, "mei", "a forgotten thing found").unwrap();
    let told = store.entries_of_site().unwrap().into_iter().filter_map(|entry| entry.reason);
    assert_eq!(told.collect::<Vec<_>>(), ["new passphrase"], "who got a new key when is in the ledger");
}

#[test]
fn the_kit_opens_the_store_when_the_slots_are_lost() {
    let place = place();
    let kit = create(&place.path).kit;
    std::fs::remove_file(place.folder.path().join("site.perennial.keys")).unwrap();
    let mut store = Store::open_with_kit(&place.path, &kit.words.join(" ")).unwrap();
    store.reset_passphrase("mei", "a forgotten thing found", Cost::practice(), rekeyed()).unwrap();
    drop(store);
    assert!(Store::open(&place.path, "mei", "a forgotten thing found").is_ok());
    // The mark was taken from the ledger.
    assert!(Store::peek(&place.path).unwrap().practice);
}

#[test]
fn the_kit_of_another_store_does_not_open_this_one() {
    let (one, other) = (place(), place());
    drop(create(&one.path));
    let foreign = create(&other.path).kit.words.join(" ");
    let refused = |words: &str| matches!(Store::open_with_kit(&one.path, words), Err(StoreError::KitWords { .. }));
    assert!(refused(&foreign));
    assert!(refused("twenty four words that are none"));
    std::fs::remove_file(one.folder.path().join("site.perennial.keys")).unwrap();
    assert!(refused(&foreign));
}

#[test]
fn nobody_is_named_in_the_file_of_slots() {
    let place = place();
    drop(create(&place.path));
    let text = std::fs::read_to_string(place.folder.path().join("site.perennial.keys")).unwrap();
    assert!(!text.to_lowercase().contains("mei") && !text.contains("Lin") && !text.contains("North"));
}
