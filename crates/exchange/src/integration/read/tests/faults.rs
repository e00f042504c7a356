//! Every problem at its row and column, and what is refused rather than guessed.

use super::*;

const HEADING: &str = "sample,chr,position,strand,gene,estAbund,refGenome\n";

fn told(mapping: &Mapping, text: &str) -> Problems {
    match read(text.as_bytes(), mapping, &mut |_| ControlFlow::Continue(())) {
        Err(Unread::Problems(problems)) => problems,
        other => panic!("{other:?}"),
    }
}

fn codes(rows: &str) -> Vec<(u64, String, &'static str)> {
    let text = format!("{HEADING}{rows}");
    let problems = told(&proposed(text.as_bytes()), &text);
    problems.first.into_iter().map(|problem| (problem.line, problem.column, problem.code)).collect()
}

#[test]
fn every_fault_is_told_with_its_row_and_column_and_nothing_is_half_read() {
    let rows = "S1,chr1,100,+,LMO2,5,hg38\n\
                S1,,200,+,LMO2,5,hg38\n\
                S1,chr1,2e5,*,LMO2,many,hg38\n\
                S1,chr1,300,?,2-Sep,-4,hg38\n\
                ,chr1,400,+,LMO2,5,hg19\n\
                S1,chr1,500,+,LMO2\n\
                \n\
                S1,chr1,600,+,LMO2,5,mm10\n\
                S1,chr1,100,+,CAPRIN1,5,hg38\n";
    let column = |line, column: &str, code| (line, column.to_owned(), code);
    let expected = [
        column(3, "chr", "not-a-chromosome"),
        column(4, "position", "not-a-position"),
        column(4, "estAbund", "not-an-abundance"),
        column(5, "strand", "not-a-strand"),
        column(5, "gene", "gene-damaged"),
        column(5, "estAbund", "not-an-abundance"),
        column(6, "refGenome", "build-differs"),
        column(6, "sample", "sample-blank"),
        column(7, "", "row-width"),
        column(9, "refGenome", "not-a-build"),
        column(10, "position", "site-twice"),
    ];
    assert_eq!(codes(rows), expected);
}

#[test]
fn a_million_faults_are_counted_and_the_first_two_hundred_kept() {
    let text = format!("{HEADING}{}", "S1,chr1,x,+,LMO2,5,hg38\n".repeat(5000));
    let problems = told(&proposed(text.as_bytes()), &text);
    assert_eq!((problems.first.len(), problems.total), (200, 5000));
    assert_eq!(problems.first[199].line, 201);
}

#[test]
fn a_column_that_a_laboratory_renamed_is_told_with_the_headings_there_are() {
    let mapping = proposed(format!("{HEADING}S1,chr1,100,+,LMO2,5,hg38\n").as_bytes());
    let renamed = "sample,chr,position,strand,symbol,estAbund,refGenome\nS1,chr1,100,+,LMO2,5,hg38\n";
    let problems = told(&mapping, renamed);
    assert_eq!((problems.first[0].code, problems.first[0].column.as_str()), ("column-missing", "gene"));
    assert!(problems.first[0].args["known"].contains("symbol"));
    let moved = "gene,refGenome,strand,estAbund,position,chr,sample\nLMO2,hg38,+,5,100,chr1,S1\n";
    assert_eq!(whole(moved.as_bytes(), &mapping).samples[0].clones.len(), 1, "a column moved is found");
    let doubled = "sample,chr,position,strand,gene,estAbund,refGenome,gene\nS1,chr1,100,+,LMO2,5,hg38,X\n";
    assert_eq!(told(&mapping, doubled).first[0].code, "column-twice");
}

#[test]
fn genomes_are_never_mixed_nor_taken_for_another() {
    let text = format!("{HEADING}S1,chr1,100,+,LMO2,5,GRCh38\nS1,chr1,200,+,LMO2,5,hg38\n");
    let mut mapping = proposed(text.as_bytes());
    assert_eq!(whole(text.as_bytes(), &mapping).build, Some(Build::Hg38));
    mapping.build = Some(Build::Hg19);
    let problems = told(&mapping, &text);
    let first = (problems.first[0].code, problems.first[0].args["expected"].as_str());
    assert_eq!((first, problems.total), (("build-differs", "hg19"), 2));
}

