//! Bringing a laboratory's table of integration sites into the ledger: a look at the file, its samples with what is
//! proposed for each, and all of them saved or none.
//!
//! Each sample becomes an assessment with its largest clones; its whole table and the files as they came lie beside the
//! ledger, named by digest. A sample whose result was awaited becomes that result.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

use assess::integration::{GeneList, Measure, Row, Sample as Record, Shipped, Site, Whole, specimen};
use assess::{Entered, EnteredForm, Severity};
use exchange::integration::{Problems, Sample, Table, propose_mapping, time_point};
use facts::answer::{Assessment, Closure};
use facts::fact::{Imported, Laboratory, Recorded};
use facts::{CivilDate, Fact, Kept, Life, RecordId, SubjectId};
use protocol::Protocol;
use store::{Batch, NewEntry, Store};

use crate::check_form::about;
use crate::mapping::{fits, form_of, last_mapping};
use crate::read_table::{PackedTable, Progress, ReadTable, Told, look};
use crate::role::Deed;
use crate::wire::import::{
    ImportForm, ImportReceipt, MappingForm, SampleChosen, SampleFound, SampleProblem, TableAsked, TableProblem,
    TableRead, TableSeen,
};
use crate::wire::signal::{FindingLine, Labelled};
use crate::{Clinic, Now, Refusal, Result, wording};

const KIND: &str = "integration-site";
/// A visit or an awaited result this close to what a time point means is taken to be meant. A proposal that a person
/// confirms; no clinical limit.
const MEANT_WITHIN_DAYS: i32 = 45;

impl Clinic {
    /// What the file looks like, and how it would be read.
    pub fn look_at_table(&self, asked: &TableAsked) -> Result<TableSeen> {
        self.need(Deed::Enter)?;
        let (name, bytes, seen) = look(asked).map_err(|refusal| self.unreadable_table(refusal))?;
        let proposed = form_of(&propose_mapping(&seen));
        let laboratories = self.laboratories()?;
        let last = last_mapping(&laboratories, &asked.laboratory).map(|mapping| form_of(&mapping));
        // The columns of a wide table are its samples: those of the last table were other samples.
        let last = last.map(|last| match last.wide {
            true => MappingForm { columns: proposed.columns.clone(), ..last },
            false => last,
        });
        let last =
            last.filter(|last| fits(last, &seen.headings) && last.delimiter.is_empty() != seen.sheets.is_empty());
        let remembered = last.is_some();
        Ok(TableSeen {
            name,
            bytes: counted(bytes as u64),
            mapping: last.unwrap_or(proposed),
            remembered,
            sheets: seen.sheets,
            headings: seen.headings,
            rows: seen.rows,
            laboratories: laboratories.into_iter().map(|kept| kept.fact.name).collect(),
        })
    }

    /// The reader's own sentence, where the refusal carries its code.
    fn unreadable_table(&self, refusal: Refusal) -> Refusal {
        let Some(code) = refusal.args.get("code") else { return refusal };
        let args = refusal.args.iter().map(|(name, value)| (name.clone(), value.clone().into())).collect();
        let said = self.words.say(&format!("clones-{code}"), &args);
        refusal.with("detail", said)
    }

    /// The samples of a table and what is proposed for each; or its problems.
    pub fn samples_of_table(&self, read: &ReadTable, subject: SubjectId, _now: &Now) -> Result<TableRead> {
        self.need(Deed::Enter)?;
        let life = self.life(subject)?;
        let mut answer = TableRead {
            sha256: read.files.first().map(|file| file.sha256.clone()).unwrap_or_default(),
            rows: 0,
            measure_text: self.measure_text(read.mapping.measure),
            build_text: String::new(),
            samples: Vec::new(),
            problems: Vec::new(),
            problems_total: 0,
            repairable: false,
            repairs: Vec::new(),
            specimens: self.specimens(),
        };
        match &read.table {
            Ok(table) => {
                answer.rows = counted(table.rows);
                answer.build_text = table.build.map(|build| build.code().to_owned()).unwrap_or_default();
                answer.repairs = repairs(table);
                answer.samples =
                    table.samples.iter().map(|sample| self.found(sample, &life)).collect::<Result<Vec<_>>>()?;
            }
            Err(problems) => self.tell(problems, &mut answer),
        }
        Ok(answer)
    }

