//! Laboratories' tables of integration sites through the use cases: the whole of a real patient, and what is refused.

#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "tests read files and stop at the first surprise")]

mod site;

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use clinic::wire::clones::{CloneGroup, Said};
use clinic::wire::enrol::DosingForm;
use clinic::wire::import::{ImportForm, ImportReceipt, SampleChosen, TableAsked, TableRead};
use clinic::wire::page::PaperSize;
use clinic::wire::visit::Correction;
use clinic::{Progress, Refusal, SubjectId, go_on};
use facts::fact::DosingOutcome;
use site::{Stage, now, stage};

const TODAY: &str = "2026-01-15";

fn published(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let found = ["assess", "exchange"]
        .map(|of| folder.join(of).join("src/integration/published").join(name))
        .into_iter()
        .find(|path| path.exists());
    found.unwrap_or_else(|| panic!("{name}")).display().to_string()
}

/// A child dosed on 1 June 2019, so that 55 months later is in the past.
fn patient(stage: &mut Stage, code: &str) -> SubjectId {
    let mut form = stage.form(code);
    form.born_on = "2016-05-05".into();
    form.enrolled_on = "2019-06-01".into();
    form.dosing =
        Some(DosingForm { on: "2019-06-01".into(), outcome: Some(DosingOutcome::Complete), ..DosingForm::default() });
    stage.clinic.enrol(&form, &now("2024-08-31")).unwrap().subject.unwrap()
}

fn asked(path: &str, association: &str) -> TableAsked {
    TableAsked {
        path: path.into(),
        association: association.into(),
        laboratory: "Vector laboratory".into(),
        mapping: None,
    }
}

/// What a person at the page does: looks, says what the table does not, reads.
fn read(stage: &Stage, subject: SubjectId, asked: &mut TableAsked, measure: &str, build: &str) -> TableRead {
    let mut mapping = stage.clinic.look_at_table(asked).unwrap().mapping;
    mapping.measure = measure.into();
    if mapping.build.is_empty() {
        mapping.build = build.into();
    }
    asked.mapping = Some(mapping);
    let read = clinic::read_table(asked, &mut go_on).unwrap();
    stage.clinic.samples_of_table(&read, subject, &now(TODAY)).unwrap()
}

fn chosen(found: &TableRead) -> Vec<SampleChosen> {
    let one = |sample: &clinic::wire::import::SampleFound| SampleChosen {
        name: sample.name.clone(),
        subject_code: sample.subject_code.clone(),
        specimen: sample.specimen.clone(),
        cell_type: sample.cell_type.clone(),
        collected_on: sample.collected_on.clone(),
        ..SampleChosen::default()
    };
    found.samples.iter().map(one).collect()
}

fn save(stage: &mut Stage, form: &ImportForm) -> Result<ImportReceipt, Refusal> {
    let packed = clinic::read_table(&form.table, &mut go_on).unwrap().pack(&mut go_on).unwrap();
    stage.clinic.import_sites(packed, form, &now(TODAY), &mut go_on)
}

fn import(stage: &mut Stage, subject: SubjectId, mut asked: TableAsked, measure: &str) -> ImportReceipt {
    let found = read(stage, subject, &mut asked, measure, "hg19");
    assert!(found.problems.is_empty(), "{:?}", found.problems);
    let samples = chosen(&found);
    save(stage, &ImportForm { table: asked, sha256: found.sha256, samples, because: String::new() }).unwrap()
}

fn written(folder: &Path, name: &str, text: &str) -> String {
    let path: PathBuf = folder.join(name);
    std::fs::write(&path, text).unwrap();
    path.display().to_string()
}

