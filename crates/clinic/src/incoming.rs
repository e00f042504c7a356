//! An entry of a foreign calendar against what is kept here: whom it is about, which appointment it means, what becomes
//! of that. Knows no files and no words, and keeps nothing.

use std::collections::HashMap;

use exchange::appointments::{Entry, Zone};
use facts::fact::Mode;
use facts::{Appointment, AppointmentState, Kept, Life, Moment, SubjectId};
use followup::Obligation;

use crate::MinutesEast;
use crate::booked::uid;
use crate::wire::calendar::Becomes;

/// An hour given in UTC, on the clock of the site as it stands to UTC at that instant: in July an hour of summer time,
/// whatever the day of the import. An all-day entry has no hour to turn.
pub(crate) fn local(entry: &Entry, minutes_east: MinutesEast<'_>) -> Entry {
    let mut local = entry.clone();
    if entry.zone == Zone::Utc
        && let Some(at) = entry.at
        && let Ok(instant) = format!("{}T{at}:00+00:00", entry.on).parse::<Moment>()
    {
        let there = instant.at_minutes_east(minutes_east(instant.unix_seconds())).unwrap_or(instant);
        local.on = there.on();
        local.at = there.time().parse().ok();
    }
    local
}

/// Whom an entry is about: whoever its own name is known of, else the one whose code it bears; or why that cannot be
/// told. An entry that bears somebody else's code than its name belongs to moves nobody.
pub(crate) fn whom(
    entry: &Entry,
    known: Option<SubjectId>,
    codes: &HashMap<String, SubjectId>,
) -> Result<SubjectId, &'static str> {
    let named = named(entry, codes);
    match (known, named.as_slice()) {
        (Some(known), named) if named.contains(&known) => Ok(known),
        // A title may have lost the code; a column of codes that names nobody we know names somebody else.
        (Some(known), []) if entry.code.is_empty() => Ok(known),
        (Some(_), _) => Err("other-person"),
        (None, [one]) => Ok(*one),
        (None, []) if entry.code.is_empty() => Err("nobody"),
        (None, []) => Err("unknown-code"),
        (None, _) => Err("several"),
    }
}

/// Everybody whose code the entry names: in its column, else as a word of its title. Names are in no calendar of ours.
fn named(entry: &Entry, codes: &HashMap<String, SubjectId>) -> Vec<SubjectId> {
    if !entry.code.is_empty() {
        return codes.get(&entry.code.to_lowercase()).copied().into_iter().collect();
    }
    let title = entry.title.to_lowercase();
    let code = |part: &str| codes.get(part.trim_matches(['.', '-', '/'])).copied();
    let of_word = |word| code(word).map_or_else(|| glued(word).filter_map(code).collect(), |one| vec![one]);
    let mut found: Vec<SubjectId> =
        title.split(|c: char| !(c.is_alphanumeric() || joins(c))).flat_map(of_word).collect();
    found.sort_unstable();
    found.dedup();
    found
}

fn joins(c: char) -> bool {
    matches!(c, '-' | '_' | '.' | '/')
}

/// Chinese and Japanese put no space after a code (`BJ-001随访`). A bare number among such letters counts something
/// (`第3次`, `6か月`) and is nobody.
fn glued(word: &str) -> impl Iterator<Item = &str> {
    let runs = word.split(|c: char| !(c.is_ascii_alphanumeric() || joins(c)));
    runs.filter(|run| run.contains(|c: char| c.is_ascii_alphabetic()))
}

/// What a new entry is told apart by.
pub(crate) fn name_of(entry: &Entry, subject: SubjectId) -> String {
    if entry.uid.is_empty() { format!("{subject} {} {:?}", entry.on, entry.at) } else { entry.uid.clone() }
}

/// A calendar that gives no stable name is followed by person and day. An entry with a name of its own is one that we
/// have already only when the hours agree: a child may come twice on a day.
pub(crate) fn planned_on_the_day<'a>(life: &'a Life, entry: &Entry) -> Option<&'a Kept<Appointment>> {
    let planned = life.appointments.iter().filter(|kept| kept.fact.state == AppointmentState::Planned);
    let on_the_day: Vec<&Kept<Appointment>> = planned.filter(|kept| kept.fact.on == entry.on).collect();
    let same_hour = on_the_day.iter().find(|kept| kept.fact.at == entry.at);
    let other = on_the_day.iter().find(|kept| {
        // An hour that only one of the two gives contradicts nothing.
        entry.uid.is_empty() || kept.fact.at.is_none() || entry.at.is_none()
    });
    same_hour.or(other).copied()
}

/// What an entry makes of what is kept.
pub(crate) struct Outcome {
    pub becomes: Becomes,
    pub appointment: Appointment,
    /// Something is to be kept of it: also of what stays the same, when the other calendar counts further than we do.
    pub takes: bool,
    /// The other calendar had not seen our last version when it wrote this one: theirs, ours.
    pub older: Option<[u32; 2]>,
}

