//! The clock guard: may lateness be judged by the date of this computer?
//!
//! A computer whose date lies before an entry has a wrong date now or had one then; either way "overdue" would be a
//! guess. Asked by every list, page and paper before anything is judged; what then stands in place of a verdict is
//! `followup`'s (`Standing::NotJudged`). Recording goes on: the truth is never blocked. An entry by a wrong date does
//! not silence the guard: only the date itself does, or a person who says that it is right.

use facts::Fact;
use facts::fact::DateConfirmed;
use followup::Day;

use crate::role::Deed;
use crate::{Clinic, Now, Refusal, Result};

impl Clinic {
    /// The day by which standings are judged; of a past day that is shown, that day.
    pub(crate) fn judging(&self, now: &Now) -> Result<Day> {
        let last_entry_on = self.store.latest_day(self.agenda()?.date_confirmed)?;
        Ok(Day::of(now.today, last_entry_on))
    }

    /// Somebody looked at a calendar: this computer is right, and what is dated after today was written by a wrong
    /// date. That entries bear it is not mended; the reason stands beside them for whoever reads the ledger.
    pub fn confirm_date(&mut self, because: &str, now: &Now) -> Result<()> {
        self.need(Deed::ConfirmDate)?;
        let Day::Behind { today, last_entry_on } = self.judging(now)? else {
            return Err(Refusal::fix("date-not-behind"));
        };
        let because = because.trim().to_owned();
        if because.is_empty() {
            return Err(Refusal::fix("field-empty").about("because"));
        }
        let confirmed = DateConfirmed { on: today, last_entry_on, because };
        self.write_site(vec![self.new_entry(Fact::DateConfirmed(confirmed), now)])?;
        Ok(())
    }
}