/// `sites` and largest share of each sample by R (vegan).
fn expected() -> BTreeMap<String, (f64, f64)> {
    let text = std::fs::read_to_string(published("diversity_expected_vegan.csv")).unwrap();
    let head: Vec<&str> = text.lines().next().unwrap().split(',').map(|cell| cell.trim_matches('"')).collect();
    let at = |name: &str| head.iter().position(|cell| *cell == name).unwrap_or_else(|| panic!("{name} in {head:?}"));
    let (sample, sites, top) = (at("sample"), at("sites"), at("top_fraction"));
    let cells = text.lines().skip(1).map(|line| line.split(',').map(|cell| cell.trim_matches('"')).collect::<Vec<_>>());
    cells.map(|row| (row[sample].to_owned(), (row[sites].parse().unwrap(), row[top].parse().unwrap()))).collect()
}

fn of(group: &CloneGroup, key: &str) -> Said {
    group.answers.iter().find(|answer| answer.key == key).unwrap().said
}

#[test]
fn a_real_patient_is_read_in_whole_followed_and_taken_back() {
    let mut stage = stage("fda/lentiviral-hsc-15y");
    let subject = patient(&mut stage, "WAS-5");
    let before = stage.lines();
    let receipt =
        import(&mut stage, subject, asked(&published("WAS5_reads.txt"), &published("WAS5_metadata.txt")), "reads");
    assert_eq!((receipt.samples, receipt.rows, receipt.problems.len()), (20, 7523, 0));

    let page = stage.clinic.clonality(subject, &now(TODAY)).unwrap();
    let [group] = page.groups.as_slice() else { panic!("one genome, one measure") };
    assert_eq!((group.build.as_str(), group.measure.as_str(), group.clone_count), ("hg19", "reads", 7523));
    assert_eq!(group.plots.len(), 5, "five cell types");
    assert!(group.plots.iter().all(|plot| plot.days.len() == 4 && !plot.parts.is_empty()));
    let expected = expected();
    for sample in &group.samples {
        let (sites, top) = expected[&sample.name];
        let value = |label: &str| {
            let metric = sample.metrics.iter().find(|metric| metric.label == label).unwrap();
            metric.value.replace([',', '%', ' ', '\u{a0}', '\u{202f}'], "").parse::<f64>().unwrap()
        };
        assert!((value("Unique sites") - sites).abs() < 1e-9, "{}", sample.name);
        assert!((value("Largest clone") - top * 100.0).abs() < 0.0051, "{}", sample.name);
    }
    // Reads are no cells: said aloud, beside every answer.
    assert!(!group.silences.is_empty());
    assert_ne!(of(group, "above"), Said::Silent);
    assert!(group.shared.iter().all(|pair| pair.clones > 0) && group.shared.len() == 10);

    printed(&mut stage, subject);
    let exported = PathBuf::from(stage.clinic.export_file(&now(TODAY)).unwrap().path);
    let documents = std::fs::read_dir(exported.parent().unwrap().join("documents")).unwrap();
    assert_eq!(documents.count(), 22, "the table, what annotates it, and each sample's sites");
    assert!(stage.clinic.verify(true).unwrap().ok);
    let import = page.imports[0].record;
    let refused = stage.clinic.undo_import(subject, import, " ", &now(TODAY)).unwrap_err();
    assert_eq!(refused.code, "reason-for-change");
    stage.clinic.undo_import(subject, import, "another patient's table", &now(TODAY)).unwrap();
    let page = stage.clinic.clonality(subject, &now(TODAY)).unwrap();
    assert!(page.groups.is_empty() && page.imports.is_empty() && page.findings.is_empty());
    assert_eq!(stage.lines(), before + 1 + 21 + 21, "laboratory, twenty samples and an import; all of them void again");
    // What was taken back can be read in once more.
    let again = asked(&published("WAS5_reads.txt"), &published("WAS5_metadata.txt"));
    assert_eq!(import_again(&mut stage, subject, again).samples, 20);
}

