//! What settles an obligation: a visit of its code, a declaration, a later assessment, or leaving follow-up.

use facts::fact::{Recorded, Status, Visit};
use facts::{Kept, Life};

use crate::obligation::{Dates, Settled, WhyNot};
use crate::standing::timing;

/// A visit of the code settles it whenever it took place; among several the earliest inside the window counts,
/// else the earliest of all. A visit that took place is stronger than a declaration that it was missed.
pub(crate) fn by_visit(life: &Life, code: &str, window: &Dates) -> Option<Settled> {
    let of_code = || life.visits.iter().filter(|kept| kept.fact.code.as_deref() == Some(code));
    let inside = |kept: &&Kept<Visit>| (window.earliest_on..=window.latest_on).contains(&kept.fact.on);
    let visit = of_code().find(inside).or_else(|| of_code().next())?;
    Some(Settled::Done { record: visit.record, on: visit.fact.on, timing: timing(window, visit.fact.on) })
}

pub(crate) fn by_declaration(life: &Life, key: &str) -> Option<Settled> {
    let missed = life.missed.iter().find(|kept| kept.fact.obligation == key)?;
    Some(Settled::Missed { record: missed.record, because: missed.fact.because.clone() })
}

/// Someone who had left follow-up by the last day of the window owes nothing; before they left, they did.
pub(crate) fn by_status(life: &Life, window: &Dates) -> Option<Settled> {
    let newest = life.statuses.last()?;
    let status = newest.fact.status;
    if status == Status::OnFollowUp {
        // Back again: what fell wholly into the time away is not asked for afterwards.
        let left =
            life.statuses.iter().rev().skip(1).take_while(|kept| kept.fact.status != Status::OnFollowUp).last()?;
        let away = left.fact.on <= window.latest_on && window.latest_on < newest.fact.on;
        return away.then(|| not_required(left.fact.status, left.fact.on));
    }
    let leaving = life.statuses.iter().rev().take_while(|kept| kept.fact.status != Status::OnFollowUp).last()?;
    (leaving.fact.on <= window.latest_on).then(|| not_required(leaving.fact.status, leaving.fact.on))
}

fn not_required(status: Status, on: facts::CivilDate) -> Settled {
    Settled::NotRequired { why: WhyNot::Status { status, on } }
}

/// A test is settled by an assessment of its kind and fixed values that is not part of the evidence.
pub(crate) fn by_assessment<'a>(
    life: &'a Life,
    task: &protocol::Task,
    finding: &signals::Finding,
    window: &Dates,
) -> Option<(&'a Kept<Recorded>, Settled)> {
    let fits = |kept: &&Kept<Recorded>| {
        let assessment = &kept.fact.assessment;
        assessment.kind == task.kind
            && assessment.collected_on >= finding.seen_on
            && matches!(assessment.closure, facts::Closure::Answered | facts::Closure::NothingToReport)
            && task.preset.iter().all(|(field, value)| assessment.code(field) == Some(value))
            && !finding.evidence.iter().any(|evidence| evidence.record == kept.record)
    };
    let kept = life.assessments.iter().find(fits)?;
    let on = kept.fact.assessment.collected_on;
    Some((kept, Settled::Done { record: kept.record, on, timing: timing(window, on) }))
}
