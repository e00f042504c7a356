//! Entries are added and never changed, in one transaction with the rows of that subject.

use facts::fact::{EnteredInError, Meaning};
use facts::{Fact, SubjectId};
use proptest::prelude::*;

use super::site::*;
use crate::{Along, NewEntry, Store, StoreError};

#[test]
fn entries_come_back_as_they_were_written() {
    let place = place();
    let mut store = open_store(&place);
    let subject = enrol(&mut store, "S-001");
    let record = Store::new_record_id(&stamp(2));
    let first = NewEntry { record: Some(record), ..new(2, visit("2025-01-01", "\u{20bb7}野家 <b>🧬</b>\n\"'")) };
    let written = store.append(Some(subject), vec![first], |entries| rows(subject, entries)).unwrap();
    assert_eq!(written[0].record, record);
    let correction = NewEntry {
        supersedes: Some(written[0].id),
        reason: Some("wrong day".into()),
        ..new(3, visit("2025-01-02", "second"))
    };
    let corrected = store.append(Some(subject), vec![correction], |entries| rows(subject, entries)).unwrap();
    assert_eq!(corrected[0].record, record);
    drop(store);
    let (store, _) = Store::open(&place.path, "mei", PASSPHRASE).unwrap();
    let entries = store.entries_of(subject).unwrap();
    assert_eq!(entries[1..], [written[0].clone(), corrected[0].clone()]);
    assert_eq!(entries.iter().map(|entry| entry.sequence).collect::<Vec<_>>(), [3, 4, 5]);
    assert_eq!(store.subjects().unwrap(), [subject]);
    let mut hashes = Vec::new();
    store.all_entries(&mut |entry, hash| hashes.push((entry.id, hash))).unwrap();
    assert_eq!(hashes.len(), 5);
    assert_eq!(store.hash_of(hashes[4].0).unwrap(), hashes[4].1);
}

#[test]
fn a_save_signs_and_ends_its_draft_or_does_nothing() {
    let place = place();
    let mut store = open_store(&place);
    let subject = enrol(&mut store, "S-001");
    store.keep_draft("visit:1", "mei", Some(subject), "{}", stamp(2)).unwrap();
    let record = Store::new_record_id(&stamp(3));
    let along = |signs| Along { signs: vec![(signs, Meaning::Reviewed)], ends_draft: Some("visit:1".into()) };
    let visit = || NewEntry { record: Some(record), ..new(3, visit("2025-01-01", "")) };
    let other = Store::new_record_id(&stamp(4));
    let refused = store.append_along(Some(subject), vec![visit()], &along(other), |entries| rows(subject, entries));
    assert!(matches!(refused, Err(StoreError::NoSuchEntry { .. })));
    assert_eq!(store.entries_of(subject).unwrap().len(), 1, "nothing was saved");
    assert!(store.draft("visit:1", "mei").unwrap().is_some());
    let saved = store.append_along(Some(subject), vec![visit()], &along(record), |entries| rows(subject, entries));
    let saved = saved.unwrap();
    let Fact::Signature(signature) = &saved[1].fact else { panic!("{:?}", saved[1]) };
    assert_eq!((signature.signs, &signature.of), (record, &store.hash_of(saved[0].id).unwrap()));
    assert!(store.draft("visit:1", "mei").unwrap().is_none());
    assert!(store.verify(false).unwrap().ok);
}

