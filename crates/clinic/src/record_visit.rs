//! Recording a visit with its assessments: one transaction, acknowledged only when it is on the disk.

use facts::answer::{Assessment, Closure};
use facts::fact::{Meaning, Recorded, Status, StatusChange, Visit};
use facts::{Answers, CivilDate, Fact, Life};
use store::{Along, NewEntry, Store};

use crate::plan_visit::draft_key;
use crate::refresh::{Outcome, outcome};
use crate::reporting::Around;
use crate::review_visit::VisitRead;
use crate::role::Deed;
use crate::texts::Texts;
use crate::wire::signal::FindingLine;
use crate::wire::visit::{Receipt, VisitDraft};
use crate::{Clinic, Now, Refusal, Result, wording};

impl Clinic {
    /// Saves the visit whole or refuses it whole. With a passphrase it is signed as well.
    pub fn record_visit(&mut self, draft: &VisitDraft, now: &Now) -> Result<Receipt> {
        self.need(Deed::Enter)?;
        let life = self.life(draft.subject)?;
        let texts = self.texts(&life)?;
        let read = self.read_visit(draft, &life, &texts, self.judging(now)?);
        if !read.may_save(&draft.because) {
            return Err(Refusal::fix("visit-not-ready").about("review"));
        }
        let (Some(on), Some(mode)) = (read.on, draft.mode) else { return Err(Refusal::bug("record-visit")) };
        let sign = !draft.signature_passphrase.is_empty();
        if sign {
            self.need(Deed::Sign)?;
            self.store.check_passphrase(&self.author.login, &draft.signature_passphrase)?;
        }
        let visit = Store::new_record_id(&now.stamp);
        let fact = Visit {
            code: Some(draft.code.clone()).filter(|code| !code.is_empty()),
            also: if draft.code.is_empty() { Vec::new() } else { draft.also.clone() },
            on,
            mode,
            note: draft.note.trim().to_owned(),
        };
        let because = Some(draft.because.trim().to_owned()).filter(|text| !text.is_empty());
        let entry = |fact| NewEntry { reason: because.clone(), ..self.new_entry(fact, now) };
        let mut new = vec![NewEntry { record: Some(visit), ..entry(Fact::Visit(fact)) }];
        if let Some(on) = read.deceased_on {
            let because = wording::plain(&self.words, "status-told-at-visit");
            new.push(entry(Fact::StatusChange(StatusChange { status: Status::Deceased, on, because })));
        }
        for assessment in assessments(read, on, (&life, &texts), because.as_deref().unwrap_or_default()) {
            new.push(entry(Fact::Assessment(Recorded { visit: Some(visit), assessment })));
        }
        let signs = sign.then_some((visit, Meaning::Reviewed)).into_iter().collect();
        let along = Along { signs, ends_draft: Some(draft_key(draft.subject)) };
        let written = self.write_along(draft.subject, new, &along)?;
        Ok(Receipt {
            visit: Some(visit),
            saved_at: now.stamp.at.clone(),
            entries: u32::try_from(written.len()).unwrap_or(u32::MAX),
            findings: self.new_findings(&life, now)?,
        })
    }

    /// Findings that were not open before, or stand on other evidence now.
    pub(crate) fn new_findings(&self, before: &Life, now: &Now) -> Result<Vec<FindingLine>> {
        let known: Vec<(String, String)> =
            outcome(&self.texts(before)?, before).findings.iter().map(|f| (f.key.clone(), f.digest())).collect();
        let life = self.life(before.subject)?;
        let texts = self.texts(&life)?;
        let Outcome { findings, obligations } = outcome(&texts, &life);
        let day = self.judging(now)?;
        let around = Around { protocol: &texts.current(), owed: &obligations, life: Some(&life), now, day };
        let new = findings.iter().filter(|finding| !known.contains(&(finding.key.clone(), finding.digest())));
        Ok(new.map(|finding| self.finding_line(finding, &life, &around)).collect())
    }
}

/// What is kept: each form as checked, and each due form that was not asked, closed with the reason given.
fn assessments(read: VisitRead, on: CivilDate, (life, texts): (&Life, &Texts), because: &str) -> Vec<Assessment> {
    let mut kept: Vec<Assessment> = read.forms.into_iter().filter_map(|form| form.checked.assessment).collect();
    for asked in &read.unasked {
        let Some((task, _)) = texts.task(life, &asked.task) else { continue };
        let Some(spec) = assess::form(&task.kind) else { continue };
        let answers: Answers =
            asked.fixed(task).into_iter().map(|(field, value)| (field, facts::Answer::choice(&value))).collect();
        kept.push(Assessment {
            kind: task.kind.clone(),
            edition: spec.edition,
            collected_on: on,
            closure: Closure::NotDone { because: because.to_owned() },
            answers,
        });
    }
    kept
}
