//! Changes of the forms that are signed, in words.

use facts::fact::GivenBy;
use facts::{CivilDate, Period};
use protocol::{ConsentForm, Protocol};

use super::Telling;
use crate::wording;

impl Telling<'_> {
    pub(super) fn form(&self, code: &str) -> String {
        let form = self.after.consent(code).or_else(|| self.before.consent(code));
        form.map_or_else(|| code.to_owned(), |form| protocol::text(&form.label, self.words.tag()).to_owned())
    }

    pub(super) fn of_form(&self, key: &str, code: &str) -> String {
        self.say(key, &[("form", self.form(code))])
    }

    pub(super) fn consent_version(
        &self,
        form: &str,
        version: &str,
        effective_on: Option<CivilDate>,
        again: Option<Period>,
    ) -> String {
        let on = effective_on.map(|on| self.words.date_short(&on.to_string())).unwrap_or_default();
        let within = again.map(|within| wording::period(self.words, &within)).unwrap_or_default();
        let key = match (effective_on, again) {
            (Some(_), Some(_)) => "change-consent-version-again",
            (Some(_), None) => "change-consent-version-from",
            (None, _) => "change-consent-version",
        };
        let named = [("form", self.form(form)), ("version", version.to_owned())];
        self.say(key, &[named, [("on", on), ("within", within)]].concat())
    }

    pub(super) fn consent_altered(&self, code: &str) -> String {
        let asks = |protocol: &Protocol| protocol.consent(code).map(|form| self.asks(form)).unwrap_or_default();
        let both = self.differing(&asks(self.before), &asks(self.after));
        self.say("change-consent-altered", &[&[("form", self.form(code))], both.as_slice()].concat())
    }

    /// Who signs a form, at what age, within what time, in which versions, and what the family reads.
    fn asks(&self, form: &ConsentForm) -> Vec<String> {
        let period = |within: &Period| wording::period(self.words, within);
        let age = |age: &Period| wording::age_of(self.words, age);
        let giver = |by: &GivenBy| wording::plain(self.words, &format!("consent-by-{}", wording::wire(by)));
        let givers = self.joined(form.given_by.iter().map(giver).collect());
        let mut parts = vec![
            wording::plain(self.words, &format!("signed-kind-{}", wording::wire(&form.kind))),
            self.say("study-consent-by", &[("by", givers)]),
        ];
        parts.extend(form.age_from.map(|from| self.say("study-consent-from", &[("age", age(&from))])));
        parts.extend(form.age_under.map(|under| self.say("study-consent-under", &[("age", age(&under))])));
        parts.extend(form.within.map(|within| self.say("study-consent-within", &[("within", period(&within))])));
        let guardian = form.new_guardian_within;
        parts.extend(guardian.map(|within| self.say("change-consent-guardian", &[("within", period(&within))])));
        let versions = form.versions.iter().map(|version| version.version.clone()).collect();
        parts.push(self.say("change-consent-versions", &[("versions", self.joined(versions))]));
        let family = protocol::text(&form.family, self.words.tag());
        if !family.is_empty() {
            parts.push(self.say("change-consent-family", &[("text", family.to_owned())]));
        }
        parts
    }

    pub(super) fn main_consent(&self, before: Option<&str>, after: Option<&str>) -> String {
        let named = |code: Option<&str>| match code {
            Some(code) => self.form(code),
            None => wording::plain(self.words, "change-nothing"),
        };
        self.say("change-main-consent", &[("before", named(before)), ("after", named(after))])
    }
}
