//! *Looks for*: vector found in a matrix whose infectivity nobody has tested.
//! *Because*: vector genomes in urine or saliva may be debris or virus that infects; the precautions depend on which.
//! *Threshold and source*: clause limits `consecutive` and, when given, `spacing`, by which the matrix counts as cleared
//! (FDA 2015: quantitative PCR first, an infectivity assay where positive material may be infectious).
//! *Silent when*: the matrix is cleared, or an infectivity assay found nothing since the vector was seen. After one that
//! did find infectious virus, the next positive sample is to be tested again.

use assess::shedding::{Outcome, Taken, by_matrix};
use protocol::RuleClause;

use super::{Case, Rule, clearance_rule};
use crate::evidence::{Arg, Evidence};
use crate::finding::Finding;

pub(crate) static RULE: Rule = Rule {
    id: "infectivity-untested",
    version: 1,
    reads: &["shedding"],
    limits: &["consecutive"],
    optional: &["spacing"],
    judge,
};

/// The first positive sample that still wants an infectivity assay, and how many there are.
fn untested(samples: &[Taken]) -> Option<(&Taken, usize)> {
    let (mut open, mut harmless): (Vec<&Taken>, bool) = (Vec::new(), false);
    for taken in samples {
        match taken.sample.infectious {
            Some(infectious) => {
                open.clear();
                harmless = !infectious;
            }
            None if !harmless && matches!(taken.sample.outcome, Outcome::Detected(_)) => open.push(taken),
            None => {}
        }
    }
    open.first().map(|first| (*first, open.len()))
}

fn judge(rule: &Rule, case: &Case<'_>, clause: &RuleClause) -> Vec<Finding> {
    let Some(wanted) = clearance_rule(clause) else { return Vec::new() };
    let mut findings = Vec::new();
    for (matrix, samples) in by_matrix(case.of_kind("shedding")) {
        let cleared = wanted.spells(&samples).pop();
        if cleared.as_ref().is_some_and(|spell| spell.ended_on.is_none()) {
            continue;
        }
        // What was shed before the matrix was cleared needs no assay any more.
        let from = cleared.and_then(|spell| spell.ended_on).map_or(0, |on| samples.partition_point(|t| t.on < on));
        let Some((first, count)) = untested(&samples[from..]) else { continue };
        let Some(kept) = case.record(first.record) else { continue };
        let evidence = vec![Evidence::of(kept, "result")];
        findings.push(
            Finding::of(rule, clause, &format!("{matrix}:{}", first.on), first.on, evidence)
                .about("matrix", &matrix)
                .with("matrix", Arg::Term(format!("shedding-matrix-{matrix}")))
                .with("on", Arg::Date(first.on))
                .with("samples", Arg::Number(count.to_string())),
        );
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::story::Story;

    /// `+` detected, `-` not, `h` detected and found harmless, `i` detected and infectious; three days apart.
    fn keys(told: &str) -> Vec<String> {
        let mut story = Story::of("infectivity-untested", &[("consecutive", "3")]);
        for (n, sign) in told.chars().enumerate() {
            let on = format!("2026-01-{:02}", 1 + n * 3);
            let infectivity = match sign {
                'h' => "negative",
                'i' => "positive",
                _ => "not-tested",
            };
            let result = if sign == '-' { "0" } else { "900" };
            let fields = [("matrix", "urine", ""), ("result", result, "{copies}/mL"), ("infectivity", infectivity, "")];
            story = story.form(&on, "shedding", &fields);
        }
        story.keys()
    }

    #[test]
    fn a_positive_sample_that_nobody_tested_asks_once_however_many_follow() {
        assert_eq!(keys("-++"), ["infectivity-untested:urine:2026-01-04"]);
        assert!(keys("--").is_empty());
    }

    #[test]
    fn a_cleared_matrix_needs_no_infectivity_assay_and_a_return_does() {
        assert_eq!(keys("+--").len(), 1);
        assert!(keys("+---").is_empty());
        assert_eq!(keys("+---+"), ["infectivity-untested:urine:2026-01-13"]);
    }

    #[test]
    fn harmless_ends_the_question_and_infectious_asks_again() {
        assert!(keys("+h++").is_empty());
        assert!(keys("+i").is_empty());
        assert_eq!(keys("+i+"), ["infectivity-untested:urine:2026-01-07"]);
    }

    #[test]
    fn an_infectivity_assay_recorded_as_a_sample_of_its_own_answers_too() {
        let story = Story::of("infectivity-untested", &[("consecutive", "3")]).form(
            "2026-01-01",
            "shedding",
            &[("matrix", "urine", ""), ("result", "900", "{copies}/mL")],
        );
        assert_eq!(story.keys().len(), 1);
        let own = [("matrix", "urine", ""), ("assay", "infectivity", ""), ("result", "0", "{copies}/mL")];
        assert!(story.form("2026-01-09", "shedding", &own).keys().is_empty());
    }
}
