//! The page of one person's consent: what holds today, what is asked by when, and everything that was signed.
//!
//! Who is asked and what holds is `followup`'s to say; names are not here.

use std::sync::Arc;

use facts::fact::GivenBy;
use facts::{CivilDate, ConsentKind, GuardianId, Life, RecordId, Relation, SubjectId};
use followup::{ConsentCause, Matter, Obligation, Signed, What};
use protocol::{ConsentForm, Protocol};

use crate::refresh::outcome;
use crate::role::Deed;
use crate::subject_page::Versions;
use crate::wire::consent::{AskedAct, AskedLine, ConsentPage, FormLine, GuardianLine, SignedLine};
use crate::wire::page::VisitLine;
use crate::{Clinic, Now, Result, consent, wording};

impl Clinic {
    pub fn consent_page(&self, subject: SubjectId, now: &Now) -> Result<ConsentPage> {
        self.need(Deed::Read)?;
        let entries = self.store.entries_of(subject)?;
        let life = self.life_in(subject, &entries)?;
        let texts = self.texts(&life)?;
        let text = texts.current();
        let day = self.judging(now)?;
        let today = day.latest();
        let course = texts.course(&life);
        let signed = followup::signed(&course, &life);
        let told = Told { clinic: self, life: &life, text: &text, versions: Versions::of(&entries) };
        let obligations = outcome(&texts, &life).obligations;
        let open = obligations.iter().filter(|o| o.settled.is_none() && asks_consent(o, texts.demands(o)));
        let ahead = today.plus(&facts::Period::months(MONTHS_AHEAD));
        let (near, far): (Vec<&Obligation>, Vec<&Obligation>) = open.partition(|o| o.window.earliest_on <= ahead);
        let mut asked: Vec<AskedLine> =
            near.into_iter().map(|o| told.asked(o, self.visit_line(o, &texts, day), today)).collect();
        asked.sort_by_key(|asked| (asked.line.latest_on, asked.line.key.clone()));
        Ok(ConsentPage {
            holds: followup::holds(&course, &life, &signed, today).map(|one| told.line(one)),
            beside: newest_of_each(&signed, today).map(|one| told.line(one)).collect(),
            asked,
            later: far.into_iter().map(|o| self.visit_line(o, &texts, day)).collect(),
            signed: signed.iter().rev().map(|one| told.line(one)).collect(),
            withdrawals: consent::lines(&self.words, &life, today),
            forms: self.forms_of_study(&text).map(|form| self.form_line(form, today)).collect(),
            guardians: self.guardian_lines(&life, today),
            of_age: today >= life.enrolment.fact.born_on.plus(&text.age_of_majority),
            language: life.enrolment.fact.language.clone(),
        })
    }

    /// Forms of the version followed and of others in force here, each in its longest list of versions.
    fn forms_of_study<'t>(&'t self, text: &'t Protocol) -> impl Iterator<Item = &'t ConsentForm> {
        let others = self.protocols.values().filter(|other| other.id == text.id).map(std::convert::AsRef::as_ref);
        let mut codes: Vec<&str> = Vec::new();
        for form in std::iter::once(text).chain(others).flat_map(|text| &text.consents) {
            if !codes.contains(&form.code.as_str()) {
                codes.push(&form.code);
            }
        }
        codes.into_iter().filter_map(move |code| self.form_of_study(text, code))
    }

    fn form_line(&self, form: &ConsentForm, today: CivilDate) -> FormLine {
        let version = |version: &protocol::ConsentVersion| version.version.clone();
        FormLine {
            code: form.code.clone(),
            kind: form.kind,
            label: protocol::text(&form.label, &self.language).to_owned(),
            versions: form.versions.iter().map(version).collect(),
            now: form.in_force(today).map(version).unwrap_or_default(),
            by_subject: form.by_subject(),
            by_guardians: form.by_guardians(),
        }
    }

