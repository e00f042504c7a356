//! How a child moves against the reference: change of z a year, and centile lines crossed.
//!
//! Both compare only scores of one reference and one index. How far apart two measurements must lie, which lines count
//! and how many are too many are a protocol's: the domain's usual flags are a fall of more than 1 z in a year, or
//! across two major centile lines.

use facts::CivilDate;

use super::reference::Reference;
use super::score::Z;
use super::table::YEAR_DAYS;

/// Lines printed on CDC's clinical charts, in percent.
pub const CDC_LINES: [f64; 7] = [5.0, 10.0, 25.0, 50.0, 75.0, 90.0, 95.0];
/// Lines printed on WHO's charts of percentiles, in percent.
pub const WHO_LINES: [f64; 5] = [3.0, 15.0, 50.0, 85.0, 97.0];

/// The lines that a reference's own charts are printed with; WHO's where it is not known to have others.
pub fn lines_of(reference: &Reference) -> &'static [f64] {
    if reference.name().starts_with("cdc") { &CDC_LINES } else { &WHO_LINES }
}

/// Why two scores cannot be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotComparable {
    #[error("scores of two references or two indices")]
    OtherChart,
    #[error("the measurements lie too close together")]
    TooClose,
}

/// Change of z in a year (365.25 days) from one measurement to a later one, at least `apart_days` after it.
///
/// # Errors
/// [`NotComparable`]; measurements in the wrong order are too close as well.
pub fn velocity(earlier: (CivilDate, Z), later: (CivilDate, Z), apart_days: i32) -> Result<f64, NotComparable> {
    same_chart(&earlier.1, &later.1)?;
    let days = later.0.days_since(earlier.0);
    if days < apart_days.max(1) {
        return Err(NotComparable::TooClose);
    }
    Ok((later.1.z - earlier.1.z) / f64::from(days) * YEAR_DAYS)
}

/// Lines between two scores: positive when the child rose across them, negative when it fell. A child on a line has
/// not crossed it.
///
/// # Errors
/// [`NotComparable::OtherChart`].
pub fn lines_crossed(earlier: &Z, later: &Z, lines: &[f64]) -> Result<i32, NotComparable> {
    same_chart(earlier, later)?;
    let (from, to) = (earlier.centile(), later.centile());
    let rose = lines.iter().filter(|line| from <= **line && to > **line).count();
    let fell = lines.iter().filter(|line| from >= **line && to < **line).count();
    Ok(i32::try_from(rose).unwrap_or(i32::MAX) - i32::try_from(fell).unwrap_or(i32::MAX))
}

fn same_chart(a: &Z, b: &Z) -> Result<(), NotComparable> {
    if (a.reference, a.index) == (b.reference, b.index) { Ok(()) } else { Err(NotComparable::OtherChart) }
}

#[cfg(test)]
mod tests {
    use super::super::score::Index;
    use super::*;

    fn at(on: &str, z: f64) -> (CivilDate, Z) {
        let index = Index::HeightForAge;
        (on.parse().unwrap(), Z { z, by_lms: z, index, reference: "who", edition: "WHO 2006" })
    }

    #[test]
    fn half_a_z_lost_in_half_a_year_is_one_a_year() {
        let yearly = velocity(at("2026-01-01", 0.2), at("2026-07-03", -0.3), 90).unwrap();
        assert!((yearly + 0.5 / 183.0 * 365.25).abs() < 1e-12);
    }

    #[test]
    fn measurements_must_lie_apart_and_in_order() {
        let first = at("2026-01-01", 0.0);
        assert_eq!(velocity(first, at("2026-03-31", 0.0), 90), Err(NotComparable::TooClose));
        assert_eq!(velocity(first, at("2026-04-01", 0.0), 90), Ok(0.0));
        assert_eq!(velocity(first, first, 0), Err(NotComparable::TooClose));
        assert_eq!(velocity(first, at("2025-01-01", 0.0), 0), Err(NotComparable::TooClose));
    }

    #[test]
    fn two_references_or_indices_are_never_compared() {
        let (on, who) = at("2026-01-01", 0.0);
        for other in [Z { reference: "cdc-2000", ..who }, Z { index: Index::WeightForAge, ..who }] {
            assert_eq!(velocity((on, who), (on.plus_days(400), other), 90), Err(NotComparable::OtherChart));
            assert_eq!(lines_crossed(&who, &other, &WHO_LINES), Err(NotComparable::OtherChart));
        }
        // The WHO standard and its continuation are one reference.
        let later = Z { edition: "WHO 2007", ..who };
        assert_eq!(velocity((on, who), (on.plus_days(400), later), 90), Ok(0.0));
    }

    #[test]
    fn lines_are_counted_with_their_direction() {
        let z = |z| at("2026-01-01", z).1;
        for (from, to, crossed) in [(0.1, -1.4, -3), (-1.4, 0.1, 3), (0.1, 0.2, 0), (0.0, 0.5, 1), (0.5, 0.0, 0)] {
            assert_eq!(lines_crossed(&z(from), &z(to), &CDC_LINES), Ok(crossed), "{from} {to}");
        }
    }
}
