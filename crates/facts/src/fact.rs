//! The things that can be recorded. Payloads are readable for ever: variants and fields are added, never
//! repurposed; a `fact` this program does not know is kept as [`Fact::Foreign`], byte for byte.

use serde::{Deserialize, Serialize};

use crate::answer::{Answer, Assessment, Attachment};
use crate::appointment::{Appointment, SiteClosure};
use crate::consent::{Consent, Guardianship};
use crate::date::civil::CivilDate;
use crate::date::moment::Moment;
use crate::entry::Role;
use crate::id::RecordId;
use crate::kit::{Courier, Kit};
use crate::person::Sex;

/// One recorded fact. Its wire form is `{"fact": "dosing", …}`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "kebab-case")]
pub enum Fact {
    Enrolment(Enrolment),
    Dosing(Dosing),
    Visit(Visit),
    Assessment(Recorded),
    Import(Imported),
    Missed(Missed),
    Appointment(Appointment),
    Kit(Kit),
    StatusChange(StatusChange),
    Amendment(Amendment),
    Track(Track),
    Event(Event),
    Withdrawal(Withdrawal),
    Consent(Consent),
    Guardianship(Guardianship),
    Handling(Handling),
    Transfer(Transfer),
    Identity(SealedIdentity),
    Signature(Signature),
    /// The record was entered in error; the reason stands in the entry.
    EnteredInError(EnteredInError),
    Protocol(ProtocolAdopted),
    Site(Site),
    Laboratory(Laboratory),
    ReferenceRanges(ReferenceRanges),
    SiteClosure(SiteClosure),
    Courier(Courier),
    DateConfirmed(DateConfirmed),
    User(User),
    /// Written by a newer program; kept untouched.
    #[serde(skip)]
    Foreign(serde_json::Value),
}

/// Name of a fact's kind, for lists and filters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum FactKind {
    Enrolment,
    Dosing,
    Visit,
    Assessment,
    Import,
    Missed,
    Appointment,
    Kit,
    StatusChange,
    Amendment,
    Track,
    Event,
    Withdrawal,
    Consent,
    Guardianship,
    Handling,
    Transfer,
    Identity,
    Signature,
    EnteredInError,
    Protocol,
    Site,
    Laboratory,
    ReferenceRanges,
    SiteClosure,
    Courier,
    DateConfirmed,
    User,
    Foreign,
}

/// A subject enters long-term follow-up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Enrolment {
    /// What people read: `S-014`. Unique in the store.
    pub code: String,
    pub sex: Sex,
    pub born_on: CivilDate,
    /// Weeks of gestation at birth when known to be preterm.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gestation_weeks: Option<u8>,
    pub consented_on: Option<CivilDate>,
    pub enrolled_on: CivilDate,
    /// BCP 47 tag of the family's language.
    pub language: String,
    /// `id@version` of the protocol the subject follows.
    pub protocol: String,
}

/// One administration of the product.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dosing {
    /// 1 for the first.
    pub number: u8,
    pub on: CivilDate,
    pub outcome: DosingOutcome,
    /// Batch or lot, for traceability.
    pub batch: String,
    pub note: String,
}

/// A failed administration is followed as well (CDE long-term follow-up guideline).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum DosingOutcome {
    Complete,
    Partial,
    Failed,
}

/// A contact that took place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Visit {
    /// Code of the visit it answers (`M6`, `Y2`); `None` when unscheduled.
    pub code: Option<String>,
    /// Visits that other sources demand and that the same contact answers (`cibmtr/Y1`).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<String>,
    /// Day it took place, not the day it was entered.
    pub on: CivilDate,
    pub mode: Mode,
    pub note: String,
}

/// How a contact takes place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum Mode {
    Clinic,
    Home,
    Video,
    Phone,
    Letter,
    LocalLaboratory,
}

/// An assessment, and the visit it was made at if any.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recorded {
    pub visit: Option<RecordId>,
    pub assessment: Assessment,
}

/// A laboratory's file and the records that were made from it. Taking the import back voids this record and those.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Imported {
    /// Kind of the records.
    pub kind: String,
    pub laboratory: String,
    /// The file as it came, and one that annotates it if there was one.
    pub files: Vec<Attachment>,
    /// How the file was read, as the reader of that day wrote it down.
    pub mapping: serde_json::Value,
    /// Rows read, headings apart.
    pub rows: u64,
    /// Assessments of this subject made from it.
    pub records: Vec<RecordId>,
    /// What was changed on the way in because a person asked for it: `9-Sep -> SEPTIN9 (12)`.
    pub repairs: Vec<String>,
}

/// A visit or test that was declared missed. Can be superseded when it took place after all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Missed {
    /// Key of the obligation (`visit:M6`).
    pub obligation: String,
    pub declared_on: CivilDate,
    pub because: String,
}

