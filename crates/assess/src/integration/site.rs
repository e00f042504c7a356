//! Where a vector integrated, and what was counted there.
//!
//! Decides when two names of a chromosome mean the same one. Knows nothing about genes, samples or time. Positions are
//! as laboratories report them: 1-based, on the reference genome that the table names.

use serde::{Deserialize, Serialize};

/// Reference genome. Positions on different ones are never compared: nothing here lifts them over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Build {
    Hg38,
    Hg19,
}

impl Build {
    /// From the names in use: `hg38`, `GRCh38`, `hg19`, `GRCh37`, with any patch (`GRCh38.p13`).
    ///
    /// ```
    /// use assess::integration::Build;
    /// assert_eq!(Build::named("GRCh38.p13"), Some(Build::Hg38));
    /// assert_eq!(Build::named("mm10"), None);
    /// ```
    pub fn named(text: &str) -> Option<Self> {
        let name = text.trim().to_ascii_lowercase();
        match name.split_once('.').map_or(name.as_str(), |(name, _)| name) {
            "hg38" | "grch38" => Some(Self::Hg38),
            "hg19" | "grch37" | "b37" => Some(Self::Hg19),
            _ => None,
        }
    }

    /// As the form and the ledger spell it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Hg38 => "hg38",
            Self::Hg19 => "hg19",
        }
    }
}

/// What an abundance counts. The share of a clone depends on it, so two measures are never mixed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Measure {
    /// Cells inferred from the lengths of sheared fragments (Berry et al., Bioinformatics 2012).
    SonicAbundance,
    Fragments,
    Reads,
}

impl Measure {
    /// As the form and the ledger spell it.
    pub fn code(self) -> &'static str {
        match self {
            Self::SonicAbundance => "sonic-abundance",
            Self::Fragments => "fragments",
            Self::Reads => "reads",
        }
    }

    pub fn of_code(code: &str) -> Option<Self> {
        [Self::SonicAbundance, Self::Fragments, Self::Reads].into_iter().find(|measure| measure.code() == code)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Strand {
    Forward,
    Reverse,
    /// The laboratory did not say.
    Unstated,
}

impl Strand {
    /// `+`, `-`, `1`, `-1`, `F`, `R`, or nothing (`*`, `.`, empty); `None` for anything else.
    pub fn named(text: &str) -> Option<Self> {
        match text {
            "+" | "1" | "+1" | "F" | "f" => Some(Self::Forward),
            "-" | "-1" | "R" | "r" | "\u{2212}" => Some(Self::Reverse),
            "" | "*" | "." => Some(Self::Unstated),
            _ => None,
        }
    }

    pub fn sign(self) -> &'static str {
        match self {
            Self::Forward => "+",
            Self::Reverse => "-",
            Self::Unstated => "",
        }
    }
}

/// A chromosome of the human genome, or a scaffold outside them under its own name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Chromosome {
    /// 1 to 22.
    Autosome(u8),
    X,
    Y,
    Mitochondrial,
    Scaffold(std::sync::Arc<str>),
}

impl Chromosome {
    /// `chr7`, `Chr7` and `7` are one chromosome; `chrM`, `MT` and `M` another. `None` for an empty name.
    ///
    /// ```
    /// use assess::integration::Chromosome;
    /// assert_eq!(Chromosome::named("chr7"), Chromosome::named("7"));
    /// assert_eq!(Chromosome::named("X").unwrap().to_string(), "chrX");
    /// assert_eq!(Chromosome::named("GL000219.1").unwrap().to_string(), "GL000219.1");
    /// ```
    pub fn named(text: &str) -> Option<Self> {
        let whole = text.trim();
        let prefixed = whole.get(..3).is_some_and(|start| start.eq_ignore_ascii_case("chr"));
        let short = if prefixed { &whole[3..] } else { whole };
        match short {
            "" => return None,
            "X" | "x" => return Some(Self::X),
            "Y" | "y" => return Some(Self::Y),
            "M" | "MT" | "m" | "mt" => return Some(Self::Mitochondrial),
            _ => {}
        }
        match short.parse::<u8>() {
            Ok(number @ 1..=22) => Some(Self::Autosome(number)),
            _ => Some(Self::Scaffold(whole.into())),
        }
    }
}

impl std::fmt::Display for Chromosome {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Autosome(number) => write!(f, "chr{number}"),
            Self::X => f.write_str("chrX"),
            Self::Y => f.write_str("chrY"),
            Self::Mitochondrial => f.write_str("chrM"),
            Self::Scaffold(name) => f.write_str(name),
        }
    }
}

/// One integration site on some reference genome.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Site {
    pub chromosome: Chromosome,
    pub strand: Strand,
    /// 1-based.
    pub position: u32,
}

impl Site {
    /// From one name as `chr1-1016499`, `chr18+38162303` or `chr7:12345:+`; `None` when it is not such a name.
    ///
    /// ```
    /// use assess::integration::Site;
    /// let site = Site::named("chr1-1016499").unwrap();
    /// assert_eq!(site.to_string(), "chr1:1016499:-");
    /// assert_eq!(Site::named("chr1:1016499:-"), Some(site));
    /// assert_eq!(Site::named("NKX2-1"), None);
    /// ```
    pub fn named(text: &str) -> Option<Self> {
        let text = text.trim();
        let (chromosome, strand, position) = match text.split_once(':') {
            Some((chromosome, rest)) => {
                let (position, sign) = rest.split_once(':').unwrap_or((rest, ""));
                (chromosome, sign, position)
            }
            // The last sign parts the name: scaffolds may hold a dash.
            None => {
                let at = text.rfind(['+', '-'])?;
                (&text[..at], &text[at..=at], &text[at + 1..])
            }
        };
        let position = position.parse().ok().filter(|position| *position > 0)?;
        let chromosome = Chromosome::named(chromosome)?;
        // `NKX2-1` is a gene, not base 1 of a scaffold.
        if matches!(&chromosome, Chromosome::Scaffold(name) if !name.starts_with("chr")) {
            return None;
        }
        Some(Self { chromosome, strand: Strand::named(strand)?, position })
    }
}

impl std::fmt::Display for Site {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}:{}", self.chromosome, self.position, self.strand.sign())
    }
}
