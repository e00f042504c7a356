//! One program at a time: an advisory lock on `<store>.lock`, held while the store is open.
//!
//! The operating system releases it when the program ends, however it ends; the empty file may stay.
//! It is a file of its own because the key slots are replaced by renaming, which would lose a lock on them.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::Path;

use crate::error::At;
use crate::{Result, StoreError, files};

/// Held for as long as it lives.
pub(crate) struct Lock {
    _file: File,
}

pub(crate) fn take(store: &Path) -> Result<Lock> {
    let path = files::beside(store, "lock");
    let file = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&path).at(&path)?;
    match file.try_lock() {
        Ok(()) => Ok(Lock { _file: file }),
        Err(TryLockError::WouldBlock) => Err(StoreError::LockedByAnother),
        // A share that knows no locks: the database's own exclusive mode still keeps a second program out.
        Err(TryLockError::Error(error)) if error.kind() == std::io::ErrorKind::Unsupported => Ok(Lock { _file: file }),
        Err(TryLockError::Error(error)) => Err(StoreError::io(&path, error)),
    }
}

/// True when a program, this one included, has the store open. Leaves nothing behind.
pub(crate) fn is_taken(store: &Path) -> bool {
    let Ok(file) = File::open(files::beside(store, "lock")) else { return false };
    matches!(file.try_lock(), Err(TryLockError::WouldBlock))
}
