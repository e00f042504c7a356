//! Sites that stand twice in a sample: a problem, or replicates that are summed.

use assess::integration::{Chromosome, Site, Strand};

use super::super::mapping::Repeats;
use super::super::problem::Problems;
use super::super::table::Sample;

pub(super) fn settle(sample: &mut Sample, wish: Repeats, column: &str, problems: &mut Problems) {
    let mut keys: Vec<u64> = sample.clones.iter().filter_map(|clone| clone.site.as_ref()).map(key).collect();
    // Laboratories mostly sort by site, and then nothing is to be done but look.
    if !keys.is_sorted_by(|a, b| a < b) {
        keys.sort_unstable();
    }
    if keys.windows(2).any(|pair| pair[0] == pair[1]) {
        join(sample, wish, column, problems);
    }
}

/// Equal for equal sites; scaffolds share one number, so equal keys are looked at again.
fn key(site: &Site) -> u64 {
    let chromosome = match &site.chromosome {
        Chromosome::Autosome(number) => u64::from(*number),
        Chromosome::X => 23,
        Chromosome::Y => 24,
        Chromosome::Mitochondrial => 25,
        Chromosome::Scaffold(_) => 26,
    };
    let strand = match site.strand {
        Strand::Forward => 0,
        Strand::Reverse => 1,
        Strand::Unstated => 2,
    };
    chromosome << 34 | u64::from(site.position) << 2 | strand
}

fn join(sample: &mut Sample, wish: Repeats, column: &str, problems: &mut Problems) {
    let clones = &sample.clones;
    let mut order: Vec<usize> = (0..clones.len()).filter(|at| clones[*at].site.is_some()).collect();
    order.sort_by(|a, b| clones[*a].site.cmp(&clones[*b].site).then(a.cmp(b)));
    let mut sums: Vec<(usize, f64)> = Vec::new();
    let mut dropped = vec![false; clones.len()];
    for same in order.chunk_by(|a, b| clones[*a].site == clones[*b].site) {
        let (first, others) = (same[0], &same[1..]);
        sums.extend((!others.is_empty()).then(|| (first, same.iter().map(|at| clones[*at].abundance).sum())));
        for other in others {
            dropped[*other] = true;
            if wish == Repeats::Refuse {
                let site = clones[first].site.as_ref().map(ToString::to_string).unwrap_or_default();
                let line = clones[first].line.to_string();
                let args = [("value", site.as_str()), ("first", line.as_str())];
                problems.add(u64::from(clones[*other].line), column, "site-twice", &args);
            }
        }
    }
    for (at, sum) in sums {
        sample.clones[at].abundance = sum;
    }
    let mut dropped = dropped.into_iter();
    sample.clones.retain(|_| !dropped.next().unwrap_or(false));
}
