//! A table of ranges as CSV, all or nothing: a range that is wrong makes every grade by it wrong.
//!
//! Columns: `laboratory, analyte, sex, age_from, age_to, low, high, unit, valid_from, valid_to`. Sex is `female`,
//! `male` or empty for everyone; ages are ISO periods (`P28D`, `P18Y`); an empty end means without end. Cells are
//! divided by commas, or by the semicolons or tabs with which a spreadsheet writes them. One table is one laboratory's.

use std::collections::BTreeMap;

use facts::Sex;

use super::offer::unused;
use super::range::ReferenceRange;
use crate::field::decimal;
use crate::value::Severity;

/// What is wrong at a place of the table, as a code for the catalogue (`range-<code>`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RangeProblem {
    /// Line of the text, from 1; the heading is line 1.
    pub line: u64,
    pub column: &'static str,
    /// `unreadable`, `column-missing`, `not-a-sex`, `not-a-period`, `not-a-number`, `not-a-date`, `empty`,
    /// `no-limit`, `turned` (low above high, from after to), `overlaps`, `other-laboratory`, `no-rows`; and what only
    /// notes: `unused-analyte`, `unused-unit`.
    pub code: &'static str,
    pub args: BTreeMap<&'static str, String>,
    pub severity: Severity,
}

impl RangeProblem {
    /// Its sentence; `at` is the line, `column` the column, and the other arguments are its own.
    pub fn key(&self) -> String {
        format!("range-{}", self.code)
    }
}

const COLUMNS: [&str; 10] =
    ["laboratory", "analyte", "sex", "age_from", "age_to", "low", "high", "unit", "valid_from", "valid_to"];

/// The table of one laboratory, and what of it no form of this program asks for.
///
/// # Errors
/// Every problem, in the order of the lines.
pub fn read_one(text: &str) -> Result<(Vec<ReferenceRange>, Vec<RangeProblem>), Vec<RangeProblem>> {
    let rows = rows(text.as_bytes())?;
    let Some((_, first)) = rows.first() else {
        return Err(vec![problem(1, "laboratory", "no-rows", &[])]);
    };
    let others = rows.iter().filter(|(_, range)| range.laboratory != first.laboratory);
    let mixed: Vec<_> = others
        .map(|(line, range)| {
            let args = [("value", range.laboratory.clone()), ("first", first.laboratory.clone())];
            problem(*line, "laboratory", "other-laboratory", &args)
        })
        .collect();
    if !mixed.is_empty() {
        return Err(mixed);
    }
    let notes = rows.iter().filter_map(|(line, range)| {
        let (column, value) = unused(range)?;
        let code = if column == "unit" { "unused-unit" } else { "unused-analyte" };
        let args = [("value", value.to_owned()), ("analyte", range.analyte.clone())];
        Some(RangeProblem { severity: Severity::Notes, ..problem(*line, column, code, &args) })
    });
    let notes = notes.collect();
    Ok((rows.into_iter().map(|(_, range)| range).collect(), notes))
}

/// Ranges of any number of laboratories.
///
/// # Errors
/// Every problem, in the order of the lines.
pub fn read(text: &[u8]) -> Result<Vec<ReferenceRange>, Vec<RangeProblem>> {
    Ok(rows(text)?.into_iter().map(|(_, range)| range).collect())
}

/// What divides the cells of the heading: no heading of ours holds any of the three.
fn delimiter(text: &[u8]) -> u8 {
    let heading = text.split(|byte| *byte == b'\n').next().unwrap_or_default();
    *b",;\t".iter().max_by_key(|sign| heading.iter().filter(|byte| byte == sign).count()).unwrap_or(&b',')
}

fn rows(text: &[u8]) -> Result<Vec<(u64, ReferenceRange)>, Vec<RangeProblem>> {
    // Spreadsheets put a byte order mark before the first heading.
    let text = text.strip_prefix("\u{feff}".as_bytes()).unwrap_or(text);
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter(text)).trim(csv::Trim::All).from_reader(text);
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
    if problems.is_empty() { Ok(ranges) } else { Err(problems) }
}

fn problem(line: u64, column: &'static str, code: &'static str, args: &[(&'static str, String)]) -> RangeProblem {
    RangeProblem { line, column, code, args: args.iter().cloned().collect(), severity: Severity::Stops }
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
    fn a_table_is_one_laboratory_s_and_says_what_no_form_asks_for() {
        let told = |rows: &[&str]| match read_one(&format!("{HEADING}{}", rows.join("\n"))) {
            Ok((ranges, notes)) => (ranges.len(), notes),
            Err(problems) => (0, problems),
        };
        let (kept, notes) = told(&[
            "central,alt,,P0D,,,40,U/L,2020-01-01,",
            "central,ferritin,,P0D,,,300,ug/L,2020-01-01,",
            "central,ast,,P0D,,,40,IU,2020-01-01,",
            "central,albumin,,P0D,,35,50,g/L,2020-01-01,",
        ]);
        let said: Vec<_> = notes.iter().map(|note| (note.line, note.column, note.code, note.severity)).collect();
        let notes = Severity::Notes;
        assert_eq!(kept, 4);
        assert_eq!(said, [(3, "analyte", "unused-analyte", notes), (4, "unit", "unused-unit", notes)]);
        let rows = ["central,alt,,P0D,,,40,U/L,2020-01-01,", "other,ast,,P0D,,,40,U/L,2020-01-01,"];
        let (kept, problems) = told(&rows);
        assert_eq!((kept, problems[0].line, problems[0].code), (0, 3, "other-laboratory"));
        assert_eq!(told(&[]).1[0].code, "no-rows");
    }

    #[test]
    fn a_spreadsheet_s_semicolons_decimal_commas_and_byte_order_mark_are_read() {
        let text = "\u{feff}laboratory;analyte;sex;age_from;age_to;low;high;unit;valid_from;valid_to\r\n\
                    central;bilirubin;;P0D;;;1,2;mg/dL;2020-01-01;\r\n";
        let (ranges, notes) = read_one(text).unwrap();
        assert_eq!((ranges[0].high, notes.len()), (Some("1.2".parse().unwrap()), 0));
        let (tabbed, _) = read_one(&text.replace(';', "\t")).unwrap();
        assert_eq!(tabbed, ranges);
    }

    #[test]
    fn bands_that_meet_on_some_birthdays_only_are_told_when_they_do() {
        let ranges =
            table(&["central,alt,,P0D,P1M,,60,U/L,2020-01-01,", "central,alt,,P30D,,,40,U/L,2020-01-01,"]).unwrap();
        assert_eq!(high(&ranges, Sex::Male, "2024-01-01", "2024-01-31"), Err(NoRange::MoreThanOne));
        assert_eq!(high(&ranges, Sex::Male, "2024-02-01", "2024-03-01").as_deref(), Err(&NoRange::NoneGiven));
    }
}
