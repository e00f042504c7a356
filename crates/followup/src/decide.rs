//! What somebody has to decide, because nothing else that is owed would remind them of it.
//!
//! Each is settled by the record of the decision. No guidance gives a time for any of them, so each is asked for on the
//! day on which it came about, and a decision made later is not called late.

use std::sync::Arc;

use facts::fact::{ConsentPart, Recorded, Withdrawal};
use facts::{CivilDate, Closure, Kept, Life, Period, RecordId};
use protocol::{Anchor, Task};
use serde::{Deserialize, Serialize};

use crate::course::Course;
use crate::explain::Explanation;
use crate::obligation::{Dates, Obligation, Settled, Timing, What};
use crate::settle::{self, Span};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "matter", rename_all = "kebab-case")]
pub enum Matter {
    /// Samples that were taken since then, when their keeping is no longer agreed to; `record` = the withdrawal.
    Samples { record: RecordId, since: CivilDate },
}

impl Matter {
    /// Ending of its catalogue keys.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Samples { .. } => "samples",
        }
    }
}

pub(crate) fn owed(course: &Course<'_>, life: &Life) -> Vec<Obligation> {
    life.withdrawals.iter().filter_map(|kept| of_samples(course, life, kept)).collect()
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
    let settled = decided.or_else(|| settle::by_declaration(life, &key, Span::default()));
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

fn matter(key: String, matter: Matter, anchor: Anchor, on: CivilDate, settled: Option<Settled>) -> Obligation {
    Obligation {
        key,
        what: What::Decide { matter },
        window: Dates { earliest_on: on, due_on: on, latest_on: on },
        modes: Arc::default(),
        tasks: Vec::new(),
        citation: None,
        because: Explanation::of(anchor, on, Period::ZERO, Period::ZERO, Period::ZERO),
        left_out: Vec::new(),
        uncalled: None,
        settled,
        of: None,
    }
}
