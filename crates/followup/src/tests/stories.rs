//! Lives told in a few lines, and what is owed in them.

use facts::fact::{Action, DosingOutcome, Status};
use facts::{Closure, Sex};
use protocol::{Anchor, CallFor, Cites, Clock, Condition, DosingPick, ReportWhen, TaskUse, Visit};

use super::study::{
    Story, citation, dates, dosing, fifteen_years, finding, get, on, period, protocol, stands, tasks_due,
    until_cleared, use_of, visit, yearly,
};
use crate::{Accounted, Settled, What, accounted, awaited, followed_until, most_pressing, plan, suggest};

pub(super) fn standard() -> protocol::Protocol {
    protocol(fifteen_years())
}

#[test]
fn dosed_on_31_august_the_half_year_falls_on_the_last_of_february_and_says_so() {
    let owed = Story::dosed("2024-08-31").owes(&standard());
    let half_year = get(&owed, "visit:M6");
    assert_eq!(dates(half_year), "2025-02-14 2025-02-28 2025-03-14");
    assert!(half_year.because.clamped);
    assert_eq!(half_year.because.anchor_on, on("2024-08-31"));
    assert!(!get(&owed, "visit:Y1").because.clamped);
}

#[test]
fn dosed_on_29_february_yearly_to_year_15_never_drifts() {
    let owed = Story::dosed("2024-02-29").owes(&protocol(vec![yearly("Y{n}", "P1Y", "P15Y", 1)]));
    assert_eq!(owed.len(), 15);
    assert_eq!(get(&owed, "visit:Y1").window.due_on, on("2025-02-28"));
    assert_eq!(get(&owed, "visit:Y4").window.due_on, on("2028-02-29"));
    assert_eq!(get(&owed, "visit:Y15").window.due_on, on("2039-02-28"));
}

#[test]
fn a_late_month_6_visit_is_done_and_late() {
    let story = Story::dosed("2024-08-31");
    let before = story.owes(&standard());
    for (day, expected) in [
        ("2025-02-13", "opens in 1"),
        ("2025-02-14", "open 28"),
        ("2025-03-06", "open 8"),
        ("2025-03-07", "due soon 7"),
        ("2025-03-14", "due soon 0"),
        ("2025-03-15", "overdue 1"),
    ] {
        assert_eq!(stands(&before, "visit:M6", day), expected, "{day}");
    }
    let after = story.came("M6", "2025-04-20").owes(&standard());
    assert_eq!(stands(&after, "visit:M6", "2025-04-21"), "done Late");
}

#[test]
fn visits_before_dosing_and_on_boundary_days_settle_by_code() {
    let story = Story::dosed("2024-08-31").came("M1", "2024-08-01").came("M3", "2024-11-16").came("M6", "2025-03-14");
    let owed = story.owes(&standard());
    assert_eq!(stands(&owed, "visit:M1", "2026-01-01"), "done Early");
    assert_eq!(stands(&owed, "visit:M3", "2026-01-01"), "done InWindow");
    assert_eq!(stands(&owed, "visit:M6", "2026-01-01"), "done InWindow");
}

#[test]
fn of_two_visits_with_one_code_the_first_in_the_window_settles_and_both_are_kept() {
    let story = Story::dosed("2024-08-31").came("M6", "2025-01-10").came("M6", "2025-03-01").came("M6", "2025-03-02");
    let owed = story.owes(&standard());
    assert!(matches!(get(&owed, "visit:M6").settled, Some(Settled::Done { on: day, .. }) if day == on("2025-03-01")));
    assert_eq!(story.life().visits.len(), 3);
}

#[test]
fn an_unscheduled_contact_settles_no_visit() {
    let mut story = Story::dosed("2024-08-31");
    story.contact(None, on("2025-02-28"));
    assert_eq!(stands(&story.owes(&standard()), "visit:M6", "2025-02-28"), "open 14");
}

