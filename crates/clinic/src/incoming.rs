//! An entry of a foreign calendar against what is kept here: whom it is about, which appointment it means, what becomes
//! of that. Knows no files and no words, and keeps nothing.

use std::collections::HashMap;

use exchange::appointments::{Entry, Zone};
use facts::fact::Mode;
use facts::{Appointment, AppointmentState, Kept, Life, Moment, SubjectId};
use followup::Obligation;

use crate::wire::calendar::Becomes;

/// An hour given in UTC, on the clock of the site as it stands to UTC today. An all-day entry has no hour to turn.
pub(crate) fn local(entry: &Entry, here: &Moment) -> Entry {
    let mut local = entry.clone();
    if entry.zone == Zone::Utc
        && let Some(at) = entry.at
        && let Ok(instant) = format!("{}T{at}:00+00:00", entry.on).parse::<Moment>()
    {
        let there = instant.seen_from(here);
        local.on = there.on();
        local.at = there.time().parse().ok();
    }
    local
}

/// Everybody whose code the entry names: in its column, else as a word of its title. Names are in no calendar of ours.
pub(crate) fn named(entry: &Entry, codes: &HashMap<String, SubjectId>) -> Vec<SubjectId> {
    if !entry.code.is_empty() {
        return codes.get(&entry.code.to_lowercase()).copied().into_iter().collect();
    }
    let word = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '/');
    let title = entry.title.to_lowercase();
    let mut found: Vec<SubjectId> = title
        .split(|c: char| !word(c))
        .filter_map(|part| codes.get(part.trim_matches(['.', '-', '/'])).copied())
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// What a new entry is told apart by.
pub(crate) fn name_of(entry: &Entry, subject: SubjectId) -> String {
    if entry.uid.is_empty() { format!("{subject} {} {:?}", entry.on, entry.at) } else { entry.uid.clone() }
}

/// A calendar that gives no stable name is followed by person and day.
pub(crate) fn planned_on_the_day<'a>(life: &'a Life, entry: &Entry) -> Option<&'a Kept<Appointment>> {
    let planned = life.appointments.iter().filter(|kept| kept.fact.state == AppointmentState::Planned);
    planned.into_iter().find(|kept| kept.fact.on == entry.on)
}

/// What an entry becomes; `None` for the cancellation of something that never was.
pub(crate) fn becomes(
    kept: Option<&Kept<Appointment>>,
    entry: &Entry,
    owed: &[Obligation],
) -> Option<(Becomes, Appointment)> {
    let Some(kept) = kept else {
        return (!entry.cancelled).then(|| (Becomes::New, new_appointment(entry, owed)));
    };
    let before = &kept.fact;
    let sequence = before.sequence.saturating_add(1);
    if entry.cancelled {
        let becomes = if before.state == AppointmentState::Cancelled { Becomes::Same } else { Becomes::Cancelled };
        return Some((becomes, Appointment { state: AppointmentState::Cancelled, sequence, ..before.clone() }));
    }
    let place = if entry.place.is_empty() { before.place.clone() } else { entry.place.clone() };
    let (on, at) = (entry.on, entry.at.or(if entry.on == before.on { before.at } else { None }));
    let minutes = entry.minutes.or(before.minutes);
    // What was kept already is not planned anew by an old file.
    let state = if before.state == AppointmentState::Kept { before.state } else { AppointmentState::Planned };
    let after = Appointment { on, at, minutes, place, state, ..before.clone() };
    if after == *before {
        return Some((Becomes::Same, after));
    }
    Some((Becomes::Moved, Appointment { sequence, ..after }))
}

/// For the visit whose window holds the day, when there is one: the person at the desk sees which, and may move it.
fn new_appointment(entry: &Entry, owed: &[Obligation]) -> Appointment {
    let suggested = followup::suggest(owed, entry.on).and_then(|index| owed.get(index));
    Appointment {
        visits: suggested.iter().map(|o| o.key.clone()).collect(),
        on: entry.on,
        at: entry.at,
        minutes: entry.minutes,
        mode: suggested.and_then(|o| o.modes.first().copied()).unwrap_or(Mode::Clinic),
        place: entry.place.clone(),
        note: String::new(),
        state: AppointmentState::Planned,
        sequence: 0,
        uid: Some(entry.uid.clone()).filter(|uid| !uid.is_empty()),
    }
}
