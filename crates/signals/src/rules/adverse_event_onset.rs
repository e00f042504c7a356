//! *Looks for*: an adverse event of at least the given grade.
//! *Because*: antibodies in a sample of its first days, beside one of its recovery, show whether the immune system took
//! part in it.
//! *Threshold and source*: clause limit `grade` (CTCAE; the protocol's). CDE's guideline on gene therapy for rare diseases
//! asks for samples at the onset of an adverse event and at recovery.
//! *Silent when*: the event is of a lower grade, or has none. A sample of the day of onset answers it, also when the form
//! of the event came later.

use facts::CivilDate;
use facts::Kept;
use facts::fact::Recorded;
use protocol::RuleClause;
use rust_decimal::Decimal;

use super::{Case, Rule, limit};
use crate::evidence::{Arg, Evidence};
use crate::finding::Finding;

pub(crate) static RULE: Rule =
    Rule { id: "adverse-event-onset", version: 1, reads: &["adverse-event"], limits: &["grade"], optional: &[], judge };

fn judge(rule: &Rule, case: &Case<'_>, clause: &RuleClause) -> Vec<Finding> {
    let day = |kept: &Kept<Recorded>| kept.fact.assessment.date("onset").map(|onset| onset.first_on);
    graded(case, clause).filter_map(|kept| Some(sampled(rule, clause, kept, "onset", day(kept)?))).collect()
}

/// Events of at least the grade of the clause.
pub(super) fn graded<'a>(case: &Case<'a>, clause: &RuleClause) -> impl Iterator<Item = &'a Kept<Recorded>> {
    let least = limit(clause, "grade");
    case.of_kind("adverse-event").filter(move |kept| {
        let grade = kept.fact.assessment.code("ctcae-grade").and_then(|grade| grade.parse::<Decimal>().ok());
        least.zip(grade).is_some_and(|(least, grade)| grade >= least)
    })
}

/// The finding that a sample taken from `on` answers.
pub(super) fn sampled(rule: &Rule, clause: &RuleClause, kept: &Kept<Recorded>, field: &str, on: CivilDate) -> Finding {
    let assessment = &kept.fact.assessment;
    let fields = ["term", "ctcae-grade", field].into_iter().filter(|field| assessment.get(field).is_some());
    let evidence = fields.map(|field| Evidence::of(kept, field)).collect();
    Finding::of(rule, clause, &kept.record.to_string(), assessment.collected_on, evidence)
        .since(on)
        .with("term", Arg::Text(assessment.text("term").unwrap_or("–").to_owned()))
        .with("grade", Arg::Text(assessment.code("ctcae-grade").unwrap_or("–").to_owned()))
        .with("on", Arg::Date(on))
}

#[cfg(test)]
mod tests {
    use super::super::story::Story;

    fn event(grade: &str) -> Vec<crate::Finding> {
        let fields = [("=term", "Hepatitis", ""), ("@onset", "2026-01-02", "")];
        let story = Story::of("adverse-event-onset", &[("grade", "2")]);
        story.with_choice("2026-01-10", "adverse-event", &fields, ("ctcae-grade", grade)).findings()
    }

    #[test]
    fn fires_from_the_grade_of_the_clause_on() {
        assert_eq!([event("1").len(), event("2").len(), event("4").len()], [0, 1, 1]);
    }

    #[test]
    fn a_sample_of_the_first_day_answers_it_though_the_form_came_later() {
        let found = &event("2")[0];
        assert_eq!((found.since, found.seen_on), (Some("2026-01-02".parse().unwrap()), "2026-01-10".parse().unwrap()));
    }

    #[test]
    fn without_a_limit_nothing_is_asked() {
        let fields = [("=term", "Hepatitis", ""), ("@onset", "2026-01-02", "")];
        let story = Story::of("adverse-event-onset", &[]);
        assert!(story.with_choice("2026-01-10", "adverse-event", &fields, ("ctcae-grade", "3")).keys().is_empty());
    }
}
