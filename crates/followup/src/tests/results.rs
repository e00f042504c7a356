//! What earlier results ask for and what they end, with the results as evidence.

use facts::Closure;
use facts::answer::Answer;
use protocol::{CallFor, Condition, SettledBy, TaskUse};

use super::stories::standard;
use super::study::*;
use crate::obligation::{Cleared, LeftOut, Settled, What, WhyNot};
use crate::tasks_due;

fn cleared(matrix: &str, spacing: Option<&str>) -> Condition {
    Condition::UntilCleared { matrix: matrix.into(), consecutive: 3, spacing: spacing.map(period) }
}

/// The standard study with another condition on its urine samples.
fn sampled(spacing: Option<&str>) -> protocol::Protocol {
    let mut study = standard();
    for used in study.visits.iter_mut().flat_map(|visit| &mut visit.tasks).filter(|used| &*used.task == "shed-urine") {
        used.when = cleared("urine", spacing);
    }
    study
}

#[test]
fn a_visit_says_which_samples_it_leaves_out_on_what_evidence() {
    let mut story = Story::dosed("2024-08-31");
    let days = ["2024-09-30", "2024-10-15", "2024-11-30"];
    let samples: Vec<_> = days.map(|day| story.shed_on("urine", on(day), false)).into();
    let why = WhyNot::Cleared(Cleared { matrix: "urine".into(), on: on("2024-11-30"), samples });
    let left = |story: &Story| get(&story.owes(&standard()), "visit:M6").left_out.clone();
    assert_eq!(left(&story), [LeftOut { task: "shed-urine".into(), why }]);
    assert_eq!(get(&story.owes(&standard()), "visit:M6").settled, None);
    assert!(left(&story.shed("urine", "2025-01-10", true)).is_empty());
}

#[test]
fn negatives_closer_than_the_protocol_says_end_no_sampling() {
    let story = Story::dosed("2024-08-31").shed("urine", "2024-09-30", false).shed("urine", "2024-10-15", false).shed(
        "urine",
        "2024-11-30",
        false,
    );
    let due = |spacing| {
        tasks_due(&(&sampled(spacing)).into(), &story.life(), &[], &["M6".to_owned()], on("2025-02-28"))
            .contains(&"shed-urine".to_owned())
    };
    assert_eq!([None, Some("P15D"), Some("P16D"), Some("P1M")].map(due), [false, false, true, true]);
}

#[test]
fn yearly_samples_are_tested_instead_of_kept_after_a_positive_test_until_enough_were_negative() {
    let mut study = standard();
    let positive = || Condition::RcrRclPositive { until_negative: 2 };
    let used = |task: &str, when| TaskUse { task: task.into(), when, every_nth: None, from_nth: None };
    let visit = study.visits.iter_mut().find(|visit| visit.code == "M6").unwrap();
    visit.tasks = vec![used("tested", positive()), used("kept", Condition::Not(Box::new(positive())))];
    let due = |story: &Story| tasks_due(&(&study).into(), &story.life(), &[], &["M6".to_owned()], on("2025-02-28"));
    let mut story = Story::dosed("2024-08-31");
    assert_eq!(due(&story), ["kept"]);
    let mut tested = |day: &str, result: &str, confirmed: &str| {
        let answers = [("result", Answer::choice(result)), ("confirmed", Answer::choice(confirmed))];
        story.assessed("rcr-rcl", on(day), Closure::Answered, &answers);
        due(&story)
    };
    assert_eq!(tested("2024-10-01", "positive", "not-confirmed"), ["kept"]);
    assert_eq!(tested("2024-11-01", "positive", "confirmed"), ["tested"]);
    assert_eq!(tested("2024-12-01", "negative", "not-done"), ["tested"]);
    assert_eq!(tested("2024-12-15", "indeterminate", "not-done"), ["tested"]);
    assert_eq!(tested("2025-01-01", "negative", "not-done"), ["kept"]);
    // The test of the day itself does not change what the day asks for.
    assert_eq!(tested("2025-02-28", "positive", "confirmed"), ["kept"]);
}

