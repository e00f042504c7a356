//! What is drawn under the fifteen-year line: vector copies and top clone, shedding, titres, liver, growth.
//!
//! A result below a limit is a mark at the limit, never a zero; a cycle threshold never shares an axis with
//! an amount. Limits drawn are those of the protocol, of the assay or of the laboratory, and say whose they are.

mod liver;
mod shedding;

use std::collections::BTreeMap;

use facts::answer::Answer;
use facts::{Kept, Life, fact::Recorded};
use protocol::Protocol;
use rust_decimal::prelude::ToPrimitive;
use words::Words;

use crate::cleared::Followed;
use crate::wire::chart::{Chart, Limit, LimitOf, Point, Scale, Series, Stroke};
use crate::wording;

pub(crate) fn charts(words: &Words, life: &Life, protocol: &Protocol, followed: &[Followed]) -> Vec<Chart> {
    let mut charts = integration(words, life, protocol);
    charts.extend(shedding::charts(words, life, followed));
    charts.extend(titres(words, life));
    charts.extend(liver::charts(words, life, protocol));
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

/// One series per value of `by` (specimen, target …).
fn series_by(words: &Words, life: &Life, kind: &str, by: &str, field: &str) -> Vec<Series> {
    let mut groups: BTreeMap<&str, Vec<Point>> = BTreeMap::new();
    for kept in life.of_kind(kind) {
        let Some(point) = point(words, kept, field) else { continue };
        groups.entry(kept.fact.assessment.code(by).unwrap_or_default()).or_default().push(point);
    }
    let named = |code: &str| if code.is_empty() { String::new() } else { wording::option(words, kind, by, code) };
    let series = groups.into_iter().map(|(code, points)| (named(code), points));
    series.zip(0..).map(|((name, points), mark)| Series { name, mark, stroke: Stroke::Firm, points }).collect()
}

/// The series of fields that stand side by side in one form, named by their labels.
fn series_of(words: &Words, life: &Life, kind: &str, fields: &[&str], stroke: Stroke) -> Vec<Series> {
    let one = |(field, mark): (&&str, u32)| Series {
        name: wording::field_label(words, kind, field),
        mark,
        stroke,
        points: life.of_kind(kind).filter_map(|kept| point(words, kept, field)).collect(),
    };
    fields.iter().zip(0..).map(one).filter(|series| !series.points.is_empty()).collect()
}

/// A limit that a rule of the protocol sets.
fn limit(words: &Words, protocol: &Protocol, rule: &str, name: &str) -> Option<Limit> {
    let value = protocol.rule(rule)?.limits.get(name)?.parse().ok()?;
    Some(Limit { value, label: wording::limit_name(words, name), of: LimitOf::Protocol })
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
        events: Vec::new(),
    }
}

fn integration(words: &Words, life: &Life, protocol: &Protocol) -> Vec<Chart> {
    let kind = "integration-site";
    let vcn = series_by(words, life, kind, "specimen", "vcn");
    let share = series_by(words, life, kind, "specimen", "top-share");
    let mut top = chart(words, "top-clone", "%", Scale::Linear, share);
    top.limits.extend(limit(words, protocol, "dominant-clone", "share-percent"));
    vec![chart(words, "vcn", "{copies}/{cell}", Scale::Linear, vcn), top]
}

fn titres(words: &Words, life: &Life) -> Vec<Chart> {
    let series = series_by(words, life, "antibody", "target", "titre");
    vec![chart(words, "titres", "{titer}", Scale::Log2, series)]
}

fn growth(words: &Words, life: &Life, protocol: &Protocol) -> Vec<Chart> {
    let series = series_of(words, life, "growth", &["weight-z", "height-z", "bmi-z", "head-z"], Stroke::Firm);
    let mut chart = chart(words, "growth", "z", Scale::Linear, series);
    for name in ["z-low", "z-high"] {
        chart.limits.extend(limit(words, protocol, "growth-crossing", name));
    }
    vec![chart]
}
