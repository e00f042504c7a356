//! From a protocol's TOML text to a [`Protocol`], with every fault at once.

use std::collections::BTreeMap;
use std::sync::Arc;

use assess::Severity as Weight;
use assess::grading::Version;
use facts::{Period, Sex};
use rust_decimal::Decimal;
use toml::de::DeTable;

use crate::anchor::Anchor;
use crate::check::{self, Lists};
use crate::clause::{Citation, Source};
use crate::condition::Condition;
use crate::consent;
use crate::ladder;
use crate::read::{Node, Page, Table};
use crate::stopping;
use crate::study::{
    AGE_OF_MAJORITY, Amends, CallFor, Cites, Clock, FamilyText, Fault, Localised, NamedEvent, Precaution, Product,
    Protocol, RESULTS_WITHIN, ReportWhen, RuleClause,
};
use crate::visit::{Icon, Price, Repeat, SettledBy, Task, TaskUse, Visit};
use crate::window::Window;

const AUTHORITIES: [&str; 6] = ["fda", "ema", "cde", "pmda", "sponsor", "registry"];
const CLASSES: [&str; 8] = [
    "lentiviral-hsc",
    "gammaretroviral-hsc",
    "car-t",
    "genome-editing",
    "aav-systemic",
    "aav-ocular",
    "plasmid",
    "oncolytic",
];
const CONFIDENCES: [&str; 3] = ["verified", "well-known", "to-be-confirmed"];
const MODES: [&str; 6] = ["clinic", "home", "video", "phone", "letter", "local-laboratory"];
const SEVERITIES: [&str; 3] = ["notice", "caution", "alarm"];
const ICONS: [&str; 8] = ["blood", "urine", "body", "talk", "growth", "scan", "sample", "question"];
const SEXES: [&str; 4] = ["female", "male", "undifferentiated", "unknown"];
const REPORT_WHEN: [&str; 3] = ["always", "fatal-or-life-threatening", "other-serious"];

/// Reads a protocol. The protocol is there exactly when no fault stops it, save one that earlier programs let pass: a text
/// that a ledger holds is read as it was, and only what is adopted anew has to be without it.
///
/// ```
/// let (protocol, faults) = protocol::read("id = \"x\"\nfollow-up = \"15 years\"");
/// assert!(protocol.is_none());
/// assert!(faults.iter().any(|fault| fault.line == 2 && fault.code == "not-a-period"));
/// ```
pub fn read(text: &str) -> (Option<Protocol>, Vec<Fault>) {
    let page = Page::of(text);
    let parsed = match DeTable::parse(text) {
        Ok(parsed) => parsed,
        Err(error) => {
            let at = error.span().map_or(0, |span| span.start);
            page.add(at, "", "not-toml", &[("detail", error.message())], Weight::Stops);
            return (None, page.faults.into_inner());
        }
    };
    let protocol = study(&Table::of_page(&page, parsed.get_ref()));
    let mut faults = page.faults.into_inner();
    faults.sort_by_key(|fault| (fault.line, fault.column));
    let stopped = faults.iter().any(|fault| fault.severity == Weight::Stops && fault.code != check::PASSED_BEFORE);
    (protocol.filter(|_| !stopped), faults)
}

