//! The database refuses to grow, as it does when the disk is full.

use super::site::*;
use crate::{Store, StoreError};

#[test]
fn a_full_disk_is_called_so_and_nothing_is_half_saved() {
    let place = place();
    let mut store = open_store(&place);
    let subject = enrol(&mut store, "S-001");
    store.append(Some(subject), vec![new(2, visit("2025-01-01", "kept"))], |entries| rows(subject, entries)).unwrap();
    let (entries, subjects) = (store.entries_of(subject).unwrap(), store.subject_rows().unwrap());
    let pages: i64 = store.connection.pragma_query_value(None, "page_count", |row| row.get(0)).unwrap();
    let limit = |store: &Store, pages: i64| {
        store.connection.pragma_update_and_check(None, "max_page_count", pages, |_| Ok(())).unwrap();
    };
    limit(&store, pages);
    let long = "x".repeat(50_000);
    let many = vec![new(3, visit("2025-02-01", "a")), new(3, visit("2025-02-01", &long))];
    let refused = store.append(Some(subject), many, |entries| rows(subject, entries));
    assert!(matches!(refused, Err(StoreError::DiskFull)), "{refused:?}");
    assert!(matches!(store.keep_draft("visit", "mei", None, &long, stamp(3)), Err(StoreError::DiskFull)));
    assert_eq!(store.entries_of(subject).unwrap(), entries);
    assert_eq!(store.subject_rows().unwrap(), subjects);
    assert!(store.draft("visit", "mei").unwrap().is_none());
    // Room again: the same save goes through and the chain is whole.
    limit(&store, 1_000_000);
    store.append(Some(subject), vec![new(4, visit("2025-02-01", &long))], |entries| rows(subject, entries)).unwrap();
    let verdict = store.verify(true).unwrap();
    assert_eq!((verdict.ok, verdict.entries), (true, 5));
}