    fn tell(&self, problems: &Problems, answer: &mut TableRead) {
        answer.problems_total = counted(problems.total);
        answer.repairable = problems.first.iter().any(|problem| problem.code == "gene-damaged");
        let line = |problem: &exchange::integration::Problem| {
            let args = problem.args.iter().map(|(name, value)| (name.clone(), value.clone().into())).collect();
            TableProblem {
                line: u32::try_from(problem.line).unwrap_or(u32::MAX),
                column: problem.column.clone(),
                text: self.words.say(&format!("clones-{}", problem.code), &args),
            }
        };
        answer.problems = problems.first.iter().map(line).collect();
    }

    pub(crate) fn measure_text(&self, measure: Option<Measure>) -> String {
        measure.map(|measure| wording::option(&self.words, KIND, "measure", measure.code())).unwrap_or_default()
    }

    fn specimens(&self) -> Vec<Labelled> {
        let field = assess::form(KIND).and_then(|spec| spec.field("specimen"));
        let Some(assess::Input::Choice { options }) = field.map(|field| &field.input) else { return Vec::new() };
        let labelled = |code: &&str| Labelled {
            label: wording::option(&self.words, KIND, "specimen", code),
            value: (*code).to_owned(),
        };
        options.iter().map(labelled).collect()
    }

    fn found(&self, sample: &Sample, asked_by: &Life) -> Result<SampleFound> {
        let named = if sample.subject.is_empty() { None } else { self.store.subject_row_by_code(&sample.subject)? };
        let life = match &named {
            Some(row) if row.subject != asked_by.subject => &self.life(row.subject)?,
            _ => asked_by,
        };
        let cells = if sample.cell_type.is_empty() { &sample.tissue } else { &sample.cell_type };
        let specimen = specimen(cells);
        let (collected_on, because) = self.meant(sample, specimen, life);
        let metrics = sample.metrics();
        let percent = metrics.map(|metrics| format!("{:.1} %", metrics.top_share * 100.0));
        let total = metrics.map(|metrics| self.words.number(&rounded(metrics.total)));
        Ok(SampleFound {
            name: sample.name.clone(),
            subject_code: life.enrolment.fact.code.clone(),
            cell_type: cells.clone(),
            time_point: sample.time_point.clone(),
            clones: u32::try_from(sample.clones.len()).unwrap_or(u32::MAX),
            total: total.unwrap_or_default(),
            top_share: percent.unwrap_or_default(),
            specimen: specimen.to_owned(),
            collected_on: collected_on.map(|on| on.to_string()).unwrap_or_default(),
            because,
        })
    }

    /// The day that a time point means, and why: a result that is awaited, a visit, or the day itself.
    fn meant(&self, sample: &Sample, specimen: &str, life: &Life) -> (Option<CivilDate>, String) {
        let because = |key: &str| wording::plain(&self.words, key);
        let after = time_point(&sample.time_point, &sample.time_heading);
        let Some(about) = after.and_then(|after| Some(life.first_dosed_on()?.plus(&after))) else {
            let mut awaited = awaited(life, specimen).map(|kept| kept.fact.assessment.collected_on);
            // With one sample awaited there is nothing to choose between.
            return match (awaited.next(), awaited.next()) {
                (Some(on), None) => (Some(on), because("import-day-awaited")),
                _ => (None, String::new()),
            };
        };
        let far = |on: &CivilDate| on.days_since(about).abs();
        let near = |on: &CivilDate| far(on) <= MEANT_WITHIN_DAYS;
        let awaited = awaited(life, specimen).map(|kept| kept.fact.assessment.collected_on);
        if let Some(on) = awaited.filter(near).min_by_key(far) {
            return (Some(on), because("import-day-awaited"));
        }
        if let Some(on) = life.visits.iter().map(|kept| kept.fact.on).filter(near).min_by_key(far) {
            return (Some(on), because("import-day-visit"));
        }
        (Some(about), because("import-day-time-point"))
    }

