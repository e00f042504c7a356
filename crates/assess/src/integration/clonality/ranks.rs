//! Abundances in order, equal ones counted together.
//!
//! Blood holds few large clones and a long tail seen once or twice: counting the tail instead of sorting it, and
//! taking one logarithm for all clones of a size, makes a million clones cheap. Sums run over sizes, so they do not
//! depend on the order in which a laboratory lists its sites.

/// Whole abundances below this are counted in place, the rest is sorted.
const COUNTED_BELOW: usize = 1024;

pub(super) struct Ranks {
    /// Size and how many clones have it.
    pub largest_first: Vec<(f64, u32)>,
    pub clones: u32,
    pub total: f64,
}

impl Ranks {
    pub fn of(abundances: &[f64]) -> Self {
        let mut tail = vec![0_u32; COUNTED_BELOW];
        let mut sizes: Vec<f64> = Vec::new();
        for &size in abundances {
            // Truncation is the test itself: what it changes is no whole number.
            let whole = size as usize;
            if size > 0.0 && whole < COUNTED_BELOW && whole as f64 == size {
                tail[whole] += 1;
            } else if size > 0.0 && size.is_finite() {
                sizes.push(size);
            }
        }
        // Each size of the tail once, in its place among the others; its count is looked up below.
        sizes.extend((1..COUNTED_BELOW).filter(|size| tail[*size] > 0).map(|size| size as f64));
        sizes.sort_unstable_by(|a, b| b.total_cmp(a));
        let mut largest_first: Vec<(f64, u32)> = Vec::with_capacity(sizes.len());
        for size in sizes {
            let whole = size as usize;
            let clones = if whole < COUNTED_BELOW && whole as f64 == size { tail[whole] } else { 1 };
            match largest_first.last_mut() {
                Some((last, count)) if *last == size => *count += clones,
                _ => largest_first.push((size, clones)),
            }
        }
        let clones = largest_first.iter().map(|(_, clones)| clones).sum();
        let total = largest_first.iter().rev().map(|(size, clones)| size * f64::from(*clones)).sum();
        Self { largest_first, clones, total }
    }

    /// UC50: the fewest clones that make half, and the clones whose sum from the smallest up reaches half.
    pub fn half(&self) -> (u32, u32) {
        let half = self.total / 2.0;
        let (mut sum, mut below) = (0.0, 0);
        for &(size, clones) in self.largest_first.iter().rev() {
            // Of this run, those whose running sum stays below half.
            let short = libm::ceil((half - sum) / size) - 1.0;
            if short < f64::from(clones) {
                below += short.max(0.0) as u32;
                break;
            }
            sum += size * f64::from(clones);
            below += clones;
        }
        let ascending = self.clones - below;
        // The same cut from above: where the clones under it hold exactly half, one clone fewer is enough.
        let mut left = below + 1;
        let mut under = 0.0;
        for &(size, clones) in self.largest_first.iter().rev() {
            let taken = clones.min(left);
            under += size * f64::from(taken);
            left -= taken;
            if left == 0 {
                break;
            }
        }
        (if under == half && ascending > 1 { ascending - 1 } else { ascending }, ascending)
    }

    /// Sum of rank times size, the smallest clone having rank 1.
    pub fn ranked_sum(&self) -> f64 {
        let mut below = 0.0;
        let mut sum = 0.0;
        for &(size, clones) in self.largest_first.iter().rev() {
            let clones = f64::from(clones);
            // Ranks of a run of equal clones: below + 1 to below + clones.
            sum += size * clones * (2.0 * below + clones + 1.0) / 2.0;
            below += clones;
        }
        sum
    }

    /// Sum of the n largest.
    pub fn largest(&self, n: u32) -> f64 {
        let mut left = n;
        let taken = self.largest_first.iter().map_while(|(size, clones)| {
            let taken = (*clones).min(left);
            left -= taken;
            (taken > 0).then_some(size * f64::from(taken))
        });
        taken.sum()
    }
}
