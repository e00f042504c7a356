//! From what was typed to checked answers, with every problem at once and nothing thrown away.
//!
//! `Stops`: cannot be kept as it is. `AsksReason`: possible but unusual; kept as soon as the field says why.
//! `Notes`: worth knowing.

use std::collections::BTreeMap;

use facts::answer::{Answer, Answers, Assessment, Closure};
use facts::{CivilDate, PartialDate, Sex};
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::entry::{Entered, EnteredClosure, EnteredForm};
use crate::field;
use crate::form::{FieldSpec, FormSpec, Input, Needed};
use crate::grading::Version;
use crate::growth::{Gestation, Reference};
use crate::kinds;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    Notes,
    AsksReason,
    Stops,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct Problem {
    /// Field key, or `clones[3].gene`.
    pub place: String,
    /// Fluent id `problem-<code>`.
    pub code: String,
    pub args: BTreeMap<String, String>,
    pub severity: Severity,
}

/// `assessment` is there exactly when nothing stops it.
#[derive(Clone, Debug, PartialEq)]
pub struct Checked {
    pub assessment: Option<Assessment>,
    pub problems: Vec<Problem>,
}

/// The person the form is about, as far as checks need it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct About {
    pub sex: Sex,
    pub born_on: CivilDate,
    pub today: CivilDate,
    pub dosed_on: Option<CivilDate>,
    /// Length of the pregnancy the person was born from.
    pub gestation: Option<Gestation>,
    /// The reference that growth is scored against: the protocol's choice, otherwise [`crate::growth::who`].
    pub growth: &'static Reference,
    /// The edition of CTCAE that grades where the form names none: the protocol's choice.
    pub ctcae: Version,
}

/// Longest text of one field: a full page of notes fits several times.
pub(crate) const LONGEST_TEXT: usize = 20_000;

/// Collects problems of one form.
#[derive(Default)]
pub(crate) struct Problems(pub Vec<Problem>);

impl Problems {
    pub fn add(&mut self, place: &str, code: &str, args: &[(&str, &str)], severity: Severity) {
        let args = args.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        self.0.push(Problem { place: place.to_owned(), code: code.to_owned(), args, severity });
    }
}

/// Checks a form against its specification.
pub fn check(entered: &EnteredForm, about: &About) -> Checked {
    let mut problems = Problems::default();
    let Some(spec) = kinds::form(&entered.kind) else {
        problems.add("", "kind-unknown", &[("value", &entered.kind)], Severity::Stops);
        return Checked { assessment: None, problems: problems.0 };
    };
    let collected_on = collected_on(entered, about, &mut problems);
    let closure = closure(entered, &mut problems);
    let mut answers = Answers::new();
    for spec_field in spec.fields {
        let Some(typed) = entered.fields.get(spec_field.key) else { continue };
        if let Some(answer) = field::answer(spec_field, spec_field.key, typed, &mut problems) {
            if let Answer::Date { on } = &answer {
                lived(spec_field, on, about, &mut problems);
            }
            if !typed.because.trim().is_empty() && !matches!(answer, Answer::NotDone { .. }) {
                answers.insert(format!("{}.reason", spec_field.key), Answer::text(typed.because.trim()));
            }
            answers.insert(spec_field.key.to_owned(), answer);
        }
    }
    for key in entered.fields.keys().filter(|key| spec.field(key).is_none()) {
        problems.add(key, "field-unknown", &[("value", key)], Severity::Stops);
    }
    if closure == Closure::Answered {
        left_open(spec, entered, &answers, &mut problems);
    }
    let stopped = problems.0.iter().any(|problem| problem.severity == Severity::Stops);
    let mut assessment = collected_on.map(|collected_on| Assessment {
        kind: entered.kind.clone(),
        edition: spec.edition,
        collected_on,
        closure,
        answers,
    });
    if let Some(assessment) = &mut assessment {
        kinds::compute(assessment, about);
    }
    Checked { assessment: assessment.filter(|_| !stopped), problems: problems.0 }
}

