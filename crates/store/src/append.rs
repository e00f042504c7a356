//! The one way anything is recorded: entries and the subject's rows, in one transaction, or nothing.

use facts::fact::{Meaning, Signature};
use facts::{Author, Carried, DeviceId, Entry, EntryId, Fact, RecordId, SubjectId};
use rusqlite::{Connection, TransactionBehavior};

use crate::error::Doing;
use crate::ledger::{self, Line, chain};
use crate::projections::{self, SubjectRows};
use crate::{Result, Stamp, Store, StoreError, drafts};

/// A fact to be recorded.
#[derive(Clone, Debug, PartialEq)]
pub struct NewEntry {
    /// `None` = a new record. Made up front with [`Store::new_record_id`] when entries name each other.
    pub record: Option<RecordId>,
    /// The version this one replaces; of the same record and subject.
    pub supersedes: Option<EntryId>,
    pub author: Author,
    pub at: Stamp,
    /// Why the record is changed.
    pub reason: Option<String>,
    /// The line of another site that this one takes over; `fact` is what it carries.
    pub taken: Option<Taken>,
    pub fact: Fact,
}

/// A line that another site wrote, on its way in. Its identifier is made up front, because later lines name it.
#[derive(Clone, Debug, PartialEq)]
pub struct Taken {
    pub id: EntryId,
    pub carried: Carried,
}

/// What is done in the same save as the entries: half of it would be a visit nobody signed, or a draft of a
/// visit that is already in the ledger and would be recorded twice.
#[derive(Clone, Debug, Default)]
pub struct Along {
    /// Signs the versions of these records that the save writes.
    pub signs: Vec<(RecordId, Meaning)>,
    /// Key of the author's draft that the save makes good.
    pub ends_draft: Option<String>,
}

impl Store {
    /// Appends the facts of one subject (or of the site) and replaces that subject's rows with what `refresh`
    /// makes of its whole ledger, the new entries included. Answers when the disk has it.
    ///
    /// # Errors
    /// Nothing is saved then. [`StoreError::DuplicateCode`] when the rows bear a code of another subject.
    pub fn append(
        &mut self,
        subject: Option<SubjectId>,
        new: Vec<NewEntry>,
        refresh: impl FnOnce(&[Entry]) -> Option<SubjectRows>,
    ) -> Result<Vec<Entry>> {
        self.append_along(subject, new, &Along::default(), refresh)
    }

    /// [`Store::append`], with a signature and the end of a draft in the same transaction.
    ///
    /// # Errors
    /// As there; [`StoreError::NoSuchEntry`] when no entry of the save is of the record to be signed.
    pub fn append_along(
        &mut self,
        subject: Option<SubjectId>,
        new: Vec<NewEntry>,
        along: &Along,
        refresh: impl FnOnce(&[Entry]) -> Option<SubjectRows>,
    ) -> Result<Vec<Entry>> {
        let device = self.device;
        let transaction =
            self.connection.transaction_with_behavior(TransactionBehavior::Immediate).doing("begin a save")?;
        let mut entries = append(&transaction, device, subject, new)?;
        for (record, meaning) in &along.signs {
            let signature = signature(&transaction, &entries, *record, *meaning)?;
            entries.extend(append(&transaction, device, subject, vec![signature])?);
        }
        if let (Some(key), Some(entry)) = (&along.ends_draft, entries.first()) {
            drafts::remove(&transaction, key, &entry.author.login)?;
        }
        if let Some(subject) = subject {
            let ledger = ledger::entries_of_subject(&transaction, subject)?;
            projections::replace(&transaction, subject, refresh(&ledger).as_ref())?;
        }
        transaction.commit().doing("keep a save")?;
        Ok(entries)
    }
}

/// Signs a version that was just written, by its author and at its moment (21 CFR 11.50 and 11.70).
fn signature(connection: &Connection, written: &[Entry], record: RecordId, meaning: Meaning) -> Result<NewEntry> {
    let entry = written.iter().find(|entry| entry.record == record);
    let entry = entry.ok_or(StoreError::NoSuchEntry { entry: EntryId(record.0) })?;
    let of = ledger::hash_of(connection, entry.id)?;
    Ok(NewEntry {
        record: None,
        supersedes: None,
        author: entry.author.clone(),
        at: Stamp { at: entry.recorded_at.clone(), unix_millis: Stamp::millis_of(entry.id.0) },
        reason: None,
        taken: None,
        fact: Fact::Signature(Signature { signs: record, of, meaning }),
    })
}

/// Writes the lines at the end of the device's chain; the caller holds the transaction.
pub(crate) fn append(
    connection: &Connection,
    device: DeviceId,
    subject: Option<SubjectId>,
    new: Vec<NewEntry>,
) -> Result<Vec<Entry>> {
    let mut head = ledger::head_of_device(connection, device)?;
    let mut entries = Vec::with_capacity(new.len());
    for (index, new) in new.into_iter().enumerate() {
        let id = new.taken.as_ref().map_or_else(|| EntryId(new.at.new_uuid(index)), |taken| taken.id);
        let record = record_of(connection, subject, &new)?.unwrap_or(RecordId(id.0));
        let payload = new.taken.as_ref().map_or_else(|| new.fact.to_payload(), |taken| taken.carried.to_payload());
        let origins = if new.taken.is_some() { ledger::understood(&payload, id)?.0 } else { Vec::new() };
        let entry = Entry {
            id,
            device,
            sequence: head.sequence + 1,
            record,
            supersedes: new.supersedes,
            subject,
            author: new.author,
            recorded_at: new.at.at,
            reason: new.reason,
            origins,
            fact: new.fact,
        };
        let line = Line { entry, payload };
        let hash = chain::hash(&line.entry, &line.payload, &head.hash);
        ledger::append(connection, &line, &head.hash, &hash)?;
        head = ledger::Head { sequence: line.entry.sequence, hash };
        entries.push(line.entry);
    }
    Ok(entries)
}

/// The record the entry belongs to; a version may only supersede one of the same record and subject.
fn record_of(connection: &Connection, subject: Option<SubjectId>, new: &NewEntry) -> Result<Option<RecordId>> {
    let Some(entry) = new.supersedes else { return Ok(new.record) };
    let (record, of) = ledger::superseded(connection, entry)?;
    if of != subject || new.record.is_some_and(|given| given != record) {
        return Err(StoreError::NoSuchEntry { entry });
    }
    Ok(Some(record))
}
