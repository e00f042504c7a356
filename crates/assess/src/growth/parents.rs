//! The height that the parents' heights let expect: the mean of both, 13 cm being the difference between women and men
//! (Tanner, Goldstein, Whitehouse, Archives of Disease in Childhood 1970;45:755), with their range of 8.5 cm either side
//! (so told by the overview in BMC Pediatrics 2025;26:30, table 1). Says nothing of a child who lies outside.

use facts::Sex;
use rust_decimal::Decimal;

const BETWEEN_WOMEN_AND_MEN_CM: i64 = 13;
/// Tenths of a centimetre either side of the target.
const RANGE_MM: i64 = 85;

/// Lowest and highest height of the range about a target, in cm.
///
/// ```
/// use rust_decimal::Decimal;
/// let (low, high) = assess::growth::target_range_cm(Decimal::from(166));
/// assert_eq!((low.to_string(), high.to_string()), ("157.5".into(), "174.5".into()));
/// ```
pub fn target_range_cm(target_cm: Decimal) -> (Decimal, Decimal) {
    let range = Decimal::new(RANGE_MM, 1);
    (target_cm - range, target_cm + range)
}

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
