//! What findings and growing up oblige to in the presets that ship: stories through the presets' own text.

use facts::answer::Answer;
use facts::{CivilDate, Closure};
use protocol::{CallFor, Protocol, VectorClass};

use super::study::{Story, get, on, stands, tasks_due};

fn presets() -> impl Iterator<Item = (String, Protocol)> {
    protocol::presets().into_iter().filter_map(|(name, text)| Some((name, protocol::read(text).0?)))
}

fn preset(name: &str) -> Protocol {
    presets().find(|(known, _)| known == name).unwrap().1
}

fn choice(key: &'static str, code: &str) -> (&'static str, Answer) {
    (key, Answer::choice(code))
}

fn day(key: &'static str, on: &str) -> (&'static str, Answer) {
    (key, Answer::Date { on: on.parse().unwrap() })
}

fn due(protocol: &Protocol, story: &Story, code: &str, day: CivilDate) -> Vec<String> {
    let life = story.life();
    tasks_due(&protocol.into(), &life, &signals::findings(protocol, &life), &[code.to_owned()], day)
}

#[test]
fn a_confirmed_replicating_virus_turns_the_archive_into_tests_until_two_were_negative() {
    let mut counted = 0;
    for (name, protocol) in presets().filter(|(_, protocol)| protocol.task("rcr-rcl-archive").is_some()) {
        let mut story = Story::dosed("2024-08-31");
        let test = |story: &mut Story, day: &str, result: &str| {
            let answers = [choice("archived", "tested"), choice("result", result), choice("confirmed", "confirmed")];
            story.assessed("rcr-rcl", on(day), Closure::Answered, &answers);
        };
        let at = |story: &Story, code: &str, day: &str| {
            let tasks = due(&protocol, story, code, on(day));
            ["rcr-rcl", "rcr-rcl-archive"].map(|task| tasks.iter().filter(|code| *code == task).count())
        };
        assert_eq!(at(&story, "M24", "2026-08-31"), [0, 1], "{name}");
        test(&mut story, "2025-02-28", "positive");
        for (code, day) in [("M24", "2026-08-31"), ("Y6", "2030-08-31")] {
            assert_eq!(at(&story, code, day), [1, 0], "{name} {code}");
        }
        test(&mut story, "2025-03-20", "negative");
        assert_eq!(at(&story, "M24", "2026-08-31"), [1, 0], "{name}");
        test(&mut story, "2026-08-31", "negative");
        assert_eq!(at(&story, "M36", "2027-08-31"), [0, 1], "{name}");
        counted += 1;
    }
    assert_eq!(counted, 6);
}

#[test]
fn every_preset_owes_each_part_of_a_tumours_work_up_with_its_source() {
    for (name, protocol) in presets() {
        let mut story = Story::dosed("2024-08-31");
        story.assessed("malignancy", on("2026-03-01"), Closure::Answered, &[("diagnosis", Answer::text("AML"))]);
        let mut wanted = vec!["tumour-tissue", "normal-tissue", "tumour-vector"];
        if protocol.product.class != VectorClass::Oncolytic {
            wanted.push("tumour-integration");
        }
        let owed = story.owes(&protocol);
        for task in wanted {
            let key = format!("test:{task}:new-malignancy:2026-03-01");
            assert!(stands(&owed, &key, "2026-03-02").starts_with("open"), "{name}: {task}");
            let task = protocol.task(task).unwrap();
            assert!(task.citation.is_some() && task.label.len() == 3, "{name}: {}", task.code);
        }
        // The clock runs from the day on which the form was written: stories are written in 2030.
        assert!(
            stands(&owed, "report:sponsor:new-malignancy:2026-03-01", "2030-01-03").starts_with("overdue"),
            "{name}"
        );
    }
}

#[test]
fn an_event_calls_for_a_sample_at_its_onset_and_one_at_recovery() {
    let mut followed = 0;
    for (name, protocol) in presets().filter(|(_, protocol)| protocol.task("antibody-vector").is_some()) {
        let event = [
            ("term", Answer::text("Hepatitis")),
            choice("ctcae-grade", "3"),
            day("onset", "2025-03-02"),
            day("resolved", "2025-03-20"),
        ];
        let mut story = Story::dosed("2024-08-31");
        // Drawn on the day of onset, before anybody filled in the form of the event.
        let sample = |occasion| [choice("target", "vector-total"), choice("occasion", occasion)];
        story.assessed("antibody", on("2025-03-02"), Closure::Awaited, &sample("event-onset"));
        let record = story.assessed("adverse-event", on("2025-03-22"), Closure::Answered, &event);
        let owed = story.owes(&protocol);
        let key = |when: &str| format!("test:antibody-vector-{when}:adverse-event-{when}:{record}");
        assert!(stands(&owed, &key("onset"), "2025-04-01").starts_with("done"), "{name}");
        assert!(stands(&owed, &key("recovery"), "2025-04-01").starts_with("open"), "{name}");
        assert_eq!(get(&owed, &key("recovery")).tasks, ["antibody-vector-recovery".into()], "{name}");
        story.assessed("antibody", on("2025-03-25"), Closure::Answered, &sample("event-recovery"));
        assert!(stands(&story.owes(&protocol), &key("recovery"), "2025-04-01").starts_with("done"), "{name}");
        followed += 1;
    }
    assert_eq!(followed, 8);
}

