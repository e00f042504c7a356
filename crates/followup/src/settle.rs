//! What settles an obligation: a contact that bears its code, a declaration, a later assessment, the subject's
//! status, or the protocol itself.
//!
//! A contact settles whenever it took place; how it lies to the window is its timing. Nothing decided here is
//! kept: it undoes itself when the facts change.
//!
//! Status is judged twice. On the last day of the window, so that someone who was lost and is back in time still owes
//! the visit; and as it stands now, because nobody who died, withdrew, moved on, completed or cannot be found can be
//! asked to make up for an earlier window: that is missed for this reason, no work for today. Whoever comes back to
//! follow-up owes it again. A part of the consent that was withdrawn is judged likewise.

use std::sync::Arc;

use facts::answer::Answer;
use facts::fact::{ConsentPart, Mode, Recorded, Status};
use facts::{CivilDate, Closure, Kept, Life, RecordId};
use protocol::{Anchor, SettledBy, Task, Visit};
use signals::Finding;

use crate::condition::Case;
use crate::consent;
use crate::obligation::{Dates, Settled, Timing, WhyNot};
use crate::standing::timing;

/// Recorded contacts by the visit they answer.
pub(crate) struct Contacts<'a> {
    /// Sorted by code, then day, then record.
    all: Vec<(&'a str, CivilDate, RecordId)>,
}

/// Days whose contacts count for one run of a schedule that later dosings start anew.
#[derive(Clone, Copy, Default)]
pub(crate) struct Span {
    pub from: Option<CivilDate>,
    pub before: Option<CivilDate>,
}

impl Span {
    fn holds(self, on: CivilDate) -> bool {
        self.from.is_none_or(|from| from <= on) && self.before.is_none_or(|before| on < before)
    }
}

impl<'a> Contacts<'a> {
    pub fn of(life: &'a Life) -> Self {
        let coded = life.visits.iter().flat_map(|kept| {
            let codes = kept.fact.code.iter().chain(&kept.fact.also);
            codes.map(|code| (code.as_str(), kept.fact.on, kept.record))
        });
        let mut all: Vec<_> = coded.collect();
        all.sort_unstable();
        Self { all }
    }

    /// The contact that answers a visit: of several the first inside the window, else the first. The others stay
    /// contacts in their own right.
    pub fn answering(&self, code: &str, window: &Dates, span: Span) -> Option<(RecordId, CivilDate)> {
        let start = self.all.partition_point(|(known, ..)| *known < code);
        let bearing = || {
            let same = self.all[start..].iter().take_while(move |(known, ..)| *known == code);
            same.filter(move |(_, on, _)| span.holds(*on)).map(|(_, on, record)| (*record, *on))
        };
        bearing().find(|(_, on)| timing(window, *on) == Timing::InWindow).or_else(|| bearing().next())
    }
}

pub(crate) fn done(answer: Option<(RecordId, CivilDate)>, window: &Dates) -> Option<Settled> {
    answer.map(|(record, on)| Settled::Done { record, on, timing: timing(window, on) })
}

/// The newest declaration counts; anything recorded is stronger.
pub(crate) fn by_declaration(life: &Life, key: &str, span: Span) -> Option<Settled> {
    let of_key = |kept: &&Kept<facts::fact::Missed>| kept.fact.obligation == key && span.holds(kept.fact.declared_on);
    let missed = life.missed.iter().rev().find(of_key)?;
    Some(Settled::Missed { record: missed.record, because: missed.fact.because.clone() })
}

/// Someone who was not on follow-up on the last day of the window does not owe it.
pub(crate) fn by_status(life: &Life, window: &Dates) -> Option<Settled> {
    let change = life.statuses.iter().rev().find(|kept| kept.fact.on <= window.latest_on)?;
    let status = change.fact.status;
    let why = WhyNot::Status { status, on: change.fact.on };
    (status != Status::OnFollowUp).then_some(Settled::NotRequired { why })
}

/// Visits of someone who no longer agreed to them on the last day of the window.
pub(crate) fn by_withdrawal(life: &Life, window: &Dates) -> Option<Settled> {
    let part = ConsentPart::FurtherVisits;
    let on = life.withdrawn_on(part, window.latest_on)?;
    Some(Settled::NotRequired { why: WhyNot::Withdrawn { part, on } })
}

/// A window that passed while the subject was on follow-up and agreed to visits, when they no longer are or do: by
/// whichever came first. Asked last: whatever else settles an obligation says more.
pub(crate) fn by_leaving(life: &Life, window: &Dates) -> Option<Settled> {
    let part = ConsentPart::FurtherVisits;
    let withdrew = life.withdrawn(part, window.latest_on).map(|on| (on, WhyNot::Withdrawn { part, on }));
    let left = life.left().map(|change| (change.on, WhyNot::Status { status: change.status, on: change.on }));
    let (_, why) = left.into_iter().chain(withdrew).min_by_key(|(on, _)| *on)?;
    Some(Settled::Lapsed { why })
}

/// Since when the person is neither called nor written to, for what is still to be made in a window.
pub(crate) fn uncalled(life: &Life, window: &Dates) -> Option<CivilDate> {
    life.withdrawn(ConsentPart::Contact, window.latest_on)
}

