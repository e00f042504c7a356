//! What one subject follows through the years: the protocol in its versions, and the tracks beside it (a registry, a
//! label, a national rule). Each source has its own visits and windows; one contact may answer several.
//!
//! An amendment holds for a subject from the day they move to it. A visit belongs to the version in force on the last
//! day of its window, so that nobody is late by a rule that came later; what took place or was declared stays with
//! the version of its day and never changes. What the newer version no longer asks for is superseded by it.

use std::collections::BTreeMap;
use std::sync::Arc;

use facts::{CivilDate, Life};
use protocol::{Protocol, Task};
use signals::Finding;

use crate::condition::Case;
use crate::decide;
use crate::ladder;
use crate::obligation::{Obligation, Settled, What, WhyNot};
use crate::schedule::{arisen, in_order, visits};
use crate::signing;

/// The texts that demand something of one subject.
#[derive(Clone, Debug)]
pub struct Course<'a> {
    /// Versions in the order in which they hold; the first from the beginning.
    versions: Vec<(&'a Protocol, Option<CivilDate>)>,
    tracks: Vec<Beside<'a>>,
    /// Amended versions in force at the site, each with the day on which it was adopted: whether somebody follows them
    /// is decided for each person.
    pub(crate) amended: Vec<(&'a Protocol, CivilDate)>,
}

/// A track and the days on which it is followed.
#[derive(Clone, Copy, Debug)]
struct Beside<'a> {
    protocol: &'a Protocol,
    from_on: CivilDate,
    until_on: Option<CivilDate>,
    /// Empty: this one.
    clinic: &'a str,
}

impl<'a> From<&'a Protocol> for Course<'a> {
    fn from(protocol: &'a Protocol) -> Self {
        Self { versions: vec![(protocol, None)], tracks: Vec::new(), amended: Vec::new() }
    }
}

impl<'a> Course<'a> {
    /// # Errors
    /// The first `id@version` that `find` does not know.
    pub fn of(life: &'a Life, find: impl Fn(&str) -> Option<&'a Protocol>) -> Result<Self, &'a str> {
        let found = |reference: &'a str| find(reference).ok_or(reference);
        let mut course = Self { versions: Vec::new(), tracks: Vec::new(), amended: Vec::new() };
        for (reference, from_on) in life.followed() {
            course.versions.push((found(reference)?, from_on));
        }
        for kept in &life.tracks {
            let fact = &kept.fact;
            let (from_on, until_on, clinic) = (fact.from_on, fact.until_on, fact.clinic.as_str());
            course.tracks.push(Beside { protocol: found(&fact.protocol)?, from_on, until_on, clinic });
        }
        Ok(course)
    }

    /// The same with the versions in force at the site that amend another, and the day on which each was adopted.
    #[must_use]
    pub fn beside(mut self, amended: impl IntoIterator<Item = (&'a Protocol, CivilDate)>) -> Self {
        self.amended = amended.into_iter().filter(|(text, _)| text.amendment.is_some()).collect();
        self
    }

    /// What was seen, on each day judged by the version that governed that day: an amendment changes no rule before it
    /// holds for the subject.
    pub fn findings(&self, life: &Life) -> Vec<Finding> {
        let texts: Vec<&Protocol> = self.versions().collect();
        signals::findings_over(&texts, |on| self.in_force(on), life)
    }

    /// The version by whose rule something was found.
    pub fn judges(&self, finding: &Finding) -> Option<&'a Protocol> {
        self.versions.get(self.in_force(finding.seen_on)).map(|(text, _)| *text)
    }

    /// Everything that obligations are computed from, by the version followed last.
    pub(crate) fn case(&self, life: &'a Life, findings: &'a [Finding]) -> Option<Case<'a>> {
        let ((current, _), earlier) = self.versions.split_last()?;
        let mut case = Case::of(current, life, findings);
        case.earlier = earlier.iter().map(|(text, _)| *text).collect();
        Some(case)
    }

    /// The version followed last: its words hold.
    pub fn current(&self) -> Option<&'a Protocol> {
        self.versions.last().map(|(protocol, _)| *protocol)
    }

    /// Everything followed, the current version first.
    pub fn protocols(&self) -> impl Iterator<Item = &'a Protocol> {
        self.versions().rev().chain(self.tracks.iter().map(|beside| beside.protocol))
    }

    /// The versions followed, the first one first.
    pub(crate) fn versions(&self) -> impl DoubleEndedIterator<Item = &'a Protocol> {
        self.versions.iter().map(|(text, _)| *text)
    }

    /// A version followed, by its reference.
    pub(crate) fn text(&self, reference: &str) -> Option<&'a Protocol> {
        self.versions().find(|text| text.reference() == reference)
    }

    /// The first version followed that has something.
    pub(crate) fn followed_first(&self, has: impl Fn(&Protocol) -> bool) -> Option<&'a Protocol> {
        self.versions().find(|text| has(text))
    }

    /// The day since which a version that has something is followed; `None` = from the beginning, or never.
    pub(crate) fn followed_since(&self, has: impl Fn(&Protocol) -> bool) -> Option<CivilDate> {
        self.versions.iter().find(|(text, _)| has(text)).and_then(|(_, from_on)| *from_on)
    }

    /// The text that demands an obligation.
    pub fn demands(&self, obligation: &Obligation) -> Option<&'a Protocol> {
        match &obligation.of {
            None => self.current(),
            Some(of) => self.protocols().find(|protocol| protocol.reference() == **of),
        }
    }

    /// The other clinic at which an obligation is met; `None` = here.
    pub fn elsewhere(&self, obligation: &Obligation) -> Option<&'a str> {
        let of = obligation.of.as_deref()?;
        let beside = self.tracks.iter().rev().find(|beside| beside.protocol.reference() == of)?;
        Some(beside.clinic).filter(|clinic| !clinic.is_empty())
    }

    /// A task by its code or by the key of a form that it asks for, with the text it stands in; those of a track bear its
    /// id (`cibmtr/vital-status`).
    pub fn task(&self, code: &str) -> Option<(&'a Task, &'a Protocol)> {
        let code = code.split_once(':').map_or(code, |(code, _)| code);
        let tracks = self.tracks.iter().filter_map(|beside| {
            let code = code.strip_prefix(beside.protocol.id.as_str())?.strip_prefix('/')?;
            Some((beside.protocol.task(code)?, beside.protocol))
        });
        let versions = self.versions.iter().rev().filter_map(|(protocol, _)| Some((protocol.task(code)?, *protocol)));
        versions.chain(tracks).next()
    }

    /// Place of the version in force on a day.
    fn in_force(&self, on: CivilDate) -> usize {
        self.versions.iter().rposition(|(_, from_on)| from_on.is_none_or(|from_on| from_on <= on)).unwrap_or(0)
    }
}

