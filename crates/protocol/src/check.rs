//! Faults that only the whole text shows: names that lead nowhere, codes used twice, cycles, gaps.

use std::collections::BTreeSet;

use assess::Severity;
use facts::Period;

use crate::anchor::Anchor;
use crate::clause::Source;
use crate::condition::Condition;
use crate::cycle::{Before, before, cycles};
use crate::read::{Node, Table, nearest};
use crate::study::{CallFor, Cites, RuleClause};
use crate::visit::{Task, Visit};

/// A year and its usual leeway: guidance asks for contact at least yearly.
const LONGEST_GAP_DAYS: i32 = 400;

pub(crate) fn check(
    root: &Table<'_>,
    sources: &[Source],
    tasks: &[Task],
    visits: &[Visit],
    rules: &[RuleClause],
    follow_up: Option<Period>,
) {
    let source_ids: Vec<&str> = sources.iter().map(|source| source.id.as_str()).collect();
    let task_codes: Vec<&str> = tasks.iter().map(|task| task.code.as_str()).collect();
    let at = |list: &'static str, index: usize| root.items(list).into_iter().nth(index);
    for (index, task) in tasks.iter().enumerate() {
        let Some(node) = at("task", index) else { continue };
        if assess::form(&task.kind).is_none() {
            let kinds: Vec<&str> = assess::kinds().iter().map(|spec| spec.kind).collect();
            unknown(&node, "kind-unknown", &task.kind, &kinds);
        }
        if let Some(citation) = &task.citation {
            named(&node, "source-unknown", &citation.source, &source_ids);
        }
    }
    for (index, visit) in visits.iter().enumerate() {
        let Some(node) = at("visit", index) else { continue };
        check_visit(&node, visit, follow_up);
        named(&node, "source-unknown", &visit.citation.source, &source_ids);
        for wanted in &visit.tasks {
            named(&node, "task-unknown", &wanted.task, &task_codes);
            check_condition(&node, &wanted.when, rules);
        }
        check_condition(&node, &visit.when, rules);
    }
    for (index, clause) in rules.iter().enumerate() {
        let Some(node) = at("rule", index) else { continue };
        named(&node, "source-unknown", &clause.citation.source, &source_ids);
        for call in &clause.calls_for {
            if let CallFor::Repeat { task, .. } = call {
                named(&node, "task-unknown", task, &task_codes);
            }
        }
    }
    twice(root, "task", tasks.iter().map(|task| task.code.clone()));
    twice(root, "source", sources.iter().map(|source| source.id.clone()));
    twice(root, "rule", rules.iter().map(|clause| clause.rule.clone()));
    twice(root, "visit", visits.iter().map(|visit| visit.code.clone()));
    anchors(root, visits);
    gaps(root, visits, follow_up);
}

/// The sources of the values that hold for the whole study.
pub(crate) fn check_cites(root: &Table<'_>, cites: &Cites, sources: &[Source]) {
    let ids: Vec<&str> = sources.iter().map(|source| source.id.as_str()).collect();
    let Some(node) = root.maybe("cites") else { return };
    for citation in cites.all() {
        named(&node, "source-unknown", &citation.source, &ids);
    }
}

fn check_visit(node: &Node<'_>, visit: &Visit, follow_up: Option<Period>) {
    if visit.tasks.is_empty() {
        node.fault("visit-without-task", &[("visit", &visit.code)]);
    }
    if visit.modes.is_empty() {
        node.fault("visit-without-mode", &[("visit", &visit.code)]);
    }
    if visit.repeat.is_some() != visit.code.contains("{n}") {
        node.fault("repeat-needs-number", &[("visit", &visit.code)]);
    }
    if let Some(repeat) = visit.repeat.filter(|repeat| repeat.until.rough_days() < visit.offset.rough_days()) {
        node.fault(
            "repeat-ends-before-it-begins",
            &[("until", &repeat.until.to_string()), ("after", &visit.offset.to_string())],
        );
    }
    let last = visit.repeat.map_or(visit.offset, |repeat| repeat.until);
    if follow_up.is_some_and(|whole| last.rough_days() > whole.rough_days() + 31)
        && matches!(visit.anchor, Anchor::Dosing(_))
    {
        note(node, "visit-beyond-follow-up", &[("visit", &visit.code)]);
    }
}

