//! The first rows of a table before anything is read: enough to propose a mapping and to show it to a person.

use std::ops::ControlFlow;

use super::mapping::Format;
use super::problem::Problem;
use super::propose::is_known;
use super::rows::{self, Row, as_utf8};
use super::workbook;

/// Rows shown after the heading.
const SHOWN: usize = 20;
/// Rows among which the heading is looked for: laboratories put a title above their tables.
const SEARCHED: usize = 20;

/// What a table looks like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    pub format: Format,
    /// Sheets of a workbook; empty for text.
    pub sheets: Vec<String>,
    /// Row of the headings, from 1.
    pub heading_row: u64,
    /// An empty first heading stands for row names.
    pub headings: Vec<String>,
    /// The first rows, as text.
    pub rows: Vec<Vec<String>>,
}

/// The first rows of a CSV, TSV or XLSX table.
///
/// # Errors
/// A workbook that cannot be read, a quote that is never closed, or a table without a row.
pub fn preview(bytes: &[u8]) -> Result<Preview, Problem> {
    preview_sheet(bytes, "")
}

/// The same for one sheet of a workbook; an empty or unknown name stands for the first.
///
/// # Errors
/// As [`preview`].
pub fn preview_sheet(bytes: &[u8], sheet: &str) -> Result<Preview, Problem> {
    if workbook::is_workbook(bytes) {
        let sheets = workbook::sheets(bytes)?;
        let chosen = sheets.iter().find(|known| *known == sheet).or(sheets.first());
        let sheet = chosen.cloned().unwrap_or_default();
        return look(bytes, Format::Workbook { sheet }, sheets);
    }
    let delimiter = char::from(delimiter(&as_utf8(bytes)));
    look(bytes, Format::Delimited { delimiter }, Vec::new())
}

fn look(bytes: &[u8], format: Format, sheets: Vec<String>) -> Result<Preview, Problem> {
    let mut found: Vec<(u64, Vec<String>)> = Vec::new();
    let mut keep = |row: &Row<'_>| {
        if !row.is_blank() {
            found.push((row.line, row.texts()));
        }
        if found.len() < SHOWN + SEARCHED { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    };
    rows::each(bytes, &format, &mut keep)?;
    let known = |(_, cells): &(u64, Vec<String>)| cells.iter().filter(|cell| is_known(cell)).count();
    let heading = found.iter().take(SEARCHED).position(|row| known(row) > 1).unwrap_or(0);
    let mut rows = found.into_iter().skip(heading);
    let Some((heading_row, mut headings)) = rows.next() else { return Err(Problem::of(1, "", "no-rows", &[])) };
    let rows: Vec<Vec<String>> = rows.map(|(_, cells)| cells).take(SHOWN).collect();
    if rows.first().is_some_and(|row| has_row_names(headings.len(), row.len())) {
        headings.insert(0, String::new());
    }
    Ok(Preview { format, sheets, heading_row, headings, rows })
}

/// R writes a table with row names under a heading that has one cell fewer.
pub(super) fn has_row_names(headings: usize, cells: usize) -> bool {
    cells == headings + 1
}

/// The separator that the first lines use most.
fn delimiter(text: &[u8]) -> u8 {
    let first = text.split(|byte| *byte == b'\n').take(SEARCHED);
    let (mut best, mut most) = (b',', 0);
    for line in first {
        for separator in [b',', b'\t', b';'] {
            let count = line.iter().filter(|byte| **byte == separator).count();
            if count > most {
                (best, most) = (separator, count);
            }
        }
    }
    best
}
