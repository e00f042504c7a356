//! What is wrong with a table, each at its row and column; a list that stays short however bad the table is.

use std::collections::BTreeMap;

/// Problems kept of one table. More are counted, not kept: nobody reads further, and a million rows of the wrong
/// column would fill the memory.
const KEPT: usize = 200;

/// What is wrong at a place of the table, as a code for the catalogue (`clones-<code>`), whose sentence says what
/// would be right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Row of the file, from 1; the heading is usually row 1.
    pub line: u64,
    /// Heading of the column; empty when the whole row is meant.
    pub column: String,
    pub code: &'static str,
    /// `value`: what stands there; others as the code has them.
    pub args: BTreeMap<String, String>,
}

impl Problem {
    pub(crate) fn of(line: u64, column: &str, code: &'static str, args: &[(&str, &str)]) -> Self {
        let args = args.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        Self { line, column: column.to_owned(), code, args }
    }
}

/// The first problems of a table in the order of its rows, and how many there are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problems {
    pub first: Vec<Problem>,
    pub total: u64,
}

impl Problems {
    pub(super) fn add(&mut self, line: u64, column: &str, code: &'static str, args: &[(&str, &str)]) {
        self.total += 1;
        if self.first.len() < KEPT {
            self.first.push(Problem::of(line, column, code, args));
        }
    }

    pub fn is_empty(&self) -> bool {
        self.total == 0
    }
}

impl From<Problem> for Problems {
    fn from(problem: Problem) -> Self {
        Self { first: vec![problem], total: 1 }
    }
}