/// The page in each language, as poppler reads it.
fn printed(stage: &mut Stage, subject: SubjectId) {
    for (language, wanted) in [("zh-Hans", "WAS-5 的克隆"), ("ja", "WAS-5 のクローン"), ("en", "Clones of WAS-5")]
    {
        stage.clinic.speak(language);
        let printed = stage.clinic.print_clones(subject, 0, PaperSize::A4, &now(TODAY)).unwrap();
        let text = std::process::Command::new("pdftotext").args(["-layout", &printed.path, "-"]).output().unwrap();
        let text = String::from_utf8(text.stdout).unwrap();
        assert!(text.contains(wanted) && text.contains("hg19"), "{language}:\n{text}");
        assert!(!text.contains("[U+"), "{language}: a sign has no glyph:\n{text}");
        let fonts = std::process::Command::new("pdffonts").arg(&printed.path).output().unwrap();
        let fonts = String::from_utf8(fonts.stdout).unwrap();
        assert!(fonts.lines().skip(2).all(|font| font.contains("yes yes")), "{language}:\n{fonts}");
    }
}

fn import_again(stage: &mut Stage, subject: SubjectId, asked: TableAsked) -> ImportReceipt {
    import(stage, subject, asked, "reads")
}

#[test]
fn a_table_with_one_fault_leaves_the_ledger_as_it_was() {
    let mut stage = stage("fda/lentiviral-hsc-15y");
    let subject = patient(&mut stage, "S-001");
    let before = stage.lines();
    let table = "chr,pos,strand,gene,cells,sample\n1,5,+,A,3,m6\n1,5x,+,9-Sep,three,m6\n";
    let mut asked = asked(&written(stage.folder.path(), "sites.csv", table), "");
    let found = read(&stage, subject, &mut asked, "sonic-abundance", "hg38");
    let places: Vec<(u32, &str)> =
        found.problems.iter().map(|problem| (problem.line, problem.column.as_str())).collect();
    assert_eq!(places, [(3, "pos"), (3, "gene"), (3, "cells")]);
    assert!(found.repairable && found.problems.iter().all(|problem| !problem.text.contains("clones-")));
    let packed = clinic::read_table(&asked, &mut go_on).unwrap().pack(&mut go_on);
    assert_eq!(packed.unwrap_err().code, "import-has-problems");
    assert_eq!(stage.lines(), before);
}

#[test]
fn a_damaged_gene_is_repaired_only_on_request_and_the_repair_is_recorded() {
    let mut stage = stage("fda/lentiviral-hsc-15y");
    let subject = patient(&mut stage, "S-001");
    let table = "chr,pos,strand,gene,cells\n17,77300000,+,9-Sep,60\n1,1000,-,A,40\n";
    let mut asked = asked(&written(stage.folder.path(), "sites.csv", table), "");
    assert_eq!(read(&stage, subject, &mut asked, "sonic-abundance", "hg38").problems.len(), 1);
    let mapping = asked.mapping.as_mut().unwrap();
    mapping.repair_genes = true;
    let table = clinic::read_table(&asked, &mut go_on).unwrap();
    let found = stage.clinic.samples_of_table(&table, subject, &now(TODAY)).unwrap();
    assert_eq!(found.repairs, ["9-Sep → SEPTIN9 (1)"]);
    let mut samples = chosen(&found);
    samples[0].collected_on = "2020-01-01".into();
    let form = ImportForm { table: asked, sha256: found.sha256, samples, because: String::new() };
    assert_eq!(save(&mut stage, &form).unwrap().samples, 1);
    let page = stage.clinic.clonality(subject, &now(TODAY)).unwrap();
    assert_eq!(page.imports[0].repairs, found.repairs);
    assert_eq!(page.groups[0].clones[0].name, "SEPTIN9");
}

