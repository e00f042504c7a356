//! 100,000 subjects over fifteen years with an amended version, a registry beside it, and rules that results switch on.
//! Goal: at most 50 µs a subject, growing with their number and no faster. And the plan of one year's contacts.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use facts::answer::{Answer, Assessment, Closure};
use facts::entry::{Author, Entry, Role};
use facts::fact::{Amendment, Dosing, DosingOutcome, Enrolment, Fact, Mode, Recorded, Track, Visit};
use facts::{CivilDate, DeviceId, EntryId, Life, RecordId, Sex, SubjectId};
use followup::Course;
use protocol::Protocol;
use uuid::Uuid;

fn main() {
    divan::main();
}

struct Texts([Protocol; 3]);

impl Texts {
    fn read() -> Self {
        let (_, text) = protocol::presets().into_iter().find(|(name, _)| name == "fda/lentiviral-hsc-15y").unwrap();
        let amended = text.replacen("version = \"1.0\"", "version = \"2.0\"", 1).replacen("P28D", "P42D", 1);
        let (_, track) = protocol::tracks().remove(0);
        Self([text, &amended, track].map(|text| protocol::read(text).0.unwrap()))
    }

    fn course<'a>(&'a self, life: &'a Life) -> Course<'a> {
        Course::of(life, |reference| self.0.iter().find(|text| text.reference() == reference)).unwrap()
    }
}

/// Vector in blood, or none of it.
fn sample(on: CivilDate, copies: i32) -> Fact {
    let answers = [
        ("matrix", Answer::choice("blood")),
        ("result", Answer::number(i64::from(copies).max(0).into(), "{copies}/mL")),
    ];
    let answers = answers.into_iter().map(|(field, answer)| (field.to_owned(), answer)).collect();
    let assessment =
        Assessment { kind: "shedding".into(), edition: 1, collected_on: on, closure: Closure::Answered, answers };
    Fact::Assessment(Recorded { visit: None, assessment })
}

/// Half of them moved to the amended version, a third are in the registry; all shed and were seen.
fn life(subject: u32, texts: &Texts) -> Life {
    let id = |n: u128| Uuid::from_u128(u128::from(subject) << 64 | n);
    let start = CivilDate::new(2010, 1, 31).unwrap().plus_days((subject % 3_650) as i32);
    let mut facts = vec![
        Fact::Enrolment(Enrolment {
            code: format!("S-{subject:06}"),
            sex: Sex::Female,
            born_on: start.plus_days(-1_300),
            gestation_weeks: None,
            consented_on: Some(start),
            enrolled_on: start,
            language: "en".into(),
            protocol: texts.0[0].reference(),
        }),
        Fact::Dosing(Dosing {
            number: 1,
            on: start,
            outcome: DosingOutcome::Complete,
            batch: String::new(),
            note: String::new(),
        }),
    ];
    for (code, days) in [("M1", 30), ("M3", 91), ("M6", 182), ("M12", 365)] {
        let on = start.plus_days(days);
        facts.push(Fact::Visit(Visit {
            code: Some(code.into()),
            also: Vec::new(),
            on,
            mode: Mode::Clinic,
            note: String::new(),
        }));
        facts.push(sample(on, 400 - days));
    }
    if subject.is_multiple_of(2) {
        let moves_on = Some(start.plus_days(800));
        let (protocol, because) = (texts.0[1].reference(), String::new());
        facts.push(Fact::Amendment(Amendment {
            protocol,
            moves_on,
            reconsented_on: None,
            without_consent: false,
            because,
        }));
    }
    if subject.is_multiple_of(3) {
        let protocol = texts.0[2].reference();
        facts.push(Fact::Track(Track {
            protocol,
            from_on: start,
            until_on: None,
            clinic: String::new(),
            because: String::new(),
        }));
    }
    let entry = |(at, fact): (usize, Fact)| Entry {
        id: EntryId(id(at as u128 + 1)),
        device: DeviceId(id(0)),
        sequence: at as u64 + 1,
        record: RecordId(id(at as u128 + 1)),
        supersedes: None,
        subject: Some(SubjectId(id(0))),
        author: Author { login: "a".into(), name: "A".into(), role: Role::Coordinator },
        recorded_at: "2030-01-01T00:00:00+00:00".into(),
        reason: None,
        origins: Vec::new(),
        fact,
    };
    let entries: Vec<Entry> = facts.into_iter().enumerate().map(entry).collect();
    Life::of(SubjectId(id(0)), &entries).unwrap()
}

/// Findings and obligations, as a rebuild of the projections computes them. Linear when both rows say the same a
/// subject.
#[divan::bench(args = [10_000, 100_000], sample_count = 5, sample_size = 1)]
fn amended_and_adaptive(bencher: Bencher<'_, '_>, subjects: u32) {
    let texts = Texts::read();
    let lives: Vec<Life> = (0..subjects).map(|subject| life(subject, &texts)).collect();
    bencher.counter(ItemsCount::new(subjects)).bench_local(|| {
        let owed = |life: &Life| {
            let course = texts.course(life);
            let findings = course.findings(life);
            followup::owed(&course, black_box(life), &findings).len()
        };
        lives.iter().map(owed).sum::<usize>()
    });
}

/// The fewest contacts of one subject's coming year, protocol and registry together.
#[divan::bench]
fn trips_of_a_year(bencher: Bencher<'_, '_>) {
    let texts = Texts::read();
    let life = life(6, &texts);
    let course = texts.course(&life);
    let owed = followup::owed(&course, &life, &[]);
    let today = CivilDate::new(2010, 4, 1).unwrap();
    bencher.bench_local(|| {
        let until = today.plus(&facts::Period::years(1));
        let errands = followup::errands(0, &course, black_box(&owed), today, until, &facts::Period::days(14));
        let errands: Vec<_> = errands.into_iter().map(|(_, errand)| errand).collect();
        followup::trips(&errands).len()
    });
}

/// The same for brothers and sisters of whom nothing was entered for four years, seven years old: whatever is overdue is
/// wanted at once, assent and the yearly visit are two contacts in any case.
#[divan::bench(args = [1, 2, 4])]
fn trips_of_a_family_without_entries(bencher: Bencher<'_, '_>, siblings: u32) {
    let texts = Texts::read();
    let today = CivilDate::new(2014, 2, 16).unwrap();
    let until = today.plus(&facts::Period::years(1));
    let mut wanted = Vec::new();
    for who in 0..siblings {
        let mut life = life(6 + 60 * who, &texts);
        life.visits.clear();
        let course = texts.course(&life);
        let owed = followup::owed(&course, &life, &[]);
        wanted.extend(followup::errands(who as usize, &course, &owed, today, until, &facts::Period::days(14)));
    }
    let wanted: Vec<_> = wanted.into_iter().map(|(_, errand)| errand).collect();
    bencher.bench_local(|| followup::trips(black_box(&wanted)).len());
}