    /// Saves every chosen sample, or none and says why.
    pub fn import_sites(
        &mut self,
        packed: PackedTable,
        form: &ImportForm,
        now: &Now,
        told: Told<'_>,
    ) -> Result<ImportReceipt> {
        self.need(Deed::Enter)?;
        self.may_be_kept(&packed, form)?;
        let mut people = self.people(form)?;
        let mut problems = Vec::new();
        let mut made: Vec<Made> = Vec::new();
        for (at, chosen) in form.samples.iter().enumerate().filter(|(_, chosen)| !chosen.skip) {
            if let Some(one) = self.made(&packed, at, chosen, &people, now, &mut problems) {
                made.push(one);
            }
        }
        let because = form.because.trim();
        let mut receipt = ImportReceipt {
            saved_at: String::new(),
            subjects: Vec::new(),
            samples: 0,
            rows: counted(packed.table.rows),
            problems,
            findings: Vec::new(),
        };
        if receipt.problems.iter().any(|problem| problem.stops || because.is_empty()) {
            return Ok(receipt);
        }
        let batches = self.batches(&packed, &mut made, &mut people, because, now)?;
        receipt.subjects = batches.iter().filter_map(|batch| batch.subject).collect();
        receipt.samples = u32::try_from(made.len()).unwrap_or(u32::MAX);
        let all = packed.documents.len();
        let kept = self.write_documents(&packed.documents, batches, &mut |done| told(Progress::Kept(done, all)))?;
        if kept.is_none() {
            return Err(Refusal::fix("import-stopped"));
        }
        receipt.saved_at.clone_from(&now.stamp.at);
        receipt.findings = self.findings_after(&people, now)?;
        Ok(receipt)
    }

    fn may_be_kept(&self, packed: &PackedTable, form: &ImportForm) -> Result<()> {
        if packed.laboratory.is_empty() {
            return Err(Refusal::fix("import-no-laboratory").about("laboratory"));
        }
        if packed.files.first().is_none_or(|file| file.sha256 != form.sha256) {
            return Err(Refusal::fix("import-file-changed").about("path"));
        }
        if form.samples.len() != packed.table.samples.len() {
            return Err(Refusal::bug("import-samples"));
        }
        if form.samples.iter().all(|chosen| chosen.skip) {
            return Err(Refusal::fix("import-nothing-chosen").about("samples"));
        }
        Ok(())
    }

    /// Everybody whose samples are among those chosen, by code; a code that nobody has is told with its sample.
    fn people(&self, form: &ImportForm) -> Result<BTreeMap<String, Person>> {
        let mut people = BTreeMap::new();
        for chosen in form.samples.iter().filter(|chosen| !chosen.skip) {
            let code = chosen.subject_code.trim().to_owned();
            if people.contains_key(&code) {
                continue;
            }
            if let Some(row) = self.store.subject_row_by_code(&code)? {
                let life = self.life(row.subject)?;
                let protocol = self.protocol(life.protocol())?;
                people.insert(code, Person { life, protocol, told: BTreeSet::new() });
            }
        }
        Ok(people)
    }

    /// One sample as an assessment, its problems put to the list.
    fn made(
        &self,
        packed: &PackedTable,
        at: usize,
        chosen: &SampleChosen,
        people: &BTreeMap<String, Person>,
        now: &Now,
        problems: &mut Vec<SampleProblem>,
    ) -> Option<Made> {
        let sample = u32::try_from(at).unwrap_or(u32::MAX);
        let mut problem = |field: &str, text: String, stops: bool| {
            problems.push(SampleProblem { sample, field: field.to_owned(), text, stops });
        };
        let code = chosen.subject_code.trim();
        let Some(person) = people.get(code) else {
            let text = self.words.say("refusal-no-such-subject", &wording::texts(&[("value", code)]));
            problem("subject_code", text, true);
            return None;
        };
        let checked = assess::check(
            &entered(packed, chosen),
            &about(&person.life, &person.protocol, self.judging(now).ok()?.recorded_until()),
        );
        for found in wording::problem_lines(&self.words, Some(KIND), &checked.problems) {
            if found.severity != Severity::Notes {
                problem(&found.place, found.text, found.severity == Severity::Stops);
            }
        }
        let assessment = checked.assessment?;
        let sha256 = &packed.samples[at].sha256;
        let twin = person.life.of_kind(KIND).find(|kept| {
            let held = &kept.fact.assessment;
            held.collected_on == assessment.collected_on
                && held.attachment(assess::integration::TABLE).is_some_and(|table| table.sha256 == *sha256)
        });
        if let Some(twin) = twin {
            let on = self.words.date_short(&twin.fact.assessment.collected_on.to_string());
            problem("collected_on", self.words.say("import-there-already", &wording::texts(&[("on", &on)])), false);
        }
        Some(Made { at, code: code.to_owned(), assessment })
    }

