//! What one version of a protocol changes against another, as data: a person reads it before anybody moves.
//!
//! Rows of visits are matched by their code, rules and tasks by theirs. Knows no subject and no sentence.

use std::collections::{BTreeMap, BTreeSet};

use facts::fact::Mode;
use facts::{CivilDate, Period};

use crate::consent::{ConsentForm, ConsentVersion};
use crate::study::{Protocol, RuleClause};
use crate::visit::{TaskUse, Visit};

/// One difference. Codes of visits are those of rows (`Y{n}`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    FollowUp {
        before: Period,
        after: Period,
    },
    VisitAdded {
        visit: String,
    },
    VisitRemoved {
        visit: String,
    },
    /// Its anchor, offset or repetition.
    VisitMoved {
        visit: String,
    },
    WindowChanged {
        visit: String,
    },
    ModesChanged {
        visit: String,
        added: Vec<Mode>,
        removed: Vec<Mode>,
    },
    /// Asked at rows that both versions have and where it was not asked before.
    TaskAdded {
        task: String,
        visits: Vec<String>,
    },
    TaskRemoved {
        task: String,
        visits: Vec<String>,
    },
    /// Asked under another condition or at other turns.
    TaskAltered {
        task: String,
        visit: String,
    },
    RuleAdded {
        rule: String,
    },
    RuleRemoved {
        rule: String,
    },
    /// A limit of a rule; `None` where one version does not have it.
    LimitChanged {
        rule: String,
        limit: String,
        before: Option<String>,
        after: Option<String>,
    },
    ConsentAdded {
        form: String,
    },
    ConsentRemoved {
        form: String,
    },
    /// New, or asked for otherwise; `again` = how long those who signed an earlier version have to sign this one.
    ConsentVersion {
        form: String,
        version: String,
        effective_on: Option<CivilDate>,
        again: Option<Period>,
    },
    /// Who signs it, at what age or within what time.
    ConsentAltered {
        form: String,
    },
    /// Genes, severity or what the rule calls for.
    RuleAltered {
        rule: String,
    },
}

/// Every difference that changes what is asked of anybody, in the order in which a reader needs it.
///
/// ```
/// let (_, text) = protocol::presets().into_iter().find(|(path, _)| path == "fda/car-t-15y").unwrap();
/// let before = protocol::read(text).0.unwrap();
/// let after = protocol::read(&text.replace("follow-up = \"P15Y\"", "follow-up = \"P20Y\"")).0.unwrap();
/// assert_eq!(protocol::diff(&before, &before), []);
/// assert!(matches!(protocol::diff(&before, &after)[..], [protocol::Change::FollowUp { .. }]));
/// ```
pub fn diff(before: &Protocol, after: &Protocol) -> Vec<Change> {
    let mut changes = Vec::new();
    if before.follow_up != after.follow_up {
        changes.push(Change::FollowUp { before: before.follow_up, after: after.follow_up });
    }
    let row = |protocol: &'_ Protocol, code: &str| protocol.visits.iter().position(|visit| visit.code == code);
    for visit in after.visits.iter().filter(|visit| row(before, &visit.code).is_none()) {
        changes.push(Change::VisitAdded { visit: visit.code.clone() });
    }
    for visit in before.visits.iter().filter(|visit| row(after, &visit.code).is_none()) {
        changes.push(Change::VisitRemoved { visit: visit.code.clone() });
    }
    let both: Vec<(&Visit, &Visit)> =
        before.visits.iter().filter_map(|visit| Some((visit, &after.visits[row(after, &visit.code)?]))).collect();
    for (old, new) in &both {
        changes.extend(of_visit(old, new));
    }
    changes.extend(of_tasks(&both));
    changes.extend(of_rules(before, after));
    changes.extend(of_consents(before, after));
    changes
}

fn of_consents(before: &Protocol, after: &Protocol) -> Vec<Change> {
    let mut changes = Vec::new();
    for form in &after.consents {
        match before.consent(&form.code) {
            None => changes.push(Change::ConsentAdded { form: form.code.clone() }),
            Some(old) => changes.extend(of_consent(old, form)),
        }
    }
    let gone = before.consents.iter().filter(|form| after.consent(&form.code).is_none());
    changes.extend(gone.map(|form| Change::ConsentRemoved { form: form.code.clone() }));
    changes
}

/// A version that is new, or asked for otherwise than before, is told as a version; the rest of a form as a whole.
fn of_consent(old: &ConsentForm, new: &ConsentForm) -> Vec<Change> {
    let form = || new.code.clone();
    let asks = |form: &ConsentForm| {
        (form.kind, form.given_by.clone(), form.age_from, form.age_under, form.within, form.new_guardian_within)
    };
    let mut changes = Vec::new();
    if asks(old) != asks(new) {
        changes.push(Change::ConsentAltered { form: form() });
    }
    for version in &new.versions {
        let known = old.versions.iter().find(|known| known.version == version.version);
        let same = |known: &ConsentVersion| {
            (known.effective_on, known.reconsent_within) == (version.effective_on, version.reconsent_within)
        };
        if !known.is_some_and(same) {
            changes.push(Change::ConsentVersion {
                form: form(),
                version: version.version.clone(),
                effective_on: version.effective_on,
                again: version.reconsent_within,
            });
        }
    }
    changes
}

