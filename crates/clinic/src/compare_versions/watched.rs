//! Changes of what watches over people, in words: safety rules, stopping rules, background rates, the contact ladder.

use protocol::{CallFor, Protocol, ReportWhen, Severity, Step, Stopping};

use super::Telling;
use crate::cohort::{boundary_text, counts_text};
use crate::wording;

impl Telling<'_> {
    pub(super) fn of_rule(&self, key: &str, rule: &str) -> String {
        self.say(key, &[("rule", wording::rule_name(self.words, rule))])
    }

    pub(super) fn limit(&self, rule: &str, limit: &str, before: Option<&str>, after: Option<&str>) -> String {
        let value = |value: Option<&str>| match value {
            Some(value) => wording::limit_value(self.words, value),
            None => wording::plain(self.words, "change-no-limit"),
        };
        let named = [("rule", wording::rule_name(self.words, rule)), ("limit", wording::limit_name(self.words, limit))];
        self.say("change-limit", &[named, [("before", value(before)), ("after", value(after))]].concat())
    }

    pub(super) fn rule_genes(&self, rule: &str, added: &[String], removed: &[String]) -> String {
        let keys = ["change-rule-genes-added", "change-rule-genes-removed"];
        self.come_and_gone(keys, rule, added.to_vec(), removed.to_vec())
    }

    pub(super) fn rule_severity(&self, rule: &str, before: Severity, after: Severity) -> String {
        let severity = |severity| wording::severity(self.words, severity);
        let named = [("rule", wording::rule_name(self.words, rule))];
        self.say(
            "change-rule-severity",
            &[&named[..], &[("before", severity(before)), ("after", severity(after))]].concat(),
        )
    }

    pub(super) fn rule_calls(&self, rule: &str, added: &[CallFor], removed: &[CallFor]) -> String {
        let told = |calls: &[CallFor], protocol| calls.iter().map(|call| self.call(call, protocol)).collect();
        let keys = ["change-rule-calls-added", "change-rule-calls-removed"];
        self.come_and_gone(keys, rule, told(added, self.after), told(removed, self.before))
    }

    /// What a rule has more, and what it has no longer.
    fn come_and_gone(&self, keys: [&str; 2], rule: &str, added: Vec<String>, removed: Vec<String>) -> String {
        let named = |lines: Vec<String>| [("rule", wording::rule_name(self.words, rule)), ("what", self.joined(lines))];
        let told = keys.into_iter().zip([added, removed]).filter(|(_, lines)| !lines.is_empty());
        self.parts(told.map(|(key, lines)| self.say(key, &named(lines))).collect())
    }

    /// A call with the events that its clock is for, and an evaluation with its time.
    fn call(&self, call: &CallFor, protocol: &Protocol) -> String {
        let said = wording::call(self.words, self.words.tag(), call, protocol);
        match call {
            CallFor::Report {
                when: when @ (ReportWhen::FatalOrLifeThreatening | ReportWhen::OtherSerious), ..
            } => {
                let of = wording::plain(self.words, &format!("change-report-{}", wording::wire(when)));
                self.say("change-report-of", &[("report", said), ("of", of)])
            }
            CallFor::Evaluate { within: Some(within), .. } => {
                self.say("call-task", &[("within", wording::period(self.words, within)), ("task", said)])
            }
            _ => said,
        }
    }

    /// "2 × telephone, 7 days after what came before, within 3 days".
    pub(super) fn ladder(&self) -> String {
        let step = |step: &Step| {
            let channel = wording::option(self.words, "contact-attempt", "channel", &step.channel);
            let period = |period| wording::period(self.words, period);
            let times = step.times.to_string();
            let named = [("channel", channel), ("times", times)];
            let days = [("after", period(&step.after)), ("within", period(&step.within))];
            self.say("change-ladder-step", &[named, days].concat())
        };
        let steps = |protocol: &Protocol| {
            let ladder = protocol.ladder.as_ref()?;
            Some(self.parts(ladder.steps.iter().map(step).collect()))
        };
        let none = || wording::plain(self.words, "change-nothing");
        let [before, after] = [self.before, self.after].map(|protocol| steps(protocol).unwrap_or_else(none));
        self.say("change-ladder", &[("before", before), ("after", after)])
    }

    pub(super) fn stopping_named(&self, key: &str, code: &str) -> String {
        let rule = stopping(self.after, code).or_else(|| stopping(self.before, code));
        let told = rule.map(|rule| self.parts(self.stopping(rule))).unwrap_or_default();
        let label = rule.map(|rule| protocol::text(&rule.label, self.words.tag()).to_owned()).unwrap_or_default();
        self.say(key, &[("rule", label), ("what", told)])
    }

    pub(super) fn stopping_altered(&self, code: &str) -> String {
        let told = |protocol| stopping(protocol, code).map(|rule| self.stopping(rule)).unwrap_or_default();
        let label = stopping(self.after, code).map(|rule| protocol::text(&rule.label, self.words.tag()).to_owned());
        let both = self.differing(&told(self.before), &told(self.after));
        self.say("change-stopping-altered", &[&[("rule", label.unwrap_or_default())], both.as_slice()].concat())
    }

    /// What counts, how soon, for how many people, and the boundary.
    fn stopping(&self, rule: &Stopping) -> Vec<String> {
        let counts = self.joined(rule.counts.iter().map(|counts| counts_text(self.words, counts)).collect());
        let counted = match &rule.within {
            Some(within) => {
                self.say("cohort-within", &[("what", counts), ("within", wording::period(self.words, within))])
            }
            None => counts,
        };
        let people = self.words.say("change-stopping-people", &wording::number("n", rule.people));
        vec![counted, people, boundary_text(self.words, &rule.boundary, rule.people)]
    }

    pub(super) fn background(&self) -> String {
        let rows = |protocol: &Protocol| protocol.background.as_ref().map_or(0, |table| table.rates().len());
        let mut args = wording::number("before", rows(self.before));
        args.extend(wording::number("after", rows(self.after)));
        self.words.say("change-background", &args)
    }
}

fn stopping<'p>(protocol: &'p Protocol, code: &str) -> Option<&'p Stopping> {
    protocol.stopping.iter().find(|rule| rule.code == code)
}
