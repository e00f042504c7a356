//! What is drawn of one life, and what the shed vector means for the family.

use facts::{CivilDate, RecordId};
use serde::Serialize;
use specta::Type;

use super::signal::CitationLine;

#[derive(Clone, Debug, Serialize, Type)]
pub struct Point {
    pub on: CivilDate,
    /// `None` when there is nothing to draw a height from (not detected).
    pub value: Option<f64>,
    pub shown: String,
    /// Below the detection or quantification limit: drawn at `value` as a limit, never as zero.
    pub below_limit: bool,
    pub record: RecordId,
}

/// How a series is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Stroke {
    Firm,
    /// Beside a firm one of the same mark: the same values against another measure.
    Dashed,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct Series {
    pub name: String,
    /// Which mark: the same for the same thing in every chart and language.
    pub mark: u32,
    pub stroke: Stroke,
    pub points: Vec<Point>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum LimitOf {
    /// A rule of the protocol.
    Protocol,
    /// The assay: below it nothing is seen, or nothing is counted.
    Assay,
    /// The laboratory's range of normal.
    Laboratory,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct Limit {
    pub value: f64,
    pub label: String,
    pub of: LimitOf,
}

/// One dose from a day to another.
#[derive(Clone, Debug, Serialize, Type)]
pub struct DoseStep {
    pub from: CivilDate,
    pub to: Option<CivilDate>,
    /// mg/kg/d; `None` when it is not known by weight.
    pub dose: Option<f64>,
    pub shown: String,
}

/// A course of one medicine, drawn beside the curve on the same days.
#[derive(Clone, Debug, Serialize, Type)]
pub struct Course {
    pub label: String,
    pub steps: Vec<DoseStep>,
    /// How it came down from its highest dose, in words; empty when it did not.
    pub taper: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum EventOf {
    Cleared,
    Returned,
}

/// A day that a series of this chart is told by.
#[derive(Clone, Debug, Serialize, Type)]
pub struct Event {
    pub on: CivilDate,
    pub of: EventOf,
    /// The mark of its series.
    pub mark: u32,
    pub text: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Scale {
    Linear,
    Log10,
    Log2,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct Chart {
    pub key: String,
    pub title: String,
    pub unit: String,
    pub scale: Scale,
    pub limits: Vec<Limit>,
    pub series: Vec<Series>,
    pub courses: Vec<Course>,
    pub events: Vec<Event>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum MatrixState {
    /// Followed, and no sample yet.
    NotSampled,
    NotYet,
    Cleared,
    Returned,
}

/// One matrix: whether the vector has left it, from the one definition in `assess::shedding`.
#[derive(Clone, Debug, Serialize, Type)]
pub struct MatrixLine {
    pub matrix: String,
    pub name: String,
    pub state: MatrixState,
    pub text: String,
    pub mark: u32,
    /// Day of clearance or return.
    pub on: Option<CivilDate>,
    pub negatives: u32,
    /// `None` when the protocol does not say what clears it.
    pub needed: Option<u32>,
}

/// What the family is asked while the vector may leave the body, or told once it does not.
#[derive(Clone, Debug, Serialize, Type)]
pub struct PrecautionLine {
    pub text: String,
    /// `false`: it is over, and the text says what one may do again.
    pub in_force: bool,
    /// The matrices that keep it in force, or the day on which the last was cleared.
    pub because: String,
    pub citation: CitationLine,
}