/// Visits counted from other visits: those lead to one, and never back to themselves.
fn anchors(root: &Table<'_>, visits: &[Visit]) {
    let nodes = root.items("visit");
    let anchor = |index: usize| nodes.get(index).map(|node| node.inside("anchor"));
    for (index, visit) in visits.iter().enumerate() {
        let Some(node) = anchor(index) else { continue };
        match (before(visits, index), &visit.anchor) {
            (Before::Nothing, Anchor::PreviousVisit) => node.fault("no-previous-visit", &[("visit", &visit.code)]),
            (Before::Nothing, Anchor::Event(name)) => {
                let codes: Vec<&str> = visits.iter().map(|visit| visit.code.as_str()).collect();
                unknown(&node, "event-unknown", name, &codes);
            }
            _ => {}
        }
    }
    for cycle in cycles(visits) {
        let Some(node) = anchor(cycle[0]) else { continue };
        let around = cycle.iter().chain(cycle.first()).filter_map(|index| visits.get(*index));
        let codes: Vec<&str> = around.map(|visit| visit.code.as_str()).collect();
        node.fault("anchor-cycle", &[("visits", &codes.join(" → "))]);
    }
}

fn check_condition(node: &Node<'_>, condition: &Condition, rules: &[RuleClause]) {
    match condition {
        Condition::FindingOpen(rule) => {
            let known: Vec<&str> = rules.iter().map(|clause| clause.rule.as_str()).collect();
            named(node, "rule-unknown", rule, &known);
        }
        Condition::All(all) | Condition::Any(all) => all.iter().for_each(|one| check_condition(node, one, rules)),
        Condition::Not(one) => check_condition(node, one, rules),
        _ => {}
    }
}

/// Stretches of more than a year in which nobody is seen or called.
fn gaps(root: &Table<'_>, visits: &[Visit], follow_up: Option<Period>) {
    let dosed = visits.iter().filter(|visit| matches!(visit.anchor, Anchor::Dosing(_)));
    let mut days: Vec<i32> =
        dosed.flat_map(Visit::occurrences).map(|occurrence| occurrence.offset.rough_days()).collect();
    days.push(0);
    days.sort_unstable();
    let end = follow_up.map_or(0, |period| period.rough_days());
    days.retain(|day| *day >= 0 && *day <= end);
    days.push(end);
    for pair in days.windows(2).filter(|pair| pair[1] - pair[0] > LONGEST_GAP_DAYS) {
        let years = |days: i32| format!("{}.{}", days / 365, days % 365 * 10 / 365);
        let args = [("from", years(pair[0])), ("to", years(pair[1]))];
        let args: Vec<(&str, &str)> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
        root.page.add(root.at, "visit", "gap-of-a-year", &args, Severity::Notes);
    }
}

fn named(node: &Node<'_>, code: &str, name: &str, known: &[&str]) {
    if !known.contains(&name) {
        unknown(node, code, name, known);
    }
}

fn unknown(node: &Node<'_>, code: &str, name: &str, known: &[&str]) {
    node.holding(name)
        .fault(code, &[("value", name), ("nearest", nearest(name, known)), ("allowed", &known.join(", "))]);
}

fn note(node: &Node<'_>, code: &str, args: &[(&str, &str)]) {
    node.page.add(node.at(), &node.key, code, args, Severity::Notes);
}

fn twice(root: &Table<'_>, list: &'static str, names: impl Iterator<Item = String>) {
    let mut seen = BTreeSet::new();
    for (index, name) in names.enumerate() {
        if !seen.insert(name.clone())
            && let Some(node) = root.items(list).into_iter().nth(index)
        {
            node.fault("used-twice", &[("value", &name)]);
        }
    }
}
