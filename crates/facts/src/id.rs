//! Identifiers, one type each, so that a record is never taken for a subject.
//! They are given from outside: making one needs a clock and randomness, which live in `store`.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! identifier {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, specta::Type)]
        #[specta(transparent)]
        pub struct $name(#[specta(type = String)] pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({})", stringify!($name), self.0)
            }
        }
        impl FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, uuid::Error> {
                text.parse().map(Self)
            }
        }
    };
}

identifier!(
    /// One line of the ledger (UUIDv7).
    EntryId
);
identifier!(
    /// What the line is about; versions of one record share it.
    RecordId
);
identifier!(
    /// The person followed. Internal: people read the subject code.
    SubjectId
);
identifier!(
    /// Somebody who decides for a child: who that is stands in the sealed identity alone.
    GuardianId
);
identifier!(
    /// The laptop that wrote the line.
    DeviceId
);
