//! What a contact on a given day is about: the visit it answers, the forms due, the values seen before.

use std::collections::BTreeMap;

use facts::fact::Mode;
use facts::{CivilDate, Life, SubjectId};
use followup::{Day, FormAsked, Obligation, Timing, What};
use protocol::{Protocol, Task};

use crate::refresh::{Outcome, outcome};
use crate::role::Deed;
use crate::texts::Texts;
use crate::wire::visit::{AlsoChoice, FormDue, Previous, ToSign, VisitAsked, VisitChoice, VisitPlan};
use crate::{Clinic, Now, Refusal, Result, consent, wording};

/// Every way a contact can take place, for visits that no protocol names.
const ALL_MODES: [Mode; 6] = [Mode::Clinic, Mode::Home, Mode::Video, Mode::Phone, Mode::Letter, Mode::LocalLaboratory];

/// Code of the visit an obligation asks for.
pub(crate) fn visit_code(obligation: &Obligation) -> Option<&str> {
    match &obligation.what {
        What::Visit { code, .. } => Some(code),
        _ => None,
    }
}

/// Key of the draft of a visit: one unfinished visit a subject.
pub fn draft_key(subject: SubjectId) -> String {
    format!("visit:{subject}")
}

impl Clinic {
    pub fn plan_visit(&self, asked: &VisitAsked, now: &Now) -> Result<VisitPlan> {
        self.need(Deed::Read)?;
        let on = match asked.on.trim() {
            "" => now.today,
            text => text.parse().map_err(|_| Refusal::fix("not-a-date").about("on").with("value", text))?,
        };
        let life = self.life(asked.subject)?;
        let texts = self.texts(&life)?;
        let Outcome { findings, obligations } = outcome(&texts, &life);
        let suggested = followup::suggest(&obligations, on).and_then(|index| visit_code(&obligations[index]));
        let chosen = asked.code.as_deref().or(suggested).unwrap_or_default().to_owned();
        let modes = obligations
            .iter()
            .find(|obligation| visit_code(obligation) == Some(&chosen))
            .map_or_else(|| ALL_MODES.to_vec(), |obligation| obligation.modes.to_vec());
        let day = self.judging(now)?;
        let also = self.also(&obligations, &chosen, asked.also.as_deref(), on, &texts, day);
        let course = texts.course(&life);
        // An unscheduled contact is usually for the tests that are open.
        let own = Some(&chosen).filter(|chosen| !chosen.is_empty());
        let others = also.iter().filter(|other| other.chosen).map(|other| &other.visit.code);
        let codes: Vec<String> = own.into_iter().chain(others).cloned().collect();
        let due = followup::tasks_due(&course, &life, &findings, &codes, on);
        let form = |asked: &FormAsked| course.task(&asked.task).and_then(|found| self.form_due(&life, asked, found));
        let mut forms: Vec<FormDue> = due.iter().filter_map(form).collect();
        self.tell_results(&mut forms, &obligations, &chosen);
        let draft = self.draft(&draft_key(asked.subject))?;
        Ok(VisitPlan {
            subject: asked.subject,
            subject_code: life.enrolment.fact.code.clone(),
            age: wording::age(&self.words, life.enrolment.fact.born_on, on),
            on,
            choices: self.choices(&obligations, &chosen, &texts, day),
            also,
            withdrawn: consent::lines(&self.words, &life, on)
                .into_iter()
                .filter(|line| line.holds)
                .map(|line| line.text)
                .collect(),
            to_sign: self.to_sign(&obligations, &texts, on),
            more: self.other_forms(&life, &forms),
            chosen,
            modes,
            forms,
            draft,
        })
    }

    /// Forms of consent that are open on the day: signed before anything else is done.
    fn to_sign(&self, obligations: &[Obligation], texts: &Texts, on: CivilDate) -> Vec<ToSign> {
        let concerns = |what: &What| match what {
            What::Consent { .. } => true,
            What::Decide { matter } => matter.concerns_agreement(),
            _ => false,
        };
        let open = |o: &&Obligation| o.settled.is_none() && o.window.earliest_on <= on && concerns(&o.what);
        let line = |o: &Obligation| {
            let what = wording::what(&self.words, &self.language, o, texts.demands(o));
            let until = self.words.date_long(&o.window.latest_on.to_string());
            let said = || self.words.say("visit-to-sign", &wording::texts(&[("what", &what), ("until", &until)]));
            // A matter has no time of its own.
            let text = if matches!(o.what, What::Decide { .. }) { what.clone() } else { said() };
            ToSign { key: o.key.clone(), text }
        };
        obligations.iter().filter(open).map(line).collect()
    }

    /// Visits still to be made, and the one chosen even when it is settled.
    fn choices(&self, obligations: &[Obligation], chosen: &str, texts: &Texts, day: Day) -> Vec<VisitChoice> {
        let horizon = day.latest().plus(&facts::Period::years(1));
        let offered = obligations.iter().filter_map(|obligation| Some((visit_code(obligation)?, obligation)));
        offered
            .filter(|(code, o)| *code == chosen || (o.settled.is_none() && o.window.earliest_on <= horizon))
            .map(|(code, obligation)| self.choice(code, obligation, texts, day))
            .collect()
    }

