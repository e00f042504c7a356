//! When a matrix counts as cleared: so many consecutive negative samples after the vector was seen.
//!
//! FDA 2015 (shedding studies) asks to go on until three consecutive results lie at or below the detection
//! limit; the number comes from the protocol. Real series show why clearance must be able to reopen: in
//! 15 of 100 the vector was seen again after three negatives.

use facts::CivilDate;

use super::sample::Outcome;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Clearance {
    pub first_detected_on: Option<CivilDate>,
    /// Day of the last of the first run of consecutive negatives.
    pub cleared_on: Option<CivilDate>,
    /// First detection after that.
    pub redetected_on: Option<CivilDate>,
    /// The newest samples are a full run of negatives.
    pub clear_now: bool,
}

/// `samples` of one matrix, oldest first. An inconclusive sample breaks a run. Negatives before any
/// detection count as well: someone in whom nothing was ever seen is clear after as many.
pub fn clearance(samples: &[(CivilDate, Outcome)], consecutive: u32) -> Clearance {
    let mut found = Clearance::default();
    let mut run = 0;
    for (on, outcome) in samples {
        match outcome {
            Outcome::Negative => run += 1,
            Outcome::Inconclusive => run = 0,
            Outcome::Detected(_) => {
                run = 0;
                found.first_detected_on.get_or_insert(*on);
                if found.cleared_on.is_some() {
                    found.redetected_on.get_or_insert(*on);
                }
            }
        }
        if run >= consecutive {
            found.cleared_on.get_or_insert(*on);
        }
    }
    found.clear_now = run >= consecutive;
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn series(told: &str) -> Vec<(CivilDate, Outcome)> {
        let start: CivilDate = "2026-01-01".parse().unwrap();
        let outcome = |c| match c {
            '+' => Outcome::Detected(None),
            '-' => Outcome::Negative,
            _ => Outcome::Inconclusive,
        };
        told.chars().enumerate().map(|(day, c)| (start.plus_days(day as i32), outcome(c))).collect()
    }

    fn check(told: &str, cleared: Option<i8>, again: Option<i8>) {
        let found = clearance(&series(told), 3);
        assert_eq!(found.cleared_on.map(CivilDate::day), cleared, "{told}");
        assert_eq!(found.redetected_on.map(CivilDate::day), again, "{told}");
    }

    #[test]
    fn three_negatives_clear_and_a_later_detection_reopens() {
        check("++---", Some(5), None);
        check("++--", None, None);
        check("+--+---", Some(7), None);
        check("+---+", Some(4), Some(5));
        check("+---+---", Some(4), Some(5));
        assert!(clearance(&series("+---+---"), 3).clear_now);
        assert!(!clearance(&series("+---+--"), 3).clear_now);
        check("+-?--", None, None);
        check("---", Some(3), None);
    }

    /// Day of a series as a date; days before the first are possible.
    fn dated(day: &str) -> CivilDate {
        let start: CivilDate = "2020-01-01".parse().unwrap();
        start.plus_days(day.parse::<f64>().unwrap() as i32)
    }

    /// A value of the hub: a number, or a word.
    fn outcome(value: &str, unit: &str, lod: &str) -> Outcome {
        match value {
            "negative" => Outcome::Negative,
            "positive" | "weak positive" | "weakly positive" | "weak" => Outcome::Detected(None),
            number => match number.parse::<f64>() {
                Err(_) => Outcome::Inconclusive,
                Ok(0.0) => Outcome::Negative,
                Ok(_) if unit.contains("threshold") => Outcome::Detected(None),
                Ok(_) => {
                    let _ = lod;
                    Outcome::Detected(None)
                }
            },
        }
    }

    #[test]
    fn real_series_clear_on_the_published_days() {
        let mut series: std::collections::BTreeMap<[String; 4], Vec<(CivilDate, Outcome)>> = Default::default();
        for row in csv::Reader::from_reader(include_bytes!("published/shedding_hub_series.csv").as_slice()).records() {
            let row = row.unwrap();
            let key = [0, 1, 2, 3].map(|i| row[i].to_owned());
            series.entry(key).or_default().push((dated(&row[5]), outcome(&row[6], &row[7], &row[8])));
        }
        let (mut compared, mut wrong) = (0, Vec::new());
        for row in
            csv::Reader::from_reader(include_bytes!("published/shedding_clearance_expected.csv").as_slice()).records()
        {
            let row = row.unwrap();
            let key = [0, 1, 2, 3].map(|i| row[i].to_owned());
            let Some(samples) = series.get_mut(&key) else { panic!("{key:?} has no series") };
            samples.sort_by_key(|(on, _)| *on);
            // The published days begin with the first detection.
            let seen = samples.iter().position(|(_, o)| matches!(o, Outcome::Detected(_))).unwrap_or(0);
            let day = |cell: &str| (!cell.is_empty()).then(|| dated(cell));
            for (consecutive, cleared, again) in [(2, 7, 8), (3, 9, 10)] {
                let found = clearance(&samples[seen..], consecutive);
                compared += 1;
                if (found.cleared_on, found.redetected_on) != (day(&row[cleared]), day(&row[again])) {
                    wrong.push(format!("{row:?} {consecutive}: {found:?}"));
                }
            }
        }
        assert_eq!(compared, 2 * 952);
        assert!(wrong.is_empty(), "{} of {compared}: {:#?}", wrong.len(), &wrong[..wrong.len().min(5)]);
    }
}
