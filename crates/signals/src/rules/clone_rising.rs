//! *Looks for*: a clone whose share grows by a factor: since the sample before, or over several in a row that each rise.
//! *Because*: a clone that keeps growing is what comes before dominance; it is seen earlier than a share limit is met.
//! *Threshold and source*: clause limits `points`, `fold`, `share-percent` and `min-cells` (the protocol's); `tolerance-bp`
//! says how far apart two positions may lie and still be one clone, 0 when it is not given.
//! *Silent when*: the share is below the limit, a sample has fewer inferred cells than the floor, samples differ in
//! specimen, cells, genome or measure, or a record tells only its largest clones and this one is not among them.

use assess::integration::{Clone, Growing, How, Point, Sample, grown};
use facts::fact::Recorded;
use facts::{CivilDate, Kept};
use protocol::RuleClause;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::dominant_clone::{analysed, name, printed};
use super::{Case, Rule, keep, limit};
use crate::evidence::{Arg, Evidence};
use crate::finding::Finding;

pub(crate) static RULE: Rule = Rule {
    id: "clone-rising",
    version: 1,
    reads: &["integration-site"],
    limits: &["points", "fold", "share-percent", "min-cells"],
    optional: &["tolerance-bp"],
    judge,
};

type Taken<'a> = (&'a Kept<Recorded>, Sample);

/// What a sample held of a clone, in percent.
#[derive(Clone, Copy)]
struct Held {
    at: usize,
    on: CivilDate,
    percent: Decimal,
}

/// Limits of the clause.
struct Set {
    growing: Growing,
    tolerance_bp: u32,
}

/// Samples that can be laid side by side are those of one of these.
fn alike(one: &Taken<'_>, other: &Taken<'_>) -> bool {
    let cells = |taken: &Taken<'_>| taken.0.fact.assessment.text("cell-type").unwrap_or_default().to_owned();
    (&one.1.specimen, &one.1.genome_build, &one.1.measure)
        == (&other.1.specimen, &other.1.genome_build, &other.1.measure)
        && cells(one) == cells(other)
}

fn same_clone(one: &Clone, other: &Clone, tolerance_bp: u32) -> bool {
    match (one.place(), other.place()) {
        (Some(one), Some(other)) => {
            one.chromosome == other.chromosome
                && one.strand == other.strand
                && one.position.abs_diff(other.position) <= tolerance_bp
        }
        _ => false,
    }
}

/// The clone in each earlier sample and this one, oldest first; from the last sample on that cannot tell.
fn series(samples: &[Taken<'_>], newest: usize, clone: &Clone, set: &Set) -> Vec<Held> {
    let mut held: Vec<Held> = Vec::new();
    for (at, taken) in samples[..=newest].iter().enumerate().rev().filter(|(_, taken)| alike(taken, &samples[newest])) {
        let on = taken.0.fact.assessment.collected_on;
        // Of several samples of one day the last entered counts.
        if held.last().is_some_and(|later| later.on == on) {
            continue;
        }
        let found = taken.1.clones.iter().filter(|other| same_clone(clone, other, set.tolerance_bp));
        let percent: Decimal = found.map(|other| taken.1.percent(other)).sum();
        if percent.is_zero() && taken.1.excerpt {
            break;
        }
        held.push(Held { at, on, percent });
    }
    held.reverse();
    held
}

/// The part of the series that shows growth, and in which way.
fn growth<'a>(series: &'a [Held], set: &Set) -> Option<(&'a [Held], &'static str)> {
    let share = |held: &Held| held.percent.to_f64().unwrap_or_default() / 100.0;
    let points: Vec<Point> = series
        .iter()
        .enumerate()
        .map(|(time, held)| Point { time: time as i32, share: share(held), total: 0.0 })
        .collect();
    let (part, how) = grown(&points, &set.growing)?;
    let how = match how {
        How::Rising => "rising",
        How::AtOnce => "fold",
    };
    Some((&series[series.len() - part.len()..], how))
}

fn judge(rule: &Rule, case: &Case<'_>, clause: &RuleClause) -> Vec<Finding> {
    let whole = |name: &str| limit(clause, name).and_then(|limit| limit.to_usize());
    let (Some(points), Some(fold), Some(share), Some(floor)) =
        (whole("points"), limit(clause, "fold"), limit(clause, "share-percent"), limit(clause, "min-cells"))
    else {
        return Vec::new();
    };
    let tolerance_bp = limit(clause, "tolerance-bp").and_then(|bp| bp.to_u32()).unwrap_or(0);
    let number = |limit: Decimal| limit.to_f64().unwrap_or(f64::INFINITY);
    let set = Set { growing: Growing { points, fold: number(fold), share: number(share) / 100.0 }, tolerance_bp };
    let enough = |(_, sample): &Taken<'_>| sample.inferred_cells.is_none_or(|cells| cells >= floor);
    let samples: Vec<Taken<'_>> = analysed(case).into_iter().filter(enough).collect();
    let mut findings: Vec<Finding> = Vec::new();
    for (at, (_, sample)) in samples.iter().enumerate() {
        for clone in sample.clones.iter().filter(|clone| sample.percent(clone) >= share) {
            let series = series(&samples, at, clone, &set);
            if let Some((part, how)) = growth(&series, &set) {
                keep(&mut findings, finding(rule, clause, &samples, clone, part, how));
            }
        }
    }
    findings
}

