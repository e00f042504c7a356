//! The search for the fewest contacts of errands that hang together: exact, over days and what remains.
//!
//! Knows no obligation and no clinic beyond their names; what implies what was told apart before.

use std::collections::HashMap;

use facts::CivilDate;

use super::{Errand, JOURNEYS, MODES, bits};

/// How good a set of contacts is: fewer is better, part by part.
pub(super) type Score = (usize, usize, Vec<CivilDate>);

/// A best set of groups for what remains.
#[derive(Clone)]
struct Best {
    score: Score,
    groups: Vec<u64>,
}

/// A way in which a contact takes place, and what it can settle. A journey serves every clinic, a call only one.
struct Way {
    serves: u64,
    journey: bool,
}

/// Goes through the days on which something opens: in a best plan each contact has one of them as its first day. On such
/// a day a contact of one way takes from each source what waits least: whatever else is open stays open for every
/// later contact, so that nothing is lost, and the ways to spread errands over contacts need not be tried.
pub(super) struct Search<'e> {
    errands: &'e [Errand],
    /// Places by last day; a bit is a place in this list.
    near: Vec<usize>,
    days: Vec<CivilDate>,
    ways: Vec<Way>,
    /// Those for which the family has to leave the house.
    journeys: u64,
    /// Errands of one person and source, of which a contact settles one; those of no source are in none.
    apart: Vec<u64>,
    /// Itself, and the errands that each can share a contact with.
    shared: Vec<u64>,
    /// By place of the day and what remains: with so many contacts at most it was looked for; `None` = there is none.
    known: HashMap<(usize, u64), (usize, Option<Best>)>,
}

impl<'e> Search<'e> {
    pub(super) fn of(errands: &'e [Errand], mut near: Vec<usize>) -> Self {
        near.sort_by_key(|at| (errands[*at].to_on, errands[*at].from_on, *at));
        let mut days: Vec<CivilDate> = near.iter().map(|at| errands[*at].from_on).collect();
        days.sort_unstable();
        days.dedup();
        let known = HashMap::new();
        let mut search =
            Self { errands, near, days, ways: Vec::new(), journeys: 0, apart: Vec::new(), shared: Vec::new(), known };
        search.ways = search.ways();
        search.journeys = search.those(|errand| bits(&errand.modes) & !JOURNEYS == 0);
        let mut sources: Vec<_> = search.near.iter().map(|at| (errands[*at].who, &errands[*at].source)).collect();
        sources.retain(|(_, source)| source.is_some());
        sources.sort_unstable();
        sources.dedup();
        let of = |key: &(usize, &Option<String>)| search.those(|errand| (errand.who, &errand.source) == *key);
        search.apart = sources.iter().map(of).collect();
        let shared = |bit: usize| 1 << bit | search.those(|other| share(search.get(bit), other));
        search.shared = (0..search.near.len()).map(shared).collect();
        search
    }

    /// Which errands each contact settles.
    pub(super) fn groups(mut self) -> Vec<Vec<usize>> {
        let groups = self.fewest().map_or_else(Vec::new, |best| best.groups);
        groups.into_iter().map(|group| ones(group).map(|bit| self.near[bit]).collect()).collect()
    }

    /// How much it had to look at.
    #[cfg(test)]
    pub(super) fn states(mut self) -> usize {
        let found = self.fewest();
        assert!(found.is_some(), "no plan");
        self.known.len()
    }

