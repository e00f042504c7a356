//! The ledger of a subject or of the site, line by line: what each version said before and after.

use std::collections::{BTreeMap, HashMap};

use facts::answer::Answer;
use facts::fact::{Handling, Sent};
use facts::{Entry, EntryId, Fact};

use crate::role::Deed;
use crate::wire::page::{AuditAsked, AuditLine, ChangeLine};
use crate::{Clinic, Result, consent, kits, reporting, transfers, wording};

impl Clinic {
    /// Newest first. Identities stay sealed: the line says that they changed, not to what.
    pub fn audit(&self, asked: &AuditAsked) -> Result<Vec<AuditLine>> {
        self.need(Deed::Read)?;
        let entries = match asked.subject {
            Some(subject) => self.store.entries_of(subject)?,
            None => self.store.entries_of_site()?,
        };
        let by_id: HashMap<EntryId, &Entry> = entries.iter().map(|entry| (entry.id, entry)).collect();
        let mut lines = Vec::with_capacity(entries.len());
        for entry in &entries {
            let before = entry.supersedes.and_then(|id| by_id.get(&id).copied());
            lines.push(AuditLine {
                entry: entry.id,
                record: entry.record,
                version: version(entry, &by_id),
                recorded_at: entry.recorded_at.clone(),
                author: entry.author.name.clone(),
                role: entry.author.role,
                role_text: wording::role(&self.words, entry.author.role),
                kind: entry.fact.kind(),
                kind_text: self
                    .words
                    .say(&format!("fact-{}", wording::wire(&entry.fact.kind())), &words::Args::default()),
                what: self.headline(&entry.fact),
                reason: entry.first_reason().unwrap_or_default().to_owned(),
                handed_over: transfers::provenance(&self.words, &entry.origins),
                changes: self.changes(before.map(|entry| &entry.fact), &entry.fact),
                hash: self.store.hash_of(entry.id)?,
            });
        }
        lines.reverse();
        Ok(lines)
    }

    fn headline(&self, fact: &Fact) -> String {
        match fact {
            Fact::Assessment(recorded) => wording::kind_title(&self.words, &recorded.assessment.kind),
            Fact::Visit(visit) => {
                visit.code.clone().unwrap_or_else(|| self.words.say("visit-unscheduled", &words::Args::default()))
            }
            Fact::StatusChange(change) => wording::status(&self.words, change.status),
            Fact::Handling(handling) => wording::action(&self.words, handling.action),
            Fact::Import(import) => import.files.iter().map(|file| file.name.as_str()).collect::<Vec<_>>().join(", "),
            Fact::Missed(missed) => missed.obligation.clone(),
            Fact::Amendment(amendment) => amendment.protocol.clone(),
            Fact::Track(track) => track.protocol.clone(),
            Fact::Event(event) => event.name.clone(),
            Fact::Withdrawal(withdrawal) => consent::parts_text(&self.words, &withdrawal.of),
            Fact::Consent(consent) => self.consent_headline(consent),
            Fact::Guardianship(one) => wording::relation(&self.words, one.relation),
            Fact::Appointment(plan) => {
                let at = plan.at.map(|at| at.to_string()).unwrap_or_default();
                self.appointment_text(plan.on, &at)
            }
            Fact::SiteClosure(closure) => closure.because.clone(),
            Fact::Kit(kit) => format!("{}: {}", kit.visit, kits::state_text(&self.words, kit.state)),
            Fact::Courier(_) => String::new(),
            Fact::DateConfirmed(confirmed) => {
                format!("{}: {}", self.words.date_short(&confirmed.on.to_string()), confirmed.because)
            }
            Fact::Protocol(adopted) => format!("{}@{}", adopted.id, adopted.version),
            Fact::User(user) => user.name.clone(),
            Fact::Enrolment(enrolment) => enrolment.code.clone(),
            Fact::Dosing(dosing) => wording::outcome(&self.words, dosing.outcome),
            Fact::Site(site) => site.name.clone(),
            Fact::Transfer(transfer) => {
                let key = format!("transfer-way-{}", wording::wire(&transfer.way));
                self.words.say(&key, &wording::texts(&[("site", &transfer.site)]))
            }
            Fact::Laboratory(laboratory) => laboratory.name.clone(),
            Fact::ReferenceRanges(ranges) => ranges.laboratory.clone(),
            Fact::Identity(_) | Fact::Signature(_) | Fact::EnteredInError(_) | Fact::Foreign(_) => String::new(),
        }
    }

