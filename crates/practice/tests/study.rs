//! What the practice study promises: the same people from the same seed, every state and every plot's signal.

#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "tests stop at the first surprise and read files")]

use std::collections::BTreeSet;

use clinic::wire::signal::SignalsAsked;
use clinic::wire::start::NewStore;
use clinic::wire::today::{Group, TodayAsked, WorkAction};
use clinic::{Clinic, Identities, Now};
use facts::fact::Site;
use practice::{PEOPLE, Plot, SEED, cast};
use serde_json::Value;

fn now() -> Now {
    clinic::now_of("2031-05-02T09:00:00+08:00", 1_935_451_200_000)
}

fn made(people: usize) -> (tempfile::TempDir, Clinic) {
    let folder = tempfile::tempdir().unwrap();
    let clinic = practice::create(&folder.path().join("p.perennial"), SEED, people, "en", &now()).unwrap();
    (folder, clinic)
}

/// The facts in their order, without what is drawn by chance for each store: identifiers, hashes, sealed names.
fn told(clinic: &Clinic) -> Vec<Value> {
    let mut lines = Vec::new();
    clinic.export_json_lines(&mut lines, Identities::LeftOut).unwrap();
    let chance = [
        "id",
        "device",
        "record",
        "supersedes",
        "subject",
        "hash",
        "previous_hash",
        "sealed",
        "visit",
        "evidence",
        "of",
        "signs",
        "guardian",
    ];
    fn strip(value: &mut Value, chance: &[&str]) {
        match value {
            Value::Object(fields) => {
                fields.retain(|name, _| !chance.contains(&name.as_str()));
                fields.values_mut().for_each(|value| strip(value, chance));
            }
            Value::Array(items) => items.iter_mut().for_each(|value| strip(value, chance)),
            _ => {}
        }
    }
    let lines = String::from_utf8(lines).unwrap();
    lines
        .lines()
        .map(|line| {
            let mut value: Value = serde_json::from_str(line).unwrap();
            strip(&mut value, &chance);
            value
        })
        .collect()
}

#[test]
fn the_same_seed_gives_the_same_people() {
    let ((_a, one), (_b, other)) = (made(8), made(8));
    let (one, other) = (told(&one), told(&other));
    assert!(one.len() > 500, "{}", one.len());
    assert_eq!(one.len(), other.len());
    for (place, (one, other)) in one.iter().zip(&other).enumerate() {
        assert_eq!(one, other, "line {place}");
    }
}

/// Whatever opens while something else is not open yet, and ends later, still counts: the list, the count of Today and
/// the page say the same of everybody on each day.
#[test]
fn list_count_and_page_agree_about_everybody_on_any_day() {
    let (_folder, mut clinic) = made(24);
    let mut seen = BTreeSet::new();
    for months in (0..150).step_by(5) {
        let on = "2031-05-02".parse::<facts::CivilDate>().unwrap().plus(&facts::Period::months(months));
        let then = clinic::now_of(&format!("{on}T09:00:00+08:00"), 1_935_451_200_000);
        let lines = clinic.list_subjects("", "", &then).unwrap();
        let tally = serde_json::to_value(clinic.worklist(&TodayAsked::default(), &then).unwrap().tally).unwrap();
        for line in &lines {
            let page = clinic.subject(line.subject, &then).unwrap();
            assert_eq!(line.accounted, page.accounted, "{} on {on}", line.code);
            let next = page.next.as_ref();
            assert_eq!(line.next_what, next.map_or("", |next| next.label.as_str()), "{} on {on}", line.code);
            assert_eq!(line.next_latest_on, next.map(|next| next.latest_on), "{} on {on}", line.code);
            // Somebody who has an open visit is due, whatever else closes sooner.
            let open = page.visits.iter().any(|visit| {
                matches!(visit.standing, followup::Standing::Open { .. } | followup::Standing::DueSoon { .. })
            });
            assert!(!(open && line.accounted == "up-to-date"), "{} on {on}", line.code);
            seen.insert(line.accounted.clone());
        }
        for state in ["up_to_date", "due", "overdue"] {
            let listed = lines.iter().filter(|line| line.accounted.replace('-', "_") == state).count();
            assert_eq!(tally[state], listed, "{state} on {on}");
        }
    }
    assert!(["up-to-date", "due", "overdue"].iter().all(|state| seen.contains(*state)), "{seen:?}");
    clinic.speak("en");
}