#[test]
fn a_declared_miss_yields_to_a_visit_that_took_place_after_all() {
    let missed = Story::dosed("2024-08-31").missed("visit:M6", "2025-04-01");
    assert_eq!(stands(&missed.owes(&standard()), "visit:M6", "2025-04-02"), "missed");
    let came = missed.came("M6", "2025-03-01");
    assert_eq!(stands(&came.owes(&standard()), "visit:M6", "2025-04-02"), "done InWindow");
}

#[test]
fn a_failed_or_partial_dosing_starts_follow_up() {
    for outcome in [DosingOutcome::Failed, DosingOutcome::Partial] {
        let mut story = Story::of("2021-02-11", "2024-08-31");
        story.dose_with("2024-08-31", outcome);
        assert_eq!(get(&story.owes(&standard()), "visit:Y15").window.due_on, on("2039-08-31"));
    }
}

#[test]
fn before_dosing_the_subject_is_awaited_and_not_lost() {
    let story = Story::of("2021-02-11", "2024-08-01");
    let owed = story.owes(&standard());
    assert_eq!(owed.iter().map(|o| o.key.as_str()).collect::<Vec<_>>(), ["visit:BASE", "visit:ADULT"]);
    let waiting = awaited(&standard(), &story.life());
    assert_eq!(waiting.len(), 1);
    assert_eq!((&waiting[0].anchor, waiting[0].visits), (&dosing(), 18));
    assert_eq!(followed_until(&standard(), &story.life()), None);
    assert!(awaited(&standard(), &story.dose("2024-08-31").life()).is_empty());
}

/// Everything that ends or interrupts follow-up.
const GONE: [Status; 5] =
    [Status::Deceased, Status::Withdrawn, Status::Transferred, Status::Completed, Status::LostToFollowUp];

#[test]
fn who_left_follow_up_has_nothing_open_and_what_passed_before_is_missed_for_that_reason() {
    for status in GONE {
        let story = Story::dosed("2024-08-31").came("M1", "2024-09-30").status(status, "2025-03-01");
        let owed = story.owes(&standard());
        assert_eq!(stands(&owed, "visit:M1", "2025-06-01"), "done InWindow");
        assert_eq!(stands(&owed, "visit:M3", "2025-06-01"), format!("missed: {status:?} 2025-03-01"));
        assert_eq!(stands(&owed, "visit:M6", "2025-06-01"), "not required: status");
        assert_eq!(stands(&owed, "visit:Y15", "2025-06-01"), "not required: status");
        assert!(owed.iter().all(|o| o.settled.is_some()), "{status:?}");
        assert_eq!(most_pressing(&owed, on("2025-06-01"), &period("P7D")), None);
        let state = accounted(story.life().status_on(on("2025-06-01")), None);
        assert!(!matches!(state, Accounted::UpToDate | Accounted::Due | Accounted::Overdue), "{status:?}: {state:?}");
    }
}

#[test]
fn the_last_day_of_the_window_decides_between_missed_and_not_required() {
    // The window of month 3 is 2024-11-16 to 2024-12-14.
    for status in GONE {
        for (day, expected) in [
            ("2024-11-15", "not required: status".to_owned()),
            ("2024-11-16", "not required: status".to_owned()),
            ("2024-12-14", "not required: status".to_owned()),
            ("2024-12-15", format!("missed: {status:?} 2024-12-15")),
        ] {
            let owed = Story::dosed("2024-08-31").status(status, day).owes(&standard());
            assert_eq!(stands(&owed, "visit:M3", "2025-06-01"), expected, "{day}");
        }
    }
}