fn collected_on(entered: &EnteredForm, about: &About, problems: &mut Problems) -> Option<CivilDate> {
    let text = entered.collected_on.trim();
    let Ok(on) = text.parse::<CivilDate>() else {
        problems.add("collected_on", "not-a-date", &[("value", text)], Severity::Stops);
        return None;
    };
    let value = on.to_string();
    if on > about.today {
        let today = about.today.to_string();
        problems.add("collected_on", "future-date", &[("value", &value), ("today", &today)], Severity::Stops);
    } else if on < about.born_on {
        let born = about.born_on.to_string();
        problems.add("collected_on", "before-birth", &[("value", &value), ("born", &born)], Severity::Stops);
    }
    Some(on)
}

/// A day of this person's life so far, unless the field is about what is planned. What is not known of a partial
/// date is given the benefit of the doubt: only a month that has not begun lies ahead.
fn lived(spec: &FieldSpec, on: &PartialDate, about: &About, problems: &mut Problems) {
    let value = on.to_string();
    if !spec.ahead && on.first_on > about.today {
        let args = [("value", value.as_str()), ("today", &about.today.to_string())];
        problems.add(spec.key, "future-date", &args, Severity::Stops);
    } else if on.last_on() < about.born_on {
        let args = [("value", value.as_str()), ("born", &about.born_on.to_string())];
        problems.add(spec.key, "before-birth", &args, Severity::Stops);
    }
}

fn closure(entered: &EnteredForm, problems: &mut Problems) -> Closure {
    match entered.closure {
        EnteredClosure::Answered => Closure::Answered,
        EnteredClosure::NothingToReport => Closure::NothingToReport,
        EnteredClosure::Awaited => Closure::Awaited,
        EnteredClosure::NotDone => {
            let because = entered.because.trim();
            if because.is_empty() {
                problems.add("closure", "reason-needed", &[], Severity::Stops);
            }
            Closure::NotDone { because: because.to_owned() }
        }
    }
}

/// Required fields that were left open, fields answered though they do not apply, and forms without anything.
fn left_open(spec: &FormSpec, entered: &EnteredForm, answers: &Answers, problems: &mut Problems) {
    if answers.is_empty() {
        problems.add("closure", "form-empty", &[], Severity::AsksReason);
        return;
    }
    for field in spec.fields {
        let applies = field
            .shown_when
            .is_none_or(|when| facts::answer::code(answers, when.field).is_some_and(|code| when.is.contains(&code)));
        let answered = answers.contains_key(field.key);
        let computed = matches!(field.input, Input::Computed { .. });
        let excused = entered.fields.get(field.key).is_some_and(|typed| !typed.because.trim().is_empty());
        if applies && !answered && !computed && !excused && field.needed == Needed::Required {
            problems.add(field.key, "not-answered", &[], Severity::AsksReason);
        }
        if !applies && answered {
            problems.add(field.key, "does-not-apply", &[], Severity::Notes);
        }
    }
}

/// The stored answers as they would be typed: to correct a record, or to enter what was awaited.
pub fn entered(assessment: &Assessment) -> EnteredForm {
    let (closure, because) = match &assessment.closure {
        Closure::Answered => (EnteredClosure::Answered, String::new()),
        Closure::NothingToReport => (EnteredClosure::NothingToReport, String::new()),
        Closure::Awaited => (EnteredClosure::Awaited, String::new()),
        Closure::NotDone { because } => (EnteredClosure::NotDone, because.clone()),
    };
    let computed = |key: &str| {
        let field = kinds::form(&assessment.kind).and_then(|spec| spec.field(key));
        field.is_some_and(|field| matches!(field.input, Input::Computed { .. }))
    };
    let mut fields: BTreeMap<String, Entered> = BTreeMap::new();
    for (key, answer) in &assessment.answers {
        if let Some(of) = key.strip_suffix(".reason") {
            if let Answer::Text { text } = answer {
                fields.entry(of.to_owned()).or_default().because.clone_from(text);
            }
        } else if !computed(key) && !matches!(answer, Answer::Attachment { .. }) {
            let because = fields.remove(key).map(|typed: Entered| typed.because).unwrap_or_default();
            let typed = field::typed(answer);
            let because = if typed.because.is_empty() { because } else { typed.because.clone() };
            fields.insert(key.clone(), Entered { because, ..typed });
        }
    }
    EnteredForm {
        kind: assessment.kind.clone(),
        collected_on: assessment.collected_on.to_string(),
        closure,
        because,
        fields,
    }
}
