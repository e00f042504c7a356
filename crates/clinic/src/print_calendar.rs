//! A family's calendar file: what is due as whole days, what was agreed on with its hour, and whatever an earlier file
//! may have said that holds no more as cancelled.
//!
//! Nobody records that a family was given a file, so everything of theirs that could stand in one is taken back: an
//! unknown cancellation is passed over, a visit that stays in a telephone after a death is not. In the family's words,
//! without a note and without a diagnosis.

use documents::calendar::{CalendarEvent, Stands, event, summary};
use documents::{FamilySheet, SheetVisit};
use facts::{Appointment, AppointmentState, CivilDate, Kept, Life, SubjectId};
use followup::{Obligation, Settled, What, WhyNot};
use words::Words;

use crate::booked::{as_it_stands, asked_of, uid};
use crate::export_appointments::BACK;
use crate::plan_visit::visit_code;
use crate::print_schedule::file_part;
use crate::refresh::outcome;
use crate::role::Deed;
use crate::texts::Texts;
use crate::wire::calendar::CalendarSaved;
use crate::wire::page::PrintAsked;
use crate::{Clinic, Now, Refusal, Result, wording};

/// One family's file in the making.
struct Family<'a> {
    clinic: &'a Clinic,
    life: &'a Life,
    texts: &'a Texts,
    obligations: &'a [Obligation],
    words: Words,
    language: String,
    /// Rises with every line of their ledger.
    sequence: u32,
    /// The site still expects them.
    expected: bool,
    today: CivilDate,
}

impl Clinic {
    /// Saves the coming visits and appointments as calendar entries with stable identifiers, and what was called off.
    pub fn print_calendar(&self, asked: &PrintAsked, now: &Now) -> Result<CalendarSaved> {
        self.need(Deed::Print)?;
        // A calendar has no place that would say that its dates are old ones.
        self.need_present()?;
        let life = self.life(asked.subject)?;
        let texts = self.texts(&life)?;
        let obligations = outcome(&texts, &life).obligations;
        let enrolment = &life.enrolment.fact;
        let language = if asked.language.is_empty() { enrolment.language.clone() } else { asked.language.clone() };
        let status = life.status_on(self.judging(now)?.latest());
        let family = Family {
            clinic: self,
            life: &life,
            texts: &texts,
            obligations: &obligations,
            words: Words::of(&language),
            language,
            sequence: u32::try_from(self.store.entries_of(asked.subject)?.len()).unwrap_or(u32::MAX),
            expected: status.is_followed(),
            today: now.today,
        };
        let mut events = family.appointments();
        if family.expected {
            let (sheet, _) = self.family_sheet(asked, now)?;
            events.extend(sheet.visits.iter().map(|visit| family.due(visit, &sheet)));
        }
        let not_owed = family.not_owed().into_iter().filter(|off| events.iter().all(|event| event.uid != off.uid));
        events.extend(not_owed.collect::<Vec<_>>());
        if events.is_empty() {
            let status = wording::status(&self.words, status);
            return Err(Refusal::fix("no-schedule-for-status").about("subject").with("status", status));
        }
        let stem = format!("{}-{}", file_part(&enrolment.code), family.language);
        self.save_calendar(&asked.folder, &stem, &events, now)
    }
}

impl Family<'_> {
    /// What was agreed on and is still to come; what was called off not long ago.
    fn appointments(&self) -> Vec<CalendarEvent> {
        let back = self.today.minus(&BACK);
        let told = |kept: &Kept<Appointment>| {
            let called_off = as_it_stands(kept, self.obligations).state == AppointmentState::Cancelled;
            match (self.is_coming(kept), self.expected) {
                (true, true) => Some(self.appointment(kept, Stands::Confirmed, 0)),
                // Nobody called it off yet, and nobody comes: the version that will say so is the next.
                (true, false) => Some(self.appointment(kept, Stands::Cancelled, 1)),
                (false, _) => {
                    (called_off && kept.fact.on >= back).then(|| self.appointment(kept, Stands::Cancelled, 0))
                }
            }
        };
        self.life.appointments.iter().filter_map(told).collect()
    }

    fn appointment(&self, kept: &Kept<Appointment>, stands: Stands, later: u32) -> CalendarEvent {
        let appointment = &kept.fact;
        let names: Vec<String> = asked_of(kept, self.obligations).map(|o| self.label(o)).collect();
        let mode = wording::plain(&self.words, &format!("sheet-mode-{}", wording::wire(&appointment.mode)));
        let label =
            if names.is_empty() { mode.clone() } else { names.join(&wording::plain(&self.words, "list-joint")) };
        let site = &self.clinic.site;
        let call = self.words.say("calendar-call", &wording::texts(&[("telephone", &site.telephone)]));
        CalendarEvent {
            uid: uid(kept.record, appointment),
            sequence: appointment.sequence.saturating_add(later),
            on: appointment.on,
            at: appointment.at,
            minutes: appointment.minutes,
            stands,
            summary: summary(&label, &site.name, &self.words),
            description: format!("{mode}\n{call}"),
            location: if appointment.place.is_empty() { site.address.clone() } else { appointment.place.clone() },
        }
    }

    /// The day on which a visit is due; taken back while another is agreed on for it.
    fn due(&self, visit: &SheetVisit, sheet: &FamilySheet) -> CalendarEvent {
        let mut agreed_for = self.life.appointments.iter().filter(|kept| self.is_coming(kept));
        let has_day = agreed_for
            .any(|kept| asked_of(kept, self.obligations).any(|o| self.visit_uid(o).as_ref() == Some(&visit.uid)));
        let stands = if has_day { Stands::Cancelled } else { Stands::Confirmed };
        CalendarEvent { stands, ..event(visit, sheet, &self.words, self.sequence) }
    }

    fn is_coming(&self, kept: &Kept<Appointment>) -> bool {
        let stands = as_it_stands(kept, self.obligations);
        stands.state == AppointmentState::Planned && stands.on >= self.today
    }

    /// Visits to come that were done, declared missed, or are nobody's any more.
    fn not_owed(&self) -> Vec<CalendarEvent> {
        let over = |o: &&Obligation| match &o.settled {
            // What never applied to this person stood in no file.
            None | Some(Settled::NotRequired { why: WhyNot::Condition }) => false,
            Some(_) => o.window.due_on >= self.today,
        };
        let off = |o: &Obligation| {
            Some(CalendarEvent {
                uid: self.visit_uid(o)?,
                sequence: self.sequence,
                on: o.window.due_on,
                at: None,
                minutes: None,
                stands: Stands::Cancelled,
                summary: summary(&self.label(o), &self.clinic.site.name, &self.words),
                description: String::new(),
                location: String::new(),
            })
        };
        self.obligations.iter().filter(over).filter_map(off).collect()
    }

    fn visit_uid(&self, o: &Obligation) -> Option<String> {
        matches!(o.what, What::Visit { .. }).then(|| visit_uid(self.life.subject, visit_code(o).unwrap_or_default()))
    }

    fn label(&self, o: &Obligation) -> String {
        wording::what(&self.words, &self.language, o, self.texts.demands(o))
    }
}

/// Name of a visit in a family's calendar, the same for ever.
pub(crate) fn visit_uid(subject: SubjectId, code: &str) -> String {
    format!("{subject}-{code}@perennial")
}
