//! Appointments to other calendars: one entry an appointment under the same name each time, its sequence rising with each
//! version, called-off ones as cancelled; the subject's code and no name. How they come in is `import_appointments`'s.

use documents::calendar::{CalendarEvent, Method, Stands, calendar};
use facts::{AppointmentState, Period};
use store::AppointmentRow;

use crate::booked::{Booked, Labels};
use crate::refresh::unreadable;
use crate::role::Deed;
use crate::wire::calendar::CalendarSaved;
use crate::{Clinic, Now, Result, wording};

/// How far back a file of appointments begins: whoever missed a week's file still learns of what was called off.
pub(crate) const BACK: Period = Period::days(30);

/// A day in the far future: everything planned is sent.
pub(crate) const AHEAD: Period = Period::years(20);

impl Clinic {
    /// Saves what is planned, and beside it what was called off, as calendar files.
    pub fn export_appointments(&self, folder: &str, now: &Now) -> Result<CalendarSaved> {
        self.need(Deed::Export)?;
        let rows = self.store.appointments_between(now.today.minus(&BACK), now.today.plus(&AHEAD))?;
        let mut labels = Labels::default();
        let events: Vec<CalendarEvent> =
            rows.iter().map(|row| self.calendar_event(row, &mut labels)).collect::<Result<_>>()?;
        self.save_calendar(folder, "appointments", &events, now)
    }

    /// Everything in one file, and what was called off once more in a second one: programs differ in which of the two
    /// they believe. A second file of an earlier time would call off what is planned again, so it does not stay.
    pub(crate) fn save_calendar(
        &self,
        folder: &str,
        stem: &str,
        events: &[CalendarEvent],
        now: &Now,
    ) -> Result<CalendarSaved> {
        let off: Vec<CalendarEvent> =
            events.iter().filter(|event| event.stands == Stands::Cancelled).cloned().collect();
        let text = calendar(events, Method::Publish, &now.stamp.at);
        let path = self.save(folder, &format!("{stem}.ics"), text.as_bytes())?;
        let second = format!("{stem}-cancelled.ics");
        let cancelled_path = if off.is_empty() {
            self.unsave(folder, &second)?;
            String::new()
        } else {
            let text = calendar(&off, Method::Cancel, &now.stamp.at);
            self.save(folder, &second, text.as_bytes())?.display().to_string()
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
}
