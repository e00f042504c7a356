//! The small language of the criteria: `high and value > 5 * base`, `no value or no uln`.
//!
//! Three answers, not two: a comparison with something that was not given is unknown, so that a missing baseline is
//! told and never read as "no".

use rust_decimal::Decimal;

use super::grade::{Measured, Range};

/// What a comparison can name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Name {
    Value,
    LowerLimit,
    UpperLimit,
    Baseline,
    /// Per cent from baseline.
    Change,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Condition {
    Any(Vec<Condition>),
    All(Vec<Condition>),
    Missing(Name),
    Given(Name),
    BaselineIs(Range),
    BaselineIsNot(Range),
    Compare(Operand, Sign, Operand),
}

/// `factor * name + plus`; a plain number has no name.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Operand {
    name: Option<Name>,
    factor: Decimal,
    plus: Decimal,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    Below,
    AtMost,
    Above,
    AtLeast,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Truth {
    True,
    False,
    /// Depends on what was not given.
    Unknown(Name),
}

impl Condition {
    pub fn holds(&self, measured: &Measured<'_>) -> Truth {
        match self {
            Self::Any(parts) => joined(parts, measured, Truth::True, Truth::False),
            Self::All(parts) => joined(parts, measured, Truth::False, Truth::True),
            Self::Missing(name) => truth(measured.named(*name).is_none()),
            Self::Given(name) => truth(measured.named(*name).is_some()),
            Self::BaselineIs(range) => truth(measured.baseline_range == Some(*range)),
            Self::BaselineIsNot(range) => truth(measured.baseline_range != Some(*range)),
            Self::Compare(left, sign, right) => match (left.number(measured), right.number(measured)) {
                (Err(missing), _) | (_, Err(missing)) => Truth::Unknown(missing),
                (Ok(left), Ok(right)) => truth(match sign {
                    Sign::Below => left < right,
                    Sign::AtMost => left <= right,
                    Sign::Above => left > right,
                    Sign::AtLeast => left >= right,
                }),
            },
        }
    }

    /// The first thing whose absence makes this condition true.
    pub fn missing(&self, measured: &Measured<'_>) -> Option<Name> {
        match self {
            Self::Any(parts) | Self::All(parts) => parts.iter().find_map(|part| part.missing(measured)),
            Self::Missing(name) => measured.named(*name).is_none().then_some(*name),
            _ => None,
        }
    }
}

fn truth(is: bool) -> Truth {
    if is { Truth::True } else { Truth::False }
}

/// `decides` if one part is that, else unknown if one part is, else `otherwise`.
fn joined(parts: &[Condition], measured: &Measured<'_>, decides: Truth, otherwise: Truth) -> Truth {
    let mut found = otherwise;
    for part in parts {
        match part.holds(measured) {
            part if part == decides => return decides,
            Truth::Unknown(name) if found == otherwise => found = Truth::Unknown(name),
            _ => {}
        }
    }
    found
}

impl Operand {
    /// Fifteen significant digits, as the criteria's source compares: a converted third does not miss its limit.
    fn number(&self, measured: &Measured<'_>) -> Result<Decimal, Name> {
        let number = match self.name {
            None => self.plus,
            Some(name) => {
                let value = measured.named(name).ok_or(name)?;
                value.checked_mul(self.factor).and_then(|value| value.checked_add(self.plus)).ok_or(name)?
            }
        };
        Ok(number.round_sf(15).unwrap_or(number))
    }
}

/// `None` when the text is not of this language.
pub(super) fn parse(text: &str) -> Option<Condition> {
    let spaced = text.replace('(', " ( ").replace(')', " ) ");
    let mut words = Words { words: spaced.split_whitespace().collect(), at: 0 };
    let condition = words.any()?;
    (words.at == words.words.len()).then_some(condition)
}

struct Words<'a> {
    words: Vec<&'a str>,
    at: usize,
}

