//! One liver panel as rules and charts read it.

use facts::answer::{Answer, Assessment};
use rust_decimal::Decimal;

use crate::grading::{self, Direction, Graded, Version};
use crate::note::Note;
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

    /// R = (ALT / ULN) / (ALP / ULN), which tells the pattern of an injury: hepatocellular from 5 up, cholestatic to 2,
    /// mixed between (CIOMS; Danan & Benichou, J Clin Epidemiol 1993;46:1323).
    pub fn injury_ratio(&self) -> Option<Decimal> {
        self.alt?.checked_div(self.alp?)
    }
}

/// What the form measures in multiples.
const MULTIPLES: [&str; 5] = ["alt", "ast", "bilirubin", "alp", "ggt"];

const GRADED: &[Graded] = &[
    ("alt", &[Direction::High]),
    ("ast", &[Direction::High]),
    ("bilirubin", &[Direction::High]),
    ("alp", &[Direction::High]),
    ("ggt", &[Direction::High]),
    ("albumin", &[Direction::Low]),
];

/// Value over its upper limit of normal.
fn multiple(assessment: &Assessment, key: &str) -> Option<Decimal> {
    over(assessment, key, "uln")
}

/// How many times a value (`alt`, `ast`, `bilirubin`, `alp`, `ggt`) is of the baseline beside it, exact to twelve
/// places; `None` where either is missing or the baseline is zero.
pub fn times_baseline(assessment: &Assessment, key: &str) -> Option<Decimal> {
    over(assessment, key, "baseline")
}

/// Value over the number beside it, in the value's own unit.
fn over(assessment: &Assessment, key: &str, beside: &str) -> Option<Decimal> {
    let number = |key: &str| match assessment.get(key)? {
        Answer::Number { value, unit, .. } => Some((*value, unit.clone())),
        _ => None,
    };
    let (value, unit) = number(key)?;
    let (limit, limit_unit) = number(&format!("{key}-{beside}"))?;
    let limit = units::convert_of(key, limit, &limit_unit, &unit)?;
    // Twelve places are far beyond any laboratory and keep exact thirds of units from falling short of a limit.
    value.checked_div(limit).map(|times| times.round_dp(12).normalize())
}

pub fn compute(assessment: &mut Assessment, ctcae: Version) {
    for key in MULTIPLES {
        for beside in ["uln", "baseline"] {
            let field = format!("{key}-x-{beside}");
            assessment.answers.remove(&field);
            if let Some(times) = over(assessment, key, beside) {
                assessment.answers.insert(field, Answer::number(times.round_dp(2), ""));
            }
        }
    }
    grading::compute(assessment, GRADED, ctcae);
}

pub fn notes(assessment: &Assessment, ctcae: Version) -> Vec<Note> {
    grading::notes(assessment, GRADED, ctcae)
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

    #[test]
    fn a_value_is_told_in_multiples_of_its_baseline_in_any_unit() {
        let read = panel(&[
            ("bilirubin", "34.20717", "umol/L"),
            ("bilirubin-baseline", "0.5", "mg/dL"),
            ("alp", "100", "U/L"),
            ("alp-baseline", "0", "U/L"),
        ]);
        let times = times_baseline(&read, "bilirubin").unwrap();
        // 0.5 mg/dL are 8.5518 µmol/L.
        assert_eq!(times.round_dp(3), "4.000".parse().unwrap());
        assert_eq!(times_baseline(&read, "alp"), None);
        assert_eq!(times_baseline(&read, "alt"), None);
    }

    #[test]
    fn grades_are_kept_with_their_version() {
        let values = [("alt", "130", "U/L"), ("alt-uln", "40", "U/L"), ("ast", "50", "U/L")];
        let mut graded = panel(&values);
        compute(&mut graded, Version::V5);
        assert_eq!(graded.decimal("alt-grade"), Some(2.into()));
        assert_eq!(graded.code("ctcae-version"), Some("5.0"));
        assert_eq!(graded.get("ast-grade"), None);
        let told: Vec<_> = notes(&graded, Version::V5).into_iter().map(|note| (note.place, note.code)).collect();
        assert!(told.contains(&("ast".into(), "not-gradable-no-upper-limit".into())), "{told:?}");
    }

    #[test]
    fn a_baseline_above_normal_changes_what_is_graded_and_so_does_the_version() {
        let grade = |version: &str| {
            let mut graded = panel(&[("alt", "130", "U/L"), ("alt-uln", "40", "U/L"), ("alt-baseline", "60", "U/L")]);
            graded.answers.insert("ctcae-version".into(), Answer::choice(version));
            compute(&mut graded, Version::V5);
            (graded.decimal("alt-grade"), graded.code("ctcae-version").map(str::to_owned))
        };
        // 2.17 times a baseline that was abnormal: v5 grade 1 (1.5 to 3), v6 grade 3 (above 2).
        assert_eq!(grade("5.0"), (Some(1.into()), Some("5.0".into())));
        assert_eq!(grade("6.0"), (Some(3.into()), Some("6.0".into())));
    }

    #[test]
    fn the_protocol_chooses_the_version_and_a_form_that_names_one_keeps_it() {
        let values = [("alt", "130", "U/L"), ("alt-uln", "40", "U/L"), ("alt-baseline", "60", "U/L")];
        let mut graded = panel(&values);
        compute(&mut graded, Version::V6);
        assert_eq!((graded.decimal("alt-grade"), graded.code("ctcae-version")), (Some(3.into()), Some("6.0")));
        // Corrected after the protocol went back to the older edition: it was graded by v6 and stays so.
        compute(&mut graded, Version::V5);
        assert_eq!((graded.decimal("alt-grade"), graded.code("ctcae-version")), (Some(3.into()), Some("6.0")));
    }

    #[test]
    fn a_grade_goes_with_the_value_it_was_given_for() {
        let mut graded = panel(&[("alt", "130", "U/L"), ("alt-uln", "40", "U/L")]);
        compute(&mut graded, Version::V5);
        graded.answers.remove("alt");
        compute(&mut graded, Version::V5);
        assert_eq!(graded.get("alt-grade"), None);
    }
}
