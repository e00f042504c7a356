//! A small reproducible source of chance (SplitMix64, Steele et al. 2014): the study must be the same
//! on every machine and in every release, so it does not depend on a library's generator.

#[derive(Clone, Debug)]
pub struct Chance(u64);

impl Chance {
    pub fn of(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// From `low` to `high`, both included.
    pub fn between(&mut self, low: i32, high: i32) -> i32 {
        let span = (i64::from(high) - i64::from(low) + 1).unsigned_abs();
        low + i32::try_from(self.next() % span.max(1)).unwrap_or(0)
    }

    /// True once in `n` times on average.
    pub fn once_in(&mut self, n: i32) -> bool {
        self.between(1, n) == 1
    }

    /// `mean` give or take `percent`, as thousandths, so that no platform rounds differently.
    pub fn around(&mut self, mean_thousandths: i64, percent: i32) -> i64 {
        mean_thousandths + mean_thousandths * i64::from(self.between(-percent, percent)) / 100
    }
}
