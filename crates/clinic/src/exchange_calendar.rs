//! Appointments to and from other calendars.
//!
//! Out: one entry an appointment under the same name each time, its sequence rising with each version, called-off ones
//! as cancelled; the subject's code and no name. In: every entry says what it becomes before anything is kept, and then
//! all of it is kept in one transaction, or nothing.

use std::collections::hash_map::Entry as Slot;
use std::collections::{BTreeMap, HashMap, HashSet};

use documents::calendar::{CalendarEvent, Method, Stands, calendar};
use exchange::appointments::{Entry, Problem, Zone};
use facts::fact::Mode;
use facts::{Appointment, AppointmentState, Fact, Kept, Life, Moment, Period, SubjectId};
use followup::Obligation;
use store::{AppointmentRow, Batch, NewEntry};

use crate::booked::{Booked, Labels};
use crate::plan_appointment::{as_slots, others, slot};
use crate::refresh::unreadable;
use crate::role::Deed;
use crate::wire::calendar::{AppointmentsAsked, AppointmentsSeen, Becomes, CalendarSaved, IncomingLine};
use crate::{Clinic, Now, Refusal, Result, read_table, wording};

/// How far back a file of appointments begins: whoever missed a week's file still learns of what was called off.
const BACK: Period = Period::days(30);

/// A day in the far future: everything planned is sent.
const AHEAD: Period = Period::years(20);

/// An entry that became something, and the version to be written.
struct Change {
    subject: SubjectId,
    entry: NewEntry,
}

/// The people of the study as an import needs them, read once each, and what the file named already.
#[derive(Default)]
struct Lives {
    read: HashMap<SubjectId, (Life, Vec<Obligation>)>,
    /// Two entries of one file for one appointment would be two versions of the same one: a conflict of our making.
    named: HashSet<String>,
}

impl Clinic {
    /// Saves what is planned, and beside it what was called off, as calendar files.
    pub fn export_appointments(&self, folder: &str, now: &Now) -> Result<CalendarSaved> {
        self.need(Deed::Export)?;
        let rows = self.store.appointments_between(now.today.minus(&BACK), now.today.plus(&AHEAD))?;
        let mut labels = Labels::default();
        let events: Vec<CalendarEvent> =
            rows.iter().map(|row| self.calendar_event(row, &mut labels)).collect::<Result<_>>()?;
        let off: Vec<CalendarEvent> =
            events.iter().filter(|event| event.stands == Stands::Cancelled).cloned().collect();
        let text = calendar(&events, Method::Publish, &now.stamp.at);
        let path = self.save(folder, "appointments.ics", text.as_bytes())?;
        let cancelled_path = if off.is_empty() {
            String::new()
        } else {
            let text = calendar(&off, Method::Cancel, &now.stamp.at);
            self.save(folder, "appointments-cancelled.ics", text.as_bytes())?.display().to_string()
        };
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Ok(CalendarSaved {
            path: path.display().to_string(),
            cancelled_path,
            appointments: count(events.len() - off.len()),
            cancelled: count(off.len()),
        })
    }

    fn calendar_event(&self, row: &AppointmentRow, labels: &mut Labels) -> Result<CalendarEvent> {
        let booked: Booked = wording::read_json(&row.json).ok_or_else(|| unreadable(&row.subject_code))?;
        let visits = self.booked_for(&booked, labels);
        let names: Vec<&str> = visits.iter().map(|visit| visit.label.as_str()).collect();
        let what = names.join(&wording::plain(&self.words, "list-joint"));
        let appointment = booked.appointment;
        let mode = wording::plain(&self.words, &format!("mode-{}", wording::wire(&appointment.mode)));
        let summary = if what.is_empty() { row.subject_code.clone() } else { format!("{} {what}", row.subject_code) };
        Ok(CalendarEvent {
            uid: row.uid.clone(),
            sequence: appointment.sequence,
            on: appointment.on,
            at: appointment.at,
            minutes: appointment.minutes,
            stands: match appointment.state {
                AppointmentState::Cancelled => Stands::Cancelled,
                AppointmentState::Planned | AppointmentState::Kept => Stands::Confirmed,
            },
            summary,
            // A note may hold a name that somebody typed: it stays here.
            description: mode,
            location: appointment.place,
        })
    }

