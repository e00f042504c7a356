//! A table of ranges as CSV, all or nothing: a range that is wrong makes every grade by it wrong.
//!
//! Columns: `laboratory, analyte, sex, age_from, age_to, low, high, unit, valid_from, valid_to`. Sex is `female`,
//! `male` or empty for everyone; ages are ISO periods (`P28D`, `P18Y`); an empty end means without end.

use std::collections::BTreeMap;

use facts::Sex;

use super::range::ReferenceRange;
use crate::field::decimal;

/// What is wrong at a place of the table, as a code for the catalogue (`range-<code>`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RangeProblem {
    /// Line of the text, from 1; the heading is line 1.
    pub line: u64,
    pub column: &'static str,
    /// `unreadable`, `column-missing`, `not-a-sex`, `not-a-period`, `not-a-number`, `not-a-date`, `empty`,
    /// `no-limit`, `turned` (low above high, from after to), `overlaps`.
    pub code: &'static str,
    pub args: BTreeMap<&'static str, String>,
}

impl RangeProblem {
    /// Its sentence; `at` is the line, `column` the column, and the other arguments are its own.
    pub fn key(&self) -> String {
        format!("range-{}", self.code)
    }
}

const COLUMNS: [&str; 10] =
    ["laboratory", "analyte", "sex", "age_from", "age_to", "low", "high", "unit", "valid_from", "valid_to"];

/// # Errors
/// Every problem, in the order of the lines.
pub fn read(text: &[u8]) -> Result<Vec<ReferenceRange>, Vec<RangeProblem>> {
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(text);
    let headings = reader.headers().cloned().unwrap_or_default();
    let places = COLUMNS.map(|column| headings.iter().position(|heading| heading == column));
    if let Some(missing) = COLUMNS.iter().zip(places).find(|(_, place)| place.is_none()).map(|(column, _)| *column) {
        return Err(vec![problem(1, missing, "column-missing", &[])]);
    }
    let (mut ranges, mut problems): (Vec<(u64, ReferenceRange)>, _) = (Vec::new(), Vec::new());
    for (index, record) in reader.records().enumerate() {
        let Ok(record) = record else {
            problems.push(problem(index as u64 + 2, "laboratory", "unreadable", &[]));
            continue;
        };
        let line = record.position().map_or(index as u64 + 2, csv::Position::line);
        let cells = places.map(|place| place.and_then(|place| record.get(place)).unwrap_or_default());
        match range(line, &cells) {
            Ok(range) => {
                if let Some((other, _)) = ranges.iter().find(|(_, earlier)| earlier.overlaps(&range)) {
                    problems.push(problem(line, "valid_from", "overlaps", &[("line", other.to_string())]));
                }
                ranges.push((line, range));
            }
            Err(mut wrong) => problems.append(&mut wrong),
        }
    }
    if problems.is_empty() { Ok(ranges.into_iter().map(|(_, range)| range).collect()) } else { Err(problems) }
}

