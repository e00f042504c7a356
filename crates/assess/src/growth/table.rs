//! One reference table as it lies in `assets/references/growth`: a few `# name: value` lines that say what it is, then
//! rows `x,L,M,S`. A national table is added by dropping such a file into a folder there; no code names a table.
//!
//! | line | says |
//! |---|---|
//! | `reference` | short name shared by the tables of one reference: `who`, `cdc-2000` |
//! | `edition` | the name shown beside a score: `WHO 2006` |
//! | `index` | `height-for-age`, `weight-for-age`, `bmi-for-age`, `head-for-age`, `weight-for-height` |
//! | `sex` | `female`, `male` |
//! | `by` | what `x` is: `day`, `month` (30.4375 days), `year` (365.25 days) or `cm` |
//! | `ages` | `0..730 day`: ages for which the table may be read, both included |
//! | `unit` | of the median: `cm`, `kg`, `kg/m2` |
//! | `measured` | `lying` or `standing`, where the table is about the one or the other |
//! | `lying-longer-by` | `0.7 cm`: how lengths are turned into heights for it; absent: they are not |
//! | `standing-from` | `274 day`: before this age "standing" is taken for a slip and not converted |
//! | `tails` | `restricted` (WHO), `extended-above-p95` (CDC BMI, with `sigma-by-year: a b c`); absent: plain LMS |
//! | `source` | where the numbers come from |
//!
//! Between two rows L, M and S are interpolated linearly (WHO 2007; CDC 2000).

use facts::Sex;

use super::header::{Header, days};
use super::score::{How, Index};
use super::zscore::{Lms, Tails};

/// Days in a month of WHO and CDC, and of twelve of them.
pub(super) const MONTH_DAYS: f64 = 30.4375;
pub(super) const YEAR_DAYS: f64 = 365.25;

/// What the rows go by.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum By {
    /// Age, in a unit of so many days.
    Age {
        unit_days: f64,
    },
    HeightCm,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum TailRule {
    Plain,
    Restricted,
    /// Spread of the half-normal as a + b years + c years².
    Extended {
        sigma_by_year: [f64; 3],
    },
}

