//! What one subject's schedule is made from: dates, versions, tracks, events, and the versions that are offered.

use std::sync::Arc;

use facts::{Life, SubjectId};
use protocol::{Anchor, Protocol};

use crate::role::Deed;
use crate::wire::course::{CoursePage, EventLine, OfferLine, TrackChoice, TrackLine, VersionLine};
use crate::{Clinic, Now, Result, consent};

impl Clinic {
    pub fn course(&self, subject: SubjectId, now: &Now) -> Result<CoursePage> {
        self.need(Deed::Read)?;
        let life = self.life(subject)?;
        let current = self.protocol(life.protocol())?;
        let enrolment = &life.enrolment.fact;
        let title = |protocol: &Protocol| protocol::text(&protocol.title, &self.language).to_owned();
        let mut tracks = Vec::new();
        for kept in &life.tracks {
            tracks.push(TrackLine {
                record: kept.record,
                reference: kept.fact.protocol.clone(),
                title: title(&*self.protocol(&kept.fact.protocol)?),
                from_on: kept.fact.from_on,
                until_on: kept.fact.until_on,
                clinic: kept.fact.clinic.clone(),
                because: kept.fact.because.clone(),
            });
        }
        let open = |reference: &str| {
            life.tracks.iter().any(|kept| kept.fact.protocol == reference && kept.fact.until_on.is_none())
        };
        let more = self.protocols.iter().filter(|(reference, protocol)| protocol.track && !open(reference));
        let more_tracks =
            more.map(|(reference, protocol)| TrackChoice { reference: reference.clone(), title: title(protocol) });
        Ok(CoursePage {
            sex: enrolment.sex,
            born_on: enrolment.born_on,
            gestation_weeks: enrolment.gestation_weeks,
            consented_on: enrolment.consented_on,
            enrolled_on: enrolment.enrolled_on,
            language: enrolment.language.clone(),
            versions: self.versions(&life)?,
            offers: self.offers(&life, &current),
            more_tracks: more_tracks.collect(),
            tracks,
            events: self.events(&life)?,
            withdrawals: consent::lines(&self.words, &life, self.judging(now)?.latest()),
        })
    }

    fn versions(&self, life: &Life) -> Result<Vec<VersionLine>> {
        let mut lines = Vec::new();
        let decided: Vec<_> = life.amendments.iter().filter(|kept| kept.fact.moves_on.is_some()).collect();
        for (place, (reference, from_on)) in life.followed().enumerate() {
            let protocol = self.protocol(reference)?;
            let kept = place.checked_sub(1).and_then(|at| decided.get(at));
            lines.push(VersionLine {
                record: kept.map(|kept| kept.record),
                reference: reference.to_owned(),
                title: protocol::text(&protocol.title, &self.language).to_owned(),
                version: protocol.version.clone(),
                from_on,
                reconsented_on: kept.and_then(|kept| kept.fact.reconsented_on),
                because: kept.map(|kept| kept.fact.because.clone()).unwrap_or_default(),
            });
        }
        Ok(lines)
    }

    /// Other versions of the same protocol that are adopted here and were never followed by the subject.
    fn offers(&self, life: &Life, current: &Protocol) -> Vec<OfferLine> {
        let known: Vec<&str> = life.followed().map(|(reference, _)| reference).collect();
        let other = |(reference, protocol): &(&String, &std::sync::Arc<Protocol>)| {
            protocol.id == current.id && !known.contains(&reference.as_str())
        };
        let offers = self.protocols.iter().filter(other).map(|(reference, protocol)| {
            let stays = life.amendments.iter().rev().find(|kept| kept.fact.protocol == *reference);
            OfferLine {
                reference: reference.clone(),
                version: protocol.version.clone(),
                effective_on: protocol.amendment.as_ref().and_then(|amends| amends.effective_on),
                reconsent: protocol.amendment.as_ref().is_some_and(|amends| amends.reconsent),
                stays_because: stays.map(|kept| kept.fact.because.clone()),
                changes: self.version_changes(current, protocol),
            }
        });
        offers.collect()
    }

    /// The version followed, and every text followed beside it.
    pub(crate) fn followed_texts(&self, life: &Life) -> Result<Vec<Arc<Protocol>>> {
        let mut texts = vec![self.protocol(life.protocol())?];
        for kept in &life.tracks {
            let text = self.protocol(&kept.fact.protocol)?;
            if !texts.iter().any(|known| known.reference() == text.reference()) {
                texts.push(text);
            }
        }
        Ok(texts)
    }

    fn events(&self, life: &Life) -> Result<Vec<EventLine>> {
        let line = |protocol: &Protocol, event: &protocol::NamedEvent| {
            let kept = life.events.iter().rev().find(|kept| kept.fact.name == event.name);
            let counted = |visit: &&protocol::Visit| visit.anchor == Anchor::Event(event.name.clone());
            let visits: usize = protocol.visits.iter().filter(counted).map(|visit| visit.occurrences().len()).sum();
            EventLine {
                name: event.name.clone(),
                label: protocol::text(&event.label, &self.language).to_owned(),
                record: kept.map(|kept| kept.record),
                on: kept.map(|kept| kept.fact.on),
                note: kept.map(|kept| kept.fact.note.clone()).unwrap_or_default(),
                visits: u32::try_from(visits).unwrap_or(u32::MAX),
            }
        };
        let mut lines: Vec<EventLine> = Vec::new();
        for text in self.followed_texts(life)? {
            for event in &text.events {
                // One day of one name: what two texts count from is told once.
                match lines.iter_mut().find(|known| known.name == event.name) {
                    Some(known) => known.visits += line(&text, event).visits,
                    None => lines.push(line(&text, event)),
                }
            }
        }
        Ok(lines)
    }
}
