//! How far a family that missed a visit was looked for: the step of the protocol's contact ladder that was reached, the
//! next one and by when, or that none is left.
//!
//! The ladder begins the day after the window of a visit closed undone. Only attempts since then count. An attempt that
//! did not arrive (wrong number, letter returned) is no contact and no attempt made good: when a channel only ever
//! failed, the ladder goes on to the next, and a ladder on which nothing arrived at all is never complete. Whoever was
//! reached, or came, ends it; the next missed visit begins another. No `today`: which step is late is said by
//! `standing`, like everything else.

use std::sync::Arc;

use facts::fact::{ConsentPart, Recorded};
use facts::{CivilDate, Kept, Life, Period, RecordId};
use protocol::{Anchor, Ladder, Protocol};

use crate::explain::Explanation;
use crate::obligation::{Dates, Obligation, What};

/// Form of an attempt.
const KIND: &str = "contact-attempt";

/// The ladder of one missed visit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Climb {
    /// Key of the visit that was missed.
    pub visit: String,
    /// First day on which it was overdue.
    pub since: CivilDate,
    /// One for each step of the protocol.
    pub steps: Vec<StepTaken>,
    pub next: Next,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepTaken {
    pub channel: String,
    /// Attempts that the protocol asks for.
    pub times: u32,
    /// Attempts that arrived, and those that did not.
    pub made: Vec<(RecordId, CivilDate)>,
    pub failed: Vec<(RecordId, CivilDate)>,
}

impl StepTaken {
    /// Nothing more is asked of it: made often enough, or as often and nothing arrives there.
    pub fn is_closed(&self) -> bool {
        self.made.len() + self.failed.len() >= self.times as usize
    }

