//! A form that was signed, or explained and declined: what was typed against the study's forms, the person's age and who
//! may decide. Names stay in the sealed identity; the fact bears a relation and a reference.

use facts::fact::GivenBy;
use facts::{Consent, ConsentKind, Fact, Life};
use protocol::{ConsentForm, Protocol};

use crate::change_course::Change;
use crate::enrol::Reading;
use crate::wire::course::{ConsentEntry, CourseForm};
use crate::{Clinic, Now, Refusal, Result};

impl Clinic {
    pub(crate) fn read_consent(
        &self,
        life: &Life,
        entry: &ConsentEntry,
        form: &CourseForm,
        now: &Now,
        reading: &mut Reading,
    ) -> Result<Option<Change>> {
        let kept = match entry.record {
            None => None,
            Some(record) => {
                let kept = life.consents.iter().find(|kept| kept.record == record);
                Some(kept.ok_or_else(|| Refusal::fix("no-such-record"))?)
            }
        };
        let version = entry.version.trim().to_owned();
        if version.is_empty() {
            reading.stop("version", "needed", &[]);
        }
        let on = reading.day("on", &entry.on, self.judging(now)?.recorded_until());
        let text = self.protocol(life.protocol())?;
        let known = self.form_of_study(&text, &entry.form);
        if known.is_none() && (!entry.form.is_empty() || !text.consents.is_empty()) {
            reading.stop("form", "no-such-consent-form", &[("value", &entry.form)]);
        }
        let kind = known.map_or(entry.kind, |form| form.kind);
        let mut fact = Consent {
            kind,
            form: entry.form.clone(),
            version,
            on: on.unwrap_or(now.today),
            by: entry.relation.map_or(GivenBy::Subject, facts::Relation::given_by),
            relation: entry.relation,
            guardian: entry.guardian,
            language: entry.language.trim().to_owned(),
            copy_given: entry.copy_given,
            witness: entry.witness,
            interpreter: entry.interpreter,
            declined: entry.declined,
        };
        self.read_guardian(life, form, &mut fact, reading)?;
        if on.is_some() {
            if let Some(known) = known {
                judge_version(known, &fact, reading);
            }
            judge_signer(life, &text, known, &fact, reading);
        }
        let kept = kept.map(|kept| (kept.record, kept.entry));
        Ok(on.map(|_| Change::of(kept, Fact::Consent(fact))))
    }

    /// The form of the version followed; one of another version in force here may be signed before anybody moves to it.
    pub(crate) fn form_of_study<'t>(&'t self, text: &'t Protocol, code: &str) -> Option<&'t ConsentForm> {
        let others = self.protocols.values().rev().filter(|other| other.id == text.id);
        let newest = others.filter_map(|other| other.consent(code)).max_by_key(|form| form.versions.len());
        newest.or_else(|| text.consent(code))
    }

    /// Who signed, by the sealed list: the relation is theirs, and the day one of theirs.
    fn read_guardian(&self, life: &Life, form: &CourseForm, fact: &mut Consent, reading: &mut Reading) -> Result<()> {
        let Some(id) = fact.guardian else { return Ok(()) };
        let identity = self.identity(form.subject)?;
        let named = identity.guardians.iter().find(|guardian| guardian.id == id);
        // Whose name another site kept for itself: the days stand in the clear.
        let days = life.guardianships.iter().find(|kept| kept.fact.guardian == id).map(|kept| kept.fact.clone());
        let Some(guardian) = named.map(facts::person::Guardian::guardianship).or(days) else {
            reading.stop("guardian", "no-such-guardian", &[]);
            return Ok(());
        };
        fact.relation = Some(guardian.relation);
        fact.by = guardian.relation.given_by();
        if named.is_some_and(|named| !named.may_decide) {
            reading.ask("guardian", "guardian-may-not-decide", &[]);
        } else if !guardian.holds_on(fact.on) {
            reading.ask("guardian", "guardian-not-then", &[("value", &fact.on.to_string())]);
        }
        Ok(())
    }

    /// The subject signed the consent that an amended text puts before people from a day on.
    pub(crate) fn has_signed_for(life: &Life, amended: &Protocol, on: facts::CivilDate) -> bool {
        let Some(form) = amended.main_consent() else { return false };
        let Some(version) = form.in_force(on) else { return false };
        life.consents
            .iter()
            .map(|kept| &kept.fact)
            .any(|fact| fact.form == form.code && fact.version == version.version && !fact.declined && fact.on <= on)
    }
}

/// The version on the paper against the one that was put before people on the day.
fn judge_version(form: &ConsentForm, fact: &Consent, reading: &mut Reading) {
    let value = ("value", fact.version.as_str());
    let Some(signed) = form.versions.iter().find(|known| known.version == fact.version) else {
        let known: Vec<&str> = form.versions.iter().map(|known| known.version.as_str()).collect();
        reading.ask("version", "consent-version-unknown", &[value, ("allowed", &known.join(", "))]);
        return;
    };
    let in_force = form.in_force(fact.on);
    if in_force == Some(signed) {
        return;
    }
    match signed.effective_on.filter(|from| fact.on < *from) {
        Some(from) => {
            let days = [fact.on.to_string(), from.to_string()];
            let args = [value, ("on", days[0].as_str()), ("effective", days[1].as_str())];
            reading.ask("version", "consent-version-not-yet", &args);
        }
        None => {
            let now = in_force.map_or("", |version| version.version.as_str());
            reading.ask("version", "consent-version-replaced", &[value, ("now", now)]);
        }
    }
}

/// Who signed against the person's age on the day and whom the form is for.
fn judge_signer(life: &Life, text: &Protocol, form: Option<&ConsentForm>, fact: &Consent, reading: &mut Reading) {
    let born_on = life.enrolment.fact.born_on;
    let day = fact.on.to_string();
    if fact.on < born_on {
        reading.stop("on", "before-birth", &[("value", &day), ("born", &born_on.to_string())]);
        return;
    }
    let of_age_on = born_on.plus(&text.age_of_majority);
    let of_age = fact.on >= of_age_on;
    let own = fact.by == GivenBy::Subject;
    if own && !of_age && fact.kind != ConsentKind::Assent {
        reading.ask("relation", "consent-by-child", &[("value", &day), ("of-age", &of_age_on.to_string())]);
    } else if !own && of_age {
        reading.ask("relation", "consent-of-age", &[("value", &day), ("of-age", &of_age_on.to_string())]);
    } else if let Some(form) = form.filter(|form| !form.given_by.contains(&fact.by)) {
        reading.ask("relation", "consent-by-another", &[("value", &form.code)]);
    }
}