#[test]
fn who_comes_back_to_follow_up_owes_again_what_had_passed_before() {
    for status in GONE {
        let gone = Story::dosed("2024-08-31").status(status, "2025-03-01");
        let back = gone.status(Status::OnFollowUp, "2025-03-14");
        assert_eq!(stands(&back.owes(&standard()), "visit:M3", "2025-06-01"), "overdue 169");
        // Back on the last day of the window of month 6.
        assert_eq!(stands(&back.owes(&standard()), "visit:M6", "2025-03-14"), "due soon 0");
        let late = Story::dosed("2024-08-31").status(status, "2025-03-01").status(Status::OnFollowUp, "2025-03-15");
        assert_eq!(stands(&late.owes(&standard()), "visit:M6", "2025-06-01"), "not required: status");
    }
}

#[test]
fn what_is_settled_otherwise_says_so_and_not_that_the_subject_left() {
    let story = Story::of("1990-01-01", "2026-03-01").dose("2024-03-01").missed("visit:Y1", "2026-03-02");
    let owed = story.status(Status::Deceased, "2026-06-01").owes(&standard());
    assert_eq!(stands(&owed, "visit:M3", "2026-07-01"), "not required: before-enrolment");
    assert_eq!(stands(&owed, "visit:Y1", "2026-07-01"), "missed");
    assert_eq!(stands(&owed, "visit:ADULT", "2026-07-01"), "not required: already-adult");
    assert_eq!(stands(&owed, "visit:Y2", "2026-07-01"), "missed: Deceased 2026-06-01");
}

#[test]
fn someone_who_was_lost_twice_and_came_back_owes_only_what_was_possible() {
    let story = Story::dosed("2024-08-31")
        .status(Status::LostToFollowUp, "2025-03-01")
        .status(Status::OnFollowUp, "2025-09-10")
        .status(Status::LostToFollowUp, "2026-08-01")
        .status(Status::OnFollowUp, "2027-01-01");
    let owed = story.owes(&standard());
    assert_eq!(stands(&owed, "visit:M6", "2027-02-01"), "not required: status");
    // Back four days before the window of the first year closed.
    assert_eq!(stands(&owed, "visit:Y1", "2025-09-14"), "due soon 0");
    assert_eq!(stands(&owed, "visit:Y2", "2027-02-01"), "not required: status");
    assert_eq!(stands(&owed, "visit:Y3", "2027-02-01"), "opens in 197");
}

#[test]
fn a_status_entered_in_error_gives_every_visit_back() {
    let mut story = Story::dosed("2024-08-31").status(Status::Withdrawn, "2024-10-01");
    assert_eq!(stands(&story.owes(&standard()), "visit:Y5", "2024-11-01"), "not required: status");
    let mut void = story.entries.last().unwrap().clone();
    void.supersedes = Some(void.id);
    void.id = facts::EntryId(uuid::Uuid::from_u128(9000));
    void.fact = facts::Fact::EnteredInError(facts::fact::EnteredInError {});
    story.entries.push(void);
    assert_eq!(stands(&story.owes(&standard()), "visit:Y5", "2029-08-20"), "open 25");
}

#[test]
fn the_visit_at_majority_is_for_those_who_come_of_age_during_follow_up() {
    let at = |born: &str| {
        stands(&Story::of(born, "2024-08-31").dose("2024-08-31").owes(&standard()), "visit:ADULT", "2024-09-01")
    };
    assert_eq!(at("1990-05-05"), "not required: already-adult");
    assert_eq!(at("2006-08-31"), "not required: already-adult");
    assert_eq!(at("2006-09-30"), "opens in 15");
    assert_eq!(at("2021-08-31"), "opens in 5463");
    // Sixteen at the end of follow-up: the eighteenth birthday falls after it.
    assert_eq!(at("2023-08-31"), "not required: after-follow-up");
}

