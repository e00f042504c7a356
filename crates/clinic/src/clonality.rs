//! Clones of one subject through every sample: the answers first, then the plots and tables that they rest on.
//!
//! Whole tables are read from beside the ledger; a table typed into the form counts as it stands. Samples on different
//! reference genomes or counted by different measures make groups of their own and are never laid side by side. Limits
//! are those of the protocol; where it sets none, nothing is answered.

use std::collections::{BTreeMap, BTreeSet};

use assess::integration::{Build, Counted, GeneList, Growing, Limits, Measure, Sample, TABLE, Taken, answers, track};
use exchange::integration::read_kept;
use facts::fact::Recorded;
use facts::{CivilDate, Kept, Life, SubjectId};
use followup::{Obligation, What};
use protocol::Protocol;
use store::StoreError;

use crate::refresh::{Outcome, outcome};
use crate::reporting::Around;
use crate::role::Deed;
use crate::wire::clones::{ClonalityPage, CloneDuty, CloneGroup};
use crate::{Clinic, Now, Result, wording};

mod group;

use group::Group;

const KIND: &str = "integration-site";
/// Rules that look at clones.
const RULES: [&str; 4] = ["dominant-clone", "clone-near-watch-gene", "clone-rising", "vector-positive-unanalysed"];

/// One sample with all of its sites.
struct Read<'a> {
    kept: &'a Kept<Recorded>,
    cell_type: String,
    build: Build,
    measure: Measure,
    sites: Vec<Counted>,
    genes: BTreeMap<String, String>,
    unplaced: f64,
}

/// Limits of the protocol, each as far as it is set.
struct Set {
    share_percent: Option<f64>,
    min_cells: f64,
    rising_points: Option<usize>,
    fold: Option<f64>,
    rising_share: f64,
    distance_bp: Option<u32>,
    tolerance_bp: u32,
    watch: GeneList,
}

impl Set {
    fn of(protocol: &Protocol) -> Self {
        let text = |rule: &str, name: &str| protocol.rule(rule)?.limits.get(name).cloned();
        let number = |rule: &str, name: &str| text(rule, name)?.parse::<f64>().ok();
        let clause = protocol.rule("clone-near-watch-gene");
        let watched = clause.map(|clause| clause.genes.as_slice()).unwrap_or_default();
        Self {
            share_percent: number("dominant-clone", "share-percent"),
            min_cells: number("dominant-clone", "min-cells").unwrap_or(0.0),
            rising_points: text("clone-rising", "points").and_then(|points| points.parse().ok()),
            fold: number("clone-rising", "fold"),
            rising_share: number("clone-rising", "share-percent").unwrap_or(0.0) / 100.0,
            distance_bp: text("clone-near-watch-gene", "distance-bp").and_then(|bp| bp.parse().ok()),
            tolerance_bp: text("clone-rising", "tolerance-bp").and_then(|bp| bp.parse().ok()).unwrap_or(0),
            watch: GeneList::of(watched.iter().map(String::as_str)),
        }
    }
}

impl Clinic {
    pub fn clonality(&self, subject: SubjectId, now: &Now) -> Result<ClonalityPage> {
        self.need(Deed::Read)?;
        let life = self.life(subject)?;
        let texts = self.texts(&life)?;
        let protocol = texts.current();
        let set = Set::of(&protocol);
        let mut groups: BTreeMap<(Build, Measure), Vec<Read<'_>>> = BTreeMap::new();
        for kept in life.of_kind(KIND) {
            if let Some(read) = self.read_sample(kept)? {
                groups.entry((read.build, read.measure)).or_default().push(read);
            }
        }
        let mut ordered: Vec<Vec<Read<'_>>> = groups.into_values().collect();
        let newest = |reads: &Vec<Read<'_>>| reads.iter().map(|read| read.kept.fact.assessment.collected_on).max();
        ordered.sort_by_key(|reads| std::cmp::Reverse(newest(reads)));
        let mut made = Vec::new();
        for reads in &ordered {
            made.extend(self.group(reads, &set, &life)?);
        }
        let Outcome { findings, obligations, .. } = outcome(&texts, &life);
        let day = self.judging(now)?;
        let around = Around { protocol: &protocol, owed: &obligations, life: Some(&life), now, day };
        let on_clones = findings.iter().filter(|finding| RULES.contains(&finding.rule.as_str()));
        let asking: BTreeSet<&str> =
            findings.iter().filter(|finding| RULES.contains(&finding.rule.as_str())).map(|f| f.key.as_str()).collect();
        let mut owed: Vec<&Obligation> = obligations.iter().filter(|o| o.settled.is_none()).collect();
        owed.sort_by_key(|owed| (owed.window.due_on, &owed.key));
        let duty = |owed: &Obligation| {
            let (What::Test { finding, .. } | What::Report { finding, .. }) = &owed.what else { return None };
            let standing = followup::standing(owed, day, &protocol.due_soon);
            asking.contains(finding.as_str()).then(|| CloneDuty {
                text: wording::what(&self.words, &self.language, owed, &protocol),
                by: owed.window.due_on,
                standing,
                standing_text: wording::standing(&self.words, &standing),
                finding: finding.clone(),
            })
        };
        let duties = owed.into_iter().filter_map(duty).collect();
        Ok(ClonalityPage {
            subject,
            duties,
            code: life.enrolment.fact.code.clone(),
            groups: made,
            findings: on_clones.map(|finding| self.finding_line(finding, &life, &around)).collect(),
            imports: self.import_lines(&life.imports),
        })
    }