    fn guardian_lines(&self, life: &Life, today: CivilDate) -> Vec<GuardianLine> {
        let line = |kept: &facts::Kept<facts::Guardianship>| GuardianLine {
            guardian: kept.fact.guardian,
            relation: kept.fact.relation,
            relation_text: wording::relation(&self.words, kept.fact.relation),
            from_on: kept.fact.from_on,
            until_on: kept.fact.until_on,
            holds: kept.fact.holds_on(today),
        };
        life.guardianships.iter().map(line).collect()
    }
}

/// How far ahead something to be signed is offered for signing; what comes later is listed.
const MONTHS_AHEAD: i32 = 3;

/// Asks for nothing but somebody's agreement, by a form of the protocol or by a visit, or for what follows from it.
pub(crate) fn asks_consent(obligation: &Obligation, text: &Protocol) -> bool {
    match &obligation.what {
        What::Consent { .. } => true,
        // Which version is followed is decided where the versions are.
        What::Decide { matter } => !matches!(matter, Matter::Version { .. }),
        What::Visit { .. } => {
            let consent =
                |code: &Arc<str>| text.task(followup::plain(code, text)).is_some_and(|task| task.kind == "consent");
            !obligation.tasks.is_empty() && obligation.tasks.iter().all(consent)
        }
        _ => false,
    }
}

/// How a line is settled on this page, and the record that this is done in.
fn act(obligation: &Obligation) -> (AskedAct, Option<RecordId>) {
    match &obligation.what {
        What::Decide { matter: Matter::Samples { record, .. } } => (AskedAct::Samples, Some(*record)),
        What::Decide { matter: Matter::NoGuardian { .. } } => (AskedAct::Guardian, None),
        _ => (AskedAct::Sign, None),
    }
}

/// The newest answer to every form but the consent to take part.
fn newest_of_each(signed: &[Signed], today: CivilDate) -> impl Iterator<Item = &Signed> {
    let mut seen: Vec<(ConsentKind, &str)> = Vec::new();
    let others = signed.iter().rev().filter(move |one| one.kind != ConsentKind::Consent && one.on <= today);
    others.filter(move |one| {
        let of = (one.kind, one.form.as_str());
        let new = !seen.contains(&of);
        seen.push(of);
        new
    })
}

/// What lines are worded with.
struct Told<'a> {
    clinic: &'a Clinic,
    life: &'a Life,
    text: &'a Protocol,
    versions: Versions,
}

