//! One liver panel as rules and charts read it.

use facts::answer::{Answer, Assessment};
use rust_decimal::Decimal;

use crate::note::{Level, Note};
use crate::units;

/// Multiples of the upper limit of normal; `None` where the value or its limit is missing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Panel {
    pub alt: Option<Decimal>,
    pub ast: Option<Decimal>,
    pub bilirubin: Option<Decimal>,
    pub alp: Option<Decimal>,
    /// Another cause was found (Hy's law asks that there be none).
    pub other_cause: bool,
}

impl Panel {
    pub fn read(assessment: &Assessment) -> Self {
        let times = |key: &str| multiple(assessment, key);
        Self {
            alt: times("alt"),
            ast: times("ast"),
            bilirubin: times("bilirubin"),
            alp: times("alp"),
            other_cause: assessment.code("other-cause") == Some("yes"),
        }
    }

    /// The higher of the two aminotransferases, and which it is.
    pub fn highest(&self) -> Option<(&'static str, Decimal)> {
        let alt = self.alt.map(|value| ("alt", value));
        let ast = self.ast.map(|value| ("ast", value));
        alt.into_iter().chain(ast).max_by_key(|(_, value)| *value)
    }
}

/// Value over its limit, in the value's own unit.
fn multiple(assessment: &Assessment, key: &str) -> Option<Decimal> {
    let number = |key: &str| match assessment.get(key)? {
        Answer::Number { value, unit, .. } => Some((*value, unit.clone())),
        _ => None,
    };
    let (value, unit) = number(key)?;
    let (limit, limit_unit) = number(&format!("{key}-uln"))?;
    let limit = units::convert_of(key, limit, &limit_unit, &unit)?;
    // Twelve places are far beyond any laboratory and keep exact thirds of units from falling short of a limit.
    value.checked_div(limit).map(|times| times.round_dp(12).normalize())
}

pub fn compute(assessment: &mut Assessment) {
    for key in ["alt", "ast", "bilirubin", "alp"] {
        let field = format!("{key}-x-uln");
        assessment.answers.remove(&field);
        if let Some(times) = multiple(assessment, key) {
            assessment.answers.insert(field, Answer::number(times.round_dp(2), ""));
        }
    }
}

pub fn notes(assessment: &Assessment) -> Vec<Note> {
    let above = ["alt", "ast", "bilirubin", "alp"].into_iter().filter_map(|key| {
        let times = multiple(assessment, key).filter(|times| *times > Decimal::ONE)?;
        Some(Note::of(key, "times-uln", &[("times", times.round_dp(1).to_string())], Level::Caution))
    });
    above.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use facts::answer::{Answers, Closure};

    fn panel(pairs: &[(&str, &str, &str)]) -> Assessment {
        let answers: Answers = pairs
            .iter()
            .map(|(key, value, unit)| ((*key).to_owned(), Answer::number(value.parse().unwrap(), unit)))
            .collect();
        Assessment {
            kind: "liver".into(),
            edition: 1,
            collected_on: "2026-01-01".parse().unwrap(),
            closure: Closure::Answered,
            answers,
        }
    }

    #[test]
    fn a_value_is_told_in_multiples_of_its_own_limit() {
        let read = Panel::read(&panel(&[
            ("alt", "120", "U/L"),
            ("alt-uln", "40", "U/L"),
            ("ast", "2", "ukat/L"),
            ("ast-uln", "40", "U/L"),
        ]));
        assert_eq!((read.alt, read.ast), (Some(3.into()), Some(3.into())));
    }

    #[test]
    fn without_a_limit_there_is_no_multiple() {
        assert_eq!(Panel::read(&panel(&[("alt", "120", "U/L")])).alt, None);
        assert_eq!(Panel::read(&panel(&[("alt", "120", "U/L"), ("alt-uln", "0", "U/L")])).alt, None);
    }
}
