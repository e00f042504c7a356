//! Visits that wait for each other: a visit counted from a visit that is, in the end, counted from it never gets a
//! date.
//!
//! Each visit waits for one other at most, so the walk is a line that ends at a fixed day or bites its own tail.
//! Knows nothing of lines or words; `check` says what was found.

use crate::anchor::Anchor;
use crate::visit::Visit;

/// What a visit's anchor leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Before {
    /// A day of the subject's life: dosing, birth, enrolment.
    FixedDay,
    /// The visit at this place.
    Visit(usize),
    /// A visit that the protocol does not have.
    Nothing,
}

pub(crate) fn before(visits: &[&Visit], index: usize) -> Before {
    let found = match visits.get(index).map(|visit| &visit.anchor) {
        Some(Anchor::PreviousVisit) => index.checked_sub(1),
        Some(Anchor::Event(code)) => visits.iter().position(|visit| visit.gives(code)),
        _ => return Before::FixedDay,
    };
    found.map_or(Before::Nothing, Before::Visit)
}

/// Every cycle once, as the places of its visits in the order in which they wait, from the one written first.
pub(crate) fn cycles(visits: &[&Visit]) -> Vec<Vec<usize>> {
    let mut walked = vec![false; visits.len()];
    let mut found = Vec::new();
    for start in 0..visits.len() {
        let mut path = Vec::new();
        let mut next = Some(start);
        while let Some(at) = next.filter(|at| !walked[*at]) {
            walked[at] = true;
            path.push(at);
            next = match before(visits, at) {
                Before::Visit(place) => Some(place),
                _ => None,
            };
        }
        // A step onto the walk's own path closes a cycle; one onto an older walk was judged with that walk.
        let Some(first) = next.and_then(|at| path.iter().position(|place| *place == at)) else { continue };
        let mut cycle = path.split_off(first);
        let written_first = cycle.iter().enumerate().min_by_key(|(_, place)| **place).map_or(0, |(turn, _)| turn);
        cycle.rotate_left(written_first);
        found.push(cycle);
    }
    found
}
