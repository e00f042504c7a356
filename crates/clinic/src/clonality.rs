//! Clones of one subject through every sample: the answers first, then the plots and tables that they rest on.
//!
//! Whole tables are read from beside the ledger; a table typed into the form counts as it stands. Samples on different
//! reference genomes or counted by different measures make groups of their own and are never laid side by side. Limits
//! are those of the protocol; where it sets none, nothing is answered.

use std::collections::{BTreeMap, BTreeSet};

use assess::integration::{
    Answers, Build, Counted, GeneList, Growing, Grown, Limits, Measure, Sample, TABLE, Taken, Track, Tracks, answers,
    genes, track,
};
use exchange::integration::read_kept;
use facts::fact::Recorded;
use facts::{CivilDate, Kept, Life, SubjectId};
use followup::{Obligation, What};
use protocol::Protocol;
use store::StoreError;

use crate::refresh::{Outcome, outcome};
use crate::reporting::Around;
use crate::role::Deed;
use crate::wire::clones::{
    ClonalityPage, CloneAnswer, CloneDuty, CloneGroup, CloneLine, ClonePart, ClonePlot, CloneSample, CloneShared, Said,
};
use crate::wire::signal::Labelled;
use crate::wording::{self, texts};
use crate::{Clinic, Now, Result};

const KIND: &str = "integration-site";
/// Clones that have a colour of their own in the plots; the rest is one band.
const DRAWN: usize = 10;
/// Clones in the table under the plots.
const LISTED: usize = 30;
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
        let protocol = self.protocol(&life.enrolment.fact.protocol)?;
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
        let Outcome { findings, obligations, .. } = outcome(&protocol, &life);
        let around = Around { protocol: &protocol, owed: &obligations, life: Some(&life), now };
        let on_clones = findings.iter().filter(|finding| RULES.contains(&finding.rule.as_str()));
        let asking: BTreeSet<&str> =
            findings.iter().filter(|finding| RULES.contains(&finding.rule.as_str())).map(|f| f.key.as_str()).collect();
        let mut owed: Vec<&Obligation> = obligations.iter().filter(|o| o.settled.is_none()).collect();
        owed.sort_by_key(|owed| (owed.window.due_on, &owed.key));
        let duty = |owed: &Obligation| {
            let (What::Test { finding, .. } | What::Report { finding, .. }) = &owed.what else { return None };
            let standing = followup::standing(owed, now.today, &protocol.due_soon);
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

/// What a group is made from.
struct Group<'a> {
    clinic: &'a Clinic,
    reads: &'a [Read<'a>],
    set: &'a Set,
    tracks: &'a Tracks,
    found: &'a Answers,
    from: CivilDate,
}

