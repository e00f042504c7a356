//! Rows of an XLSX sheet, read cell after cell: the text that each cell would have in a table of text.
//!
//! A date keeps its day number, because that is what tells which gene symbol the spreadsheet damaged.

use std::fmt::Write as _;
use std::io::Cursor;

use calamine::{DataRef, Reader, Xlsx};

use super::problem::Problem;
use super::rows::{OnRow, Row};

/// What every XLSX file begins with.
const ZIP: &[u8] = b"PK\x03\x04";

pub(super) fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(ZIP)
}

fn open(bytes: &[u8]) -> Result<Xlsx<Cursor<&[u8]>>, Problem> {
    Xlsx::new(Cursor::new(bytes)).map_err(|_| Problem::of(1, "", "workbook-unreadable", &[]))
}

/// Names of the sheets in their order.
pub(super) fn sheets(bytes: &[u8]) -> Result<Vec<String>, Problem> {
    Ok(open(bytes)?.sheet_names())
}

pub(super) fn each(bytes: &[u8], sheet: &str, on_row: OnRow<'_>) -> Result<(), Problem> {
    let mut workbook = open(bytes)?;
    let known = workbook.sheet_names();
    if !known.iter().any(|name| name == sheet) {
        return Err(Problem::of(1, "", "sheet-missing", &[("value", sheet), ("known", &known.join(", "))]));
    }
    let damaged = |row: u32| Problem::of(u64::from(row) + 1, "", "workbook-unreadable", &[]);
    let mut cells = workbook.worksheet_cells_reader(sheet).map_err(|_| damaged(0))?;
    let mut gathered = Gathered::default();
    loop {
        match cells.next_cell().map_err(|_| damaged(gathered.row))? {
            Some(cell) => {
                let (row, column) = cell.get_position();
                if row != gathered.row && gathered.tell(on_row).is_break() {
                    return Ok(());
                }
                gathered.row = row;
                gathered.put(column as usize, cell.get_value());
            }
            None => {
                let _ = gathered.tell(on_row);
                return Ok(());
            }
        }
    }
}

/// The cells of one row; a sheet leaves empty ones out.
#[derive(Default)]
struct Gathered {
    row: u32,
    text: String,
    cells: Vec<(usize, usize)>,
    /// Cells of the widest row so far: a row whose last cells are empty is as wide as its heading.
    width: usize,
}

impl Gathered {
    fn put(&mut self, column: usize, value: &DataRef<'_>) {
        let start = self.text.len();
        self.cells.resize(column.max(self.cells.len()), (start, start));
        // Writing to a string cannot fail.
        let _ = match value {
            DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
                self.text.write_str(text)
            }
            DataRef::SharedString(text) => self.text.write_str(text),
            DataRef::Int(number) => write!(self.text, "{number}"),
            DataRef::Float(number) => write!(self.text, "{number}"),
            DataRef::Bool(truth) => write!(self.text, "{truth}"),
            DataRef::DateTime(date) => write!(self.text, "{}", date.as_f64()),
            DataRef::Error(error) => write!(self.text, "{error}"),
            DataRef::Empty => Ok(()),
        };
        self.cells.push((start, self.text.len()));
    }

    fn tell(&mut self, on_row: OnRow<'_>) -> std::ops::ControlFlow<()> {
        let end = self.text.len();
        self.cells.resize(self.width.max(self.cells.len()), (end, end));
        self.width = self.cells.len();
        let row = Row { line: u64::from(self.row) + 1, text: self.text.as_bytes(), cells: &self.cells };
        let next = if self.cells.is_empty() { std::ops::ControlFlow::Continue(()) } else { on_row(&row) };
        self.text.clear();
        self.cells.clear();
        next
    }
}
