//! One blood count as rules and charts read it, and what two of them say together.

use facts::answer::{Answer, Assessment};
use rust_decimal::Decimal;

use crate::grading::{self, Direction, Graded, Version};
use crate::note::Note;
use crate::units;

const GRADED: &[Graded] = &[
    ("wbc", &[Direction::Low, Direction::High]),
    ("neutrophils", &[Direction::Low]),
    ("lymphocytes", &[Direction::Low, Direction::High]),
    ("platelets", &[Direction::Low]),
    ("haemoglobin", &[Direction::Low]),
    ("ldh", &[Direction::High]),
    ("creatinine", &[Direction::High]),
];

/// Values in one unit each; `None` where nothing was measured.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// 10^9/L, as all cells here.
    pub wbc: Option<Decimal>,
    pub neutrophils: Option<Decimal>,
    pub lymphocytes: Option<Decimal>,
    pub monocytes: Option<Decimal>,
    pub eosinophils: Option<Decimal>,
    pub basophils: Option<Decimal>,
    pub platelets: Option<Decimal>,
    /// g/L.
    pub haemoglobin: Option<Decimal>,
    /// fL.
    pub mcv: Option<Decimal>,
    /// Per cent of nucleated cells; `Some(0)` was looked for and not seen.
    pub blasts: Option<Decimal>,
    /// µmol/L.
    pub creatinine: Option<Decimal>,
    /// Lactate dehydrogenase over its limit.
    pub ldh_times_uln: Option<Decimal>,
    /// `None` when nobody looked.
    pub schistocytes: Option<bool>,
    pub haptoglobin_low: Option<bool>,
}

/// What two counts say of a thrombotic microangiopathy: falls and rises as shares of the first count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MicroangiopathySigns {
    /// Fall of platelets: 0.25 is a quarter fewer.
    pub platelet_fall: Option<Decimal>,
    /// Fall of haemoglobin in g/L.
    pub haemoglobin_fall: Option<Decimal>,
    pub ldh_times_uln: Option<Decimal>,
    pub schistocytes: Option<bool>,
    pub haptoglobin_low: Option<bool>,
    /// Creatinine now over creatinine then.
    pub creatinine_times: Option<Decimal>,
}

impl Count {
    pub fn read(assessment: &Assessment) -> Self {
        let number = |key: &str, unit: &str| match assessment.get(key)? {
            Answer::Number { value, unit: given, .. } => units::convert_of(key, *value, given, unit),
            _ => None,
        };
        let cells = |key: &str| number(key, "10*9/L");
        let seen = |key: &str, yes: &str| match assessment.code(key)? {
            "not-assessed" => None,
            code => Some(code == yes),
        };
        Self {
            wbc: cells("wbc"),
            neutrophils: cells("neutrophils"),
            lymphocytes: cells("lymphocytes"),
            monocytes: cells("monocytes"),
            eosinophils: cells("eosinophils"),
            basophils: cells("basophils"),
            platelets: cells("platelets"),
            haemoglobin: number("haemoglobin", "g/L"),
            mcv: number("mcv", "fL"),
            blasts: number("blasts", "%"),
            creatinine: number("creatinine", "umol/L"),
            ldh_times_uln: number("ldh", "U/L")
                .zip(number("ldh-uln", "U/L"))
                .and_then(|(ldh, uln)| ldh.checked_div(uln)),
            schistocytes: seen("schistocytes", "yes"),
            haptoglobin_low: seen("haptoglobin", "low"),
        }
    }
}

/// The signs of thrombotic microangiopathy after a gene therapy (platelet fall, haemolysis, kidney injury): numbers
/// only. What counts as one is the protocol's to say.
pub fn microangiopathy(before: &Count, now: &Count) -> MicroangiopathySigns {
    let pair = |value: fn(&Count) -> Option<Decimal>| value(before).zip(value(now));
    let share = |(before, now): (Decimal, Decimal)| before.checked_sub(now)?.checked_div(before);
    MicroangiopathySigns {
        platelet_fall: pair(|count| count.platelets).and_then(share),
        haemoglobin_fall: pair(|count| count.haemoglobin).map(|(before, now)| before - now),
        ldh_times_uln: now.ldh_times_uln,
        schistocytes: now.schistocytes,
        haptoglobin_low: now.haptoglobin_low,
        creatinine_times: pair(|count| count.creatinine).and_then(|(before, now)| now.checked_div(before)),
    }
}

