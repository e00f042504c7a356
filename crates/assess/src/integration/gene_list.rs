//! The genes that a site is asked to be near: the shipped lists, or those that a protocol names.
//!
//! Knows symbols and what they were called before. Does not decide which list or which distance counts: the protocol
//! does. Lists and their licences: `assets/references/genes/SOURCE.md`. UniProt's keyword alone misses CCND2, PRDM16,
//! SETBP1, IKZF1, MPL and CSF3R, and IntOGen adds all of them but PRDM16 and MPL; hence a watch list kept by hand.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use super::near::{Gene, Genes};
use super::site::Site;

/// A list that the program ships.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shipped {
    ProtoOncogenes,
    TumourSuppressors,
    Intogen,
    /// Genes seen in clinical vector genotoxicity.
    Watch,
    /// All of them.
    CancerAssociated,
}

impl Shipped {
    fn names(self) -> &'static str {
        match self {
            Self::ProtoOncogenes => "proto-oncogene",
            Self::TumourSuppressors => "tumour-suppressor",
            Self::Intogen => "intogen",
            Self::Watch => "watch",
            Self::CancerAssociated => "",
        }
    }
}

static SHIPPED: LazyLock<Vec<[&'static str; 3]>> = LazyLock::new(|| {
    let table = include_str!("../../../../assets/references/genes/cancer_genes.csv");
    let rows = table.lines().skip(1).map(|line| line.splitn(3, ','));
    rows.filter_map(|mut cells| Some([cells.next()?, cells.next()?, cells.next()?])).collect()
});

/// Symbols of genes, each with the names under which a table of bounds may hold it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GeneList {
    symbols: BTreeSet<String>,
    /// Any name to the symbol it stands for.
    by_name: BTreeMap<String, String>,
}

impl GeneList {
    /// ```
    /// use assess::integration::{GeneList, Shipped};
    /// assert!(GeneList::shipped(Shipped::Watch).has("LMO2"));
    /// ```
    pub fn shipped(list: Shipped) -> Self {
        let rows = SHIPPED.iter().filter(|[_, _, lists]| list.names().is_empty() || lists.contains(list.names()));
        Self::of(rows.map(|[symbol, _, _]| *symbol))
    }

    /// The genes that a protocol names. EVI1 and SEPT9 are understood as MECOM and SEPTIN9.
    pub fn of<'a>(symbols: impl IntoIterator<Item = &'a str>) -> Self {
        let mut list = Self::default();
        for symbol in symbols {
            list.symbols.insert(symbol.to_owned());
            list.by_name.insert(symbol.to_owned(), symbol.to_owned());
            for name in other_names(symbol) {
                list.by_name.entry(name).or_insert_with(|| symbol.to_owned());
            }
        }
        list
    }

    /// The gene is listed, under this or another of its names.
    pub fn has(&self, symbol: &str) -> bool {
        self.by_name.contains_key(symbol)
    }

    pub fn len(&self) -> usize {
        self.symbols.len()
    }

    pub fn is_empty(&self) -> bool {
        self.symbols.is_empty()
    }

    /// Listed genes that the bounds do not know, so that silence about them is no finding.
    pub fn unknown_to(&self, genes: &Genes) -> Vec<&str> {
        let known: BTreeSet<&str> =
            self.by_name.iter().filter(|(name, _)| genes.knows(name)).map(|(_, symbol)| symbol.as_str()).collect();
        self.symbols.iter().map(String::as_str).filter(|symbol| !known.contains(symbol)).collect()
    }

    /// The listed gene nearest to the site within the distance, with its distance; the first by symbol on a tie.
    pub fn nearest(&self, genes: &Genes, site: &Site, distance_bp: u32) -> Option<(Gene, u32)> {
        let listed = genes.within(site, distance_bp).filter(|gene| self.has(gene.symbol));
        let far = |gene: &Gene| gene.distance_bp(site.position);
        listed.min_by_key(|gene| (far(gene), gene.symbol)).map(|gene| (gene, far(&gene)))
    }

    /// Share of the unique sites (0 to 1) within a distance of a listed gene; `None` without sites.
    ///
    /// ```
    /// use assess::integration::{Build, GeneList, Shipped, Site, genes};
    /// let sites = ["chr11:33870000:+", "chr11:60000000:-"].map(|name| Site::named(name).unwrap());
    /// let watch = GeneList::shipped(Shipped::Watch);
    /// assert_eq!(watch.share_near(genes(Build::Hg38), &sites, 50_000), Some(0.5));
    /// ```
    pub fn share_near<'a>(
        &self,
        genes: &Genes,
        sites: impl IntoIterator<Item = &'a Site>,
        distance_bp: u32,
    ) -> Option<f64> {
        let (mut near, mut all) = (0_u32, 0_u32);
        for site in sites {
            all += 1;
            near += u32::from(genes.within(site, distance_bp).any(|gene| self.has(gene.symbol)));
        }
        (all > 0).then(|| f64::from(near) / f64::from(all))
    }
}

/// Names by which tables and protocols call the same gene: those of the shipped lists, the families that were renamed
/// because of spreadsheets, and EVI1, the name by which the field still knows MECOM.
fn other_names(symbol: &str) -> Vec<String> {
    let mut names: Vec<String> = crate::gene::renamed(symbol).into_iter().collect();
    if let Some([_, earlier, _]) = SHIPPED.iter().find(|[listed, _, _]| *listed == symbol) {
        names.extend(earlier.split_whitespace().map(str::to_owned));
    }
    match symbol {
        "MECOM" => names.push("EVI1".to_owned()),
        "EVI1" => names.push("MECOM".to_owned()),
        _ => {}
    }
    names
}
