//! A count with its exact interval (Garwood, Biometrika 1936;28:437), and a count against what was expected.
//!
//! With two tumours where 0.4 were expected the ratio is 5 and its interval 0.6 to 18: the interval is the message.

use libm::{exp, lgamma, log};

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    pub low: f64,
    pub high: f64,
}

/// Observed against expected, as standardised incidence ratio.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ObservedExpected {
    pub observed: u32,
    pub expected: f64,
    pub ratio: f64,
    /// Exact interval of the ratio.
    pub interval: Interval,
    /// Chance of at least as many if the expected rate were the true one; 1 when none was observed.
    pub at_least_as_many: f64,
}

/// What may be said of observed against expected without saying more than the numbers carry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// None was seen; how large an increase that rules out is the upper end of the interval.
    NoneSeen,
    /// The interval holds 1: neither shown nor excluded.
    Unclear,
    More,
    Fewer,
}

impl Verdict {
    /// Fluent id; arguments `observed`, `expected`, `person-years`, `ratio`, `low`, `high`, `level` (per cent).
    pub fn key(self) -> String {
        let code = match self {
            Self::NoneSeen => "none-seen",
            Self::Unclear => "unclear",
            Self::More => "more",
            Self::Fewer => "fewer",
        };
        format!("observed-expected-{code}")
    }
}

impl ObservedExpected {
    pub fn verdict(&self) -> Verdict {
        match self.interval {
            Interval { high, .. } if high < 1.0 => Verdict::Fewer,
            Interval { low, .. } if low > 1.0 => Verdict::More,
            _ if self.observed == 0 => Verdict::NoneSeen,
            _ => Verdict::Unclear,
        }
    }
}

/// Exact two-sided interval of a Poisson mean after `observed` events. `None` unless `0 < level < 1`.
///
/// ```
/// let interval = assess::cohort::poisson_interval(0, 0.95).unwrap();
/// assert_eq!((interval.low, format!("{:.4}", interval.high).as_str()), (0.0, "3.6889"));
/// ```
pub fn poisson_interval(observed: u32, level: f64) -> Option<Interval> {
    if !(level > 0.0 && level < 1.0) {
        return None;
    }
    let tail = (1.0 - level) / 2.0;
    let ceiling = 10.0 * f64::from(observed) + 100.0;
    let low = if observed == 0 { 0.0 } else { root(0.0, ceiling, |mean| at_most(observed - 1, mean) > 1.0 - tail) };
    Some(Interval { low, high: root(0.0, ceiling, |mean| at_most(observed, mean) > tail) })
}

/// `None` when nothing was expected, or the level is none.
pub fn observed_expected(observed: u32, expected: f64, level: f64) -> Option<ObservedExpected> {
    if !(expected > 0.0 && expected.is_finite()) {
        return None;
    }
    let interval = poisson_interval(observed, level)?;
    Some(ObservedExpected {
        observed,
        expected,
        ratio: f64::from(observed) / expected,
        interval: Interval { low: interval.low / expected, high: interval.high / expected },
        at_least_as_many: if observed == 0 { 1.0 } else { 1.0 - at_most(observed - 1, expected) },
    })
}

/// Chance of at most `count` events when `mean` are expected.
fn at_most(count: u32, mean: f64) -> f64 {
    if mean <= 0.0 {
        return 1.0;
    }
    let chance = |k: u32| exp(f64::from(k) * log(mean) - mean - lgamma(f64::from(k) + 1.0));
    (0..=count).map(chance).sum::<f64>().min(1.0)
}

/// Where `below` turns from true to false.
fn root(mut low: f64, mut high: f64, below: impl Fn(f64) -> bool) -> f64 {
    // Every halving gives a bit; a double has 53.
    for _ in 0..80 {
        let middle = (low + high) / 2.0;
        if below(middle) {
            low = middle;
        } else {
            high = middle;
        }
    }
    (low + high) / 2.0
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Computed apart from this program with 60-digit decimals (Python `decimal`, sums of Poisson terms, bisection).
    #[test]
    fn intervals_are_those_of_sixty_digit_arithmetic() {
        for (observed, level, low, high) in [
            (0, 0.95, 0.000_000_000, 3.688_879_454),
            (1, 0.95, 0.025_317_808, 5.571_643_391),
            (2, 0.95, 0.242_209_279, 7.224_687_668),
            (3, 0.95, 0.618_672_123, 8.767_273_070),
            (5, 0.95, 1.623_486_390, 11.668_332_079),
            (10, 0.95, 4.795_388_696, 18.390_356_042),
            (20, 0.95, 12.216_519_585, 30.888_377_903),
            (50, 0.95, 37.110_963_737, 65.918_766_664),
            (100, 0.95, 81.363_991_251, 121.626_793_792),
            (0, 0.9, 0.000_000_000, 2.995_732_274),
            (1, 0.9, 0.051_293_294, 4.743_864_518),
            (2, 0.9, 0.355_361_511, 6.295_793_622),
            (3, 0.9, 0.817_691_447, 7.753_656_528),
            (5, 0.9, 1.970_149_568, 10.513_034_909),
            (10, 0.9, 5.425_405_697, 16.962_219_236),
            (20, 0.9, 13.254_651_598, 29.062_018_840),
            (50, 0.9, 38.964_732_583, 63.287_074_096),
            (100, 0.9, 84.139_277_218, 118.079_272_782),
        ] {
            let found = poisson_interval(observed, level).unwrap();
            assert!((found.low - low).abs() < 5e-9, "{observed} {level}: {found:?}");
            assert!((found.high - high).abs() < 5e-9, "{observed} {level}: {found:?}");
        }
    }

    #[test]
    fn a_ratio_carries_its_interval() {
        let found = observed_expected(3, 1.2, 0.95).unwrap();
        assert_eq!(found.ratio, 2.5);
        assert!((found.interval.low - 0.618_672 / 1.2).abs() < 1e-5, "{found:?}");
        assert!((found.interval.high - 8.767_273 / 1.2).abs() < 1e-5, "{found:?}");
        assert!((found.at_least_as_many - 0.120512901216370).abs() < 1e-12, "{found:?}");
        assert_eq!(observed_expected(0, 1.2, 0.95).unwrap().at_least_as_many, 1.0);
    }

    #[test]
    fn small_numbers_claim_no_more_than_they_carry() {
        let verdict = |observed, expected| observed_expected(observed, expected, 0.95).unwrap().verdict();
        assert_eq!(verdict(0, 3.6), Verdict::NoneSeen);
        assert_eq!(verdict(0, 9.0), Verdict::Fewer);
        assert_eq!(verdict(2, 0.4), Verdict::Unclear);
        assert_eq!(verdict(3, 0.4), Verdict::More);
        assert_eq!(verdict(2, 9.0), Verdict::Fewer);
    }

    #[test]
    fn nothing_expected_or_no_level_gives_no_ratio() {
        assert_eq!(observed_expected(1, 0.0, 0.95), None);
        assert_eq!(observed_expected(1, f64::NAN, 0.95), None);
        assert_eq!(poisson_interval(1, 1.0), None);
    }
}
