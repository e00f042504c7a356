//! A protocol in which every field says something, and one change of each of them. The use cases word the same changes.

#![allow(clippy::unwrap_used, dead_code, reason = "a text that is not there has nothing to show")]

use std::collections::BTreeMap;

use facts::fact::{GivenBy, Mode};
use facts::{ConsentKind, Period, Sex};
use protocol::{
    Anchor, Boundary, CallFor, Citation, Clock, Condition, ConsentForm, ConsentVersion, Counts, DosingPick, Icon,
    Ladder, Localised, NamedEvent, Precaution, Price, Protocol, ReportWhen, Severity, Step, Stopping, Task, Visit,
};

pub type Edit = fn(&mut Protocol);

fn period(text: &str) -> Period {
    text.parse().unwrap()
}

pub fn said(text: &str) -> Localised {
    ["en", "zh-Hans", "ja"].map(|tag| (tag.to_owned(), text.to_owned())).into()
}

fn citation() -> Citation {
    Citation { source: "sponsor".into(), clause: "whole".into() }
}

/// A preset with what it leaves out filled in.
pub fn whole() -> Protocol {
    let (_, text) = protocol::presets().into_iter().find(|(path, _)| path == "fda/lentiviral-hsc-15y").unwrap();
    let mut whole = protocol::read(text).0.unwrap();
    whole.events = vec![NamedEvent { name: "transplant".into(), label: said("Transplantation") }];
    whole.background = Some(protocol::Background {
        rates: "sex,age_from,age_to,per_100000\nfemale,0,5,10\n".into(),
        citation: citation(),
    });
    let count = task(&mut whole, "blood-count");
    count.price = Some(Price { amount: 20.into(), currency: "EUR".into(), citation: citation() });
    count.minutes = Some(10);
    let step = Step { channel: "phone".into(), times: 2, after: period("P7D"), within: period("P3D") };
    whole.ladder = Some(Ladder { steps: vec![step], citation: citation() });
    whole.stopping = vec![Stopping {
        code: "deaths".into(),
        label: said("Deaths"),
        counts: vec![Counts::Death],
        within: Some(period("P30D")),
        people: 10,
        boundary: Boundary::Number { events: 2 },
        citation: citation(),
    }];
    let version = |version: &str, from: Option<&str>| ConsentVersion {
        version: version.into(),
        effective_on: from.map(|on| on.parse().unwrap()),
        reconsent_within: from.map(|_| period("P3M")),
        citation: from.map(|_| std::sync::Arc::new(citation())),
    };
    let form = |code: &str| ConsentForm {
        code: code.into(),
        kind: ConsentKind::Consent,
        label: said(code),
        family: said("Read and sign"),
        given_by: vec![GivenBy::Parent, GivenBy::Subject],
        age_from: Some(period("P7Y")),
        age_under: Some(period("P18Y")),
        within: Some(period("P6M")),
        new_guardian_within: Some(period("P2M")),
        versions: vec![version("1.0", None), version("2.0", Some("2026-03-01"))],
        citation: std::sync::Arc::new(citation()),
    };
    whole.consents = vec![form("main"), form("registry")];
    whole.family.precautions = vec![Precaution {
        matrices: vec!["urine".into()],
        ask: said("Wash your hands"),
        then: said("Swim again"),
        citation: citation(),
    }];
    let yearly = visit(&mut whole, "Y{n}");
    yearly.minutes = Some(45);
    yearly.tasks[0].every_nth = Some(2);
    yearly.tasks[0].from_nth = Some(1);
    whole
}

fn task<'p>(protocol: &'p mut Protocol, code: &str) -> &'p mut Task {
    protocol.tasks.iter_mut().find(|task| task.code == code).unwrap()
}

fn visit<'p>(protocol: &'p mut Protocol, code: &str) -> &'p mut Visit {
    protocol.visits.iter_mut().find(|visit| visit.code == code).unwrap()
}

fn rule<'p>(protocol: &'p mut Protocol, rule: &str) -> &'p mut protocol::RuleClause {
    protocol.rules.iter_mut().find(|clause| clause.rule == rule).unwrap()
}

/// Fields that ask nothing of anybody: what the text is, where it comes from, and how another page tells it.
pub const SILENT: [&str; 18] = [
    "id",
    "version",
    "title",
    // A track is no version of a protocol.
    "track",
    // Told beside the changes: from when, and who consents again.
    "amendment",
    "authority",
    "product",
    "cites",
    "notes",
    "sources",
    "tasks[].citation",
    "tasks[].price.citation",
    "visits[].citation",
    "rules[].citation",
    "stopping[].citation",
    "background.citation",
    "ladder.citation",
    "family.precautions[].citation",
];

/// The same of the forms.
pub const SILENT_OF_FORMS: [&str; 2] = ["consents[].citation", "consents[].versions[].citation"];

