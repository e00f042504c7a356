//! *Looks for*: platelets that fell by the given share from their highest count within the period.
//! *Because*: after a systemic vector it may be a thrombotic microangiopathy, which begins with a fall of platelets and
//! haemolysis and can cost the kidneys within days.
//! *Threshold and source*: clause limits `fall-percent` and `within` (the protocol's).
//! *Silent when*: there is no earlier count in the period. Counts in a row that lie as low are one finding.

use assess::blood_count::Count;
use facts::fact::Recorded;
use facts::{CivilDate, Kept, Period};
use protocol::RuleClause;
use rust_decimal::Decimal;

use super::{Case, Rule, keep, limit};
use crate::evidence::{Arg, Evidence};
use crate::finding::Finding;

pub(crate) static RULE: Rule = Rule {
    id: "platelet-fall",
    version: 1,
    reads: &["blood-count"],
    limits: &["fall-percent", "within"],
    optional: &[],
    judge,
};

type Counted<'a> = (&'a Kept<Recorded>, CivilDate, Decimal);

fn judge(rule: &Rule, case: &Case<'_>, clause: &RuleClause) -> Vec<Finding> {
    let within = clause.limits.get("within").and_then(|text| text.parse::<Period>().ok());
    let (Some(least), Some(within)) = (limit(clause, "fall-percent"), within) else { return Vec::new() };
    let counts: Vec<Counted<'_>> = case
        .of_kind("blood-count")
        .filter_map(|kept| {
            Some((kept, kept.fact.assessment.collected_on, Count::read(&kept.fact.assessment).platelets?))
        })
        .collect();
    let mut findings = Vec::new();
    let mut started: Option<CivilDate> = None;
    for (at, (kept, on, platelets)) in counts.iter().enumerate() {
        let recent = counts[..at].iter().filter(|(_, earlier, _)| *earlier >= on.minus(&within) && earlier < on);
        let top = recent.max_by_key(|(_, _, platelets)| *platelets);
        let fallen = top.and_then(|top| Some((top, fall(top.2, *platelets).filter(|fall| *fall >= least)?)));
        let Some((top, fall)) = fallen else {
            started = None;
            continue;
        };
        let since = *started.get_or_insert(*on);
        let finding = finding(rule, clause, since, (kept, *on, *platelets), top, fall);
        keep(&mut findings, finding);
    }
    findings
}

/// Per cent lost.
fn fall(before: Decimal, now: Decimal) -> Option<Decimal> {
    before.checked_sub(now)?.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(before)
}

fn finding(
    rule: &Rule,
    clause: &RuleClause,
    since: CivilDate,
    (kept, on, platelets): Counted<'_>,
    top: &Counted<'_>,
    fall: Decimal,
) -> Finding {
    let count = Count::read(&kept.fact.assessment);
    let haemolysis = match (count.schistocytes, count.haptoglobin_low) {
        (Some(true), _) | (_, Some(true)) => "seen",
        (Some(false), _) | (_, Some(false)) => "not-seen",
        (None, None) => "not-looked-for",
    };
    let signs = ["platelets", "schistocytes", "haptoglobin", "ldh", "creatinine"].into_iter();
    let beside = signs.filter(|field| kept.fact.assessment.get(field).is_some());
    let mut evidence = vec![Evidence::of(top.0, "platelets")];
    evidence.extend(beside.map(|field| Evidence::of(kept, field)));
    let shown = |value: Decimal| Arg::Number(value.normalize().to_string());
    Finding::of(rule, clause, &since.to_string(), on, evidence)
        .with("platelets", shown(platelets))
        .with("before", shown(top.2))
        .with("before-on", Arg::Date(top.1))
        .with("fall", shown(fall.round_dp(1)))
        .with("haemolysis", Arg::Text(haemolysis.to_owned()))
        .with("unit", Arg::Text(assess::units::shown("10*9/L").to_owned()))
        .with("on", Arg::Date(on))
}

#[cfg(test)]
mod tests {
    use super::super::story::Story;

    fn counts(told: &[(&str, &str)]) -> Story {
        let limits = [("fall-percent", "25"), ("within", "P14D")];
        told.iter().fold(Story::of("platelet-fall", &limits), |story, (on, platelets)| {
            story.form(on, "blood-count", &[("platelets", platelets, "10*9/L")])
        })
    }

    #[test]
    fn fires_at_the_share_within_the_period() {
        assert_eq!(counts(&[("2026-01-01", "240"), ("2026-01-08", "180")]).keys(), ["platelet-fall:2026-01-08"]);
        assert!(counts(&[("2026-01-01", "240"), ("2026-01-08", "181")]).keys().is_empty());
        assert!(counts(&[("2026-01-01", "240"), ("2026-01-16", "100")]).keys().is_empty());
        assert!(counts(&[("2026-01-08", "100")]).keys().is_empty());
    }

    #[test]
    fn a_fall_that_goes_on_is_one_finding() {
        let story =
            counts(&[("2026-01-01", "240"), ("2026-01-06", "120"), ("2026-01-08", "90"), ("2026-01-10", "250")]);
        assert_eq!(story.keys(), ["platelet-fall:2026-01-06"]);
        assert_eq!(story.findings()[0].args["fall"], crate::Arg::Number("62.5".into()));
    }

    #[test]
    fn the_signs_of_haemolysis_beside_it_are_told() {
        let seen = |fields: &[(&str, &str, &str)]| {
            let fields = [&[("platelets", "60", "10*9/L")], fields].concat();
            let story = counts(&[("2026-01-01", "240")]).form("2026-01-08", "blood-count", &fields);
            story.findings()[0].args["haemolysis"].clone()
        };
        assert_eq!(seen(&[("schistocytes", "yes", "")]), crate::Arg::Text("seen".into()));
        assert_eq!(seen(&[("schistocytes", "no", "")]), crate::Arg::Text("not-seen".into()));
        assert_eq!(seen(&[("schistocytes", "not-assessed", "")]), crate::Arg::Text("not-looked-for".into()));
    }
}
