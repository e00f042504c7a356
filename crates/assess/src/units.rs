//! Exact conversion between UCUM units, and how they are shown to people.
//!
//! A conversion is a fraction of whole numbers until the last step, so nothing is rounded early. Mass and amount of
//! substance meet only where the analyte is named: 1 mmol/L of glucose is not 1 mmol/L of calcium.

mod molar;
mod ucum;

use rust_decimal::Decimal;

/// `value` of unit `from` in unit `to`, both UCUM codes. `None` when they do not measure the same thing or are not
/// units that this program knows.
///
/// ```
/// use rust_decimal::Decimal;
/// let grams_per_litre = assess::units::convert("12.5".parse().unwrap(), "g/dL", "g/L").unwrap();
/// assert_eq!(grams_per_litre, Decimal::from(125));
/// ```
pub fn convert(value: Decimal, from: &str, to: &str) -> Option<Decimal> {
    if from == to {
        return Some(value);
    }
    ucum::parse(from)?.over(&ucum::parse(to)?)?.times(value)
}

/// As [`convert`], and between mass and amount of the substance `analyte` (`bilirubin`, `creatinine`, `haemoglobin`,
/// `glucose` …; an unknown one converts as [`convert`] does).
///
/// ```
/// let convert = |value: &str| assess::units::convert_of("calcium", value.parse().unwrap(), "mmol/L", "mg/dL");
/// assert_eq!(convert("2.5").unwrap().to_string(), "10.0195");
/// ```
pub fn convert_of(analyte: &str, value: Decimal, from: &str, to: &str) -> Option<Decimal> {
    if from == to {
        return Some(value);
    }
    let ratio = ucum::parse(from)?.over(&ucum::parse(to)?)?;
    let ratio = match ratio.amount() {
        0 => ratio,
        moles => ratio.by_molar_mass(molar::mass(analyte)?, moles)?,
    };
    ratio.times(value)
}

/// As [`convert_of`], but `None` where the converted number would have to be rounded: 42 U/L are 0.7 µkat/L, and 40 U/L
/// are no decimal number of them.
///
/// ```
/// let exactly = |value: i64| assess::units::exactly("alt", value.into(), "U/L", "ukat/L");
/// assert_eq!(exactly(42).unwrap().to_string(), "0.7");
/// assert_eq!(exactly(40), None);
/// ```
pub fn exactly(analyte: &str, value: Decimal, from: &str, to: &str) -> Option<Decimal> {
    // A fraction without end fills all 28 digits of a decimal; no factor between units has more than twelve places.
    const PLACES: u32 = 12;
    let converted = convert_of(analyte, value, from, to)?.normalize();
    (converted.scale() <= value.scale() + PLACES).then_some(converted)
}

/// A number with its unit as people write it: `12.5 g/dL`, and a titre as the dilution it is, `1:1600`.
///
/// ```
/// assert_eq!(assess::units::written("12.5", "g/dL"), "12.5 g/dL");
/// assert_eq!(assess::units::written("1600", "{titer}"), "1:1600");
/// ```
pub fn written(number: &str, unit: &str) -> String {
    match (unit, shown(unit)) {
        ("{titer}", _) => format!("1:{number}"),
        (_, "") => number.to_owned(),
        (_, shown) => format!("{number} {shown}"),
    }
}

