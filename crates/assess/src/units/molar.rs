//! Molar masses of what laboratories measure in mass here and in amount there.

/// Milligrams in one mole: whole numbers, so that conversions stay fractions of whole numbers.
///
/// Sums of the abridged standard atomic weights of IUPAC/CIAAW 2021 (H 1.008, C 12.011, N 14.007, O 15.999,
/// Na 22.990, Mg 24.305, P 30.974, Cl 35.45, K 39.098, Ca 40.078) over the formula named.
const MASSES: &[(&str, i128)] = &[
    ("bilirubin", 584_673),     // C33H36N4O6
    ("calcium", 40_078),        // Ca
    ("cholesterol", 386_664),   // C27H46O
    ("creatinine", 113_120),    // C4H7N3O
    ("glucose", 180_156),       // C6H12O6
    ("magnesium", 24_305),      // Mg
    ("phosphate", 30_974),      // reported as phosphorus
    ("potassium", 39_098),      // K
    ("sodium", 22_990),         // Na
    ("triglycerides", 885_453), // C57H104O6: triolein stands for the mixture, as in every table
    ("urate", 168_112),         // C5H4N4O3
    ("urea-nitrogen", 28_014),  // N2: two nitrogens in a urea
    // The monomer with its haem, as Hb(Fe): 16,114 g/mol (ICSH reference method; Clin Chem Lab Med 2007;45:1087).
    ("haemoglobin", 16_114_000),
];

/// Milligrams in one mole of `analyte`; `calcium-ionised` and `calcium-uln` are calcium.
pub(super) fn mass(analyte: &str) -> Option<i128> {
    let known = |analyte: &str| MASSES.iter().find(|(name, _)| *name == analyte).map(|(_, mass)| *mass);
    known(analyte).or_else(|| known(analyte.split('-').next()?))
}
