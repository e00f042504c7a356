//! A table read whole through its mapping, or every problem that it has.

use std::ops::ControlFlow;

use super::mapping::Mapping;
use super::problem::Problems;
use super::rows;
use super::table::Table;

mod columns;
mod gather;
mod parts;
mod repeats;

use columns::Columns;
use gather::Gather;

/// Rows between two calls of `progress`.
const TOLD_EVERY: u64 = 8192;

/// Why a table was not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unread {
    /// `progress` said so; nothing is kept.
    Stopped,
    Problems(Problems),
}

impl From<Problems> for Unread {
    fn from(problems: Problems) -> Self {
        Self::Problems(problems)
    }
}

/// Reads the table. `progress` gets the rows read so far, every few thousand, and may break off.
///
/// # Errors
/// Stopped, or the problems of the table in the order of its rows: then there is no table at all.
pub fn read(
    bytes: &[u8],
    mapping: &Mapping,
    progress: &mut dyn FnMut(u64) -> ControlFlow<()>,
) -> Result<Table, Unread> {
    let columns = Columns::find(bytes, mapping)?;
    parts::read(bytes, mapping, &columns, parts::LARGE, progress)
        .unwrap_or_else(|| in_one_go(bytes, mapping, &columns, progress))
}

fn in_one_go(
    bytes: &[u8],
    mapping: &Mapping,
    columns: &Columns,
    progress: &mut dyn FnMut(u64) -> ControlFlow<()>,
) -> Result<Table, Unread> {
    let mut gather = Gather::new(mapping, columns);
    let mut stopped = false;
    let ended = rows::each(bytes, &mapping.format, &mut |row| {
        if row.line <= columns.heading_line || row.is_blank() {
            return ControlFlow::Continue(());
        }
        gather.row(row);
        if gather.rows.is_multiple_of(TOLD_EVERY) && progress(gather.rows).is_break() {
            stopped = true;
            return ControlFlow::Break(());
        }
        ControlFlow::Continue(())
    });
    if stopped {
        return Err(Unread::Stopped);
    }
    if let Err(problem) = ended {
        return Err(Problems::from(problem).into());
    }
    Ok(gather.finish()?)
}

#[cfg(test)]
mod tests;
