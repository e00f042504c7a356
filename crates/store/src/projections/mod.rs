//! Rows computed from the ledger by the caller: replaced with each save, dropped and rebuilt at will.
//!
//! Plain columns. What a status, a severity or the JSON means is none of the store's business.

pub(crate) mod appointments;
pub(crate) mod findings;
pub(crate) mod kits;
pub(crate) mod obligations;
pub(crate) mod search;
pub(crate) mod subjects;

use facts::{CivilDate, Entry, SubjectId};
use rusqlite::types::Type;
use rusqlite::{Connection, Row, TransactionBehavior};

pub use appointments::{AppointmentRow, OpenAppointment};
pub use findings::FindingRow;
pub use kits::KitRow;
pub use obligations::{DueRow, ExpectedRow, ObligationRow, OpenWindow};
pub use subjects::{SubjectRow, SubjectState};

use crate::error::Doing;
use crate::{Result, Store, ledger, settings};

/// The tables of the projections: what a look back holds in memory instead.
pub(crate) const TABLES: [&str; 6] = ["subjects", "obligations", "findings", "appointments", "kits", "search"];

/// Everything that is computed from one subject's ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SubjectRows {
    pub subject: SubjectRow,
    pub obligations: Vec<ObligationRow>,
    pub findings: Vec<FindingRow>,
    pub appointments: Vec<AppointmentRow>,
    pub kits: Vec<KitRow>,
    /// Text in which the subject is looked for; no names.
    pub search: String,
}

impl Store {
    /// Drops every projection and fills it again from the ledger; says how many subjects have rows.
    /// All in one transaction: readers see the old rows or the new. `by` names who computed them.
    pub fn rebuild(
        &mut self,
        by: &str,
        refresh: &mut dyn FnMut(SubjectId, &[Entry]) -> Option<SubjectRows>,
    ) -> Result<usize> {
        let transaction =
            self.connection.transaction_with_behavior(TransactionBehavior::Immediate).doing("begin a rebuild")?;
        for clear in
            [subjects::CLEAR, obligations::CLEAR, findings::CLEAR, appointments::CLEAR, kits::CLEAR, search::CLEAR]
        {
            transaction.execute(clear, []).doing("clear a projection")?;
        }
        let mut filled = 0;
        for subject in ledger::subjects(&transaction)? {
            let entries = ledger::entries_of_subject(&transaction, subject)?;
            if let Some(rows) = refresh(subject, &entries) {
                insert(&transaction, &rows)?;
                filled += 1;
            }
        }
        settings::keep_setting(&transaction, settings::PROJECTED_BY, by)?;
        transaction.commit().doing("keep a rebuild")?;
        Ok(filled)
    }

    /// Who computed the rows last; another program may compute other ones from the same ledger.
    pub fn projected_by(&self) -> Result<Option<String>> {
        settings::setting(&self.connection, settings::PROJECTED_BY)
    }
}

/// Replaces one subject's rows; `None` leaves it without any.
pub(crate) fn replace(connection: &Connection, subject: SubjectId, rows: Option<&SubjectRows>) -> Result<()> {
    for remove in
        [subjects::REMOVE, obligations::REMOVE, findings::REMOVE, appointments::REMOVE, kits::REMOVE, search::REMOVE]
    {
        let mut statement = connection.prepare_cached(remove).doing("replace a subject's rows")?;
        statement
            .execute(rusqlite::named_params! { ":subject": subject.0.into_bytes() })
            .doing("replace a subject's rows")?;
    }
    rows.map_or(Ok(()), |rows| insert(connection, rows))
}

pub(crate) fn insert(connection: &Connection, rows: &SubjectRows) -> Result<()> {
    subjects::insert(connection, &rows.subject)?;
    search::insert(connection, rows.subject.subject, &rows.search)?;
    for (position, row) in rows.obligations.iter().enumerate() {
        obligations::insert(connection, position, row)?;
    }
    for (position, row) in rows.findings.iter().enumerate() {
        findings::insert(connection, position, row)?;
    }
    for row in &rows.appointments {
        appointments::insert(connection, row)?;
    }
    for (position, row) in rows.kits.iter().enumerate() {
        kits::insert(connection, position, row)?;
    }
    Ok(())
}

/// A subject's identifier by column name.
pub(crate) fn subject(row: &Row<'_>) -> rusqlite::Result<SubjectId> {
    row.get::<_, [u8; 16]>("subject").map(|bytes| SubjectId(uuid::Uuid::from_bytes(bytes)))
}

/// A day by column name.
pub(crate) fn day(row: &Row<'_>, column: &str) -> rusqlite::Result<CivilDate> {
    day_if_any(row, column)?.ok_or_else(|| rusqlite::Error::InvalidColumnType(0, column.to_owned(), Type::Null))
}

pub(crate) fn day_if_any(row: &Row<'_>, column: &str) -> rusqlite::Result<Option<CivilDate>> {
    let text: Option<String> = row.get(column)?;
    let parsed = text.map(|text| text.parse::<CivilDate>()).transpose();
    parsed.map_err(|error| rusqlite::Error::FromSqlConversionFailure(0, Type::Text, Box::new(error)))
}
