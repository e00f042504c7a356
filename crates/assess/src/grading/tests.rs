//! Against the cases of pharmaverse/admiral and real results of the CDISC pilot study.

use rust_decimal::Decimal;

use super::*;

fn rows(table: &'static str) -> Vec<csv::StringRecord> {
    csv::Reader::from_reader(table.as_bytes()).records().map(Result::unwrap).collect()
}

fn number(cell: &str) -> Option<Decimal> {
    (!cell.is_empty()).then(|| cell.parse().or_else(|_| Decimal::from_scientific(cell)).expect(cell))
}

fn range(cell: &str) -> Option<Range> {
    match cell {
        "LOW" => Some(Range::Low),
        "NORMAL" => Some(Range::Normal),
        "HIGH" => Some(Range::High),
        _ => None,
    }
}

/// The source compares units without regard to case and writes powers with `^`.
fn ucum(unit: &str) -> String {
    match unit {
        "G/L" => "g/L".into(),
        "Mmol/L" => "mmol/L".into(),
        "Mg/dL" | "MG/dL" => "mg/dL".into(),
        "GI/L" => "10*9/L".into(),
        "1/uL" => "/uL".into(),
        other => other.replace("10^", "10*"),
    }
}

#[test]
fn the_published_cases_get_their_grades() {
    let (mut same, mut converted, mut wrong) = (0, 0, Vec::new());
    for case in rows(include_str!("published/admiral_lab_grading_cases.csv")) {
        let version = if case[1].starts_with("CTCAEv5") { Version::V5 } else { Version::V6 };
        let unit = ucum(&case[5]);
        let value = number(&case[4]);
        // Some cases give the change from baseline and not the baseline.
        let from_change = || Some(value? * Decimal::ONE_HUNDRED / (Decimal::ONE_HUNDRED + number(&case[10])?));
        let measured = Measured {
            value,
            unit: &unit,
            lower: number(&case[6]),
            upper: number(&case[7]),
            baseline: number(&case[8]).or_else(from_change),
            baseline_range: range(&case[9]),
        };
        let graded = grade(version, &case[3], &measured);
        let shown = graded.map(|grade| grade.number().to_string()).unwrap_or_default();
        // The source refuses any unit but its own; these convert exactly, so we grade them.
        let convertible = matches!(
            (&case[3], &case[5]),
            ("Cholesterol high", "ug/dL" | "umol/L")
                | ("Fibrinogen decreased", "g/dL")
                | ("Creatinine clearance decreased", "L/min")
        );
        match (shown == case[17], convertible) {
            (true, false) => same += 1,
            (false, true) if case[17].is_empty() => converted += 1,
            _ => wrong.push(format!("{case:?}: {graded:?}")),
        }
    }
    assert!(wrong.is_empty(), "{}: {:#?}", wrong.len(), &wrong[..wrong.len().min(8)]);
    assert_eq!((same, converted), (1_689, 7));
}

/// What the pilot's codes are called here, and the side that was graded.
fn analyte(code: &str) -> (&'static str, Direction) {
    match code {
        "ALP" => ("alp", Direction::High),
        "ALT" => ("alt", Direction::High),
        "AST" => ("ast", Direction::High),
        "BILI" => ("bilirubin", Direction::High),
        "CK" => ("ck", Direction::High),
        "CREAT" => ("creatinine", Direction::High),
        "GGT" => ("ggt", Direction::High),
        "HGB" => ("haemoglobin", Direction::Low),
        "LYM" => ("lymphocytes", Direction::Low),
        "PLAT" => ("platelets", Direction::Low),
        "WBC" => ("wbc", Direction::Low),
        other => panic!("{other}"),
    }
}

#[test]
fn real_results_get_their_grades_in_both_versions() {
    let (mut compared, mut wrong) = (0, Vec::new());
    for result in rows(include_str!("published/pilot_labs_expected_grades.csv")) {
        let (analyte, direction) = analyte(&result[0]);
        let unit = ucum(&result[2]);
        let measured = Measured {
            value: number(&result[1]),
            unit: &unit,
            lower: number(&result[3]),
            upper: number(&result[4]),
            baseline: number(&result[5]),
            baseline_range: range(&result[6]),
        };
        for (version, expected) in [(Version::V5, &result[7]), (Version::V6, &result[8])] {
            let graded = grade_of(version, analyte, direction, &measured);
            let shown = graded.map(|grade| grade.number().to_string()).unwrap_or_default();
            compared += 1;
            if shown != *expected {
                wrong.push(format!("{} {result:?}: {graded:?}", version.code()));
            }
        }
    }
    assert_eq!(compared, 2 * 10_154);
    assert!(wrong.is_empty(), "{}: {:#?}", wrong.len(), &wrong[..wrong.len().min(8)]);
}

fn alt(value: i64, baseline: Option<i64>, baseline_range: Option<Range>) -> Measured<'static> {
    Measured {
        value: Some(value.into()),
        unit: "U/L",
        upper: Some(40.into()),
        baseline: baseline.map(Decimal::from),
        baseline_range,
        ..Measured::default()
    }
}

#[test]
fn an_abnormal_baseline_that_is_not_known_is_told_and_not_read_as_no_event() {
    let high = Some(Range::High);
    let graded = |measured| grade_of(Version::V5, "alt", Direction::High, &measured).map(Grade::number);
    assert_eq!(graded(alt(1_000, None, None)), Ok(4));
    assert_eq!(graded(alt(1_000, Some(100), high)), Ok(3));
    assert_eq!(graded(alt(1_000, None, high)), Err(WhyNot::NoBaseline));
}

#[test]
fn a_version_grades_only_what_it_names() {
    let ck = Measured { value: Some(500.into()), unit: "U/L", upper: Some(100.into()), ..Measured::default() };
    assert_eq!(grade_of(Version::V5, "ck", Direction::High, &ck).map(Grade::number), Ok(2));
    assert_eq!(grade_of(Version::V6, "ck", Direction::High, &ck), Err(WhyNot::NoTerm));
}

#[test]
fn the_same_blood_has_the_same_grade_in_every_unit() {
    for (analyte, direction, told) in [
        ("haemoglobin", Direction::Low, [("79", "g/L", 3), ("7.9", "g/dL", 3), ("4.9", "mmol/L", 3)]),
        ("neutrophils", Direction::Low, [("0.9", "10*9/L", 3), ("0.9", "10*3/uL", 3), ("900", "/uL", 3)]),
        ("glucose", Direction::Low, [("2.1", "mmol/L", 3), ("38", "mg/dL", 3), ("0.38", "g/L", 3)]),
    ] {
        for (value, unit, expected) in told {
            let measured = Measured { value: number(value), unit, ..Measured::default() };
            let graded = grade_of(Version::V5, analyte, direction, &measured).map(Grade::number);
            assert_eq!(graded, Ok(expected), "{analyte} {value} {unit}");
        }
    }
}
