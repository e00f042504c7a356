//! What earlier results ask for and what they end, with the results as evidence.

use facts::Closure;
use facts::answer::Answer;
use protocol::{CallFor, Condition, SettledBy, TaskUse};

use super::stories::standard;
use super::study::*;
use crate::ground::{AnswerGiven, Because, Ground};
use crate::obligation::{Asked, Cleared, LeftOut, Settled, What, WhyNot};

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

fn asks(task: &str, when: Condition) -> protocol::Protocol {
    let mut study = standard();
    let visit = study.visits.iter_mut().find(|visit| visit.code == "M6").unwrap();
    visit.tasks =
        vec![TaskUse { task: task.into(), when, every_nth: None, from_nth: None }, use_of("call", Condition::Always)];
    study
}

fn asked(task: &str, ground: Ground, holds: bool) -> Asked {
    Asked { task: Some(task.into()), because: vec![Because { ground, holds }] }
}

#[test]
fn a_task_that_a_result_switched_on_names_the_result_its_day_and_what_ends_it() {
    let positive = || Condition::RcrRclPositive { until_negative: 2 };
    let tested = |story: &mut Story, day: &str, result: &str| {
        let answers = [("result", Answer::choice(result)), ("confirmed", Answer::choice("confirmed"))];
        story.assessed("rcr-rcl", on(day), Closure::Answered, &answers);
    };
    let rcr = |negative_on: &[&str]| Ground::RcrRcl {
        positive_on: Some(on("2024-10-01")),
        negative_on: negative_on.iter().map(|day| on(day)).collect(),
        until_negative: 2,
    };
    let (on_by, off_by) = (asks("tests", positive()), asks("kept", Condition::Not(Box::new(positive()))));
    let mut story = Story::dosed("2024-08-31");
    let of = |story: &Story, study: &protocol::Protocol| get(&story.owes(study), "visit:M6").clone();
    assert_eq!((of(&story, &on_by).asked, of(&story, &on_by).left_out), (vec![], vec![]), "nothing was found yet");
    assert_eq!((of(&story, &off_by).asked, of(&story, &off_by).left_out), (vec![], vec![]));
    tested(&mut story, "2024-10-01", "positive");
    tested(&mut story, "2024-11-01", "negative");
    assert_eq!(of(&story, &on_by).asked, [asked("tests", rcr(&["2024-11-01"]), true)]);
    let why = WhyNot::Unmet { because: vec![Because { ground: rcr(&["2024-11-01"]), holds: true }] };
    assert_eq!(of(&story, &off_by).left_out, [LeftOut { task: "kept".into(), why }]);
    tested(&mut story, "2024-12-01", "negative");
    let ended = rcr(&["2024-11-01", "2024-12-01"]);
    assert_eq!(of(&story, &off_by).asked, [asked("kept", ended.clone(), false)]);
    let why = WhyNot::Unmet { because: vec![Because { ground: ended, holds: false }] };
    assert_eq!(of(&story, &on_by).left_out, [LeftOut { task: "tests".into(), why }]);
}

#[test]
fn an_answer_and_an_open_finding_are_named_where_they_ask_for_a_task() {
    let answered = || Condition::Answered { kind: "puberty".into(), field: "menarche".into(), is: vec!["yes".into()] };
    let either = Condition::Any(vec![Condition::AgeFrom(period("P12Y")), answered()]);
    let study = asks("pregnancy", either);
    let mut story = Story::dosed("2024-08-31");
    assert_eq!(get(&story.owes(&study), "visit:M6").asked, []);
    story.assessed("puberty", on("2024-12-01"), Closure::Answered, &[("menarche", Answer::choice("yes"))]);
    let ground = Ground::Answered {
        kind: "puberty".into(),
        field: "menarche".into(),
        wanted: vec!["yes".into()],
        told: Some(AnswerGiven { answer: "yes".into(), on: on("2024-12-01") }),
    };
    assert_eq!(get(&story.owes(&study), "visit:M6").asked, [asked("pregnancy", ground, true)]);
    // A finding, with the limit of its rule.
    let study = asks("sites", Condition::FindingOpen("vector-positive-unanalysed".into()));
    let story = Story::dosed("2024-08-31").marked("2024-12-01", Some(4));
    let asked_for = get(&story.owes(&study), "visit:M6").asked.clone();
    let Some(Ground::Finding { seen_on, limits, .. }) = asked_for.first().map(|asked| &asked.because[0].ground) else {
        panic!("{asked_for:?}")
    };
    assert_eq!((*seen_on, limits["percent"].as_str()), (Some(on("2024-12-01")), "1"));
}

