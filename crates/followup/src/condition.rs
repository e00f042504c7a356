//! Whether the protocol's conditions hold for one subject at one visit.
//!
//! A place in the schedule (years after dosing) is judged by the planned day, so that coming a week early does
//! not turn a visit into another one; age and results are judged by the day of the contact. Results count when
//! they were collected before that day: the third clear sample is still taken at the visit that asks for it.
//! What "cleared" means is decided by `assess::shedding`, whether a finding is open by `signals`.

use std::collections::BTreeMap;

use assess::shedding::{ClearanceRule, Outcome, Taken, by_matrix, clearance};
use facts::answer::{Answer, Assessment};
use facts::fact::ConsentPart;
use facts::{CivilDate, Life, Period, RecordId};
use protocol::{Condition, Protocol, Task};
use signals::Finding;

use crate::accounted::followed_until;
use crate::obligation::{Cleared, WhyNot};
use crate::settle::Contacts;

/// Everything that one subject's obligations are computed from, read once.
pub(crate) struct Case<'a> {
    pub protocol: &'a Protocol,
    /// Earlier versions, oldest first, whose findings may still call for their tasks.
    pub earlier: Vec<&'a Protocol>,
    /// Before the codes of a track's visits, so that they are nobody else's; empty for the protocol itself.
    pub prefix: String,
    pub life: &'a Life,
    pub contacts: Contacts<'a>,
    /// Last day of follow-up.
    pub until: Option<CivilDate>,
    /// Findings that want somebody: rule and day.
    open: Vec<(&'a str, CivilDate)>,
    /// What each matrix shed, oldest first.
    shed: BTreeMap<String, Vec<Taken>>,
    /// Days of tests for replication-competent virus, and whether they were positive.
    replicating: Vec<(CivilDate, bool)>,
    /// Which finding rests on which record.
    rests_on: Vec<(&'a str, RecordId)>,
    /// Days on which the vector was looked for in cells, and what came of it.
    marked: Vec<(CivilDate, Outcome)>,
}

/// The days a visit is judged by.
#[derive(Clone, Copy)]
pub(crate) struct Day {
    pub planned_on: CivilDate,
    /// Day of the contact, or the planned one while there is none.
    pub on: CivilDate,
    /// The dosing that the row follows, where that is another than the first: years count from it.
    pub dosed_on: Option<CivilDate>,
    /// There is one, and what was agreed to on its day counts.
    pub made: bool,
}

impl<'a> Case<'a> {
    pub fn of(protocol: &'a Protocol, life: &'a Life, findings: &'a [Finding]) -> Self {
        let open = findings.iter().filter(|finding| signals::standing(finding, life).is_open());
        let mut case = Self {
            protocol,
            earlier: Vec::new(),
            prefix: if protocol.track { [&protocol.id, "/"].concat() } else { String::new() },
            life,
            contacts: Contacts::of(life),
            until: followed_until(protocol, life),
            open: open.map(|finding| (finding.rule.as_str(), finding.seen_on)).collect(),
            shed: by_matrix(life.of_kind("shedding")),
            replicating: Vec::new(),
            rests_on: findings.iter().flat_map(|f| f.evidence.iter().map(|e| (f.key.as_str(), e.record))).collect(),
            marked: Vec::new(),
        };
        for kept in &life.assessments {
            case.read(&kept.fact.assessment);
        }
        case
    }

    fn read(&mut self, assessment: &Assessment) {
        let on = assessment.collected_on;
        match assessment.kind.as_str() {
            "rcr-rcl" => self.replicating.extend(assess::rcr_rcl::positive(assessment).map(|positive| (on, positive))),
            "integration-site" => {
                if let Some(outcome) = marked(assessment) {
                    add(&mut self.marked, on, outcome);
                }
            }
            _ => {}
        }
    }

    /// A task of the protocol, or of the newest earlier version that has it.
    pub fn task(&self, code: &str) -> Option<&'a Task> {
        let earlier = || self.earlier.iter().rev().find_map(|text| text.task(code));
        self.protocol.task(code).or_else(earlier)
    }

    /// Why a sample is not taken: the person no longer agrees to samples, or to the keeping of one that is only kept.
    pub fn withdrawn_from(&self, task: &str, day: Day) -> Option<WhyNot> {
        let task = self.task(task).filter(|task| task.takes_a_sample())?;
        let since = |part: ConsentPart| {
            let on = if day.made { self.life.withdrawn_on(part, day.on) } else { self.life.withdrawn(part, day.on) };
            on.map(|on| WhyNot::Withdrawn { part, on })
        };
        let kept = || since(ConsentPart::StoredSamples).filter(|_| task.archive_only);
        since(ConsentPart::FurtherSamples).or_else(kept)
    }

    /// `None` when the condition holds, else why it does not.
    pub fn unmet(&self, when: &Condition, day: Day) -> Option<WhyNot> {
        let enrolment = &self.life.enrolment.fact;
        let unless = |holds: bool| (!holds).then_some(WhyNot::Condition);
        let since_dosing = |period| day.dosed_on.or_else(|| self.life.first_dosed_on()).map(|on| on.plus(period));
        match when {
            Condition::Always => None,
            Condition::Sex(sex) => unless(enrolment.sex == *sex),
            Condition::AgeUnder(age) => unless(day.on < enrolment.born_on.plus(age)),
            Condition::AgeFrom(age) => unless(day.on >= enrolment.born_on.plus(age)),
            Condition::YearsAfter(years) => unless(since_dosing(years).is_some_and(|start| day.planned_on >= start)),
            Condition::YearsBefore(years) => unless(since_dosing(years).is_none_or(|end| day.planned_on < end)),
            Condition::UntilCleared { matrix, consecutive, spacing } => {
                let spacing = spacing.unwrap_or(Period::ZERO);
                let rule = ClearanceRule { consecutive: *consecutive, spacing };
                self.cleared(matrix, &rule, day.on).map(WhyNot::Cleared)
            }
            Condition::RcrRclPositive { until_negative } => unless(self.replicates(*until_negative, day.on)),
            Condition::VectorDetected { consecutive } => {
                let samples = self.clear_on(*consecutive, day.on);
                (!samples.is_empty()).then_some(WhyNot::Undetected { samples })
            }
            Condition::Answered { kind, field, is } => unless(self.answered(kind, field, is, day.on)),
            Condition::FindingOpen(rule) => unless(self.open_before(rule, day.on).is_some()),
            Condition::All(all) => all.iter().find_map(|one| self.unmet(one, day)),
            Condition::Any(any) => {
                let whys: Option<Vec<WhyNot>> = any.iter().map(|one| self.unmet(one, day)).collect();
                whys.and_then(strongest)
            }
            Condition::Not(one) => unless(self.unmet(one, day).is_some()),
        }
    }

    pub(crate) fn cleared(&self, matrix: &str, rule: &ClearanceRule, on: CivilDate) -> Option<Cleared> {
        let spell = rule.spells(self.shed.get(matrix)?).into_iter().rfind(|spell| spell.holds_on(on))?;
        Some(Cleared { matrix: matrix.to_owned(), on: spell.cleared_on, samples: spell.negatives })
    }

    /// The newest answer to the field before the day is one of these.
    fn answered(&self, kind: &str, field: &str, is: &[String], on: CivilDate) -> bool {
        self.newest(kind, field, on).is_some_and(|(code, _)| is.iter().any(|one| one == code))
    }

    /// The newest answer to the field before the day, and its own day.
    pub(crate) fn newest<'k>(&'k self, kind: &'k str, field: &str, on: CivilDate) -> Option<(&'k str, CivilDate)> {
        let before = self.life.of_kind(kind).rev().map(|kept| &kept.fact.assessment);
        let mut before = before.filter(|told| told.collected_on < on);
        before.find_map(|told| Some((told.code(field)?, told.collected_on)))
    }

    /// A positive test before the day that fewer than so many negative ones in a row have followed.
    fn replicates(&self, until_negative: u32, on: CivilDate) -> bool {
        let (positive_on, negative_on) = self.replicating_before(on);
        let wanted = usize::try_from(until_negative.max(1)).unwrap_or(usize::MAX);
        positive_on.is_some() && negative_on.len() < wanted
    }

    /// The newest positive test before the day, and the negative ones since.
    pub(crate) fn replicating_before(&self, on: CivilDate) -> (Option<CivilDate>, Vec<CivilDate>) {
        let before = self.replicating.iter().filter(|(tested_on, _)| *tested_on < on);
        before.fold((None, Vec::new()), |(positive_on, mut negative_on), (tested_on, positive)| {
            if *positive {
                return (Some(*tested_on), Vec::new());
            }
            negative_on.push(*tested_on);
            (positive_on, negative_on)
        })
    }

    /// The day of the newest open finding of a rule from before the day.
    pub(crate) fn open_before(&self, rule: &str, on: CivilDate) -> Option<CivilDate> {
        let seen = self.open.iter().filter(|(open, seen_on)| *open == rule && *seen_on < on);
        seen.map(|(_, seen_on)| *seen_on).max()
    }

    /// Days of the newest samples before the day when they are a full run of clear ones; empty otherwise.
    pub(crate) fn clear_on(&self, consecutive: u32, on: CivilDate) -> Vec<CivilDate> {
        let before = self.marked.partition_point(|(collected_on, _)| *collected_on < on);
        let wanted = usize::try_from(consecutive.max(1)).unwrap_or(usize::MAX);
        let newest = &self.marked[before.saturating_sub(wanted)..before];
        if !clearance(newest, consecutive.max(1)).clear_now {
            return Vec::new();
        }
        newest.iter().map(|(collected_on, _)| *collected_on).collect()
    }

    /// A finding other than this one rests on the record.
    pub fn speaks_of_another(&self, record: RecordId, finding: &Finding) -> bool {
        self.rests_on.iter().any(|(key, rests_on)| *rests_on == record && *key != finding.key)
    }
}

