//! One clone through several samples: where it was first and last seen, in which cells, and whether it grows.
//!
//! A clone is a vector at one place: same reference genome, chromosome and strand, and a position within a tolerance,
//! because the aligned end of a read wanders by a few bases. The tolerance is the caller's (a protocol or laboratory
//! states it). Samples on different genomes, or counted by different measures, are refused: nothing is lifted over
//! and no read becomes a cell. Does not know limits: see `answers.rs`.

use std::collections::BTreeSet;

use super::cluster;
use super::site::{Build, Measure, Site};

/// One site of a sample as it was counted.
#[derive(Clone, Debug, PartialEq)]
pub struct Counted {
    pub site: Site,
    /// In the sample's measure; zero or less is no sighting.
    pub abundance: f64,
}

/// One sample that is followed. Replicates of a sample are to be one sample before they come here.
#[derive(Clone, Copy, Debug)]
pub struct Taken<'a> {
    pub name: &'a str,
    /// Lineage, spelled alike in every sample; empty when cells were not sorted.
    pub cell_type: &'a str,
    /// Orders the samples: days or months from anything, the same number for the same time point.
    pub time: i32,
    pub build: Build,
    pub measure: Measure,
    pub sites: &'a [Counted],
    /// Abundance of clones without a place (in repeats): part of what shares are of, and followed by nobody.
    pub unplaced: f64,
}

/// Why samples cannot be laid side by side. `at` is the place of the first sample that differs from the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotComparable {
    Builds { at: usize, first: Build, other: Build },
    Measures { at: usize, first: Measure, other: Measure },
}

impl NotComparable {
    /// For the catalogue.
    pub fn code(self) -> &'static str {
        match self {
            Self::Builds { .. } => "builds-differ",
            Self::Measures { .. } => "measures-differ",
        }
    }
}

/// A sample among those followed.
#[derive(Clone, Debug, PartialEq)]
pub struct Followed {
    /// Its place in what was given to [`track`].
    pub given: usize,
    pub name: String,
    pub cell_type: String,
    pub time: i32,
    /// Sum of the abundances, those without a place among them.
    pub total: f64,
    /// Clones seen, after sites within the tolerance became one.
    pub clones: u32,
}

/// A clone in one sample.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Seen {
    /// Index into [`Tracks::samples`].
    pub sample: usize,
    /// Row of the sample's sites; the most abundant where several became one clone.
    pub row: usize,
    pub abundance: f64,
    /// Of the sample's total, 0 to 1.
    pub share: f64,
}

/// A clone and every sample that holds it, oldest first.
#[derive(Clone, Debug, PartialEq)]
pub struct Track {
    /// The most abundant position of those that are one clone.
    pub site: Site,
    pub seen: Vec<Seen>,
}

/// What a cell type held of a clone at one time point.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    pub time: i32,
    /// 0 when the clone was not seen there.
    pub share: f64,
    /// Everything counted at this time point in this cell type.
    pub total: f64,
}

/// Clones through samples.
#[derive(Clone, Debug, PartialEq)]
pub struct Tracks {
    pub build: Build,
    pub measure: Measure,
    /// Oldest first; as given within a time point.
    pub samples: Vec<Followed>,
    /// By site.
    pub clones: Vec<Track>,
}

/// Clones that two samples have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shared {
    /// Indices into [`Tracks::samples`].
    pub pair: (usize, usize),
    pub clones: u32,
}

