//! One sample's table as it is kept beside the ledger: plain CSV with five named columns, readable by anything.
//!
//! Only what was read: a place, the laboratory's gene and the abundance of each clone, in the order of the file.

use std::fmt::Write as _;
use std::ops::ControlFlow;

use super::mapping::{DamagedGenes, Format, Layout, Mapping, Multihits, Place, Repeats};
use super::read::{Unread, read};
use super::table::{Sample, Table};

const HEAD: &str = "chromosome,position,strand,gene,abundance\n";

/// The sample as CSV.
pub fn write(table: &Table, sample: &Sample) -> String {
    let mut out = String::with_capacity(HEAD.len() + sample.clones.len() * 36);
    out.push_str(HEAD);
    for clone in &sample.clones {
        // Writing into a text does not fail.
        let _ = match &clone.site {
            Some(site) => write!(out, "{},{},{},", site.chromosome, site.position, site.strand.sign()),
            None => write!(out, ",,,"),
        };
        cell(&mut out, table.gene(clone));
        let _ = writeln!(out, ",{}", clone.abundance);
    }
    out
}

/// Quoted when it must be.
fn cell(out: &mut String, text: &str) {
    if text.contains([',', '"', '\n', '\r']) {
        out.push('"');
        out.push_str(&text.replace('"', "\"\""));
        out.push('"');
    } else {
        out.push_str(text);
    }
}

/// What [`write`] wrote: a table with one sample. One without any clone gives none.
///
/// # Errors
/// Anything that [`write`] did not write.
pub fn read_kept(bytes: &[u8]) -> Result<Table, Unread> {
    if bytes == HEAD.as_bytes() {
        return Ok(Table {
            measure: None,
            counted_in: String::new(),
            build: None,
            samples: vec![Sample::default()],
            genes: vec![String::new()],
            repairs: Vec::new(),
            rows: 0,
        });
    }
    read(bytes, &mapping(), &mut |_| ControlFlow::Continue(()))
}

fn mapping() -> Mapping {
    let named = |heading: &str| heading.to_owned();
    Mapping {
        format: Format::Delimited { delimiter: ',' },
        heading_row: 1,
        place: Place::Columns {
            chromosome: named("chromosome"),
            position: named("position"),
            strand: Some(named("strand")),
        },
        gene: Some(named("gene")),
        layout: Layout::Long { abundance: named("abundance"), sample: Vec::new(), cell_type: None, time_point: None },
        measure: None,
        build: None,
        build_column: None,
        damaged_genes: DamagedGenes::Refuse,
        repeats: Repeats::Refuse,
        multihits: Multihits::Count,
    }
}

#[cfg(test)]
mod tests {
    use assess::integration::{Chromosome, Site, Strand};
    use proptest::prelude::*;

    use super::super::table::CloneRow;
    use super::*;

    fn rows() -> impl Strategy<Value = Vec<(u8, u32, bool, String, f64)>> {
        let gene = prop_oneof![Just(String::new()), "[A-Z][A-Z0-9,\"]{1,8}"];
        prop::collection::vec((1_u8..=22, 1_u32..1_000_000, any::<bool>(), gene, 0.001_f64..1e9), 0..40)
    }

    proptest! {
        #[test]
        fn what_was_kept_is_what_was_read(rows in rows(), unplaced in 0_usize..3) {
            let mut table = Table {
                measure: None, counted_in: "abundance".into(), build: None, samples: Vec::new(),
                genes: vec![String::new()], repairs: Vec::new(), rows: 0,
            };
            let mut sample = Sample::default();
            for (at, (chromosome, position, forward, gene, abundance)) in rows.into_iter().enumerate() {
                let strand = if forward { Strand::Forward } else { Strand::Reverse };
                // A table never holds a site twice.
                let position = position + u32::try_from(at).unwrap() * 1_000_000;
                let site = Site { chromosome: Chromosome::Autosome(chromosome), strand, position };
                table.genes.push(gene);
                let gene = u32::try_from(table.genes.len() - 1).unwrap();
                sample.clones.push(CloneRow { site: Some(site), gene, line: 0, abundance });
            }
            for _ in 0..unplaced {
                sample.clones.push(CloneRow { site: None, gene: 0, line: 0, abundance: 2.5 });
            }
            let kept = read_kept(write(&table, &sample).as_bytes()).unwrap();
            let said = |table: &Table, sample: &Sample| -> Vec<_> {
                sample.clones.iter().map(|c| (c.site.clone(), table.gene(c).to_owned(), c.abundance)).collect()
            };
            prop_assert_eq!(said(&kept, &kept.samples[0]), said(&table, &sample));
        }
    }
}
