//! A titre as rules and charts read it.

use facts::answer::{Answer, Assessment};
use rust_decimal::Decimal;

#[derive(Clone, Debug, PartialEq)]
pub struct Titre {
    pub target: String,
    pub assay: String,
    pub unit: String,
    pub value: Reading,
}

/// A titre below its limit has no number of its own; the limit is the most it can be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Reading {
    At(Decimal),
    Below(Option<Decimal>),
}

impl Titre {
    pub fn read(assessment: &Assessment) -> Option<Self> {
        let (unit, value) = match assessment.get("titre")? {
            Answer::Number { value, unit, comparator, .. } => {
                let below = matches!(comparator, facts::Comparator::Less | facts::Comparator::AtMost);
                (unit, if below { Reading::Below(Some(*value)) } else { Reading::At(*value) })
            }
            Answer::NotDetected { unit, lod } => (unit, Reading::Below(*lod)),
            Answer::BelowQuantification { unit, lloq } => (unit, Reading::Below(*lloq)),
            _ => return None,
        };
        Some(Self {
            target: assessment.code("target")?.to_owned(),
            assay: assessment.text("assay").unwrap_or_default().to_owned(),
            unit: unit.clone(),
            value,
        })
    }

    /// True when the two were measured in a way that lets them be compared.
    pub fn comparable(&self, other: &Self) -> bool {
        self.target == other.target && self.unit == other.unit && self.assay.eq_ignore_ascii_case(&other.assay)
    }

    /// The number a rise is counted from: the titre itself, or the limit it lies below.
    pub fn floor(&self) -> Option<Decimal> {
        match self.value {
            Reading::At(value) => Some(value),
            Reading::Below(limit) => limit,
        }
    }
}

/// How many times `later` is of `earlier`; `None` when either has no number or they cannot be compared.
pub fn fold_change(earlier: &Titre, later: &Titre) -> Option<Decimal> {
    let Reading::At(now) = later.value else { return None };
    let then = earlier.floor().filter(|then| *then > Decimal::ZERO)?;
    earlier.comparable(later).then(|| now.checked_div(then)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn titre(value: Reading) -> Titre {
        Titre { target: "vector-total".into(), assay: "ELISA".into(), unit: "{titer}".into(), value }
    }

    #[test]
    fn two_dilution_steps_are_fourfold() {
        let (low, high) = (titre(Reading::At(100.into())), titre(Reading::At(400.into())));
        assert_eq!(fold_change(&low, &high), Some(4.into()));
    }

    #[test]
    fn a_titre_below_its_limit_counts_from_the_limit() {
        let (none, high) = (titre(Reading::Below(Some(50.into()))), titre(Reading::At(400.into())));
        assert_eq!(fold_change(&none, &high), Some(8.into()));
        assert_eq!(fold_change(&high, &none), None);
    }

    #[test]
    fn other_assays_and_units_are_not_compared() {
        let mut other = titre(Reading::At(400.into()));
        other.assay = "neutralisation".into();
        assert_eq!(fold_change(&titre(Reading::At(100.into())), &other), None);
    }
}
