//! Exact conversion between the UCUM units that the forms offer, and how they are shown to people.

use rust_decimal::Decimal;

/// Value of one unit in its family's base unit, as a fraction of integers so that nothing is rounded early.
const FACTORS: &[(&str, &str, i64, i64)] = &[
    ("kg", "mass", 1_000, 1),
    ("g", "mass", 1, 1),
    ("m", "length", 1_000, 1),
    ("cm", "length", 10, 1),
    ("mm", "length", 1, 1),
    // 1 katal = 60,000,000 units (SI brochure: 1 U = 1 µmol/min).
    ("U/L", "enzyme", 1, 1),
    ("ukat/L", "enzyme", 60, 1),
    ("umol/L", "bilirubin", 1, 1),
    // Molar mass of bilirubin 584.66 g/mol: 1 mg/dL = 17.104 µmol/L.
    ("mg/dL", "bilirubin", 17_104, 1_000),
    ("g/L", "haemoglobin", 1, 1),
    ("g/dL", "haemoglobin", 10, 1),
    // Molar mass of the haemoglobin monomer 16,114 g/mol.
    ("mmol/L", "haemoglobin", 16_114, 1_000),
    ("10*9/L", "cells", 1, 1),
    ("10*3/uL", "cells", 1, 1),
    // UCUM: 1 a = 12 mo.
    ("a", "age", 12, 1),
    ("mo", "age", 1, 1),
    ("mg/d", "dose", 1_000, 1),
    ("ug/d", "dose", 1, 1),
];

/// `None` when the two units do not measure the same thing.
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
    let of = |unit: &str| FACTORS.iter().find(|(name, ..)| *name == unit);
    let ((_, one, up, down), (_, other, to_up, to_down)) = (of(from)?, of(to)?);
    if one != other {
        return None;
    }
    let top = value.checked_mul(Decimal::from(*up))?.checked_mul(Decimal::from(*to_down))?;
    top.checked_div(Decimal::from(*down).checked_mul(Decimal::from(*to_up))?).map(|value| value.normalize())
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
