//! One life on one page: every visit to the last year, what was recorded, what was found, what is charted.

use std::sync::Arc;

use std::collections::HashMap;

use facts::fact::Fact;
use facts::{Age, Entry, Life, RecordId, SubjectId};
use followup::{Day, Obligation, Settled, What};

use crate::plan_visit::visit_code;
use crate::refresh::{Outcome, outcome};
use crate::reporting::Around;
use crate::role::Deed;
use crate::texts::Texts;
use crate::wire::page::{
    AssessmentShown, ContactLine, DosingLine, FieldShown, MissedLine, StatusLine, SubjectPage, VisitLine,
};
use crate::{Clinic, Now, Refusal, Result, chart, cleared, consent, transfers, wording};

/// How many versions each record has: more than one means that it was corrected.
pub(crate) struct Versions(HashMap<RecordId, u32>);

impl Versions {
    pub(crate) fn of(entries: &[Entry]) -> Self {
        let mut counted = HashMap::new();
        for entry in entries {
            *counted.entry(entry.record).or_insert(0) += 1;
        }
        Self(counted)
    }

    pub(crate) fn of_record(&self, record: RecordId) -> u32 {
        self.0.get(&record).copied().unwrap_or(1)
    }
}

/// Who signed a record last.
pub(crate) fn signer(entries: &[Entry], record: RecordId) -> Option<String> {
    entries.iter().rev().find_map(|entry| match &entry.fact {
        Fact::Signature(signature) if signature.signs == record => Some(entry.first_author().name.clone()),
        _ => None,
    })
}

impl Clinic {
    /// The subject with a code that people use.
    pub fn subject_of_code(&self, code: &str) -> Result<SubjectId> {
        self.need(Deed::Read)?;
        let row = self.store.subject_row_by_code(code)?;
        row.map(|row| row.subject).ok_or_else(|| Refusal::fix("no-such-subject").about("code").with("value", code))
    }

    pub fn subject(&self, subject: SubjectId, now: &Now) -> Result<SubjectPage> {
        self.need(Deed::Read)?;
        let entries = self.store.entries_of(subject)?;
        let life = self.life_in(subject, &entries)?;
        let day = self.judging(now)?;
        let enrolment = &life.enrolment.fact;
        let texts = self.texts(&life)?;
        let protocol = texts.current();
        let Outcome { findings, obligations } = outcome(&texts, &life);
        let agreed = self.dates_from(now.today)?;
        let line = |o: &Obligation| VisitLine {
            booked: self.booked_text(&agreed, subject, &o.key),
            ..self.visit_line(o, &texts, day)
        };
        // The contact ladder has a section of its own.
        let shown = obligations.iter().filter(|o| !matches!(o.what, What::Contact { .. }));
        let visits: Vec<VisitLine> = shown.map(line).collect();
        let pressing = followup::most_pressing(&obligations, day, &protocol.due_soon);
        let status = life.status();
        let dosed = life.first_dosed_on();
        let versions = Versions::of(&entries);
        let followed = cleared::followed(&life, &protocol, &obligations);
        let around = Around { protocol: &protocol, owed: &obligations, life: Some(&life), now, day };
        Ok(SubjectPage {
            subject,
            code: enrolment.code.clone(),
            language: enrolment.language.clone(),
            sex_text: wording::sex(&self.words, enrolment.sex),
            born_on: enrolment.born_on,
            age_now: wording::age(&self.words, enrolment.born_on, now.today),
            age_at_dosing: dosed.map(|on| wording::age(&self.words, enrolment.born_on, on)),
            product: protocol::text(&protocol.product.name, &self.language).to_owned(),
            class_text: wording::class(&self.words, protocol.product.class),
            protocol: protocol.reference(),
            protocol_title: protocol::text(&protocol.title, &self.language).to_owned(),
            enrolled_on: enrolment.enrolled_on,
            consented_on: enrolment.consented_on,
            first_dosed_on: dosed,
            day_since_dosing: dosed.map(|on| now.today.days_since(on)),
            year_since_dosing: dosed.and_then(|on| Age::on(on, now.today)).map(|age| age.years),
            until: followup::followed_until(&protocol, &life),
            status,
            status_text: wording::status(&self.words, status),
            accounted: wording::wire(&followup::accounted(status, pressing.map(|(_, standing)| standing))),
            next: pressing.map(|(obligation, _)| line(obligation)),
            visits,
            contacts: self.contacts(&life, &entries, &versions, &obligations, &texts),
            assessments: self.assessments(&life, &versions, &obligations, &texts),
            findings: findings.iter().map(|finding| self.finding_line(finding, &life, &around)).collect(),
            charts: chart::charts(&self.words, &life, &protocol, &followed),
            shedding: followed.iter().map(|one| one.line(&self.words)).collect(),
            precautions: cleared::precaution_lines(&self.words, &self.language, &life, &protocol, &followed),
            statuses: self.statuses(&life, &versions),
            missed: self.missed(&life, &versions, &obligations, &texts),
            dosings: self.dosings(&life, &versions),
            withdrawals: consent::lines(&self.words, &life, day.latest()),
            transfers: transfers::lines(&self.words, &life),
            conflicts: life.conflicts.clone(),
        })
    }

