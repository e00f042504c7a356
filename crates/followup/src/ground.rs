//! What a condition rests on for one person on one day: the result that switched something on or off, its day, and the
//! limit that the protocol sets. Data from the same facts that judged it (`condition`); no sentence, and no judgement of
//! its own.

use std::collections::BTreeMap;

use assess::shedding::ClearanceRule;
use facts::{CivilDate, Period, Sex};
use protocol::Condition;
use serde::{Deserialize, Serialize};

use crate::condition::{Case, Day};
use crate::obligation::{Cleared, WhyNot};

/// One thing that a condition looks at, and whether it holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Because {
    pub ground: Ground,
    pub holds: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum Ground {
    Sex {
        sex: Sex,
    },
    AgeUnder {
        age: Period,
    },
    AgeFrom {
        age: Period,
    },
    YearsAfter {
        years: Period,
    },
    YearsBefore {
        years: Period,
    },
    /// Holds until cleared; `cleared` once it was.
    Matrix {
        matrix: String,
        consecutive: u32,
        cleared: Option<Cleared>,
    },
    /// Holds until the vector was not found so often in a row: on these days.
    Vector {
        consecutive: u32,
        clear_on: Vec<CivilDate>,
    },
    /// Holds from a positive test until so many negative ones in a row; the newest positive one and those since.
    RcrRcl {
        positive_on: Option<CivilDate>,
        negative_on: Vec<CivilDate>,
        until_negative: u32,
    },
    /// Holds once the newest answer is one of these.
    Answered {
        kind: String,
        field: String,
        wanted: Vec<String>,
        told: Option<AnswerGiven>,
    },
    /// Holds while a finding of the rule is open: the newest one, and the limits that it passed.
    Finding {
        rule: String,
        seen_on: Option<CivilDate>,
        limits: BTreeMap<String, String>,
    },
}

/// An answer and its day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerGiven {
    pub answer: String,
    pub on: CivilDate,
}

impl Because {
    /// A result made it so, not who the person is or when the visit lies; before any result nothing is told.
    fn is_by_a_result(&self) -> bool {
        match &self.ground {
            Ground::Matrix { cleared, .. } => cleared.is_some(),
            Ground::Vector { clear_on, .. } => !clear_on.is_empty(),
            Ground::RcrRcl { positive_on, .. } => positive_on.is_some(),
            Ground::Answered { told, .. } => told.is_some() && self.holds,
            Ground::Finding { seen_on, .. } => seen_on.is_some(),
            Ground::Sex { .. }
            | Ground::AgeUnder { .. }
            | Ground::AgeFrom { .. }
            | Ground::YearsAfter { .. }
            | Ground::YearsBefore { .. } => false,
        }
    }
}

/// True where a result may be told for a condition that holds, or does not: most look at none, and a sample that is taken
/// until it is clear waits for none.
fn by_results(when: &Condition, holds: bool) -> bool {
    match when {
        Condition::Always
        | Condition::Sex(_)
        | Condition::AgeUnder(_)
        | Condition::AgeFrom(_)
        | Condition::YearsAfter(_)
        | Condition::YearsBefore(_) => false,
        Condition::UntilCleared { .. } | Condition::VectorDetected { .. } => !holds,
        Condition::RcrRclPositive { .. } | Condition::Answered { .. } | Condition::FindingOpen(_) => true,
        Condition::All(all) | Condition::Any(all) => all.iter().any(|one| by_results(one, holds)),
        Condition::Not(one) => by_results(one, !holds),
    }
}

impl Case<'_> {
    /// Results that make a task due which would not be asked for without them.
    pub fn switched_on(&self, when: &Condition, day: Day) -> Vec<Because> {
        if !by_results(when, true) {
            return Vec::new();
        }
        let mut grounds = self.grounds(when, day, true);
        grounds.retain(Because::is_by_a_result);
        grounds
    }

    /// The same reason with what it rests on, where it says no more than that a condition does not hold.
    pub fn told(&self, why: WhyNot, when: &Condition, day: Day) -> WhyNot {
        if why != WhyNot::Condition {
            return why;
        }
        let because = self.grounds(when, day, false);
        if because.is_empty() { why } else { WhyNot::Unmet { because } }
    }

    /// The same for a task: told only where a result ended what was asked for before.
    pub fn switched_off(&self, why: WhyNot, when: &Condition, day: Day) -> WhyNot {
        if why != WhyNot::Condition || !by_results(when, false) {
            return why;
        }
        let mut because = self.grounds(when, day, false);
        because.retain(Because::is_by_a_result);
        if because.is_empty() { why } else { WhyNot::Unmet { because } }
    }

    /// Why a condition holds, or why it does not.
    fn grounds(&self, when: &Condition, day: Day, holds: bool) -> Vec<Because> {
        let met = |one: &&Condition| self.unmet(one, day).is_none();
        match when {
            Condition::Always => Vec::new(),
            Condition::Not(one) => self.grounds(one, day, !holds),
            // All parts make the whole hold, one that fails ends it; of several ways one suffices, and none may be left.
            Condition::All(all) if !holds => {
                all.iter().find(|one| !met(one)).map(|one| self.grounds(one, day, holds)).unwrap_or_default()
            }
            Condition::Any(any) if holds => {
                any.iter().find(met).map(|one| self.grounds(one, day, holds)).unwrap_or_default()
            }
            Condition::All(parts) | Condition::Any(parts) => {
                parts.iter().flat_map(|one| self.grounds(one, day, holds)).collect()
            }
            _ => self.ground(when, day).map(|ground| Because { ground, holds }).into_iter().collect(),
        }
    }

    fn ground(&self, when: &Condition, day: Day) -> Option<Ground> {
        Some(match when {
            Condition::Sex(sex) => Ground::Sex { sex: *sex },
            Condition::AgeUnder(age) => Ground::AgeUnder { age: *age },
            Condition::AgeFrom(age) => Ground::AgeFrom { age: *age },
            Condition::YearsAfter(years) => Ground::YearsAfter { years: *years },
            Condition::YearsBefore(years) => Ground::YearsBefore { years: *years },
            Condition::UntilCleared { matrix, consecutive, spacing } => {
                let rule = ClearanceRule { consecutive: *consecutive, spacing: spacing.unwrap_or(Period::ZERO) };
                let cleared = self.cleared(matrix, &rule, day.on);
                Ground::Matrix { matrix: matrix.clone(), consecutive: *consecutive, cleared }
            }
            Condition::VectorDetected { consecutive } => {
                Ground::Vector { consecutive: *consecutive, clear_on: self.clear_on(*consecutive, day.on) }
            }
            Condition::RcrRclPositive { until_negative } => {
                let (positive_on, negative_on) = self.replicating_before(day.on);
                Ground::RcrRcl { positive_on, negative_on, until_negative: *until_negative }
            }
            Condition::Answered { kind, field, is } => {
                let told =
                    self.newest(kind, field, day.on).map(|(answer, on)| AnswerGiven { answer: answer.to_owned(), on });
                Ground::Answered { kind: kind.clone(), field: field.clone(), wanted: is.clone(), told }
            }
            Condition::FindingOpen(rule) => Ground::Finding {
                rule: rule.clone(),
                seen_on: self.open_before(rule, day.on),
                limits: self.protocol.rule(rule).map(|clause| clause.limits.clone()).unwrap_or_default(),
            },
            Condition::Always | Condition::All(_) | Condition::Any(_) | Condition::Not(_) => return None,
        })
    }
}
