//! As known on a past day: every list, subject, finding and line of the ledger as it stood that evening, read-only.
//!
//! An inspector asks "what did the list say on 3 March 2029, with what you knew then?". The entries recorded until the
//! end of that day are replayed through the same `refresh::rows` that a save goes through; the rows live in memory and
//! today is that day. Rules and words are those of this program: what an older release computed from the same entries
//! is not repeated. Which day an entry was known on is its own stamp's to say (`store::look_back`).

use std::collections::BTreeSet;

use facts::{CivilDate, Entry, Fact};
use store::Stamp;

use crate::role::Deed;
use crate::wire::start::Session;
use crate::{Clinic, Now, Refusal, Result, keep_reference_ranges, refresh};

impl Clinic {
    /// Turns to the evening of a past day; the session says so from then on.
    pub fn look_back(&mut self, day: CivilDate, now: &Now) -> Result<Session> {
        self.need(Deed::Read)?;
        let refused = |code: &str| {
            let day = self.words.date_short(&day.to_string());
            Refusal::fix(code).about("as_of").with("date", day)
        };
        if day >= now.today {
            return Err(refused("as-of-not-past"));
        }
        let first = self.store.first_recorded_at()?.and_then(|at| at.get(..10).and_then(|day| day.parse().ok()));
        if let Some(first) = first.filter(|first: &CivilDate| day < *first) {
            return Err(refused("as-of-before-store").with("first", self.words.date_short(&first.to_string())));
        }
        if let Err(refusal) = self.turn_to(day) {
            self.turn_back()?;
            return Err(refusal);
        }
        self.session(now)
    }

    /// Back to the present.
    pub fn look_ahead(&mut self, now: &Now) -> Result<Session> {
        self.turn_back()?;
        self.session(now)
    }

    pub fn looking_back(&self) -> Option<CivilDate> {
        self.looking_back
    }

    /// The moment that is shown: the evening of the past day while one looks back, with the offset of the desk.
    pub fn shown(&self, now: &Now) -> Now {
        let Some(day) = self.looking_back else { return now.clone() };
        let offset = now.stamp.at.get(19..).unwrap_or("+00:00");
        let stamp = Stamp { at: format!("{day}T23:59:59{offset}"), ..now.stamp.clone() };
        Now { today: day, desk_on: now.desk_on, stamp }
    }

    /// Refuses what would write while a past day is shown.
    pub(crate) fn need_present(&self) -> Result<()> {
        let Some(day) = self.looking_back else { return Ok(()) };
        Err(Refusal::not_allowed("as-of-read-only").with("date", self.words.date_short(&day.to_string())))
    }

    /// The day in the name of a paper's file: a past one must not be taken for one printed then.
    pub(crate) fn day_in_name(&self, now: &Now) -> String {
        match self.looking_back {
            Some(day) => format!("{}-as-of-{day}", now.desk_on),
            None => now.today.to_string(),
        }
    }

    /// What every paper says of itself.
    pub(crate) fn marks(&self, now: &Now) -> Result<documents::Marks> {
        let not_judged = !self.judging(now)?.is_judged();
        Ok(documents::Marks { practice: self.site.practice, as_of: self.looking_back, not_judged })
    }

    fn turn_to(&mut self, day: CivilDate) -> Result<()> {
        self.store.look_back(day)?;
        self.looking_back = Some(day);
        let present = self.protocols.clone();
        self.forget()?;
        // A clock that ran behind can have dated a person before the text they follow: nobody is left out for that.
        let mut lacking = BTreeSet::new();
        let mut named = |entries: &[Entry]| {
            for reference in entries.iter().filter_map(|entry| protocol_of(&entry.fact)) {
                if present.contains_key(reference) && !self.protocols.contains_key(reference) {
                    lacking.insert(reference.to_owned());
                }
            }
        };
        self.store.fill_past(&mut |subject, entries| {
            let known = refresh::rows(subject, entries, &self.protocols);
            if known.is_none() {
                named(entries);
            }
            known.or_else(|| refresh::rows(subject, entries, &present))
        })?;
        lacking.iter().for_each(|reference| self.protocols.add_from(&present, reference));
        Ok(())
    }

    fn turn_back(&mut self) -> Result<()> {
        self.store.look_ahead()?;
        self.looking_back = None;
        self.forget()
    }

    /// Nothing that was read on one side of a day is shown on the other.
    fn forget(&mut self) -> Result<()> {
        self.parts.clear();
        self.board.take();
        self.agenda.take();
        self.ranges = keep_reference_ranges::of_store(&self.store)?;
        self.reread_site()
    }
}

/// `id@version` that a fact says is followed.
fn protocol_of(fact: &Fact) -> Option<&str> {
    match fact {
        Fact::Enrolment(enrolment) => Some(&enrolment.protocol),
        Fact::Amendment(amendment) => Some(&amendment.protocol),
        Fact::Track(track) => Some(&track.protocol),
        _ => None,
    }
}
