//! One finding: what was seen, on which records, what is new since it was last handled, what it calls for, what was done.

use std::collections::HashSet;

use facts::fact::Action;
use facts::{Answer, Entry, Life, SubjectId};
use protocol::Protocol;
use signals::{Evidence, Finding};

use crate::refresh::{Outcome, outcome};
use crate::reporting::Around;
use crate::role::Deed;
use crate::subject_page::{Versions, signer};
use crate::wire::signal::{EvidenceLine, FindingPage, HandlingLine, Labelled, SameCause, SinceLine};
use crate::{Clinic, Now, Refusal, Result, transfers, wording};

/// The findings of a life that share a cause with one of them, that one left out.
pub(crate) fn others<'a>(findings: &'a [Finding], key: &str, life: &Life) -> Vec<&'a Finding> {
    let all: Vec<_> = findings.iter().map(|finding| (finding, signals::standing(finding, life))).collect();
    let group = signals::causes(&all).into_iter().find(|group| group.iter().any(|at| findings[*at].key == key));
    let others = group.unwrap_or_default().into_iter().map(|at| &findings[at]);
    others.filter(|finding| finding.key != key).collect()
}

pub(crate) fn find<'a>(findings: &'a [Finding], key: &str) -> Result<&'a Finding> {
    let found = findings.iter().find(|finding| finding.key == key);
    found.ok_or_else(|| Refusal::fix("no-such-finding").with("value", key))
}

impl Clinic {
    pub fn finding(&self, subject: SubjectId, key: &str, now: &Now) -> Result<FindingPage> {
        self.need(Deed::Read)?;
        let entries = self.store.entries_of(subject)?;
        let life = self.life_in(subject, &entries)?;
        let texts = self.texts(&life)?;
        let protocol = texts.current();
        let Outcome { findings, obligations } = outcome(&texts, &life);
        let finding = find(&findings, key)?;
        let day = self.judging(now)?;
        let course = texts.course(&life);
        let judges = course.judges(finding).unwrap_or(&protocol);
        let around = Around { protocol: &protocol, owed: &obligations, life: Some(&life), now, day };
        let mut line = self.finding_line(finding, &life, &around);
        line.others = self.others_of(&findings, key, &life);
        Ok(FindingPage {
            line,
            version: finding.version,
            why: wording::rule_part(&self.words, &finding.rule, "why"),
            looks_for: wording::rule_part(&self.words, &finding.rule, "looks-for"),
            silent_when: wording::rule_part(&self.words, &finding.rule, "silent-when"),
            threshold: self.threshold(finding, judges),
            citation: wording::citation(&self.words, &finding.citation, judges),
            evidence: self.evidence(finding, &life, &entries),
            since: self.since(finding, &life),
            handlings: self.handlings(finding, &life, &entries),
        })
    }

    fn others_of(&self, findings: &[Finding], key: &str, life: &Life) -> Vec<SameCause> {
        let others = others(findings, key, life).into_iter();
        others.map(|other| self.same_cause(other, signals::standing(other, life))).collect()
    }

    fn threshold(&self, finding: &Finding, protocol: &Protocol) -> Vec<Labelled> {
        let limits = protocol.rule(&finding.rule).map(|clause| clause.limits.clone()).unwrap_or_default();
        let said = limits.iter().map(|(name, value)| Labelled {
            label: wording::limit_name(&self.words, name),
            value: wording::limit_value(&self.words, value),
        });
        said.collect()
    }

    /// Each answer with the version of the record that holds it, and who wrote that.
    fn evidence(&self, finding: &Finding, life: &Life, entries: &[Entry]) -> Vec<EvidenceLine> {
        let known = looked_at(finding, life);
        let versions = Versions::of(entries);
        let line = |evidence: &Evidence| {
            let kept = life.assessments.iter().find(|kept| kept.first == evidence.entry);
            EvidenceLine {
                record: evidence.record,
                version: versions.of_record(evidence.record),
                kind_title: wording::kind_title(&self.words, &evidence.kind),
                field_label: wording::field_label(&self.words, &evidence.kind, &evidence.field),
                on: evidence.on,
                shown: self.evidence_shown(evidence, life),
                who: kept.map(|kept| transfers::who(&self.words, kept)).unwrap_or_default(),
                at: kept.map(|kept| kept.recorded_at.clone()).unwrap_or_default(),
                new: known.as_ref().is_some_and(|known| !known.contains(&evidence.entry.to_string())),
            }
        };
        finding.evidence.iter().map(line).collect()
    }

    /// What changed since a person last did something about it; `None` while nobody did, or nothing changed.
    fn since(&self, finding: &Finding, life: &Life) -> Option<SinceLine> {
        let last = judged(finding, life)?;
        let known = looked_at(finding, life)?;
        let now: HashSet<String> = finding.evidence.iter().map(|evidence| evidence.entry.to_string()).collect();
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let came = count(now.difference(&known).count());
        let gone = count(known.difference(&now).count());
        (came + gone > 0).then(|| SinceLine {
            at: last.recorded_at.clone(),
            who: transfers::who(&self.words, last),
            action_text: wording::action(&self.words, last.fact.action),
            came,
            gone,
        })
    }

    fn handlings(&self, finding: &Finding, life: &Life, entries: &[Entry]) -> Vec<HandlingLine> {
        let line = |kept: &facts::Kept<facts::fact::Handling>| HandlingLine {
            at: kept.recorded_at.clone(),
            who: transfers::who(&self.words, kept),
            action: kept.fact.action,
            action_text: wording::action(&self.words, kept.fact.action),
            comment: kept.fact.comment.clone(),
            sent_text: kept.fact.sent.as_ref().map(|_| self.sent_text(kept)).unwrap_or_default(),
            late: kept.fact.sent.as_ref().is_some_and(|sent| sent.late),
            signed_by: signer(entries, kept.record),
        };
        signals::handlings(finding, life).map(line).collect()
    }

    /// An answer in the reader's words; the part of a table that counted, and a version since replaced, as kept.
    fn evidence_shown(&self, evidence: &Evidence, life: &Life) -> String {
        let kept = life.assessments.iter().find(|kept| kept.first == evidence.entry);
        match kept.and_then(|kept| kept.fact.assessment.get(&evidence.field)) {
            None | Some(Answer::Table { .. }) => evidence.shown.clone(),
            Some(answer) => wording::shown(&self.words, &evidence.kind, &evidence.field, answer),
        }
    }
}

/// The last thing done about it; a comment looks at the evidence too, but judges nothing.
fn judged<'a>(finding: &Finding, life: &'a Life) -> Option<&'a facts::Kept<facts::fact::Handling>> {
    signals::handlings(finding, life).rfind(|kept| kept.fact.action != Action::Comment)
}

/// The entries that were evidence then.
fn looked_at(finding: &Finding, life: &Life) -> Option<HashSet<String>> {
    judged(finding, life).map(|kept| kept.fact.evidence.split('+').map(str::to_owned).collect())
}
