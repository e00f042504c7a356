//! When somebody is expected, and when the site is closed.
//!
//! An appointment is a plan: it settles nothing, and moving it asks for no reason. Each move is a new version of its
//! record, so that who moved it from when to when stays in the ledger. What it lies in the way of (a window, a closure,
//! another family) is `followup`'s to say.

use serde::{Deserialize, Serialize};

use crate::date::civil::CivilDate;
use crate::date::clock::ClockTime;
use crate::fact::Mode;

/// One planned contact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Appointment {
    /// Keys of the obligations it is for (`visit:M6`); empty when it is for none.
    pub visits: Vec<String>,
    pub on: CivilDate,
    /// On the clock of the site; a day may be agreed on without an hour.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<ClockTime>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u16>,
    pub mode: Mode,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub place: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    pub state: AppointmentState,
    /// 0 for the first version, then one more with each: the SEQUENCE of RFC 5545, 3.8.7.4.
    pub sequence: u32,
    /// Identifier under which another calendar sent it; its own record names it otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub uid: Option<String>,
    /// What further calendars call it that had it already when theirs was read.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
}

/// HL7 FHIR AppointmentStatus, reduced: booked, cancelled, fulfilled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum AppointmentState {
    Planned,
    Cancelled,
    Kept,
}

/// Days on which the site sees nobody, both included.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SiteClosure {
    pub from: CivilDate,
    pub to: CivilDate,
    pub because: String,
}

impl SiteClosure {
    pub fn holds(&self, on: CivilDate) -> bool {
        self.from <= on && on <= self.to
    }
}
