//! What the file says of itself: which device writes here, and the last backup that was proven.

use rusqlite::{Connection, OptionalExtension, named_params};

use crate::Result;
use crate::error::Doing;

pub(crate) const DEVICE: &str = "device";
pub(crate) const PROVEN_BACKUP: &str = "proven-backup";
pub(crate) const PROJECTED_BY: &str = "projected-by";

pub(crate) fn setting(connection: &Connection, name: &str) -> Result<Option<String>> {
    connection
        .query_row(include_str!("setting.sql"), named_params! { ":name": name }, |row| row.get("value"))
        .optional()
        .doing("read a setting")
}

pub(crate) fn keep_setting(connection: &Connection, name: &str, value: &str) -> Result<()> {
    connection
        .execute(include_str!("keep_setting.sql"), named_params! { ":name": name, ":value": value })
        .doing("keep a setting")?;
    Ok(())
}

pub(crate) fn drop_setting(connection: &Connection, name: &str) -> Result<()> {
    connection.execute(include_str!("drop_setting.sql"), named_params! { ":name": name }).doing("drop a setting")?;
    Ok(())
}
