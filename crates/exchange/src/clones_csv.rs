//! A table of integration sites, one site a row, as CSV or TSV: which clones, how abundant, what is wrong.
//!
//! All or nothing: a table with one bad row gives no clones, because a clone missing from the sum makes every
//! other one look larger than it is.

use std::collections::BTreeMap;

/// Names under which laboratories send each column, in lower case; the first match counts.
const GENE: [&str; 6] = ["gene", "nearest_gene", "nearestgene", "genename", "gene_symbol", "nearest gene"];
const POSITION: [&str; 5] = ["position", "pos", "integration_locus", "start", "locus"];
const CHROMOSOME: [&str; 4] = ["chromosome", "chr", "chrom", "seqnames"];
const STRAND: [&str; 1] = ["strand"];
const ABUNDANCE: [&str; 8] =
    ["abundance", "estabund", "estimated_cells", "cells", "sonic_abundance", "reads", "count", "value"];

/// One clone of the table.
#[derive(Clone, Debug, PartialEq)]
pub struct CloneRow {
    /// Empty where the table has no such column.
    pub gene: String,
    pub chromosome: String,
    pub position: String,
    pub strand: String,
    /// Above zero, in the table's own measure.
    pub abundance: f64,
}

/// What is wrong at a place of the table, as a code for the catalogue (`clones-<code>`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowFault {
    /// Line of the file, from 1; the heading is line 1.
    pub line: u64,
    pub column: String,
    pub code: &'static str,
    pub args: BTreeMap<String, String>,
}

/// A table read whole, with the heading that each measure was taken from.
#[derive(Clone, Debug, PartialEq)]
pub struct CloneTable {
    pub rows: Vec<CloneRow>,
    /// Heading of the abundance column: reads and estimated cells are never mixed.
    pub measure: String,
}

/// Reads the table; tabs, semicolons or commas are told apart by the heading.
///
/// # Errors
/// Every fault of the table, in the order of its lines.
pub fn read(bytes: &[u8]) -> Result<CloneTable, Vec<RowFault>> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter(bytes)).trim(csv::Trim::All).from_reader(bytes);
    let headings = match reader.headers() {
        Ok(headings) => headings.clone(),
        Err(error) => return Err(vec![unreadable(&error)]),
    };
    let column = |names: &[&str]| {
        names.iter().find_map(|name| headings.iter().position(|heading| heading.eq_ignore_ascii_case(name)))
    };
    let Some(abundance) = column(&ABUNDANCE) else {
        let known = ABUNDANCE.join(", ");
        return Err(vec![fault(1, "", "no-abundance", &[("known", &known)])]);
    };
    let (gene, chromosome) = (column(&GENE), column(&CHROMOSOME));
    let (position, strand) = (column(&POSITION), column(&STRAND));
    let heading = |index: usize| headings.get(index).unwrap_or_default().to_owned();
    let (mut rows, mut faults) = (Vec::new(), Vec::new());
    for record in reader.records() {
        let record = match record {
            Ok(record) => record,
            Err(error) => {
                faults.push(unreadable(&error));
                continue;
            }
        };
        let line = record.position().map_or(0, csv::Position::line);
        let text = |index: Option<usize>| index.and_then(|index| record.get(index)).unwrap_or_default().to_owned();
        let symbol = text(gene);
        if let (Some(likely), Some(index)) = (assess::gene::damaged(&symbol), gene) {
            faults.push(fault(line, &heading(index), "gene-damaged", &[("value", &symbol), ("likely", &likely)]));
        }
        let value = text(Some(abundance));
        match value.parse::<f64>().ok().filter(|n| n.is_finite() && *n >= 0.0) {
            // A site that a sample does not have stands as zero in matrices: no clone, and no fault.
            Some(0.0) => {}
            Some(abundance) => rows.push(CloneRow {
                gene: symbol,
                chromosome: text(chromosome),
                position: text(position),
                strand: text(strand),
                abundance,
            }),
            None => faults.push(fault(line, &heading(abundance), "not-an-abundance", &[("value", &value)])),
        }
    }
    if faults.is_empty() { Ok(CloneTable { rows, measure: heading(abundance) }) } else { Err(faults) }
}

/// The separator that the heading uses most.
fn delimiter(bytes: &[u8]) -> u8 {
    let heading = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let count = |separator: u8| heading.iter().filter(|byte| **byte == separator).count();
    [b'\t', b';', b','].into_iter().max_by_key(|separator| (count(*separator), *separator == b',')).unwrap_or(b',')
}

fn fault(line: u64, column: &str, code: &'static str, args: &[(&str, &str)]) -> RowFault {
    let args = args.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    RowFault { line, column: column.to_owned(), code, args }
}

fn unreadable(error: &csv::Error) -> RowFault {
    let line = error.position().map_or(1, csv::Position::line);
    fault(line, "", "unreadable", &[])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(text: &str) -> Vec<(u64, &'static str)> {
        read(text.as_bytes()).unwrap_err().iter().map(|fault| (fault.line, fault.code)).collect()
    }

    #[test]
    fn reads_commas_tabs_and_semicolons_alike() {
        let tables = ["gene,chr,abundance\nLMO2,11,40\nMECOM,3,60\n", "Gene\tChr\tReads\nLMO2\t11\t40\nMECOM\t3\t60\n"];
        for table in tables {
            let read = read(table.as_bytes()).unwrap();
            let told: Vec<(&str, f64)> = read.rows.iter().map(|row| (row.gene.as_str(), row.abundance)).collect();
            assert_eq!(told, [("LMO2", 40.0), ("MECOM", 60.0)]);
        }
        assert_eq!(read(b"\xef\xbb\xbfgene;estAbund\nA;1\n").unwrap().measure, "estAbund");
    }

    #[test]
    fn a_site_that_a_sample_lacks_is_no_clone() {
        assert_eq!(read(b"gene,abundance\nA,0\nB,3\n").unwrap().rows.len(), 1);
    }

    #[test]
    fn every_fault_is_told_with_its_line_and_nothing_is_half_read() {
        let table = "gene,abundance\nLMO2,12\n1-Mar,3\nCCND2,many\nHMGA2,-4\n";
        assert_eq!(faults(table), [(3, "gene-damaged"), (4, "not-an-abundance"), (5, "not-an-abundance")]);
        assert_eq!(faults("gene,abundance\nA,1\nB\n"), [(3, "unreadable")]);
        assert_eq!(faults("gene,size\nA,1\n"), [(1, "no-abundance")]);
        assert_eq!(faults(""), [(1, "no-abundance")]);
    }

    #[test]
    fn says_which_gene_a_spreadsheet_damaged() {
        let told = read(b"gene,abundance\n2-Sep,3\n").unwrap_err();
        assert_eq!(told[0].args.get("likely").map(String::as_str), Some("SEPTIN2"));
        assert_eq!(told[0].column, "gene");
    }
}
