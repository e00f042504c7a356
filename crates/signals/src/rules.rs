//! THE LIST of rules, and how they are run.

mod adverse_event_onset;
mod adverse_event_recovery;
mod blasts_seen;
mod clone_near_watch_gene;
mod clone_rising;
mod dominant_clone;
mod growth_crossing;
mod hys_law;
mod infectivity_untested;
mod liver_enzyme_rise;
mod mean_cell_volume_rise;
mod new_malignancy;
mod persistent_cytopenia;
mod platelet_fall;
mod puberty_early_or_late;
mod rcr_rcl_positive;
mod serious_adverse_event;
mod seroconversion;
mod shedding_after_clearance;
#[cfg(test)]
pub(crate) mod story;
mod titre_fourfold_rise;
mod vector_positive_unanalysed;

use std::cmp::Ordering;

use assess::growth::Reference;
use assess::shedding::ClearanceRule;
use facts::fact::Recorded;
use facts::{CivilDate, Kept, Life, Period, RecordId};
use protocol::{Protocol, RuleClause};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::finding::Finding;
use crate::learned;

/// One rule. Its id is its file, its Fluent key and its name in a protocol; ids are never reused.
pub struct Rule {
    pub id: &'static str,
    pub version: u16,
    /// Kinds of assessments it reads: without any of them it is not run.
    pub reads: &'static [&'static str],
    /// Limits that its clause must give.
    pub limits: &'static [&'static str],
    /// Limits that it may give besides.
    pub optional: &'static [&'static str],
    pub judge: fn(&Rule, &Case<'_>, &RuleClause) -> Vec<Finding>,
}

/// What a rule looks at.
pub struct Case<'a> {
    pub life: &'a Life,
    /// The reference that the protocol scores growth against, as its form does.
    pub growth: &'static Reference,
}

impl Rule {
    /// Limits that the rule needs and the clause does not give, or gives in a form that cannot be read.
    /// While there is one, the rule is silent; whoever checks a protocol says so.
    pub fn lacks(&self, clause: &RuleClause) -> Vec<&'static str> {
        let readable = |text: &String| text.parse::<Decimal>().is_ok() || text.parse::<Period>().is_ok();
        let given = |name: &&'static str| clause.limits.get(*name).is_some_and(readable);
        self.limits.iter().filter(|name| !given(name)).copied().collect()
    }
}

impl<'a> Case<'a> {
    /// Assessments of one kind, oldest first.
    pub fn of_kind(&self, kind: &'a str) -> impl DoubleEndedIterator<Item = &'a Kept<Recorded>> + 'a {
        self.life.of_kind(kind)
    }

    pub fn record(&self, record: RecordId) -> Option<&'a Kept<Recorded>> {
        self.life.assessments.iter().find(|kept| kept.record == record)
    }
}

/// Adds a finding; one with the same key is the same cause seen again.
pub(crate) fn keep(findings: &mut Vec<Finding>, newer: Finding) {
    match findings.iter().position(|older| older.key == newer.key) {
        Some(at) => {
            let older = findings.remove(at);
            findings.push(older.joined(newer));
        }
        None => findings.push(newer),
    }
}

/// A decimal limit of the clause.
pub(crate) fn limit(clause: &RuleClause, name: &str) -> Option<Decimal> {
    clause.limits.get(name)?.parse().ok()
}

/// What the clause calls cleared: `consecutive` negatives, `spacing` apart where it says so.
pub(crate) fn clearance_rule(clause: &RuleClause) -> Option<ClearanceRule> {
    let consecutive = limit(clause, "consecutive")?.to_u32()?;
    let spacing = clause.limits.get("spacing").map_or(Ok(Period::ZERO), |text| text.parse()).ok()?;
    Some(ClearanceRule { consecutive, spacing })
}

static RULES: [&Rule; 21] = [
    &vector_positive_unanalysed::RULE,
    &dominant_clone::RULE,
    &clone_near_watch_gene::RULE,
    &clone_rising::RULE,
    &shedding_after_clearance::RULE,
    &liver_enzyme_rise::RULE,
    &hys_law::RULE,
    &titre_fourfold_rise::RULE,
    &new_malignancy::RULE,
    &rcr_rcl_positive::RULE,
    &persistent_cytopenia::RULE,
    &growth_crossing::RULE,
    &puberty_early_or_late::RULE,
    &serious_adverse_event::RULE,
    &blasts_seen::RULE,
    &mean_cell_volume_rise::RULE,
    &platelet_fall::RULE,
    &seroconversion::RULE,
    &infectivity_untested::RULE,
    &adverse_event_onset::RULE,
    &adverse_event_recovery::RULE,
];

pub fn rules() -> &'static [&'static Rule] {
    &RULES
}

/// Every finding of the rules that the protocol has in force, newest evidence first.
pub fn findings(protocol: &Protocol, life: &Life) -> Vec<Finding> {
    let case = Case { life, growth: protocol.growth_reference() };
    let mut findings: Vec<Finding> = Vec::new();
    if life.assessments.is_empty() {
        return findings;
    }
    for rule in rules() {
        let Some(clause) = protocol.rule(rule.id) else { continue };
        let anything = life.assessments.iter().any(|kept| rule.reads.contains(&kept.fact.assessment.kind.as_str()));
        if anything && rule.lacks(clause).is_empty() {
            let mut found = (rule.judge)(rule, &case, clause);
            learned::clocks(&mut found, rule, clause, &case);
            for finding in found {
                keep(&mut findings, finding);
            }
        }
    }
    newest_first(&mut findings);
    findings
}

fn newest_first(findings: &mut [Finding]) {
    findings.sort_by(|a, b| (b.seen_on, &a.key).cmp(&(a.seen_on, &b.key)));
}

/// Findings under several versions of a protocol, given in the order in which they hold: what was seen on a day is judged
/// by the version that governed that day, `in_force` its place.
///
/// Newer evidence of a known cause is judged by the newer version. Where that finds nothing in it, what the older one saw
/// in its own time stands, as long as that still finds it.
pub fn findings_over(texts: &[&Protocol], in_force: impl Fn(CivilDate) -> usize, life: &Life) -> Vec<Finding> {
    if let [only] = texts {
        return findings(only, life);
    }
    let (mut all, mut overtaken): (Vec<Finding>, Vec<(usize, String)>) = (Vec::new(), Vec::new());
    for (place, text) in texts.iter().enumerate() {
        for finding in findings(text, life) {
            match in_force(finding.seen_on).cmp(&place) {
                Ordering::Equal => keep(&mut all, finding),
                Ordering::Greater => overtaken.push((place, finding.key)),
                Ordering::Less => {}
            }
        }
    }
    overtaken.retain(|(_, key)| !all.iter().any(|finding| finding.key == *key));
    for (place, key) in overtaken {
        let mut then = life.clone();
        then.assessments.retain(|kept| in_force(kept.fact.assessment.collected_on) <= place);
        let seen = findings(texts[place], &then).into_iter();
        seen.filter(|finding| finding.key == key && in_force(finding.seen_on) == place)
            .for_each(|finding| keep(&mut all, finding));
    }
    newest_first(&mut all);
    all
}
