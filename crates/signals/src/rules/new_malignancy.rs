//! *Looks for*: a new malignancy, told in the yearly screen, as an adverse event or as a report of its own.
//! *Because*: insertional oncogenesis is the late risk that follow-up exists for.
//! *Threshold and source*: none: every one counts (FDA LTFU 2020; FDA CAR-T guidance 2024).
//! *Silent when*: nothing was reported. One cause told in several places is one finding.

use facts::fact::Recorded;
use facts::{CivilDate, Kept};
use protocol::RuleClause;

use super::{Case, Rule};
use crate::evidence::{Arg, Evidence};
use crate::finding::{Finding, Reported};

pub(crate) static RULE: Rule = Rule {
    id: "new-malignancy",
    version: 1,
    reads: &["malignancy", "cancer-screen", "adverse-event"],
    limits: &[],
    optional: &[],
    judge,
};

/// A record, and the field of it that tells.
type Told<'a> = (&'a Kept<Recorded>, &'static str);

/// Reports this close together speak of one malignancy. No threshold: every report counts, this only keeps the
/// screen, the event and the report of one tumour together. Half a year is the usual distance of visits.
const ONE_CAUSE_DAYS: i32 = 183;

/// The field that tells of a malignancy, if this form does.
fn tells(kept: &Kept<Recorded>) -> Option<&'static str> {
    let assessment = &kept.fact.assessment;
    match assessment.kind.as_str() {
        "malignancy" if assessment.get("diagnosis").is_some() => Some("diagnosis"),
        "cancer-screen" if assessment.code("new-malignancy") == Some("yes") => Some("new-malignancy"),
        "adverse-event" if assessment.code("category") == Some("malignancy") => Some("term"),
        _ => None,
    }
}

fn judge(rule: &Rule, case: &Case<'_>, clause: &RuleClause) -> Vec<Finding> {
    let mut causes: Vec<(CivilDate, Vec<Told<'_>>)> = Vec::new();
    for kept in &case.life.assessments {
        let Some(field) = tells(kept) else { continue };
        let on = kept.fact.assessment.collected_on;
        match causes.last_mut().filter(|(last, _)| on.days_since(*last) <= ONE_CAUSE_DAYS) {
            Some((last, told)) => {
                *last = on;
                told.push((kept, field));
            }
            None => causes.push((on, vec![(kept, field)])),
        }
    }
    let finding = |(seen_on, told): (CivilDate, Vec<Told<'_>>)| {
        let first = told.first()?.0.fact.assessment.collected_on;
        let evidence = told.iter().map(|(kept, field)| Evidence::of(kept, field)).collect();
        let reported = told.iter().find_map(|(kept, _)| {
            let on = kept.fact.assessment.date("reported-on").filter(|_| kept.fact.assessment.kind == "malignancy")?;
            Some(Reported { record: kept.record, on: on.first_on })
        });
        Some(
            Finding::of(rule, clause, &first.to_string(), seen_on, evidence)
                .reporting(clause, first, |when| when == protocol::ReportWhen::Always)
                .since(first)
                .reported(reported)
                .with("diagnosis", Arg::Text(diagnosis(&told).unwrap_or("none").to_owned()))
                .with("reports", Arg::Number(told.len().to_string()))
                .with("on", Arg::Date(first)),
        )
    };
    causes.into_iter().filter_map(finding).collect()
}

/// The report of its own knows best, then the event's term, then what the screen was told.
fn diagnosis<'a>(told: &[Told<'a>]) -> Option<&'a str> {
    let of = |field: &str| told.iter().find_map(|(kept, _)| kept.fact.assessment.text(field));
    of("diagnosis").or_else(|| of("term")).or_else(|| of("new-malignancy-detail"))
}

#[cfg(test)]
mod tests {
    use super::super::story::Story;

    #[test]
    fn each_way_of_telling_fires() {
        let story = || Story::of("new-malignancy", &[]);
        assert_eq!(story().form("2026-01-10", "malignancy", &[("=diagnosis", "lymphoma", "")]).findings().len(), 1);
        assert_eq!(story().form("2026-01-10", "cancer-screen", &[("new-malignancy", "yes", "")]).findings().len(), 1);
        let event = [("=term", "AML", ""), ("category", "malignancy", "")];
        assert_eq!(story().form("2026-01-10", "adverse-event", &event).findings().len(), 1);
    }

    #[test]
    fn one_cause_told_twice_is_one_finding_with_both_records() {
        let story = Story::of("new-malignancy", &[])
            .form("2026-01-10", "cancer-screen", &[("new-malignancy", "yes", "")])
            .form("2026-02-10", "malignancy", &[("=diagnosis", "lymphoma", "")]);
        let findings = story.findings();
        assert_eq!((findings.len(), findings[0].evidence.len()), (1, 2));
        assert_eq!(story.form("2027-06-10", "malignancy", &[("=diagnosis", "melanoma", "")]).findings().len(), 2);
    }

    #[test]
    fn the_best_name_for_it_is_taken() {
        let screen = [("new-malignancy", "yes", ""), ("=new-malignancy-detail", "lump on the neck", "")];
        let story = Story::of("new-malignancy", &[]).form("2026-01-10", "cancer-screen", &screen);
        let said = |story: &Story| story.findings()[0].args["diagnosis"].clone();
        assert_eq!(said(&story), crate::Arg::Text("lump on the neck".into()));
        let named = story.form("2026-02-10", "malignancy", &[("=diagnosis", "lymphoma", "")]);
        assert_eq!(said(&named), crate::Arg::Text("lymphoma".into()));
    }

    #[test]
    fn the_boundary_of_one_cause_is_half_a_year() {
        let told = |on| {
            let event = [("=term", "AML", ""), ("category", "malignancy", "")];
            let story =
                Story::of("new-malignancy", &[]).form("2026-01-10", "cancer-screen", &[("new-malignancy", "yes", "")]);
            story.form(on, "adverse-event", &event).findings().len()
        };
        assert_eq!((told("2026-07-12"), told("2026-07-13")), (1, 2));
    }

    #[test]
    fn no_is_no_signal() {
        assert!(
            Story::of("new-malignancy", &[])
                .form("2026-01-10", "cancer-screen", &[("new-malignancy", "no", "")])
                .keys()
                .is_empty()
        );
    }
}
