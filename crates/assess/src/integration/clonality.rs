//! Diversity of a population of clones from their abundances.
//!
//! p is a clone's share, S the number of unique sites, N the sum. Shannon (natural log), Pielou H / ln S,
//! Simpson 1 - sum p², Gini by trapezoids, Chao1 bias-corrected (Chao 1984), UC50: the fewest clones that
//! together make at least half (on an exact tie the half itself is enough).

/// Metrics of one sample.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Metrics {
    pub sites: u32,
    /// Sum of the abundances: inferred cells where they are sonic abundances, else reads or fragments.
    pub total: f64,
    pub shannon: f64,
    /// `None` for a single clone: evenness needs two.
    pub pielou: Option<f64>,
    pub simpson: f64,
    pub gini: f64,
    pub uc50: u32,
    pub chao1: f64,
    pub top_share: f64,
    pub top10_share: f64,
}

/// `None` when no abundance is positive. Zeros (a clone not seen in this sample) do not count as sites.
///
/// ```
/// let metrics = assess::integration::metrics(&[1.0, 1.0, 1.0, 1.0]).unwrap();
/// assert_eq!((metrics.sites, metrics.uc50), (4, 2));
/// assert!((metrics.pielou.unwrap() - 1.0).abs() < 1e-12);
/// ```
pub fn metrics(abundances: &[f64]) -> Option<Metrics> {
    let mut sizes: Vec<f64> = abundances.iter().copied().filter(|size| *size > 0.0 && size.is_finite()).collect();
    if sizes.is_empty() {
        return None;
    }
    sizes.sort_by(|a, b| b.total_cmp(a));
    let total: f64 = sizes.iter().sum();
    let count = sizes.len() as f64;
    let shannon: f64 = sizes.iter().map(|size| size / total).map(|p| -p * libm::log(p)).sum();
    let simpson = 1.0 - sizes.iter().map(|size| (size / total) * (size / total)).sum::<f64>();
    let seen = |times: f64| sizes.iter().filter(|size| **size == times).count() as f64;
    let (once, twice) = (seen(1.0), seen(2.0));
    let mut sum = 0.0;
    let uc50 = sizes.iter().take_while(|size| {
        let short = sum < total / 2.0;
        sum += **size;
        short
    });
    let uc50 = uc50.count();
    // Descending order: the i-th of n has n - i smaller or equal ones below it.
    let ranked: f64 = sizes.iter().rev().enumerate().map(|(i, size)| (i as f64 + 1.0) * size).sum();
    let share = |n: usize| sizes.iter().take(n).sum::<f64>() / total;
    Some(Metrics {
        sites: u32::try_from(sizes.len()).unwrap_or(u32::MAX),
        total,
        shannon,
        pielou: (sizes.len() > 1).then(|| shannon / libm::log(count)),
        simpson,
        gini: 2.0 * ranked / (count * total) - (count + 1.0) / count,
        uc50: u32::try_from(uc50).unwrap_or(u32::MAX),
        chao1: count + once * (once - 1.0) / (2.0 * (twice + 1.0)),
        top_share: share(1),
        top10_share: share(10),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(name: &str, expected: &str, got: f64) {
        let expected: f64 = expected.parse().unwrap();
        assert!((expected - got).abs() <= 1e-9 * expected.abs().max(1.0), "{name}: expected {expected}, got {got}");
    }

    #[test]
    fn the_twenty_samples_of_a_real_patient_agree_with_vegan() {
        let table = include_str!("published/WAS5_reads.txt");
        let samples: Vec<&str> = table.lines().next().unwrap().split('\t').collect();
        let rows: Vec<Vec<f64>> = table
            .lines()
            .skip(1)
            .map(|line| line.split('\t').skip(1).map(|cell| cell.parse().unwrap()).collect())
            .collect();
        let mut reader = csv::Reader::from_reader(include_bytes!("published/diversity_expected_vegan.csv").as_slice());
        let mut compared = 0;
        for row in reader.records().map(Result::unwrap).filter(|row| &row[0] == "WAS5") {
            let column = samples.iter().position(|name| *name == &row[1]).unwrap();
            let sizes: Vec<f64> = rows.iter().map(|cells| cells[column]).collect();
            let found = metrics(&sizes).unwrap();
            let name = &row[1];
            assert_eq!(found.sites.to_string(), &row[2], "{name}");
            close(name, &row[3], found.total);
            close(name, &row[4], found.shannon);
            close(name, &row[5], found.simpson);
            close(name, &row[7], found.pielou.unwrap());
            close(name, &row[8], found.chao1);
            close(name, &row[10], found.gini);
            assert_eq!(found.uc50.to_string(), &row[11], "{name}");
            close(name, &row[12], found.top_share);
            close(name, &row[13], found.top10_share);
            compared += 1;
        }
        assert_eq!(compared, 20);
    }

    #[test]
    fn on_a_tie_half_is_enough() {
        let mut reader = csv::Reader::from_reader(include_bytes!("published/uc50_edge_cases.csv").as_slice());
        for row in reader.records().map(Result::unwrap) {
            let sizes: Vec<f64> = row[0].split(' ').map(|n| n.parse().unwrap()).collect();
            assert_eq!(metrics(&sizes).unwrap().uc50.to_string(), &row[2], "{row:?}");
        }
    }

    #[test]
    fn nothing_has_no_metrics() {
        assert_eq!(metrics(&[]), None);
        assert_eq!(metrics(&[0.0, 0.0]), None);
        assert_eq!(metrics(&[5.0]).unwrap().pielou, None);
    }
}
