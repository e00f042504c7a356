//! The smallest set of contacts that settles everything asked for, each inside its window.
//!
//! Several sources may each want a visit in the same weeks, and a test may wait for one: a family should come once.
//! Exact, not greedy: fewest contacts; of those with fewest, fewest journeys for the family; then the earliest days.
//! Two visits of one source never share a contact, because its schedule wants them apart. Knows no calendar of the
//! clinic: a trip carries all its days, and a person chooses one.
//!
//! What is met at another clinic shares a journey with what is met here, and no call or letter: each clinic makes its own.

use std::collections::HashMap;

use facts::fact::Mode;
use facts::{CivilDate, Period};

use crate::course::Course;
use crate::obligation::{Obligation, What};

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
    let mut all: Vec<Trip> = together(errands).into_iter().flat_map(|near| Search::of(errands, near).trips()).collect();
    all.sort_by(|a, b| (a.from_on, a.to_on, &a.settles).cmp(&(b.from_on, b.to_on, &b.settles)));
    all
}

/// Errands whose windows touch, directly or through others, by their last day: no contact can serve two such sets.
fn together(errands: &[Errand]) -> Vec<Vec<usize>> {
    let mut order: Vec<usize> = (0..errands.len()).collect();
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

/// How good a set of contacts is: fewer is better, part by part.
type Score = (usize, usize, Vec<CivilDate>);

/// A best set of groups for what remains.
#[derive(Clone)]
struct Best {
    score: Score,
    groups: Vec<u64>,
}

struct Search<'e> {
    errands: &'e [Errand],
    /// Places by last day; a bit is a place in this list.
    near: Vec<usize>,
    modes: Vec<u8>,
    known: HashMap<u64, Best>,
}

impl<'e> Search<'e> {
    fn of(errands: &'e [Errand], mut near: Vec<usize>) -> Self {
        near.sort_by_key(|at| (errands[*at].to_on, errands[*at].from_on, *at));
        let modes = near.iter().map(|at| bits(&errands[*at].modes)).collect();
        Self { errands, near, modes, known: HashMap::new() }
    }

    fn get(&self, bit: usize) -> &'e Errand {
        &self.errands[self.near[bit]]
    }

    fn trips(mut self) -> Vec<Trip> {
        let all = if self.near.len() == MOST { u64::MAX } else { (1 << self.near.len()) - 1 };
        let best = self.best(all);
        best.groups.iter().map(|group| self.trip(*group)).collect()
    }

    fn trip(&self, group: u64) -> Trip {
        let places = || ones(group);
        let modes = places().fold(u8::MAX, |modes, bit| modes & self.shared(group, bit));
        let mut settles: Vec<usize> = places().map(|bit| self.near[bit]).collect();
        settles.sort_unstable();
        Trip {
            from_on: self.day(group),
            to_on: places().map(|bit| self.get(bit).to_on).min().unwrap_or(CivilDate::EPOCH),
            modes: (0..MODES.len()).filter(|at| modes & 1 << at != 0).map(|at| MODES[at]).collect(),
            settles,
        }
    }

    /// The ways in which an errand can join a group: across clinics the family has to come.
    fn shared(&self, group: u64, bit: usize) -> u8 {
        let apart = ones(group).any(|other| self.get(other).clinic != self.get(bit).clinic);
        self.modes[bit] & if apart { JOURNEYS } else { u8::MAX }
    }

    /// The first day on which all of a group can be settled.
    fn day(&self, group: u64) -> CivilDate {
        ones(group).map(|bit| self.get(bit).from_on).max().unwrap_or(CivilDate::EPOCH)
    }

    /// The errand that ends first needs a contact by its last day; whatever has opened by then may join it.
    fn best(&mut self, remaining: u64) -> Best {
        if remaining == 0 {
            return Best { score: (0, 0, Vec::new()), groups: Vec::new() };
        }
        if let Some(known) = self.known.get(&remaining) {
            return known.clone();
        }
        let first = remaining.trailing_zeros() as usize;
        let last_on = self.get(first).to_on;
        let may_join: Vec<usize> =
            ones(remaining & !(1 << first)).filter(|bit| self.get(*bit).from_on <= last_on).collect();
        let mut best: Option<Best> = None;
        self.choose(1 << first, self.modes[first], &may_join, remaining, &mut best);
        let best = best.unwrap_or(Best { score: (0, 0, Vec::new()), groups: Vec::new() });
        self.known.insert(remaining, best.clone());
        best
    }

    /// Every group that holds the first errand, the fullest ones first.
    fn choose(&mut self, group: u64, modes: u8, may_join: &[usize], remaining: u64, best: &mut Option<Best>) {
        let Some((next, rest)) = may_join.split_first() else { return self.take(group, modes, remaining, best) };
        let clash = |bit: usize| {
            let (a, b) = (self.get(bit), self.get(*next));
            a.who == b.who && a.source.is_some() && a.source == b.source
        };
        let joined = modes & self.shared(group, *next);
        if joined != 0 && !ones(group).any(clash) {
            self.choose(group | 1 << next, joined, rest, remaining, best);
        }
        // Left out, it wants a contact of its own kind later: nothing is gained when that makes too many.
        let later = remaining & !group & !rest.iter().fold(0, |bits, bit| bits | 1 << bit);
        let hopeless = best.as_ref().is_some_and(|best| 1 + self.at_least(later) > best.score.0);
        if !hopeless {
            self.choose(group, modes, rest, remaining, best);
        }
    }

    fn take(&mut self, group: u64, modes: u8, remaining: u64, best: &mut Option<Best>) {
        let rest = self.best(remaining & !group);
        let journey = usize::from(modes & !JOURNEYS == 0);
        let mut days = rest.score.2;
        let day = self.day(group);
        days.insert(days.partition_point(|known| *known < day), day);
        let score = (rest.score.0 + 1, rest.score.1 + journey, days);
        if best.as_ref().is_none_or(|best| score < best.score) {
            let mut groups = rest.groups;
            groups.push(group);
            *best = Some(Best { score, groups });
        }
    }

    /// Fewest contacts that could do, were there neither sources nor modes.
    fn at_least(&self, remaining: u64) -> usize {
        let mut reached: Option<CivilDate> = None;
        let mut needed = 0;
        for bit in ones(remaining) {
            if reached.is_none_or(|day| self.get(bit).from_on > day) {
                needed += 1;
                reached = Some(self.get(bit).to_on);
            }
        }
        needed
    }
}

