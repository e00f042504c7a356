//! What somebody has to decide, because nothing else that is owed would remind them of it.
//!
//! Each is settled by the record of the decision. No guidance gives a time for any of them, so each is asked for from the
//! day on which it came about: it waits and is never overdue, and a decision made later is not called late.

use std::sync::Arc;

use facts::fact::{ConsentPart, Recorded, Withdrawal};
use facts::{CivilDate, Closure, ConsentKind, Kept, Life, Period, RecordId};
use protocol::{Anchor, Task};
use serde::{Deserialize, Serialize};

use crate::amending;
use crate::consent::{is_own, of_age_on, signed};
use crate::course::Course;
use crate::explain::Explanation;
use crate::obligation::{Dates, Obligation, Settled, Timing, What, WhyNot};
use crate::settle::{self, Span};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "matter", rename_all = "kebab-case")]
pub enum Matter {
    /// Samples that were taken since then, when their keeping is no longer agreed to; `record` = the withdrawal.
    Samples { record: RecordId, since: CivilDate },
    /// The person came of age and declined the form: they sign, or leave.
    Declined { form: String },
    /// The last who decided for the child did so until then, and nobody came after; the child is of age on the other day.
    NoGuardian { until: CivilDate, of_age_on: CivilDate },
    /// An amended version of the protocol is in force here: the person moves to it, or stays. With `reconsent` they consent
    /// before they move.
    Version { version: String, reconsent: bool },
}

impl Matter {
    /// Whether the person, or whoever decides for them, agrees to be seen at all hangs on it.
    pub fn concerns_agreement(&self) -> bool {
        match self {
            Self::Samples { .. } | Self::Version { .. } => false,
            Self::Declined { .. } | Self::NoGuardian { .. } => true,
        }
    }

    /// Ending of its catalogue keys.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Samples { .. } => "samples",
            Self::Declined { .. } => "declined",
            Self::NoGuardian { .. } => "guardian",
            Self::Version { .. } => "version",
        }
    }
}

/// What a key names is decided by somebody.
pub(crate) fn is_matter(key: &str) -> bool {
    key.starts_with("consent:decide:") || key.starts_with("version:")
}

pub(crate) fn owed(course: &Course<'_>, life: &Life) -> Vec<Obligation> {
    let samples = life.withdrawals.iter().filter_map(|kept| of_samples(course, life, kept));
    samples
        .chain(of_declined(course, life))
        .chain(without_guardian(course, life))
        .chain(amending::owed(course, life))
        .collect()
}

/// Each first day on which nobody decides for a child for whom somebody did.
fn without_guardian(course: &Course<'_>, life: &Life) -> Vec<Obligation> {
    let Some(of_age_on) = of_age_on(course, life) else { return Vec::new() };
    let all = || life.guardianships.iter().map(|kept| &kept.fact);
    let mut last_days: Vec<CivilDate> = all().filter_map(|fact| fact.until_on).collect();
    last_days.sort_unstable();
    last_days.dedup();
    let gap = |until: CivilDate| {
        let from_on = until.plus_days(1);
        if from_on >= of_age_on || all().any(|fact| fact.holds_on(from_on)) {
            return None;
        }
        let key = format!("consent:decide:guardian:{from_on}");
        let done = |record, on| Settled::Done { record, on, timing: Timing::InWindow };
        let came = || {
            let next = life.guardianships.iter().find(|kept| kept.fact.from_on.is_some_and(|on| on > from_on))?;
            Some(done(next.record, next.fact.from_on?))
        };
        // Of age, the person answers for themselves.
        let own = || {
            let signed = signed(course, life);
            let own = signed.iter().find(|one| one.kind == ConsentKind::Consent && is_own(course, life, one))?;
            Some(done(own.record, own.on))
        };
        let settled = came().or_else(own).or_else(|| declared(life, &key)).or_else(|| no_longer_followed(life));
        Some(matter(key, Matter::NoGuardian { until, of_age_on }, Anchor::Birth, from_on, settled))
    };
    last_days.into_iter().filter_map(gap).collect()
}