    fn batches(
        &self,
        packed: &PackedTable,
        made: &mut [Made],
        people: &mut BTreeMap<String, Person>,
        because: &str,
        now: &Now,
    ) -> Result<Vec<Batch>> {
        let table = &packed.table;
        for one in made.iter() {
            if let Some(person) = people.get_mut(&one.code) {
                person.tell(table, &table.samples[one.at]);
            }
        }
        let mut batches = vec![Batch { subject: None, new: self.laboratory_entry(packed, now)? }];
        batches.retain(|batch| !batch.new.is_empty());
        for (code, person) in people.iter() {
            let mut filled: BTreeSet<RecordId> = BTreeSet::new();
            let (mut records, mut new) = (Vec::new(), Vec::new());
            for one in made.iter_mut().filter(|one| one.code == *code) {
                with_rows(table, &table.samples[one.at], |whole| {
                    whole.put_into(&mut one.assessment, &person.told, packed.samples[one.at].clone());
                });
                let entry = self.sample_entry(person, &one.assessment, &mut filled, because, now);
                records.extend(entry.record);
                new.push(entry);
            }
            let import = Imported {
                kind: KIND.to_owned(),
                laboratory: packed.laboratory.clone(),
                files: packed.files.clone(),
                mapping: mapping_json(packed),
                rows: table.rows,
                records,
                repairs: repairs(table),
            };
            new.push(NewEntry { reason: reason(because), ..self.new_entry(Fact::Import(import), now) });
            batches.push(Batch { subject: Some(person.life.subject), new });
        }
        Ok(batches)
    }

    /// A new record, or the result of a sample that was awaited.
    fn sample_entry(
        &self,
        person: &Person,
        assessment: &Assessment,
        filled: &mut BTreeSet<RecordId>,
        because: &str,
        now: &Now,
    ) -> NewEntry {
        let on = assessment.collected_on;
        let specimen = assessment.code("specimen").unwrap_or_default();
        let waiting = awaited(&person.life, specimen)
            .find(|kept| kept.fact.assessment.collected_on == on && !filled.contains(&kept.record));
        let visit = match waiting {
            Some(kept) => kept.fact.visit,
            None => person.life.visits.iter().find(|kept| kept.fact.on == on).map(|kept| kept.record),
        };
        let fact = Fact::Assessment(Recorded { visit, assessment: assessment.clone() });
        let entry = self.new_entry(fact, now);
        match waiting {
            Some(kept) => {
                filled.insert(kept.record);
                let received = self.words.say("reason-result-received", &words::Args::default());
                let reason = reason(because).unwrap_or(received);
                NewEntry { record: Some(kept.record), supersedes: Some(kept.entry), reason: Some(reason), ..entry }
            }
            None => {
                let record = Some(Store::new_record_id(&now.stamp));
                NewEntry { record, reason: reason(because), ..entry }
            }
        }
    }

    /// How the laboratory's tables are read, when that is new.
    fn laboratory_entry(&self, packed: &PackedTable, now: &Now) -> Result<Vec<NewEntry>> {
        let known = self.laboratories()?.into_iter().find(|kept| kept.fact.name == packed.laboratory);
        let mapping = mapping_json(packed);
        if known.as_ref().is_some_and(|kept| kept.fact.mapping == mapping) {
            return Ok(Vec::new());
        }
        let fact = Laboratory { name: packed.laboratory.clone(), kind: KIND.to_owned(), mapping };
        let entry = self.new_entry(Fact::Laboratory(fact), now);
        Ok(vec![match known {
            Some(kept) => NewEntry {
                record: Some(kept.record),
                supersedes: Some(kept.entry),
                reason: Some(wording::plain(&self.words, "import-mapping-changed")),
                ..entry
            },
            None => entry,
        }])
    }

    fn findings_after(&self, people: &BTreeMap<String, Person>, now: &Now) -> Result<Vec<FindingLine>> {
        let mut findings = Vec::new();
        for person in people.values() {
            findings.extend(self.new_findings(&person.life, now)?);
        }
        Ok(findings)
    }
}

