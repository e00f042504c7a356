//! How many malignancies were to be expected: person-years by age and sex times the background rates that the
//! protocol supplies.
//!
//! A person is one year of age older on each birthday; a day is 1/365.25 of a year. Time for which the table has no
//! rate is told apart and never counted as free of risk.

use std::collections::BTreeMap;

use facts::{CivilDate, Period, Sex};

/// Events in 100,000 person-years of an age band.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BackgroundRate {
    /// `None` for everyone.
    pub sex: Option<Sex>,
    /// Completed years.
    pub age_from: u16,
    /// Not included; `None` for ever.
    pub age_to: Option<u16>,
    pub per_100_000: f64,
}

/// One person's time at risk: from dosing until the first malignancy, death, or the end of what is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AtRisk {
    pub sex: Sex,
    pub born_on: CivilDate,
    pub from: CivilDate,
    /// Not included.
    pub until: CivilDate,
}

#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Expected {
    pub events: f64,
    pub person_years: f64,
    /// Part of the person-years for which there was no rate: while there is any, too few events are expected.
    pub without_rate: f64,
}

/// What is wrong in a table of rates (`rates-<code>`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RateProblem {
    /// Line of the text, from 1; the heading is line 1.
    pub line: u64,
    pub column: &'static str,
    /// `unreadable`, `column-missing`, `not-a-sex`, `not-an-age`, `not-a-rate`, `turned`, `overlaps`.
    pub code: &'static str,
    pub args: BTreeMap<&'static str, String>,
}

impl RateProblem {
    /// Its sentence; `at` is the line, `column` the column, and the other arguments are its own.
    pub fn key(&self) -> String {
        format!("rates-{}", self.code)
    }
}

const DAYS_A_YEAR: f64 = 365.25;

/// Nobody is followed to an older age; ends the walk through birthdays.
const OLDEST: i32 = 130;

/// Expected events of the cohort.
///
/// ```
/// use assess::cohort::{AtRisk, BackgroundRate, expected};
/// let day = |text: &str| text.parse().unwrap();
/// let rates = [BackgroundRate { sex: None, age_from: 0, age_to: None, per_100_000: 20.0 }];
/// let (born_on, from, until) = (day("2015-01-01"), day("2020-01-01"), day("2024-01-01"));
/// let cohort = [AtRisk { sex: facts::Sex::Male, born_on, from, until }];
/// assert_eq!(expected(&cohort, &rates).person_years, 4.0);
/// ```
pub fn expected(cohort: &[AtRisk], rates: &[BackgroundRate]) -> Expected {
    let mut sum = Expected::default();
    for person in cohort {
        for age in 0..OLDEST {
            let (birthday, next) =
                (person.born_on.plus(&Period::years(age)), person.born_on.plus(&Period::years(age + 1)));
            let days = next.min(person.until).days_since(birthday.max(person.from));
            if days <= 0 {
                continue;
            }
            let years = f64::from(days) / DAYS_A_YEAR;
            sum.person_years += years;
            match rates.iter().find(|rate| rate.covers(person.sex, age)) {
                Some(rate) => sum.events += years * rate.per_100_000 / 100_000.0,
                None => sum.without_rate += years,
            }
        }
    }
    sum
}

impl BackgroundRate {
    fn covers(&self, sex: Sex, age: i32) -> bool {
        self.sex.is_none_or(|only| only == sex)
            && age >= i32::from(self.age_from)
            && self.age_to.is_none_or(|to| age < i32::from(to))
    }

    fn overlaps(&self, other: &Self) -> bool {
        let same = self.sex.is_none() || other.sex.is_none() || self.sex == other.sex;
        same && other.age_to.is_none_or(|to| self.age_from < to) && self.age_to.is_none_or(|to| other.age_from < to)
    }
}

const COLUMNS: [&str; 4] = ["sex", "age_from", "age_to", "per_100000"];

/// Reads rates from CSV with the columns `sex` (`female`, `male`, empty for everyone), `age_from`, `age_to` (completed
/// years, the end not included, empty for ever), `per_100000`. All or nothing.
///
/// # Errors
/// Every problem, in the order of the lines.
pub fn read_rates(text: &[u8]) -> Result<Vec<BackgroundRate>, Vec<RateProblem>> {
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(text);
    let headings = reader.headers().cloned().unwrap_or_default();
    let places = COLUMNS.map(|column| headings.iter().position(|heading| heading == column));
    if let Some(missing) = COLUMNS.iter().zip(places).find(|(_, place)| place.is_none()).map(|(column, _)| *column) {
        return Err(vec![problem(1, missing, "column-missing", &[])]);
    }
    let (mut rates, mut problems): (Vec<(u64, BackgroundRate)>, _) = (Vec::new(), Vec::new());
    for (index, record) in reader.records().enumerate() {
        let line = index as u64 + 2;
        let Ok(record) = record else {
            problems.push(problem(line, "sex", "unreadable", &[]));
            continue;
        };
        match rate(line, &places.map(|place| place.and_then(|place| record.get(place)).unwrap_or_default())) {
            Ok(rate) => {
                if let Some((other, _)) = rates.iter().find(|(_, earlier)| earlier.overlaps(&rate)) {
                    problems.push(problem(line, "age_from", "overlaps", &[("line", other.to_string())]));
                }
                rates.push((line, rate));
            }
            Err(wrong) => problems.push(wrong),
        }
    }
    if problems.is_empty() { Ok(rates.into_iter().map(|(_, rate)| rate).collect()) } else { Err(problems) }
}