/// The ways that are left when nobody calls, writes or meets on a screen.
pub(crate) fn without_calling(modes: &[Mode]) -> Arc<[Mode]> {
    modes.iter().copied().filter(|mode| !matches!(mode, Mode::Phone | Mode::Video | Mode::Letter)).collect()
}

pub(crate) fn not_called(on: CivilDate) -> WhyNot {
    WhyNot::Withdrawn { part: ConsentPart::Contact, on }
}

/// Not asked for this reason; what could have been done before a part of the consent was withdrawn was missed.
pub(crate) fn unasked(why: WhyNot, window: &Dates) -> Settled {
    match why {
        WhyNot::Withdrawn { on, .. } if window.latest_on < on => Settled::Lapsed { why },
        why => Settled::NotRequired { why },
    }
}

/// Visits outside this subject's time in the study.
pub(crate) fn by_place(case: &Case<'_>, visit: &Visit, window: &Dates) -> Option<WhyNot> {
    let enrolment = &case.life.enrolment.fact;
    // Coming of age is asked only of those for whom somebody else consented.
    if visit.anchor == Anchor::Majority
        && window.due_on <= consent::first_on(case.life).unwrap_or(enrolment.enrolled_on)
    {
        return Some(WhyNot::AlreadyAdult);
    }
    let by_age = matches!(visit.anchor, Anchor::Majority | Anchor::Birth);
    if by_age && case.until.is_some_and(|until| window.due_on > until) {
        return Some(WhyNot::AfterFollowUp);
    }
    (window.latest_on < enrolment.enrolled_on).then_some(WhyNot::BeforeEnrolment)
}

/// A test is settled by the answer that its task names, or else by the next assessment.
pub(crate) fn by_assessment(case: &Case<'_>, task: &Task, finding: &Finding, window: &Dates) -> Option<Settled> {
    match &task.settled_by {
        Some(answer) => {
            let made = by_answer(case, task, answer, finding)?;
            // Tissue kept before anybody knew of the tumour was kept in time.
            let earliest_on = window.earliest_on.min(made.1);
            done(Some(made), &Dates { earliest_on, ..*window })
        }
        None => done(by_next(case.life, task, finding), window),
    }
}

/// The next assessment of the task's kind and fixed values that is not itself the evidence. A sample taken counts, even
/// while its result is awaited: that is an obligation of its own.
fn by_next(life: &Life, task: &Task, finding: &Finding) -> Option<(RecordId, CivilDate)> {
    let fits = |kept: &&Kept<Recorded>| {
        let assessment = &kept.fact.assessment;
        let answered = assessment.closure == Closure::Answered;
        let fixed = |(field, value): (&String, &String)| assessment.code(field).map_or(!answered, |code| code == value);
        assessment.collected_on >= finding.since.unwrap_or(finding.seen_on)
            && !matches!(assessment.closure, Closure::NotDone { .. })
            && must_hold(task, finding).all(fixed)
            && !finding.evidence.iter().any(|evidence| evidence.record == kept.record)
    };
    let made = life.of_kind(&task.kind).find(fits)?;
    Some((made.record, made.fact.assessment.collected_on))
}

/// One answer of the task's form: of the evidence itself, which is filled in as the work goes on, or of another record
/// since then that speaks of no other finding.
fn by_answer(case: &Case<'_>, task: &Task, wanted: &SettledBy, finding: &Finding) -> Option<(RecordId, CivilDate)> {
    let fits = |kept: &&Kept<Recorded>| {
        let assessment = &kept.fact.assessment;
        let given = match assessment.get(&wanted.field) {
            None | Some(Answer::NotDone { .. }) => false,
            Some(_) if wanted.is.is_empty() => true,
            Some(_) => assessment.code(&wanted.field).is_some_and(|code| wanted.is.iter().any(|is| is == code)),
        };
        let fixed = |(field, value): (&String, &String)| assessment.code(field) == Some(value);
        let own = finding.evidence.iter().any(|evidence| evidence.record == kept.record);
        let later = assessment.collected_on >= finding.since.unwrap_or(finding.seen_on);
        given && must_hold(task, finding).all(fixed) && (own || later && !case.speaks_of_another(kept.record, finding))
    };
    let made = case.life.of_kind(&task.kind).find(fits)?;
    let assessment = &made.fact.assessment;
    let day = wanted.on.as_ref().and_then(|field| assessment.date(field));
    Some((made.record, day.map_or(assessment.collected_on, |day| day.first_on)))
}

/// What the task fixes, and what it leaves open and the evidence fixes.
fn must_hold<'a>(task: &'a Task, finding: &'a Finding) -> impl Iterator<Item = (&'a String, &'a String)> {
    task.preset.iter().chain(shared(task, finding))
}

/// What the task leaves open and the evidence fixes: the matrix of a sample.
pub(crate) fn shared<'a>(task: &'a Task, finding: &'a Finding) -> impl Iterator<Item = (&'a String, &'a String)> {
    finding.about.iter().filter(|(field, _)| !task.preset.contains_key(*field))
}
