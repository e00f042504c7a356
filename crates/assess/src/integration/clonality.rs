//! Diversity of a population of clones from their abundances.
//!
//! p is a clone's share, S the number of unique sites, N the sum. Shannon (natural log), Pielou H / ln S,
//! Simpson 1 - sum p² and 1 / sum p², Gini by trapezoids, Chao1 bias-corrected (Chao 1984), UC50 in both of its
//! definitions. Does not know whether a sample is large enough to say anything: see `answers.rs`.

mod ranks;

use ranks::Ranks;

/// Metrics of one sample.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Metrics {
    /// S.
    pub sites: u32,
    /// N, the sum of the abundances: inferred cells where they are sonic abundances, else reads or fragments.
    pub total: f64,
    /// Natural logarithm.
    pub shannon: f64,
    /// `None` for a single clone: evenness needs two.
    pub pielou: Option<f64>,
    /// 1 - sum p²: the chance that two cells are of different clones.
    pub simpson: f64,
    /// 1 / sum p²: the number of equal clones that would be as diverse.
    pub inverse_simpson: f64,
    pub gini: f64,
    /// The fewest clones that together make at least half. On an exact tie the half itself is enough.
    pub uc50: u32,
    /// The definition of the Bushman laboratory's reports: clones whose sum from the smallest up reaches half. One
    /// more than `uc50` on an exact tie, otherwise the same.
    pub uc50_ascending: u32,
    /// Sites seen once and twice are those whose abundance rounds to 1 and 2 (half to even, as R rounds), since
    /// estimated cells are no whole numbers.
    pub chao1: f64,
    /// Share of the largest clone, 0 to 1.
    pub top_share: f64,
    pub top10_share: f64,
}

/// `None` when no abundance is positive. Zeros (a clone not seen in this sample) do not count as sites.
///
/// ```
/// let metrics = assess::integration::metrics(&[1.0, 1.0, 1.0, 1.0]).unwrap();
/// assert_eq!((metrics.sites, metrics.uc50, metrics.uc50_ascending), (4, 2, 3));
/// assert!((metrics.pielou.unwrap() - 1.0).abs() < 1e-12);
/// ```
pub fn metrics(abundances: &[f64]) -> Option<Metrics> {
    let ranks = Ranks::of(abundances);
    if ranks.clones == 0 {
        return None;
    }
    let (count, total) = (ranks.clones as f64, ranks.total);
    let (mut shannon, mut squares, mut once, mut twice) = (0.0, 0.0, 0.0, 0.0);
    for &(size, clones) in &ranks.largest_first {
        let (p, clones) = (size / total, f64::from(clones));
        shannon -= clones * p * libm::log(p);
        squares += clones * p * p;
        match libm::rint(size) {
            1.0 => once += clones,
            2.0 => twice += clones,
            _ => {}
        }
    }
    let (uc50, uc50_ascending) = ranks.half();
    Some(Metrics {
        sites: ranks.clones,
        total,
        shannon,
        pielou: (ranks.clones > 1).then(|| shannon / libm::log(count)),
        simpson: 1.0 - squares,
        inverse_simpson: 1.0 / squares,
        gini: 2.0 * ranks.ranked_sum() / (count * total) - (count + 1.0) / count,
        uc50,
        uc50_ascending,
        chao1: count + once * (once - 1.0) / (2.0 * (twice + 1.0)),
        top_share: ranks.largest(1) / total,
        top10_share: ranks.largest(10) / total,
    })
}

#[cfg(test)]
mod tests;