    fn get(&self, bit: usize) -> &'e Errand {
        &self.errands[self.near[bit]]
    }

    fn those(&self, are: impl Fn(&Errand) -> bool) -> u64 {
        (0..self.near.len()).filter(|bit| are(self.get(*bit))).fold(0, |bits, bit| bits | 1 << bit)
    }

    /// Each way that serves what no other serves at least as cheaply.
    fn ways(&self) -> Vec<Way> {
        let mut all: Vec<Way> = Vec::new();
        for at in 0..MODES.len() {
            let journey = JOURNEYS & 1 << at != 0;
            let mut left = self.those(|errand| bits(&errand.modes) & 1 << at != 0);
            while left != 0 {
                let clinic = &self.get(left.trailing_zeros() as usize).clinic;
                let here = self.those(|errand| errand.clinic == *clinic);
                let serves = if journey { left } else { left & here };
                all.push(Way { serves, journey });
                left &= !serves;
            }
        }
        // Without journeys first; of equal ones the first stays.
        all.sort_by_key(|way| (way.journey, u32::MAX - way.serves.count_ones()));
        let mut kept: Vec<Way> = Vec::new();
        for way in all {
            if !kept.iter().any(|known| way.serves & !known.serves == 0) {
                kept.push(way);
            }
        }
        kept
    }

    /// The best set of contacts for all, looked for with so many contacts, then with one more.
    fn fewest(&mut self) -> Option<Best> {
        let all = self.those(|_| true);
        (self.at_least(all).0..=self.near.len()).find_map(|most| self.best(0, all, most))
    }

    /// The best set of at most so many contacts, from a day on, that settles what remains.
    fn best(&mut self, place: usize, remaining: u64, most: usize) -> Option<Best> {
        if remaining == 0 {
            return Some(Best { score: (0, 0, Vec::new()), groups: Vec::new() });
        }
        let day = *self.days.get(place)?;
        let over = self.get(remaining.trailing_zeros() as usize).to_on < day;
        if over || self.at_least(remaining).0 > most {
            return None;
        }
        match self.known.get(&(place, remaining)) {
            Some((_, Some(best))) => return (best.score.0 <= most).then(|| best.clone()),
            Some((tried, None)) if *tried >= most => return None,
            _ => {}
        }
        let mut best: Option<Best> = None;
        let open = remaining & self.those(|errand| errand.from_on <= day);
        let opening = open & self.those(|errand| errand.from_on == day);
        for at in 0..self.ways.len() {
            let Way { serves, journey } = self.ways[at];
            // Without anything that opens today the contact had a day before this one.
            for group in self.choices(open & serves).into_iter().filter(|group| group & opening != 0) {
                self.take(place, (group, usize::from(journey)), remaining, most, &mut best);
            }
        }
        // As many contacts and journeys from a later day on are no better.
        let enough = best.as_ref().is_some_and(|best| self.at_least(remaining) >= (best.score.0, best.score.1));
        if !enough && let Some(later) = self.best(place + 1, remaining, most) {
            better(&mut best, later);
        }
        self.known.insert((place, remaining), (most, best.clone()));
        best
    }

    /// What a contact settles of these: everything of no source, and one of each source in every way that could matter.
    fn choices(&self, open: u64) -> Vec<u64> {
        let mut all = vec![self.apart.iter().fold(open, |free, source| free & !source)];
        for source in self.apart.iter().map(|source| source & open).filter(|source| *source != 0) {
            let first = |bit: usize| !ones(source).any(|other| self.waits_less(other, bit));
            let one: Vec<u64> = ones(source).filter(|bit| first(*bit)).map(|bit| 1 << bit).collect();
            all = all.iter().flat_map(|group| one.iter().map(move |one| group | one)).collect();
        }
        all
    }

    /// Of two open errands of one source, the other can be met wherever this one can be later. Of equal ones the first.
    fn waits_less(&self, one: usize, other: usize) -> bool {
        let (a, b) = (self.get(one), self.get(other));
        one < other && a.clinic == b.clinic && bits(&a.modes) & !bits(&b.modes) == 0
    }

    fn take(
        &mut self,
        place: usize,
        (group, journey): (u64, usize),
        remaining: u64,
        most: usize,
        best: &mut Option<Best>,
    ) {
        let left = remaining & !group;
        let (contacts, journeys) = self.at_least(left);
        if best.as_ref().is_some_and(|best| (contacts + 1, journeys + journey) > (best.score.0, best.score.1)) {
            return;
        }
        let most = best.as_ref().map_or(most, |best| best.score.0);
        let Some(Best { score, mut groups }) = most.checked_sub(1).and_then(|most| self.best(place, left, most)) else {
            return;
        };
        groups.push(group);
        let days = [vec![self.days[place]], score.2].concat();
        better(best, Best { score: (score.0 + 1, score.1 + journey, days), groups });
    }

    /// Contacts and journeys with which it could not be done in fewer.
    fn at_least(&self, remaining: u64) -> (usize, usize) {
        (self.apart_at_least(remaining), self.apart_at_least(remaining & self.journeys))
    }

    /// Errands of which no two can share a contact, and visits of one source.
    fn apart_at_least(&self, remaining: u64) -> usize {
        let (mut left, mut needed) = (remaining, 0);
        while left != 0 {
            needed += 1;
            left &= !self.shared[left.trailing_zeros() as usize];
        }
        let visits = self.apart.iter().map(|source| (source & remaining).count_ones() as usize);
        visits.max().unwrap_or(0).max(needed)
    }
}

/// Two errands that one contact can settle.
fn share(a: &Errand, b: &Errand) -> bool {
    let ways = if a.clinic == b.clinic { u8::MAX } else { JOURNEYS };
    a.from_on.max(b.from_on) <= a.to_on.min(b.to_on)
        && bits(&a.modes) & bits(&b.modes) & ways != 0
        && (a.who != b.who || a.source.is_none() || a.source != b.source)
}

fn better(best: &mut Option<Best>, other: Best) {
    if best.as_ref().is_none_or(|best| other.score < best.score) {
        *best = Some(other);
    }
}

fn ones(mut bits: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let bit = (bits != 0).then(|| bits.trailing_zeros() as usize)?;
        bits &= bits - 1;
        Some(bit)
    })
}