#[test]
fn after_a_rise_the_liver_is_sampled_weekly_until_it_is_down() {
    let panel = |alt: i32| [("alt", Answer::number(alt.into(), "U/L")), ("alt-uln", Answer::number(40.into(), "U/L"))];
    for (name, protocol) in presets().filter(|(_, protocol)| protocol.rule("liver-enzyme-rise").is_some()) {
        let mut story = Story::dosed("2024-08-31");
        let key = "test:liver:liver-enzyme-rise:2024-09-07";
        for (on_day, alt, by) in
            [("2024-09-07", 200, "2024-09-14"), ("2024-09-13", 110, "2024-09-20"), ("2024-09-20", 90, "2024-09-27")]
        {
            story.assessed("liver", on(on_day), Closure::Answered, &panel(alt));
            let owed = story.owes(&protocol);
            assert_eq!((get(&owed, key).window.due_on, &get(&owed, key).settled), (on(by), &None), "{name} {on_day}");
        }
        story.assessed("liver", on("2024-09-27"), Closure::Answered, &panel(70));
        assert!(stands(&story.owes(&protocol), key, "2024-12-01").starts_with("done"), "{name}");
    }
}

#[test]
fn a_positive_sample_of_an_oncolytic_virus_calls_for_an_infectivity_assay_of_its_own_matrix() {
    let protocol = preset("fda/plasmid-oncolytic-2y");
    let mut story = Story::dosed("2024-08-31").shed("urine", "2024-09-07", true);
    let key = "test:infectivity:infectivity-untested:urine:2024-09-07";
    assert!(stands(&story.owes(&protocol), key, "2024-09-08").starts_with("open"));
    let sent = |matrix| [choice("matrix", matrix), choice("assay", "infectivity")];
    story.assessed("shedding", on("2024-09-10"), Closure::Awaited, &sent("saliva"));
    assert!(stands(&story.owes(&protocol), key, "2024-09-11").starts_with("open"));
    story.assessed("shedding", on("2024-09-10"), Closure::Awaited, &sent("urine"));
    assert!(stands(&story.owes(&protocol), key, "2024-09-11").starts_with("done"));
    let cleared = ["2024-10-01", "2024-10-08", "2024-10-15"]
        .iter()
        .fold(Story::dosed("2024-08-31").shed("urine", "2024-09-07", true), |story, day| {
            story.shed("urine", day, false)
        });
    assert!(cleared.owes(&protocol).iter().all(|owed| owed.key != key));
}

#[test]
fn each_positive_matrix_is_asked_for_its_own_assay_and_has_a_form_of_its_own() {
    let protocol = preset("fda/plasmid-oncolytic-2y");
    let mut story = Story::dosed("2025-02-01").shed("urine", "2025-03-01", true).shed("saliva", "2025-03-01", true);
    let key = |matrix: &str| format!("test:infectivity:infectivity-untested:{matrix}:2025-03-01");
    let stand =
        |story: &Story| ["urine", "saliva"].map(|matrix| stands(&story.owes(&protocol), &key(matrix), "2025-03-20"));
    assert_eq!(stand(&story), ["open 12", "open 12"]);
    let forms = |story: &Story| {
        let mut due = due(&protocol, story, "M1", on("2025-03-20"));
        due.retain(|form| form.starts_with("infectivity"));
        due
    };
    assert_eq!(forms(&story), ["infectivity:saliva", "infectivity:urine"]);
    let assay = [choice("matrix", "saliva"), choice("assay", "infectivity")];
    story.assessed("shedding", on("2025-03-10"), Closure::Awaited, &assay);
    assert_eq!(stand(&story), ["open 12", "done InWindow"]);
    assert_eq!(forms(&story), ["infectivity:urine"]);
}

