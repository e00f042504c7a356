//! What a row of counts says that one count does not: how long a line has been low, and where it is going.

use facts::CivilDate;
use rust_decimal::Decimal;

/// The newest values that all lie below a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    pub since: CivilDate,
    pub until: CivilDate,
    /// Samples in the run, those of one day counted once.
    pub samples: u32,
}

/// From the reference to the newest value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Trend {
    pub from_on: CivilDate,
    pub from: Decimal,
    pub to_on: CivilDate,
    pub to: Decimal,
}

impl Run {
    pub fn days(&self) -> i32 {
        self.until.days_since(self.since)
    }
}

impl Trend {
    /// In the unit of the values; negative for a fall.
    pub fn change(&self) -> Decimal {
        self.to - self.from
    }

    /// 0.25 is a quarter more; `None` from zero.
    pub fn share(&self) -> Option<Decimal> {
        self.change().checked_div(self.from)
    }
}

/// The run of values below `limit` that the newest value ends; `None` when the newest is not below. `values` of one
/// line in one unit, oldest first.
pub fn run_below(values: &[(CivilDate, Decimal)], limit: Decimal) -> Option<Run> {
    let low = values.iter().rev().take_while(|(_, value)| *value < limit);
    let mut run: Option<Run> = None;
    for (on, _) in low {
        match &mut run {
            None => run = Some(Run { since: *on, until: *on, samples: 1 }),
            Some(run) if run.since == *on => {}
            Some(run) => (run.since, run.samples) = (*on, run.samples + 1),
        }
    }
    run
}

/// The newest value against the newest one of on or before `reference_on` (dosing, say); against the first where
/// there is none so old. `None` with fewer than two days. A rise of the mean cell volume without another reason can
/// be the first sign of a marrow disorder; how much of a rise counts is the protocol's to say.
pub fn trend(values: &[(CivilDate, Decimal)], reference_on: CivilDate) -> Option<Trend> {
    let reference = values.iter().rev().find(|(on, _)| *on <= reference_on).or(values.first())?;
    let newest = values.last()?;
    let found = Trend { from_on: reference.0, from: reference.1, to_on: newest.0, to: newest.1 };
    (found.to_on > found.from_on).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(told: &[(&str, &str)]) -> Vec<(CivilDate, Decimal)> {
        told.iter().map(|(on, value)| (on.parse().unwrap(), value.parse().unwrap())).collect()
    }

    #[test]
    fn a_run_reaches_back_to_the_last_value_that_was_not_low() {
        let told = values(&[
            ("2026-01-01", "0.8"),
            ("2026-02-01", "1.0"),
            ("2026-03-01", "0.9"),
            ("2026-03-01", "0.7"),
            ("2026-04-01", "0.99"),
        ]);
        let run = run_below(&told, Decimal::ONE).unwrap();
        assert_eq!((run.since.to_string().as_str(), run.samples, run.days()), ("2026-03-01", 2, 31));
        assert_eq!(run_below(&told[..2], Decimal::ONE), None);
        assert_eq!(run_below(&[], Decimal::ONE), None);
    }

    #[test]
    fn a_trend_starts_at_the_reference_day() {
        let told = values(&[("2024-01-01", "84"), ("2024-08-30", "86"), ("2025-09-01", "95"), ("2026-09-01", "103.2")]);
        let found = trend(&told, "2024-08-31".parse().unwrap()).unwrap();
        assert_eq!((found.from, found.change().to_string()), (86.into(), "17.2".to_owned()));
        assert_eq!(found.share(), Some("0.2".parse().unwrap()));
        assert_eq!(trend(&told, "2020-01-01".parse().unwrap()).unwrap().from, 84.into());
        assert_eq!(trend(&told, "2030-01-01".parse().unwrap()), None);
    }
}
