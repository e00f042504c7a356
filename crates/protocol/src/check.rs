//! Faults that only the whole text shows: names that lead nowhere, codes used twice, cycles, gaps.

use std::collections::{BTreeMap, BTreeSet};

use assess::{FormSpec, Input, Severity};
use facts::{ConsentKind, Period};

use crate::anchor::Anchor;
use crate::condition::Condition;
use crate::consent::ConsentForm;
use crate::cycle::{Before, before, cycles};
use crate::read::{Node, Table, nearest};
use crate::stopping::{Counts, GRADE, Stopping};
use crate::study::{CallFor, Cites, RuleClause};
use crate::visit::{Task, Visit};

/// A year and its usual leeway: guidance asks for contact at least yearly.
const LONGEST_GAP_DAYS: i32 = 400;

/// What was read of each list; `None` stands where a table could not be read, so that every place keeps its line.
pub(crate) struct Lists<'a> {
    pub tasks: &'a [Option<Task>],
    pub visits: &'a [Option<Visit>],
    pub rules: &'a [Option<RuleClause>],
    pub stopping: &'a [Option<Stopping>],
    pub consents: &'a [Option<ConsentForm>],
}

/// Every name as it is written, also in a table that is wrong otherwise: who refers to it is not at fault.
struct Names {
    sources: Vec<String>,
    tasks: Vec<String>,
    rules: Vec<String>,
}

pub(crate) fn check(root: &Table<'_>, cites: &Cites, lists: &Lists<'_>, follow_up: Option<Period>) {
    let names = Names {
        sources: written(root, "source", "id"),
        tasks: written(root, "task", "code"),
        rules: written(root, "rule", "rule"),
    };
    if let Some(node) = root.maybe("cites") {
        cites.all().for_each(|citation| named(&node, "source-unknown", &citation.source, &names.sources));
    }
    for (node, task) in placed(root, "task", lists.tasks) {
        if assess::form(&task.kind).is_none() {
            kind_unknown(&node, &task.kind);
        }
        answers_of(&node, task);
        for citation in task.citation.iter().chain(task.price.iter().map(|price| &price.citation)) {
            named(&node, "source-unknown", &citation.source, &names.sources);
        }
    }
    for (node, visit) in placed(root, "visit", lists.visits) {
        check_visit(&node, visit, follow_up);
        named(&node, "source-unknown", &visit.citation.source, &names.sources);
        for wanted in &visit.tasks {
            named(&node, "task-unknown", &wanted.task, &names.tasks);
            check_condition(&node, &wanted.when, &names.rules);
        }
        check_condition(&node, &visit.when, &names.rules);
    }
    for (node, clause) in placed(root, "rule", lists.rules) {
        named(&node, "source-unknown", &clause.citation.source, &names.sources);
        for call in &clause.calls_for {
            if let CallFor::Repeat { task, .. } = call {
                named(&node, "task-unknown", task, &names.tasks);
            }
        }
    }
    precautions(root, &names.sources);
    if let Some(node) = root.maybe("amendment") {
        let cited = node.inside("cites");
        if let Some((source, _)) = cited.value.get_ref().as_str().and_then(|text| text.split_once(':')) {
            named(&cited, "source-unknown", source.trim(), &names.sources);
        }
    }
    for (node, clause) in placed(root, "stopping", lists.stopping) {
        named(&node, "source-unknown", &clause.citation.source, &names.sources);
        clause.counts.iter().for_each(|counts| check_counts(&node, counts, &names.rules));
    }
    for part in ["background", "ladder"] {
        if let Some(citation) = root.maybe(part).map(|node| node.inside("cites"))
            && let Some((source, _)) = citation.value.get_ref().as_str().and_then(|text| text.split_once(':'))
        {
            named(&citation, "source-unknown", source.trim(), &names.sources);
        }
    }
    consents(root, lists, &names);
    names_given_twice(root);
    // While a visit cannot be read, what waits for it and what lies around it is unknown.
    let visits: Option<Vec<&Visit>> = lists.visits.iter().map(Option::as_ref).collect();
    if let Some(visits) = visits {
        occurrences_twice(root, &visits);
        anchors(root, &visits);
        gaps(root, &visits, follow_up);
    }
}

/// Each form names sources of the protocol, and asks for what no visit asks for.
fn consents(root: &Table<'_>, lists: &Lists<'_>, names: &Names) {
    for (node, form) in placed(root, "consent", lists.consents) {
        form.citations().for_each(|citation| named(&node, "source-unknown", &citation.source, &names.sources));
    }
    asked_twice(root, lists);
}

