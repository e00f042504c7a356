//! Whether puberty begins before or after the ages that a protocol names.
//!
//! Usual limits (Marshall & Tanner 1969, 1970; Palmert & Dunkel, New England Journal of Medicine 2012;366:443): precocious
//! is breast stage 2 before 8 years or a testis of 4 mL before 9; delayed is no breast stage 2 by 13 years, no menarche by
//! 15, a testis under 4 mL at 14. They arrive as arguments, because populations differ. What was not examined says
//! nothing: a sign is late only where it was looked for and not found.

use facts::{CivilDate, Period, Sex};
use rust_decimal::Decimal;

use super::view::{Menarche, Puberty};

/// Ages counted from birth, as a protocol writes them: `P8Y`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgeLimits {
    pub breast_not_before: Period,
    pub testis_not_before: Period,
    pub breast_by: Period,
    pub menarche_by: Period,
    pub testis_by: Period,
    /// Volume in mL from which a testis has begun to grow.
    pub testis_ml: Decimal,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    Breast,
    Testis,
    Menarche,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Timing {
    Precocious(Sign),
    Delayed(Sign),
}

/// Every sign of one examination that is early or late. A limit is passed on the birthday itself: on it a sign is no
/// longer early, and a missing one is late.
///
/// ```
/// use assess::puberty::{AgeLimits, Puberty, Sign, Timing, timing};
/// use facts::{Period, Sex, answer::{Answer, Answers, Assessment, Closure}};
/// let years = Period::years;
/// let limits = AgeLimits {
///     breast_not_before: years(8), testis_not_before: years(9),
///     breast_by: years(13), menarche_by: years(15), testis_by: years(14), testis_ml: 4.into(),
/// };
/// let answers = Answers::from([("breast".to_owned(), Answer::choice("2"))]);
/// let collected_on = "2028-02-10".parse().unwrap();
/// let form = Assessment { kind: "puberty".into(), edition: 1, collected_on, closure: Closure::Answered, answers };
/// let seen = timing(&Puberty::read(&form), Sex::Female, "2020-02-11".parse().unwrap(), &limits);
/// assert_eq!(seen, [Timing::Precocious(Sign::Breast)]);
/// ```
pub fn timing(seen: &Puberty, sex: Sex, born_on: CivilDate, limits: &AgeLimits) -> Vec<Timing> {
    let reached = |age: &Period| seen.examined_on >= born_on.plus(age);
    let judge = |sign, begun: Option<bool>, not_before: Option<&Period>, by: &Period| match begun? {
        true if not_before.is_some_and(|age| !reached(age)) => Some(Timing::Precocious(sign)),
        false if reached(by) => Some(Timing::Delayed(sign)),
        _ => None,
    };
    let signs = match sex {
        Sex::Female => [
            judge(
                Sign::Breast,
                seen.breast.map(|stage| stage >= 2),
                Some(&limits.breast_not_before),
                &limits.breast_by,
            ),
            judge(Sign::Menarche, seen.menarche.map(|seen| seen != Menarche::NotYet), None, &limits.menarche_by),
        ],
        Sex::Male => {
            let begun = seen.testis_ml.map(|ml| ml >= limits.testis_ml);
            [judge(Sign::Testis, begun, Some(&limits.testis_not_before), &limits.testis_by), None]
        }
        Sex::Undifferentiated | Sex::Unknown => [None, None],
    };
    signs.into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn limits() -> AgeLimits {
        AgeLimits {
            breast_not_before: Period::years(8),
            testis_not_before: Period::years(9),
            breast_by: Period::years(13),
            menarche_by: Period::years(15),
            testis_by: Period::years(14),
            testis_ml: Decimal::from(4),
        }
    }

    /// Born on 29 February 2020.
    fn seen(on: &str, sex: Sex, see: impl Fn(&mut Puberty)) -> Vec<Timing> {
        let mut puberty = Puberty {
            examined_on: on.parse().unwrap(),
            breast: None,
            genital: None,
            pubic_hair: None,
            testis_ml: None,
            menarche: None,
            bone_age: None,
        };
        see(&mut puberty);
        timing(&puberty, sex, "2020-02-29".parse().unwrap(), &limits())
    }

    #[test]
    fn breast_development_is_early_until_the_eighth_birthday_and_late_from_the_thirteenth() {
        let breast = |on, stage| seen(on, Sex::Female, |puberty| puberty.breast = Some(stage));
        assert_eq!(breast("2028-02-28", 2), [Timing::Precocious(Sign::Breast)]);
        assert!(breast("2028-02-29", 2).is_empty());
        assert!(breast("2028-02-28", 1).is_empty());
        assert!(breast("2033-02-27", 1).is_empty());
        assert_eq!(breast("2033-02-28", 1), [Timing::Delayed(Sign::Breast)]);
        assert!(breast("2033-02-28", 2).is_empty());
    }

    #[test]
    fn a_testis_of_four_millilitres_is_early_before_nine_and_its_lack_late_at_fourteen() {
        let testis = |on, ml: i64| seen(on, Sex::Male, |puberty| puberty.testis_ml = Some(Decimal::from(ml)));
        assert_eq!(testis("2029-02-27", 4), [Timing::Precocious(Sign::Testis)]);
        assert!(testis("2029-02-28", 4).is_empty());
        assert!(testis("2029-02-27", 3).is_empty());
        assert_eq!(testis("2034-02-28", 3), [Timing::Delayed(Sign::Testis)]);
        assert!(testis("2034-02-27", 3).is_empty());
    }

    #[test]
    fn menarche_that_has_not_come_by_fifteen_is_late_and_never_early() {
        let menarche = |on, menarche| seen(on, Sex::Female, |puberty| puberty.menarche = Some(menarche));
        assert_eq!(menarche("2035-02-28", Menarche::NotYet), [Timing::Delayed(Sign::Menarche)]);
        assert!(menarche("2035-02-27", Menarche::NotYet).is_empty());
        assert!(menarche("2027-02-28", Menarche::Reached(None)).is_empty());
    }

    #[test]
    fn what_was_not_examined_is_neither_early_nor_late() {
        for sex in [Sex::Female, Sex::Male, Sex::Unknown] {
            assert!(seen("2038-01-01", sex, |_| ()).is_empty());
        }
        let boy = seen("2027-01-01", Sex::Male, |puberty| puberty.breast = Some(2));
        assert!(boy.is_empty(), "a boy's breast is no sign of his puberty");
        assert!(seen("2027-01-01", Sex::Unknown, |puberty| puberty.breast = Some(2)).is_empty());
    }
}
