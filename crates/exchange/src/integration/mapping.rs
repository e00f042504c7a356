//! Which column of a laboratory's table means what. Kept per laboratory, by heading, so that a column moved is still
//! found and a column renamed is told.

use assess::integration::{Build, Measure};
use serde::{Deserialize, Serialize};

/// How a laboratory sends its tables.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Mapping {
    pub format: Format,
    /// Row of the headings, from 1.
    pub heading_row: u64,
    pub place: Place,
    pub gene: Option<String>,
    pub layout: Layout,
    /// What the abundances count; `None` when the heading does not tell and a person has to.
    pub measure: Option<Measure>,
    /// The reference genome of every row; `None` when neither the table nor a person said it.
    pub build: Option<Build>,
    /// Column that states the genome of each row; it must agree with `build` and with itself.
    pub build_column: Option<String>,
    pub damaged_genes: DamagedGenes,
    pub repeats: Repeats,
    pub multihits: Multihits,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// Text; one character parts the cells.
    Delimited { delimiter: char },
    /// XLSX.
    Workbook { sheet: String },
}

/// Where a row says its site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Place {
    Columns {
        chromosome: String,
        position: String,
        strand: Option<String>,
    },
    /// One cell as `chr1-1016499`; the heading is empty where the table has row names.
    Name {
        column: String,
    },
    /// Clones without a place: they can be counted, and never followed or found near a gene.
    Unplaced,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Layout {
    /// One site of one sample a row.
    Long {
        abundance: String,
        /// Columns that together name the sample, joined by `_`; none when the table is one sample.
        sample: Vec<String>,
        cell_type: Option<String>,
        time_point: Option<String>,
    },
    /// One site a row, one sample a column.
    Wide { samples: Vec<String> },
}

/// What becomes of a gene symbol that a spreadsheet turned into a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DamagedGenes {
    Refuse,
    /// Where only one gene fits the date and the chromosome of the site.
    Repair,
}

/// What becomes of a site that stands twice in a sample.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Repeats {
    /// One row for each of two near genes would count its cells twice.
    Refuse,
    /// Rows are replicates of one sample.
    Sum,
}

/// What becomes of a clone that maps to many places, as in a repeat: chromosome `R` or none, position -1 or none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Multihits {
    Refuse,
    /// A clone that counts in every share, and is neither followed nor near a gene.
    Count,
}