    fn choice(&self, code: &str, obligation: &Obligation, texts: &Texts, day: Day) -> VisitChoice {
        let protocol = texts.demands(obligation);
        let standing = followup::standing(obligation, day, &protocol.due_soon);
        VisitChoice {
            code: code.to_owned(),
            label: wording::what(&self.words, &self.language, obligation, protocol),
            earliest_on: obligation.window.earliest_on,
            due_on: obligation.window.due_on,
            latest_on: obligation.window.latest_on,
            standing_text: wording::standing(&self.words, &standing),
            standing,
        }
    }

    /// What the same contact can settle as well. Of other sources one visit each whose days these are, chosen unless a
    /// person says otherwise: their schedules want visits apart, not ours. And whatever is overdue, of any source, never
    /// chosen by itself: the fewest contacts of a plan make up for it together, and whether they did is theirs to say.
    fn also(
        &self,
        obligations: &[Obligation],
        chosen: &str,
        asked: Option<&[String]>,
        on: CivilDate,
        texts: &Texts,
        day: Day,
    ) -> Vec<AlsoChoice> {
        let Some(own) = obligations.iter().find(|o| visit_code(o) == Some(chosen)) else { return Vec::new() };
        let source = |o: &Obligation| texts.demands(o).id.clone();
        let late_itself = followup::timing(&own.window, on) == Timing::Late;
        // Beside an overdue visit the one of its own source that is open is offered too, as the plan joins them.
        let mut sources = if late_itself { Vec::new() } else { vec![source(own)] };
        let mut found = Vec::new();
        let open = obligations.iter().filter(|o| o.settled.is_none() && o.key != own.key);
        let (within, others): (Vec<_>, Vec<_>) =
            open.partition(|o| followup::timing(&o.window, on) == Timing::InWindow);
        let overdue = others.into_iter().filter(|o| followup::timing(&o.window, on) == Timing::Late);
        for (other, late) in within.into_iter().map(|o| (o, false)).chain(overdue.map(|o| (o, true))) {
            let Some(code) = visit_code(other).filter(|_| late || !sources.contains(&source(other))) else { continue };
            if !late {
                sources.push(source(other));
            }
            found.push(AlsoChoice {
                visit: self.choice(code, other, texts, day),
                source: protocol::text(&texts.demands(other).title, &self.language).to_owned(),
                late,
                chosen: asked
                    .map_or(!late && source(other) != source(own), |asked| asked.iter().any(|asked| asked == code)),
            });
        }
        found
    }

    /// Beside the clause of a form the result that asks for it at this visit.
    fn tell_results(&self, forms: &mut [FormDue], obligations: &[Obligation], chosen: &str) {
        let Some(own) = obligations.iter().find(|o| visit_code(o) == Some(chosen)) else { return };
        for form in forms {
            let said = wording::asked_for(&self.words, own, &form.task);
            let parts = [std::mem::take(&mut form.because), said].into_iter().filter(|part| !part.is_empty());
            form.because = parts.collect::<Vec<_>>().join(&wording::plain(&self.words, "explain-joint"));
        }
    }

    fn form_due(&self, life: &Life, asked: &FormAsked, (task, protocol): (&Task, &Protocol)) -> Option<FormDue> {
        let spec = assess::form(&task.kind)?;
        let fixed = asked.fixed(task);
        let because = task.citation.as_ref().map(|citation| wording::citation(&self.words, citation, protocol).text);
        Some(FormDue {
            kind: task.kind.clone(),
            task: asked.key(),
            label: wording::asked_form(&self.words, &self.language, task, asked),
            because: because.unwrap_or_default(),
            spec: spec.clone(),
            previous: self.previous(life, &task.kind, &fixed),
            fixed,
        })
    }

    /// Forms that no task asks for today, to be added by hand.
    fn other_forms(&self, life: &Life, due: &[FormDue]) -> Vec<FormDue> {
        let kinds = assess::kinds().iter().filter(|spec| !due.iter().any(|form| form.kind == spec.kind));
        kinds.map(|spec| self.form_by_hand(life, spec.kind, spec)).collect()
    }

    pub(crate) fn form_by_hand(&self, life: &Life, kind: &str, spec: &assess::FormSpec) -> FormDue {
        FormDue {
            kind: kind.to_owned(),
            task: String::new(),
            label: wording::kind_title(&self.words, kind),
            because: String::new(),
            spec: spec.clone(),
            fixed: BTreeMap::new(),
            previous: self.previous(life, kind, &BTreeMap::new()),
        }
    }

    /// The two newest values of each field, among assessments made under the same fixed values.
    fn previous(&self, life: &Life, kind: &str, fixed: &BTreeMap<String, String>) -> BTreeMap<String, Vec<Previous>> {
        let mut seen: BTreeMap<String, Vec<Previous>> = BTreeMap::new();
        for kept in life.of_kind(kind).rev() {
            let assessment = &kept.fact.assessment;
            if fixed.iter().any(|(field, value)| assessment.code(field) != Some(value)) {
                continue;
            }
            for (field, answer) in &assessment.answers {
                let shown = wording::shown(&self.words, kind, field, answer);
                let values = seen.entry(field.clone()).or_default();
                if values.len() < 2 && !shown.is_empty() {
                    values.push(Previous { on: assessment.collected_on, shown });
                }
            }
        }
        seen
    }
}
