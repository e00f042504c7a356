//! The samples of one matrix by one assay in one unit, as a chart draws them and a reader compares them.
//!
//! Two assays, two units, or a cycle threshold and an amount never share a series. A sample without a number keeps
//! the limit it lies below: it is drawn at that limit as "below", never as zero.

use std::collections::BTreeMap;

use facts::CivilDate;
use facts::answer::{Answer, Assessment};
use rust_decimal::Decimal;

use super::sample::{CYCLE_THRESHOLD, Outcome, Sample};

/// Oldest first.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    pub matrix: String,
    pub assay: String,
    /// UCUM code.
    pub unit: String,
    pub points: Vec<Point>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    pub on: CivilDate,
    pub level: Level,
    /// What the same sample said of infectious virus; empty when nobody asked.
    pub infectivity: String,
}

/// What was measured.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Level {
    NotDetected {
        lod: Option<Decimal>,
    },
    /// Seen, too little to count.
    BelowQuantification {
        lloq: Option<Decimal>,
    },
    Amount(Decimal),
    /// Counts backwards: a lower one is more virus.
    CycleThreshold(Decimal),
    Inconclusive,
}

/// Where a chart draws a level.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Drawn {
    pub at: Decimal,
    /// The true value lies below.
    pub below: bool,
}

/// Every series among the assessments of kind `shedding`, in the order of matrix, assay and unit.
pub fn series<'a>(assessments: impl IntoIterator<Item = &'a Assessment>) -> Vec<Series> {
    let mut found: BTreeMap<[String; 3], Vec<Point>> = BTreeMap::new();
    for assessment in assessments {
        let Some(sample) = Sample::read(assessment) else { continue };
        let infectivity = assessment.code("infectivity").unwrap_or_default().to_owned();
        let point = Point { on: assessment.collected_on, level: level(assessment, &sample), infectivity };
        found.entry([sample.matrix, sample.assay, sample.unit]).or_default().push(point);
    }
    let sorted = found.into_iter().map(|([matrix, assay, unit], mut points)| {
        points.sort_by_key(|point| point.on);
        Series { matrix, assay, unit, points }
    });
    sorted.collect()
}

fn level(assessment: &Assessment, sample: &Sample) -> Level {
    let limits = match assessment.get("result") {
        Some(Answer::Number { lod, lloq, .. }) => (*lod, *lloq),
        Some(Answer::NotDetected { lod, .. }) => (*lod, None),
        Some(Answer::BelowQuantification { lloq, .. }) => (None, *lloq),
        _ => (None, None),
    };
    match sample.outcome {
        Outcome::Negative => Level::NotDetected { lod: limits.0 },
        Outcome::Inconclusive => Level::Inconclusive,
        Outcome::Detected(None) => Level::BelowQuantification { lloq: limits.1 },
        Outcome::Detected(Some(threshold)) if sample.unit == CYCLE_THRESHOLD => Level::CycleThreshold(threshold),
        Outcome::Detected(Some(amount)) if limits.1.is_some_and(|lloq| amount < lloq) => {
            Level::BelowQuantification { lloq: limits.1 }
        }
        Outcome::Detected(Some(amount)) => Level::Amount(amount),
    }
}

impl Series {
    /// The sample with most virus among those with a number: the highest amount, or the lowest cycle threshold.
    pub fn strongest(&self) -> Option<&Point> {
        self.points.iter().fold(None, |best: Option<&Point>, point| match best {
            Some(best) if point.level.more_than(&best.level) != Some(true) => Some(best),
            _ if matches!(point.level, Level::Amount(_) | Level::CycleThreshold(_)) => Some(point),
            best => best,
        })
    }

    /// As [`super::ClearanceRule::judge`] reads it.
    pub fn outcomes(&self, below_quantification_is_negative: bool) -> Vec<(CivilDate, Outcome)> {
        self.points.iter().map(|point| (point.on, point.level.outcome(below_quantification_is_negative))).collect()
    }
}

impl Level {
    /// Whether this is more virus than `other`; `None` when the two cannot be compared: without a number, or an amount
    /// against a cycle threshold.
    pub fn more_than(&self, other: &Self) -> Option<bool> {
        match (self, other) {
            (Self::Amount(this), Self::Amount(other)) => Some(this > other),
            (Self::CycleThreshold(this), Self::CycleThreshold(other)) => Some(this < other),
            _ => None,
        }
    }

