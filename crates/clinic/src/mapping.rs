//! How a table is read, between the reader's own structure and the flat one that a page edits; and the mapping that a
//! laboratory's last table was read with.

use assess::integration::{Build, Measure};
use exchange::integration::{DamagedGenes, Format, Layout, Mapping, Multihits, Place, Repeats};
use facts::fact::Laboratory;
use facts::{Fact, Kept, life};

use crate::wire::import::MappingForm;
use crate::{Clinic, Refusal, Result, wording};

pub(crate) fn form_of(mapping: &Mapping) -> MappingForm {
    let text = |heading: &Option<String>| heading.clone().unwrap_or_default();
    let mut form = MappingForm {
        heading_row: u32::try_from(mapping.heading_row).unwrap_or(u32::MAX),
        gene: text(&mapping.gene),
        measure: mapping.measure.map(Measure::code).unwrap_or_default().to_owned(),
        build: mapping.build.map(Build::code).unwrap_or_default().to_owned(),
        build_column: text(&mapping.build_column),
        repair_genes: mapping.damaged_genes == DamagedGenes::Repair,
        sum_repeats: mapping.repeats == Repeats::Sum,
        count_multihits: mapping.multihits == Multihits::Count,
        ..MappingForm::default()
    };
    match &mapping.format {
        Format::Delimited { delimiter } => form.delimiter = delimiter.to_string(),
        Format::Workbook { sheet } => form.sheet.clone_from(sheet),
    }
    match &mapping.place {
        Place::Columns { chromosome, position, strand } => {
            form.chromosome.clone_from(chromosome);
            form.position.clone_from(position);
            form.strand = text(strand);
        }
        Place::Name { column } => {
            form.site.clone_from(column);
            form.named_rows = column.is_empty();
        }
        Place::Unplaced => {}
    }
    match &mapping.layout {
        Layout::Long { abundance, sample, cell_type, time_point } => {
            form.abundance.clone_from(abundance);
            form.sample.clone_from(sample);
            form.cell_type = text(cell_type);
            form.time_point = text(time_point);
        }
        Layout::Wide { samples } => {
            form.wide = true;
            form.columns.clone_from(samples);
        }
    }
    form
}

/// # Errors
/// Names the first field that cannot be read.
pub(crate) fn mapping_of(form: &MappingForm) -> Result<Mapping> {
    let given = |heading: &String| Some(heading.clone()).filter(|heading| !heading.is_empty());
    let format = match form.delimiter.chars().next() {
        Some(delimiter) => Format::Delimited { delimiter },
        None => Format::Workbook { sheet: form.sheet.clone() },
    };
    let place = if !form.chromosome.is_empty() && !form.position.is_empty() {
        let (chromosome, position) = (form.chromosome.clone(), form.position.clone());
        Place::Columns { chromosome, position, strand: given(&form.strand) }
    } else if form.named_rows || !form.site.is_empty() {
        Place::Name { column: form.site.clone() }
    } else {
        Place::Unplaced
    };
    let layout = if form.wide {
        Layout::Wide { samples: form.columns.clone() }
    } else if form.abundance.is_empty() {
        return Err(Refusal::fix("import-no-abundance").about("abundance"));
    } else {
        Layout::Long {
            abundance: form.abundance.clone(),
            sample: form.sample.clone(),
            cell_type: given(&form.cell_type),
            time_point: given(&form.time_point),
        }
    };
    let Some(measure) = Measure::of_code(&form.measure) else {
        return Err(Refusal::fix("import-no-measure").about("measure"));
    };
    let build = Build::named(&form.build);
    if build.is_none() && form.build_column.is_empty() && place != Place::Unplaced {
        return Err(Refusal::fix("import-no-build").about("build"));
    }
    Ok(Mapping {
        format,
        heading_row: u64::from(form.heading_row.max(1)),
        place,
        gene: given(&form.gene),
        layout,
        measure: Some(measure),
        build,
        build_column: given(&form.build_column),
        damaged_genes: if form.repair_genes { DamagedGenes::Repair } else { DamagedGenes::Refuse },
        repeats: if form.sum_repeats { Repeats::Sum } else { Repeats::Refuse },
        multihits: if form.count_multihits { Multihits::Count } else { Multihits::Refuse },
    })
}

/// Every heading that the mapping names is there.
pub(crate) fn fits(form: &MappingForm, headings: &[String]) -> bool {
    let single = [
        &form.chromosome,
        &form.position,
        &form.strand,
        &form.site,
        &form.gene,
        &form.abundance,
        &form.cell_type,
        &form.time_point,
        &form.build_column,
    ];
    let named = single.into_iter().filter(|heading| !heading.is_empty());
    named.chain(&form.sample).chain(&form.columns).all(|heading| headings.contains(heading))
}

impl Clinic {
    /// Laboratories whose tables were read in before, by name.
    pub(crate) fn laboratories(&self) -> Result<Vec<Kept<Laboratory>>> {
        let entries = self.store.entries_of_site()?;
        let (newest, _) = life::heads(&entries);
        let mut found: Vec<Kept<Laboratory>> = Vec::new();
        for entry in newest {
            if let Fact::Laboratory(laboratory) = &entry.fact {
                found.push(Kept::of(entry, laboratory.clone()));
            }
        }
        found.sort_by(|a, b| a.fact.name.cmp(&b.fact.name));
        Ok(found)
    }
}

/// The mapping that the laboratory's last table was read with, when this program can still read it.
pub(crate) fn last_mapping(laboratories: &[Kept<Laboratory>], name: &str) -> Option<Mapping> {
    let known = laboratories.iter().find(|kept| kept.fact.name == name.trim())?;
    wording::read_json(&known.fact.mapping.to_string())
}

#[cfg(test)]
mod tests {
    use exchange::integration::{preview, propose_mapping};

    use super::*;

    #[test]
    fn a_mapping_survives_the_page_that_edits_it() {
        let tables: [&[u8]; 3] = [
            b"chr,integration_locus,strand,GeneName,CompleteAmplificationID,fragmentEstimate,refGenome\n1,5,+,A,S1,3,hg38\n",
            b"a\tb\nchr1-5\t1\t0\n",
            b"posid;cells\nchr1+5;3\n",
        ];
        for table in tables {
            let mut mapping = propose_mapping(&preview(table).unwrap());
            mapping.measure = mapping.measure.or(Some(Measure::Reads));
            mapping.build = mapping.build.or(Some(Build::Hg19));
            assert_eq!(mapping_of(&form_of(&mapping)).unwrap(), mapping);
        }
    }

    #[test]
    fn what_the_table_does_not_tell_is_asked_and_never_guessed() {
        let proposed = form_of(&propose_mapping(&preview(b"posid,count\nchr1+5,3\n").unwrap()));
        assert_eq!(mapping_of(&proposed).unwrap_err().code, "import-no-measure");
        let counted = MappingForm { measure: "reads".into(), ..proposed };
        assert_eq!(mapping_of(&counted).unwrap_err().code, "import-no-build");
        assert!(mapping_of(&MappingForm { build: "hg38".into(), ..counted }).is_ok());
    }
}
