//! What is known of one subject now: the newest version of each record, in an order that does not
//! depend on the order in which the lines arrived.

use std::cmp::Ordering;
use std::collections::{BTreeMap, HashSet};

use crate::appointment::Appointment;
use crate::consent::{Consent, Guardianship};
use crate::date::civil::CivilDate;
use crate::entry::{Author, Entry};
use crate::fact::{
    Amendment, ConsentPart, Dosing, Enrolment, Event, Fact, Handling, Imported, Missed, Recorded, Status, StatusChange,
    Track, Transfer, Visit, Withdrawal,
};
use crate::id::{EntryId, RecordId, SubjectId};
use crate::kit::Kit;

/// A fact with the record and version it stands in.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept<T> {
    pub record: RecordId,
    pub entry: EntryId,
    /// The line it was first written as: another site's, when it was handed over. What people judged stays judged.
    pub first: EntryId,
    /// The site that first wrote it, when that was another.
    pub site: Option<String>,
    /// When and by whom it was first written: what follows from it counts from there.
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
    /// Tables that were read in, oldest first.
    pub imports: Vec<Kept<Imported>>,
    /// Versions of those since replaced, oldest first: what was known when.
    pub earlier: Vec<Kept<Recorded>>,
    pub missed: Vec<Kept<Missed>>,
    /// Planned contacts, those that were cancelled or kept among them.
    pub appointments: Vec<Kept<Appointment>>,
    /// Kits of samples that are taken elsewhere, in the order in which they were first written down.
    pub kits: Vec<Kept<Kit>>,
    pub statuses: Vec<Kept<StatusChange>>,
    /// By the day from which they hold; those that decided to stay come first.
    pub amendments: Vec<Kept<Amendment>>,
    pub tracks: Vec<Kept<Track>>,
    pub events: Vec<Kept<Event>>,
    pub withdrawals: Vec<Kept<Withdrawal>>,
    /// Forms that were signed or declined.
    pub consents: Vec<Kept<Consent>>,
    /// Who may decide for the child, by the first day.
    pub guardianships: Vec<Kept<Guardianship>>,
    pub handlings: Vec<Kept<Handling>>,
    /// Out to another site and in from one, in the order in which they were done.
    pub transfers: Vec<Kept<Transfer>>,
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
        versions.sort_by_key(|entry| (entry.first_recorded_at(), entry.first_id()));
        if versions.windows(2).any(|pair| pair[0].id != pair[1].id) {
            conflicts.push(record);
        }
        newest.extend(versions.pop());
    }
    (newest, conflicts)
}

impl<T> Kept<T> {
    /// The fact of an entry with where it stands.
    pub fn of(entry: &Entry, fact: T) -> Self {
        Self {
            record: entry.record,
            entry: entry.id,
            first: entry.first_id(),
            site: entry.origins.last().map(|origin| origin.site.clone()),
            recorded_at: entry.first_recorded_at().to_owned(),
            author: entry.first_author().clone(),
            fact,
        }
    }
}

/// Versions of assessments that newer ones replaced, oldest first.
fn replaced(entries: &[Entry], assessments: &[Kept<Recorded>]) -> Vec<Kept<Recorded>> {
    let stands: HashSet<RecordId> = assessments.iter().map(|kept| kept.record).collect();
    let current: HashSet<EntryId> = assessments.iter().map(|kept| kept.entry).collect();
    let replaced = entries.iter().filter(|entry| stands.contains(&entry.record) && !current.contains(&entry.id));
    let mut earlier: Vec<Kept<Recorded>> = replaced
        .filter_map(|entry| match &entry.fact {
            Fact::Assessment(fact) => Some(Kept::of(entry, fact.clone())),
            _ => None,
        })
        .collect();
    earlier.sort_by(as_written);
    earlier
}

/// What was told later holds from its day on: it takes the place of whatever was told before of that day or a later one.
///
/// Somebody is lost since June, and in August a registry says that she died in April: she was never lost, and a death
/// that was told of the wrong person ends with the right status of the same day. The ledger keeps every line.
fn standing_statuses(mut told: Vec<Kept<StatusChange>>) -> Vec<Kept<StatusChange>> {
    told.sort_by(as_written);
    let mut standing: Vec<Kept<StatusChange>> = Vec::new();
    for change in told {
        standing.retain(|before| !before.fact.ends_with(change.fact.on));
        standing.push(change);
    }
    standing
}

impl StatusChange {
    /// A change told later, of this day, takes the place of this one.
    fn ends_with(&self, on: CivilDate) -> bool {
        self.on >= on
    }
}