#[test]
fn a_gene_is_repaired_only_where_one_gene_fits() {
    let text =
        "gene,chr,pos,reads\n1-Mar,4,163500000,9\n1-Mar,1,220800000,8\n9月9日,17,77300000,7\nSep-02,chr2,241300000,6\n";
    let mut mapping = proposed(text.as_bytes());
    assert_eq!(told(&mapping, text).total, 4, "nothing is repaired unasked");
    mapping.damaged_genes = DamagedGenes::Repair;
    let table = whole(text.as_bytes(), &mapping);
    let symbols: Vec<&str> = table.samples[0].clones.iter().map(|clone| table.gene(clone)).collect();
    assert_eq!(symbols, ["MARCHF1", "MTARC1", "SEPTIN9", "SEPTIN2"]);
    assert_eq!(table.repairs.len(), 4);
    for (text, code) in [
        ("gene,reads\n1-Mar,9\n", "gene-ambiguous"),
        ("gene,chr,pos,reads\n9-Sep,2,100,9\n", "gene-lost"),
        ("gene,reads\n15-Sep,9\n", "gene-lost"),
    ] {
        let mut mapping = proposed(text.as_bytes());
        mapping.damaged_genes = DamagedGenes::Repair;
        assert_eq!(told(&mapping, text).first[0].code, code, "{text}");
    }
}

#[test]
fn a_site_twice_is_refused_or_summed_as_the_laboratory_means_it() {
    let text = "chr,pos,strand,cells\n1,100,+,5\n1,200,+,1\nchr1,100,+,7\nGL1,100,+,2\nGL2,100,+,2\nGL1,100,+,3\n";
    let mut mapping = proposed(text.as_bytes());
    let problems = told(&mapping, text);
    let of = |at: usize| (problems.first[at].line, problems.first[at].args["first"].as_str());
    assert_eq!((of(0), of(1), problems.total), ((4, "2"), (7, "5"), 2));
    mapping.repeats = Repeats::Sum;
    let table = whole(text.as_bytes(), &mapping);
    let sizes: Vec<f64> = table.samples[0].clones.iter().map(|clone| clone.abundance).collect();
    assert_eq!(sizes, [12.0, 1.0, 5.0, 2.0]);
}

#[test]
fn reading_tells_how_far_it_is_and_stops_when_asked() {
    let rows: String = (1..=30_000).map(|at| format!("S1,chr1,{at},+,LMO2,5,hg38\n")).collect();
    let text = format!("{HEADING}{rows}");
    let mapping = proposed(text.as_bytes());
    let mut heard = Vec::new();
    let table = read(text.as_bytes(), &mapping, &mut |rows| {
        heard.push(rows);
        ControlFlow::Continue(())
    });
    assert_eq!((table.unwrap().rows, heard.as_slice()), (30_000, [8192, 16_384, 24_576].as_slice()));
    let mut calls = 0;
    let stopped = read(text.as_bytes(), &mapping, &mut |_| {
        calls += 1;
        ControlFlow::Break(())
    });
    assert_eq!((stopped, calls), (Err(Unread::Stopped), 1));
}

#[test]
fn tables_that_are_none_are_told() {
    assert_eq!(preview(b"").unwrap_err().code, "no-rows");
    assert_eq!(preview(b"PK\x03\x04 not a workbook").unwrap_err().code, "workbook-unreadable");
    let table = b"gene,size\nA,1\n".as_slice();
    let Err(Unread::Problems(problems)) = read(table, &proposed(table), &mut |_| ControlFlow::Continue(())) else {
        panic!("a table without abundances");
    };
    assert_eq!(problems.first[0].code, "no-abundance");
    let mapping = Mapping { format: Format::Workbook { sheet: "Sites".into() }, ..proposed(POOLS) };
    let Err(Unread::Problems(problems)) = read(WORKBOOK, &mapping, &mut |_| ControlFlow::Continue(())) else {
        panic!("a sheet that is not there");
    };
    assert_eq!((problems.first[0].code, problems.first[0].args["known"].as_str()), ("sheet-missing", "Matrix, Notes"));
    assert_eq!(told(&proposed(b"gene,reads\nA,1\n"), "gene,reads\nA,1\n\"B,2\n").first[0].code, "quote-open");
}

#[test]
fn samples_that_the_association_file_does_not_know_are_told_and_nothing_is_annotated() {
    let text = "CompleteAmplificationID,chr,pos,reads\nID1,1,5,9\nID2,1,5,9\n";
    let mut table = whole(text.as_bytes(), &proposed(text.as_bytes()));
    let association = Association::read(b"CompleteAmplificationID,SubjectID\nID1,P1\n").unwrap();
    let problems = association.annotate(&mut table).unwrap_err();
    assert_eq!((problems.first[0].code, problems.first[0].args["value"].as_str()), ("association-missing", "ID2"));
    assert!(table.samples.iter().all(|sample| sample.subject.is_empty()));
    let twice = Association::read(b"SAMPLENAME,celltype\nA,T\nA,B\n").unwrap_err();
    assert_eq!((twice.first[0].line, twice.first[0].code), (3, "association-twice"));
    let was5 = Association::read(include_bytes!("../../published/WAS5_metadata.txt")).unwrap();
    let mut table = whole(WAS5, &proposed(WAS5));
    was5.annotate(&mut table).unwrap();
    assert_eq!((table.samples[19].cell_type.as_str(), table.samples[19].time_point.as_str()), ("Mo", "55"));
}
