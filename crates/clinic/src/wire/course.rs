//! What a subject follows: dates that everything counts from, versions, tracks, events, and the contacts that settle it.

use facts::fact::{ConsentPart, DosingOutcome, GivenBy, Mode, SampleFate};
use facts::{CivilDate, ConsentKind, GuardianId, RecordId, Relation, Sex, SubjectId};
use serde::{Deserialize, Serialize};
use specta::Type;

use super::signal::CitationLine;
use super::visit::ProblemLine;

/// One change of the dates or texts that a schedule is made from; dates as typed (ISO).
#[derive(Clone, Debug, Deserialize, Type)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum CourseChange {
    Enrolment {
        sex: Sex,
        born_on: String,
        gestation_weeks: String,
        consented_on: String,
        enrolled_on: String,
        language: String,
    },
    /// A dosing that was recorded.
    Dosing {
        record: RecordId,
        on: String,
        outcome: DosingOutcome,
        batch: String,
        note: String,
    },
    /// A dosing that was recorded and never took place.
    NoDosing {
        record: RecordId,
    },
    /// A contact that was recorded; `codes` = the visits that it answers, none when it was not planned; `forms_too` =
    /// forms that bear its day move with it.
    Visit {
        record: RecordId,
        codes: Vec<String>,
        on: String,
        mode: Mode,
        note: String,
        forms_too: bool,
    },
    /// A contact that was recorded and never took place; `forms_too` = nor were its forms filled in.
    NoVisit {
        record: RecordId,
        forms_too: bool,
    },
    /// A visit or test that was said not to have taken place, and may be owed again.
    NoMissed {
        record: RecordId,
    },
    /// An event that never happened.
    NoEvent {
        record: RecordId,
    },
    /// A move to another version that was decided by mistake, or a decision to stay.
    NoAmendment {
        record: RecordId,
    },
    /// `record` = the one to be corrected.
    Event {
        record: Option<RecordId>,
        name: String,
        on: String,
        note: String,
    },
    /// `moves_on` empty = stays on the version followed.
    Amendment {
        protocol: String,
        moves_on: String,
        reconsented_on: String,
        /// Moves although consent is asked for and none is given; the reason says why.
        #[serde(default)]
        without_consent: bool,
    },
    /// `record` = the one to be corrected or ended; `until_on` = the day on which consent was given again.
    Withdrawal {
        record: Option<RecordId>,
        of: Vec<ConsentPart>,
        on: String,
        until_on: String,
        by: GivenBy,
        document: String,
        /// What became of the samples kept until then; `None` while nobody decided.
        #[serde(default)]
        samples: Option<SampleFate>,
        /// Day of that decision.
        #[serde(default)]
        samples_on: String,
    },
    Consent(ConsentEntry),
    /// A consent that was recorded and never signed.
    NoConsent {
        record: RecordId,
    },
    /// `record` = a track that is followed already; `until_on` empty = goes on; `clinic` empty = visits take place here.
    Track {
        record: Option<RecordId>,
        protocol: String,
        from_on: String,
        until_on: String,
        clinic: String,
    },
}

/// A form that was signed or declined; `record` = the one to be corrected.
#[derive(Clone, Debug, Deserialize, Type)]
pub struct ConsentEntry {
    pub record: Option<RecordId>,
    /// Counts where the protocol has no forms.
    pub kind: ConsentKind,
    /// Empty where the protocol has no forms.
    pub form: String,
    pub version: String,
    pub on: String,
    /// Of whoever signed for the child; `None` = the subject signed.
    pub relation: Option<Relation>,
    /// Who signed, by the sealed list of guardians.
    pub guardian: Option<GuardianId>,
    pub language: String,
    pub copy_given: bool,
    pub witness: bool,
    pub interpreter: bool,
    pub declined: bool,
}

