//! The page before sign-off: what will be recorded, what was left out and why, what is to be mended.

use assess::{Checked, Severity};
use facts::answer::{Answer, Assessment, Closure};
use facts::fact::{Status, Visit};
use facts::{CivilDate, Life, RecordId};
use followup::{Day, FormAsked, Obligation};

use crate::check_form::about;
use crate::enrol::Reading;
use crate::plan_visit::visit_code;
use crate::refresh::{Outcome, outcome};
use crate::role::Deed;
use crate::texts::Texts;
use crate::wire::visit::{FormProblems, ReviewLine, VisitDraft, VisitReview};
use crate::{Clinic, Now, Result, wording};

/// A draft read in full: what would be saved, and everything that was said against it.
pub(crate) struct VisitRead {
    pub on: Option<CivilDate>,
    pub reading: Reading,
    pub forms: Vec<FormRead>,
    /// Forms that are due on the day.
    pub due: Vec<FormAsked>,
    /// Those that have no form in the draft.
    pub unasked: Vec<FormAsked>,
    /// A death that the visit tells of: without it the person would be called overdue.
    pub deceased_on: Option<CivilDate>,
}

pub(crate) struct FormRead {
    pub task: String,
    pub kind: String,
    pub checked: Checked,
}

impl VisitRead {
    fn any(&self, severity: &Severity) -> bool {
        let of_forms = self.forms.iter().flat_map(|form| &form.checked.problems);
        self.reading.problems.iter().chain(of_forms).any(|problem| problem.severity == *severity)
    }

    /// Nothing stops it, and what is unusual has a reason.
    pub fn may_save(&self, because: &str) -> bool {
        let asks = self.any(&Severity::AsksReason) || !self.unasked.is_empty();
        self.on.is_some() && !self.any(&Severity::Stops) && (!asks || !because.trim().is_empty())
    }
}

impl Clinic {
    pub fn review_visit(&self, draft: &VisitDraft, now: &Now) -> Result<VisitReview> {
        self.need(Deed::Read)?;
        let life = self.life(draft.subject)?;
        let texts = self.texts(&life)?;
        let read = self.read_visit(draft, &life, &texts, self.judging(now)?);
        let (mut will_record, mut left_out) = (Vec::new(), Vec::new());
        for form in &read.forms {
            let title = self.form_title(&read.due, &form.task, &form.kind, (&life, &texts));
            if let Some(assessment) = &form.checked.assessment {
                self.review_form(&title, assessment, &mut will_record, &mut left_out);
            }
        }
        if let Some(on) = read.deceased_on {
            let on = self.words.date_short(&on.to_string());
            let shown = self.words.say("review-status-deceased", &wording::texts(&[("on", &on)]));
            will_record.push(ReviewLine { form: String::new(), field: String::new(), shown });
        }
        for asked in &read.unasked {
            let shown = self.words.say("review-not-asked", &words::Args::default());
            let form = self.form_title(&read.due, &asked.key(), "", (&life, &texts));
            left_out.push(ReviewLine { form, field: String::new(), shown });
        }
        Ok(VisitReview {
            timing_text: self.timing_text(&read, draft, &life, &texts),
            will_record,
            left_out,
            problems: self.form_problems(&read, &life, &texts),
            may_save: read.may_save(&draft.because),
        })
    }

    fn review_form(
        &self,
        title: &str,
        assessment: &Assessment,
        will: &mut Vec<ReviewLine>,
        left: &mut Vec<ReviewLine>,
    ) {
        let line = |field: String, shown: String| ReviewLine { form: title.to_owned(), field, shown };
        match &assessment.closure {
            Closure::Answered => {}
            closure @ Closure::NotDone { .. } => left.push(line(String::new(), wording::closure(&self.words, closure))),
            closure => will.push(line(String::new(), wording::closure(&self.words, closure))),
        }
        for (field, answer) in &assessment.answers {
            let label = wording::field_label(&self.words, &assessment.kind, field);
            let shown = wording::shown(&self.words, &assessment.kind, field, answer);
            let lines = if matches!(answer, Answer::NotDone { .. }) { &mut *left } else { &mut *will };
            lines.push(line(label, shown));
        }
    }

    fn form_problems(&self, read: &VisitRead, life: &Life, texts: &Texts) -> Vec<FormProblems> {
        let mut all = Vec::new();
        if !read.reading.problems.is_empty() {
            all.push(FormProblems {
                task: String::new(),
                kind: String::new(),
                title: self.words.say("review-visit", &words::Args::default()),
                problems: wording::problem_lines(&self.words, None, &read.reading.problems),
            });
        }
        for form in read.forms.iter().filter(|form| !form.checked.problems.is_empty()) {
            all.push(FormProblems {
                task: form.task.clone(),
                kind: form.kind.clone(),
                title: self.form_title(&read.due, &form.task, &form.kind, (life, texts)),
                problems: wording::problem_lines(&self.words, Some(&form.kind), &form.checked.problems),
            });
        }
        all
    }

