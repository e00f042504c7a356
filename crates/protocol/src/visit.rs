//! A visit of the protocol and what is done there.

use std::fmt::Write;
use std::sync::Arc;

use std::collections::BTreeMap;

use facts::Period;
use facts::fact::Mode;
use rust_decimal::Decimal;
use serde::Serialize;

use crate::anchor::Anchor;
use crate::clause::Citation;
use crate::condition::Condition;
use crate::study::Localised;
use crate::window::Window;

/// One visit, or a row of visits when it repeats.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Visit {
    /// May hold `{n}`, the number of the occurrence.
    pub code: String,
    pub label: Localised,
    pub anchor: Anchor,
    /// From the anchor to the first occurrence.
    pub offset: Period,
    pub repeat: Option<Repeat>,
    pub window: Window,
    /// Shared with every obligation, as the codes of the tasks are.
    pub modes: Arc<[Mode]>,
    pub tasks: Vec<TaskUse>,
    pub when: Condition,
    /// Shared with every obligation that the row makes.
    pub citation: Arc<Citation>,
    /// How long a family should plan for.
    pub minutes: Option<u32>,
    pub fasting: bool,
}

/// Occurrences are counted from the anchor: the k-th falls on anchor + offset + k × every.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Repeat {
    pub every: Period,
    /// Offset of the last occurrence, included.
    pub until: Period,
    /// `{n}` of the first occurrence and its step.
    pub first_number: u32,
    pub number_step: u32,
}

/// A task at a visit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TaskUse {
    pub task: Arc<str>,
    pub when: Condition,
    /// At every n-th occurrence of a repeated visit.
    pub every_nth: Option<u32>,
    /// The occurrence, from 1, at which it is done first; the n-th when the text does not say.
    pub from_nth: Option<u32>,
}

impl TaskUse {
    /// True when it is the turn of the task at an occurrence (`index` from 0): with `every-nth = 2` at the second,
    /// fourth …, and with `from-nth = 1` at the first, third ….
    ///
    /// ```
    /// use protocol::{Condition, TaskUse};
    /// let mut yearly = TaskUse { task: "x".into(), when: Condition::Always, every_nth: Some(2), from_nth: None };
    /// let turns = |task: &TaskUse| (0..6).filter(|index| task.has_turn(*index)).collect::<Vec<_>>();
    /// assert_eq!(turns(&yearly), [1, 3, 5]);
    /// yearly.from_nth = Some(3);
    /// assert_eq!(turns(&yearly), [2, 4]);
    /// ```
    pub fn has_turn(&self, index: u32) -> bool {
        let every = self.every_nth.unwrap_or(1).max(1);
        let since_first = (index + 1).checked_sub(self.from_nth.unwrap_or(every));
        since_first.is_some_and(|passed| passed.is_multiple_of(every))
    }
}

/// Something done at visits, or called for by a finding: a form with fixed values.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Task {
    pub code: String,
    /// Kind of the assessment form.
    pub kind: String,
    /// Field values that the task fixes, such as the matrix of a sample.
    pub preset: BTreeMap<String, String>,
    pub label: Localised,
    /// Plain words for families; empty = not mentioned.
    pub family: Localised,
    pub icon: Icon,
    pub citation: Option<Citation>,
    /// When a finding calls for it: the answer that settles it. Without one, a later assessment does.
    pub settled_by: Option<SettledBy>,
    /// Its sample is kept and not tested: it falls away with the consent to keeping samples.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub archive_only: bool,
    /// How long it takes the site, for the forecast of work.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub price: Option<Price>,
}

/// What a task costs, and who says so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Price {
    pub amount: Decimal,
    /// ISO 4217, three letters.
    pub currency: String,
    pub citation: Citation,
}

impl Task {
    /// Something leaves the body: told by its pictogram, as the family is told.
    pub fn takes_a_sample(&self) -> bool {
        matches!(self.icon, Icon::Blood | Icon::Urine | Icon::Sample)
    }
}

/// One field of the task's form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SettledBy {
    pub field: String,
    /// Codes that settle it; any answer when empty.
    pub is: Vec<String>,
    /// Field with the day on which it was done; that of the form when there is none.
    pub on: Option<String>,
}

/// Pictogram on the family's sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, serde::Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum Icon {
    Blood,
    Urine,
    Body,
    Talk,
    Growth,
    Scan,
    Sample,
    Question,
}

/// One day that a visit asks for, before any subject: its code, number and offset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occurrence {
    pub code: String,
    pub number: u32,
    /// 0 for the first.
    pub index: u32,
    pub offset: Period,
}

/// Occurrences of one row are bounded, so that a slip such as `every = "P1D"` over 15 years stays a list
/// that a person can read.
pub const MOST_OCCURRENCES: u32 = 400;

impl Visit {
    /// Every occurrence, in order.
    pub fn occurrences(&self) -> Vec<Occurrence> {
        let Some(repeat) = self.repeat else {
            return vec![Occurrence { code: self.code.clone(), number: 1, index: 0, offset: self.offset }];
        };
        let last = repeat.until.rough_days();
        let (before, after) = self.code.split_once("{n}").unwrap_or((&self.code, ""));
        (0..MOST_OCCURRENCES)
            .map(|index| (index, self.offset.and(&repeat.every.times(i32::try_from(index).unwrap_or(i32::MAX)))))
            .take_while(|(_, offset)| offset.rough_days() <= last)
            .map(|(index, offset)| {
                let number = repeat.first_number + index * repeat.number_step;
                let mut code = String::with_capacity(self.code.len() + 4);
                code.push_str(before);
                if before.len() < self.code.len() {
                    let _ = write!(code, "{number}{after}");
                }
                Occurrence { code, number, index, offset }
            })
            .collect()
    }

    /// True when one of the occurrences bears this code: a row `M{n}` of months 12, 18, 24 gives `M18` and no `M13`.
    pub fn gives(&self, code: &str) -> bool {
        match (&self.repeat, self.code.split_once("{n}")) {
            (Some(_), Some((before, after))) => {
                let number = code.strip_prefix(before).and_then(|rest| rest.strip_suffix(after));
                let counted = number.is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()));
                counted && self.occurrences().iter().any(|occurrence| occurrence.code == code)
            }
            _ => self.code == code,
        }
    }
}
