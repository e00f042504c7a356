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
        match change {
            Change::FollowUp { before, after } => {
                let period = |period| wording::period(self.words, period);
                self.say("change-follow-up", &[("before", period(before)), ("after", period(after))])
            }
            Change::VisitAdded { visit } => {
                let row = row(self.after, visit);
                let tasks = row.map(|row| self.joined(row.tasks.iter().map(|used| self.task(&used.task)).collect()));
                let when = self.told(self.after, visit, wording::visit_when);
                let tasks = tasks.unwrap_or_default();
                self.say("change-visit-added", &[("visit", self.label(visit)), ("when", when), ("tasks", tasks)])
            }
            Change::VisitRemoved { visit } => self.say("change-visit-removed", &[("visit", self.label(visit))]),
            Change::VisitMoved { visit } => self.both("change-visit-moved", visit, wording::visit_when),
            Change::WindowChanged { visit } => {
                self.both("change-window", visit, |words, visit| wording::window(words, &visit.window))
            }
            Change::ModesChanged { visit, added, removed } => {
                let key = match (added.is_empty(), removed.is_empty()) {
                    (false, true) => "change-modes-added",
                    (true, _) => "change-modes-removed",
                    (false, false) => "change-modes",
                };
                let modes = [("added", self.modes(added)), ("removed", self.modes(removed))];
                self.say(key, &[&[("visit", self.label(visit))], modes.as_slice()].concat())
            }
            Change::TaskAdded { task, visits } => self.task_at("change-task-added", task, self.after, visits),
            Change::TaskRemoved { task, visits } => self.task_at("change-task-removed", task, self.before, visits),
            Change::TaskAltered { task, visit } => {
                let uses =
                    [("before", self.uses(self.before, task, visit)), ("after", self.uses(self.after, task, visit))];
                let named = [("task", self.task(task)), ("visit", self.label(visit))];
                self.say("change-task-altered", &[named, uses].concat())
            }
            Change::RuleAdded { rule } => self.of_rule("change-rule-added", rule),
            Change::RuleRemoved { rule } => self.of_rule("change-rule-removed", rule),
            Change::RuleAltered { rule } => self.of_rule("change-rule-altered", rule),
            Change::ConsentAdded { form } => self.of_form("change-consent-added", form),
            Change::ConsentRemoved { form } => self.of_form("change-consent-removed", form),
            Change::ConsentAltered { form } => self.of_form("change-consent-altered", form),
            Change::ConsentVersion { form, version, effective_on, again } => {
                let on = effective_on.map(|on| self.words.date_short(&on.to_string())).unwrap_or_default();
                let within = again.map(|within| wording::period(self.words, &within)).unwrap_or_default();
                let key = match (effective_on, again) {
                    (Some(_), Some(_)) => "change-consent-version-again",
                    (Some(_), None) => "change-consent-version-from",
                    (None, _) => "change-consent-version",
                };
                let named = [("form", self.form(form)), ("version", version.clone())];
                self.say(key, &[named, [("on", on), ("within", within)]].concat())
            }
            Change::LimitChanged { rule, limit, before, after } => {
                let value = |value: &Option<String>| match value {
                    Some(value) => wording::limit_value(self.words, value),
                    None => wording::plain(self.words, "change-no-limit"),
                };
                let named =
                    [("rule", wording::rule_name(self.words, rule)), ("limit", wording::limit_name(self.words, limit))];
                self.say("change-limit", &[named, [("before", value(before)), ("after", value(after))]].concat())
            }
        }
    }

    fn say(&self, key: &str, pairs: &[(&str, String)]) -> String {
        let pairs: Vec<(&str, &str)> = pairs.iter().map(|(name, value)| (*name, value.as_str())).collect();
        self.words.say(key, &wording::texts(&pairs))
    }

    fn joined(&self, parts: Vec<String>) -> String {
        parts.join(&wording::plain(self.words, "list-joint"))
    }

    fn label(&self, code: &str) -> String {
        let visit = row(self.after, code).or_else(|| row(self.before, code));
        visit.map_or_else(|| code.to_owned(), |visit| wording::visit_label(self.words.tag(), visit))
    }

    fn told(&self, protocol: &Protocol, code: &str, tell: fn(&Words, &Visit) -> String) -> String {
        row(protocol, code).map(|visit| tell(self.words, visit)).unwrap_or_default()
    }

    fn both(&self, key: &str, code: &str, tell: fn(&Words, &Visit) -> String) -> String {
        let [before, after] = [self.before, self.after].map(|protocol| self.told(protocol, code, tell));
        self.say(key, &[("visit", self.label(code)), ("before", before), ("after", after)])
    }

    fn task(&self, code: &str) -> String {
        let known = if self.after.task(code).is_some() { self.after } else { self.before };
        wording::task_label(self.words.tag(), code, known)
    }

    fn modes(&self, modes: &[Mode]) -> String {
        let word = |mode: &Mode| wording::plain(self.words, &format!("mode-{}", wording::wire(mode)));
        self.joined(modes.iter().map(word).collect())
    }

    fn task_at(&self, key: &str, task: &str, protocol: &Protocol, rows: &[String]) -> String {
        let place = |code: &String| {
            let when = self.told(protocol, code, wording::visit_when);
            self.say("change-row", &[("visit", self.label(code)), ("when", when)])
        };
        let visits = self.joined(rows.iter().map(place).collect());
        self.say(key, &[("task", self.task(task)), ("visits", visits)])
    }

    /// Under which conditions a task is asked at a row; a task may be asked twice.
    fn uses(&self, protocol: &Protocol, task: &str, code: &str) -> String {
        let uses = row(protocol, code).into_iter().flat_map(|row| &row.tasks).filter(|used| &*used.task == task);
        let said = uses.map(|used| {
            let said = wording::task_condition(self.words, used);
            if said.is_empty() { wording::plain(self.words, "condition-always") } else { said }
        });
        said.collect::<Vec<_>>().join(&wording::plain(self.words, "condition-or"))
    }

    fn form(&self, code: &str) -> String {
        let form = self.after.consent(code).or_else(|| self.before.consent(code));
        form.map_or_else(|| code.to_owned(), |form| protocol::text(&form.label, self.words.tag()).to_owned())
    }

    fn of_form(&self, key: &str, code: &str) -> String {
        self.say(key, &[("form", self.form(code))])
    }

    fn of_rule(&self, key: &str, rule: &str) -> String {
        self.say(key, &[("rule", wording::rule_name(self.words, rule))])
    }
}

fn row<'p>(protocol: &'p Protocol, code: &str) -> Option<&'p Visit> {
    protocol.visits.iter().find(|visit| visit.code == code)
}
