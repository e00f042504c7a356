//! z-scores by the LMS method: z = ((y/M)^L - 1) / (L S) (Cole & Green, Statistics in Medicine 1992), and what each
//! reference does in its tails: WHO's restricted form beyond ±3 for weight-based indices (WHO 2006, computation of
//! centiles and z-scores), CDC's extended BMI above the 95th centile (Hales et al., NCHS Vital Health Stat 2(197), 2022).
//!
//! Knows nothing of ages and charts; which row is read is decided in `reference`.

use super::normal::{share_below, z_of_share};

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Lms {
    pub l: f64,
    pub m: f64,
    pub s: f64,
}

/// What happens far from the middle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Tails {
    /// LMS throughout.
    Plain,
    /// Beyond ±3 in equal steps, each as long as from 2 to 3.
    Restricted,
    /// Above the 95th centile half-normal with this spread.
    ExtendedAboveP95 { sigma: f64 },
}

/// z of the 95th centile.
const Z95: f64 = 1.644_853_626_951_472_2;

pub(super) fn z(lms: Lms, tails: Tails, value: f64) -> f64 {
    let plain = by_lms(lms, value);
    match tails {
        Tails::Restricted if plain > 3.0 => {
            let (two, three) = (value_by_lms(lms, 2.0), value_by_lms(lms, 3.0));
            3.0 + (value - three) / (three - two)
        }
        Tails::Restricted if plain < -3.0 => {
            let (two, three) = (value_by_lms(lms, -2.0), value_by_lms(lms, -3.0));
            -3.0 + (value - three) / (two - three)
        }
        Tails::ExtendedAboveP95 { sigma } if plain > Z95 => {
            // Share above = a tenth of the half-normal's tail: kept as the small share it is, it loses no digits.
            let beyond = (value - value_by_lms(lms, Z95)) / sigma;
            -z_of_share(0.1 * share_below(-beyond))
        }
        _ => plain,
    }
}

/// The value that has this z: the inverse of [`z`].
pub(super) fn value(lms: Lms, tails: Tails, z: f64) -> f64 {
    match tails {
        Tails::Restricted if z.abs() > 3.0 => {
            let (two, three) = (value_by_lms(lms, 2.0_f64.copysign(z)), value_by_lms(lms, 3.0_f64.copysign(z)));
            three + (z.abs() - 3.0) * (three - two)
        }
        Tails::ExtendedAboveP95 { sigma } if z > Z95 => {
            value_by_lms(lms, Z95) - sigma * z_of_share(10.0 * share_below(-z))
        }
        _ => value_by_lms(lms, z),
    }
}

pub(super) fn by_lms(lms: Lms, value: f64) -> f64 {
    let ratio = value / lms.m;
    if lms.l == 0.0 { libm::log(ratio) / lms.s } else { (libm::pow(ratio, lms.l) - 1.0) / (lms.l * lms.s) }
}

pub(super) fn value_by_lms(lms: Lms, z: f64) -> f64 {
    if lms.l == 0.0 { lms.m * libm::exp(lms.s * z) } else { lms.m * libm::pow(1.0 + lms.l * lms.s * z, 1.0 / lms.l) }
}

/// CDC's modified z: distance from the median in halves of the distance from 0 to ±2, so that extremes stay apart
/// (CDC, Modified z-scores in the CDC growth charts).
pub(super) fn modified(lms: Lms, value: f64) -> f64 {
    let side = 2.0_f64.copysign(value - lms.m);
    (value - lms.m) / ((value_by_lms(lms, side) - lms.m) / side)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_has_the_z_it_was_made_from_in_every_tail() {
        let lms = Lms { l: -1.5, m: 17.2, s: 0.11 };
        for tails in [Tails::Plain, Tails::Restricted, Tails::ExtendedAboveP95 { sigma: 4.1 }] {
            for step in -50..=30 {
                let want = f64::from(step) / 10.0;
                let got = z(lms, tails, value(lms, tails, want));
                assert!((got - want).abs() < 1e-9, "{tails:?} {want}: {got}");
            }
        }
        let straight = Lms { l: 0.0, ..lms };
        assert!((z(straight, Tails::Plain, value(straight, Tails::Plain, 1.7)) - 1.7).abs() < 1e-12);
    }

    #[test]
    fn the_tails_join_without_a_step() {
        let lms = Lms { l: -1.5, m: 17.2, s: 0.11 };
        for (tails, joint) in [(Tails::Restricted, 3.0), (Tails::ExtendedAboveP95 { sigma: 4.1 }, Z95)] {
            let at = value_by_lms(lms, joint);
            let step = z(lms, tails, at + 1e-9) - z(lms, tails, at - 1e-9);
            assert!((0.0..1e-7).contains(&step), "{tails:?}: {step}");
        }
        assert!((z_of_share(0.95) - Z95).abs() < 1e-14);
    }
}