/// A child of three at dosing: assent at 7 and 12, the change to adult care at 17, own consent at 18, school from 6.
#[test]
fn growing_up_switches_on_assent_school_puberty_hand_over_and_consent() {
    let mut followed = 0;
    for (name, protocol) in presets().filter(|(_, protocol)| protocol.task("reconsent").is_some()) {
        let protocol = Protocol { follow_up: facts::Period::years(15), ..protocol };
        let mut owed = Story::of("2021-02-11", "2024-08-01").dose("2024-08-31").owes(&protocol);
        owed.retain(|owed| ["visit:AGE", "visit:ADULT", "visit:MAJ"].iter().any(|key| owed.key.starts_with(key)));
        let told: Vec<String> = owed.iter().map(|o| format!("{} {}", o.tasks.join(","), o.window.due_on)).collect();
        let wanted = ["assent 2028-02-11", "assent 2033-02-11", "adult-care 2038-02-11", "reconsent 2039-02-11"];
        assert_eq!(told, wanted, "{name}");
        // Who joins at nine assents at the beginning.
        let joined = Story::of("2015-02-11", "2024-08-01");
        assert!(due(&protocol, &joined, "BL", on("2024-08-01")).contains(&"assent".to_owned()), "{name}");
        followed += 1;
    }
    assert_eq!(followed, 11);
    let protocol = preset("fda/lentiviral-hsc-15y");
    let child = Story::of("2021-02-11", "2024-08-01").dose("2024-08-31");
    let at = |code: &str, day: &str| {
        let tasks = due(&protocol, &child, code, on(day));
        ["development", "school", "puberty", "pregnancy"].map(|task| tasks.iter().any(|code| code == task))
    };
    assert_eq!(at("M18", "2026-02-28"), [true, false, false, false]);
    assert_eq!(at("M36", "2027-08-31"), [false, true, false, false]);
    assert_eq!(at("Y6", "2030-08-31"), [false, true, true, false]);
    assert_eq!(at("Y10", "2034-08-31"), [false, true, true, true]);
}

/// The age is the sponsor's; a first period before it asks as well, from the day after it was told.
#[test]
fn pregnancy_and_fertility_are_asked_from_the_protocol_s_age_or_from_the_first_period() {
    let protocol = preset("fda/lentiviral-hsc-15y");
    let mut child = Story::of("2021-02-11", "2024-08-01").dose("2024-08-31");
    let at = |child: &Story, code: &str, day: &str| {
        let tasks = due(&protocol, child, code, on(day));
        ["pregnancy", "fertility"].map(|task| tasks.iter().any(|code| code == task))
    };
    let told = |child: &mut Story, day: &str, code: &str| {
        child.assessed("puberty", on(day), Closure::Answered, &[("menarche", Answer::choice(code))]);
    };
    told(&mut child, "2029-08-31", "no");
    assert_eq!(at(&child, "Y6", "2030-08-31"), [false, false]);
    told(&mut child, "2030-08-31", "yes");
    assert_eq!(at(&child, "Y6", "2030-08-31"), [false, false], "asked at the visit at which it was told");
    assert_eq!(at(&child, "Y7", "2031-08-31"), [true, true]);
    let boy = Story::of("2021-02-11", "2024-08-01").dose("2024-08-31");
    assert_eq!([at(&boy, "Y8", "2032-08-31"), at(&boy, "Y9", "2033-08-31")], [[false, false], [true, true]]);
}

/// Label of etranacogene: AFP and ultrasound yearly for five years when at risk; they have a form of their own.
#[test]
fn systemic_aav_asks_for_afp_and_ultrasound_every_year_for_five_years() {
    let fields = assess::form("liver-tumour-screen").unwrap().fields;
    assert!(["afp", "ultrasound"].iter().all(|key| fields.iter().any(|field| field.key == *key)));
    let adult = Story::of("1990-02-11", "2024-08-01").dose("2024-08-31");
    for (name, protocol) in presets().filter(|(_, protocol)| protocol.product.class == VectorClass::AavSystemic) {
        for year in 1..=5 {
            let tasks = due(&protocol, &adult, &format!("Y{year}"), on(&format!("{}-08-31", 2024 + year)));
            assert!(tasks.contains(&"liver-tumour-screen".to_owned()), "{name} {year}");
        }
        let task = protocol.task("liver-tumour-screen").unwrap();
        assert!(["AFP", "ultrasound"].iter().all(|word| protocol::text(&task.label, "en").contains(word)), "{name}");
        assert_eq!(task.citation.as_ref().unwrap().source, "aav-labels", "{name}");
    }
}

/// What a rule calls for is a task of the protocol, worded in three languages.
#[test]
fn whatever_a_preset_calls_for_is_worded_in_three_languages() {
    for (name, protocol) in presets() {
        for call in protocol.rules.iter().flat_map(|clause| &clause.calls_for) {
            let words = match call {
                CallFor::Repeat { task, .. } => &protocol.task(task).unwrap().label,
                CallFor::Evaluate { what, .. } => what,
                CallFor::Report { .. } => continue,
            };
            assert!(["en", "zh-Hans", "ja"].iter().all(|tag| words.contains_key(*tag)), "{name}: {words:?}");
        }
    }
}
