//! Rows become clones of samples, or problems.

use assess::integration::{Build, Chromosome, Site, Strand};

use super::super::genes::Symbols;
use super::super::mapping::{Layout, Mapping, Multihits};
use super::super::names::Names;
use super::super::number::{amount, whole};
use super::super::problem::Problems;
use super::super::propose::ABSENT;
use super::super::rows::Row;
use super::super::table::{CloneRow, Sample, Table};
use super::columns::{Columns, LayoutAt, PlaceAt};
use super::repeats;

pub(super) struct Gather<'a> {
    mapping: &'a Mapping,
    columns: &'a Columns,
    pub rows: u64,
    chromosomes: (Names, Vec<Option<Chromosome>>),
    symbols: Symbols,
    samples: (Names, Vec<Sample>),
    /// Name, cell type and time point of a row's sample, parted by zeros.
    key: Vec<u8>,
    build: Option<Build>,
    /// The cell that stated the build last, so that a million equal ones are compared and not read.
    build_cell: Vec<u8>,
    problems: Problems,
}

impl<'a> Gather<'a> {
    pub fn new(mapping: &'a Mapping, columns: &'a Columns) -> Self {
        let mut samples = (Names::default(), Vec::new());
        if let LayoutAt::Wide(of) = &columns.layout {
            samples.1 =
                of.iter().map(|at| Sample { name: columns.headings[*at].clone(), ..Sample::default() }).collect();
        }
        Self {
            mapping,
            columns,
            rows: 0,
            chromosomes: (Names::default(), Vec::new()),
            symbols: Symbols::new(mapping.damaged_genes),
            samples,
            key: Vec::new(),
            build: mapping.build,
            build_cell: Vec::new(),
            problems: Problems::default(),
        }
    }

    fn problem(&mut self, row: &Row<'_>, column: usize, code: &'static str) {
        let value = String::from_utf8_lossy(row.cell(column)).into_owned();
        self.problems.add(row.line, &self.columns.headings[column], code, &[("value", &value)]);
    }

    pub fn row(&mut self, row: &Row<'_>) {
        self.rows += 1;
        let columns = self.columns;
        if row.cells.len() != columns.headings.len() {
            let (found, expected) = (row.cells.len().to_string(), columns.headings.len().to_string());
            self.problems.add(row.line, "", "row-width", &[("value", &found), ("expected", &expected)]);
            return;
        }
        if let Some(column) = columns.build {
            self.build(row, column);
        }
        let site = self.site(row);
        let gene = columns.gene.map_or(0, |column| {
            let on = site.as_ref().map(|site| &site.chromosome);
            self.symbols.read(row.cell(column), on, (row.line, &columns.headings[column]), &mut self.problems)
        });
        let line = u32::try_from(row.line).unwrap_or(u32::MAX);
        let of = |site: Option<Site>, abundance| CloneRow { site, gene, line, abundance };
        match &columns.layout {
            LayoutAt::Long { abundance, sample, cell_type, time_point } => {
                let sample = self.sample(row, sample, *cell_type, *time_point);
                match amount(row.cell(*abundance)) {
                    // A site that a sample does not have may stand as zero: no clone, and no problem.
                    Some(0.0) => {}
                    Some(abundance) => self.samples.1[sample].clones.push(of(site, abundance)),
                    None => self.problem(row, *abundance, "not-an-abundance"),
                }
            }
            LayoutAt::Wide(samples) => {
                for (sample, column) in samples.iter().enumerate() {
                    let cell = row.cell(*column);
                    if cell == b"0" || ABSENT.contains(&cell) {
                        continue;
                    }
                    match amount(cell) {
                        Some(0.0) => {}
                        Some(abundance) => self.samples.1[sample].clones.push(of(site.clone(), abundance)),
                        None => self.problem(row, *column, "not-an-abundance"),
                    }
                }
            }
        }
    }

    /// The site of the row; `None` when the table has none or it is wrong, which is then a problem.
    fn site(&mut self, row: &Row<'_>) -> Option<Site> {
        match &self.columns.place {
            PlaceAt::Unplaced => None,
            PlaceAt::Name(column) => {
                let site = std::str::from_utf8(row.cell(*column)).ok().and_then(Site::named);
                if site.is_none() {
                    self.problem(row, *column, "not-a-site");
                }
                site
            }
            PlaceAt::Columns { chromosome, position, strand } => {
                if self.mapping.multihits == Multihits::Count
                    && matches!(row.cell(*chromosome), b"R" | b"")
                    && matches!(row.cell(*position), b"-1" | b"")
                {
                    return None;
                }
                let on = self.chromosome(row.cell(*chromosome));
                if on.is_none() {
                    self.problem(row, *chromosome, "not-a-chromosome");
                }
                let position_bp = whole(row.cell(*position)).filter(|position| *position > 0);
                if position_bp.is_none() {
                    self.problem(row, *position, "not-a-position");
                }
                let sign = strand.map_or(Some(Strand::Unstated), |column| match row.cell(column) {
                    b"+" => Some(Strand::Forward),
                    b"-" => Some(Strand::Reverse),
                    cell => std::str::from_utf8(cell).ok().and_then(Strand::named),
                });
                if let (None, Some(column)) = (sign, strand) {
                    self.problem(row, *column, "not-a-strand");
                }
                Some(Site { chromosome: on?, strand: sign?, position: position_bp? })
            }
        }
    }

