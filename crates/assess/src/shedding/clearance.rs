//! When a matrix counts as cleared: so many consecutive negative samples after the vector was seen.
//!
//! FDA 2015 (shedding studies) asks to go on until three consecutive results lie at or below the detection
//! limit; the number and the least time between them come from the protocol. Real series show why clearance must be
//! able to reopen: in 15 of 100 the vector was seen again after three negatives.

use facts::{CivilDate, Period};

use super::sample::Outcome;

/// What a protocol asks before it calls a matrix cleared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClearanceRule {
    /// Consecutive negative samples.
    pub consecutive: u32,
    /// Least time from one counted negative to the next; closer ones count once. Zero counts every sample.
    pub spacing: Period,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Clearance {
    pub first_detected_on: Option<CivilDate>,
    pub last_detected_on: Option<CivilDate>,
    /// Day of the last of the first run of consecutive negatives.
    pub cleared_on: Option<CivilDate>,
    /// First detection after that.
    pub redetected_on: Option<CivilDate>,
    /// The newest samples are a full run of negatives.
    pub clear_now: bool,
    /// Negatives counted in the run that the newest sample ends; 0 when it is no negative.
    pub run: u32,
}

/// Counts every sample: [`ClearanceRule`] without spacing.
pub fn clearance(samples: &[(CivilDate, Outcome)], consecutive: u32) -> Clearance {
    ClearanceRule { consecutive, spacing: Period::ZERO }.judge(samples)
}

impl ClearanceRule {
    /// `samples` of one matrix, oldest first. An inconclusive sample breaks a run. Negatives before any
    /// detection count as well: someone in whom nothing was ever seen is clear after as many.
    ///
    /// ```
    /// use assess::shedding::{ClearanceRule, Outcome};
    /// use facts::Period;
    /// let days = ["2026-01-01", "2026-01-02", "2026-01-15", "2026-01-29"].map(|day| day.parse().unwrap());
    /// let samples = days.map(|day| (day, Outcome::Negative));
    /// let found = ClearanceRule { consecutive: 3, spacing: Period::days(14) }.judge(&samples);
    /// assert_eq!(found.cleared_on, Some(days[3]));
    /// ```
    pub fn judge(&self, samples: &[(CivilDate, Outcome)]) -> Clearance {
        let mut found = Clearance::default();
        let mut counted: Option<CivilDate> = None;
        for (on, outcome) in samples {
            match outcome {
                Outcome::Negative => {
                    if counted.is_none_or(|last| self.apart(last, *on)) {
                        counted = Some(*on);
                        found.run += 1;
                    }
                }
                Outcome::Inconclusive => (found.run, counted) = (0, None),
                Outcome::Detected(_) => {
                    (found.run, counted) = (0, None);
                    found.first_detected_on.get_or_insert(*on);
                    found.last_detected_on = Some(*on);
                    if found.cleared_on.is_some() {
                        found.redetected_on.get_or_insert(*on);
                    }
                }
            }
            found.clear_now = found.run >= self.consecutive;
            if found.clear_now {
                found.cleared_on.get_or_insert(*on);
            }
        }
        found
    }

    /// Two negatives on these days both count.
    pub(super) fn apart(&self, earlier: CivilDate, later: CivilDate) -> bool {
        later >= earlier.plus(&self.spacing)
    }
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

    #[test]
    fn samples_too_close_together_count_once() {
        let spaced = |told: &str, days| {
            ClearanceRule { consecutive: 3, spacing: Period::days(days) }
                .judge(&series(told))
                .cleared_on
                .map(CivilDate::day)
        };
        assert_eq!(spaced("+-------", 0), Some(4));
        // Days 2, 4 and 6 count.
        assert_eq!(spaced("+-------", 2), Some(6));
        assert_eq!(spaced("+-------", 4), None);
        // A detection starts the count anew, however close the next negative lies.
        assert_eq!(spaced("+--+-----", 2), Some(9));
        let waiting = ClearanceRule { consecutive: 3, spacing: Period::days(7) }.judge(&series("+---"));
        assert_eq!((waiting.run, waiting.clear_now), (1, false));
    }

    /// Day of a series as a date; days before the first are possible.
    fn dated(day: &str) -> CivilDate {
        let start: CivilDate = "2020-01-01".parse().unwrap();
        start.plus_days(day.parse::<f64>().unwrap() as i32)
    }

    /// A value of the hub: a number, or a word; with whether it lies below the limit of quantification.
    fn outcome(value: &str, unit: &str, loq: &str) -> (Outcome, bool) {
        let detected = Outcome::Detected(None);
        match value {
            "negative" => (Outcome::Negative, false),
            "positive" | "weak positive" | "strong positive" => (detected, false),
            number => match number.parse::<f64>() {
                Err(_) => (Outcome::Inconclusive, false),
                Ok(0.0) => (Outcome::Negative, false),
                // A cycle threshold is no amount: nothing lies below its limit.
                Ok(_) if unit == "cycle threshold" => (detected, false),
                Ok(value) => (detected, loq.parse::<f64>().is_ok_and(|loq| value < loq)),
            },
        }
    }

