//! The liver against its limits with the immunosuppressants on the same days, and the platelets beside it where the
//! protocol looks at both.

use assess::immunosuppression::{self, courses};
use assess::units;
use facts::Life;
use facts::answer::Answer;
use protocol::Protocol;
use rust_decimal::prelude::ToPrimitive;
use words::Words;

use super::{limit, point, series_of};
use crate::wire::chart::{Chart, Course, DoseStep, Limit, LimitOf, Scale, Series, Stroke};
use crate::wording::{self, texts};

const ULN: [&str; 4] = ["alt-x-uln", "ast-x-uln", "bilirubin-x-uln", "alp-x-uln"];
const BASELINE: [&str; 4] = ["alt-x-baseline", "ast-x-baseline", "bilirubin-x-baseline", "alp-x-baseline"];

pub(super) fn charts(words: &Words, life: &Life, protocol: &Protocol) -> Vec<Chart> {
    let courses = drawn_courses(words, life);
    let mut series = series_of(words, life, "liver", &ULN, Stroke::Firm);
    series.extend(by_baseline(words, life));
    let mut chart = super::chart(words, "liver", "×ULN", Scale::Linear, series);
    if chart.series.iter().any(|series| series.stroke == Stroke::Dashed) {
        chart.unit = wording::plain(words, "chart-liver-baseline");
    }
    for (rule, name) in [("liver-enzyme-rise", "x-uln"), ("hys-law", "x-uln"), ("hys-law", "bilirubin-x-uln")] {
        let more = limit(words, protocol, rule, name);
        // Two rules may share a limit: it is drawn once.
        let known = |more: &Limit| chart.limits.iter().any(|one| one.value == more.value && one.label == more.label);
        let more = more.filter(|more| !known(more));
        chart.limits.extend(more);
    }
    chart.courses.clone_from(&courses);
    let asks = |kind: &str| protocol.tasks.iter().any(|task| task.kind == kind);
    let mut charts = vec![chart];
    if asks("liver") && asks("blood-count") {
        charts.push(Chart { courses, ..platelets(words, life, protocol) });
    }
    charts
}

/// The same marks as the multiples of normal, for they are the same values.
fn by_baseline(words: &Words, life: &Life) -> Vec<Series> {
    let mut series = series_of(words, life, "liver", &BASELINE, Stroke::Dashed);
    // A field without a baseline was left out: the mark follows the name, not the place.
    for one in &mut series {
        let at = BASELINE.iter().position(|field| wording::field_label(words, "liver", field) == one.name);
        one.mark = at.and_then(|at| u32::try_from(at).ok()).unwrap_or(one.mark);
    }
    series
}

fn platelets(words: &Words, life: &Life, protocol: &Protocol) -> Chart {
    const UNIT: &str = "10*9/L";
    let in_unit = |kept: &facts::Kept<facts::fact::Recorded>, field: &str| match kept.fact.assessment.get(field)? {
        Answer::Number { value, unit, .. } => units::convert(*value, unit, UNIT)?.to_f64(),
        _ => None,
    };
    let points = life.of_kind("blood-count").filter_map(|kept| {
        let mut point = point(words, kept, "platelets")?;
        point.value = in_unit(kept, "platelets");
        Some(point)
    });
    let name = wording::field_label(words, "blood-count", "platelets");
    let series = Series { name, mark: 0, stroke: Stroke::Firm, points: points.collect() };
    let mut chart = super::chart(words, "platelets", UNIT, Scale::Linear, vec![series]);
    let mut normal: Vec<f64> = life.of_kind("blood-count").filter_map(|kept| in_unit(kept, "platelets-lln")).collect();
    normal.dedup();
    let label = wording::field_label(words, "blood-count", "platelets-lln");
    chart.limits.extend(normal.last().map(|value| Limit { value: *value, label, of: LimitOf::Laboratory }));
    for rule in &protocol.rules {
        chart.limits.extend(limit(words, protocol, &rule.rule, "platelets-below"));
    }
    chart
}

fn drawn_courses(words: &Words, life: &Life) -> Vec<Course> {
    let records: Vec<_> = life.of_kind("immunosuppression").map(|kept| &kept.fact.assessment).collect();
    courses(records).iter().filter(|course| !course.steps.is_empty()).map(|course| drawn(words, course)).collect()
}

fn drawn(words: &Words, course: &immunosuppression::Course) -> Course {
    let steps = course.steps.iter().map(|step| {
        let shown =
            step.dose.map(|dose| units::written(&words.number(&dose.round_dp(2).normalize().to_string()), "mg/kg/d"));
        DoseStep {
            from: step.from,
            to: step.until,
            dose: step.dose.and_then(|dose| dose.to_f64()),
            shown: shown.unwrap_or_else(|| wording::plain(words, "chart-dose-unknown")),
        }
    });
    // What was written for "other" is no choice of the form, and stands for itself.
    let label = wording::option(words, "immunosuppression", "agent", &course.agent);
    Course { label, steps: steps.collect(), taper: taper(words, course) }
}

fn taper(words: &Words, course: &immunosuppression::Course) -> String {
    let Some(taper) = course.taper() else { return String::new() };
    let said = |on: facts::CivilDate| words.date_short(&on.to_string());
    let key = match (taper.raised_on, taper.ended_on) {
        (Some(_), _) => "chart-taper-raised",
        (None, Some(_)) => "chart-taper-ended",
        (None, None) => "chart-taper",
    };
    let (began, ended) = (said(taper.began_on), taper.ended_on.map(said).unwrap_or_default());
    let raised = taper.raised_on.map(said).unwrap_or_default();
    words.say(key, &texts(&[("began", &began), ("ended", &ended), ("raised", &raised)]))
}
