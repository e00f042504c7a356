//! What a laboratory's table holds, read.

use assess::integration::{Build, Counted, Measure, Metrics, Site, metrics};

/// A table read whole.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// What the abundances count, as the mapping says.
    pub measure: Option<Measure>,
    /// Heading of the abundances; empty in a table with one sample a column.
    pub counted_in: String,
    pub build: Option<Build>,
    /// In the order of their first row or their column.
    pub samples: Vec<Sample>,
    /// Symbols by number, as [`CloneRow::gene`] names them; the first is the empty one.
    pub genes: Vec<String>,
    pub repairs: Vec<Repair>,
    /// Rows of the table, headings and blank rows apart.
    pub rows: u64,
}

/// One sample of the table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sample {
    /// Empty when the table is one sample.
    pub name: String,
    pub subject: String,
    pub cell_type: String,
    pub tissue: String,
    /// As the laboratory wrote it.
    pub time_point: String,
    /// Heading of the time points; may say what a bare number counts.
    pub time_heading: String,
    pub clones: Vec<CloneRow>,
}

/// One clone of a sample; sites that the sample does not have are not among them.
#[derive(Clone, Debug, PartialEq)]
pub struct CloneRow {
    /// `None` in a table without places, and for a clone in a repeat.
    pub site: Option<Site>,
    /// Index into [`Table::genes`].
    pub gene: u32,
    /// Row of the file.
    pub line: u32,
    /// Above zero, in the table's measure.
    pub abundance: f64,
}

/// A damaged gene symbol that was repaired on request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repair {
    pub found: String,
    pub symbol: String,
    pub rows: u64,
}

impl Table {
    pub fn gene(&self, clone: &CloneRow) -> &str {
        self.genes.get(clone.gene as usize).map_or("", String::as_str)
    }
}

impl Sample {
    /// `None` when no site was found.
    pub fn metrics(&self) -> Option<Metrics> {
        let abundances: Vec<f64> = self.clones.iter().map(|clone| clone.abundance).collect();
        metrics(&abundances)
    }

    /// The clones that have a place, as they are followed through samples.
    pub fn counted(&self) -> Vec<Counted> {
        let of = |clone: &CloneRow| Some(Counted { site: clone.site.clone()?, abundance: clone.abundance });
        self.clones.iter().filter_map(of).collect()
    }

    /// Sum of the clones without a place, which belongs to the total that their shares are of.
    pub fn unplaced(&self) -> f64 {
        self.clones.iter().filter(|clone| clone.site.is_none()).map(|clone| clone.abundance).sum()
    }
}
