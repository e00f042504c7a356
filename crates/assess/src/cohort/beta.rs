//! The regularised incomplete beta function: how much of a beta distribution lies below a point.

use libm::{exp, lgamma, log, log1p};

/// I_x(a, b) for positive `a`, `b` and `0 <= x <= 1`, by the power series of DLMF 8.17.8: all its terms are positive,
/// so no digits cancel. On the far side of the mean the mirror I_x(a, b) = 1 - I_{1-x}(b, a) (DLMF 8.17.4).
pub(super) fn below(x: f64, a: f64, b: f64) -> f64 {
    if x <= 0.0 {
        return 0.0;
    }
    if x >= 1.0 {
        return 1.0;
    }
    if x > a / (a + b) { 1.0 - series(1.0 - x, b, a) } else { series(x, a, b) }
}

fn series(x: f64, a: f64, b: f64) -> f64 {
    let front = exp(a * log(x) + b * log1p(-x) + lgamma(a + b) - lgamma(a) - lgamma(b)) / a;
    let (mut term, mut sum, mut n) = (1.0, 1.0, 0.0);
    // Terms shrink by x in the end; the factor before that is at most (a + b) / (a + 1).
    while term > sum * 1e-17 && n < 100_000.0 {
        term *= (a + b + n) / (a + 1.0 + n) * x;
        sum += term;
        n += 1.0;
    }
    front * sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closed_forms_are_met() {
        for x in [0.01, 0.2, 0.5, 0.77, 0.99] {
            // DLMF 8.17: I_x(a, 1) = x^a, I_x(1, b) = 1 - (1 - x)^b, I_x(a, b) + I_{1-x}(b, a) = 1.
            assert!((below(x, 3.0, 1.0) - x * x * x).abs() < 1e-14, "{x}");
            assert!((below(x, 1.0, 4.0) - (1.0 - (1.0 - x).powi(4))).abs() < 1e-14, "{x}");
            assert!((below(x, 2.6, 7.4) + below(1.0 - x, 7.4, 2.6) - 1.0).abs() < 1e-14, "{x}");
        }
        assert!((below(0.5, 12.3, 12.3) - 0.5).abs() < 1e-13);
    }

    #[test]
    fn it_is_the_binomial_tail() {
        // P(X >= 4 of 9 at 0.3), summed by hand from the binomial distribution.
        let chance = |k: i32, choose: f64| choose * 0.3_f64.powi(k) * 0.7_f64.powi(9 - k);
        let tail: f64 =
            [(4, 126.0), (5, 126.0), (6, 84.0), (7, 36.0), (8, 9.0), (9, 1.0)].map(|(k, c)| chance(k, c)).iter().sum();
        assert!((below(0.3, 4.0, 6.0) - tail).abs() < 1e-14);
    }
}
