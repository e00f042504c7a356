//! A laboratory's table of 1,000,000 sites brought in: read, each sample measured, kept with its file in the encrypted
//! store, and the clones followed. Numbers: docs/performance.md.

#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a measurement reads the table that it wrote")]

use std::fmt::Write as _;
use std::path::PathBuf;

use clinic::wire::import::{ImportForm, SampleChosen, TableAsked};
use clinic::{Clinic, Now, SubjectId, go_on};
use divan::{Bencher, black_box};
use tempfile::TempDir;

const SAMPLES: u32 = 100;
const SITES: u32 = 10_000;

fn main() {
    divan::main();
}

fn now() -> Now {
    clinic::now_of("2031-05-02T09:00:00+08:00", 1_935_451_200_000)
}

/// Five cell types at twenty half-years; most sites recur, so that clones can be followed.
fn table(folder: &TempDir) -> PathBuf {
    let cells = ["T", "B", "NK", "Granulocytes", "Monocytes"];
    let mut text = String::from("sample,celltype,timepoint,chr,position,strand,nearestGene,estAbund,refGenome\n");
    let mut state = 1_u64;
    let mut random = |below: u32| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u32::try_from((state >> 33) % u64::from(below)).unwrap_or_default()
    };
    for sample in 0..SAMPLES {
        let (cell, month) = (cells[sample as usize % 5], sample / 5 + 1);
        for site in 0..SITES {
            let place = site * 3 + random(3);
            let (chromosome, position) = (place % 22 + 1, 1_000_000 + place * 3_331);
            let (abundance, gene) = ((3_000 / (random(SITES) + 1)).max(1), random(20_000));
            writeln!(text, "S{sample:04},{cell},m{month},chr{chromosome},{position},+,GENE{gene},{abundance},hg38")
                .unwrap();
        }
    }
    let path = folder.path().join("sites.csv");
    std::fs::write(&path, text).unwrap();
    path
}

fn stage() -> (TempDir, Clinic, SubjectId, ImportForm) {
    let folder = tempfile::tempdir().unwrap();
    let store = folder.path().join("practice.perennial");
    let clinic = practice::create(&store, practice::SEED, 5, "en", &now()).unwrap();
    let line = clinic.list_subjects("", "", &now()).unwrap().remove(0);
    let mut asked = TableAsked {
        path: table(&folder).display().to_string(),
        laboratory: "Vector laboratory".into(),
        ..TableAsked::default()
    };
    asked.mapping = Some(clinic.look_at_table(&asked).unwrap().mapping);
    let read = clinic::read_table(&asked, &mut go_on).unwrap();
    let found = clinic.samples_of_table(&read, line.subject, &now()).unwrap();
    assert!(found.problems.is_empty(), "{:?}", found.problems);
    let samples = found.samples.iter().map(|sample| SampleChosen {
        name: sample.name.clone(),
        subject_code: line.code.clone(),
        specimen: sample.specimen.clone(),
        cell_type: sample.cell_type.clone(),
        collected_on: sample.collected_on.clone(),
        ..SampleChosen::default()
    });
    let form = ImportForm { samples: samples.collect(), table: asked, sha256: found.sha256, because: "bench".into() };
    (folder, clinic, line.subject, form)
}

fn import(clinic: &mut Clinic, form: &ImportForm) -> u32 {
    let packed = clinic::read_table(&form.table, &mut go_on).unwrap().pack(&mut go_on).unwrap();
    let receipt = clinic.import_sites(packed, form, &now(), &mut go_on).unwrap();
    assert!(!receipt.saved_at.is_empty(), "{:?}", receipt.problems);
    receipt.samples
}

#[divan::bench(sample_count = 3, sample_size = 1)]
fn a_million_rows_read_stored_and_summarised(bencher: Bencher<'_, '_>) {
    bencher.with_inputs(stage).bench_local_values(|(folder, mut clinic, subject, form)| {
        black_box(import(&mut clinic, &form));
        (folder, clinic, subject)
    });
}

#[divan::bench(sample_count = 3, sample_size = 1)]
fn the_page_of_clones_of_a_million_rows(bencher: Bencher<'_, '_>) {
    let (_folder, mut clinic, subject, form) = stage();
    import(&mut clinic, &form);
    bencher.bench_local(|| black_box(clinic.clonality(subject, &now()).unwrap()));
}
