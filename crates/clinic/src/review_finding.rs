//! What people did about findings: comment, take on, judge, report. Each finding gets its own fact, tied to the
//! evidence that was looked at; findings of one cause may be handled together, with one reason.

use facts::fact::{Action, Handling, Meaning, Sent};
use facts::{Fact, Life};
use protocol::CallFor;
use signals::Finding;
use store::{Along, NewEntry, Store};

use crate::finding_page::{find, others};
use crate::refresh::outcome;
use crate::role::Deed;
use crate::wire::signal::{FindingPage, HandlingForm, SentForm};
use crate::{Clinic, Now, Refusal, Result};

/// Whom a protocol can ask to be told.
const RECIPIENTS: [&str; 3] = ["sponsor", "authority", "ethics"];

impl Clinic {
    pub fn review_finding(&mut self, form: &HandlingForm, now: &Now) -> Result<FindingPage> {
        self.need(match form.action {
            Action::Comment | Action::Take => Deed::Comment,
            Action::Reviewed | Action::Reported | Action::Dismissed | Action::Reopened => Deed::Judge,
        })?;
        let comment = form.comment.trim();
        let wants_words = matches!(form.action, Action::Comment | Action::Dismissed | Action::Reopened);
        if wants_words && comment.is_empty() {
            return Err(Refusal::ask("reason-needed").about("comment"));
        }
        let life = self.life(form.subject)?;
        let texts = self.texts(&life)?;
        let findings = outcome(&texts, &life).findings;
        let handled = together(&findings, form, &life)?;
        let sent = sent(form, now)?;
        let late = |finding: &Finding| sent.as_ref().is_some_and(|sent| is_late(finding, sent));
        if handled.iter().any(|finding| late(finding)) && comment.is_empty() {
            return Err(Refusal::ask("late-reason-needed").about("comment"));
        }
        let sign = !form.signature_passphrase.is_empty();
        if sign {
            self.need(Deed::Sign)?;
            self.store.check_passphrase(&self.author.login, &form.signature_passphrase)?;
        }
        let entry = |finding: &&Finding| {
            let sent = sent.clone().map(|sent| Sent { late: late(finding), ..sent });
            let handling = Handling {
                finding: finding.key.clone(),
                evidence: finding.digest(),
                action: form.action,
                on: sent.as_ref().map_or(now.today, |sent| sent.at.on()),
                comment: comment.to_owned(),
                sent,
            };
            NewEntry { record: Some(Store::new_record_id(&now.stamp)), ..self.new_entry(Fact::Handling(handling), now) }
        };
        let new: Vec<NewEntry> = handled.iter().map(entry).collect();
        let signed = new.iter().filter_map(|entry| entry.record).map(|record| (record, Meaning::Reviewed));
        let along = Along { signs: if sign { signed.collect() } else { Vec::new() }, ends_draft: None };
        self.write_along(form.subject, new, &along)?;
        self.finding(form.subject, &form.key, now)
    }
}

/// The finding, and those of the same cause that are handled with it.
fn together<'a>(findings: &'a [Finding], form: &HandlingForm, life: &Life) -> Result<Vec<&'a Finding>> {
    let mut handled = vec![find(findings, &form.key)?];
    let same = others(findings, &form.key, life);
    for key in &form.also {
        let other = same.iter().find(|other| other.key == *key);
        let other = *other.ok_or_else(|| Refusal::fix("not-same-cause").about("also").with("value", key))?;
        if !handled.iter().any(|known| known.key == other.key) {
            handled.push(other);
        }
    }
    Ok(handled)
}

/// To whom and when, checked: never in the future, by now when nothing is said.
fn sent(form: &HandlingForm, now: &Now) -> Result<Option<Sent>> {
    if form.action != Action::Reported {
        return Ok(None);
    }
    let told = form.sent.as_ref().filter(|sent| RECIPIENTS.contains(&sent.to.as_str()));
    let SentForm { to, on, time, reference } = told.ok_or_else(|| Refusal::ask("recipient-needed").about("to"))?;
    let here = now.moment();
    let unreadable = || Refusal::fix("sent-unreadable").about("sent");
    let day = if on.trim().is_empty() { now.today } else { on.trim().parse().map_err(|_| unreadable())? };
    let at = match (on.trim(), time.trim()) {
        ("", "") => here,
        (_, "") if day == now.today => here,
        (_, "") => return Err(unreadable()),
        (_, time) => here.on_clock(day, time).ok_or_else(unreadable)?,
    };
    if at.is_after(&here) {
        return Err(Refusal::fix("sent-in-future").about("sent"));
    }
    Ok(Some(Sent { to: to.clone(), at, reference: reference.trim().to_owned(), late: false }))
}

/// After the clock of the report that this finding owes the recipient; one who is owed none is never told late.
fn is_late(finding: &Finding, sent: &Sent) -> bool {
    let of = finding.reports().filter(|call| matches!(&call.what, CallFor::Report { to, .. } if *to == sent.to));
    let over = |call: &signals::Call| {
        let by_minute = call.clock.map(|clock| sent.at.is_after(&clock.by_at));
        by_minute.or_else(|| call.by.map(|by| sent.at.on() > by)).unwrap_or(false)
    };
    let over: Vec<bool> = of.map(over).collect();
    over.contains(&true)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(on: &str, time: &str) -> HandlingForm {
        HandlingForm {
            subject: "00000000-0000-0000-0000-000000000001".parse().unwrap(),
            key: String::new(),
            action: Action::Reported,
            comment: String::new(),
            also: Vec::new(),
            sent: Some(SentForm { to: "sponsor".into(), on: on.into(), time: time.into(), reference: " A-7 ".into() }),
            signature_passphrase: String::new(),
        }
    }

    fn at(on: &str, time: &str) -> std::result::Result<String, String> {
        let now = crate::now_of("2026-11-24T09:41:00+08:00", 0);
        sent(&form(on, time), &now)
            .map(|sent| sent.map(|sent| sent.at.to_string()).unwrap_or_default())
            .map_err(|e| e.code)
    }

    #[test]
    fn a_report_was_sent_now_or_earlier_never_later() {
        assert_eq!(at("", "").as_deref(), Ok("2026-11-24T09:41:00+08:00"));
        assert_eq!(at("2026-11-24", "").as_deref(), Ok("2026-11-24T09:41:00+08:00"));
        assert_eq!(at("2026-11-23", "18:05").as_deref(), Ok("2026-11-23T18:05:00+08:00"));
        assert_eq!(at("2026-11-24", "09:42"), Err("sent-in-future".into()));
        assert_eq!(at("2026-11-23", ""), Err("sent-unreadable".into()), "an earlier day wants its hour");
        assert_eq!(at("yesterday", "9"), Err("sent-unreadable".into()));
    }

    #[test]
    fn a_report_names_whom_it_went_to() {
        let now = crate::now_of("2026-11-24T09:41:00+08:00", 0);
        let nobody = HandlingForm { sent: None, ..form("", "") };
        assert_eq!(sent(&nobody, &now).unwrap_err().code, "recipient-needed");
        let reviewed = HandlingForm { action: Action::Reviewed, ..form("", "") };
        assert_eq!(sent(&reviewed, &now).unwrap(), None);
        assert_eq!(sent(&form("", ""), &now).unwrap().unwrap().reference, "A-7");
    }
}
