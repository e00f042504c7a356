//! What an amendment changes, in words, and for whom it was decided.

use facts::fact::Mode;
use protocol::{Change, Protocol, Visit};
use words::Words;

use crate::role::Deed;
use crate::wire::course::{Decision, VersionSubject, VersionsCompared};
use crate::{Clinic, Refusal, Result, wording};

impl Clinic {
    /// `after` against `before`, both adopted; with every subject that follows the protocol.
    pub fn compare_versions(&self, before: &str, after: &str) -> Result<VersionsCompared> {
        self.need(Deed::Read)?;
        let find = |reference: &str| {
            let found = self.protocols.get(reference).cloned();
            found.ok_or_else(|| Refusal::fix("no-such-protocol").with("value", reference))
        };
        let (old, new) = (find(before)?, find(after)?);
        let mut subjects = Vec::new();
        for state in self.store.subject_states()? {
            if self.protocols.get(&state.protocol).is_none_or(|protocol| protocol.id != new.id) {
                continue;
            }
            let life = self.life(state.subject)?;
            let moves_on = life.followed().find(|(reference, _)| *reference == after).map(|(_, from)| from);
            let stays = life.amendments.iter().any(|kept| kept.fact.protocol == after);
            let decision = match (moves_on, stays) {
                (Some(_), _) => Decision::Moved,
                (None, true) => Decision::Stays,
                (None, false) => Decision::Undecided,
            };
            subjects.push(VersionSubject {
                subject: state.subject,
                code: state.code,
                decision,
                moves_on: moves_on.flatten(),
            });
        }
        Ok(VersionsCompared {
            before: before.to_owned(),
            after: after.to_owned(),
            effective_on: new.amendment.as_ref().and_then(|amends| amends.effective_on),
            reconsent: new.amendment.as_ref().is_some_and(|amends| amends.reconsent),
            changes: self.version_changes(&old, &new),
            subjects,
        })
    }

    pub(crate) fn version_changes(&self, before: &Protocol, after: &Protocol) -> Vec<String> {
        version_changes(&self.words, before, after)
    }
}

/// "Adds blood count: Year n (dosing + 1 year, every 6 months until 5 years)", one line a change.
pub fn version_changes(words: &Words, before: &Protocol, after: &Protocol) -> Vec<String> {
    let telling = Telling { words, before, after };
    protocol::diff(before, after).iter().map(|change| telling.text(change)).collect()
}

/// Two versions and the words to compare them in.
struct Telling<'a> {
    words: &'a Words,
    before: &'a Protocol,
    after: &'a Protocol,
}

impl Telling<'_> {
    fn text(&self, change: &Change) -> String {
        let Self { words, before, after } = *self;
        let say = |key: &str, pairs: &[(&str, String)]| {
            let pairs: Vec<(&str, &str)> = pairs.iter().map(|(name, value)| (*name, value.as_str())).collect();
            words.say(key, &wording::texts(&pairs))
        };
        let row = |protocol: &'_ Protocol, code: &str| protocol.visits.iter().find(|visit| visit.code == code).cloned();
        let label = |code: &str| {
            let visit = row(after, code).or_else(|| row(before, code));
            visit.map_or_else(|| code.to_owned(), |visit| wording::visit_label(words.tag(), &visit))
        };
        let told = |visit: Option<Visit>, tell: fn(&words::Words, &Visit) -> String| {
            visit.map(|visit| tell(words, &visit)).unwrap_or_default()
        };
        let both = |code: &str, tell: fn(&words::Words, &Visit) -> String| {
            [("visit", label(code)), ("before", told(row(before, code), tell)), ("after", told(row(after, code), tell))]
        };
        let task = |code: &str| {
            let known = if after.task(code).is_some() { after } else { before };
            wording::task_label(words.tag(), code, known)
        };
        let rule = |rule: &str| ("rule", wording::rule_name(words, rule));
        let modes = |modes: &[Mode]| {
            let said = modes.iter().map(|mode| wording::plain(words, &format!("mode-{}", wording::wire(mode))));
            said.collect::<Vec<_>>().join(&wording::plain(words, "list-joint"))
        };
        let rows = |protocol: &Protocol, codes: &[String]| {
            let told: Vec<String> = codes
                .iter()
                .map(|code| {
                    let when = told(row(protocol, code), wording::visit_when);
                    say("change-row", &[("visit", label(code)), ("when", when)])
                })
                .collect();
            told.join(&wording::plain(words, "list-joint"))
        };
        let window: fn(&words::Words, &Visit) -> String = |words, visit| wording::window(words, &visit.window);
        match change {
            Change::FollowUp { before, after } => {
                let period = |period| wording::period(words, period);
                say("change-follow-up", &[("before", period(before)), ("after", period(after))])
            }
            Change::VisitAdded { visit } => {
                let tasks = row(after, visit).map(|row| {
                    let tasks: Vec<String> = row.tasks.iter().map(|used| task(&used.task)).collect();
                    tasks.join(&wording::plain(words, "list-joint"))
                });
                let when = told(row(after, visit), wording::visit_when);
                say(
                    "change-visit-added",
                    &[("visit", label(visit)), ("when", when), ("tasks", tasks.unwrap_or_default())],
                )
            }
            Change::VisitRemoved { visit } => say("change-visit-removed", &[("visit", label(visit))]),
            Change::VisitMoved { visit } => say("change-visit-moved", &both(visit, wording::visit_when)),
            Change::WindowChanged { visit } => say("change-window", &both(visit, window)),
            Change::ModesChanged { visit, added, removed } => {
                let key = match (added.is_empty(), removed.is_empty()) {
                    (false, true) => "change-modes-added",
                    (true, _) => "change-modes-removed",
                    (false, false) => "change-modes",
                };
                say(key, &[("visit", label(visit)), ("added", modes(added)), ("removed", modes(removed))])
            }
            Change::TaskAdded { task: code, visits } => {
                say("change-task-added", &[("task", task(code)), ("visits", rows(after, visits))])
            }
            Change::TaskRemoved { task: code, visits } => {
                say("change-task-removed", &[("task", task(code)), ("visits", rows(before, visits))])
            }
            Change::TaskAltered { task: code, visit } => {
                let uses = |protocol: &Protocol| {
                    let uses = row(protocol, visit).map(|row| row.tasks).unwrap_or_default();
                    let said = uses.iter().filter(|used| used.task == *code).map(|used| {
                        let said = wording::task_condition(words, used);
                        if said.is_empty() { wording::plain(words, "condition-always") } else { said }
                    });
                    said.collect::<Vec<_>>().join(&wording::plain(words, "condition-or"))
                };
                let args =
                    [("task", task(code)), ("visit", label(visit)), ("before", uses(before)), ("after", uses(after))];
                say("change-task-altered", &args)
            }
            Change::RuleAdded { rule: id } => say("change-rule-added", &[rule(id)]),
            Change::RuleRemoved { rule: id } => say("change-rule-removed", &[rule(id)]),
            Change::LimitChanged { rule: id, limit, before, after } => {
                let value = |value: &Option<String>| match value {
                    Some(value) => wording::limit_value(words, value),
                    None => wording::plain(words, "change-no-limit"),
                };
                let limit = wording::limit_name(words, limit);
                say("change-limit", &[rule(id), ("limit", limit), ("before", value(before)), ("after", value(after))])
            }
            Change::RuleAltered { rule: id } => say("change-rule-altered", &[rule(id)]),
        }
    }
}