#[test]
fn a_result_that_was_awaited_is_filled_and_awaited_again_when_taken_back() {
    let mut stage = stage("fda/lentiviral-hsc-15y");
    let subject = patient(&mut stage, "S-001");
    let mut draft = site::visit(subject, "", "2019-12-03");
    let mut form = assess::EnteredForm {
        kind: "integration-site".into(),
        collected_on: "2019-12-03".into(),
        ..Default::default()
    };
    form.closure = assess::EnteredClosure::Awaited;
    draft.forms.push(clinic::wire::visit::TaskForm { task: "integration".into(), form });
    draft.because = "entered later".into();
    stage.clinic.record_visit(&draft, &now("2024-09-02")).unwrap();
    let awaited = |stage: &Stage| {
        let page = stage.clinic.subject(subject, &now(TODAY)).unwrap();
        page.assessments.iter().filter(|one| one.kind == "integration-site" && one.awaited).count()
    };
    assert_eq!(awaited(&stage), 1);
    let table = "chr,pos,strand,gene,cells,sample,timepoint\n1,5,+,A,300,GTSP1,m6\n2,5,+,B,200,GTSP1,m6\n";
    let path = written(stage.folder.path(), "sites.csv", table);
    let mut asked = asked(&path, "");
    let found = read(&stage, subject, &mut asked, "sonic-abundance", "hg38");
    assert_eq!(found.samples[0].collected_on, "2019-12-03", "the sample that is awaited, not 2019-12-01");
    let form =
        ImportForm { table: asked, sha256: found.sha256.clone(), samples: chosen(&found), because: String::new() };
    save(&mut stage, &form).unwrap();
    assert_eq!(awaited(&stage), 0);
    let page = stage.clinic.clonality(subject, &now(TODAY)).unwrap();
    assert_eq!(page.groups[0].answers[0].said, Said::Yes, "300 of 500 cells");
    assert!(page.findings.iter().any(|finding| finding.rule == "dominant-clone"));
    stage.clinic.undo_import(subject, page.imports[0].record, "wrong sample", &now(TODAY)).unwrap();
    assert_eq!(awaited(&stage), 1);
}

#[test]
fn what_is_unusual_asks_a_reason_and_what_is_wrong_stops() {
    let mut stage = stage("fda/lentiviral-hsc-15y");
    let subject = patient(&mut stage, "S-001");
    let path = written(stage.folder.path(), "sites.csv", "chr,pos,strand,gene,cells\n1,5,+,A,300\n");
    let mut table = asked(&path, "");
    let found = read(&stage, subject, &mut table, "sonic-abundance", "hg38");
    let with = |change: &dyn Fn(&mut SampleChosen)| {
        let mut samples = chosen(&found);
        samples[0].collected_on = "2020-01-01".into();
        change(&mut samples[0]);
        ImportForm { table: table.clone(), sha256: found.sha256.clone(), samples, because: String::new() }
    };
    let told = |stage: &mut Stage, form: &ImportForm| {
        let receipt = save(stage, form).unwrap();
        assert_eq!(receipt.saved_at, "");
        receipt.problems.iter().map(|problem| (problem.field.clone(), problem.stops)).collect::<Vec<_>>()
    };
    let before = stage.lines();
    let stopped = [("collected_on".to_owned(), true)];
    assert_eq!(told(&mut stage, &with(&|sample| sample.collected_on = "2027-01-01".into())), stopped);
    assert_eq!(told(&mut stage, &with(&|sample| sample.collected_on = String::new())), stopped);
    assert_eq!(
        told(&mut stage, &with(&|sample| sample.subject_code = "S-9".into())),
        [("subject_code".to_owned(), true)]
    );
    assert_eq!(told(&mut stage, &with(&|sample| sample.vcn = "200".into())), [("vcn".to_owned(), false)]);
    assert_eq!(stage.lines(), before);
    let mut form = with(&|_| {});
    form.sha256 = "0".repeat(64);
    assert_eq!(save(&mut stage, &form).unwrap_err().code, "import-file-changed");
    let form = with(&|sample| sample.skip = true);
    assert_eq!(save(&mut stage, &form).unwrap_err().code, "import-nothing-chosen");
    assert_eq!(save(&mut stage, &with(&|_| {})).unwrap().samples, 1);
    // The same table on the same day: possible, and asked about.
    assert_eq!(told(&mut stage, &with(&|_| {})), [("collected_on".to_owned(), false)]);
}

