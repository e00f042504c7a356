//! What can go wrong with a store: one variant for each thing a person can do something about.
//!
//! Fields, not prose: `clinic` turns each into a code, and the catalogues word it with its remedy.

use std::io;
use std::path::{Path, PathBuf};

use facts::EntryId;
use rusqlite::ErrorCode;

#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    #[error("the passphrase does not open the slot")]
    WrongPassphrase,
    #[error("no active user with login {login}")]
    UnknownUser { login: String },
    #[error("not a store: {path}")]
    NotAStore { path: PathBuf },
    /// The key fits, the content does not.
    #[error("damaged at {place}: {detail}")]
    Damaged { place: String, detail: String },
    #[error("schema {found} is newer than the known {known}")]
    NewerSchema { found: u32, known: u32 },
    #[error("already exists: {path}")]
    AlreadyExists { path: PathBuf },
    /// The folder is there, the store is not.
    #[error("no store at {path}")]
    Missing { path: PathBuf },
    /// The folder itself, or the disk it is on, is not there.
    #[error("folder or disk not there: {path}")]
    DiskMissing { path: PathBuf },
    #[error("disk full")]
    DiskFull,
    #[error("cannot be written")]
    ReadOnly,
    #[error("open in another program")]
    LockedByAnother,
    /// The file of key slots beside the store is gone; the recovery kit still opens it.
    #[error("key slots missing: {path}")]
    SlotsMissing { path: PathBuf },
    #[error("passphrase shorter than {least} characters")]
    WeakPassphrase { least: usize },
    /// A key slot that is too cheap to guess, in a store that is not for practice.
    #[error("key derivation uses less than {least_mib} MiB")]
    WeakCost { least_mib: u32 },
    #[error("login {login} is taken")]
    LoginTaken { login: String },
    #[error("the last person who can manage users")]
    LastAdministrator,
    #[error("subject code {code} is already used")]
    DuplicateCode { code: String },
    /// Not the words of this store; `word` counts from 1 when one of them is in no word list.
    #[error("recovery words do not fit (word {word:?})")]
    KitWords { word: Option<usize> },
    /// A file that no site handed over.
    #[error("no hand-over pack: {path}")]
    NotAPack { path: PathBuf },
    #[error("pack of format {found} is newer than the known {known}")]
    NewerPack { found: u32, known: u32 },
    /// It ends before it should: a copy that was broken off.
    #[error("pack ends too early: {path}")]
    PackCutOff { path: PathBuf },
    /// It is not what the other site sealed.
    #[error("pack was changed: {path}")]
    PackChanged { path: PathBuf },
    #[error("the identity was erased")]
    IdentityErased,
    /// A version supersedes, or a caller asks for, an entry that this subject's ledger does not hold.
    #[error("no such entry: {entry}")]
    NoSuchEntry { entry: EntryId },
    #[error("{place}: {source}")]
    Io {
        place: String,
        #[source]
        source: io::Error,
    },
    #[error("{doing}: {source}")]
    Sql {
        doing: &'static str,
        #[source]
        source: rusqlite::Error,
    },
}

impl StoreError {
    /// What an error of the file system means for the person.
    pub(crate) fn io(place: &Path, source: io::Error) -> Self {
        match source.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull,
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            _ => Self::Io { place: place.display().to_string(), source },
        }
    }

    /// What an error of the database means for the person.
    pub(crate) fn sql(doing: &'static str, source: rusqlite::Error) -> Self {
        match source.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::DiskFull,
            Some(ErrorCode::ReadOnly) => Self::ReadOnly,
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::LockedByAnother,
            Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => {
                Self::Damaged { place: doing.to_owned(), detail: source.to_string() }
            }
            _ => Self::Sql { doing, source },
        }
    }

    /// A stored value that this program could only have written otherwise.
    pub(crate) fn damaged(place: &str, detail: impl ToString) -> Self {
        Self::Damaged { place: place.to_owned(), detail: detail.to_string() }
    }
}

/// Names what was being done when the database refused.
pub(crate) trait Doing<T> {
    fn doing(self, what: &'static str) -> Result<T, StoreError>;
}

impl<T> Doing<T> for rusqlite::Result<T> {
    fn doing(self, what: &'static str) -> Result<T, StoreError> {
        self.map_err(|source| StoreError::sql(what, source))
    }
}

/// Names the path at which the file system refused.
pub(crate) trait At<T> {
    fn at(self, place: &Path) -> Result<T, StoreError>;
}

impl<T> At<T> for io::Result<T> {
    fn at(self, place: &Path) -> Result<T, StoreError> {
        self.map_err(|source| StoreError::io(place, source))
    }
}
