//! Structures into sentences, in one place for every screen, list and paper. Decides nothing.

mod consent;
mod ground;
mod ladder;
mod why;

use std::collections::BTreeMap;

use assess::{Note, Problem};
use facts::fact::{Action, DosingOutcome, Status};
use facts::{Age, CivilDate, Period, Role, Sex};
use followup::{Accounted, FormAsked, Obligation, Settled, Standing, Timing, What, WhyNot};
use protocol::{
    CallFor, Citation, Clock, Condition, Confidence, Fault, Localised, Protocol, Severity, Task, TaskUse, VectorClass,
    Visit, Window,
};
use serde::Serialize;
use serde::de::DeserializeOwned;
use signals::{Arg, Finding};
use words::{Args, Words};

mod answers;

pub(crate) use answers::{closure, computed, field_label, kind_title, option, shown};

use crate::wire::page::FaultLine;
use crate::wire::signal::CitationLine;
use crate::wire::visit::{NoteLine, ProblemLine};

pub(crate) use consent::{family_text, form_label, relation, signed};
pub(crate) use ground::asked_for;
pub(crate) use ladder::contact_step;
pub(crate) use why::{anchor_in, for_family};

/// Kebab-case wire name of an enum variant.
pub(crate) fn wire<T: Serialize>(value: &T) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

pub(crate) fn read_wire<T: DeserializeOwned>(text: &str) -> Option<T> {
    serde_json::from_value(serde_json::Value::String(text.to_owned())).ok()
}

pub(crate) fn json<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

pub(crate) fn read_json<T: DeserializeOwned>(text: &str) -> Option<T> {
    serde_json::from_str(text).ok()
}

/// Arguments given as ready text.
pub(crate) fn texts(pairs: &[(&str, &str)]) -> Args {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned().into())).collect()
}

pub(crate) fn number(name: &str, value: impl ToString) -> Args {
    Args::from([(name.to_owned(), words::Value::Number(value.to_string()))])
}

pub(crate) fn plain(words: &Words, key: &str) -> String {
    words.say(key, &Args::default())
}

fn named<T: Serialize>(words: &Words, family: &str, value: &T) -> String {
    plain(words, &format!("{family}-{}", wire(value)))
}

pub(crate) fn role_key(role: Role) -> String {
    format!("role-{}", wire(&role))
}

pub(crate) fn role(words: &Words, role: Role) -> String {
    plain(words, &role_key(role))
}

pub(crate) fn sex(words: &Words, sex: Sex) -> String {
    named(words, "sex", &sex)
}

pub(crate) fn status(words: &Words, status: Status) -> String {
    named(words, "status", &status)
}

pub(crate) fn accounted(words: &Words, accounted: Accounted) -> String {
    named(words, "accounted", &accounted)
}

pub(crate) fn severity(words: &Words, severity: Severity) -> String {
    named(words, "severity", &severity)
}

pub(crate) fn outcome(words: &Words, outcome: DosingOutcome) -> String {
    named(words, "dosing-outcome", &outcome)
}

pub(crate) fn class(words: &Words, class: VectorClass) -> String {
    named(words, "vector-class", &class)
}

pub(crate) fn authority(words: &Words, authority: &str) -> String {
    plain(words, &format!("authority-{authority}"))
}

pub(crate) fn confidence(words: &Words, confidence: Confidence) -> String {
    named(words, "confidence", &confidence)
}

pub(crate) fn action(words: &Words, action: Action) -> String {
    named(words, "action", &action)
}

pub(crate) fn timing(words: &Words, timing: Timing) -> String {
    named(words, "timing", &timing)
}

pub(crate) fn finding_standing(words: &Words, standing: signals::Standing) -> String {
    named(words, "finding-standing", &standing)
}