/// Where a subject is in follow-up; reversible, the newest by date counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatusChange {
    pub status: Status,
    pub on: CivilDate,
    pub because: String,
}

/// What an amendment of the protocol means for one subject: the version followed from a day on, or that the subject
/// stays on the one followed until then.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amendment {
    /// `id@version` of the amended protocol.
    pub protocol: String,
    /// First day on which the subject follows it; `None` = stays.
    pub moves_on: Option<CivilDate>,
    /// Day of the consent to the amended protocol, where one was needed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reconsented_on: Option<CivilDate>,
    /// Moves although the amendment asks for consent and none is given: an ethics committee waived it, or nobody can be
    /// asked; the reason says which.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub without_consent: bool,
    pub because: String,
}

/// Another source that demands visits of a subject beside the protocol: a registry, a label, a national rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Track {
    /// `id@version` of its text.
    pub protocol: String,
    pub from_on: CivilDate,
    /// Last day; `None` while it goes on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until_on: Option<CivilDate>,
    /// Clinic at which its visits take place; empty: this one.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub clinic: String,
    pub because: String,
}

/// The day of something that the protocol counts from and that is neither a dosing nor a visit: a transplantation,
/// the end of conditioning.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// As the protocol names it.
    pub name: String,
    pub on: CivilDate,
    pub note: String,
}

/// What a person no longer agrees to, from a day on, while the rest of follow-up goes on (ICH E6(R3): withdrawal may be
/// of parts). Given again: a later version bears `until_on`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withdrawal {
    pub of: Vec<ConsentPart>,
    pub on: CivilDate,
    /// Day on which consent was given again; `None` while it is withdrawn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until_on: Option<CivilDate>,
    pub by: GivenBy,
    /// Version of the form that was signed; empty when it was told.
    pub document: String,
    pub because: String,
    /// What became of the samples kept until then, where their keeping was withdrawn; `None` while nobody decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub samples: Option<SamplesDecided>,
}

/// A decision on samples that were kept. Its reason stands in the entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SamplesDecided {
    pub fate: SampleFate,
    pub on: CivilDate,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum SampleFate {
    Destroyed,
    /// Nobody can tell any more whose they were.
    Anonymised,
    /// For a reason that does not rest on the consent.
    Kept,
}

/// A part of the consent that can be withdrawn by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum ConsentPart {
    FurtherVisits,
    FurtherSamples,
    /// Samples kept for later tests.
    StoredSamples,
    /// Use of the data for research beyond what the law requires to be kept.
    DataUse,
    /// Being looked for and called.
    Contact,
}

/// Who spoke for the consent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum GivenBy {
    Subject,
    Parent,
    Guardian,
}

/// CDISC DS (NCOMPLT) terms reduced to those of long-term follow-up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    OnFollowUp,
    LostToFollowUp,
    Withdrawn,
    Transferred,
    Deceased,
    Completed,
}

impl Status {
    /// The site still expects the person, or is looking for them: whoever is lost may come tomorrow.
    pub fn is_followed(self) -> bool {
        matches!(self, Self::OnFollowUp | Self::LostToFollowUp)
    }
}

/// What a person did about a finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handling {
    /// Stable key of the finding.
    pub finding: String,
    /// Digest of the evidence that was looked at: other evidence reopens the finding.
    pub evidence: String,
    pub action: Action,
    /// The day it speaks of: of a report, the day it was sent.
    pub on: CivilDate,
    pub comment: String,
    /// Of a report: to whom it went, and when. Reports kept before this was asked name nobody.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sent: Option<Sent>,
}

/// A report that left the site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sent {
    /// `sponsor`, `authority` or `ethics`, as the protocol names them.
    pub to: String,
    pub at: Moment,
    /// Number under which the recipient keeps it; empty when none was given.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reference: String,
    /// After its clock had run out, as it was known then; the comment says why.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub late: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum Action {
    Comment,
    Take,
    Reviewed,
    Reported,
    Dismissed,
    Reopened,
}

/// The follow-up of a subject goes to another site, or came from one, with a pack of the whole record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Transfer {
    pub way: Way,
    /// Name of the other site.
    pub site: String,
    /// First day on which the receiving site answers for the follow-up.
    pub on: CivilDate,
    pub because: String,
    /// Names the pack, whatever its file is called.
    pub pack: String,
    /// SHA-256 of the sealed file as it travelled, hexadecimal.
    pub sha256: String,
    /// Lines of the ledger in it.
    pub lines: u64,
    /// Whether name and contacts went along.
    pub identity: bool,
    /// Of one taken over: the lines and texts that came, opened and without identity, beside the ledger.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub record: Option<Attachment>,
    /// Digests of documents that stayed with the sending site, because other people's results stand in them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub left_behind: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum Way {
    Out,
    In,
}