/// The order in which things were written down, wherever that was.
fn as_written<T>(a: &Kept<T>, b: &Kept<T>) -> Ordering {
    (&a.recorded_at, a.first).cmp(&(&b.recorded_at, b.first))
}

impl Life {
    /// `None` when the entries hold no enrolment of the subject.
    pub fn of(subject: SubjectId, entries: &[Entry]) -> Option<Self> {
        let (newest, conflicts) = heads(entries);
        let mut enrolment = None;
        let (mut dosings, mut visits, mut assessments) = (Vec::new(), Vec::new(), Vec::new());
        let (mut missed, mut statuses, mut handlings, mut transfers) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let (mut imports, mut appointments, mut kits) = (Vec::new(), Vec::new(), Vec::new());
        let (mut amendments, mut tracks, mut events) = (Vec::new(), Vec::new(), Vec::new());
        let (mut withdrawals, mut consents, mut guardianships) = (Vec::new(), Vec::new(), Vec::new());
        for entry in newest.into_iter().filter(|entry| entry.subject == Some(subject)) {
            match &entry.fact {
                Fact::Enrolment(fact) => enrolment = Some(Kept::of(entry, fact.clone())),
                Fact::Dosing(fact) => dosings.push(Kept::of(entry, fact.clone())),
                Fact::Visit(fact) => visits.push(Kept::of(entry, fact.clone())),
                Fact::Assessment(fact) => assessments.push(Kept::of(entry, fact.clone())),
                Fact::Import(fact) => imports.push(Kept::of(entry, fact.clone())),
                Fact::Missed(fact) => missed.push(Kept::of(entry, fact.clone())),
                Fact::Appointment(fact) => appointments.push(Kept::of(entry, fact.clone())),
                Fact::Kit(fact) => kits.push(Kept::of(entry, fact.clone())),
                Fact::StatusChange(fact) => statuses.push(Kept::of(entry, fact.clone())),
                Fact::Amendment(fact) => amendments.push(Kept::of(entry, fact.clone())),
                Fact::Track(fact) => tracks.push(Kept::of(entry, fact.clone())),
                Fact::Event(fact) => events.push(Kept::of(entry, fact.clone())),
                Fact::Withdrawal(fact) => withdrawals.push(Kept::of(entry, fact.clone())),
                Fact::Consent(fact) => consents.push(Kept::of(entry, fact.clone())),
                Fact::Guardianship(fact) => guardianships.push(Kept::of(entry, fact.clone())),
                Fact::Handling(fact) => handlings.push(Kept::of(entry, fact.clone())),
                Fact::Transfer(fact) => transfers.push(Kept::of(entry, fact.clone())),
                _ => {}
            }
        }
        let earlier = replaced(entries, &assessments);
        dosings.sort_by_key(|kept| (kept.fact.on, kept.fact.number, kept.record));
        visits.sort_by_key(|kept| (kept.fact.on, kept.record));
        assessments.sort_by_key(|kept| (kept.fact.assessment.collected_on, kept.record));
        imports.sort_by(as_written);
        appointments.sort_by_key(|kept: &Kept<Appointment>| (kept.fact.on, kept.fact.at, kept.record));
        // Records sort by their time: UUIDv7.
        kits.sort_by_key(|kept: &Kept<Kit>| kept.record);
        missed.sort_by_key(|kept| (kept.fact.declared_on, kept.record));
        let statuses = standing_statuses(statuses);
        amendments.sort_by_key(|kept: &Kept<Amendment>| (kept.fact.moves_on, kept.entry));
        tracks.sort_by_key(|kept: &Kept<Track>| (kept.fact.from_on, kept.record));
        events.sort_by_key(|kept: &Kept<Event>| (kept.fact.on, kept.record));
        withdrawals.sort_by_key(|kept: &Kept<Withdrawal>| (kept.fact.on, kept.record));
        consents.sort_by_key(|kept: &Kept<Consent>| (kept.fact.on, kept.record));
        guardianships.sort_by_key(|kept: &Kept<Guardianship>| (kept.fact.from_on, kept.record));
        // What a person did counts in the order in which it was done, not by the date it speaks of.
        handlings.sort_by(as_written);
        transfers.sort_by(as_written);
        Some(Self {
            subject,
            enrolment: enrolment?,
            dosings,
            visits,
            assessments,
            imports,
            earlier,
            missed,
            appointments,
            kits,
            statuses,
            amendments,
            tracks,
            events,
            withdrawals,
            consents,
            guardianships,
            handlings,
            transfers,
            conflicts,
        })
    }

    /// Status as last known: what lists count by.
    pub fn status(&self) -> Status {
        self.statuses.last().map_or(Status::OnFollowUp, |kept| kept.fact.status)
    }

