//! Lost, withdrawn, transferred, deceased, completed, and back: each with its day and reason, all reversible. What is
//! still booked is called off in the same step where that was asked for.

use facts::Fact;
use facts::fact::StatusChange;

use crate::contact::BeforeLost;
use crate::enrol::Reading;
use crate::role::Deed;
use crate::wire::enrol::{Enrolled, StatusForm};
use crate::{Clinic, Now, Result, wording};

impl Clinic {
    pub fn change_status(&mut self, form: &StatusForm, now: &Now) -> Result<Enrolled> {
        self.need(Deed::Enter)?;
        let life = self.life(form.subject)?;
        let mut reading = Reading::default();
        let on = reading.day("on", &form.on, self.judging(now)?.recorded_until());
        let texts = self.texts(&life)?;
        let complete = wording::plain(&self.words, "status-ladder-complete");
        let because = match (self.before_lost(&life, &texts, form.status, now)?, form.because.trim()) {
            // The ladder was climbed to its end: that is the reason.
            (BeforeLost::Complete, "") => complete.as_str(),
            (BeforeLost::Unfinished { next }, "") => {
                reading.stop("because", "ladder-unfinished", &[("next", &next)]);
                ""
            }
            (_, because) => because,
        };
        if because.is_empty() && !reading.stops() {
            reading.stop("because", "needed", &[]);
        }
        let enrolled = life.enrolment.fact.enrolled_on;
        if let Some(on) = on.filter(|on| *on < enrolled) {
            reading.stop("on", "before-enrolment", &[("value", &on.to_string()), ("enrolled", &enrolled.to_string())]);
        }
        let problems = wording::problem_lines(&self.words, None, &reading.problems);
        let Some(on) = on.filter(|_| !reading.stops()) else { return Ok(Enrolled { subject: None, problems }) };
        let change = StatusChange { status: form.status, on, because: because.to_owned() };
        let mut new = if form.call_off { self.called_off_by(&life, &change, now)? } else { Vec::new() };
        new.push(self.new_entry(Fact::StatusChange(change), now));
        self.write(form.subject, new)?;
        Ok(Enrolled { subject: Some(form.subject), problems })
    }
}