#[test]
fn the_protocol_says_when_one_is_of_age_and_when_a_result_is_asked_after() {
    let elsewhere = protocol::Protocol {
        age_of_majority: period("P20Y"),
        results_within: period("P10D"),
        cites: Cites { results_within: Some(citation()), ..Cites::default() },
        ..standard()
    };
    let mut story = Story::of("2010-02-28", "2024-08-31").dose("2024-08-31");
    story.assessed("integration-site", on("2025-05-01"), Closure::Awaited, &[]);
    let of = |study: &protocol::Protocol| {
        let owed = story.owes(study);
        let result = owed.iter().find(|o| matches!(o.what, What::Result { .. })).unwrap().clone();
        (get(&owed, "visit:ADULT").window.due_on, result.window.latest_on, result.citation.as_deref().cloned())
    };
    assert_eq!(of(&standard()), (on("2028-02-28"), on("2025-06-12"), None));
    assert_eq!(of(&elsewhere), (on("2030-02-28"), on("2025-05-11"), Some(citation())));
}

#[test]
fn someone_enrolled_years_after_dosing_owes_only_what_is_still_open() {
    let story = Story::of("1990-01-01", "2026-03-01").dose("2024-03-01").came("M6", "2024-09-05");
    let owed = story.owes(&standard());
    assert_eq!(stands(&owed, "visit:M3", "2026-03-01"), "not required: before-enrolment");
    assert_eq!(stands(&owed, "visit:M6", "2026-03-01"), "done InWindow");
    assert_eq!(stands(&owed, "visit:Y2", "2026-03-01"), "open 14");
}

#[test]
fn three_clear_samples_in_a_row_end_the_sampling_and_a_detection_brings_it_back() {
    let days = ["2024-09-30", "2024-10-15", "2024-11-30"];
    let mut story = Story::dosed("2024-08-31");
    for day in days {
        story = story.shed("urine", day, false);
    }
    let due = |story: &Story, code: &str, day: &str| {
        tasks_due(&(&standard()).into(), &story.life(), &[], &[code.to_owned()], on(day))
    };
    // The third clear sample is still asked for on the day it is taken.
    assert!(due(&story, "M3", "2024-11-30").contains(&"shed-urine".to_owned()));
    assert!(!due(&story, "M6", "2025-02-28").contains(&"shed-urine".to_owned()));
    assert!(!get(&story.owes(&standard()), "visit:M6").tasks.contains(&"shed-urine".into()));
    let again = story.shed("urine", "2025-01-10", true);
    assert!(due(&again, "M6", "2025-02-28").contains(&"shed-urine".to_owned()));
    assert!(get(&again.owes(&standard()), "visit:M6").tasks.contains(&"shed-urine".into()));
}

#[test]
fn samples_of_one_day_are_one_time_point() {
    let story = Story::dosed("2024-08-31").shed("urine", "2024-10-01", false).shed("urine", "2024-10-01", false).shed(
        "urine",
        "2024-10-01",
        false,
    );
    assert!(
        tasks_due(&(&standard()).into(), &story.life(), &[], &["M6".to_owned()], on("2025-02-28"))
            .contains(&"shed-urine".to_owned())
    );
}

#[test]
fn the_search_for_vector_ends_when_it_is_no_longer_detected() {
    let due = |story: &Story| {
        tasks_due(&(&standard()).into(), &story.life(), &[], &["M6".to_owned()], on("2025-02-28"))
            .contains(&"sites".to_owned())
    };
    let once = Story::dosed("2024-08-31").marked("2024-09-30", Some(4)).marked("2024-11-30", None);
    assert!(due(&once));
    let twice = once.marked("2024-12-30", Some(0));
    assert!(!due(&twice));
    assert!(due(&twice.marked("2025-01-30", Some(1))));
}

#[test]
fn a_visit_for_samples_that_are_all_cleared_is_not_required() {
    let only_urine =
        Visit { tasks: vec![use_of("shed-urine", until_cleared("urine"))], ..visit("W20", dosing(), "P20W") };
    let study = protocol(vec![only_urine]);
    let mut story = Story::dosed("2024-08-31");
    for day in ["2024-09-10", "2024-09-20", "2024-09-30"] {
        story = story.shed("urine", day, false);
    }
    assert_eq!(stands(&story.owes(&study), "visit:W20", "2025-01-18"), "not required: cleared");
    let came = story.came("W20", "2025-01-18");
    assert_eq!(stands(&came.owes(&study), "visit:W20", "2025-01-18"), "done InWindow");
}

