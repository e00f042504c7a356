//! What is owed: who asks for what, when, and what has settled it.

use std::collections::BTreeMap;
use std::sync::Arc;

use facts::fact::{ConsentPart, Mode, Status};
use facts::{CivilDate, Moment, RecordId};
use protocol::{Citation, Occurrence, Protocol, Visit};
use serde::{Deserialize, Serialize};

use crate::decide::Matter;
use crate::explain::Explanation;
use crate::ground::Because;
use crate::signing::ConsentCause;

/// Never removed once its anchor exists: it only changes how it is settled.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Obligation {
    /// `visit:M6` (`visit:cibmtr/M6` where a track demands it), `test:<task>:<finding>`, `report:<to>:<finding>`,
    /// `contact:<visit>`, `result:<record>`, `consent:<form>:<cause>`, `consent:decide:<matter>` or `version:<id@version>`.
    pub key: String,
    pub what: What,
    pub window: Dates,
    pub modes: Arc<[Mode]>,
    /// Codes of the tasks due, as far as the facts tell today.
    pub tasks: Vec<Arc<str>>,
    pub citation: Option<Arc<Citation>>,
    pub because: Explanation,
    /// Tasks that the visit would ask for, and does not because of earlier results.
    #[serde(default)]
    pub left_out: Vec<LeftOut>,
    /// What results ask for that would not be asked for without them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub asked: Vec<Asked>,
    pub settled: Option<Settled>,
    /// Since then the person is neither called nor written to: `modes` has no way that needs it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub uncalled: Option<CivilDate>,
    /// `id@version` of the text that demands it, where that is not the protocol version followed now: an earlier version,
    /// or a track beside it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<Arc<str>>,
}

impl Obligation {
    /// The row of the protocol that plans a visit; `protocol` is the text that demands it.
    pub fn row<'p>(&self, protocol: &'p Protocol) -> Option<&'p Visit> {
        let What::Visit { code, .. } = &self.what else { return None };
        let code = plain(code, protocol);
        let code = code.split_once('@').map_or(code, |(code, _)| code);
        protocol.visits.iter().find(|visit| visit.gives(code))
    }

    /// Which dosing, from 1, a visit counts from, where it says so.
    pub fn dosing(&self) -> Option<u32> {
        let What::Visit { code, .. } = &self.what else { return None };
        code.rsplit_once('@')?.1.parse().ok()
    }
}

/// A code as its own text writes it: those of a track bear its id before a slash.
pub fn plain<'c>(code: &'c str, protocol: &Protocol) -> &'c str {
    let own = code.strip_prefix(protocol.id.as_str()).and_then(|rest| rest.strip_prefix('/'));
    own.filter(|_| protocol.track).unwrap_or(code)
}

/// A task that is not required at a visit which takes place all the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    pub task: Arc<str>,
    pub why: WhyNot,
}

/// A task that earlier results switched on, or with no task the visit itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    pub task: Option<Arc<str>>,
    pub because: Vec<Because>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum What {
    /// A visit of the protocol. In a schedule that a later dosing started anew, a visit counted from an earlier
    /// dosing bears that one's place (`M6@1`).
    Visit { code: String, number: u32 },
    /// A task that a finding calls for.
    Test {
        task: String,
        finding: String,
        /// The record whose form is filled in further, where the finding rests on one.
        #[serde(default)]
        record: Option<RecordId>,
        /// Answers of the evidence that the test must share: the matrix of a sample.
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        about: BTreeMap<String, String>,
    },
    /// A report that a finding calls for.
    Report {
        to: String,
        finding: String,
        /// The instant by which it must have left, where the ledger tells when the site learned of it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        by_at: Option<Moment>,
    },
    /// The next step of the contact ladder after a visit that was missed: the channel, which attempt of how many in
    /// it; or `decide` and `find` when no step is left.
    Contact { visit: String, channel: String, number: u32, of: u32 },
    /// A result that the laboratory owes.
    Result { record: RecordId, kind: String },
    /// A form of the protocol that is to be signed.
    Consent { form: String, cause: ConsentCause },
    /// Something that somebody decides.
    Decide { matter: Matter },
}

