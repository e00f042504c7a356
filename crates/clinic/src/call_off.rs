//! Appointments of somebody whose follow-up has ended: which they are, and calling them off in one step with the status.
//!
//! Nothing is called off by itself: a status may be a slip, and a family that was told a day is told when it falls.

use std::collections::{BTreeSet, HashMap};

use facts::fact::{Status, StatusChange};
use facts::{Appointment, AppointmentState, CivilDate, Kept, Life, SubjectId};
use store::{AppointmentRow, NewEntry, SubjectState};

use crate::booked::{Labels, as_it_stands};
use crate::role::Deed;
use crate::wire::calendar::{StatusAsked, StatusEnds};
use crate::{Clinic, Now, Result, wording};

impl Clinic {
    /// What a status would put an end to: the changes of state whose place it takes, and the appointments that it would
    /// leave without anybody to come, those still open from its day on.
    pub fn status_ends(&self, asked: &StatusAsked) -> Result<StatusEnds> {
        self.need(Deed::Read)?;
        // A day that cannot be read is told by the form it is typed into.
        let Ok(on) = asked.on.trim().parse::<CivilDate>() else { return Ok(StatusEnds::default()) };
        let rows = if asked.status.is_followed() { Vec::new() } else { self.store.appointments_of(asked.subject)? };
        let rows: Vec<AppointmentRow> = rows.into_iter().filter(|row| row.open && row.planned_on >= on).collect();
        let life = self.life(asked.subject)?;
        let told = |change: &StatusChange| {
            let (status, on) =
                (wording::status(&self.words, change.status), self.words.date_short(&change.on.to_string()));
            self.words.say("status-since", &wording::texts(&[("status", &status), ("on", &on)]))
        };
        let replaces: Vec<String> = life.replaced_by(on).map(told).collect();
        Ok(StatusEnds {
            appointments: self.appointment_lines(&rows, &HashMap::new(), &mut Labels::default())?,
            replaces: replaces.join(&wording::plain(&self.words, "list-joint")),
        })
    }

    /// The same appointments as versions that call them off.
    pub(crate) fn called_off_by(&self, life: &Life, change: &StatusChange, now: &Now) -> Result<Vec<NewEntry>> {
        if change.status.is_followed() {
            return Ok(Vec::new());
        }
        let because = Some(change.because.clone());
        let off = |kept| self.ended(kept, AppointmentState::Cancelled, because.clone(), now);
        Ok(self.open_from(life, change.on)?.into_iter().map(off).collect())
    }

    /// Appointments of somebody that are still open from a day on.
    pub(crate) fn open_from<'l>(&self, life: &'l Life, on: CivilDate) -> Result<Vec<&'l Kept<Appointment>>> {
        let owed = self.owed(life)?;
        let open = |kept: &&Kept<Appointment>| {
            kept.fact.on >= on && as_it_stands(kept, &owed).state == AppointmentState::Planned
        };
        Ok(life.appointments.iter().filter(open).collect())
    }

    /// Appointments still to come of people whom nobody expects, the next one first.
    pub(crate) fn to_call_off(&self, ended: &HashMap<SubjectId, Status>, now: &Now) -> Result<Vec<AppointmentRow>> {
        let open = self.store.open_appointments(now.today)?.into_iter().map(|open| open.subject);
        let people: BTreeSet<SubjectId> = open.filter(|subject| ended.contains_key(subject)).collect();
        let mut rows = Vec::new();
        for subject in people {
            let mine = self.store.appointments_of(subject)?;
            rows.extend(mine.into_iter().filter(|row| row.open && row.planned_on >= now.today));
        }
        rows.sort_by(|a, b| (a.planned_on, &a.planned_at).cmp(&(b.planned_on, &b.planned_at)));
        Ok(rows)
    }

    /// Why an appointment of somebody with this status is none.
    pub(crate) fn ended_text(&self, status: Status) -> String {
        self.words.say("conflict-ended", &wording::texts(&[("status", &wording::status(&self.words, status))]))
    }
}

/// People whose follow-up has ended, with how.
pub(crate) fn ended(states: &[SubjectState]) -> HashMap<SubjectId, Status> {
    let status = |state: &SubjectState| Some((state.subject, wording::read_wire(&state.status)?));
    states.iter().filter_map(status).filter(|(_, status): &(_, Status)| !status.is_followed()).collect()
}
