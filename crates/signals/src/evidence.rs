//! What a finding rests on: the answers themselves, with the records that hold them.

use facts::answer::{Answer, Assessment};
use facts::fact::Recorded;
use facts::{CivilDate, Comparator, EntryId, Kept, RecordId};
use serde::{Deserialize, Serialize};

/// One answer that a rule looked at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    pub record: RecordId,
    /// The version that was looked at, as it was first written: another version is other evidence, another site is not.
    pub entry: EntryId,
    pub kind: String,
    pub field: String,
    pub on: CivilDate,
    /// Value and unit as typed.
    pub shown: String,
}

/// An argument of the explaining sentence; `words` gives it its form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", content = "value", rename_all = "kebab-case")]
pub enum Arg {
    Text(String),
    /// Decimal digits.
    Number(String),
    Date(CivilDate),
    /// A key of the catalogue.
    Term(String),
}

impl Evidence {
    pub(crate) fn of(kept: &Kept<Recorded>, field: &str) -> Self {
        let assessment = &kept.fact.assessment;
        Self {
            record: kept.record,
            entry: kept.first,
            kind: assessment.kind.clone(),
            field: field.to_owned(),
            on: assessment.collected_on,
            shown: assessment.get(field).map(|answer| shown(answer, assessment)).unwrap_or_default(),
        }
    }

    /// For an answer that is a table: the part of it that counted.
    #[must_use]
    pub(crate) fn showing(self, shown: String) -> Self {
        Self { shown, ..self }
    }
}

/// As typed, without words: sentences are made elsewhere.
fn shown(answer: &Answer, assessment: &Assessment) -> String {
    let with_unit = |value: &rust_decimal::Decimal, unit: &str| assess::units::written(&value.to_string(), unit);
    let below = |limit: &Option<rust_decimal::Decimal>, unit: &str| {
        limit.map_or_else(|| "–".to_owned(), |limit| format!("<{}", with_unit(&limit, unit)))
    };
    match answer {
        Answer::Number { value, unit, comparator, .. } => {
            let sign = match comparator {
                Comparator::Equal => "",
                Comparator::Less => "<",
                Comparator::AtMost => "≤",
                Comparator::AtLeast => "≥",
                Comparator::Greater => ">",
            };
            format!("{sign}{}", with_unit(value, unit))
        }
        Answer::Text { text } => text.clone(),
        Answer::Choice { code } => code.clone(),
        Answer::Choices { codes } => codes.join(", "),
        Answer::Date { on } => on.to_string(),
        Answer::Attachment { attachment } => attachment.name.clone(),
        Answer::Table { .. } => assessment.decimal("top-share").map(|share| format!("{share} %")).unwrap_or_default(),
        Answer::NotDetected { unit, lod } => below(lod, unit),
        Answer::BelowQuantification { unit, lloq } => below(lloq, unit),
        Answer::NotDone { .. } | Answer::NothingToReport => String::new(),
    }
}
