//! Appointments of somebody whose follow-up has ended: which they are, and calling them off in one step with the status.
//!
//! Nothing is called off by itself: a status may be a slip, and a family that was told a day is told when it falls.

use std::collections::{BTreeSet, HashMap};

use facts::fact::{Status, StatusChange};
use facts::{Appointment, AppointmentState, CivilDate, Kept, Life, SubjectId};
use store::{AppointmentRow, NewEntry, SubjectState};

use crate::booked::{Labels, as_it_stands};
use crate::role::Deed;
use crate::wire::calendar::{AppointmentLine, BeyondAsked};
use crate::{Clinic, Now, Result, wording};

impl Clinic {
    /// Appointments that a status would leave without anybody to come: those still open from its day on.
    pub fn appointments_beyond(&self, asked: &BeyondAsked) -> Result<Vec<AppointmentLine>> {
        self.need(Deed::Read)?;
        // A day that cannot be read is told by the form it is typed into.
        let Some(on) = asked.on.trim().parse::<CivilDate>().ok().filter(|_| !asked.status.is_followed()) else {
            return Ok(Vec::new());
        };
        let rows = self.store.appointments_of(asked.subject)?;
        let rows: Vec<AppointmentRow> = rows.into_iter().filter(|row| row.open && row.planned_on >= on).collect();
        self.appointment_lines(&rows, &HashMap::new(), &mut Labels::default())
    }

    /// The same appointments as versions that call them off.
    pub(crate) fn called_off_by(&self, life: &Life, change: &StatusChange, now: &Now) -> Result<Vec<NewEntry>> {
        if change.status.is_followed() {
            return Ok(Vec::new());
        }
        let owed = self.owed(life)?;
        let open = |kept: &&Kept<Appointment>| {
            kept.fact.on >= change.on && as_it_stands(kept, &owed).state == AppointmentState::Planned
        };
        let because = Some(change.because.clone());
        let off = |kept| self.ended(kept, AppointmentState::Cancelled, because.clone(), now);
        Ok(life.appointments.iter().filter(open).map(off).collect())
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
