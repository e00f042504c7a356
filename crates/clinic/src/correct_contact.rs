//! Correcting what was recorded of a contact: its day and the visits that it answers, or that it never took place; and
//! taking back an event, a visit said to be missed, or a move to another version. Each is a new version of its record.

use facts::fact::{EnteredInError, Recorded, Visit};
use facts::{CivilDate, Fact, Kept, Life, RecordId};

use crate::change_course::Change;
use crate::enrol::Reading;
use crate::review_visit::ask_about_codes;
use crate::wire::course::CourseChange;
use crate::{Clinic, Now, Refusal, Result};

impl Clinic {
    /// The contact as it was, with the forms that bear its day where they are to move along.
    pub(crate) fn read_visit_correction(
        &self,
        life: &Life,
        change: &CourseChange,
        now: &Now,
        reading: &mut Reading,
    ) -> Result<Option<Change>> {
        let CourseChange::Visit { record, codes, on, mode, note, forms_too } = change else { return Ok(None) };
        let kept = find(&life.visits, *record)?;
        let codes: Vec<String> = codes.iter().filter(|code| !code.is_empty()).cloned().collect();
        ask_about_codes("codes", &codes, (life, &self.owed(life)?), Some(*record), reading);
        let Some(on) = reading.day("on", on, self.judging(now)?.recorded_until()) else { return Ok(None) };
        self.ask_about_day(on, life, reading);
        let mut codes = codes.into_iter();
        let fact = Visit { code: codes.next(), also: codes.collect(), on, mode: *mode, note: note.trim().to_owned() };
        let mut change = Change::of(Some((kept.record, kept.entry)), Fact::Visit(fact));
        if *forms_too && on != kept.fact.on {
            change.along = of_day(life, *record, kept.fact.on).map(|form| moved(form, on)).collect();
        }
        Ok(Some(change))
    }

    /// The contact never took place: its forms were never filled in, or stay as records of their own day.
    pub(crate) fn read_no_visit(life: &Life, record: RecordId, forms_too: bool) -> Result<Change> {
        let mut change = void(find(&life.visits, record)?);
        if forms_too {
            change.along = life.assessments.iter().filter(|kept| kept.fact.visit == Some(record)).map(void).collect();
        }
        Ok(change)
    }
}

/// The record was entered in error, whatever it says.
pub(crate) fn void<T>(kept: &Kept<T>) -> Change {
    Change::of(Some((kept.record, kept.entry)), Fact::EnteredInError(EnteredInError {}))
}

/// What is to be taken back, among the records of its kind.
pub(crate) fn find<T>(among: &[Kept<T>], record: RecordId) -> Result<&Kept<T>> {
    among.iter().find(|kept| kept.record == record).ok_or_else(|| Refusal::fix("no-such-record"))
}

fn of_day(life: &Life, visit: RecordId, on: CivilDate) -> impl Iterator<Item = &Kept<Recorded>> {
    let own = move |kept: &&Kept<Recorded>| kept.fact.visit == Some(visit) && kept.fact.assessment.collected_on == on;
    life.assessments.iter().filter(own)
}

fn moved(kept: &Kept<Recorded>, on: CivilDate) -> Change {
    let mut fact = kept.fact.clone();
    fact.assessment.collected_on = on;
    Change::of(Some((kept.record, kept.entry)), Fact::Assessment(fact))
}
