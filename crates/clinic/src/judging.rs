//! The clock guard: may lateness be judged by the date of this computer?
//!
//! A computer whose date lies before the last entry has a wrong date now or had one then; either way "overdue" would be
//! a guess. Asked by every list, page and paper before anything is judged; what then stands in place of a verdict is
//! `followup`'s (`Standing::NotJudged`). Recording goes on: the truth is never blocked.

use followup::Day;

use crate::{Clinic, Now, Result};

impl Clinic {
    /// The day by which standings are judged; of a past day that is shown, that day.
    pub(crate) fn judging(&self, now: &Now) -> Result<Day> {
        let last = self.store.last_recorded_at()?;
        // The civil day of an entry is the first ten characters of its stamp.
        let last_entry_on = last.as_deref().and_then(|at| at.get(..10)).and_then(|day| day.parse().ok());
        Ok(Day::of(now.today, last_entry_on))
    }
}
