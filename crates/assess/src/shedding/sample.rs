//! One sample as rules, charts and the clearance rule read it.

use facts::answer::{Answer, Assessment};
use rust_decimal::Decimal;

/// Its UCUM code.
pub(super) const CYCLE_THRESHOLD: &str = "{Ct}";

/// The assay that looks for infectious virus.
const INFECTIVITY: &str = "infectivity";

#[derive(Clone, Debug, PartialEq)]
pub struct Sample {
    pub matrix: String,
    pub assay: String,
    pub unit: String,
    pub outcome: Outcome,
    /// Whether virus that can infect was found; `None` when nobody tested.
    pub infectious: Option<bool>,
}

/// What a sample says of presence. A result between the two limits is present: detected, not quantified.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Outcome {
    Negative,
    Detected(Option<Decimal>),
    Inconclusive,
}

/// A cycle threshold counts backwards and is never compared with an amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scale {
    Amount,
    CycleThreshold,
}

impl Sample {
    pub fn read(assessment: &Assessment) -> Option<Self> {
        let (unit, outcome) = match assessment.get("result")? {
            Answer::NotDetected { unit, .. } => (unit, Outcome::Negative),
            Answer::BelowQuantification { unit, .. } => (unit, Outcome::Detected(None)),
            Answer::Number { value, unit, comparator, lod, .. } => (unit, judge(*value, unit, *comparator, *lod)),
            _ => return None,
        };
        let assay = assessment.code("assay").unwrap_or_default();
        Some(Self {
            matrix: assessment.code("matrix")?.to_owned(),
            assay: assay.to_owned(),
            unit: unit.clone(),
            outcome,
            infectious: infectious(assessment).or_else(|| (assay == INFECTIVITY).then(|| found(outcome)).flatten()),
        })
    }

    /// What is counted together: one assay on one scale.
    pub(super) fn stream(&self) -> (&str, Scale) {
        let scale = if self.unit == CYCLE_THRESHOLD { Scale::CycleThreshold } else { Scale::Amount };
        (&self.assay, scale)
    }

    /// Looks for virus that can infect, not for the vector's presence.
    pub fn is_infectivity(&self) -> bool {
        self.assay == INFECTIVITY
    }
}

/// What the form of a sample says of a further assay on it.
fn infectious(assessment: &Assessment) -> Option<bool> {
    match assessment.code("infectivity")? {
        "positive" => Some(true),
        "negative" => Some(false),
        _ => None,
    }
}

fn found(outcome: Outcome) -> Option<bool> {
    match outcome {
        Outcome::Detected(_) => Some(true),
        Outcome::Negative => Some(false),
        Outcome::Inconclusive => None,
    }
}

fn judge(value: Decimal, unit: &str, comparator: facts::Comparator, lod: Option<Decimal>) -> Outcome {
    use facts::Comparator::{AtMost, Less};
    // A cycle threshold is an inverse scale and has no detection limit as an amount has.
    if unit == CYCLE_THRESHOLD {
        return Outcome::Detected(Some(value));
    }
    let below_limit = lod.is_some_and(|lod| value < lod)
        || (matches!(comparator, Less | AtMost) && lod.is_some_and(|lod| value <= lod));
    match comparator {
        _ if below_limit || value.is_zero() => Outcome::Negative,
        // "< 150" without a detection limit: it may be nothing or something.
        Less | AtMost if lod.is_none() => Outcome::Inconclusive,
        Less | AtMost => Outcome::Detected(None),
        _ => Outcome::Detected(Some(value)),
    }
}