fn finding(
    rule: &Rule,
    clause: &RuleClause,
    samples: &[Taken<'_>],
    clone: &Clone,
    part: &[Held],
    how: &str,
) -> Finding {
    let gene = name(clone);
    let shown =
        |held: &Held| Evidence::of(samples[held.at].0, "clones").showing(format!("{gene} {} %", printed(held.percent)));
    let (first, newest) = (part[0], part[part.len() - 1]);
    let sample = &samples[newest.at].1;
    let times = newest.percent.checked_div(first.percent).unwrap_or_default();
    let evidence = part.iter().map(shown).collect();
    Finding::of(rule, clause, &clone.site(&sample.genome_build), newest.on, evidence)
        .with("gene", Arg::Text(gene))
        .with("share", Arg::Number(printed(newest.percent)))
        .with("before", Arg::Number(printed(first.percent)))
        .with("before-on", Arg::Date(first.on))
        .with("how", Arg::Text(how.to_owned()))
        .with("samples", Arg::Number(part.len().to_string()))
        .with("times", Arg::Number(printed(times)))
        .with("measure", Arg::Term(format!("integration-site-measure-{}", sample.measure)))
        .with("specimen", Arg::Term(format!("integration-site-specimen-{}", sample.specimen)))
        .with("on", Arg::Date(newest.on))
}

#[cfg(test)]
mod tests {
    use super::super::story::Story;

    const LIMITS: [(&str, &str); 4] = [("points", "3"), ("fold", "2"), ("share-percent", "5"), ("min-cells", "50")];
    const DAYS: [&str; 4] = ["2026-01-10", "2026-07-10", "2027-01-10", "2027-07-10"];

    /// The first clone of each sample holds these percents of 1,000 cells.
    fn story(measure: &str, percents: &[u32]) -> Story {
        percents.iter().zip(DAYS).fold(Story::of("clone-rising", &LIMITS), |story, (percent, on)| {
            let (clone, rest) = (percent * 10, (1000 - percent * 10) / 2);
            let sizes = [clone, rest, rest].map(|size| size.to_string());
            story.clones(on, measure, &[&sizes[0], &sizes[1], &sizes[2]])
        })
    }

    fn how(story: &Story) -> Vec<crate::Arg> {
        let of_first = |finding: &crate::Finding| finding.key.ends_with(":1:+");
        story.findings().into_iter().filter(of_first).map(|finding| finding.args["how"].clone()).collect()
    }

    #[test]
    fn fires_on_a_rise_over_the_points_and_on_growth_by_the_fold() {
        assert_eq!(how(&story("sonic-abundance", &[3, 5, 6])), [crate::Arg::Text("rising".into())]);
        assert!(how(&story("sonic-abundance", &[4, 5, 6])).is_empty(), "three in a row is chance; it did not double");
        assert_eq!(how(&story("sonic-abundance", &[4, 8])), [crate::Arg::Text("fold".into())]);
        assert!(how(&story("sonic-abundance", &[4, 7])).is_empty(), "1.75 times, over two samples");
        assert!(how(&story("sonic-abundance", &[6, 5, 6])).is_empty());
    }

    #[test]
    fn new_is_not_grown_and_small_is_not_told() {
        assert!(how(&story("sonic-abundance", &[0, 30])).is_empty());
        assert!(how(&story("sonic-abundance", &[1, 4])).is_empty(), "below 5 %");
    }

    #[test]
    fn samples_below_the_floor_or_counted_otherwise_are_not_laid_side_by_side() {
        let few = story("sonic-abundance", &[4]).clones(DAYS[1], "sonic-abundance", &["9", "20", "20"]);
        assert!(how(&few).is_empty());
        let reads = story("sonic-abundance", &[4]).clones(DAYS[1], "reads", &["90", "400", "510"]);
        assert!(how(&reads).is_empty());
    }

    #[test]
    fn a_clone_that_goes_on_rising_is_one_finding_with_its_samples() {
        let on = story("sonic-abundance", &[3, 5, 6, 10]);
        let found = on.findings().into_iter().find(|finding| finding.key.ends_with(":1:+")).unwrap();
        let shown: Vec<_> = found.evidence.iter().map(|seen| seen.shown.as_str()).collect();
        assert_eq!(shown, ["GENE 3.0 %", "GENE 5.0 %", "GENE 6.0 %", "GENE 10.0 %"]);
    }

    #[test]
    fn of_two_samples_of_one_day_none_is_grown_from_the_other() {
        let twice = story("sonic-abundance", &[4]).clones(DAYS[0], "sonic-abundance", &["90", "400", "510"]);
        assert!(how(&twice).is_empty());
    }
}