fn of_visit(old: &Visit, new: &Visit) -> Vec<Change> {
    let visit = || new.code.clone();
    let mut changes = Vec::new();
    if (&old.anchor, old.offset, old.repeat) != (&new.anchor, new.offset, new.repeat) {
        changes.push(Change::VisitMoved { visit: visit() });
    }
    if old.window != new.window {
        changes.push(Change::WindowChanged { visit: visit() });
    }
    let only = |these: &[Mode], those: &[Mode]| -> Vec<Mode> {
        these.iter().filter(|mode| !those.contains(mode)).copied().collect()
    };
    let (added, removed) = (only(&new.modes, &old.modes), only(&old.modes, &new.modes));
    if !added.is_empty() || !removed.is_empty() {
        changes.push(Change::ModesChanged { visit: visit(), added, removed });
    }
    changes
}

/// Tasks at the rows that both have; those of a row that comes or goes are told with the row.
fn of_tasks(both: &[(&Visit, &Visit)]) -> Vec<Change> {
    let (mut added, mut removed) = (BTreeMap::<_, Vec<String>>::new(), BTreeMap::<_, Vec<String>>::new());
    let mut altered = Vec::new();
    for (old, new) in both {
        // A task may be asked twice at one row, each time under its own condition.
        let uses = |visit: &'_ Visit, task: &str| -> Vec<TaskUse> {
            visit.tasks.iter().filter(|used| *used.task == *task).cloned().collect()
        };
        let tasks: BTreeSet<&str> = old.tasks.iter().chain(&new.tasks).map(|used| &*used.task).collect();
        for task in tasks {
            match (uses(old, task), uses(new, task)) {
                (was, _) if was.is_empty() => added.entry(task).or_default().push(new.code.clone()),
                (_, is) if is.is_empty() => removed.entry(task).or_default().push(old.code.clone()),
                (was, is) if was != is => {
                    altered.push(Change::TaskAltered { task: task.to_owned(), visit: new.code.clone() });
                }
                _ => {}
            }
        }
    }
    let added = added.into_iter().map(|(task, visits)| Change::TaskAdded { task: String::from(task), visits });
    let removed = removed.into_iter().map(|(task, visits)| Change::TaskRemoved { task: task.to_owned(), visits });
    added.chain(removed).chain(altered).collect()
}

fn of_rules(before: &Protocol, after: &Protocol) -> Vec<Change> {
    let mut changes = Vec::new();
    for clause in after.rules.iter().filter(|clause| before.rule(&clause.rule).is_none()) {
        changes.push(Change::RuleAdded { rule: clause.rule.clone() });
    }
    for clause in &before.rules {
        match after.rule(&clause.rule) {
            None => changes.push(Change::RuleRemoved { rule: clause.rule.clone() }),
            Some(new) => changes.extend(of_rule(clause, new)),
        }
    }
    changes
}

fn of_rule(old: &RuleClause, new: &RuleClause) -> Vec<Change> {
    let names: BTreeSet<&String> = old.limits.keys().chain(new.limits.keys()).collect();
    let mut changes: Vec<Change> = names
        .into_iter()
        .filter(|name| old.limits.get(*name) != new.limits.get(*name))
        .map(|name| Change::LimitChanged {
            rule: new.rule.clone(),
            limit: name.clone(),
            before: old.limits.get(name).cloned(),
            after: new.limits.get(name).cloned(),
        })
        .collect();
    if (&old.genes, old.severity, &old.calls_for) != (&new.genes, new.severity, &new.calls_for) {
        changes.push(Change::RuleAltered { rule: new.rule.clone() });
    }
    changes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(path: &str, edits: &[(&str, &str)]) -> Protocol {
        let (_, text) = crate::presets().into_iter().find(|(known, _)| known == path).unwrap();
        let mut text = text.to_owned();
        for (from, to) in edits {
            assert!(text.contains(from), "the preset no longer has `{from}`");
            text = text.replacen(from, to, 1);
        }
        let (protocol, faults) = crate::read(&text);
        protocol.unwrap_or_else(|| panic!("{faults:#?}"))
    }

    #[test]
    fn an_amendment_tells_what_it_adds_moves_and_tightens() {
        let path = "fda/aav-systemic-5y";
        let old = read(path, &[]);
        let new = read(
            path,
            &[
                ("follow-up = \"P5Y\"", "follow-up = \"P10Y\""),
                (
                    "early = \"P14D\"\nlate = \"P14D\"\nmodes = [\"clinic\", \"home\"]",
                    "early = \"P7D\"\nlate = \"P14D\"\nmodes = [\"clinic\", \"video\"]",
                ),
                (
                    "limits = { fall-percent = \"25\", within = \"P14D\" }",
                    "limits = { fall-percent = \"20\", within = \"P14D\" }",
                ),
                ("  \"elispot\",\n", "  \"blood-count\",\n"),
                ("until = \"P12W\"", "until = \"P24W\""),
            ],
        );
        let changes = diff(&old, &new);
        let visit = |code: &str| code.to_owned();
        assert_eq!(
            changes,
            [
                Change::FollowUp { before: "P5Y".parse().unwrap(), after: "P10Y".parse().unwrap() },
                Change::VisitMoved { visit: visit("L{n}") },
                Change::WindowChanged { visit: visit("M6") },
                Change::ModesChanged { visit: visit("M6"), added: vec![Mode::Video], removed: vec![Mode::Home] },
                Change::TaskAdded { task: "blood-count".into(), visits: vec![visit("M6")] },
                Change::TaskRemoved { task: "elispot".into(), visits: vec![visit("M6")] },
                Change::LimitChanged {
                    rule: "platelet-fall".into(),
                    limit: "fall-percent".into(),
                    before: Some("25".into()),
                    after: Some("20".into())
                },
            ]
        );
        // Read backwards, what was added is removed.
        let back = diff(&new, &old);
        assert!(
            back.contains(&Change::TaskRemoved { task: "blood-count".into(), visits: vec![visit("M6")] }),
            "{back:?}"
        );
    }
}