    pub fn is_made(&self) -> bool {
        self.made.len() >= self.times as usize
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next {
    /// Place of the step, and the number of the attempt in it, from 1.
    Attempt { step: usize, number: u32, window: Dates },
    /// Every step was taken and at least one attempt arrived: the subject may be called lost to follow-up.
    Complete { since: CivilDate },
    /// Every step was tried and nothing arrived: an address or a number that holds is needed.
    NothingArrived { since: CivilDate },
}

/// The ladder that is being climbed: of the visit overdue longest whose family was not reached since. `None` without a
/// ladder in the protocol or without a visit left to miss. The visit may not be overdue yet: then the first step waits.
pub fn climb(protocol: &Protocol, life: &Life, obligations: &[Obligation]) -> Option<Climb> {
    let ladder = protocol.ladder.as_ref()?;
    // Who does not want to be looked for is not looked for.
    let missing = obligations.iter().map(|o| o.window.latest_on).max()?;
    if life.withdrawn(ConsentPart::Contact, missing).is_some() {
        return None;
    }
    let open = obligations.iter().filter(|o| o.settled.is_none() && matches!(o.what, What::Visit { .. }));
    let mut open: Vec<&Obligation> = open.collect();
    open.sort_by_key(|o| (o.window.latest_on, &o.key));
    let missed = open.into_iter().find(|o| reached_on(life, o.window.latest_on).is_none())?;
    Some(steps(ladder, life, missed))
}

/// The next step as something owed, for the list of work; `None` while there is no ladder to climb.
pub(crate) fn owed(protocol: &Protocol, life: &Life, obligations: &[Obligation]) -> Option<Obligation> {
    let ladder = protocol.ladder.as_ref()?;
    let climb = climb(protocol, life, obligations)?;
    let missed = obligations.iter().find(|o| o.key == climb.visit)?;
    let (channel, number, window) = match climb.next {
        Next::Attempt { step, number, window } => (ladder.steps[step].channel.clone(), number, window),
        Next::Complete { since } => ("decide".to_owned(), 0, single(since)),
        Next::NothingArrived { since } => ("find".to_owned(), 0, single(since)),
    };
    let of = ladder.steps.iter().find(|step| step.channel == channel).map_or(0, |step| step.times);
    let visit = match &missed.what {
        What::Visit { code, .. } => code.clone(),
        _ => return None,
    };
    let visit_code = visit.clone();
    Some(Obligation {
        key: format!("contact:{}", climb.visit),
        what: What::Contact { visit, channel, number, of },
        window,
        modes: Arc::default(),
        tasks: Vec::new(),
        citation: Some(std::sync::Arc::new(ladder.citation.clone())),
        because: Explanation {
            anchor: Anchor::Event(visit_code),
            anchor_on: missed.window.latest_on,
            offset: Period::ZERO,
            clamped: false,
            early: Period::ZERO,
            late: Period::ZERO,
            after: None,
        },
        left_out: Vec::new(),
        asked: Vec::new(),
        settled: None,
        uncalled: None,
        of: None,
    })
}

fn single(on: CivilDate) -> Dates {
    Dates { earliest_on: on, due_on: on, latest_on: on }
}

/// The first day after `missed` on which somebody was reached, or came.
fn reached_on(life: &Life, missed: CivilDate) -> Option<CivilDate> {
    let reached =
        attempts(life).filter(|kept| outcome(kept) == Some("yes")).map(|kept| kept.fact.assessment.collected_on);
    // A contact that only holds an attempt in vain is nobody's coming.
    let vain: Vec<RecordId> =
        attempts(life).filter(|kept| outcome(kept) != Some("yes")).filter_map(|kept| kept.fact.visit).collect();
    let came = life.visits.iter().filter(|kept| !vain.contains(&kept.record)).map(|kept| kept.fact.on);
    reached.chain(came).filter(|on| *on > missed).min()
}

fn attempts(life: &Life) -> impl Iterator<Item = &Kept<Recorded>> {
    life.of_kind(KIND)
}

fn outcome(kept: &Kept<Recorded>) -> Option<&str> {
    kept.fact.assessment.code("reached")
}

fn steps(ladder: &Ladder, life: &Life, missed: &Obligation) -> Climb {
    let since = missed.window.latest_on.plus_days(1);
    let mut steps: Vec<StepTaken> = ladder
        .steps
        .iter()
        .map(|step| StepTaken {
            channel: step.channel.clone(),
            times: step.times,
            made: Vec::new(),
            failed: Vec::new(),
        })
        .collect();
    // The day from which the next step is counted: that of the attempt before it, arrived or not.
    let mut last = since;
    for kept in attempts(life).filter(|kept| kept.fact.assessment.collected_on >= since) {
        let (assessment, on) = (&kept.fact.assessment, kept.fact.assessment.collected_on);
        let Some(step) = steps.iter_mut().find(|step| assessment.code("channel") == Some(step.channel.as_str())) else {
            continue;
        };
        match outcome(kept) {
            Some("no") => step.made.push((kept.record, on)),
            Some("wrong-number" | "undelivered") => step.failed.push((kept.record, on)),
            _ => continue,
        }
        last = last.max(on);
    }
    let next = match steps.iter().position(|step| !step.is_closed()) {
        Some(place) => {
            let step = &ladder.steps[place];
            // The first step of all needs no wait after an attempt that nobody made.
            let begun = steps.iter().any(|step| !step.made.is_empty() || !step.failed.is_empty());
            let earliest_on = if begun { last.plus(&step.after) } else { since };
            let latest_on = earliest_on.plus(&step.within);
            let number = u32::try_from(steps[place].made.len() + steps[place].failed.len() + 1).unwrap_or(u32::MAX);
            Next::Attempt { step: place, number, window: Dates { earliest_on, due_on: latest_on, latest_on } }
        }
        None if steps.iter().any(|step| !step.made.is_empty()) => Next::Complete { since: last },
        None => Next::NothingArrived { since: last },
    };
    Climb { visit: missed.key.clone(), since, steps, next }
}
