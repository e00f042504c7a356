//! The LMS tables, read once: by day for 2006, by month for 2007.

use std::sync::LazyLock;

use facts::Sex;

use super::zscore::Index;

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Lms {
    pub l: f64,
    pub m: f64,
    pub s: f64,
}

/// First month of the 2007 table.
const FIRST_MONTH: usize = 61;

macro_rules! daily {
    ($name:literal) => {
        (
            include_str!(concat!("../../../../assets/references/growth/who_", $name, "_girls.csv")),
            include_str!(concat!("../../../../assets/references/growth/who_", $name, "_boys.csv")),
        )
    };
}

/// Girls and boys, in the order of [`Index`].
static BY_DAY: LazyLock<[[Vec<Lms>; 2]; 4]> = LazyLock::new(|| {
    let both = |(girls, boys): (&str, &str)| [read_daily(girls), read_daily(boys)];
    [
        both(daily!("lgth_ht_for_age")),
        both(daily!("wt_for_age")),
        both(daily!("bmi_for_age")),
        both(daily!("hc_for_age")),
    ]
});

/// By month from [`FIRST_MONTH`]; height, weight, BMI; girls and boys.
static BY_MONTH: LazyLock<[[Vec<Lms>; 2]; 3]> =
    LazyLock::new(|| read_monthly(include_str!("../../../../assets/references/growth/who2007.csv")));

fn number(text: Option<&str>) -> Option<f64> {
    text?.trim().parse().ok()
}

fn read_daily(table: &str) -> Vec<Lms> {
    let rows = table.lines().skip(1).map(|line| line.split(','));
    rows.filter_map(|mut cells| {
        cells.next();
        Some(Lms { l: number(cells.next())?, m: number(cells.next())?, s: number(cells.next())? })
    })
    .collect()
}

/// Columns: month, years, then height, weight, BMI, each for boys and girls as L, M, S.
fn read_monthly(table: &str) -> [[Vec<Lms>; 2]; 3] {
    let mut read: [[Vec<Lms>; 2]; 3] = Default::default();
    for line in table.lines().skip(4) {
        let cells: Vec<&str> = line.split(',').collect();
        for (index, sexes) in read.iter_mut().enumerate() {
            for (boy_first, rows) in sexes.iter_mut().rev().enumerate() {
                let at = 2 + index * 6 + boy_first * 3;
                let cell = |offset: usize| number(cells.get(at + offset).copied());
                if let (Some(l), Some(m), Some(s)) = (cell(0), cell(1), cell(2)) {
                    rows.push(Lms { l, m, s });
                }
            }
        }
    }
    read
}

fn place(sex: Sex) -> Option<usize> {
    match sex {
        Sex::Female => Some(0),
        Sex::Male => Some(1),
        Sex::Undifferentiated | Sex::Unknown => None,
    }
}

pub(super) fn by_day(index: Index, sex: Sex, age_days: usize) -> Option<Lms> {
    BY_DAY[index as usize][place(sex)?].get(age_days).copied()
}

/// WHO 2007: linear between whole months.
pub(super) fn by_month(index: Index, sex: Sex, months: f64) -> Option<Lms> {
    let rows = &BY_MONTH.get(index as usize)?[place(sex)?];
    let below = months.floor();
    let at = (below as usize).checked_sub(FIRST_MONTH)?;
    let low = rows.get(at)?;
    let part = months - below;
    if part == 0.0 {
        return Some(*low);
    }
    let high = rows.get(at + 1)?;
    let between = |a: f64, b: f64| a + (b - a) * part;
    Some(Lms { l: between(low.l, high.l), m: between(low.m, high.m), s: between(low.s, high.s) })
}
