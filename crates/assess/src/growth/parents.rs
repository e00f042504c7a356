//! The height that the parents' heights let expect: the mean of both, 13 cm being the difference between women and men
//! (Tanner, Goldstein, Whitehouse, Archives of Disease in Childhood 1970;45:755). Says nothing of how far a child may
//! lie from it.

use facts::Sex;
use rust_decimal::Decimal;

const BETWEEN_WOMEN_AND_MEN_CM: i64 = 13;

/// Mid-parental target height in cm, exact; `None` when sex is not known.
///
/// ```
/// use assess::growth::target_height_cm;
/// use rust_decimal::Decimal;
/// let girl = target_height_cm(facts::Sex::Female, Decimal::from(165), Decimal::from(180));
/// assert_eq!(girl, Some(Decimal::from(166)));
/// ```
pub fn target_height_cm(sex: Sex, mother_cm: Decimal, father_cm: Decimal) -> Option<Decimal> {
    let shift = Decimal::from(match sex {
        Sex::Female => -BETWEEN_WOMEN_AND_MEN_CM,
        Sex::Male => BETWEEN_WOMEN_AND_MEN_CM,
        Sex::Undifferentiated | Sex::Unknown => return None,
    });
    Some((mother_cm + father_cm + shift) / Decimal::TWO)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sons_are_expected_thirteen_centimetres_above_daughters() {
        let of = |sex| target_height_cm(sex, "163.5".parse().unwrap(), "178.2".parse().unwrap());
        assert_eq!(of(Sex::Male), Some("177.35".parse().unwrap()));
        assert_eq!(of(Sex::Female), Some("164.35".parse().unwrap()));
        assert_eq!(of(Sex::Unknown), None);
    }
}
