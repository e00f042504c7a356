//! *Looks for*: an adverse event marked serious.
//! *Because*: the sponsor must hear of it at once, the authority within its clock.
//! *Threshold and source*: the reports of the clause (ICH E6: investigator to sponsor at once, by protocol within
//! 24 h; 21 CFR 312.32, EU CTR, NMPA 2018, Japan: 7 and 15 days for unexpected ones).
//! *Silent when*: the event is not serious. Clocks count from the day the site learned of it.

use facts::answer::{Answer, Assessment};
use facts::date::partial::Precision;
use facts::{CivilDate, PartialDate};
use protocol::{ReportWhen, RuleClause};

use super::{Case, Rule};
use crate::evidence::{Arg, Evidence};
use crate::finding::Finding;

pub(crate) static RULE: Rule =
    Rule { id: "serious-adverse-event", version: 1, reads: &["adverse-event"], limits: &[], optional: &[], judge };

fn is_fatal_or_life_threatening(assessment: &Assessment) -> bool {
    let fatal = assessment.code("ctcae-grade") == Some("5") || assessment.code("outcome") == Some("fatal");
    let told = match assessment.get("seriousness") {
        Some(Answer::Choices { codes }) => codes.iter().any(|code| code == "death" || code == "life-threatening"),
        // Without the criteria, CTCAE's own word for grade 4 counts: life-threatening.
        _ => assessment.code("ctcae-grade") == Some("4"),
    };
    fatal || told
}

/// A date of which only the month is known is told as such.
fn told(date: Option<PartialDate>, otherwise: CivilDate) -> Arg {
    match date {
        Some(date) if date.precision != Precision::Day => Arg::Text(date.to_string()),
        date => Arg::Date(date.map_or(otherwise, |date| date.first_on)),
    }
}

fn judge(rule: &Rule, case: &Case<'_>, clause: &RuleClause) -> Vec<Finding> {
    let serious = case.of_kind("adverse-event").filter(|kept| kept.fact.assessment.code("serious") == Some("yes"));
    serious
        .map(|kept| {
            let assessment = &kept.fact.assessment;
            let learned_on = assessment.date("learned-on").map_or(assessment.collected_on, |date| date.first_on);
            // Not known to be expected is treated as unexpected: the shorter clock is the safe one.
            let unexpected = assessment.code("expected") != Some("yes");
            let grave = is_fatal_or_life_threatening(assessment);
            let fields = ["term", "serious", "seriousness", "expected"].into_iter();
            let evidence =
                fields.filter(|field| assessment.get(field).is_some()).map(|field| Evidence::of(kept, field));
            Finding::of(rule, clause, &kept.record.to_string(), assessment.collected_on, evidence.collect())
                .reporting(clause, learned_on, |when| match when {
                    ReportWhen::Always => true,
                    ReportWhen::FatalOrLifeThreatening => unexpected && grave,
                    ReportWhen::OtherSerious => unexpected && !grave,
                })
                .with("term", Arg::Text(assessment.text("term").unwrap_or("–").to_owned()))
                .with("grade", Arg::Text(assessment.code("ctcae-grade").unwrap_or("none").to_owned()))
                .with("onset", told(assessment.date("onset"), assessment.collected_on))
                .with("learned", Arg::Date(learned_on))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::story::Story;

    fn story(fields: &[(&str, &str, &str)]) -> Story {
        let mut all =
            vec![("=term", "Pneumonia", ""), ("category", "infection", ""), ("@learned-on", "2026-01-12", "")];
        all.extend_from_slice(fields);
        Story::of("serious-adverse-event", &[]).reporting().form("2026-01-20", "adverse-event", &all)
    }

    fn deadlines(fields: &[(&str, &str, &str)]) -> Vec<String> {
        let findings = story(fields).findings();
        findings.iter().flat_map(|finding| &finding.calls_for).filter_map(|call| Some(call.by?.to_string())).collect()
    }

    #[test]
    fn an_unexpected_serious_event_has_one_day_and_fifteen() {
        assert_eq!(deadlines(&[("serious", "yes", ""), ("expected", "no", "")]), ["2026-01-13", "2026-01-27"]);
    }

    #[test]
    fn a_life_threatening_one_has_seven() {
        let fields = [("serious", "yes", ""), ("*seriousness", "life-threatening", "")];
        assert_eq!(deadlines(&fields), ["2026-01-13", "2026-01-19"]);
    }

    #[test]
    fn a_fatal_outcome_is_grave_whatever_criterion_was_ticked() {
        let ticked = [("serious", "yes", ""), ("*seriousness", "hospitalisation", "")];
        assert_eq!(deadlines(&ticked), ["2026-01-13", "2026-01-27"]);
        assert_eq!(deadlines(&[&ticked[..], &[("outcome", "fatal", "")]].concat()), ["2026-01-13", "2026-01-19"]);
    }

    #[test]
    fn an_onset_of_which_only_the_month_is_known_gets_no_day() {
        let onset = |on| story(&[("serious", "yes", ""), ("@onset", on, "")]).findings()[0].args["onset"].clone();
        assert_eq!(onset("2025-12"), crate::Arg::Text("2025-12".into()));
        assert_eq!(onset("2025-12-24"), crate::Arg::Date("2025-12-24".parse().unwrap()));
    }

    #[test]
    fn without_the_day_it_was_learned_the_day_of_the_record_counts() {
        let story = Story::of("serious-adverse-event", &[]).reporting();
        let event = [("=term", "Pneumonia", ""), ("serious", "yes", ""), ("expected", "yes", "")];
        let findings = story.form("2026-01-20", "adverse-event", &event).findings();
        assert_eq!(findings[0].calls_for[0].by, "2026-01-21".parse().ok());
    }

    #[test]
    fn an_expected_one_goes_to_the_sponsor_only() {
        assert_eq!(deadlines(&[("serious", "yes", ""), ("expected", "yes", "")]), ["2026-01-13"]);
    }

    #[test]
    fn what_is_not_serious_is_silent() {
        assert!(story(&[("serious", "no", "")]).keys().is_empty());
    }
}
