//! The fewest contacts that settle everything one family owes in the coming months, and who demands each part.

use facts::{Life, Period};
use followup::{Day, Errand, Obligation, Trip};

use crate::plan_visit::visit_code;
use crate::refresh::outcome;
use crate::role::Deed;
use crate::texts::Texts;
use crate::wire::course::{TripLine, TripPart, TripsAsked, TripsPage};
use crate::{Clinic, Now, Result, wording};

/// One member of the family.
struct Person {
    code: String,
    subject: facts::SubjectId,
    life: Life,
    texts: Texts,
    owed: Vec<Obligation>,
}

impl Clinic {
    pub fn plan_trips(&self, asked: &TripsAsked, now: &Now) -> Result<TripsPage> {
        self.need(Deed::Read)?;
        let months = i32::try_from(asked.months.clamp(1, 36)).unwrap_or(12);
        let until = now.today.plus(&Period::months(months));
        let mut people = Vec::new();
        for subject in &asked.subjects {
            let life = self.life(*subject)?;
            let texts = self.texts(&life)?;
            let owed = outcome(&texts, &life).obligations;
            let code = life.enrolment.fact.code.clone();
            people.push(Person { code, subject: *subject, life, texts, owed });
        }
        let mut places: Vec<(usize, usize)> = Vec::new();
        let mut errands: Vec<Errand> = Vec::new();
        for (who, person) in people.iter().enumerate() {
            let grace = person.texts.current().due_soon;
            let course = person.texts.course(&person.life);
            for (place, errand) in followup::errands(who, &course, &person.owed, now.today, until, &grace) {
                places.push((who, place));
                errands.push(errand);
            }
        }
        let trips = followup::trips(&errands);
        let day = self.judging(now)?;
        let line = |trip: &Trip| {
            let parts = trip.settles.iter().map(|at| {
                let (who, place) = places[*at];
                self.trip_part(&people[who], &people[who].owed[place], day)
            });
            TripLine { from_on: trip.from_on, to_on: trip.to_on, modes: trip.modes.clone(), parts: parts.collect() }
        };
        Ok(TripsPage {
            until,
            trips: trips.iter().map(line).collect(),
            apart: u32::try_from(errands.len()).unwrap_or(u32::MAX),
        })
    }

    fn trip_part(&self, person: &Person, owed: &Obligation, day: Day) -> TripPart {
        let protocol = person.texts.demands(owed);
        let standing = followup::standing(owed, day, &protocol.due_soon);
        TripPart {
            subject: person.subject,
            code: person.code.clone(),
            visit: visit_code(owed).unwrap_or_default().to_owned(),
            label: wording::what(&self.words, &self.language, owed, protocol),
            source: protocol::text(&protocol.title, &self.language).to_owned(),
            clinic: person.texts.course(&person.life).elsewhere(owed).unwrap_or_default().to_owned(),
            explanation: wording::explanation(&self.words, &self.language, owed, protocol),
            citation: owed.citation.as_ref().map(|citation| wording::citation(&self.words, citation, protocol)),
            earliest_on: owed.window.earliest_on,
            latest_on: owed.window.latest_on,
            standing_text: wording::standing(&self.words, &standing),
            overdue: matches!(standing, followup::Standing::Overdue { .. }),
        }
    }
}