    /// `None` where there is nothing to draw it at: a value below a limit that nobody gave, or no result.
    pub fn drawn(&self) -> Option<Drawn> {
        match self {
            Self::NotDetected { lod: limit } | Self::BelowQuantification { lloq: limit } => {
                limit.filter(|limit| *limit > Decimal::ZERO).map(|at| Drawn { at, below: true })
            }
            Self::Amount(at) | Self::CycleThreshold(at) => Some(Drawn { at: *at, below: false }),
            Self::Inconclusive => None,
        }
    }

    /// A protocol may count what cannot be quantified as negative; FDA 2015 counts at the detection limit.
    pub fn outcome(&self, below_quantification_is_negative: bool) -> Outcome {
        match self {
            Self::NotDetected { .. } => Outcome::Negative,
            Self::BelowQuantification { .. } if below_quantification_is_negative => Outcome::Negative,
            Self::BelowQuantification { .. } => Outcome::Detected(None),
            Self::Amount(value) | Self::CycleThreshold(value) => Outcome::Detected(Some(*value)),
            Self::Inconclusive => Outcome::Inconclusive,
        }
    }
}

#[cfg(test)]
mod tests {
    use facts::Comparator;
    use facts::answer::{Answers, Closure};

    use super::*;

    fn sample(on: &str, assay: &str, result: Answer) -> Assessment {
        let answers: Answers =
            [("matrix", Answer::choice("urine")), ("assay", Answer::choice(assay)), ("result", result)]
                .map(|(key, answer)| (key.to_owned(), answer))
                .into();
        let collected_on = on.parse().unwrap();
        Assessment { kind: "shedding".into(), edition: 1, collected_on, closure: Closure::Answered, answers }
    }

    fn number(value: i64, unit: &str, lloq: Option<i64>) -> Answer {
        let (lod, lloq) = (Some(50.into()).filter(|_| unit != "{Ct}"), lloq.map(Decimal::from));
        Answer::Number { value: value.into(), unit: unit.into(), comparator: Comparator::Equal, lod, lloq }
    }

    #[test]
    fn matrices_assays_and_units_never_share_a_series() {
        let (copies, threshold) = ("{copies}/mL", "{Ct}");
        let samples = [
            sample("2026-03-01", "qpcr", number(900, copies, Some(100))),
            sample("2026-01-01", "qpcr", number(4_000, copies, Some(100))),
            sample("2026-01-01", "qpcr", number(31, threshold, None)),
            sample("2026-02-01", "ddpcr", number(700, copies, Some(100))),
            sample("2026-02-01", "qpcr", number(24, threshold, None)),
        ];
        let found = series(&samples);
        let named: Vec<_> = found.iter().map(|s| (s.assay.as_str(), s.unit.as_str(), s.points.len())).collect();
        assert_eq!(named, [("ddpcr", copies, 1), ("qpcr", threshold, 2), ("qpcr", copies, 2)]);
        let strongest = |at: usize| found[at].strongest().unwrap().on.to_string();
        assert_eq!((strongest(1), strongest(2)), ("2026-02-01".into(), "2026-01-01".into()));
        assert_eq!(found[1].points[0].level.more_than(&found[2].points[0].level), None);
    }

    #[test]
    fn below_a_limit_is_drawn_at_the_limit_and_never_at_zero() {
        let unit = || "{copies}/mL".to_owned();
        let limit = Some(Decimal::from(50));
        let below = |at: i64| Some(Drawn { at: at.into(), below: true });
        for (result, drawn) in [
            (Answer::NotDetected { unit: unit(), lod: limit }, below(50)),
            (Answer::NotDetected { unit: unit(), lod: None }, None),
            (Answer::BelowQuantification { unit: unit(), lloq: Some(100.into()) }, below(100)),
            (number(0, "{copies}/mL", None), below(50)),
            (number(30, "{copies}/mL", Some(100)), below(50)),
            (number(70, "{copies}/mL", Some(100)), below(100)),
            (number(170, "{copies}/mL", Some(100)), Some(Drawn { at: 170.into(), below: false })),
            (number(31, "{Ct}", None), Some(Drawn { at: 31.into(), below: false })),
        ] {
            let shown = format!("{result:?}");
            assert_eq!(series(&[sample("2026-01-01", "qpcr", result)])[0].points[0].level.drawn(), drawn, "{shown}");
        }
    }

    #[test]
    fn what_cannot_be_quantified_is_negative_only_where_the_protocol_says_so() {
        let samples = [sample("2026-01-01", "qpcr", number(70, "{copies}/mL", Some(100)))];
        let found = series(&samples);
        assert_eq!(found[0].outcomes(true)[0].1, Outcome::Negative);
        assert_eq!(found[0].outcomes(false)[0].1, Outcome::Detected(None));
    }
}
