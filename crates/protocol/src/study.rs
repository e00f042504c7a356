//! A study as data: the product, its sources, what is done when, and which rules watch.

use std::collections::BTreeMap;

use assess::Severity as Weight;
use assess::grading::Version;
use assess::growth::Reference;
use facts::{CivilDate, ConsentKind, Period};
use serde::{Deserialize, Serialize};

use crate::anchor::Anchor;
use crate::clause::{Citation, Source};
use crate::consent::ConsentForm;
use crate::ladder::Ladder;
use crate::stopping::{Background, Stopping};
use crate::visit::{Task, Visit};

/// `results-within` of a text that leaves it out, as those written before the key existed do. No guidance gives a
/// number: six weeks is a proposal, which the presets mark as the sponsor's to confirm.
pub const RESULTS_WITHIN: Period = Period::days(42);

/// `age-of-majority` of a text that leaves it out: 18 in China, Japan (since 2022), the EU and most of the US
/// (domain facts, section 6).
pub const AGE_OF_MAJORITY: Period = Period::years(18);

/// Text by language tag.
pub type Localised = BTreeMap<String, String>;

/// The text in a language, else in English, else empty.
pub fn text<'a>(text: &'a Localised, language: &str) -> &'a str {
    text.get(language).or_else(|| text.get("en")).map_or("", String::as_str)
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Protocol {
    pub id: String,
    pub version: String,
    pub title: Localised,
    /// A source of visits beside a subject's protocol (a registry, a label), never followed alone.
    pub track: bool,
    /// What this version changes and for whom; `None` for a first version.
    pub amendment: Option<Amends>,
    /// Days that visits may count from and that no visit or dosing makes: a transplantation.
    pub events: Vec<NamedEvent>,
    /// `fda`, `ema`, `cde` or `pmda`: whose background the protocol follows.
    pub authority: String,
    pub product: Product,
    /// Length of follow-up after `follow_up_from`.
    pub follow_up: Period,
    pub follow_up_from: Anchor,
    /// How long after its sample a result is expected; afterwards the laboratory is asked.
    pub results_within: Period,
    /// When a subject consents for themselves.
    pub age_of_majority: Period,
    /// Edition of CTCAE that grades laboratory values.
    pub ctcae: Version,
    /// Name of the reference that growth is scored against; see [`Protocol::growth_reference`].
    pub growth: String,
    pub cites: Cites,
    /// How long before its last day an open visit counts as due soon.
    pub due_soon: Period,
    /// What a reader must know of the whole: who confirms the windows, for example.
    pub notes: Vec<Localised>,
    pub sources: Vec<Source>,
    pub tasks: Vec<Task>,
    pub visits: Vec<Visit>,
    pub rules: Vec<RuleClause>,
    /// What pauses dosing in the cohort.
    pub stopping: Vec<Stopping>,
    /// Malignancies to be expected without the product.
    pub background: Option<Background>,
    /// How a family that missed a visit is looked for; without one nothing is asked and no step is owed.
    pub ladder: Option<Ladder>,
    /// Forms by which people agree; without any, consent is what tasks of its kind ask for at visits.
    pub consents: Vec<ConsentForm>,
    pub family: FamilyText,
}

/// Where the values that hold for the whole study come from; `None` where the text does not say.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Cites {
    pub follow_up: Option<Citation>,
    pub results_within: Option<Citation>,
    pub age_of_majority: Option<Citation>,
    pub ctcae: Option<Citation>,
    pub growth: Option<Citation>,
}

/// `[amendment]`: how this version follows another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Amends {
    /// The version that it changes.
    pub version: String,
    /// First day on which a subject may follow it; `None` where the text leaves it to the site.
    pub effective_on: Option<CivilDate>,
    /// Subjects consent to it before they move.
    pub reconsent: bool,
    pub citation: Citation,
}

/// `[[event]]`: recorded for each subject, counted from with `anchor = "event:NAME"`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NamedEvent {
    pub name: String,
    pub label: Localised,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Product {
    pub name: Localised,
    pub class: VectorClass,
    pub integrating: bool,
}

/// Classes that guidance treats apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum VectorClass {
    LentiviralHsc,
    GammaretroviralHsc,
    CarT,
    GenomeEditing,
    AavSystemic,
    AavOcular,
    Plasmid,
    Oncolytic,
}

/// A safety rule in force, with its limits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RuleClause {
    /// Id of a rule in `signals`.
    pub rule: String,
    /// Decimals or periods, by name.
    pub limits: BTreeMap<String, String>,
    pub genes: Vec<String>,
    pub severity: Severity,
    pub citation: Citation,
    pub calls_for: Vec<CallFor>,
}

