//! The rows of a table, whatever it was written as: text of the cells, and the row of the file.

use std::borrow::Cow;
use std::ops::ControlFlow;

use super::mapping::Format;
use super::problem::Problem;
use super::{delimited, workbook};

/// One row. Cells lie in one text, so that a row costs no allocation.
pub(crate) struct Row<'a> {
    /// Row of the file, from 1.
    pub line: u64,
    pub text: &'a [u8],
    /// Start and end of each cell in `text`.
    pub cells: &'a [(usize, usize)],
}

impl Row<'_> {
    /// The cell without spaces around it; empty past the end of the row.
    pub fn cell(&self, column: usize) -> &[u8] {
        self.cells.get(column).map_or(&[], |(start, end)| self.text[*start..*end].trim_ascii())
    }

    pub fn is_blank(&self) -> bool {
        (0..self.cells.len()).all(|column| self.cell(column).is_empty())
    }

    pub fn texts(&self) -> Vec<String> {
        (0..self.cells.len()).map(|column| String::from_utf8_lossy(self.cell(column)).into_owned()).collect()
    }
}

/// What is done with a row, and whether the next one is wanted.
pub(crate) type OnRow<'a> = &'a mut dyn FnMut(&Row<'_>) -> ControlFlow<()>;

/// Calls `on_row` with every row of the table until it breaks off.
pub(super) fn each(bytes: &[u8], format: &Format, on_row: OnRow<'_>) -> Result<(), Problem> {
    match format {
        Format::Delimited { delimiter } => {
            let delimiter = u8::try_from(*delimiter).ok().filter(u8::is_ascii);
            let delimiter = delimiter.ok_or_else(|| Problem::of(1, "", "not-text", &[]))?;
            delimited::each(&as_utf8(bytes), delimiter, on_row)
        }
        Format::Workbook { sheet } => workbook::each(bytes, sheet, on_row),
    }
}

/// The text without its byte order mark; spreadsheets save "Unicode text" as UTF-16.
pub(crate) fn as_utf8(bytes: &[u8]) -> Cow<'_, [u8]> {
    let decoded = |units: &[u8], unit: fn([u8; 2]) -> u16| {
        let units = units.as_chunks::<2>().0.iter().map(|pair| unit(*pair));
        Cow::Owned(char::decode_utf16(units).map(|c| c.unwrap_or('\u{fffd}')).collect::<String>().into_bytes())
    };
    match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => Cow::Borrowed(rest),
        [0xff, 0xfe, rest @ ..] => decoded(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => decoded(rest, u16::from_be_bytes),
        _ => Cow::Borrowed(bytes),
    }
}
