//! The schema, as numbered steps that are never edited once released: their digests are stored with them
//! and compared at each opening.

use rusqlite::{Connection, TransactionBehavior, named_params};
use sha2::{Digest, Sha256};

use crate::error::Doing;
use crate::{Result, StoreError};

/// "PERN": says what the file is to whoever holds its key.
const APPLICATION_ID: i64 = 0x5045_524e;

struct Step {
    name: &'static str,
    sql: &'static str,
}

/// THE LIST. A step's number is its place, from 1.
const STEPS: &[Step] = &[
    Step { name: "0001_ledger", sql: include_str!("migrations/0001_ledger.sql") },
    Step { name: "0002_projections", sql: include_str!("migrations/0002_projections.sql") },
    Step { name: "0003_desk", sql: include_str!("migrations/0003_desk.sql") },
    Step { name: "0004_states", sql: include_str!("migrations/0004_states.sql") },
    Step { name: "0005_attachments", sql: include_str!("migrations/0005_attachments.sql") },
    Step { name: "0006_calendar", sql: include_str!("migrations/0006_calendar.sql") },
    Step { name: "0007_latest_day", sql: include_str!("migrations/0007_latest_day.sql") },
    Step { name: "0008_first_window", sql: include_str!("migrations/0008_first_window.sql") },
];

/// Number of the newest step this program knows.
pub(crate) fn known() -> u32 {
    u32::try_from(STEPS.len()).unwrap_or(u32::MAX)
}

/// Brings the file to the newest schema, one transaction a step.
pub(crate) fn migrate(connection: &mut Connection) -> Result<()> {
    let found = check(connection)?;
    for (step, number) in STEPS.iter().zip(1_u32..).skip(found as usize) {
        let transaction =
            connection.transaction_with_behavior(TransactionBehavior::Immediate).doing("begin a migration")?;
        transaction.execute_batch(step.sql).doing("migrate")?;
        transaction
            .execute(
                include_str!("migrations/remember.sql"),
                named_params! { ":number": number, ":name": step.name, ":sha256": digest(step.sql) },
            )
            .doing("remember a migration")?;
        transaction.pragma_update(None, "user_version", number).doing("number the schema")?;
        transaction.pragma_update(None, "application_id", APPLICATION_ID).doing("name the schema")?;
        transaction.commit().doing("keep a migration")?;
    }
    Ok(())
}

/// Number of the newest step in the file, after comparing each with ours.
pub(crate) fn check(connection: &Connection) -> Result<u32> {
    let found: u32 =
        connection.pragma_query_value(None, "user_version", |row| row.get(0)).doing("read the schema's number")?;
    if found > known() {
        return Err(StoreError::NewerSchema { found, known: known() });
    }
    if found == 0 {
        return Ok(0);
    }
    let mut statement = connection.prepare(include_str!("migrations/applied.sql")).doing("read the migrations")?;
    let rows = statement
        .query_map([], |row| Ok((row.get::<_, u32>("number")?, row.get::<_, String>("sha256")?)))
        .doing("read the migrations")?;
    let applied: Vec<(u32, String)> = rows.collect::<rusqlite::Result<_>>().doing("read the migrations")?;
    let ours: Vec<(u32, String)> =
        (1..).zip(STEPS).take(found as usize).map(|(number, step)| (number, digest(step.sql))).collect();
    if applied != ours {
        return Err(StoreError::damaged("migrations", format!("schema {found} was not made by these steps")));
    }
    Ok(found)
}

/// Of the text with Unix line ends, so that a checkout on Windows is the same step.
fn digest(sql: &str) -> String {
    hex::encode(Sha256::digest(sql.replace('\r', "")))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Once a step is released its digest never changes: add a step instead.
    #[test]
    fn released_steps_are_never_edited() {
        let steps: Vec<String> = STEPS.iter().map(|step| format!("{} {}", step.name, digest(step.sql))).collect();
        let kept: Vec<&str> = include_str!("migrations/digests.txt").lines().collect();
        assert_eq!(steps, kept);
    }
}
