//! Spots against the negative control. The protocol's limits come in as arguments; common ones are 50 spots in 10^6
//! cells and three times the control.

use facts::Comparator;
use facts::answer::{Answer, Assessment};
use rust_decimal::Decimal;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Positivity {
    Positive,
    Negative,
    /// No control, an invalid positive control, or a count that only says "more than".
    NotJudgeable,
}

/// Spot-forming units in 10^6 cells, as read from the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spots {
    /// Counted; `None` when below a limit.
    pub sfu: Option<Decimal>,
    pub control: Option<Decimal>,
    /// The well that must react did.
    pub valid: bool,
    /// The count is at least this ("too many to count").
    pub at_least: bool,
}

impl Spots {
    /// `None` when the form holds no count.
    pub fn read(assessment: &Assessment) -> Option<Self> {
        let (sfu, at_least) = match assessment.get("sfu")? {
            Answer::Number { value, comparator, .. } => match comparator {
                Comparator::Less | Comparator::AtMost => (None, false),
                Comparator::Equal => (Some(*value), false),
                Comparator::AtLeast | Comparator::Greater => (Some(*value), true),
            },
            Answer::NotDetected { .. } | Answer::BelowQuantification { .. } => (None, false),
            _ => return None,
        };
        let valid = assessment.code("positive-control") != Some("invalid");
        Some(Self { sfu, control: assessment.decimal("control"), valid, at_least })
    }

    /// How many times the control; `None` without a control, or with one of zero.
    pub fn times_control(&self) -> Option<Decimal> {
        self.sfu?.checked_div(self.control?)
    }

    /// Positive: at least `least` spots and at least `times` the control. A control of zero is exceeded by any spot.
    pub fn judge(&self, least: Decimal, times: Decimal) -> Positivity {
        if !self.valid {
            return Positivity::NotJudgeable;
        }
        let Some(sfu) = self.sfu else { return Positivity::Negative };
        let enough = self.control.and_then(|control| control.checked_mul(times)).map(|limit| sfu >= limit);
        match (sfu >= least, enough) {
            (true, Some(true)) => Positivity::Positive,
            (_, Some(_)) | (false, None) if !self.at_least => Positivity::Negative,
            _ => Positivity::NotJudgeable,
        }
    }
}

pub fn compute(assessment: &mut Assessment) {
    assessment.answers.remove("times-control");
    if let Some(times) = Spots::read(assessment).and_then(|spots| spots.times_control()) {
        assessment.answers.insert("times-control".to_owned(), Answer::number(times.round_dp(1), ""));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(sfu: Option<i64>, control: Option<i64>, valid: bool, at_least: bool) -> Positivity {
        let spots = Spots { sfu: sfu.map(Decimal::from), control: control.map(Decimal::from), valid, at_least };
        spots.judge(50.into(), 3.into())
    }

    #[test]
    fn both_limits_must_be_met() {
        assert_eq!(judged(Some(50), Some(16), true, false), Positivity::Positive);
        assert_eq!(judged(Some(49), Some(1), true, false), Positivity::Negative);
        assert_eq!(judged(Some(50), Some(17), true, false), Positivity::Negative);
        assert_eq!(judged(Some(50), Some(0), true, false), Positivity::Positive);
        assert_eq!(judged(None, Some(5), true, false), Positivity::Negative);
    }

    #[test]
    fn without_a_control_or_with_an_invalid_one_nothing_is_said() {
        assert_eq!(judged(Some(400), None, true, false), Positivity::NotJudgeable);
        assert_eq!(judged(Some(10), None, true, false), Positivity::Negative);
        assert_eq!(judged(Some(400), Some(5), false, false), Positivity::NotJudgeable);
    }

    #[test]
    fn too_many_to_count_can_be_positive_and_is_never_negative() {
        assert_eq!(judged(Some(1_000), Some(5), true, true), Positivity::Positive);
        assert_eq!(judged(Some(40), Some(5), true, true), Positivity::NotJudgeable);
    }
}
