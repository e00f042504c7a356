//! The list of signals: one line a cause, the worst finding leading, the others of the same cause on it.

use std::collections::HashMap;

use facts::{Life, SubjectId};
use followup::Obligation;
use signals::{Finding, Standing};
use store::FindingRow;

use crate::refresh::unreadable;
use crate::reporting::{Around, duty_key};
use crate::role::Deed;
use crate::wire::signal::{FindingLine, SameCause, SignalsAsked};
use crate::{Clinic, Now, Result, wording};

/// A finding as its row tells it.
pub(crate) struct Told {
    pub finding: Finding,
    pub standing: Standing,
}

impl Told {
    pub(crate) fn of(row: &FindingRow) -> Result<Self> {
        let finding = wording::read_json(&row.json).ok_or_else(|| unreadable(&row.key))?;
        let standing = wording::read_wire(&row.standing).ok_or_else(|| unreadable(&row.key))?;
        Ok(Self { finding, standing })
    }
}

/// Rows of several subjects as causes, each with the row that leads first; in the order of the leaders' rows.
pub(crate) fn causes_of(rows: &[FindingRow]) -> Result<Vec<Vec<(usize, Told)>>> {
    let mut by_subject: HashMap<SubjectId, Vec<usize>> = HashMap::new();
    for (at, row) in rows.iter().enumerate() {
        by_subject.entry(row.subject).or_default().push(at);
    }
    let mut causes = Vec::new();
    for places in by_subject.into_values() {
        let told: Vec<Told> = places.iter().map(|at| Told::of(&rows[*at])).collect::<Result<_>>()?;
        let pairs: Vec<(&Finding, Standing)> = told.iter().map(|told| (&told.finding, told.standing)).collect();
        let groups = signals::causes(&pairs);
        let mut told: Vec<Option<Told>> = told.into_iter().map(Some).collect();
        for group in groups {
            causes.push(group.into_iter().filter_map(|at| Some((places[at], told[at].take()?))).collect::<Vec<_>>());
        }
    }
    causes.sort_by_key(|cause| cause.first().map(|(at, _)| *at));
    Ok(causes)
}

impl Clinic {
    pub fn signals(&self, asked: &SignalsAsked, now: &Now) -> Result<Vec<FindingLine>> {
        self.need(Deed::Read)?;
        // Judged ones too: a list of closed signals without those of people who have none open would be no list.
        let mut rows = match (asked.subject, asked.standing.as_str()) {
            (Some(subject), _) => self.store.findings_of(subject)?,
            (None, "open") => self.store.open_findings(usize::MAX)?,
            (None, _) => self.store.all_findings()?,
        };
        rows.retain(|row| match asked.standing.as_str() {
            "open" => row.open,
            "closed" => !row.open,
            _ => true,
        });
        let states = self.store.subject_states()?.into_iter().map(|state| (state.subject, state.protocol));
        let protocols: HashMap<SubjectId, String> = states.collect();
        let day = self.judging(now)?;
        let mut lines = Vec::with_capacity(rows.len());
        for cause in causes_of(&rows)? {
            let Some((at, leads)) = cause.first() else { continue };
            let row = &rows[*at];
            let protocol = self.protocol(protocols.get(&row.subject).ok_or_else(|| unreadable(&row.key))?)?;
            let owed = self.duties_of(row.subject, &leads.finding)?;
            let around = Around { protocol: &protocol, owed: &owed, life: None, now, day };
            let mut line = self.worded(&leads.finding, leads.standing, row.subject, &row.subject_code, &around);
            let others = cause.iter().skip(1);
            line.others = others.map(|(_, told)| self.same_cause(&told.finding, told.standing)).collect();
            lines.push(line);
        }
        if let Some(severity) = &asked.severity {
            lines.retain(|line| wording::wire(&line.severity) == *severity);
        }
        lines.sort_by(|a, b| (b.open, b.severity, b.seen_on, &a.code).cmp(&(a.open, a.severity, a.seen_on, &b.code)));
        Ok(lines)
    }

    /// What a finding became, as the projection keeps it.
    fn duties_of(&self, subject: SubjectId, finding: &Finding) -> Result<Vec<Obligation>> {
        let mut owed = Vec::new();
        for key in finding.calls_for.iter().filter_map(|call| duty_key(&call.what, &finding.key)) {
            if let Some(row) = self.store.obligation(subject, &key)? {
                owed.push(wording::read_json(&row.json).ok_or_else(|| unreadable(&key))?);
            }
        }
        Ok(owed)
    }

    pub(crate) fn finding_line(&self, finding: &Finding, life: &Life, around: &Around<'_>) -> FindingLine {
        self.worded(finding, signals::standing(finding, life), life.subject, &life.enrolment.fact.code, around)
    }

    fn worded(
        &self,
        finding: &Finding,
        standing: Standing,
        subject: SubjectId,
        code: &str,
        around: &Around<'_>,
    ) -> FindingLine {
        let SameCause { key, rule, name, sentence, severity, severity_text, standing, standing_text, open } =
            self.same_cause(finding, standing);
        FindingLine {
            subject,
            code: code.to_owned(),
            key,
            rule,
            name,
            sentence,
            severity,
            severity_text,
            standing,
            standing_text,
            open,
            seen_on: finding.seen_on,
            calls: self.call_lines(finding, around),
            others: Vec::new(),
        }
    }

    /// A finding in words, without its place and its calls.
    pub(crate) fn same_cause(&self, finding: &Finding, standing: Standing) -> SameCause {
        SameCause {
            key: finding.key.clone(),
            rule: finding.rule.clone(),
            name: wording::rule_name(&self.words, &finding.rule),
            sentence: wording::finding(&self.words, finding),
            severity: finding.severity,
            severity_text: wording::severity(&self.words, finding.severity),
            standing,
            standing_text: wording::finding_standing(&self.words, standing),
            open: standing.is_open(),
        }
    }
}
