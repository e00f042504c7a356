//! What each person prefers (language, minutes until the store locks). No facts: not in the ledger.

use rusqlite::{OptionalExtension, named_params};

use crate::error::Doing;
use crate::{Result, Store};

impl Store {
    pub fn preference(&self, login: &str, key: &str) -> Result<Option<String>> {
        self.connection
            .query_row(include_str!("preference.sql"), named_params! { ":login": login, ":key": key }, |row| {
                row.get("value")
            })
            .optional()
            .doing("read a preference")
    }

    pub fn set_preference(&mut self, login: &str, key: &str, value: &str) -> Result<()> {
        let sql = include_str!("set_preference.sql");
        self.connection
            .execute(sql, named_params! { ":login": login, ":key": key, ":value": value })
            .doing("keep a preference")?;
        Ok(())
    }
}
