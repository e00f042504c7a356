//! The whole cohort: who had an event that a stopping rule counts, and malignancies against those to be expected.
//!
//! Each person counts once, with the first event. People still inside the period of a rule and without an event say
//! nothing yet and are not among those it is judged on; nor are those who left before its end: counting them as
//! spared would let a harmful product go on longer. The boundary itself is `protocol::Watch`, the arithmetic of rates
//! `assess::cohort`. Advice: what a boundary that is reached means is for the monitoring board.

use assess::cohort::{AtRisk, Expected, ObservedExpected, expected, observed_expected};
use facts::fact::{ConsentPart, Recorded, Status};
use facts::{CivilDate, Kept, Life, RecordId, Sex, SubjectId};
use protocol::stopping::GRADE;
use protocol::{Background, Counts, Protocol, Stopping, Watch};

use crate::finding::Finding;

/// Coverage of the interval of a ratio, as reports of rates give it.
const LEVEL: f64 = 0.95;
/// The rule whose findings are held against the background rates.
const MALIGNANCY: &str = "new-malignancy";

/// What one life adds to the cohort; kept, so that a page need not read every life again.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    pub subject: SubjectId,
    pub code: String,
    pub sex: Sex,
    pub born_on: CivilDate,
    /// First dosing: who was not dosed is in no cohort.
    pub dosed_on: Option<CivilDate>,
    /// Since when the person is no longer followed.
    pub left_on: Option<CivilDate>,
    /// Since when the use of their data is withdrawn; they are counted all the same, and a reader is told.
    pub no_data_use_since: Option<CivilDate>,
    /// By the order of the protocol's stopping rules, oldest first each.
    pub events: Vec<Vec<Event>>,
    pub malignancies: Vec<Event>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    pub on: CivilDate,
    pub seen: Seen,
}

/// Where an event stands in the person's life.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Seen {
    Finding { key: String, rule: String },
    Record { record: RecordId, kind: String },
    Death,
}

/// A person's event, the first that counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    pub subject: SubjectId,
    pub code: String,
    pub event: Event,
}

/// How a stopping rule stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Watched {
    pub dosed: u32,
    /// Those with an event, or seen to the end of the period without one.
    pub judged: u32,
    /// Still inside the period.
    pub pending: u32,
    /// Left before its end.
    pub left: u32,
    pub events: Vec<Counted>,
    /// Fewest events among those judged that reach the boundary.
    pub fewest: Option<u32>,
    pub reached: bool,
}

/// Malignancies of the cohort and those to be expected in the same time at risk.
#[derive(Clone, Debug, PartialEq)]
pub struct Observed {
    pub events: Vec<Counted>,
    pub expected: Expected,
    /// `None` when nothing was to be expected: no time, or no rate for it.
    pub ratio: Option<ObservedExpected>,
    pub level: f64,
}

/// What a life adds, under its protocol; `findings` are those that stand and were not dismissed.
pub fn part(protocol: &Protocol, life: &Life, findings: &[Finding]) -> Part {
    let enrolment = &life.enrolment.fact;
    Part {
        subject: life.subject,
        code: enrolment.code.clone(),
        sex: enrolment.sex,
        born_on: enrolment.born_on,
        dosed_on: life.first_dosed_on(),
        left_on: life.left().map(|change| change.on),
        no_data_use_since: life.still_withdrawn(ConsentPart::DataUse),
        events: protocol.stopping.iter().map(|rule| events(rule, life, findings)).collect(),
        malignancies: of_rule(MALIGNANCY, findings).collect(),
    }
}

fn events(rule: &Stopping, life: &Life, findings: &[Finding]) -> Vec<Event> {
    let mut events: Vec<Event> = Vec::new();
    for counts in &rule.counts {
        match counts {
            Counts::Rule { rule } => events.extend(of_rule(rule, findings)),
            Counts::Assessment { kind, .. } => {
                let fits = life.of_kind(kind).filter(|kept| counts_as(counts, kept));
                events.extend(fits.map(|kept| Event {
                    on: happened_on(kept),
                    seen: Seen::Record { record: kept.record, kind: kind.clone() },
                }));
            }
            Counts::Death => {
                // One that was taken back is none.
                let death = life.left().filter(|change| change.status == Status::Deceased);
                events.extend(death.map(|change| Event { on: change.on, seen: Seen::Death }));
            }
        }
    }
    events.sort_by_key(|event| event.on);
    events
}

/// The day of a finding is that of its first evidence.
fn of_rule<'a>(rule: &'a str, findings: &'a [Finding]) -> impl Iterator<Item = Event> + 'a {
    findings.iter().filter(move |finding| finding.rule == rule).map(|finding| Event {
        on: finding.evidence.iter().map(|evidence| evidence.on).min().unwrap_or(finding.seen_on),
        seen: Seen::Finding { key: finding.key.clone(), rule: finding.rule.clone() },
    })
}

