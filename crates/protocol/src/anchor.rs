//! The day that an offset counts from.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A named day in a subject's life. Written `dosing`, `dosing:2`, `dosing:last`, `dosing:each`, `enrolment`,
/// `consent`, `birth`, `majority`, `previous-visit` or `event:<name>`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(try_from = "String", into = "String")]
#[specta(type = String)]
pub enum Anchor {
    Dosing(DosingPick),
    Enrolment,
    Consent,
    Birth,
    Majority,
    PreviousVisit,
    Event(String),
}

/// Which administration. What a further one does is said by the pick: `First` lets follow-up go on as it was, `Last`
/// starts it anew, `Each` follows every one beside the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DosingPick {
    First,
    Last,
    Each,
    Number(u8),
}

/// The text names no anchor.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no such anchor: {text}")]
pub struct NoSuchAnchor {
    pub text: String,
}

impl Anchor {
    /// Fluent key that names it in words; see [`Anchor::number`] for its argument.
    ///
    /// ```
    /// let anchor: protocol::Anchor = "dosing:2".parse().unwrap();
    /// assert_eq!((anchor.word().as_str(), anchor.number()), ("anchor-dosing-number", Some(2)));
    /// ```
    pub fn word(&self) -> String {
        let name = match self {
            Self::Dosing(DosingPick::First) => "dosing",
            Self::Dosing(DosingPick::Last) => "dosing-last",
            Self::Dosing(DosingPick::Each) => "dosing-each",
            Self::Dosing(DosingPick::Number(_)) => "dosing-number",
            Self::Enrolment => "enrolment",
            Self::Consent => "consent",
            Self::Birth => "birth",
            Self::Majority => "majority",
            Self::PreviousVisit => "previous-visit",
            Self::Event(_) => "event",
        };
        format!("anchor-{name}")
    }

    /// Which administration, where one is counted.
    pub fn number(&self) -> Option<u8> {
        match self {
            Self::Dosing(DosingPick::Number(number)) => Some(*number),
            _ => None,
        }
    }
}

impl FromStr for Anchor {
    type Err = NoSuchAnchor;

    fn from_str(text: &str) -> Result<Self, NoSuchAnchor> {
        let wrong = || NoSuchAnchor { text: text.to_owned() };
        Ok(match text.split_once(':') {
            None => match text {
                "dosing" => Self::Dosing(DosingPick::First),
                "enrolment" => Self::Enrolment,
                "consent" => Self::Consent,
                "birth" => Self::Birth,
                "majority" => Self::Majority,
                "previous-visit" => Self::PreviousVisit,
                _ => return Err(wrong()),
            },
            Some(("dosing", "last")) => Self::Dosing(DosingPick::Last),
            Some(("dosing", "each")) => Self::Dosing(DosingPick::Each),
            Some(("dosing", n)) => {
                let number = n.parse().ok().filter(|n| *n > 0).ok_or_else(wrong)?;
                Self::Dosing(DosingPick::Number(number))
            }
            Some(("event", name)) if !name.is_empty() => Self::Event(name.to_owned()),
            Some(_) => return Err(wrong()),
        })
    }
}

impl TryFrom<String> for Anchor {
    type Error = NoSuchAnchor;
    fn try_from(text: String) -> Result<Self, NoSuchAnchor> {
        text.parse()
    }
}

impl From<Anchor> for String {
    fn from(anchor: Anchor) -> Self {
        anchor.to_string()
    }
}

impl fmt::Display for Anchor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Dosing(DosingPick::First) => f.write_str("dosing"),
            Self::Dosing(DosingPick::Last) => f.write_str("dosing:last"),
            Self::Dosing(DosingPick::Each) => f.write_str("dosing:each"),
            Self::Dosing(DosingPick::Number(n)) => write!(f, "dosing:{n}"),
            Self::Enrolment => f.write_str("enrolment"),
            Self::Consent => f.write_str("consent"),
            Self::Birth => f.write_str("birth"),
            Self::Majority => f.write_str("majority"),
            Self::PreviousVisit => f.write_str("previous-visit"),
            Self::Event(name) => write!(f, "event:{name}"),
        }
    }
}
