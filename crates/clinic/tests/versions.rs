//! What an amendment changes is said in words, in each language, whatever field it is.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

#[path = "../../protocol/tests/edits/mod.rs"]
mod edits;

use clinic::version_changes;
use edits::{edits, whole};
use protocol::{Condition, Protocol, TaskUse};
use words::Words;

const TAGS: [&str; 3] = ["en", "zh-Hans", "ja"];

fn told(tag: &str, before: &Protocol, after: &Protocol) -> Vec<String> {
    version_changes(&Words::of(tag), before, after)
}

#[test]
fn every_change_is_a_sentence_of_its_own_in_each_language() {
    let before = whole();
    let mut all = String::new();
    for (field, edit) in edits() {
        let mut after = before.clone();
        edit(&mut after);
        for tag in TAGS {
            let (there, back) = (told(tag, &before, &after), told(tag, &after, &before));
            // A code that is replaced under the same name reads alike from both sides.
            let renamed = field.ends_with(".code") || field.ends_with(".name");
            assert!(!there.is_empty() && (there != back || renamed), "{field} in {tag}: {there:?}");
            for line in there.iter().chain(&back) {
                let whole = !line.contains(['⟦', '{', '$']) && !line.contains("\u{fffd}");
                assert!(whole && !line.contains("“”") && !line.contains("()"), "{field} in {tag}: {line}");
            }
            if tag == "en" {
                all.push_str(&format!("{field}\n    {}\n", there.join("\n    ")));
            }
        }
    }
    insta::assert_snapshot!(all);
}

/// "Adds CBC every 6 months from year 2", of girls, at a row that begins with month 6.
#[test]
fn a_task_that_begins_later_or_comes_every_second_time_is_told_with_its_own_days_and_condition() {
    let mut before = whole();
    let count = |visit: &protocol::Visit| visit.tasks.iter().position(|used| &*used.task == "blood-count");
    let row = before.visits.iter().position(|visit| visit.code == "M{n}").unwrap();
    if let Some(place) = count(&before.visits[row]) {
        before.visits[row].tasks.remove(place);
    }
    let add = |every_nth: Option<u32>, from_nth: Option<u32>, when: Condition| {
        let mut after = before.clone();
        after.visits[row].tasks.push(TaskUse { task: "blood-count".into(), when, every_nth, from_nth });
        TAGS.map(|tag| told(tag, &before, &after).join(" | "))
    };
    let girls = Condition::Sex(facts::Sex::Female);
    assert_eq!(
        add(None, None, Condition::Always)[0],
        "Adds Blood count with differential: Month n (First dosing + 12 months, then every 6 months until 60 months)"
    );
    assert_eq!(
        add(None, Some(3), Condition::Always)[0],
        "Adds Blood count with differential: Month n (First dosing + 2 years, then every 6 months until 5 years)"
    );
    assert_eq!(
        add(Some(2), None, girls),
        [
            "Adds Blood count with differential: Month n (First dosing + 1 year 6 months, then every 1 year until 4 years 6 months; female only)",
            "新增 血常规及分类：第 n 个月（首次给药＋1年6个月，此后每1年一次，至4年6个月；性别：女）",
            "血算・白血球分画 を追加：n か月（初回投与＋1年6か月、以後1年ごと、4年6か月まで。女性のみ）",
        ]
    );
    let mut after = before.clone();
    after.visits[row].tasks.clear();
    after.visits[row].code = "H{n}".into();
    after.visits[row].when = Condition::AgeFrom("P2Y".parse().unwrap());
    after.visits[row].tasks.push(TaskUse {
        task: "blood-count".into(),
        when: Condition::Always,
        every_nth: Some(2),
        from_nth: None,
    });
    assert_eq!(
        told("en", &before, &after)[0],
        "Adds Month n (First dosing + 12 months, then every 6 months until 60 months; aged 2 years or older): Blood count with differential (First dosing + 1 year 6 months, then every 1 year until 4 years 6 months)"
    );
}
