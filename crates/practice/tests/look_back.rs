//! Lives of the practice study, noted each evening while they are lived, and looked at again years later.

#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "tests stop at the first surprise and read files")]

use std::collections::BTreeMap;

use clinic::wire::page::AuditAsked;
use clinic::wire::signal::SignalsAsked;
use clinic::wire::today::TodayAsked;
use clinic::{Clinic, Now};
use facts::CivilDate;
use serde_json::{Value, json};

fn evening(day: CivilDate) -> Now {
    let millis = i64::from(day.days_since(CivilDate::EPOCH)) * 86_400_000 + 57_599_000;
    clinic::now_of(&format!("{day}T23:59:59+08:00"), millis)
}

/// What stands on the screens of a store of one person.
fn screens(clinic: &mut Clinic, now: &Now) -> Value {
    let people = clinic.list_subjects("", "", now).unwrap();
    let one = people[0].subject;
    let signals = SignalsAsked { standing: String::new(), severity: None, subject: None };
    let signals = clinic.signals(&signals, now).unwrap();
    let findings: Vec<_> = signals.iter().map(|line| clinic.finding(one, &line.key, now).unwrap()).collect();
    json!({
        "worklist": clinic.worklist(&TodayAsked { limit: 500, ..TodayAsked::default() }, now).unwrap(),
        "subjects": people,
        "page": clinic.subject(one, now).unwrap(),
        "signals": signals,
        "findings": findings,
        "contact": clinic.contact_ladder(one, now).unwrap(),
        "audit": clinic.audit(&AuditAsked { subject: Some(one) }).unwrap(),
        "cohort": clinic.cohort(now).unwrap(),
    })
}

#[test]
fn every_evening_of_a_life_is_shown_as_it_was() {
    let today = clinic::now_of("2031-05-02T09:00:00+08:00", 1_935_451_200_000);
    let mut looked = 0;
    for seed in [7, 11, 2_025] {
        let folder = tempfile::tempdir().unwrap();
        let mut noted: BTreeMap<CivilDate, Value> = BTreeMap::new();
        let path = folder.path().join("one.perennial");
        let mut clinic = practice::create_watched(&path, seed, 1, "en", &today, &mut |clinic, day| {
            noted.insert(day, screens(clinic, &evening(day)));
        })
        .unwrap();
        noted.remove(&today.today);
        assert!(noted.len() > 5, "{seed}: {}", noted.len());
        for (day, then) in &noted {
            clinic.look_back(*day, &today).unwrap();
            let shown = clinic.shown(&today);
            let seen = screens(&mut clinic, &shown);
            for (part, then) in then.as_object().unwrap() {
                assert_eq!(&seen[part], then, "{part} on {day}, seed {seed}");
            }
            looked += 1;
        }
    }
    assert!(looked > 20, "{looked} evenings were looked at");
}