fn problem(line: u64, column: &'static str, code: &'static str, args: &[(&'static str, String)]) -> RateProblem {
    RateProblem { line, column, code, args: args.iter().cloned().collect() }
}

fn rate(line: u64, [sex, age_from, age_to, per_100_000]: &[&str; 4]) -> Result<BackgroundRate, RateProblem> {
    let wrong = |column, code, value: &str| problem(line, column, code, &[("value", value.to_owned())]);
    let sex = match *sex {
        "" => None,
        "female" => Some(Sex::Female),
        "male" => Some(Sex::Male),
        other => return Err(wrong("sex", "not-a-sex", other)),
    };
    let from: u16 = age_from.parse().map_err(|_| wrong("age_from", "not-an-age", age_from))?;
    let to: Option<u16> = match *age_to {
        "" => None,
        text => Some(text.parse().map_err(|_| wrong("age_to", "not-an-age", text))?),
    };
    if to.is_some_and(|to| to <= from) {
        return Err(wrong("age_to", "turned", age_to));
    }
    let rate = per_100_000.parse::<f64>().ok().filter(|rate| rate.is_finite() && *rate >= 0.0);
    let per_100_000 = rate.ok_or_else(|| wrong("per_100000", "not-a-rate", per_100_000))?;
    Ok(BackgroundRate { sex, age_from: from, age_to: to, per_100_000 })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(sex: Sex, born: &str, from: &str, until: &str) -> AtRisk {
        let day = |text: &str| text.parse().unwrap();
        AtRisk { sex, born_on: day(born), from: day(from), until: day(until) }
    }

    const TABLE: &[u8] = b"sex,age_from,age_to,per_100000\n,0,5,20\nfemale,5,,10\nmale,5,10,14\n";

    #[test]
    fn time_is_split_at_birthdays_and_by_sex() {
        let rates = read_rates(TABLE).unwrap();
        // 365 days at four and 366 days at five (2020 is a leap year).
        let girl = person(Sex::Female, "2015-01-01", "2019-01-01", "2021-01-01");
        let boy = person(Sex::Male, "2015-01-01", "2019-01-01", "2021-01-01");
        let (first, second) = (365.0 / 365.25 / 100_000.0, 366.0 / 365.25 / 100_000.0);
        assert!((expected(&[girl], &rates).events - (20.0 * first + 10.0 * second)).abs() < 1e-15);
        let both = expected(&[girl, boy], &rates);
        assert!((both.events - (40.0 * first + 24.0 * second)).abs() < 1e-15);
        assert!((both.person_years - 2.0 * 731.0 / 365.25).abs() < 1e-12);
        assert_eq!(both.without_rate, 0.0);
    }

    #[test]
    fn time_without_a_rate_is_told_and_not_counted_as_safe() {
        let rates = read_rates(TABLE).unwrap();
        let found = expected(&[person(Sex::Male, "2010-01-01", "2019-01-01", "2021-01-01")], &rates);
        assert!((found.without_rate - 366.0 / 365.25).abs() < 1e-12, "{found:?}");
        let unknown = expected(&[person(Sex::Unknown, "2015-01-01", "2020-01-01", "2021-01-01")], &rates);
        assert_eq!((unknown.events, unknown.without_rate), (0.0, unknown.person_years));
    }

    #[test]
    fn no_time_gives_nothing_and_a_birthday_on_29_february_loses_no_day() {
        assert_eq!(expected(&[person(Sex::Male, "2010-01-01", "2020-01-01", "2020-01-01")], &[]), Expected::default());
        let leap = expected(&[person(Sex::Male, "2016-02-29", "2016-02-29", "2026-02-28")], &[]);
        assert!((leap.person_years * DAYS_A_YEAR - 3_652.0).abs() < 1e-9, "{leap:?}");
    }

    #[test]
    fn a_table_that_is_wrong_is_refused_whole() {
        let codes = |rows: &str| -> Vec<(u64, &str)> {
            let text = format!("sex,age_from,age_to,per_100000\n{rows}");
            read_rates(text.as_bytes()).unwrap_err().iter().map(|wrong| (wrong.line, wrong.code)).collect()
        };
        assert_eq!(codes(",0,5,20\nmale,4,6,10\n"), [(3, "overlaps")]);
        assert_eq!(
            codes("boy,0,5,20\n,x,5,20\n,5,5,20\n,5,9,-1\n"),
            [(2, "not-a-sex"), (3, "not-an-age"), (4, "turned"), (5, "not-a-rate")]
        );
        assert_eq!(read_rates(b"sex,age_from\n").unwrap_err()[0].code, "column-missing");
    }
}