/// Consent is asked for by its forms or by tasks at visits: never by both, or one signature would be owed twice.
fn asked_twice(root: &Table<'_>, lists: &Lists<'_>) {
    let forms: Vec<String> = lists.consents.iter().flatten().map(|form| wire(&form.kind)).collect();
    let by_form = |task: &&Task| task.kind == "consent" && task.preset.get("form").is_some_and(|of| forms.contains(of));
    let tasks: Vec<&Task> = lists.tasks.iter().flatten().filter(by_form).collect();
    for (node, visit) in placed(root, "visit", lists.visits) {
        for task in tasks.iter().filter(|task| visit.tasks.iter().any(|used| *used.task == *task.code)) {
            node.holding(&task.code).fault("consent-asked-twice", &[("visit", &visit.code), ("task", &task.code)]);
        }
    }
}

fn wire(kind: &ConsentKind) -> String {
    serde_json::to_value(kind).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

/// What was read of a list, each with its place in the text.
fn placed<'p, 'a, T>(
    root: &Table<'p>,
    list: &'static str,
    read: &'a [Option<T>],
) -> impl Iterator<Item = (Node<'p>, &'a T)> {
    root.items(list).into_iter().zip(read).filter_map(|(node, read)| Some((node, read.as_ref()?)))
}

fn written(root: &Table<'_>, list: &'static str, key: &str) -> Vec<String> {
    let nodes = root.items(list);
    nodes.iter().filter_map(|node| node.inside(key).value.get_ref().as_str().map(str::to_owned)).collect()
}

/// Fields and codes that a task names are those of its form.
fn answers_of(node: &Node<'_>, task: &Task) {
    let Some(spec) = assess::form(&task.kind) else { return };
    let fixed = node.inside("fixed");
    task.preset.iter().for_each(|(key, value)| code_of(&fixed, spec, key, value));
    let Some(settled) = &task.settled_by else { return };
    let place = node.inside("settled-by");
    let is_date = |key: &String| spec.field(key).is_some_and(|field| field.input == Input::Date);
    settled.on.iter().filter(|key| !is_date(key)).for_each(|key| field_unknown(&place, spec, key));
    if settled.is.is_empty() && spec.field(&settled.field).is_none() {
        field_unknown(&place, spec, &settled.field);
    }
    settled.is.iter().for_each(|value| code_of(&place, spec, &settled.field, value));
}

/// The field is one of the form, and the code one of its answers.
fn code_of(place: &Node<'_>, spec: &FormSpec, key: &str, code: &str) {
    match spec.field(key).map(|field| &field.input) {
        None => field_unknown(place, spec, key),
        Some(Input::Choice { options }) if !options.contains(&code) => unknown(place, "code-unknown", code, options),
        _ => {}
    }
}

fn field_unknown(place: &Node<'_>, spec: &FormSpec, key: &str) {
    let fields: Vec<&str> = spec.fields.iter().map(|field| field.key).collect();
    unknown(place, "field-unknown", key, &fields);
}

fn kind_unknown(place: &Node<'_>, kind: &str) {
    let kinds: Vec<&str> = assess::kinds().iter().map(|spec| spec.kind).collect();
    unknown(place, "kind-unknown", kind, &kinds);
}

/// Events of a stopping rule are those of rules and forms that there are, with fields and words that they have.
fn check_counts(node: &Node<'_>, counts: &Counts, rules: &[String]) {
    match counts {
        Counts::Rule { rule } => named(node, "rule-unknown", rule, rules),
        Counts::Assessment { kind, with, grade_at_least } => {
            let Some(form) = assess::form(kind) else {
                let kinds: Vec<&str> = assess::kinds().iter().map(|spec| spec.kind).collect();
                return unknown(node, "kind-unknown", kind, &kinds);
            };
            let fields: Vec<&str> = form.fields.iter().map(|field| field.key).collect();
            let graded = grade_at_least.map(|_| GRADE);
            for field in with.keys().map(String::as_str).chain(graded).filter(|field| !fields.contains(field)) {
                unknown(node, "field-unknown", field, &fields);
            }
        }
        Counts::Death => {}
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

/// Each precaution names a source of the protocol, and matrices of the form.
fn precautions(root: &Table<'_>, sources: &[String]) {
    let known = match assess::shedding::FORM.field("matrix").map(|field| &field.input) {
        Some(assess::Input::Choice { options }) => *options,
        _ => &[],
    };
    for node in root.maybe("family").and_then(|node| node.table()).iter().flat_map(|table| table.items("precautions")) {
        let cited = node.inside("cites").value.get_ref().as_str().map(str::to_owned);
        if let Some((source, _)) = cited.as_deref().and_then(|cited| cited.split_once(':')) {
            named(&node, "source-unknown", source.trim(), sources);
        }
        for matrix in node.table().iter().flat_map(|table| table.items("matrices")) {
            if let Some(name) = matrix.text().filter(|name| !known.contains(&name.as_str())) {
                unknown(&matrix, "matrix-unknown", &name, known);
            }
        }
    }
}

/// Visits counted from other visits: those lead to one, and never back to themselves.
fn anchors(root: &Table<'_>, visits: &[&Visit]) {
    let nodes = root.items("visit");
    let events = written(root, "event", "name");
    let anchor = |index: usize| nodes.get(index).map(|node| node.inside("anchor"));
    for (index, visit) in visits.iter().enumerate() {
        let Some(node) = anchor(index) else { continue };
        match (before(visits, index), &visit.anchor) {
            (Before::Nothing, Anchor::PreviousVisit) => node.fault("no-previous-visit", &[("visit", &visit.code)]),
            (Before::Nothing, Anchor::Event(name)) if !events.contains(name) => {
                let codes = visits.iter().map(|visit| visit.code.as_str());
                let codes: Vec<&str> = codes.chain(events.iter().map(String::as_str)).collect();
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

fn check_condition(node: &Node<'_>, condition: &Condition, rules: &[String]) {
    match condition {
        Condition::FindingOpen(rule) => named(node, "rule-unknown", rule, rules),
        Condition::Answered { kind, field, is } => match assess::form(kind) {
            Some(spec) => is.iter().for_each(|code| code_of(node, spec, field, code)),
            None => kind_unknown(node, kind),
        },
        Condition::All(all) | Condition::Any(all) => all.iter().for_each(|one| check_condition(node, one, rules)),
        Condition::Not(one) => check_condition(node, one, rules),
        _ => {}
    }
}

/// Stretches of more than a year in which nobody is seen or called.
fn gaps(root: &Table<'_>, visits: &[&Visit], follow_up: Option<Period>) {
    let dosed = visits.iter().filter(|visit| matches!(visit.anchor, Anchor::Dosing(_)));
    let mut days: Vec<i32> =
        dosed.flat_map(|visit| visit.occurrences()).map(|occurrence| occurrence.offset.rough_days()).collect();
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

fn named(node: &Node<'_>, code: &str, name: &str, known: &[String]) {
    if !known.iter().any(|known| known == name) {
        let known: Vec<&str> = known.iter().map(String::as_str).collect();
        unknown(node, code, name, &known);
    }
}

fn unknown(node: &Node<'_>, code: &str, name: &str, known: &[&str]) {
    node.holding(name)
        .fault(code, &[("value", name), ("nearest", nearest(name, known)), ("allowed", &known.join(", "))]);
}

fn note(node: &Node<'_>, code: &str, args: &[(&str, &str)]) {
    node.page.add(node.at(), &node.key, code, args, Severity::Notes);
}

fn names_given_twice(root: &Table<'_>) {
    let lists_with_keys = [
        ("task", "code"),
        ("source", "id"),
        ("rule", "rule"),
        ("visit", "code"),
        ("stopping", "code"),
        ("event", "name"),
        ("consent", "code"),
    ];
    for (list, key) in lists_with_keys {
        twice(root, list, key);
    }
}

/// A fault of texts that earlier programs let pass: it stops adoption, and a ledger that holds such a text is read.
pub(crate) const PASSED_BEFORE: &str = "code-given-twice";

/// A row `Y{n}` gives `Y1`, and so must no other: one contact would answer two visits, and one of them for ever.
fn occurrences_twice(root: &Table<'_>, visits: &[&Visit]) {
    let mut given: BTreeMap<String, &str> = BTreeMap::new();
    for (node, visit) in root.items("visit").iter().zip(visits) {
        let codes: BTreeSet<String> = visit.occurrences().into_iter().map(|occurrence| occurrence.code).collect();
        // The same text twice is told by itself.
        let other = |code: &String| given.get(code).copied().filter(|other| *other != visit.code);
        if let Some((code, other)) = codes.iter().find_map(|code| Some((code, other(code)?))) {
            node.inside("code").fault(PASSED_BEFORE, &[("value", code), ("visit", &visit.code), ("other", other)]);
        }
        for code in codes {
            given.entry(code).or_insert(&visit.code);
        }
    }
}

fn twice(root: &Table<'_>, list: &'static str, key: &str) {
    let mut seen = BTreeSet::new();
    for node in root.items(list) {
        let Some(name) = node.inside(key).value.get_ref().as_str().map(str::to_owned) else { continue };
        if !seen.insert(name.clone()) {
            node.fault("used-twice", &[("value", &name)]);
        }
    }
}
