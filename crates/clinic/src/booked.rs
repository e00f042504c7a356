//! Appointments as rows: each with the windows it is for, and whether it is still to come.
//!
//! Whether one was kept follows from what was recorded: when everything it was for is done, it took place, and nobody
//! has to say so a second time.

use std::collections::HashMap;

use facts::{Appointment, AppointmentState, CivilDate, Kept, Life, RecordId, SubjectId};
use followup::{Dates, Obligation, Settled, What};
use protocol::Protocol;
use serde::{Deserialize, Serialize};
use store::AppointmentRow;

use crate::wire::calendar::BookedFor;
use crate::{Clinic, Result, wording};

/// An appointment as its row holds it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Booked {
    pub protocol: String,
    pub appointment: Appointment,
    pub windows: Vec<(String, Dates)>,
}

/// Name under which calendars know it: their own where it came from one.
pub(crate) fn uid(record: RecordId, appointment: &Appointment) -> String {
    appointment.uid.clone().unwrap_or_else(|| format!("{record}@perennial"))
}

/// With the state that the facts give it.
pub(crate) fn as_it_stands(kept: &Kept<Appointment>, obligations: &[Obligation]) -> Appointment {
    let asked: Vec<&Obligation> = asked_of(kept, obligations).collect();
    let done = |o: &&Obligation| matches!(o.settled, Some(Settled::Done { .. }));
    let mut appointment = kept.fact.clone();
    if appointment.state == AppointmentState::Planned && !asked.is_empty() && asked.iter().all(done) {
        appointment.state = AppointmentState::Kept;
    }
    // What another site booked is in the calendar there; nobody comes here for it.
    if appointment.state == AppointmentState::Planned && kept.site.is_some() {
        appointment.state = AppointmentState::Cancelled;
    }
    appointment
}

/// What it is for.
pub(crate) fn asked_of<'o>(
    kept: &Kept<Appointment>,
    obligations: &'o [Obligation],
) -> impl Iterator<Item = &'o Obligation> {
    kept.fact.visits.iter().filter_map(|key| obligations.iter().find(|obligation| obligation.key == *key))
}

/// One row each, as it stands.
pub(crate) fn rows(subject: SubjectId, life: &Life, obligations: &[Obligation]) -> Vec<AppointmentRow> {
    let row = |kept: &Kept<Appointment>| {
        let appointment = as_it_stands(kept, obligations);
        AppointmentRow {
            subject,
            record: kept.record,
            subject_code: life.enrolment.fact.code.clone(),
            planned_on: appointment.on,
            planned_at: appointment.at.map(|at| at.to_string()).unwrap_or_default(),
            open: appointment.state == AppointmentState::Planned,
            keys: appointment.visits.join(" "),
            uid: uid(kept.record, &appointment),
            json: wording::json(&Booked {
                protocol: life.protocol().to_owned(),
                windows: asked_of(kept, obligations).map(|o| (o.key.clone(), o.window)).collect(),
                appointment,
            }),
        }
    };
    life.appointments.iter().map(row).collect()
}

/// Codes of the tasks, as the forecast counts them.
pub(crate) fn tasks(obligation: &Obligation) -> String {
    match &obligation.what {
        What::Test { task, .. } => task.clone(),
        _ => obligation.tasks.join(" "),
    }
}

/// A visit or a test by its key alone; reports and results are no contacts.
pub(crate) enum Contact<'a> {
    Visit(&'a str),
    Test(&'a str),
}

pub(crate) fn contact(key: &str) -> Option<Contact<'_>> {
    match key.split_once(':')? {
        // A schedule that a later dosing started anew bears the place of the earlier one: `M6@1`.
        ("visit", code) => Some(Contact::Visit(code.split('@').next().unwrap_or(code))),
        ("test", rest) => Some(Contact::Test(rest.split(':').next().unwrap_or(rest))),
        _ => None,
    }
}

/// What a key is called, asked once for each key of each protocol.
#[derive(Default)]
pub(crate) struct Labels {
    known: HashMap<(String, String), Label>,
}

