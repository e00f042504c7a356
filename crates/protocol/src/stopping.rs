//! Rules that pause dosing in a cohort, and the background rates that malignancies are held against: as data.
//!
//! Which events count, how soon after dosing, and the boundary: a fixed number, a share of the people, or a
//! beta-binomial rule (`assess::cohort`). Counts nobody; a boundary that is reached is for the monitoring board.

use std::collections::BTreeMap;

use assess::cohort::{self, BackgroundRate};
use facts::Period;
use rust_decimal::Decimal;
use serde::Serialize;

use crate::clause::Citation;
use crate::parse::{citation, localised};
use crate::read::{Node, Table};
use crate::study::Localised;

/// Most people a boundary is computed for: a larger cohort is monitored by its own committee and software.
const MOST_PEOPLE: u32 = 200;

/// Field of a form that holds the CTCAE grade.
pub const GRADE: &str = "ctcae-grade";

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Stopping {
    pub code: String,
    pub label: Localised,
    /// Any of these is an event.
    pub counts: Vec<Counts>,
    /// How soon after the first dosing; `None`: as long as the person is followed.
    pub within: Option<Period>,
    /// How many people the rule is made for.
    pub people: u32,
    pub boundary: Boundary,
    pub citation: Citation,
}

/// What counts as an event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum Counts {
    /// A finding of a rule of this protocol.
    Rule {
        rule: String,
    },
    /// An assessment with these answers; `grade_at_least` looks at its CTCAE grade.
    Assessment {
        kind: String,
        with: BTreeMap<String, String>,
        grade_at_least: Option<u32>,
    },
    Death,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum Boundary {
    /// So many events, whatever the number of people.
    Number { events: u32 },
    /// This share of the people or more, once there are so many.
    Proportion { share: Decimal, from_people: u32 },
    /// Posterior chance of more than `expected` above a cut-off, given or calibrated to `alpha`.
    BetaBinomial { expected: Decimal, prior_events: Decimal, prior_others: Decimal, limit: Limit },
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum Limit {
    Alpha { alpha: Decimal },
    CutOff { cut_off: Decimal },
}

/// What is expected without the product, as a table of rates.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Background {
    /// CSV as `assess::cohort::read_rates` takes it.
    pub rates: String,
    pub citation: Citation,
}

impl Background {
    pub fn rates(&self) -> Vec<BackgroundRate> {
        cohort::read_rates(self.rates.as_bytes()).unwrap_or_default()
    }
}

/// `[[stopping]]`.
pub(crate) fn stopping(table: &Table<'_>) -> Option<Stopping> {
    let code = table.text("code");
    let label = localised(table, "label");
    let counts: Vec<Counts> =
        table.needed("counts").map(|node| node.items()).unwrap_or_default().iter().filter_map(counts).collect();
    let within = table.maybe("within").map(|node| node.lasting());
    let people = table.needed("people").and_then(|node| {
        let people = node.count(1)?;
        if people > MOST_PEOPLE {
            node.fault("too-many-people", &[("most", &MOST_PEOPLE.to_string())]);
        }
        (people <= MOST_PEOPLE).then_some(people)
    });
    let boundary = table.needed("boundary").and_then(|node| boundary(&node, people?));
    let citation = table.needed("cites").and_then(|node| citation(&node));
    if counts.is_empty() {
        table.page.add(table.at, &table.key, "counts-nothing", &[], assess::Severity::Stops);
    }
    Some(Stopping {
        code: code?,
        label,
        counts,
        within: within.flatten(),
        people: people?,
        boundary: boundary?,
        citation: citation?,
    })
}

/// `{ rule = "…" }`, `{ assessment = "…", with = { … }, grade-at-least = 3 }` or `{ death = true }`.
fn counts(node: &Node<'_>) -> Option<Counts> {
    let table = node.table()?;
    let counts = if let Some(rule) = table.maybe("rule") {
        Counts::Rule { rule: rule.text()? }
    } else if let Some(kind) = table.maybe("assessment") {
        let with = table.maybe("with").and_then(|node| node.table());
        let with = with
            .iter()
            .flat_map(|with| with.keys().filter_map(|(key, node)| Some((key, node.text()?))).collect::<Vec<_>>());
        let grade_at_least = table.maybe("grade-at-least").and_then(|node| node.count(1));
        Counts::Assessment { kind: kind.text()?, with: with.collect(), grade_at_least }
    } else if table.maybe("death").is_some_and(|node| node.yes() == Some(true)) {
        Counts::Death
    } else {
        node.fault("counts-form", &[]);
        return None;
    };
    table.nothing_else();
    Some(counts)
}

