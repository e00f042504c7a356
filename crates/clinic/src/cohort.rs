//! The cohort: each study's stopping rules and background rates against everyone who follows it. Advisory.
//!
//! What each life adds is kept while the store is open and computed anew for a subject that is written to, so that the
//! page reads all lives once and not at each visit.

use std::collections::BTreeMap;

use facts::{CivilDate, SubjectId};
use protocol::{Boundary, Counts, Protocol, Stopping, Watch};
use signals::Standing;
use signals::cohort::{Counted, Observed, Part, Seen, Watched, observed, part, watched};
use words::{Args, Value, Words};

use crate::refresh::outcome;
use crate::role::Deed;
use crate::wire::cohort::{BoundaryRow, CohortEvent, CohortPage, CohortStudy, NoDataUse, ObservedLine, StoppingLine};
use crate::{Clinic, Now, Result, wording};

impl Clinic {
    pub fn cohort(&mut self, now: &Now) -> Result<CohortPage> {
        self.need(Deed::Read)?;
        let states = self.store.subject_states()?;
        let mut studies: BTreeMap<String, Vec<Part>> = BTreeMap::new();
        for state in states {
            let part = self.part_of(state.subject, &state.protocol)?;
            studies.entry(state.protocol).or_default().push(part);
        }
        let mut page = CohortPage { as_of: now.today, studies: Vec::new() };
        for (reference, parts) in studies {
            let protocol = self.protocol(&reference)?;
            page.studies.push(self.cohort_study(&protocol, &parts, now));
        }
        Ok(page)
    }

    fn part_of(&mut self, subject: SubjectId, reference: &str) -> Result<Part> {
        if let Some(part) = self.parts.get(&subject) {
            return Ok(part.clone());
        }
        let protocol = self.protocol(reference)?;
        let life = self.life(subject)?;
        let mut findings = outcome(&self.texts(&life)?, &life).findings;
        findings.retain(|finding| signals::standing(finding, &life) != Standing::Dismissed);
        let part = part(&protocol, &life, &findings);
        self.parts.insert(subject, part.clone());
        Ok(part)
    }

    fn cohort_study(&self, protocol: &Protocol, parts: &[Part], now: &Now) -> CohortStudy {
        let stopping = protocol.stopping.iter().enumerate().filter_map(|(place, rule)| {
            let watch = rule.boundary.watch(rule.people)?;
            let told = watched(rule, place, &watch, parts, now.today);
            Some(self.stopping_line(rule, &watch, &told, protocol))
        });
        let observed = protocol.background.as_ref().map(|background| {
            let told = observed(background, parts, now.today);
            ObservedLine {
                sentence: self.observed_sentence(&told),
                without_rate: self.without_rate(&told),
                events: self.cohort_events(&told.events),
                citation: wording::citation(&self.words, &background.citation, protocol),
            }
        });
        CohortStudy {
            protocol: protocol.reference(),
            title: protocol::text(&protocol.title, &self.language).to_owned(),
            enrolled: count(parts.len()),
            no_data_use: self.no_data_use(parts),
            stopping: stopping.collect(),
            observed,
        }
    }

    /// Those who withdrew the use of their data, each with the day; they stay in the counts, and the sentence says so.
    fn no_data_use(&self, parts: &[Part]) -> Option<NoDataUse> {
        let mut people: Vec<(CivilDate, &str)> =
            parts.iter().filter_map(|part| Some((part.no_data_use_since?, part.code.as_str()))).collect();
        people.sort_unstable();
        let (first, _) = *people.first()?;
        let day = |on: CivilDate| self.words.date_short(&on.to_string());
        let mut args = numbered(&[("n", count(people.len()))]);
        args.insert("since".into(), Value::Text(day(first)));
        let person = |(on, code): &(CivilDate, &str)| {
            self.words.say("cohort-no-data-use-person", &wording::texts(&[("code", code), ("on", &day(*on))]))
        };
        Some(NoDataUse {
            sentence: self.words.say("cohort-no-data-use", &args),
            people: people.iter().map(person).collect(),
        })
    }

