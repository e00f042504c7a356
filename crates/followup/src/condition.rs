//! Judging a protocol's conditions for one subject on one day, with the facts up to that day.

use assess::integration;
use assess::shedding::{Outcome, Sample, clearance};
use facts::{CivilDate, Life, Period};
use protocol::Condition;
use rust_decimal::Decimal;
use signals::Finding;

/// What conditions look at.
pub(crate) struct Facts<'a> {
    pub life: &'a Life,
    pub findings: &'a [Finding],
}

impl Facts<'_> {
    pub fn holds(&self, condition: &Condition, on: CivilDate) -> bool {
        let enrolment = &self.life.enrolment.fact;
        let reached = |from: CivilDate, period: &Period| on >= from.plus(period);
        match condition {
            Condition::Always => true,
            Condition::Sex(sex) => enrolment.sex == *sex,
            Condition::AgeUnder(age) => !reached(enrolment.born_on, age),
            Condition::AgeFrom(age) => reached(enrolment.born_on, age),
            Condition::YearsAfter(years) => self.life.first_dosed_on().is_some_and(|from| reached(from, years)),
            Condition::YearsBefore(years) => self.life.first_dosed_on().is_none_or(|from| !reached(from, years)),
            Condition::UntilCleared { matrix, consecutive } => !self.cleared(matrix, *consecutive, on),
            Condition::VectorDetected { consecutive } => !self.vector_gone(*consecutive, on),
            Condition::FindingOpen(rule) => self.findings.iter().any(|finding| finding.rule == *rule),
            Condition::All(all) => all.iter().all(|one| self.holds(one, on)),
            Condition::Any(any) => any.iter().any(|one| self.holds(one, on)),
            Condition::Not(one) => !self.holds(one, on),
        }
    }

    /// Samples taken before the day: what is decided on a day rests on what was known before it.
    fn cleared(&self, matrix: &str, consecutive: u32, on: CivilDate) -> bool {
        let samples: Vec<(CivilDate, Outcome)> = self
            .life
            .of_kind("shedding")
            .filter(|kept| kept.fact.assessment.collected_on < on)
            .filter_map(|kept| Some((kept.fact.assessment.collected_on, Sample::read(&kept.fact.assessment)?)))
            .filter(|(_, sample)| sample.matrix == matrix)
            .map(|(on, sample)| (on, sample.outcome))
            .collect();
        clearance(&samples, consecutive).clear_now
    }

    /// The newest samples, so many in a row, held no vector-positive cell.
    fn vector_gone(&self, consecutive: u32, on: CivilDate) -> bool {
        let newest_first =
            self.life.of_kind("integration-site").rev().filter(|kept| kept.fact.assessment.collected_on < on);
        let gone = newest_first
            .filter_map(|kept| integration::Sample::read(&kept.fact.assessment))
            .take_while(|sample| {
                sample.vector_positive_percent == Some(Decimal::ZERO) || sample.vcn == Some(Decimal::ZERO)
            })
            .take(consecutive as usize)
            .count();
        gone >= consecutive as usize && consecutive > 0
    }
}