fn counts_as(counts: &Counts, kept: &Kept<Recorded>) -> bool {
    let Counts::Assessment { with, grade_at_least, .. } = counts else { return false };
    let assessment = &kept.fact.assessment;
    let graded =
        |least: &u32| assessment.code(GRADE).and_then(|grade| grade.parse().ok()).is_some_and(|g: u32| g >= *least);
    with.iter().all(|(field, code)| assessment.code(field) == Some(code)) && grade_at_least.as_ref().is_none_or(graded)
}

/// The onset, where the form asks for it.
fn happened_on(kept: &Kept<Recorded>) -> CivilDate {
    let assessment = &kept.fact.assessment;
    assessment.date("onset").map_or(assessment.collected_on, |onset| onset.first_on)
}

/// How the rule at `place` of the protocol stands on `today`.
pub fn watched(rule: &Stopping, place: usize, watch: &Watch, parts: &[Part], today: CivilDate) -> Watched {
    let mut told =
        Watched { dosed: 0, judged: 0, pending: 0, left: 0, events: Vec::new(), fewest: None, reached: false };
    for part in parts {
        let Some(dosed_on) = part.dosed_on.filter(|on| *on <= today) else { continue };
        told.dosed += 1;
        let ends_on = rule.within.map(|within| dosed_on.plus(&within));
        let inside = |event: &&Event| {
            event.on >= dosed_on && event.on <= today && ends_on.is_none_or(|ends_on| event.on <= ends_on)
        };
        let first = part.events.get(place).into_iter().flatten().find(inside);
        if let Some(event) = first {
            told.judged += 1;
            told.events.push(Counted { subject: part.subject, code: part.code.clone(), event: event.clone() });
        } else if ends_on.is_none_or(|ends_on| part.left_on.map_or(today, |left| left.min(today)) >= ends_on) {
            told.judged += 1;
        } else if part.left_on.is_some_and(|left| left <= today) {
            told.left += 1;
        } else {
            told.pending += 1;
        }
    }
    told.events.sort_by(|a, b| (a.event.on, &a.code).cmp(&(b.event.on, &b.code)));
    told.fewest = watch.fewest(told.judged);
    told.reached = told.fewest.is_some_and(|fewest| u32::try_from(told.events.len()).is_ok_and(|seen| seen >= fewest));
    told
}

