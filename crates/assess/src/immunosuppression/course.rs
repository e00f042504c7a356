//! A course of one medicine as a series of doses: what was given on a day, whether it was tapered, and when it ended.
//!
//! One record is one dose over its days. Does not know how long a course should be: that is the protocol's.

use facts::answer::{Answer, Assessment};
use facts::date::partial::Precision;
use facts::{CivilDate, PartialDate};
use rust_decimal::Decimal;

use crate::units;

/// One dose from one day to another.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// The choice of the form, else what was written, in lower case.
    pub agent: String,
    pub from: CivilDate,
    /// Last day; `None` while it goes on.
    pub until: Option<CivilDate>,
    /// mg/kg/d; `None` when the dose is not known, or not by weight and no weight was given.
    pub dose: Option<Decimal>,
}

/// The steps of one agent, oldest first.
#[derive(Clone, Debug, PartialEq)]
pub struct Course {
    pub agent: String,
    pub steps: Vec<Step>,
    /// Records left out because their first day is not known to the day.
    pub undated: u32,
}

/// How a course came down from its highest dose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Taper {
    /// First day below the highest dose.
    pub began_on: CivilDate,
    /// Last day of the course; `None` while it goes on.
    pub ended_on: Option<CivilDate>,
    /// A dose was raised again on the way down: on this day.
    pub raised_on: Option<CivilDate>,
}

/// Milligrams that equal 5 mg of prednisolone (Liu et al., Allergy Asthma Clin Immunol 2013;9:30, table 1; deflazacort
/// 6 mg: its label, US 2017).
const EQUAL_TO_5_MG: &[(&str, &str)] = &[
    ("prednisolone", "5"),
    ("prednisone", "5"),
    ("methylprednisolone", "4"),
    ("dexamethasone", "0.75"),
    ("hydrocortisone", "20"),
    ("deflazacort", "6"),
];

/// A glucocorticoid's dose as prednisolone, in the unit it was given in; `None` for what is no glucocorticoid.
///
/// ```
/// let dose = assess::immunosuppression::as_prednisolone("methylprednisolone", 4.into());
/// assert_eq!(dose, Some(5.into()));
/// ```
pub fn as_prednisolone(agent: &str, dose: Decimal) -> Option<Decimal> {
    let (_, equal) = EQUAL_TO_5_MG.iter().find(|(name, _)| *name == agent)?;
    dose.checked_mul(5.into())?.checked_div(equal.parse().ok()?).map(|dose| dose.normalize())
}

/// Every course among the assessments of kind `immunosuppression`, by agent.
pub fn courses<'a>(assessments: impl IntoIterator<Item = &'a Assessment>) -> Vec<Course> {
    let mut courses: Vec<Course> = Vec::new();
    for assessment in assessments {
        let agent = agent(assessment);
        let at = courses.iter().position(|course| course.agent == agent).unwrap_or_else(|| {
            courses.push(Course { agent: agent.clone(), steps: Vec::new(), undated: 0 });
            courses.len() - 1
        });
        match assessment.date("started").and_then(to_the_day) {
            Some(from) => {
                // Of a last day that is only known to the month the end is taken: it was given until then at most.
                let until = assessment.date("stopped").map(|on| on.last_on());
                courses[at].steps.push(Step { agent, from, until, dose: dose_per_weight(assessment) });
            }
            None => courses[at].undated += 1,
        }
    }
    courses.iter_mut().for_each(|course| course.steps.sort_by_key(|step| step.from));
    courses
}

fn to_the_day(on: PartialDate) -> Option<CivilDate> {
    (on.precision == Precision::Day).then_some(on.first_on)
}

fn agent(assessment: &Assessment) -> String {
    match assessment.code("agent") {
        Some(agent) if agent != "other" => agent.to_owned(),
        _ => assessment.text("drug").unwrap_or_default().trim().to_lowercase(),
    }
}

/// mg/kg/d, from the dose and, where it is not by weight already, the weight beside it.
pub fn dose_per_weight(assessment: &Assessment) -> Option<Decimal> {
    let number = |key: &str| match assessment.get(key)? {
        Answer::Number { value, unit, .. } => Some((*value, unit.as_str())),
        _ => None,
    };
    let (dose, unit) = number("dose")?;
    if unit == "mg/kg/d" {
        return Some(dose);
    }
    let milligrams = units::convert(dose, unit, "mg/d")?;
    let (weight, unit) = number("weight")?;
    milligrams.checked_div(units::convert(weight, unit, "kg")?).map(|dose| dose.normalize())
}

impl Course {
    /// mg/kg/d on a day: the sum of the steps that cover it. `None` when one of them has no known dose; zero on a day
    /// without any.
    pub fn dose_on(&self, on: CivilDate) -> Option<Decimal> {
        let given = |step: &&Step| step.from <= on && step.until.is_none_or(|until| on <= until);
        self.steps.iter().filter(given).try_fold(Decimal::ZERO, |sum, step| sum.checked_add(step.dose?))
    }

    /// Last day of the last step; `None` while one goes on, or when there is none.
    pub fn ended_on(&self) -> Option<CivilDate> {
        let ends: Option<Vec<CivilDate>> = self.steps.iter().map(|step| step.until).collect();
        ends?.into_iter().max()
    }