/// "4 years 2 months" as a person says it; under two years in months.
pub(crate) fn age(words: &Words, born_on: CivilDate, on: CivilDate) -> String {
    match Age::on(born_on, on) {
        None => plain(words, "age-before-birth"),
        Some(age) => {
            let key = match age.years {
                0 if age.months == 0 => "age-days",
                0 | 1 => "age-months",
                2..=17 => "age-years-months",
                _ => "age-years",
            };
            let mut args = number("years", age.years);
            let months = if age.years < 2 { age.completed_months() } else { age.months };
            args.extend(number("months", months));
            args.extend(number("days", age.days));
            words.say(key, &args)
        }
    }
}

/// "1 year 6 months".
pub(crate) fn period(words: &Words, period: &Period) -> String {
    let parts = [
        ("period-years", period.years),
        ("period-months", period.months),
        ("period-weeks", period.weeks),
        ("period-days", period.days),
    ];
    let mut said: Vec<String> =
        parts.iter().filter(|(_, n)| *n != 0).map(|(key, n)| words.say(key, &number("n", n.abs()))).collect();
    if said.is_empty() {
        said.push(words.say("period-days", &number("n", 0)));
    }
    said.join(&plain(words, "period-joint"))
}

/// A period that is an age: languages have a word of their own for years of life.
pub(crate) fn age_of(words: &Words, age: &Period) -> String {
    if *age == Period::years(age.years) {
        words.say("age-years", &number("years", age.years))
    } else {
        period(words, age)
    }
}

/// Named with the study's own words: "Month 6 visit", "Repeat: integration-site analysis".
pub(crate) fn what(words: &Words, language: &str, obligation: &Obligation, protocol: &Protocol) -> String {
    match &obligation.what {
        What::Visit { code, number: place, .. } => {
            let visit = obligation.row(protocol);
            let said =
                visit.map_or_else(|| code.clone(), |visit| numbered(protocol::text(&visit.label, language), *place));
            let Some(n) = obligation.dosing() else { return said };
            let mut args = number("n", n);
            args.extend(texts(&[("visit", &said)]));
            words.say("what-visit-of-dosing", &args)
        }
        What::Test { task, about, .. } => {
            let kind = protocol.task(task).map_or("", |task| &task.kind);
            test_of(words, test(words, language, task, protocol), kind, about)
        }
        What::Report { to, .. } => {
            words.say("what-report", &texts(&[("to", &plain(words, &format!("recipient-{to}")))]))
        }
        What::Contact { channel, number, of, .. } => contact_step(words, channel, *number, *of),
        What::Consent { .. } => consent::what(words, language, obligation, protocol),
        What::Decide { .. } => consent::to_decide(words, language, obligation, protocol),
        What::Result { kind, .. } => words.say("what-result", &texts(&[("kind", &kind_title(words, kind))])),
    }
}

/// A task that a finding calls for: repeated where visits ask for it as well.
pub(crate) fn test(words: &Words, language: &str, task: &str, protocol: &Protocol) -> String {
    let key = if protocol.asks_at_visits(task) { "what-test" } else { "what-task" };
    words.say(key, &texts(&[("task", &task_label(language, task, protocol))]))
}

/// What a task is called in the study; its code when the protocol no longer has it.
pub(crate) fn task_label(language: &str, code: &str, protocol: &Protocol) -> String {
    protocol
        .task(followup::plain(code, protocol))
        .map_or_else(|| code.to_owned(), |task| protocol::text(&task.label, language).to_owned())
}

/// What the form of a task is headed by: a line of a checklist is not the whole of its form.
pub(crate) fn form_title(words: &Words, language: &str, task: &Task) -> String {
    match &task.settled_by {
        Some(_) => kind_title(words, &task.kind),
        None => protocol::text(&task.label, language).to_owned(),
    }
}

/// The same for a form that a finding may have narrowed to one matrix.
pub(crate) fn asked_form(words: &Words, language: &str, task: &Task, asked: &FormAsked) -> String {
    test_of(words, form_title(words, language, task), &task.kind, &asked.about)
}

