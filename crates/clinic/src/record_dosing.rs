//! Recording an administration of the product, whatever its outcome.

use facts::fact::Dosing;
use facts::{Fact, Life, SubjectId};
use store::NewEntry;

use crate::enrol::{Reading, read_dosing};
use crate::role::Deed;
use crate::wire::course::CoursePreview;
use crate::wire::enrol::{DosingForm, Enrolled};
use crate::{Clinic, Now, Result, wording};

impl Clinic {
    pub fn record_dosing(&mut self, subject: SubjectId, form: &DosingForm, now: &Now) -> Result<Enrolled> {
        self.need(Deed::Enter)?;
        let life = self.life(subject)?;
        let (dosing, reading) = self.read_further_dosing(&life, form, now)?;
        let problems = wording::problem_lines(&self.words, None, &reading.problems);
        match dosing {
            Some(dosing) if !reading.stops() && !reading.unanswered(&form.because) => {
                let reason = Some(form.because.trim().to_owned()).filter(|text| !text.is_empty());
                let entry = NewEntry { reason, ..self.new_entry(Fact::Dosing(dosing), now) };
                self.write(subject, vec![entry])?;
                Ok(Enrolled { subject: Some(subject), problems })
            }
            _ => Ok(Enrolled { subject: None, problems }),
        }
    }

    /// Every date that a further dosing would move, add or put an end to, before it is saved. Writes nothing.
    pub fn preview_dosing(&self, subject: SubjectId, form: &DosingForm, now: &Now) -> Result<CoursePreview> {
        self.need(Deed::Read)?;
        let life = self.life(subject)?;
        let (dosing, reading) = self.read_further_dosing(&life, form, now)?;
        let new = dosing.filter(|_| !reading.stops()).map(|dosing| self.new_entry(Fact::Dosing(dosing), now));
        self.what_moves(subject, new.into_iter().collect(), &reading, now)
    }

    fn read_further_dosing(&self, life: &Life, form: &DosingForm, now: &Now) -> Result<(Option<Dosing>, Reading)> {
        let mut reading = Reading::default();
        let mut form = form.clone();
        if form.number == 0 {
            form.number = life.dosings.iter().map(|kept| kept.fact.number).max().unwrap_or(0) + 1;
        }
        let taken = life.dosings.iter().any(|kept| kept.fact.number == form.number);
        if taken {
            reading.stop("dosing.number", "dosing-number-taken", &[("value", &form.number.to_string())]);
        }
        let until = self.judging(now)?.recorded_until();
        let dosing = read_dosing(&form, Some(life.enrolment.fact.born_on), until, &mut reading);
        Ok((dosing, reading))
    }
}