/// Earliest, due and latest day, all included. By construction earliest <= due <= latest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dates {
    pub earliest_on: CivilDate,
    pub due_on: CivilDate,
    pub latest_on: CivilDate,
}

impl Dates {
    /// The days of one occurrence of a visit. A day can never fall out of its own window, whatever a protocol written
    /// in code may hold.
    pub fn of(visit: &Visit, anchor_on: CivilDate, occurrence: &Occurrence) -> Self {
        let due_on = anchor_on.plus(&occurrence.offset);
        let earliest_on = due_on.minus(&visit.window.early).min(due_on);
        let latest_on = due_on.plus(&visit.window.late).max(due_on);
        Self { earliest_on, due_on, latest_on }
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum Settled {
    Done {
        record: RecordId,
        on: CivilDate,
        timing: Timing,
    },
    Missed {
        record: RecordId,
        because: String,
    },
    NotRequired {
        why: WhyNot,
    },
    /// Its window passed undone, and since then nobody can make up for it: missed, because of the status or of a part of
    /// the consent that was withdrawn.
    Lapsed {
        why: WhyNot,
    },
    /// A later dosing gave the same visit a new date (`by` its key), or an amended protocol does not ask for it any more
    /// (`by` the version).
    Superseded {
        by: String,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum Timing {
    Early,
    InWindow,
    Late,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum WhyNot {
    /// The subject was not on follow-up on the last day of the window, since `on`.
    Status { status: Status, on: CivilDate },
    /// It does not apply to this person; nothing more is known of why.
    Condition,
    /// What the protocol asks of the person, the time or the results for it is not so.
    Unmet { because: Vec<Because> },
    /// Samples of a matrix that is cleared.
    Cleared(Cleared),
    /// The vector was not found so often in a row that nothing is left to look for.
    Undetected {
        /// Days of the samples that were counted.
        #[serde(default)]
        samples: Vec<CivilDate>,
    },
    /// Already of age when follow-up began.
    AlreadyAdult,
    /// Its window had closed before the subject was enrolled.
    BeforeEnrolment,
    /// It falls after the end of follow-up.
    AfterFollowUp,
    /// The finding that asked for it no longer stands.
    FindingGone,
    /// Another finding asks for the same test by an earlier day: one sample answers both.
    AskedAlready,
    /// The person withdrew their consent to it, from `on`.
    Withdrawn { part: ConsentPart, on: CivilDate },
    /// The version or track that asks for it did not hold for this subject then.
    NotInForce,
    /// Whoever was to sign no longer decides for the child.
    NoLongerDecides,
    /// Another finding of the same cause owes the same recipient a report, or has made it: one report tells both.
    ReportedOnce,
}

/// What cleared a matrix.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cleared {
    pub matrix: String,
    /// Day of the last negative that was needed.
    pub on: CivilDate,
    /// The negatives that were counted.
    pub samples: Vec<RecordId>,
}

impl WhyNot {
    /// Earlier results made it unnecessary; later ones may ask for it again.
    pub fn is_by_results(&self) -> bool {
        matches!(self, Self::Cleared(_) | Self::Undetected { .. })
    }

    /// A reader is told why the task is not asked: it may be asked again.
    pub fn is_told(&self) -> bool {
        self.is_by_results() || matches!(self, Self::Withdrawn { .. } | Self::Unmet { .. })
    }

    /// Ending of its catalogue key, `why-not-…`.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Status { .. } => "status",
            Self::Condition => "condition",
            Self::Unmet { .. } => "unmet",
            Self::Cleared(_) => "cleared",
            Self::Undetected { .. } => "undetected",
            Self::AlreadyAdult => "already-adult",
            Self::BeforeEnrolment => "before-enrolment",
            Self::AfterFollowUp => "after-follow-up",
            Self::FindingGone => "finding-gone",
            Self::AskedAlready => "asked-already",
            Self::NotInForce => "not-in-force",
            Self::Withdrawn { .. } => "withdrawn",
            Self::ReportedOnce => "reported-once",
            Self::NoLongerDecides => "no-longer-decides",
        }
    }
}