/// The reason that says most, when several hold at once.
pub(crate) fn strongest(whys: impl IntoIterator<Item = WhyNot>) -> Option<WhyNot> {
    whys.into_iter().max_by_key(|why| match why {
        WhyNot::Withdrawn { .. } => 3,
        WhyNot::Cleared(_) => 2,
        WhyNot::Undetected { .. } => 1,
        _ => 0,
    })
}

/// Several samples of one day are one time point: one positive makes it positive.
fn add(days: &mut Vec<(CivilDate, Outcome)>, on: CivilDate, outcome: Outcome) {
    match days.last_mut().filter(|(last_on, _)| *last_on == on) {
        Some((_, kept)) => {
            *kept = match (*kept, outcome) {
                (Outcome::Detected(value), _) | (_, Outcome::Detected(value)) => Outcome::Detected(value),
                (Outcome::Negative, Outcome::Negative) => Outcome::Negative,
                _ => Outcome::Inconclusive,
            };
        }
        None => days.push((on, outcome)),
    }
}

/// Vector in a sample: by the share of positive cells, else by copies per cell; `None` when neither was measured.
fn marked(assessment: &Assessment) -> Option<Outcome> {
    let read = |field: &str| match assessment.get(field)? {
        Answer::NotDetected { .. } => Some(Outcome::Negative),
        Answer::BelowQuantification { .. } => Some(Outcome::Detected(None)),
        Answer::Number { value, .. } if value.is_zero() => Some(Outcome::Negative),
        Answer::Number { value, lod: Some(lod), .. } if value < lod => Some(Outcome::Negative),
        Answer::Number { value, .. } => Some(Outcome::Detected(Some(*value))),
        _ => None,
    };
    read("vector-positive").or_else(|| read("vcn"))
}
