//! Before and at the unlocking of a store.

use facts::{CivilDate, Role};
use serde::{Deserialize, Serialize};
use specta::Type;

#[derive(Clone, Debug, Serialize, Type)]
pub struct StoreFound {
    pub path: String,
    pub practice: bool,
    pub locked_by_another: bool,
}

/// What the first screen needs to know.
#[derive(Clone, Debug, Serialize, Type)]
pub struct Start {
    pub stores: Vec<StoreFound>,
    pub default_path: String,
    pub version: String,
    pub language: String,
    pub languages: Vec<LanguageLine>,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct LanguageLine {
    pub tag: String,
    pub name: String,
    pub reviewed: bool,
}

#[derive(Clone, Debug, Deserialize, Type)]
pub struct NewStore {
    pub path: String,
    pub site_name: String,
    pub telephone: String,
    pub address: String,
    pub admin_login: String,
    pub admin_name: String,
    pub admin_role: Role,
    pub passphrase: String,
    pub language: String,
}

/// The recovery kit, shown once and printed.
#[derive(Clone, Debug, Serialize, Type)]
pub struct StoreMade {
    pub kit_words: Vec<String>,
    pub kit_pdf: String,
    pub session: Session,
}

#[derive(Clone, Debug, Deserialize, Type)]
pub struct Unlocking {
    pub path: String,
    pub login: String,
    pub passphrase: String,
}

/// Opening with the printed words, which sets a new passphrase for a user.
#[derive(Clone, Debug, Deserialize, Type)]
pub struct KitUnlocking {
    pub path: String,
    pub words: String,
    pub login: String,
    pub passphrase: String,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct Person {
    pub login: String,
    pub name: String,
    pub role: Role,
}

/// Who is at the desk, in which store, on which day.
#[derive(Clone, Debug, Serialize, Type)]
pub struct Session {
    pub site: String,
    pub path: String,
    pub practice: bool,
    pub user: Person,
    pub today: CivilDate,
    pub language: String,
    pub auto_lock_minutes: u32,
    pub saved_at: Option<String>,
    /// The computer's date lies before the last entry: lateness is not to be believed.
    pub clock_behind: bool,
    /// The day of that entry.
    pub last_entry_on: Option<CivilDate>,
    /// Everything is shown as it was known at the end of this past day, and nothing can be recorded.
    pub as_of: Option<CivilDate>,
    pub proven_backup_at: Option<String>,
}