/// How urgent a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename = "FindingSeverity", rename_all = "kebab-case")]
pub enum Severity {
    Notice,
    Caution,
    Alarm,
}

/// What a finding asks people to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum CallFor {
    /// Do the task again within the period after the finding.
    Repeat {
        task: String,
        within: Period,
    },
    Report {
        to: String,
        within: Clock,
        when: ReportWhen,
    },
    Evaluate {
        what: Localised,
        within: Option<Period>,
    },
}

/// Reporting clocks count hours or days from when the site learned of the event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Clock {
    Hours(u32),
    Days(u32),
}

/// Which serious events a clock is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReportWhen {
    Always,
    /// Unexpected, and fatal or life-threatening.
    FatalOrLifeThreatening,
    /// Unexpected, serious otherwise.
    OtherSerious,
}

/// What the family's sheet says besides the visits.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct FamilyText {
    pub bring: Localised,
    pub call_if: Vec<Localised>,
    pub please_do_not: Vec<Localised>,
    pub precautions: Vec<Precaution>,
    pub moving: Localised,
}

/// What the family is asked as long as the vector may leave the body: hygiene, barrier, no donation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Precaution {
    /// In force until all of these are cleared; empty = every matrix that is followed.
    pub matrices: Vec<String>,
    pub ask: Localised,
    /// What one may do again afterwards; empty = it is not mentioned any more.
    pub then: Localised,
    pub citation: Citation,
}

/// A fault in a protocol's text: where, what, and what would be right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fault {
    /// From 1.
    pub line: usize,
    pub column: usize,
    /// Dotted key, such as `visit[3].early`.
    pub key: String,
    /// Fluent id `fault-<code>`.
    pub code: String,
    pub args: BTreeMap<String, String>,
    /// `Stops` forbids adoption, `Notes` does not.
    pub severity: Weight,
}

impl Cites {
    pub(crate) fn all(&self) -> impl Iterator<Item = &Citation> {
        [&self.follow_up, &self.results_within, &self.age_of_majority, &self.ctcae, &self.growth].into_iter().flatten()
    }
}

impl Protocol {
    /// `id@version`.
    pub fn reference(&self) -> String {
        format!("{}@{}", self.id, self.version)
    }

    /// One reference for the form, the rule and the chart.
    pub fn growth_reference(&self) -> &'static Reference {
        assess::growth::reference(&self.growth).unwrap_or_else(assess::growth::who)
    }

    /// An event that the protocol names and people record, not one of its visits.
    pub fn event(&self, name: &str) -> Option<&NamedEvent> {
        self.events.iter().find(|event| event.name == name)
    }

    pub fn consent(&self, code: &str) -> Option<&ConsentForm> {
        self.consents.iter().find(|form| form.code == code)
    }

    /// The form that a day of consent speaks of which names none.
    pub fn main_consent(&self) -> Option<&ConsentForm> {
        self.consents.iter().find(|form| form.kind == ConsentKind::Consent)
    }

    pub fn task(&self, code: &str) -> Option<&Task> {
        self.tasks.iter().find(|task| task.code == code)
    }

    /// A task that no visit asks for arises from findings alone: it is done, not repeated.
    pub fn asks_at_visits(&self, code: &str) -> bool {
        self.visits.iter().flat_map(|visit| &visit.tasks).any(|used| *used.task == *code)
    }

    pub fn rule(&self, id: &str) -> Option<&RuleClause> {
        self.rules.iter().find(|clause| clause.rule == id)
    }

    /// Every citation of the protocol, in the order of its parts.
    pub fn citations(&self) -> impl Iterator<Item = &Citation> {
        let prices = self.tasks.iter().filter_map(|task| task.price.as_ref()).map(|price| &price.citation);
        let tasks = self.tasks.iter().filter_map(|task| task.citation.as_ref()).chain(prices);
        let visits = self.visits.iter().map(|visit| &*visit.citation);
        let rules = self.rules.iter().map(|clause| &clause.citation);
        let precautions = self.family.precautions.iter().map(|precaution| &precaution.citation);
        let stopping = self.stopping.iter().map(|clause| &clause.citation);
        let background = self.background.iter().map(|table| &table.citation);
        let amends = self.amendment.iter().map(|amends| &amends.citation);
        let ladder = self.ladder.iter().map(|ladder| &ladder.citation);
        let consents = self.consents.iter().flat_map(ConsentForm::citations);
        let named = self.cites.all().chain(tasks).chain(visits).chain(rules);
        named.chain(precautions).chain(stopping).chain(background).chain(amends).chain(ladder).chain(consents)
    }

    pub fn source(&self, id: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == id)
    }
}
