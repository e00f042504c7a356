//! An assessment as the ledger keeps it: self-described, readable without today's forms.
//!
//! "Not detected", "detected below the limit of quantification", "not done, because", "asked: nothing
//! to report" and "not asked" (the key is absent) are five different things and stay so.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::date::{civil::CivilDate, partial::PartialDate};

/// Answers by field key; a key that is absent was not asked.
pub type Answers = BTreeMap<String, Answer>;

/// One form, filled and checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assessment {
    /// Kind in kebab-case (`integration-site`); a kind this program does not know is kept untouched.
    pub kind: String,
    /// Edition of the form that asked.
    pub edition: u16,
    /// Day of the examination or of the sample, not of the entry.
    pub collected_on: CivilDate,
    pub closure: Closure,
    pub answers: Answers,
}

/// How the form as a whole was closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum Closure {
    /// Answered field by field.
    Answered,
    /// Asked in full; nothing to report.
    NothingToReport,
    /// Not done at all.
    NotDone { because: String },
    /// Sample taken; the laboratory has not reported yet.
    Awaited,
}

/// One field's answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum Answer {
    Text {
        text: String,
    },
    /// One option of a closed list; yes/no/unknown is such a list.
    Choice {
        code: String,
    },
    Choices {
        codes: Vec<String>,
    },
    /// A measurement, as typed: the decimal keeps its digits, the unit is a UCUM code ("" = a pure number).
    Number {
        value: Decimal,
        unit: String,
        #[serde(default, skip_serializing_if = "Comparator::is_equal")]
        comparator: Comparator,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        lod: Option<Decimal>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        lloq: Option<Decimal>,
    },
    NotDetected {
        unit: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        lod: Option<Decimal>,
    },
    BelowQuantification {
        unit: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        lloq: Option<Decimal>,
    },
    Date {
        on: PartialDate,
    },
    Table {
        rows: Vec<Answers>,
    },
    /// A document that is too large for a line of the ledger, by the digest of its bytes: whoever changes a byte of it
    /// breaks the entry that names it.
    Attachment {
        attachment: Attachment,
    },
    NotDone {
        because: String,
    },
    NothingToReport,
}

/// What an entry says of a document kept beside the ledger.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    /// SHA-256 of the bytes, hexadecimal.
    pub sha256: String,
    /// Name of the file as it came, or of the sample it holds.
    pub name: String,
    pub bytes: u64,
}

/// HL7 FHIR quantity-comparator, with equality named.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
pub enum Comparator {
    #[serde(rename = "<")]
    Less,
    #[serde(rename = "<=")]
    AtMost,
    #[default]
    #[serde(rename = "=")]
    Equal,
    #[serde(rename = ">=")]
    AtLeast,
    #[serde(rename = ">")]
    Greater,
}

impl Comparator {
    fn is_equal(&self) -> bool {
        *self == Self::Equal
    }
}

impl Answer {
    pub fn number(value: Decimal, unit: &str) -> Self {
        Self::Number { value, unit: unit.to_owned(), comparator: Comparator::Equal, lod: None, lloq: None }
    }

    pub fn choice(code: &str) -> Self {
        Self::Choice { code: code.to_owned() }
    }

    pub fn text(text: &str) -> Self {
        Self::Text { text: text.to_owned() }
    }
}

/// Typed looks into the answers; `None` when the field was not answered with such a thing.
impl Assessment {
    pub fn get(&self, key: &str) -> Option<&Answer> {
        self.answers.get(key)
    }

    /// Numeric value regardless of comparator; `None` for a result without a number.
    pub fn decimal(&self, key: &str) -> Option<Decimal> {
        decimal(&self.answers, key)
    }

    pub fn code(&self, key: &str) -> Option<&str> {
        code(&self.answers, key)
    }

    pub fn text(&self, key: &str) -> Option<&str> {
        match self.get(key)? {
            Answer::Text { text } => Some(text),
            _ => None,
        }
    }

    pub fn date(&self, key: &str) -> Option<PartialDate> {
        match self.get(key)? {
            Answer::Date { on } => Some(*on),
            _ => None,
        }
    }

    pub fn attachment(&self, key: &str) -> Option<&Attachment> {
        match self.get(key)? {
            Answer::Attachment { attachment } => Some(attachment),
            _ => None,
        }
    }

    /// Rows of a table field; empty when there is none.
    pub fn rows(&self, key: &str) -> &[Answers] {
        match self.get(key) {
            Some(Answer::Table { rows }) => rows,
            _ => &[],
        }
    }
}

/// Number in one set of answers (a form's or a table row's).
pub fn decimal(answers: &Answers, key: &str) -> Option<Decimal> {
    match answers.get(key)? {
        Answer::Number { value, .. } => Some(*value),
        _ => None,
    }
}

/// Chosen option in one set of answers.
pub fn code<'a>(answers: &'a Answers, key: &str) -> Option<&'a str> {
    match answers.get(key)? {
        Answer::Choice { code } => Some(code),
        _ => None,
    }
}