/// Follows each clone through the samples; `None` without a sample.
///
/// # Errors
/// Samples on different reference genomes or with different measures.
///
/// ```
/// use assess::integration::{Build, Counted, Measure, Site, Taken, track};
/// let of = |name: &str, abundance| Counted { site: Site::named(name).unwrap(), abundance };
/// let (first, second) = ([of("chr1:100:+", 1.0), of("chr2:7:-", 9.0)], [of("chr1:102:+", 5.0), of("chr2:7:-", 5.0)]);
/// let taken = |time, sites| Taken {
///     name: "", cell_type: "T", time, sites, unplaced: 0.0, build: Build::Hg38, measure: Measure::SonicAbundance,
/// };
/// let tracks = track(&[taken(12, &first), taken(24, &second)], 3).unwrap().unwrap();
/// let shares: Vec<f64> = tracks.series(&tracks.clones[0], "T").iter().map(|point| point.share).collect();
/// assert_eq!(shares, [0.1, 0.5]);
/// ```
pub fn track(samples: &[Taken<'_>], tolerance_bp: u32) -> Result<Option<Tracks>, NotComparable> {
    let Some(first) = samples.first() else { return Ok(None) };
    for (at, sample) in samples.iter().enumerate() {
        if sample.build != first.build {
            return Err(NotComparable::Builds { at, first: first.build, other: sample.build });
        }
        if sample.measure != first.measure {
            return Err(NotComparable::Measures { at, first: first.measure, other: sample.measure });
        }
    }
    let mut order: Vec<usize> = (0..samples.len()).collect();
    order.sort_by_key(|given| samples[*given].time);
    let in_order: Vec<&Taken<'_>> = order.iter().map(|given| &samples[*given]).collect();
    let placed = |sample: &Taken<'_>| sample.sites.iter().map(|one| one.abundance).filter(|n| *n > 0.0).sum::<f64>();
    let followed = order.iter().map(|given| (*given, &samples[*given])).map(|(given, sample)| Followed {
        given,
        name: sample.name.to_owned(),
        cell_type: sample.cell_type.to_owned(),
        time: sample.time,
        total: placed(sample) + sample.unplaced,
        clones: 0,
    });
    let mut followed: Vec<Followed> = followed.collect();
    let mut clones = cluster::clones(&in_order, tolerance_bp);
    for seen in clones.iter_mut().flat_map(|clone| &mut clone.seen) {
        let sample = &mut followed[seen.sample];
        seen.share = seen.abundance / sample.total;
        sample.clones += 1;
    }
    Ok(Some(Tracks { build: first.build, measure: first.measure, samples: followed, clones }))
}

impl Track {
    /// Index of the oldest sample that holds the clone.
    pub fn first_seen(&self) -> Option<usize> {
        self.seen.first().map(|seen| seen.sample)
    }

    /// Index of the newest sample that holds the clone.
    pub fn last_seen(&self) -> Option<usize> {
        self.seen.last().map(|seen| seen.sample)
    }

    /// The clone in one sample.
    pub fn in_sample(&self, sample: usize) -> Option<&Seen> {
        let at = self.seen.binary_search_by_key(&sample, |seen| seen.sample).ok()?;
        self.seen.get(at)
    }
}

impl Tracks {
    /// Cell types of the samples, in the order of their first sample.
    pub fn cell_types(&self) -> Vec<&str> {
        let mut types: Vec<&str> = Vec::new();
        for sample in &self.samples {
            if !types.contains(&sample.cell_type.as_str()) {
                types.push(&sample.cell_type);
            }
        }
        types
    }

    /// Lineages in which the clone was seen at any time: more than one speaks for a stem cell or an early progenitor.
    pub fn lineages(&self, clone: &Track) -> BTreeSet<&str> {
        clone.seen.iter().map(|seen| self.samples[seen.sample].cell_type.as_str()).collect()
    }

    /// Share of the clone at every time point of a cell type, oldest first. Samples of the same cell type and time
    /// point are taken together: the sum of the clone over the sum of all.
    pub fn series(&self, clone: &Track, cell_type: &str) -> Vec<Point> {
        let of_type = self.samples.iter().enumerate().filter(|(_, sample)| sample.cell_type == cell_type);
        let mut points: Vec<(i32, f64, f64)> = Vec::new();
        for (at, sample) in of_type {
            let held = clone.in_sample(at).map_or(0.0, |seen| seen.abundance);
            match points.last_mut() {
                Some((time, sum, total)) if *time == sample.time => {
                    *sum += held;
                    *total += sample.total;
                }
                _ => points.push((sample.time, held, sample.total)),
            }
        }
        let share = |held: f64, total: f64| if total > 0.0 { held / total } else { 0.0 };
        points.into_iter().map(|(time, held, total)| Point { time, share: share(held, total), total }).collect()
    }

    /// Clones seen at every time point of a cell type.
    pub fn persistent(&self, cell_type: &str) -> impl Iterator<Item = &Track> {
        self.clones.iter().filter(move |clone| {
            let series = self.series(clone, cell_type);
            !series.is_empty() && series.iter().all(|point| point.share > 0.0)
        })
    }

    /// Clones in common for each pair of samples, in the order of the samples.
    pub fn shared(&self) -> Vec<Shared> {
        let count = self.samples.len();
        let mut table = vec![0_u32; count * count];
        for clone in &self.clones {
            for (at, one) in clone.seen.iter().enumerate() {
                for other in &clone.seen[at + 1..] {
                    table[one.sample * count + other.sample] += 1;
                }
            }
        }
        let pairs = (0..count).flat_map(|one| (one + 1..count).map(move |other| (one, other)));
        pairs.map(|pair| Shared { pair, clones: table[pair.0 * count + pair.1] }).collect()
    }
}

/// The share rose from each of the newest `points` time points to the next. Not seen counts as zero. `false` with
/// fewer time points, or when fewer than two are asked for.
///
/// ```
/// use assess::integration::{Point, rising};
/// let of = |time, share| Point { time, share, total: 100.0 };
/// let series = [of(0, 0.3), of(6, 0.1), of(12, 0.2), of(18, 0.4)];
/// assert!(rising(&series, 3) && !rising(&series, 4));
/// ```
pub fn rising(series: &[Point], points: usize) -> bool {
    let newest = series.len().checked_sub(points).map(|from| &series[from..]);
    newest.is_some_and(|newest| points > 1 && newest.windows(2).all(|pair| pair[0].share < pair[1].share))
}

/// When growth is told: the protocol's numbers.
#[derive(Clone, Copy, Debug)]
pub struct Growing {
    /// Time points in a row over which the share rises.
    pub points: usize,
    /// How many times the share it began with the newest one is; infinite when growth is never told.
    pub fold: f64,
    /// 0 to 1; a smaller newest share is not told.
    pub share: f64,
}

/// Whether a clone grew over several time points or at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    Rising,
    AtOnce,
}

