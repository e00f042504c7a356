//! Amended versions of the protocol on which somebody has to decide for a person: they move to it, or stay.
//!
//! Asked from the day on which a version was adopted, by the day on which it takes effect; settled by the record of the
//! decision, whichever way it went. Which version comes after which is told by what each amends.

use std::sync::Arc;

use facts::{CivilDate, Life};
use protocol::{Anchor, Protocol};

use crate::accounted::followed_until;
use crate::course::Course;
use crate::decide::{Matter, declared, matter, no_longer_followed};
use crate::obligation::{Obligation, Settled, Timing, WhyNot};

pub(crate) fn owed(course: &Course<'_>, life: &Life) -> Vec<Obligation> {
    let Some(current) = course.current() else { return Vec::new() };
    let of_protocol = course.amended.iter().filter(|(text, _)| text.id == current.id && !text.track);
    let texts: Vec<Amended<'_>> = of_protocol.map(|known| Amended::of(known, life)).collect();
    let amending = Amending { course, life, current, texts: &texts };
    texts.iter().filter_map(|text| amending.obligation(text)).collect()
}

/// A version in force here that amends another.
struct Amended<'a> {
    text: &'a Protocol,
    from_on: CivilDate,
    by_on: CivilDate,
}

impl<'a> Amended<'a> {
    /// Nobody decides before they are enrolled.
    fn of((text, adopted_on): &(&'a Protocol, CivilDate), life: &Life) -> Self {
        let from_on = life.enrolment.fact.enrolled_on.max(*adopted_on);
        let effective_on = text.amendment.as_ref().and_then(|amends| amends.effective_on);
        Self { text, from_on, by_on: effective_on.map_or(from_on, |on| on.max(from_on)) }
    }
}

struct Amending<'a> {
    course: &'a Course<'a>,
    life: &'a Life,
    current: &'a Protocol,
    texts: &'a [Amended<'a>],
}

impl Amending<'_> {
    /// `None` for what the person follows from the beginning, and for what comes before what they follow.
    fn obligation(&self, known: &Amended<'_>) -> Option<Obligation> {
        let (text, amends) = (known.text, known.text.amendment.as_ref()?);
        let reference = text.reference();
        let key = format!("version:{reference}");
        let decided = self.life.amendments.iter().rev().find(|kept| kept.fact.protocol == reference);
        let (from_on, by_on, settled) = match decided {
            // The day of adoption is this site's: what was decided is the same wherever the person goes.
            Some(kept) => {
                let on = kept.recorded_at.get(..10).and_then(|day| day.parse().ok()).unwrap_or(known.by_on);
                let by_on = amends.effective_on.map_or(on, |effective| effective.max(on));
                (on, by_on, Some(Settled::Done { record: kept.record, on, timing: Timing::InWindow }))
            }
            None if self.is_open(text) => (known.from_on, known.by_on, self.settled(known, &key)),
            None => return None,
        };
        let of = Matter::Version { version: text.version.clone(), reconsent: amends.reconsent };
        let mut owed = matter(key, of, Anchor::Event("amendment".into()), by_on, settled);
        owed.window.earliest_on = from_on;
        owed.citation = Some(Arc::new(amends.citation.clone()));
        Some(owed)
    }

    /// Comes after a version that the person follows, and before none.
    fn is_open(&self, text: &Protocol) -> bool {
        let followed = || self.course.versions();
        let told = followed().any(|known| known.version == text.version || self.amends(known, &text.version));
        !told && followed().any(|known| self.amends(text, &known.version))
    }

    fn settled(&self, known: &Amended<'_>, key: &str) -> Option<Settled> {
        // A later version that is asked about by the same day tells this one as well.
        let later = |other: &&Amended<'_>| other.by_on <= known.by_on && self.amends(other.text, &known.text.version);
        let overtaken = self.texts.iter().find(later).map(|other| Settled::Superseded { by: other.text.reference() });
        let after = || followed_until(self.current, self.life).is_some_and(|until| known.by_on > until);
        overtaken
            .or_else(|| declared(self.life, key))
            .or_else(|| no_longer_followed(self.life))
            .or_else(|| after().then_some(Settled::NotRequired { why: WhyNot::AfterFollowUp }))
    }

    /// Amends a version, directly or through others. A circle ends after as many steps as there are texts.
    fn amends(&self, text: &Protocol, version: &str) -> bool {
        let before =
            |version: &&str| self.texts.iter().find(|known| known.text.version == **version).map(|known| known.text);
        let first = text.amendment.as_ref().map(|amends| amends.version.as_str());
        let chain = std::iter::successors(first, |version| {
            before(version)?.amendment.as_ref().map(|amends| amends.version.as_str())
        });
        chain.take(self.texts.len() + 1).any(|known| known == version)
    }
}
