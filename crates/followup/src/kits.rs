//! Which contacts need a kit sent out, when it has to leave, and when its samples can be handed to a courier.
//!
//! A contact needs a kit when it takes place elsewhere and something is taken there. Lead times and cut-off days are the
//! site's; weekends and closures are days on which nobody is there to send or to receive. Knows no today.

use facts::fact::Mode;
use facts::{AppointmentState, CivilDate, Courier, Kept, Kit, KitState, Life, SiteClosure};

use crate::booking::is_weekend;
use crate::course::Course;
use crate::obligation::{Obligation, What};

/// A contact whose samples are taken elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KitNeed {
    /// Key of the obligation.
    pub key: String,
    pub tasks: Vec<String>,
    /// By when the kit has to be there: the day that was agreed on, else the first day of the window.
    pub needed_on: CivilDate,
    /// When the samples are likely to be taken: the day that was agreed on, else the due day.
    pub taken_on: CivilDate,
    /// Where it is; `ToOrder` while nobody said anything.
    pub state: KitState,
    /// Day of that state.
    pub since_on: Option<CivilDate>,
    /// Nothing is left to be done: it came back, or the contact fell away before it left.
    pub closed: bool,
}

/// Every kit of one life, in the order of its obligations.
pub fn kit_needs(course: &Course<'_>, life: &Life, obligations: &[Obligation]) -> Vec<KitNeed> {
    obligations.iter().filter_map(|obligation| need(course, life, obligation)).collect()
}

fn need(course: &Course<'_>, life: &Life, obligation: &Obligation) -> Option<KitNeed> {
    if !matches!(obligation.what, What::Visit { .. }) {
        return None;
    }
    let kit = life.kits.iter().rev().find(|kept| kept.fact.visit == obligation.key);
    let agreed = life
        .appointments
        .iter()
        .find(|kept| kept.fact.state == AppointmentState::Planned && kept.fact.visits.contains(&obligation.key));
    let mode = agreed.map(|kept| kept.fact.mode).or_else(|| obligation.modes.first().copied());
    // Another clinic sends its own.
    let elsewhere = mode.is_some_and(|mode| mode != Mode::Clinic) && course.elsewhere(obligation).is_none();
    if kit.is_none() && (!elsewhere || obligation.settled.is_some()) {
        return None;
    }
    let samples = obligation.tasks.iter().filter(|code| is_sample(course, code));
    let tasks: Vec<String> = samples.map(ToString::to_string).collect();
    if kit.is_none() && tasks.is_empty() {
        return None;
    }
    let state = kit.map_or(KitState::ToOrder, |kept| kept.fact.state);
    let waits = matches!(state, KitState::ToOrder | KitState::Lost);
    Some(KitNeed {
        key: obligation.key.clone(),
        tasks: kit.map(|kept| &kept.fact.tasks).filter(|tasks| !tasks.is_empty()).unwrap_or(&tasks).clone(),
        needed_on: agreed.map_or(obligation.window.earliest_on, |kept| kept.fact.on),
        taken_on: agreed.map_or(obligation.window.due_on, |kept| kept.fact.on),
        state,
        since_on: kit.map(|kept: &Kept<Kit>| kept.fact.on),
        closed: state == KitState::Received || waits && obligation.settled.is_some(),
    })
}

/// What leaves the body, by its pictogram: that is what the family is told as well.
fn is_sample(course: &Course<'_>, code: &str) -> bool {
    course.task(code).is_some_and(|(task, _)| task.takes_a_sample())
}

/// The last day on which the kit can leave and still be there in time: never a day on which nobody sends.
///
/// ```
/// use facts::Courier;
/// let courier = Courier { lead_days: Some(3), not_on: vec![5] };
/// // Needed on a Monday: three days before is a Friday, on which nothing is handed over.
/// assert_eq!(followup::send_by("2026-05-11".parse().unwrap(), &courier, &[]).to_string(), "2026-05-07");
/// ```
pub fn send_by(needed_on: CivilDate, courier: &Courier, closures: &[SiteClosure]) -> CivilDate {
    let lead = i32::from(courier.lead_days.unwrap_or(0));
    step_until_open(needed_on.plus_days(-lead), -1, courier, closures)
}

/// The first day from `on` on which samples can be handed to the courier.
pub fn post_on(on: CivilDate, courier: &Courier, closures: &[SiteClosure]) -> CivilDate {
    step_until_open(on, 1, courier, closures)
}

/// A courier that never comes would step for ever: after a year the day itself is given.
fn step_until_open(from: CivilDate, step: i32, courier: &Courier, closures: &[SiteClosure]) -> CivilDate {
    let open = |on: &CivilDate| {
        let shut = closures.iter().any(|closure| closure.holds(*on));
        !is_weekend(*on) && !courier.not_on.contains(&on.weekday()) && !shut
    };
    (0..366).map(|away| from.plus_days(away * step)).find(open).unwrap_or(from)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> CivilDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_closure_and_a_weekend_bring_the_day_of_sending_forward() {
        let courier = Courier { lead_days: Some(2), not_on: Vec::new() };
        let closed = [SiteClosure { from: day("2026-05-06"), to: day("2026-05-08"), because: "moving".into() }];
        // Two days before Sunday is Friday, which is closed as are the two days before it.
        assert_eq!(send_by(day("2026-05-10"), &courier, &closed), day("2026-05-05"));
        assert_eq!(send_by(day("2026-05-14"), &courier, &closed), day("2026-05-12"));
        assert_eq!(post_on(day("2026-05-06"), &courier, &closed), day("2026-05-11"));
    }

    #[test]
    fn without_a_lead_time_nothing_is_assumed() {
        assert_eq!(send_by(day("2026-05-14"), &Courier::default(), &[]), day("2026-05-14"));
        let never = Courier { lead_days: None, not_on: (1..=7).collect() };
        assert_eq!(post_on(day("2026-05-14"), &never, &[]), day("2026-05-14"), "a courier that never comes");
    }

    proptest! {
        #[test]
        fn a_kit_leaves_in_time_and_on_a_day_when_somebody_sends(
            away in 0_i32..4000, lead in 0_u16..30, not_on in prop::collection::vec(1_i8..6, 0..4)
        ) {
            let needed = day("2026-01-01").plus_days(away);
            let courier = Courier { lead_days: Some(lead), not_on };
            let sent = send_by(needed, &courier, &[]);
            prop_assert!(sent <= needed.plus_days(-i32::from(lead)));
            prop_assert!(!is_weekend(sent) && !courier.not_on.contains(&sent.weekday()));
            let posted = post_on(needed, &courier, &[]);
            prop_assert!(posted >= needed && !is_weekend(posted));
        }
    }
}