    fn stopping_line(&self, rule: &Stopping, watch: &Watch, told: &Watched, protocol: &Protocol) -> StoppingLine {
        let counts: Vec<String> = rule.counts.iter().map(|counts| counts_text(&self.words, counts)).collect();
        let counts = counts.join(&wording::plain(&self.words, "list-joint"));
        let counts = match &rule.within {
            Some(within) => {
                let within = wording::period(&self.words, within);
                self.words.say("cohort-within", &wording::texts(&[("what", &counts), ("within", &within)]))
            }
            None => counts,
        };
        let numbers = [("dosed", told.dosed), ("judged", told.judged), ("pending", told.pending), ("left", told.left)];
        StoppingLine {
            code: rule.code.clone(),
            label: protocol::text(&rule.label, &self.language).to_owned(),
            counts,
            boundary: boundary_text(&self.words, &rule.boundary, rule.people),
            reached: told.reached,
            standing: self.cohort_standing(told),
            people: self.words.say("cohort-people", &numbered(&numbers)),
            judged: told.judged,
            fewest: told.fewest,
            events: self.cohort_events(&told.events),
            table: table(watch, rule.people.max(told.judged)),
            citation: wording::citation(&self.words, &rule.citation, protocol),
        }
    }

    fn cohort_standing(&self, told: &Watched) -> String {
        let events = count(told.events.len());
        let fewest = told.fewest.unwrap_or_default();
        let mut args = numbered(&[
            ("events", events),
            ("judged", told.judged),
            ("fewest", fewest),
            ("more", fewest.saturating_sub(events)),
        ]);
        let how = match (told.reached, told.fewest) {
            (true, _) => "reached",
            (false, Some(_)) => "below",
            (false, None) => "none",
        };
        args.insert("how".into(), Value::Text(how.into()));
        self.words.say("cohort-standing", &args)
    }

    fn cohort_events(&self, events: &[Counted]) -> Vec<CohortEvent> {
        let line = |counted: &Counted| {
            let (what, key, record) = match &counted.event.seen {
                Seen::Finding { key, rule } => (wording::rule_name(&self.words, rule), Some(key.clone()), None),
                Seen::Record { record, kind } => (wording::kind_title(&self.words, kind), None, Some(*record)),
                Seen::Death => (wording::plain(&self.words, "status-deceased"), None, None),
            };
            CohortEvent {
                subject: counted.subject,
                code: counted.code.clone(),
                on: counted.event.on,
                what,
                key,
                record,
            }
        };
        events.iter().map(line).collect()
    }

    /// Honest for small numbers: the interval is the message (`assess::cohort::Verdict`).
    fn observed_sentence(&self, told: &Observed) -> String {
        let years = digits(told.expected.person_years);
        let Some(ratio) = &told.ratio else {
            let args = [("observed", told.events.len().to_string()), ("person-years", years)];
            let args: Vec<(&str, &str)> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
            return self.words.say("cohort-nothing-expected", &wording::texts(&args));
        };
        let args = [
            ("observed", ratio.observed.to_string()),
            ("expected", digits(ratio.expected)),
            ("person-years", years),
            ("ratio", digits(ratio.ratio)),
            ("low", digits(ratio.interval.low)),
            ("high", digits(ratio.interval.high)),
            ("level", format!("{:.0}", told.level * 100.0)),
        ];
        let args: Vec<(&str, &str)> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
        self.words.say(&ratio.verdict().key(), &wording::texts(&args))
    }

    fn without_rate(&self, told: &Observed) -> String {
        if told.expected.without_rate <= 0.0 {
            return String::new();
        }
        let years = digits(told.expected.without_rate);
        self.words.say("cohort-without-rate", &wording::texts(&[("years", &years)]))
    }
}