#[derive(Clone, Debug, Deserialize, Type)]
pub struct CourseForm {
    pub subject: SubjectId,
    pub change: CourseChange,
    /// Required for a correction, an amendment and the end of a track.
    pub because: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum MovedKind {
    Added,
    Gone,
    Moved,
    /// Same days, another standing.
    Changed,
}

/// One obligation before and after a change, worded.
#[derive(Clone, Debug, Serialize, Type)]
pub struct MovedLine {
    pub kind: MovedKind,
    pub label: String,
    /// Empty where it was not there.
    pub before: String,
    /// Empty where it is not there any more.
    pub after: String,
}

/// What would move if the change were saved. Nothing was written.
#[derive(Clone, Debug, Serialize, Type)]
pub struct CoursePreview {
    pub problems: Vec<ProblemLine>,
    pub moved: Vec<MovedLine>,
    /// Obligations that stay as they are.
    pub stay: u32,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct VersionLine {
    /// The decision that led to it; `None` for the version of the beginning.
    pub record: Option<RecordId>,
    pub reference: String,
    pub title: String,
    pub version: String,
    /// First day on which it holds for the subject; `None` = from the beginning.
    pub from_on: Option<CivilDate>,
    pub reconsented_on: Option<CivilDate>,
    pub because: String,
}

/// A newer version that this subject may move to, or decided not to.
#[derive(Clone, Debug, Serialize, Type)]
pub struct OfferLine {
    pub reference: String,
    pub version: String,
    pub effective_on: Option<CivilDate>,
    pub reconsent: bool,
    /// Why the subject stays, once that was decided.
    pub stays_because: Option<String>,
    pub changes: Vec<String>,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct TrackLine {
    pub record: RecordId,
    pub reference: String,
    pub title: String,
    pub from_on: CivilDate,
    pub until_on: Option<CivilDate>,
    /// The other clinic at which its visits take place; empty: here.
    pub clinic: String,
    pub because: String,
}

/// A part of the consent that was withdrawn.
#[derive(Clone, Debug, Serialize, Type)]
pub struct WithdrawalLine {
    pub record: RecordId,
    pub of: Vec<ConsentPart>,
    pub on: CivilDate,
    pub until_on: Option<CivilDate>,
    pub by: GivenBy,
    pub document: String,
    pub because: String,
    pub samples: Option<SampleFate>,
    pub samples_on: Option<CivilDate>,
    pub text: String,
    /// "Samples kept until then: destroyed on 3 Jun 2030"; empty where nothing was decided.
    pub samples_text: String,
    pub holds: bool,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct EventLine {
    pub name: String,
    pub label: String,
    /// `None` while it is awaited.
    pub record: Option<RecordId>,
    pub on: Option<CivilDate>,
    pub note: String,
    /// Visits that count from it.
    pub visits: u32,
}

/// Everything that one subject's schedule is made from.
#[derive(Clone, Debug, Serialize, Type)]
pub struct CoursePage {
    pub sex: Sex,
    pub born_on: CivilDate,
    pub gestation_weeks: Option<u8>,
    pub consented_on: Option<CivilDate>,
    pub enrolled_on: CivilDate,
    pub language: String,
    pub versions: Vec<VersionLine>,
    pub offers: Vec<OfferLine>,
    pub tracks: Vec<TrackLine>,
    /// Tracks that are adopted here and not followed by the subject.
    pub more_tracks: Vec<TrackChoice>,
    pub events: Vec<EventLine>,
    pub withdrawals: Vec<WithdrawalLine>,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct TrackChoice {
    pub reference: String,
    pub title: String,
}

#[derive(Clone, Debug, Deserialize, Type)]
pub struct TripsAsked {
    /// Siblings are planned together.
    pub subjects: Vec<SubjectId>,
    /// How far ahead.
    pub months: u32,
}

/// Something that a contact settles.
#[derive(Clone, Debug, Serialize, Type)]
pub struct TripPart {
    pub subject: SubjectId,
    pub code: String,
    /// Visit code; empty for a test.
    pub visit: String,
    pub label: String,
    /// Who demands it.
    pub source: String,
    /// The other clinic at which it is met; empty: here.
    pub clinic: String,
    pub explanation: String,
    pub citation: Option<CitationLine>,
    pub earliest_on: CivilDate,
    pub latest_on: CivilDate,
    pub standing_text: String,
    pub overdue: bool,
}

/// One contact: any of its days and ways settles all of its parts.
#[derive(Clone, Debug, Serialize, Type)]
pub struct TripLine {
    pub from_on: CivilDate,
    pub to_on: CivilDate,
    pub modes: Vec<Mode>,
    pub parts: Vec<TripPart>,
}

/// The smallest set of contacts.
#[derive(Clone, Debug, Serialize, Type)]
pub struct TripsPage {
    pub until: CivilDate,
    pub trips: Vec<TripLine>,
    /// Contacts if each were made by itself.
    pub apart: u32,
}

/// One version against another.
#[derive(Clone, Debug, Serialize, Type)]
pub struct VersionsCompared {
    pub before: String,
    pub after: String,
    pub effective_on: Option<CivilDate>,
    pub reconsent: bool,
    pub changes: Vec<String>,
    pub subjects: Vec<VersionSubject>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Decision {
    Moved,
    Stays,
    Undecided,
}

/// What an amendment means for one subject.
#[derive(Clone, Debug, Serialize, Type)]
pub struct VersionSubject {
    pub subject: SubjectId,
    pub code: String,
    pub decision: Decision,
    pub moves_on: Option<CivilDate>,
}
