//! What one version of a protocol changes against another, as data: a person reads it before anybody moves.
//!
//! Rows of visits are matched by their code, rules, tasks, events and forms by theirs. Knows no subject and no sentence.
//! Told is what changes anything asked of a person, a family or the site, and what it is called; where a demand comes
//! from and what the product is are told by their own pages. A field that is added stops the build here until it is told
//! or said to ask nothing, and `tests/diff.rs` until the table of that test knows it.

mod whole;

use std::collections::{BTreeMap, BTreeSet};

use facts::fact::Mode;
use facts::{CivilDate, Period};

use crate::anchor::Anchor;
use crate::consent::{ConsentForm, ConsentVersion};
use crate::study::{CallFor, Protocol, RuleClause, Severity};
use crate::visit::{TaskUse, Visit};

pub use whole::{FamilyPart, Lasting, Named, TaskPart, Yardstick};

/// One difference. Codes of visits are those of rows (`Y{n}`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    FollowUp {
        before: Period,
        after: Period,
    },
    /// The day from which its length counts.
    FollowUpFrom {
        before: Anchor,
        after: Anchor,
    },
    /// A time that holds for the whole study.
    Lasting {
        of: Lasting,
        before: Period,
        after: Period,
    },
    /// What values are judged by: an edition, a reference.
    JudgedBy {
        what: Yardstick,
        before: String,
        after: String,
    },
    /// A day to be recorded that visits may count from.
    EventAdded {
        event: String,
    },
    EventRemoved {
        event: String,
    },
    /// Another name for the same thing.
    Called {
        what: Named,
        code: String,
    },
    VisitAdded {
        visit: String,
    },
    VisitRemoved {
        visit: String,
    },
    /// Its anchor, offset or repetition, or the visit before it that it counts from.
    VisitMoved {
        visit: String,
    },
    /// Made of other people, or under other results.
    VisitCondition {
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
    /// The same ways, another one first.
    ModesOrder {
        visit: String,
    },
    VisitFasting {
        visit: String,
        fasting: bool,
    },
    /// How long a family should plan for.
    VisitMinutes {
        visit: String,
        before: Option<u32>,
        after: Option<u32>,
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
    /// What the task itself is, wherever it is asked for.
    TaskDefined {
        task: String,
        part: TaskPart,
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
    ConsentVersionRemoved {
        form: String,
        version: String,
    },
    /// The form that a day of consent speaks of which names none.
    MainConsent {
        before: Option<String>,
        after: Option<String>,
    },
    /// Genes that the rule watches.
    RuleGenes {
        rule: String,
        added: Vec<String>,
        removed: Vec<String>,
    },
    RuleSeverity {
        rule: String,
        before: Severity,
        after: Severity,
    },
    /// What a finding of the rule calls for.
    RuleCalls {
        rule: String,
        added: Vec<CallFor>,
        removed: Vec<CallFor>,
    },
    /// How a family that missed a visit is looked for; all that differs in it.
    Ladder,
    StoppingAdded {
        code: String,
    },
    StoppingRemoved {
        code: String,
    },
    /// What pauses dosing: events, time, people or boundary.
    StoppingAltered {
        code: String,
    },
    /// Rates that malignancies are held against.
    Background,
    /// What the family is asked on its sheet besides the visits.
    Family {
        part: FamilyPart,
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
    let mut changes = whole::of_study(before, after);
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
        let stays = count_from(before, old) == count_from(after, new);
        changes.extend(of_visit(old, new, stays));
    }
    changes.extend(of_tasks(&both));
    changes.extend(whole::of_definitions(before, after));
    changes.extend(of_rules(before, after));
    changes.extend(of_consents(before, after));
    changes.extend(whole::of_the_rest(before, after));
    changes
}

/// The row that a visit counts from because it stands before it.
fn count_from<'p>(protocol: &'p Protocol, visit: &Visit) -> Option<&'p str> {
    let row = protocol.visits.iter().position(|known| known.code == visit.code)?;
    let before = row.checked_sub(1).filter(|_| visit.anchor == Anchor::PreviousVisit)?;
    Some(&protocol.visits[before].code)
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
    let main = |protocol: &Protocol| protocol.main_consent().map(|form| form.code.clone());
    let (old, new) = (main(before), main(after));
    // A form that comes or goes is told with its own line.
    if old != new && old.as_ref().is_some_and(|code| after.consent(code).is_some()) {
        changes.push(Change::MainConsent { before: old, after: new });
    }
    changes
}

