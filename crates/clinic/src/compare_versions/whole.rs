//! Changes of the study as a whole, in words: times, yardsticks, days to be recorded, names, and the family's sheet.

use facts::Period;
use protocol::{Anchor, FamilyPart, FamilyText, Lasting, Localised, Named, Precaution, Protocol, Yardstick};

use super::{Telling, row};
use crate::wording;

impl Telling<'_> {
    pub(super) fn counted_from(&self, before: &Anchor, after: &Anchor) -> String {
        let anchor = |anchor, protocol| wording::anchor_in(self.words, self.words.tag(), anchor, protocol);
        let both = [("before", anchor(before, self.before)), ("after", anchor(after, self.after))];
        self.say("change-follow-up-from", &both)
    }

    pub(super) fn lasting(&self, of: Lasting, before: &Period, after: &Period) -> String {
        let told = |period| match of {
            Lasting::AgeOfMajority => wording::age_of(self.words, period),
            Lasting::ResultsWithin | Lasting::DueSoon => wording::period(self.words, period),
        };
        let key = format!("change-lasting-{}", wording::wire(&of));
        self.say(&key, &[("before", told(before)), ("after", told(after))])
    }

    pub(super) fn judged_by(&self, what: Yardstick, before: &str, after: &str) -> String {
        let told = |value: &str| match what {
            Yardstick::Ctcae => value.to_owned(),
            Yardstick::Growth => {
                let reference = assess::growth::reference(value);
                reference.map_or_else(|| value.to_owned(), crate::growth_chart::editions)
            }
        };
        let key = format!("change-judged-{}", wording::wire(&what));
        self.say(&key, &[("before", told(before)), ("after", told(after))])
    }

    pub(super) fn event(&self, name: &str) -> String {
        let event = self.after.event(name).or_else(|| self.before.event(name));
        event.map_or_else(|| name.to_owned(), |event| protocol::text(&event.label, self.words.tag()).to_owned())
    }

    pub(super) fn called(&self, what: Named, code: &str) -> String {
        let label = |protocol: &Protocol| -> Option<Localised> {
            Some(match what {
                Named::Visit => row(protocol, code)?.label.clone(),
                Named::Task => protocol.task(code)?.label.clone(),
                Named::Event => protocol.event(code)?.label.clone(),
                Named::Consent => protocol.consent(code)?.label.clone(),
                Named::Stopping => protocol.stopping.iter().find(|rule| rule.code == code)?.label.clone(),
            })
        };
        let [before, after] = [self.before, self.after].map(|protocol| label(protocol).unwrap_or_default());
        self.text_of("change-called", code, &before, &after)
    }

    /// A text before and after; where it reads the same in this language, another one differs.
    pub(super) fn text_of(&self, key: &str, what: &str, before: &Localised, after: &Localised) -> String {
        let [before, after] = [before, after].map(|text| protocol::text(text, self.words.tag()).replace("{n}", "n"));
        if before == after {
            return self
                .say("change-in-another-language", &[("what", if after.is_empty() { what.into() } else { after })]);
        }
        let [before, after] = [before, after].map(|text| match text.is_empty() {
            true => wording::plain(self.words, "change-nothing"),
            false => text,
        });
        self.say(key, &[("what", what.to_owned()), ("before", before), ("after", after)])
    }

    /// Only the lines that come and go: a sheet is long.
    pub(super) fn family(&self, part: FamilyPart) -> String {
        let [before, after] = [self.before, self.after].map(|protocol| self.lines(part, &protocol.family));
        let only = |these: &[String], those: &[String]| -> Vec<String> {
            these.iter().filter(|line| !those.contains(line)).cloned().collect()
        };
        let name = wording::plain(self.words, &format!("change-sheet-{}", wording::wire(&part)));
        let line = |key: &str, lines: Vec<String>| {
            (!lines.is_empty()).then(|| self.say(key, &[("part", name.clone()), ("text", self.parts(lines))]))
        };
        let added = line("change-sheet-added", only(&after, &before));
        let removed = line("change-sheet-removed", only(&before, &after));
        let said: Vec<String> = added.into_iter().chain(removed).collect();
        if said.is_empty() { self.say("change-in-another-language", &[("what", name)]) } else { self.parts(said) }
    }

    fn lines(&self, part: FamilyPart, sheet: &FamilyText) -> Vec<String> {
        let said = |text: &Localised| protocol::text(text, self.words.tag()).to_owned();
        let lines: Vec<String> = match part {
            FamilyPart::Bring => vec![said(&sheet.bring)],
            FamilyPart::CallIf => sheet.call_if.iter().map(said).collect(),
            FamilyPart::PleaseDoNot => sheet.please_do_not.iter().map(said).collect(),
            FamilyPart::Precautions => sheet.precautions.iter().map(|one| self.precaution(one)).collect(),
            FamilyPart::Moving => vec![said(&sheet.moving)],
        };
        lines.into_iter().filter(|line| !line.is_empty()).collect()
    }

    /// "Wash your hands (until cleared: urine; then: swim again)".
    fn precaution(&self, one: &Precaution) -> String {
        let said = |text: &Localised| protocol::text(text, self.words.tag()).to_owned();
        let matrix = |matrix: &String| wording::plain(self.words, &format!("shedding-matrix-{matrix}"));
        let matrices = match one.matrices.is_empty() {
            true => wording::plain(self.words, "change-every-matrix"),
            false => self.joined(one.matrices.iter().map(matrix).collect()),
        };
        let then = said(&one.then);
        let key = if then.is_empty() { "change-precaution" } else { "change-precaution-then" };
        self.say(key, &[("ask", said(&one.ask)), ("matrices", matrices), ("then", then)])
    }
}