/// One change of each field that asks something.
pub fn edits() -> Vec<(&'static str, Edit)> {
    [of_study(), of_tasks(), of_visits(), of_rules(), of_forms(), of_the_rest()].concat()
}

fn of_study() -> Vec<(&'static str, Edit)> {
    vec![
        ("follow_up", |p| p.follow_up = period("P20Y")),
        ("follow_up_from", |p| p.follow_up_from = Anchor::Dosing(DosingPick::Last)),
        ("results_within", |p| p.results_within = period("P4W")),
        ("age_of_majority", |p| p.age_of_majority = period("P20Y")),
        ("due_soon", |p| p.due_soon = period("P30D")),
        ("ctcae", |p| p.ctcae = assess::grading::Version::V6),
        ("growth", |p| p.growth = "cdc-2000".into()),
        ("events[].name", |p| p.events[0].name = "surgery".into()),
        ("events[].label", |p| p.events[0].label = said("Graft")),
    ]
}

fn of_tasks() -> Vec<(&'static str, Edit)> {
    vec![
        ("tasks[].code", |p| {
            // The same wherever it is asked for.
            task(p, "blood-count").code = "full-count".into();
            for used in
                p.visits.iter_mut().flat_map(|visit| &mut visit.tasks).filter(|used| &*used.task == "blood-count")
            {
                used.task = "full-count".into();
            }
        }),
        ("tasks[].kind", |p| task(p, "blood-count").kind = "liver".into()),
        ("tasks[].preset", |p| {
            task(p, "shedding-blood").preset = BTreeMap::from([("matrix".to_owned(), "saliva".to_owned())]);
        }),
        ("tasks[].label", |p| task(p, "blood-count").label = said("Full blood count")),
        ("tasks[].family", |p| task(p, "blood-count").family = said("A very small blood sample")),
        ("tasks[].icon", |p| task(p, "blood-count").icon = Icon::Talk),
        ("tasks[].icon", |p| task(p, "blood-count").icon = Icon::Urine),
        ("tasks[].settled_by", |p| task(p, "normal-tissue").settled_by = None),
        ("tasks[].settled_by.field", |p| {
            task(p, "normal-tissue").settled_by.as_mut().unwrap().field = "tissue-kept".into();
        }),
        ("tasks[].settled_by.is", |p| task(p, "normal-tissue").settled_by.as_mut().unwrap().is.clear()),
        ("tasks[].settled_by.on", |p| task(p, "normal-tissue").settled_by.as_mut().unwrap().on = None),
        ("tasks[].archive_only", |p| task(p, "blood-count").archive_only = true),
        ("tasks[].minutes", |p| task(p, "blood-count").minutes = Some(20)),
        ("tasks[].price", |p| task(p, "blood-count").price = None),
        ("tasks[].price.amount", |p| task(p, "blood-count").price.as_mut().unwrap().amount = 30.into()),
        ("tasks[].price.currency", |p| task(p, "blood-count").price.as_mut().unwrap().currency = "USD".into()),
    ]
}

fn of_visits() -> Vec<(&'static str, Edit)> {
    vec![
        ("visits[].code", |p| visit(p, "M6").code = "H1".into()),
        ("visits[].label", |p| visit(p, "M6").label = said("Half a year")),
        ("visits[].anchor", |p| visit(p, "M6").anchor = Anchor::Enrolment),
        ("visits[].offset", |p| visit(p, "M6").offset = period("P7M")),
        ("visits[].repeat", |p| visit(p, "Y{n}").repeat = None),
        ("visits[].repeat.every", |p| visit(p, "Y{n}").repeat.as_mut().unwrap().every = period("P2Y")),
        ("visits[].repeat.until", |p| visit(p, "Y{n}").repeat.as_mut().unwrap().until = period("P10Y")),
        ("visits[].repeat.first_number", |p| visit(p, "Y{n}").repeat.as_mut().unwrap().first_number = 7),
        ("visits[].repeat.number_step", |p| visit(p, "Y{n}").repeat.as_mut().unwrap().number_step = 2),
        ("visits[].window.early", |p| visit(p, "M6").window.early = period("P1D")),
        ("visits[].window.late", |p| visit(p, "M6").window.late = period("P1D")),
        ("visits[].modes", |p| visit(p, "M6").modes = [Mode::Clinic, Mode::Letter].into()),
        ("visits[].modes", |p| {
            let visit = visit(p, "Y{n}");
            let mut modes = visit.modes.to_vec();
            modes.reverse();
            visit.modes = modes.into();
        }),
        ("visits[].when", |p| visit(p, "M6").when = Condition::Sex(Sex::Female)),
        ("visits[].minutes", |p| visit(p, "Y{n}").minutes = None),
        ("visits[].fasting", |p| visit(p, "M6").fasting = true),
        ("visits[].tasks", |p| drop(visit(p, "M6").tasks.remove(0))),
        ("visits[].tasks[].task", |p| visit(p, "M6").tasks[0].task = "pregnancy".into()),
        ("visits[].tasks[].when", |p| visit(p, "M6").tasks[0].when = Condition::AgeFrom(period("P2Y"))),
        ("visits[].tasks[].every_nth", |p| visit(p, "Y{n}").tasks[0].every_nth = Some(3)),
        ("visits[].tasks[].from_nth", |p| visit(p, "Y{n}").tasks[0].from_nth = Some(3)),
    ]
}