#[test]
fn conditions_of_age_sex_and_time_are_judged_for_the_visit() {
    let of = |when: Condition| Visit { tasks: vec![use_of("call", when)], ..visit("Y5", dosing(), "P5Y") };
    let standing = |when| stands(&Story::dosed("2024-08-31").owes(&protocol(vec![of(when)])), "visit:Y5", "2029-08-31");
    assert_eq!(standing(Condition::AgeUnder(period("P9Y"))), "open 14");
    assert_eq!(standing(Condition::AgeUnder(period("P8Y"))), "not required: unmet");
    assert_eq!(standing(Condition::Sex(Sex::Male)), "not required: unmet");
    assert_eq!(standing(Condition::YearsAfter(period("P5Y"))), "open 14");
    assert_eq!(standing(Condition::YearsBefore(period("P5Y"))), "not required: unmet");
    assert_eq!(standing(Condition::Not(Box::new(Condition::Sex(Sex::Male)))), "open 14");
    let any = vec![Condition::Sex(Sex::Male), Condition::AgeFrom(period("P8Y"))];
    assert_eq!(standing(Condition::Any(any.clone())), "open 14");
    assert_eq!(standing(Condition::All(any)), "not required: unmet");
}

#[test]
fn coming_a_week_early_does_not_make_the_fifth_year_the_fourth() {
    let from_five =
        Visit { tasks: vec![use_of("call", Condition::YearsAfter(period("P5Y")))], ..visit("Y5", dosing(), "P5Y") };
    let study = protocol(vec![from_five]);
    let story = Story::dosed("2024-08-31").came("Y5", "2029-08-24");
    assert_eq!(get(&story.owes(&study), "visit:Y5").tasks, ["call".into()]);
    assert_eq!(tasks_due(&(&study).into(), &story.life(), &[], &["Y5".to_owned()], on("2029-08-24")), ["call"]);
}

#[test]
fn a_task_at_every_second_visit_falls_on_the_second_and_fourth() {
    let every_second = TaskUse { every_nth: Some(2), ..use_of("sites", Condition::Always) };
    let tasks = vec![use_of("call", Condition::Always), every_second];
    let owed = Story::dosed("2024-08-31").owes(&protocol(vec![Visit { tasks, ..yearly("Y{n}", "P1Y", "P4Y", 1) }]));
    let with: Vec<&str> = owed.iter().filter(|o| o.tasks.len() == 2).map(|o| o.key.as_str()).collect();
    assert_eq!(with, ["visit:Y2", "visit:Y4"]);
}

#[test]
fn a_second_dosing_starts_the_schedule_anew_and_keeps_what_was_done() {
    let last = Anchor::Dosing(DosingPick::Last);
    let study = protocol(["P1M", "P3M", "P6M"].map(|after| visit(&after[1..], last.clone(), after)).to_vec());
    let story = Story::dosed("2024-08-31").came("1M", "2024-09-30").missed("visit:3M", "2024-12-20");
    let before = story.owes(&study);
    let story = story.dose("2025-02-01").came("1M", "2025-03-02");
    let after = story.owes(&study);
    assert!(before.iter().all(|old| after.iter().any(|o| o.key == old.key)));
    assert_eq!(stands(&after, "visit:1M@1", "2025-04-01"), "done InWindow");
    assert_eq!(stands(&after, "visit:3M@1", "2025-04-01"), "missed");
    assert_eq!(stands(&after, "visit:6M@1", "2025-04-01"), "superseded");
    assert_eq!(stands(&after, "visit:1M", "2025-04-01"), "done InWindow");
    assert_eq!(stands(&after, "visit:3M", "2025-04-01"), "opens in 16");
    assert_eq!(get(&after, "visit:6M").window.due_on, on("2025-08-01"));
}

