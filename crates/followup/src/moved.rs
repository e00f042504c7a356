//! What a change of the facts does to the dates: shown before anything is saved, and in the as-of view afterwards.

use std::collections::BTreeMap;

use crate::obligation::{Obligation, Settled};

/// One obligation before and after; `None` where it is not there.
#[derive(Clone, Debug, PartialEq)]
pub struct Moved<'o> {
    pub before: Option<&'o Obligation>,
    pub after: Option<&'o Obligation>,
}

/// Obligations whose window or standing differs, by the date they have afterwards, else had before.
pub fn moved<'o>(before: &'o [Obligation], after: &'o [Obligation]) -> Vec<Moved<'o>> {
    let mut by_key: BTreeMap<&str, Moved<'o>> = BTreeMap::new();
    for obligation in before {
        by_key.insert(&obligation.key, Moved { before: Some(obligation), after: None });
    }
    for obligation in after {
        let none = Moved { before: None, after: None };
        by_key.entry(&obligation.key).or_insert(none).after = Some(obligation);
    }
    let same = |moved: &Moved<'_>| match (moved.before, moved.after) {
        (Some(before), Some(after)) => before.window == after.window && told(before) == told(after),
        _ => false,
    };
    let mut all: Vec<Moved<'o>> = by_key.into_values().filter(|moved| !same(moved)).collect();
    all.sort_by_key(|moved| moved.after.or(moved.before).map(|o| (o.window.due_on, o.key.clone())));
    all
}

/// How it is settled, as far as a reader is told.
fn told(obligation: &Obligation) -> Option<(&'static str, String)> {
    obligation.settled.as_ref().map(|settled| match settled {
        Settled::Done { timing, .. } => ("done", format!("{timing:?}")),
        Settled::Missed { .. } => ("missed", String::new()),
        Settled::NotRequired { why } => ("not-required", why.word().to_owned()),
        Settled::Lapsed { .. } => ("lapsed", String::new()),
        Settled::Superseded { by } => ("superseded", by.clone()),
    })
}