impl Group<'_> {
    fn made(&self) -> CloneGroup {
        let listed = self.listed();
        CloneGroup {
            build: self.tracks.build.code().to_owned(),
            measure: self.tracks.measure.code().to_owned(),
            measure_text: self.clinic.measure_text(Some(self.tracks.measure)),
            answers: vec![self.above(), self.rising(), self.near()],
            silences: self.silences(),
            samples: self.tracks.samples.iter().map(|sample| self.sample(sample.given)).collect(),
            plots: self.tracks.cell_types().into_iter().map(|cell_type| self.plot(cell_type, &listed)).collect(),
            clones: listed.iter().map(|at| self.line(&self.tracks.clones[*at])).collect(),
            clone_count: u32::try_from(self.tracks.clones.len()).unwrap_or(u32::MAX),
            shared: self.shared(),
        }
    }

    fn say(&self, key: &str, args: &[(&str, &str)]) -> String {
        self.clinic.words.say(key, &texts(args))
    }

    fn percent(&self, share: f64) -> String {
        self.clinic.words.number(&format!("{:.1}", share * 100.0))
    }

    fn day(&self, time: i32) -> CivilDate {
        self.from.plus_days(time)
    }

    fn shown_day(&self, time: i32) -> String {
        self.clinic.words.date_short(&self.day(time).to_string())
    }

    /// The clones that are named: those of the answers, then the largest.
    fn listed(&self) -> Vec<usize> {
        let top = |clone: &Track| clone.seen.iter().map(|seen| seen.share).fold(0.0, f64::max);
        let mut order: Vec<usize> = (0..self.tracks.clones.len()).collect();
        order.sort_by(|a, b| top(&self.tracks.clones[*b]).total_cmp(&top(&self.tracks.clones[*a])));
        let grown = [&self.found.above, &self.found.rising];
        let told: BTreeSet<usize> = grown.iter().flat_map(|list| list.iter()).map(|grown| grown.clone).collect();
        let near: Vec<usize> = self.found.near.iter().map(|near| near.clone).take(DRAWN).collect();
        let mut at = 0;
        order.retain(|clone| {
            at += 1;
            at <= LISTED || told.contains(clone) && at <= 10 * LISTED || near.contains(clone)
        });
        order
    }

    fn name(&self, clone: &Track) -> String {
        let site = clone.site.to_string();
        let named = self.reads.iter().rev().find_map(|read| read.genes.get(&site));
        match named {
            Some(gene) => gene.clone(),
            None => {
                let near = genes(self.tracks.build).nearest(&clone.site);
                near.and_then(|near| Some(near.genes.first()?.symbol.to_owned())).unwrap_or(site)
            }
        }
    }

    fn grown(&self, grown: &Grown, key: &str) -> String {
        let clone = &self.tracks.clones[grown.clone];
        let (first, last) = (grown.points.first(), grown.points.last());
        let shares: Vec<String> = grown.points.iter().map(|point| self.percent(point.share)).collect();
        self.say(
            key,
            &[
                ("gene", &self.name(clone)),
                ("site", &clone.site.to_string()),
                ("cells", &grown.cell_type),
                ("shares", &shares.join(" → ")),
                ("from", &first.map(|point| self.shown_day(point.time)).unwrap_or_default()),
                ("on", &last.map(|point| self.shown_day(point.time)).unwrap_or_default()),
            ],
        )
    }

    fn answer(&self, key: &str, said: Said, text: String, clones: Vec<String>) -> CloneAnswer {
        let question = self.say(&format!("clones-question-{key}"), &[]);
        CloneAnswer { key: key.to_owned(), question, said, text, clones }
    }

    /// Every newest time point lies below the floor.
    fn all_silent(&self) -> bool {
        let points: usize = self.tracks.cell_types().iter().map(|cells| self.points(cells).len()).sum();
        points > 0 && self.found.silent.len() == points
    }

    fn above(&self) -> CloneAnswer {
        let Some(limit) = self.set.share_percent else {
            return self.answer("above", Said::Silent, self.say("clones-no-limit", &[]), Vec::new());
        };
        if self.all_silent() {
            return self.answer("above", Said::Silent, self.say("clones-all-below-floor", &[]), Vec::new());
        }
        let clones: Vec<String> = self.found.above.iter().map(|grown| self.grown(grown, "clones-above")).collect();
        let said = if clones.is_empty() { Said::No } else { Said::Yes };
        let limit = self.clinic.words.number(&limit.to_string());
        let measure = self.clinic.measure_text(Some(self.tracks.measure));
        self.answer("above", said, self.say("clones-limit-share", &[("limit", &limit), ("measure", &measure)]), clones)
    }

    fn rising(&self) -> CloneAnswer {
        if self.set.rising_points.is_none() && self.set.fold.is_none() {
            return self.answer("rising", Said::Silent, self.say("clones-no-limit", &[]), Vec::new());
        }
        if self.all_silent() {
            return self.answer("rising", Said::Silent, self.say("clones-all-below-floor", &[]), Vec::new());
        }
        let clones: Vec<String> = self.found.rising.iter().map(|grown| self.grown(grown, "clones-rising")).collect();
        let said = if clones.is_empty() { Said::No } else { Said::Yes };
        let points = self.set.rising_points.map(|points| points.to_string()).unwrap_or_default();
        let fold = self.set.fold.map(|fold| self.clinic.words.number(&fold.to_string())).unwrap_or_default();
        let share = self.percent(self.set.rising_share);
        let text = self.say("clones-limit-rising", &[("points", &points), ("fold", &fold), ("share", &share)]);
        self.answer("rising", said, text, clones)
    }

    fn near(&self) -> CloneAnswer {
        let Some(distance) = self.set.distance_bp else {
            return self.answer("near", Said::Silent, self.say("clones-no-limit", &[]), Vec::new());
        };
        let one = |near: &assess::integration::NearWatched| {
            let clone = &self.tracks.clones[near.clone];
            let place = match near.distance_bp {
                0 => self.say("clones-inside", &[("gene", near.gene.symbol)]),
                bp => {
                    let bp = self.clinic.words.number(&bp.to_string());
                    self.say("clones-beside", &[("gene", near.gene.symbol), ("bp", &bp)])
                }
            };
            let last = clone.last_seen().map(|at| self.tracks.samples[at].time).unwrap_or_default();
            self.say(
                "clones-near",
                &[
                    ("site", &clone.site.to_string()),
                    ("place", &place),
                    ("share", &self.percent(near.share)),
                    ("on", &self.shown_day(last)),
                ],
            )
        };
        let clones: Vec<String> = self.found.near.iter().map(one).collect();
        let said = if clones.is_empty() { Said::No } else { Said::Yes };
        let genes = self.set.watch.len().to_string();
        let bp = self.clinic.words.number(&distance.to_string());
        self.answer("near", said, self.say("clones-limit-near", &[("genes", &genes), ("bp", &bp)]), clones)
    }

    fn silences(&self) -> Vec<String> {
        let floor = self.clinic.words.number(&self.set.min_cells.to_string());
        let silent = self.found.silent.iter().map(|silent| {
            let cells = self.clinic.words.number(&crate::import_sites::rounded(silent.cells));
            self.say(
                "clones-silent",
                &[
                    ("cells", &silent.cell_type),
                    ("on", &self.shown_day(silent.time)),
                    ("count", &cells),
                    ("floor", &floor),
                ],
            )
        });
        let mut said: Vec<String> = silent.collect();
        if self.tracks.measure != Measure::SonicAbundance {
            let measure = self.clinic.measure_text(Some(self.tracks.measure));
            said.push(self.say("clones-no-floor", &[("measure", &measure)]));
        }
        if !self.found.unknown_genes.is_empty() {
            said.push(self.say("clones-unknown-genes", &[("genes", &self.found.unknown_genes.join(", "))]));
        }
        said
    }

    fn sample(&self, given: usize) -> CloneSample {
        let read = &self.reads[given];
        let assessment = &read.kept.fact.assessment;
        let words = &self.clinic.words;
        let shown =
            |key: &str| assessment.get(key).map(|answer| wording::shown(words, KIND, key, answer)).unwrap_or_default();
        let computed = wording::computed(words, assessment);
        let fields = assess::form(KIND).map(|spec| spec.fields).unwrap_or_default();
        let metric = |key: &str| {
            let value = computed.get(key)?.clone();
            Some(Labelled { label: wording::field_label(words, KIND, key), value })
        };
        CloneSample {
            record: read.kept.record,
            name: self
                .tracks
                .samples
                .iter()
                .find(|one| one.given == given)
                .map(|one| one.name.clone())
                .unwrap_or_default(),
            cell_type: read.cell_type.clone(),
            on: assessment.collected_on,
            vcn: shown("vcn"),
            vector_positive: shown("vector-positive"),
            comment: shown("laboratory-comment"),
            metrics: fields.iter().filter_map(|field| metric(field.key)).collect(),
        }
    }

    /// Every time point of a cell type with its total, as the series of a clone that was never seen.
    fn points(&self, cell_type: &str) -> Vec<assess::integration::Point> {
        let Some(first) = self.tracks.clones.first() else { return Vec::new() };
        self.tracks.series(&Track { site: first.site.clone(), seen: Vec::new() }, cell_type)
    }

    fn plot(&self, cell_type: &str, listed: &[usize]) -> ClonePlot {
        let points = self.points(cell_type);
        let silent = |time: i32| self.found.silent.iter().any(|s| s.cell_type == cell_type && s.time == time);
        let number = |total: f64| self.clinic.words.number(&crate::import_sites::rounded(total));
        let parts = listed.iter().enumerate().filter_map(|(clone, at)| {
            let series = self.tracks.series(&self.tracks.clones[*at], cell_type);
            let shares: Vec<f64> = series.iter().map(|point| point.share).collect();
            let clone = u32::try_from(clone).unwrap_or(u32::MAX);
            shares.iter().any(|share| *share > 0.0).then_some(ClonePart { clone, shares })
        });
        let mut parts: Vec<ClonePart> = parts.collect();
        let top = |part: &ClonePart| part.shares.iter().copied().fold(0.0, f64::max);
        parts.sort_by(|a, b| top(b).total_cmp(&top(a)));
        parts.truncate(DRAWN);
        ClonePlot {
            cell_type: cell_type.to_owned(),
            days: points.iter().map(|point| self.day(point.time)).collect(),
            totals: points.iter().map(|point| number(point.total)).collect(),
            silent: points.iter().map(|point| silent(point.time)).collect(),
            parts,
        }
    }

    fn line(&self, clone: &Track) -> CloneLine {
        let words = &self.clinic.words;
        let bounds = genes(self.tracks.build);
        let beside = |gene: &str, bp: u32| match bp {
            0 => self.say("clones-inside", &[("gene", gene)]),
            bp => self.say("clones-beside", &[("gene", gene), ("bp", &words.number(&bp.to_string()))]),
        };
        let nearest = bounds.nearest(&clone.site).map(|near| {
            let names: Vec<&str> = near.genes.iter().map(|gene| gene.symbol).collect();
            beside(&names.join(", "), near.distance_bp)
        });
        let watched = self.set.distance_bp.and_then(|bp| self.set.watch.nearest(bounds, &clone.site, bp));
        let time = |at: Option<usize>| self.day(at.map(|at| self.tracks.samples[at].time).unwrap_or_default());
        let top = clone.seen.iter().map(|seen| seen.share).fold(0.0, f64::max);
        let in_sample = |at: usize| clone.in_sample(at).map(|seen| self.percent(seen.share)).unwrap_or_default();
        CloneLine {
            name: self.name(clone),
            site: clone.site.to_string(),
            nearest: nearest.unwrap_or_default(),
            watched: watched.map(|(gene, bp)| beside(gene.symbol, bp)).unwrap_or_default(),
            lineages: self.tracks.lineages(clone).into_iter().map(str::to_owned).collect(),
            first_on: time(clone.first_seen()),
            last_on: time(clone.last_seen()),
            top_share: self.percent(top),
            shares: (0..self.tracks.samples.len()).map(in_sample).collect(),
        }
    }

    /// Clones in common of each two cell types: one seen in several lineages comes from an early cell.
    fn shared(&self) -> Vec<CloneShared> {
        let types = self.tracks.cell_types();
        let mut counts: BTreeMap<(usize, usize), u32> = BTreeMap::new();
        for clone in &self.tracks.clones {
            let lineages = self.tracks.lineages(clone);
            let held: Vec<usize> =
                types.iter().enumerate().filter(|(_, cells)| lineages.contains(*cells)).map(|(at, _)| at).collect();
            for (place, one) in held.iter().enumerate() {
                for other in &held[place + 1..] {
                    *counts.entry((*one, *other)).or_default() += 1;
                }
            }
        }
        let name = |at: usize| types[at].to_owned();
        let line =
            |((one, other), clones): ((usize, usize), u32)| CloneShared { one: name(one), other: name(other), clones };
        counts.into_iter().map(line).collect()
    }
}
