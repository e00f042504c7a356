//! One child on one centile chart, drawn on screen and on paper from the same data.

use facts::{CivilDate, RecordId, SubjectId};
use serde::{Deserialize, Serialize};
use specta::Type;

use super::page::PaperSize;
use super::signal::Labelled;

#[derive(Clone, Debug, Default, Deserialize, Type)]
pub struct GrowthAsked {
    pub subject: Option<SubjectId>,
    /// As tables spell it: `weight-for-age`; empty = the first that has a point.
    pub index: String,
    /// Name of a reference; empty = the one of the forms.
    pub reference: String,
}

/// A place on the chart: days of age or centimetres across, the unit of the index upwards.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Type)]
pub struct Spot {
    pub x: f64,
    pub y: f64,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct Curve {
    /// In percent.
    pub centile: f64,
    pub label: String,
    pub spots: Vec<Spot>,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct GrowthPoint {
    pub record: RecordId,
    pub on: CivilDate,
    pub spot: Spot,
    /// The same value at the corrected age, for a child born preterm until two years.
    pub corrected: Option<Spot>,
    pub age: String,
    /// Empty when there is none.
    pub corrected_age: String,
    pub value: String,
    pub z: String,
    pub z_corrected: String,
    pub centile: String,
    /// Change of z a year since the one before, over how many days; empty for the first.
    pub velocity: String,
    /// Centile lines crossed since the one before; empty when none was.
    pub crossed: String,
}

/// Where the parents' heights let the adult height be expected, cm.
#[derive(Clone, Debug, Serialize, Type)]
pub struct TargetHeight {
    pub low: f64,
    pub mid: f64,
    pub high: f64,
    pub text: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Across {
    Age,
    Height,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct GrowthChart {
    pub index: String,
    pub title: String,
    pub unit: String,
    pub across: Across,
    pub from: f64,
    pub to: f64,
    pub indices: Vec<Labelled>,
    pub reference: String,
    /// Every reference that lies in `assets/references/growth`.
    pub references: Vec<Labelled>,
    pub sources: Vec<String>,
    pub curves: Vec<Curve>,
    /// Oldest first.
    pub points: Vec<GrowthPoint>,
    pub target: Option<TargetHeight>,
    /// At which age the reference ends, when the chart goes on; empty otherwise.
    pub ends: String,
    /// Why nothing is drawn; empty otherwise.
    pub nothing: String,
}

#[derive(Clone, Debug, Deserialize, Type)]
pub struct GrowthPrintAsked {
    pub chart: GrowthAsked,
    pub paper: PaperSize,
    /// BCP 47; empty = the family's own.
    pub language: String,
    /// Folder; empty = the papers folder beside the store.
    pub folder: String,
}