    fn rows(table: &'static [u8]) -> Vec<csv::StringRecord> {
        csv::Reader::from_reader(table).records().map(Result::unwrap).collect()
    }

    type Hub = std::collections::BTreeMap<[String; 4], Vec<(CivilDate, Outcome, bool)>>;

    /// The real series by dataset, participant, analyte and specimen, each from its first detection on.
    fn hub() -> Hub {
        let mut series = Hub::new();
        for row in rows(include_bytes!("published/shedding_hub_series.csv")) {
            let (outcome, below) = outcome(&row[6], &row[7], &row[9]);
            series.entry([0, 1, 2, 3].map(|i| row[i].to_owned())).or_default().push((dated(&row[5]), outcome, below));
        }
        for samples in series.values_mut() {
            samples.sort_by_key(|(on, ..)| *on);
            let seen = samples.iter().position(|(_, o, _)| matches!(o, Outcome::Detected(_))).unwrap_or(0);
            samples.drain(..seen);
        }
        series
    }

    fn named(row: &csv::StringRecord) -> [String; 4] {
        [0, 1, 2, 3].map(|i| row[i].to_owned())
    }

    fn day_of(row: &csv::StringRecord, cell: usize) -> Option<CivilDate> {
        (!row[cell].is_empty()).then(|| dated(&row[cell]))
    }

    #[test]
    fn real_series_clear_on_the_published_days() {
        let series = hub();
        let (mut compared, mut wrong) = (0, Vec::new());
        for row in rows(include_bytes!("published/shedding_clearance_expected.csv")) {
            let samples = &series[&named(&row)];
            let strict: Vec<_> = samples.iter().map(|(on, outcome, _)| (*on, *outcome)).collect();
            // The published variant: an amount below the limit of quantification counts as negative.
            let lenient: Vec<_> = samples
                .iter()
                .map(|(on, outcome, below)| (*on, if *below { Outcome::Negative } else { *outcome }))
                .collect();
            let whole = clearance(&strict, 3);
            let mut expect = |what: &str, found: Option<CivilDate>, cell: usize| {
                compared += 1;
                if found != day_of(&row, cell) {
                    wrong.push(format!("{what} {found:?} {row:?}"));
                }
            };
            expect("first", whole.first_detected_on, 5);
            expect("last", whole.last_detected_on, 6);
            for (name, samples, consecutive, cell) in
                [("2", &strict, 2, 7), ("3", &strict, 3, 9), ("below", &lenient, 3, 11)]
            {
                let found = clearance(samples, consecutive);
                expect(name, found.cleared_on, cell);
                expect(name, found.redetected_on, cell + 1);
            }
        }
        assert_eq!(compared, 8 * 952);
        assert!(wrong.is_empty(), "{} of {compared}: {:#?}", wrong.len(), &wrong[..wrong.len().min(5)]);
    }

    /// With the counted negatives two and seven days apart, by a Python program that knows nothing of this one; and the
    /// spells of a matrix say the same of each series that has one sample a day.
    #[test]
    fn real_series_clear_later_when_their_negatives_must_lie_apart() {
        let series = hub();
        let (mut compared, mut spells, mut wrong) = (0, 0, Vec::new());
        for row in rows(include_bytes!("published/shedding_clearance_spaced.csv")) {
            let samples = &series[&named(&row)];
            let plain: Vec<_> = samples.iter().map(|(on, outcome, _)| (*on, *outcome)).collect();
            let daily = plain.windows(2).all(|pair| pair[0].0 < pair[1].0);
            for (days, cell) in [(2, 4), (7, 6)] {
                let rule = ClearanceRule { consecutive: 3, spacing: Period::days(days) };
                let expected = (day_of(&row, cell), day_of(&row, cell + 1));
                let found = rule.judge(&plain);
                compared += 1;
                if (found.cleared_on, found.redetected_on) != expected {
                    wrong.push(format!("{days} days {found:?} {row:?}"));
                }
                if daily {
                    spells += 1;
                    let first =
                        rule.spells(&super::super::matrix::tests::one_assay(&plain)).first().map(|s| s.cleared_on);
                    if first != expected.0 {
                        wrong.push(format!("spell, {days} days {first:?} {row:?}"));
                    }
                }
            }
        }
        assert_eq!(compared, 2 * 952);
        assert!(spells > 1_500, "{spells}");
        assert!(wrong.is_empty(), "{} of {compared}: {:#?}", wrong.len(), &wrong[..wrong.len().min(5)]);
    }
}