#[test]
fn the_next_table_of_a_laboratory_is_read_as_the_last() {
    let mut stage = stage("fda/lentiviral-hsc-15y");
    let subject = patient(&mut stage, "S-001");
    let first = written(stage.folder.path(), "first.csv", "chr,pos,strand,hits\n1,5,+,300\n");
    let mut table = asked(&first, "");
    assert!(!stage.clinic.look_at_table(&table).unwrap().remembered);
    let mut mapping = stage.clinic.look_at_table(&table).unwrap().mapping;
    mapping.wide = false;
    mapping.columns.clear();
    mapping.abundance = "hits".into();
    mapping.measure = "fragments".into();
    mapping.build = "hg38".into();
    table.mapping = Some(mapping.clone());
    let read = clinic::read_table(&table, &mut go_on).unwrap();
    let found = stage.clinic.samples_of_table(&read, subject, &now(TODAY)).unwrap();
    let mut samples = chosen(&found);
    samples[0].collected_on = "2020-01-01".into();
    save(&mut stage, &ImportForm { table, sha256: found.sha256, samples, because: String::new() }).unwrap();
    let second = written(stage.folder.path(), "second.csv", "strand,chr,pos,hits,note\n+,1,5,300,x\n");
    let seen = stage.clinic.look_at_table(&asked(&second, "")).unwrap();
    assert_eq!((seen.remembered, seen.mapping), (true, mapping));
    let other = written(stage.folder.path(), "other.csv", "chr,pos,strand,cells\n1,5,+,300\n");
    assert!(!stage.clinic.look_at_table(&asked(&other, "")).unwrap().remembered, "a column is missing");
}

#[test]
fn an_import_broken_off_anywhere_keeps_nothing() {
    let mut stage = stage("fda/lentiviral-hsc-15y");
    let subject = patient(&mut stage, "WAS-5");
    let mut table = asked(&published("WAS5_reads.txt"), &published("WAS5_metadata.txt"));
    let found = read(&stage, subject, &mut table, "reads", "hg19");
    let form = ImportForm { table, sha256: found.sha256.clone(), samples: chosen(&found), because: String::new() };
    let before = stage.lines();
    for stop_at in 0..3 {
        let packed = clinic::read_table(&form.table, &mut go_on).unwrap().pack(&mut go_on).unwrap();
        let mut told = |progress: Progress| match progress {
            Progress::Kept(done, all) if done >= stop_at * all / 2 => ControlFlow::Break(()),
            _ => ControlFlow::Continue(()),
        };
        let refused = stage.clinic.import_sites(packed, &form, &now(TODAY), &mut told).unwrap_err();
        assert_eq!(refused.code, "import-stopped");
        assert_eq!(stage.lines(), before);
        assert!(stage.clinic.clonality(subject, &now(TODAY)).unwrap().groups.is_empty());
    }
    let mut stop_reading = |_: Progress| ControlFlow::Break(());
    assert!(clinic::read_table(&form.table, &mut go_on).unwrap().pack(&mut stop_reading).is_err());
}

