//! Which sightings are one clone: same chromosome and strand, positions within a tolerance.
//!
//! The most abundant position of all samples together takes the positions within the tolerance of itself, then the
//! next most abundant of those left (the lower position first when equal). So a clone never spans more than twice the
//! tolerance, which chaining neighbour to neighbour would not promise, and the order of samples and rows is of no
//! account. A site without a strand is no clone of one with a strand: it cannot be told.

use super::site::Site;
use super::tracking::{Seen, Taken, Track};

/// A sighting: its place, and where it was given.
struct Sighting<'a> {
    site: &'a Site,
    sample: usize,
    row: usize,
    abundance: f64,
}

/// Every clone of the samples by site, with its sightings by sample; shares are left at zero.
pub(super) fn clones(samples: &[&Taken<'_>], tolerance_bp: u32) -> Vec<Track> {
    let rows = samples.iter().enumerate().flat_map(|(sample, taken)| {
        let rows = taken.sites.iter().enumerate().filter(|(_, counted)| counted.abundance > 0.0);
        rows.map(move |(row, counted)| Sighting { site: &counted.site, sample, row, abundance: counted.abundance })
    });
    let mut sightings: Vec<Sighting<'_>> = rows.collect();
    sightings.sort_unstable_by(|a, b| (a.site, a.sample, a.row).cmp(&(b.site, b.sample, b.row)));
    let mut tracks = Vec::new();
    // A gap wider than the tolerance parts what can never be one clone.
    let together = |a: &Sighting<'_>, b: &Sighting<'_>| {
        (&a.site.chromosome, a.site.strand) == (&b.site.chromosome, b.site.strand)
            && b.site.position - a.site.position <= tolerance_bp
    };
    for run in sightings.chunk_by(together) {
        part(run, tolerance_bp, &mut tracks);
    }
    tracks
}

/// Parts a run of near positions into clones.
fn part(run: &[Sighting<'_>], tolerance_bp: u32, tracks: &mut Vec<Track>) {
    let positions: Vec<&[Sighting<'_>]> = run.chunk_by(|a, b| a.site.position == b.site.position).collect();
    if let [only] = positions.as_slice() {
        tracks.push(one(only[0].site, only.iter()));
        return;
    }
    let weight = |at: usize| positions[at].iter().map(|sighting| sighting.abundance).sum::<f64>();
    let mut by_weight: Vec<(usize, f64)> = (0..positions.len()).map(|at| (at, weight(at))).collect();
    // Stable: of equal ones the lower position stays first.
    by_weight.sort_by(|(_, a), (_, b)| b.total_cmp(a));
    let mut taken = vec![false; positions.len()];
    let mut found: Vec<Track> = Vec::new();
    for (heaviest, _) in by_weight {
        if taken[heaviest] {
            continue;
        }
        let site = positions[heaviest][0].site;
        let mut members: Vec<usize> = Vec::new();
        let near = |at: &usize| positions[*at][0].site.position.abs_diff(site.position) <= tolerance_bp;
        members.extend((0..heaviest).rev().take_while(near));
        members.reverse();
        members.extend((heaviest..positions.len()).take_while(near));
        members.retain(|at| !std::mem::replace(&mut taken[*at], true));
        found.push(one(site, members.iter().flat_map(|at| positions[*at].iter())));
    }
    found.sort_by(|a, b| a.site.cmp(&b.site));
    tracks.extend(found);
}

fn one<'a, 'b: 'a>(site: &Site, sightings: impl Iterator<Item = &'a Sighting<'b>>) -> Track {
    let mut members: Vec<&Sighting<'_>> = sightings.collect();
    members.sort_by_key(|sighting| sighting.sample);
    let seen = members.chunk_by(|a, b| a.sample == b.sample).map(|same| {
        let largest = same.iter().skip(1).fold(same[0], |a, b| if b.abundance > a.abundance { b } else { a });
        let abundance = same.iter().map(|sighting| sighting.abundance).sum();
        Seen { sample: largest.sample, row: largest.row, abundance, share: 0.0 }
    });
    Track { site: site.clone(), seen: seen.collect() }
}
