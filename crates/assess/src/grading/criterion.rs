//! The criteria as data: one row for each term, version and system of units.

use std::sync::LazyLock;

use super::condition::{self, Condition};

/// Edition of CTCAE.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize)]
pub enum Version {
    /// Until a protocol says otherwise.
    #[default]
    #[serde(rename = "5.0")]
    V5,
    #[serde(rename = "6.0")]
    V6,
}

/// Which side of normal a term is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    Low,
    High,
}

/// One term in one system of units.
#[derive(Clone, Debug, PartialEq)]
pub struct Criterion {
    pub version: Version,
    /// Our key of what is measured: `alt`, `platelets`, `glucose-fasting`.
    pub analyte: String,
    pub direction: Direction,
    /// UCUM; empty where the term speaks of multiples only, or of a number without a unit.
    pub unit: String,
    /// NCI's name of the term.
    pub term: String,
    pub(super) clauses: Vec<Clause>,
}

/// The first clause that holds says the grade; `None` is "cannot be graded".
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Clause {
    pub grade: Option<u8>,
    pub when: Condition,
}

impl Version {
    pub fn code(self) -> &'static str {
        match self {
            Self::V5 => "5.0",
            Self::V6 => "6.0",
        }
    }

    /// Reads [`Version::code`].
    pub fn of(code: &str) -> Option<Self> {
        [Self::V5, Self::V6].into_iter().find(|version| version.code() == code)
    }
}

static CRITERIA: LazyLock<Vec<Criterion>> = LazyLock::new(|| read(TABLE));

const TABLE: &str = include_str!("../../../../assets/references/ctcae/criteria.csv");

/// All criteria; a term with two systems of units stands there twice, SI first.
pub fn criteria() -> &'static [Criterion] {
    &CRITERIA
}

fn read(table: &str) -> Vec<Criterion> {
    table.lines().skip(1).filter_map(row).collect()
}

/// No cell of the table holds a comma.
fn row(line: &str) -> Option<Criterion> {
    let mut cells = line.splitn(6, ',');
    let mut cell = || cells.next().map(str::trim);
    Some(Criterion {
        version: Version::of(cell()?)?,
        analyte: cell()?.to_owned(),
        direction: match cell()? {
            "L" => Direction::Low,
            "H" => Direction::High,
            _ => return None,
        },
        unit: cell()?.to_owned(),
        term: cell()?.to_owned(),
        clauses: cell()?.split(';').map(clause).collect::<Option<_>>()?,
    })
}

fn clause(text: &str) -> Option<Clause> {
    let (grade, when) = text.split_once(':')?;
    let grade = match grade.trim() {
        "-" => None,
        digit => Some(digit.parse().ok().filter(|grade| (1..=4).contains(grade))?),
    };
    Some(Clause { grade, when: condition::parse(when)? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_table_is_read() {
        assert_eq!(criteria().len(), TABLE.lines().count() - 1);
        assert_eq!(criteria().len(), 113);
    }

    #[test]
    fn si_stands_before_us_units() {
        for us in criteria().iter().filter(|criterion| criterion.unit.contains("dL")) {
            let first = criteria().iter().find(|other| (other.version, &other.term) == (us.version, &us.term));
            assert_ne!(first.map(|first| &first.unit), Some(&us.unit), "{}", us.term);
        }
    }
}
