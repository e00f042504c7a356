//! The calendar: a month with its appointments and windows, one day of it, a year week by week.
//!
//! Reads rows by their day; dates come from the projection and what lies in the way from `followup`.

use std::collections::HashMap;

use facts::fact::Status;
use facts::{AppointmentState, CivilDate, Kept, Period, SiteClosure, SubjectId};
use followup::{Dates, Day, Slot};
use store::{AppointmentRow, OpenWindow, SubjectState};

use crate::board::dates;
use crate::booked::{Agreed, Booked, Labels, contact};
use crate::plan_appointment::slot;
use crate::refresh::unreadable;
use crate::role::Deed;
use crate::wire::calendar::{AppointmentLine, CalendarDay, CalendarMonth, CalendarYear, DayLine, ToPlanLine, WeekLine};
use crate::{Clinic, Now, Refusal, Result, call_off, keep_closure, wording};

/// Lines of the list of what may be planned; the rest is counted.
const MOST_TO_PLAN: usize = 200;

/// What an appointment may lie in the way of.
struct Beside<'a> {
    closures: Vec<SiteClosure>,
    by_day: HashMap<CivilDate, Vec<(SubjectId, &'a str, Slot)>>,
    /// People whose follow-up has ended, with how.
    ended: &'a HashMap<SubjectId, Status>,
}

/// A row with what it holds.
type Read<'a> = (&'a AppointmentRow, Booked);

impl Clinic {
    /// The month that holds a day; that of today when none is given.
    pub fn calendar_month(&self, on: &str, now: &Now) -> Result<CalendarMonth> {
        self.need(Deed::Read)?;
        let on = day(on, now)?;
        let judging = self.judging(now)?;
        let month_on = first_of_month(on);
        let (first, last) = weeks_around(month_on, month_on.plus(&Period::months(1)).plus_days(-1));
        let closures = self.closures()?;
        // What is overdue wants a date more than anything: it stands in the month that is now.
        let shows_today = first <= now.today && now.today <= last;
        let from = if shows_today { CivilDate::EPOCH } else { first };
        let windows = self.store.windows_between(from, last)?;
        let rows = self.store.appointments_between(first, last)?;
        let agreed = self.dates_from(now.today)?;
        let states = self.store.subject_states()?;
        let (protocols, ended) = (protocols(&states), call_off::ended(&states));
        let to_call_off = self.to_call_off(&ended, now)?;
        let mut labels = Labels::default();
        let to_plan: Vec<&OpenWindow> = windows
            .iter()
            .filter(|row| (shows_today || row.latest_on >= judging.latest()) && to_plan(row, &agreed))
            .collect();
        let shown = to_plan.iter().take(MOST_TO_PLAN);
        Ok(CalendarMonth {
            month_on,
            today: now.today,
            days: days(first, last, &windows, closures),
            appointments: self.appointment_lines(&rows, &ended, &mut labels)?,
            to_call_off: self.appointment_lines(&to_call_off, &ended, &mut labels)?,
            to_plan_total: u32::try_from(to_plan.len()).unwrap_or(u32::MAX),
            to_plan: shown.map(|row| self.to_plan_line(row, &protocols, &mut labels, judging)).collect(),
            closures: closures.iter().map(keep_closure::line).collect(),
        })
    }

    /// The windows that open or close on one day.
    pub fn calendar_day(&self, on: &str, now: &Now) -> Result<CalendarDay> {
        self.need(Deed::Read)?;
        let on = day(on, now)?;
        let judging = self.judging(now)?;
        let windows = self.store.windows_between(on, on)?;
        let states = self.store.subject_states()?;
        let protocols = protocols(&states);
        let mut labels = Labels::default();
        let mut lines = |wanted: &dyn Fn(&OpenWindow) -> bool| -> Vec<ToPlanLine> {
            let wanted = windows.iter().filter(|row| contact(&row.key).is_some() && wanted(row));
            wanted.take(MOST_TO_PLAN).map(|row| self.to_plan_line(row, &protocols, &mut labels, judging)).collect()
        };
        Ok(CalendarDay { on, opens: lines(&|row| row.earliest_on == on), closes: lines(&|row| row.latest_on == on) })
    }

