//! A subject handed over to another site, and one taken over from it.

use facts::{CivilDate, SubjectId};
use serde::{Deserialize, Serialize};
use specta::Type;

use super::visit::ProblemLine;

/// Dates as typed (ISO).
#[derive(Clone, Debug, Deserialize, Type)]
pub struct TransferOutForm {
    pub subject: SubjectId,
    /// Name of the site that goes on.
    pub site: String,
    /// First day on which it answers for the follow-up.
    pub on: String,
    pub because: String,
    /// Opens the pack there; told apart from the file.
    pub passphrase: String,
    /// Name and contacts go along.
    pub identity: bool,
    /// File to write; empty = the folder of packs beside the store.
    pub path: String,
    /// Appointments here from that day on are called off with it.
    pub call_off: bool,
}

/// The pack, or what is to be mended first.
#[derive(Clone, Debug, Default, Serialize, Type)]
pub struct TransferredOut {
    /// Empty while nothing was written.
    pub path: String,
    /// SHA-256 of the file: read out to the other site, it shows that the file arrived as it left.
    pub sha256: String,
    /// What is in the file and what the other site needs, in sentences.
    pub told: Vec<String>,
    pub problems: Vec<ProblemLine>,
}

#[derive(Clone, Debug, Deserialize, Type)]
pub struct PackAsked {
    pub path: String,
    pub passphrase: String,
}

/// What a pack would bring. Nothing was written.
#[derive(Clone, Debug, Serialize, Type)]
pub struct PackSeen {
    pub site: String,
    pub on: CivilDate,
    /// Code of the subject at the other site; the code here when the subject is known here.
    pub code: String,
    /// Somebody else bears that code here.
    pub code_taken: bool,
    /// The subject was followed here before.
    pub known: bool,
    pub sha256: String,
    /// What it is and what it brings, in sentences.
    pub told: Vec<String>,
}

#[derive(Clone, Debug, Deserialize, Type)]
pub struct TransferInForm {
    pub pack: PackAsked,
    /// Code that the subject bears here.
    pub code: String,
}

/// A transfer as the subject's page tells it.
#[derive(Clone, Debug, Serialize, Type)]
pub struct TransferLine {
    pub way: facts::fact::Way,
    pub on: CivilDate,
    pub text: String,
}
