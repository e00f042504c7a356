//! *Looks for*: one clone holding a large share of all marked cells.
//! *Because*: dominance may precede insertional leukaemia.
//! *Threshold and source*: clause limits `share-percent` and `min-cells` (report practice of the Bushman
//! laboratory: above 20 %, nothing said below 50 inferred cells).
//! *Silent when*: fewer inferred cells than the floor (sonic abundance), or the sample was not analysed. Reads
//! and fragments are named as such and have no floor: they cannot be counted as cells.

use assess::integration::{Clone, Sample};
use facts::fact::Recorded;
use facts::{CivilDate, Kept};
use protocol::RuleClause;
use rust_decimal::{Decimal, RoundingStrategy};

use super::{Case, Rule, keep, limit};
use crate::evidence::{Arg, Evidence};
use crate::finding::Finding;

pub(crate) static RULE: Rule = Rule {
    id: "dominant-clone",
    version: 1,
    reads: &["integration-site"],
    limits: &["share-percent", "min-cells"],
    optional: &[],
    judge,
};

type Taken<'a> = (&'a Kept<Recorded>, Sample);

/// With one decimal, as reports print it.
pub(super) fn printed(percent: Decimal) -> String {
    format!("{:.1}", percent.round_dp_with_strategy(1, RoundingStrategy::MidpointAwayFromZero))
}

/// Samples whose sites were analysed, oldest first.
pub(super) fn analysed<'a>(case: &Case<'a>) -> Vec<Taken<'a>> {
    let read = |kept: &'a Kept<Recorded>| Some((kept, Sample::read(&kept.fact.assessment)?));
    case.of_kind("integration-site").filter_map(read).filter(|(_, sample)| sample.analysed).collect()
}

/// The gene, else the place.
pub(super) fn name(clone: &Clone) -> String {
    match clone.position {
        _ if !clone.gene.is_empty() => clone.gene.clone(),
        Some(position) => format!("{}:{position}", clone.chromosome),
        None => "–".to_owned(),
    }
}

/// What was known of a clone in an earlier sample.
enum Held {
    Percent(Decimal),
    /// Not among the clones of the whole table.
    Absent,
    /// Not among the clones that the record tells; its table may hold it.
    Untold,
}

/// What the same site held in the newest earlier sample that was counted the same way.
fn before<'a>(
    earlier: &[Taken<'a>],
    sample: &Sample,
    top: &Clone,
    on: CivilDate,
) -> Option<(&'a Kept<Recorded>, Held)> {
    let alike = |(kept, other): &&Taken<'a>| {
        kept.fact.assessment.collected_on < on
            && !other.clones.is_empty()
            && (&other.specimen, &other.genome_build, &other.measure)
                == (&sample.specimen, &sample.genome_build, &sample.measure)
    };
    let (kept, other) = earlier.iter().rev().find(alike)?;
    let site = top.site(&sample.genome_build);
    let held = other.clones.iter().find(|clone| clone.site(&other.genome_build) == site);
    let held = match held {
        Some(clone) => Held::Percent(other.percent(clone)),
        None if other.excerpt => Held::Untold,
        None => Held::Absent,
    };
    Some((*kept, held))
}

/// What the share is a share of.
fn counted(sample: &Sample) -> &str {
    match sample.measure.as_str() {
        _ if sample.inferred_cells.is_some() => "cells",
        "" => "unknown",
        measure => measure,
    }
}