#[test]
fn a_search_that_ended_names_the_days_of_its_samples() {
    let story =
        Story::dosed("2024-08-31").marked("2024-09-30", Some(4)).marked("2024-11-30", None).marked("2024-12-30", None);
    let why = WhyNot::Undetected { samples: vec![on("2024-11-30"), on("2024-12-30")] };
    let left = get(&story.owes(&standard()), "visit:M6").left_out.clone();
    assert!(left.contains(&LeftOut { task: "sites".into(), why }), "{left:?}");
}

#[test]
fn a_visit_that_is_not_for_this_person_says_what_it_asks_of_them() {
    let of = |when: Condition| protocol(vec![protocol::Visit { when, ..visit("Y5", dosing(), "P5Y") }]);
    let why = |when: Condition| match &get(&Story::dosed("2024-08-31").owes(&of(when)), "visit:Y5").settled {
        Some(Settled::NotRequired { why: WhyNot::Unmet { because } }) => because.clone(),
        other => panic!("{other:?}"),
    };
    let not = |ground: Ground| vec![Because { ground, holds: false }];
    assert_eq!(why(Condition::Sex(facts::Sex::Male)), not(Ground::Sex { sex: facts::Sex::Male }));
    assert_eq!(why(Condition::AgeFrom(period("P12Y"))), not(Ground::AgeFrom { age: period("P12Y") }));
    assert_eq!(why(Condition::YearsAfter(period("P6Y"))), not(Ground::YearsAfter { years: period("P6Y") }));
    let rcr = Ground::RcrRcl { positive_on: None, negative_on: Vec::new(), until_negative: 2 };
    assert_eq!(why(Condition::RcrRclPositive { until_negative: 2 }), not(rcr.clone()));
    // Of several ways none may be left out; of several demands the one that fails is told.
    let either = [Condition::Sex(facts::Sex::Male), Condition::RcrRclPositive { until_negative: 2 }];
    assert_eq!(
        why(Condition::Any(either.to_vec())),
        [not(Ground::Sex { sex: facts::Sex::Male }), not(rcr.clone())].concat()
    );
    let both = [Condition::Sex(facts::Sex::Female), Condition::RcrRclPositive { until_negative: 2 }];
    assert_eq!(why(Condition::All(both.to_vec())), not(rcr));
    // A visit of which no task is for the person says the same of its tasks.
    let mut only = of(Condition::Always);
    only.visits[0].tasks = vec![use_of("call", Condition::AgeUnder(period("P2Y")))];
    let told = get(&Story::dosed("2024-08-31").owes(&only), "visit:Y5").settled.clone();
    let because = not(Ground::AgeUnder { age: period("P2Y") });
    assert_eq!(told, Some(Settled::NotRequired { why: WhyNot::Unmet { because } }));
}

/// Rows that an earlier edition of the program kept are read.
#[test]
fn what_was_kept_before_the_reasons_had_data_is_still_read() {
    let old = r#"[{"is":"undetected"},{"is":"condition"}]"#;
    let read: Vec<WhyNot> = serde_json::from_str(old).unwrap();
    assert_eq!(read, [WhyNot::Undetected { samples: Vec::new() }, WhyNot::Condition]);
}