/// A person whose samples are saved.
struct Person {
    life: Life,
    protocol: std::sync::Arc<Protocol>,
    /// Sites that every record of this save tells, if its sample holds them.
    told: BTreeSet<Site>,
}

struct Made {
    at: usize,
    code: String,
    assessment: Assessment,
}

impl Person {
    /// The largest clones of the sample and those near watched genes are told in every sample of the save, so that one
    /// can be followed; so is what earlier records told.
    fn tell(&mut self, table: &Table, sample: &Sample) {
        if self.told.is_empty() {
            let earlier = self.life.of_kind(KIND).filter_map(|kept| Record::read(&kept.fact.assessment));
            let same = earlier.filter(|record| record.build().is_some() && record.build() == table.build);
            self.told = same.flat_map(|record| record.counted()).map(|counted| counted.site).collect();
        }
        let clause = self.protocol.rule("clone-near-watch-gene");
        let genes = clause.map(|clause| clause.genes.as_slice()).unwrap_or_default();
        let list = match genes {
            [] => GeneList::shipped(Shipped::Watch),
            genes => GeneList::of(genes.iter().map(String::as_str)),
        };
        let distance = clause.and_then(|clause| clause.limits.get("distance-bp")?.parse().ok());
        with_rows(table, sample, |whole| {
            self.told.extend(whole.largest());
            if let Some(distance) = distance {
                self.told.extend(whole.near(&list, distance));
            }
        });
    }
}

/// Samples of that specimen whose result is awaited; one whose specimen was left open fits any.
fn awaited<'a>(life: &'a Life, specimen: &'a str) -> impl Iterator<Item = &'a Kept<Recorded>> {
    life.of_kind(KIND).filter(move |kept| {
        let held = &kept.fact.assessment;
        held.closure == Closure::Awaited && held.code("specimen").is_none_or(|code| code == specimen)
    })
}

fn with_rows(table: &Table, sample: &Sample, look: impl FnOnce(&Whole<'_>)) {
    let rows: Vec<Row<'_>> = sample
        .clones
        .iter()
        .map(|clone| Row { site: clone.site.as_ref(), gene: table.gene(clone), abundance: clone.abundance })
        .collect();
    // A mapping without a measure is refused before anything is read.
    let measure = table.measure.unwrap_or(Measure::Reads);
    look(&Whole { build: table.build, measure, rows: &rows });
}

fn entered(packed: &PackedTable, chosen: &SampleChosen) -> EnteredForm {
    let typed = |text: &str| Entered { text: text.trim().to_owned(), ..Entered::default() };
    let build = packed.table.build.map(|build| build.code()).unwrap_or_default();
    let measure = packed.table.measure.map(Measure::code).unwrap_or_default();
    let fields = [
        ("specimen", chosen.specimen.as_str()),
        ("cell-type", &chosen.cell_type),
        ("analysis", "done"),
        ("measure", measure),
        ("genome-build", build),
        ("vcn", &chosen.vcn),
        ("vector-positive", &chosen.vector_positive),
        ("laboratory-comment", &chosen.comment),
    ];
    let given = fields.into_iter().filter(|(_, text)| !text.trim().is_empty());
    EnteredForm {
        kind: KIND.to_owned(),
        collected_on: chosen.collected_on.trim().to_owned(),
        fields: given.map(|(key, text)| (key.to_owned(), typed(text))).collect(),
        ..EnteredForm::default()
    }
}

fn mapping_json(packed: &PackedTable) -> serde_json::Value {
    serde_json::to_value(&packed.mapping).unwrap_or_default()
}

fn reason(because: &str) -> Option<String> {
    Some(because.to_owned()).filter(|because| !because.is_empty())
}

fn repairs(table: &Table) -> Vec<String> {
    table.repairs.iter().map(|repair| format!("{} → {} ({})", repair.found, repair.symbol, repair.rows)).collect()
}

/// As pages count; no table of this size is ever read.
pub(crate) fn counted(rows: u64) -> u32 {
    u32::try_from(rows).unwrap_or(u32::MAX)
}

/// Whole where it is whole: 412, 87.5.
pub(crate) fn rounded(value: f64) -> String {
    let text = format!("{value:.1}");
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}

/// For callers that want no progress.
pub fn go_on(_: Progress) -> ControlFlow<()> {
    ControlFlow::Continue(())
}
