//! The protocol in readable form: what is done when, which rules watch, and on whose authority.

use protocol::{ConsentForm, Protocol, RuleClause, Visit};

use crate::role::Deed;
use crate::wire::page::{SourceLine, StudyChoice, StudyPage, StudyRule, StudyVisit};
use crate::wire::signal::Labelled;
use crate::{Clinic, Refusal, Result, growth_chart, open, wording};

impl Clinic {
    /// An adopted protocol by `id@version`, or a preset by its path.
    pub fn study(&self, reference: &str) -> Result<StudyPage> {
        self.need(Deed::Read)?;
        if let Some(protocol) = self.protocols.get(reference) {
            return Ok(self.study_page(protocol, reference, &self.text_of(reference)?));
        }
        let presets = [open::default_protocols(), open::default_tracks()].concat();
        let (_, protocol, text) = presets
            .iter()
            .find(|(path, _, _)| path == reference)
            .ok_or_else(|| Refusal::fix("no-such-protocol").with("value", reference))?;
        Ok(self.study_page(protocol, reference, text))
    }

    fn text_of(&self, reference: &str) -> Result<String> {
        let entries = self.store.entries_of_site()?;
        let adopted = entries.iter().rev().find_map(|entry| match &entry.fact {
            facts::Fact::Protocol(fact) if format!("{}@{}", fact.id, fact.version) == reference => Some(&fact.toml),
            _ => None,
        });
        Ok(adopted.cloned().unwrap_or_default())
    }

    fn study_page(&self, protocol: &Protocol, reference: &str, toml: &str) -> StudyPage {
        let localised = |text: &protocol::Localised| protocol::text(text, &self.language).to_owned();
        StudyPage {
            reference: reference.to_owned(),
            title: localised(&protocol.title),
            authority: wording::authority(&self.words, &protocol.authority),
            product: localised(&protocol.product.name),
            class_text: wording::class(&self.words, protocol.product.class),
            integrating: protocol.product.integrating,
            follow_up: wording::period(&self.words, &protocol.follow_up),
            month_end_rule: self.words.say("month-end-rule", &words::Args::default()),
            choices: self.study_choices(protocol),
            notes: protocol.notes.iter().map(localised).collect(),
            visits: protocol.visits.iter().map(|visit| self.study_visit(visit, protocol)).collect(),
            rules: protocol.rules.iter().map(|clause| self.study_rule(clause, protocol)).collect(),
            sources: protocol
                .sources
                .iter()
                .map(|source| SourceLine {
                    id: source.id.clone(),
                    title: source.title.clone(),
                    issued: source.issued.clone(),
                    authority: wording::authority(&self.words, &source.authority),
                    confidence: wording::confidence(&self.words, source.confidence),
                })
                .collect(),
            toml: toml.to_owned(),
        }
    }

    fn study_choices(&self, protocol: &Protocol) -> Vec<StudyChoice> {
        let period = |period| wording::period(&self.words, period);
        let cites = &protocol.cites;
        let chosen = [
            ("follow-up", period(&protocol.follow_up), &cites.follow_up),
            ("ctcae", protocol.ctcae.code().to_owned(), &cites.ctcae),
            ("growth", growth_chart::editions(protocol.growth_reference()), &cites.growth),
            ("results-within", period(&protocol.results_within), &cites.results_within),
            ("age-of-majority", period(&protocol.age_of_majority), &cites.age_of_majority),
        ];
        let choice = |(name, value, cited): (&str, String, &Option<protocol::Citation>)| StudyChoice {
            label: wording::plain(&self.words, &format!("study-choice-{name}")),
            value,
            citation: cited.as_ref().map(|citation| wording::citation(&self.words, citation, protocol)),
        };
        let forms = protocol.consents.iter().map(|form| self.study_consent(form, protocol));
        chosen.into_iter().map(choice).chain(forms).collect()
    }

    /// "Main consent: signed by parent, guardian, subject; within 3 months; version 2.0 from 1 Mar 2026".
    fn study_consent(&self, form: &ConsentForm, protocol: &Protocol) -> StudyChoice {
        let say = |key: &str, pairs: &[(&str, &str)]| self.words.say(key, &wording::texts(pairs));
        let givers =
            form.given_by.iter().map(|by| wording::plain(&self.words, &format!("consent-by-{}", wording::wire(by))));
        let givers = givers.collect::<Vec<_>>().join(&wording::plain(&self.words, "list-joint"));
        let mut parts = vec![say("study-consent-by", &[("by", &givers)])];
        let age = |age: &facts::Period| wording::age_of(&self.words, age);
        parts.extend(form.age_from.map(|from| say("study-consent-from", &[("age", &age(&from))])));
        parts.extend(form.age_under.map(|under| say("study-consent-under", &[("age", &age(&under))])));
        let period = |within: &facts::Period| wording::period(&self.words, within);
        parts.extend(form.within.map(|within| say("study-consent-within", &[("within", &period(&within))])));
        for version in &form.versions {
            let on = version.effective_on.map(|on| self.words.date_short(&on.to_string())).unwrap_or_default();
            let within = version.reconsent_within.map(|within| period(&within)).unwrap_or_default();
            let key = match (on.is_empty(), within.is_empty()) {
                (false, false) => "study-consent-version-again",
                (false, true) => "study-consent-version-from",
                (true, _) => "study-consent-version",
            };
            parts.push(say(key, &[("version", &version.version), ("on", &on), ("within", &within)]));
        }
        StudyChoice {
            label: protocol::text(&form.label, &self.language).to_owned(),
            value: parts.join(&wording::plain(&self.words, "explain-joint")),
            citation: Some(wording::citation(&self.words, &form.citation, protocol)),
        }
    }

    fn study_visit(&self, visit: &Visit, protocol: &Protocol) -> StudyVisit {
        let tasks = visit.tasks.iter().map(|wanted| Labelled {
            label: wording::task_label(&self.language, &wanted.task, protocol),
            value: wording::task_condition(&self.words, wanted),
        });
        StudyVisit {
            code: visit.code.clone(),
            label: wording::visit_label(&self.language, visit),
            when: wording::visit_when(&self.words, protocol, visit),
            window: wording::window(&self.words, &visit.window),
            modes: visit.modes.to_vec(),
            tasks: tasks.collect(),
            citation: wording::citation(&self.words, &visit.citation, protocol),
        }
    }

    fn study_rule(&self, clause: &RuleClause, protocol: &Protocol) -> StudyRule {
        let limits = clause.limits.iter().map(|(name, value)| Labelled {
            label: wording::limit_name(&self.words, name),
            value: wording::limit_value(&self.words, value),
        });
        StudyRule {
            rule: clause.rule.clone(),
            name: wording::rule_name(&self.words, &clause.rule),
            looks_for: wording::rule_part(&self.words, &clause.rule, "looks-for"),
            because: wording::rule_part(&self.words, &clause.rule, "because"),
            silent_when: wording::rule_part(&self.words, &clause.rule, "silent-when"),
            severity: clause.severity,
            severity_text: wording::severity(&self.words, clause.severity),
            limits: limits.collect(),
            genes: clause.genes.clone(),
            calls: clause
                .calls_for
                .iter()
                .map(|call| wording::call(&self.words, &self.language, call, protocol))
                .collect(),
            citation: wording::citation(&self.words, &clause.citation, protocol),
        }
    }
}