/// Which sample a test is wanted of.
fn test_of(words: &Words, test: String, kind: &str, about: &BTreeMap<String, String>) -> String {
    about.iter().fold(test, |test, (field, code)| {
        let sample = term(words, &format!("{kind}-{field}-{code}"));
        words.say("test-of", &texts(&[("test", &test), ("sample", &sample)]))
    })
}

/// `{n}` of a repeated visit's label.
pub(crate) fn numbered(label: &str, number: u32) -> String {
    label.replace("{n}", &number.to_string())
}

pub(crate) fn visit_label(language: &str, visit: &Visit) -> String {
    protocol::text(&visit.label, language).replace("{n}", "n")
}

pub(crate) fn standing(words: &Words, standing: &Standing) -> String {
    let days = match standing {
        Standing::NotYetOpen { days } | Standing::Overdue { days } | Standing::Waits { days } => Some(*days),
        Standing::Open { days_left } | Standing::DueSoon { days_left } => Some(*days_left),
        _ => None,
    };
    let key = match standing {
        Standing::NotYetOpen { .. } => "standing-not-yet-open",
        Standing::Open { .. } => "standing-open",
        Standing::DueSoon { .. } => "standing-due-soon",
        Standing::Waits { .. } => "standing-waits",
        Standing::Overdue { .. } => "standing-overdue",
        Standing::Done { timing: Timing::Early } => "standing-done-early",
        Standing::Done { timing: Timing::InWindow } => "standing-done-in-window",
        Standing::Done { timing: Timing::Late } => "standing-done-late",
        Standing::Missed => "standing-missed",
        Standing::NotRequired => "standing-not-required",
        Standing::Superseded => "standing-superseded",
        Standing::NotJudged => "standing-not-judged",
    };
    words.say(key, &days.map(|days| number("days", days)).unwrap_or_default())
}

/// The standing, with the reason where something will not take place.
pub(crate) fn settled_or_standing(words: &Words, obligation: &Obligation, now: &Standing) -> String {
    let said = standing(words, now);
    let why = match &obligation.settled {
        Some(Settled::Missed { because, .. }) => because.clone(),
        Some(Settled::NotRequired { why } | Settled::Lapsed { why }) => why_not(words, why),
        Some(Settled::Superseded { by }) => why::superseded(words, by),
        _ => return said,
    };
    words.say("standing-because", &texts(&[("standing", &said), ("because", &why)]))
}

fn why_not(words: &Words, why: &WhyNot) -> String {
    match why {
        WhyNot::Status { status, on } => {
            let on = words.date_short(&on.to_string());
            words.say("why-not-status", &texts(&[("status", &named(words, "status", status)), ("on", &on)]))
        }
        WhyNot::Withdrawn { part, on } => {
            let (part, on) = (named(words, "consent-part", part), words.date_short(&on.to_string()));
            words.say("why-not-withdrawn", &texts(&[("part", &part), ("on", &on)]))
        }
        WhyNot::Cleared(cleared) => {
            let on = words.date_short(&cleared.on.to_string());
            let matrix = plain(words, &format!("shedding-matrix-{}", cleared.matrix));
            let mut args = texts(&[("matrix", &matrix), ("on", &on)]);
            args.extend(number("n", cleared.samples.len()));
            words.say("why-not-cleared", &args)
        }
        WhyNot::Undetected { samples } => ground::undetected(words, samples),
        WhyNot::Unmet { because } => ground::because(words, because),
        _ => plain(words, &format!("why-not-{}", why.word())),
    }
}

/// "Shedding: urine is not required: urine cleared on 3 Mar 2031, 3 negative samples in a row", one line a task.
fn left_out(words: &Words, language: &str, obligation: &Obligation, protocol: &Protocol) -> Vec<String> {
    let line = |left: &followup::LeftOut| {
        let task = task_label(language, &left.task, protocol);
        words.say("explain-left-out", &texts(&[("task", &task), ("because", &why_not(words, &left.why))]))
    };
    obligation.left_out.iter().map(line).collect()
}