    /// Changes whose place one of this day would take, newest first.
    pub fn replaced_by(&self, on: CivilDate) -> impl Iterator<Item = &StatusChange> {
        self.statuses.iter().rev().map(|kept| &kept.fact).filter(move |change| change.ends_with(on))
    }

    /// The change by which the person is followed no more, as last known.
    pub fn left(&self) -> Option<&StatusChange> {
        self.statuses.last().map(|kept| &kept.fact).filter(|change| change.status != Status::OnFollowUp)
    }

    /// Status in force on `on`: the newest change dated on or before that day, else on follow-up.
    pub fn status_on(&self, on: CivilDate) -> Status {
        self.statuses.iter().rev().find(|kept| kept.fact.on <= on).map_or(Status::OnFollowUp, |kept| kept.fact.status)
    }

    /// Day from which a part of the consent was withdrawn, as it held on the day asked about.
    pub fn withdrawn_on(&self, part: ConsentPart, on: CivilDate) -> Option<CivilDate> {
        self.withdrawal(part, |fact| fact.on <= on && fact.until_on.is_none_or(|until_on| on < until_on))
    }

    /// The same for what did not take place: nobody is asked to make up for what came before a withdrawal that still
    /// holds.
    pub fn withdrawn(&self, part: ConsentPart, on: CivilDate) -> Option<CivilDate> {
        self.withdrawal(part, |fact| fact.until_on.is_none_or(|until_on| fact.on <= on && on < until_on))
    }

    /// The same whatever the day, as long as it was not given again.
    pub fn still_withdrawn(&self, part: ConsentPart) -> Option<CivilDate> {
        self.withdrawal(part, |fact| fact.until_on.is_none())
    }

    fn withdrawal(&self, part: ConsentPart, holds: impl Fn(&Withdrawal) -> bool) -> Option<CivilDate> {
        let of_part = self.withdrawals.iter().rev().filter(|kept| kept.fact.of.contains(&part));
        of_part.map(|kept| &kept.fact).find(|fact| holds(fact)).map(|fact| fact.on)
    }

    /// `id@version` of each protocol version followed, with the first day on which it holds; the first holds from the
    /// beginning.
    pub fn followed(&self) -> impl DoubleEndedIterator<Item = (&str, Option<CivilDate>)> {
        let moves = self.amendments.iter().filter_map(|kept| Some((kept.fact.protocol.as_str(), kept.fact.moves_on?)));
        std::iter::once((self.enrolment.fact.protocol.as_str(), None)).chain(moves.map(|(to, on)| (to, Some(on))))
    }