/// What counts as an event.
pub(crate) fn counts_text(words: &Words, counts: &Counts) -> String {
    match counts {
        Counts::Rule { rule } => wording::rule_name(words, rule),
        Counts::Death => wording::plain(words, "cohort-counts-death"),
        Counts::Assessment { kind, with, grade_at_least } => {
            let said = with.iter().map(|(field, code)| {
                let label = wording::field_label(words, kind, field);
                let option = wording::option(words, kind, field, code);
                words.say("cohort-counts-answer", &wording::texts(&[("field", &label), ("answer", &option)]))
            });
            let grade = grade_at_least.map(|n| words.say("cohort-counts-grade", &numbered(&[("n", n)])));
            let said: Vec<String> = said.chain(grade).collect();
            let kind = wording::kind_title(words, kind);
            let with = said.join(&wording::plain(words, "list-joint"));
            let key = if with.is_empty() { "cohort-counts-form" } else { "cohort-counts-form-with" };
            words.say(key, &wording::texts(&[("kind", &kind), ("with", &with)]))
        }
    }
}

/// How many events of how many people pause dosing.
pub(crate) fn boundary_text(words: &Words, boundary: &Boundary, people: u32) -> String {
    let text = |value: &rust_decimal::Decimal| value.normalize().to_string();
    match boundary {
        Boundary::Number { events } => words.say("cohort-boundary-number", &numbered(&[("n", *events)])),
        Boundary::Proportion { share, from_people } => {
            let percent = text(&(*share * rust_decimal::Decimal::ONE_HUNDRED));
            let args = [("percent", percent.as_str()), ("n", &from_people.to_string())];
            words.say("cohort-boundary-share", &wording::texts(&args))
        }
        Boundary::BetaBinomial { expected, prior_events, prior_others, limit } => {
            let (kind, limit) = match limit {
                protocol::Limit::Alpha { alpha } => ("alpha", alpha),
                protocol::Limit::CutOff { cut_off } => ("cut-off", cut_off),
            };
            let args = [
                ("expected", text(expected)),
                ("a", text(prior_events)),
                ("b", text(prior_others)),
                ("kind", kind.to_owned()),
                ("limit", text(limit)),
                ("people", people.to_string()),
            ];
            let args: Vec<(&str, &str)> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
            words.say("cohort-boundary-bayes", &wording::texts(&args))
        }
    }
}

/// The boundary for each number of people, runs of one value in one row.
fn table(watch: &Watch, people: u32) -> Vec<BoundaryRow> {
    let mut rows: Vec<BoundaryRow> = Vec::new();
    for n in 1..=people {
        let events = watch.fewest(n);
        match rows.last_mut().filter(|row| row.events == events) {
            Some(row) => row.to = n,
            None => rows.push(BoundaryRow { from: n, to: n, events }),
        }
    }
    rows
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

fn numbered(pairs: &[(&str, u32)]) -> Args {
    pairs.iter().map(|(name, n)| ((*name).to_owned(), Value::Number(n.to_string()))).collect()
}

/// Three figures that carry, never more than four decimals.
fn digits(value: f64) -> String {
    match value {
        v if v >= 100.0 => format!("{v:.0}"),
        v if v >= 10.0 => format!("{v:.1}"),
        v if v >= 1.0 || v == 0.0 => format!("{v:.2}"),
        v if v >= 0.1 => format!("{v:.3}"),
        v => format!("{v:.4}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The published table (domain.md part 9), as rows of a reader.
    #[test]
    fn the_table_of_a_boundary_is_the_published_one() {
        let rule = assess::cohort::calibrated(0.6, 2.4, 0.20, 0.10, 30).unwrap();
        let rows = table(&Watch::Bayes(rule), 30);
        let told: Vec<(u32, u32, Option<u32>)> = rows.iter().map(|row| (row.from, row.to, row.events)).collect();
        let published = [
            (3, 4, 3),
            (5, 6, 4),
            (7, 10, 5),
            (11, 13, 6),
            (14, 17, 7),
            (18, 20, 8),
            (21, 24, 9),
            (25, 28, 10),
            (29, 30, 11),
        ];
        let published = published.map(|(from, to, events)| (from, to, Some(events)));
        assert_eq!(told[0], (1, 2, None));
        assert_eq!(told[1..], published);
    }
}
