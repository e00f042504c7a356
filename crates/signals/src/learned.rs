//! When the site learned of what a finding reports: the instant of the ledger line with which the rule first saw it.
//!
//! Reporting clocks count from there (21 CFR 312.32 (c), EU CTR article 42: from awareness), not from the day of a
//! sample whose result came weeks later. The versions of the evidence are replayed in the order they were written,
//! so that a correction which makes an event serious starts its clock, and one that mends a typing slip does not
//! start it anew. Where the form says that the site learned on an earlier day, the hour is unknown and the clock
//! counts from the end of that day. A clock in hours ends at its minute, a clock in days with its last day.
//!
//! Knows no today: whether a clock has run out is said by `followup`.

use std::collections::BTreeSet;

use facts::fact::Recorded;
use facts::{CivilDate, Kept, Life, Moment, RecordId};
use protocol::{CallFor, Clock, RuleClause};

use crate::finding::{Finding, ReportClock};
use crate::rules::{Case, Rule};

/// Gives every report of `findings` its clock. Lines without an instant leave the day as the rule counted it.
pub(crate) fn clocks(findings: &mut [Finding], rule: &Rule, clause: &RuleClause, case: &Case<'_>) {
    let life = case.life;
    let keys: BTreeSet<String> = findings.iter().map(|finding| finding.key.clone()).collect();
    for finding in findings.iter_mut().filter(|finding| finding.reports().next().is_some()) {
        let records: BTreeSet<RecordId> = finding.evidence.iter().map(|evidence| evidence.record).collect();
        let moments = moments(life, &records);
        let Some(last) = moments.last().copied() else { continue };
        let mut seen = false;
        for at in &moments {
            let past = as_of(life, rule, *at);
            // The last line is today's life: nothing has to be judged again.
            let then = if *at == last {
                vec![finding.clone()]
            } else {
                (rule.judge)(rule, &Case { life: &past, ..*case }, clause)
            };
            let same = |old: &&Finding| {
                let touches = || old.evidence.iter().any(|evidence| records.contains(&evidence.record));
                old.key == finding.key || (!keys.contains(&old.key) && touches())
            };
            let Some(old) = then.iter().find(same) else { continue };
            let told_on = if seen { None } else { learned_on(&past, &records) };
            match told_on.filter(|day| *day < at.on()) {
                Some(day) => start(finding, old, at.end_of(day), true),
                None => start(finding, old, *at, false),
            }
            seen = true;
            if finding.reports().all(|call| call.clock.is_some()) {
                break;
            }
        }
    }
}

/// Starts the clocks of those reports that the finding called for then and that do not run yet.
fn start(finding: &mut Finding, old: &Finding, learned_at: Moment, day_only: bool) {
    for call in finding.calls_for.iter_mut().filter(|call| call.clock.is_none()) {
        let CallFor::Report { within, .. } = &call.what else { continue };
        if !old.calls_for.iter().any(|then| then.what == call.what) {
            continue;
        }
        let by_at = match within {
            Clock::Hours(hours) => learned_at.plus_hours(*hours),
            Clock::Days(days) => learned_at.end_of(learned_at.on().plus_days(i32::try_from(*days).unwrap_or(1))),
        };
        call.by = Some(by_at.on());
        call.clock = Some(ReportClock { learned_at, by_at, day_only });
    }
}

fn versions<'a>(life: &'a Life, records: &'a BTreeSet<RecordId>) -> impl Iterator<Item = &'a Kept<Recorded>> {
    life.assessments.iter().chain(&life.earlier).filter(|kept| records.contains(&kept.record))
}

/// When the evidence was written, version by version, oldest first.
fn moments(life: &Life, records: &BTreeSet<RecordId>) -> Vec<Moment> {
    let mut moments: Vec<Moment> = versions(life, records).filter_map(|kept| kept.recorded_at.parse().ok()).collect();
    moments.sort_by(|a, b| a.minutes_since(b).cmp(&0).then(a.to_string().cmp(&b.to_string())));
    moments.dedup();
    moments
}

/// What the rule could read at an instant: of each record the newest version written by then.
fn as_of(life: &Life, rule: &Rule, at: Moment) -> Life {
    let written = |kept: &&Kept<Recorded>| kept.recorded_at.parse().is_ok_and(|written: Moment| !written.is_after(&at));
    let read = |kept: &&Kept<Recorded>| rule.reads.contains(&kept.fact.assessment.kind.as_str());
    let mut assessments: Vec<Kept<Recorded>> = Vec::new();
    // The newest versions come last and replace the older ones.
    for kept in life.earlier.iter().chain(&life.assessments).filter(read).filter(written) {
        assessments.retain(|older| older.record != kept.record);
        assessments.push(kept.clone());
    }
    assessments.sort_by_key(|kept| (kept.fact.assessment.collected_on, kept.record));
    Life { assessments, earlier: Vec::new(), handlings: Vec::new(), ..skeleton(life) }
}

