//! Enrolling a subject: everything typed is judged at once, and saved whole or not at all.

use std::collections::BTreeMap;

use assess::{Problem, Severity};
use facts::fact::{Dosing, Enrolment};
use facts::person::Guardian;
use facts::{CivilDate, Fact, GuardianId, SubjectId};
use store::{NewEntry, Store};

use crate::role::Deed;
use crate::wire::enrol::{DosingForm, EnrolForm, Enrolled, FirstGuardian};
use crate::wire::visit::ProblemLine;
use crate::{Clinic, Now, Result, wording};

/// Someone older than this at dosing, or born before anyone alive, is asked about, not refused.
const OLDEST_YEARS: i32 = 110;

/// Problems found while reading a form, and the dates read on the way.
#[derive(Default)]
pub(crate) struct Reading {
    pub problems: Vec<Problem>,
}

impl Reading {
    pub fn stop(&mut self, place: &str, code: &str, args: &[(&str, &str)]) {
        self.add(place, code, args, Severity::Stops);
    }

    pub fn ask(&mut self, place: &str, code: &str, args: &[(&str, &str)]) {
        self.add(place, code, args, Severity::AsksReason);
    }

    fn add(&mut self, place: &str, code: &str, args: &[(&str, &str)], severity: Severity) {
        let args: BTreeMap<String, String> = args.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect();
        self.problems.push(Problem { place: place.to_owned(), code: code.to_owned(), args, severity });
    }

    /// A day that must be known and must not lie in the future.
    pub fn day(&mut self, place: &str, text: &str, today: CivilDate) -> Option<CivilDate> {
        let text = text.trim();
        if text.is_empty() {
            self.stop(place, "needed", &[]);
            return None;
        }
        let Ok(date) = text.parse::<CivilDate>() else {
            self.stop(place, "not-a-date", &[("value", text)]);
            return None;
        };
        if date > today {
            self.stop(place, "future-date", &[("value", text), ("today", &today.to_string())]);
            return None;
        }
        Some(date)
    }

    /// The same, when it may be left empty.
    pub fn day_if_given(&mut self, place: &str, text: &str, today: CivilDate) -> Option<CivilDate> {
        if text.trim().is_empty() { None } else { self.day(place, text, today) }
    }

    /// A day that may lie ahead and may be left empty.
    pub fn any_day(&mut self, place: &str, text: &str) -> Option<CivilDate> {
        let text = text.trim();
        let read = text.parse().ok();
        if read.is_none() && !text.is_empty() {
            self.stop(place, "not-a-date", &[("value", text)]);
        }
        read
    }

    pub fn stops(&self) -> bool {
        self.problems.iter().any(|problem| problem.severity == Severity::Stops)
    }

    /// True when something unusual has no reason yet.
    pub fn unanswered(&self, because: &str) -> bool {
        because.trim().is_empty() && self.problems.iter().any(|problem| problem.severity == Severity::AsksReason)
    }
}

impl Clinic {
    /// Enrols a subject, or says everything that stands in the way.
    pub fn enrol(&mut self, form: &EnrolForm, now: &Now) -> Result<Enrolled> {
        self.need(Deed::Enter)?;
        let (enrolment, dosing, reading) = self.read_form(form, now)?;
        let refused = |clinic: &Self, reading: Reading| Enrolled {
            subject: None,
            problems: wording::problem_lines(&clinic.words, None, &reading.problems),
        };
        if reading.stops() || reading.unanswered(&form.because) {
            return Ok(refused(self, reading));
        }
        let Some(enrolment) = enrolment else { return Ok(refused(self, reading)) };
        let subject = SubjectId(Store::new_record_id(&now.stamp).0);
        let because = Some(form.because.trim().to_owned()).filter(|text| !text.is_empty());
        let entry = |fact| NewEntry { reason: because.clone(), ..self.new_entry(fact, now) };
        let mut new = vec![entry(Fact::Enrolment(enrolment))];
        if let Some(dosing) = dosing {
            new.push(entry(Fact::Dosing(dosing)));
        }
        let guardians = first_guardians(&form.guardians, now);
        let identity = facts::Identity { guardians, ..form.identity.clone() };
        if identity != facts::Identity::default() {
            let sealed = self.store.seal_identity(subject, &identity)?;
            new.push(self.new_entry(Fact::Identity(sealed), now));
            let clear = identity.guardians.iter().map(|known| Fact::Guardianship(known.guardianship()));
            new.extend(clear.map(|fact| self.new_entry(fact, now)));
        }
        self.write(subject, new)?;
        Ok(Enrolled { subject: Some(subject), problems: wording::problem_lines(&self.words, None, &reading.problems) })
    }

    /// What stands in the way, while the form is still being typed. Writes nothing.
    pub fn check_enrol(&self, form: &EnrolForm, now: &Now) -> Result<Vec<ProblemLine>> {
        self.need(Deed::Enter)?;
        let (_, _, reading) = self.read_form(form, now)?;
        Ok(wording::problem_lines(&self.words, None, &reading.problems))
    }

    fn read_form(&self, form: &EnrolForm, now: &Now) -> Result<(Option<Enrolment>, Option<Dosing>, Reading)> {
        let until = self.judging(now)?.recorded_until();
        let mut reading = Reading::default();
        let enrolment = self.read_enrolment(form, until, &mut reading)?;
        for (place, _) in form.guardians.iter().enumerate().filter(|(_, one)| one.name.trim().is_empty()) {
            reading.stop(&format!("guardians.{place}.name"), "needed", &[]);
        }
        let born_on = enrolment.as_ref().map(|enrolment| enrolment.born_on);
        let dosing = form.dosing.as_ref().and_then(|dosing| read_dosing(dosing, born_on, until, &mut reading));
        Ok((enrolment, dosing, reading))
    }

