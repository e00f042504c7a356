//! Agreeing on a day with a family, moving it, calling it off. A plan is not a fact about a person's health: it needs no
//! reason, but each version stays in the ledger with who made it.

use facts::fact::Mode;
use facts::{Appointment, AppointmentState, CivilDate, ClockTime, Fact, Kept, Life, RecordId, SubjectId};
use followup::{Conflict, Dates, Obligation, Slot};
use store::{AppointmentRow, NewEntry};

use crate::booked::{Booked, contact};
use crate::refresh::{outcome, unreadable};
use crate::role::Deed;
use crate::wire::calendar::{AppointmentForm, Planned};
use crate::{Clinic, Now, Refusal, Result, wording};

/// Longest appointment that is no slip of the finger: a whole day. One that another calendar gave longer stays so.
const MOST_MINUTES: u16 = 1_440;

impl Clinic {
    /// Keeps a new appointment, or tells what lies in its way and keeps nothing until that was seen.
    pub fn plan_appointment(&mut self, form: &AppointmentForm, now: &Now) -> Result<Planned> {
        self.need(Deed::Enter)?;
        let subject = form.subject.ok_or_else(|| Refusal::fix("no-such-subject").about("subject"))?;
        let life = self.life(subject)?;
        let obligations = self.owed(&life)?;
        let modes = form
            .visits
            .iter()
            .filter_map(|key| obligations.iter().find(|o| o.key == *key))
            .flat_map(|o| o.modes.iter());
        let mode = form.mode.or_else(|| modes.copied().next()).unwrap_or(Mode::Clinic);
        let appointment = self.read(
            form,
            &obligations,
            Appointment { visits: form.visits.clone(), mode, sequence: 0, ..blank(now.today) },
        )?;
        let warnings = self.warnings(&life, None, &appointment, &obligations)?;
        if !warnings.is_empty() && !form.despite {
            return Ok(Planned { record: None, warnings });
        }
        let entry = self.new_entry(Fact::Appointment(appointment), now);
        let written = self.write(subject, vec![entry])?;
        Ok(Planned { record: written.first().map(|entry| entry.record), warnings })
    }

    /// A new version of an appointment: another day, hour, way or place.
    pub fn move_appointment(&mut self, form: &AppointmentForm, now: &Now) -> Result<Planned> {
        self.need(Deed::Enter)?;
        let subject = form.subject.ok_or_else(|| Refusal::fix("no-such-subject").about("subject"))?;
        let life = self.life(subject)?;
        let kept = kept_of(&life, form.record)?;
        if kept.fact.state == AppointmentState::Cancelled {
            return Err(Refusal::fix("appointment-cancelled").about("record"));
        }
        let obligations = self.owed(&life)?;
        let before = kept.fact.clone();
        let visits = if form.visits.is_empty() { before.visits.clone() } else { form.visits.clone() };
        let mode = form.mode.unwrap_or(before.mode);
        let sequence = before.sequence.saturating_add(1);
        let appointment = self.read(form, &obligations, Appointment { visits, mode, sequence, ..before.clone() })?;
        if (Appointment { sequence: before.sequence, ..appointment.clone() }) == before {
            return Ok(Planned { record: Some(kept.record), warnings: Vec::new() });
        }
        let warnings = self.warnings(&life, Some(kept.record), &appointment, &obligations)?;
        if !warnings.is_empty() && !form.despite {
            return Ok(Planned { record: None, warnings });
        }
        let entry = self.next_version(kept, appointment, None, now);
        self.write(subject, vec![entry])?;
        Ok(Planned { record: Some(kept.record), warnings })
    }

    /// Calls it off; why, when somebody said so.
    pub fn cancel_appointment(&mut self, subject: SubjectId, record: RecordId, because: &str, now: &Now) -> Result<()> {
        self.end_appointment(subject, record, AppointmentState::Cancelled, because, now)
    }

    /// It took place though it was for no visit: nothing recorded would tell.
    pub fn mark_kept(&mut self, subject: SubjectId, record: RecordId, now: &Now) -> Result<()> {
        self.end_appointment(subject, record, AppointmentState::Kept, "", now)
    }

    fn end_appointment(
        &mut self,
        subject: SubjectId,
        record: RecordId,
        state: AppointmentState,
        because: &str,
        now: &Now,
    ) -> Result<()> {
        self.need(Deed::Enter)?;
        let life = self.life(subject)?;
        let kept = kept_of(&life, Some(record))?;
        if kept.fact.state == state {
            return Ok(());
        }
        if state == AppointmentState::Kept && kept.fact.on > now.today {
            return Err(Refusal::fix("appointment-to-come").about("record"));
        }
        let because = Some(because.trim().to_owned()).filter(|text| !text.is_empty());
        let entry = self.ended(kept, state, because, now);
        self.write(subject, vec![entry])?;
        Ok(())
    }

    /// Its last version: called off, or kept.
    pub(crate) fn ended(
        &self,
        kept: &Kept<Appointment>,
        state: AppointmentState,
        because: Option<String>,
        now: &Now,
    ) -> NewEntry {
        let sequence = kept.fact.sequence.saturating_add(1);
        self.next_version(kept, Appointment { state, sequence, ..kept.fact.clone() }, because, now)
    }

