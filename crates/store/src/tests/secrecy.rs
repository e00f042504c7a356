//! Planted markers: nothing personal and no passphrase is readable in any file that the store leaves.

use std::fs;
use std::path::{Path, PathBuf};

use facts::person::Contact;
use facts::{Author, Fact, Guardian, GuardianId, Identity, Relation, Role};

use super::site::*;
use crate::{Cost, NewEntry, NewUser, Store};

const LOGIN: &str = "plantedlogin7731";
const NAME: &str = "Planted Name 七七三一";
const PASS: &str = "planted passphrase 7731";
const NOTE: &str = "planted note 7731 in a visit";
const PATIENT: &str = "Planted Patient 𠮷川";
const GUARDIAN: &str = "Planted Guardian 𠮷田 7731";
const DRAFT: &str = "planted draft 7731";
const REASON: &str = "planted reason 7731";
const MARKERS: [&str; 9] = [LOGIN, NAME, PASS, NOTE, PATIENT, GUARDIAN, DRAFT, REASON, "planted-search-7731"];

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found
}

fn encodings(marker: &str) -> Vec<Vec<u8>> {
    let wide = |order: fn(u16) -> [u8; 2]| marker.encode_utf16().flat_map(order).collect();
    let hex = hex::encode(marker);
    vec![marker.as_bytes().to_vec(), wide(u16::to_le_bytes), wide(u16::to_be_bytes), hex.into_bytes()]
}

fn search(place: &Place, when: &str) {
    let files = files(place.folder.path());
    assert!(files.len() >= 4, "{files:?}");
    for path in files {
        let bytes = fs::read(&path).unwrap();
        for needle in MARKERS.iter().flat_map(|marker| encodings(marker)) {
            let found = bytes.windows(needle.len()).any(|window| window == needle);
            assert!(!found, "{when}: a marker is readable in {}", path.display());
        }
        // Not even what kind of file it is.
        assert!(!bytes.starts_with(b"SQLite format 3"), "{when}: {}", path.display());
    }
}

/// Temporary files of SQLite in the system's folder, which it would name so.
fn strays() -> usize {
    fs::read_dir(std::env::temp_dir())
        .unwrap()
        .filter_map(Result::ok)
        .filter(|entry| entry.file_name().to_string_lossy().starts_with("etilqs_"))
        .count()
}

#[test]
fn no_planted_marker_is_ever_readable_on_the_disk() {
    let before = strays();
    let place = place();
    let admin = NewUser { login: LOGIN.into(), name: NAME.into(), role: Role::Investigator };
    let author = Author { login: LOGIN.into(), name: NAME.into(), role: Role::Investigator };
    let mut site = practice_site();
    site.name = NAME.into();
    let mut store = Store::create(&place.path, site, admin, PASS, Cost::practice(), stamp(0)).unwrap().store;
    search(&place, "new");
    let subject = enrol(&mut store, "S-001");
    let contact = Contact { who: PATIENT.into(), telephone: PATIENT.into(), ..Contact::default() };
    let guardian = Guardian {
        id: GuardianId(uuid::Uuid::from_u128(7)),
        relation: Relation::Mother,
        name: GUARDIAN.into(),
        telephone: GUARDIAN.into(),
        email: GUARDIAN.into(),
        address: GUARDIAN.into(),
        from_on: None,
        until_on: None,
        lives_with: true,
        may_decide: true,
    };
    let clear = Fact::Guardianship(guardian.guardianship());
    let guardians = vec![guardian];
    let identity = Identity { name: PATIENT.into(), contacts: vec![contact], guardians, ..Identity::default() };
    let sealed = store.seal_identity(subject, &identity).unwrap();
    let entry = |second, fact| NewEntry { author: author.clone(), reason: Some(REASON.into()), ..new(second, fact) };
    assert!(!clear.to_payload().contains("lanted"), "a schedule follows days, not names");
    let entries = vec![entry(2, visit("2025-01-01", NOTE)), entry(2, Fact::Identity(sealed)), entry(2, clear)];
    let planted = |entries: &[facts::Entry]| {
        let mut rows = rows(subject, entries)?;
        rows.search = "planted-search-7731".into();
        Some(rows)
    };
    store.append(Some(subject), entries, planted).unwrap();
    store.keep_draft(DRAFT, LOGIN, Some(subject), DRAFT, stamp(3)).unwrap();
    store.set_preference(LOGIN, "language", NAME).unwrap();
    search(&place, "open");
    // Sorting much: a temporary file would be written now.
    for second in 4..40 {
        let long = NOTE.repeat(500);
        store.append(Some(subject), vec![entry(second, visit("2025-01-01", &long))], planted).unwrap();
    }
    store
        .connection
        .query_row("SELECT group_concat(json) FROM (SELECT json FROM obligations ORDER BY json)", [], |_| Ok(()))
        .unwrap();
    store.backup(&place.folder.path().join("backups"), 2, stamp(50)).unwrap();
    store.change_passphrase(LOGIN, PASS, "planted passphrase 7731 again", Cost::practice(), rekeyed()).unwrap();
    store.rebuild("a test", &mut |_, entries| planted(entries)).unwrap();
    search(&place, "used");
    store.erase_identity(subject).unwrap();
    drop(store);
    search(&place, "closed");
    assert_eq!(before, strays());
}

#[test]
fn errors_say_nothing_personal() {
    let place = place();
    drop(Store::create(&place.path, practice_site(), admin(), PASSPHRASE, Cost::practice(), stamp(0)).unwrap());
    let wrong = Store::open(&place.path, "mei", PASS).unwrap_err();
    assert!(!format!("{wrong} {wrong:?}").contains("planted"));
    let (store, _) = Store::open(&place.path, "mei", PASSPHRASE).unwrap();
    assert!(!format!("{store:?}").contains(&hex::encode(store.key.0.as_slice())));
}