    /// A code that nobody else bears here; `of` = the subject that it is for, when there is one.
    pub(crate) fn read_code(&self, code: &str, of: Option<SubjectId>, reading: &mut Reading) -> Result<()> {
        let code = code.trim();
        if code.is_empty() {
            reading.stop("code", "needed", &[]);
        } else if code.chars().count() > 40 {
            reading.stop("code", "too-long", &[("value", code), ("most", "40")]);
        } else if self.bears(code, of)? {
            reading.stop("code", "duplicate-code", &[("value", code)]);
        }
        Ok(())
    }

    /// True when somebody other than `of` bears the code.
    pub(crate) fn bears(&self, code: &str, of: Option<SubjectId>) -> Result<bool> {
        let row = self.store.subject_row_by_code(code)?;
        Ok(row.is_some_and(|row| Some(row.subject) != of))
    }

    fn read_enrolment(&self, form: &EnrolForm, until: CivilDate, reading: &mut Reading) -> Result<Option<Enrolment>> {
        let code = form.code.trim();
        self.read_code(code, None, reading)?;
        if form.sex.is_none() {
            reading.stop("sex", "needed", &[]);
        }
        let born_on = reading.day("born_on", &form.born_on, until);
        let enrolled_on = reading.day("enrolled_on", &form.enrolled_on, until);
        let consented_on = reading.day_if_given("consented_on", &form.consented_on, until);
        if let (Some(consented), Some(enrolled)) = (consented_on, enrolled_on)
            && consented > enrolled
        {
            let values = (consented.to_string(), enrolled.to_string());
            reading.ask("consented_on", "consent-after-enrolment", &[("value", &values.0), ("enrolled", &values.1)]);
        }
        if let (Some(born), Some(enrolled)) = (born_on, enrolled_on) {
            if enrolled < born {
                reading.stop(
                    "enrolled_on",
                    "before-birth",
                    &[("value", &enrolled.to_string()), ("born", &born.to_string())],
                );
            } else if facts::Age::on(born, enrolled).is_some_and(|age| age.years > OLDEST_YEARS) {
                reading.ask("born_on", "very-old", &[("value", &born.to_string())]);
            }
        }
        let gestation_weeks = read_gestation(&form.gestation_weeks, reading);
        if !words::Words::languages().iter().any(|language| language.tag == form.language) {
            reading.stop("language", "needed", &[]);
        }
        if self.protocols.get(&form.protocol).is_none_or(|protocol| protocol.track) {
            reading.stop("protocol", "protocol-not-adopted", &[("value", &form.protocol)]);
        }
        let (Some(sex), Some(born_on), Some(enrolled_on)) = (form.sex, born_on, enrolled_on) else { return Ok(None) };
        Ok(Some(Enrolment {
            code: code.to_owned(),
            sex,
            born_on,
            gestation_weeks,
            consented_on,
            enrolled_on,
            language: form.language.clone(),
            protocol: form.protocol.clone(),
        }))
    }
}

/// They decide from birth and live with the child until somebody tells otherwise.
fn first_guardians(typed: &[FirstGuardian], now: &Now) -> Vec<Guardian> {
    let text = |text: &str| text.trim().to_owned();
    let guardian = |one: &FirstGuardian| Guardian {
        id: GuardianId(Store::new_record_id(&now.stamp).0),
        relation: one.relation,
        name: text(&one.name),
        telephone: text(&one.telephone),
        email: text(&one.email),
        address: text(&one.address),
        from_on: None,
        until_on: None,
        lives_with: true,
        may_decide: true,
    };
    typed.iter().map(guardian).collect()
}

pub(crate) fn read_gestation(text: &str, reading: &mut Reading) -> Option<u8> {
    let text = text.trim();
    if text.is_empty() {
        return None;
    }
    let weeks = text.parse::<u8>().ok().filter(|weeks| (20..=45).contains(weeks));
    if weeks.is_none() {
        reading.stop(
            "gestation_weeks",
            "outside-range",
            &[("value", text), ("low", "20"), ("high", "45"), ("unit", "")],
        );
    }
    weeks
}

/// A failed or partial administration is a dosing like any other: it starts follow-up.
pub(crate) fn read_dosing(
    form: &DosingForm,
    born_on: Option<CivilDate>,
    until: CivilDate,
    reading: &mut Reading,
) -> Option<Dosing> {
    let on = reading.day("dosing.on", &form.on, until);
    if form.outcome.is_none() {
        reading.stop("dosing.outcome", "needed", &[]);
    }
    if let (Some(on), Some(born)) = (on, born_on) {
        if born > on {
            reading.stop("dosing.on", "birth-after-dosing", &[("value", &on.to_string()), ("born", &born.to_string())]);
        } else if facts::Age::on(born, on).is_some_and(|age| age.years > OLDEST_YEARS) {
            reading.ask("dosing.on", "very-old", &[("value", &on.to_string())]);
        }
    }
    Some(Dosing {
        number: form.number.max(1),
        on: on?,
        outcome: form.outcome?,
        batch: form.batch.trim().to_owned(),
        note: form.note.trim().to_owned(),
    })
}
