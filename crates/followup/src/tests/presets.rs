//! What the presets that ship ask for in fifteen years, against the domain facts.

use facts::answer::Answer;
use facts::{Closure, Sex};
use protocol::{Protocol, VectorClass};
use signals::findings;

use super::study::{Story, get, on, stands};
use crate::{Anchors, Settled, What, plan};

fn presets() -> impl Iterator<Item = (String, Protocol)> {
    protocol::presets().into_iter().filter_map(|(name, text)| Some((name, protocol::read(text).0?)))
}

fn retroviral() -> Vec<(String, Protocol)> {
    let classes = [VectorClass::LentiviralHsc, VectorClass::GammaretroviralHsc, VectorClass::CarT];
    presets().filter(|(_, protocol)| classes.contains(&protocol.product.class)).collect()
}

/// Codes of the visits at which a task is due in someone without results.
fn asked(protocol: &Protocol, task: &str) -> Vec<String> {
    let anchors = Anchors { born_on: on("2021-02-11"), sex: Sex::Female, dosed_on: vec![on("2024-08-31")] };
    let due = plan(protocol, &anchors).into_iter().filter(|owed| owed.tasks.iter().any(|code| **code == *task));
    due.map(|owed| owed.key.trim_start_matches("visit:").to_owned()).collect()
}

/// Domain facts, section 5: before treatment, 3, 6, 12 months; then yearly to year 15, archived and not tested.
#[test]
fn replication_competent_virus_is_tested_in_year_1_and_archived_yearly_to_year_15() {
    let archived = "M24 M36 M48 M60 Y6 Y7 Y8 Y9 Y10 Y11 Y12 Y13 Y14 Y15";
    assert_eq!(retroviral().len(), 6);
    for (name, protocol) in retroviral() {
        assert_eq!(asked(&protocol, "rcr-rcl").join(" "), "BL M3 M6 M12", "{name}");
        assert_eq!(asked(&protocol, "rcr-rcl-archive").join(" "), archived, "{name}");
        let label = &protocol.task("rcr-rcl-archive").unwrap().label;
        assert!(
            ["not tested", "不检测", "検査せず"].iter().all(|words| label.values().any(|l| l.contains(words))),
            "{name}"
        );
    }
}

#[test]
fn a_sample_that_was_only_archived_does_not_confirm_a_positive_one() {
    for (name, protocol) in retroviral() {
        let mut story = Story::dosed("2024-08-31");
        let sample = |story: &mut Story, day: &str, answers: &[(&str, &str)]| {
            let answers: Vec<(&str, Answer)> = answers.iter().map(|(k, v)| (*k, Answer::choice(v))).collect();
            story.assessed("rcr-rcl", on(day), Closure::Answered, &answers);
        };
        sample(&mut story, "2025-02-28", &[("archived", "tested"), ("assay", "pcr-env"), ("result", "positive")]);
        let owed = story.owes(&protocol);
        let key = owed.iter().find(|o| matches!(o.what, What::Test { .. })).unwrap().key.clone();
        sample(&mut story, "2025-03-05", &[("archived", "archived-untested")]);
        assert_eq!(stands(&story.owes(&protocol), &key, "2025-03-29"), "overdue 1", "{name}");
        sample(&mut story, "2025-03-20", &[("archived", "tested"), ("assay", "culture"), ("result", "negative")]);
        let life = story.life();
        let owed = crate::obligations(&protocol, &life, &findings(&protocol, &life));
        assert!(
            matches!(get(&owed, &key).settled, Some(Settled::Done { on: day, .. }) if day == on("2025-03-20")),
            "{name}"
        );
    }
}