/// "Infusion 31 Aug 2021 + 5 years = 31 Aug 2026; any day from … to …".
pub(crate) fn explanation(words: &Words, language: &str, obligation: &Obligation, protocol: &Protocol) -> String {
    let because = &obligation.because;
    let date = |on: CivilDate| words.date_short(&on.to_string());
    let offset = period(words, &because.offset);
    let pairs = [
        ("anchor", why::counted_day(words, language, because, protocol)),
        ("anchor-on", date(because.anchor_on)),
        ("offset", offset),
        ("due", date(obligation.window.due_on)),
        ("earliest", date(obligation.window.earliest_on)),
        ("latest", date(obligation.window.latest_on)),
    ];
    let mut args: Vec<(&str, &str)> = pairs.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let missed = ladder::missed_visit(language, obligation, protocol);
    args.push(("visit", &missed));
    let of_matter = consent::of_matter(words, language, obligation, protocol);
    args.extend(of_matter.iter().map(|(name, value)| (*name, value.as_str())));
    let rule = why::called_for_by(words, obligation, protocol);
    args.push(("rule", &rule));
    let of_consent = consent::told(words, language, obligation, protocol);
    args.extend(of_consent.iter().map(|(name, value)| (*name, value.as_str())));
    let key = match &obligation.what {
        What::Visit { .. } if because.offset.is_negative() => "explain-visit-before",
        What::Visit { .. } => "explain-visit",
        What::Test { .. } => "explain-test",
        What::Report { .. } => "explain-report",
        What::Contact { .. } => "explain-contact",
        What::Result { .. } => "explain-result",
        What::Consent { cause, .. } => &consent::explained(cause, &because.anchor),
        What::Decide { matter } => &format!("explain-decide-{}", matter.word()),
    };
    let mut said = words.say(key, &texts(&args));
    let clamped = because.clamped.then(|| plain(words, "explain-clamped"));
    let by_results = ground::asked(words, language, obligation, protocol);
    let by_results = by_results.into_iter().chain(left_out(words, language, obligation, protocol));
    for more in clamped.into_iter().chain(by_results) {
        said.push_str(&plain(words, "explain-joint"));
        said.push_str(&more);
    }
    said
}

fn anchor(words: &Words, anchor: &protocol::Anchor) -> String {
    words.say(&anchor.word(), &anchor.number().map(|n| number("n", n)).unwrap_or_default())
}

pub(crate) fn visit_when(words: &Words, protocol: &Protocol, visit: &Visit) -> String {
    let anchor = why::counted_from(words, words.tag(), visit, protocol);
    let args = [("anchor", anchor), ("offset", period(words, &visit.offset))];
    let mut args: Args = args.into_iter().map(|(name, value)| (name.to_owned(), value.into())).collect();
    match &visit.repeat {
        None if visit.offset.is_zero() => words.say("visit-when-on", &args),
        None if visit.offset.is_negative() => words.say("visit-when-before", &args),
        None => words.say("visit-when", &args),
        Some(repeat) => {
            args.insert("every".into(), period(words, &repeat.every).into());
            args.insert("until".into(), period(words, &repeat.until).into());
            words.say("visit-when-repeated", &args)
        }
    }
}

pub(crate) fn window(words: &Words, window: &Window) -> String {
    words.say("window", &texts(&[("early", &period(words, &window.early)), ("late", &period(words, &window.late))]))
}

/// Empty when the task is always due.
pub(crate) fn task_condition(words: &Words, wanted: &TaskUse) -> String {
    let mut parts = Vec::new();
    if let Some(nth) = wanted.every_nth {
        parts.push(words.say("condition-every-nth", &number("n", nth)));
    }
    if let Some(from) = wanted.from_nth.filter(|from| *from > 1) {
        parts.push(words.say("condition-from-nth", &number("n", from)));
    }
    if wanted.when != Condition::Always {
        parts.push(condition(words, &wanted.when));
    }
    parts.join(&plain(words, "condition-and"))
}

