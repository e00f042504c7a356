//! Which matrices are followed, whether the vector has left them, and what the family is asked meanwhile.
//!
//! The only call of `assess::shedding`'s clearance in this crate: page, chart and family sheet read it here. What clears
//! a matrix is asked of the protocol: of the visits that sample it until then, else of the rule about its return.

use std::collections::BTreeMap;

use assess::shedding::{ClearSpell, ClearanceRule, Outcome, Taken, by_matrix};
use facts::{CivilDate, Life, Period};
use followup::Obligation;
use protocol::{Condition, Precaution, Protocol};
use words::Words;

use crate::wire::chart::{MatrixLine, MatrixState, PrecautionLine};
use crate::wording::{self, texts};

/// One matrix of one life.
pub(crate) struct Followed {
    pub matrix: String,
    /// `None` when the protocol says nothing of clearance.
    pub rule: Option<ClearanceRule>,
    pub spells: Vec<ClearSpell>,
    pub state: MatrixState,
    /// Day of clearance or return.
    pub on: Option<CivilDate>,
    /// Negatives in a row now, by the assay that has most.
    pub negatives: u32,
    samples: Vec<Taken>,
}

/// Every matrix that is asked for in this life or was sampled, in the order of the form: a child whose protocol
/// samples semen from fourteen years on is not followed for it.
pub(crate) fn followed(life: &Life, protocol: &Protocol, obligations: &[Obligation]) -> Vec<Followed> {
    let rules = rules(protocol);
    let tasks = obligations.iter().flat_map(|o| &o.tasks).filter_map(|task| protocol.task(task));
    let asked = tasks.filter(|task| task.kind == "shedding").filter_map(|task| task.preset.get("matrix"));
    let fallback = protocol.rule("shedding-after-clearance").and_then(|clause| {
        let consecutive = clause.limits.get("consecutive")?.parse().ok()?;
        let spacing = clause.limits.get("spacing").and_then(|text| text.parse().ok()).unwrap_or(Period::ZERO);
        Some(ClearanceRule { consecutive, spacing })
    });
    let mut samples = by_matrix(life.of_kind("shedding"));
    let mut names: Vec<String> = asked.chain(samples.keys()).cloned().collect();
    names.sort_by(|a, b| (mark(a), a).cmp(&(mark(b), b)));
    names.dedup();
    let one = |matrix: String| {
        let taken = samples.remove(&matrix).unwrap_or_default();
        let rule = rules.get(&matrix).copied().or(fallback);
        Followed::of(matrix, rule, taken)
    };
    names.into_iter().map(one).collect()
}

/// What each visit asks before it stops sampling a matrix; of several the strictest.
fn rules(protocol: &Protocol) -> BTreeMap<String, ClearanceRule> {
    let mut found: BTreeMap<String, ClearanceRule> = BTreeMap::new();
    let tasks = protocol.visits.iter().flat_map(|visit| &visit.tasks);
    for (matrix, rule) in tasks.flat_map(|task| clearances(&task.when)) {
        let kept = found.entry(matrix).or_insert(rule);
        if rule.consecutive > kept.consecutive {
            *kept = rule;
        }
    }
    found
}

fn clearances(when: &Condition) -> Vec<(String, ClearanceRule)> {
    match when {
        Condition::UntilCleared { matrix, consecutive, spacing } => {
            let spacing = spacing.unwrap_or(Period::ZERO);
            vec![(matrix.clone(), ClearanceRule { consecutive: *consecutive, spacing })]
        }
        Condition::All(all) | Condition::Any(all) => all.iter().flat_map(clearances).collect(),
        Condition::Not(one) => clearances(one),
        _ => Vec::new(),
    }
}

/// Place of a matrix among the choices of the form: its mark in every chart.
pub(crate) fn mark(matrix: &str) -> u32 {
    let field = assess::shedding::FORM.field("matrix").map(|field| &field.input);
    let choices = match field {
        Some(assess::Input::Choice { options }) => *options,
        _ => &[],
    };
    choices.iter().position(|choice| *choice == matrix).and_then(|at| u32::try_from(at).ok()).unwrap_or(u32::MAX)
}

impl Followed {
    fn of(matrix: String, rule: Option<ClearanceRule>, samples: Vec<Taken>) -> Self {
        let spells = rule.map(|rule| rule.spells(&samples)).unwrap_or_default();
        let open = |rule: &ClearanceRule| rule.spells(&samples).last().is_some_and(|spell| spell.ended_on.is_none());
        // The longest run that is met now: the same definition, asked for fewer.
        let negatives = rule.map_or(0, |rule| {
            let met = |consecutive: &u32| open(&ClearanceRule { consecutive: *consecutive, ..rule });
            (1..=rule.consecutive).rev().find(met).unwrap_or(0)
        });
        let last = spells.last();
        let (state, on) = match last {
            _ if samples.is_empty() => (MatrixState::NotSampled, None),
            Some(spell) if spell.ended_on.is_none() => (MatrixState::Cleared, Some(spell.cleared_on)),
            Some(spell) => match seen_after(&samples, spell) {
                Some(on) => (MatrixState::Returned, Some(on)),
                None => (MatrixState::NotYet, None),
            },
            None => (MatrixState::NotYet, None),
        };
        Self { matrix, rule, spells, state, on, negatives, samples }
    }

