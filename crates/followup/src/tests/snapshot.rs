//! Fifteen years of a standard subject under each preset that ships, as a list that a person reads.

use std::collections::BTreeSet;

use facts::Sex;

use super::study::on;
use crate::{Anchors, Obligation, Settled, plan};

/// `visit:M6  2025-02-14 2025-02-28 2025-03-14  dosing 2024-08-31 + P6M, last day of the month  clinic  a, b`.
fn line(owed: &Obligation) -> String {
    let window = format!("{} {} {}", owed.window.earliest_on, owed.window.due_on, owed.window.latest_on);
    let because = &owed.because;
    let clamped = if because.clamped { " (last day of the month)" } else { "" };
    let why = format!("{} {} + {}{clamped}", because.anchor, because.anchor_on, because.offset);
    let modes: Vec<String> =
        owed.modes.iter().map(|mode| serde_json::to_string(mode).unwrap().trim_matches('"').to_owned()).collect();
    let settled = match &owed.settled {
        Some(Settled::NotRequired { why }) => format!("  not required: {}", why.word()),
        other => other.as_ref().map(|how| format!("  {how:?}")).unwrap_or_default(),
    };
    format!("{:<12} {window}  {why}  {}  {}{settled}", owed.key, modes.join("/"), owed.tasks.join(", "))
}

fn planned(text: &str, name: &str) -> Vec<Obligation> {
    let anchors = Anchors { born_on: on("2021-02-11"), sex: Sex::Female, dosed_on: vec![on("2024-08-31")] };
    let (read, faults) = protocol::read(text);
    plan(&read.unwrap_or_else(|| panic!("{name}: {faults:?}")), &anchors)
}

/// Each preset as a coordinator would check it: one line a visit, so that a change of a preset shows as changed lines.
#[test]
fn every_preset_for_a_child_born_2021_02_11_and_dosed_2024_08_31() {
    for (name, text) in protocol::presets() {
        let listed: Vec<String> = planned(text, &name).iter().map(line).collect();
        insta::assert_snapshot!(name.replace('/', "-"), listed.join("\n"));
    }
}

#[test]
fn every_preset_gives_each_visit_one_name_a_true_window_and_something_to_do() {
    for (name, text) in protocol::presets() {
        let all = planned(text, &name);
        let keys: BTreeSet<&str> = all.iter().map(|owed| owed.key.as_str()).collect();
        assert_eq!(keys.len(), all.len(), "{name}: a visit stands twice");
        for owed in &all {
            let dates = owed.window;
            assert!(dates.earliest_on <= dates.due_on && dates.due_on <= dates.latest_on, "{name}: {}", owed.key);
            assert!(!owed.tasks.is_empty() || owed.settled.is_some(), "{name}: {} asks for nothing", owed.key);
        }
    }
}
