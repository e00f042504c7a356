//! What is known of one subject now: the newest version of each record, in an order that does not
//! depend on the order in which the lines arrived.

use std::collections::{BTreeMap, HashSet};

use crate::date::civil::CivilDate;
use crate::entry::{Author, Entry};
use crate::fact::{Dosing, Enrolment, Fact, Handling, Missed, Recorded, Status, StatusChange, Visit};
use crate::id::{EntryId, RecordId, SubjectId};

/// A fact with the record and version it stands in.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept<T> {
    pub record: RecordId,
    pub entry: EntryId,
    pub recorded_at: String,
    pub author: Author,
    pub fact: T,
}

/// One subject's records, newest versions only. Lists are sorted by date, then by record.
#[derive(Clone, Debug, PartialEq)]
pub struct Life {
    pub subject: SubjectId,
    pub enrolment: Kept<Enrolment>,
    pub dosings: Vec<Kept<Dosing>>,
    pub visits: Vec<Kept<Visit>>,
    pub assessments: Vec<Kept<Recorded>>,
    pub missed: Vec<Kept<Missed>>,
    pub statuses: Vec<Kept<StatusChange>>,
    pub handlings: Vec<Kept<Handling>>,
    /// Records of which two versions supersede the same one: a person must choose.
    pub conflicts: Vec<RecordId>,
}

/// The newest version of each record, and the records with more than one.
pub fn heads(entries: &[Entry]) -> (Vec<&Entry>, Vec<RecordId>) {
    let replaced: HashSet<EntryId> = entries.iter().filter_map(|entry| entry.supersedes).collect();
    let mut by_record: BTreeMap<RecordId, Vec<&Entry>> = BTreeMap::new();
    for entry in entries.iter().filter(|entry| !replaced.contains(&entry.id)) {
        by_record.entry(entry.record).or_default().push(entry);
    }
    let mut conflicts = Vec::new();
    let mut newest = Vec::new();
    for (record, mut versions) in by_record {
        versions.sort_by(|a, b| (&a.recorded_at, a.id).cmp(&(&b.recorded_at, b.id)));
        if versions.windows(2).any(|pair| pair[0].id != pair[1].id) {
            conflicts.push(record);
        }
        newest.extend(versions.pop());
    }
    (newest, conflicts)
}

fn keep<T>(entry: &Entry, fact: T) -> Kept<T> {
    Kept {
        record: entry.record,
        entry: entry.id,
        recorded_at: entry.recorded_at.clone(),
        author: entry.author.clone(),
        fact,
    }
}

impl Life {
    /// `None` when the entries hold no enrolment of the subject.
    pub fn of(subject: SubjectId, entries: &[Entry]) -> Option<Self> {
        let (newest, conflicts) = heads(entries);
        let mut enrolment = None;
        let (mut dosings, mut visits, mut assessments) = (Vec::new(), Vec::new(), Vec::new());
        let (mut missed, mut statuses, mut handlings) = (Vec::new(), Vec::new(), Vec::new());
        for entry in newest.into_iter().filter(|entry| entry.subject == Some(subject)) {
            match &entry.fact {
                Fact::Enrolment(fact) => enrolment = Some(keep(entry, fact.clone())),
                Fact::Dosing(fact) => dosings.push(keep(entry, fact.clone())),
                Fact::Visit(fact) => visits.push(keep(entry, fact.clone())),
                Fact::Assessment(fact) => assessments.push(keep(entry, fact.clone())),
                Fact::Missed(fact) => missed.push(keep(entry, fact.clone())),
                Fact::StatusChange(fact) => statuses.push(keep(entry, fact.clone())),
                Fact::Handling(fact) => handlings.push(keep(entry, fact.clone())),
                _ => {}
            }
        }
        dosings.sort_by_key(|kept| (kept.fact.on, kept.fact.number, kept.record));
        visits.sort_by_key(|kept| (kept.fact.on, kept.record));
        assessments.sort_by_key(|kept| (kept.fact.assessment.collected_on, kept.record));
        missed.sort_by_key(|kept| (kept.fact.declared_on, kept.record));
        statuses.sort_by_key(|kept| (kept.fact.on, kept.entry));
        // What a person did counts in the order in which it was done, not by the date it speaks of.
        handlings.sort_by(|a, b| (&a.recorded_at, a.entry).cmp(&(&b.recorded_at, b.entry)));
        Some(Self {
            subject,
            enrolment: enrolment?,
            dosings,
            visits,
            assessments,
            missed,
            statuses,
            handlings,
            conflicts,
        })
    }

    /// Status in force on `on`: the newest change dated on or before that day, else on follow-up.
    pub fn status_on(&self, on: CivilDate) -> Status {
        self.statuses.iter().rev().find(|kept| kept.fact.on <= on).map_or(Status::OnFollowUp, |kept| kept.fact.status)
    }

    /// Assessments of one kind, oldest first.
    pub fn of_kind<'a>(&'a self, kind: &'a str) -> impl DoubleEndedIterator<Item = &'a Kept<Recorded>> + 'a {
        self.assessments.iter().filter(move |kept| kept.fact.assessment.kind == kind)
    }

    /// Day of the first administration that was started, whatever its outcome.
    pub fn first_dosed_on(&self) -> Option<CivilDate> {
        self.dosings.first().map(|kept| kept.fact.on)
    }
}
