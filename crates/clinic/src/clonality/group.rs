//! One group of comparable samples in words: its answers, plots, clones and samples.

use std::collections::{BTreeMap, BTreeSet};

use assess::integration::{Answers, Grown, Measure, Track, Tracks, genes};
use facts::CivilDate;

use super::{KIND, Read, Set};
use crate::wire::clones::{CloneAnswer, CloneGroup, CloneLine, ClonePart, ClonePlot, CloneSample, CloneShared, Said};
use crate::wire::signal::Labelled;
use crate::wording::{self, texts};
use crate::{Clinic, import_sites};

/// Clones that have a colour of their own in the plots; the rest is one band.
const DRAWN: usize = 10;
/// Clones in the table under the plots.
const LISTED: usize = 30;

/// What a group is made from.
pub(super) struct Group<'a> {
    pub clinic: &'a Clinic,
    pub reads: &'a [Read<'a>],
    pub set: &'a Set,
    pub tracks: &'a Tracks,
    pub found: &'a Answers,
    pub from: CivilDate,
}

impl Group<'_> {
    pub fn made(&self) -> CloneGroup {
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
            let cells = self.clinic.words.number(&import_sites::rounded(silent.cells));
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
        let number = |total: f64| self.clinic.words.number(&import_sites::rounded(total));
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