fn judge(rule: &Rule, case: &Case<'_>, clause: &RuleClause) -> Vec<Finding> {
    let (Some(most), Some(floor)) = (limit(clause, "share-percent"), limit(clause, "min-cells")) else {
        return Vec::new();
    };
    let samples = analysed(case);
    let mut findings: Vec<Finding> = Vec::new();
    for (at, (kept, sample)) in samples.iter().enumerate() {
        if sample.inferred_cells.is_some_and(|cells| cells < floor) {
            continue;
        }
        let top = sample.top_clone();
        let told = || kept.fact.assessment.decimal("reported-top-share");
        let share = top.map(|top| sample.percent(top)).or_else(told);
        let Some(share) = share.filter(|share| *share > most) else { continue };
        let on = kept.fact.assessment.collected_on;
        let gene = top.map(name).or_else(|| sample.top_gene.clone()).unwrap_or_else(|| "–".to_owned());
        let what = top.map_or_else(|| format!("{}:{gene}", sample.specimen), |top| top.site(&sample.genome_build));
        let before = top.and_then(|top| before(&samples[..at], sample, top, on));
        let shown = |share| format!("{gene} {} %", printed(share));
        let mut evidence: Vec<Evidence> = Vec::new();
        if let Some((kept, held)) = &before {
            let held = if let Held::Percent(share) = held { shown(*share) } else { format!("{gene} –") };
            evidence.push(Evidence::of(kept, "clones").showing(held));
        }
        evidence.push(match top {
            Some(_) => Evidence::of(kept, "clones").showing(shown(share)),
            None => Evidence::of(kept, "reported-top-share"),
        });
        let held = match &before {
            None => Arg::Text("none".into()),
            Some((_, Held::Absent)) => Arg::Text("absent".into()),
            Some((_, Held::Untold)) => Arg::Text("untold".into()),
            Some((_, Held::Percent(share))) => Arg::Number(printed(*share)),
        };
        let finding = Finding::of(rule, clause, &what, on, evidence)
            .with("gene", Arg::Text(gene))
            .with("share", Arg::Number(printed(share)))
            .with("cells", Arg::Number(sample.inferred_cells.unwrap_or_default().normalize().to_string()))
            .with("counted", Arg::Text(counted(sample).to_owned()))
            .with("specimen", Arg::Term(format!("integration-site-specimen-{}", sample.specimen)))
            .with("limit", Arg::Number(most.normalize().to_string()))
            .with("before", held)
            .with("before-on", Arg::Date(before.map_or(on, |(kept, _)| kept.fact.assessment.collected_on)))
            .with("on", Arg::Date(on));
        keep(&mut findings, finding);
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::story::Story;

    fn story(measure: &str, sizes: &[&str]) -> Story {
        Story::of("dominant-clone", &[("share-percent", "20"), ("min-cells", "50")]).clones(
            "2026-01-10",
            measure,
            sizes,
        )
    }

    #[test]
    fn fires_above_the_share_and_not_at_it() {
        assert_eq!(story("sonic-abundance", &["21", "30", "30", "19"]).findings().len(), 1);
        assert!(story("sonic-abundance", &["20", "20", "20", "20", "20"]).keys().is_empty());
    }

    #[test]
    fn below_the_floor_of_cells_nothing_is_said() {
        assert!(story("sonic-abundance", &["40", "9"]).keys().is_empty());
        assert_eq!(story("sonic-abundance", &["40", "10"]).findings().len(), 1);
    }

    #[test]
    fn reads_are_named_as_reads_and_have_no_floor_of_cells() {
        let findings = story("reads", &["40", "9"]).findings();
        assert_eq!(findings[0].args["counted"], crate::Arg::Text("reads".into()));
    }

    #[test]
    fn a_share_at_a_limit_that_binary_cannot_hold_is_at_it_and_not_above() {
        let at_fourteen = Story::of("dominant-clone", &[("share-percent", "14"), ("min-cells", "50")]);
        let sizes = ["14", "13", "13", "12", "12", "12", "12", "12"];
        assert!(at_fourteen.clones("2026-01-10", "sonic-abundance", &sizes).keys().is_empty());
    }

    #[test]
    fn what_the_clone_held_before_is_told_when_it_was_counted_the_same_way() {
        let before = |measure| {
            let story = Story::of("dominant-clone", &[("share-percent", "20"), ("min-cells", "50")])
                .clones("2025-07-10", measure, &["8", "40", "52"])
                .clones("2026-01-10", "sonic-abundance", &["60", "20", "20"]);
            story.finding_at("2026-01-10").args["before"].clone()
        };
        assert_eq!(before("sonic-abundance"), crate::Arg::Number("8.0".into()));
        assert_eq!(before("reads"), crate::Arg::Text("none".into()));
    }

    #[test]
    fn a_clone_that_stays_is_one_finding_with_every_sample() {
        let stays = story("sonic-abundance", &["60", "40"]).clones("2026-07-10", "sonic-abundance", &["70", "30"]);
        let findings = stays.findings();
        assert_eq!(findings.len(), 1);
        let shown: Vec<_> = findings[0].evidence.iter().map(|seen| seen.shown.as_str()).collect();
        assert_eq!(shown, ["GENE 60.0 %", "GENE 70.0 %"]);
    }
}