    /// A year week by week: what falls due, and what has a date.
    pub fn calendar_year(&self, on: &str, now: &Now) -> Result<CalendarYear> {
        self.need(Deed::Read)?;
        let on = day(on, now)?;
        let of_year = |month, day| CivilDate::new(on.year(), month, day).unwrap_or(on);
        let (first, last) = weeks_around(of_year(1, 1), of_year(12, 31));
        let closures = self.closures()?;
        let count = usize::try_from(last.days_since(first) / 7 + 1).unwrap_or(0);
        let week = |at: usize| {
            let from_on = first.plus_days(i32::try_from(at).unwrap_or(0) * 7);
            let closed = (0..7).filter(|day| closed_because(closures, from_on.plus_days(*day)).is_some()).count();
            let closed_days = u32::try_from(closed).unwrap_or(0);
            WeekLine { from_on, to_on: from_on.plus_days(6), due: 0, planned: 0, closed_days }
        };
        let mut weeks: Vec<WeekLine> = (0..count).map(week).collect();
        let place = |on: CivilDate| usize::try_from(on.days_since(first) / 7).unwrap_or(usize::MAX);
        for row in self.store.due_by_day(first, last)? {
            if matches!(row.kind.as_str(), "visit" | "test")
                && let Some(week) = weeks.get_mut(place(row.due_on))
            {
                week.due += row.count;
            }
        }
        for row in self.store.appointments_between(first, last)?.iter().filter(|row| row.open) {
            if let Some(week) = weeks.get_mut(place(row.planned_on)) {
                week.planned += 1;
            }
        }
        Ok(CalendarYear {
            year: i32::from(on.year()),
            today: now.today,
            weeks,
            closures: closures.iter().map(keep_closure::line).collect(),
        })
    }

    /// Appointments as lines, each with what lies in its way.
    pub(crate) fn appointment_lines(
        &self,
        rows: &[AppointmentRow],
        ended: &HashMap<SubjectId, Status>,
        labels: &mut Labels,
    ) -> Result<Vec<AppointmentLine>> {
        let read = |row| {
            let row: &AppointmentRow = row;
            Ok((row, wording::read_json(&row.json).ok_or_else(|| unreadable(&row.subject_code))?))
        };
        let read: Vec<Read<'_>> = rows.iter().map(read).collect::<Result<_>>()?;
        let closures: Vec<SiteClosure> = self.closures()?.iter().map(|kept| kept.fact.clone()).collect();
        let shown = read.iter().filter(|(_, booked)| booked.appointment.state != AppointmentState::Cancelled);
        let mut by_day: HashMap<CivilDate, Vec<(SubjectId, &str, Slot)>> = HashMap::new();
        for (row, booked) in read.iter().filter(|(row, _)| row.open) {
            let one = (row.subject, row.subject_code.as_str(), slot(&booked.appointment));
            by_day.entry(row.planned_on).or_default().push(one);
        }
        let beside = Beside { closures, by_day, ended };
        Ok(shown.map(|(row, booked)| self.appointment_line(row, booked, &beside, labels)).collect())
    }

