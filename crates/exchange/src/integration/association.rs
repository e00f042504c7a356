//! Which sample of a matrix is whose, which cells and when: the association file of VISPA2 and ISAnalytics, or any table
//! with one sample a row.

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use super::preview::preview;
use super::problem::Problems;
use super::rows;
use super::table::Table;

/// What is known of one sample; empty where the file does not say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Annotation {
    pub subject: String,
    pub cell_type: String,
    pub tissue: String,
    pub time_point: String,
    /// Heading of the column of time points, which may say what a bare number counts.
    pub time_heading: String,
}

/// Annotations by the name that the matrix gives a sample.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Association {
    pub samples: BTreeMap<String, Annotation>,
}

/// Headings of the column, in the order in which they count.
type Headings = &'static [&'static str];
const SAMPLE: Headings = &["CompleteAmplificationID", "SAMPLENAME", "sample", "SampleID"];
const SUBJECT: Headings = &["SubjectID", "subject", "patient"];
const CELL_TYPE: Headings = &["CellMarker", "celltype", "cell_type", "lineage"];
const TISSUE: Headings = &["Tissue", "organ", "specimen"];
const TIME_POINT: Headings = &["TimePoint", "months", "weeks", "timepoint", "time"];

impl Association {
    /// Reads the file.
    ///
    /// # Errors
    /// No column of samples, or a sample that stands twice with different annotations.
    ///
    /// ```
    /// use exchange::integration::Association;
    /// let read = Association::read(b"SAMPLENAME\tmonths\tcelltype\nm13_TCELLS\t13\tT\n").unwrap();
    /// assert_eq!(read.samples["m13_TCELLS"].cell_type, "T");
    /// ```
    pub fn read(bytes: &[u8]) -> Result<Self, Problems> {
        let head = preview(bytes)?;
        let column = |names: Headings| {
            names.iter().find_map(|name| head.headings.iter().position(|heading| heading.eq_ignore_ascii_case(name)))
        };
        let mut problems = Problems::default();
        let Some(sample) = column(SAMPLE) else {
            problems.add(head.heading_row, "", "association-no-sample", &[("known", &SAMPLE.join(", "))]);
            return Err(problems);
        };
        let columns = [SUBJECT, CELL_TYPE, TISSUE, TIME_POINT].map(column);
        let mut samples: BTreeMap<String, Annotation> = BTreeMap::new();
        rows::each(bytes, &head.format, &mut |row| {
            if row.line > head.heading_row && !row.is_blank() {
                let text = |column: usize| String::from_utf8_lossy(row.cell(column)).into_owned();
                let [subject, cell_type, tissue, time_point] =
                    columns.map(|column| column.map(text).unwrap_or_default());
                let time_heading = columns[3].map(|at| head.headings[at].clone()).unwrap_or_default();
                let annotation = Annotation { subject, cell_type, tissue, time_point, time_heading };
                let name = text(sample);
                match samples.get(&name) {
                    Some(known) if *known != annotation => {
                        problems.add(row.line, &head.headings[sample], "association-twice", &[("value", &name)]);
                    }
                    _ => drop(samples.insert(name, annotation)),
                }
            }
            ControlFlow::Continue(())
        })?;
        if problems.is_empty() { Ok(Self { samples }) } else { Err(problems) }
    }

    /// Puts the annotations to the samples of a table, which is left as it was when one of them is not in the file.
    ///
    /// # Errors
    /// Every sample that the file does not name.
    pub fn annotate(&self, table: &mut Table) -> Result<(), Problems> {
        let mut problems = Problems::default();
        for sample in table.samples.iter().filter(|sample| !self.samples.contains_key(&sample.name)) {
            problems.add(1, "", "association-missing", &[("value", &sample.name)]);
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        for sample in &mut table.samples {
            if let Some(known) = self.samples.get(&sample.name).cloned() {
                sample.subject = known.subject;
                sample.cell_type = known.cell_type;
                sample.tissue = known.tissue;
                sample.time_point = known.time_point;
                sample.time_heading = known.time_heading;
            }
        }
        Ok(())
    }
}
