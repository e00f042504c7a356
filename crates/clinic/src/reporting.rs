//! What a finding calls for, in words: each report with its clock, who was told and when, who is still owed.
//!
//! When a clock ends is `signals`' to say, whether it has run out and what settled it `followup`'s.

use facts::fact::{Handling, Sent};
use facts::{Kept, Life, Moment};
use followup::{Clocked, Day, Obligation, Settled, WhyNot};
use protocol::{CallFor, Clock, Protocol};
use signals::{Call, Finding};
use words::{Args, Value, Words};

use crate::wire::signal::{CallLine, ClockLine, SentLine};
use crate::{Clinic, Now, transfers, wording};

/// What is known around a finding while it is put into words.
pub(crate) struct Around<'a> {
    pub protocol: &'a Protocol,
    /// What the subject's findings became; at least the tests and reports of this one.
    pub owed: &'a [Obligation],
    /// `None` in lists, where nobody asks who sent what.
    pub life: Option<&'a Life>,
    pub now: &'a Now,
    /// Whether clocks are judged.
    pub day: Day,
}

/// Key of the obligation that a call of a finding becomes; an evaluation becomes none.
pub(crate) fn duty_key(call: &CallFor, finding: &str) -> Option<String> {
    match call {
        CallFor::Repeat { task, .. } => Some(format!("test:{task}:{finding}")),
        CallFor::Report { to, .. } => Some(format!("report:{to}:{finding}")),
        CallFor::Evaluate { .. } => None,
    }
}

impl Clinic {
    pub(crate) fn call_lines(&self, finding: &Finding, around: &Around<'_>) -> Vec<CallLine> {
        finding.calls_for.iter().map(|call| self.call_line(finding, call, around)).collect()
    }

    fn call_line(&self, finding: &Finding, call: &Call, around: &Around<'_>) -> CallLine {
        let key = duty_key(&call.what, &finding.key);
        let owed = key.and_then(|key| around.owed.iter().find(|owed| owed.key == key));
        // An earlier version may have called for it.
        let of = owed.and_then(|owed| self.protocols.get(owed.of.as_deref()?));
        let protocol = of.map_or(around.protocol, AsRef::as_ref);
        let mut line = CallLine {
            text: wording::call(&self.words, &self.language, &call.what, protocol),
            by: call.by,
            done: false,
            report: false,
            to: String::new(),
            to_text: String::new(),
            owed: false,
            elsewhere: false,
            clock: None,
            sent: None,
        };
        let settled = owed.map(|owed| owed.settled.as_ref());
        let CallFor::Report { to, within, .. } = &call.what else {
            line.done = matches!(settled, Some(Some(_)));
            return line;
        };
        line.report = true;
        line.to.clone_from(to);
        line.to_text = recipient(&self.words, to);
        line.owed = settled == Some(None);
        line.elsewhere = matches!(settled, Some(Some(Settled::NotRequired { why: WhyNot::ReportedOnce })));
        if let Some(clock) = call.clock {
            let now = around.now.moment();
            let standing = line.owed.then(|| followup::clocked(&clock.by_at, &now, around.day));
            line.clock = Some(ClockLine {
                text: self.clock_text(&clock.by_at, *within, standing, &now),
                by: self.clock_text(&clock.by_at, *within, None, &now),
                left: standing.map(|standing| self.left_text(standing)).unwrap_or_default(),
                since: self.since_text(&clock, &now),
                over: matches!(standing, Some(Clocked::Over { .. })),
            });
        }
        if let Some(Some(Settled::Done { record, .. })) = settled {
            let report = around.life.and_then(|life| life.handlings.iter().find(|kept| kept.record == *record));
            line.sent = report.map(|kept| self.sent_line(kept));
        }
        line
    }

    /// "by Wed 25 Nov 2026 09:41 (23 h left)"; a clock in days ends with its day.
    pub(crate) fn clock_text(&self, by_at: &Moment, within: Clock, standing: Option<Clocked>, now: &Moment) -> String {
        let by = by_at.seen_from(now);
        let day = by.on().to_string();
        let by = match within {
            Clock::Hours(_) => self.words.date_weekday(&day, Some(&by.time())),
            Clock::Days(_) => self.words.date_weekday(&day, None),
        };
        let (key, minutes) = match standing {
            None | Some(Clocked::NotJudged) => ("report-by", 0),
            Some(Clocked::Left { minutes }) => ("report-by-left", minutes),
            Some(Clocked::Over { minutes }) => ("report-by-over", minutes),
        };
        let amount = amount(&self.words, minutes);
        self.words.say(key, &wording::texts(&[("by", &by), ("amount", &amount)]))
    }

    /// "23 h left", "3 h over time".
    pub(crate) fn left_text(&self, standing: Clocked) -> String {
        let (key, minutes) = match standing {
            Clocked::Left { minutes } => ("report-left", minutes),
            Clocked::Over { minutes } => ("report-over", minutes),
            Clocked::NotJudged => return wording::plain(&self.words, "report-not-judged"),
        };
        self.words.say(key, &wording::texts(&[("amount", &amount(&self.words, minutes))]))
    }

    fn since_text(&self, clock: &signals::ReportClock, now: &Moment) -> String {
        let at = clock.learned_at.seen_from(now);
        let day = at.on().to_string();
        if clock.day_only {
            let day = self.words.date_weekday(&day, None);
            return self.words.say("report-since-day", &wording::texts(&[("on", &day)]));
        }
        let at = self.words.date_weekday(&day, Some(&at.time()));
        self.words.say("report-since", &wording::texts(&[("at", &at)]))
    }

    fn sent_line(&self, kept: &Kept<Handling>) -> SentLine {
        let sent = kept.fact.sent.as_ref();
        SentLine {
            text: self.sent_text(kept),
            late: sent.is_some_and(|sent| sent.late),
            who: transfers::who(&self.words, kept),
            at: kept.recorded_at.clone(),
        }
    }

    /// "to the sponsor, sent Tue 24 Nov 2026 10:15, reference A-7, late"; of reports kept before that was asked, the day.
    pub(crate) fn sent_text(&self, kept: &Kept<Handling>) -> String {
        let Some(sent) = &kept.fact.sent else {
            let on = self.words.date_weekday(&kept.fact.on.to_string(), None);
            return self.words.say("report-sent-unnamed", &wording::texts(&[("on", &on)]));
        };
        let Sent { to, at, reference, late } = sent;
        let at = self.words.date_weekday(&at.on().to_string(), Some(&at.time()));
        let pairs = [
            ("to", recipient(&self.words, to)),
            ("at", at),
            ("reference", if reference.is_empty() { "none".to_owned() } else { reference.clone() }),
            ("timing", if *late { "late" } else { "in-time" }.to_owned()),
        ];
        let args: Args = pairs.into_iter().map(|(name, text)| (name.to_owned(), Value::Text(text))).collect();
        self.words.say("report-sent", &args)
    }
}

pub(crate) fn recipient(words: &Words, to: &str) -> String {
    wording::plain(words, &format!("recipient-{to}"))
}

/// "45 min", "23 h", "6 days": the largest unit of which there are at least two.
fn amount(words: &Words, minutes: i64) -> String {
    let (unit, n) = match minutes {
        0..=119 => ("minutes", minutes),
        120..=2_879 => ("hours", minutes / 60),
        _ => ("days", minutes / 1_440),
    };
    let args =
        [("unit", Value::Text(unit.to_owned())), ("n", Value::Number(n.to_string()))].map(|(k, v)| (k.to_owned(), v));
    words.say("report-amount", &Args::from(args))
}
