//! Days on which the site sees nobody: kept, changed, taken back. Facts of the site, each version in the ledger.

use facts::fact::EnteredInError;
use facts::{CivilDate, Courier, EntryId, Fact, Kept, RecordId, SiteClosure};
use store::NewEntry;

use crate::role::Deed;
use crate::wire::calendar::{ClosureForm, ClosureLine};
use crate::{Clinic, Now, Refusal, Result};

impl Clinic {
    /// A new closure, or another version of one.
    pub fn keep_closure(&mut self, form: &ClosureForm, now: &Now) -> Result<()> {
        self.need(Deed::Enter)?;
        let day = |field: &str, text: &str| {
            let wrong = || Refusal::fix("not-a-date").about(field).with("value", text.trim());
            text.trim().parse::<CivilDate>().map_err(|_| wrong())
        };
        let from = day("from", &form.from)?;
        let to = if form.to.trim().is_empty() { from } else { day("to", &form.to)? };
        if to < from {
            return Err(Refusal::fix("closure-ends-before").about("to"));
        }
        let because = form.because.trim().to_owned();
        if because.is_empty() {
            return Err(Refusal::fix("field-empty").about("because"));
        }
        let closure = Fact::SiteClosure(SiteClosure { from, to, because });
        let entry = match form.record {
            None => self.new_entry(closure, now),
            Some(record) => self.version_of(record, closure, now)?,
        };
        self.write_site(vec![entry])?;
        Ok(())
    }

    /// The site is open after all.
    pub fn drop_closure(&mut self, record: RecordId, now: &Now) -> Result<()> {
        self.need(Deed::Enter)?;
        let entry = self.version_of(record, Fact::EnteredInError(EnteredInError {}), now)?;
        self.write_site(vec![entry])?;
        Ok(())
    }

    /// Closures as they stand, by their first day.
    pub(crate) fn closures(&self) -> Result<&[Kept<SiteClosure>]> {
        Ok(&self.agenda()?.closures)
    }

    /// Read once: the site's facts hold whole protocols, and lists are asked for with every key.
    pub(crate) fn agenda(&self) -> Result<&Agenda> {
        if let Some(agenda) = self.agenda.get() {
            return Ok(agenda);
        }
        let entries = self.store.entries_of_site()?;
        let (newest, _) = facts::life::heads(&entries);
        let mut agenda = Agenda::default();
        for entry in newest {
            match &entry.fact {
                Fact::SiteClosure(fact) => agenda.closures.push(Kept::of(entry, fact.clone())),
                Fact::Courier(fact) => agenda.courier = Some(Kept::of(entry, fact.clone())),
                _ => {}
            }
        }
        let confirmed = entries.iter().rev().find(|entry| matches!(entry.fact, Fact::DateConfirmed(_)));
        agenda.date_confirmed = confirmed.map(|entry| entry.id);
        agenda.closures.sort_by_key(|kept| (kept.fact.from, kept.fact.to, kept.record));
        Ok(self.agenda.get_or_init(|| agenda))
    }

    fn version_of(&self, record: RecordId, fact: Fact, now: &Now) -> Result<NewEntry> {
        let kept = self.closures()?.iter().find(|kept| kept.record == record);
        let kept = kept.ok_or_else(|| Refusal::fix("no-such-record").about("record"))?;
        Ok(NewEntry { record: Some(record), supersedes: Some(kept.entry), ..self.new_entry(fact, now) })
    }
}

/// What the site said of its days, its courier and the date.
#[derive(Debug, Default)]
pub(crate) struct Agenda {
    pub closures: Vec<Kept<SiteClosure>>,
    pub courier: Option<Kept<Courier>>,
    /// The last time that somebody vouched for the date of the computer.
    pub date_confirmed: Option<EntryId>,
}

impl Agenda {
    /// Nothing is assumed of a courier of whom nobody said anything.
    pub fn courier(&self) -> Courier {
        self.courier.as_ref().map(|kept| kept.fact.clone()).unwrap_or_default()
    }

    pub fn shut(&self) -> Vec<SiteClosure> {
        self.closures.iter().map(|kept| kept.fact.clone()).collect()
    }
}

pub(crate) fn line(kept: &Kept<SiteClosure>) -> ClosureLine {
    ClosureLine { record: kept.record, from: kept.fact.from, to: kept.fact.to, because: kept.fact.because.clone() }
}
