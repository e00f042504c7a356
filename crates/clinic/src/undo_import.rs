//! Taking an import back: every record that it made is void again, and a result that was awaited is awaited again.
//! Nothing is removed: the ledger keeps the import, its files and who took it back, why.

use facts::fact::{EnteredInError, Imported};
use facts::{Entry, Fact, Kept, RecordId, SubjectId, life};
use store::NewEntry;

use crate::role::Deed;
use crate::wire::import::ImportLine;
use crate::{Clinic, Now, Refusal, Result, transfers};

impl Clinic {
    /// Takes back what the import made for this subject.
    ///
    /// # Errors
    /// No reason, or no such import.
    pub fn undo_import(&mut self, subject: SubjectId, record: RecordId, because: &str, now: &Now) -> Result<()> {
        self.need(Deed::Enter)?;
        let because = because.trim();
        if because.is_empty() {
            return Err(Refusal::ask("reason-for-change").about("because"));
        }
        let entries = self.store.entries_of(subject)?;
        let (newest, _) = life::heads(&entries);
        let head = |record: RecordId| newest.iter().find(|entry| entry.record == record).copied();
        let import = head(record).ok_or_else(|| Refusal::fix("no-such-record"))?;
        let Fact::Import(imported) = &import.fact else { return Err(Refusal::fix("no-such-record")) };
        let mut new = Vec::new();
        for head in imported.records.iter().filter_map(|record| head(*record)) {
            if !matches!(head.fact, Fact::EnteredInError(_)) {
                let fact = before(head.record, &entries).unwrap_or(Fact::EnteredInError(EnteredInError {}));
                new.push(self.voiding(head, fact, because, now));
            }
        }
        new.push(self.voiding(import, Fact::EnteredInError(EnteredInError {}), because, now));
        self.write(subject, new)?;
        Ok(())
    }

    fn voiding(&self, head: &Entry, fact: Fact, because: &str, now: &Now) -> NewEntry {
        NewEntry {
            record: Some(head.record),
            supersedes: Some(head.id),
            reason: Some(because.to_owned()),
            ..self.new_entry(fact, now)
        }
    }

    /// Imports of the subject that stand, newest first.
    pub(crate) fn import_lines(&self, imports: &[Kept<Imported>]) -> Vec<ImportLine> {
        let line = |kept: &Kept<Imported>| ImportLine {
            record: kept.record,
            file: kept.fact.files.iter().map(|file| file.name.as_str()).collect::<Vec<_>>().join(", "),
            laboratory: kept.fact.laboratory.clone(),
            samples: u32::try_from(kept.fact.records.len()).unwrap_or(u32::MAX),
            rows: crate::import_sites::counted(kept.fact.rows),
            repairs: kept.fact.repairs.clone(),
            by: transfers::who(&self.words, kept),
            at: kept.recorded_at.clone(),
            on: kept.recorded_at.get(..10).and_then(|day| day.parse().ok()).unwrap_or(facts::CivilDate::EPOCH),
        };
        imports.iter().rev().map(line).collect()
    }
}

/// What the record said before a table was read into it; `None` when the import made it.
fn before(record: RecordId, entries: &[Entry]) -> Option<Fact> {
    let of_record = |entry: &&Entry| entry.record == record;
    let imported = entries.iter().filter(of_record).find(|entry| !entry.fact.attachments().is_empty())?;
    let earlier = imported.supersedes?;
    entries.iter().find(|entry| entry.id == earlier).map(|entry| entry.fact.clone())
}