fn of_rules() -> Vec<(&'static str, Edit)> {
    vec![
        ("rules[].rule", |p| rule(p, "dominant-clone").rule = "titre-fourfold-rise".into()),
        ("rules[].limits", |p| {
            rule(p, "dominant-clone").limits.insert("share-percent".into(), "30".into());
        }),
        ("rules[].genes", |p| rule(p, "clone-near-watch-gene").genes[0] = "TP53".into()),
        ("rules[].severity", |p| rule(p, "dominant-clone").severity = Severity::Notice),
        ("rules[].calls_for", |p| {
            let told = CallFor::Report { to: "ethics".into(), within: Clock::Days(7), when: ReportWhen::OtherSerious };
            let what = said("Haematologist");
            rule(p, "dominant-clone").calls_for = vec![told, CallFor::Evaluate { what, within: Some(period("P14D")) }];
        }),
    ]
}

fn of_forms() -> Vec<(&'static str, Edit)> {
    vec![
        ("consents", |p| p.consents.reverse()),
        ("consents[].code", |p| p.consents[1].code = "biobank".into()),
        ("consents[].kind", |p| p.consents[1].kind = ConsentKind::Optional),
        ("consents[].label", |p| p.consents[1].label = said("Registry of donors")),
        ("consents[].family", |p| p.consents[1].family = said("Sign at home")),
        ("consents[].given_by", |p| p.consents[1].given_by = vec![GivenBy::Subject]),
        ("consents[].age_from", |p| p.consents[1].age_from = Some(period("P6Y"))),
        ("consents[].age_under", |p| p.consents[1].age_under = None),
        ("consents[].within", |p| p.consents[1].within = Some(period("P1M"))),
        ("consents[].new_guardian_within", |p| p.consents[1].new_guardian_within = None),
        ("consents[].versions", |p| p.consents[0].versions.reverse()),
        ("consents[].versions", |p| drop(p.consents[0].versions.remove(0))),
        ("consents[].versions[].version", |p| p.consents[0].versions[1].version = "2.1".into()),
        ("consents[].versions[].effective_on", |p| {
            p.consents[0].versions[1].effective_on = Some("2027-03-01".parse().unwrap());
        }),
        ("consents[].versions[].reconsent_within", |p| p.consents[0].versions[1].reconsent_within = None),
    ]
}

fn of_the_rest() -> Vec<(&'static str, Edit)> {
    vec![
        ("stopping[].code", |p| p.stopping[0].code = "all-deaths".into()),
        ("stopping[].label", |p| p.stopping[0].label = said("Any death")),
        ("stopping[].counts", |p| {
            p.stopping[0].counts = vec![Counts::Rule { rule: "dominant-clone".into() }];
        }),
        ("stopping[].within", |p| p.stopping[0].within = None),
        ("stopping[].people", |p| p.stopping[0].people = 12),
        ("stopping[].boundary", |p| p.stopping[0].boundary = Boundary::Number { events: 3 }),
        ("background", |p| p.background = None),
        ("background.rates", |p| p.background.as_mut().unwrap().rates.push_str("male,0,5,12\n")),
        ("ladder", |p| p.ladder = None),
        ("ladder.steps[].channel", |p| p.ladder.as_mut().unwrap().steps[0].channel = "letter".into()),
        ("ladder.steps[].times", |p| p.ladder.as_mut().unwrap().steps[0].times = 3),
        ("ladder.steps[].after", |p| p.ladder.as_mut().unwrap().steps[0].after = period("P9D")),
        ("ladder.steps[].within", |p| p.ladder.as_mut().unwrap().steps[0].within = period("P1D")),
        ("family.bring", |p| p.family.bring = said("The diary")),
        ("family.call_if", |p| p.family.call_if.push(said("a rash"))),
        ("family.please_do_not", |p| drop(p.family.please_do_not.remove(0))),
        ("family.precautions[].matrices", |p| p.family.precautions[0].matrices = vec!["stool".into()]),
        ("family.precautions[].ask", |p| p.family.precautions[0].ask = said("Wear gloves")),
        ("family.precautions[].then", |p| p.family.precautions[0].then = said("Swim")),
        ("family.moving", |p| p.family.moving = said("Write to us")),
    ]
}
