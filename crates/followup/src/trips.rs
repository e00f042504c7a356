//! The smallest set of contacts that settles everything asked for, each inside its window.
//!
//! Several sources may each want a visit in the same weeks, and a test may wait for one: a family should come once.
//! Exact, not greedy: fewest contacts; of those with fewest, fewest journeys for the family; then the earliest days.
//! Two visits of one source never share a contact, because its schedule wants them apart. Knows no calendar of the
//! clinic: a trip carries all its days, and a person chooses one.
//!
//! What is met at another clinic shares a journey with what is met here, and no call or letter: each clinic makes its own.

use facts::fact::Mode;
use facts::{CivilDate, Period};

use crate::course::Course;
use crate::obligation::{Obligation, What};

mod search;

use search::Search;

/// Something that one contact can settle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Errand {
    /// Whose: siblings may be planned together.
    pub who: usize,
    /// Source whose visits never share a contact; `None` = joins any.
    pub source: Option<String>,
    /// The other clinic at which it is met; `None` = here.
    pub clinic: Option<String>,
    pub from_on: CivilDate,
    pub to_on: CivilDate,
    pub modes: Vec<Mode>,
}

/// One contact: the days on which it settles all of `settles`, and the ways in which it can take place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trip {
    pub from_on: CivilDate,
    pub to_on: CivilDate,
    pub modes: Vec<Mode>,
    /// Places in the list of errands.
    pub settles: Vec<usize>,
}

const MODES: [Mode; 6] = [Mode::Clinic, Mode::Home, Mode::Video, Mode::Phone, Mode::Letter, Mode::LocalLaboratory];

/// Modes for which the family leaves the house.
const JOURNEYS: u8 = 0b10_0001;

fn bits(modes: &[Mode]) -> u8 {
    (0..MODES.len()).filter(|at| modes.contains(&MODES[*at])).fold(0, |bits, at| bits | 1 << at)
}

/// What of one subject's obligations needs a contact until a day, as errands of person `who`. What is overdue is
/// wanted at once, within `grace`, and joins whatever contact comes: its own place in the schedule has passed. The
/// places are those in `owed`.
pub fn errands(
    who: usize,
    course: &Course<'_>,
    owed: &[Obligation],
    today: CivilDate,
    until: CivilDate,
    grace: &Period,
) -> Vec<(usize, Errand)> {
    let wanted = owed.iter().enumerate().filter(|(_, o)| o.settled.is_none() && o.window.earliest_on <= until);
    let errand = |(place, o): (usize, &Obligation)| {
        let overdue = o.window.latest_on < today;
        let source = match &o.what {
            What::Visit { .. } if overdue => None,
            What::Visit { .. } => Some(o.of.as_deref().unwrap_or_default().to_owned()),
            // What goes on in a record that exists needs nobody to come.
            What::Test { record: None, .. } => None,
            _ => return None,
        };
        let from_on = o.window.earliest_on.max(today);
        let to_on = if overdue { from_on.plus(grace) } else { o.window.latest_on };
        let sampled = || vec![Mode::Clinic, Mode::Home, Mode::LocalLaboratory];
        let modes = if o.modes.is_empty() { sampled() } else { o.modes.to_vec() };
        let clinic = course.elsewhere(o).map(str::to_owned);
        Some((place, Errand { who, source, clinic, from_on, to_on, modes }))
    };
    wanted.filter_map(errand).collect()
}