fn study(root: &Table<'_>) -> Option<Protocol> {
    let id = root.text("id");
    let version = root.text("version");
    let title = localised(root, "title");
    let track = root.maybe("track").and_then(|node| node.yes()).unwrap_or(false);
    let amendment = root.maybe("amendment").map(|node| amends(&node.table()?));
    let events = tables(root, "event", event);
    let authority = root.needed("authority").and_then(|node| word(&node, &AUTHORITIES));
    let follow_up = root.needed("follow-up").and_then(|node| node.lasting());
    let follow_up_from = root.maybe("follow-up-from").map_or_else(|| "dosing".parse().ok(), |node| anchor(&node));
    let due_soon = root.maybe("due-soon").map_or(Some(Period::days(30)), |node| node.lasting());
    let results_within = root.maybe("results-within").map_or(Some(RESULTS_WITHIN), |node| node.lasting());
    let age_of_majority = root.maybe("age-of-majority").map_or(Some(AGE_OF_MAJORITY), |node| node.lasting());
    let ctcae = root.maybe("ctcae").map_or(Some(Version::default()), |node| ctcae(&node));
    let growth = root.maybe("growth").map_or(Some(assess::growth::who().name().to_owned()), |node| growth(&node));
    let cites = root.maybe("cites").and_then(|node| Some(cites(&node.table()?))).unwrap_or_default();
    let notes = root.items("note").iter().map(Node::localised).collect();
    let product = root.needed("product").and_then(|node| product(&node.table()?));
    let sources = tables(root, "source", source);
    let tasks = tables(root, "task", task);
    let visits = tables(root, "visit", visit);
    let rules = tables(root, "rule", rule);
    let stopping = tables(root, "stopping", stopping::stopping);
    let background = root.maybe("background").map(|node| node.table().and_then(|table| stopping::background(&table)));
    let ladder = root.maybe("ladder").map(|node| node.table().and_then(|table| ladder::read_ladder(&table)));
    let consents = tables(root, "consent", consent::consent);
    let family = root.maybe("family").and_then(|node| Some(family(&node.table()?)));
    check::check(
        root,
        &cites,
        &Lists { tasks: &tasks, visits: &visits, rules: &rules, stopping: &stopping, consents: &consents },
        follow_up,
    );
    root.nothing_else();
    Some(Protocol {
        id: id?,
        version: version?,
        title,
        track,
        amendment: amendment.flatten(),
        events: events.into_iter().flatten().collect(),
        authority: authority?,
        product: product?,
        follow_up: follow_up?,
        follow_up_from: follow_up_from?,
        results_within: results_within?,
        age_of_majority: age_of_majority?,
        ctcae: ctcae?,
        growth: growth?,
        cites,
        due_soon: due_soon?,
        notes,
        sources: sources.into_iter().flatten().collect(),
        tasks: tasks.into_iter().flatten().collect(),
        visits: visits.into_iter().flatten().collect(),
        rules: rules.into_iter().flatten().collect(),
        stopping: stopping.into_iter().flatten().collect(),
        background: background.flatten(),
        ladder: ladder.flatten(),
        consents: consents.into_iter().flatten().collect(),
        family: family.unwrap_or_default(),
    })
}

/// Every `[[key]]` in its place, read by `read`; those that cannot be read are `None` and have said why.
fn tables<T>(root: &Table<'_>, key: &'static str, read: fn(&Table<'_>) -> Option<T>) -> Vec<Option<T>> {
    let one = |node: &Node<'_>| {
        let table = node.table()?;
        let value = read(&table);
        table.nothing_else();
        value
    };
    root.items(key).iter().map(one).collect()
}

pub(crate) fn localised(table: &Table<'_>, key: &'static str) -> Localised {
    table.needed(key).map(|node| node.localised()).unwrap_or_default()
}

fn word(node: &Node<'_>, words: &[&str]) -> Option<String> {
    let text = node.text()?;
    if words.contains(&text.as_str()) {
        return Some(text);
    }
    let nearest = crate::read::nearest(&text, words);
    node.fault("not-one-of", &[("value", &text), ("allowed", &words.join(", ")), ("nearest", nearest)]);
    None
}

fn anchor(node: &Node<'_>) -> Option<Anchor> {
    let text = node.text()?;
    let read = text.parse().ok();
    if read.is_none() {
        let allowed = "dosing, dosing:2, dosing:last, dosing:each, enrolment, consent, birth, majority, previous-visit, event:NAME";
        node.fault("not-one-of", &[("value", &text), ("allowed", allowed), ("nearest", "dosing")]);
    }
    read
}

/// Edition of CTCAE by its number.
fn ctcae(node: &Node<'_>) -> Option<Version> {
    let editions = [Version::V5, Version::V6].map(Version::code);
    word(node, &editions).as_deref().and_then(Version::of)
}

/// A growth reference by the name under which its tables ship.
fn growth(node: &Node<'_>) -> Option<String> {
    let names: Vec<&str> = assess::growth::references().iter().map(|reference| reference.name()).collect();
    word(node, &names)
}

/// `cites = "source-id: clause"`.
pub(crate) fn citation(node: &Node<'_>) -> Option<Citation> {
    let text = node.text()?;
    let Some((source, clause)) = text.split_once(':') else {
        node.fault("citation-form", &[("value", &text)]);
        return None;
    };
    Some(Citation { source: source.trim().to_owned(), clause: clause.trim().to_owned() })
}