fn ones(mut bits: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let bit = (bits != 0).then(|| bits.trailing_zeros() as usize)?;
        bits &= bits - 1;
        Some(bit)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(n: i32) -> CivilDate {
        CivilDate::new(2027, 1, 1).unwrap().plus_days(n)
    }

    fn errand(source: Option<&str>, from: i32, to: i32, modes: &[Mode]) -> Errand {
        let (source, modes) = (source.map(str::to_owned), modes.to_vec());
        Errand { who: 0, source, clinic: None, from_on: day(from), to_on: day(to), modes }
    }

    fn planned(errands: &[Errand]) -> Vec<(i32, Vec<usize>)> {
        trips(errands).into_iter().map(|trip| (trip.from_on.days_since(day(0)), trip.settles)).collect()
    }

    #[test]
    fn three_sources_and_a_test_are_one_visit_where_their_windows_meet() {
        let clinic = &[Mode::Clinic];
        let wanted = [
            errand(Some("protocol"), 0, 60, clinic),
            errand(Some("registry"), 30, 90, clinic),
            errand(Some("label"), 45, 50, clinic),
            errand(None, 0, 48, clinic),
        ];
        assert_eq!(planned(&wanted), [(45, vec![0, 1, 2, 3])]);
    }

    #[test]
    fn visits_of_one_source_are_never_made_on_one_day() {
        let wanted = [errand(Some("p"), 0, 60, &[Mode::Clinic]), errand(Some("p"), 30, 90, &[Mode::Clinic])];
        assert_eq!(planned(&wanted), [(0, vec![0]), (30, vec![1])]);
        let mut siblings = wanted;
        siblings[1].who = 1;
        assert_eq!(planned(&siblings), [(30, vec![0, 1])]);
    }

    #[test]
    fn what_can_only_be_done_by_telephone_is_no_part_of_a_blood_draw() {
        let wanted = [errand(Some("a"), 0, 60, &[Mode::Phone]), errand(Some("b"), 0, 60, &[Mode::Clinic])];
        assert_eq!(planned(&wanted), [(0, vec![0]), (0, vec![1])]);
    }

    #[test]
    fn two_clinics_share_a_journey_and_no_telephone_call() {
        let both = &[Mode::Clinic, Mode::Phone];
        let mut wanted = [errand(Some("a"), 0, 60, both), errand(Some("b"), 20, 80, both)];
        assert_eq!(trips(&wanted)[0].modes, [Mode::Clinic, Mode::Phone]);
        wanted[1].clinic = Some("elsewhere".into());
        assert_eq!(planned(&wanted), [(20, vec![0, 1])]);
        assert_eq!(trips(&wanted)[0].modes, [Mode::Clinic]);
        wanted[1].modes = vec![Mode::Phone];
        assert_eq!(planned(&wanted), [(0, vec![0]), (20, vec![1])]);
    }

    #[test]
    fn of_equal_plans_the_one_with_fewer_journeys_is_proposed() {
        // Two contacts either way; joined with the telephone call the third needs no journey of its own.
        let both = &[Mode::Clinic, Mode::Phone];
        let wanted = [
            errand(Some("a"), 0, 10, &[Mode::Phone]),
            errand(Some("b"), 5, 40, both),
            errand(Some("b"), 5, 45, both),
            errand(None, 5, 40, &[Mode::Clinic]),
        ];
        let journeys = trips(&wanted).iter().filter(|trip| bits(&trip.modes) & !JOURNEYS == 0).count();
        assert_eq!((trips(&wanted).len(), journeys), (2, 1));
    }

    #[test]
    fn what_is_overdue_joins_the_contact_that_comes_next() {
        let study = crate::tests::study::protocol(crate::tests::study::fifteen_years());
        let owed = crate::tests::study::Story::dosed("2026-01-10").owes(&study);
        let today = "2026-07-05".parse().unwrap();
        let until = "2026-12-31".parse().unwrap();
        let found = errands(0, &(&study).into(), &owed, today, until, &Period::days(14));
        let keys: Vec<&str> = found.iter().map(|(place, _)| owed[*place].key.as_str()).collect();
        assert_eq!(keys, ["visit:BASE", "visit:M1", "visit:M3", "visit:M6", "visit:Y1"]);
        let wanted: Vec<Errand> = found.into_iter().map(|(_, errand)| errand).collect();
        assert_eq!(
            trips(&wanted).iter().map(|trip| trip.settles.clone()).collect::<Vec<_>>(),
            [vec![0, 1, 2, 3], vec![4]]
        );
    }

    /// Every way to put the errands into groups.
    fn partitions(n: usize) -> Vec<Vec<usize>> {
        let mut all = vec![vec![]];
        for _ in 0..n {
            let longer = |groups: Vec<usize>| {
                let many = groups.iter().max().map_or(0, |most| most + 1);
                (0..=many).map(move |group| [groups.clone(), vec![group]].concat())
            };
            all = all.into_iter().flat_map(longer).collect();
        }
        all
    }

    fn score(errands: &[Errand], groups: &[usize]) -> Option<Score> {
        let many = groups.iter().max().map_or(0, |most| most + 1);
        let (mut journeys, mut days) = (0, Vec::new());
        for group in 0..many {
            let of: Vec<&Errand> = errands.iter().zip(groups).filter(|(_, g)| **g == group).map(|(e, _)| e).collect();
            let (from, to) = (of.iter().map(|e| e.from_on).max()?, of.iter().map(|e| e.to_on).min()?);
            let apart = of.iter().any(|e| e.clinic != of[0].clinic);
            let ways = if apart { JOURNEYS } else { u8::MAX };
            let modes = of.iter().fold(ways, |modes, e| modes & bits(&e.modes));
            let apart = of
                .iter()
                .enumerate()
                .all(|(i, a)| of[..i].iter().all(|b| a.who != b.who || a.source.is_none() || a.source != b.source));
            if from > to || modes == 0 || !apart {
                return None;
            }
            journeys += usize::from(modes & !JOURNEYS == 0);
            days.push(from);
        }
        days.sort_unstable();
        Some((many, journeys, days))
    }

    fn any_errand() -> impl Strategy<Value = Errand> {
        let source = prop::sample::select(vec![None, Some("a"), Some("b"), Some("c")]);
        let clinic = prop::option::weighted(0.3, Just("elsewhere".to_owned()));
        let window = (0_i32..40, 0_i32..25);
        (0_usize..2, source, clinic, window, 1_u8..64).prop_map(|(who, source, clinic, (from, length), modes)| {
            let modes: Vec<Mode> = (0..6).filter(|at| modes & 1 << at != 0).map(|at| MODES[at]).collect();
            Errand { who, clinic, ..errand(source, from, from + length, &modes) }
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(300))]
        #[test]
        fn no_other_set_of_contacts_is_better(errands in prop::collection::vec(any_errand(), 0..7)) {
            let planned = trips(&errands);
            let mut groups = vec![usize::MAX; errands.len()];
            for (group, trip) in planned.iter().enumerate() {
                for at in &trip.settles {
                    prop_assert_eq!(groups[*at], usize::MAX, "settled twice");
                    groups[*at] = group;
                }
            }
            let found = score(&errands, &groups);
            prop_assert!(found.is_some(), "no plan that can be kept: {planned:?}");
            let best = partitions(errands.len()).iter().filter_map(|groups| score(&errands, groups)).min();
            prop_assert_eq!(found, best);
        }
    }
}