/// Every obligation of one subject, by due date. No `today`: dates do not depend on when one looks. The same for
/// the same facts, in whatever order they came.
///
/// `findings` are those that still call for something (not dismissed).
pub fn obligations(protocol: &Protocol, life: &Life, findings: &[Finding]) -> Vec<Obligation> {
    owed(&Course::from(protocol), life, findings)
}

/// The same from every source that one subject follows.
pub fn owed(course: &Course<'_>, life: &Life, findings: &[Finding]) -> Vec<Obligation> {
    let Some(case) = course.case(life, findings) else { return Vec::new() };
    let current = case.protocol;
    let mut all = match course.versions.as_slice() {
        [_] => visits(&case),
        versions => {
            let earlier = &versions[..versions.len() - 1];
            let mut by_version: Vec<Vec<Obligation>> =
                earlier.iter().map(|(protocol, _)| visits(&Case::of(protocol, life, findings))).collect();
            by_version.push(visits(&case));
            let references: Vec<Arc<str>> = versions.iter().map(|(text, _)| text.reference().as_str().into()).collect();
            let chosen = amended(|on| course.in_force(on), life, by_version, &references).into_iter();
            let of = |version: usize| (version != earlier.len()).then(|| references[version].clone());
            chosen.map(|(version, obligation)| Obligation { of: of(version), ..obligation }).collect()
        }
    };
    all.extend(of_tracks(course, life, findings));
    all.extend(arisen(&case, findings).into_iter().map(|arisen| called_by(course, findings, arisen)));
    all.extend(signing::owed(course, life));
    all.extend(decide::owed(course, life));
    all.extend(ladder::owed(current, life, &all));
    in_order(all)
}

/// With the earlier version by whose rule a finding calls for it.
fn called_by(course: &Course<'_>, findings: &[Finding], mut obligation: Obligation) -> Obligation {
    if let What::Test { finding, .. } | What::Report { finding, .. } = &obligation.what
        && let Some(finding) = findings.iter().find(|known| known.key == *finding)
        && let place = course.in_force(finding.seen_on)
        && let Some((text, _)) = course.versions.get(place).filter(|_| place + 1 < course.versions.len())
    {
        obligation.of = Some(text.reference().as_str().into());
    }
    obligation
}

/// Each track by its id: it may be followed several times and in several versions.
fn of_tracks(course: &Course<'_>, life: &Life, findings: &[Finding]) -> Vec<Obligation> {
    let mut by_id: BTreeMap<&str, Vec<&Beside<'_>>> = BTreeMap::new();
    for beside in &course.tracks {
        by_id.entry(&beside.protocol.id).or_default().push(beside);
    }
    by_id.into_values().flat_map(|same| of_track(&same, life, findings)).collect()
}

