//! The three questions of a clonality report, answered first: is any clone above the limit, is any rising, is any
//! near a watched gene?
//!
//! Every limit is the protocol's and comes as an argument. Below the floor of inferred cells nothing is said about
//! shares (a naive 20 % rule fires on 16 of 53 real samples of 1 to 26 sites); that a site lies near a gene is no
//! statement about shares and stays. Reads and fragments have no floor, because they are not cells.

use super::gene_list::GeneList;
use super::near::{Gene, genes};
use super::site::Measure;
use super::tracking::{Growing, Point, Track, Tracks, grown};

/// What a protocol sets.
#[derive(Clone, Copy, Debug)]
pub struct Limits<'a> {
    /// 0 to 1; a clone above it is told.
    pub share: f64,
    /// Inferred cells below which a time point of a cell type says nothing.
    pub min_cells: f64,
    pub growing: Growing,
    pub watch: &'a GeneList,
    pub distance_bp: u32,
}

/// A clone of which a question is answered yes. `clone` indexes [`Tracks::clones`].
#[derive(Clone, Debug, PartialEq)]
pub struct Grown {
    pub clone: usize,
    pub cell_type: String,
    /// The time points that the answer rests on, oldest first.
    pub points: Vec<Point>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct NearWatched {
    pub clone: usize,
    pub gene: Gene,
    pub distance_bp: u32,
    /// Largest share in any sample.
    pub share: f64,
}

/// A time point of a cell type with fewer cells than the floor.
#[derive(Clone, Debug, PartialEq)]
pub struct Silent {
    pub cell_type: String,
    pub time: i32,
    pub cells: f64,
}

/// Largest share first in each list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answers {
    /// Above the limit at the newest time point of a cell type that reaches the floor, as all below.
    pub above: Vec<Grown>,
    /// Growing at the newest time points of a cell type.
    pub rising: Vec<Grown>,
    pub near: Vec<NearWatched>,
    pub silent: Vec<Silent>,
    /// Watched genes that the shipped bounds do not know: nothing can be said about them.
    pub unknown_genes: Vec<String>,
}

/// Answers over every clone and cell type.
pub fn answers(tracks: &Tracks, limits: &Limits<'_>) -> Answers {
    let mut found = Answers::default();
    for cell_type in tracks.cell_types() {
        silent(tracks, cell_type, limits, &mut found.silent);
        for (at, clone) in tracks.clones.iter().enumerate() {
            if !tracks.lineages(clone).contains(cell_type) {
                continue;
            }
            let said = |point: &Point| !below_floor(tracks, point, limits);
            let points: Vec<Point> = tracks.series(clone, cell_type).into_iter().filter(said).collect();
            let newest = |count: usize| Grown {
                clone: at,
                cell_type: cell_type.to_owned(),
                points: points[points.len() - count..].to_vec(),
            };
            if points.last().is_some_and(|point| point.share > limits.share) {
                found.above.push(newest(1));
            }
            if let Some((part, _)) = grown(&points, &limits.growing) {
                found.rising.push(newest(part.len()));
            }
        }
    }
    let share = |grown: &Grown| grown.points.last().map_or(0.0, |point| point.share);
    for list in [&mut found.above, &mut found.rising] {
        list.sort_by(|a, b| share(b).total_cmp(&share(a)));
    }
    let genes = genes(tracks.build);
    found.near = near(tracks, limits);
    found.unknown_genes = limits.watch.unknown_to(genes).into_iter().map(str::to_owned).collect();
    found
}

fn below_floor(tracks: &Tracks, point: &Point, limits: &Limits<'_>) -> bool {
    tracks.measure == Measure::SonicAbundance && point.total < limits.min_cells
}

fn silent(tracks: &Tracks, cell_type: &str, limits: &Limits<'_>, silent: &mut Vec<Silent>) {
    // A clone that no sample holds: its series is every time point with its total.
    let Some(site) = tracks.clones.first().map(|clone| clone.site.clone()) else { return };
    let nobody = Track { site, seen: Vec::new() };
    let points = tracks.series(&nobody, cell_type);
    let below = points.iter().filter(|point| below_floor(tracks, point, limits));
    silent.extend(below.map(|point| Silent { cell_type: cell_type.to_owned(), time: point.time, cells: point.total }));
}

fn near(tracks: &Tracks, limits: &Limits<'_>) -> Vec<NearWatched> {
    let genes = genes(tracks.build);
    let near = |(at, clone): (usize, &Track)| {
        let (gene, distance_bp) = limits.watch.nearest(genes, &clone.site, limits.distance_bp)?;
        let share = clone.seen.iter().map(|seen| seen.share).fold(0.0, f64::max);
        Some(NearWatched { clone: at, gene, distance_bp, share })
    };
    let mut found: Vec<NearWatched> = tracks.clones.iter().enumerate().filter_map(near).collect();
    found.sort_by(|a, b| b.share.total_cmp(&a.share));
    found
}

#[cfg(test)]
mod tests;
