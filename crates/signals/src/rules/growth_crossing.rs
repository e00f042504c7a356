//! *Looks for*: weight, height or head circumference falling away from the child's own line, or beyond the limits.
//! *Because*: growth shows early what a treatment, or a disease, does to a child.
//! *Threshold and source*: clause limits `z-fall` within `within`, `z-low`, `z-high` and, when given, `z-severe`
//! (z-scores of the protocol's reference: WHO 2006/2007 where it names none).
//! A child born preterm is judged by the corrected age until two years.
//! *Silent when*: age or sex has no reference, oedema was present (weight), or the child stays where the last finding
//! left it: a crossing is told once, and again after a return.

use assess::growth::{Born, Gestation, Measured, Scores, Z, measured};
use facts::fact::Recorded;
use facts::{Kept, Period};
use protocol::RuleClause;
use rust_decimal::prelude::ToPrimitive;

use super::{Case, Rule, keep, limit};
use crate::evidence::{Arg, Evidence};
use crate::finding::Finding;

pub(crate) static RULE: Rule = Rule {
    id: "growth-crossing",
    version: 1,
    reads: &["growth"],
    limits: &["z-fall", "within", "z-low", "z-high"],
    optional: &["z-severe"],
    judge,
};

#[derive(Clone, Copy)]
struct Score<'a> {
    kept: &'a Kept<Recorded>,
    /// At the corrected age while a child born preterm has one.
    z: f64,
    by_birth: Option<f64>,
    corrected: bool,
}

impl Score<'_> {
    /// How far `self` lies below an earlier score. The day on which the correction of age ends is no fall: scores on
    /// either side of it are both taken at the age since birth.
    fn below(&self, earlier: &Self) -> Option<f64> {
        if self.corrected == earlier.corrected {
            return Some(earlier.z - self.z);
        }
        Some(earlier.by_birth? - self.by_birth?)
    }
}

struct Limits {
    fall: f64,
    within: Period,
    high: f64,
    /// Nearest to the middle first.
    low: Vec<f64>,
}

impl Limits {
    fn of(clause: &RuleClause) -> Option<Self> {
        let number = |name| limit(clause, name).and_then(|value| value.to_f64());
        let within = clause.limits.get("within")?.parse().ok()?;
        let low = std::iter::once(number("z-low")?).chain(number("z-severe")).collect();
        Some(Self { fall: number("z-fall")?, within, high: number("z-high")?, low })
    }

    /// The highest score within the period, when the last of `scores` lies so far below it.
    fn fallen_from<'a>(&self, scores: &[Score<'a>]) -> Option<Score<'a>> {
        let (newest, earlier) = scores.split_last()?;
        let from = newest.kept.fact.assessment.collected_on.minus(&self.within);
        let recent = earlier.iter().filter(|score| score.kept.fact.assessment.collected_on >= from);
        let fallen = recent.filter_map(|score| Some((newest.below(score)?, score)));
        let (by, top) = fallen.max_by(|a, b| a.0.total_cmp(&b.0))?;
        (by > self.fall).then_some(*top)
    }

    /// The outermost limit beyond which a score lies, and its side.
    fn beyond(&self, z: f64) -> Option<(&'static str, f64)> {
        let low = self.low.iter().rev().find(|low| z < **low).map(|low| ("low", *low));
        low.or_else(|| (z > self.high).then_some(("high", self.high)))
    }
}

fn series<'a>(all: &[(&'a Kept<Recorded>, Measured)], score: impl Fn(&Scores) -> Option<Z>) -> Vec<Score<'a>> {
    all.iter()
        .filter_map(|(kept, measured)| {
            Some(Score {
                kept,
                z: score(measured.judged())?.z,
                by_birth: score(&measured.by_birth).map(|z| z.z),
                corrected: measured.by_term.is_some(),
            })
        })
        .collect()
}