impl Told<'_> {
    fn line(&self, one: &Signed) -> SignedLine {
        let (words, language) = (&self.clinic.words, &self.clinic.language);
        let label = wording::form_label(words, language, self.clinic.form_of_study(self.text, &one.form), one);
        let kept = self.life.consents.iter().find(|kept| kept.record == one.record).map(|kept| &kept.fact);
        SignedLine {
            record: one.record,
            revision: self.versions.of_record(one.record),
            kind: one.kind,
            form: one.form.clone(),
            version: one.version.clone(),
            on: one.on,
            relation: one.relation,
            guardian: one.guardian,
            language: kept.map(|fact| fact.language.clone()).unwrap_or_default(),
            copy_given: kept.is_some_and(|fact| fact.copy_given),
            witness: kept.is_some_and(|fact| fact.witness),
            interpreter: kept.is_some_and(|fact| fact.interpreter),
            declined: one.declined,
            text: wording::signed(words, &label, one),
            about: kept.map_or_else(|| self.told_elsewhere(one), |fact| self.about(fact)),
            own: one.told == followup::Told::Consent,
            label,
        }
    }

    /// Copy, witness, interpreter, language of the paper.
    fn about(&self, fact: &facts::Consent) -> String {
        let words = &self.clinic.words;
        let spoken = words::Words::languages().iter().find(|known| known.tag == fact.language);
        let language = spoken.map_or_else(|| fact.language.clone(), |known| known.name.clone());
        let mut parts = vec![language];
        let mut said = |holds: bool, key: &str| {
            if holds {
                parts.push(wording::plain(words, key));
            }
        };
        said(fact.copy_given, "signed-copy");
        said(!fact.copy_given && !fact.declined, "signed-no-copy");
        said(fact.witness, "signed-witness");
        said(fact.interpreter, "signed-interpreter");
        parts.retain(|part| !part.is_empty());
        parts.join(&wording::plain(words, "list-joint"))
    }

    /// Which other record tells of it.
    fn told_elsewhere(&self, one: &Signed) -> String {
        let place = match one.told {
            followup::Told::Enrolment => "enrolment",
            followup::Told::Amendment => "amendment",
            followup::Told::Visit => "visit",
            followup::Told::Consent => return String::new(),
        };
        wording::plain(&self.clinic.words, &format!("signed-told-{place}"))
    }

    /// A line of what is to be signed, with what the dialogue of its record begins with.
    fn asked(&self, obligation: &Obligation, line: VisitLine, today: CivilDate) -> AskedLine {
        let (form, cause) = match &obligation.what {
            What::Consent { form, cause } => (self.clinic.form_of_study(self.text, form), Some(cause)),
            What::Decide { matter: Matter::Declined { form } } => (self.clinic.form_of_study(self.text, form), None),
            _ => (None, None),
        };
        let kind = form.map_or_else(|| self.kind_at_visit(obligation), |form| form.kind);
        let in_force = || form.and_then(|form| form.in_force(today)).map(|version| version.version.clone());
        let version = match cause {
            Some(ConsentCause::Version { version }) => Some(version.clone()),
            _ => in_force(),
        };
        let (relation, guardian) = self.expected(obligation, kind, cause, today);
        let (act, of) = act(obligation);
        AskedLine {
            act,
            of,
            kind,
            form: form.map(|form| form.code.clone()).unwrap_or_default(),
            label: line.label.clone(),
            version: version.unwrap_or_default(),
            relation,
            guardian,
            line,
        }
    }

    /// The visit of a protocol without forms: assent where its tasks ask for nothing else.
    fn kind_at_visit(&self, obligation: &Obligation) -> ConsentKind {
        let task = |code: &Arc<str>| self.text.task(followup::plain(code, self.text));
        let assents =
            |code: &Arc<str>| task(code).and_then(|task| task.preset.get("form")).is_some_and(|of| of == "assent");
        let asks = !obligation.tasks.is_empty() && obligation.tasks.iter().all(assents);
        if asks { ConsentKind::Assent } else { ConsentKind::Consent }
    }

    /// Who is most likely to sign: the new guardian, the subject once of age and for assent, else whoever signed last.
    fn expected(
        &self,
        obligation: &Obligation,
        kind: ConsentKind,
        cause: Option<&ConsentCause>,
        today: CivilDate,
    ) -> (Option<Relation>, Option<GuardianId>) {
        let of_age = today >= self.life.enrolment.fact.born_on.plus(&self.text.age_of_majority);
        if let Some(ConsentCause::Guardian { guardian, relation }) = cause {
            return (Some(*relation), Some(*guardian));
        }
        if of_age || kind == ConsentKind::Assent || obligation.because.anchor == protocol::Anchor::Majority {
            return (None, None);
        }
        let signed = self.life.consents.iter().rev().map(|kept| &kept.fact);
        let last = signed.filter(|fact| fact.by != GivenBy::Subject).find(|fact| self.decides(fact, today));
        last.map_or((Some(Relation::default()), None), |fact| (fact.relation, fact.guardian))
    }

    /// Nothing tells that whoever signed no longer decides.
    fn decides(&self, fact: &facts::Consent, today: CivilDate) -> bool {
        let Some(id) = fact.guardian else { return true };
        let known = self.life.guardianships.iter().find(|kept| kept.fact.guardian == id);
        known.is_none_or(|kept| kept.fact.holds_on(today))
    }
}