/// `{ events = 2 }`, `{ share = "0.2", from-people = 6 }`, or
/// `{ expected = "0.20", prior = ["0.6", "2.4"], alpha = "0.10" }` with `cut-off` in the place of `alpha`.
fn boundary(node: &Node<'_>, people: u32) -> Option<Boundary> {
    let table = node.table()?;
    let boundary = if let Some(events) = table.maybe("events") {
        Boundary::Number { events: events.count(1)? }
    } else if let Some(share) = table.maybe("share") {
        let from_people = table.needed("from-people")?.count(1)?;
        Boundary::Proportion { share: chance(&share)?, from_people }
    } else if let Some(expected) = table.maybe("expected") {
        let prior: Vec<Decimal> = table.needed("prior")?.items().iter().filter_map(decimal).collect();
        let limit = match (table.maybe("alpha"), table.maybe("cut-off")) {
            (Some(alpha), None) => Limit::Alpha { alpha: chance(&alpha)? },
            (None, Some(cut_off)) => Limit::CutOff { cut_off: chance(&cut_off)? },
            _ => {
                node.fault("boundary-form", &[]);
                return None;
            }
        };
        let [prior_events, prior_others] = prior[..] else {
            node.fault("prior-form", &[]);
            return None;
        };
        Boundary::BetaBinomial { expected: chance(&expected)?, prior_events, prior_others, limit }
    } else {
        node.fault("boundary-form", &[]);
        return None;
    };
    table.nothing_else();
    // A rule that can never stop anything is a slip of the pen.
    let watch = boundary.watch(people);
    let reaches =
        (1..=people).any(|n| watch.as_ref().and_then(|watch| watch.fewest(n)).is_some_and(|events| events <= n));
    if !reaches {
        node.fault("boundary-never", &[("people", &people.to_string())]);
        return None;
    }
    Some(boundary)
}

fn decimal(node: &Node<'_>) -> Option<Decimal> {
    let text = node.text()?;
    let read = text.parse::<Decimal>().ok().filter(|value| *value > Decimal::ZERO);
    if read.is_none() {
        node.fault("not-a-decimal", &[("value", &text)]);
    }
    read
}

/// More than 0 and at most 1.
fn chance(node: &Node<'_>) -> Option<Decimal> {
    let value = decimal(node)?;
    if value > Decimal::ONE {
        node.fault("not-a-decimal", &[("value", &value.to_string())]);
        return None;
    }
    Some(value)
}

/// `[background]`: `rates` as CSV text, `cites`.
pub(crate) fn background(table: &Table<'_>) -> Option<Background> {
    let rates = table.needed("rates")?;
    let text = rates.text()?;
    for problem in cohort::read_rates(text.as_bytes()).err().unwrap_or_default() {
        let mut args = vec![("row", problem.line.to_string()), ("column", problem.column.to_owned())];
        args.extend(problem.args);
        let args: Vec<(&str, &str)> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
        rates.fault(&format!("rate-{}", problem.code), &args);
    }
    let citation = table.needed("cites").and_then(|node| citation(&node));
    table.nothing_else();
    Some(Background { rates: text, citation: citation? })
}

/// A boundary made ready: calibrated once, asked often.
#[derive(Clone, Debug, PartialEq)]
pub enum Watch {
    Number(u32),
    Proportion { share: Decimal, from_people: u32 },
    Bayes(cohort::StoppingRule),
}

impl Boundary {
    /// `None` when prior, expectation or level make no sense together.
    pub fn watch(&self, people: u32) -> Option<Watch> {
        use rust_decimal::prelude::ToPrimitive;
        match self {
            Self::Number { events } => Some(Watch::Number(*events)),
            Self::Proportion { share, from_people } => {
                Some(Watch::Proportion { share: *share, from_people: *from_people })
            }
            Self::BetaBinomial { expected, prior_events, prior_others, limit } => {
                let (p0, a, b) = (expected.to_f64()?, prior_events.to_f64()?, prior_others.to_f64()?);
                match limit {
                    Limit::Alpha { alpha } => cohort::calibrated(a, b, p0, alpha.to_f64()?, people),
                    Limit::CutOff { cut_off } => {
                        Some(cohort::StoppingRule { prior_events: a, prior_others: b, p0, cut_off: cut_off.to_f64()? })
                    }
                }
                .map(Watch::Bayes)
            }
        }
    }
}

impl Watch {
    /// Fewest events among `people` that reach the boundary; `None` while no number would.
    pub fn fewest(&self, people: u32) -> Option<u32> {
        match self {
            Self::Number(events) => Some(*events).filter(|events| *events <= people),
            Self::Proportion { share, from_people } => {
                use rust_decimal::prelude::ToPrimitive;
                let wanted = (*share * Decimal::from(people)).ceil().to_u32()?;
                (people >= *from_people).then_some(wanted.max(1))
            }
            Self::Bayes(rule) => rule.boundary(people),
        }
    }
}