impl<'a> Words<'a> {
    fn next(&mut self) -> Option<&'a str> {
        let word = self.words.get(self.at).copied();
        self.at += 1;
        word
    }

    fn took(&mut self, word: &str) -> bool {
        let is = self.words.get(self.at) == Some(&word);
        self.at += usize::from(is);
        is
    }

    fn any(&mut self) -> Option<Condition> {
        let mut parts = vec![self.all()?];
        while self.took("or") {
            parts.push(self.all()?);
        }
        Some(Condition::Any(parts))
    }

    fn all(&mut self) -> Option<Condition> {
        let mut parts = vec![self.one()?];
        while self.took("and") {
            parts.push(self.one()?);
        }
        Some(Condition::All(parts))
    }

    fn one(&mut self) -> Option<Condition> {
        if self.took("(") {
            let inner = self.any()?;
            return self.took(")").then_some(inner);
        }
        if self.took("no") {
            return name(self.next()?).map(Condition::Missing);
        }
        if self.took("has") {
            return name(self.next()?).map(Condition::Given);
        }
        if self.took("not") {
            return range(self.next()?).map(Condition::BaselineIsNot);
        }
        if let Some(range) = self.words.get(self.at).and_then(|word| range(word)) {
            self.at += 1;
            return Some(Condition::BaselineIs(range));
        }
        let left = self.operand()?;
        let sign = match self.next()? {
            "<" => Sign::Below,
            "<=" => Sign::AtMost,
            ">" => Sign::Above,
            ">=" => Sign::AtLeast,
            _ => return None,
        };
        Some(Condition::Compare(left, sign, self.operand()?))
    }

    /// `80`, `value`, `2.5 * uln`, `uln + 40`.
    fn operand(&mut self) -> Option<Operand> {
        let first = self.next()?;
        if let Some(name) = name(first) {
            let plus = if self.took("+") { self.next()?.parse().ok()? } else { Decimal::ZERO };
            return Some(Operand { name: Some(name), factor: Decimal::ONE, plus });
        }
        let number: Decimal = first.parse().ok()?;
        if self.took("*") {
            return Some(Operand { name: Some(name(self.next()?)?), factor: number, plus: Decimal::ZERO });
        }
        Some(Operand { name: None, factor: Decimal::ONE, plus: number })
    }
}

fn name(word: &str) -> Option<Name> {
    Some(match word {
        "value" => Name::Value,
        "lln" => Name::LowerLimit,
        "uln" => Name::UpperLimit,
        "base" => Name::Baseline,
        "change" => Name::Change,
        _ => return None,
    })
}

fn range(word: &str) -> Option<Range> {
    match word {
        "low" => Some(Range::Low),
        "high" => Some(Range::High),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holds(text: &str, value: Option<&str>, uln: Option<&str>) -> Truth {
        let number = |text: Option<&str>| text.map(|text| text.parse().unwrap());
        let measured = Measured { value: number(value), upper: number(uln), ..Measured::default() };
        parse(text).expect(text).holds(&measured)
    }

    #[test]
    fn and_binds_closer_than_or() {
        let text = "value > 3 and value < 4 or value > 10";
        assert_eq!(holds(text, Some("3.5"), None), Truth::True);
        assert_eq!(holds(text, Some("11"), None), Truth::True);
        assert_eq!(holds(text, Some("5"), None), Truth::False);
    }

    #[test]
    fn what_depends_on_something_missing_is_unknown_unless_the_rest_decides() {
        let unknown = Truth::Unknown(Name::UpperLimit);
        assert_eq!(holds("value > 3 * uln", Some("5"), None), unknown);
        assert_eq!(holds("value > 3 * uln or value > 4", Some("5"), None), Truth::True);
        assert_eq!(holds("value > 3 * uln and value > 6", Some("5"), None), Truth::False);
        assert_eq!(holds("has uln and value > 3 * uln", Some("5"), None), Truth::False);
    }

    #[test]
    fn a_sum_and_a_multiple_are_computed_in_decimals() {
        assert_eq!(holds("value > uln + 40", Some("140.1"), Some("100.1")), Truth::False);
        assert_eq!(holds("value >= 1.1 * uln", Some("0.33"), Some("0.3")), Truth::True);
    }

    #[test]
    fn other_languages_are_refused() {
        for text in ["", "value >", "value > uln *", "value = 3", "no thing", "(value > 3", "value > 3 3", "not value"]
        {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
