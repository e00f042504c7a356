//! Kits of samples that are taken elsewhere, and the courier.

use facts::{CivilDate, KitState, SubjectId};
use serde::{Deserialize, Serialize};
use specta::Type;

/// What a person has to do about a kit now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum KitStep {
    /// It has to leave.
    Send,
    /// It is there, or its samples are; nothing came back yet.
    Ask,
    /// It was handed over on its way back and has not arrived.
    Trace,
    /// Nothing yet.
    Wait,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct KitLine {
    pub subject: SubjectId,
    pub code: String,
    pub key: String,
    pub what: String,
    /// Samples in the kit, in words.
    pub tasks: Vec<String>,
    pub needed_on: CivilDate,
    pub send_by: CivilDate,
    pub state: KitState,
    pub since_on: Option<CivilDate>,
    pub step: KitStep,
    /// Where it is and what is to be done, in words.
    pub text: String,
    /// The day by which it had to leave has passed.
    pub late: bool,
    pub carrier: String,
    pub number: String,
}

/// One week of the next quarter.
#[derive(Clone, Debug, Serialize, Type)]
pub struct KitWeek {
    /// Its Monday.
    pub from_on: CivilDate,
    /// Kits that have to leave, those that should have left already in the first week.
    pub to_send: u32,
    /// Samples that are likely to be handed to the courier.
    pub to_collect: u32,
}

#[derive(Clone, Debug, Serialize, Type)]
pub struct KitsPage {
    pub as_of: CivilDate,
    pub lines: Vec<KitLine>,
    pub weeks: Vec<KitWeek>,
    /// Days from sending a kit to its being there; nobody said so when it is missing.
    pub lead_days: Option<u32>,
    pub not_on: Vec<u8>,
}

#[derive(Clone, Debug, Deserialize, Type)]
pub struct KitForm {
    pub subject: SubjectId,
    pub key: String,
    pub state: KitState,
    pub on: String,
    pub carrier: String,
    pub number: String,
}

#[derive(Clone, Debug, Deserialize, Type)]
pub struct CourierForm {
    /// May be empty: then nothing is assumed.
    pub lead_days: String,
    /// ISO weekdays, Monday 1 to Sunday 7.
    pub not_on: Vec<u8>,
}
