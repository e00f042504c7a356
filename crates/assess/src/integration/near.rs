//! Which gene an integration site is in or near, from the bounds shipped in `assets/references/genes`.
//!
//! Distance runs from the site to the nearer end of the gene's transcribed span on the same chromosome, whichever
//! strand either is on; inside it is 0. Does not know which genes matter: the list and the distance (50 or 100 kb in
//! the reports of the field) are the protocol's. Bounds are RefSeq of 2019; a gene that the table lacks is far from
//! everything, so [`Genes::knows`] is asked before a list is trusted.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::site::{Build, Chromosome, Site};

/// One gene on a reference genome.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gene {
    pub symbol: &'static str,
    /// 1-based, first and last base included.
    pub start: u32,
    pub end: u32,
    /// `+` or `-`.
    pub strand: &'static str,
}

impl Gene {
    /// Bases from the position to the gene; 0 inside.
    pub fn distance_bp(&self, position: u32) -> u32 {
        self.start.saturating_sub(position).max(position.saturating_sub(self.end))
    }
}

/// The genes nearest to a site: several when it lies in several, or between two at the same distance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nearest {
    pub genes: Vec<Gene>,
    pub distance_bp: u32,
}

/// The genes of one reference genome, by chromosome.
pub struct Genes {
    by_chromosome: HashMap<Chromosome, Row>,
    symbols: HashMap<&'static str, Vec<Chromosome>>,
}

/// The genes of one chromosome by start, and how far the genes up to each reach.
#[derive(Default)]
struct Row {
    genes: Vec<Gene>,
    /// The largest end among the genes up to and including this one: where it falls short of a site, none of them
    /// holds the site, however long.
    reach: Vec<u32>,
}

static HG38: LazyLock<Genes> =
    LazyLock::new(|| Genes::read(include_str!("../../../../assets/references/genes/genes_hg38.txt")));
static HG19: LazyLock<Genes> =
    LazyLock::new(|| Genes::read(include_str!("../../../../assets/references/genes/genes_hg19.txt")));

/// The genes of a reference genome, read once.
///
/// ```
/// use assess::integration::{Build, Site, genes};
/// let site = Site::named("chr11:33870000:+").unwrap();
/// let nearest = genes(Build::Hg38).nearest(&site).unwrap();
/// assert_eq!((nearest.genes[0].symbol, nearest.distance_bp), ("LMO2", 0));
/// ```
pub fn genes(build: Build) -> &'static Genes {
    match build {
        Build::Hg38 => &HG38,
        Build::Hg19 => &HG19,
    }
}

impl Genes {
    fn read(table: &'static str) -> Self {
        let mut by_chromosome: HashMap<Chromosome, Row> = HashMap::new();
        let mut symbols: HashMap<&str, Vec<Chromosome>> = HashMap::new();
        let mut on = Chromosome::Mitochondrial;
        for line in table.lines() {
            let mut cells = line.split(' ');
            let symbol = cells.next().unwrap_or_default();
            let bound = |text: Option<&str>| text?.parse().ok();
            let (Some(start), Some(end)) = (bound(cells.next()), bound(cells.next())) else {
                on = Chromosome::named(symbol).unwrap_or(Chromosome::Mitochondrial);
                continue;
            };
            let row = by_chromosome.entry(on.clone()).or_default();
            row.genes.push(Gene { symbol, start, end, strand: cells.next().unwrap_or_default() });
            row.reach.push(row.reach.last().copied().unwrap_or_default().max(end));
            symbols.entry(symbol).or_default().push(on.clone());
        }
        Self { by_chromosome, symbols }
    }

    /// The table has a gene of this name; otherwise nothing is ever near it.
    pub fn knows(&self, symbol: &str) -> bool {
        self.symbols.contains_key(symbol)
    }

    /// Places of a gene (two for a gene on both X and Y, none when unknown).
    pub fn named<'a>(&'a self, symbol: &'a str) -> impl Iterator<Item = (&'a Chromosome, Gene)> {
        let on = self.symbols.get(symbol).map(Vec::as_slice).unwrap_or_default();
        let on = on.iter().enumerate().filter(|(at, chromosome)| !on[..*at].contains(chromosome));
        on.filter_map(|(_, chromosome)| Some((chromosome, self.by_chromosome.get(chromosome)?)))
            .flat_map(|(chromosome, row)| row.genes.iter().map(move |gene| (chromosome, *gene)))
            .filter(move |(_, gene)| gene.symbol == symbol)
    }

    /// `None` on a chromosome or scaffold of which no gene is known.
    pub fn nearest(&self, site: &Site) -> Option<Nearest> {
        let row = self.by_chromosome.get(&site.chromosome)?;
        let distance_bp = row.distance_bp(site.position)?;
        let (first, last) = row.reaching(site.position, distance_bp);
        let near = row.genes[first..last].iter().filter(|gene| gene.distance_bp(site.position) == distance_bp);
        Some(Nearest { genes: near.copied().collect(), distance_bp })
    }

    /// Every gene whose distance from the site is at most this, by start.
    pub fn within(&self, site: &Site, distance_bp: u32) -> impl Iterator<Item = Gene> {
        let row = self.by_chromosome.get(&site.chromosome);
        let (first, last) = row.map_or((0, 0), |row| row.reaching(site.position, distance_bp));
        let genes = row.map(|row| &row.genes[first..last]).unwrap_or_default();
        genes.iter().copied().filter(move |gene| gene.distance_bp(site.position) <= distance_bp)
    }
}

impl Row {
    /// Distance to the nearest gene.
    fn distance_bp(&self, position: u32) -> Option<u32> {
        let after = self.genes.partition_point(|gene| gene.start <= position);
        let left = after.checked_sub(1).map(|before| position.saturating_sub(self.reach[before]));
        let right = self.genes.get(after).map(|gene| gene.start - position);
        left.into_iter().chain(right).min()
    }

    /// The range outside which no gene is within the distance.
    fn reaching(&self, position: u32, distance_bp: u32) -> (usize, usize) {
        let first = self.reach.partition_point(|reach| reach.saturating_add(distance_bp) < position);
        let last = self.genes.partition_point(|gene| gene.start <= position.saturating_add(distance_bp));
        (first.min(last), last)
    }
}

#[cfg(test)]
mod tests;