    fn form_title(&self, due: &[FormAsked], form: &str, kind: &str, (life, texts): (&Life, &Texts)) -> String {
        let Some((task, _)) = texts.task(life, form) else { return wording::kind_title(&self.words, kind) };
        match due.iter().find(|asked| asked.key() == *form) {
            Some(asked) => wording::asked_form(&self.words, &self.language, task, asked),
            None => wording::form_title(&self.words, &self.language, task),
        }
    }

    fn timing_text(&self, read: &VisitRead, draft: &VisitDraft, life: &Life, texts: &Texts) -> String {
        let obligations = outcome(texts, life).obligations;
        let wanted = obligations.iter().find(|o| visit_code(o) == Some(&draft.code) && !draft.code.is_empty());
        match (wanted, read.on) {
            (Some(wanted), Some(on)) => wording::timing(&self.words, followup::timing(&wanted.window, on)),
            _ => self.words.say("visit-unscheduled", &words::Args::default()),
        }
    }

    pub(crate) fn read_visit(&self, draft: &VisitDraft, life: &Life, texts: &Texts, day: Day) -> VisitRead {
        let mut reading = Reading::default();
        let on = reading.day("on", &draft.on, day.recorded_until());
        if draft.mode.is_none() {
            reading.stop("mode", "needed", &[]);
        }
        let mut due = Vec::new();
        let Outcome { findings, obligations } = outcome(texts, life);
        let codes = codes(draft);
        ask_about_codes("code", &codes, (life, &obligations), None, &mut reading);
        if let Some(on) = on {
            due = followup::tasks_due(&texts.course(life), life, &findings, &codes, on);
            self.ask_about_day(on, life, &mut reading);
        }
        let about = about(life, &texts.current(), day.recorded_until());
        let forms: Vec<FormRead> = draft
            .forms
            .iter()
            .map(|entered| FormRead {
                task: entered.task.clone(),
                kind: entered.form.kind.clone(),
                checked: assess::check(&entered.form, &about),
            })
            .collect();
        // A contact that was not planned asks for nothing, it only offers.
        let unasked =
            due.iter().filter(|asked| !codes.is_empty() && !forms.iter().any(|form| form.task == asked.key()));
        let unasked = unasked.cloned().collect();
        let deceased_on = forms.iter().find_map(|form| died_on(form.checked.assessment.as_ref()?));
        let deceased_on = deceased_on.filter(|_| life.status_on(day.latest()) != Status::Deceased);
        VisitRead { on, reading, forms, due, unasked, deceased_on }
    }

    /// Days that are possible but unusual: kept with a reason.
    pub(crate) fn ask_about_day(&self, on: CivilDate, life: &Life, reading: &mut Reading) {
        let born = life.enrolment.fact.born_on;
        if on < born {
            reading.stop("on", "before-birth", &[("value", &on.to_string()), ("born", &born.to_string())]);
        } else if let Some(dosed) = life.first_dosed_on().filter(|dosed| on < *dosed) {
            reading.ask("on", "visit-before-dosing", &[("value", &on.to_string()), ("dosed", &dosed.to_string())]);
        }
        let death = life.left().filter(|change| change.status == Status::Deceased);
        if let Some(death) = death.filter(|death| on > death.on) {
            reading.ask("on", "visit-after-death", &[("value", &on.to_string()), ("died", &death.on.to_string())]);
        }
    }
}

/// Visits that a contact is said to answer: known ones, and such as no other contact has answered; `except` = the
/// contact itself, when it is corrected.
pub(crate) fn ask_about_codes(
    place: &str,
    codes: &[String],
    (life, owed): (&Life, &[Obligation]),
    except: Option<RecordId>,
    reading: &mut Reading,
) {
    for code in codes {
        if !owed.iter().any(|o| visit_code(o) == Some(code)) {
            reading.stop(place, "no-such-visit", &[("value", code)]);
        }
        let answers = |visit: &Visit| visit.code.as_ref() == Some(code) || visit.also.contains(code);
        let others = life.visits.iter().filter(|kept| Some(kept.record) != except);
        if let Some(already) = others.map(|kept| &kept.fact).find(|visit| answers(visit)) {
            reading.ask(place, "visit-already-recorded", &[("value", code), ("on", &already.on.to_string())]);
        }
    }
}

/// Every visit that the contact answers; none when it was not planned.
fn codes(draft: &VisitDraft) -> Vec<String> {
    let also = draft.also.iter().filter(|_| !draft.code.is_empty());
    let own = Some(&draft.code).filter(|code| !code.is_empty());
    own.into_iter().chain(also).cloned().collect()
}

/// The day of death that a vital status tells; the day it was told on when no exact one is known.
fn died_on(assessment: &Assessment) -> Option<CivilDate> {
    if assessment.kind != "vital-status" || assessment.code("status") != Some("deceased") {
        return None;
    }
    let exact = match assessment.get("died-on") {
        Some(Answer::Date { on }) if on.precision == facts::date::partial::Precision::Day => Some(on.first_on),
        _ => None,
    };
    Some(exact.unwrap_or(assessment.collected_on))
}
