//! Clones of one subject through all samples: the answers first, then what they rest on.

use facts::{CivilDate, RecordId, SubjectId};
use serde::Serialize;
use specta::Type;

use super::import::ImportLine;
use super::signal::{FindingLine, Labelled};

#[derive(Clone, Debug, Serialize, Type)]
pub struct ClonalityPage {
    pub subject: SubjectId,
    pub code: String,
    /// Samples that can be compared: one reference genome and one measure each, newest sample first.
    pub groups: Vec<CloneGroup>,
    /// Findings of the rules on clones.
    pub findings: Vec<FindingLine>,
    /// What they call for and nobody has done, soonest first; what several ask for stands once.
    pub duties: Vec<CloneDuty>,
    pub imports: Vec<ImportLine>,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct CloneDuty {
    pub text: String,
    pub by: CivilDate,
    pub standing: followup::Standing,
    pub standing_text: String,
    /// Key of the finding that asks.
    pub finding: String,
}

/// How a question is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Said {
    Yes,
    No,
    /// The protocol sets no limit, or every sample is below the floor of cells.
    Silent,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct CloneAnswer {
    /// `above`, `rising`, `near`.
    pub key: String,
    pub question: String,
    pub said: Said,
    pub text: String,
    /// One sentence a clone, largest share first.
    pub clones: Vec<String>,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct CloneGroup {
    pub build: String,
    pub measure: String,
    pub measure_text: String,
    pub answers: Vec<CloneAnswer>,
    /// What cannot be said, and why.
    pub silences: Vec<String>,
    pub samples: Vec<CloneSample>,
    pub plots: Vec<ClonePlot>,
    /// The clones of the plots and of the answers, largest share first.
    pub clones: Vec<CloneLine>,
    /// Clones that samples hold altogether.
    pub clone_count: u32,
    pub shared: Vec<CloneShared>,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct CloneSample {
    pub record: RecordId,
    pub name: String,
    pub cell_type: String,
    pub on: CivilDate,
    pub vcn: String,
    pub vector_positive: String,
    pub comment: String,
    /// As the form names them, in its order.
    pub metrics: Vec<Labelled>,
}

/// Shares of one cell type at its time points.
#[derive(Clone, Debug, Serialize, Type)]
pub struct ClonePlot {
    pub cell_type: String,
    pub days: Vec<CivilDate>,
    /// Everything counted at each day, as shown.
    pub totals: Vec<String>,
    /// Below the floor: drawn, and named as saying nothing.
    pub silent: Vec<bool>,
    pub parts: Vec<ClonePart>,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct ClonePart {
    /// Index into [`CloneGroup::clones`].
    pub clone: u32,
    /// 0 to 1 at each day.
    pub shares: Vec<f64>,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct CloneLine {
    /// The gene, else the place.
    pub name: String,
    pub site: String,
    /// Nearest genes by the shipped bounds, and how far; empty where none is known.
    pub nearest: String,
    /// The watched gene within the protocol's distance; empty when there is none.
    pub watched: String,
    pub lineages: Vec<String>,
    pub first_on: CivilDate,
    pub last_on: CivilDate,
    pub top_share: String,
    /// As shown in each sample of [`CloneGroup::samples`]; empty where it was not seen.
    pub shares: Vec<String>,
}

/// Clones that two cell types have in common at any time.
#[derive(Clone, Debug, Serialize, Type)]
pub struct CloneShared {
    pub one: String,
    pub other: String,
    pub clones: u32,
}
