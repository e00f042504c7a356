//! Consent in words: the parts that were withdrawn, at the head of the subject, on the visit, in the audit; and what the
//! ledger says of a form that was signed.

use std::collections::BTreeMap;

use facts::fact::{ConsentPart, SamplesDecided, Withdrawal};
use facts::{CivilDate, Consent, Fact, Life};
use words::Words;

use crate::wire::course::WithdrawalLine;
use crate::{Clinic, wording};

/// "further samples, use of the data".
pub(crate) fn parts_text(words: &Words, parts: &[ConsentPart]) -> String {
    let said = parts.iter().map(|part| wording::plain(words, &format!("consent-part-{}", wording::wire(part))));
    said.collect::<Vec<_>>().join(&wording::plain(words, "list-joint"))
}

/// "samples kept until then: destroyed on 3 Jun 2030".
fn samples_text(words: &Words, decided: SamplesDecided) -> String {
    let fate = wording::plain(words, &format!("sample-fate-{}", wording::wire(&decided.fate)));
    let on = words.date_short(&decided.on.to_string());
    words.say("consent-samples", &wording::texts(&[("fate", &fate), ("on", &on)]))
}

/// Every withdrawal, newest first; those that still hold say so.
pub(crate) fn lines(words: &Words, life: &Life, today: CivilDate) -> Vec<WithdrawalLine> {
    let line = |kept: &facts::Kept<facts::fact::Withdrawal>| {
        let fact = &kept.fact;
        let holds = fact.on <= today && fact.until_on.is_none_or(|until_on| today < until_on);
        let day = |on: CivilDate| words.date_short(&on.to_string());
        let by = wording::plain(words, &format!("consent-by-{}", wording::wire(&fact.by)));
        let pairs = [
            ("parts", parts_text(words, &fact.of)),
            ("on", day(fact.on)),
            ("by", by),
            ("until", fact.until_on.map(day).unwrap_or_default()),
        ];
        let pairs: Vec<(&str, &str)> = pairs.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let key = if fact.until_on.is_some() { "consent-given-again" } else { "consent-withdrawn" };
        WithdrawalLine {
            samples: fact.samples.map(|decided| decided.fate),
            samples_on: fact.samples.map(|decided| decided.on),
            samples_text: fact.samples.map(|decided| samples_text(words, decided)).unwrap_or_default(),
            record: kept.record,
            of: fact.of.clone(),
            on: fact.on,
            until_on: fact.until_on,
            by: fact.by,
            document: fact.document.clone(),
            because: fact.because.clone(),
            text: words.say(key, &wording::texts(&pairs)),
            holds,
        }
    };
    life.withdrawals.iter().rev().map(line).collect()
}

impl Clinic {
    /// "Not to be called or written to since 20 May 2030".
    pub(crate) fn uncalled_text(&self, on: CivilDate) -> String {
        self.words.say("consent-uncalled", &wording::texts(&[("on", &self.words.date_short(&on.to_string()))]))
    }

    /// "Consent main, version 2.0": the study's own words stand in its protocol, which the ledger's line does not know.
    pub(crate) fn consent_headline(&self, consent: &Consent) -> String {
        let kind = wording::plain(&self.words, &format!("signed-kind-{}", wording::wire(&consent.kind)));
        let form = [kind.as_str(), consent.form.as_str()].join(" ");
        let pairs = [("form", form.trim()), ("version", consent.version.as_str())];
        self.words.say("signed-version", &wording::texts(&pairs))
    }

    /// Field -> (label, value as shown), with words for what is a code and without the reference to the sealed list.
    pub(crate) fn fields_of_consent(&self, fact: &Fact) -> BTreeMap<String, (String, String)> {
        let mut fields = self.plain_fields(fact);
        fields.remove("guardian");
        let word = |key: &str| wording::plain(&self.words, key);
        for (name, (_, value)) in &mut fields {
            *value = match name.as_str() {
                "kind" => word(&format!("signed-kind-{value}")),
                "by" => word(&format!("consent-by-{value}")),
                "relation" => word(&format!("relation-{value}")),
                "copy_given" | "witness" | "interpreter" | "declined" => {
                    word(if value == "true" { "option-yes" } else { "option-no" })
                }
                _ => continue,
            };
        }
        fields
    }

    /// What became of samples in words.
    pub(crate) fn fields_of_withdrawal(
        &self,
        fact: &Fact,
        withdrawal: &Withdrawal,
    ) -> BTreeMap<String, (String, String)> {
        let mut fields = self.plain_fields(fact);
        if let (Some(field), Some(decided)) = (fields.get_mut("samples"), withdrawal.samples) {
            field.1 = samples_text(&self.words, decided);
        }
        fields
    }
}
