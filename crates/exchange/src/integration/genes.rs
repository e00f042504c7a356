//! Gene symbols of a table, and what becomes of those that a spreadsheet turned into dates.
//!
//! Each symbol is looked at once, however often it stands. Repair is done only where one gene fits: `1-Mar` is MARCHF1
//! on chromosome 4 and MTARC1 on chromosome 1, so the site chooses, and without a site nobody does.

use std::collections::BTreeMap;

use assess::gene;
use assess::integration::{Build, Chromosome, genes};

use super::mapping::DamagedGenes;
use super::names::Names;
use super::problem::Problems;
use super::table::Repair;

pub(super) struct Symbols {
    numbers: Names,
    pub symbols: Vec<String>,
    /// What a damaged symbol may have been, by its number.
    damaged: BTreeMap<u32, Vec<String>>,
    repairs: BTreeMap<(u32, u32), u64>,
    wish: DamagedGenes,
}

impl Symbols {
    pub fn new(wish: DamagedGenes) -> Self {
        let mut symbols = Self {
            numbers: Names::default(),
            symbols: Vec::new(),
            damaged: BTreeMap::new(),
            repairs: BTreeMap::new(),
            wish,
        };
        symbols.keep("");
        symbols
    }

    fn keep(&mut self, symbol: &str) -> u32 {
        let (number, new) = self.numbers.number(symbol.as_bytes());
        if new {
            self.symbols.push(symbol.to_owned());
        }
        number
    }

    /// The number of the symbol in a cell; damaged ones become a problem, or their repair.
    pub fn read(&mut self, cell: &[u8], on: Option<&Chromosome>, at: (u64, &str), problems: &mut Problems) -> u32 {
        let (number, new) = self.numbers.number(cell);
        if new {
            let Ok(symbol) = std::str::from_utf8(cell) else {
                // Kept so that numbers and symbols stay in step; the table is refused.
                self.symbols.push(String::new());
                problems.add(at.0, at.1, "not-text", &[]);
                return number;
            };
            self.symbols.push(symbol.to_owned());
            if let Some(candidates) = gene::candidates(symbol) {
                self.damaged.insert(number, candidates);
            }
        }
        if self.damaged.is_empty() || !self.damaged.contains_key(&number) {
            return number;
        }
        self.damaged_at(number, on, at, problems)
    }

    fn damaged_at(
        &mut self,
        number: u32,
        on: Option<&Chromosome>,
        (line, column): (u64, &str),
        problems: &mut Problems,
    ) -> u32 {
        let found = self.symbols[number as usize].clone();
        let candidates = self.damaged.get(&number).map(Vec::as_slice).unwrap_or_default();
        let fitting: Vec<&String> =
            candidates.iter().filter(|symbol| on.is_none_or(|chromosome| lies_on(symbol, chromosome))).collect();
        let likely = candidates.join(" / ");
        let args = [("value", found.as_str()), ("likely", likely.as_str())];
        match (fitting.as_slice(), self.wish) {
            ([], _) => problems.add(line, column, "gene-lost", &args[..1]),
            ([_, _, ..], DamagedGenes::Repair) => problems.add(line, column, "gene-ambiguous", &args),
            (fitting, DamagedGenes::Refuse) => {
                let likely = fitting.iter().map(|symbol| symbol.as_str()).collect::<Vec<_>>().join(" / ");
                problems.add(line, column, "gene-damaged", &[args[0], ("likely", &likely)]);
            }
            ([only], DamagedGenes::Repair) => {
                let symbol = (*only).clone();
                let repaired = self.keep(&symbol);
                *self.repairs.entry((number, repaired)).or_default() += 1;
                return repaired;
            }
        }
        number
    }

    /// Takes in the symbols of a later part of the table; tells their numbers here.
    pub fn take(&mut self, later: Self) -> Vec<u32> {
        let numbers: Vec<u32> = later.symbols.iter().map(|symbol| self.keep(symbol)).collect();
        let here = |number: u32| numbers[number as usize];
        self.damaged.extend(later.damaged.into_iter().map(|(number, candidates)| (here(number), candidates)));
        for ((found, repaired), rows) in later.repairs {
            *self.repairs.entry((here(found), here(repaired))).or_default() += rows;
        }
        numbers
    }

    pub fn repairs(&self) -> Vec<Repair> {
        let symbol = |number: u32| self.symbols[number as usize].clone();
        let of = |(&(found, repaired), &rows): (&(u32, u32), &u64)| Repair {
            found: symbol(found),
            symbol: symbol(repaired),
            rows,
        };
        self.repairs.iter().map(of).collect()
    }
}

/// The gene, under its name of today or before, lies on the chromosome. A gene lies on the same one in both builds;
/// one that the shipped table lacks is not ruled out.
fn lies_on(symbol: &str, chromosome: &Chromosome) -> bool {
    let genes = genes(Build::Hg38);
    let names = [Some(symbol.to_owned()), gene::renamed(symbol)];
    let mut places = names.iter().flatten().flat_map(|name| genes.named(name)).map(|(on, _)| on).peekable();
    places.peek().is_none() || places.any(|on| on == chromosome)
}