pub fn compute(assessment: &mut Assessment, ctcae: Version) {
    grading::compute(assessment, GRADED, ctcae);
}

pub fn notes(assessment: &Assessment, ctcae: Version) -> Vec<Note> {
    grading::notes(assessment, GRADED, ctcae)
}

#[cfg(test)]
mod tests {
    use facts::answer::{Answers, Closure};

    use super::*;

    fn count(values: &[(&str, &str, &str)]) -> Assessment {
        let answers: Answers = values
            .iter()
            .map(|(key, value, unit)| match value.parse() {
                Ok(number) => ((*key).to_owned(), Answer::number(number, unit)),
                Err(_) => ((*key).to_owned(), Answer::choice(value)),
            })
            .collect();
        Assessment {
            kind: "blood-count".into(),
            edition: 1,
            collected_on: "2026-01-01".parse().unwrap(),
            closure: Closure::Answered,
            answers,
        }
    }

    #[test]
    fn lines_are_graded_and_what_lacks_its_limit_says_so() {
        let mut graded = count(&[
            ("neutrophils", "0.9", "10*9/L"),
            ("platelets", "80", "10*3/uL"),
            ("haemoglobin", "7.9", "g/dL"),
            ("wbc", "120", "10*9/L"),
            ("lymphocytes", "2.1", "10*9/L"),
        ]);
        compute(&mut graded, Version::V5);
        let grade = |key: &str| graded.decimal(&format!("{key}-grade")).map(|grade| grade.to_string());
        assert_eq!(grade("neutrophils").as_deref(), Some("3"));
        assert_eq!(grade("haemoglobin").as_deref(), Some("3"));
        // Leucocytosis above 100 needs no limit of normal.
        assert_eq!(grade("wbc").as_deref(), Some("3"));
        assert_eq!((grade("platelets"), grade("lymphocytes")), (None, None));
        let told: Vec<_> = notes(&graded, Version::V5).into_iter().map(|note| (note.place, note.code)).collect();
        let lacking = |key: &str| (key.to_owned(), "not-gradable-no-lower-limit".to_owned());
        assert_eq!(told, [lacking("lymphocytes"), lacking("platelets")]);
    }

    #[test]
    fn platelets_have_a_grade_in_both_versions_though_the_term_has_another_name() {
        for (version, grade) in [("5.0", 4), ("6.0", 3)] {
            let mut graded = count(&[("platelets", "20", "10*9/L"), ("ctcae-version", version, "")]);
            graded.answers.insert("ctcae-version".into(), Answer::choice(version));
            compute(&mut graded, Version::V5);
            assert_eq!(graded.decimal("platelets-grade"), Some(grade.into()), "{version}");
        }
    }

    #[test]
    fn falling_platelets_with_haemolysis_are_told_as_numbers() {
        let before = Count::read(&count(&[
            ("platelets", "240", "10*9/L"),
            ("haemoglobin", "12.1", "g/dL"),
            ("creatinine", "0.5", "mg/dL"),
        ]));
        let now = Count::read(&count(&[
            ("platelets", "60", "10*3/uL"),
            ("haemoglobin", "90", "g/L"),
            ("creatinine", "88.402", "umol/L"),
            ("ldh", "750", "U/L"),
            ("ldh-uln", "250", "U/L"),
            ("schistocytes", "yes", ""),
            ("haptoglobin", "not-assessed", ""),
        ]));
        let signs = microangiopathy(&before, &now);
        assert_eq!(signs.platelet_fall, Some("0.75".parse().unwrap()));
        assert_eq!(signs.haemoglobin_fall, Some(31.into()));
        assert_eq!(signs.ldh_times_uln, Some(3.into()));
        assert_eq!((signs.schistocytes, signs.haptoglobin_low), (Some(true), None));
        assert_eq!(signs.creatinine_times.map(|times| times.round_dp(3)), Some("2.000".parse().unwrap()));
        assert_eq!(microangiopathy(&Count::default(), &now).platelet_fall, None);
    }
}