/// The first malignancy of each person after dosing, against the background; time at risk ends with it.
pub fn observed(background: &Background, parts: &[Part], today: CivilDate) -> Observed {
    let (mut events, mut cohort) = (Vec::new(), Vec::new());
    for part in parts {
        let Some(from) = part.dosed_on else { continue };
        let inside = |event: &&Event| event.on >= from && event.on <= today;
        let first = part.malignancies.iter().filter(inside).min_by_key(|event| event.on);
        let until = [Some(today), part.left_on, first.map(|event| event.on)].into_iter().flatten().min();
        cohort.push(AtRisk { sex: part.sex, born_on: part.born_on, from, until: until.unwrap_or(today) });
        events.extend(first.map(|event| Counted {
            subject: part.subject,
            code: part.code.clone(),
            event: event.clone(),
        }));
    }
    let expected = expected(&cohort, &background.rates());
    let seen = u32::try_from(events.len()).unwrap_or(u32::MAX);
    Observed { events, expected, ratio: observed_expected(seen, expected.events, LEVEL), level: LEVEL }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const TODAY: &str = "2026-11-24";

    fn day(text: &str) -> CivilDate {
        text.parse().unwrap()
    }

    fn person(n: u128, dosed: &str, events: &[&str], left: Option<&str>) -> Part {
        let event = |on: &&str| Event { on: day(on), seen: Seen::Death };
        Part {
            subject: SubjectId(uuid::Uuid::from_u128(n)),
            code: format!("S-{n:03}"),
            sex: Sex::Female,
            born_on: day("2015-01-01"),
            dosed_on: Some(day(dosed)),
            left_on: left.map(day),
            no_data_use_since: None,
            events: vec![events.iter().map(event).collect()],
            malignancies: events.iter().map(event).collect(),
        }
    }

    fn rule(boundary: &str, more: &str) -> Stopping {
        let preset = protocol::presets().into_iter().find(|(path, _)| path == "cde/lentiviral-hsc-15y").unwrap().1;
        let own = format!(
            "[[stopping]]\ncode = \"own\"\nlabel = {{ en = \"x\", zh-Hans = \"x\", ja = \"x\" }}\n\
             counts = [{{ death = true }}]\npeople = 30\nboundary = {boundary}\n{more}\ncites = \"sponsor: x\"\n[family]"
        );
        let (protocol, faults) = protocol::read(&preset.replacen("[family]", &own, 1));
        protocol.unwrap_or_else(|| panic!("{faults:#?}")).stopping.pop().unwrap()
    }

    fn stands(rule: &Stopping, parts: &[Part]) -> Watched {
        watched(rule, 0, &rule.boundary.watch(rule.people).unwrap(), parts, day(TODAY))
    }

    /// Prior, expectation and level of the published boundary (domain.md part 9): five of ten stop, four do not.
    #[test]
    fn the_published_boundary_is_reached_by_five_of_ten() {
        let published = rule(r#"{ expected = "0.20", prior = ["0.6", "2.4"], alpha = "0.10" }"#, "");
        let cohort = |events: u128| -> Vec<Part> {
            let had = |n| if n <= events { vec!["2026-03-01"] } else { Vec::new() };
            (1..=10).map(|n| person(n, "2026-01-01", &had(n), None)).collect()
        };
        let four = stands(&published, &cohort(4));
        assert_eq!((four.judged, four.fewest, four.reached), (10, Some(5), false));
        assert!(stands(&published, &cohort(5)).reached);
        assert!(!stands(&published, &cohort(2)[..2]).reached, "two of two: no number of events stops yet");
    }

    #[test]
    fn a_person_counts_once_and_only_inside_the_period() {
        let year = rule("{ events = 2 }", "within = \"P1Y\"");
        let told = stands(
            &year,
            &[
                person(1, "2024-01-01", &["2024-03-01", "2024-06-01"], None),
                person(2, "2024-01-01", &["2023-12-31", "2025-01-02"], None),
            ],
        );
        assert_eq!((told.judged, told.events.len(), told.reached), (2, 1, false));
        assert_eq!(told.events[0].event.on, day("2024-03-01"));
    }

    #[test]
    fn who_is_still_inside_the_period_or_left_it_early_is_not_counted_as_spared() {
        let year = rule("{ events = 1 }", "within = \"P1Y\"");
        let told = stands(
            &year,
            &[
                person(1, "2026-06-01", &[], None),
                person(2, "2025-01-01", &[], Some("2025-06-01")),
                person(3, "2025-11-24", &[], None),
                person(4, "2026-06-01", &["2026-07-01"], Some("2026-07-01")),
            ],
        );
        assert_eq!((told.dosed, told.judged, told.pending, told.left), (4, 2, 1, 1));
        assert!(told.reached);
    }

    #[test]
    fn malignancies_are_held_against_time_that_ends_with_the_first() {
        let rates = "sex,age_from,age_to,per_100000\n,0,,20\n".to_owned();
        let citation = protocol::Citation { source: "s".into(), clause: "c".into() };
        let background = Background { rates, citation };
        let cohort = [
            person(1, "2020-01-01", &["2022-01-01", "2023-01-01"], None),
            person(2, "2020-01-01", &[], Some("2024-01-01")),
        ];
        let told = observed(&background, &cohort, day(TODAY));
        assert_eq!(told.events.len(), 1);
        let years = (731.0 + 1_461.0) / 365.25;
        assert!((told.expected.person_years - years).abs() < 1e-9, "{:?}", told.expected);
        assert!((told.ratio.unwrap().expected - years * 20.0 / 100_000.0).abs() < 1e-12);
        assert_eq!(observed(&background, &[], day(TODAY)).ratio, None);
    }

    proptest! {
        #[test]
        fn everyone_dosed_is_judged_pending_or_left_and_counts_once(
            people in prop::collection::vec((0_i32..2_000, prop::collection::vec(0_i32..900, 0..4), prop::option::of(0_i32..2_000)), 0..20)
        ) {
            let start = day("2021-06-01");
            let year = rule(r#"{ share = "0.25", from-people = 6 }"#, "within = \"P1Y\"");
            let parts: Vec<Part> = people.iter().enumerate().map(|(n, (dosed, events, left))| {
                let dosed_on = start.plus_days(*dosed);
                let mut days: Vec<String> = events.iter().map(|after| dosed_on.plus_days(*after).to_string()).collect();
                days.sort();
                let days: Vec<&str> = days.iter().map(String::as_str).collect();
                let left = left.map(|after| dosed_on.plus_days(after).to_string());
                person(n as u128, &dosed_on.to_string(), &days, left.as_deref())
            }).collect();
            let told = stands(&year, &parts);
            prop_assert_eq!(told.dosed, told.judged + told.pending + told.left);
            prop_assert_eq!(told.dosed as usize, parts.iter().filter(|part| part.dosed_on.unwrap() <= day(TODAY)).count());
            let mut codes: Vec<&str> = told.events.iter().map(|counted| counted.code.as_str()).collect();
            codes.sort_unstable();
            codes.dedup();
            prop_assert_eq!(codes.len(), told.events.len());
            prop_assert!(told.events.len() <= told.judged as usize);
        }
    }
}
