//! What a version changes outside the rows of visits: values of the whole study, definitions, and what watches over it.

use serde::Serialize;

use super::Change;
use crate::ladder::Ladder;
use crate::stopping::{Background, Stopping};
use crate::study::{FamilyText, Localised, NamedEvent, Precaution, Protocol};
use crate::visit::{Price, Task};

/// A time that holds for the whole study.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Lasting {
    ResultsWithin,
    AgeOfMajority,
    DueSoon,
}

/// What values are judged by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Yardstick {
    Ctcae,
    Growth,
}

/// What bears a name that people read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    Visit,
    Task,
    Event,
    Consent,
    Stopping,
}

/// One part of what a task is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TaskPart {
    Form,
    /// Field values that it fixes.
    Fixed,
    /// The answer that settles it when a finding calls for it.
    SettledBy,
    /// Whether something leaves the body, which a person may withdraw their consent to.
    Sample,
    /// Whether it is only kept, which a person may withdraw their consent to.
    Archive,
    /// The pictogram alone.
    Picture,
    Family,
    Minutes,
    Price,
}

/// One part of the family's sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum FamilyPart {
    Bring,
    CallIf,
    PleaseDoNot,
    Precautions,
    Moving,
}

/// Values of the study itself. Here every field of a protocol stands once, so that none is forgotten.
pub(super) fn of_study(before: &Protocol, after: &Protocol) -> Vec<Change> {
    let Protocol {
        // What the text is and where it comes from: asks nothing of anybody.
        id: _,
        version: _,
        title: _,
        track: _,
        amendment: _,
        authority: _,
        product: _,
        cites: _,
        notes: _,
        sources: _,
        // Told here.
        follow_up,
        follow_up_from,
        results_within,
        age_of_majority,
        due_soon,
        ctcae,
        growth,
        events: _,
        // Told by their own functions.
        tasks: _,
        visits: _,
        rules: _,
        stopping: _,
        background: _,
        ladder: _,
        consents: _,
        family: _,
    } = after;
    let mut changes = Vec::new();
    if *follow_up != before.follow_up {
        changes.push(Change::FollowUp { before: before.follow_up, after: *follow_up });
    }
    if *follow_up_from != before.follow_up_from {
        changes.push(Change::FollowUpFrom { before: before.follow_up_from.clone(), after: follow_up_from.clone() });
    }
    for (of, before, after) in [
        (Lasting::ResultsWithin, before.results_within, *results_within),
        (Lasting::AgeOfMajority, before.age_of_majority, *age_of_majority),
        (Lasting::DueSoon, before.due_soon, *due_soon),
    ] {
        changes.extend((before != after).then_some(Change::Lasting { of, before, after }));
    }
    for (what, before, after) in [
        (Yardstick::Ctcae, before.ctcae.code(), ctcae.code()),
        (Yardstick::Growth, before.growth.as_str(), growth.as_str()),
    ] {
        let judged = || Change::JudgedBy { what, before: before.to_owned(), after: after.to_owned() };
        changes.extend((before != after).then(judged));
    }
    changes.extend(of_events(before, after));
    changes
}

fn of_events(before: &Protocol, after: &Protocol) -> Vec<Change> {
    let mut changes = Vec::new();
    for NamedEvent { name, label } in &after.events {
        match before.event(name) {
            None => changes.push(Change::EventAdded { event: name.clone() }),
            Some(old) => changes.extend(called(Named::Event, name, &old.label, label)),
        }
    }
    let gone = before.events.iter().filter(|event| after.event(&event.name).is_none());
    changes.extend(gone.map(|event| Change::EventRemoved { event: event.name.clone() }));
    changes
}

fn called(what: Named, code: &str, before: &Localised, after: &Localised) -> Option<Change> {
    (before != after).then(|| Change::Called { what, code: code.to_owned() })
}

/// Tasks that both know: where they are asked for is told with the rows and the rules.
pub(super) fn of_definitions(before: &Protocol, after: &Protocol) -> Vec<Change> {
    let both = after.tasks.iter().filter_map(|task| Some((before.task(&task.code)?, task)));
    both.flat_map(|(old, new)| of_task(old, new)).collect()
}