/// Place of the text of one track that is followed on a day, by the order in which they began; when none is, of the last
/// that began before.
fn followed_on(same: &[&Beside<'_>], on: CivilDate) -> usize {
    let begun = |beside: &&Beside<'_>| beside.from_on <= on;
    let holds = |beside: &&Beside<'_>| begun(beside) && beside.until_on.is_none_or(|until_on| on <= until_on);
    same.iter().rposition(holds).or_else(|| same.iter().rposition(begun)).unwrap_or(0)
}

/// Of the copies of a visit that one track makes, the one that holds, as with the versions of the protocol: nothing is
/// asked twice, and what took place is not judged again by a text that was followed later.
fn of_track(same: &[&Beside<'_>], life: &Life, findings: &[Finding]) -> Vec<Obligation> {
    let references: Vec<Arc<str>> = same.iter().map(|beside| beside.protocol.reference().as_str().into()).collect();
    let asked = |beside: &&Beside<'_>| visits(&Case::of(beside.protocol, life, findings));
    let chosen = match same {
        [one] => asked(one).into_iter().map(|obligation| (0, obligation)).collect(),
        _ => amended(|on| followed_on(same, on), life, same.iter().map(asked).collect(), &references),
    };
    let held = chosen.into_iter().map(|(place, obligation)| {
        let of = Some(references[place].clone());
        while_followed(same[place], Obligation { of, ..obligation })
    });
    held.collect()
}

fn while_followed(beside: &Beside<'_>, mut obligation: Obligation) -> Obligation {
    let window = &obligation.window;
    let over = beside.until_on.is_some_and(|until_on| window.earliest_on > until_on);
    if obligation.settled.is_none() && (over || window.latest_on < beside.from_on) {
        obligation.settled = Some(Settled::NotRequired { why: WhyNot::NotInForce });
    }
    for task in &mut obligation.tasks {
        *task = [&beside.protocol.id, "/", &**task].concat().into();
    }
    obligation
}

/// One obligation a key, with the place of the text that it belongs to. `in_force`: place of the text that holds on a day.
fn amended(
    in_force: impl Fn(CivilDate) -> usize,
    life: &Life,
    by_version: Vec<Vec<Obligation>>,
    references: &[Arc<str>],
) -> Vec<(usize, Obligation)> {
    let mut by_key: BTreeMap<String, Vec<(usize, Obligation)>> = BTreeMap::new();
    for (version, owed) in by_version.into_iter().enumerate() {
        for obligation in owed {
            by_key.entry(obligation.key.clone()).or_default().push((version, obligation));
        }
    }
    by_key.into_values().filter_map(|copies| belongs(&in_force, life, copies, references)).collect()
}

/// Of the copies that several versions make of one visit, the one that holds.
fn belongs(
    in_force: impl Fn(CivilDate) -> usize,
    life: &Life,
    mut copies: Vec<(usize, Obligation)>,
    references: &[Arc<str>],
) -> Option<(usize, Obligation)> {
    let claims = |(version, copy): &(usize, Obligation)| *version == in_force(copy.window.latest_on);
    let claimed = copies.iter().rposition(claims);
    // No version holds it on its last day. An older text that still asks for it is stronger than a newer one by which
    // it would have been over before anybody followed that.
    let later = |(version, copy): &(usize, Obligation)| *version > in_force(copy.window.latest_on);
    let place = claimed.or_else(|| copies.iter().rposition(|copy| !later(copy))).unwrap_or(0);
    // What was recorded is judged by the text of its day, and never by a newer one than it was owed by until then.
    let owner = copies.get(place)?.0;
    let judged = |(version, copy): &(usize, Obligation)| {
        settled_on(life, copy).is_some_and(|on| *version == in_force(on).min(owner))
    };
    let settled = copies.iter().rposition(judged);
    let settled = settled.or_else(|| copies.iter().position(|(_, copy)| settled_on(life, copy).is_some()));
    if let Some(place) = settled.or(claimed) {
        return Some(copies.swap_remove(place));
    }
    let not_yet = later(copies.get(place)?);
    let both = copies.len() > 1;
    let (version, mut obligation) = copies.swap_remove(place);
    if obligation.settled.is_none() && not_yet {
        obligation.settled = Some(Settled::NotRequired { why: WhyNot::NotInForce });
    } else if obligation.settled.is_none() && !both {
        let by = references.get(in_force(obligation.window.latest_on))?;
        obligation.settled = Some(Settled::Superseded { by: by.to_string() });
    }
    Some((version, obligation))
}

/// Day of the record that settled it.
fn settled_on(life: &Life, obligation: &Obligation) -> Option<CivilDate> {
    match obligation.settled.as_ref()? {
        Settled::Done { on, .. } => Some(*on),
        Settled::Missed { record, .. } => {
            life.missed.iter().find(|kept| kept.record == *record).map(|kept| kept.fact.declared_on)
        }
        _ => None,
    }
}