/// `[cites]`: the source of each value that holds for the whole study.
fn cites(table: &Table<'_>) -> Cites {
    let of = |key| table.maybe(key).and_then(|node| citation(&node));
    let cites = Cites {
        follow_up: of("follow-up"),
        results_within: of("results-within"),
        age_of_majority: of("age-of-majority"),
        ctcae: of("ctcae"),
        growth: of("growth"),
    };
    table.nothing_else();
    cites
}

/// `[amendment]`.
fn amends(table: &Table<'_>) -> Option<Amends> {
    let version = table.text("amends");
    let effective_on = table.maybe("effective-on").and_then(|node| node.day());
    let reconsent = table.needed("reconsent").and_then(|node| node.yes());
    let citation = table.needed("cites").and_then(|node| citation(&node));
    table.nothing_else();
    Some(Amends { version: version?, effective_on, reconsent: reconsent?, citation: citation? })
}

fn event(table: &Table<'_>) -> Option<NamedEvent> {
    let label = localised(table, "label");
    Some(NamedEvent { name: table.text("name")?, label })
}

fn product(table: &Table<'_>) -> Option<Product> {
    let name = localised(table, "name");
    let class = table.needed("class").and_then(|node| node.one_of(&CLASSES));
    let integrating = table.needed("integrating").and_then(|node| node.yes());
    table.nothing_else();
    Some(Product { name, class: class?, integrating: integrating? })
}

fn source(table: &Table<'_>) -> Option<Source> {
    let (id, title, issued) = (table.text("id"), table.text("title"), table.text("issued"));
    let authority = table.needed("authority").and_then(|node| word(&node, &AUTHORITIES));
    let confidence = table.needed("confidence").and_then(|node| node.one_of(&CONFIDENCES));
    Some(Source { id: id?, title: title?, issued: issued?, authority: authority?, confidence: confidence? })
}

fn task(table: &Table<'_>) -> Option<Task> {
    let (code, kind) = (table.text("code"), table.text("kind"));
    let preset = table.maybe("fixed").and_then(|node| node.table());
    let preset: BTreeMap<String, String> = preset
        .iter()
        .flat_map(|fixed| fixed.keys().filter_map(|(key, node)| Some((key, node.text()?))).collect::<Vec<_>>())
        .collect();
    let icon: Option<Icon> = table.maybe("icon").map_or(Some(Icon::Question), |node| node.one_of(&ICONS));
    let family = table.maybe("family").map(|node| node.localised()).unwrap_or_default();
    let citation = table.maybe("cites").and_then(|node| citation(&node));
    let label = localised(table, "label");
    let settled_by = table.maybe("settled-by").and_then(|node| settled_by(&node.table()?));
    let archive_only = table.maybe("archive-only").and_then(|node| node.yes()).unwrap_or(false);
    let minutes = table.maybe("minutes").and_then(|node| node.count(1));
    let price = table.maybe("price").and_then(|node| price(&node.table()?));
    let (code, kind, icon) = (code?, kind?, icon?);
    Some(Task { code, kind, preset, label, family, icon, citation, settled_by, archive_only, minutes, price })
}

/// `{ amount = "120.00", currency = "EUR", cites = "sponsor: tariff of 2026" }`.
fn price(table: &Table<'_>) -> Option<Price> {
    let amount = table.needed("amount").and_then(|node| {
        let text = node.text()?;
        let amount = text.parse::<Decimal>().ok().filter(|amount| !amount.is_sign_negative());
        if amount.is_none() {
            node.fault("not-an-amount", &[("value", &text)]);
        }
        amount
    });
    let currency = table.needed("currency").and_then(|node| {
        let text = node.text()?;
        let right = text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_uppercase());
        if !right {
            node.fault("not-a-currency", &[("value", &text)]);
        }
        right.then_some(text)
    });
    let citation = table.needed("cites").and_then(|node| citation(&node));
    table.nothing_else();
    Some(Price { amount: amount?, currency: currency?, citation: citation? })
}

/// `{ field = "vector-tested", is = ["negative", "positive"], on = "vector-tested-on" }`.
fn settled_by(table: &Table<'_>) -> Option<SettledBy> {
    let field = table.text("field");
    let is = table.items("is").iter().filter_map(Node::text).collect();
    let on = table.maybe("on").and_then(|node| node.text());
    table.nothing_else();
    Some(SettledBy { field: field?, is, on })
}

