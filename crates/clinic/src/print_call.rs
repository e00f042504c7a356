//! The papers of a contact from afar: a script for whoever calls, a questionnaire for the family. What is asked are the
//! forms due at the visit, in the family's language.
//!
//! Which of them can be asked over the telephone is read off the task's pictogram: what is talked about, asked or
//! measured at home is on the paper, what is drawn or scanned is done elsewhere and named as such.

use assess::{FormSpec, Input};
use documents::{CallPaper, CallQuestion, CallSection, CallSheet, Room};
use facts::fact::ConsentPart;
use followup::{Course, Obligation};
use protocol::{Icon, Task};
use words::Words;

use crate::plan_visit::visit_code;
use crate::print_schedule::{file_part, paper};
use crate::refresh::{Outcome, outcome};
use crate::role::Deed;
use crate::wire::page::{CallAsked, CallKind, Printed};
use crate::{Clinic, Now, Refusal, Result, wording};

impl Clinic {
    /// Makes the paper for one visit, or for the next one that is due, and saves it.
    pub fn print_call(&self, asked: &CallAsked, now: &Now) -> Result<Printed> {
        self.need(Deed::Enter)?;
        let (sheet, words) = self.call_sheet(asked, now)?;
        let bytes = documents::call_sheet(&sheet, &words, paper(asked.paper))
            .map_err(|error| Refusal::bug("print").with("detail", error))?;
        let kind = wording::wire(&asked.kind);
        let name = format!("{}-{kind}-{}-{}.pdf", file_part(&sheet.subject_code), words.tag(), now.today);
        let path = self.save(&asked.folder, &name, &bytes)?;
        let pages = documents::page_count(&bytes);
        Ok(Printed { path: path.display().to_string(), pages, visits: 1 })
    }

    fn call_sheet(&self, asked: &CallAsked, now: &Now) -> Result<(CallSheet, Words)> {
        let life = self.life(asked.subject)?;
        if let Some(since) = life.withdrawn_on(ConsentPart::Contact, now.today) {
            return Err(Refusal::fix("not-to-be-called").with("since", self.words.date_short(&since.to_string())));
        }
        let enrolment = &life.enrolment.fact;
        let texts = self.texts(&life)?;
        let protocol = texts.current();
        let course = texts.course(&life);
        let Outcome { findings, obligations } = outcome(&texts, &life);
        let day = self.judging(now)?;
        let visit = chosen(&obligations, &course, &asked.key, |o| {
            followup::urgency(&o.window, &followup::standing(o, day, &texts.demands(o).due_soon))
        })
        .ok_or_else(|| Refusal::fix("no-visit-to-ask").about("visit"))?;
        let language = if asked.language.is_empty() { &enrolment.language } else { &asked.language };
        let words = Words::of(language);
        let on = now.today.max(visit.window.earliest_on);
        let code = visit_code(visit).unwrap_or_default();
        let due = followup::tasks_due(&course, &life, &findings, &[code.to_owned()], on);
        let tasks: Vec<&Task> = due.iter().filter_map(|asked| course.task(&asked.task)).map(|(task, _)| task).collect();
        let (asks, others): (Vec<&Task>, Vec<&Task>) = tasks.into_iter().partition(|task| is_asked(task));
        let sections = asks.iter().filter_map(|task| section(&words, language, task)).collect();
        let identity = self.name_on_paper(asked.subject)?;
        let guardian = identity.guardian_on(now.today).filter(|_| !self.is_of_age(&life, now));
        let sheet = CallSheet {
            paper: match asked.kind {
                CallKind::Script => CallPaper::Script,
                CallKind::Questionnaire => CallPaper::Questionnaire,
            },
            ask_for: guardian.map(|one| wording::relation(&words, one.relation)).unwrap_or_default(),
            called: identity.called.clone(),
            subject_code: enrolment.code.clone(),
            site_name: self.site.name.clone(),
            site_telephone: self.site.telephone.clone(),
            site_address: self.site.address.clone(),
            visit: wording::what(&words, language, visit, texts.demands(visit)),
            earliest_on: visit.window.earliest_on,
            latest_on: visit.window.latest_on,
            sections,
            elsewhere: once(others.iter().map(|task| protocol::text(&task.family, language))),
            call_if: protocol.family.call_if.iter().map(|text| protocol::text(text, language).to_owned()).collect(),
            printed_on: now.today,
            printed_by: self.author.name.clone(),
            practice: self.site.practice,
        };
        Ok((sheet, words))
    }
}

