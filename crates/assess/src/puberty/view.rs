//! One examination as rules and charts read it.

use facts::answer::{Answer, Assessment};
use facts::{CivilDate, PartialDate};
use rust_decimal::Decimal;

use crate::units;
use crate::value::About;

/// Stages are Tanner's, 1 to 5 (Marshall & Tanner, Archives of Disease in Childhood 1969;44:291 and 1970;45:13).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Puberty {
    pub examined_on: CivilDate,
    pub breast: Option<u8>,
    pub genital: Option<u8>,
    pub pubic_hair: Option<u8>,
    /// The larger of the two.
    pub testis_ml: Option<Decimal>,
    pub menarche: Option<Menarche>,
    pub bone_age: Option<BoneAge>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Menarche {
    NotYet,
    Reached(Option<PartialDate>),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BoneAge {
    pub months: Decimal,
    pub method: Option<String>,
    /// Day of the X-ray; the day of the examination when the form does not say it to the day.
    pub seen_on: CivilDate,
}

impl Puberty {
    pub fn read(assessment: &Assessment) -> Self {
        let stage = |key| assessment.code(key).and_then(|code| code.parse().ok());
        let in_unit = |key: &str, unit: &str| match assessment.get(key)? {
            Answer::Number { value, unit: given, .. } => units::convert(*value, given, unit),
            _ => None,
        };
        let menarche = assessment.code("menarche").map(|code| match code {
            "yes" => Menarche::Reached(assessment.date("menarche-on")),
            _ => Menarche::NotYet,
        });
        let bone_age = in_unit("bone-age", "mo").map(|months| BoneAge {
            months,
            method: assessment.code("bone-age-method").map(str::to_owned),
            seen_on: assessment.date("bone-age-on").and_then(exact).unwrap_or(assessment.collected_on),
        });
        Self {
            examined_on: assessment.collected_on,
            breast: stage("breast"),
            genital: stage("genital"),
            pubic_hair: stage("pubic-hair"),
            testis_ml: in_unit("testis-left", "mL").max(in_unit("testis-right", "mL")),
            menarche,
            bone_age,
        }
    }

    /// Years by which the bones are ahead of the child (negative: behind), on the day of the X-ray.
    pub fn bone_age_difference_years(&self, born_on: CivilDate) -> Option<Decimal> {
        let bone_age = self.bone_age.as_ref()?;
        let age_days = facts::Age::on(born_on, bone_age.seen_on)?.total_days;
        // A month of UCUM and of the growth charts has 30.4375 days.
        let age_months = Decimal::from(age_days) / Decimal::new(304_375, 4);
        Some((bone_age.months - age_months) / Decimal::from(12))
    }
}

fn exact(on: PartialDate) -> Option<CivilDate> {
    (PartialDate::exact(on.last_on()) == on).then(|| on.last_on())
}

/// Fills the computed field.
pub fn compute(assessment: &mut Assessment, about: &About) {
    const KEY: &str = "bone-age-difference";
    assessment.answers.remove(KEY);
    if let Some(years) = Puberty::read(assessment).bone_age_difference_years(about.born_on) {
        assessment.answers.insert(KEY.to_owned(), Answer::number(years.round_dp(1), "a"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use facts::answer::{Answers, Closure};

    fn examined(fields: &[(&str, Answer)]) -> Puberty {
        let answers: Answers = fields.iter().map(|(key, answer)| ((*key).to_owned(), answer.clone())).collect();
        let collected_on = "2030-02-11".parse().unwrap();
        let kind = "puberty".to_owned();
        Puberty::read(&Assessment { kind, edition: 1, collected_on, closure: Closure::Answered, answers })
    }

    #[test]
    fn the_larger_testis_counts_and_one_is_enough() {
        let ml = |value: i64| Answer::number(Decimal::from(value), "mL");
        let both = examined(&[("testis-left", ml(3)), ("testis-right", ml(5))]);
        assert_eq!(both.testis_ml, Some(Decimal::from(5)));
        assert_eq!(examined(&[("testis-left", ml(3))]).testis_ml, Some(Decimal::from(3)));
        assert_eq!(examined(&[]).testis_ml, None);
    }

    #[test]
    fn not_yet_is_not_the_same_as_not_asked() {
        assert_eq!(examined(&[("menarche", Answer::choice("no"))]).menarche, Some(Menarche::NotYet));
        assert_eq!(examined(&[]).menarche, None);
        let on: PartialDate = "2029-05".parse().unwrap();
        let reached = examined(&[("menarche", Answer::choice("yes")), ("menarche-on", Answer::Date { on })]);
        assert_eq!(reached.menarche, Some(Menarche::Reached(Some(on))));
    }

    #[test]
    fn bones_are_compared_with_the_age_on_the_day_of_the_x_ray() {
        let born = "2020-02-11".parse().unwrap();
        let difference = |fields: &[(&str, Answer)]| {
            examined(fields).bone_age_difference_years(born).unwrap().round_dp(2).to_string()
        };
        let years = Answer::number("11.5".parse().unwrap(), "a");
        assert_eq!(difference(&[("bone-age", years.clone())]), "1.50");
        assert_eq!(difference(&[("bone-age", Answer::number(Decimal::from(102), "mo"))]), "-1.50");
        let on = "2029-02-11".parse().unwrap();
        assert_eq!(difference(&[("bone-age", years.clone()), ("bone-age-on", Answer::Date { on })]), "2.50");
        // A month alone says no day.
        let on = "2029-02".parse().unwrap();
        assert_eq!(difference(&[("bone-age", years), ("bone-age-on", Answer::Date { on })]), "1.50");
    }
}