/// A file that cannot be used, with the line that stops it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TableFault {
    #[error("header line `{0}` is missing")]
    Missing(&'static str),
    #[error("header line `{0}` cannot be read")]
    Unreadable(&'static str),
    #[error("row {0} is not `x,L,M,S` with a positive median and spread")]
    Row(usize),
    #[error("row {0} does not come after the one before it")]
    Order(usize),
    #[error("fewer than two rows")]
    TooShort,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    pub reference: &'static str,
    pub edition: &'static str,
    pub index: Index,
    pub sex: Sex,
    pub unit: &'static str,
    pub source: &'static str,
    pub(super) by: By,
    pub(super) from_days: f64,
    pub(super) through_days: f64,
    pub(super) measured: Option<How>,
    /// Hundredths of a centimetre.
    pub(super) lying_longer_by: i64,
    pub(super) standing_from_days: f64,
    tails: TailRule,
    rows: Vec<(f64, Lms)>,
}

impl Table {
    /// Reads one file.
    ///
    /// # Errors
    /// The first [`TableFault`].
    pub fn read(text: &'static str) -> Result<Self, TableFault> {
        let header = Header::of(text);
        let (from_days, through_days) = header.ages()?;
        Ok(Self {
            reference: header.must("reference")?,
            edition: header.must("edition")?,
            index: header.index()?,
            sex: header.sex()?,
            unit: header.must("unit")?,
            source: header.must("source")?,
            by: header.by()?,
            from_days,
            through_days,
            measured: header.measured()?,
            lying_longer_by: header.lying_longer_by()?,
            standing_from_days: header
                .get("standing-from")
                .map_or(Ok(0.0), |text| days(text).ok_or(TableFault::Unreadable("standing-from")))?,
            tails: tails(&header)?,
            rows: rows(text)?,
        })
    }

    pub(super) fn covers(&self, age_days: f64) -> bool {
        (self.from_days..=self.through_days).contains(&age_days)
    }

    /// The row's place for an age in days, when the table goes by age.
    pub(super) fn place_of_age(&self, age_days: f64) -> Option<f64> {
        match self.by {
            By::Age { unit_days } => Some(age_days / unit_days),
            By::HeightCm => None,
        }
    }

    /// Between the rows on either side of `x`; `None` outside the rows.
    pub(super) fn lms(&self, x: f64) -> Option<Lms> {
        let (first, last) = (self.rows.first()?.0, self.rows.last()?.0);
        if !(first..=last).contains(&x) {
            return None;
        }
        // Rows are nearly evenly spaced: where x would lie if they were, then a step or two.
        let even = (x - first) / (last - first) * (self.rows.len() - 1) as f64;
        let mut at = (even as usize).min(self.rows.len() - 1);
        while self.rows[at].0 > x {
            at -= 1;
        }
        while self.rows.get(at + 1).is_some_and(|next| next.0 <= x) {
            at += 1;
        }
        let (below, low) = self.rows[at];
        let Some((above, high)) = self.rows.get(at + 1).filter(|_| below < x) else { return Some(low) };
        let part = (x - below) / (above - below);
        let between = |a: f64, b: f64| a + (b - a) * part;
        Some(Lms { l: between(low.l, high.l), m: between(low.m, high.m), s: between(low.s, high.s) })
    }

    pub(super) fn tails(&self, age_days: f64) -> Tails {
        match self.tails {
            TailRule::Plain => Tails::Plain,
            TailRule::Restricted => Tails::Restricted,
            TailRule::Extended { sigma_by_year: [a, b, c] } => {
                let years = age_days / YEAR_DAYS;
                Tails::ExtendedAboveP95 { sigma: a + years * (b + years * c) }
            }
        }
    }
}

fn tails(header: &Header) -> Result<TailRule, TableFault> {
    match header.get("tails") {
        None => Ok(TailRule::Plain),
        Some("restricted") => Ok(TailRule::Restricted),
        Some("extended-above-p95") => {
            let sigma: Vec<f64> =
                header.must("sigma-by-year")?.split(' ').filter_map(|number| number.parse().ok()).collect();
            let sigma_by_year = sigma.try_into().map_err(|_| TableFault::Unreadable("sigma-by-year"))?;
            Ok(TailRule::Extended { sigma_by_year })
        }
        Some(_) => Err(TableFault::Unreadable("tails")),
    }
}

/// The lines after `x,L,M,S`.
fn rows(text: &str) -> Result<Vec<(f64, Lms)>, TableFault> {
    let mut rows: Vec<(f64, Lms)> = Vec::new();
    let lines = text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty());
    for (number, line) in lines.enumerate().skip(1) {
        let mut cells = line.split(',').map(|cell| cell.trim().parse::<f64>().ok().filter(|cell| cell.is_finite()));
        let mut cell = || cells.next().flatten().ok_or(TableFault::Row(number));
        let (x, lms) = (cell()?, Lms { l: cell()?, m: cell()?, s: cell()? });
        if lms.m <= 0.0 || lms.s <= 0.0 {
            return Err(TableFault::Row(number));
        }
        if rows.last().is_some_and(|(before, _)| *before >= x) {
            return Err(TableFault::Order(number));
        }
        rows.push((x, lms));
    }
    if rows.len() < 2 { Err(TableFault::TooShort) } else { Ok(rows) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "# reference: here\n# edition: Here 2030\n# index: height-for-age\n# sex: female\n# by: month\n\
                        # ages: 0..24 month\n# unit: cm\n# source: made up\n";

    fn table(head: &str, rows: &str) -> Result<Table, TableFault> {
        Table::read(Box::leak(format!("{head}x,L,M,S\n{rows}").into_boxed_str()))
    }

    #[test]
    fn uneven_rows_are_found_and_joined_by_straight_lines() {
        let table = table(HEAD, "0,1,50,0.04\n0.5,1,52,0.04\n1.5,1,55,0.04\n12,1,75,0.05\n24,1,86,0.05\n").unwrap();
        for (months, median) in
            [(0.0, 50.0), (0.25, 51.0), (0.5, 52.0), (1.0, 53.5), (1.5, 55.0), (6.75, 65.0), (18.0, 80.5), (24.0, 86.0)]
        {
            let got = table.lms(months).unwrap().m;
            assert!((got - median).abs() < 1e-12, "{months}: {got}");
        }
        assert_eq!((table.lms(-0.1), table.lms(24.1)), (None, None));
    }

    #[test]
    fn a_damaged_file_says_what_stops_it() {
        let rows = "0,1,50,0.04\n1,1,52,0.04\n";
        assert!(table(HEAD, rows).is_ok());
        for (line, fault) in [
            ("# reference: here\n", TableFault::Missing("reference")),
            ("# index: height-for-age\n", TableFault::Missing("index")),
            ("# ages: 0..24 month\n", TableFault::Missing("ages")),
            ("# source: made up\n", TableFault::Missing("source")),
        ] {
            assert_eq!(table(&HEAD.replace(line, ""), rows), Err(fault));
        }
        for (from, to, fault) in [
            ("female", "girl", TableFault::Unreadable("sex")),
            ("0..24 month", "0-24 month", TableFault::Unreadable("ages")),
            ("24 month", "24 moon", TableFault::Unreadable("ages")),
            ("by: month", "by: moon", TableFault::Unreadable("by")),
        ] {
            assert_eq!(table(&HEAD.replace(from, to), rows), Err(fault), "{to}");
        }
        assert_eq!(table(HEAD, "0,1,50,0.04\n1,1,five,0.04\n"), Err(TableFault::Row(2)));
        assert_eq!(table(HEAD, "0,1,50,0.04\n1,1,52,0\n"), Err(TableFault::Row(2)));
        assert_eq!(table(HEAD, "1,1,50,0.04\n1,1,52,0.04\n"), Err(TableFault::Order(2)));
        assert_eq!(table(HEAD, "1,1,50,0.04\n"), Err(TableFault::TooShort));
    }
}