/// The newest points that show growth by the fold: rising over each of so many in a row, or since the one before. That
/// it rises three times is chance once in six; that it doubles on the way is not. New is not grown.
///
/// ```
/// use assess::integration::{Growing, How, Point, grown};
/// let of = |time, share| Point { time, share, total: 100.0 };
/// let set = Growing { points: 3, fold: 2.0, share: 0.05 };
/// let doubled = [of(0, 0.05), of(6, 0.08), of(12, 0.1)];
/// let (part, how) = grown(&doubled, &set).unwrap();
/// assert_eq!((part.len(), how), (3, How::Rising));
/// assert!(grown(&[of(0, 0.05), of(6, 0.06), of(12, 0.07)], &set).is_none());
/// ```
pub fn grown<'a>(series: &'a [Point], set: &Growing) -> Option<(&'a [Point], How)> {
    series.last().filter(|newest| newest.share >= set.share)?;
    let newest = |points: usize| series.len().checked_sub(points).map(|from| &series[from..]);
    let by_fold = |part: &&[Point]| match part {
        [first, .., last] => first.share > 0.0 && last.share >= first.share * set.fold,
        _ => false,
    };
    let rising = newest(set.points).filter(|_| rising(series, set.points)).filter(by_fold);
    let at_once = || newest(2).filter(by_fold).map(|part| (part, How::AtOnce));
    rising.map(|part| (part, How::Rising)).or_else(at_once)
}

#[cfg(test)]
mod tests;
