//! *Looks for*: an adverse event of at least the given grade that has passed.
//! *Because*: a sample of recovery is the other half of the pair that began at its onset.
//! *Threshold and source*: clause limit `grade` (CTCAE; the protocol's). CDE's guideline on gene therapy for rare diseases
//! asks for samples at the onset of an adverse event and at recovery.
//! *Silent when*: the event is of a lower grade, goes on, or ended in death.

use facts::fact::Recorded;
use facts::{CivilDate, Kept};
use protocol::RuleClause;

use super::adverse_event_onset::{graded, sampled};
use super::{Case, Rule};
use crate::finding::Finding;

pub(crate) static RULE: Rule = Rule {
    id: "adverse-event-recovery",
    version: 1,
    reads: &["adverse-event"],
    limits: &["grade"],
    optional: &[],
    judge,
};

/// The day it resolved; that of the form when only the outcome is told.
fn recovered_on(kept: &Kept<Recorded>) -> Option<CivilDate> {
    let assessment = &kept.fact.assessment;
    match assessment.code("outcome") {
        Some("fatal") => None,
        outcome => {
            let over = matches!(outcome, Some("recovered" | "sequelae")).then_some(assessment.collected_on);
            assessment.date("resolved").map(|resolved| resolved.first_on).or(over)
        }
    }
}

fn judge(rule: &Rule, case: &Case<'_>, clause: &RuleClause) -> Vec<Finding> {
    graded(case, clause).filter_map(|kept| Some(sampled(rule, clause, kept, "resolved", recovered_on(kept)?))).collect()
}

#[cfg(test)]
mod tests {
    use super::super::story::Story;

    fn since(more: &[(&'static str, &'static str, &'static str)]) -> Option<String> {
        let fields = [&[("=term", "Hepatitis", ""), ("@onset", "2026-01-02", "")], more].concat();
        let story = Story::of("adverse-event-recovery", &[("grade", "2")]);
        let found = story.with_choice("2026-03-10", "adverse-event", &fields, ("ctcae-grade", "2")).findings();
        found.first().and_then(|finding| finding.since).map(|on| on.to_string())
    }

    #[test]
    fn the_day_it_resolved_counts_and_else_that_of_the_form() {
        assert_eq!(since(&[("@resolved", "2026-03-01", "")]).as_deref(), Some("2026-03-01"));
        assert_eq!(since(&[("outcome", "recovered", "")]).as_deref(), Some("2026-03-10"));
    }

    #[test]
    fn an_event_that_goes_on_or_ended_in_death_has_no_recovery() {
        assert_eq!((since(&[]), since(&[("outcome", "recovering", "")])), (None, None));
        assert_eq!(since(&[("outcome", "fatal", ""), ("@resolved", "2026-03-01", "")]), None);
    }
}
