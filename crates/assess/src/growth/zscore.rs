//! z-scores by the LMS method: z = ((y/M)^L - 1) / (L S) (Cole & Green, Statistics in Medicine 1992),
//! with WHO's restricted form beyond ±3 for weight-based indices, and WHO's rules for lying and standing.

use facts::Sex;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::table::{self, Lms};

/// Days in WHO's month.
pub(super) const MONTH_DAYS: f64 = 30.4375;
/// Last day of the 2006 tables as first published (WHO removed 1827-1856 in August 2025; those days lie
/// between the two references and are kept so that no child falls between them).
pub(super) const LAST_DAY_2006: i32 = 1856;
/// From this day on height is measured standing.
const STANDING_FROM_DAYS: i32 = 731;
/// Under nine months nobody stands: "standing" is taken for a slip and not corrected.
const NOBODY_STANDS_UNDER_DAYS: f64 = 9.0 * MONTH_DAYS;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Index {
    HeightForAge = 0,
    WeightForAge = 1,
    BmiForAge = 2,
    HeadForAge = 3,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    Lying,
    Standing,
}

/// Length or height in tenths of millimetres: an integer, because 103.1 - 0.7 is not 102.4 in binary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Height(pub i64);

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Z {
    pub z: f64,
}

/// Why there is no z-score.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WhyNot {
    #[error("the reference is by sex")]
    SexUnknown,
    #[error("the reference has no value for this age")]
    OutsideAges,
    #[error("not a positive value")]
    NotPositive,
}

/// The length or height that the reference of this age speaks of: 0.7 cm lie between the two.
pub fn height_for_reference(cm: Decimal, how: How, age_days: i32) -> Option<Height> {
    let measured = (cm * Decimal::from(100)).round().to_i64()?;
    if age_days > LAST_DAY_2006 {
        return Some(Height(measured));
    }
    let correction = match how {
        How::Standing if age_days < STANDING_FROM_DAYS && f64::from(age_days) >= NOBODY_STANDS_UNDER_DAYS => 70,
        How::Lying if age_days >= STANDING_FROM_DAYS => -70,
        _ => 0,
    };
    Some(Height(measured + correction))
}

impl Height {
    pub fn cm(self) -> f64 {
        self.0 as f64 / 100.0
    }
}

/// z-score of `value` (cm, kg, kg/m², cm) at `age_days`.
///
/// ```
/// use assess::growth::{Index, z};
/// use facts::Sex;
/// // A newborn girl of the median weight.
/// assert!(z(Index::WeightForAge, Sex::Female, 0, 3.2322).unwrap().z.abs() < 1e-9);
/// ```
///
/// # Errors
/// [`WhyNot`] when the references say nothing.
pub fn z(index: Index, sex: Sex, age_days: i32, value: f64) -> Result<Z, WhyNot> {
    if matches!(sex, Sex::Undifferentiated | Sex::Unknown) {
        return Err(WhyNot::SexUnknown);
    }
    if value.is_nan() || value <= 0.0 {
        return Err(WhyNot::NotPositive);
    }
    let days = usize::try_from(age_days).map_err(|_| WhyNot::OutsideAges)?;
    let lms = if age_days <= LAST_DAY_2006 {
        table::by_day(index, sex, days)
    } else {
        table::by_month(index, sex, f64::from(age_days) / MONTH_DAYS)
    };
    Ok(Z { z: score(index, lms.ok_or(WhyNot::OutsideAges)?, value) })
}

/// The same by age in months, as the 2007 reference is written.
#[cfg(test)]
pub(super) fn z_by_months(index: Index, sex: Sex, months: f64, value: f64) -> Option<f64> {
    table::by_month(index, sex, months).map(|lms| score(index, lms, value))
}

fn score(index: Index, lms: Lms, value: f64) -> f64 {
    let plain = lms_z(lms, value);
    let weight_based = matches!(index, Index::WeightForAge | Index::BmiForAge);
    if !weight_based || plain.abs() <= 3.0 {
        return plain;
    }
    // WHO 2006, computation of centiles and z-scores: linear beyond ±3, in steps of the distance from 2 to 3.
    let at = |sd: f64| lms.m * libm::pow(1.0 + lms.l * lms.s * sd, 1.0 / lms.l);
    if plain > 3.0 {
        3.0 + (value - at(3.0)) / (at(3.0) - at(2.0))
    } else {
        -3.0 + (value - at(-3.0)) / (at(-2.0) - at(-3.0))
    }
}

