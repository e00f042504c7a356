//! Shedding: one chart a unit, for amounts per volume, per mass and cycle thresholds are not comparable. Limits of the
//! assay are drawn, and the days on which a matrix was cleared or shed again are told in words.

use std::collections::{BTreeMap, BTreeSet};

use assess::shedding::{Level, series};
use facts::answer::Answer;
use facts::{Kept, Life, fact::Recorded};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use words::Words;

use crate::cleared::{self, Followed};
use crate::wire::chart::{Chart, Event, EventOf, Limit, LimitOf, Point, Scale, Series, Stroke};
use crate::wording::{self, texts};

/// Matrix and assay: two assays never share a series.
type Stream = (String, String);

/// One sample with what it says and the record that holds it.
struct Told<'a> {
    stream: Stream,
    kept: &'a Kept<Recorded>,
    level: Level,
}

pub(super) fn charts(words: &Words, life: &Life, followed: &[Followed]) -> Vec<Chart> {
    let mut units: BTreeMap<String, Vec<Told<'_>>> = BTreeMap::new();
    for kept in life.of_kind("shedding") {
        // One sample is a series of one: what it says is decided there.
        for one in series([&kept.fact.assessment]) {
            let Some(level) = one.points.first().map(|point| point.level) else { continue };
            let told = Told { stream: (one.matrix, one.assay), kept, level };
            units.entry(one.unit).or_default().push(told);
        }
    }
    units
        .into_iter()
        .filter(|(unit, _)| !unit.is_empty())
        .map(|(unit, samples)| drawn(words, &unit, samples, followed))
        .collect()
}

fn drawn(words: &Words, unit: &str, samples: Vec<Told<'_>>, followed: &[Followed]) -> Chart {
    let limits = limits(words, &samples);
    let mut streams: BTreeMap<(u32, Stream), Vec<Point>> = BTreeMap::new();
    for Told { stream, kept, level } in samples {
        let mark = cleared::mark(&stream.0);
        streams.entry((mark, stream)).or_default().push(point(words, kept, level));
    }
    let matrices: Vec<String> = streams.keys().map(|(_, (matrix, _))| matrix.clone()).collect();
    let several = |matrix: &str| matrices.iter().filter(|one| *one == matrix).count() > 1;
    let series = streams.iter().map(|((mark, (matrix, assay)), points)| Series {
        name: name(words, matrix, if several(matrix) { assay } else { "" }),
        mark: *mark,
        stroke: Stroke::Firm,
        points: points.clone(),
    });
    let scale = if unit == "{Ct}" { Scale::Linear } else { Scale::Log10 };
    let mut chart = super::chart(words, "shedding", unit, scale, series.collect());
    chart.key = format!("shedding:{unit}");
    chart.limits = limits;
    chart.events =
        followed.iter().filter(|one| matrices.contains(&one.matrix)).flat_map(|one| events(words, one)).collect();
    chart
}

fn name(words: &Words, matrix: &str, assay: &str) -> String {
    let matrix = cleared::name(words, matrix);
    if assay.is_empty() {
        return matrix;
    }
    let assay = wording::option(words, "shedding", "assay", assay);
    words.say("chart-shedding-series", &texts(&[("matrix", &matrix), ("assay", &assay)]))
}

fn point(words: &Words, kept: &Kept<Recorded>, level: Level) -> Point {
    let assessment = &kept.fact.assessment;
    let drawn = level.drawn();
    let shown = assessment.get("result").map(|answer| wording::shown(words, &assessment.kind, "result", answer));
    Point {
        on: assessment.collected_on,
        value: drawn.and_then(|drawn| drawn.at.to_f64()),
        shown: shown.unwrap_or_default(),
        below_limit: drawn.is_some_and(|drawn| drawn.below) || matches!(level, Level::NotDetected { .. }),
        record: kept.record,
    }
}

/// The limits that laboratories gave with their results, each once.
fn limits(words: &Words, samples: &[Told<'_>]) -> Vec<Limit> {
    let mut found: BTreeSet<(&str, Decimal)> = BTreeSet::new();
    for Told { kept, .. } in samples {
        let (lod, lloq) = match kept.fact.assessment.get("result") {
            Some(Answer::Number { lod, lloq, unit, .. }) if unit != "{Ct}" => (*lod, *lloq),
            Some(Answer::NotDetected { lod, .. }) => (*lod, None),
            Some(Answer::BelowQuantification { lloq, .. }) => (None, *lloq),
            _ => (None, None),
        };
        found.extend(lod.map(|lod| ("chart-lod", lod.normalize())));
        found.extend(lloq.map(|lloq| ("chart-lloq", lloq.normalize())));
    }
    let limit = |(key, value): (&str, Decimal)| {
        let shown = words.number(&value.to_string());
        let label = words.say(key, &texts(&[("value", &shown)]));
        Some(Limit { value: value.to_f64()?, label, of: LimitOf::Assay })
    };
    found.into_iter().filter_map(limit).collect()
}

fn events(words: &Words, followed: &Followed) -> Vec<Event> {
    let event = |on: facts::CivilDate, of, key| {
        let told = [("matrix", cleared::name(words, &followed.matrix)), ("on", words.date_short(&on.to_string()))];
        let told = told.each_ref().map(|(name, value)| (*name, value.as_str()));
        Event { on, of, mark: cleared::mark(&followed.matrix), text: words.say(key, &texts(&told)) }
    };
    let cleared = followed.spells.iter().map(|spell| event(spell.cleared_on, EventOf::Cleared, "chart-cleared"));
    let returned = followed.returns().map(|on| event(on, EventOf::Returned, "chart-returned"));
    cleared.chain(returned).collect()
}