    fn changes(&self, before: Option<&Fact>, after: &Fact) -> Vec<ChangeLine> {
        let old = before.map(|fact| self.fields(fact)).unwrap_or_default();
        let new = self.fields(after);
        let mut keys: Vec<&String> = old.keys().chain(new.keys()).collect();
        keys.sort();
        keys.dedup();
        let value = |fields: &BTreeMap<String, (String, String)>, key: &String| {
            fields.get(key).map(|(_, shown)| shown.clone()).unwrap_or_default()
        };
        keys.into_iter()
            .map(|key| ChangeLine {
                field: key.clone(),
                label: new.get(key).or_else(|| old.get(key)).map(|(label, _)| label.clone()).unwrap_or_default(),
                before: value(&old, key),
                after: value(&new, key),
            })
            .filter(|change| change.before != change.after)
            .collect()
    }

    /// Field -> (label, value as shown).
    fn fields(&self, fact: &Fact) -> BTreeMap<String, (String, String)> {
        if let Fact::Assessment(recorded) = fact {
            let assessment = &recorded.assessment;
            let field = |(key, answer): (&String, &Answer)| {
                let label = wording::field_label(&self.words, &assessment.kind, key);
                (key.clone(), (label, wording::shown(&self.words, &assessment.kind, key, answer)))
            };
            let mut fields: BTreeMap<_, _> = assessment.answers.iter().map(field).collect();
            let label = |key: &str| self.words.say(key, &words::Args::default());
            fields.insert("collected_on".into(), (label("field-collected-on"), assessment.collected_on.to_string()));
            let closure = wording::closure(&self.words, &assessment.closure);
            fields.insert("closure".into(), (label("field-closure"), closure));
            return fields;
        }
        if let Fact::Handling(Handling { sent: Some(sent), .. }) = fact {
            return self.fields_of_report(fact, sent);
        }
        if let Fact::Consent(_) | Fact::Guardianship(_) = fact {
            return self.fields_of_consent(fact);
        }
        if let Fact::Withdrawal(withdrawal) = fact {
            return self.fields_of_withdrawal(fact, withdrawal);
        }
        if let Fact::ReferenceRanges(ranges) = fact {
            return self.fields_of_ranges(ranges);
        }
        self.plain_fields(fact)
    }

    /// A report with its recipient, moment and number line by line.
    fn fields_of_report(&self, fact: &Fact, sent: &Sent) -> BTreeMap<String, (String, String)> {
        let mut fields = self.plain_fields(fact);
        fields.remove("sent");
        let at = self.words.date_weekday(&sent.at.on().to_string(), Some(&sent.at.time()));
        let mut add = |key: &str, value: String| {
            let label = wording::plain(&self.words, &format!("field-{key}"));
            fields.insert(key.to_owned(), (label, value));
        };
        add("sent-to", reporting::recipient(&self.words, &sent.to));
        add("sent-at", at);
        add("sent-reference", sent.reference.clone());
        if sent.late {
            add("sent-late", wording::plain(&self.words, "option-yes"));
        }
        fields
    }

    pub(crate) fn plain_fields(&self, fact: &Fact) -> BTreeMap<String, (String, String)> {
        // Sealed text, whole protocols and mappings would only hide the line that matters.
        let hidden = ["fact", "sealed", "toml", "evidence", "of", "mapping", "records", "pack", "way", "site"];
        let Ok(serde_json::Value::Object(values)) = serde_json::from_str(&fact.to_payload()) else {
            return BTreeMap::new();
        };
        let shown = values.into_iter().filter(|(key, value)| !hidden.contains(&key.as_str()) && !value.is_null());
        shown
            .map(|(key, value)| {
                let label = self.words.say(&format!("field-{}", key.replace('_', "-")), &words::Args::default());
                (key, (label, plain_text(&value)))
            })
            .collect()
    }
}

/// A value as a person reads it: texts without quotation marks, files by name and digest.
fn plain_text(value: &serde_json::Value) -> String {
    match value {
        serde_json::Value::String(text) => text.clone(),
        serde_json::Value::Array(all) => all.iter().map(plain_text).collect::<Vec<_>>().join("; "),
        serde_json::Value::Object(fields) if fields.contains_key("sha256") => {
            ["name", "sha256"].iter().filter_map(|key| fields.get(*key)).map(plain_text).collect::<Vec<_>>().join(" ")
        }
        other => other.to_string(),
    }
}

/// 1 for the first version of a record.
fn version(entry: &Entry, by_id: &HashMap<EntryId, &Entry>) -> u32 {
    let mut version = 1;
    let mut at = entry;
    while let Some(before) = at.supersedes.and_then(|id| by_id.get(&id).copied()) {
        version += 1;
        at = before;
    }
    version
}