/// A tumour with its checklist: one task an answer of the form.
fn checklist() -> protocol::Protocol {
    let mut study = standard();
    let of = |code: &str, field: &str, is: &[&str], day: Option<&str>| protocol::Task {
        code: code.into(),
        kind: "malignancy".into(),
        archive_only: false,
        settled_by: Some(SettledBy {
            field: field.into(),
            is: is.iter().map(|code| (*code).to_owned()).collect(),
            on: day.map(str::to_owned),
        }),
        ..study.tasks[0].clone()
    };
    let tasks = [
        of("tumour-kept", "tissue-kept", &["yes"], None),
        of("tumour-vector", "vector-tested", &["negative", "positive"], Some("vector-tested-on")),
    ];
    let calls = ["tumour-kept", "tumour-vector"];
    study.rules[0].rule = "new-malignancy".into();
    study.rules[0].calls_for = calls.map(|task| CallFor::Repeat { task: task.into(), within: period("P1M") }).into();
    study.rules[0].calls_for.push(CallFor::Report {
        to: "sponsor".into(),
        within: protocol::Clock::Hours(24),
        when: protocol::ReportWhen::Always,
    });
    study.tasks.extend(tasks);
    study
}

fn tumour(more: &[(&'static str, Answer)]) -> Vec<(&'static str, Answer)> {
    let told = [("diagnosis", Answer::text("AML")), ("vector-tested", Answer::choice("not-yet"))];
    told.into_iter().filter(|(key, _)| more.iter().all(|(given, _)| given != key)).chain(more.iter().cloned()).collect()
}

#[test]
fn each_line_of_the_checklist_is_settled_by_its_own_answer_on_its_own_day() {
    let study = checklist();
    let key = |what: &str| format!("{what}:new-malignancy:2025-03-01");
    let told = |answers: &[(&'static str, Answer)]| {
        let mut story = Story::dosed("2024-08-31");
        story.assessed("malignancy", on("2025-03-01"), Closure::Answered, &tumour(answers));
        story.owes(&study)
    };
    let open = told(&[]);
    for line in ["test:tumour-kept", "test:tumour-vector", "report:sponsor"] {
        assert_eq!(get(&open, &key(line)).settled, None, "{line}");
    }
    let date = |day: &str| Answer::Date { on: day.parse().unwrap() };
    let worked_up = told(&[
        ("tissue-kept", Answer::choice("yes")),
        ("vector-tested", Answer::choice("negative")),
        ("vector-tested-on", date("2025-04-09")),
        ("reported-on", date("2025-03-02")),
    ]);
    let done = |line: &str| stands(&worked_up, &key(line), "2025-05-01");
    assert_eq!(
        ["test:tumour-kept", "test:tumour-vector", "report:sponsor"].map(done),
        ["done InWindow", "done Late", "done InWindow"]
    );
    let planned = told(&[("tissue-kept", Answer::choice("planned"))]);
    assert_eq!(get(&planned, &key("test:tumour-kept")).settled, None);
}

#[test]
fn the_work_up_of_a_second_tumour_does_not_settle_that_of_the_first() {
    let mut story = Story::dosed("2024-08-31");
    story.assessed("malignancy", on("2025-03-01"), Closure::Answered, &tumour(&[]));
    let kept = tumour(&[("tissue-kept", Answer::choice("yes"))]);
    story.assessed("malignancy", on("2026-03-01"), Closure::Answered, &kept);
    let owed = story.owes(&checklist());
    assert_eq!(get(&owed, "test:tumour-kept:new-malignancy:2025-03-01").settled, None);
    let second = &get(&owed, "test:tumour-kept:new-malignancy:2026-03-01").settled;
    assert!(matches!(second, Some(Settled::Done { .. })), "{second:?}");
}

#[test]
fn a_checklist_is_one_form_until_it_is_begun_and_then_goes_on_in_its_record() {
    let study = checklist();
    let due = |story: &Story| {
        let life = story.life();
        tasks_due(&(&study).into(), &life, &signals::findings(&study, &life), &["Y1".to_owned()], on("2025-08-31"))
    };
    let lines = |story: &Story| {
        let due = due(story);
        ["tumour-kept", "tumour-vector"].map(|task| due.iter().any(|code| code == task))
    };
    let mut story = Story::dosed("2024-08-31");
    story.assessed("cancer-screen", on("2025-03-01"), Closure::Answered, &[("new-malignancy", Answer::choice("yes"))]);
    assert_eq!(lines(&story), [true, false]);
    let record = story.assessed("malignancy", on("2025-03-20"), Closure::Answered, &tumour(&[]));
    assert_eq!(lines(&story), [false, false]);
    let owed = story.owes(&study);
    let line = get(&owed, "test:tumour-vector:new-malignancy:2025-03-01");
    assert!(matches!(line.what, What::Test { record: Some(told), .. } if told == record), "{:?}", line.what);
    assert_eq!(line.settled, None);
}