fn of_task(old: &Task, new: &Task) -> Vec<Change> {
    let Task { code, kind, preset, label, family, icon, citation: _, settled_by, archive_only, minutes, price } = new;
    let samples = old.takes_a_sample() != new.takes_a_sample();
    let cost = |price: &Option<Price>| {
        price.as_ref().map(|Price { amount, currency, citation: _ }| (*amount, currency.clone()))
    };
    let parts = [
        (TaskPart::Form, *kind != old.kind),
        (TaskPart::Fixed, *preset != old.preset),
        (TaskPart::SettledBy, *settled_by != old.settled_by),
        (TaskPart::Sample, samples),
        (TaskPart::Archive, *archive_only != old.archive_only),
        (TaskPart::Picture, *icon != old.icon && !samples),
        (TaskPart::Family, *family != old.family),
        (TaskPart::Minutes, *minutes != old.minutes),
        (TaskPart::Price, cost(price) != cost(&old.price)),
    ];
    let differs = parts.into_iter().filter(|(_, differs)| *differs);
    let told = differs.map(|(part, _)| Change::TaskDefined { task: code.clone(), part });
    called(Named::Task, code, &old.label, label).into_iter().chain(told).collect()
}

/// What looks for families, pauses dosing, and is asked of families.
pub(super) fn of_the_rest(before: &Protocol, after: &Protocol) -> Vec<Change> {
    let mut changes = Vec::new();
    let steps = |ladder: &Option<Ladder>| ladder.as_ref().map(|Ladder { steps, citation: _ }| steps.clone());
    changes.extend((steps(&before.ladder) != steps(&after.ladder)).then_some(Change::Ladder));
    changes.extend(of_stopping(before, after));
    let rates = |table: &Option<Background>| table.as_ref().map(|Background { rates, citation: _ }| rates.clone());
    changes.extend((rates(&before.background) != rates(&after.background)).then_some(Change::Background));
    changes.extend(of_family(&before.family, &after.family));
    changes
}

fn of_stopping(before: &Protocol, after: &Protocol) -> Vec<Change> {
    let of = |protocol: &'_ Protocol, code: &str| protocol.stopping.iter().position(|rule| rule.code == code);
    let mut changes = Vec::new();
    for new in &after.stopping {
        let Stopping { code, label, counts, within, people, boundary, citation: _ } = new;
        let Some(place) = of(before, code) else {
            changes.push(Change::StoppingAdded { code: code.clone() });
            continue;
        };
        let old = &before.stopping[place];
        changes.extend(called(Named::Stopping, code, &old.label, label));
        if (counts, within, people, boundary) != (&old.counts, &old.within, &old.people, &old.boundary) {
            changes.push(Change::StoppingAltered { code: code.clone() });
        }
    }
    let gone = before.stopping.iter().filter(|rule| of(after, &rule.code).is_none());
    changes.extend(gone.map(|rule| Change::StoppingRemoved { code: rule.code.clone() }));
    changes
}

fn of_family(old: &FamilyText, new: &FamilyText) -> Vec<Change> {
    let FamilyText { bring, call_if, please_do_not, precautions, moving } = new;
    let asked = |precautions: &[Precaution]| -> Vec<(Vec<String>, Localised, Localised)> {
        let told = |Precaution { matrices, ask, then, citation: _ }: &Precaution| {
            (matrices.clone(), ask.clone(), then.clone())
        };
        precautions.iter().map(told).collect()
    };
    let parts = [
        (FamilyPart::Bring, *bring != old.bring),
        (FamilyPart::CallIf, *call_if != old.call_if),
        (FamilyPart::PleaseDoNot, *please_do_not != old.please_do_not),
        (FamilyPart::Precautions, asked(precautions) != asked(&old.precautions)),
        (FamilyPart::Moving, *moving != old.moving),
    ];
    parts.into_iter().filter(|(_, differs)| *differs).map(|(part, _)| Change::Family { part }).collect()
}
