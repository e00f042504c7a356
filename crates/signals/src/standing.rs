//! Where a finding stands with people: their handlings in the order in which they were made.

use facts::Life;
use facts::fact::Action;
use serde::{Deserialize, Serialize};

use crate::finding::Finding;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename = "FindingStanding", rename_all = "kebab-case")]
pub enum Standing {
    Open,
    /// Someone looks into it.
    Taken,
    Reviewed,
    Reported,
    Dismissed,
    /// Handled before, then new evidence came or a person reopened it.
    Reopened,
}

impl Standing {
    /// Still wants somebody.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Open | Self::Taken | Self::Reopened)
    }
}

/// A handling of other evidence than today's reopens the finding visibly.
pub fn standing(finding: &Finding, life: &Life) -> Standing {
    let mut standing = Standing::Open;
    let mut looked_at = None;
    for kept in life.handlings.iter().filter(|kept| kept.fact.finding == finding.key) {
        standing = match kept.fact.action {
            Action::Comment => continue,
            Action::Take => Standing::Taken,
            Action::Reviewed => Standing::Reviewed,
            Action::Reported => Standing::Reported,
            Action::Dismissed => Standing::Dismissed,
            Action::Reopened => Standing::Reopened,
        };
        looked_at = Some(&kept.fact.evidence);
    }
    let closed = !standing.is_open();
    if closed && looked_at.is_some_and(|digest| *digest != finding.digest()) { Standing::Reopened } else { standing }
}