#[test]
fn every_state_and_every_plot_is_in_the_study() {
    let (_folder, clinic) = made(PEOPLE);
    let tally = clinic.worklist(&TodayAsked::default(), &now()).unwrap().tally;
    let states = [
        tally.up_to_date,
        tally.due,
        tally.overdue,
        tally.lost,
        tally.withdrawn,
        tally.transferred,
        tally.deceased,
        tally.completed,
    ];
    assert_eq!(usize::try_from(tally.enrolled).unwrap(), PEOPLE);
    assert_eq!(states.iter().sum::<u32>(), tally.enrolled, "everyone is accounted for");
    assert!(states.iter().all(|state| *state > 0), "{tally:?}");
    let asked = SignalsAsked { standing: String::new(), severity: None, subject: None };
    let seen = clinic.signals(&asked, &now()).unwrap();
    let mut missing = Vec::new();
    for character in cast(SEED, PEOPLE, now().today) {
        let Some(plot) = character.plot else { continue };
        let own = seen.iter().filter(|line| line.code == character.code);
        let all = own.flat_map(|line| line.others.iter().map(|other| &other.rule).chain([&line.rule]));
        let rules: BTreeSet<&str> = all.map(String::as_str).collect();
        if !rules.contains(rule(plot)) {
            missing.push(format!("{} {plot:?}: {rules:?}", character.code));
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

/// The signal that a plot is there for.
fn rule(plot: Plot) -> &'static str {
    match plot {
        Plot::DominantCloneNearLmo2 => "clone-near-watch-gene",
        Plot::VectorPositiveUnanalysed => "vector-positive-unanalysed",
        Plot::SheddingReturns => "shedding-after-clearance",
        Plot::LiverRise => "liver-enzyme-rise",
        Plot::HysLaw => "hys-law",
        Plot::TitreRise => "titre-fourfold-rise",
        Plot::Malignancy => "new-malignancy",
        Plot::RclPositive => "rcr-rcl-positive",
        Plot::Cytopenia => "persistent-cytopenia",
        Plot::GrowthFaltering => "growth-crossing",
        Plot::SeriousEvent | Plot::LeukaemiaToday => "serious-adverse-event",
    }
}

#[test]
fn no_report_is_late_by_years() {
    let (_folder, clinic) = made(PEOPLE);
    let asked = TodayAsked { group: Some(Group::Overdue), limit: 500, ..TodayAsked::default() };
    let rows = clinic.worklist(&asked, &now()).unwrap().rows;
    let reports = rows.iter().filter(|row| row.action == WorkAction::Report);
    for row in reports {
        assert!(now().today.days_since(row.latest_on) < 150, "{} {}: {}", row.code, row.what, row.latest_on);
    }
}

#[test]
fn a_real_store_is_never_explored_as_practice() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("practice.perennial");
    let asked = NewStore {
        path: path.display().to_string(),
        site_name: String::new(),
        telephone: String::new(),
        address: String::new(),
        admin_login: practice::LOGIN.into(),
        admin_name: "Real".into(),
        admin_role: facts::Role::Investigator,
        passphrase: practice::PASSPHRASE.into(),
        language: "en".into(),
    };
    let site = Site { name: "Real".into(), telephone: "1".into(), practice: false, ..Site::default() };
    drop(Clinic::create_with(&asked, site, clinic::key_cost(), &now()).unwrap());
    let before = std::fs::read(&path).unwrap();
    let refused = practice::open_or_create(&path, "en", &now()).err().expect("refused");
    assert_eq!(refused.code, "not-practice");
    assert_eq!(std::fs::read(&path).unwrap(), before, "and nothing was written to it");
}

#[test]
fn the_list_that_is_kept_through_every_save_is_the_list_read_anew() {
    let folder = tempfile::tempdir().unwrap();
    let tomorrow = clinic::now_of("2031-05-03T09:00:00+08:00", 1_935_537_600_000);
    let asked = TodayAsked { limit: 500, ..TodayAsked::default() };
    let mut looked = 0;
    let mut watch = |clinic: &mut Clinic, _: facts::CivilDate| {
        let list = |clinic: &Clinic, now: &Now| serde_json::to_value(clinic.worklist(&asked, now).unwrap()).unwrap();
        let kept = list(clinic, &now());
        // Another day's list is read anew, and so is the one of the day after that.
        assert_ne!(list(clinic, &tomorrow)["as_of"], kept["as_of"]);
        assert_eq!(kept, list(clinic, &now()));
        looked += 1;
    };
    let path = folder.path().join("p.perennial");
    practice::create_watched(&path, SEED, PEOPLE, "en", &now(), &mut watch).unwrap();
    assert!(looked > 200, "{looked} saves were looked at");
}
