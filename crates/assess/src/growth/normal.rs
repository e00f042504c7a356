//! The normal distribution: which part of children lies below a z-score, and back.
//!
//! By `libm` alone, so that every platform gives the same digits. The start of the inverse is Abramowitz and
//! Stegun, Handbook of Mathematical Functions, 26.2.23; two steps of Halley make it exact to the last digits.

use std::f64::consts::{PI, SQRT_2};

/// Share of the distribution below `z`, 0 to 1.
///
/// ```
/// assert!((assess::growth::share_below(1.959963984540054) - 0.975).abs() < 1e-15);
/// ```
pub fn share_below(z: f64) -> f64 {
    0.5 * libm::erfc(-z / SQRT_2)
}

/// The z below which `share` of the distribution lies; infinite at 0 and 1, not a number outside.
///
/// ```
/// assert!((assess::growth::z_of_share(0.97) - 1.880793608151251).abs() < 1e-14);
/// ```
pub fn z_of_share(share: f64) -> f64 {
    if share > 0.5 { -lower(1.0 - share) } else { lower(share) }
}

/// For the lower half, where a small share keeps all its digits.
fn lower(share: f64) -> f64 {
    if share == 0.0 {
        return f64::NEG_INFINITY;
    }
    let t = (-2.0 * libm::log(share)).sqrt();
    let start =
        (2.515_517 + t * (0.802_853 + t * 0.010_328)) / (1.0 + t * (1.432_788 + t * (0.189_269 + t * 0.001_308))) - t;
    (0..2).fold(start, |z, _| {
        let off = (share_below(z) - share) * (2.0 * PI).sqrt() * libm::exp(z * z / 2.0);
        z - off / (1.0 + z * off / 2.0)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_and_back_is_the_same_z() {
        let mut z = -8.0;
        while z <= 5.0 {
            let back = z_of_share(share_below(z));
            // Above the middle a share near 1 has fewer digits left.
            assert!((back - z).abs() < if z > 0.0 { 1e-9 } else { 1e-13 }, "{z}: {back}");
            z += 0.01;
        }
    }

    #[test]
    fn the_ends_are_infinite_and_beyond_there_is_nothing() {
        assert_eq!(z_of_share(0.0), f64::NEG_INFINITY);
        assert_eq!(z_of_share(1.0), f64::INFINITY);
        assert!(z_of_share(1.5).is_nan());
    }
}
