//! Where the mapped headings stand in this table.

use std::ops::ControlFlow;

use super::super::mapping::{Layout, Mapping, Place};
use super::super::preview::has_row_names;
use super::super::problem::Problems;
use super::super::rows::{self, Row};

pub(super) enum PlaceAt {
    Columns { chromosome: usize, position: usize, strand: Option<usize> },
    Name(usize),
    Unplaced,
}

pub(super) enum LayoutAt {
    Long { abundance: usize, sample: Vec<usize>, cell_type: Option<usize>, time_point: Option<usize> },
    Wide(Vec<usize>),
}

pub(super) struct Columns {
    pub headings: Vec<String>,
    pub heading_line: u64,
    pub place: PlaceAt,
    pub gene: Option<usize>,
    pub build: Option<usize>,
    pub layout: LayoutAt,
}

impl Columns {
    pub fn find(bytes: &[u8], mapping: &Mapping) -> Result<Self, Problems> {
        let headings = headings(bytes, mapping)?;
        let mut found = Found { headings: &headings, line: mapping.heading_row, problems: Problems::default() };
        let place = match &mapping.place {
            Place::Columns { chromosome, position, strand } => PlaceAt::Columns {
                chromosome: found.at(chromosome),
                position: found.at(position),
                strand: strand.as_ref().map(|strand| found.at(strand)),
            },
            Place::Name { column } => PlaceAt::Name(found.at(column)),
            Place::Unplaced => PlaceAt::Unplaced,
        };
        let gene = mapping.gene.as_ref().map(|gene| found.at(gene));
        let build = mapping.build_column.as_ref().map(|build| found.at(build));
        let layout = match &mapping.layout {
            Layout::Long { abundance, sample, cell_type, time_point } => LayoutAt::Long {
                abundance: found.at(abundance),
                sample: sample.iter().map(|heading| found.at(heading)).collect(),
                cell_type: cell_type.as_ref().map(|heading| found.at(heading)),
                time_point: time_point.as_ref().map(|heading| found.at(heading)),
            },
            Layout::Wide { samples } => LayoutAt::Wide(samples.iter().map(|heading| found.at(heading)).collect()),
        };
        if matches!(&layout, LayoutAt::Wide(samples) if samples.is_empty()) {
            found.problems.add(
                mapping.heading_row,
                "",
                "no-abundance",
                &[("known", super::super::propose::ABUNDANCES)],
            );
        }
        if !found.problems.is_empty() {
            return Err(found.problems);
        }
        Ok(Self { heading_line: mapping.heading_row, place, gene, build, layout, headings })
    }
}

struct Found<'a> {
    headings: &'a [String],
    line: u64,
    problems: Problems,
}

impl Found<'_> {
    /// Place of a heading; a missing or doubled one is a problem, and its place of no account.
    fn at(&mut self, heading: &str) -> usize {
        let mut places = self.headings.iter().enumerate().filter(|(_, known)| *known == heading).map(|(at, _)| at);
        let (place, again) = (places.next(), places.next());
        if place.is_none() {
            let known = self.headings.join(", ");
            self.problems.add(self.line, heading, "column-missing", &[("value", heading), ("known", &known)]);
        } else if again.is_some() {
            self.problems.add(self.line, heading, "column-twice", &[("value", heading)]);
        }
        place.unwrap_or_default()
    }
}

/// The headings, with an empty one first where the rows have names.
fn headings(bytes: &[u8], mapping: &Mapping) -> Result<Vec<String>, Problems> {
    let mut found: Vec<Vec<String>> = Vec::new();
    let mut keep = |row: &Row<'_>| {
        if row.line >= mapping.heading_row && !row.is_blank() {
            found.push(row.texts());
        }
        if found.len() < 2 { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    };
    rows::each(bytes, &mapping.format, &mut keep)?;
    let mut found = found.into_iter();
    let (Some(mut headings), Some(first)) = (found.next(), found.next()) else {
        let mut problems = Problems::default();
        problems.add(mapping.heading_row, "", "no-rows", &[]);
        return Err(problems);
    };
    if has_row_names(headings.len(), first.len()) {
        headings.insert(0, String::new());
    }
    Ok(headings)
}