/// Name and contacts, encrypted under the subject's own key: without the key it says nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SealedIdentity {
    /// Hexadecimal nonce and ciphertext of the [`crate::Identity`] JSON.
    pub sealed: String,
}

/// A signature over one entry (21 CFR 11.50, 11.70).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signature {
    pub signs: RecordId,
    /// Hash of the signed version.
    pub of: String,
    pub meaning: Meaning,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum Meaning {
    Entered,
    Reviewed,
    Approved,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EnteredInError {}

/// A protocol version in force at the site, as its TOML text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProtocolAdopted {
    pub id: String,
    pub version: String,
    pub toml: String,
}

/// The clinic as families see it on paper.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct Site {
    pub name: String,
    pub telephone: String,
    pub address: String,
    /// The practice study; can never be switched for a real store.
    pub practice: bool,
}

/// How a laboratory sends its tables, so that the next one is read in the same way.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Laboratory {
    pub name: String,
    /// Kind of the records that its tables become.
    pub kind: String,
    /// As the reader of that day wrote it down.
    pub mapping: serde_json::Value,
}

/// The limits of normal that a laboratory gives, with the days on which they are in force. A later table of the same
/// laboratory supersedes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReferenceRanges {
    pub laboratory: String,
    /// The table as it was given.
    pub csv: String,
}

/// Somebody vouches for the date of the computer: the clock guard looks at nothing that was written before.
///
/// An entry that was once written by a date far ahead would otherwise stop all judging until that day has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DateConfirmed {
    /// The day that the computer told when it was confirmed.
    pub on: CivilDate,
    /// The latest day that an entry bore until then.
    pub last_entry_on: CivilDate,
    pub because: String,
}

/// A person who may open the store.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct User {
    pub login: String,
    pub name: String,
    pub role: Role,
    pub active: bool,
}

impl Fact {
    pub fn kind(&self) -> FactKind {
        match self {
            Self::Enrolment(_) => FactKind::Enrolment,
            Self::Dosing(_) => FactKind::Dosing,
            Self::Visit(_) => FactKind::Visit,
            Self::Assessment(_) => FactKind::Assessment,
            Self::Import(_) => FactKind::Import,
            Self::Missed(_) => FactKind::Missed,
            Self::Appointment(_) => FactKind::Appointment,
            Self::Kit(_) => FactKind::Kit,
            Self::StatusChange(_) => FactKind::StatusChange,
            Self::Amendment(_) => FactKind::Amendment,
            Self::Track(_) => FactKind::Track,
            Self::Event(_) => FactKind::Event,
            Self::Withdrawal(_) => FactKind::Withdrawal,
            Self::Consent(_) => FactKind::Consent,
            Self::Guardianship(_) => FactKind::Guardianship,
            Self::Handling(_) => FactKind::Handling,
            Self::Transfer(_) => FactKind::Transfer,
            Self::Identity(_) => FactKind::Identity,
            Self::Signature(_) => FactKind::Signature,
            Self::EnteredInError(_) => FactKind::EnteredInError,
            Self::Protocol(_) => FactKind::Protocol,
            Self::Site(_) => FactKind::Site,
            Self::Laboratory(_) => FactKind::Laboratory,
            Self::ReferenceRanges(_) => FactKind::ReferenceRanges,
            Self::SiteClosure(_) => FactKind::SiteClosure,
            Self::Courier(_) => FactKind::Courier,
            Self::DateConfirmed(_) => FactKind::DateConfirmed,
            Self::User(_) => FactKind::User,
            Self::Foreign(_) => FactKind::Foreign,
        }
    }

    /// Documents beside the ledger that the fact rests on.
    pub fn attachments(&self) -> Vec<&Attachment> {
        match self {
            Self::Import(import) => import.files.iter().collect(),
            Self::Transfer(transfer) => transfer.record.iter().collect(),
            Self::Assessment(recorded) => {
                let answers = recorded.assessment.answers.values();
                answers
                    .filter_map(
                        |answer| if let Answer::Attachment { attachment } = answer { Some(attachment) } else { None },
                    )
                    .collect()
            }
            _ => Vec::new(),
        }
    }

    /// The payload as the ledger keeps it.
    pub fn to_payload(&self) -> String {
        match self {
            Self::Foreign(value) => value.to_string(),
            known => serde_json::to_string(known).unwrap_or_default(),
        }
    }

    /// Reads a payload of any age; what is not known becomes [`Fact::Foreign`].
    ///
    /// # Errors
    /// Only when the text is not JSON at all, which means a damaged ledger.
    pub fn from_payload(text: &str) -> Result<Self, serde_json::Error> {
        match serde_json::from_str(text) {
            Ok(fact) => Ok(fact),
            Err(_) => serde_json::from_str(text).map(Self::Foreign),
        }
    }
}
