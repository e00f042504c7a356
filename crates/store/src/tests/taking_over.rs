//! A line of another site is kept with its own hash, which the check of the chain computes again.

use facts::{Entry, EntryId, SubjectId};

use super::site::*;
use crate::{Broken, NewEntry, Store, Taken, WholeLine};

/// A subject with two versions of a visit at one site.
fn sent() -> (Place, SubjectId, Vec<WholeLine>) {
    let place = place();
    let mut store = open_store(&place);
    let subject = enrol(&mut store, "S-001");
    let first = store.append(Some(subject), vec![new(2, visit("2025-01-01", "first"))], |_| None).unwrap();
    let second = NewEntry {
        supersedes: Some(first[0].id),
        reason: Some("wrong day".into()),
        ..new(3, visit("2025-01-02", "second"))
    };
    store.append(Some(subject), vec![second], |_| None).unwrap();
    let lines = store.whole_lines_of(subject).unwrap();
    (place, subject, lines)
}

/// The lines as another store writes them again.
fn taken(store: &mut Store, subject: SubjectId, lines: &[WholeLine]) -> Vec<Entry> {
    let at = stamp(100);
    let ids: Vec<EntryId> = (0..lines.len()).map(|place| Store::new_entry_id(&at, place)).collect();
    let ours = |theirs: EntryId| lines.iter().position(|line| line.id == theirs).map(|place| ids[place]);
    let entry = |(place, line): (usize, &WholeLine)| NewEntry {
        record: Some(line.record),
        supersedes: line.supersedes.and_then(ours),
        taken: Some(Taken { id: ids[place], carried: line.clone().carried("North") }),
        ..new(100, line.read().unwrap().1)
    };
    let new = lines.iter().enumerate().map(entry).collect();
    store.append(Some(subject), new, |_| None).unwrap()
}

#[test]
fn a_line_is_taken_over_with_its_author_its_moment_and_its_hash() {
    let (_here, subject, lines) = sent();
    assert!(lines.len() == 3 && lines.iter().all(WholeLine::is_whole));
    let there = place();
    let mut store = open_store(&there);
    let written = taken(&mut store, subject, &lines);
    let read = store.entries_of(subject).unwrap();
    assert_eq!(read, written, "read back as it was written");
    assert!(store.verify(true).unwrap().ok);
    let last = read.last().unwrap();
    assert_eq!(last.supersedes, Some(read[1].id));
    assert_eq!(last.recorded_at, stamp(100).at);
    assert_eq!((last.first_id(), last.first_recorded_at()), (lines[2].id, stamp(3).at.as_str()));
    assert_eq!(last.first_reason(), Some("wrong day"));
    assert_eq!(last.origins[0].hash, lines[2].hash);
    // Taken over by a third site: the first hash is still there to be computed.
    let again = store.whole_lines_of(subject).unwrap();
    let third = place();
    let mut store = open_store(&third);
    let written = taken(&mut store, subject, &again);
    assert!(store.verify(true).unwrap().ok);
    assert_eq!(written[2].origins.len(), 2);
    assert_eq!((written[2].first_id(), &written[2].origins[1].hash), (lines[2].id, &lines[2].hash));
}

#[test]
fn a_line_that_its_first_hash_does_not_prove_breaks_the_check() {
    let (_here, subject, lines) = sent();
    for harm in [
        |line: &mut WholeLine| line.payload = line.payload.replace("second", "third"),
        |line: &mut WholeLine| line.author.name = "Nobody".into(),
        |line: &mut WholeLine| line.recorded_at = stamp(4).at,
        |line: &mut WholeLine| line.previous_hash = "0".repeat(64),
    ] {
        let mut harmed = lines.clone();
        harm(&mut harmed[2]);
        assert!(!harmed[2].is_whole());
        let there = place();
        let mut store = open_store(&there);
        let written = taken(&mut store, subject, &harmed);
        let found = store.verify(false).unwrap().first_break.unwrap();
        assert_eq!((found.entry, found.what), (written[2].id, Broken::Content));
    }
}

#[test]
fn identifiers_of_a_long_save_keep_its_order() {
    let at = stamp(1);
    let ids: Vec<EntryId> = (0..10_000).map(|place| Store::new_entry_id(&at, place)).collect();
    assert!(ids.is_sorted());
}