#[test]
fn a_fact_of_a_newer_program_keeps_its_text() {
    let place = place();
    let mut store = open_store(&place);
    let subject = SubjectId(Store::new_record_id(&stamp(1)).0);
    let fact = Fact::from_payload(r#"{"depth":3,"fact":"scan","of":"brain"}"#).unwrap();
    store.append(Some(subject), vec![new(1, fact.clone())], |_| None).unwrap();
    assert_eq!(store.entries_of(subject).unwrap()[0].fact, fact);
    assert!(store.verify(false).unwrap().ok);
}

#[test]
fn lines_are_never_updated_or_deleted() {
    let place = place();
    let mut store = open_store(&place);
    enrol(&mut store, "S-001");
    for sql in [
        "UPDATE entries SET payload = '{}'",
        "DELETE FROM entries",
        "INSERT OR REPLACE INTO entries SELECT * FROM entries WHERE position = 2",
        "UPDATE entries SET position = position + 100",
    ] {
        let refused = store.connection.execute(sql, []).unwrap_err().to_string();
        assert!(refused.contains("never"), "{sql}: {refused}");
    }
    assert!(store.verify(true).unwrap().ok);
}

#[test]
fn a_code_is_given_once_capital_letters_or_not() {
    let place = place();
    let mut store = open_store(&place);
    enrol(&mut store, "S-001");
    let other = SubjectId(Store::new_record_id(&stamp(5)).0);
    let entries = vec![new(5, enrolment("s-001")), new(5, visit("2025-01-01", ""))];
    let refused = store.append(Some(other), entries, |entries| rows(other, entries));
    assert!(matches!(refused, Err(StoreError::DuplicateCode { code }) if code == "s-001"));
    // Nothing of it was kept, and the chain goes on.
    assert!(store.entries_of(other).unwrap().is_empty());
    assert_eq!(store.verify(true).unwrap().entries, 3);
    enrol(&mut store, "S-002");
    assert!(store.verify(true).unwrap().ok);
}

#[test]
fn a_version_supersedes_only_one_of_its_own_record_and_subject() {
    let place = place();
    let mut store = open_store(&place);
    let (one, other) = (enrol(&mut store, "S-001"), enrol(&mut store, "S-002"));
    let first = store.append(Some(one), vec![new(2, visit("2025-01-01", ""))], |_| None).unwrap();
    let void = || Fact::EnteredInError(EnteredInError {});
    let strays = [
        (other, NewEntry { supersedes: Some(first[0].id), ..new(3, void()) }),
        (one, NewEntry { supersedes: Some(facts::EntryId(first[0].device.0)), ..new(3, void()) }),
        (
            one,
            NewEntry { supersedes: Some(first[0].id), record: Some(Store::new_record_id(&stamp(3))), ..new(3, void()) },
        ),
    ];
    for (subject, stray) in strays {
        let refused = store.append(Some(subject), vec![stray], |_| None);
        assert!(matches!(refused, Err(StoreError::NoSuchEntry { .. })));
    }
}

#[test]
fn entries_of_one_save_keep_their_order_by_identifier() {
    let place = place();
    let mut store = open_store(&place);
    let subject = enrol(&mut store, "S-001");
    let many = (0..300).map(|_| new(2, visit("2025-01-01", ""))).collect();
    let written = store.append(Some(subject), many, |_| None).unwrap();
    assert!(written.windows(2).all(|pair| pair[0].id < pair[1].id));
}

#[test]
fn drafts_and_preferences_are_each_persons_own() {
    let place = place();
    let mut store = open_store(&place);
    let subject = enrol(&mut store, "S-001");
    store.keep_draft("visit", "mei", Some(subject), "{\"a\":1}", stamp(2)).unwrap();
    store.keep_draft("visit", "mei", Some(subject), "{\"a\":2}", stamp(3)).unwrap();
    store.keep_draft("enrol", "mei", None, "{}", stamp(4)).unwrap();
    store.set_preference("mei", "language", "ja").unwrap();
    drop(store);
    let (mut store, _) = Store::open(&place.path, "mei", PASSPHRASE).unwrap();
    let draft = store.draft("visit", "mei").unwrap().unwrap();
    assert_eq!((draft.json.as_str(), draft.kept_at, draft.subject), ("{\"a\":2}", stamp(3).at, Some(subject)));
    assert_eq!(store.drafts("mei").unwrap().len(), 2);
    assert!(store.drafts("kim").unwrap().is_empty() && store.draft("visit", "kim").unwrap().is_none());
    store.drop_draft("visit", "mei").unwrap();
    assert_eq!(store.drafts("mei").unwrap()[0].key, "enrol");
    assert_eq!(store.preference("mei", "language").unwrap().as_deref(), Some("ja"));
    assert_eq!(store.preference("kim", "language").unwrap(), None);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]
    #[test]
    fn whatever_is_saved_is_found_again_and_the_chain_is_whole(
        saves in prop::collection::vec((0_usize..3, prop::collection::vec("\\PC{0,40}", 1..4)), 1..12),
    ) {
        let place = place();
        let mut store = open_store(&place);
        let subjects: Vec<SubjectId> = ["A", "B", "C"].iter().map(|code| enrol(&mut store, code)).collect();
        let mut expected = vec![1, 1, 1];
        let mut last = Vec::new();
        for (index, (who, notes)) in saves.into_iter().enumerate() {
            let second = 10 + index as u64;
            expected[who] += notes.len();
            let new = notes.iter().map(|note| new(second, visit("2025-01-01", note))).collect();
            let subject = subjects[who];
            last = store.append(Some(subject), new, |entries| rows(subject, entries)).unwrap();
        }
        drop(store);
        let (store, _) = Store::open(&place.path, "mei", PASSPHRASE).unwrap();
        let verdict = store.verify(true).unwrap();
        prop_assert!(verdict.ok, "{:?}", verdict);
        prop_assert_eq!(verdict.entries as usize, 2 + expected.iter().sum::<usize>());
        for (subject, count) in subjects.iter().zip(expected) {
            prop_assert_eq!(store.entries_of(*subject).unwrap().len(), count);
            prop_assert_eq!(store.obligations_of(*subject).unwrap().len(), count - 1);
        }
        let subject = last[0].subject.unwrap();
        prop_assert!(store.entries_of(subject).unwrap().ends_with(&last));
    }
}
