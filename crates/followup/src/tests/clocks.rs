//! Test-only: reporting clocks, recipients, and one report for one cause.

use facts::Moment;
use facts::fact::{Action, Fact, Handling, Sent};
use protocol::{CallFor, Clock, ReportWhen};
use signals::{Call, Finding, ReportClock};

use super::study::{Story, fifteen_years, finding, protocol, stands};
use crate::obligation::Obligation;

fn report(to: &str, within: Clock) -> CallFor {
    CallFor::Report { to: to.into(), within, when: ReportWhen::Always }
}

fn at(text: &str) -> Moment {
    text.parse().unwrap()
}

/// Learned on 1 March at 10:00; the sponsor within a day, the authority within seven.
fn found() -> Finding {
    let mut found = finding("2025-03-01", report("sponsor", Clock::Hours(24)), "2025-03-02");
    let learned_at = at("2025-03-01T10:00:00+08:00");
    let clock = |by_at: &str| Some(ReportClock { learned_at, by_at: at(by_at), day_only: false });
    found.calls_for[0].clock = clock("2025-03-02T10:00:00+08:00");
    let what = report("authority", Clock::Days(7));
    let by = "2025-03-08".parse().ok();
    found.calls_for.push(Call { what, by, clock: clock("2025-03-08T23:59:00+08:00") });
    found
}

fn told(mut story: Story, finding: &Finding, to: &str, when: &str) -> Story {
    let at = at(when);
    story.add(Fact::Handling(Handling {
        finding: finding.key.clone(),
        evidence: finding.digest(),
        action: Action::Reported,
        on: at.on(),
        comment: String::new(),
        sent: Some(Sent { to: to.into(), at, reference: String::new(), late: false }),
    }));
    story
}

fn owes(story: &Story, findings: &[Finding]) -> Vec<Obligation> {
    crate::obligations(&protocol(fifteen_years()), &story.life(), findings)
}

const SPONSOR: &str = "report:sponsor:dominant-clone:chr3";
const AUTHORITY: &str = "report:authority:dominant-clone:chr3";

#[test]
fn each_recipient_has_its_own_clock_and_is_settled_by_its_own_report() {
    let found = found();
    let story = told(Story::dosed("2025-01-01"), &found, "sponsor", "2025-03-02T09:59:00+08:00");
    let all = owes(&story, std::slice::from_ref(&found));
    assert_eq!(stands(&all, SPONSOR, "2025-03-09"), "done InWindow");
    assert_eq!(stands(&all, AUTHORITY, "2025-03-09"), "overdue 1");
}

#[test]
fn a_minute_after_its_hour_is_late_though_the_day_is_not_over() {
    let found = found();
    let story = told(Story::dosed("2025-01-01"), &found, "sponsor", "2025-03-02T10:01:00+08:00");
    assert_eq!(stands(&owes(&story, &[found]), SPONSOR, "2025-03-02"), "done Late");
}

#[test]
fn a_telephone_call_before_the_form_is_no_early_report() {
    let found = found();
    let story = told(Story::dosed("2025-01-01"), &found, "sponsor", "2025-02-28T18:00:00+08:00");
    assert_eq!(stands(&owes(&story, &[found]), SPONSOR, "2025-03-02"), "done InWindow");
}

/// The same clone seen by two rules, the other with the longer clock.
fn two() -> [Finding; 2] {
    let mut story = Story::dosed("2025-01-01").marked("2025-03-01", Some(5)).life();
    let seen = signals::findings(&protocol(fifteen_years()), &story).remove(0);
    story.handlings.clear();
    let mut first = Finding { evidence: seen.evidence.clone(), ..found() };
    first.calls_for.truncate(1);
    let mut second = first.clone();
    second.rule = "clone-near-watch-gene".into();
    second.key = "clone-near-watch-gene:chr3".into();
    second.calls_for =
        vec![Call { what: report("sponsor", Clock::Days(7)), by: "2025-03-08".parse().ok(), clock: None }];
    [first, second]
}

#[test]
fn one_cause_owes_a_recipient_one_report_by_the_shorter_clock() {
    let (story, both) = (Story::dosed("2025-01-01"), two());
    let other = "report:sponsor:clone-near-watch-gene:chr3";
    let all = owes(&story, &both);
    assert_eq!(stands(&all, SPONSOR, "2025-03-02"), "due soon 0");
    assert_eq!(stands(&all, other, "2025-03-02"), "not required: reported-once");
    let alone = owes(&story, &both[1..]);
    assert_eq!(stands(&alone, other, "2025-03-02"), "due soon 6", "the other was dismissed");
    let reported = told(story, &both[0], "sponsor", "2025-03-02T09:00:00+08:00");
    assert_eq!(stands(&owes(&reported, &both), other, "2025-03-20"), "not required: reported-once");
}
