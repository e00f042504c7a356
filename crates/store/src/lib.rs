//! One encrypted file a site: the append-only ledger, the rows computed from it, keys and backups.
//!
//! Knows files, keys, SQL and how entries are chained. Does not know what an obligation or a finding
//! means: rows arrive as plain columns from `clinic`, and today's date as an argument.
//! Why the keys are as they are: docs/decisions/002; how a hash is recomputed by hand: 003.
#![allow(clippy::disallowed_methods, reason = "the store is the one crate of the line that touches files")]

mod append;
mod attachments;
mod backup;
mod connection;
mod drafts;
mod error;
mod files;
mod identity;
mod keys;
mod ledger;
mod lock;
mod look_back;
mod migrate;
mod open;
mod pack;
mod preferences;
mod projections;
mod settings;
mod stamp;
mod users;
mod verify;

#[cfg(test)]
mod tests;

pub use append::{Along, NewEntry, Taken};
pub use attachments::{Batch, Document, digest};
pub use backup::{BackupMade, ProvenBackup};
pub use drafts::Draft;
pub use error::StoreError;
pub use keys::cost::Cost;
pub use keys::kit::RecoveryKit;
pub use ledger::whole::WholeLine;
pub use open::{Creation, Peek, Store};
pub use pack::{Pack, PackMade, Part};
pub use projections::{
    AppointmentRow, DueRow, ExpectedRow, FindingRow, KitRow, ObligationRow, OpenAppointment, OpenWindow, SubjectRow,
    SubjectRows, SubjectState,
};
pub use stamp::Stamp;
pub use users::{NewUser, Rekeyed};
pub use verify::{Break, Broken, Verdict};

pub(crate) type Result<T> = std::result::Result<T, StoreError>;
