//! Samples that are taken elsewhere: the kit that goes out, and what comes back. And what the site knows of its courier.
//!
//! Each state is a version of the record with its own day, so that the ledger tells where a sample was when. Where one
//! should be, and by when, is `followup`'s to say.

use serde::{Deserialize, Serialize};

use crate::date::civil::CivilDate;

/// Where the kit of one visit is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kit {
    /// Key of the obligation (`visit:Y7`).
    pub visit: String,
    /// Codes of the tasks whose samples it holds.
    pub tasks: Vec<String>,
    pub state: KitState,
    /// Day of the state.
    pub on: CivilDate,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub carrier: String,
    /// Under which the carrier knows it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub number: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum KitState {
    ToOrder,
    /// On its way to the family or their laboratory.
    Sent,
    Taken,
    /// On its way back.
    Posted,
    Received,
    Lost,
}

/// What the site knows of its courier. Nothing is assumed where it is silent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Courier {
    /// Days from sending a kit to its being there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lead_days: Option<u16>,
    /// ISO weekdays (Monday 1 to Sunday 7) on which nothing is handed to the courier, weekends apart: what leaves on a
    /// Friday may lie in a warehouse until Monday.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub not_on: Vec<i8>,
}