#[test]
fn a_visit_after_another_counts_from_the_day_that_one_took_place() {
    let after_m3 = Visit { ..visit("M3B", Anchor::PreviousVisit, "P2W") };
    let after_m1 = visit("M1B", Anchor::Event("M1".into()), "P1W");
    let study = protocol(vec![after_m1, visit("M1", dosing(), "P1M"), visit("M3", dosing(), "P3M"), after_m3]);
    let story = Story::dosed("2024-08-31");
    let planned = story.owes(&study);
    assert_eq!(get(&planned, "visit:M3B").window.due_on, on("2024-12-14"));
    assert_eq!(get(&planned, "visit:M1B").window.due_on, on("2024-10-07"));
    let owed = story.came("M1", "2024-10-05").came("M3", "2024-12-20").owes(&study);
    assert_eq!(get(&owed, "visit:M3B").window.due_on, on("2025-01-03"));
    assert_eq!(get(&owed, "visit:M1B").window.due_on, on("2024-10-12"));
}

#[test]
fn visits_that_wait_for_each_other_never_begin() {
    let pair = [("A", "B"), ("B", "A")].map(|(code, event)| visit(code, Anchor::Event(event.into()), "P1M"));
    assert!(Story::dosed("2024-08-31").owes(&protocol(pair.to_vec())).is_empty());
}

#[test]
fn a_repeat_test_is_settled_by_the_next_sample_that_is_not_the_evidence() {
    let mut story = Story::dosed("2024-08-31").marked("2025-03-01", Some(5));
    let owed = story.owes(&standard());
    let test = owed.iter().find(|o| matches!(o.what, What::Test { .. })).unwrap();
    assert_eq!((dates(test).as_str(), test.because.offset), ("2025-03-01 2025-06-01 2025-06-01", period("P3M")));
    let key = test.key.clone();
    assert_eq!(stands(&owed, &key, "2025-06-02"), "overdue 1");
    let due = |story: &Story| {
        let life = story.life();
        tasks_due(
            &(&standard()).into(),
            &life,
            &signals::findings(&standard(), &life),
            &["Y1".to_owned()],
            on("2025-08-31"),
        )
    };
    assert_eq!(due(&story), ["call", "sites"]);
    // The sample is taken, its result awaited: the test is made, the result is owed.
    story.assessed("integration-site", on("2025-05-01"), Closure::Awaited, &[]);
    let made = story.owes(&standard());
    assert_eq!(stands(&made, &key, "2025-06-02"), "done InWindow");
    let result = made.iter().find(|o| matches!(o.what, What::Result { .. })).unwrap();
    assert_eq!(dates(result), "2025-05-01 2025-06-12 2025-06-12");
    assert_eq!(due(&story), ["call"]);
}

#[test]
fn neither_death_nor_withdrawal_stops_a_reporting_clock() {
    let report = CallFor::Report { to: "sponsor".into(), within: Clock::Days(7), when: ReportWhen::Always };
    let found = finding("2025-03-01", report, "2025-03-08");
    let story = Story::dosed("2024-08-31").status(Status::Deceased, "2025-03-02");
    let owes = |story: &Story| crate::obligations(&standard(), &story.life(), std::slice::from_ref(&found));
    let key = "report:sponsor:dominant-clone:chr3";
    assert_eq!(stands(&owes(&story), key, "2025-03-09"), "overdue 1");
    let reported = story.handled(&found, Action::Reported, "2025-03-05");
    assert_eq!(stands(&owes(&reported), key, "2025-03-09"), "done InWindow");
    let reopened = reported.handled(&found, Action::Reopened, "2025-03-10");
    assert_eq!(stands(&owes(&reopened), key, "2025-03-11"), "overdue 3");
}

