//! The bare schedule of a protocol for given dates: no ledger, no results.

use facts::entry::{Author, Role};
use facts::fact::{Dosing, DosingOutcome, Enrolment};
use facts::{CivilDate, EntryId, Kept, Life, RecordId, Sex, SubjectId};
use protocol::Protocol;

use crate::course::obligations;
use crate::obligation::{Obligation, Settled, What, WhyNot};

/// The dates a plan counts from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anchors {
    pub born_on: CivilDate,
    pub sex: Sex,
    pub dosed_on: Vec<CivilDate>,
}

/// What someone with these dates owes who has not been seen yet.
pub fn plan(protocol: &Protocol, anchors: &Anchors) -> Vec<Obligation> {
    let nobody = Author { login: String::new(), name: String::new(), role: Role::Coordinator };
    fn keep<T>(author: &Author, fact: T) -> Kept<T> {
        Kept {
            record: RecordId(uuid::Uuid::nil()),
            entry: EntryId(uuid::Uuid::nil()),
            first: EntryId(uuid::Uuid::nil()),
            site: None,
            recorded_at: String::new(),
            author: author.clone(),
            fact,
        }
    }
    let first = anchors.dosed_on.first().copied().unwrap_or(anchors.born_on);
    let enrolment = Enrolment {
        code: String::new(),
        sex: anchors.sex,
        born_on: anchors.born_on,
        gestation_weeks: None,
        consented_on: Some(first),
        enrolled_on: first,
        language: String::new(),
        protocol: protocol.reference(),
    };
    let dosing = |(index, on): (usize, &CivilDate)| Dosing {
        number: u8::try_from(index + 1).unwrap_or(u8::MAX),
        on: *on,
        outcome: DosingOutcome::Complete,
        batch: String::new(),
        note: String::new(),
    };
    let life = Life {
        subject: SubjectId(uuid::Uuid::nil()),
        enrolment: keep(&nobody, enrolment),
        dosings: anchors.dosed_on.iter().enumerate().map(dosing).map(|fact| keep(&nobody, fact)).collect(),
        visits: Vec::new(),
        assessments: Vec::new(),
        imports: Vec::new(),
        earlier: Vec::new(),
        missed: Vec::new(),
        appointments: Vec::new(),
        kits: Vec::new(),
        statuses: Vec::new(),
        amendments: Vec::new(),
        tracks: Vec::new(),
        events: Vec::new(),
        withdrawals: Vec::new(),
        consents: Vec::new(),
        guardianships: Vec::new(),
        handlings: Vec::new(),
        transfers: Vec::new(),
        conflicts: Vec::new(),
    };
    let mut all = obligations(protocol, &life, &[]);
    // And nobody was missed yet, nor asked to sign anything.
    all.retain(|obligation| !matches!(obligation.what, What::Contact { .. } | What::Consent { .. }));
    // Nobody is enrolled here, so no visit can lie before that.
    let before = Some(Settled::NotRequired { why: WhyNot::BeforeEnrolment });
    all.iter_mut().filter(|obligation| obligation.settled == before).for_each(|obligation| obligation.settled = None);
    all
}
