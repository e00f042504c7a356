//! The coming weeks of the practice study: some families have a date, most still want one, and the clinic is closed on
//! two days. Through the use cases, like everything here.

use clinic::wire::calendar::{AppointmentForm, ClosureForm};
use clinic::{Clinic, Now, Refusal};
use facts::{CivilDate, Period};

/// Hours at which the clinic sees people, in turn.
const HOURS: [&str; 4] = ["09:00", "10:30", "13:30", "15:00"];
/// Days within which a window closes that is left to be booked by hand.
const ROOM: i32 = 10;
/// Families with a date, of all that could have one.
const EVERY: usize = 2;
const MOST: usize = 18;

pub(crate) fn book(clinic: &mut Clinic, now: &Now) -> Result<(), Refusal> {
    let closed = weekday_from(now.today.plus_days(16));
    let closure = ClosureForm {
        record: None,
        from: closed.to_string(),
        to: weekday_from(closed.plus_days(1)).to_string(),
        because: "Staff training 员工培训".into(),
    };
    clinic.keep_closure(&closure, now)?;
    let mut wanted = clinic.calendar_month("", now)?.to_plan;
    let next = now.today.plus(&Period::months(1)).to_string();
    for line in clinic.calendar_month(&next, now)?.to_plan {
        if !wanted.iter().any(|known| known.subject == line.subject && known.key == line.key) {
            wanted.push(line);
        }
    }
    // What is overdue waits for whoever practises.
    wanted.retain(|line| line.latest_on > now.today.plus_days(ROOM));
    for (turn, line) in wanted.iter().step_by(EVERY).take(MOST).enumerate() {
        let earliest = now.today.plus_days(1 + i32::try_from(turn).unwrap_or(0));
        let on = weekday_from(line.due_on.max(earliest).min(line.latest_on));
        let form = AppointmentForm {
            subject: Some(line.subject),
            visits: vec![line.key.clone()],
            on: on.to_string(),
            at: HOURS[turn % HOURS.len()].into(),
            minutes: line.minutes.map(|minutes| minutes.to_string()).unwrap_or_default(),
            despite: true,
            ..AppointmentForm::default()
        };
        clinic.plan_appointment(&form, now)?;
    }
    Ok(())
}

/// The day, or the Monday after a weekend.
fn weekday_from(on: CivilDate) -> CivilDate {
    on.plus_days((8 - i32::from(on.weekday())) * i32::from(on.weekday() >= 6))
}
