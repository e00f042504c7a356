//! One keyed connection to the database file, and what is set on it.

use std::path::Path;
use std::sync::Once;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};
use zeroize::Zeroizing;

use crate::Result;
use crate::error::Doing;
use crate::keys::secret::DataKey;

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Access {
    /// Makes the file. Only while a store or a backup of it is being made.
    Create,
    ReadWrite,
    ReadOnly,
}

/// SQLite calls itself ready before SQLCipher has set itself up in it (`SQLITE_EXTRA_INIT` runs after the mutex is
/// left), so a second thread that opens a store in that moment finds no cipher. One opening goes first, alone.
static CIPHER_READY: Once = Once::new();

/// Opens `path` with the key and reads its first page, so that a key that does not fit is known here.
pub(crate) fn open(path: &Path, key: &DataKey, access: Access) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_NO_MUTEX
        | match access {
            Access::Create => OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE,
            Access::ReadWrite => OpenFlags::SQLITE_OPEN_READ_WRITE,
            Access::ReadOnly => OpenFlags::SQLITE_OPEN_READ_ONLY,
        };
    // Whatever is wrong with SQLite itself is told by the opening that follows.
    CIPHER_READY.call_once(|| drop(Connection::open_in_memory()));
    let connection = Connection::open_with_flags(path, flags).doing("open the file")?;
    // SQLCipher would write to the terminal what we report as an error.
    connection.execute_batch("PRAGMA cipher_log_level = NONE").doing("silence the log")?;
    give_key(&connection, key)?;
    connection.busy_timeout(Duration::from_millis(200)).doing("set the busy timeout")?;
    connection.execute_batch(include_str!("connection.sql")).doing("set up the connection")?;
    let read = connection.query_row("SELECT count(*) AS objects FROM sqlite_schema", [], |_| Ok(()));
    read.doing("read the first page")?;
    Ok(connection)
}

/// Readers wait for no writer and a save is one fsynced append to the log. Only for the store's own file.
pub(crate) fn log_ahead(connection: &Connection) -> Result<()> {
    connection.execute_batch(include_str!("write_ahead.sql")).doing("switch to the write-ahead log")
}

/// The key itself, not a passphrase: SQLCipher derives nothing and opens at once.
fn give_key(connection: &Connection, key: &DataKey) -> Result<()> {
    let hex = Zeroizing::new(hex::encode(key.0.as_slice()));
    let pragma = Zeroizing::new(format!("PRAGMA key = \"x'{}'\"", hex.as_str()));
    connection.execute_batch(&pragma).doing("give the key")
}
