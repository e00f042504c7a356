//! Everyone accounted for: each enrolled subject is in exactly one of these states.

use facts::fact::Status;
use facts::{CivilDate, Life, Period};
use protocol::Protocol;
use serde::{Deserialize, Serialize};

use crate::day::Day;
use crate::obligation::{Dates, Obligation};
use crate::schedule::fixed_day;
use crate::standing::{Standing, standing};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum Accounted {
    UpToDate,
    Due,
    Overdue,
    /// Something is owed, and the computer's date cannot say whether it is late.
    NotJudged,
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
            Some(Standing::DueSoon { .. } | Standing::Open { .. } | Standing::Waits { .. }) => Accounted::Due,
            Some(Standing::NotJudged) => Accounted::NotJudged,
            _ => Accounted::UpToDate,
        },
    }
}

/// Whatever is most urgent on the day, and how it stands: the longest overdue, else what is open and ends first, else
/// what opens first. `None` when everything is settled.
pub fn most_pressing<'a>(
    obligations: &'a [Obligation],
    day: impl Into<Day>,
    due_soon: &Period,
) -> Option<(&'a Obligation, Standing)> {
    let day = day.into();
    let unsettled = obligations.iter().filter(|obligation| obligation.settled.is_none());
    let standing_now = unsettled.map(|obligation| (obligation, standing(obligation, day, due_soon)));
    standing_now.min_by_key(|(obligation, standing)| urgency(&obligation.window, standing))
}

/// The order of urgency on a day; smaller is more urgent. By a date that is not to be believed, what ends first.
pub fn urgency(window: &Dates, standing: &Standing) -> impl Ord + use<> {
    let (group, days) = match standing {
        Standing::Overdue { days } => (0, -days),
        Standing::Open { days_left } | Standing::DueSoon { days_left } => (1, *days_left),
        // Whatever has a last day goes first.
        Standing::Waits { days } => (2, -days),
        Standing::NotYetOpen { days } => (3, *days),
        _ => (4, 0),
    };
    (group, days, window.latest_on, window.due_on)
}

/// Last day of follow-up; `None` while its beginning is not known.
pub fn followed_until(protocol: &Protocol, life: &Life) -> Option<CivilDate> {
    Some(fixed_day(&protocol.follow_up_from, protocol, life)?.plus(&protocol.follow_up))
}

/// How many are counted in each state. Holds nothing but the parts, so that they cannot disagree with the sum.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct Tally {
    pub up_to_date: u32,
    pub due: u32,
    pub overdue: u32,
    pub not_judged: u32,
    pub lost: u32,
    pub withdrawn: u32,
    pub transferred: u32,
    pub deceased: u32,
    pub completed: u32,
}

impl Tally {
    pub fn add(&mut self, accounted: Accounted) {
        *match accounted {
            Accounted::UpToDate => &mut self.up_to_date,
            Accounted::Due => &mut self.due,
            Accounted::Overdue => &mut self.overdue,
            Accounted::NotJudged => &mut self.not_judged,
            Accounted::Lost => &mut self.lost,
            Accounted::Withdrawn => &mut self.withdrawn,
            Accounted::Transferred => &mut self.transferred,
            Accounted::Deceased => &mut self.deceased,
            Accounted::Completed => &mut self.completed,
        } += 1;
    }

    /// Everyone enrolled: the sum of the parts.
    pub fn enrolled(&self) -> u32 {
        let on_follow_up = self.up_to_date + self.due + self.overdue + self.not_judged;
        on_follow_up + self.lost + self.withdrawn + self.transferred + self.deceased + self.completed
    }
}

impl FromIterator<Accounted> for Tally {
    fn from_iter<I: IntoIterator<Item = Accounted>>(all: I) -> Self {
        let mut tally = Self::default();
        all.into_iter().for_each(|accounted| tally.add(accounted));
        tally
    }
}