    fn chromosome(&mut self, cell: &[u8]) -> Option<Chromosome> {
        let (number, new) = self.chromosomes.0.number(cell);
        if new {
            self.chromosomes.1.push(std::str::from_utf8(cell).ok().and_then(Chromosome::named));
        }
        self.chromosomes.1[number as usize].clone()
    }

    /// Every row must state the same genome, and the one that was said for the table.
    fn build(&mut self, row: &Row<'_>, column: usize) {
        let cell = row.cell(column);
        if !self.build_cell.is_empty() && cell == self.build_cell {
            return;
        }
        let stated = std::str::from_utf8(cell).ok().and_then(Build::named);
        match (stated, self.build) {
            (None, _) => self.problem(row, column, "not-a-build"),
            (Some(stated), Some(known)) if stated != known => {
                let value = String::from_utf8_lossy(cell).into_owned();
                let args = [("value", value.as_str()), ("expected", known.code())];
                self.problems.add(row.line, &self.columns.headings[column], "build-differs", &args);
            }
            (Some(stated), _) => {
                self.build = Some(stated);
                self.build_cell = cell.to_vec();
            }
        }
    }

    /// Index of the row's sample, made on its first row.
    fn sample(
        &mut self,
        row: &Row<'_>,
        named_by: &[usize],
        cell_type: Option<usize>,
        time_point: Option<usize>,
    ) -> usize {
        self.key.clear();
        for (part, column) in named_by.iter().enumerate() {
            if part > 0 {
                self.key.push(b'_');
            }
            self.key.extend_from_slice(row.cell(*column));
        }
        let name_end = self.key.len();
        for column in [cell_type, time_point] {
            self.key.push(0);
            self.key.extend_from_slice(column.map_or(&[], |column| row.cell(column)));
        }
        let (number, new) = self.samples.0.number(&self.key);
        if new {
            let text = |column: usize| std::str::from_utf8(row.cell(column)).map(str::to_owned);
            let cell_type = cell_type.map(text).transpose();
            let (time_at, time_point) = (time_point, time_point.map(text).transpose());
            let name = std::str::from_utf8(&self.key[..name_end]).map(str::to_owned);
            let told = name.is_ok() && cell_type.is_ok() && time_point.is_ok();
            self.samples.1.push(Sample {
                name: name.unwrap_or_default(),
                cell_type: cell_type.ok().flatten().unwrap_or_default(),
                time_point: time_point.ok().flatten().unwrap_or_default(),
                time_heading: time_at.map(|at| self.columns.headings[at].clone()).unwrap_or_default(),
                ..Sample::default()
            });
            let column = named_by.first().copied().unwrap_or_default();
            if !told {
                self.problem(row, column, "not-text");
            }
        }
        if let Some(first) = named_by.first()
            && self.key[..name_end].iter().all(|byte| *byte == b'_')
        {
            self.problem(row, *first, "sample-blank");
        }
        number as usize
    }

    pub fn is_faulty(&self) -> bool {
        !self.problems.is_empty()
    }

    /// Takes in what a later part of the table held, `lines` further on; false when it states another genome.
    pub fn take(&mut self, later: Self, lines: u64) -> bool {
        if self.build.zip(later.build).is_some_and(|(known, stated)| known != stated) {
            return false;
        }
        self.build = self.build.or(later.build);
        self.rows += later.rows;
        let genes = self.symbols.take(later.symbols);
        let lines = u32::try_from(lines).unwrap_or(u32::MAX);
        for (at, mut sample) in later.samples.1.into_iter().enumerate() {
            for clone in &mut sample.clones {
                clone.gene = genes[clone.gene as usize];
                clone.line = clone.line.saturating_add(lines);
            }
            let (known, new) = match self.columns.layout {
                LayoutAt::Wide(_) => (at, false),
                LayoutAt::Long { .. } => self.known(&sample),
            };
            if new {
                self.samples.1.push(sample);
            } else {
                self.samples.1[known].clones.append(&mut sample.clones);
            }
        }
        true
    }

    /// Index of a sample by its name, cell type and time point, and whether it is new.
    fn known(&mut self, sample: &Sample) -> (usize, bool) {
        self.key.clear();
        self.key.extend_from_slice(sample.name.as_bytes());
        for part in [&sample.cell_type, &sample.time_point] {
            self.key.push(0);
            self.key.extend_from_slice(part.as_bytes());
        }
        let (number, new) = self.samples.0.number(&self.key);
        (number as usize, new)
    }

    pub fn finish(mut self) -> Result<Table, Problems> {
        let place = match &self.columns.place {
            PlaceAt::Columns { position: column, .. } | PlaceAt::Name(column) => {
                self.columns.headings[*column].as_str()
            }
            PlaceAt::Unplaced => "",
        };
        for sample in &mut self.samples.1 {
            repeats::settle(sample, self.mapping.repeats, place, &mut self.problems);
        }
        if self.rows == 0 {
            self.problems.add(self.columns.heading_line, "", "no-rows", &[]);
        }
        if !self.problems.is_empty() {
            self.problems.first.sort_by_key(|problem| problem.line);
            return Err(self.problems);
        }
        let counted_in = match &self.mapping.layout {
            Layout::Long { abundance, .. } => abundance.clone(),
            Layout::Wide { .. } => String::new(),
        };
        Ok(Table {
            measure: self.mapping.measure,
            counted_in,
            build: self.build,
            samples: self.samples.1,
            repairs: self.symbols.repairs(),
            genes: self.symbols.symbols,
            rows: self.rows,
        })
    }
}