pub(crate) fn condition(words: &Words, when: &Condition) -> String {
    let said = |key: &str, name: &str, value: &str| words.say(key, &texts(&[(name, value)]));
    let joined = |all: &[Condition], joint: &str| {
        all.iter().map(|one| condition(words, one)).collect::<Vec<_>>().join(&plain(words, joint))
    };
    match when {
        Condition::Always => plain(words, "condition-always"),
        Condition::Sex(sex) => said("condition-sex", "sex", &named(words, "sex", sex)),
        Condition::AgeUnder(age) => said("condition-age-under", "age", &period(words, age)),
        Condition::AgeFrom(age) => said("condition-age-from", "age", &period(words, age)),
        Condition::YearsAfter(years) => said("condition-years-after", "years", &period(words, years)),
        Condition::YearsBefore(years) => said("condition-years-before", "years", &period(words, years)),
        Condition::UntilCleared { consecutive, spacing: None, .. } => {
            words.say("condition-until-cleared", &number("n", consecutive))
        }
        Condition::UntilCleared { consecutive, spacing: Some(spacing), .. } => {
            let mut args = number("n", consecutive);
            args.extend(texts(&[("spacing", &period(words, spacing))]));
            words.say("condition-until-cleared-spaced", &args)
        }
        Condition::RcrRclPositive { until_negative } => {
            words.say("condition-rcr-rcl-positive", &number("n", until_negative))
        }
        Condition::VectorDetected { consecutive, .. } => {
            words.say("condition-vector-detected", &number("n", consecutive))
        }
        Condition::Answered { kind, field, is } => {
            let answers: Vec<String> = is.iter().map(|code| option(words, kind, field, code)).collect();
            let (label, answers) = (field_label(words, kind, field), answers.join(&plain(words, "list-joint")));
            words.say("condition-answered", &texts(&[("field", &label), ("answers", &answers)]))
        }
        Condition::FindingOpen(rule) => said("condition-finding-open", "rule", &rule_name(words, rule)),
        Condition::All(all) => joined(all, "condition-and"),
        Condition::Any(any) => joined(any, "condition-or"),
        Condition::Not(one) => said("condition-not", "condition", &condition(words, one)),
    }
}

pub(crate) fn citation(words: &Words, citation: &Citation, protocol: &Protocol) -> CitationLine {
    let source = protocol.source(&citation.source);
    let title = source.map_or(citation.source.as_str(), |source| source.title.as_str());
    let issued = source.map_or("", |source| source.issued.as_str());
    let text = words.say("citation", &texts(&[("title", title), ("issued", issued), ("clause", &citation.clause)]));
    CitationLine { text, confidence: source.map(|source| confidence(words, source.confidence)).unwrap_or_default() }
}

pub(crate) fn rule_name(words: &Words, rule: &str) -> String {
    rule_part(words, rule, "name")
}

pub(crate) fn rule_part(words: &Words, rule: &str, part: &str) -> String {
    plain(words, &format!("rule-{rule}-{part}"))
}

pub(crate) fn limit_name(words: &Words, name: &str) -> String {
    plain(words, &format!("limit-{name}"))
}

/// A limit is a decimal, or a period such as `P1Y`.
pub(crate) fn limit_value(words: &Words, value: &str) -> String {
    value.parse::<Period>().map_or_else(|_| words.number(value), |limit| period(words, &limit))
}

pub(crate) fn finding(words: &Words, finding: &Finding) -> String {
    let args = finding.args.iter().map(|(name, arg)| {
        let value = match arg {
            Arg::Text(text) => words::Value::Text(text.clone()),
            Arg::Number(value) => words::Value::Number(value.clone()),
            Arg::Date(on) => words::Value::Text(words.date_short(&on.to_string())),
            Arg::Term(key) => words::Value::Text(term(words, key)),
        };
        (name.clone(), value)
    });
    words.say(&format!("rule-{}", finding.rule), &args.collect())
}

