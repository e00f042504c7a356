//! Which forms a contact asks for: what its visits plan for that day, and the tests that findings call for.
//!
//! What two sources ask by the same form with the same fixed values is one form; the same assay of two matrices is two.

use std::collections::BTreeMap;

use facts::{CivilDate, Life};
use protocol::Task;
use signals::Finding;

use crate::calls;
use crate::condition::Case;
use crate::course::{Course, owed};
use crate::obligation::What;
use crate::schedule::tasks_of;

/// A form that is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormAsked {
    /// Code of the task; see [`Course::task`].
    pub task: String,
    /// What the finding that calls for it fixes beside the task's own values.
    pub about: BTreeMap<String, String>,
}

impl FormAsked {
    fn of(task: String) -> Self {
        Self { task, about: BTreeMap::new() }
    }

    /// Names the form among those of one contact: `infectivity:urine`. [`Course::task`] finds its task by it.
    pub fn key(&self) -> String {
        let about = self.about.values().map(String::as_str);
        std::iter::once(self.task.as_str()).chain(about).collect::<Vec<_>>().join(":")
    }

    /// Every value that is fixed in the form.
    pub fn fixed(&self, task: &Task) -> BTreeMap<String, String> {
        task.preset.iter().chain(&self.about).map(|(field, code)| (field.clone(), code.clone())).collect()
    }
}

/// Forms due when the visits take place on `on`: what their sources ask there on that day, and the repeat tests that are
/// open then. Without visits, the tests alone.
pub fn tasks_due(
    course: &Course<'_>,
    life: &Life,
    findings: &[Finding],
    codes: &[String],
    on: CivilDate,
) -> Vec<FormAsked> {
    let Some(case) = course.case(life, findings) else { return Vec::new() };
    let current = case.protocol;
    let mut due: Vec<FormAsked> = Vec::new();
    let all = if codes.is_empty() { Vec::new() } else { owed(course, life, findings) };
    for code in codes {
        let visit = all.iter().find(|o| matches!(&o.what, What::Visit { code: known, .. } if known == code));
        let protocol = visit.and_then(|visit| course.demands(visit)).unwrap_or(current);
        let asked = tasks_of(&Case::of(protocol, life, findings), code, on);
        let named = |task: &str| if protocol.track { [&protocol.id, "/", task].concat() } else { task.to_owned() };
        due.extend(asked.iter().map(|task| FormAsked::of(named(task))));
    }
    due.extend(calls::open_on(&case, findings, on));
    one_form_each(course, due)
}

/// Each form once; the lines of one checklist are answers of one form, for which the first of them stands.
fn one_form_each(course: &Course<'_>, asked: Vec<FormAsked>) -> Vec<FormAsked> {
    let mut known: Vec<(&Task, BTreeMap<String, String>)> = Vec::new();
    let first = |asked: &FormAsked| {
        let Some((task, _)) = course.task(&asked.task) else { return true };
        let fixed = asked.fixed(task);
        let same = |(other, its): &(&Task, BTreeMap<String, String>)| {
            let checklist = task.settled_by.is_some() && other.settled_by.is_some();
            other.kind == task.kind && (checklist || *its == fixed)
        };
        let new = !known.iter().any(same);
        known.push((task, fixed));
        new
    };
    asked.into_iter().filter(first).collect()
}