/// A version that is new, or asked for otherwise than before, is told as a version; the rest of a form as a whole.
fn of_consent(old: &ConsentForm, new: &ConsentForm) -> Vec<Change> {
    let ConsentForm {
        code,
        kind,
        label,
        family,
        given_by,
        age_from,
        age_under,
        within,
        new_guardian_within,
        versions,
        citation: _,
    } = new;
    let form = || code.clone();
    let mut changes = Vec::new();
    if *label != old.label {
        changes.push(Change::Called { what: Named::Consent, code: form() });
    }
    let same = *kind == old.kind
        && *family == old.family
        && *given_by == old.given_by
        && (age_from, age_under) == (&old.age_from, &old.age_under)
        && (within, new_guardian_within) == (&old.within, &old.new_guardian_within)
        && same_order(old, new);
    if !same {
        changes.push(Change::ConsentAltered { form: form() });
    }
    let gone = old.versions.iter().filter(|known| !versions.iter().any(|version| version.version == known.version));
    changes.extend(gone.map(|known| Change::ConsentVersionRemoved { form: form(), version: known.version.clone() }));
    for version in &new.versions {
        let known = old.versions.iter().find(|known| known.version == version.version);
        let same = |known: &ConsentVersion| {
            let ConsentVersion { version: _, effective_on, reconsent_within, citation: _ } = version;
            (known.effective_on, known.reconsent_within) == (*effective_on, *reconsent_within)
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

/// The versions that both list come into force in the same order: the later one holds.
fn same_order(old: &ConsentForm, new: &ConsentForm) -> bool {
    let shared = |these: &ConsentForm, those: &ConsentForm| -> Vec<String> {
        let names = these.versions.iter().map(|version| version.version.clone());
        names.filter(|name| those.place(name).is_some()).collect()
    };
    shared(old, new) == shared(new, old)
}

/// `stays`: it counts from the same row as before.
fn of_visit(old: &Visit, new: &Visit, stays: bool) -> Vec<Change> {
    let Visit {
        code,
        label,
        anchor,
        offset,
        repeat,
        window,
        modes,
        // Told for all rows together.
        tasks: _,
        when,
        citation: _,
        minutes,
        fasting,
    } = new;
    let visit = || code.clone();
    let mut changes = Vec::new();
    if *label != old.label {
        changes.push(Change::Called { what: Named::Visit, code: visit() });
    }
    if (anchor, offset, repeat) != (&old.anchor, &old.offset, &old.repeat) || !stays {
        changes.push(Change::VisitMoved { visit: visit() });
    }
    if *window != old.window {
        changes.push(Change::WindowChanged { visit: visit() });
    }
    if *when != old.when {
        changes.push(Change::VisitCondition { visit: visit() });
    }
    if *fasting != old.fasting {
        changes.push(Change::VisitFasting { visit: visit(), fasting: *fasting });
    }
    if *minutes != old.minutes {
        changes.push(Change::VisitMinutes { visit: visit(), before: old.minutes, after: *minutes });
    }
    changes.extend(of_modes(&old.modes, modes, code));
    changes
}

fn of_modes(old: &[Mode], new: &[Mode], visit: &str) -> Option<Change> {
    let visit = visit.to_owned();
    let only = |these: &[Mode], those: &[Mode]| -> Vec<Mode> {
        these.iter().filter(|mode| !those.contains(mode)).copied().collect()
    };
    let (added, removed) = (only(new, old), only(old, new));
    match (added.is_empty() && removed.is_empty(), old == new) {
        (true, true) => None,
        (true, false) => Some(Change::ModesOrder { visit }),
        (false, _) => Some(Change::ModesChanged { visit, added, removed }),
    }
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
    let RuleClause { rule, limits, genes, severity, citation: _, calls_for } = new;
    let names: BTreeSet<&String> = old.limits.keys().chain(limits.keys()).collect();
    let mut changes: Vec<Change> = names
        .into_iter()
        .filter(|name| old.limits.get(*name) != limits.get(*name))
        .map(|name| Change::LimitChanged {
            rule: rule.clone(),
            limit: name.clone(),
            before: old.limits.get(name).cloned(),
            after: limits.get(name).cloned(),
        })
        .collect();
    let (added, removed) = apart(&old.genes, genes);
    if !added.is_empty() || !removed.is_empty() {
        changes.push(Change::RuleGenes { rule: rule.clone(), added, removed });
    }
    if *severity != old.severity {
        changes.push(Change::RuleSeverity { rule: rule.clone(), before: old.severity, after: *severity });
    }
    let (added, removed) = apart(&old.calls_for, calls_for);
    if !added.is_empty() || !removed.is_empty() {
        changes.push(Change::RuleCalls { rule: rule.clone(), added, removed });
    }
    changes
}

/// What only the newer and what only the older has, whatever their order.
fn apart<T: Clone + PartialEq>(old: &[T], new: &[T]) -> (Vec<T>, Vec<T>) {
    let only = |these: &[T], those: &[T]| these.iter().filter(|one| !those.contains(one)).cloned().collect();
    (only(new, old), only(old, new))
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