/// An option that many fields share stands under its own name: `…-other` is `option-other`.
fn term(words: &Words, key: &str) -> String {
    let shared = key.rsplit_once('-').map(|(_, option)| plain(words, &format!("option-{option}")));
    words.say_or(key, &Args::new(), &shared.unwrap_or_default())
}

pub(crate) fn call(words: &Words, language: &str, call: &CallFor, protocol: &Protocol) -> String {
    match call {
        CallFor::Repeat { task, within } => {
            let key = if protocol.asks_at_visits(task) { "call-repeat" } else { "call-task" };
            let task = task_label(language, task, protocol);
            words.say(key, &texts(&[("task", &task), ("within", &period(words, within))]))
        }
        CallFor::Report { to, within, .. } => {
            let within = match within {
                Clock::Hours(n) => words.say("clock-hours", &number("n", n)),
                Clock::Days(n) => words.say("clock-days", &number("n", n)),
            };
            let to = plain(words, &format!("recipient-{to}"));
            words.say("call-report", &texts(&[("to", &to), ("within", &within)]))
        }
        CallFor::Evaluate { what, .. } => words.say("call-evaluate", &texts(&[("what", localised(what, language))])),
    }
}

fn localised<'a>(text: &'a Localised, language: &str) -> &'a str {
    protocol::text(text, language)
}

pub(crate) fn faults(words: &Words, faults: &[Fault]) -> Vec<FaultLine> {
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    faults
        .iter()
        .map(|fault| FaultLine {
            line: count(fault.line),
            column: count(fault.column),
            key: fault.key.clone(),
            text: words.say(&format!("fault-{}", fault.code), &args_of(&fault.args)),
            stops: fault.severity == assess::Severity::Stops,
        })
        .collect()
}

fn args_of(args: &BTreeMap<String, String>) -> Args {
    args.iter().map(|(name, value)| (name.clone(), value.clone().into())).collect()
}

/// Problems of a form (`kind` given) or of a use case's own fields.
pub(crate) fn problem_lines(words: &Words, kind: Option<&str>, problems: &[Problem]) -> Vec<ProblemLine> {
    let line = |problem: &Problem| {
        let mut args = args_of(&problem.args);
        let label = match kind {
            Some(kind) => field_label(words, kind, &problem.place),
            None => plain(words, &format!("field-{}", problem.place.replace(['_', '.'], "-"))),
        };
        args.entry("field".into()).or_insert_with(|| label.into());
        let key = match kind {
            Some(_) => format!("problem-{}", problem.code),
            None => format!("input-{}", problem.code),
        };
        ProblemLine {
            place: problem.place.clone(),
            code: problem.code.clone(),
            text: words.say(&key, &args),
            severity: problem.severity,
        }
    };
    problems.iter().map(line).collect()
}

pub(crate) fn note_lines(words: &Words, kind: &str, notes: &[Note]) -> Vec<NoteLine> {
    let line = |note: &Note| {
        let mut args = args_of(&note.args);
        args.insert("field".into(), field_label(words, kind, &note.place).into());
        for name in ["times", "last"] {
            if let Some(value) = note.args.get(name) {
                args.insert(name.into(), words.number(value).into());
            }
        }
        if let Some(on) = note.args.get("on") {
            args.insert("on".into(), words.date_short(on).into());
        }
        let text = words.say(&format!("note-{}", note.code), &args);
        NoteLine { place: note.place.clone(), text, level: note.level }
    };
    notes.iter().map(line).collect()
}

pub(crate) fn verdict(words: &Words, ok: bool, entries: u64) -> String {
    words.say(if ok { "verdict-whole" } else { "verdict-broken" }, &number("entries", entries))
}
