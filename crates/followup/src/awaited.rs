//! What the schedule still waits for: a subject who was not dosed yet is awaited, not forgotten.

use facts::Life;
use protocol::{Anchor, Protocol};
use serde::{Deserialize, Serialize};

use crate::schedule::fixed_day;

/// An anchor that has not come about, and how many visits will be dated from it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Awaited {
    pub anchor: Anchor,
    pub visits: usize,
}

/// Anchors that are not known yet, in the order of the protocol. Visits after other visits wait with those.
pub fn awaited(protocol: &Protocol, life: &Life) -> Vec<Awaited> {
    let mut found: Vec<Awaited> = Vec::new();
    for visit in &protocol.visits {
        let follows_a_visit = match &visit.anchor {
            Anchor::PreviousVisit => true,
            Anchor::Event(name) => protocol.event(name).is_none(),
            _ => false,
        };
        if follows_a_visit || fixed_day(&visit.anchor, protocol, life).is_some() {
            continue;
        }
        let visits = visit.occurrences().len();
        match found.iter_mut().find(|awaited| awaited.anchor == visit.anchor) {
            Some(awaited) => awaited.visits += visits,
            None => found.push(Awaited { anchor: visit.anchor.clone(), visits }),
        }
    }
    found
}
