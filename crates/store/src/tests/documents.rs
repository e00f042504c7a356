//! Documents beside the ledger: all of an import or nothing of it, and no byte changed unseen.

use std::ops::ControlFlow;

use facts::answer::Attachment;
use facts::fact::Imported;
use facts::{Fact, SubjectId};

use super::site::*;
use crate::verify::Broken;
use crate::{Batch, Document, Store, StoreError};

const TABLE: &[u8] = b"chromosome,position\nchr11,33870000\n";

fn import(document: &Document) -> Fact {
    Fact::Import(Imported {
        kind: "integration-site".into(),
        laboratory: "North".into(),
        files: vec![Attachment { sha256: document.sha256.clone(), name: "sites.csv".into(), bytes: document.bytes }],
        mapping: serde_json::json!({}),
        rows: 1,
        records: Vec::new(),
        repairs: Vec::new(),
    })
}

fn bring(
    store: &mut Store,
    subject: SubjectId,
    document: &Document,
    go_on: &mut dyn FnMut(usize) -> ControlFlow<()>,
) -> bool {
    let batch = Batch { subject: Some(subject), new: vec![new(9, import(document))] };
    let written = store.append_with_documents(std::slice::from_ref(document), vec![batch], go_on, |_, _| None).unwrap();
    written.is_some()
}

#[test]
fn a_document_comes_back_as_it_was_after_reopening() {
    let place = place();
    let document = Document::of(TABLE);
    {
        let mut store = open_store(&place);
        let subject = enrol(&mut store, "S-001");
        assert!(bring(&mut store, subject, &document, &mut |_| ControlFlow::Continue(())));
        // The same bytes again are the same document.
        assert!(bring(&mut store, subject, &document, &mut |_| ControlFlow::Continue(())));
    }
    let (store, _) = Store::open(&place.path, "mei", PASSPHRASE).unwrap();
    assert_eq!(store.document(&document.sha256).unwrap(), TABLE);
    assert!(store.verify(true).unwrap().ok);
    assert!(matches!(store.document(&"0".repeat(64)), Err(StoreError::Damaged { .. })));
}

#[test]
fn an_import_that_is_broken_off_leaves_nothing_at_any_point() {
    let place = place();
    let mut store = open_store(&place);
    let subject = enrol(&mut store, "S-001");
    let document = Document::of(TABLE);
    let before = store.entries_of(subject).unwrap().len();
    for stop_at in 0..=1 {
        let stopped = !bring(&mut store, subject, &document, &mut |at| {
            if at == stop_at { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        assert!(stopped, "asked before the document and before the save");
        assert_eq!(store.entries_of(subject).unwrap().len(), before);
        assert!(store.document(&document.sha256).is_err());
    }
}

#[test]
fn a_document_is_never_changed_or_removed_through_sql() {
    let place = place();
    let mut store = open_store(&place);
    let subject = enrol(&mut store, "S-001");
    bring(&mut store, subject, &Document::of(TABLE), &mut |_| ControlFlow::Continue(()));
    for sql in ["UPDATE attachments SET bytes = 1", "DELETE FROM attachments"] {
        let refused = store.connection.execute(sql, []).unwrap_err().to_string();
        assert!(refused.contains("attachments are never"), "{refused}");
    }
}

#[test]
fn a_document_that_was_changed_or_lost_is_found_at_the_entry_that_names_it() {
    for sql in ["UPDATE attachments SET deflated = X'0300'", "DELETE FROM attachments"] {
        let place = place();
        let mut store = open_store(&place);
        let subject = enrol(&mut store, "S-001");
        bring(&mut store, subject, &Document::of(TABLE), &mut |_| ControlFlow::Continue(()));
        let entry = store.entries_of(subject).unwrap().pop().unwrap().id;
        let forged = "DROP TRIGGER attachments_are_never_updated; DROP TRIGGER attachments_are_never_deleted";
        store.connection.execute_batch(forged).unwrap();
        store.connection.execute(sql, []).unwrap();
        let found = store.verify(false).unwrap().first_break.unwrap();
        assert_eq!((found.what, found.entry), (Broken::Document, entry), "{sql}");
    }
}