    /// `id@version` of the newest version followed: its words hold, whatever version planned a visit or judges a day.
    pub fn protocol(&self) -> &str {
        self.followed().next_back().map_or("", |(reference, _)| reference)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entry::Role;
    use crate::fact::EnteredInError;
    use crate::id::DeviceId;
    use crate::person::Sex;
    use proptest::prelude::*;
    use uuid::Uuid;

    const SUBJECT: SubjectId = SubjectId(Uuid::from_u128(1));

    fn entry(id: u128, record: u128, supersedes: Option<u128>, fact: Fact) -> Entry {
        Entry {
            id: EntryId(Uuid::from_u128(id)),
            device: DeviceId(Uuid::from_u128(9)),
            sequence: 1,
            record: RecordId(Uuid::from_u128(record)),
            supersedes: supersedes.map(|id| EntryId(Uuid::from_u128(id))),
            subject: Some(SUBJECT),
            author: Author { login: "a".into(), name: "A".into(), role: Role::Coordinator },
            recorded_at: format!("2026-01-01T00:00:{:02}+08:00", id % 60),
            reason: None,
            origins: Vec::new(),
            fact,
        }
    }

    fn enrolment() -> Entry {
        let fact = Enrolment {
            code: "S-001".into(),
            sex: Sex::Female,
            born_on: "2021-02-11".parse().unwrap(),
            gestation_weeks: None,
            consented_on: None,
            enrolled_on: "2024-08-01".parse().unwrap(),
            language: "en".into(),
            protocol: "p@1".into(),
        };
        entry(1, 1, None, Fact::Enrolment(fact))
    }

    fn visit(id: u128, record: u128, supersedes: Option<u128>, on: &str) -> Entry {
        let fact = Visit {
            code: None,
            also: Vec::new(),
            on: on.parse().unwrap(),
            mode: crate::fact::Mode::Clinic,
            note: String::new(),
        };
        entry(id, record, supersedes, Fact::Visit(fact))
    }

    #[test]
    fn a_correction_replaces_and_two_corrections_conflict() {
        let entries = [
            enrolment(),
            visit(2, 2, None, "2025-01-01"),
            visit(3, 2, Some(2), "2025-01-02"),
            visit(4, 2, Some(2), "2025-01-03"),
        ];
        let life = Life::of(SUBJECT, &entries).unwrap();
        assert_eq!(life.visits.len(), 1);
        assert_eq!(life.visits[0].fact.on.to_string(), "2025-01-03");
        assert_eq!(life.conflicts, [RecordId(Uuid::from_u128(2))]);
    }

    #[test]
    fn a_record_entered_in_error_is_no_longer_part_of_the_life() {
        let void = entry(3, 2, Some(2), Fact::EnteredInError(EnteredInError {}));
        let life = Life::of(SUBJECT, &[enrolment(), visit(2, 2, None, "2025-01-01"), void]).unwrap();
        assert!(life.visits.is_empty());
    }

    #[test]
    fn a_status_holds_from_its_day_until_the_next() {
        let status = |id: u128, status, on: &str| {
            entry(
                id,
                id,
                None,
                Fact::StatusChange(StatusChange { status, on: on.parse().unwrap(), because: String::new() }),
            )
        };
        let entries =
            [enrolment(), status(3, Status::OnFollowUp, "2026-05-01"), status(2, Status::LostToFollowUp, "2025-01-01")];
        let life = Life::of(SUBJECT, &entries).unwrap();
        let on = |day: &str| life.status_on(day.parse().unwrap());
        assert_eq!(on("2024-12-31"), Status::OnFollowUp);
        assert_eq!(on("2025-01-01"), Status::LostToFollowUp);
        assert_eq!(on("2026-05-01"), Status::OnFollowUp);
    }

    #[test]
    fn what_is_told_later_of_an_earlier_day_takes_the_place_of_what_came_after_it() {
        let status = |id: u128, status, on: &str| {
            let change = StatusChange { status, on: on.parse().unwrap(), because: String::new() };
            entry(id, id, None, Fact::StatusChange(change))
        };
        let life = |changes: &[Entry]| Life::of(SUBJECT, &[&[enrolment()], changes].concat()).unwrap();
        let lost = status(2, Status::LostToFollowUp, "2030-06-10");
        // Lost in June; a registry tells of a death in April.
        let dead = life(&[lost.clone(), status(3, Status::Deceased, "2030-04-02")]);
        assert_eq!((dead.status(), dead.statuses.len()), (Status::Deceased, 1));
        assert_eq!(dead.status_on("2030-04-01".parse().unwrap()), Status::OnFollowUp);
        // It was somebody else: the right status of that day, or of any before.
        let alive = status(4, Status::OnFollowUp, "2030-04-02");
        let back = life(&[lost.clone(), status(3, Status::Deceased, "2030-04-02"), alive]);
        assert_eq!((back.status(), back.statuses.len()), (Status::OnFollowUp, 1));
        // What came before stays.
        let found = life(&[lost, status(3, Status::OnFollowUp, "2030-09-01")]);
        assert_eq!((found.status(), found.statuses.len()), (Status::OnFollowUp, 2));
        let replaced =
            |on: &str| found.replaced_by(on.parse().unwrap()).map(|change| change.status).collect::<Vec<_>>();
        assert_eq!(replaced("2030-09-02"), []);
        assert_eq!(replaced("2030-09-01"), [Status::OnFollowUp]);
        assert_eq!(replaced("2030-06-10"), [Status::OnFollowUp, Status::LostToFollowUp]);
    }

    #[test]
    fn a_fact_of_a_newer_program_is_kept_byte_for_byte() {
        let text = r#"{"fact":"scan","of":"brain","depth":3}"#;
        let fact = Fact::from_payload(text).unwrap();
        assert!(matches!(fact, Fact::Foreign(_)));
        let value = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap();
        assert_eq!(value(&fact.to_payload()), value(text));
    }

    proptest! {
        #[test]
        fn the_order_of_lines_does_not_matter(seed in any::<u64>(), days in prop::collection::vec(0_i32..4000, 1..20)) {
            let start: CivilDate = "2024-09-01".parse().unwrap();
            let mut entries = vec![enrolment()];
            for (index, day) in days.iter().enumerate() {
                let id = 10 + index as u128;
                entries.push(visit(id, id % 7 + 10, None, &start.plus_days(*day).to_string()));
            }
            let straight = Life::of(SUBJECT, &entries).unwrap();
            let by = usize::try_from(seed % entries.len() as u64).unwrap();
            entries.rotate_left(by);
            entries.reverse();
            prop_assert_eq!(straight, Life::of(SUBJECT, &entries).unwrap());
        }
    }
}