#[test]
fn samples_on_two_genomes_are_never_laid_side_by_side() {
    let mut stage = stage("fda/lentiviral-hsc-15y");
    let subject = patient(&mut stage, "S-001");
    for (build, day) in [("hg19", "2020-01-01"), ("hg38", "2020-07-01")] {
        let text = format!("chr,pos,strand,gene,cells\n1,5,+,A,300\n1,{},+,A,2\n", day.len());
        let mut table = asked(&written(stage.folder.path(), "sites.csv", &text), "");
        let mut mapping = stage.clinic.look_at_table(&table).unwrap().mapping;
        mapping.build = build.into();
        table.mapping = Some(mapping);
        let read = clinic::read_table(&table, &mut go_on).unwrap();
        let found = stage.clinic.samples_of_table(&read, subject, &now(TODAY)).unwrap();
        let mut samples = chosen(&found);
        samples[0].collected_on = day.into();
        save(&mut stage, &ImportForm { table, sha256: found.sha256, samples, because: String::new() }).unwrap();
    }
    let page = stage.clinic.clonality(subject, &now(TODAY)).unwrap();
    let groups: Vec<(&str, usize)> =
        page.groups.iter().map(|group| (group.build.as_str(), group.samples.len())).collect();
    assert_eq!(groups, [("hg38", 1), ("hg19", 1)], "newest first");
}

#[test]
fn a_corrected_sample_keeps_its_table_and_its_clones_are_changed_only_by_another() {
    let mut stage = stage("fda/lentiviral-hsc-15y");
    let subject = patient(&mut stage, "WAS-5");
    import(&mut stage, subject, asked(&published("WAS5_reads.txt"), &published("WAS5_metadata.txt")), "reads");
    let before = stage.clinic.clonality(subject, &now(TODAY)).unwrap();
    let record = before.groups[0].samples[0].record;
    let mut form = stage.clinic.form_of(subject, record).unwrap().form;
    let typed = |text: &str| assess::Entered { text: text.into(), ..assess::Entered::default() };
    form.fields.insert("vcn".into(), typed("1.2"));
    let mut correction = Correction { subject, record, form, because: "reported later".into() };
    stage.clinic.correct_record(&correction, &now(TODAY)).unwrap();
    let after = stage.clinic.clonality(subject, &now(TODAY)).unwrap();
    assert_eq!(after.groups[0].clone_count, before.groups[0].clone_count);
    let of = |page: &clinic::wire::clones::ClonalityPage| {
        let sample = page.groups[0].samples.iter().find(|sample| sample.record == record).unwrap();
        (sample.vcn.clone(), sample.metrics.iter().map(|metric| metric.value.clone()).collect::<Vec<_>>())
    };
    assert_eq!(of(&after).1, of(&before).1, "what was computed from the whole table stays");
    assert_ne!(of(&after).0, of(&before).0);
    let rows = &mut correction.form.fields.get_mut("clones").unwrap().rows;
    rows[0].insert("abundance".into(), typed("1"));
    let refused = stage.clinic.correct_record(&correction, &now(TODAY)).unwrap_err();
    assert_eq!(refused.code, "import-clones-changed");
}

#[test]
fn the_cohort_sees_what_a_table_brought_in() {
    let presets = protocol::presets();
    let text = presets.iter().find(|(path, _)| path == "cde/lentiviral-hsc-15y").unwrap().1;
    let mut stage =
        stage(&text.replace("counts = [{ rule = \"new-malignancy\" }]", "counts = [{ rule = \"dominant-clone\" }]"));
    let subject = patient(&mut stage, "S-001");
    let events = |stage: &mut Stage| {
        let studies = stage.clinic.cohort(&now(TODAY)).unwrap().studies;
        studies[0].stopping.iter().find(|line| line.code == "malignancy").unwrap().events.len()
    };
    assert_eq!(events(&mut stage), 0);
    let table = "chr,pos,strand,gene,cells,sample,timepoint\n1,5,+,A,300,GTSP1,m6\n2,5,+,B,200,GTSP1,m6\n";
    let table = asked(&written(stage.folder.path(), "sites.csv", table), "");
    let receipt = import(&mut stage, subject, table, "sonic-abundance");
    assert_eq!((receipt.samples, events(&mut stage)), (1, 1));
    let record = stage.clinic.clonality(subject, &now(TODAY)).unwrap().imports[0].record;
    stage.clinic.undo_import(subject, record, "another patient's table", &now(TODAY)).unwrap();
    assert_eq!(events(&mut stage), 0);
}