/// The life without its assessments: those are the large part.
fn skeleton(life: &Life) -> Life {
    Life {
        subject: life.subject,
        enrolment: life.enrolment.clone(),
        dosings: life.dosings.clone(),
        visits: life.visits.clone(),
        assessments: Vec::new(),
        imports: Vec::new(),
        earlier: Vec::new(),
        missed: Vec::new(),
        appointments: Vec::new(),
        kits: Vec::new(),
        statuses: life.statuses.clone(),
        amendments: Vec::new(),
        tracks: Vec::new(),
        events: Vec::new(),
        withdrawals: Vec::new(),
        consents: Vec::new(),
        guardianships: Vec::new(),
        handlings: Vec::new(),
        transfers: Vec::new(),
        conflicts: Vec::new(),
    }
}

/// The day on which the forms say that the site learned of it.
fn learned_on(life: &Life, records: &BTreeSet<RecordId>) -> Option<CivilDate> {
    let told = versions(life, records).filter_map(|kept| kept.fact.assessment.date("learned-on"));
    told.map(|date| date.first_on).min()
}

#[cfg(test)]
mod tests {
    use crate::finding::Finding;
    use crate::rules::story::Story;

    fn event(day: &str, more: &[(&str, &str, &str)]) -> Story {
        event_again(Story::of("serious-adverse-event", &[]).reporting(), day, more)
    }

    fn event_again(story: Story, day: &str, more: &[(&str, &str, &str)]) -> Story {
        let mut fields = vec![("=term", "Sepsis", ""), ("serious", "yes", "")];
        fields.extend(more);
        story.form(day, "adverse-event", &fields)
    }

    fn clocks(finding: &Finding) -> Vec<(String, String)> {
        let clock = |call: &crate::Call| call.clock.map(|c| (c.learned_at.to_string(), c.by_at.to_string()));
        finding.reports().filter_map(clock).collect()
    }

    fn only(story: &Story) -> Finding {
        let mut found = story.clocked();
        assert_eq!(found.len(), 1);
        found.remove(0)
    }

    #[test]
    fn a_day_of_hours_counts_from_the_minute_it_was_written() {
        let found = only(&event("2026-11-20", &[]).written("2026-11-24T09:41:00+08:00"));
        assert_eq!(clocks(&found)[0], ("2026-11-24T09:41:00+08:00".into(), "2026-11-25T09:41:00+08:00".into()));
        assert_eq!(found.calls_for[0].by, "2026-11-25".parse().ok(), "the day follows the instant");
    }

    #[test]
    fn a_clock_in_days_ends_with_its_last_day() {
        let found = only(&event("2026-11-20", &[]).written("2026-11-24T23:30:00+08:00"));
        assert_eq!(clocks(&found)[1].1, "2026-12-09T23:59:00+08:00");
    }

    #[test]
    fn an_earlier_day_of_learning_counts_from_its_end() {
        let told = [("@learned-on", "2026-11-22", "")];
        let found = only(&event("2026-11-20", &told).written("2026-11-24T09:41:00+08:00"));
        assert_eq!(clocks(&found)[0].1, "2026-11-23T23:59:00+08:00");
        let same = [("@learned-on", "2026-11-24", "")];
        let found = only(&event("2026-11-20", &same).written("2026-11-24T09:41:00+08:00"));
        assert_eq!(clocks(&found)[0].1, "2026-11-25T09:41:00+08:00");
    }

    #[test]
    fn a_correction_that_changes_nothing_for_the_rule_does_not_start_the_clock_anew() {
        let story = event("2026-11-20", &[]).written("2026-11-24T09:41:00+08:00");
        let story = event_again(story, "2026-11-20", &[("=actions", "antibiotics", "")]);
        let found = only(&story.written("2026-11-26T10:00:00+08:00").correcting());
        assert_eq!(clocks(&found)[0].0, "2026-11-24T09:41:00+08:00");
    }

    #[test]
    fn an_event_that_turns_fatal_starts_the_shorter_clock_and_keeps_the_older_one() {
        let story = event("2026-11-20", &[]).written("2026-11-24T09:41:00+08:00");
        let story = event_again(story, "2026-11-20", &[("outcome", "fatal", "")]);
        let found = only(&story.written("2026-11-26T10:00:00+08:00").correcting());
        let said = clocks(&found);
        assert_eq!(said[0].1, "2026-11-25T09:41:00+08:00", "the sponsor's");
        assert_eq!(said[1].1, "2026-12-03T23:59:00+08:00", "seven days from when it was known to be fatal");
    }

    #[test]
    fn a_rule_that_needs_two_results_learns_with_the_second() {
        let count = |story: Story, day: &str, at: &str| {
            story.form(day, "blood-count", &[("platelets", "30", "10*9/L")]).written(at)
        };
        let limits = [
            ("neutrophils-below", "1.0"),
            ("platelets-below", "50"),
            ("haemoglobin-below", "80"),
            ("consecutive", "2"),
        ];
        let story =
            count(Story::of("persistent-cytopenia", &limits).reporting(), "2026-01-05", "2026-01-06T08:00:00+08:00");
        let story = count(story, "2026-02-05", "2026-02-09T08:00:00+08:00");
        let story = count(story, "2026-03-05", "2026-03-09T08:00:00+08:00");
        assert_eq!(clocks(&only(&story))[0].0, "2026-02-09T08:00:00+08:00");
    }

    #[test]
    fn lines_without_an_instant_leave_the_day_as_the_rule_counts_it() {
        let found = only(&event("2026-11-20", &[]));
        assert_eq!(clocks(&found), []);
        assert_eq!(found.calls_for[0].by, "2026-11-21".parse().ok());
    }
}