    /// What each entry of a file would become. Writes nothing.
    pub fn look_at_appointments(&self, asked: &AppointmentsAsked, now: &Now) -> Result<AppointmentsSeen> {
        self.need(Deed::Enter)?;
        Ok(self.incoming(asked, now)?.0)
    }

    /// Keeps what the file was seen to hold, all of it or nothing.
    pub fn import_appointments(&mut self, asked: &AppointmentsAsked, now: &Now) -> Result<AppointmentsSeen> {
        self.need(Deed::Enter)?;
        let (seen, changes) = self.incoming(asked, now)?;
        if seen.sha256 != asked.sha256 {
            return Err(Refusal::fix("appointments-changed").about("path"));
        }
        let mut batches: BTreeMap<SubjectId, Vec<NewEntry>> = BTreeMap::new();
        for change in changes {
            batches.entry(change.subject).or_default().push(change.entry);
        }
        let batches = batches.into_iter().map(|(subject, new)| Batch { subject: Some(subject), new }).collect();
        self.write_documents(&[], batches, &mut |_| std::ops::ControlFlow::Continue(()))?;
        Ok(seen)
    }

    fn incoming(&self, asked: &AppointmentsAsked, now: &Now) -> Result<(AppointmentsSeen, Vec<Change>)> {
        let bytes = read_table::bytes_of(&asked.path)?;
        let (entries, problems) = exchange::appointments::read(&bytes);
        let codes: HashMap<String, SubjectId> =
            self.store.subject_states()?.into_iter().map(|state| (state.code.to_lowercase(), state.subject)).collect();
        let mut lives = Lives::default();
        let (mut lines, mut changes) = (Vec::new(), Vec::new());
        for entry in &entries {
            let (line, change) = self.incoming_line(entry, &codes, &mut lives, now)?;
            lines.push(line);
            changes.extend(change);
        }
        lines.extend(problems.iter().map(|problem| self.problem_line(problem)));
        lines.sort_by_key(|line| line.line);
        let seen = AppointmentsSeen {
            sha256: store::digest(&bytes),
            lines,
            changes: u32::try_from(changes.len()).unwrap_or(u32::MAX),
        };
        Ok((seen, changes))
    }

    fn incoming_line(
        &self,
        entry: &Entry,
        codes: &HashMap<String, SubjectId>,
        lives: &mut Lives,
        now: &Now,
    ) -> Result<(IncomingLine, Option<Change>)> {
        let entry = &local(entry, &now.moment());
        let mut line = IncomingLine {
            title: entry.title.lines().next().unwrap_or_default().to_owned(),
            on: Some(entry.on),
            at: entry.at.map(|at| at.to_string()).unwrap_or_default(),
            ..unmatched_line(entry.line, String::new())
        };
        let unmatched = |mut line: IncomingLine, why: &str| {
            line.text = wording::plain(&self.words, &format!("incoming-{why}"));
            Ok((line, None))
        };
        if entry.repeats {
            return unmatched(line, "repeats");
        }
        let known = if entry.uid.is_empty() { None } else { self.store.appointment_by_uid(&entry.uid)? };
        let subject = match &known {
            Some(row) => row.subject,
            None => match named(entry, codes).as_slice() {
                [one] => *one,
                [] => return unmatched(line, "nobody"),
                _ => return unmatched(line, "several"),
            },
        };
        lives.read(self, subject)?;
        let Lives { read, named } = lives;
        let (life, obligations) = read.get(&subject).ok_or_else(|| Refusal::bug("lives-of-import"))?;
        line.code = life.enrolment.fact.code.clone();
        let kept = match &known {
            Some(row) => life.appointments.iter().find(|kept| kept.record == row.record),
            None => planned_on_the_day(life, entry),
        };
        let which = kept.map_or_else(|| name_of(entry, subject), |kept| kept.record.to_string());
        if !named.insert(which) {
            return unmatched(line, "twice");
        }
        let Some((becomes, appointment)) = becomes(kept, entry, obligations) else {
            return unmatched(line, "never-was");
        };
        line.becomes = becomes;
        let labels = appointment.visits.iter().filter_map(|key| obligations.iter().find(|o| o.key == *key));
        let texts = self.texts(life)?;
        let labels: Vec<String> =
            labels.map(|o| wording::what(&self.words, &self.language, o, texts.demands(o))).collect();
        line.what = labels.join(&wording::plain(&self.words, "list-joint"));
        line.text = self.becomes_text(becomes, kept);
        if matches!(becomes, Becomes::New | Becomes::Moved) {
            line.warnings = self.incoming_warnings(subject, kept, &appointment, obligations, entry)?;
        }
        if becomes == Becomes::Same {
            return Ok((line, None));
        }
        let entry = match kept {
            Some(kept) => self.next_version(kept, appointment, None, now),
            None => self.new_entry(Fact::Appointment(appointment), now),
        };
        Ok((line, Some(Change { subject, entry })))
    }