/// The visit that was named, else the most pressing one from afar at which something is asked, else any from afar, else
/// the most pressing one.
fn chosen<'a, K: Ord>(
    obligations: &'a [Obligation],
    course: &Course<'_>,
    key: &str,
    urgency: impl Fn(&Obligation) -> K,
) -> Option<&'a Obligation> {
    let visits = || obligations.iter().filter(|o| o.settled.is_none() && visit_code(o).is_some());
    let urgent = |o: &&Obligation| urgency(o);
    if !key.is_empty() {
        return visits().find(|o| o.key == key);
    }
    let asks = |o: &&Obligation| o.tasks.iter().filter_map(|code| course.task(code)).any(|(task, _)| is_asked(task));
    let remote = || visits().filter(|o| is_remote(o));
    let asked = remote().filter(asks).min_by_key(urgent);
    asked.or_else(|| remote().min_by_key(urgent)).or_else(|| visits().min_by_key(urgent))
}

/// Any way but coming to the clinic.
pub(crate) fn is_remote(obligation: &Obligation) -> bool {
    obligation.modes.first().is_some_and(|mode| *mode != facts::fact::Mode::Clinic)
}

/// What a voice or a pen can answer.
fn is_asked(task: &Task) -> bool {
    matches!(task.icon, Icon::Talk | Icon::Question | Icon::Growth)
}

/// Families read one line a thing that is done, however many forms stand behind it.
fn once<'a>(texts: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for text in texts.filter(|text| !text.is_empty()) {
        if !all.iter().any(|known| known == text) {
            all.push(text.to_owned());
        }
    }
    all
}

fn section(words: &Words, language: &str, task: &Task) -> Option<CallSection> {
    let spec = assess::form(&task.kind)?;
    let questions = spec.fields.iter().filter(|field| !task.preset.contains_key(field.key));
    let questions: Vec<CallQuestion> = questions.filter_map(|field| question(words, spec, field)).collect();
    (!questions.is_empty()).then(|| CallSection { title: wording::form_title(words, language, task), questions })
}

fn question(words: &Words, spec: &FormSpec, field: &assess::FieldSpec) -> Option<CallQuestion> {
    let option = |code: &&str| wording::option(words, spec.kind, field.key, code);
    let unit = |units: &[&str]| units.first().map(|unit| assess::units::written("", unit).trim().to_owned());
    let answer = match &field.input {
        // The program fills these.
        Input::Computed { .. } => return None,
        Input::Choice { options } | Input::Choices { options } => Room::Boxes(options.iter().map(option).collect()),
        Input::Text { lines: 1 } | Input::Count => Room::Line(String::new()),
        Input::Text { .. } | Input::Table { .. } => Room::Lines,
        Input::Number { units, .. } | Input::Result { units } => Room::Line(unit(units).unwrap_or_default()),
        Input::Date => Room::Date,
    };
    let text = wording::field_label(words, spec.kind, field.key);
    Some(CallQuestion { text, follows: field.shown_when.is_some(), answer })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_drawn_or_scanned_is_not_asked() {
        let (_, text) = protocol::presets().into_iter().find(|(path, _)| path == "fda/lentiviral-hsc-15y").unwrap();
        let protocol: protocol::Protocol = protocol::read(text).0.unwrap();
        let asked = |code: &str| is_asked(protocol.task(code).unwrap());
        assert!(asked("vital-status") && asked("adverse-events"));
        assert!(!asked("blood-count") && !asked("integration"));
    }

    #[test]
    fn a_thing_that_several_forms_stand_for_is_said_once() {
        assert_eq!(once(["A blood sample", "", "A scan", "A blood sample"].into_iter()), ["A blood sample", "A scan"]);
    }

    #[test]
    fn every_question_of_the_forms_that_are_asked_has_words_in_each_language() {
        for (_, text) in protocol::presets() {
            let protocol: protocol::Protocol = protocol::read(text).0.unwrap();
            for language in ["en", "zh-Hans", "ja"] {
                let words = Words::of(language);
                for task in protocol.tasks.iter().filter(|task| is_asked(task)) {
                    let Some(section) = section(&words, language, task) else { continue };
                    for question in section.questions {
                        assert!(!question.text.contains('⟦') && !question.text.is_empty(), "{language} {question:?}");
                        let Room::Boxes(boxes) = question.answer else { continue };
                        assert!(boxes.iter().all(|text| !text.is_empty()), "{language} {boxes:?}");
                    }
                }
            }
        }
    }
}