fn visit(table: &Table<'_>) -> Option<Visit> {
    let code = table.text("code");
    let label = localised(table, "label");
    let anchor = table.needed("anchor").and_then(|node| anchor(&node));
    let offset = table.needed("after").and_then(|node| node.period());
    let repeat = repeat(table);
    let window = Window { early: reach(table, "early"), late: reach(table, "late") };
    let modes = table.needed("modes").map(|node| node.items()).unwrap_or_default();
    let modes = modes.iter().filter_map(|node| node.one_of(&MODES)).collect();
    let tasks = table.needed("do").map(|node| node.items()).unwrap_or_default();
    let tasks: Vec<TaskUse> = tasks.iter().filter_map(task_use).collect();
    let when = table.maybe("when").and_then(|node| condition(&node)).unwrap_or_default();
    let citation = table.needed("cites").and_then(|node| citation(&node));
    let minutes = table.maybe("minutes").and_then(|node| node.count(1));
    let fasting = table.maybe("fasting").and_then(|node| node.yes()).unwrap_or(false);
    Some(Visit {
        code: code?,
        label,
        anchor: anchor?,
        offset: offset?,
        repeat,
        window,
        modes,
        tasks,
        when,
        citation: Arc::new(citation?),
        minutes,
        fasting,
    })
}

/// How far a window reaches; negative reaches would turn it inside out.
fn reach(table: &Table<'_>, key: &'static str) -> Period {
    let Some(node) = table.needed(key) else { return Period::ZERO };
    let Some(period) = node.period() else { return Period::ZERO };
    if period.is_negative() {
        node.fault(
            "negative-window",
            &[("side", key), ("value", &period.to_string()), ("right", &period.negated().to_string())],
        );
        return Period::ZERO;
    }
    period
}

fn repeat(table: &Table<'_>) -> Option<Repeat> {
    let every = table.maybe("every");
    let until = table.maybe("until");
    let first_number = table.maybe("first-number").and_then(|node| node.count(0)).unwrap_or(1);
    let number_step = table.maybe("number-step").and_then(|node| node.count(1)).unwrap_or(1);
    match (every, until) {
        (None, None) => None,
        (Some(every), Some(until)) => {
            let (length, until) = (every.period()?, until.period()?);
            if length.rough_days() <= 0 {
                every.fault("repeat-forever", &[("value", &length.to_string())]);
                return None;
            }
            Some(Repeat { every: length, until, first_number, number_step })
        }
        (Some(every), None) => {
            every.fault("repeat-without-until", &[]);
            None
        }
        (None, Some(until)) => {
            until.fault("until-without-every", &[]);
            None
        }
    }
}

/// `"task"` or `{ task = "…", when = { … }, every-nth = 2, from-nth = 1 }`.
fn task_use(node: &Node<'_>) -> Option<TaskUse> {
    if let Some(code) = node.value.get_ref().as_str() {
        return Some(TaskUse { task: code.into(), when: Condition::Always, every_nth: None, from_nth: None });
    }
    let table = node.table()?;
    let task = table.text("task");
    let when = table.maybe("when").and_then(|node| condition(&node)).unwrap_or_default();
    let every_nth = table.maybe("every-nth").and_then(|node| node.count(1));
    let from_nth = table.maybe("from-nth").and_then(|node| node.count(1));
    table.nothing_else();
    Some(TaskUse { task: task?.into(), when, every_nth, from_nth })
}

/// `{ age-under = "P18Y", sex = "female" }`: every key must hold.
fn condition(node: &Node<'_>) -> Option<Condition> {
    let table = node.table()?;
    let mut all = Vec::new();
    let mut push = |condition: Option<Condition>| all.extend(condition);
    let period = |key| table.maybe(key).and_then(|node| node.period());
    push(table.maybe("sex").and_then(|node| node.one_of::<Sex>(&SEXES)).map(Condition::Sex));
    push(period("age-under").map(Condition::AgeUnder));
    push(period("age-from").map(Condition::AgeFrom));
    push(period("years-after").map(Condition::YearsAfter));
    push(period("years-before").map(Condition::YearsBefore));
    let consecutive = table.maybe("consecutive").and_then(|node| node.count(1));
    if let Some(matrix) = table.maybe("until-cleared").and_then(|node| node.text()) {
        if consecutive.is_none() {
            node.fault("key-missing", &[("key", "consecutive")]);
        }
        let spacing = table.maybe("spacing").and_then(|node| node.lasting());
        push(Some(Condition::UntilCleared { matrix, consecutive: consecutive.unwrap_or(1), spacing }));
    }
    let positive = table.maybe("rcr-rcl-positive").and_then(|node| node.count(1));
    push(positive.map(|until_negative| Condition::RcrRclPositive { until_negative }));
    let detected = table.maybe("vector-detected").and_then(|node| node.count(1));
    push(detected.map(|consecutive| Condition::VectorDetected { consecutive }));
    push(table.maybe("answered").and_then(|node| answered(&node.table()?)));
    push(table.maybe("finding").and_then(|node| node.text()).map(Condition::FindingOpen));
    let any = table.items("any");
    if !any.is_empty() {
        push(Some(Condition::Any(any.iter().filter_map(condition).collect())));
    }
    push(table.maybe("not").and_then(|node| condition(&node)).map(|one| Condition::Not(Box::new(one))));
    table.nothing_else();
    if all.len() > 1 { Some(Condition::All(all)) } else { all.pop() }
}

