//! A new version of an assessment: a correction with its reason, or the result that was awaited.

use facts::answer::Closure;
use facts::fact::Recorded;
use facts::{Fact, RecordId, SubjectId};
use store::NewEntry;

use crate::check_form::about;
use crate::role::Deed;
use crate::wire::visit::{Correction, FormOpened, Receipt};
use crate::{Clinic, Now, Refusal, Result};

impl Clinic {
    /// A stored assessment as it would be typed.
    pub fn form_of(&self, subject: SubjectId, record: RecordId) -> Result<FormOpened> {
        self.need(Deed::Read)?;
        let life = self.life(subject)?;
        let kept = life.assessments.iter().find(|kept| kept.record == record);
        let assessment = &kept.ok_or_else(|| Refusal::fix("no-such-record"))?.fact.assessment;
        let spec = assess::form(&assessment.kind).ok_or_else(|| Refusal::fix("kind-unknown"))?;
        let due = self.form_by_hand(&life, &assessment.kind, spec);
        Ok(FormOpened { record, form: assess::entered(assessment), due })
    }

    pub fn correct_record(&mut self, correction: &Correction, now: &Now) -> Result<Receipt> {
        self.need(Deed::Enter)?;
        let life = self.life(correction.subject)?;
        let texts = self.texts(&life)?;
        let protocol = texts.current();
        let kept = life.assessments.iter().find(|kept| kept.record == correction.record);
        let kept = kept.ok_or_else(|| Refusal::fix("no-such-record"))?;
        let awaited = kept.fact.assessment.closure == Closure::Awaited;
        let because = correction.because.trim();
        if because.is_empty() && !awaited {
            return Err(Refusal::ask("reason-for-change").about("because"));
        }
        let until = self.judging(now)?.recorded_until();
        let checked = assess::check(&correction.form, &about(&life, &protocol, until));
        let asks = checked.problems.iter().any(|p| p.severity == assess::Severity::AsksReason) && because.is_empty();
        let Some(mut assessment) = checked.assessment.filter(|_| !asks) else {
            return Err(Refusal::fix("form-not-ready").about("form"));
        };
        if !assess::integration::carried(&kept.fact.assessment, &mut assessment) {
            return Err(Refusal::fix("import-clones-changed").about("clones"));
        }
        let reason = if because.is_empty() {
            self.words.say("reason-result-received", &words::Args::default())
        } else {
            because.to_owned()
        };
        let fact = Fact::Assessment(Recorded { visit: kept.fact.visit, assessment });
        let entry = NewEntry {
            record: Some(kept.record),
            supersedes: Some(kept.entry),
            reason: Some(reason),
            ..self.new_entry(fact, now)
        };
        let written = self.write(correction.subject, vec![entry])?;
        Ok(Receipt {
            visit: kept.fact.visit,
            saved_at: now.stamp.at.clone(),
            entries: u32::try_from(written.len()).unwrap_or(u32::MAX),
            findings: self.new_findings(&life, now)?,
        })
    }
}
