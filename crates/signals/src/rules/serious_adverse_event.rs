//! *Looks for*: an adverse event marked serious.
//! *Because*: the sponsor must hear of it at once, the authority within its clock.
//! *Threshold and source*: the reports of the clause (ICH E6: investigator to sponsor at once, by protocol within
//! 24 h; 21 CFR 312.32, EU CTR, NMPA 2018, Japan: 7 and 15 days for unexpected ones).
//! *Silent when*: the event is not serious. Clocks count from the day the site learned of it.

use facts::answer::{Answer, Assessment};
use protocol::{ReportWhen, RuleClause};

use super::{Case, Rule};
use crate::evidence::{Arg, Evidence};
use crate::finding::Finding;

pub(crate) static RULE: Rule =
    Rule { id: "serious-adverse-event", version: 1, reads: &["adverse-event"], limits: &[], judge };

fn is_fatal_or_life_threatening(assessment: &Assessment) -> bool {
    match assessment.get("seriousness") {
        Some(Answer::Choices { codes }) => codes.iter().any(|code| code == "death" || code == "life-threatening"),
        _ => assessment.code("ctcae-grade").is_some_and(|grade| grade == "5" || grade == "4"),
    }
}

fn judge(rule: &Rule, case: &Case<'_>, clause: &RuleClause) -> Vec<Finding> {
    let serious = case.of_kind("adverse-event").filter(|kept| kept.fact.assessment.code("serious") == Some("yes"));
    serious
        .map(|kept| {
            let assessment = &kept.fact.assessment;
            let exact = |field: &str| assessment.date(field).map(|date| date.first_on);
            let learned_on = exact("learned-on").unwrap_or(assessment.collected_on);
            let onset = exact("onset").unwrap_or(assessment.collected_on);
            // Not known to be expected is treated as unexpected: the shorter clock is the safe one.
            let unexpected = assessment.code("expected") != Some("yes");
            let grave = is_fatal_or_life_threatening(assessment);
            let evidence =
                ["term", "serious", "seriousness", "expected"].map(|field| Evidence::of(kept, field)).to_vec();
            Finding::of(rule, clause, &kept.record.to_string(), assessment.collected_on, evidence)
                .reporting(clause, learned_on, |when| match when {
                    ReportWhen::Always => true,
                    ReportWhen::FatalOrLifeThreatening => unexpected && grave,
                    ReportWhen::OtherSerious => unexpected && !grave,
                })
                .with("term", Arg::Text(assessment.text("term").unwrap_or("–").to_owned()))
                .with("grade", Arg::Text(assessment.code("ctcae-grade").unwrap_or("–").to_owned()))
                .with("onset", Arg::Date(onset))
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
    fn an_expected_one_goes_to_the_sponsor_only() {
        assert_eq!(deadlines(&[("serious", "yes", ""), ("expected", "yes", "")]), ["2026-01-13"]);
    }

    #[test]
    fn what_is_not_serious_is_silent() {
        assert!(story(&[("serious", "no", "")]).keys().is_empty());
    }
}
