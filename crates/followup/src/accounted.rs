//! Everyone accounted for: each enrolled subject is in exactly one of these states.

use facts::fact::Status;
use serde::{Deserialize, Serialize};

use crate::standing::Standing;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum Accounted {
    UpToDate,
    Due,
    Overdue,
    Lost,
    Withdrawn,
    Transferred,
    Deceased,
    Completed,
}

/// A function of the status and of the most pressing open obligation, so that nobody can be in two states or none.
pub fn accounted(status: Status, most_pressing: Option<Standing>) -> Accounted {
    match status {
        Status::LostToFollowUp => Accounted::Lost,
        Status::Withdrawn => Accounted::Withdrawn,
        Status::Transferred => Accounted::Transferred,
        Status::Deceased => Accounted::Deceased,
        Status::Completed => Accounted::Completed,
        Status::OnFollowUp => match most_pressing {
            Some(Standing::Overdue { .. }) => Accounted::Overdue,
            Some(Standing::DueSoon { .. } | Standing::Open { .. }) => Accounted::Due,
            _ => Accounted::UpToDate,
        },
    }
}
