//! Documents beside the ledger: kept once by the digest of their bytes, deflated, in the same encrypted file.
//!
//! An entry names a document by that digest and the chain covers the entry, so a document cannot be changed without
//! breaking the chain. Raw DEFLATE (RFC 1951), readable by any program. Does not know what a document means.

use std::io::{Read, Write};
use std::ops::ControlFlow;

use facts::{Entry, SubjectId};
use flate2::Compression;
use flate2::read::DeflateDecoder;
use flate2::write::DeflateEncoder;
use rusqlite::{Connection, OptionalExtension, TransactionBehavior, named_params};
use sha2::{Digest, Sha256};

use crate::error::Doing;
use crate::projections::{self, SubjectRows};
use crate::{NewEntry, Result, Store, StoreError, append, ledger};

/// A document on its way into the store: made beside the work, because digest and deflation of a large table take
/// seconds and the store should not wait for them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// SHA-256 of the bytes, hexadecimal: what entries name it by.
    pub sha256: String,
    pub bytes: u64,
    deflated: Vec<u8>,
}

impl Document {
    pub fn of(bytes: &[u8]) -> Self {
        let mut encoder = DeflateEncoder::new(Vec::with_capacity(bytes.len() / 3), Compression::fast());
        // Writing into memory does not fail; a document that came out wrong would not pass `verify`.
        let deflated = encoder.write_all(bytes).and_then(|()| encoder.finish()).unwrap_or_default();
        Self { sha256: digest(bytes), bytes: bytes.len() as u64, deflated }
    }
}

/// SHA-256 in hexadecimal, as entries name a document.
pub fn digest(bytes: &[u8]) -> String {
    hex::encode(Sha256::digest(bytes))
}

/// The new facts of one subject, or of the site.
#[derive(Clone, Debug)]
pub struct Batch {
    pub subject: Option<SubjectId>,
    pub new: Vec<NewEntry>,
}

impl Store {
    /// The bytes of a document, compared with the digest that was asked for.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] when it is not there or not what its digest says.
    pub fn document(&self, sha256: &str) -> Result<Vec<u8>> {
        document(&self.connection, sha256)
    }

    /// Appends the facts of several subjects with the documents that they name, all of it or nothing: each subject's
    /// rows are replaced as in [`Store::append`]. `go_on` is asked before each document with how many are in, and may
    /// break off: then nothing was saved and the answer is `None`.
    ///
    /// # Errors
    /// Nothing is saved then.
    pub fn append_with_documents(
        &mut self,
        documents: &[Document],
        batches: Vec<Batch>,
        go_on: &mut dyn FnMut(usize) -> ControlFlow<()>,
        refresh: impl Fn(SubjectId, &[Entry]) -> Option<SubjectRows>,
    ) -> Result<Option<Vec<Entry>>> {
        let device = self.device;
        let transaction =
            self.connection.transaction_with_behavior(TransactionBehavior::Immediate).doing("begin a save")?;
        for (at, document) in documents.iter().enumerate() {
            if go_on(at).is_break() {
                return Ok(None);
            }
            keep(&transaction, document)?;
        }
        let mut entries = Vec::new();
        for batch in batches {
            entries.extend(append::append(&transaction, device, batch.subject, batch.new)?);
            let Some(subject) = batch.subject else { continue };
            let ledger = ledger::entries_of_subject(&transaction, subject)?;
            projections::replace(&transaction, subject, refresh(subject, &ledger).as_ref())?;
        }
        if go_on(documents.len()).is_break() {
            return Ok(None);
        }
        transaction.commit().doing("keep a save")?;
        Ok(Some(entries))
    }
}

fn keep(connection: &Connection, document: &Document) -> Result<()> {
    let sha256 = hex::decode(&document.sha256).unwrap_or_default();
    connection
        .prepare_cached(include_str!("keep_attachment.sql"))
        .doing("keep a document")?
        .execute(named_params! {
            ":sha256": sha256,
            ":bytes": i64::try_from(document.bytes).unwrap_or(i64::MAX),
            ":deflated": document.deflated,
        })
        .doing("keep a document")?;
    Ok(())
}

pub(crate) fn document(connection: &Connection, sha256: &str) -> Result<Vec<u8>> {
    let damaged = |detail: &str| StoreError::Damaged { place: format!("document {sha256}"), detail: detail.to_owned() };
    let mut statement = connection.prepare_cached(include_str!("attachment.sql")).doing("read a document")?;
    let found = statement
        .query_row(named_params! { ":sha256": hex::decode(sha256).unwrap_or_default() }, |row| {
            Ok((row.get::<_, i64>("bytes")?, row.get::<_, Vec<u8>>("deflated")?))
        })
        .optional()
        .doing("read a document")?;
    let (length, deflated) = found.ok_or_else(|| damaged("missing"))?;
    let length = u64::try_from(length).unwrap_or_default();
    let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or_default());
    // One byte more than is stated: a document that unfolds without end is stopped.
    let read = DeflateDecoder::new(deflated.as_slice()).take(length + 1).read_to_end(&mut bytes);
    read.map_err(|_| damaged("deflation"))?;
    if digest(&bytes) == sha256 { Ok(bytes) } else { Err(damaged("content")) }
}
