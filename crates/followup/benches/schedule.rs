//! 10,000 subjects over fifteen years: what opening, rebuilding or saving costs a subject in schedule work.
//! Goal: at most 20 µs a subject, that is 200 ms for the whole round.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

use divan::{Bencher, black_box};
use facts::entry::{Author, Entry, Role};
use facts::fact::{Dosing, DosingOutcome, Enrolment, Fact, Mode, Visit};
use facts::{CivilDate, DeviceId, EntryId, Life, Period, RecordId, Sex, SubjectId};
use followup::Dates;
use protocol::{Anchor, Protocol};
use uuid::Uuid;

const SUBJECTS: u32 = 10_000;

fn main() {
    divan::main();
}

fn study() -> Protocol {
    let preset = protocol::presets().into_iter().find(|(name, _)| name == "fda/lentiviral-hsc-15y");
    preset.and_then(|(_, text)| protocol::read(text).0).expect("the preset ships with the program")
}

/// Dosed on days that differ, and seen at the first `seen` visits.
fn life(subject: u32, study: &Protocol, seen: usize) -> Life {
    let id = |n: u128| Uuid::from_u128(u128::from(subject) << 64 | n);
    let start = CivilDate::new(2010, 1, 31).expect("a day").plus_days((subject % 3650) as i32);
    let mut entries = Vec::new();
    let mut add = |fact: Fact| {
        let n = entries.len() as u128 + 1;
        entries.push(Entry {
            id: EntryId(id(n)),
            device: DeviceId(id(0)),
            sequence: n as u64,
            record: RecordId(id(n)),
            supersedes: None,
            subject: Some(SubjectId(id(0))),
            author: Author { login: "a".into(), name: "A".into(), role: Role::Coordinator },
            recorded_at: "2030-01-01T00:00:00+00:00".into(),
            reason: None,
            origins: Vec::new(),
            fact,
        });
    };
    add(Fact::Enrolment(Enrolment {
        code: format!("S-{subject:05}"),
        sex: Sex::Female,
        born_on: start.plus_days(-1300),
        gestation_weeks: None,
        consented_on: Some(start),
        enrolled_on: start,
        language: "en".into(),
        protocol: study.reference(),
    }));
    let outcome = DosingOutcome::Complete;
    add(Fact::Dosing(Dosing { number: 1, on: start, outcome, batch: String::new(), note: String::new() }));
    let codes = study.visits.iter().flat_map(protocol::Visit::occurrences).map(|occurrence| occurrence.code);
    for (index, code) in codes.take(seen).enumerate() {
        let on = start.plus_days(180 * (index as i32 + 1));
        add(Fact::Visit(Visit { code: Some(code), also: Vec::new(), on, mode: Mode::Clinic, note: String::new() }));
    }
    Life::of(SubjectId(id(0)), &entries).expect("enrolled")
}

/// `seen`: visits recorded so far, from nobody seen to half of the years done.
#[divan::bench(args = [0, 12], sample_count = 20)]
fn ten_thousand_subjects_over_fifteen_years(bencher: Bencher<'_, '_>, seen: usize) {
    let study = study();
    let lives: Vec<Life> = (0..SUBJECTS).map(|subject| life(subject, &study, seen)).collect();
    bencher.counter(divan::counter::ItemsCount::new(SUBJECTS)).bench_local(|| {
        lives.iter().map(|life| followup::obligations(&study, black_box(life), &[]).len()).sum::<usize>()
    });
}

/// The dates alone, every visit with its window: what `peers/schedule_dateutil.py` computes.
#[divan::bench(sample_count = 20)]
fn dates_of_ten_thousand_subjects_alone(bencher: Bencher<'_, '_>) {
    let study = study();
    let rows: Vec<_> = study.visits.iter().map(|visit| (visit, visit.occurrences())).collect();
    let start = CivilDate::new(2010, 1, 31).expect("a day");
    let majority = Period::years(18);
    bencher.counter(divan::counter::ItemsCount::new(SUBJECTS)).bench_local(|| {
        for subject in 0..SUBJECTS {
            let dosed_on = black_box(start.plus_days((subject % 3650) as i32));
            let born_on = dosed_on.plus_days(-1300);
            for (visit, occurrences) in &rows {
                let anchor_on = match visit.anchor {
                    Anchor::Birth => born_on,
                    Anchor::Majority => born_on.plus(&majority),
                    _ => dosed_on,
                };
                for occurrence in occurrences {
                    black_box(Dates::of(visit, anchor_on, occurrence));
                }
            }
        }
    });
}

/// The work of a list line: where every obligation of a subject stands on a day.
#[divan::bench]
fn standing_of_one_subject(bencher: Bencher<'_, '_>) {
    let study = study();
    let owed = followup::obligations(&study, &life(7, &study, 12), &[]);
    let today = CivilDate::new(2024, 6, 1).expect("a day");
    bencher.bench_local(|| followup::most_pressing(black_box(&owed), today, &study.due_soon));
}
