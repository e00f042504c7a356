//! Users, backups and checks.

use facts::Role;
use serde::{Deserialize, Serialize};
use specta::Type;

#[derive(Clone, Debug, Serialize, Type)]
pub struct UserLine {
    pub login: String,
    pub name: String,
    pub role: Role,
    pub role_text: String,
    pub active: bool,
}

#[derive(Clone, Debug, Deserialize, Type)]
pub struct NewUserForm {
    pub login: String,
    pub name: String,
    pub role: Role,
    pub passphrase: String,
}

#[derive(Clone, Debug, Deserialize, Type)]
pub struct PassphraseForm {
    pub old: String,
    pub new: String,
}

/// The head of every paper.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
pub struct SiteForm {
    pub name: String,
    pub telephone: String,
    pub address: String,
    /// Why it is changed.
    pub because: String,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct BackupLine {
    pub path: String,
    pub at: String,
    pub entries: u32,
    pub proven: bool,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct VerdictLine {
    pub entries: u32,
    pub devices: u32,
    pub ok: bool,
    /// Each break or failed check, as found.
    pub details: Vec<String>,
    pub text: String,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct Exported {
    pub path: String,
    pub lines: u32,
}