fn problem(line: u64, column: &'static str, code: &'static str, args: &[(&'static str, String)]) -> RangeProblem {
    RangeProblem { line, column, code, args: args.iter().cloned().collect() }
}

fn range(line: u64, cells: &[&str; 10]) -> Result<ReferenceRange, Vec<RangeProblem>> {
    let mut wrong = Vec::new();
    let [laboratory, analyte, sex, age_from, age_to, low, high, unit, valid_from, valid_to] = *cells;
    for (column, cell) in [("laboratory", laboratory), ("analyte", analyte), ("unit", unit)] {
        if cell.is_empty() {
            wrong.push(problem(line, column, "empty", &[]));
        }
    }
    let sex = match sex {
        "" => None,
        "female" => Some(Sex::Female),
        "male" => Some(Sex::Male),
        other => {
            wrong.push(problem(line, "sex", "not-a-sex", &[("value", other.to_owned())]));
            None
        }
    };
    let mut read = Cells { line, wrong };
    let age_from = read.cell("age_from", "not-a-period", age_from, |cell| cell.parse().ok()).unwrap_or_default();
    let age_to = read.cell("age_to", "not-a-period", age_to, |cell| cell.parse().ok());
    let low = read.cell("low", "not-a-number", low, decimal);
    let high = read.cell("high", "not-a-number", high, decimal);
    let valid_to = read.cell("valid_to", "not-a-date", valid_to, |cell| cell.parse().ok());
    let from = read.cell("valid_from", "not-a-date", valid_from, |cell| cell.parse().ok());
    let mut wrong = read.wrong;
    if valid_from.is_empty() {
        wrong.push(problem(line, "valid_from", "empty", &[]));
    }
    let (laboratory, analyte, unit) = (laboratory.to_owned(), analyte.to_owned(), unit.to_owned());
    match from.filter(|_| wrong.is_empty()) {
        Some(valid_from) => sound(
            line,
            ReferenceRange { laboratory, analyte, sex, age_from, age_to, low, high, unit, valid_from, valid_to },
        ),
        None => Err(wrong),
    }
}

/// Cells of one line, with what was wrong in them.
struct Cells {
    line: u64,
    wrong: Vec<RangeProblem>,
}

impl Cells {
    /// `None` when the cell is empty or wrong.
    fn cell<T>(
        &mut self,
        column: &'static str,
        code: &'static str,
        cell: &str,
        read: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        if cell.is_empty() {
            return None;
        }
        let value = read(cell);
        if value.is_none() {
            self.wrong.push(problem(self.line, column, code, &[("value", cell.to_owned())]));
        }
        value
    }
}

fn sound(line: u64, range: ReferenceRange) -> Result<ReferenceRange, Vec<RangeProblem>> {
    let mut wrong = Vec::new();
    if range.low.is_none() && range.high.is_none() {
        wrong.push(problem(line, "high", "no-limit", &[]));
    }
    if range.low.zip(range.high).is_some_and(|(low, high)| low > high) {
        wrong.push(problem(line, "high", "turned", &[]));
    }
    if range.age_to.is_some_and(|to| to.rough_days() <= range.age_from.rough_days()) || range.age_from.is_negative() {
        wrong.push(problem(line, "age_to", "turned", &[]));
    }
    if range.valid_to.is_some_and(|last| last < range.valid_from) {
        wrong.push(problem(line, "valid_to", "turned", &[]));
    }
    if wrong.is_empty() { Ok(range) } else { Err(wrong) }
}

#[cfg(test)]
mod tests {
    use facts::CivilDate;

    use super::super::range::{NoRange, range_for};
    use super::*;

    const HEADING: &str = "laboratory,analyte,sex,age_from,age_to,low,high,unit,valid_from,valid_to\n";

    fn table(rows: &[&str]) -> Result<Vec<ReferenceRange>, Vec<RangeProblem>> {
        read(format!("{HEADING}{}", rows.join("\n")).as_bytes())
    }

    fn day(text: &str) -> CivilDate {
        text.parse().unwrap()
    }

    fn high(ranges: &[ReferenceRange], sex: Sex, born: &str, on: &str) -> Result<String, NoRange> {
        range_for(ranges, "central", "alt", sex, day(born), day(on)).map(|range| range.high.unwrap().to_string())
    }

    #[test]
    fn the_range_is_the_one_of_that_day_age_and_sex() {
        let ranges = table(&[
            "central,alt,,P0D,P1Y,,56,U/L,2020-01-01,",
            "central,alt,female,P1Y,,,35,U/L,2020-01-01,2025-06-30",
            "central,alt,female,P1Y,,,33,U/L,2025-07-01,",
            "central,alt,male,P1Y,,,45,U/L,2020-01-01,",
            "other,alt,,P0D,,,50,U/L,2020-01-01,",
        ])
        .unwrap();
        let born = "2024-02-29";
        assert_eq!(high(&ranges, Sex::Female, born, "2025-02-27").as_deref(), Ok("56"));
        // Born on 29 February: one year old on the clamped day, as everywhere in the program.
        assert_eq!(high(&ranges, Sex::Female, born, "2025-02-28").as_deref(), Ok("35"));
        assert_eq!(high(&ranges, Sex::Female, born, "2025-06-30").as_deref(), Ok("35"));
        assert_eq!(high(&ranges, Sex::Female, born, "2025-07-01").as_deref(), Ok("33"));
        assert_eq!(high(&ranges, Sex::Male, born, "2025-07-01").as_deref(), Ok("45"));
        assert_eq!(high(&ranges, Sex::Unknown, born, "2025-07-01"), Err(NoRange::NoneGiven));
        assert_eq!(high(&ranges, Sex::Male, "2010-01-01", "2019-12-31"), Err(NoRange::NoneGiven));
    }

    #[test]
    fn limits_are_told_in_the_unit_of_the_result() {
        let ranges = table(&["central,haemoglobin,,P0D,,11.5,,g/dL,2020-01-01,"]).unwrap();
        assert_eq!(ranges[0].limits_in("g/L"), Some((Some(115.into()), None)));
        assert_eq!(ranges[0].limits_in("10*9/L"), None);
    }

    fn codes(rows: &[&str]) -> Vec<(u64, &'static str, &'static str)> {
        table(rows).unwrap_err().into_iter().map(|wrong| (wrong.line, wrong.column, wrong.code)).collect()
    }

    #[test]
    fn overlapping_ranges_are_refused_and_the_other_line_is_named() {
        let rows = ["central,alt,,P0D,P18Y,,40,U/L,2020-01-01,", "central,alt,male,P1Y,,,45,U/L,2024-01-01,"];
        let wrong = table(&rows).unwrap_err();
        assert_eq!((wrong[0].code, wrong[0].line, wrong[0].args["line"].as_str()), ("overlaps", 3, "2"));
        let next = ["central,alt,,P0D,P18Y,,40,U/L,2020-01-01,2023-12-31", rows[1]];
        assert_eq!(table(&next).map(|ranges| ranges.len()), Ok(2));
    }

    #[test]
    fn every_problem_is_told_at_its_cell() {
        assert_eq!(
            codes(&[
                "central,alt,boy,P0D,,,40,U/L,2020-01-01,",
                "central,alt,,two,,,forty,U/L,,",
                "central,alt,,P0D,,,,U/L,2020-01-01,",
                "central,alt,,P2Y,P1Y,50,40,U/L,2020-01-01,2019-01-01",
                ",alt,,P0D,,,40,,2020-01-01,",
            ]),
            [
                (2, "sex", "not-a-sex"),
                (3, "age_from", "not-a-period"),
                (3, "high", "not-a-number"),
                (3, "valid_from", "empty"),
                (4, "high", "no-limit"),
                (5, "high", "turned"),
                (5, "age_to", "turned"),
                (5, "valid_to", "turned"),
                (6, "laboratory", "empty"),
                (6, "unit", "empty"),
            ]
        );
        let lacking = read(b"laboratory,analyte\na,b\n").unwrap_err();
        assert_eq!((lacking[0].column, lacking[0].code), ("sex", "column-missing"));
    }

    #[test]
    fn bands_that_meet_on_some_birthdays_only_are_told_when_they_do() {
        let ranges =
            table(&["central,alt,,P0D,P1M,,60,U/L,2020-01-01,", "central,alt,,P30D,,,40,U/L,2020-01-01,"]).unwrap();
        assert_eq!(high(&ranges, Sex::Male, "2024-01-01", "2024-01-31"), Err(NoRange::MoreThanOne));
        assert_eq!(high(&ranges, Sex::Male, "2024-02-01", "2024-03-01").as_deref(), Err(&NoRange::NoneGiven));
    }
}