    pub(crate) fn visit_line(&self, obligation: &Obligation, texts: &Texts, day: Day) -> VisitLine {
        let protocol = texts.demands(obligation);
        let standing = followup::standing(obligation, day, &protocol.due_soon);
        let done = match &obligation.settled {
            Some(Settled::Done { record, on, .. }) => Some((*record, *on)),
            _ => None,
        };
        let task = |code: &Arc<str>| wording::task_label(&self.language, code, protocol);
        VisitLine {
            key: obligation.key.clone(),
            code: visit_code(obligation).unwrap_or_default().to_owned(),
            label: wording::what(&self.words, &self.language, obligation, protocol),
            earliest_on: obligation.window.earliest_on,
            due_on: obligation.window.due_on,
            latest_on: obligation.window.latest_on,
            standing_text: wording::settled_or_standing(&self.words, obligation, &standing),
            standing,
            booked: String::new(),
            explanation: wording::explanation(&self.words, &self.language, obligation, protocol),
            done_on: done.map(|(_, on)| on),
            record: done.map(|(record, _)| record).or(match &obligation.what {
                What::Result { record, .. } => Some(*record),
                _ => None,
            }),
            modes: obligation.modes.to_vec(),
            tasks: obligation.tasks.iter().map(task).collect(),
            citation: obligation.citation.as_ref().map(|citation| wording::citation(&self.words, citation, protocol)),
        }
    }

    /// Label of the visit a record was made at.
    fn label_of(&self, life: &Life, visit: RecordId, obligations: &[Obligation], texts: &Texts) -> String {
        let kept = life.visits.iter().find(|kept| kept.record == visit);
        let code = kept.and_then(|kept| kept.fact.code.as_deref());
        let obligation = obligations.iter().find(|o| code.is_some() && visit_code(o) == code);
        obligation.map_or_else(
            || code.map_or_else(|| self.words.say("visit-unscheduled", &words::Args::default()), str::to_owned),
            |o| wording::what(&self.words, &self.language, o, texts.demands(o)),
        )
    }

    fn contacts(
        &self,
        life: &Life,
        entries: &[Entry],
        versions: &Versions,
        obligations: &[Obligation],
        texts: &Texts,
    ) -> Vec<ContactLine> {
        let signer = |record| signer(entries, record);
        let visits = life.visits.iter().rev();
        visits
            .map(|kept| ContactLine {
                record: kept.record,
                version: versions.of_record(kept.record),
                on: kept.fact.on,
                label: self.label_of(life, kept.record, obligations, texts),
                mode: kept.fact.mode,
                note: kept.fact.note.clone(),
                signed_by: signer(kept.record),
                codes: kept.fact.code.iter().chain(&kept.fact.also).cloned().collect(),
            })
            .collect()
    }

    fn assessments(
        &self,
        life: &Life,
        versions: &Versions,
        obligations: &[Obligation],
        texts: &Texts,
    ) -> Vec<AssessmentShown> {
        let newest_first = life.assessments.iter().rev();
        newest_first
            .map(|kept| {
                let assessment = &kept.fact.assessment;
                let field = |(key, answer): (&String, &facts::Answer)| FieldShown {
                    label: wording::field_label(&self.words, &assessment.kind, key),
                    shown: wording::shown(&self.words, &assessment.kind, key, answer),
                    key: key.clone(),
                };
                let visit_label = kept.fact.visit.map(|visit| self.label_of(life, visit, obligations, texts));
                AssessmentShown {
                    record: kept.record,
                    entry: kept.entry,
                    version: versions.of_record(kept.record),
                    visit: kept.fact.visit,
                    kind: assessment.kind.clone(),
                    title: wording::kind_title(&self.words, &assessment.kind),
                    collected_on: assessment.collected_on,
                    visit_label: visit_label.unwrap_or_default(),
                    closure_text: wording::closure(&self.words, &assessment.closure),
                    awaited: assessment.closure == facts::Closure::Awaited,
                    fields: assessment.answers.iter().map(field).collect(),
                    author: transfers::who(&self.words, kept),
                    recorded_at: kept.recorded_at.clone(),
                }
            })
            .collect()
    }

    fn statuses(&self, life: &Life, versions: &Versions) -> Vec<StatusLine> {
        let line = |kept: &facts::Kept<facts::fact::StatusChange>| StatusLine {
            record: kept.record,
            version: versions.of_record(kept.record),
            status: kept.fact.status,
            text: wording::status(&self.words, kept.fact.status),
            on: kept.fact.on,
            because: kept.fact.because.clone(),
        };
        life.statuses.iter().rev().map(line).collect()
    }

    fn missed(&self, life: &Life, versions: &Versions, obligations: &[Obligation], texts: &Texts) -> Vec<MissedLine> {
        let label = |key: &str| {
            let owed = obligations.iter().find(|o| o.key == key);
            owed.map_or_else(|| key.to_owned(), |o| wording::what(&self.words, &self.language, o, texts.demands(o)))
        };
        let line = |kept: &facts::Kept<facts::fact::Missed>| MissedLine {
            record: kept.record,
            version: versions.of_record(kept.record),
            on: kept.fact.declared_on,
            label: label(&kept.fact.obligation),
            because: kept.fact.because.clone(),
        };
        life.missed.iter().rev().map(line).collect()
    }

    fn dosings(&self, life: &Life, versions: &Versions) -> Vec<DosingLine> {
        let line = |kept: &facts::Kept<facts::fact::Dosing>| DosingLine {
            record: kept.record,
            version: versions.of_record(kept.record),
            number: kept.fact.number,
            on: kept.fact.on,
            outcome: kept.fact.outcome,
            outcome_text: wording::outcome(&self.words, kept.fact.outcome),
            batch: kept.fact.batch.clone(),
            note: kept.fact.note.clone(),
        };
        life.dosings.iter().map(line).collect()
    }
}
