//! Judging a form while it is being typed: problems, live notes, computed values. Writes nothing.

use std::collections::BTreeMap;

use assess::growth::Gestation;
use assess::{About, EnteredForm};
use facts::answer::Assessment;
use facts::{CivilDate, Life, SubjectId};
use protocol::Protocol;

use crate::role::Deed;
use crate::wire::ranges::LimitsOffered;
use crate::wire::visit::FormChecked;
use crate::{Clinic, Now, Result, wording};

/// What the checks must know of the person; `until`: the last day that may be recorded now.
pub(crate) fn about(life: &Life, protocol: &Protocol, until: CivilDate) -> About {
    let enrolment = &life.enrolment.fact;
    About {
        sex: enrolment.sex,
        born_on: enrolment.born_on,
        today: until,
        dosed_on: life.first_dosed_on(),
        gestation: enrolment.gestation_weeks.and_then(|weeks| Gestation::of(weeks.into(), 0)),
        growth: protocol.growth_reference(),
        ctcae: protocol.ctcae,
    }
}

impl Clinic {
    pub fn check_form(&self, subject: SubjectId, form: &EnteredForm, now: &Now) -> Result<FormChecked> {
        self.need(Deed::Read)?;
        let life = self.life(subject)?;
        let protocol = self.protocol(life.protocol())?;
        let about = about(&life, &protocol, self.judging(now)?.recorded_until());
        let checked = assess::check(form, &about);
        let (mut notes, mut computed) = (Vec::new(), BTreeMap::new());
        if let Some(assessment) = &checked.assessment {
            let earlier: Vec<&Assessment> = life.of_kind(&form.kind).rev().map(|kept| &kept.fact.assessment).collect();
            notes = assess::course(assessment, &earlier);
            notes.extend(assess::notes(assessment, &about));
            computed = wording::computed(&self.words, assessment);
        }
        Ok(FormChecked {
            problems: wording::problem_lines(&self.words, Some(&form.kind), &checked.problems),
            notes: wording::note_lines(&self.words, &form.kind, &notes),
            computed,
            limits: self.limits_for(form, &life),
        })
    }
    /// None as long as the day of the form is no day.
    fn limits_for(&self, form: &EnteredForm, life: &Life) -> Vec<LimitsOffered> {
        match (assess::form(&form.kind), form.collected_on.trim().parse()) {
            (Some(spec), Ok(on)) => self.limits_offered(spec, &life.enrolment.fact, on),
            _ => Vec::new(),
        }
    }
}