    /// The way down from the highest dose; `None` when the dose was never lowered before the end (then it was stopped at
    /// once, or still goes on), or a dose is not known.
    pub fn taper(&self) -> Option<Taper> {
        let doses: Option<Vec<(CivilDate, Decimal)>> =
            self.steps.iter().map(|step| Some((step.from, self.dose_on(step.from)?))).collect();
        let doses = doses?;
        let highest = doses.iter().map(|(_, dose)| *dose).max()?;
        let top = doses.iter().position(|(_, dose)| *dose == highest)?;
        let (began_on, _) = doses[top..].iter().find(|(_, dose)| *dose < highest).copied()?;
        let way_down: Vec<_> = doses[top..].iter().filter(|(on, _)| *on >= began_on).collect();
        let raised_on = way_down.windows(2).find(|pair| pair[1].1 > pair[0].1).map(|pair| pair[1].0);
        Some(Taper { began_on, ended_on: self.ended_on(), raised_on })
    }
}

/// Fills the doses by weight.
pub fn compute(assessment: &mut Assessment) {
    let dose = dose_per_weight(assessment);
    let equal = dose.and_then(|dose| as_prednisolone(&agent(assessment), dose));
    for (key, dose) in [("dose-per-weight", dose), ("prednisolone-dose", equal)] {
        assessment.answers.remove(key);
        if let Some(dose) = dose {
            assessment.answers.insert(key.to_owned(), Answer::number(dose.round_dp(2), "mg/kg/d"));
        }
    }
}

#[cfg(test)]
mod tests {
    use facts::answer::{Answers, Closure};

    use super::*;

    fn record(from: &str, until: &str, dose: (&str, &str), weight: &str) -> Assessment {
        let mut answers = Answers::from([
            ("drug".to_owned(), Answer::text("Prednisolone")),
            ("agent".to_owned(), Answer::choice("prednisolone")),
            ("dose".to_owned(), Answer::number(dose.0.parse().unwrap(), dose.1)),
            ("started".to_owned(), Answer::Date { on: from.parse().unwrap() }),
        ]);
        if !until.is_empty() {
            answers.insert("stopped".into(), Answer::Date { on: until.parse().unwrap() });
        }
        if !weight.is_empty() {
            answers.insert("weight".into(), Answer::number(weight.parse().unwrap(), "kg"));
        }
        Assessment {
            kind: "immunosuppression".into(),
            edition: 1,
            collected_on: "2026-06-01".parse().unwrap(),
            closure: Closure::Answered,
            answers,
        }
    }

    fn only(records: &[Assessment]) -> Course {
        let mut found = courses(records);
        assert_eq!(found.len(), 1);
        found.remove(0)
    }

    fn day(text: &str) -> CivilDate {
        text.parse().unwrap()
    }

    #[test]
    fn thirty_days_at_one_milligram_then_four_weeks_down() {
        let course = only(&[
            record("2026-01-31", "2026-02-13", ("0.5", "mg/kg/d"), ""),
            record("2026-01-01", "2026-01-30", ("8", "mg/d"), "8"),
            record("2026-02-14", "2026-02-27", ("2000", "ug/d"), "8"),
        ]);
        let dose = |on: &str| course.dose_on(day(on)).map(|dose| dose.to_string());
        assert_eq!(dose("2025-12-31").as_deref(), Some("0"));
        assert_eq!(dose("2026-01-30").as_deref(), Some("1"));
        assert_eq!(dose("2026-02-01").as_deref(), Some("0.5"));
        assert_eq!(dose("2026-02-20").as_deref(), Some("0.25"));
        let down = Taper { began_on: day("2026-01-31"), ended_on: Some(day("2026-02-27")), raised_on: None };
        assert_eq!(course.taper(), Some(down));
    }

    #[test]
    fn a_dose_that_is_raised_again_is_told_and_an_open_course_has_no_end() {
        let course = only(&[
            record("2026-01-01", "2026-01-30", ("1", "mg/kg/d"), ""),
            record("2026-01-31", "2026-02-13", ("0.5", "mg/kg/d"), ""),
            record("2026-02-14", "", ("0.75", "mg/kg/d"), ""),
        ]);
        let taper = course.taper().unwrap();
        assert_eq!((taper.raised_on, taper.ended_on), (Some(day("2026-02-14")), None));
    }

    #[test]
    fn what_was_stopped_at_once_or_has_no_known_dose_has_no_taper() {
        assert_eq!(only(&[record("2026-01-01", "2026-01-30", ("1", "mg/kg/d"), "")]).taper(), None);
        let unknown = only(&[
            record("2026-01-01", "2026-01-30", ("8", "mg/d"), ""),
            record("2026-01-31", "2026-02-13", ("0.5", "mg/kg/d"), ""),
        ]);
        assert_eq!((unknown.taper(), unknown.dose_on(day("2026-01-02"))), (None, None));
        let month = only(&[record("2026-01", "2026-02", ("1", "mg/kg/d"), "")]);
        assert_eq!((month.steps.len(), month.undated), (0, 1));
    }

    #[test]
    fn doses_by_weight_and_as_prednisolone_are_filled_in() {
        let mut filled = record("2026-01-01", "", ("16", "mg/d"), "8");
        filled.answers.insert("agent".into(), Answer::choice("methylprednisolone"));
        compute(&mut filled);
        assert_eq!(filled.decimal("dose-per-weight"), Some(2.into()));
        assert_eq!(filled.decimal("prednisolone-dose"), Some("2.5".parse().unwrap()));
        filled.answers.insert("agent".into(), Answer::choice("tacrolimus"));
        compute(&mut filled);
        assert_eq!(filled.get("prednisolone-dose"), None);
    }
}