    fn becomes_text(&self, becomes: Becomes, kept: Option<&Kept<Appointment>>) -> String {
        let key = format!("becomes-{}", wording::wire(&becomes));
        let from = kept.map(|kept| {
            let at = kept.fact.at.map(|at| at.to_string()).unwrap_or_default();
            self.appointment_text(kept.fact.on, &at)
        });
        self.words.say(&key, &wording::texts(&[("from", &from.unwrap_or_default())]))
    }

    fn incoming_warnings(
        &self,
        subject: SubjectId,
        kept: Option<&Kept<Appointment>>,
        appointment: &Appointment,
        obligations: &[Obligation],
        entry: &Entry,
    ) -> Result<Vec<String>> {
        let windows: Vec<_> = obligations
            .iter()
            .filter(|o| appointment.visits.contains(&o.key))
            .map(|o| (o.key.as_str(), o.window))
            .collect();
        let closures: Vec<_> = self.closures()?.iter().map(|kept| kept.fact.clone()).collect();
        let rows = self.store.appointments_between(appointment.on, appointment.on)?;
        let others = others(&rows, subject, kept.map(|kept| kept.record))?;
        let found = followup::conflicts(&slot(appointment), &windows, &closures, &as_slots(&others));
        let mut said: Vec<String> = found.iter().map(|conflict| self.conflict_text(conflict)).collect();
        match &entry.zone {
            Zone::Utc => said.push(wording::plain(&self.words, "incoming-utc")),
            Zone::Named(zone) => said.push(self.words.say("incoming-zone", &wording::texts(&[("zone", zone)]))),
            Zone::Floating => {}
        }
        Ok(said)
    }

    fn problem_line(&self, problem: &Problem) -> IncomingLine {
        let args = problem.args.iter().map(|(name, value)| (name.clone(), value.as_str().into())).collect();
        unmatched_line(problem.line, self.words.say(&format!("incoming-{}", problem.code), &args))
    }
}

impl Lives {
    fn read(&mut self, clinic: &Clinic, subject: SubjectId) -> Result<()> {
        if let Slot::Vacant(place) = self.read.entry(subject) {
            let life = clinic.life(subject)?;
            let obligations = clinic.owed(&life)?;
            place.insert((life, obligations));
        }
        Ok(())
    }
}

fn unmatched_line(line: u64, text: String) -> IncomingLine {
    IncomingLine {
        line: u32::try_from(line).unwrap_or(u32::MAX),
        title: String::new(),
        on: None,
        at: String::new(),
        code: String::new(),
        what: String::new(),
        becomes: Becomes::Unmatched,
        text,
        warnings: Vec::new(),
    }
}

/// An hour given in UTC, on the clock of the site as it stands to UTC today. An all-day entry has no hour to turn.
fn local(entry: &Entry, here: &Moment) -> Entry {
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
fn named(entry: &Entry, codes: &HashMap<String, SubjectId>) -> Vec<SubjectId> {
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
fn name_of(entry: &Entry, subject: SubjectId) -> String {
    if entry.uid.is_empty() { format!("{subject} {} {:?}", entry.on, entry.at) } else { entry.uid.clone() }
}

/// A calendar that gives no stable name is followed by person and day.
fn planned_on_the_day<'a>(life: &'a Life, entry: &Entry) -> Option<&'a Kept<Appointment>> {
    let planned = life.appointments.iter().filter(|kept| kept.fact.state == AppointmentState::Planned);
    planned.into_iter().find(|kept| kept.fact.on == entry.on)
}

/// What an entry becomes; `None` for the cancellation of something that never was.
fn becomes(kept: Option<&Kept<Appointment>>, entry: &Entry, owed: &[Obligation]) -> Option<(Becomes, Appointment)> {
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