#[derive(Clone, Default)]
pub(crate) struct Label {
    pub text: String,
    pub modes: Vec<facts::fact::Mode>,
    pub minutes: Option<u32>,
}

impl Labels {
    pub fn of(&mut self, clinic: &Clinic, reference: &str, key: &str) -> Label {
        let place = (reference.to_owned(), key.to_owned());
        if let Some(label) = self.known.get(&place) {
            return label.clone();
        }
        let code = key.split_once(':').map_or(key, |(_, code)| code);
        let protocol = clinic.text_of_code(reference, code);
        let label = protocol.map(|protocol| clinic.label(key, protocol)).unwrap_or_default();
        self.known.insert(place, label.clone());
        label
    }
}

/// Days that somebody has, by subject and by what they are for.
pub(crate) struct Agreed {
    by_key: HashMap<(SubjectId, String), (CivilDate, String)>,
}

impl Clinic {
    /// Words for a key without reading the obligation itself.
    fn label(&self, key: &str, protocol: &Protocol) -> Label {
        match contact(key) {
            Some(Contact::Visit(code)) => {
                let own = followup::plain(code, protocol);
                let own = own.split_once('@').map_or(own, |(own, _)| own);
                let Some(visit) = protocol.visits.iter().find(|visit| visit.gives(own)) else {
                    return Label { text: code.to_owned(), ..Label::default() };
                };
                let number = visit.occurrences().into_iter().find(|o| o.code == own).map_or(1, |o| o.number);
                let text = wording::numbered(protocol::text(&visit.label, &self.language), number);
                Label { text, modes: visit.modes.to_vec(), minutes: visit.minutes }
            }
            Some(Contact::Test(task)) => Label {
                text: wording::test(&self.words, &self.language, task, protocol),
                minutes: protocol.task(task).and_then(|task| task.minutes),
                ..Label::default()
            },
            None => Label { text: key.to_owned(), ..Label::default() },
        }
    }

    /// What an appointment is for.
    pub(crate) fn booked_for(&self, booked: &Booked, labels: &mut Labels) -> Vec<BookedFor> {
        let line = |(key, window): &(String, Dates)| BookedFor {
            key: key.clone(),
            label: labels.of(self, &booked.protocol, key).text,
            earliest_on: window.earliest_on,
            due_on: window.due_on,
            latest_on: window.latest_on,
        };
        booked.windows.iter().map(line).collect()
    }

    /// Dates from `today` on, by what they are for.
    pub(crate) fn dates_from(&self, today: CivilDate) -> Result<Agreed> {
        let mut by_key = HashMap::new();
        for row in self.store.open_appointments(today)? {
            for key in row.keys.split(' ').filter(|key| !key.is_empty()) {
                let date = (row.planned_on, row.planned_at.clone());
                by_key.entry((row.subject, key.to_owned())).or_insert(date);
            }
        }
        Ok(Agreed { by_key })
    }

    /// "booked 12 May 2026 10:30"; empty for what has no date.
    pub(crate) fn booked_text(&self, dates: &Agreed, subject: SubjectId, key: &str) -> String {
        let date = dates.by_key.get(&(subject, key.to_owned()));
        date.map(|(on, at)| self.said_when(*on, at, ["booked-day", "booked-hour"])).unwrap_or_default()
    }

    /// An appointment by its day, and its hour where there is one.
    pub(crate) fn appointment_text(&self, on: CivilDate, at: &str) -> String {
        self.said_when(on, at, ["appointment-day", "appointment-hour"])
    }

    fn said_when(&self, on: CivilDate, at: &str, [day, hour]: [&str; 2]) -> String {
        let on = self.words.date_short(&on.to_string());
        let key = if at.is_empty() { day } else { hour };
        self.words.say(key, &wording::texts(&[("on", &on), ("at", at)]))
    }
}

impl Agreed {
    pub fn has(&self, subject: SubjectId, key: &str) -> bool {
        self.by_key.contains_key(&(subject, key.to_owned()))
    }
}
