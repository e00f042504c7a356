//! Parts of the consent that were withdrawn, in words: at the head of the subject, on the visit, in the audit.

use facts::fact::ConsentPart;
use facts::{CivilDate, Life};
use words::Words;

use crate::wire::course::WithdrawalLine;
use crate::wording;

/// "further samples, use of the data".
pub(crate) fn parts_text(words: &Words, parts: &[ConsentPart]) -> String {
    let said = parts.iter().map(|part| wording::plain(words, &format!("consent-part-{}", wording::wire(part))));
    said.collect::<Vec<_>>().join(&wording::plain(words, "list-joint"))
}

/// Every withdrawal, newest first; those that still hold say so.
pub(crate) fn lines(words: &Words, life: &Life, today: CivilDate) -> Vec<WithdrawalLine> {
    let line = |kept: &facts::Kept<facts::fact::Withdrawal>| {
        let fact = &kept.fact;
        let holds = fact.until_on.is_none_or(|until_on| today < until_on);
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
