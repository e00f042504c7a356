//! Reading a laboratory's table of integration sites in: what the file is, how it is read, whose samples they are.

use facts::{CivilDate, RecordId, SubjectId};
use serde::{Deserialize, Serialize};
use specta::Type;

use super::signal::FindingLine;

/// How a table is read, flat as a page edits it; an empty heading means that the table has no such column.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct MappingForm {
    /// Sheet of a workbook; empty for text.
    pub sheet: String,
    /// What parts the cells of a text; empty for a workbook.
    pub delimiter: String,
    pub heading_row: u32,
    pub chromosome: String,
    pub position: String,
    pub strand: String,
    /// One column that holds the whole place, when chromosome and position have none.
    pub site: String,
    /// The rows have names, which are the places: the heading of that column is empty.
    pub named_rows: bool,
    pub gene: String,
    /// One sample a column instead of one site of one sample a row.
    pub wide: bool,
    pub abundance: String,
    pub sample: Vec<String>,
    pub cell_type: String,
    pub time_point: String,
    /// Columns that are samples, of a wide table.
    pub columns: Vec<String>,
    /// `sonic-abundance`, `fragments`, `reads`; empty until a person says it.
    pub measure: String,
    /// `hg38`, `hg19`; empty until the table or a person says it.
    pub build: String,
    pub build_column: String,
    pub repair_genes: bool,
    pub sum_repeats: bool,
    pub count_multihits: bool,
}

#[derive(Clone, Debug, Default, Deserialize, Type)]
pub struct TableAsked {
    pub path: String,
    /// A file with one sample a row that says whose, which cells and when; empty when there is none.
    pub association: String,
    pub laboratory: String,
    /// `None` proposes one: the laboratory's last, else what the headings suggest.
    pub mapping: Option<MappingForm>,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct TableSeen {
    pub name: String,
    pub bytes: u32,
    pub sheets: Vec<String>,
    pub headings: Vec<String>,
    /// The first rows.
    pub rows: Vec<Vec<String>>,
    pub mapping: MappingForm,
    /// The mapping is the laboratory's last one, and every heading of it is there.
    pub remembered: bool,
    /// Laboratories whose tables were read in before.
    pub laboratories: Vec<String>,
}

/// A fault of the table at its place.
#[derive(Clone, Debug, Serialize, Type)]
pub struct TableProblem {
    pub line: u32,
    pub column: String,
    pub text: String,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct SampleFound {
    /// As the table names it; empty when the table is one sample.
    pub name: String,
    pub subject_code: String,
    pub cell_type: String,
    pub time_point: String,
    pub clones: u32,
    pub total: String,
    pub top_share: String,
    pub specimen: String,
    /// Proposed day of the sample, ISO; empty when nothing tells.
    pub collected_on: String,
    /// Why that day, in words.
    pub because: String,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct TableRead {
    /// Of the file's bytes: saving refuses a file that was changed meanwhile.
    pub sha256: String,
    pub rows: u32,
    pub measure_text: String,
    pub build_text: String,
    pub samples: Vec<SampleFound>,
    /// None of the table is kept while there is one.
    pub problems: Vec<TableProblem>,
    pub problems_total: u32,
    /// Damaged gene symbols that could be repaired on request.
    pub repairable: bool,
    pub repairs: Vec<String>,
    pub specimens: Vec<super::signal::Labelled>,
}

#[derive(Clone, Debug, Default, Deserialize, Type)]
pub struct SampleChosen {
    pub name: String,
    /// Left out on purpose.
    pub skip: bool,
    pub subject_code: String,
    pub specimen: String,
    pub cell_type: String,
    pub collected_on: String,
    pub vcn: String,
    pub vector_positive: String,
    pub comment: String,
}

#[derive(Clone, Debug, Default, Deserialize, Type)]
pub struct ImportForm {
    pub table: TableAsked,
    pub sha256: String,
    /// In the order of [`TableRead::samples`].
    pub samples: Vec<SampleChosen>,
    /// Asked for what is unusual.
    pub because: String,
}

/// What keeps a sample from being saved, or wants a reason.
#[derive(Clone, Debug, Serialize, Type)]
pub struct SampleProblem {
    pub sample: u32,
    pub field: String,
    pub text: String,
    pub stops: bool,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct ImportReceipt {
    /// Empty when nothing was saved: then `problems` says why.
    pub saved_at: String,
    pub subjects: Vec<SubjectId>,
    pub samples: u32,
    pub rows: u32,
    pub problems: Vec<SampleProblem>,
    pub findings: Vec<FindingLine>,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct ImportLine {
    pub record: RecordId,
    pub file: String,
    pub laboratory: String,
    pub samples: u32,
    pub rows: u32,
    pub repairs: Vec<String>,
    pub by: String,
    pub at: String,
    pub on: CivilDate,
}