    pub(crate) fn next_version(
        &self,
        kept: &Kept<Appointment>,
        appointment: Appointment,
        reason: Option<String>,
        now: &Now,
    ) -> NewEntry {
        NewEntry {
            record: Some(kept.record),
            supersedes: Some(kept.entry),
            reason,
            ..self.new_entry(Fact::Appointment(appointment), now)
        }
    }

    pub(crate) fn owed(&self, life: &Life) -> Result<Vec<Obligation>> {
        Ok(outcome(&self.texts(life)?, life).obligations)
    }

    /// The form over what stood before; only a day, an hour and a length can be wrong.
    fn read(&self, form: &AppointmentForm, obligations: &[Obligation], before: Appointment) -> Result<Appointment> {
        let not = |code: &str, field: &str, value: &str| Refusal::fix(code).about(field).with("value", value);
        let on = form.on.trim();
        let on: CivilDate = on.parse().map_err(|_| not("not-a-date", "on", on))?;
        let at = match form.at.trim() {
            "" => None,
            text => Some(text.parse::<ClockTime>().map_err(|_| not("not-a-time", "at", text))?),
        };
        let minutes = match form.minutes.trim() {
            "" => None,
            text => {
                let stays = |minutes: &u16| before.minutes == Some(*minutes);
                let fits = |minutes: &u16| (1..=MOST_MINUTES).contains(minutes) || stays(minutes);
                let minutes = text.parse::<u16>().ok().filter(fits);
                Some(minutes.ok_or_else(|| not("not-a-length", "minutes", text))?)
            }
        };
        for key in &before.visits {
            let known = contact(key).is_some() && obligations.iter().any(|obligation| obligation.key == *key);
            if !known {
                return Err(Refusal::fix("no-such-obligation").about("visits").with("value", key));
            }
        }
        let (place, note) = (form.place.trim().to_owned(), form.note.trim().to_owned());
        Ok(Appointment { on, at, minutes, place, note, ..before })
    }

    /// What lies in the way, in words.
    pub(crate) fn warnings(
        &self,
        life: &Life,
        record: Option<RecordId>,
        appointment: &Appointment,
        obligations: &[Obligation],
    ) -> Result<Vec<String>> {
        let wanted = obligations.iter().filter(|o| appointment.visits.contains(&o.key));
        let windows: Vec<(&str, Dates)> = wanted.map(|o| (o.key.as_str(), o.window)).collect();
        let closures: Vec<_> = self.closures()?.iter().map(|kept| kept.fact.clone()).collect();
        let rows = self.store.appointments_between(appointment.on, appointment.on)?;
        let others = others(&rows, life.subject, record)?;
        let found = followup::conflicts(&slot(appointment), &windows, &closures, &as_slots(&others));
        let status = life.status_on(appointment.on);
        let gone = (!status.is_followed()).then(|| self.ended_text(status));
        Ok(gone.into_iter().chain(found.iter().map(|conflict| self.conflict_text(conflict))).collect())
    }

    pub(crate) fn conflict_text(&self, conflict: &Conflict) -> String {
        let day = |on: &CivilDate| self.words.date_short(&on.to_string());
        let said = |key: &str, name: &str, value: &str| self.words.say(key, &wording::texts(&[(name, value)]));
        match conflict {
            Conflict::Early { earliest_on, .. } => said("conflict-early", "on", &day(earliest_on)),
            Conflict::Late { latest_on, .. } => said("conflict-late", "on", &day(latest_on)),
            Conflict::Closed { because } => said("conflict-closed", "because", because),
            Conflict::Weekend => wording::plain(&self.words, "conflict-weekend"),
            Conflict::SameHour { code, at } => {
                self.words.say("conflict-same-hour", &wording::texts(&[("code", code), ("at", &at.to_string())]))
            }
        }
    }
}

fn kept_of(life: &Life, record: Option<RecordId>) -> Result<&Kept<Appointment>> {
    let kept = life.appointments.iter().find(|kept| Some(kept.record) == record);
    kept.ok_or_else(|| Refusal::fix("no-such-record").about("record"))
}

fn blank(on: CivilDate) -> Appointment {
    Appointment {
        visits: Vec::new(),
        on,
        at: None,
        minutes: None,
        mode: Mode::Clinic,
        place: String::new(),
        note: String::new(),
        state: AppointmentState::Planned,
        sequence: 0,
        uid: None,
        aliases: Vec::new(),
    }
}

pub(crate) fn slot(appointment: &Appointment) -> Slot {
    Slot { on: appointment.on, at: appointment.at, minutes: appointment.minutes }
}

/// Dates of other people among the rows of a day.
fn others(rows: &[AppointmentRow], subject: SubjectId, record: Option<RecordId>) -> Result<Vec<(String, Slot)>> {
    let open = rows.iter().filter(|row| row.open && row.subject != subject && Some(row.record) != record);
    let read = |row: &AppointmentRow| {
        let booked: Booked = wording::read_json(&row.json).ok_or_else(|| unreadable(&row.subject_code))?;
        Ok((row.subject_code.clone(), slot(&booked.appointment)))
    };
    open.map(read).collect()
}

fn as_slots(others: &[(String, Slot)]) -> Vec<(&str, Slot)> {
    others.iter().map(|(code, slot)| (code.as_str(), *slot)).collect()
}
