//! The cohort page over 1,000 people of the practice study: the first look of a session reads every life, the next
//! ones and the one after a save do not; and the list of signals of the same store. Numbers: docs/performance.md.

#![allow(clippy::unwrap_used, reason = "a measurement that cannot be set up has nothing to measure")]

use std::path::PathBuf;
use std::sync::LazyLock;

use clinic::wire::signal::SignalsAsked;
use clinic::wire::start::Unlocking;
use clinic::{Clinic, Now};
use divan::{Bencher, black_box};
use tempfile::TempDir;

const PEOPLE: usize = 1_000;

fn main() {
    divan::main();
}

fn now() -> Now {
    clinic::now_of("2031-05-02T09:00:00+08:00", 1_935_451_200_000)
}

/// Made once: living a thousand lives takes longer than looking at them.
static STORE: LazyLock<(TempDir, PathBuf)> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("practice.perennial");
    drop(practice::create(&path, practice::SEED, PEOPLE, "en", &now()).unwrap());
    (folder, path)
});

fn open() -> Clinic {
    let asked = Unlocking {
        path: STORE.1.display().to_string(),
        login: practice::LOGIN.into(),
        passphrase: practice::PASSPHRASE.into(),
    };
    Clinic::unlock(&asked, "en").unwrap()
}

#[divan::bench(sample_count = 10, sample_size = 1)]
fn first_look_at_1000_people(bencher: Bencher<'_, '_>) {
    bencher.with_inputs(open).bench_local_refs(|clinic| black_box(clinic.cohort(&now())).unwrap());
}

#[divan::bench(sample_count = 30)]
fn next_look(bencher: Bencher<'_, '_>) {
    let mut clinic = open();
    clinic.cohort(&now()).unwrap();
    bencher.bench_local(|| black_box(clinic.cohort(&now())).unwrap());
}

#[divan::bench(sample_count = 30)]
fn open_signals(bencher: Bencher<'_, '_>) {
    let clinic = open();
    let asked = SignalsAsked { standing: "open".into(), severity: None, subject: None };
    bencher.bench_local(|| black_box(clinic.signals(&asked, &now())).unwrap());
}

#[divan::bench(sample_count = 30)]
fn all_signals(bencher: Bencher<'_, '_>) {
    let clinic = open();
    let asked = SignalsAsked::default();
    bencher.bench_local(|| black_box(clinic.signals(&asked, &now())).unwrap());
}