fn lms_z(lms: Lms, value: f64) -> f64 {
    let ratio = value / lms.m;
    if lms.l == 0.0 { libm::log(ratio) / lms.s } else { (libm::pow(ratio, lms.l) - 1.0) / (lms.l * lms.s) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(table: &str) -> (csv::StringRecord, Vec<csv::StringRecord>) {
        let mut reader = csv::Reader::from_reader(table.as_bytes());
        (reader.headers().unwrap().clone(), reader.records().map(Result::unwrap).collect())
    }

    /// Compares with a z printed to two decimals; counts what was compared.
    struct Ledger {
        compared: usize,
        wrong: Vec<String>,
    }

    impl Ledger {
        fn check(&mut self, row: &csv::StringRecord, expected: &str, got: Option<f64>) {
            let Ok(expected) = expected.parse::<f64>() else { return };
            self.compared += 1;
            match got {
                Some(got) if (got - expected).abs() <= 0.005_000_1 => {}
                got => self.wrong.push(format!("{row:?}: expected {expected}, got {got:?}")),
            }
        }
    }

    fn against_2006(table: &str, names: [&str; 9], cm_rounding: bool) -> Ledger {
        let (header, rows) = rows(table);
        let at = |name: &str| header.iter().position(|h| h == name).unwrap_or(usize::MAX);
        let [sex, days, weight, height, measured, head, oedema, zlen, zwei] = names.map(at);
        let (zbmi, zhc) = (at("zbmi").min(at("_ZBMI")), at("zhc").min(at("_ZHC")));
        let mut ledger = Ledger { compared: 0, wrong: Vec::new() };
        for row in &rows {
            let cell = |i: usize| row.get(i).unwrap_or_default();
            let Ok(age) = cell(days).parse::<i32>() else { continue };
            let sex = if matches!(cell(sex), "F" | "2") { Sex::Female } else { Sex::Male };
            let number = |i: usize| cell(i).parse::<Decimal>().ok();
            let how = match cell(measured) {
                "h" => How::Standing,
                "l" => How::Lying,
                _ if age < STANDING_FROM_DAYS => How::Lying,
                _ => How::Standing,
            };
            let round = |cm: Decimal| if cm_rounding { cm.round_dp(3) } else { cm };
            let height = number(height).and_then(|cm| height_for_reference(round(cm), how, age));
            let weight = number(weight).and_then(|kg| kg.to_f64()).filter(|_| cell(oedema) != "y");
            let score = |index, value: Option<f64>| z(index, sex, age, value?).ok().map(|z| z.z);
            let bmi = weight.zip(height).map(|(kg, height)| kg / (height.cm() * height.cm()) * 10_000.0);
            ledger.check(row, cell(zlen), score(Index::HeightForAge, height.map(Height::cm)));
            ledger.check(row, cell(zwei), score(Index::WeightForAge, weight));
            ledger.check(row, cell(zbmi), score(Index::BmiForAge, bmi));
            ledger.check(row, cell(zhc), score(Index::HeadForAge, number(head).and_then(|cm| cm.to_f64())));
        }
        ledger
    }

    #[test]
    fn who_2006_agrees_with_whos_own_program() {
        let table = include_str!("published/generated_who2006_R_expected.csv");
        let names =
            ["sex", "age_days", "weight_kg", "length_height_cm", "measured", "head_cm", "oedema", "zlen", "zwei"];
        let ledger = against_2006(table, names, false);
        assert!(
            ledger.wrong.is_empty(),
            "{} of {}: {:#?}",
            ledger.wrong.len(),
            ledger.compared,
            &ledger.wrong[..5.min(ledger.wrong.len())]
        );
        assert!(ledger.compared > 10_000, "{}", ledger.compared);
    }

    #[test]
    fn who_2006_agrees_with_the_published_survey() {
        let names = ["GENDER", "_agedays", "WEIGHT", "HEIGHT", "measure", "HEAD", "oedema", "_ZLEN", "_ZWEI"];
        for table in
            [include_str!("published/who2006_survey_st_dev.csv"), include_str!("published/who2006_survey_rc_dev.csv")]
        {
            let ledger = against_2006(table, names, true);
            assert!(
                ledger.wrong.is_empty(),
                "{} of {}: {:#?}",
                ledger.wrong.len(),
                ledger.compared,
                &ledger.wrong[..5.min(ledger.wrong.len())]
            );
            assert!(ledger.compared > 900, "{}", ledger.compared);
        }
    }

    #[test]
    fn who_2007_agrees_with_whos_own_program() {
        let (_, rows) = rows(include_str!("published/generated_who2007_R_expected.csv"));
        let mut ledger = Ledger { compared: 0, wrong: Vec::new() };
        for row in rows.iter().filter(|row| row[2].parse::<f64>().unwrap() >= 61.0) {
            let sex = if &row[1] == "F" { Sex::Female } else { Sex::Male };
            let months: f64 = row[2].parse().unwrap();
            let value = |i: usize| row[i].parse::<f64>().ok();
            let weight = value(4).filter(|_| &row[5] != "y");
            let bmi = weight.zip(value(3)).map(|(kg, cm)| kg / (cm * cm) * 10_000.0);
            let score = |index, value: Option<f64>| z_by_months(index, sex, months, value?);
            ledger.check(row, &row[7], score(Index::HeightForAge, value(3)));
            ledger.check(row, &row[9], score(Index::WeightForAge, weight));
            ledger.check(row, &row[11], score(Index::BmiForAge, bmi));
        }
        assert!(
            ledger.wrong.is_empty(),
            "{} of {}: {:#?}",
            ledger.wrong.len(),
            ledger.compared,
            &ledger.wrong[..5.min(ledger.wrong.len())]
        );
        assert!(ledger.compared > 3_000, "{}", ledger.compared);
    }

    #[test]
    fn a_tenth_of_a_millimetre_is_not_lost_to_binary() {
        let height = height_for_reference("103.1".parse().unwrap(), How::Lying, 800).unwrap();
        assert_eq!(height, Height(10_240));
    }
}