fn answered(table: &Table<'_>) -> Option<Condition> {
    let (kind, field) = (table.text("kind"), table.text("field"));
    let is = table.needed("is").map(|_| table.items("is").iter().filter_map(Node::text).collect());
    table.nothing_else();
    Some(Condition::Answered { kind: kind?, field: field?, is: is? })
}

fn rule(table: &Table<'_>) -> Option<RuleClause> {
    let rule = table.text("rule");
    let severity = table.needed("severity").and_then(|node| node.one_of(&SEVERITIES));
    let mut limits = BTreeMap::new();
    if let Some(node) = table.maybe("limits").and_then(|node| node.table()) {
        for (name, value) in node.keys() {
            let Some(text) = value.text() else { continue };
            if text.parse::<Decimal>().is_err() && text.parse::<Period>().is_err() {
                value.fault("limit-form", &[("value", &text)]);
            }
            limits.insert(name, text);
        }
    }
    let genes = table.items("genes").iter().filter_map(Node::text).collect();
    let citation = table.needed("cites").and_then(|node| citation(&node));
    let calls_for = table.items("calls-for").iter().filter_map(call_for).collect();
    Some(RuleClause { rule: rule?, limits, genes, severity: severity?, citation: citation?, calls_for })
}

fn call_for(node: &Node<'_>) -> Option<CallFor> {
    let table = node.table()?;
    let within = table.maybe("within");
    let call = if let Some(task) = table.maybe("repeat") {
        let task = task.text()?;
        CallFor::Repeat { task, within: table.needed("within")?.lasting()? }
    } else if let Some(to) = table.maybe("report") {
        let to = word(&to, &["sponsor", "authority", "ethics"])?;
        let when = table.maybe("when").map_or(Some(ReportWhen::Always), |node| node.one_of(&REPORT_WHEN))?;
        CallFor::Report { to, within: clock(&table.needed("within")?)?, when }
    } else if let Some(what) = table.maybe("evaluate") {
        CallFor::Evaluate { what: what.localised(), within: within.and_then(|node| node.lasting()) }
    } else {
        node.fault("call-form", &[]);
        return None;
    };
    table.nothing_else();
    Some(call)
}

/// `24h` or `15d`.
fn clock(node: &Node<'_>) -> Option<Clock> {
    let text = node.text()?;
    let read = |unit: char| text.strip_suffix(unit).and_then(|n| n.parse::<u32>().ok());
    let clock = read('h').map(Clock::Hours).or_else(|| read('d').map(Clock::Days));
    if clock.is_none() {
        node.fault("clock-form", &[("value", &text)]);
    }
    clock
}

fn family(table: &Table<'_>) -> FamilyText {
    let list = |key| table.items(key).iter().map(Node::localised).collect();
    let family = FamilyText {
        bring: table.maybe("bring").map(|node| node.localised()).unwrap_or_default(),
        call_if: list("call-if"),
        please_do_not: list("please-do-not"),
        precautions: table.items("precautions").iter().filter_map(precaution).collect(),
        moving: table.maybe("moving").map(|node| node.localised()).unwrap_or_default(),
    };
    table.nothing_else();
    family
}

fn precaution(node: &Node<'_>) -> Option<Precaution> {
    let table = node.table()?;
    let ask = localised(&table, "ask");
    let matrices = table.items("matrices").iter().filter_map(Node::text).collect();
    let then = table.maybe("then").map(|node| node.localised()).unwrap_or_default();
    let citation = table.needed("cites").and_then(|node| citation(&node));
    table.nothing_else();
    Some(Precaution { matrices, ask, then, citation: citation? })
}