/// A UCUM code as people write it.
pub fn shown(unit: &str) -> &str {
    match unit {
        "10*9/L" => "×10⁹/L",
        "10*3/uL" => "×10³/µL",
        "{copies}/{cell}" => "copies/cell",
        "{copies}/mL" => "copies/mL",
        "{copies}/ug" => "copies/µg",
        "{copies}/g" => "copies/g",
        "{Ct}" => "Ct",
        "{titer}" => "1:x",
        "[BU]" => "BU",
        "{SFU}/10*6.{cells}" => "SFU/10⁶",
        "umol/L" => "µmol/L",
        "ukat/L" => "µkat/L",
        "ug/d" => "µg/d",
        // Ages: the label says years or months, which UCUM writes in no one's language.
        "{score}" | "1" | "a" | "mo" => "",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn of(analyte: &str, value: &str, from: &str, to: &str) -> Option<Decimal> {
        convert_of(analyte, value.parse().unwrap(), from, to)
    }

    #[test]
    fn units_of_one_quantity_convert_exactly() {
        for (value, from, to, expected) in [
            ("12.5", "g/dL", "g/L", "125"),
            ("2", "ukat/L", "U/L", "120"),
            ("1", "U/L", "nkat/L", "16.666666666666666666666666667"),
            ("150", "10*3/uL", "10*9/L", "150"),
            ("99000", "10*3/mL", "10*9/L", "99"),
            ("350", "/uL", "10*9/L", "0.35"),
            ("60", "mg/d", "ug/d", "60000"),
            ("90", "fL", "um3", "90"),
            ("1.2", "mL/s", "mL/min", "72"),
            ("25", "%", "1", "0.25"),
        ] {
            let found = convert(value.parse().unwrap(), from, to).map(|found| found.normalize().to_string());
            assert_eq!(found.as_deref(), Some(expected), "{value} {from} in {to}");
        }
    }

    #[test]
    fn what_is_not_the_same_thing_is_refused() {
        for (from, to) in [
            ("mmol/L", "mg/dL"),
            ("{copies}/mL", "{copies}/g"),
            ("{copies}/mL", "{Ct}"),
            ("{titer}", "[BU]"),
            ("mg/dL", "U/L"),
            ("mg/d", "mg/kg/d"),
            // Never units: a megamole and a Gauss are slips of the shift key.
            ("Mmol/L", "mmol/L"),
            ("G/L", "g/L"),
            ("10*9/M", "10*9/L"),
            ("", "mg/dL"),
        ] {
            assert_eq!(convert(Decimal::ONE, from, to), None, "{from} in {to}");
        }
        assert_eq!(of("serum-nonsense", "1", "mmol/L", "mg/dL"), None);
        assert_eq!(of("bilirubin", "1", "mmol/L", "U/L"), None);
    }

    /// The factors that laboratories print: AMA Manual of Style, 11th ed., table of SI conversions (mg/dL or g/dL to
    /// the SI unit). Ours come from molar masses; rounded to the printed digits they must be the same.
    #[test]
    fn molar_conversions_agree_with_the_printed_factors() {
        for (analyte, from, to, printed) in [
            ("bilirubin", "mg/dL", "umol/L", "17.104"),
            ("creatinine", "mg/dL", "umol/L", "88.4"),
            ("glucose", "mg/dL", "mmol/L", "0.0555"),
            ("cholesterol", "mg/dL", "mmol/L", "0.0259"),
            ("triglycerides", "mg/dL", "mmol/L", "0.0113"),
            ("calcium", "mg/dL", "mmol/L", "0.250"),
            ("magnesium", "mg/dL", "mmol/L", "0.4114"),
            ("urate", "mg/dL", "umol/L", "59.48"),
            ("phosphate", "mg/dL", "mmol/L", "0.323"),
            ("urea-nitrogen", "mg/dL", "mmol/L", "0.357"),
        ] {
            let printed: Decimal = printed.parse().unwrap();
            let found = of(analyte, "1", from, to).unwrap();
            assert_eq!(found.round_dp(printed.scale()), printed, "{analyte}: {found}");
        }
        assert_eq!(of("haemoglobin", "1", "mmol/L", "g/L"), Some("16.114".parse().unwrap()));
        assert_eq!(of("haemoglobin", "1", "mmol/L", "g/dL"), Some("1.6114".parse().unwrap()));
    }

    proptest! {
        #[test]
        fn there_and_back_is_the_same_value(tenths in 1_i64..1_000_000) {
            let value = Decimal::new(tenths, 1);
            for (analyte, from, to) in [("bilirubin", "mg/dL", "umol/L"), ("glucose", "mmol/L", "mg/dL"), ("", "U/L", "ukat/L")] {
                let there = convert_of(analyte, value, from, to).expect("same thing");
                let back = convert_of(analyte, there, to, from).expect("same thing");
                prop_assert_eq!(back.round_dp(15), value);
            }
        }
    }
}