    /// `None` for a sample without sites, or of which the form does not say genome and measure.
    fn read_sample<'a>(&self, kept: &'a Kept<Recorded>) -> Result<Option<Read<'a>>> {
        let assessment = &kept.fact.assessment;
        let Some(sample) = Sample::read(assessment) else { return Ok(None) };
        let (Some(build), Some(measure)) = (sample.build(), sample.counted_by()) else { return Ok(None) };
        let cell_type = match assessment.text("cell-type") {
            Some(text) if !text.is_empty() => text.to_owned(),
            _ => wording::option(&self.words, KIND, "specimen", &sample.specimen),
        };
        let mut read =
            Read { kept, cell_type, build, measure, sites: Vec::new(), genes: BTreeMap::new(), unplaced: 0.0 };
        match assessment.attachment(TABLE) {
            Some(table) => {
                let whole = read_kept(&self.store.document(&table.sha256)?)
                    .map_err(|_| StoreError::Damaged { place: table.name.clone(), detail: "table".to_owned() })?;
                for sample in &whole.samples {
                    read.sites.extend(sample.counted());
                    read.unplaced += sample.unplaced();
                }
            }
            None => {
                read.sites = sample.counted();
                read.unplaced = sample.unplaced();
            }
        }
        let told = sample.clones.iter().filter(|clone| !clone.gene.is_empty());
        read.genes = told.filter_map(|clone| Some((clone.place()?.to_string(), clone.gene.clone()))).collect();
        Ok(Some(read).filter(|read| !read.sites.is_empty()))
    }

    fn group(&self, reads: &[Read<'_>], set: &Set, life: &Life) -> Result<Option<CloneGroup>> {
        let from = life.first_dosed_on().unwrap_or(CivilDate::EPOCH);
        let name = |read: &Read<'_>| {
            let table = read.kept.fact.assessment.attachment(TABLE);
            let name = table.map(|table| table.name.trim_end_matches(".csv").to_owned()).unwrap_or_default();
            if name == "sites" { String::new() } else { name }
        };
        let names: Vec<String> = reads.iter().map(name).collect();
        let taken: Vec<Taken<'_>> = reads
            .iter()
            .zip(&names)
            .map(|(read, name)| Taken {
                name,
                cell_type: &read.cell_type,
                time: read.kept.fact.assessment.collected_on.days_since(from),
                build: read.build,
                measure: read.measure,
                sites: &read.sites,
                unplaced: read.unplaced,
            })
            .collect();
        // One genome and one measure a group: there is nothing to refuse.
        let Ok(Some(tracks)) = track(&taken, set.tolerance_bp) else { return Ok(None) };
        let limits = Limits {
            share: set.share_percent.map_or(f64::INFINITY, |percent| percent / 100.0),
            min_cells: set.min_cells,
            growing: Growing {
                points: set.rising_points.unwrap_or(0),
                fold: set.fold.unwrap_or(f64::INFINITY),
                share: set.rising_share,
            },
            watch: &set.watch,
            distance_bp: set.distance_bp.unwrap_or(0),
        };
        let found = answers(&tracks, &limits);
        let group = Group { clinic: self, reads, set, tracks: &tracks, found: &found, from };
        Ok(Some(group.made()))
    }
}