#[test]
fn a_repeat_test_ends_with_death_and_with_a_dismissed_finding() {
    let repeat = CallFor::Repeat { task: "sites".into(), within: period("P3M") };
    let found = finding("2025-03-01", repeat, "2025-06-01");
    let owes = |story: &Story| crate::obligations(&standard(), &story.life(), std::slice::from_ref(&found));
    let key = "test:sites:dominant-clone:chr3";
    let dead = Story::dosed("2024-08-31").status(Status::Deceased, "2025-06-01");
    assert_eq!(stands(&owes(&dead), key, "2025-07-01"), "not required: status");
    let later = Story::dosed("2024-08-31").status(Status::Deceased, "2025-06-02");
    assert_eq!(stands(&owes(&later), key, "2025-07-01"), "missed: Deceased 2025-06-02");
    let dismissed = Story::dosed("2024-08-31").handled(&found, Action::Dismissed, "2025-03-05");
    assert_eq!(stands(&owes(&dismissed), key, "2025-07-01"), "not required: finding-gone");
}

#[test]
fn a_test_that_two_findings_call_for_is_asked_once_by_the_earlier_day() {
    let repeat = || CallFor::Repeat { task: "sites".into(), within: period("P3M") };
    let first = finding("2025-03-01", repeat(), "2025-06-01");
    let mut second = finding("2025-03-20", repeat(), "2025-06-20");
    second.key = "clone-near-watch-gene:LMO2".into();
    let both = [second, first];
    let owes = |story: &Story| crate::obligations(&standard(), &story.life(), &both);
    let (early, late) = ("test:sites:dominant-clone:chr3", "test:sites:clone-near-watch-gene:LMO2");
    let mut story = Story::dosed("2024-08-31");
    assert_eq!(stands(&owes(&story), early, "2025-06-02"), "overdue 1");
    assert_eq!(stands(&owes(&story), late, "2025-06-02"), "not required: asked-already");
    // A sample taken before the second finding answers the first alone.
    story.assessed("integration-site", on("2025-03-10"), Closure::Awaited, &[]);
    assert_eq!(stands(&owes(&story), early, "2025-06-02"), "done InWindow");
    assert_eq!(stands(&owes(&story), late, "2025-06-21"), "overdue 1");
    story.assessed("integration-site", on("2025-04-10"), Closure::Awaited, &[]);
    assert_eq!(stands(&owes(&story), late, "2025-06-21"), "done InWindow");
}

#[test]
fn a_contact_answers_the_open_visit_then_the_nearest_one() {
    let story = Story::dosed("2024-08-31");
    let suggested = |story: &Story, day: &str| {
        let owed = story.owes(&standard());
        suggest(&owed, on(day)).map(|index| owed[index].key.clone())
    };
    assert_eq!(suggested(&story, "2024-09-25").as_deref(), Some("visit:M1"));
    // Nothing is open: month 1 is overdue by nine days, month 3 opens in 23.
    assert_eq!(suggested(&story, "2024-10-23").as_deref(), Some("visit:M1"));
    let came = story.came("BASE", "2024-08-31").came("M1", "2024-09-25");
    assert_eq!(suggested(&came, "2024-10-23").as_deref(), Some("visit:M3"));
    assert_eq!(suggested(&came, "2024-10-15"), None);
}

#[test]
fn the_bare_plan_of_a_protocol_has_every_visit_and_settles_only_what_age_settles() {
    let anchors = crate::Anchors { born_on: on("2000-02-11"), sex: Sex::Female, dosed_on: vec![on("2024-08-31")] };
    let before = visit("SCR", dosing(), "-P2M");
    let all = plan(&protocol([vec![before], fifteen_years()].concat()), &anchors);
    assert_eq!(all.len(), 21);
    let settled: Vec<&str> = all.iter().filter(|o| o.settled.is_some()).map(|o| o.key.as_str()).collect();
    assert_eq!(settled, ["visit:ADULT"]);
}
