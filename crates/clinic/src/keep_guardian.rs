//! Who decides for a child from when to when: a new version of the sealed identity, and as much of it in the clear as
//! dates are computed from (`Guardianship`), written together.

use facts::fact::EnteredInError;
use facts::person::Guardian;
use facts::{Entry, Fact, GuardianId, Identity, Life};
use store::{NewEntry, Store};

use crate::enrol::Reading;
use crate::role::Deed;
use crate::wire::consent::GuardianForm;
use crate::wire::enrol::Enrolled;
use crate::{Clinic, Now, Result, wording};

impl Clinic {
    /// Keeps a guardian, new, corrected or ended; or says everything that stands in the way.
    pub fn keep_guardian(&mut self, form: &GuardianForm, now: &Now) -> Result<Enrolled> {
        self.need(Deed::Enter)?;
        let entries = self.store.entries_of(form.subject)?;
        let life = self.life_in(form.subject, &entries)?;
        let mut identity = self.identity(form.subject)?;
        let mut reading = Reading::default();
        let guardian = read_guardian(form, &identity, &life, now, &mut reading);
        let problems = wording::problem_lines(&self.words, None, &reading.problems);
        let ready = guardian.filter(|_| !reading.stops() && !reading.unanswered(&form.because));
        let Some(guardian) = ready else { return Ok(Enrolled { subject: None, problems }) };
        match identity.guardians.iter_mut().find(|known| known.id == guardian.id) {
            Some(known) => known.clone_from(&guardian),
            None => identity.guardians.push(guardian.clone()),
        }
        let because = Some(form.because.trim().to_owned()).filter(|text| !text.is_empty());
        let mut new = vec![self.sealed_entry(&entries, form, &identity, because.clone(), now)?];
        new.extend(self.clear_entry(&life, &guardian, because, now));
        self.write(form.subject, new)?;
        Ok(Enrolled { subject: Some(form.subject), problems })
    }

    fn sealed_entry(
        &mut self,
        entries: &[Entry],
        form: &GuardianForm,
        identity: &Identity,
        because: Option<String>,
        now: &Now,
    ) -> Result<NewEntry> {
        let (newest, _) = facts::life::heads(entries);
        let before = newest.iter().find(|entry| matches!(entry.fact, Fact::Identity(_)));
        let sealed = self.store.seal_identity(form.subject, identity)?;
        Ok(NewEntry {
            record: before.map(|entry| entry.record),
            supersedes: before.map(|entry| entry.id),
            reason: because,
            ..self.new_entry(Fact::Identity(sealed), now)
        })
    }

    /// What changes in the clear; nothing where only a name or a telephone did.
    fn clear_entry(&self, life: &Life, guardian: &Guardian, because: Option<String>, now: &Now) -> Option<NewEntry> {
        let kept = life.guardianships.iter().find(|kept| kept.fact.guardian == guardian.id);
        let fact = guardian.guardianship();
        let fact = match kept {
            Some(_) if !guardian.may_decide => Some(Fact::EnteredInError(EnteredInError {})),
            Some(kept) => (kept.fact != fact).then_some(Fact::Guardianship(fact)),
            None => guardian.may_decide.then_some(Fact::Guardianship(fact)),
        }?;
        Some(NewEntry {
            record: kept.map(|kept| kept.record),
            supersedes: kept.map(|kept| kept.entry),
            reason: because,
            ..self.new_entry(fact, now)
        })
    }
}

/// Days may lie ahead: a court decides from the first of next month.
fn read_guardian(
    form: &GuardianForm,
    identity: &Identity,
    life: &Life,
    now: &Now,
    reading: &mut Reading,
) -> Option<Guardian> {
    // Days can have come from another site without the name: whoever writes it down now gives it to the same person.
    let known = form.guardian.filter(|id| {
        identity.guardians.iter().any(|known| known.id == *id)
            || life.guardianships.iter().any(|kept| kept.fact.guardian == *id)
    });
    if form.guardian.is_some() && known.is_none() {
        reading.stop("guardian", "no-such-guardian", &[]);
    }
    if form.guardian.is_some() && form.because.trim().is_empty() {
        reading.stop("because", "needed", &[]);
    }
    let name = form.name.trim();
    if name.is_empty() {
        reading.stop("name", "needed", &[]);
    }
    let from_on = reading.any_day("from_on", &form.from_on);
    let until_on = reading.any_day("until_on", &form.until_on);
    let born_on = life.enrolment.fact.born_on;
    if let Some(from) = from_on.filter(|from| *from < born_on) {
        reading.stop("from_on", "before-birth", &[("value", &from.to_string()), ("born", &born_on.to_string())]);
    }
    if let (Some(from), Some(until)) = (from_on, until_on)
        && until < from
    {
        let days = (until.to_string(), from.to_string());
        reading.stop("until_on", "ends-before-it-begins", &[("value", &days.0), ("from", &days.1)]);
    }
    let id = known.unwrap_or_else(|| GuardianId(Store::new_record_id(&now.stamp).0));
    let text = |text: &str| text.trim().to_owned();
    Some(Guardian {
        id,
        relation: form.relation,
        name: name.to_owned(),
        telephone: text(&form.telephone),
        email: text(&form.email),
        address: text(&form.address),
        from_on,
        until_on,
        lives_with: form.lives_with,
        may_decide: form.may_decide,
    })
}