/// The smallest set of contacts, by their first day.
///
/// ```
/// use followup::{Errand, trips};
/// let errand = |source: &str, from: &str, to: &str| Errand {
///     who: 0,
///     source: Some(source.into()),
///     clinic: None,
///     from_on: from.parse().unwrap(),
///     to_on: to.parse().unwrap(),
///     modes: vec![facts::fact::Mode::Clinic],
/// };
/// let both = [errand("protocol", "2027-01-01", "2027-01-31"), errand("registry", "2027-01-20", "2027-02-20")];
/// let planned = trips(&both);
/// assert_eq!(planned.len(), 1);
/// assert_eq!(planned[0].from_on.to_string(), "2027-01-20");
/// ```
pub fn trips(errands: &[Errand]) -> Vec<Trip> {
    let (able, alone): (Vec<usize>, Vec<usize>) = (0..errands.len()).partition(|at| can_be_met(&errands[*at]));
    let implied = |at: &usize| able.iter().any(|by| implies(errands, *by, *at));
    let (implied, wanted): (Vec<usize>, Vec<usize>) = able.iter().partition(|at| implied(at));
    let groups = together(errands, wanted).into_iter().flat_map(|near| Search::of(errands, near).groups());
    let trip = |places| trip(errands, places);
    let mut all: Vec<Trip> = groups.chain(alone.into_iter().map(|at| vec![at])).map(trip).collect();
    let by_day = |a: &Trip, b: &Trip| (a.from_on, a.to_on, &a.settles).cmp(&(b.from_on, b.to_on, &b.settles));
    all.sort_by(by_day);
    for at in implied {
        // The contact of what implies it is one of these.
        if let Some(next) = all.iter_mut().find(|trip| joins(errands, at, trip)) {
            next.settles.insert(next.settles.partition_point(|known| *known < at), at);
        }
    }
    all.sort_by(by_day);
    all
}

/// Some contact can settle it. A protocol written in code may hold what none can.
fn can_be_met(errand: &Errand) -> bool {
    errand.from_on <= errand.to_on && !errand.modes.is_empty()
}

/// Every contact that settles `by` can settle `at` as well, and nothing keeps them apart: it is left out of the search,
/// which would try each way to spread what is overdue over the contacts that are needed anyway. Of those that imply each
/// other the first stays.
fn implies(errands: &[Errand], by: usize, at: usize) -> bool {
    let covers = |wide: &Errand, narrow: &Errand| {
        wide.source.is_none()
            && wide.clinic == narrow.clinic
            && wide.from_on <= narrow.from_on
            && narrow.to_on <= wide.to_on
            && bits(&narrow.modes) & !bits(&wide.modes) == 0
    };
    by != at && covers(&errands[at], &errands[by]) && (by < at || !covers(&errands[by], &errands[at]))
}

/// An errand of no source can be settled at a contact as that is planned.
fn joins(errands: &[Errand], at: usize, trip: &Trip) -> bool {
    let (errand, ways) = (&errands[at], bits(&trip.modes));
    let apart = trip.settles.iter().any(|other| errands[*other].clinic != errand.clinic);
    can_be_met(&errands[trip.settles[0]])
        && errand.from_on <= trip.from_on
        && trip.to_on <= errand.to_on
        && ways & !bits(&errand.modes) == 0
        && !(apart && ways & !JOURNEYS != 0)
}

/// The contact that settles these: at least one.
fn trip(errands: &[Errand], mut settles: Vec<usize>) -> Trip {
    settles.sort_unstable();
    let of = || settles.iter().map(|at| &errands[*at]);
    let apart = of().any(|one| of().any(|other| one.clinic != other.clinic));
    let modes = of().fold(if apart { JOURNEYS } else { u8::MAX }, |modes, errand| modes & bits(&errand.modes));
    Trip {
        from_on: of().map(|errand| errand.from_on).max().unwrap_or(CivilDate::EPOCH),
        to_on: of().map(|errand| errand.to_on).min().unwrap_or(CivilDate::EPOCH),
        modes: (0..MODES.len()).filter(|at| modes & 1 << at != 0).map(|at| MODES[at]).collect(),
        settles,
    }
}

/// Errands whose windows touch, directly or through others, by their first day: no contact can serve two such sets.
fn together(errands: &[Errand], mut order: Vec<usize>) -> Vec<Vec<usize>> {
    order.sort_by_key(|at| (errands[*at].from_on, errands[*at].to_on));
    let mut sets: Vec<(CivilDate, Vec<usize>)> = Vec::new();
    for at in order {
        match sets.last_mut().filter(|(to_on, set)| errands[at].from_on <= *to_on && set.len() < MOST) {
            Some((to_on, set)) => {
                *to_on = (*to_on).max(errands[at].to_on);
                set.push(at);
            }
            None => sets.push((errands[at].to_on, vec![at])),
        }
    }
    sets.into_iter().map(|(_, set)| set).collect()
}

/// Errands that hang together are kept as bits. More than this at once is no person's year.
const MOST: usize = 64;

#[cfg(test)]
mod tests;
