//! One row an appointment: when, and in which state. What it is for is opaque here.

use facts::{CivilDate, RecordId, SubjectId};
use rusqlite::{Connection, OptionalExtension, Row, named_params};

use super::{day, subject};
use crate::error::Doing;
use crate::{Result, Store};

pub(super) const CLEAR: &str = include_str!("clear.sql");
pub(super) const REMOVE: &str = include_str!("remove.sql");

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AppointmentRow {
    pub subject: SubjectId,
    pub record: RecordId,
    pub subject_code: String,
    pub planned_on: CivilDate,
    /// `10:30`; empty when only the day was agreed on.
    pub planned_at: String,
    /// Still to come, as far as anybody told.
    pub open: bool,
    /// What it is for, with spaces between; opaque here.
    pub keys: String,
    /// Name under which calendars know it.
    pub uid: String,
    /// The appointment with its windows as JSON, opaque here.
    pub json: String,
}

/// A date somebody has, without the rest of the row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenAppointment {
    pub subject: SubjectId,
    pub keys: String,
    pub planned_on: CivilDate,
    pub planned_at: String,
}

pub(super) fn insert(connection: &Connection, row: &AppointmentRow) -> Result<()> {
    let mut statement = connection.prepare_cached(include_str!("insert.sql")).doing("keep an appointment")?;
    statement
        .execute(named_params! {
            ":subject": row.subject.0.into_bytes(),
            ":record": row.record.0.into_bytes(),
            ":subject_code": row.subject_code,
            ":planned_on": row.planned_on.to_string(),
            ":planned_at": row.planned_at,
            ":open": i64::from(row.open),
            ":keys": row.keys,
            ":uid": row.uid,
            ":json": row.json,
        })
        .doing("keep an appointment")?;
    Ok(())
}

fn read(row: &Row<'_>) -> rusqlite::Result<AppointmentRow> {
    Ok(AppointmentRow {
        subject: subject(row)?,
        record: RecordId(uuid::Uuid::from_bytes(row.get::<_, [u8; 16]>("record")?)),
        subject_code: row.get("subject_code")?,
        planned_on: day(row, "planned_on")?,
        planned_at: row.get("planned_at")?,
        open: row.get("open")?,
        keys: row.get("keys")?,
        uid: row.get("uid")?,
        json: row.get("json")?,
    })
}

impl Store {
    /// Appointments on the days from `from` to `to`, both included, whatever their state.
    pub fn appointments_between(&self, from: CivilDate, to: CivilDate) -> Result<Vec<AppointmentRow>> {
        let sql = include_str!("appointments_between.sql");
        let mut statement = self.connection.prepare_cached(sql).doing("read the calendar")?;
        let rows = statement
            .query_map(named_params! { ":from": from.to_string(), ":to": to.to_string() }, read)
            .doing("read the calendar")?;
        rows.collect::<rusqlite::Result<_>>().doing("read the calendar")
    }

    /// Dates from `from` on that are still to come, first ones first.
    pub fn open_appointments(&self, from: CivilDate) -> Result<Vec<OpenAppointment>> {
        let sql = include_str!("open_appointments.sql");
        let mut statement = self.connection.prepare_cached(sql).doing("read the dates that were agreed on")?;
        let rows = statement
            .query_map(named_params! { ":from": from.to_string() }, |row| {
                Ok(OpenAppointment {
                    subject: subject(row)?,
                    keys: row.get("keys")?,
                    planned_on: day(row, "planned_on")?,
                    planned_at: row.get("planned_at")?,
                })
            })
            .doing("read the dates that were agreed on")?;
        rows.collect::<rusqlite::Result<_>>().doing("read the dates that were agreed on")
    }

    pub fn appointments_of(&self, subject: SubjectId) -> Result<Vec<AppointmentRow>> {
        let sql = include_str!("appointments_of_subject.sql");
        let mut statement = self.connection.prepare_cached(sql).doing("read a subject's appointments")?;
        let rows = statement
            .query_map(named_params! { ":subject": subject.0.into_bytes() }, read)
            .doing("read a subject's appointments")?;
        rows.collect::<rusqlite::Result<_>>().doing("read a subject's appointments")
    }

    pub fn appointment_by_uid(&self, uid: &str) -> Result<Option<AppointmentRow>> {
        let sql = include_str!("appointment_by_uid.sql");
        let mut statement = self.connection.prepare_cached(sql).doing("look for an appointment")?;
        statement.query_row(named_params! { ":uid": uid }, read).optional().doing("look for an appointment")
    }
}