    /// Days on which the vector was seen again after a clearance.
    pub fn returns(&self) -> impl Iterator<Item = CivilDate> {
        self.spells.iter().filter_map(|spell| seen_after(&self.samples, spell))
    }

    pub fn line(&self, words: &Words) -> MatrixLine {
        let name = name(words, &self.matrix);
        let needed = self.rule.map(|rule| rule.consecutive);
        let on = self.on.map(|on| words.date_short(&on.to_string())).unwrap_or_default();
        let key = match (self.state, needed) {
            (MatrixState::NotSampled, _) => "shedding-not-sampled",
            (MatrixState::Cleared, _) => "shedding-cleared",
            (MatrixState::Returned, _) => "shedding-returned",
            (MatrixState::NotYet, Some(_)) => "shedding-not-yet",
            (MatrixState::NotYet, None) => "shedding-no-rule",
        };
        let counted = [self.negatives, needed.unwrap_or(0)].map(|count| count.to_string());
        let text = words.say(key, &texts(&[("on", &on), ("negatives", &counted[0]), ("needed", &counted[1])]));
        let matrix = self.matrix.clone();
        MatrixLine {
            mark: mark(&matrix),
            matrix,
            name,
            state: self.state,
            text,
            on: self.on,
            negatives: self.negatives,
            needed,
        }
    }

    fn clear(&self) -> bool {
        self.state == MatrixState::Cleared
    }
}

/// A detection on or after the day that ended a spell; an unclear result ends one without anything seen.
fn seen_after(samples: &[Taken], spell: &ClearSpell) -> Option<CivilDate> {
    let ended_on = spell.ended_on?;
    let seen = |taken: &&Taken| taken.on >= ended_on && matches!(taken.sample.outcome, Outcome::Detected(_));
    samples.iter().find(seen).map(|taken| taken.on)
}

pub(crate) fn name(words: &Words, matrix: &str) -> String {
    wording::option(words, "shedding", "matrix", matrix)
}

/// How a precaution stands.
pub(crate) enum Stands<'a> {
    /// Because of these matrices.
    InForce(Vec<&'a str>),
    /// Since the last of its matrices was cleared.
    Over(CivilDate),
}

/// What the family is asked, and what it may do again. Nothing before the first dosing: nothing can be shed.
pub(crate) fn precautions<'a>(
    life: &Life,
    protocol: &'a Protocol,
    followed: &'a [Followed],
) -> Vec<(&'a Precaution, Stands<'a>)> {
    if life.first_dosed_on().is_none() {
        return Vec::new();
    }
    let all = protocol.family.precautions.iter();
    all.filter_map(|precaution| Some((precaution, stands(precaution, followed)?))).collect()
}

/// `None` when none of its matrices is followed.
fn stands<'a>(precaution: &Precaution, followed: &'a [Followed]) -> Option<Stands<'a>> {
    let of = |one: &&Followed| precaution.matrices.is_empty() || precaution.matrices.contains(&one.matrix);
    let about: Vec<&Followed> = followed.iter().filter(of).collect();
    let open: Vec<&str> = about.iter().filter(|one| !one.clear()).map(|one| one.matrix.as_str()).collect();
    if !open.is_empty() {
        return Some(Stands::InForce(open));
    }
    about.iter().filter_map(|one| one.on).max().map(Stands::Over)
}

/// As the subject's page tells them; what is over is told only where the protocol has words for it.
pub(crate) fn precaution_lines(
    words: &Words,
    language: &str,
    life: &Life,
    protocol: &Protocol,
    followed: &[Followed],
) -> Vec<PrecautionLine> {
    let line = |(precaution, stands): (&Precaution, Stands<'_>)| {
        let (said, because, in_force) = match stands {
            Stands::InForce(matrices) => {
                let names: Vec<String> = matrices.iter().map(|matrix| name(words, matrix)).collect();
                let names = names.join(&wording::plain(words, "list-joint"));
                (&precaution.ask, words.say("precaution-because", &texts(&[("matrices", &names)])), true)
            }
            Stands::Over(on) => {
                let on = words.date_short(&on.to_string());
                (&precaution.then, words.say("precaution-over", &texts(&[("on", &on)])), false)
            }
        };
        let text = protocol::text(said, language).to_owned();
        let citation = wording::citation(words, &precaution.citation, protocol);
        Some(PrecautionLine { text, in_force, because, citation }).filter(|line| !line.text.is_empty())
    };
    precautions(life, protocol, followed).into_iter().filter_map(line).collect()
}

/// As the family's sheet tells them: what it is asked, and what it may do again. That is news until the next visit.
pub(crate) fn family_words(
    language: &str,
    life: &Life,
    protocol: &Protocol,
    followed: &[Followed],
) -> (Vec<String>, Vec<String>) {
    let last_seen_on = life.visits.iter().map(|kept| kept.fact.on).max();
    let (mut asked, mut again) = (Vec::new(), Vec::new());
    for (precaution, stands) in precautions(life, protocol, followed) {
        match stands {
            Stands::InForce(_) => asked.push(protocol::text(&precaution.ask, language).to_owned()),
            Stands::Over(on) if last_seen_on.is_none_or(|seen_on| seen_on <= on) => {
                again.push(protocol::text(&precaution.then, language).to_owned());
            }
            Stands::Over(_) => {}
        }
    }
    again.retain(|text| !text.is_empty());
    (asked, again)
}