/// What an entry becomes; `None` for the cancellation of something that never was.
pub(crate) fn outcome(kept: Option<&Kept<Appointment>>, entry: &Entry, owed: &[Obligation]) -> Option<Outcome> {
    let Some(kept) = kept else {
        let appointment = new_appointment(entry, owed);
        return (!entry.cancelled).then_some(Outcome { becomes: Becomes::New, appointment, takes: true, older: None });
    };
    let before = &kept.fact;
    let after = after(before, entry);
    let aliases = also_called(kept, entry);
    let becomes = match (before.state, after.state) {
        _ if after == *before => Becomes::Same,
        (_, AppointmentState::Cancelled) => Becomes::Cancelled,
        (AppointmentState::Cancelled, _) => Becomes::Revived,
        _ => Becomes::Moved,
    };
    let theirs = entry.sequence.unwrap_or(0);
    let known = before.sequence.max(theirs);
    let changes = becomes != Becomes::Same;
    // Programs believe the higher number: the next one has to be above both.
    let sequence = if changes { known.saturating_add(1) } else { known };
    let older = entry.sequence.filter(|theirs| changes && *theirs < before.sequence);
    let appointment = Appointment { sequence, aliases, ..after };
    let takes = appointment != *before;
    Some(Outcome { becomes, appointment, takes, older: older.map(|theirs| [theirs, before.sequence]) })
}

/// Its names in other calendars, with that of the entry: the next file of that calendar finds it, whatever its day.
fn also_called(kept: &Kept<Appointment>, entry: &Entry) -> Vec<String> {
    let mut aliases = kept.fact.aliases.clone();
    let known = entry.uid.is_empty() || entry.uid == uid(kept.record, &kept.fact) || aliases.contains(&entry.uid);
    if !known {
        aliases.push(entry.uid.clone());
    }
    aliases
}

/// The appointment as the entry would have it. What a calendar is silent about stays.
fn after(before: &Appointment, entry: &Entry) -> Appointment {
    if entry.cancelled {
        return Appointment { state: AppointmentState::Cancelled, ..before.clone() };
    }
    let place = if entry.place.is_empty() { before.place.clone() } else { entry.place.clone() };
    let (on, at) = (entry.on, entry.at.or(if entry.on == before.on { before.at } else { None }));
    let minutes = entry.minutes.or(before.minutes);
    // What was kept already is not planned anew by an old file.
    let state = if before.state == AppointmentState::Kept { before.state } else { AppointmentState::Planned };
    Appointment { on, at, minutes, place, state, ..before.clone() }
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
        sequence: entry.sequence.unwrap_or(0),
        uid: Some(entry.uid.clone()).filter(|uid| !uid.is_empty()),
        aliases: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(number: u64) -> SubjectId {
        format!("00000000-0000-0000-0000-{number:012}").parse().unwrap()
    }

    fn titled(title: &str, known: Option<SubjectId>) -> Result<SubjectId, &'static str> {
        let codes = [("bj-001", 1), ("bj-002", 2), ("3", 3), ("001", 4)];
        let codes = codes.into_iter().map(|(code, number)| (code.to_owned(), person(number))).collect();
        let text =
            format!("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260512\nSUMMARY:{title}\nEND:VEVENT\nEND:VCALENDAR");
        let (entries, _) = exchange::appointments::read(text.as_bytes());
        whom(&entries[0], known, &codes)
    }

    #[test]
    fn a_code_is_found_in_a_title_without_spaces() {
        for title in
            ["BJ-001随访", "随访BJ-001", "第3次随访bj-001复查", "BJ-001の来院", "6か月後BJ-001.", "Visit (BJ-001)"]
        {
            assert_eq!(titled(title, None), Ok(person(1)), "{title}");
        }
        assert_eq!(titled("BJ-001和BJ-002随访", None), Err("several"));
    }

    #[test]
    fn a_longer_code_and_a_number_that_counts_are_nobody() {
        for title in ["BJ-0011随访", "ABJ-001随访", "第3次随访", "3月", "北京-001随访", "BJ-001a"] {
            assert_eq!(titled(title, None), Err("nobody"), "{title}");
        }
        assert_eq!(titled("visit of 3", None), Ok(person(3)), "a code that stands alone is one");
    }

    #[test]
    fn a_name_that_belongs_to_one_and_a_code_of_another_move_nobody() {
        assert_eq!(titled("BJ-002", Some(person(1))), Err("other-person"));
        assert_eq!(titled("BJ-001 with BJ-002", Some(person(1))), Ok(person(1)));
        assert_eq!(titled("moved by the ward", Some(person(1))), Ok(person(1)));
    }
}
