//! The forms by which people agree to take part: their versions, who signs them at what age, and within what time.
//!
//! Guidance asks for consent again at majority and when what was agreed to changes (ICH E6(R3) 2.8) and leaves periods
//! and ages of assent to the sponsor, so each form cites its own source. Knows no signature and no day of a person:
//! `followup` says who is asked by when.

use std::sync::Arc;

use facts::fact::GivenBy;
use facts::{CivilDate, ConsentKind, Period};
use serde::Serialize;

use crate::clause::Citation;
use crate::parse::{citation, localised};
use crate::read::{Node, Table};
use crate::study::Localised;

const KINDS: [&str; 3] = ["consent", "assent", "optional"];
const GIVERS: [&str; 3] = ["subject", "parent", "guardian"];

/// `[[consent]]`. The first of kind `consent` is the one that a day of consent speaks of which names no form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ConsentForm {
    pub code: String,
    pub kind: ConsentKind,
    pub label: Localised,
    /// What the family reads on paper; empty = the label.
    pub family: Localised,
    pub given_by: Vec<GivenBy>,
    /// From this birthday on; `None` = from birth.
    pub age_from: Option<Period>,
    /// Until the day before this birthday; `None` = while the givers may sign.
    pub age_under: Option<Period>,
    /// How long after it is first asked of somebody it is to be signed; `None` = it is offered and never asked for.
    pub within: Option<Period>,
    /// How long after another person came to decide for the child that person is to sign; `None` = is not asked.
    pub new_guardian_within: Option<Period>,
    /// In the order in which they came into force.
    pub versions: Vec<ConsentVersion>,
    pub citation: Arc<Citation>,
}

/// `[[consent.version]]`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ConsentVersion {
    pub version: String,
    /// `None` = from the beginning.
    pub effective_on: Option<CivilDate>,
    /// How long whoever signed an earlier version has to sign this one; `None` = is not asked to.
    pub reconsent_within: Option<Period>,
    /// Of the form where it has none of its own.
    pub citation: Option<Arc<Citation>>,
}

impl ConsentForm {
    /// The version that is put before people on a day.
    pub fn in_force(&self, on: CivilDate) -> Option<&ConsentVersion> {
        self.versions.iter().rev().find(|version| version.effective_on.is_none_or(|from| from <= on))
    }

    /// Place of a version in the order in which they came into force.
    pub fn place(&self, version: &str) -> Option<usize> {
        self.versions.iter().position(|known| known.version == version)
    }

    pub(crate) fn citations(&self) -> impl Iterator<Item = &Citation> {
        let versions = self.versions.iter().filter_map(|version| version.citation.as_deref());
        std::iter::once(&*self.citation).chain(versions)
    }

    /// Whoever decides for the child signs it.
    pub fn by_guardians(&self) -> bool {
        self.given_by.iter().any(|by| *by != GivenBy::Subject)
    }

    pub fn by_subject(&self) -> bool {
        self.given_by.contains(&GivenBy::Subject)
    }
}

pub(crate) fn consent(table: &Table<'_>) -> Option<ConsentForm> {
    let code = table.text("code");
    let kind: Option<ConsentKind> = table.needed("kind").and_then(|node| node.one_of(&KINDS));
    let label = localised(table, "label");
    let family = table.maybe("family").map(|node| node.localised()).unwrap_or_default();
    let given_by = given_by(table, kind);
    let age_from = table.maybe("age-from").and_then(|node| node.lasting());
    let age_under = table.maybe("age-under");
    let under = age_under.as_ref().and_then(|node| node.lasting());
    if let (Some(from), Some(under), Some(node)) = (age_from, under, &age_under)
        && from.rough_days() >= under.rough_days()
    {
        node.fault("ages-end-before-they-begin", &[("from", &from.to_string()), ("value", &under.to_string())]);
    }
    let within = table.maybe("within").and_then(|node| node.lasting());
    let new_guardian_within = table.maybe("new-guardian-within").and_then(|node| node.lasting());
    let versions = versions(table);
    let citation = table.needed("cites").and_then(|node| citation(&node)).map(Arc::new);
    Some(ConsentForm {
        code: code?,
        kind: kind?,
        label,
        family,
        given_by,
        age_from,
        age_under: under,
        within,
        new_guardian_within,
        versions,
        citation: citation?,
    })
}

/// A child's assent is its own; consent is given by whoever decides, and by the subject once of age.
fn given_by(table: &Table<'_>, kind: Option<ConsentKind>) -> Vec<GivenBy> {
    let Some(node) = table.maybe("given-by") else {
        return match kind {
            Some(ConsentKind::Assent) => vec![GivenBy::Subject],
            _ => vec![GivenBy::Parent, GivenBy::Guardian, GivenBy::Subject],
        };
    };
    let givers: Vec<GivenBy> = node.items().iter().filter_map(|one| one.one_of(&GIVERS)).collect();
    if givers.is_empty() {
        node.fault("empty", &[]);
    }
    if kind == Some(ConsentKind::Assent) && givers.iter().any(|by| *by != GivenBy::Subject) {
        node.fault("assent-by-another", &[]);
    }
    givers
}

fn versions(table: &Table<'_>) -> Vec<ConsentVersion> {
    let mut read: Vec<ConsentVersion> = Vec::new();
    let nodes = table.items("version");
    for node in &nodes {
        let Some(version) = node.table().and_then(|inner| version(&inner)) else { continue };
        if read.iter().any(|known| known.version == version.version) {
            node.holding(&version.version).fault("used-twice", &[("value", &version.version)]);
        }
        if let Some(before) = read.last().filter(|before| before.effective_on >= version.effective_on) {
            after_one_another(node, before, &version);
        }
        read.push(version);
    }
    if nodes.is_empty() {
        table.page.add(table.at, &table.key, "consent-without-version", &[], assess::Severity::Stops);
    }
    read
}

/// The order in the text is the order in which versions came into force.
fn after_one_another(node: &Node<'_>, before: &ConsentVersion, version: &ConsentVersion) {
    let day = |version: &ConsentVersion| version.effective_on.map(|on| on.to_string()).unwrap_or_default();
    let (before, value) = (day(before), day(version));
    node.fault("consent-versions-out-of-order", &[("before", &before), ("value", &value)]);
}

fn version(table: &Table<'_>) -> Option<ConsentVersion> {
    let version = table.text("version");
    let effective_on = table.maybe("effective-on").and_then(|node| node.day());
    let reconsent_within = table.maybe("reconsent-within").and_then(|node| node.lasting());
    let citation = table.maybe("cites").and_then(|node| citation(&node)).map(Arc::new);
    table.nothing_else();
    Some(ConsentVersion { version: version?, effective_on, reconsent_within, citation })
}
