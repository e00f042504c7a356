//! Findings: the list, one finding with its evidence, and what people did about it.

use std::collections::HashMap;

use facts::fact::{Action, Handling};
use facts::{Answer, Fact, Life, SubjectId};
use protocol::{CallFor, Protocol};
use signals::{Evidence, Finding};

use crate::refresh::{outcome, unreadable};
use crate::role::Deed;
use crate::wire::signal::{
    CallLine, EvidenceLine, FindingLine, FindingPage, HandlingForm, HandlingLine, Labelled, SignalsAsked,
};
use crate::{Clinic, Now, Refusal, Result, wording};

impl Clinic {
    pub fn signals(&self, asked: &SignalsAsked) -> Result<Vec<FindingLine>> {
        self.need(Deed::Read)?;
        // Judged ones too: a list of closed signals without those of people who have none open would be no list.
        let rows = match (asked.subject, asked.standing.as_str()) {
            (Some(subject), _) => self.store.findings_of(subject)?,
            (None, "open") => self.store.open_findings(usize::MAX)?,
            (None, _) => self.store.all_findings()?,
        };
        let states = self.store.subject_states()?.into_iter().map(|state| (state.subject, state.protocol));
        let protocols: HashMap<SubjectId, String> = states.collect();
        let mut lines = Vec::with_capacity(rows.len());
        for row in rows {
            let protocol = self.protocol(protocols.get(&row.subject).ok_or_else(|| unreadable(&row.key))?)?;
            let finding: Finding = wording::read_json(&row.json).ok_or_else(|| unreadable(&row.key))?;
            let standing = wording::read_wire(&row.standing).ok_or_else(|| unreadable(&row.key))?;
            lines.push(self.worded(&finding, standing, row.subject, &row.subject_code, &protocol));
        }
        lines.retain(|line| match asked.standing.as_str() {
            "open" => line.open,
            "closed" => !line.open,
            _ => true,
        });
        if let Some(severity) = &asked.severity {
            lines.retain(|line| wording::wire(&line.severity) == *severity);
        }
        lines.sort_by(|a, b| (b.open, b.severity, b.seen_on, &a.code).cmp(&(a.open, a.severity, a.seen_on, &b.code)));
        Ok(lines)
    }

    pub(crate) fn finding_line(&self, finding: &Finding, life: &Life, protocol: &Protocol) -> FindingLine {
        self.worded(finding, signals::standing(finding, life), life.subject, &life.enrolment.fact.code, protocol)
    }

    fn worded(
        &self,
        finding: &Finding,
        standing: signals::Standing,
        subject: SubjectId,
        code: &str,
        protocol: &Protocol,
    ) -> FindingLine {
        let said = |call: &CallFor| wording::call(&self.words, &self.language, call, protocol);
        let calls = finding.calls_for.iter().map(|call| CallLine {
            text: said(&call.what),
            by: call.by,
            report: matches!(call.what, CallFor::Report { .. }),
        });
        FindingLine {
            subject,
            code: code.to_owned(),
            key: finding.key.clone(),
            rule: finding.rule.to_string(),
            name: wording::rule_name(&self.words, &finding.rule),
            sentence: wording::finding(&self.words, finding),
            severity: finding.severity,
            severity_text: wording::severity(&self.words, finding.severity),
            standing,
            standing_text: wording::finding_standing(&self.words, standing),
            open: standing.is_open(),
            seen_on: finding.seen_on,
            calls: calls.collect(),
        }
    }

    fn find<'a>(findings: &'a [Finding], key: &str) -> Result<&'a Finding> {
        let found = findings.iter().find(|finding| finding.key == key);
        found.ok_or_else(|| Refusal::fix("no-such-finding").with("value", key))
    }

    pub fn finding(&self, subject: SubjectId, key: &str) -> Result<FindingPage> {
        self.need(Deed::Read)?;
        let life = self.life(subject)?;
        let protocol = self.protocol(&life.enrolment.fact.protocol)?;
        let findings = outcome(&protocol, &life).findings;
        let finding = Self::find(&findings, key)?;
        let limits = protocol.rule(&finding.rule).map(|clause| clause.limits.clone()).unwrap_or_default();
        let evidence = finding.evidence.iter().map(|evidence| EvidenceLine {
            record: evidence.record,
            kind_title: wording::kind_title(&self.words, &evidence.kind),
            field_label: wording::field_label(&self.words, &evidence.kind, &evidence.field),
            on: evidence.on,
            shown: self.evidence_shown(evidence, &life),
        });
        let handlings = life.handlings.iter().filter(|kept| kept.fact.finding == key).map(|kept| HandlingLine {
            at: kept.recorded_at.clone(),
            who: kept.author.name.clone(),
            action: kept.fact.action,
            action_text: wording::action(&self.words, kept.fact.action),
            comment: kept.fact.comment.clone(),
        });
        Ok(FindingPage {
            line: self.finding_line(finding, &life, &protocol),
            version: finding.version,
            why: wording::rule_part(&self.words, &finding.rule, "why"),
            looks_for: wording::rule_part(&self.words, &finding.rule, "looks-for"),
            silent_when: wording::rule_part(&self.words, &finding.rule, "silent-when"),
            threshold: limits
                .iter()
                .map(|(name, value)| Labelled {
                    label: wording::limit_name(&self.words, name),
                    value: wording::limit_value(&self.words, value),
                })
                .collect(),
            citation: wording::citation(&self.words, &finding.citation, &protocol),
            evidence: evidence.collect(),
            handlings: handlings.collect(),
        })
    }

    /// An answer in the reader's words; the part of a table that counted, and a version since replaced, as kept.
    fn evidence_shown(&self, evidence: &Evidence, life: &Life) -> String {
        let kept = life.assessments.iter().find(|kept| kept.entry == evidence.entry);
        match kept.and_then(|kept| kept.fact.assessment.get(&evidence.field)) {
            None | Some(Answer::Table { .. }) => evidence.shown.clone(),
            Some(answer) => wording::shown(&self.words, &evidence.kind, &evidence.field, answer),
        }
    }

    /// Keeps what a person did about a finding, tied to the evidence that was looked at.
    pub fn review_finding(&mut self, form: &HandlingForm, now: &Now) -> Result<FindingPage> {
        self.need(match form.action {
            Action::Comment | Action::Take => Deed::Comment,
            Action::Reviewed | Action::Reported | Action::Dismissed | Action::Reopened => Deed::Judge,
        })?;
        let comment = form.comment.trim();
        let wants_words =
            matches!(form.action, Action::Comment | Action::Dismissed | Action::Reported | Action::Reopened);
        if wants_words && comment.is_empty() {
            return Err(Refusal::ask("reason-needed").about("comment"));
        }
        let life = self.life(form.subject)?;
        let protocol = self.protocol(&life.enrolment.fact.protocol)?;
        let findings = outcome(&protocol, &life).findings;
        let finding = Self::find(&findings, &form.key)?;
        let handling = Handling {
            finding: form.key.clone(),
            evidence: finding.digest(),
            action: form.action,
            on: now.today,
            comment: comment.to_owned(),
        };
        let entry = self.new_entry(Fact::Handling(handling), now);
        self.write(form.subject, vec![entry])?;
        self.finding(form.subject, &form.key)
    }
}
