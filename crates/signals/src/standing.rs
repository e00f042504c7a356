//! Where a finding stands with people: their handlings in the order in which they were made.
//!
//! A finding is reported when everyone it owes a report was told. Whether a report came in time is said by `followup`.

use std::collections::BTreeSet;

use facts::fact::{Action, Handling};
use facts::{Kept, Life};
use serde::{Deserialize, Serialize};

use crate::finding::Finding;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename = "FindingStanding", rename_all = "kebab-case")]
pub enum Standing {
    Open,
    /// Someone looks into it, or a part of its reports was sent.
    Taken,
    Reviewed,
    /// Everyone who is owed a report was told.
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
    let mut told: BTreeSet<&str> = BTreeSet::new();
    for kept in handlings(finding, life) {
        standing = match kept.fact.action {
            Action::Comment => continue,
            Action::Take => Standing::Taken,
            Action::Reviewed => Standing::Reviewed,
            Action::Reported => {
                told.extend(finding.recipients().filter(|to| tells(&kept.fact, to)));
                let all = finding.recipients().all(|to| told.contains(to));
                match standing {
                    _ if all => Standing::Reported,
                    Standing::Reviewed => Standing::Reviewed,
                    _ => Standing::Taken,
                }
            }
            Action::Dismissed => Standing::Dismissed,
            Action::Reopened => {
                told.clear();
                Standing::Reopened
            }
        };
        looked_at = Some(&kept.fact.evidence);
    }
    let closed = !standing.is_open();
    if closed && looked_at.is_some_and(|digest| *digest != finding.digest()) { Standing::Reopened } else { standing }
}

/// The report to a recipient: the first since the finding was last reopened by a person.
pub fn report_to<'a>(finding: &Finding, life: &'a Life, to: &str) -> Option<&'a Kept<Handling>> {
    let mut report = None;
    for kept in handlings(finding, life) {
        match kept.fact.action {
            Action::Reported if tells(&kept.fact, to) => report = report.or(Some(kept)),
            Action::Reopened => report = None,
            _ => {}
        }
    }
    report
}

/// What was done about a finding, oldest first.
pub fn handlings<'a>(finding: &Finding, life: &'a Life) -> impl DoubleEndedIterator<Item = &'a Kept<Handling>> {
    life.handlings.iter().filter(move |kept| kept.fact.finding == finding.key)
}

/// A report that names nobody was kept before recipients were asked for: it was meant for all.
fn tells(handling: &Handling, to: &str) -> bool {
    handling.sent.as_ref().is_none_or(|sent| sent.to == to)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::story::Story;

    fn event() -> Story {
        Story::of("serious-adverse-event", &[]).reporting().form(
            "2026-01-12",
            "adverse-event",
            &[("=term", "Sepsis", ""), ("serious", "yes", "")],
        )
    }

    fn stands(story: &Story) -> Standing {
        standing(&story.findings()[0], story.life())
    }

    #[test]
    fn it_is_reported_when_everyone_was_told() {
        let story = event().handled(Action::Reported, Some("sponsor"));
        assert_eq!(stands(&story), Standing::Taken, "the authority is still owed one");
        assert!(report_to(&story.findings()[0], story.life(), "sponsor").is_some());
        assert!(report_to(&story.findings()[0], story.life(), "authority").is_none());
        assert_eq!(stands(&story.handled(Action::Reported, Some("authority"))), Standing::Reported);
    }

    #[test]
    fn a_report_of_before_recipients_were_asked_for_counts_for_all() {
        assert_eq!(stands(&event().handled(Action::Reported, None)), Standing::Reported);
    }

    #[test]
    fn a_part_of_the_reports_does_not_open_what_was_reviewed() {
        let story = event().handled(Action::Reviewed, None).handled(Action::Reported, Some("sponsor"));
        assert_eq!(stands(&story), Standing::Reviewed);
    }

    #[test]
    fn whoever_reopens_it_wants_the_reports_again() {
        let told = event().handled(Action::Reported, None).handled(Action::Reopened, None);
        assert!(report_to(&told.findings()[0], told.life(), "sponsor").is_none());
        assert_eq!(stands(&told.clone().handled(Action::Reported, Some("sponsor"))), Standing::Taken);
    }
}