fn judge(rule: &Rule, case: &Case<'_>, clause: &RuleClause) -> Vec<Finding> {
    let Some(limits) = Limits::of(clause) else { return Vec::new() };
    let enrolment = &case.life.enrolment.fact;
    let gestation = enrolment.gestation_weeks.and_then(|weeks| Gestation::of(weeks.into(), 0));
    let born = Born { on: enrolment.born_on, sex: enrolment.sex, gestation };
    let all: Vec<(&Kept<Recorded>, Measured)> = case
        .of_kind("growth")
        .filter_map(|kept| Some((kept, measured(&kept.fact.assessment, &born, case.growth)?)))
        .collect();
    let indices = [
        ("weight", series(&all, |scores| scores.weight)),
        ("length-or-height", series(&all, |scores| scores.height)),
        ("head-circumference", series(&all, |scores| scores.head)),
    ];
    let mut findings = Vec::new();
    for (field, scores) in indices {
        for at in 0..scores.len() {
            if let Some(finding) = crossing(rule, clause, &limits, field, &scores[..=at]) {
                keep(&mut findings, finding);
            }
        }
    }
    findings
}

/// What the last of `scores` adds to what the one before it already said.
fn crossing(rule: &Rule, clause: &RuleClause, limits: &Limits, field: &str, scores: &[Score<'_>]) -> Option<Finding> {
    let (last, earlier) = scores.split_last()?;
    let (newest, z) = (last.kept, last.z);
    let fallen = limits.fallen_from(scores).filter(|_| limits.fallen_from(earlier).is_none());
    let already = earlier.last().and_then(|score| limits.beyond(score.z));
    let beyond = limits
        .beyond(z)
        .filter(|(side, by)| already.is_none_or(|(before, passed)| before != *side || (by.abs() > passed.abs())));
    let (what, kind, by) = match (fallen, beyond) {
        (Some(_), _) => ("fall", "fall", limits.fall),
        (None, Some((side, by))) => ("limit", side, by),
        (None, None) => return None,
    };
    let (before, then) = fallen.map_or((newest, z), |score| (score.kept, score.z));
    let on = newest.fact.assessment.collected_on;
    let mut evidence: Vec<Evidence> = fallen.iter().map(|score| Evidence::of(score.kept, field)).collect();
    evidence.push(Evidence::of(newest, field));
    Some(
        Finding::of(rule, clause, &format!("{field}:{what}"), on, evidence)
            .with("what", Arg::Term(format!("growth-{field}")))
            .with("z", Arg::Number(format!("{z:.1}")))
            .with("before", Arg::Number(format!("{then:.1}")))
            .with("before-on", Arg::Date(before.fact.assessment.collected_on))
            .with("kind", Arg::Text(kind.to_owned()))
            .with("limit", Arg::Number(by.to_string()))
            .with("on", Arg::Date(on)),
    )
}

#[cfg(test)]
mod tests {
    use super::super::story::Story;

    const LIMITS: [(&str, &str); 4] = [("z-fall", "1"), ("within", "P1Y"), ("z-low", "-2"), ("z-high", "2")];

    fn story(values: &[(&str, &str, &str)]) -> Story {
        let mut story = Story::of("growth-crossing", &LIMITS);
        for (on, weight, unit) in values {
            story = story.form(on, "growth", &[("weight", weight, unit), ("measured", "standing", "")]);
        }
        story
    }

    fn weights(values: &[(&str, &str, &str)]) -> Vec<String> {
        story(values).keys()
    }

    // The child of the stories is a girl born on 2021-02-11.
    #[test]
    fn a_fall_of_more_than_one_z_within_a_year_fires() {
        assert_eq!(
            weights(&[("2024-02-11", "13.9", "kg"), ("2024-08-11", "12.6", "kg")]),
            ["growth-crossing:weight:fall"]
        );
    }

    #[test]
    fn a_steady_child_and_a_slow_fall_are_silent() {
        assert!(weights(&[("2024-02-11", "13.9", "kg"), ("2024-08-11", "14.9", "kg")]).is_empty());
        assert!(weights(&[("2023-02-11", "12.4", "kg"), ("2025-02-11", "14.2", "kg")]).is_empty());
    }

    #[test]
    fn beyond_the_limits_one_measurement_is_enough() {
        assert_eq!(weights(&[("2024-02-11", "9.5", "kg")]), ["growth-crossing:weight:limit"]);
    }

    #[test]
    fn a_fall_remains_a_finding_and_is_not_told_again_by_a_child_that_stays_there() {
        let values = [("2024-02-11", "13.9", "kg"), ("2024-08-11", "12.6", "kg"), ("2024-11-11", "12.9", "kg")];
        assert_eq!(weights(&values), ["growth-crossing:weight:fall"]);
        assert_eq!(story(&values).findings()[0].seen_on.to_string(), "2024-08-11");
    }

    #[test]
    fn a_small_child_who_stays_small_is_told_once() {
        let small = [("2024-02-11", "9.5", "kg"), ("2024-08-11", "10.1", "kg"), ("2025-02-11", "10.7", "kg")];
        let findings = story(&small).findings();
        assert_eq!((findings.len(), findings[0].evidence.len()), (1, 1));
        assert_eq!(findings[0].args["kind"], crate::Arg::Text("low".into()));
    }

    #[test]
    fn a_limit_further_out_is_told_when_it_is_passed() {
        let severe = [LIMITS[0], LIMITS[1], LIMITS[2], LIMITS[3], ("z-severe", "-3")];
        let small = [("2024-02-11", "10.5", "kg"), ("2024-08-11", "10.8", "kg"), ("2025-02-11", "10.6", "kg")];
        let mut story = Story::of("growth-crossing", &severe);
        for (on, weight, unit) in small {
            story = story.form(on, "growth", &[("weight", weight, unit), ("measured", "standing", "")]);
        }
        let limits: Vec<_> = story.findings().iter().map(|finding| finding.args["limit"].clone()).collect();
        assert_eq!(limits, [crate::Arg::Number("-3".into())]);
    }

    #[test]
    fn a_swollen_child_is_not_weighed_for_growth() {
        let story = Story::of("growth-crossing", &LIMITS);
        let weight = [("weight", "30", "kg"), ("measured", "standing", ""), ("oedema", "yes", "")];
        assert!(story.form("2024-02-11", "growth", &weight).keys().is_empty());
    }

    #[test]
    fn grams_and_kilograms_are_the_same_child() {
        assert!(weights(&[("2024-02-11", "13900", "g"), ("2024-08-11", "14.9", "kg")]).is_empty());
    }

    /// A girl of 28 weeks: at 4.9 kg and five months she is small for her birthday and not for her term.
    #[test]
    fn a_child_born_preterm_is_judged_by_the_corrected_age() {
        let preterm = |weeks: &str| {
            let taken = [("weight", "4.9", "kg"), ("measured", "lying", ""), ("gestation-weeks", weeks, "count")];
            Story::of("growth-crossing", &LIMITS).form("2021-07-11", "growth", &taken).keys()
        };
        assert_eq!(preterm("40"), ["growth-crossing:weight:limit"]);
        assert!(preterm("28").is_empty());
    }

    /// 18 kg at seven years and a half: z -1.85 by the LMS of WHO 2007, -2.17 by those of CDC 2000.
    #[test]
    fn the_protocol_chooses_the_reference() {
        let told = |reference| {
            let taken = [("weight", "18", "kg"), ("measured", "standing", "")];
            Story::of("growth-crossing", &LIMITS)
                .growing_by(reference)
                .form("2028-08-11", "growth", &taken)
                .keys()
                .len()
        };
        assert_eq!((told("who"), told("cdc-2000")), (0, 1));
    }

    /// On the second birthday the corrected age ends: z falls by the correction, the child does not.
    #[test]
    fn the_end_of_correction_is_no_fall() {
        let taken = |cm: &'static str| {
            [("length-or-height", cm, "cm"), ("measured", "lying", ""), ("gestation-weeks", "24", "count")]
        };
        let story = Story::of("growth-crossing", &LIMITS).form("2022-12-11", "growth", &taken("81.0")).form(
            "2023-02-20",
            "growth",
            &taken("82.6"),
        );
        assert!(story.keys().is_empty(), "{:?}", story.findings());
        let lost = story.form("2023-06-20", "growth", &taken("80.5"));
        assert!(lost.keys().contains(&"growth-crossing:length-or-height:fall".to_owned()), "{:?}", lost.keys());
    }
}
