//! What an amendment changes, in words, and for whom it was decided.

mod asked;
mod forms;
mod watched;
mod whole;

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
            Change::FollowUpFrom { before, after } => self.counted_from(before, after),
            Change::Lasting { of, before, after } => self.lasting(*of, before, after),
            Change::JudgedBy { what, before, after } => self.judged_by(*what, before, after),
            Change::EventAdded { event } => self.say("change-event-added", &[("event", self.event(event))]),
            Change::EventRemoved { event } => self.say("change-event-removed", &[("event", self.event(event))]),
            Change::Called { what, code } => self.called(*what, code),
            Change::VisitAdded { visit } => self.visit_added(visit),
            Change::VisitRemoved { visit } => self.say("change-visit-removed", &[("visit", self.label(visit))]),
            Change::VisitMoved { visit } => self.visit_moved(visit),
            Change::VisitCondition { visit } => {
                self.both("change-visit-condition", visit, |words, _, visit| wording::condition(words, &visit.when))
            }
            Change::WindowChanged { visit } => {
                self.both("change-window", visit, |words, _, visit| wording::window(words, &visit.window))
            }
            Change::ModesChanged { visit, added, removed } => self.modes_changed(visit, added, removed),
            Change::ModesOrder { visit } => self.modes_order(visit),
            Change::VisitFasting { visit, fasting } => self.fasting(visit, *fasting),
            Change::VisitMinutes { visit, before, after } => {
                let [before, after] = [before, after].map(|minutes| self.minutes(*minutes));
                let named = [("visit", self.label(visit)), ("before", before), ("after", after)];
                self.say("change-visit-minutes", &named)
            }
            Change::TaskAdded { task, visits } => self.task_at("change-task-added", task, self.after, visits),
            Change::TaskRemoved { task, visits } => self.task_at("change-task-removed", task, self.before, visits),
            Change::TaskAltered { task, visit } => self.task_altered(task, visit),
            Change::TaskDefined { task, part } => self.task_defined(task, *part),
            Change::RuleAdded { rule } => self.of_rule("change-rule-added", rule),
            Change::RuleRemoved { rule } => self.of_rule("change-rule-removed", rule),
            Change::RuleGenes { rule, added, removed } => self.rule_genes(rule, added, removed),
            Change::RuleSeverity { rule, before, after } => self.rule_severity(rule, *before, *after),
            Change::RuleCalls { rule, added, removed } => self.rule_calls(rule, added, removed),
            Change::LimitChanged { rule, limit, before, after } => {
                self.limit(rule, limit, before.as_deref(), after.as_deref())
            }
            Change::ConsentAdded { form } => self.of_form("change-consent-added", form),
            Change::ConsentRemoved { form } => self.of_form("change-consent-removed", form),
            Change::ConsentAltered { form } => self.consent_altered(form),
            Change::ConsentVersion { form, version, effective_on, again } => {
                self.consent_version(form, version, *effective_on, *again)
            }
            Change::ConsentVersionRemoved { form, version } => {
                self.say("change-consent-version-removed", &[("form", self.form(form)), ("version", version.clone())])
            }
            Change::MainConsent { before, after } => self.main_consent(before.as_deref(), after.as_deref()),
            Change::Ladder => self.ladder(),
            Change::StoppingAdded { code } => self.stopping_named("change-stopping-added", code),
            Change::StoppingRemoved { code } => self.stopping_named("change-stopping-removed", code),
            Change::StoppingAltered { code } => self.stopping_altered(code),
            Change::Background => self.background(),
            Change::Family { part } => self.family(*part),
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

    fn both(&self, key: &str, code: &str, tell: fn(&Words, &Protocol, &Visit) -> String) -> String {
        let told = |protocol: &Protocol| row(protocol, code).map(|visit| tell(self.words, protocol, visit));
        let [before, after] = [self.before, self.after].map(|protocol| told(protocol).unwrap_or_default());
        self.say(key, &[("visit", self.label(code)), ("before", before), ("after", after)])
    }

    fn task(&self, code: &str) -> String {
        let known = if self.after.task(code).is_some() { self.after } else { self.before };
        wording::task_label(self.words.tag(), code, known)
    }
}

fn row<'p>(protocol: &'p Protocol, code: &str) -> Option<&'p Visit> {
    protocol.visits.iter().find(|visit| visit.code == code)
}
