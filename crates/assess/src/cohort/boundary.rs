//! A Bayesian stopping boundary for events of one kind: beta-binomial, looked at after every person.
//!
//! Geller, Follmann, Leifer, Carter, Advances in Clinical Trial Biostatistics 2003: stop when the posterior chance
//! that the event probability exceeds `p0` is above a cut-off, chosen so that a product that is as safe as expected
//! is stopped with probability `alpha` at most. Advice for a safety board, never a decision.

use super::beta;

/// Everything in it comes from the protocol.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StoppingRule {
    /// Beta prior of the event probability.
    pub prior_events: f64,
    pub prior_others: f64,
    /// Event probability that is accepted.
    pub p0: f64,
    /// Posterior chance of more than `p0` above which it stops.
    pub cut_off: f64,
}

/// What a rule does when the true event probability is some `p`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stops {
    pub probability: f64,
    /// Expected number of events when it stops, or when all were seen.
    pub events: f64,
}

impl StoppingRule {
    /// Posterior chance that the event probability exceeds `p0` after `events` of `people`.
    pub fn posterior(&self, events: u32, people: u32) -> f64 {
        let (seen, spared) = (f64::from(events), f64::from(people.saturating_sub(events)));
        1.0 - beta::below(self.p0, self.prior_events + seen, self.prior_others + spared)
    }

    /// Fewest events among `people` that stop; `None` when even as many as people would not.
    pub fn boundary(&self, people: u32) -> Option<u32> {
        (0..=people).find(|events| self.posterior(*events, people) > self.cut_off)
    }

    /// How often the rule stops within `people`, looking after each of them, when the event probability is `p`.
    pub fn stops(&self, people: u32, p: f64) -> Stops {
        // Chance of each number of events among those not stopped yet.
        let mut going = vec![1.0];
        let mut stops = Stops { probability: 0.0, events: 0.0 };
        for seen in 1..=people {
            let mut next = vec![0.0; going.len() + 1];
            for (events, chance) in going.iter().enumerate() {
                next[events] += chance * (1.0 - p);
                next[events + 1] += chance * p;
            }
            if let Some(boundary) = self.boundary(seen) {
                for (events, chance) in next.iter_mut().enumerate().skip(boundary as usize) {
                    stops.probability += *chance;
                    stops.events += *chance * events as f64;
                    *chance = 0.0;
                }
            }
            going = next;
        }
        stops.events += going.iter().enumerate().map(|(events, chance)| chance * events as f64).sum::<f64>();
        stops
    }

    fn is_sound(&self) -> bool {
        let inside = |p: f64| p > 0.0 && p < 1.0;
        let positive = |x: f64| x > 0.0 && x.is_finite();
        positive(self.prior_events) && positive(self.prior_others) && inside(self.p0)
    }
}

/// The rule with the lowest cut-off that stops a product with event probability `p0` with probability `alpha` at
/// most, looked at after each of `people`. The cut-off is one of the posterior chances themselves, so that the
/// boundary does not hang on the digits of a search. `None` when prior, `p0` or `alpha` make no sense.
///
/// ```
/// let rule = assess::cohort::calibrated(0.6, 2.4, 0.20, 0.10, 30).unwrap();
/// assert_eq!(rule.boundary(2), None);
/// assert_eq!(rule.boundary(30), Some(11));
/// ```
pub fn calibrated(prior_events: f64, prior_others: f64, p0: f64, alpha: f64, people: u32) -> Option<StoppingRule> {
    let at = |cut_off: f64| StoppingRule { prior_events, prior_others, p0, cut_off };
    let rule = at(0.0);
    let sensible = rule.is_sound() && alpha > 0.0 && alpha < 1.0 && people > 0;
    if !sensible {
        return None;
    }
    let mut steps: Vec<f64> = (1..=people).flat_map(|n| (0..=n).map(move |events| rule.posterior(events, n))).collect();
    steps.sort_by(f64::total_cmp);
    // A higher cut-off never stops more often.
    let first = steps.partition_point(|step| at(*step).stops(people, p0).probability > alpha);
    steps.get(first).map(|step| at(*step))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// README of the R package stoppingrule (mjmartens/stoppingrule @ 09f9988; domain.md part 9): prior Beta(0.6, 2.4),
    /// p0 0.20, alpha 0.10, after each of 30.
    const PUBLISHED: [u32; 30] =
        [2, 3, 3, 3, 4, 4, 5, 5, 5, 5, 6, 6, 6, 7, 7, 7, 7, 8, 8, 8, 9, 9, 9, 9, 10, 10, 10, 10, 11, 11];

    fn rule() -> StoppingRule {
        calibrated(0.6, 2.4, 0.20, 0.10, 30).unwrap()
    }

    #[test]
    fn the_published_boundary_is_reproduced() {
        for (people, published) in (1..=30).zip(PUBLISHED) {
            let possible = (published <= people).then_some(published);
            assert_eq!(rule().boundary(people), possible, "{people}");
        }
    }

    /// The package searches the cut-off through a root finder with a tolerance of 1e-4 in the boundary, so its last
    /// digit is its own: 4 of 7 has a posterior chance of 0.96308269, and a cut-off of 0.9630823 taken to the letter
    /// would stop there, though the published boundary does not.
    #[test]
    fn the_published_cut_off_is_met_within_its_search() {
        assert!((rule().cut_off - 0.963_082_3).abs() < 5e-7, "{}", rule().cut_off);
        assert_eq!(rule().cut_off, rule().posterior(4, 7));
        let to_the_letter = StoppingRule { cut_off: 0.963_082_3, ..rule() };
        assert_eq!((to_the_letter.boundary(7), rule().boundary(7)), (Some(4), Some(5)));
        assert!(to_the_letter.stops(30, 0.20).probability > 0.10);
    }

    /// Same README, operating characteristics.
    #[test]
    fn the_published_operating_characteristics_are_reproduced() {
        for (p, probability, events) in [
            (0.20, 0.099_573_67, 5.651_197),
            (0.25, 0.238_323_01, 6.536_293),
            (0.30, 0.436_152_56, 6.926_712),
            (0.35, 0.645_552_22, 6.819_377),
            (0.40, 0.814_910_87, 6.355_803),
        ] {
            let stops = rule().stops(30, p);
            assert!((stops.probability - probability).abs() < 5e-9, "{p}: {stops:?}");
            assert!((stops.events - events).abs() < 5e-7, "{p}: {stops:?}");
        }
    }

    #[test]
    fn senseless_settings_give_no_rule() {
        assert_eq!(calibrated(0.0, 2.4, 0.2, 0.1, 30), None);
        assert_eq!(calibrated(0.6, 2.4, 1.0, 0.1, 30), None);
        assert_eq!(calibrated(0.6, 2.4, 0.2, 0.0, 30), None);
        assert_eq!(calibrated(0.6, 2.4, 0.2, 0.1, 0), None);
    }
}
