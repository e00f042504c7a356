//! What is drawn under the fifteen-year line: vector copies and top clone, shedding, titres, liver, growth.
//!
//! A result below a limit is a mark at the limit, never a zero; a cycle threshold never shares an axis with
//! an amount. Limits drawn are those of the protocol.

use std::collections::BTreeMap;

use facts::answer::{Answer, Assessment};
use facts::{Kept, Life, fact::Recorded};
use protocol::Protocol;
use rust_decimal::prelude::ToPrimitive;
use words::Words;

use crate::wire::page::{Chart, Course, Limit, Point, Scale, Series};
use crate::wording;

pub(crate) fn charts(words: &Words, life: &Life, protocol: &Protocol) -> Vec<Chart> {
    let mut charts = integration(words, life, protocol);
    charts.extend(shedding(words, life));
    charts.extend(titres(words, life));
    charts.extend(liver(words, life, protocol));
    charts.extend(growth(words, life, protocol));
    charts.retain(|chart| chart.series.iter().any(|series| !series.points.is_empty()));
    charts
}

/// The mark of one answer; `None` when the field holds nothing that can be drawn.
fn point(words: &Words, kept: &Kept<Recorded>, field: &str) -> Option<Point> {
    let assessment = &kept.fact.assessment;
    let answer = assessment.get(field)?;
    let (value, below_limit) = match answer {
        Answer::Number { value, comparator, .. } => {
            let below = matches!(comparator, facts::Comparator::Less | facts::Comparator::AtMost);
            (Some(*value), below)
        }
        Answer::NotDetected { lod, .. } => (*lod, true),
        Answer::BelowQuantification { lloq, .. } => (*lloq, true),
        _ => return None,
    };
    Some(Point {
        on: assessment.collected_on,
        value: value.and_then(|value| value.to_f64()),
        shown: wording::shown(words, &assessment.kind, field, answer),
        below_limit,
        record: kept.record,
    })
}

/// One series per value of `by` (specimen, matrix, target …).
fn series_by(
    words: &Words,
    life: &Life,
    kind: &str,
    by: &str,
    field: &str,
    keep: impl Fn(&Assessment) -> bool,
) -> Vec<Series> {
    let mut groups: BTreeMap<String, Vec<Point>> = BTreeMap::new();
    for kept in life.of_kind(kind).filter(|kept| keep(&kept.fact.assessment)) {
        let Some(point) = point(words, kept, field) else { continue };
        let name =
            kept.fact.assessment.code(by).map_or_else(String::new, |code| wording::option(words, kind, by, code));
        groups.entry(name).or_default().push(point);
    }
    groups.into_iter().map(|(name, points)| Series { name, points }).collect()
}

/// The series of fields that stand side by side in one form, named by their labels.
fn series_of(words: &Words, life: &Life, kind: &str, fields: &[&str]) -> Vec<Series> {
    let one = |field: &&str| Series {
        name: wording::field_label(words, kind, field),
        points: life.of_kind(kind).filter_map(|kept| point(words, kept, field)).collect(),
    };
    fields.iter().map(one).filter(|series| !series.points.is_empty()).collect()
}

/// A limit that a rule of the protocol sets.
fn limit(words: &Words, protocol: &Protocol, rule: &str, name: &str) -> Option<Limit> {
    let value = protocol.rule(rule)?.limits.get(name)?.parse().ok()?;
    Some(Limit { value, label: wording::limit_name(words, name) })
}

fn chart(words: &Words, key: &str, unit: &str, scale: Scale, series: Vec<Series>) -> Chart {
    Chart {
        key: key.to_owned(),
        title: words.say(&format!("chart-{key}"), &words::Args::default()),
        unit: assess::units::shown(unit).to_string(),
        scale,
        limits: Vec::new(),
        series,
        courses: Vec::new(),
    }
}

fn integration(words: &Words, life: &Life, protocol: &Protocol) -> Vec<Chart> {
    let kind = "integration-site";
    let vcn = series_by(words, life, kind, "specimen", "vcn", |_| true);
    let share = series_by(words, life, kind, "specimen", "top-share", |_| true);
    let mut top = chart(words, "top-clone", "%", Scale::Linear, share);
    top.limits.extend(limit(words, protocol, "dominant-clone", "share-percent"));
    vec![chart(words, "vcn", "{copies}/{cell}", Scale::Linear, vcn), top]
}

/// One chart a unit: amounts per volume, per mass and cycle thresholds are not comparable.
fn shedding(words: &Words, life: &Life) -> Vec<Chart> {
    let kind = "shedding";
    let unit_of = |assessment: &Assessment| match assessment.get("result") {
        Some(
            Answer::Number { unit, .. } | Answer::NotDetected { unit, .. } | Answer::BelowQuantification { unit, .. },
        ) => unit.clone(),
        _ => String::new(),
    };
    let mut units: Vec<String> = life.of_kind(kind).map(|kept| unit_of(&kept.fact.assessment)).collect();
    units.sort();
    units.dedup();
    units
        .into_iter()
        .filter(|unit| !unit.is_empty())
        .map(|unit| {
            let series = series_by(words, life, kind, "matrix", "result", |assessment| unit_of(assessment) == unit);
            let scale = if unit == "{Ct}" { Scale::Linear } else { Scale::Log10 };
            let mut chart = chart(words, "shedding", &unit, scale, series);
            chart.key = format!("shedding:{unit}");
            chart
        })
        .collect()
}

fn titres(words: &Words, life: &Life) -> Vec<Chart> {
    let series = series_by(words, life, "antibody", "target", "titre", |_| true);
    vec![chart(words, "titres", "{titer}", Scale::Log2, series)]
}

fn liver(words: &Words, life: &Life, protocol: &Protocol) -> Vec<Chart> {
    let series = series_of(words, life, "liver", &["alt-x-uln", "ast-x-uln", "bilirubin-x-uln"]);
    let mut chart = chart(words, "liver", "×ULN", Scale::Linear, series);
    chart.limits.extend(limit(words, protocol, "liver-enzyme-rise", "x-uln"));
    chart.courses = life.of_kind("immunosuppression").filter_map(course).collect();
    vec![chart]
}

/// A course of an immunosuppressant, drawn as a bar beside the liver curve.
fn course(kept: &Kept<Recorded>) -> Option<Course> {
    let assessment = &kept.fact.assessment;
    Some(Course {
        from: assessment.date("started")?.first_on,
        to: assessment.date("stopped").map(|date| date.last_on()),
        label: assessment.text("drug").unwrap_or_default().to_owned(),
    })
}

fn growth(words: &Words, life: &Life, protocol: &Protocol) -> Vec<Chart> {
    let series = series_of(words, life, "growth", &["weight-z", "height-z", "bmi-z", "head-z"]);
    let mut chart = chart(words, "growth", "z", Scale::Linear, series);
    for name in ["z-low", "z-high"] {
        chart.limits.extend(limit(words, protocol, "growth-crossing", name));
    }
    vec![chart]
}
