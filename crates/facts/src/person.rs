//! Sex as recorded for reference tables, and the identity that is kept apart from clinical facts.

use serde::{Deserialize, Serialize};

/// CDISC SDTM controlled terminology SEX (C66731): F, M, U, UNDIFFERENTIATED.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum Sex {
    Female,
    Male,
    Undifferentiated,
    Unknown,
}

/// Who the subject is and how to reach the family. Only ever stored sealed under the subject's own key.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct Identity {
    pub name: String,
    /// What the family wants on paper (first name, initials, a pet name); may be empty.
    pub called: String,
    pub contacts: Vec<Contact>,
    pub note: String,
}

/// One way to reach someone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct Contact {
    /// Mother, grandfather, the subject, general practitioner …, in the family's words.
    pub who: String,
    pub telephone: String,
    pub email: String,
    pub address: String,
}
