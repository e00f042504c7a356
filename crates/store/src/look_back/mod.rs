//! The store as it was known at the end of a past day: every reading sees the entries written until then, and rows
//! computed from those alone.
//!
//! Nothing on the disk is touched. For this connection a temporary view stands in front of the ledger and temporary
//! tables, in memory, in front of the projections, so that every statement that reads the present reads the past
//! without knowing it. A view takes no insert, so a save is refused by SQLite itself while one looks back; the walk along
//! the chains names `main` and is not deceived. SQLite makes no copy of a file that a view stands in front of: a backup
//! waits for the present.
//!
//! An entry counts as known on the civil day its author's clock told, with the site's offset: the day that stands in
//! `recorded_at`. Does not know which rows follow from the entries; the caller says.

use facts::{CivilDate, Entry, SubjectId};
use rusqlite::{Connection, TransactionBehavior, named_params};

use crate::error::Doing;
use crate::projections::{self, SubjectRows};
use crate::{Result, Store, ledger};

impl Store {
    /// Turns to the past; [`Store::fill_past`] then fills the lists. Turning again goes to the other day.
    pub fn look_back(&mut self, day: CivilDate) -> Result<()> {
        self.look_ahead()?;
        let made = veil(&self.connection, day);
        if made.is_err() {
            self.look_ahead()?;
        }
        made
    }

    /// Fills the rows of the past, in memory; says how many subjects have any.
    pub fn fill_past(&mut self, refresh: &mut dyn FnMut(SubjectId, &[Entry]) -> Option<SubjectRows>) -> Result<usize> {
        let transaction =
            self.connection.transaction_with_behavior(TransactionBehavior::Deferred).doing("begin a look back")?;
        let mut filled = 0;
        for subject in ledger::subjects(&transaction)? {
            let entries = ledger::entries_of_subject(&transaction, subject)?;
            if let Some(rows) = refresh(subject, &entries) {
                projections::insert(&transaction, &rows)?;
                filled += 1;
            }
        }
        transaction.commit().doing("keep a look back")?;
        Ok(filled)
    }

    /// Turns to the present again: what stood in front of it is dropped.
    pub fn look_ahead(&mut self) -> Result<()> {
        self.connection.execute_batch(include_str!("present.sql")).doing("return to the present")
    }

    /// The civil day of the first line ever written: nothing was known before.
    pub fn first_recorded_at(&self) -> Result<Option<String>> {
        let first = self.connection.query_row(include_str!("first_entry.sql"), [], |row| row.get("recorded_at"));
        first.doing("read the first entry")
    }
}

fn veil(connection: &Connection, day: CivilDate) -> Result<()> {
    connection.execute_batch(include_str!("past.sql")).doing("look back")?;
    connection.execute(include_str!("past_day.sql"), named_params! { ":day": day.to_string() }).doing("look back")?;
    // The past has the shape of the present, whatever later migrations make of it.
    let mut statement = connection.prepare(include_str!("shapes.sql")).doing("read the shapes")?;
    let shapes = statement.query_map([], |row| Ok((row.get("name")?, row.get("sql")?))).doing("read the shapes")?;
    let shapes: Vec<(String, String)> = shapes.collect::<rusqlite::Result<_>>().doing("read the shapes")?;
    for (_, sql) in shapes.iter().filter(|(name, _)| projections::TABLES.contains(&name.as_str())) {
        connection.execute_batch(&temporary(sql)).doing("shape the past")?;
    }
    Ok(())
}

/// The statement that made a table or an index of the file, as one for the temporary schema.
fn temporary(sql: &str) -> String {
    let sql = sql.replacen("CREATE TABLE ", "CREATE TEMP TABLE ", 1);
    sql.replacen("CREATE INDEX ", "CREATE INDEX temp.", 1)
}