/// A no at majority, while nothing that the person signed stands against it: what others signed no longer counts.
fn of_declined(course: &Course<'_>, life: &Life) -> Option<Obligation> {
    let asked = life.consents.iter().any(|kept| kept.fact.declined) || life.of_kind("consent").next().is_some();
    if !asked {
        return None;
    }
    let signed = signed(course, life);
    let own = || signed.iter().filter(|one| one.kind == ConsentKind::Consent && is_own(course, life, one));
    let no = own().next().filter(|first| first.declined)?;
    let key = "consent:decide:declined".to_owned();
    let signs = own().find(|one| !one.declined);
    let done = signs.map(|one| Settled::Done { record: one.record, on: one.on, timing: Timing::InWindow });
    let withdrew = || {
        let part = ConsentPart::FurtherVisits;
        let on = life.still_withdrawn(part).filter(|on| *on >= no.on)?;
        Some(Settled::NotRequired { why: WhyNot::Withdrawn { part, on } })
    };
    let settled = done.or_else(|| declared(life, &key)).or_else(|| no_longer_followed(life)).or_else(withdrew);
    Some(matter(key, Matter::Declined { form: no.form.clone() }, Anchor::Majority, no.on, settled))
}

pub(crate) fn declared(life: &Life, key: &str) -> Option<Settled> {
    settle::by_declaration(life, key, Span::default())
}

/// Whoever left has decided, or nobody can be asked any more; it comes back with them.
pub(crate) fn no_longer_followed(life: &Life) -> Option<Settled> {
    let change = life.left()?;
    Some(Settled::NotRequired { why: WhyNot::Status { status: change.status, on: change.on } })
}

/// Samples kept until their keeping was withdrawn. Death or leaving does not decide on them.
fn of_samples(course: &Course<'_>, life: &Life, kept: &Kept<Withdrawal>) -> Option<Obligation> {
    let Withdrawal { on, until_on, samples, .. } = &kept.fact;
    if !kept.fact.of.contains(&ConsentPart::StoredSamples) || until_on.is_some() && samples.is_none() {
        return None;
    }
    let since = kept_since(course, life, *on)?;
    let key = format!("consent:decide:samples:{}", kept.record);
    let decided =
        samples.map(|decided| Settled::Done { record: kept.record, on: decided.on, timing: Timing::InWindow });
    let settled = decided.or_else(|| declared(life, &key));
    Some(matter(key, Matter::Samples { record: kept.record, since }, Anchor::Event("withdrawal".into()), *on, settled))
}

/// Day of the first sample that may still be kept: of those taken to be archived, else of any.
fn kept_since(course: &Course<'_>, life: &Life, until: CivilDate) -> Option<CivilDate> {
    let tasks: Vec<&Task> =
        course.protocols().flat_map(|text| &text.tasks).filter(|task| task.takes_a_sample()).collect();
    let first = |counts: &dyn Fn(&Task) -> bool| {
        let taken = |kept: &&Kept<Recorded>| {
            let assessment = &kept.fact.assessment;
            let asked = tasks.iter().any(|task| {
                let fixed = |(field, value): (&String, &String)| assessment.code(field) == Some(value);
                let only_kept = !task.archive_only || !assess::rcr_rcl::tested(assessment);
                counts(task) && only_kept && task.kind == assessment.kind && task.preset.iter().all(fixed)
            });
            let made = !matches!(assessment.closure, Closure::NotDone { .. });
            asked && made && assessment.collected_on <= until
        };
        life.assessments.iter().find(taken).map(|kept| kept.fact.assessment.collected_on)
    };
    first(&|task| task.archive_only).or_else(|| first(&|_| true))
}

pub(crate) fn matter(
    key: String,
    matter: Matter,
    anchor: Anchor,
    on: CivilDate,
    settled: Option<Settled>,
) -> Obligation {
    Obligation {
        key,
        what: What::Decide { matter },
        window: Dates { earliest_on: on, due_on: on, latest_on: on },
        modes: Arc::default(),
        tasks: Vec::new(),
        citation: None,
        because: Explanation::of(anchor, on, Period::ZERO, Period::ZERO, Period::ZERO),
        asked: Vec::new(),
        left_out: Vec::new(),
        uncalled: None,
        settled,
        of: None,
    }
}