    fn appointment_line(
        &self,
        row: &AppointmentRow,
        booked: &Booked,
        beside: &Beside<'_>,
        labels: &mut Labels,
    ) -> AppointmentLine {
        let appointment = &booked.appointment;
        let windows: Vec<(&str, Dates)> = booked.windows.iter().map(|(key, window)| (key.as_str(), *window)).collect();
        let others =
            beside.by_day.get(&row.planned_on).into_iter().flatten().filter(|(subject, ..)| *subject != row.subject);
        let others: Vec<(&str, Slot)> = others.map(|(_, code, slot)| (*code, *slot)).collect();
        // What took place is no plan any more: nothing lies in its way.
        let warnings = if row.open {
            let found = followup::conflicts(&slot(appointment), &windows, &beside.closures, &others);
            let gone = beside.ended.get(&row.subject).map(|status| self.ended_text(*status));
            gone.into_iter().chain(found.iter().map(|conflict| self.conflict_text(conflict))).collect()
        } else {
            Vec::new()
        };
        let visits = self.booked_for(booked, labels);
        let names: Vec<&str> = visits.iter().map(|visit| visit.label.as_str()).collect();
        AppointmentLine {
            subject: row.subject,
            record: row.record,
            code: row.subject_code.clone(),
            on: appointment.on,
            at: row.planned_at.clone(),
            minutes: appointment.minutes.map(u32::from),
            mode: appointment.mode,
            place: appointment.place.clone(),
            note: appointment.note.clone(),
            state: appointment.state,
            what: names.join(&wording::plain(&self.words, "list-joint")),
            visits,
            warnings,
        }
    }

    fn to_plan_line(
        &self,
        row: &OpenWindow,
        protocols: &HashMap<SubjectId, &str>,
        labels: &mut Labels,
        day: Day,
    ) -> ToPlanLine {
        let reference = protocols.get(&row.subject).copied().unwrap_or_default();
        let label = labels.of(self, reference, &row.key);
        let standing = followup::standing_of(&dates(row), day, &self.due_soon(reference));
        ToPlanLine {
            subject: row.subject,
            code: row.subject_code.clone(),
            key: row.key.clone(),
            what: label.text,
            earliest_on: row.earliest_on,
            due_on: row.due_on,
            latest_on: row.latest_on,
            standing_text: wording::standing(&self.words, &standing),
            standing,
            modes: label.modes,
            minutes: label.minutes,
        }
    }
}

fn protocols(states: &[SubjectState]) -> HashMap<SubjectId, &str> {
    states.iter().map(|state| (state.subject, state.protocol.as_str())).collect()
}

/// A contact that nobody has a date for.
fn to_plan(row: &OpenWindow, agreed: &Agreed) -> bool {
    contact(&row.key).is_some() && !agreed.has(row.subject, &row.key)
}

fn days(first: CivilDate, last: CivilDate, windows: &[OpenWindow], closures: &[Kept<SiteClosure>]) -> Vec<DayLine> {
    let line = |away: i32| {
        let on = first.plus_days(away);
        DayLine {
            on,
            opens: 0,
            closes: 0,
            weekend: followup::is_weekend(on),
            closed: closed_because(closures, on).unwrap_or_default().to_owned(),
        }
    };
    let mut days: Vec<DayLine> = (0..=last.days_since(first)).map(line).collect();
    let place = |on: CivilDate| usize::try_from(on.days_since(first)).unwrap_or(usize::MAX);
    for row in windows.iter().filter(|row| contact(&row.key).is_some()) {
        if let Some(day) = days.get_mut(place(row.earliest_on)) {
            day.opens += 1;
        }
        if let Some(day) = days.get_mut(place(row.latest_on)) {
            day.closes += 1;
        }
    }
    days
}

fn closed_because(closures: &[Kept<SiteClosure>], on: CivilDate) -> Option<&str> {
    closures.iter().find(|kept| kept.fact.holds(on)).map(|kept| kept.fact.because.as_str())
}

pub(crate) fn day(text: &str, now: &Now) -> Result<CivilDate> {
    match text.trim() {
        "" => Ok(now.today),
        text => text.parse().map_err(|_| Refusal::fix("not-a-date").about("on").with("value", text)),
    }
}

fn first_of_month(on: CivilDate) -> CivilDate {
    on.plus_days(1 - i32::from(on.day()))
}

/// From the Monday on or before the first day to the Sunday on or after the last.
fn weeks_around(first: CivilDate, last: CivilDate) -> (CivilDate, CivilDate) {
    (first.plus_days(1 - i32::from(first.weekday())), last.plus_days(7 - i32::from(last.weekday())))
}
