//! *Looks for*: puberty that begins before, or has not begun by, the ages of the protocol.
//! *Because*: conditioning, steroids and the disease itself reach the axis from brain to gonads; height and fertility depend
//! on seeing it in time.
//! *Threshold and source*: clause limits `breast-not-before`, `testis-not-before`, `breast-by`, `testis-by` and
//! `menarche-by` as ages, `testis-ml` as volume.
//! *Silent when*: the sign was not examined, sex is not recorded as female or male, or the same sign was told already.

use assess::puberty::{AgeLimits, Puberty, Sign, Timing, timing};
use protocol::RuleClause;

use super::{Case, Rule, keep, limit};
use crate::evidence::{Arg, Evidence};
use crate::finding::Finding;

pub(crate) static RULE: Rule = Rule {
    id: "puberty-early-or-late",
    version: 1,
    reads: &["puberty"],
    limits: &["breast-not-before", "testis-not-before", "breast-by", "testis-by", "menarche-by", "testis-ml"],
    optional: &[],
    judge,
};

fn limits(clause: &RuleClause) -> Option<AgeLimits> {
    let age = |name| clause.limits.get(name)?.parse().ok();
    Some(AgeLimits {
        breast_not_before: age("breast-not-before")?,
        testis_not_before: age("testis-not-before")?,
        breast_by: age("breast-by")?,
        menarche_by: age("menarche-by")?,
        testis_by: age("testis-by")?,
        testis_ml: limit(clause, "testis-ml")?,
    })
}

fn judge(rule: &Rule, case: &Case<'_>, clause: &RuleClause) -> Vec<Finding> {
    let Some(limits) = limits(clause) else { return Vec::new() };
    let enrolment = &case.life.enrolment.fact;
    let mut told: Vec<Timing> = Vec::new();
    let mut findings = Vec::new();
    for kept in case.of_kind("puberty") {
        let seen = Puberty::read(&kept.fact.assessment);
        for timing in timing(&seen, enrolment.sex, enrolment.born_on, &limits) {
            if told.contains(&timing) {
                continue;
            }
            told.push(timing);
            let (kind, sign) = match timing {
                Timing::Precocious(sign) => ("early", sign),
                Timing::Delayed(sign) => ("late", sign),
            };
            let (name, fields) = fields(sign);
            let fields = fields.iter().filter(|field| kept.fact.assessment.get(field).is_some());
            let evidence = fields.map(|field| Evidence::of(kept, field)).collect();
            keep(
                &mut findings,
                Finding::of(rule, clause, &format!("{name}:{kind}"), seen.examined_on, evidence)
                    .with("kind", Arg::Text(kind.to_owned()))
                    .with("sign", Arg::Text(name.to_owned()))
                    .with("on", Arg::Date(seen.examined_on)),
            );
        }
    }
    findings
}

/// How the sentence names a sign, and the fields that tell it.
fn fields(sign: Sign) -> (&'static str, &'static [&'static str]) {
    match sign {
        Sign::Breast => ("breast", &["breast"]),
        Sign::Testis => ("testis", &["testis-left", "testis-right"]),
        Sign::Menarche => ("menarche", &["menarche"]),
    }
}

#[cfg(test)]
mod tests {
    use super::super::story::{PUBERTY as LIMITS, Story};

    fn breasts(values: &[(&str, &str)]) -> Vec<String> {
        let story = Story::of("puberty-early-or-late", &LIMITS);
        values.iter().fold(story, |story, (on, stage)| story.choice(on, "puberty", "breast", stage)).keys()
    }

    // The child of the stories is a girl born on 2021-02-11.
    #[test]
    fn the_day_before_the_eighth_birthday_is_early_and_the_birthday_is_not() {
        assert_eq!(breasts(&[("2029-02-10", "2")]), ["puberty-early-or-late:breast:early"]);
        assert!(breasts(&[("2029-02-11", "2")]).is_empty());
    }

    #[test]
    fn no_sign_by_the_thirteenth_birthday_is_late() {
        assert!(breasts(&[("2034-02-10", "1")]).is_empty());
        assert_eq!(breasts(&[("2034-02-11", "1")]), ["puberty-early-or-late:breast:late"]);
    }

    #[test]
    fn a_sign_is_told_once_however_often_it_is_seen() {
        assert_eq!(breasts(&[("2028-02-10", "2"), ("2028-08-10", "3")]).len(), 1);
    }

    #[test]
    fn a_missing_menarche_is_late_and_one_that_was_not_asked_for_is_silent() {
        let story = Story::of("puberty-early-or-late", &LIMITS);
        assert_eq!(
            story.clone().form("2036-03-01", "puberty", &[("menarche", "no", "")]).keys(),
            ["puberty-early-or-late:menarche:late"]
        );
        assert!(story.form("2036-03-01", "puberty", &[("pubic-hair", "1", "")]).keys().is_empty());
    }

    #[test]
    fn without_a_limit_the_rule_is_silent() {
        let story = Story::of("puberty-early-or-late", &LIMITS[1..]).choice("2028-02-10", "puberty", "breast", "2");
        assert!(story.keys().is_empty());
    }
}
